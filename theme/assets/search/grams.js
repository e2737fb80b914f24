// Finds grams in the pages of the two tables: the twin of GramHash, GramKey, PageForm, GramLookup and LongGramLookup.
import { BitReader, readMasks, readSorted } from './bits.js';
import { SearchIndexError } from './errors.js';

/** Bytes of a page. */
export const PAGE_BYTES = 512;

/** Units of the shortest long grams, which choose the page of all that begin with them. */
const HOME_UNITS = 3;

/** The reports that hold so many figures in a row are listed by themselves. */
const LISTED_FIGURES = 4;
const FIGURES = /^[0-9.%]+$/;
const BEGINS_WITH_FIGURE = /^[0-9.%]/;

/**
 * Whether the reports that hold a gram are listed by themselves; the twin of Figures.cs.
 * @param {string} gram
 */
export const isListed = (gram) => gram.length === LISTED_FIGURES && FIGURES.test(gram);

/**
 * How many units of a gram of three or more choose its page.
 * @param {string} gram
 */
export const homeUnitsOf = (gram) => (gram.length > HOME_UNITS && BEGINS_WITH_FIGURE.test(gram) ? HOME_UNITS + 1 : HOME_UNITS);

const COUNT_BITS = 12;
const OFFSET_HALF_BITS = 24;
const SEED_BITS = 8;
const MARKS_PER_ENTRY = 256;
const MARK_SHIFT = 7;
const MAGNITUDE_BITS = 4;
const LENGTH_SHIFT = 4;
const BLOCK_LENGTH_SHIFT = 6;
const BLOCK_UNIT = 32;
const BLOCK_UNITS_SHIFT = 3;
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
 * @param {number} hash
 * @param {number} unit
 */
const lengthen = (hash, unit) => (spread(hash ^ unit) + 0x9e3779b9) >>> 0;

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
 * A page of long grams, or a block of one.
 * @typedef {object} LongPage
 * @property {Map<string, (LongEntry | undefined)[]>} entries What each segment says of each gram that was looked for, by slot: those of which anything is stored. One that occurs nowhere may be taken for another.
 * @property {number[]} blocks Where in `lists` each block begins that all longer ones than choose the page are in, and the last ends; none where they are on it.
 */

/**
 * The grams that a few units begin with and that share a page: those from as many units on as choose it.
 * @param {string} start
 * @returns {{ gram: string, place: number, sign: number }[]}
 */
export function longGramsOf(start) {
  let [place, sign] = [0x9e3779b9, 0x7f4a7c15];
  const grams = [];
  const home = homeUnitsOf(start);
  for (let i = 0; i < start.length; i++) {
    [place, sign] = [lengthen(place, start.charCodeAt(i)), lengthen(sign, start.charCodeAt(i))];
    if (i + 1 >= home) grams.push({ gram: start.slice(0, i + 1), place, sign });
  }
  return grams;
}

/**
 * Looks for some grams on a page, in one go.
 * @param {Uint8Array} page
 * @param {ReturnType<typeof longGramsOf>} grams
 * @param {number} slots Number of segments.
 * @param {boolean} [inBlock] Whether it is a block.
 * @returns {LongPage}
 */
export function findLong(page, grams, slots, inBlock = false) {
  const reader = new BitReader(verify(page, 'a page of the table of long grams'));
  const count = reader.read(COUNT_BITS);
  let offset = reader.read(OFFSET_HALF_BITS) + reader.read(OFFSET_HALF_BITS) * 2 ** OFFSET_HALF_BITS;
  const seed = reader.read(SEED_BITS);
  const blocks = readBlocks(reader, offset);
  if (blocks.length > 0) offset = blocks[blocks.length - 1];
  const lengthShift = inBlock ? BLOCK_LENGTH_SHIFT : LENGTH_SHIFT;
  /** @type {Map<number, string>} */
  const sought = new Map();
  for (const { gram, place, sign } of blocks.length > 0 ? grams.slice(0, 1) : grams) sought.set(Math.floor((spread(spread(sign ^ Math.imul(seed, 0x9e3779b1)) ^ place) * (count * MARKS_PER_ENTRY)) / TWO_32), gram);
  const last = Math.max(...sought.keys());
  /** @type {Map<string, (LongEntry | undefined)[]>} */
  const found = new Map();
  for (let i = 0, next = 0; i < count && next <= last; i++) {
    const mark = next + reader.readRice(MARK_SHIFT);
    /** @type {(LongEntry | undefined)[]} */
    const entries = [];
    readSlots(reader, slots).forEach((has, slot) => {
      if (!has) return;
      const magnitude = reader.read(MAGNITUDE_BITS);
      const inside = reader.read(1) === 1;
      const length = inside ? reader.readRice(lengthShift) : reader.readGamma();
      entries[slot] = inside
        ? { inside: new BitReader(reader.bytes, reader.at), offset: 0, length: 0, magnitude }
        : { inside: undefined, offset, length, magnitude };
      if (inside) reader.at += length;
      else offset += length;
    });
    const gram = sought.get(mark);
    if (gram !== undefined) found.set(gram, entries);
    next = mark + 1;
  }
  return { entries: found, blocks };
}

/**
 * Where the blocks of a crowded page begin, and the last ends; none where it is not crowded. The twin of LongBlocks.cs.
 * @param {BitReader} reader
 * @param {number} offset Where the first begins.
 */
function readBlocks(reader, offset) {
  const blocks = [];
  if (reader.read(1) === 1) {
    blocks.push(offset);
    for (let count = reader.readGamma(); count > 0; count--) blocks.push((offset += reader.readRice(BLOCK_UNITS_SHIFT) * BLOCK_UNIT));
  }
  return blocks;
}
