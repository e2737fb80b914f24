// Whatever the host does, the page is told what is wrong; it is never told "nothing found".
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SearchIndexError, openIndex } from '../../../theme/assets/search/index.js';
import { BASE, host } from './host.mjs';

const answers = JSON.parse(readFileSync(new URL('../../ReportArchive.Tests/Fixtures/search/answers.json', import.meta.url), 'utf8'));
const { answer: right } = answers.find(({ answer, options }) => answer.query === '四减四增' && options.limit === 12);
const ask = async (options) => (await openIndex(BASE, host(options))).search('四减四增', { limit: 12 });
const said = (fault) => (error) => error instanceof SearchIndexError && error.fault === fault;
const html = () => new Response('<!doctype html><title>Home</title>', { headers: { 'content-type': 'text/html; charset=utf-8' } });

for (const ranges of [true, false]) {
  const how = ranges ? 'with' : 'without';
  for (const name of ['manifest.json', 'meta', 'grams', 'reports', 'text', 'tokens']) {
    const only = (answer) => ({ ranges, change: (path, bytes) => (path.includes(name) ? answer(bytes) : undefined) });

    test(`a missing ${name} is said, ${how} ranges`, async () => {
      await assert.rejects(ask(only(() => new Response('', { status: 404 }))), said('missing'));
    });
    test(`a web page in place of ${name} is said, ${how} ranges`, async () => {
      await assert.rejects(ask(only(html)), said('missing'));
    });
    test(`a lost connection at ${name} is said, ${how} ranges`, async () => {
      await assert.rejects(ask(only(() => new TypeError('Failed to fetch'))), said('offline'));
    });
    test(`a failing host at ${name} is said, ${how} ranges`, async () => {
      await assert.rejects(ask(only(() => new Response('', { status: 503 }))), said('offline'));
    });
    test(`a cut ${name} is said, ${how} ranges`, async () => {
      await assert.rejects(ask(only((bytes) => bytes.slice(0, bytes.length / 2))), said('corrupt'));
    });
    test(`a scrambled ${name} is said, ${how} ranges`, async () => {
      await assert.rejects(ask(only((bytes) => bytes.map((b, i) => (i % 7 === 3 ? b ^ 0x55 : b)))), said('corrupt'));
    });
  }
}

test('an index of another version is refused', async () => {
  const change = (path) => (path === 'manifest.json' ? new TextEncoder().encode('{"format":999,"segments":[]}') : undefined);
  await assert.rejects(ask({ change }), said('foreign'));
});

test('a host that takes files away while they are replaced is asked again', async () => {
  let old = true;
  const site = host({
    change: (path, bytes) => {
      if (path === 'manifest.json') return old ? new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(/"hash":"[0-9a-f]{4}/g, '"hash":"0000')) : undefined;
      return undefined;
    },
  });
  const index = await openIndex(BASE, site);
  old = false;
  assert.equal((await index.search('四减四增', { limit: 12 })).total, right.total);
});

test('what failed once is tried again', async () => {
  let broken = true;
  const site = host({ change: () => (broken ? new TypeError('Failed to fetch') : undefined) });
  await assert.rejects(openIndex(BASE, site), said('offline'));
  broken = false;
  const index = await openIndex(BASE, site);
  broken = true;
  await assert.rejects(index.search('四减四增'), said('offline'));
  broken = false;
  assert.equal((await index.search('四减四增', { limit: 12 })).total, right.total);
});

test('a search that is given up ends as one, and hurts no other', async () => {
  const index = await openIndex(BASE, host());
  const stop = new AbortController();
  const given = index.search('发展经济', { signal: stop.signal });
  const kept = index.search('四减四增', { limit: 12 });
  stop.abort();
  await assert.rejects(given, { name: 'AbortError' });
  assert.equal((await kept).total, right.total);
});

test('ten thousand random queries neither fail nor hang', async () => {
  const index = await openIndex(BASE, host());
  const pieces = ['发展', '四减四增', '的', ' ', '\u3000', '|', '｜', '-', '－', '"', '＂', '地:', '年:', '类:plan', '提法:', '山东', '2021', '-2023', '😀', '\ud83d', '\udc00',
    '\0', '\u0007', '\u200b', '\ufeff', '\u202e', '<script>', '&amp;', '%00', '\\', "'", '\n', '\r\n', 'GDP', 'ｶﾞ', 'e\u0301', '發展', '\uffff', '﷽', '👨‍👩‍👧‍👦'];
  let state = 12345;
  const below = (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let i = 0; i < 10_000; i++) {
    const length = i % 100 === 99 ? 10_000 : below(30);
    let query = '';
    while (query.length < length) query += below(4) === 0 ? String.fromCharCode(below(65536)) : pieces[below(pieces.length)];
    const answer = await index.search(query, { limit: 1, hitsPerReport: 1 });
    assert.ok(answer.total >= 0 && answer.total <= index.reports);
  }
});
