// A query as it is answered in one segment: the twin of SegmentRun.cs.
import { partCount } from './bits.js';
import { NO_MATCH, matchAt } from './matches.js';
import { BATCH, findPhrase, someOf } from './hits.js';
import { fold, variantsIn } from './normalize.js';

/** @typedef {import('./query.js').Phrase} Phrase */
/** @typedef {import('./matches.js').PhraseMatch} PhraseMatch */

/** Parts that are read together where a phrase may be in any, a bit each. */
const ROUNDS = [0b10, 0b11100, 0b11100001];

/** A query in one segment. */
export class SegmentRun {
  /**
   * @param {import('./segment.js').SegmentReader} segment
   * @param {import('./resolve.js').ResolvedQuery} query
   * @param {number} mostRead Most parts of reports that are read to be sure of the number that hold a phrase.
   * @param {AbortSignal | undefined} signal
   */
  constructor(segment, query, mostRead, signal) {
    this.segment = segment;
    this.query = query;
    this.mostRead = mostRead;
    this.signal = signal;
    /** @type {Uint8Array} */
    this.allowed = new Uint8Array(segment.entry.reports).fill(1);
    /** @type {PhraseMatch[][]} */
    this.matches = [];
    /** @type {Map<number, import('./report-text.js').ReportText>} */
    this.texts = new Map();
    /** Masks by report of the masks of each match that was asked for. @type {WeakMap<Uint8Array, Uint8Array>} */
    this.masks = new WeakMap();
    /** Whether it is known of every report that it holds what it must. */
    this.certain = true;
    /** Whether texts told of fewer reports than the tables had named, or of others. */
    this.changed = false;
  }

  /**
   * Answers a query from the tables; `settle` must follow.
   * @param {import('./segment.js').SegmentReader} segment
   * @param {import('./resolve.js').ResolvedQuery} query
   * @param {number} mostRead Most parts of reports that are read to be sure of the number that hold a phrase.
   * @param {AbortSignal} [signal]
   */
  static async begin(segment, query, mostRead, signal) {
    const run = new SegmentRun(segment, query, mostRead, signal);
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
    const holding = this.#holding(true);
    const reports = new Uint16Array(holding.length);
    let count = 0;
    for (let report = 0; report < holding.length; report++) {
      reports[count] = report;
      count += holding[report];
    }
    return reports.subarray(0, count);
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
    return this.masksOf(clause, phrase)[report];
  }

  /**
   * The parts of each report of the segment that may hold a phrase.
   * @param {number} clause
   * @param {number} phrase
   */
  masksOf(clause, phrase) {
    const match = this.matches[clause][phrase];
    let masks = this.masks.get(match.masks);
    if (!masks) {
      masks = new Uint8Array(this.allowed.length);
      for (let i = 0; i < match.reports.length; i++) masks[match.reports[i]] = match.masks[i];
      this.masks.set(match.masks, masks);
    }
    return masks;
  }

  /** @param {number} report */
  text(report) {
    let text = this.texts.get(report);
    if (!text) this.texts.set(report, (text = this.segment.text(report)));
    return text;
  }

  /** Whether the tables alone were enough. */
  get settled() {
    return this.matches.every((clause) => clause.every((match) => match.certainty === 'sure'));
  }

  /** The reports that hold what they must, as far as the tables tell: 1 for each. */
  possible() {
    return this.#holding(false);
  }

  /**
   * Reads which candidates of a phrase hold it; too many are left open.
   * @param {number} clause
   * @param {number} phrase
   * @param {Uint8Array} possible 1 for each report that may be a result: of no others is anything read.
   */
  async readAll(clause, phrase, possible) {
    const match = this.matches[clause][phrase];
    const read = among(match.reports, possible);
    if (read.reduce((parts, i) => parts + partCount(match.masks[i]), 0) > Math.max(this.mostRead, this.mostRead && this.segment.entry.verify)) {
      this.certain = false;
      this.#replace(clause, phrase, matchAt(match, read, 'candidates'));
      return;
    }
    const holds = await Promise.all(read.map((i) => this.holdsText(match.reports[i], match.masks[i], this.query.clauses[clause].phrases[phrase])));
    this.#replace(clause, phrase, matchAt(match, read.filter((_, i) => holds[i]), 'sure'));
  }

  /**
   * Sets a match that one text has told of.
   * @param {number} clause
   * @param {number} phrase
   * @param {boolean} holds
   */
  confirmAll(clause, phrase, holds) {
    this.#replace(clause, phrase, holds ? { ...this.matches[clause][phrase], certainty: 'sure' } : NO_MATCH);
  }

