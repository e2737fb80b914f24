// The tables and the query language give what the shared vectors say; C# runs the same ones.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fold, foldWithOrigins, loadVariants, mayBeTraditional } from '../../../theme/assets/search/normalize.js';
import { parseQuery } from '../../../theme/assets/search/query.js';
import { gather, spread } from '../../../theme/assets/search/grams.js';
import { pairs } from '../../../theme/assets/search/variant-table.js';

const fixtures = new URL('../../ReportArchive.Tests/Fixtures/search/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, fixtures), 'utf8'));

before(loadVariants);

test('text is folded as the vectors say', () => {
  for (const { text, folded, exact } of read('folding.json')) {
    assert.equal(fold(text), folded, text);
    assert.equal(fold(text, false), exact, text);
  }
});

test('folding twice changes nothing', () => {
  for (const { folded, exact } of read('folding.json')) {
    assert.equal(fold(folded), folded);
    assert.equal(fold(exact, false), exact);
  }
});

test('every folded unit knows where it came from', () => {
  for (const { text } of read('folding.json')) {
    const { text: folded, starts, ends } = foldWithOrigins(text);
    assert.ok(starts.length >= folded.length && ends.length >= folded.length);
    for (let i = 0; i < folded.length; i++) {
      assert.ok(starts[i] < ends[i] && ends[i] <= text.length);
      // A space is put between words: it stands for none of what it is beside.
      assert.ok(folded[i] === ' ' || fold(text.slice(starts[i], ends[i])).includes(folded[i]), text);
      assert.ok(i === 0 || starts[i] >= starts[i - 1]);
    }
  }
});

test('queries are taken apart as the vectors say', () => {
  for (const { query, clauses, filters } of read('queries.json')) {
    const parsed = parseQuery(query);
    assert.deepEqual(parsed.clauses.map(({ not, phrases }) => ({ not, phrases: phrases.map(({ text }) => text) })), clauses, query);
    assert.deepEqual(parsed.filters.map(({ not, key, values }) => ({ not, key, values })), filters, query);
    assert.equal(parsed.shortened, false, query);
  }
});

test('every traditional character is suspected of being one', () => {
  for (let i = 0; i < pairs.length; i += 2) assert.ok(mayBeTraditional(pairs[i]), pairs[i]);
  assert.ok(!mayBeTraditional('扎实开展新一轮四减四增和减碳降碳十大行动 GDP 5G'));
});

test('keys are spread so that none meet', () => {
  for (let key = 0; key < 2 ** 32; key += 65521 * 7) assert.equal(gather(spread(key)), key);
});
