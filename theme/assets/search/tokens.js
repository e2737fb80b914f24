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
  const [unitLengths, longerLengths] = [readLengths(reader, units.length), readLengths(reader, longer.length)];
  /** @type {Token[][]} */
  const byLength = Array.from({ length: LONGEST_CODE + 1 }, () => []);
  // Both come in the order of their texts.
  for (let i = 0, j = 0; i < units.length || j < longer.length;) {
    const isUnit = j === longer.length || (i < units.length && units[i] < longer[j]);
    const length = isUnit ? unitLengths[i] : longerLengths[j];
    byLength[length].push({ text: isUnit ? units[i++] : longer[j++], length });
  }
  return byLength.flat();
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
  /** The units of the token at hand, by number; those it shares with the one before stay. @type {number[]} */
  const numbers = [];
  return Array.from({ length: reader.read(COUNT_BITS) }, () => {
    const shared = reader.readUnary();
    const length = shared + reader.readGamma();
    if (shared > numbers.length) throw damaged();
    const least = shared < numbers.length ? numbers[shared] + 1 : 0;
    numbers.length = shared;
    numbers.push(least + (shared === 0 ? reader.readGamma() - 1 : below(reader, units.length - least)));
    if (numbers[shared] >= units.length) throw damaged();
    while (numbers.length < length) numbers.push(below(reader, units.length));
    let text = '';
    for (const number of numbers) text += units[number];
    return text;
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
