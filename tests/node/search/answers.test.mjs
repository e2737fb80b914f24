// The browser's modules answer as the program does, from the same bytes: Fixtures/search/index and answers.json.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openIndex } from '../../../theme/assets/search/index.js';
import { toCsv } from '../../../theme/assets/search/csv.js';
import { suggest } from '../../../theme/assets/search/suggest.js';
import { filtersOf, withFilter, withoutFilter, withoutFilters } from '../../../theme/assets/search/filters.js';
import { BASE, host } from './host.mjs';

const answers = JSON.parse(readFileSync(new URL('../../ReportArchive.Tests/Fixtures/search/answers.json', import.meta.url), 'utf8'));

/** An answer in the shape of answers.json. */
const plain = (answer, options) => JSON.parse(JSON.stringify({
  options,
  answer: {
    query: answer.query,
    total: answer.total,
    exact: answer.exact,
    also: answer.also,
    variants: answer.variants,
    unknown: answer.unknown,
    shortened: answer.shortened,
    results: answer.results.map(({ id, url, title, place, year, kind, date, score, hits }) => ({
      id, url, title, place, year, kind, date, score, hits: hits.map(({ anchor, text }) => ({ anchor, text: text.toWellFormed() })),
    })),
  },
  marks: answer.results.map(({ hits }) => hits.map(({ marks }) => marks.map(([start, length]) => `${start}+${length}`).join(' ')).join('; ')),
}));

for (const [how, hosting] of [['with ranges', { ranges: true }], ['without ranges', { ranges: false }], ['from small files', { ranges: false, partBytes: 700 }]]) {
  test(`answers are those of the program, ${how}`, async () => {
    const index = await openIndex(BASE, host(hosting));
    for (const expected of answers) assert.deepEqual(plain(await index.search(expected.answer.query, { ...expected.options, mostRead: Infinity }), expected.options), expected, expected.answer.query);
  });
}

test('where too many would have to be read to count them, what is shown is right all the same', async () => {
  const index = await openIndex(BASE, host());
  const ids = ({ results }) => results.map(({ id }) => id).sort();
  let about = 0;
  for (const { options, answer: expected } of answers) {
    const answer = await index.search(expected.query, { ...options, mostRead: 0 });
    if (options.limit === 0) assert.deepEqual(ids(answer), ids(expected), expected.query);
    assert.ok(answer.exact ? answer.total === expected.total : answer.total >= expected.total, expected.query);
    about += answer.exact ? 0 : 1;
    for (const { id } of answer.results) assert.ok(answer.ids().includes(id));
  }
  assert.ok(about > 0);
});

test('without variants no text is read for what is written in one way alone', async () => {
  const hosting = host();
  const index = await openIndex(BASE, hosting);
  const texts = () => hosting.log.filter(({ path }) => path.includes('/text-')).length;
  // No character of these has a traditional form in the fixture; 发 of the next one has.
  assert.ok((await index.search('项目 -建设', { exact: true, limit: 0, eager: 0, sort: 'year' })).total > 0);
  assert.equal(texts(), 0);
  await index.search('项目 -发展', { exact: true, limit: 0, eager: 0, sort: 'year' });
  assert.ok(texts() > 0);
});

test('no text is read of what a word left out surely rules out', async () => {
  const hosting = host();
  const index = await openIndex(BASE, hosting);
  const texts = () => hosting.log.filter(({ path }) => path.includes('/text-')).length;
  const { results } = await index.search('发展', { limit: 1 });
  const phrase = /[\u4e00-\u9fff]{6,}/.exec(results[0].hits[0].text)[0].slice(0, 6);
  const read = texts();
  assert.equal((await index.search(`${phrase} -${phrase.slice(2, 4)}`, { limit: 0, eager: 0, sort: 'year' })).total, 0);
  assert.equal(texts(), read);
  assert.ok((await index.search(phrase, { limit: 0, eager: 0, sort: 'year' })).total > 0);
  assert.ok(texts() > read, 'else nothing was to be read in any case');
});

