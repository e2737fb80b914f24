// Reads texts back: the twin of TextTokens, TextParts and ReportRecord.
import { BitReader, PARTS } from './bits.js';
import { SearchIndexError } from './errors.js';
import { verify } from './grams.js';
import { readTokens } from './tokens.js';

/** Bytes of the record of a report. */
export const RECORD_BYTES = 8 + 3 * PARTS + 2;

/** Codes up to this length, in bits, are looked up; longer ones are read bit by bit. */
const SHORT_CODE = 11;
const END = '\0';
const ESCAPE = '\u0001';

/**
 * Undoes deflate.
 * @param {Uint8Array} bytes
 */
const inflate = (bytes) => new Response(new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(new DecompressionStream('deflate-raw')));

/** @returns {never} */
function damaged() {
  throw new SearchIndexError('corrupt', 'a deflated file is damaged');
}

/**
 * Bytes that are deflated.
 * @param {Uint8Array} bytes
 */
export const inflateBytes = (bytes) => inflate(bytes).arrayBuffer().then((inflated) => new Uint8Array(inflated), damaged);

/**
 * The text of a file that is deflated and sealed.
 * @param {Uint8Array} bytes
 * @param {string} what
 */
export const openDeflated = (bytes, what) => inflate(verify(bytes, what)).text().catch(damaged);

/** The tokens that the texts of a segment are written with. */
export class TextTokens {
  /** @param {Uint8Array} file The published form. */
  constructor(file) {
    const tokens = readTokens(file);
    this.texts = tokens.map(({ text }) => text);
    /** How many tokens have a code of each length. @type {number[]} */
    this.counts = new Array(1 + Math.max(0, ...tokens.map(({ length }) => length))).fill(0);
    for (const { length } of tokens) this.counts[length]++;
    this.end = this.texts.indexOf(END);
    this.escape = this.texts.indexOf(ESCAPE);
    this.short = this.#shortCodes();
  }

  /**
   * By the next bits of a stream the token whose code they begin with and, in the lowest four bits, its length; 0 where that is longer.
   */
  #shortCodes() {
    const short = new Uint32Array(1 << SHORT_CODE);
    for (let length = 1, code = 0, token = 0; length <= SHORT_CODE && length < this.counts.length; length++, code <<= 1) {
      for (let i = 0; i < this.counts[length]; i++, code++, token++) {
        let reversed = 0;
        for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
        for (let entry = reversed; entry < short.length; entry += 1 << length) short[entry] = (token << 4) | length;
      }
    }
    return short;
  }

  /** @param {BitReader} reader */
  readToken(reader) {
    const found = this.short[reader.peek(SHORT_CODE)];
    if (found !== 0) {
      reader.skip(found & 15);
      return found >>> 4;
    }
    for (let length = 1, code = 0, first = 0, index = 0; length < this.counts.length; length++) {
      code |= reader.read(1);
      const count = this.counts[length];
      if (code - first < count) return index + code - first;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new SearchIndexError('corrupt', 'a text holds a code that no token has');
  }

  /** @param {BitReader} reader */
  readText(reader) {
    for (let text = ''; ;) {
      const token = this.readToken(reader);
      if (token === this.end) return text;
      text += token === this.escape ? String.fromCharCode(reader.read(16)) : this.texts[token];
    }
  }
}

/**
 * The blocks of a part of a report.
 * @param {Uint8Array} bytes
 * @param {TextTokens} tokens
 * @returns {{ anchor: string, text: string }[]}
 */
export function readPart(bytes, tokens) {
  const reader = new BitReader(verify(bytes, 'a piece of text'));
  const blocks = [];
  for (let last = 0; reader.read(1) === 1;) {
    let anchor;
    if (reader.read(1) === 0) anchor = `p${++last}`;
    else if (reader.read(1) === 0) anchor = `p${(last = reader.readGamma())}`;
    else anchor = tokens.readText(reader);
    blocks.push({ anchor, text: tokens.readText(reader) });
  }
  return blocks;
}

/**
 * Where a report's text lies.
 * @typedef {object} ReportRecord
 * @property {string | undefined} date Day of delivery, where stated.
 * @property {[number, number][]} parts Offset and length of each part in `text`, in bytes.
 */

/**
 * @param {Uint8Array} bytes
 * @returns {ReportRecord}
 */
export function readRecord(bytes) {
  verify(bytes, 'the record of a report');
  /** @type {(at: number, count: number) => number} */
  const number = (at, count) => {
    let value = 0;
    for (let i = count - 1; i >= 0; i--) value = value * 256 + bytes[at + i];
    return value;
  };
  let offset = number(0, 5);
  const day = number(5, 3);
  /** @type {[number, number][]} */
  const parts = [];
  for (let part = 0; part < PARTS; part++) {
    const length = number(8 + 3 * part, 3);
    parts.push([offset, length]);
    offset += length;
  }
  // Days are counted from 0001-01-01; 719162 of them lie before 1970.
  return { date: day === 0 ? undefined : new Date((day - 719162) * 86400000).toISOString().slice(0, 10), parts };
}
