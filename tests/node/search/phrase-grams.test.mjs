// Which piece of a phrase is looked up, from what the pages say of its grams.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../../theme/assets/search/index.js';
import { PhraseGrams, gramsOf, neededGrams, startsOf } from '../../../theme/assets/search/phrase-grams.js';
import { BASE, host } from './host.mjs';

const SEGMENT = { reports: 10_000, verify: 8, longestGram: 8 };

/** What pages say of a phrase whose pairs are all common but those that are named. */
const pairs = (phrase, rare = {}) => new Map([...gramsOf(phrase, 2)].map((pair) => {
  const frequency = rare[pair] ?? 4000;
  return [pair, { frequency, masked: true, inside: undefined, offset: 0, length: Math.ceil(frequency * 0.8) }];
}));

const code = (magnitude, length) => ({ inside: undefined, offset: 0, length, magnitude });

const piece = (phrase, rare, long = {}) => new PhraseGrams(pairs(phrase, rare), new Map(Object.entries(long)), new Set(), 1, 8).cheapestPiece(phrase, SEGMENT);

test('a pair in few reports is all that is looked up', () => assert.equal(piece('甲乙丙丁戊', { 丙丁: 5 }), '丙丁'));

test('of common pairs the three units that few reports hold are', () => assert.equal(piece('甲乙丙丁戊己', {}, { 甲乙丙: code(10, 900), 乙丙丁: code(10, 900), 丙丁戊: code(1, 6), 丁戊己: code(9, 500) }), '丙丁戊'));

test('three units of which nothing is stored are in few reports where by chance few would hold both pairs', () => {
  assert.equal(piece('甲乙丙丁戊', { 乙丙: 100, 丙丁: 300 }), '乙丙丁');
  // As many hold the one as the other: they may be those of one word.
  assert.equal(piece('甲乙丙丁戊', { 乙丙: 100, 丙丁: 100 }), undefined);
  assert.notEqual(piece('甲乙丙丁戊', { 乙丙: 900, 丙丁: 2900 }), '乙丙丁');
});

test('a phrase of common grams is looked up whole', () => {
  const common = Object.fromEntries([...gramsOf('甲乙丙丁戊', 3)].map((gram) => [gram, code(11, 900)]));
  assert.equal(piece('甲乙丙丁戊', {}, common), undefined);
});

test('short lists are read rather than texts', () => assert.equal(piece('甲乙丙', { 甲乙: 900, 乙丙: 5 }), undefined));

test('whatever piece is chosen, the answer is that of the whole phrase', async () => {
  const phrases = ['全面推进改革开放', '发展经济社会', '发展经济全面社会推进', '四减四增', '政府工作报告', '1.2万亿元', '不曾出现过', '发展发展发展'];
  const choose = PhraseGrams.prototype.cheapestPiece;
  const answers = async () => {
    const index = await openIndex(BASE, { fetch: host().fetch });
    return Promise.all(phrases.map(async (phrase) => (await index.search(phrase, { limit: 0, exact: true })).ids().sort()));
  };
  const expected = await answers();
  assert.ok(expected.some((ids) => ids.length > 0));
  try {
    for (const part of [0, 1, 2]) {
      PhraseGrams.prototype.cheapestPiece = (phrase) => [...gramsOf(phrase, Math.max(2, phrase.length >> 1))].at(part === 2 ? -1 : part);
      assert.deepEqual(await answers(), expected);
    }
  } finally {
    PhraseGrams.prototype.cheapestPiece = choose;
  }
});

test('a phrase is told from its pairs, but for rows of four figures', () => {
  assert.deepEqual([...neededGrams('甲乙丙', 8)].sort(), ['乙丙', '甲乙', '甲乙丙']);
  const needed = neededGrams('1034.48项', 8);
  assert.deepEqual([...needed].filter((gram) => gram.length === 2).sort(), ['.4', '48', '8项']);
  assert.deepEqual([...needed].filter((gram) => gram.length === 3).sort(), ['.48', '48项']);
  assert.deepEqual([...needed].filter((gram) => gram.length === 4).sort(), ['.48项', '034.', '1034', '34.4', '4.48']);
});

test('what begins alike is looked up on one page, and on two where it begins with a figure', () => {
  const starts = (phrase, longest = 8) => [...startsOf(phrase, neededGrams(phrase, longest), longest)].sort();
  assert.deepEqual(starts('甲乙丙丁戊'), ['丙丁戊', '乙丙丁戊', '甲乙丙丁戊']);
  assert.deepEqual(starts('甲乙丙丁戊', 3), ['丙丁戊', '乙丙丁', '甲乙丙']);
  assert.deepEqual(starts('5万元以'), ['5万元', '5万元以', '万元以']);
  assert.deepEqual(starts('2021'), ['2021']);
});

test('of a piece no code is read that counts candidates of which nothing is known yet', () => {
  const long = new Map(Object.entries({ 甲乙丙: code(9, 500), 甲乙丙丁: code(8, 300), 乙丙丁戊: code(8, 300), 甲乙丙丁戊: code(7, 200) }));
  const open = new PhraseGrams(pairs('甲乙丙丁戊'), long, new Set(['乙丙丁戊']), 1, 8).of('甲乙丙丁戊');
  assert.deepEqual([...open.long.keys()], ['甲乙丙', '甲乙丙丁']);
});

test('what a piece leaves is read where the rest of the phrase would cost more', () => {
  const grams = new PhraseGrams(pairs('甲乙丙丁戊', { 丙丁: 5 }), new Map(), new Set(), 1, 8);
  assert.ok(grams.isEnough('甲乙丙丁戊', '丙丁', 8, SEGMENT));
  assert.ok(grams.isEnough('甲乙丙丁戊', '丙丁', 12, SEGMENT));
  assert.ok(!grams.isEnough('甲乙丙丁戊', '丙丁', 20, SEGMENT));
  assert.ok(!grams.isEnough('甲乙丙丁戊', '甲乙丙丁', 9, SEGMENT));
});
