// One segment of an index: the files it is read from. The twin of SegmentReader in src/ReportArchive/Search/Reading.
import { BitReader, readSorted } from './bits.js';
import { PhraseFinder } from './finder.js';
import { verify } from './grams.js';
import { loadVariants } from './normalize.js';
import { ReportText } from './report-text.js';
import { RECORD_BYTES, openDeflated } from './text.js';

/** Records of reports are read all at once where they take no more bytes than this. */
const SMALL_FILE = 8 << 10;

/** One segment of an index, opened. */
export class SegmentReader {
  /**
   * @param {import('./source.js').IndexSource} source
   * @param {import('./source.js').Manifest} manifest
   * @param {number} number Its number.
   * @param {import('./tables.js').Tables[]} tables Those of all segments.
   * @param {import('./common.js').Common} common What all segments share.
   */
  constructor(source, manifest, number, tables, common) {
    this.source = source;
    this.manifest = manifest;
    this.number = number;
    this.entry = manifest.segments[number];
    this.tables = tables[this.entry.tables];
    this.common = common;
    /** @type {Map<string, Promise<any>>} */
    this.once = new Map();
    this.finder = new PhraseFinder(this);
  }

  /**
   * @param {import('./source.js').SegmentFile} file
   * @param {number} offset
   * @param {number} length
   * @param {AbortSignal} [signal]
   */
  read(file, offset, length, signal) {
    return this.source.read(this.manifest, this.entry, file, offset, length, signal);
  }

  /**
   * Asks for what every answer needs of this segment, so that it is on its way while the tables are looked up.
   */
  warm() {
    this.meta().catch(() => {});
    this.tokens().catch(() => {});
    if (this.entry.files.reports <= SMALL_FILE) this.#records().catch(() => {});
  }

  /**
   * The record of a report.
   * @param {number} report
   * @param {AbortSignal} [signal]
   */
  async record(report, signal) {
    const at = report * RECORD_BYTES;
    if (this.entry.files.reports > SMALL_FILE) return this.read('reports', at, RECORD_BYTES, signal);
    return (await this.#records()).subarray(at, at + RECORD_BYTES);
  }

  #records() {
    return this.#lazily('records', () => this.read('reports', 0, this.entry.files.reports));
  }

  /**
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} make
   * @returns {Promise<T>}
   */
  #lazily(name, make) {
    let made = this.once.get(name);
    if (!made) {
      made = make();
      this.once.set(name, made);
      made.catch(() => this.once.delete(name));
    }
    return made;
  }

  /** What is known of its reports. */
  meta() {
    return this.common.metas().then((metas) => metas[this.number]);
  }

  /** The tokens its text is written with. */
  tokens() {
    return this.#lazily('tokens', async () => (await Promise.all([this.common.tokens(this.entry.tokens), this.entry.variants ? loadVariants() : undefined]))[0]);
  }

  /**
   * How many reports hold each concept, and where the lists are.
   * @returns {Promise<Map<string, { offset: number, length: number, reports: number }>>}
   */
  concepts() {
    return this.#lazily('concepts', async () => {
      const bytes = await this.read('concepts', 0, this.entry.conceptDirectory);
      const [slugs, counts, lengths] = JSON.parse(await openDeflated(bytes, 'the directory of concepts'));
      const lists = new Map();
      let offset = this.entry.conceptDirectory;
      for (let i = 0; i < slugs.length; i++) {
        lists.set(slugs[i], { offset, length: lengths[i], reports: counts[i] });
        offset += lengths[i];
      }
      return lists;
    });
  }

  /**
   * The reports that hold a concept.
   * @param {string} slug
   * @param {AbortSignal} [signal]
   */
  async reportsWith(slug, signal) {
    const list = (await this.concepts()).get(slug);
    if (!list) return new Uint16Array(0);
    const bytes = await this.read('concepts', list.offset, list.length, signal);
    return readSorted(new BitReader(verify(bytes, 'the list of a concept')), list.reports, this.entry.reports);
  }

  /** @param {number} report */
  text(report) {
    return new ReportText(this, report);
  }

  /**
   * The reports that hold a phrase, from the tables alone.
   * @param {string} phrase Folded, of at least one unit.
   * @param {AbortSignal} [signal]
   */
  find(phrase, signal) {
    return this.finder.find(phrase, signal);
  }
}
