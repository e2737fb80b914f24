// What the pages of the tables say of the grams of a phrase, and which piece of it costs least to look up.

import { HOME_UNITS } from './grams.js';

/** @typedef {import('./grams.js').GramEntry} GramEntry */
/** @typedef {import('./grams.js').LongEntry} LongEntry */
/** @typedef {import('./source.js').SegmentEntry} SegmentEntry */

/** Bytes that asking for one code more costs a segment: those of all segments come with one request. */
const REQUEST = 60;

/** Bytes that reading a part of a report costs. */
const PART = 700;

/** Bytes that the blocks of a crowded page cost, of which a phrase mostly needs two, side by side. */
const BLOCKS = 1224;

/** A piece is worth trying where it seems to cost less than this share of the whole phrase: where it leaves too many reports the rest is read too. */
const TRIED = 0.9;

/** Nothing is stored of a gram that few reports may hold: so it is likely of one that by chance fewer would hold than this many times as many as are verified. */
const NEAR = 2;

/** Most parts of reports that a piece may leave to be read. */
const MOST_PARTS = 24;

/** Parts that the tables name of a report that holds a rare gram. */
const PARTS = 1.3;

/**
 * The grams of a phrase of some length, each once.
 * @param {string} phrase
 * @param {number} length
 */
export const gramsOf = (phrase, length) => new Set(Array.from({ length: phrase.length - length + 1 }, (_, i) => phrase.slice(i, i + length)));

export class PhraseGrams {
  /**
   * @param {Map<string, GramEntry>} pairs All its pairs.
   * @param {Map<string, LongEntry>} long Its long grams of which anything is stored.
   * @param {Set<string>} crowded Grams of three units whose pages are crowded: of the longer ones that begin with them it is not known yet what is stored.
   * @param {number} slots Number of segments that the tables tell of.
   */
  constructor(pairs, long, crowded, slots) {
    this.pairs = pairs;
    this.long = long;
    this.crowded = crowded;
    this.slots = slots;
  }

  /**
   * Those of a piece of the phrase of which all is known: a code counts candidates, and these are of grams that may be in crowded pages.
   * @param {string} piece
   */
  of(piece) {
    const pairs = [...this.pairs].filter(([pair]) => piece.includes(pair));
    const long = [...this.long].filter(([gram]) => piece.includes(gram) && this.#isKnown(gram));
    return new PhraseGrams(new Map(pairs), new Map(long), this.crowded, this.slots);
  }

  /**
   * Whether of a gram and of all that are in it it is known what is stored.
   * @param {string} gram
   */
  #isKnown(gram) {
    for (let i = 0; i < gram.length - HOME_UNITS; i++) if (this.crowded.has(gram.slice(i, i + HOME_UNITS))) return false;
    return true;
  }

  /**
   * The piece of the phrase that finds few reports for the fewest bytes; none where none seems to find them for much less than the phrase itself.
   * @param {string} phrase
   * @param {SegmentEntry} segment
   */
  cheapestPiece(phrase, segment) {
    /** @type {string | undefined} */
    let best;
    let least = TRIED * this.#all(phrase);
    for (let length = 2; length < phrase.length; length++) {
      for (const piece of gramsOf(phrase, length)) {
        const parts = this.#parts(piece, segment);
        const bytes = this.#bytes(piece) + parts * PART;
        if (parts <= MOST_PARTS && bytes < least) [best, least] = [piece, bytes];
      }
    }
    return best;
  }

  /**
   * Whether so many parts of reports as a piece has left cost less than what else the phrase would need.
   * @param {string} phrase
   * @param {string} piece
   * @param {number} parts
   * @param {SegmentEntry} segment
   */
  isEnough(phrase, piece, parts, segment) {
    return parts <= segment.verify || (parts <= MOST_PARTS && parts * PART < this.#all(phrase) - this.#bytes(piece));
  }

  /**
   * Bytes to be read of the whole phrase.
   * @param {string} phrase
   */
  #all(phrase) {
    return this.#bytes(phrase) + (this.crowded.size * BLOCKS) / this.slots;
  }

  /**
   * Bytes to be read of a piece that are not in pages.
   * @param {string} piece
   */
  #bytes(piece) {
    const { pairs, long } = this.of(piece);
    return [...pairs.values(), ...long.values()].reduce((sum, { inside, length }) => sum + (inside ? 0 : length + REQUEST), 0);
  }

  /**
   * About how many parts of reports a piece leaves to be read.
   * @param {string} piece
   * @param {SegmentEntry} segment
   */
  #parts(piece, { reports, verify, longestGram }) {
    /** @type {Map<string, number>} */
    let held = new Map([...gramsOf(piece, 2)].map((pair) => [pair, /** @type {GramEntry} */ (this.pairs.get(pair)).frequency]));
    for (let length = 3; length <= Math.min(piece.length, longestGram); length++) {
      const shorter = held;
      held = new Map([...gramsOf(piece, length)].map((gram) => {
        const [first, last] = [gram.slice(0, -1), gram.slice(1)].map((of) => /** @type {number} */ (shorter.get(of)));
        const entry = this.long.get(gram);
        if (entry) return [gram, Math.min(first, last, 1.5 * 2 ** entry.magnitude)];
        if (!this.#isKnown(gram)) return [gram, Math.min(first, last)];
        // Nothing is stored where few reports are candidates, or where all of these hold it.
        const chance = (first * last) / reports;
        return [gram, chance < NEAR * verify ? Math.min(first, last, Math.max(verify / 3, chance / 2)) : Math.min(first, last)];
      }));
    }
    return PARTS * Math.min(...held.values());
  }
}
