// Asks the queries that `search --write FOLDER` wrote of the index beside them, with the browser's own modules and a host in this
// process that counts bytes as they would be sent. Quicker than a browser; the figures of bytes and trips are the same.
//   node ask.mjs FOLDER [EVERY] [exact] [http2]      EVERY: one query in so many; exact: without other names of concepts, of the index of a site;
//                                                    http2: heads as HTTP/2 sends them, else as HTTP/1.1
import { closeSync, existsSync, fstatSync, openSync, readSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openIndex } from '../../../theme/assets/search/index.js';
import { fold } from '../../../theme/assets/search/normalize.js';

const [folder, every = '1', ...options] = process.argv.slice(2);
const exact = options.includes('exact');
const queries = JSON.parse(readFileSync(`${folder}/queries.json`, 'utf8')).filter((_, i) => i % Number(every) === 0);

/** Bytes of the heads of a request and its answer, as Chromium and a plain host send them; of HTTP/2 with frames and encryption. */
const HEADS = options.includes('http2') ? 200 : 680;

/** Milliseconds before an answer: long enough that what is asked for together is counted as one trip on a machine under load. */
const LATENCY = 25;

/** Queries of a visit after which the next one begins cold. */
const VISIT = 12;

/** Results whose sentences are read at once, as the page does. */
const EAGER = 5;

const BASE = 'http://host/search/';
let bytes = 0;
let requests = 0;
let depth = 0;
let deepest = 0;
/** @type {Map<string, { bytes: number, requests: number }>} */
let byFile = new Map();

async function counted(address, init = {}) {
  const own = depth + 1;
  deepest = Math.max(deepest, own);
  const path = String(address).slice(BASE.length);
  const response = answer(path, init);
  // All that was asked for together is answered before anything is asked for next.
  await new Promise((resolve) => { setTimeout(resolve, LATENCY); });
  depth = Math.max(depth, own);
  return response;
}

