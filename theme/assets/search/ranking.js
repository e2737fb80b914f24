// Ranks reports: the twin of Ranking.cs, where the formula is explained.
import { ALL_PARTS, HEADINGS, partCount } from './bits.js';
import { unread } from './hits.js';
import { RankedReports, refOf, reportOf, segmentOf } from './ranked.js';

/** First reports that are ranked again by their text. */
export const WINDOW = 5;

/** @typedef {'relevance' | 'year' | 'place'} SearchOrder */

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
   * @returns {RankedReports}
   */
  all() {
    const found = this.runs.map((run) => run.reports);
    const ranked = new RankedReports(found.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    found.forEach((reports, segment) => {
      for (let i = 0; i < reports.length; i++) ranked.refs[at + i] = refOf(segment, reports[i]);
      this.#score(segment, reports, ranked.scores.subarray(at, (at += reports.length)));
    });
    return ranked;
  }

  /**
   * Puts the first of some reports in order: of a hundred thousand that were found ten are looked at.
   * @param {RankedReports} ranked Those before `from` are in order, and come before all others.
   * @param {number} from
   * @param {number} to Those before this one are in order then.
   * @param {SearchOrder} order
   */
  order(ranked, from, to, order) {
    ranked.order(from, to, this.#comparer(order));
  }

  /**
   * Ranks the first reports again by what was read of them.
   * @param {RankedReports} ranked
   * @param {import('./hits.js').HitCount[]} read
   */
  refine(ranked, read) {
    read.forEach((count, i) => {
      const { segment, report } = ranked.at(i);
      ranked.scores[i] = this.#scoreOf(segment, report, count);
    });
    ranked.sort(0, read.length, this.#comparer('relevance'));
  }

  /**
   * The scores of some reports of a segment from the tables alone: the parts of a mask tell all of it but whether the title has the phrase.
   * @param {number} segment
   * @param {Uint16Array} reports
   * @param {Float64Array} scores Takes them; all 0.
   */
  #score(segment, reports, scores) {
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
    for (let i = 0; i < scores.length; i++) scores[i] = rounded(scores[i]);
  }

  /**
   * The score of a report that was read.
   * @param {number} segment
   * @param {number} report
   * @param {import('./hits.js').HitCount} read
   */
  #scoreOf(segment, report, read) {
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
   * Compares two reports by where they are and by their scores.
   * @param {SearchOrder} order
   * @returns {import('./ranked.js').Comparer}
   */
  #comparer(order) {
    const { metas } = this;
    return (a, aScore, b, bScore) => {
      if (order === 'relevance' && aScore !== bScore) return bScore - aScore;
      const [segment, other] = [segmentOf(a), segmentOf(b)];
      const [report, otherReport] = [reportOf(a), reportOf(b)];
      const [first, second] = [metas[segment], metas[other]];
      const years = second.years[otherReport] - first.years[report];
      if (order !== 'place' && years !== 0) return years;
      const [p, q] = [first.placeOf(report), second.placeOf(otherReport)];
      const places = segment === other ? p.first - q.first : p.code < q.code ? -1 : p.code > q.code ? 1 : 0;
      return places || years || segment - other || report - otherReport;
    };
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