test('a word left out that may be written otherwise is ruled out before a report is shown', async () => {
  const index = await openIndex(BASE, host());
  for (const query of ['发展 -经济', '发展 -减增', '发展 -改革 -绿色', '发展 -经济|项目']) {
    const whole = await index.search(query, { exact: true, limit: 0, mostRead: Infinity, sort: 'year' });
    const about = await index.search(query, { exact: true, limit: 0, mostRead: 0, sort: 'year' });
    const first = await index.search(query, { exact: true, limit: 3, mostRead: 0, sort: 'year' });
    const ids = ({ results }) => results.map(({ id }) => id);
    assert.ok(whole.total > 0, query);
    assert.deepEqual(ids(about), ids(whole), query);
    assert.deepEqual(ids(first), ids(whole).slice(0, 3), query);
  }
});

test('titles come before sentences and are the same', async () => {
  const index = await openIndex(BASE, host());
  let early;
  const answer = await index.search('四减四增', { onTitles: (titles) => { early = titles; } });
  assert.equal(early.total, answer.total);
  assert.deepEqual(new Set(early.results.map(({ id }) => id)), new Set(answer.results.map(({ id }) => id)));
});

test('of results further down the sentences come when they are asked for', async () => {
  const index = await openIndex(BASE, host());
  const whole = await index.search('建设', { limit: 10 });
  const answer = await index.search('建设', { limit: 10, eager: 4 });
  assert.deepEqual(answer.results.map(({ id }) => id), whole.results.map(({ id }) => id));
  assert.deepEqual(answer.results.slice(0, 4), whole.results.slice(0, 4));
  assert.ok(answer.results.slice(4).every(({ hits }) => hits === undefined));
  assert.deepEqual(await answer.page(6, 1), whole.results.slice(6, 7));
});

test('facets add up', async () => {
  const index = await openIndex(BASE, host());
  const { total, facets, conceptFacet } = await index.search('发展', { limit: 1 });
  const sum = (list) => list.reduce((a, { count }) => a + count, 0);
  assert.equal(sum(facets.years), total);
  assert.equal(sum(facets.kinds), total);
  assert.equal(sum(facets.places.filter(({ depth }) => depth === 0)), total);
  const concepts = await conceptFacet();
  for (const { label, count } of concepts) assert.equal((await index.search(`发展 提法:${label}`, { limit: 1 })).total, count);
  for (const { year, count } of facets.years) assert.equal((await index.search(`发展 年:${year}`, { limit: 1 })).total, count);
});

test('more pages follow the first', async () => {
  const index = await openIndex(BASE, host());
  const first = await index.search('建设', { limit: 5 });
  const whole = await index.search('建设', { limit: 0 });
  assert.deepEqual([...first.results, ...(await first.page(5, 5))].map(({ id }) => id), whole.results.slice(0, 10).map(({ id }) => id));
});

test('where nothing is found, what is offered is found', async () => {
  const index = await openIndex(BASE, host());
  for (const query of ['四减四增不曾出现', '发展 不曾出现', '地:河北 繁體', '减增行']) {
    const answer = await index.search(query);
    assert.equal(answer.total, 0, query);
    const offers = await suggest(index, answer);
    assert.ok(offers.length > 0, query);
    for (const offer of offers) assert.equal((await index.search(offer.query, { exact: true, limit: 1 })).total, offer.total, offer.query);
  }
});

test('a table has a row a paragraph, and no cell is a formula', async () => {
  const index = await openIndex(BASE, host());
  const { results } = await index.search('四减四增', { limit: 0, hitsPerReport: 0 });
  const table = toCsv(results, (result, anchor) => `https://example.org${result.url}#${anchor}`);
  assert.equal(table.trimEnd().split('\r\n').length, 1 + results.reduce((sum, { hits }) => sum + hits.length, 0));
  assert.match(toCsv([{ ...results[0], title: '=1+1', hits: [] }], () => ''), /\n'=1\+1,/);
});

test('facets and typed filters are one thing', () => {
  assert.deepEqual(filtersOf('发展 地:淄博 -年:2021'), ['地:淄博', '-年:2021']);
  assert.equal(withFilter('发展 地区:淄博', '地', '青岛'), '发展 地:青岛');
  assert.equal(withFilter('发展 -地:淄博', '地', '青岛'), '发展 -地:淄博 地:青岛');
  assert.equal(withoutFilter('发展 地:淄博', '地:淄博'), '发展');
  assert.equal(withoutFilters('地:淄博 发展 经济'), '发展 经济');
});
