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
   * Reports in the order asked for; by relevance from the index alone.
   * @param {SearchOrder} order
   * @returns {Ranked[]}
   */
  order(order) {
    const ranked = this.runs.flatMap((run, segment) => run.reports.map((report) => ({ segment, report, score: this.#score(segment, report, undefined) })));
    return ranked.sort((a, b) => this.#compare(a, b, order));
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
   * @param {number} segment
   * @param {number} report
   * @param {import('./hits.js').HitCount | undefined} read
   */
  #score(segment, report, read) {
    let score = 0;
    this.query.clauses.forEach((clause, c) => {
      if (clause.not) return;
      clause.phrases.forEach((phrase, p) => {
        const mask = this.runs[segment].maskOf(c, p, report);
        if (mask === 0) return;
        // The title is in the part of the headings: most reports need not be asked for theirs.
        const inTitle = (mask & HEADINGS) !== 0 && this.metas[segment].foldedTitle(report).includes(phrase.text);
        let times = mask === ALL_PARTS ? 4 : partCount(mask);
        let heading = mask !== ALL_PARTS && (mask & HEADINGS) !== 0;
        if (read) {
          times = read.times[c][p] + unread(read, mask);
          heading = read.inHeading[c][p];
        }
        score += this.weights[c][p] * ((2.2 * times) / (times + 1.2) + (inTitle ? 2 : 0) + (heading ? 1 : 0));
      });
    });
    // Three decimals: languages may differ in the last digits of a logarithm.
    return Math.floor(score * 1000 + 0.5) / 1000;
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
