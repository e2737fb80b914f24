// Finds grams in the pages of the two tables: the twin of GramHash, PageForm, GramLookup and LongGramLookup.
import { BitReader, readMasks, readSorted } from './bits.js';
import { SearchIndexError } from './errors.js';

/** Bytes of a page. */
export const PAGE_BYTES = 512;

const COUNT_BITS = 12;
const OFFSET_HALF_BITS = 24;
const SEED_BITS = 8;
const MARKS_PER_ENTRY = 256;
const MARK_SHIFT = 7;
const MAGNITUDE_BITS = 4;
const LENGTH_SHIFT = 4;
const TWO_32 = 4294967296;

/** @param {number} key Spread over all 32-bit numbers; no two keys meet. */
export function spread(key) {
  key ^= key >>> 16;
  key = Math.imul(key, 0x85ebca6b);
  key ^= key >>> 13;
  key = Math.imul(key, 0xc2b2ae35);
  return (key ^ (key >>> 16)) >>> 0;
}

/** @param {number} key Undoes `spread`. */
export function gather(key) {
  key ^= key >>> 16;
  key = Math.imul(key, 0x7ed1b41d);
  key ^= (key >>> 13) ^ (key >>> 26);
  key = Math.imul(key, 0xa5cb9243);
  return (key ^ (key >>> 16)) >>> 0;
}

/** @param {string} gram One or two units. */
export const keyOf = (gram) => spread(gram.length === 1 ? gram.charCodeAt(0) : (gram.charCodeAt(0) << 16) | gram.charCodeAt(1));

/**
 * @param {number} key
 * @param {number} pages
 */
export const pageOf = (key, pages) => Math.floor((key * pages) / TWO_32);

/**
 * @param {string} gram
 * @param {number} seed
 */
function hash(gram, seed) {
  let h = seed;
  for (let i = 0; i < gram.length; i++) h = (spread(h ^ gram.charCodeAt(i)) + 0x9e3779b9) >>> 0;
  return h;
}

/** @param {string} gram The hash that chooses a long gram's page. */
export const placeOf = (gram) => hash(gram, 0x9e3779b9);

/** @param {string} gram The hash that tells a long gram from others of its page. */
const signOf = (gram) => hash(gram, 0x7f4a7c15);

/**
 * The 16-bit checksum: FNV-1a folded in half.
 * @param {Uint8Array} bytes
 * @param {number} length
 */
function checksum(bytes, length) {
  let h = 0x811c9dc5;
  for (let i = 0; i < length; i++) h = Math.imul(h ^ bytes[i], 0x01000193);
  return (h ^ (h >>> 16)) & 0xffff;
}

/**
 * The bytes before their checksum, once it is found right.
 * @param {Uint8Array} bytes
 * @param {string} what
 */
export function verify(bytes, what) {
  const length = bytes.length - 2;
  if (length < 0 || checksum(bytes, length) !== (bytes[length] | (bytes[length + 1] << 8))) throw new SearchIndexError('corrupt', `${what} is damaged`);
  return bytes.subarray(0, length);
}

/**
 * The reports that hold a gram.
 * @typedef {object} GramReports
 * @property {Uint16Array} reports Ascending.
 * @property {Uint8Array | undefined} masks The parts that may hold it, a bit each; none where it is everywhere.
 */

/**
 * Where the reports of a gram are to be read.
 * @typedef {object} GramEntry
 * @property {number} frequency Number of reports.
 * @property {boolean} masked Whether the code has parts.
 * @property {GramReports | undefined} inside The reports, where the page holds them.
 * @property {number} offset Else where their code begins in `lists`.
 * @property {number} length And its length in bytes.
 */

/**
 * @param {BitReader} reader
 * @param {number} frequency
 * @param {boolean} masked
 * @param {number} reports
 * @returns {GramReports}
 */
export function readReports(reader, frequency, masked, reports) {
  return { reports: readSorted(reader, frequency, reports), masks: masked ? readMasks(reader, frequency) : undefined };
}

/** @param {number} grams Number of grams in the table. */
export const keyShift = (grams) => Math.max(0, Math.floor(Math.log2((TWO_32 / Math.max(1, grams)) * 0.69)));

