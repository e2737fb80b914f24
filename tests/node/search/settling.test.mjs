// Of which reports the text is read so that what the tables left open is settled.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../../theme/assets/search/index.js';
import { RankedReports } from '../../../theme/assets/search/ranked.js';
import { settle } from '../../../theme/assets/search/settling.js';
import { BASE, host } from './host.mjs';

/** A segment of two reports that both may hold the one phrase of a query. */
class Run {
  constructor(tables, certainty, truth) {
    Object.assign(this, { truth, read: [], query: { clauses: [{ not: false, phrases: [{}] }] }, segment: { tables }, matches: [[{ reports: [0, 1], masks: [1, 1], certainty }]] });
  }

  possible() { return Uint8Array.of(1, 1); }

  maskOf() { return 1; }

  async witness(clause, phrase, report) {
    this.read.push(report);
    return this.truth;
  }

  confirmAll(clause, phrase, holds) { this.holds = holds; }
}

/** Reports in the order of their ranks. */
function ranked(items) {
  const reports = new RankedReports(items.length);
  items.forEach((item, i) => reports.set(i, { ...item, score: items.length - i }));
  return reports;
}

const told = (runs) => runs.map(({ holds, read }) => [holds, read]);

test('one text tells for all segments whose tables have a code, that of the first result', async () => {
  const tables = {};
  const runs = [new Run(tables, 'stored', true), new Run(tables, 'stored', true)];
  await settle(runs, ranked([{ segment: 1, report: 1 }, { segment: 0, report: 0 }]));
  assert.deepEqual(told(runs), [[true, []], [true, [1]]]);
});

test('a code that is another gram\'s is so for all segments of the tables', async () => {
  const tables = {};
  const runs = [new Run(tables, 'stored', false), new Run(tables, 'stored', false)];
  await settle(runs, ranked([{ segment: 0, report: 1 }]));
  assert.deepEqual(told(runs), [[false, [1]], [false, []]]);
});

test('other tables, and segments of which nothing is stored, are told of each by its own', async () => {
  const tables = {};
  const runs = [new Run(tables, 'stored', true), new Run({}, 'stored', false), new Run(tables, 'allOrNone', false), new Run(tables, 'allOrNone', true)];
  await settle(runs, ranked([{ segment: 3, report: 1 }]));
  assert.deepEqual(told(runs), [[true, [0]], [false, [0]], [false, [0]], [true, [1]]]);
});

test('what is sure is not read', async () => {
  const runs = [new Run({}, 'sure', true)];
  await settle(runs, undefined);
  assert.deepEqual(told(runs), [[undefined, []]]);
});

test('no request tells the host what page it came from, whose address holds the query', async () => {
  const policies = new Set();
  const { fetch } = host();
  const index = await openIndex(BASE, { fetch: (address, init) => {
    policies.add(init.referrerPolicy);
    return fetch(address, init);
  } });
  assert.ok((await index.search('项目')).total > 0);
  assert.deepEqual([...policies], ['no-referrer']);
});
