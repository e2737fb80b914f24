// Ranks reports: the twin of Ranking.cs, where the formula is explained.
import { ALL_PARTS, HEADINGS, partCount } from './bits.js';
import { unread } from './hits.js';

/** First reports that are ranked again by their text. */
export const WINDOW = 5;

/** @typedef {'relevance' | 'year' | 'place'} SearchOrder */

/** @typedef {{ segment: number, report: number, score: number }} Ranked */

export class Ranking {
  /**
   * @param {import('./resolve.js').ResolvedQuery} query
   * @param {import('./run.js').SegmentRun[]} runs
   * @param {import('./meta.js').SegmentMeta[]} metas
   */
  constructor(query, runs, metas) {
    this.query = query;
    this.runs = runs;
    this.metas = metas;
    const reports = runs.reduce((sum, run) => sum + run.segment.entry.reports, 0);
    this.weights = query.clauses.map((clause, c) => clause.phrases.map((_, p) => {
      const frequency = runs.reduce((sum, run) => sum + run.frequency(c, p), 0);
      return Math.log(1 + (reports - frequency + 0.5) / (frequency + 0.5));
    }));
  }

  /**
   * All reports found, by what the tables say of them; in no order.
   * @returns {Ranked[]}
   */
  all() {
    return this.runs.flatMap((run, segment) => {
      const reports = run.reports;
      const scores = this.#scores(segment, reports);
      return reports.map((report, i) => ({ segment, report, score: scores[i] }));
    });
  }

  /**
   * Puts the first of some reports in order: of a hundred thousand that were found ten are looked at.
   * @param {Ranked[]} ranked Those before `from` are in order, and come before all others.
   * @param {number} from
   * @param {number} to Those before this one are in order then.
   * @param {SearchOrder} order
   */
  order(ranked, from, to, order) {
    /** @type {(a: Ranked, b: Ranked) => number} */
    const compare = (a, b) => this.#compare(a, b, order);
    select(ranked, from, to, compare);
    ranked.slice(from, to).sort(compare).forEach((item, i) => { ranked[from + i] = item; });
  }

  /**
   * Ranks the first reports again by what was read of them.
   * @param {Ranked[]} ranked
   * @param {import('./hits.js').HitCount[]} read
   */
  refine(ranked, read) {
    const first = read.map((count, i) => ({ ...ranked[i], score: this.#score(ranked[i].segment, ranked[i].report, count) }));
    first.sort((a, b) => this.#compare(a, b, 'relevance'));
    ranked.splice(0, first.length, ...first);
  }

  /**
   * The scores of some reports of a segment from the tables alone: the parts of a mask tell all of it but whether the title has the phrase.
   * @param {number} segment
   * @param {number[]} reports
   */
  #scores(segment, reports) {
    const scores = new Float64Array(reports.length);
    this.query.clauses.forEach((clause, c) => {
      if (clause.not) return;
      clause.phrases.forEach((phrase, p) => {
        const masks = this.runs[segment].masksOf(c, p);
        const weight = this.weights[c][p];
        const worth = Float64Array.from({ length: 256 }, (_, mask) => weight * worthOf(timesOf(mask), false, headed(mask)));
        const titled = Float64Array.from({ length: 256 }, (_, mask) => weight * worthOf(timesOf(mask), true, headed(mask)));
        for (let i = 0; i < reports.length; i++) {
          const mask = masks[reports[i]];
          if (mask !== 0) scores[i] += this.#inTitle(segment, reports[i], mask, phrase) ? titled[mask] : worth[mask];
        }
      });
    });
    return scores.map(rounded);
  }

  /**
   * The score of a report that was read.
   * @param {number} segment
   * @param {number} report
   * @param {import('./hits.js').HitCount} read
   */
  #score(segment, report, read) {
    let score = 0;
    this.query.clauses.forEach((clause, c) => {
      if (clause.not) return;
      clause.phrases.forEach((phrase, p) => {
        const mask = this.runs[segment].maskOf(c, p, report);
        if (mask === 0) return;
        score += this.weights[c][p] * worthOf(read.times[c][p] + unread(read, mask), this.#inTitle(segment, report, mask, phrase), read.inHeading[c][p]);
      });
    });
    return rounded(score);
  }

  /**
   * The title is in the part of the headings: most reports need not be asked for theirs.
   * @param {number} segment
   * @param {number} report
   * @param {number} mask
   * @param {import('./query.js').Phrase} phrase
   */
  #inTitle(segment, report, mask, phrase) {
    return (mask & HEADINGS) !== 0 && this.metas[segment].titleHas(report, phrase.text);
  }

  /**
   * @param {Ranked} a
   * @param {Ranked} b
   * @param {SearchOrder} order
   */
  #compare(a, b, order) {
    if (order === 'relevance' && a.score !== b.score) return b.score - a.score;
    const first = this.metas[a.segment];
    const second = this.metas[b.segment];
    const [p, q] = [first.placeOf[a.report], second.placeOf[b.report]];
    const places = a.segment === b.segment ? p.first - q.first : p.code < q.code ? -1 : p.code > q.code ? 1 : 0;
    const years = second.years[b.report] - first.years[a.report];
    const [major, minor] = order === 'place' ? [places, years] : [years, places];
    return major || minor || a.segment - b.segment || a.report - b.report;
  }
}

/** @param {number} mask How often a phrase stands in a report, as far as the parts tell. */
const timesOf = (mask) => (mask === ALL_PARTS ? 4 : partCount(mask));

/** @param {number} mask */
const headed = (mask) => mask !== ALL_PARTS && (mask & HEADINGS) !== 0;

/**
 * What a phrase adds to a score, but for its weight.
 * @param {number} times
 * @param {boolean} inTitle
 * @param {boolean} inHeading
 */
const worthOf = (times, inTitle, inHeading) => (2.2 * times) / (times + 1.2) + (inTitle ? 2 : 0) + (inHeading ? 1 : 0);

/** Three decimals: languages may differ in the last digits of a logarithm. @type {(score: number) => number} */
const rounded = (score) => Math.floor(score * 1000 + 0.5) / 1000;

/**
 * Moves the least of some items before the others (Hoare's quickselect).
 * @template T
 * @param {T[]} items
 * @param {number} from Those before are left alone.
 * @param {number} to The least come before this one.
 * @param {(a: T, b: T) => number} compare Never 0 for two of them.
 */
function select(items, from, to, compare) {
  for (let [low, high] = [from, items.length - 1]; low < high && to <= high;) {
    const pivot = items[(low + high) >> 1];
    let [i, j] = [low, high];
    while (i <= j) {
      while (compare(items[i], pivot) < 0) i++;
      while (compare(items[j], pivot) > 0) j--;
      if (i <= j) [items[i++], items[j--]] = [items[j], items[i]];
    }
    if (to - 1 <= j) high = j;
    else if (to - 1 >= i) low = i;
    else return;
  }
}
