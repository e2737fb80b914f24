// What the pages of the tables say of the grams of a phrase, and which piece of it costs least to look up.

import { homeUnitsOf, isListed } from './grams.js';

/** @typedef {import('./grams.js').GramEntry} GramEntry */
/** @typedef {import('./grams.js').LongEntry} LongEntry */
/** @typedef {import('./source.js').SegmentEntry} SegmentEntry */

/** Bytes that asking for one code more costs a segment: those of all segments come with one request. */
const REQUEST = 60;

/** Bytes that reading a part of a report costs. */
const PART = 700;

/** Bytes that finding a gram costs which is in a block of a crowded page: often those of a page are in the same one. */
const BLOCK = 400;

/** A piece is worth trying where it seems to cost less than this share of the whole phrase: where it leaves too many reports the rest is read too. */
const TRIED = 0.9;

/** Nothing is stored of a gram that few reports may hold: so it is likely of one that by chance fewer would hold than this many times as many as are verified. */
const NEAR = 2;

/** Two grams of which one is in more than so many times as many reports as the other are not of one word: else all that hold the one may well hold the other. */
const ALIKE = 2;

/** Most parts of reports that a piece may leave to be read. */
const MOST_PARTS = 24;

/** Three figures in a row are in one of so many reports. */
const FIGURES = 10;

/** Parts that the tables name of a report that holds a rare gram. */
const PARTS = 1.3;

/**
 * The grams of a phrase of some length, each once.
 * @param {string} phrase
 * @param {number} length
 */
export const gramsOf = (phrase, length) => new Set(Array.from({ length: phrase.length - length + 1 }, (_, i) => phrase.slice(i, i + length)));

/**
 * The grams that a phrase is told from, itself among them if it is no longer than grams are: of each the two one shorter, but for those whose
 * reports are listed by themselves.
 * @param {string} phrase Of two units at least.
 * @param {number} longest Length of the longest grams.
 * @returns {Set<string>}
 */
export function neededGrams(phrase, longest) {
  const needed = gramsOf(phrase, Math.min(phrase.length, longest));
  // What is added while a set is walked through is walked through too.
  for (const gram of needed) {
    if (gram.length === 2 || isListed(gram)) continue;
    needed.add(gram.slice(0, -1));
    needed.add(gram.slice(1));
  }
  return needed;
}

/**
 * What must be looked up for the long ones of some grams: for each page the longest that begins there.
 * @param {string} phrase
 * @param {Set<string>} needed
 * @param {number} longest
 * @returns {Set<string>}
 */
export function startsOf(phrase, needed, longest) {
  const starts = new Set();
  for (let i = 0; i + 3 <= phrase.length; i++) {
    /** @type {Map<number, string>} */
    const byHome = new Map();
    for (let length = 3; length <= Math.min(longest, phrase.length - i); length++) {
      const gram = phrase.slice(i, i + length);
      if (needed.has(gram)) byHome.set(homeUnitsOf(gram), gram);
    }
    for (const start of byHome.values()) starts.add(start);
  }
  return starts;
}

export class PhraseGrams {
  /**
   * @param {Map<string, GramEntry>} pairs The pairs it is told from.
   * @param {Map<string, LongEntry>} long Its long grams of which anything is stored.
   * @param {Set<string>} open Those of which it is not known yet whether anything is: their pages are crowded.
   * @param {number} slots Number of segments that the tables tell of.
   * @param {number} longest Length of the longest grams.
   */
  constructor(pairs, long, open, slots, longest) {
    this.pairs = pairs;
    this.long = long;
    this.open = open;
    this.slots = slots;
    this.longest = longest;
  }

  /**
   * Those that a piece of the phrase is told from, so far as all is known of them: a code counts candidates, and these are of grams of which it may not be known yet.
   * @param {string} piece
   */
  of(piece) {
    const needed = neededGrams(piece, this.longest);
    const pairs = [...this.pairs].filter(([pair]) => needed.has(pair));
    const long = [...this.long].filter(([gram]) => needed.has(gram) && this.#isKnown(gram));
    return new PhraseGrams(new Map(pairs), new Map(long), this.open, this.slots, this.longest);
  }

  /**
   * Whether of a gram and of all that are in it it is known what is stored.
   * @param {string} gram
   */
  #isKnown(gram) {
    for (const open of this.open) if (gram.includes(open)) return false;
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
    const needed = neededGrams(phrase, this.longest);
    for (let length = 2; length < phrase.length; length++) {
      for (const piece of gramsOf(phrase, length)) {
        if (length <= this.longest && !needed.has(piece)) continue;
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
    return this.#bytes(phrase) + (this.open.size * BLOCK) / this.slots;
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
  #parts(piece, segment) {
    const needed = neededGrams(piece, this.longest);
    /** @type {Map<string, number>} */
    const held = new Map();
    let fewest = segment.reports;
    for (let length = 2; length <= Math.min(piece.length, this.longest); length++) {
      for (const gram of gramsOf(piece, length)) {
        if (!needed.has(gram)) continue;
        const reports = length === 2 ? /** @type {GramEntry} */ (this.pairs.get(gram)).frequency : this.#reports(gram, held, segment);
        held.set(gram, reports);
        fewest = Math.min(fewest, reports);
      }
    }
    return PARTS * fewest;
  }

  /**
   * About how many reports hold a long gram.
   * @param {string} gram
   * @param {Map<string, number>} held How many hold those one shorter.
   * @param {SegmentEntry} segment
   */
  #reports(gram, held, { reports, verify }) {
    const entry = this.long.get(gram);
    const named = entry ? 1.5 * 2 ** entry.magnitude : 0;
    if (isListed(gram)) return named;
    const [first, last] = [gram.slice(0, -1), gram.slice(1)].map((of) => /** @type {number} */ (held.get(of)));
    if (entry) return Math.min(first, last, named);
    if (!this.#isKnown(gram)) return Math.min(first, last);
    // Nothing is stored where few reports are candidates, or where all of these hold it.
    const chance = (first * last) / (held.get(gram.slice(1, -1)) ?? (isListed(gram.slice(1)) ? reports / FIGURES : reports));
    const isFew = chance < NEAR * verify && Math.max(first, last) >= ALIKE * Math.min(first, last);
    return isFew ? Math.min(first, last, Math.max(verify / 3, chance / 2)) : Math.min(first, last);
  }
}
