// The search index in a browser or in Node: `openIndex(base)` and then `search(query)`. Exact: a report is found if and only
// if one of its blocks holds the phrase. How the files are made and why is told in .github/search.md; C# has the twin of this.
import { SearchIndexError } from './errors.js';
import { Common } from './common.js';
import { countFacets } from './facets.js';
import { Findings } from './findings.js';
import { fold, loadVariants, mayBeTraditional } from './normalize.js';
import { parseQuery } from './query.js';
import { reportOf, segmentOf } from './ranked.js';
import { WINDOW } from './ranking.js';
import { resolveQuery } from './resolve.js';
import { SegmentRun } from './run.js';
import { SegmentReader } from './segment.js';
import { settle } from './settling.js';
import { IndexSource } from './source.js';
import { Tables } from './tables.js';
import { openDeflated } from './text.js';

export { SearchIndexError } from './errors.js';

/** See `mostRead` of the options. */
const MOST_READ = 80;

/** Concepts whose reports are counted among those found: those in most reports of all. */
const COUNTED_CONCEPTS = 60;

/** @typedef {import('./ranking.js').SearchOrder} SearchOrder */

/**
 * A report that was found.
 * @typedef {object} SearchResult
 * @property {string} id
 * @property {string} url Below the base URL.
 * @property {string} title
 * @property {string[]} place Names from the province down.
 * @property {number} year
 * @property {string} kind
 * @property {string} [date] Day of delivery, where stated; it is read with the sentences.
 * @property {number} score
 * @property {import('./hits.js').SearchHit[]} [hits] Its sentences; none until they are read.
 */

/**
 * A report by what is known without reading it.
 * @typedef {Omit<SearchResult, 'hits' | 'date'>} SearchTitle
 */

/**
 * What a search found.
 * @typedef {object} SearchAnswer
 * @property {string} query
 * @property {number} total Number of reports.
 * @property {boolean} exact Whether that number is exact.
 * @property {string[]} also Other names of concepts that were searched for too.
 * @property {string[]} unknown Filters that name nothing and were searched for as text.
 * @property {boolean} shortened Whether the end of the query was not looked at.
 * @property {boolean} variants Whether a hit among the results is written in other characters than the query.
 * @property {SearchResult[]} results
 * @property {import('./facets.js').Facets} facets
 * @property {import('./resolve.js').ResolvedQuery} resolved
 * @property {(offset: number, limit: number, signal?: AbortSignal) => Promise<SearchResult[]>} page More results, or the same with their sentences.
 * @property {() => string[]} ids Ids of all reports found, in order.
 * @property {(signal?: AbortSignal) => Promise<{ slug: string, label: string, count: number }[]>} conceptFacet Concepts with the most reports, counted among those found.
 */

/**
 * @typedef {object} SearchOptions
 * @property {number} [limit] Most results; 10 by default, 0 for all.
 * @property {number} [offset] Results to skip.
 * @property {SearchOrder} [sort]
 * @property {boolean} [exact] Leave other names of concepts and variant characters out.
 * @property {number} [hitsPerReport] Most sentences of a report; 3 by default, 0 for all.
 * @property {number} [eager] Of so many results the sentences are read at once; all by default. Those of the others are read by `page`.
 * @property {number} [mostRead] Most parts of reports that are read to be sure of the total of a phrase. Only a phrase longer than the tables know has more, or one searched for without variants; the total is then about so many, and of the reports each is read before it is shown.
 * @property {AbortSignal} [signal]
 * @property {(titles: { total: number, exact: boolean, results: SearchTitle[] }) => void} [onTitles] Told the ranked titles before any sentence is read: first, where the text must be read to be sure, those that may be results, then those that are.
 */

/**
 * Opens an index: reads its manifest.
 * @param {string | URL} base Address of the site's `search/` folder.
 * @param {{ fetch?: typeof fetch, signal?: AbortSignal }} [options]
 * @returns {Promise<SearchIndex>}
 */
