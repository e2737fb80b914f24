// Finds the reports of a segment that hold a phrase, from the tables alone: from its pairs, then length by length from grams one
// longer. The twin of PhraseFinder.cs, but that a rare piece of the phrase is tried before the whole.
import { ALL_PARTS, BitReader, readCandidates } from './bits.js';
import { SearchIndexError } from './errors.js';
import { isListed, longGramsOf, readReports } from './grams.js';
import { NO_MATCH, costOf, intersect, matchOf } from './matches.js';
import { PhraseGrams, gramsOf, neededGrams, startsOf } from './phrase-grams.js';

/** @typedef {import('./matches.js').PhraseMatch} PhraseMatch */
/** @typedef {import('./grams.js').GramEntry} GramEntry */
/** @typedef {import('./grams.js').LongEntry} LongEntry */

/** @typedef {{ magnitude: number, reader: BitReader }} LongCode The code of a long gram, and the magnitude of the number of reports it names. */

/** So few parts to read cost no more than what they would be spared by; most of them are shown anyway. */
const FEW = 10;

/** Where even the rarest gram is in more reports than this, all of them together hardly leave few: it is not worth finding out. */
const RARE = 256;

export class PhraseFinder {
  /** @param {import('./segment.js').SegmentReader} segment */
  constructor(segment) {
    this.segment = segment;
    /** @type {Uint8Array | undefined} */
    this.anyPart = undefined;
  }

  /**
   * The reports that hold a phrase, from the tables alone.
   * @param {string} phrase Folded, of at least one unit.
   * @param {AbortSignal} [signal]
   * @returns {Promise<PhraseMatch>}
   */
  async find(phrase, signal) {
    const { longestGram } = this.segment.entry;
    const needed = phrase.length < 2 ? new Set([phrase]) : neededGrams(phrase, longestGram);
    const unique = [...needed].filter((gram) => gram.length <= 2);
    const starts = [...startsOf(phrase, needed, longestGram)];
    const reading = Promise.all(starts.map((start) => this.segment.tables.long(start, signal)));
    reading.catch(() => {});
    const found = await Promise.all(unique.map((gram) => this.segment.tables.gram(gram, this.segment.entry, signal)));
    if (found.includes(undefined)) return NO_MATCH;
    const entries = /** @type {GramEntry[]} */ (found);
    if (phrase.length <= 2) return matchOf(await this.#reports(entries[0], signal), 'sure');
    const pages = await reading;
    const long = this.#own(pages.map((page) => page.entries));
    if ([...needed].some((gram) => isListed(gram) && !long.has(gram))) return NO_MATCH;
    const crowded = starts.map((start, i) => ({ start, page: pages[i] })).filter(({ page }) => page.blocks.length > 0);
    const open = crowded.flatMap(({ start }) => longGramsOf(start).slice(1).map(({ gram }) => gram));
    const grams = new PhraseGrams(new Map(unique.map((gram, i) => [gram, entries[i]])), long, new Set(open), this.segment.tables.entry.slots.length, longestGram);
    return (await this.#findFew(phrase, grams, signal)) ?? this.#findAll(phrase, grams, this.#crowded(crowded, signal), signal);
  }

  /**
   * What this segment says of some grams.
   * @param {import('./grams.js').LongPage['entries'][]} found
   * @returns {Map<string, LongEntry>}
   */
  #own(found) {
    return new Map(found.flatMap((entries) => [...entries].flatMap(([gram, { [this.segment.entry.slot]: entry }]) => (entry ? [/** @type {const} */ ([gram, entry])] : []))));
  }

  /**
   * The long grams that are not on their pages, which are crowded.
   * @param {{ start: string, page: import('./grams.js').LongPage }[]} crowded
   * @param {AbortSignal | undefined} signal
   */
  async #crowded(crowded, signal) {
    return this.#own(await Promise.all(crowded.map(({ start, page }) => this.segment.tables.crowded(start, page, signal))));
  }

