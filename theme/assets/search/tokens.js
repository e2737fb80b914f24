// Reads the table of tokens: the twin of TokenTable.cs, where its form is described.
import { BitReader, readSorted } from './bits.js';
import { SearchIndexError } from './errors.js';
import { verify } from './grams.js';

const COUNT_BITS = 16;
const GAP_BITS = 3;
const LONGEST_CODE = 24;

const damaged = () => new SearchIndexError('corrupt', 'the table of tokens is damaged');

/**
 * A token: its text, and the length of its code in bits.
 * @typedef {{ text: string, length: number }} Token
 */

/**
 * The tokens in the order of their codes.
 * @param {Uint8Array} bytes
 * @returns {Token[]}
 */
export function readTokens(bytes) {
  const reader = new BitReader(verify(bytes, 'the table of tokens'));
  const units = readUnits(reader);
  const longer = readLonger(reader, units);
  /** @type {Token[]} */
  const tokens = [];
  for (const texts of [units, longer]) readLengths(reader, texts.length).forEach((length, i) => tokens.push({ text: texts[i], length }));
  return tokens.sort((a, b) => a.length - b.length || (a.text < b.text ? -1 : 1));
}

/** @param {BitReader} reader */
function readUnits(reader) {
  let next = 0;
  return Array.from({ length: reader.read(COUNT_BITS) }, () => {
    next += ((reader.readGamma() - 1) << GAP_BITS) + reader.read(GAP_BITS);
    return String.fromCharCode(next++);
  });
}

/**
 * @param {BitReader} reader
 * @param {string[]} units
 */
function readLonger(reader, units) {
  /** @type {number[]} */
  let before = [];
  return Array.from({ length: reader.read(COUNT_BITS) }, () => {
    const shared = reader.readUnary();
    const length = shared + reader.readGamma();
    if (shared > before.length) throw damaged();
    const text = before.slice(0, shared);
    const least = shared < before.length ? before[shared] + 1 : 0;
    text.push(least + (shared === 0 ? reader.readGamma() - 1 : below(reader, units.length - least)));
    if (text[shared] >= units.length) throw damaged();
    while (text.length < length) text.push(below(reader, units.length));
    before = text;
    return text.map((number) => units[number]).join('');
  });
}

/**
 * @param {BitReader} reader
 * @param {number} range
 */
function below(reader, range) {
  if (range <= 0) throw damaged();
  return reader.readBelow(range);
}

/**
 * @param {BitReader} reader
 * @param {number} count
 */
function readLengths(reader, count) {
  const lengths = new Uint8Array(count);
  let left = Array.from(lengths, (_, i) => i);
  for (let length = 1; left.length > 0; length++) {
    if (length > LONGEST_CODE) throw damaged();
    for (const rank of readSorted(reader, reader.readBelow(left.length + 1), left.length)) lengths[left[rank]] = length;
    left = left.filter((token) => lengths[token] === 0);
  }
  return lengths;
}
