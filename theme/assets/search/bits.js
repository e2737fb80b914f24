// Reads the codes of the index: the twin of BitReader, SortedNumbers, PartMasks and CandidateCode in
// src/ReportArchive/Search/Format, where each code is described.
import { SearchIndexError } from './errors.js';

/** Parts a report is cut into. */
export const PARTS = 8;

/** All parts of a report, or too many to tell. */
export const ALL_PARTS = (1 << PARTS) - 1;

/** The part of title and headings. */
export const HEADINGS = 1;

const MANY = 4;
const SHORT = 16;
const FEW = 5;

/** Bits that four bytes hold from any bit of the first on. */
const WORD_BITS = 25;
const WORD_MASK = (1 << WORD_BITS) - 1;

/** @param {number} n Above 0. */
const log2 = (n) => 31 - Math.clz32(n);

/** Number of parts of each mask. */
const partCounts = new Uint8Array(1 << PARTS);
for (let mask = 1; mask < 1 << PARTS; mask++) partCounts[mask] = partCounts[mask >> 1] + (mask & 1);

/** @param {number} mask */
export const partCount = (mask) => partCounts[mask];

/** @type {number[][]} */
const masksByCount = Array.from({ length: MANY }, () => []);
for (let mask = 1; mask < 1 << PARTS; mask++) if (partCount(mask) < MANY) masksByCount[partCount(mask)].push(mask);

/** Reads numbers of any width, lowest bit first. */
export class BitReader {
  /**
   * @param {Uint8Array} bytes
   * @param {number} [at] Position in bits.
   */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
    this.end = bytes.length * 8;
  }

  /**
   * The next number of 0 to 32 bits.
   * @param {number} bits
   * @returns {number}
   */
  read(bits) {
    if (bits > 24) return this.read(24) + this.read(bits - 24) * 2 ** 24;
    const b = this.bytes;
    const byte = this.at >>> 3;
    const value = (b[byte] | (b[byte + 1] << 8) | (b[byte + 2] << 16) | (b[byte + 3] << 24)) >>> (this.at & 7);
    this.at += bits;
    if (this.at > this.end) throw new SearchIndexError('corrupt', 'a bit stream ends early');
    return value & ((1 << bits) - 1);
  }

  /**
   * The next number of up to 16 bits, which are not taken; beyond the end there are zeros.
   * @param {number} bits
   */
  peek(bits) {
    const b = this.bytes;
    const byte = this.at >>> 3;
    return ((b[byte] | (b[byte + 1] << 8) | (b[byte + 2] << 16)) >>> (this.at & 7)) & ((1 << bits) - 1);
  }

  /** @param {number} bits */
  skip(bits) {
    this.at += bits;
    if (this.at > this.end) throw new SearchIndexError('corrupt', 'a bit stream ends early');
  }

  /** As many as there are ones before the next zero. */
  readUnary() {
    for (let total = 0; ;) {
      const b = this.bytes;
      const byte = this.at >>> 3;
      const zeros = ~((b[byte] | (b[byte + 1] << 8) | (b[byte + 2] << 16) | (b[byte + 3] << 24)) >>> (this.at & 7)) & 0xffffff;
      if (zeros !== 0) {
        const ones = log2(zeros & -zeros);
        this.at += ones + 1;
        if (this.at > this.end) throw new SearchIndexError('corrupt', 'a bit stream ends early');
        return total + ones;
      }
      total += 24;
      this.at += 24;
      if (this.at > this.end) throw new SearchIndexError('corrupt', 'a bit stream ends early');
    }
  }

  /** Elias's gamma code. */
  readGamma() {
    const log = this.readUnary();
    if (log > 24) throw new SearchIndexError('corrupt', 'a number is too large');
    return (1 << log) + this.read(log);
  }

  /** @param {number} shift Rice's code. */
  readRice(shift) {
    return this.readUnary() * 2 ** shift + this.read(shift);
  }

  /** @param {number} range The next number is below it. */
  readBelow(range) {
    const log = log2(range);
    const shorter = (2 << log) - range;
    const value = this.read(log);
    return value < shorter ? value : value * 2 + this.read(1) - shorter;
  }
}

/**
 * Distinct ascending numbers below a limit.
 * @param {BitReader} reader
 * @param {number} count
 * @param {number} limit
 * @returns {Uint16Array}
 */
export function readSorted(reader, count, limit) {
  if (count > limit) throw new SearchIndexError('corrupt', 'a list is longer than what it lists');
  if (count * 2 <= limit) return readSparse(reader, count, limit);
  const missing = readSparse(reader, limit - count, limit);
  const numbers = new Uint16Array(count);
  for (let number = 0, at = 0, i = 0; i < count; number++) {
    if (at < missing.length && missing[at] === number) at++;
    else numbers[i++] = number;
  }
  return numbers;
}

/**
 * @param {BitReader} reader
 * @param {number} count
 * @param {number} limit
 */