/**
 * What each segment says of a gram of one or two units.
 * @param {Uint8Array} page The page it is on.
 * @param {number} key
 * @param {import('./source.js').TablesEntry} tables
 * @param {number} masked Longest list with parts.
 * @returns {(GramEntry | undefined)[]} By slot; none where no report holds it.
 */
export function findGram(page, key, tables, masked) {
  const reader = new BitReader(verify(page, 'a page of the table of grams'));
  const shift = keyShift(tables.grams);
  const count = reader.read(COUNT_BITS);
  let offset = reader.read(OFFSET_HALF_BITS) + reader.read(OFFSET_HALF_BITS) * 2 ** OFFSET_HALF_BITS;
  let next = Math.ceil((pageOf(key, tables.gramPages) * TWO_32) / tables.gramPages);
  for (let i = 0; i < count && next <= key; i++) {
    const found = next + reader.readRice(shift);
    const slots = readSlots(reader, tables.slots.length);
    /** @type {(GramEntry | undefined)[]} */
    const entries = [];
    for (let slot = 0; slot < slots.length; slot++) {
      if (!slots[slot]) continue;
      const reports = tables.slots[slot];
      const frequency = reader.readGamma();
      if (frequency > reports) throw new SearchIndexError('corrupt', 'a gram is in more reports than there are');
      const hasMasks = gather(found) > 0xffff && frequency <= masked;
      const inside = reader.read(1) === 1 ? readReports(reader, frequency, hasMasks, reports) : undefined;
      const length = inside ? 0 : reader.readGamma();
      entries[slot] = { frequency, masked: hasMasks, inside, offset, length };
      offset += length;
    }
    if (found === key) return entries;
    next = found + 1;
  }
  return [];
}

/**
 * Which segments have a gram.
 * @param {BitReader} reader
 * @param {number} slots
 */
function readSlots(reader, slots) {
  return Array.from({ length: slots }, () => slots === 1 || reader.read(1) === 1);
}

/**
 * Where the code of a long gram is.
 * @typedef {object} LongEntry
 * @property {BitReader | undefined} inside Where it begins, if it is in its page.
 * @property {number} offset Else where it begins in `lists`.
 * @property {number} length And its length in bytes.
 * @property {number} magnitude Logarithm to base 2 of the number of reports that hold it, rounded down.
 */

/**
 * What each segment says of a long gram. One that occurs nowhere may be taken for another.
 * @param {Uint8Array} page The page it is on.
 * @param {string} gram
 * @param {number} slots Number of segments.
 * @returns {(LongEntry | undefined)[]} By slot; none where nothing is stored: all candidates hold it, or none does.
 */
export function findLong(page, gram, slots) {
  const reader = new BitReader(verify(page, 'a page of the table of long grams'));
  const count = reader.read(COUNT_BITS);
  let offset = reader.read(OFFSET_HALF_BITS) + reader.read(OFFSET_HALF_BITS) * 2 ** OFFSET_HALF_BITS;
  const seed = reader.read(SEED_BITS);
  const mark = Math.floor((spread(spread(signOf(gram) ^ Math.imul(seed, 0x9e3779b1)) ^ placeOf(gram)) * (count * MARKS_PER_ENTRY)) / TWO_32);
  for (let i = 0, next = 0; i < count && next <= mark; i++) {
    const found = next + reader.readRice(MARK_SHIFT);
    /** @type {(LongEntry | undefined)[]} */
    const entries = [];
    readSlots(reader, slots).forEach((has, slot) => {
      if (!has) return;
      const magnitude = reader.read(MAGNITUDE_BITS);
      const inside = reader.read(1) === 1;
      const length = inside ? reader.readRice(LENGTH_SHIFT) : reader.readGamma();
      entries[slot] = inside
        ? { inside: new BitReader(reader.bytes, reader.at), offset: 0, length: 0, magnitude }
        : { inside: undefined, offset, length, magnitude };
      if (inside) reader.at += length;
      else offset += length;
    });
    if (found === mark) return entries;
    next = found + 1;
  }
  return [];
}
