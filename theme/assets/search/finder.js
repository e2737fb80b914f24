// Finds the reports of a segment that hold a phrase, from the tables alone: from its pairs, then length by length from grams one
// longer. The twin of PhraseFinder.cs.
import { BitReader, readCandidates } from './bits.js';
import { SearchIndexError } from './errors.js';
import { readReports } from './grams.js';
import { NO_MATCH, costOf, intersect, matchOf } from './matches.js';

/** @typedef {import('./matches.js').PhraseMatch} PhraseMatch */

/** Lists up to this many bytes are read to narrow few candidates down; longer ones cost more than reading the texts. */
const CHEAP_LIST = 1024;

/** So few parts to read cost no more than what they would be spared by; most of them are shown anyway. */
const FEW = 10;

/** Phrases up to this length have the pages of all their long grams asked for together with those of their pairs. */
const EAGER_LENGTH = 4;

/** So do phrases with figures in them up to this length: all pairs of figures are common, so that the longer grams are needed. */
const EAGER_FIGURES = 8;

/** Units of the shortest long grams. Of all other phrases the pages of these come with the pairs: so what stands outside their pages is known in time. */
const SHORTEST = 3;

/** Two figures, or a figure and the point of a decimal. */
const FIGURES = /[0-9.][0-9]|[0-9][.%]/;

export class PhraseFinder {
  /** @param {import('./segment.js').SegmentReader} segment */
  constructor(segment) {
    this.segment = segment;
  }

  /**
   * The reports that hold a phrase, from the tables alone.
   * @param {string} phrase Folded, of at least one unit.
   * @param {AbortSignal} [signal]
   * @returns {Promise<PhraseMatch>}
   */
  async find(phrase, signal) {
    const pairs = phrase.length === 1 ? [phrase] : Array.from({ length: phrase.length - 1 }, (_, i) => phrase.slice(i, i + 2));
    const unique = [...new Set(pairs)];
    const early = phrase.length <= (FIGURES.test(phrase) ? EAGER_FIGURES : EAGER_LENGTH) ? this.segment.entry.longestGram : SHORTEST;
    const shorter = this.#longGrams(phrase, SHORTEST, early, signal);
    shorter.catch(() => {});
    const found = await Promise.all(unique.map((gram) => this.#gram(gram, signal)));
    if (found.includes(undefined)) return NO_MATCH;
    const entries = /** @type {import('./grams.js').GramEntry[]} */ (found);
    if (entries.length === 1 && phrase.length <= 2) return matchOf(await this.#reports(entries[0], signal), 'sure');
    const rarest = entries.reduce((a, b) => (b.frequency < a.frequency ? b : a));
    if (rarest.frequency <= this.segment.entry.verify) {
      const few = await this.#narrow(rarest, entries, signal);
      if (few) return few;
    }
    const [lists, ...long] = await Promise.all([
      Promise.all(entries.map((entry) => this.#reports(entry, signal))),
      shorter,
      this.#longGrams(phrase, early + 1, this.segment.entry.longestGram, signal),
    ]);
    const byGram = new Map(unique.map((gram, i) => [gram, matchOf(lists[i], 'allOrNone')]));
    return this.#lengthen(phrase, pairs.map((gram) => /** @type {PhraseMatch} */ (byGram.get(gram))), new Map(long.flatMap((codes) => [...codes])));
  }

  /**
   * @param {string} gram
   * @param {AbortSignal | undefined} signal
   */
  #gram(gram, signal) {
    return this.segment.tables.gram(gram, this.segment.entry, signal);
  }

  /**
   * @param {import('./grams.js').GramEntry} entry
   * @param {AbortSignal | undefined} signal
   */
  async #reports(entry, signal) {
    if (entry.inside) return entry.inside;
    const code = await this.segment.tables.list(entry.offset, entry.length, 'a list of reports', signal);
    return readReports(new BitReader(code), entry.frequency, entry.masked, this.segment.entry.reports);
  }

  /**
   * The codes of the long grams of a phrase, of some lengths; none of those that are not stored.
   * @param {string} phrase
   * @param {number} from
   * @param {number} to
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<Map<string, BitReader>>}
   */
  async #longGrams(phrase, from, to, signal) {
    /** @type {Map<string, BitReader>} */
    const codes = new Map();
    const grams = new Set();
    const longest = Math.min(phrase.length, to, this.segment.entry.longestGram);
    for (let length = from; length <= longest; length++) for (let i = 0; i + length <= phrase.length; i++) grams.add(phrase.slice(i, i + length));
    await Promise.all([...grams].map(async (gram) => {
      const code = await this.segment.tables.long(gram, this.segment.entry, signal);
      if (code) codes.set(gram, code);
    }));
    return codes;
  }

  /**
   * The candidates where one pair alone leaves few; none where it leaves many parts to be read. All lists are asked for together:
   * where it does leave many, they are needed too.
   * @param {import('./grams.js').GramEntry} rarest
   * @param {import('./grams.js').GramEntry[]} entries
   * @param {AbortSignal | undefined} signal
   */
  async #narrow(rarest, entries, signal) {
    const cheap = entries.filter((entry) => entry !== rarest && entry.length <= CHEAP_LIST);
    const [own, ...others] = await Promise.all([rarest, ...cheap].map((entry) => this.#reports(entry, signal)));
    const few = matchOf(own, 'candidates');
    if (costOf(few) > this.segment.entry.verify) return undefined;
    return others.map((list) => matchOf(list, 'candidates')).reduce((a, b) => intersect(a, b, 'candidates'), few);
  }

  /**
   * Length by length from grams one longer. Once there are few candidates the text decides.
   * @param {string} phrase
   * @param {PhraseMatch[]} pairs The matches of its pairs.
   * @param {Map<string, BitReader>} codes Codes of its long grams.
   */
  #lengthen(phrase, pairs, codes) {
    const { verify, masked, longestGram } = this.segment.entry;
    let grams = pairs;
    for (let length = 3; length <= Math.min(phrase.length, longestGram); length++) {
      const all = grams.reduce((a, b) => intersect(a, b, 'candidates'));
      if (costOf(all) <= Math.min(FEW, verify)) return all;
      /** @type {PhraseMatch[]} */
      const longer = [];
      for (let i = 0; i + length <= phrase.length; i++) {
        let match = intersect(grams[i], grams[i + 1], 'allOrNone');
        if (costOf(match) <= verify) return [match, ...longer, ...grams].reduce((a, b) => intersect(a, b, 'candidates'));
        const code = codes.get(phrase.slice(i, i + length));
        if (code) match = heldOf(match, new BitReader(code.bytes, code.at), masked);
        longer.push(match);
      }
      grams = longer;
    }
    return grams.length === 1 ? grams[0] : grams.reduce((a, b) => intersect(a, b, 'candidates'));
  }
}

/**
 * The candidates that hold a long gram.
 * @param {PhraseMatch} candidates
 * @param {BitReader} code
 * @param {number} masked Longest list with parts.
 * @returns {PhraseMatch}
 */
function heldOf(candidates, code, masked) {
  try {
    const { ranks, masks } = readCandidates(code, candidates.masks, masked);
    return { reports: Uint16Array.from(ranks, (rank) => candidates.reports[rank]), masks, certainty: 'stored' };
  } catch (error) {
    // The bytes are sound, but say nothing of these candidates: it is the code of another gram, and this one occurs nowhere.
    if (error instanceof SearchIndexError) return NO_MATCH;
    throw error;
  }
}