function answer(path, init) {
  const file = `${folder}/search/${path}`;
  if (!existsSync(file)) return new Response('', { status: 404 });
  const handle = openSync(file, 'r');
  try {
    const size = fstatSync(handle).size;
    const range = /^bytes=(\d+)-(\d+)$/.exec(init.headers?.Range ?? '');
    const [from, to] = range ? [Number(range[1]), Math.min(size, Number(range[2]) + 1)] : [0, size];
    const body = new Uint8Array(to - from);
    readSync(handle, body, 0, to - from, from);
    const kind = path.replace(/^[0-9a-f]+\//, '').replace(/-\d+\.bin$|\.bin$|-[0-9a-f]+/, '');
    const sum = byFile.get(kind) ?? { bytes: 0, requests: 0 };
    byFile.set(kind, { bytes: sum.bytes + body.length + HEADS, requests: sum.requests + 1 });
    bytes += body.length + HEADS;
    requests++;
    return new Response(body, { status: range ? 206 : 200, headers: { 'accept-ranges': 'bytes', 'content-type': 'application/octet-stream', ...(range ? { 'content-range': `bytes ${from}-${to - 1}/${size}` } : {}) } });
  } finally {
    closeSync(handle);
  }
}

async function ask(query, index) {
  [bytes, requests, depth, deepest, byFile] = [0, 0, 0, 0, new Map()];
  const before = process.cpuUsage();
  const start = performance.now();
  const opened = index ?? (await openIndex(BASE, { fetch: counted }));
  let trips = 0;
  const answered = await opened.search(query.Text, { exact, eager: EAGER, onTitles: () => { trips ||= depth; } });
  const cpu = process.cpuUsage(before);
  const cost = { query, bytes, requests, trips, deepest, cpu: (cpu.user + cpu.system) / 1000, time: performance.now() - start, byFile, exact: answered.exact, total: answered.total };
  // Counted at once: the ids of a hundred thousand reports are too many to keep for every query.
  const ids = new Set(query.Ids);
  const found = new Set(answered.ids());
  const good = [...found].filter((id) => ids.has(id)).length;
  const hits = answered.results.flatMap((result) => (result.hits ?? []).map((hit) => fold(hit.text)));
  return { index: opened, cost: { ...cost, found: found.size, good, false: hits.filter((hit) => !query.All.some((phrase) => hit.includes(phrase))).length, hits: hits.length } };
}

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
const two = (costs, of, scale = 1, digits = 0) => [0.5, 0.95].map((share) => (at(costs.map(of), share) / scale).toFixed(digits)).join(' / ');

function say(name, costs) {
  console.log(`${name}: ${two(costs, (c) => c.bytes, 1000, 1)} KB, requests ${two(costs, (c) => c.requests)}, trips to titles ${two(costs, (c) => c.trips)}, in all ${two(costs, (c) => c.deepest)}, processor ${two(costs, (c) => c.cpu, 1, 1)} ms`);
}

function sayRight(costs) {
  let [found, right, wanted, wrong, unverified] = [0, 0, 0, 0, 0];
  for (const cost of costs) {
    const { good, query: { Ids: { length: all } } } = cost;
    found += cost.found;
    right += good;
    wanted += all;
    if (!cost.exact) unverified++;
    if (good !== all || (cost.exact && (cost.found !== all || cost.total !== all))) {
      wrong++;
      console.log(`WRONG: ${cost.query.Text}: ${cost.found} found, ${all} right`);
    }
  }
  console.log(`recall ${(right / wanted).toFixed(4)} precision ${(right / Math.max(1, found)).toFixed(4)}, wrong ${wrong}, not verified ${unverified}; sentences ${costs.reduce((s, c) => s + c.hits, 0)}, without the phrase ${costs.reduce((s, c) => s + c.false, 0)}`);
}

function sayFiles(costs) {
  for (const name of ['manifest.json', 'meta', 'tokens', 'concepts', 'reports', 'grams', 'long', 'lists', 'text']) {
    const of = costs.map((cost) => cost.byFile.get(name) ?? { bytes: 0, requests: 0 });
    console.log(`  ${name}: mean ${(of.reduce((s, c) => s + c.bytes, 0) / of.length / 1000).toFixed(1)} KB, p95 ${(at(of.map((c) => c.bytes), 0.95) / 1000).toFixed(1)} KB; requests mean ${(of.reduce((s, c) => s + c.requests, 0) / of.length).toFixed(1)}`);
  }
}

const cold = [];
for (const query of queries) cold.push((await ask(query)).cost);
sayRight(cold);
say('cold', cold);
sayFiles(cold);
for (const name of new Set(cold.map((cost) => cost.query.Class))) {
  const own = cold.filter((cost) => cost.query.Class === name);
  console.log(`  ${name}: ${two(own, (c) => c.query.Ids.length)} reports, ${two(own, (c) => c.bytes, 1000, 1)} KB, trips ${two(own, (c) => c.trips)}`);
}
const warm = [];
let seed = 5;
const shuffled = queries.map((query) => ({ query, key: (seed = (seed * 1103515245 + 12345) % 2147483648) })).sort((a, b) => a.key - b.key).map(({ query }) => query);
let index;
for (let i = 0; i < shuffled.length; i++) {
  const asked = await ask(shuffled[i], i % VISIT === 0 ? undefined : index);
  index = asked.index;
  if (i % VISIT !== 0) warm.push(asked.cost);
}
say('next in a visit', warm);
sayFiles(warm);
console.log('dearest:');
for (const cost of [...cold].sort((a, b) => b.bytes - a.bytes).slice(0, 12)) {
  console.log(`  ${cost.query.Text} (${cost.query.Class}): ${cost.query.Ids.length} reports, ${(cost.bytes / 1000).toFixed(0)} KB in ${cost.requests} requests, trips ${cost.trips}, ${cost.deepest} in all; ${[...cost.byFile].map(([name, sum]) => `${name} ${(sum.bytes / 1000).toFixed(0)}`).join(', ')}`);
}
