// A query as it is answered in one segment: the twin of SegmentRun.cs.
import { ALL_PARTS, partCount } from './bits.js';
import { NO_MATCH, maskOf, matchAt } from './matches.js';
import { findPhrase } from './hits.js';

/** @typedef {import('./query.js').Phrase} Phrase */
/** @typedef {import('./matches.js').PhraseMatch} PhraseMatch */

/**
 * Most candidates of a phrase that are read to be sure of their number. Only phrases longer than the tables know ever have
 * more; their total is then said to be about so many, and each report shown is read before it is shown.
 */
const MOST_READ = 200;

/** A query in one segment. */
export class SegmentRun {
  /**
   * @param {import('./segment.js').SegmentReader} segment
   * @param {import('./resolve.js').ResolvedQuery} query
   * @param {AbortSignal | undefined} signal
   */
  constructor(segment, query, signal) {
    this.segment = segment;
    this.query = query;
    this.signal = signal;
    /** @type {Uint8Array} */
    this.allowed = new Uint8Array(segment.entry.reports).fill(1);
    /** @type {PhraseMatch[][]} */
    this.matches = [];
    /** @type {Map<number, import('./segment.js').ReportText>} */
    this.texts = new Map();
    /** Whether it is known of every report that it holds what it must. */
    this.certain = true;
  }

  /**
   * Answers a query from the tables; `settle` must follow.
   * @param {import('./segment.js').SegmentReader} segment
   * @param {import('./resolve.js').ResolvedQuery} query
   * @param {AbortSignal} [signal]
   */
  static async begin(segment, query, signal) {
    const run = new SegmentRun(segment, query, signal);
    const [filters, matches] = await Promise.all([
      Promise.all(query.filters.map((filter) => filter.select(segment, signal))),
      Promise.all(query.clauses.map((clause) => Promise.all(clause.phrases.map((phrase) => run.#match(phrase))))),
      segment.meta(),
    ]);
    run.matches = matches;
    filters.forEach((selected, i) => {
      const wanted = query.filters[i].not ? 0 : 1;
      for (let report = 0; report < run.allowed.length; report++) if (selected[report] !== wanted) run.allowed[report] = 0;
    });
    return run;
  }

  /** The reports that the query finds, ascending. */
  get reports() {
    return this.#holding(true);
  }

  /**
   * @param {number} clause
   * @param {number} phrase
   */
  frequency(clause, phrase) {
    return this.matches[clause][phrase].reports.length;
  }

  /**
   * The parts of a report that may hold a phrase.
   * @param {number} clause
   * @param {number} phrase
   * @param {number} report
   */
  maskOf(clause, phrase, report) {
    return maskOf(this.matches[clause][phrase], report);
  }

  /** @param {number} report */
  text(report) {
    let text = this.texts.get(report);
    if (!text) this.texts.set(report, (text = this.segment.text(report)));
    return text;
  }

  /** Reads what the tables left open, of reports alone that may be results. */
  async settle() {
    for (let c = 0; c < this.matches.length; c++) {
      for (let p = 0; p < this.matches[c].length; p++) {
        const match = this.matches[c][p];
        const phrase = this.query.clauses[c].phrases[p];
        if (match.certainty === 'candidates') this.matches[c][p] = await this.#readAll(match, phrase);
        else if (match.certainty === 'allOrNone') this.matches[c][p] = await this.#confirm(match, phrase);
      }
    }
  }

  /**
   * @param {PhraseMatch} match
   * @param {Phrase} phrase
   * @returns {Promise<PhraseMatch>}
   */
  async #readAll(match, phrase) {
    const possible = this.#holdingAmong(match.reports);
    if (possible.length > MOST_READ) {
      this.certain = false;
      return matchAt(match, possible, 'candidates');
    }
    const holds = await Promise.all(possible.map((i) => this.holdsText(match.reports[i], match.masks[i], phrase)));
    return matchAt(match, possible.filter((_, i) => holds[i]), 'sure');
  }

  /**
   * @param {PhraseMatch} match
   * @param {Phrase} phrase
   * @returns {Promise<PhraseMatch>}
   */
  async #confirm(match, phrase) {
    const [witness] = this.#holdingAmong(match.reports);
    if (witness === undefined) return match;
    return (await this.holdsText(match.reports[witness], match.masks[witness], phrase)) ? { ...match, certainty: 'sure' } : NO_MATCH;
  }

  /**
   * Whether one of the parts of a mask of a report holds a phrase.
   * @param {number} report
   * @param {number} mask
   * @param {Phrase} phrase
   */
  async holdsText(report, mask, phrase) {
    const text = this.text(report);
    // Two or three parts are asked for at once; where any part will do, one after the other.
    if (mask !== ALL_PARTS && partCount(mask) > 1) for (let part = 0; part < 8; part++) if ((mask >> part) & 1) text.part(part, this.signal).catch(() => {});
    for (let part = 0; part < 8; part++) {
      if (!((mask >> part) & 1)) continue;
      if ((await text.part(part, this.signal)).some((block) => findPhrase(block, phrase, this.query.exact).length > 0)) return true;
    }
    return false;
  }

  /**
   * @param {Phrase} phrase
   * @returns {Promise<PhraseMatch>}
   */
  async #match(phrase) {
    if (this.query.exact && !this.segment.entry.variants && phrase.text !== phrase.exact) return NO_MATCH;
    const match = await this.segment.find(phrase.text, this.signal);
    return this.query.exact && this.segment.entry.variants ? { ...match, certainty: 'candidates' } : match;
  }

  /**
   * Indexes of those of some reports that all else allows to be results.
   * @param {Uint16Array} reports
   */
  #holdingAmong(reports) {
    const holding = new Uint8Array(this.allowed.length);
    for (const report of this.#holding(false)) holding[report] = 1;
    const found = [];
    for (let i = 0; i < reports.length; i++) if (holding[reports[i]]) found.push(i);
    return found;
  }

  /** @param {boolean} withNegative */
  #holding(withNegative) {
    const holding = Uint8Array.from(this.allowed);
    this.matches.forEach((clause, c) => {
      const { not } = this.query.clauses[c];
      if (not && !withNegative) return;
      const any = new Uint8Array(holding.length);
      for (const match of clause) for (const report of match.reports) any[report] = 1;
      for (let report = 0; report < holding.length; report++) if (any[report] === (not ? 1 : 0)) holding[report] = 0;
    });
    const reports = [];
    for (let report = 0; report < holding.length; report++) if (holding[report]) reports.push(report);
    return reports;
  }
}
