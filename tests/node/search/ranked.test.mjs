// Reports found are put in order as far as someone looks at them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RankedReports, refOf, reportOf, segmentOf } from '../../../theme/assets/search/ranked.js';

/** Numbers below a limit, the same each time. */
function random(seed) {
  return (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
}

function some(count, scores) {
  const next = random(count + scores);
  const reports = new RankedReports(count);
  for (let i = 0; i < count; i++) reports.set(i, { segment: i % 3, report: (i * 7919) % 65536, score: next(scores) });
  return reports;
}

const compare = (a, aScore, b, bScore) => bScore - aScore || a - b;
const all = (reports) => reports.slice(0, Infinity);
const sorted = (reports) => all(reports).sort((a, b) => compare(refOf(a.segment, a.report), a.score, refOf(b.segment, b.report), b.score));

test('a report of the last segment is found again', () => {
  assert.deepEqual([segmentOf(refOf(65535, 65535)), reportOf(refOf(65535, 65535))], [65535, 65535]);
});

for (const [count, scores] of [[0, 1], [1, 1], [2, 1], [1000, 1], [1000, 5], [5000, 100_000]]) {
  test(`the first of ${count} with ${scores} scores come step by step in the order of all`, () => {
    const reports = some(count, scores);
    const expected = sorted(reports);
    for (let from = 0, to = 64; from < count; from = to, to *= 3) {
      reports.order(from, Math.min(to, count), compare);
      assert.deepEqual(reports.slice(0, to), expected.slice(0, to));
    }
    assert.equal(all(reports).length, count);
  });
}

test('what is dropped leaves the rest where it was', () => {
  const reports = some(10, 5);
  const before = all(reports);
  reports.replace(2, 3, [before[4]]);
  assert.deepEqual(all(reports), [...before.slice(0, 2), before[4], ...before.slice(5)]);
  reports.replace(0, 1, []);
  assert.deepEqual(all(reports), [before[1], before[4], ...before.slice(5)]);
  assert.equal(reports.find(() => false), undefined);
  assert.deepEqual(reports.find((segment, report) => segment === before[9].segment && report === before[9].report), before[9]);
});