function readSparse(reader, count, limit) {
  const numbers = new Uint16Array(count);
  if (count < FEW) {
    interpolate(reader, numbers, 0, count, 0, limit - 1);
    return numbers;
  }
  const divisor = Math.max(1, Math.floor((71 * (limit - count) + 51 * count) / (102 * count)));
  // As readBelow does, what depends on the divisor alone done once.
  const log = log2(divisor);
  const shorter = (2 << log) - divisor;
  const { bytes } = reader;
  const mask = (1 << log) - 1;
  let { at } = reader;
  for (let i = 0, next = 0; i < count; i++) {
    // Nearly every number is within the bits that four bytes hold wherever it begins.
    const byte = at >>> 3;
    const word = (bytes[byte] | (bytes[byte + 1] << 8) | (bytes[byte + 2] << 16) | (bytes[byte + 3] << 24)) >>> (at & 7);
    const zeros = ~word & WORD_MASK;
    const ones = log2(zeros & -zeros);
    if (zeros !== 0 && ones + 2 + log <= WORD_BITS) {
      const value = (word >>> (ones + 1)) & mask;
      const longer = value < shorter ? 0 : 1;
      next += ones * divisor + (longer ? value * 2 + ((word >>> (ones + 1 + log)) & 1) - shorter : value);
      at += ones + 1 + log + longer;
    } else {
      reader.at = at;
      next += reader.readUnary() * divisor + reader.readBelow(divisor);
      at = reader.at;
    }
    if (next >= limit) throw new SearchIndexError('corrupt', 'a number of a list is out of range');
    numbers[i] = next++;
  }
  reader.at = at;
  reader.skip(0);
  return numbers;
}

/**
 * @param {BitReader} reader
 * @param {Uint16Array} numbers
 * @param {number} from
 * @param {number} to
 * @param {number} low
 * @param {number} high
 */
function interpolate(reader, numbers, from, to, low, high) {
  const count = to - from;
  if (count === 0) return;
  if (count === high - low + 1) {
    for (let i = 0; i < count; i++) numbers[from + i] = low + i;
    return;
  }
  const middle = count >> 1;
  const lowest = low + middle;
  const highest = high - (count - 1 - middle);
  const number = lowest + reader.readBelow(highest - lowest + 1);
  numbers[from + middle] = number;
  interpolate(reader, numbers, from, from + middle, low, number - 1);
  interpolate(reader, numbers, from + middle + 1, to, number + 1, high);
}

/**
 * The parts of reports that hold a gram, a bit each.
 * @param {BitReader} reader
 * @param {number} count
 */
export function readMasks(reader, count) {
  const masks = new Uint8Array(count);
  const counts = count > SHORT ? readCounts(reader, count) : undefined;
  for (let i = 0; i < count; i++) {
    let parts = counts ? counts[i] : 1;
    if (!counts) while (parts < MANY && reader.read(1) === 1) parts++;
    masks[i] = parts === MANY ? ALL_PARTS : masksByCount[parts][reader.readBelow(masksByCount[parts].length)];
  }
  return masks;
}

/**
 * @param {BitReader} reader
 * @param {number} postings
 */
function readCounts(reader, postings) {
  const counts = new Uint8Array(postings).fill(1);
  let left = readSorted(reader, reader.readBelow(postings + 1), postings);
  for (let i = 0; i < left.length; i++) counts[left[i]] = 2;
  for (let count = 3; count <= MANY; count++) {
    const more = readSorted(reader, reader.readBelow(left.length + 1), left.length);
    for (let i = 0; i < more.length; i++) {
      more[i] = left[more[i]];
      counts[more[i]] = count;
    }
    left = more;
  }
  return counts;
}

/**
 * Ranks of the candidates that hold a long gram, and the parts of each.
 * @param {BitReader} reader
 * @param {number} magnitude Logarithm to base 2 of the number of ranks, rounded down.
 * @param {Uint8Array} candidates The parts of each candidate.
 * @param {number} masked Longest list with parts.
 */
export function readCandidates(reader, magnitude, candidates, masked) {
  const ranks = readSorted(reader, (1 << magnitude) + reader.read(magnitude), candidates.length);
  const masks = new Uint8Array(ranks.length);
  let open = 0;
  for (let i = 0; i < ranks.length; i++) {
    masks[i] = candidates[ranks[i]];
    if (masks[i] === ALL_PARTS) open++;
  }
  if (ranks.length > masked) return { ranks, masks };
  const told = readMasks(reader, open);
  for (let i = 0, next = 0; i < masks.length; i++) masks[i] = masks[i] === ALL_PARTS ? told[next++] : readSome(reader, masks[i]);
  return { ranks, masks };
}

/**
 * Which of a few parts are meant.
 * @param {BitReader} reader
 * @param {number} of
 */
function readSome(reader, of) {
  let some = reader.readBelow((1 << partCount(of)) - 1) + 1;
  let mask = 0;
  for (let left = of; left; left &= left - 1, some >>= 1) if (some & 1) mask |= left & -left;
  return mask;
}
