// What a query costs by itself: the queries that `search --write FOLDER` wrote, asked twice of a host that is a map in this process, the second
// time timed. No network, no browser, no first compilation: what is left is what the reader's own code does on the page's thread.
//   node compute.mjs FOLDER [EVERY]
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openIndex } from '../../../theme/assets/search/index.js';

const [folder, every = '1'] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(`${folder}/queries.json`, 'utf8')).filter((_, i) => i % Number(every) === 0);
const BASE = 'http://host/search/';
const VISIT = 12;
const EAGER = 5;

/** @type {Map<string, { status: number, bytes: Uint8Array, headers: Map<string, string> }>} */
const answers = new Map();

async function recorded(address, init = {}) {
  const path = String(address).slice(BASE.length);
  const key = `${path} ${init.headers?.Range ?? ''}`;
  let answer = answers.get(key);
  if (!answer) answers.set(key, (answer = read(path, /^bytes=(\d+)-(\d+)$/.exec(init.headers?.Range ?? ''))));
  const { status, bytes, headers } = answer;
  return { status, ok: true, headers, arrayBuffer: async () => bytes.buffer, text: async () => new TextDecoder().decode(bytes) };
}

function read(path, range) {
  const handle = openSync(`${folder}/search/${path}`, 'r');
  const size = fstatSync(handle).size;
  const [from, to] = range ? [Number(range[1]), Math.min(size, Number(range[2]) + 1)] : [0, size];
  const bytes = new Uint8Array(to - from);
  readSync(handle, bytes, 0, to - from, from);
  closeSync(handle);
  return { status: range ? 206 : 200, bytes, headers: new Map([['accept-ranges', 'bytes'], ['content-type', 'application/octet-stream'], ['content-range', `bytes ${from}-${to - 1}/${size}`]]) };
}

/** All queries, each visit of so many begun with an index that knows nothing: milliseconds of each. */
async function round(visit) {
  const costs = [];
  let index;
  for (let i = 0; i < queries.length; i++) {
    const isCold = i % visit === 0;
    const start = performance.now();
    if (isCold) index = await openIndex(BASE, { fetch: recorded });
    await index.search(queries[i].Text, { eager: EAGER });
    costs.push({ isCold, text: queries[i].Text, time: performance.now() - start });
  }
  return costs;
}

const at = (costs, share) => costs.map(({ time }) => time).sort((a, b) => a - b)[Math.min(costs.length - 1, Math.floor(share * costs.length))] ?? 0;
const say = (name, costs) => console.log(`${name}: ${at(costs, 0.5).toFixed(1)} / ${at(costs, 0.95).toFixed(1)} ms, dearest ${[...costs].sort((a, b) => b.time - a.time).slice(0, 4).map(({ text, time }) => `${text} ${time.toFixed(0)}`).join(', ')}`);

await round(1);
await round(VISIT);
say('cold', await round(1));
say('next in a visit', (await round(VISIT)).filter(({ isCold }) => !isCold));