export async function openIndex(base, options = {}) {
  const address = String(base).replace(/\/*$/, '/');
  const index = new SearchIndex(new IndexSource(address, options.fetch ?? globalThis.fetch.bind(globalThis)));
  await index.reload(options.signal);
  return index;
}

/** An open index. */
export class SearchIndex {
  /** @param {IndexSource} source */
  constructor(source) {
    this.source = source;
    /** @type {SegmentReader[]} */
    this.segments = [];
    this.identity = '';
    /** @type {Promise<string[][]> | undefined} */
    this.conceptsRead = undefined;
  }

  /** Number of reports. */
  get reports() {
    return this.segments.reduce((sum, segment) => sum + segment.entry.reports, 0);
  }

  /**
   * Reads the manifest, and what every query needs, ahead.
   * @param {AbortSignal} [signal]
   * @returns {Promise<boolean>} Whether the index is another than before.
   */
  async reload(signal) {
    const manifest = await this.source.manifest(signal);
    const identity = JSON.stringify(manifest);
    if (identity === this.identity) return false;
    this.identity = identity;
    this.manifest = manifest;
    this.conceptsRead = undefined;
    const tables = manifest.tables.map((entry) => new Tables(this.source, manifest, entry));
    const common = new Common(this.source, manifest);
    this.segments = manifest.segments.map((_, number) => new SegmentReader(this.source, manifest, number, tables, common));
    return true;
  }

  /** Fetches what every query needs. */
  warm() {
    for (const segment of this.segments) segment.warm();
  }

  /** Bytes that counting concepts may take. */
  get conceptBytes() {
    return this.segments.reduce((sum, { entry }) => sum + entry.files.concepts, 0);
  }

  /**
   * The concepts in most reports.
   * @param {number} most
   * @returns {Promise<{ slug: string, label: string, count: number }[]>}
   */
  async commonConcepts(most) {
    const [names, totals] = await Promise.all([this.concepts(), this.#conceptTotals()]);
    const labels = new Map(names.map(([slug, label]) => [slug, label]));
    return totals.slice(0, most).map(([slug, count]) => ({ slug, label: labels.get(slug) ?? slug, count }));
  }

  /** Slugs of concepts and how many reports hold each, most first. */
  async #conceptTotals() {
    /** @type {Map<string, number>} */
    const totals = new Map();
    const lists = await Promise.all(this.segments.map((segment) => segment.concepts()));
    for (const list of lists) for (const [slug, { reports }] of list) totals.set(slug, (totals.get(slug) ?? 0) + reports);
    return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  /**
   * All concepts, each as [slug, label, alias…].
   * @returns {Promise<string[][]>}
   */
  concepts() {
    const path = /** @type {import('./source.js').Manifest} */ (this.manifest).concepts;
    this.conceptsRead ??= this.source.file(path).then((bytes) => openDeflated(bytes, 'the file of concepts')).then((text) => JSON.parse(text));
    this.conceptsRead.catch(() => { this.conceptsRead = undefined; });
    return this.conceptsRead;
  }

  /**
   * Answers a query; see query.js for the language.
   * @param {string} query
   * @param {SearchOptions} [options]
   * @returns {Promise<SearchAnswer>}
   */
  async search(query, options = {}) {
    try {
      return await this.#search(query, options);
    } catch (error) {
      // The site was published anew since the manifest was read: its files have other names now.
      if (error instanceof SearchIndexError && error.fault === 'missing' && error.path !== 'manifest.json' && (await this.reload(options.signal))) return this.#search(query, options);
      throw error;
    }
  }

  /**
   * The number of reports a query finds, other names of concepts left out.
   * @param {string} query
   * @param {AbortSignal} [signal]
   */
  async count(query, signal) {
    const { runs } = await this.#run(query, true, MOST_READ, signal);
    return runs.reduce((sum, run) => sum + run.reports.length, 0);
  }

  /**
   * Takes a query apart and answers it from the tables.
   * @param {string} query
   * @param {boolean} exact
   * @param {number} mostRead
   * @param {AbortSignal | undefined} signal
   * @param {(resolved: import('./resolve.js').ResolvedQuery, runs: SegmentRun[], metas: import('./meta.js').SegmentMeta[]) => import('./ranked.js').RankedReports} [onBegun] Told what the tables say, where the text must still be read to be sure; ranks it.
   */
  async #run(query, exact, mostRead, signal, onBegun) {
    this.warm();
    if (mayBeTraditional(fold(query, false)) || this.segments.some((segment) => segment.entry.variants)) await loadVariants();
    const parsed = parseQuery(query);
    const names = { aliases: async () => this.manifest?.aliases ?? this.concepts(), concepts: () => this.concepts() };
    const resolved = await resolveQuery(parsed, this.segments, names, exact);
    const empty = resolved.clauses.length === 0 && resolved.filters.length === 0;
    const runs = empty ? [] : await Promise.all(this.segments.map((segment) => SegmentRun.begin(segment, resolved, mostRead, signal)));
    const metas = await Promise.all(runs.map((run) => run.segment.meta()));
    if (runs.some((run) => !run.settled)) await settle(runs, onBegun?.(resolved, runs, metas));
    signal?.throwIfAborted();
    return { parsed, resolved, runs, metas };
  }

  /**
   * @param {string} query
   * @param {SearchOptions} options
   * @returns {Promise<SearchAnswer>}
   */
  async #search(query, { limit = 10, offset = 0, sort = 'relevance', exact = false, hitsPerReport = 3, eager = Infinity, mostRead = MOST_READ, signal, onTitles }) {
    const most = limit === 0 ? Infinity : limit;
    /** @param {Findings} found */
    const tell = (found) => {
      const results = found.titles(offset, most);
      onTitles?.({ total: found.ranked.length, exact: found.certain, results });
    };
    /** @type {Findings | undefined} */
    let early;
    const { parsed, resolved, runs, metas } = await this.#run(query, exact, mostRead, signal, (...begun) => {
      early = new Findings(...begun, sort, hitsPerReport);
      tell(early);
      return early.ranked;
    });
    // Usually texts confirm what the tables said: then all is ranked already.
    const found = early && !runs.some((run) => run.changed) ? early : new Findings(resolved, runs, metas, sort, hitsPerReport);
    found.settled(runs.every((run) => run.certain));
    tell(found);
    await found.confirm(Math.max(WINDOW, offset + most), signal);
    await found.refine(signal);
    const results = await found.page(offset, most, eager, signal);
    signal?.throwIfAborted();
    return {
      query,
      total: found.ranked.length,
      exact: found.exact,
      also: resolved.also,
      unknown: resolved.unknown,
      shortened: parsed.shortened,
      variants: !exact && hasVariants(results, resolved),
      results,
      facets: countFacets(found.ranked, metas),
      resolved,
      page: (from, count, stop) => found.page(from, count || Infinity, Infinity, stop),
      ids: () => Array.from(found.ranked.refs.subarray(0, found.ranked.length), (ref) => metas[segmentOf(ref)].idOf(reportOf(ref))),
      conceptFacet: (stop) => this.#conceptFacet(found.ranked, stop),
    };
  }

  /**
   * @param {import('./ranked.js').RankedReports} ranked
   * @param {AbortSignal} [signal]
   */
  async #conceptFacet(ranked, signal) {
    const names = new Map((await this.concepts()).map(([slug, label]) => [slug, label]));
    const common = (await this.#conceptTotals()).slice(0, COUNTED_CONCEPTS).map(([slug]) => slug);
    const found = this.segments.map((segment) => new Uint8Array(segment.entry.reports));
    for (const ref of ranked.refs.subarray(0, ranked.length)) found[segmentOf(ref)][reportOf(ref)] = 1;
    const counts = await Promise.all(common.map(async (slug) => {
      const reports = await Promise.all(this.segments.map((segment) => segment.reportsWith(slug, signal)));
      return { slug, label: names.get(slug) ?? slug, count: reports.reduce((sum, list, i) => sum + list.filter((report) => found[i][report]).length, 0) };
    }));
    return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1)).slice(0, 20);
  }
}

/**
 * Whether a marked hit is written otherwise than all phrases are.
 * @param {SearchResult[]} results
 * @param {import('./resolve.js').ResolvedQuery} resolved
 */
function hasVariants(results, resolved) {
  const phrases = resolved.clauses.filter((clause) => !clause.not).flatMap((clause) => clause.phrases);
  return results.some((result) => result.hits?.some((hit) => hit.marks.some(([start, length]) => {
    const text = fold(hit.text.slice(start, start + length), false);
    return !phrases.some((phrase) => text.includes(phrase.exact));
  })));
}