  /**
   * The candidates that a piece of a phrase leaves, which costs less to read than the whole; none where it leaves many, or no piece seems to leave few.
   * @param {string} phrase
   * @param {PhraseGrams} grams
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<PhraseMatch | undefined>}
   */
  async #findFew(phrase, grams, signal) {
    const piece = grams.cheapestPiece(phrase, this.segment.entry);
    if (piece === undefined) return undefined;
    const own = await this.#findAll(piece, grams.of(piece), Promise.resolve(new Map()), signal);
    // What stands in the pages that are here costs nothing.
    const here = [...grams.pairs.values()].flatMap(({ inside }) => (inside ? [matchOf(inside, 'candidates')] : []));
    const few = here.reduce((a, b) => intersect(a, b, 'candidates'), { ...own, certainty: /** @type {const} */ ('candidates') });
    return grams.isEnough(phrase, piece, costOf(few), this.segment.entry) ? few : undefined;
  }

  /**
   * @param {string} phrase
   * @param {PhraseGrams} grams
   * @param {Promise<Map<string, LongEntry>>} longer More of its long grams.
   * @param {AbortSignal | undefined} signal
   */
  async #findAll(phrase, grams, longer, signal) {
    const [codes, more, pairs] = await Promise.all([
      this.#codes(grams.long, signal),
      longer.then((found) => this.#codes(found, signal)),
      Promise.all([...grams.pairs].map(async ([pair, entry]) => /** @type {const} */ ([pair, matchOf(await this.#reports(entry, signal), 'allOrNone')]))),
    ]);
    return this.#lengthen(phrase, new Map(pairs), new Map([...codes, ...more]));
  }

  /**
   * @param {GramEntry} entry
   * @param {AbortSignal | undefined} signal
   */
  async #reports(entry, signal) {
    if (entry.inside) return entry.inside;
    const code = await this.segment.tables.list(entry.offset, entry.length, 'a list of reports', signal);
    return readReports(new BitReader(code), entry.frequency, entry.masked, this.segment.entry.reports);
  }

  /**
   * @param {Map<string, LongEntry>} long
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<Map<string, LongCode>>}
   */
  async #codes(long, signal) {
    return new Map(await Promise.all([...long].map(async ([gram, entry]) => /** @type {const} */ ([gram, { magnitude: entry.magnitude, reader: await this.segment.tables.code(entry, signal) }]))));
  }

  /**
   * The reports of a gram that are listed by themselves: every report of the segment is a candidate, of which no part is known.
   * @param {LongCode} code
   */
  #listed(code) {
    this.anyPart ??= new Uint8Array(this.segment.entry.reports).fill(ALL_PARTS);
    return heldOf({ reports: undefined, masks: this.anyPart }, code, this.segment.entry.masked);
  }

  /**
   * Length by length from grams one longer. Once there are few candidates the text decides.
   * @param {string} phrase
   * @param {Map<string, PhraseMatch>} pairs The matches of its pairs.
   * @param {Map<string, LongCode>} codes Codes of its long grams.
   */
  #lengthen(phrase, pairs, codes) {
    const { verify, masked, longestGram } = this.segment.entry;
    const needed = neededGrams(phrase, longestGram);
    let known = pairs;
    for (let length = 3; length <= Math.min(phrase.length, longestGram); length++) {
      const rarest = Math.min(...[...known.values()].map(({ reports }) => reports.length));
      if (rarest <= RARE) {
        const all = allOf([...known.values()]);
        if (costOf(all) <= Math.min(FEW, verify)) return all;
      }
      /** @type {Map<string, PhraseMatch>} */
      const longer = new Map();
      for (const gram of gramsOf(phrase, length)) {
        if (!needed.has(gram)) continue;
        const code = codes.get(gram);
        const listed = code && isListed(gram) ? this.#listed(code) : undefined;
        const match = listed ?? intersect(/** @type {PhraseMatch} */ (known.get(gram.slice(0, -1))), /** @type {PhraseMatch} */ (known.get(gram.slice(1))), 'allOrNone');
        if (costOf(match) <= verify) return allOf([match, ...longer.values(), ...known.values()]);
        longer.set(gram, code && !listed ? heldOf(match, code, masked) : match);
      }
      known = longer;
    }
    return known.get(phrase) ?? allOf([...known.values()]);
  }
}

/**
 * The reports of all matches.
 * @param {PhraseMatch[]} matches At least one.
 * @returns {PhraseMatch}
 */
const allOf = (matches) => matches.reduce((a, b) => intersect(a, b, 'candidates'), { ...matches[0], certainty: 'candidates' });

/**
 * The candidates that hold a long gram.
 * @param {{ reports: Uint16Array | undefined, masks: Uint8Array }} candidates No numbers where all reports are.
 * @param {LongCode} code
 * @param {number} masked Longest list with parts.
 * @returns {PhraseMatch}
 */
function heldOf(candidates, code, masked) {
  try {
    const { ranks, masks } = readCandidates(code.reader, code.magnitude, candidates.masks, masked);
    const { reports } = candidates;
    return { reports: reports ? ranks.map((rank) => reports[rank]) : ranks, masks, certainty: 'stored' };
  } catch (error) {
    // The bytes are sound, but say nothing of these candidates: it is the code of another gram, and this one occurs nowhere.
    if (error instanceof SearchIndexError) return NO_MATCH;
    throw error;
  }
}