  /**
   * @param {number} clause
   * @param {number} phrase
   * @param {PhraseMatch} match The same reports as before, or some of them.
   */
  #replace(clause, phrase, match) {
    const before = this.matches[clause][phrase];
    // Reports are left out for what they must not hold only once it is sure that they do.
    const counts = this.query.clauses[clause].not && before.certainty === 'candidates' && match.certainty !== 'candidates';
    if (match.reports.length < before.reports.length || counts) this.changed = true;
    this.matches[clause][phrase] = match;
  }

  /**
   * Whether a report holds a phrase, read in the order in which its sentences are: most likely it is shown, and they are wanted next.
   * @param {number} clause
   * @param {number} phrase
   * @param {number} report
   */
  async witness(clause, phrase, report) {
    const sought = this.query.clauses[clause].phrases[phrase];
    if ((await this.segment.meta()).titleHas(report, sought.text)) return true;
    const text = this.text(report);
    for (let left = this.maskOf(clause, phrase, report), most = 1; left; most = BATCH) {
      const parts = someOf(left, false, most);
      const read = await text.read(parts, this.signal);
      if (read.some((blocks) => blocks.some((block) => findPhrase(block, sought, this.query.exact).length > 0))) return true;
      left &= ~parts;
    }
    return false;
  }

  /**
   * Whether a report is a result, its text read where the tables alone could not tell.
   * @param {number} report
   */
  async confirm(report) {
    for (let c = 0; c < this.matches.length; c++) {
      const { not, phrases } = this.query.clauses[c];
      let holds = false;
      for (let p = 0; p < phrases.length && !holds; p++) {
        const mask = this.maskOf(c, p, report);
        holds = mask !== 0 && (this.matches[c][p].certainty !== 'candidates' || (await this.holdsText(report, mask, phrases[p])));
      }
      if (holds === not) return false;
    }
    return true;
  }

  /**
   * Whether one of the parts of a mask of a report holds a phrase.
   * @param {number} report
   * @param {number} mask
   * @param {Phrase} phrase
   */
  async holdsText(report, mask, phrase) {
    const text = this.text(report);
    // Few parts are asked for at once. Where any part will do, the first likely has it: then three more, then the rest.
    for (const parts of partCount(mask) < 4 ? [mask] : ROUNDS) {
      const read = await text.read(mask & parts, this.signal);
      if (read.some((blocks) => blocks.some((block) => findPhrase(block, phrase, this.query.exact).length > 0))) return true;
    }
    return false;
  }

  /**
   * @param {Phrase} phrase
   * @returns {Promise<PhraseMatch>}
   */
  async #match(phrase) {
    if (!this.query.exact) return this.segment.find(phrase.text, this.signal);
    // With a traditional character that the segment has none of, the phrase is nowhere; where it has no other form of any of the
    // phrase's characters, the phrase is written in one way alone.
    const { variants } = this.segment.entry;
    if (variantsIn(phrase.exact).some((c) => !variants.includes(c))) return NO_MATCH;
    const match = await this.segment.find(phrase.text, this.signal);
    const simplified = fold(variants);
    return [...phrase.text].some((c) => simplified.includes(c)) ? { ...match, certainty: 'candidates' } : match;
  }

  /**
   * Which reports the query finds: 1 for each.
   * @param {boolean} withNegative Whether what a report must not hold is looked at where it is not sure yet.
   */
  #holding(withNegative) {
    const holding = this.allowed.slice();
    this.matches.forEach((clause, c) => {
      const { not } = this.query.clauses[c];
      const any = new Uint8Array(holding.length);
      // One that may not hold what it must not is ruled out by its text, before it is shown.
      for (const { reports, certainty } of clause) {
        if (not && (withNegative ? certainty === 'candidates' : certainty !== 'sure')) continue;
        for (let i = 0; i < reports.length; i++) any[reports[i]] = 1;
      }
      const wanted = not ? 0 : 1;
      for (let report = 0; report < holding.length; report++) holding[report] &= any[report] ^ wanted ^ 1;
    });
    return holding;
  }
}

/**
 * Indexes of the reports that are marked.
 * @param {Uint16Array} reports
 * @param {Uint8Array} marked
 */
function among(reports, marked) {
  const found = [];
  for (let i = 0; i < reports.length; i++) if (marked[reports[i]]) found.push(i);
  return found;
}
