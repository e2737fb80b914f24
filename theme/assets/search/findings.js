// What the tables found of a query, in order, and read only as far as someone asks for it.
import { HitReader, RANKED_HITS } from './hits.js';
import { KIND_KEYS } from './meta.js';
import { Ranking, WINDOW } from './ranking.js';

/** @typedef {import('./index.js').SearchResult} SearchResult */

/** Reports that are put in order at first. */
const FIRST_ORDERED = 64;

export class Findings {
  /**
   * @param {import('./resolve.js').ResolvedQuery} query
   * @param {import('./run.js').SegmentRun[]} runs
   * @param {import('./meta.js').SegmentMeta[]} metas
   * @param {import('./ranking.js').SearchOrder} sort
   * @param {number} hitsPerReport
   */
  constructor(query, runs, metas, sort, hitsPerReport) {
    this.query = query;
    this.runs = runs;
    this.metas = metas;
    this.sort = sort;
    /** Whether every report is known to be a result. */
    this.certain = false;
    this.hits = new HitReader(query, hitsPerReport);
    this.ranking = new Ranking(query, runs, metas);
    /** All reports, the first of them in order: see `#orderTo`. */
    this.ranked = this.ranking.all();
    this.ordered = 0;
    /** Of so many of the first it is known that they are results. */
    this.confirmed = 0;
  }

  /**
   * Takes note that what was open is settled, and all reports stay.
   * @param {boolean} certain Whether every report is known to be a result.
   */
  settled(certain) {
    this.certain = certain;
    if (certain) this.confirmed = this.ranked.length;
  }

  /** Whether the number of reports is exact. */
  get exact() {
    return this.certain || this.confirmed === this.ranked.length;
  }

  /**
   * Some reports by what is known without reading them.
   * @param {number} from
   * @param {number} count
   */
  titles(from, count) {
    this.#orderTo(from + count);
    return this.ranked.slice(from, from + count).map((item) => this.#title(item));
  }

  /**
   * Reads the first reports that are not certain to be results, and drops those that are none.
   * @param {number} needed
   * @param {AbortSignal | undefined} signal
   */
  async confirm(needed, signal) {
    while (this.confirmed < Math.min(needed, this.ranked.length)) {
      this.#orderTo(needed);
      const batch = this.ranked.slice(this.confirmed, needed);
      const right = await Promise.all(batch.map((item) => this.runs[item.segment].confirm(item.report)));
      signal?.throwIfAborted();
      const kept = batch.filter((_, i) => right[i]);
      this.ranked.replace(this.confirmed, batch.length, kept);
      this.confirmed += kept.length;
      this.ordered -= batch.length - kept.length;
    }
  }

  /**
   * Ranks the first reports again by their text. However many sentences are asked for, the order is the same.
   * @param {AbortSignal | undefined} signal
   */
  async refine(signal) {
    this.#orderTo(WINDOW);
    if (this.sort !== 'relevance' || this.query.clauses.length === 0) return;
    this.ranking.refine(this.ranked, await this.#read(this.ranked.slice(0, WINDOW), new HitReader(this.query, RANKED_HITS), signal));
  }

  /**
   * Some reports, the first of them with their sentences.
   * @param {number} from
   * @param {number} count
   * @param {number} eager Number of those with sentences.
   * @param {AbortSignal} [signal]
   * @returns {Promise<SearchResult[]>}
   */
  async page(from, count, eager, signal) {
    await this.confirm(from + count, signal);
    this.#orderTo(from + count);
    const items = this.ranked.slice(from, from + count);
    const counts = await this.#read(items.slice(0, eager), this.hits, signal);
    return Promise.all(items.map(async (item, i) => (i >= eager ? this.#title(item) : {
      ...this.#title(item),
      date: (await this.runs[item.segment].text(item.report).record(signal)).date,
      hits: this.hits.choose(counts[i]),
    })));
  }

  /**
   * Puts the first reports in order, twice as many each time.
   * @param {number} count At least so many.
   */
  #orderTo(count) {
    if (Math.min(count, this.ranked.length) <= this.ordered) return;
    const to = Math.min(this.ranked.length, Math.max(count, FIRST_ORDERED, 2 * this.ordered));
    this.ranking.order(this.ranked, this.ordered, to, this.sort);
    this.ordered = to;
  }

  /**
   * @param {import('./ranked.js').Ranked[]} items
   * @param {HitReader} reader
   * @param {AbortSignal | undefined} signal
   */
  #read(items, reader, signal) {
    return Promise.all(items.map((item) => reader.read(this.runs[item.segment], this.metas[item.segment], item.report, signal)));
  }

  /**
   * @param {import('./ranked.js').Ranked} item
   * @returns {import('./index.js').SearchTitle}
   */
  #title({ segment, report, score }) {
    const meta = this.metas[segment];
    return { id: meta.idOf(report), url: meta.urlOf(report), title: meta.titleOf(report), place: meta.placeOf(report).path, year: meta.years[report], kind: KIND_KEYS[meta.kinds[report]], score };
  }
}
