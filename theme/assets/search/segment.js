// One segment of an index: what it knows of its reports, which of them hold a phrase, and their texts.
// The twin of SegmentReader, SegmentMeta, PhraseFinder and ReportText in src/ReportArchive/Search/Reading.
import { BitReader, readCandidates, readSorted } from './bits.js';
import { PAGE_BYTES, findGram, findLong, keyOf, pageOf, placeOf, readReports, verify } from './grams.js';
import { NO_MATCH, intersect, matchAt, matchOf } from './matches.js';
import { fold, foldWithOrigins, loadVariants } from './normalize.js';
import { RECORD_BYTES, TextTokens, openDeflated, readPart, readRecord } from './text.js';

/** @typedef {import('./matches.js').PhraseMatch} PhraseMatch */
/** @typedef {import('./matches.js').Certainty} Certainty */

/** Lists up to this many bytes are read to narrow few candidates down; longer ones cost more than reading the texts. */
const CHEAP_LIST = 1024;

/** Records of reports are read all at once where they take no more bytes than this. */
const SMALL_FILE = 8 << 10;

/** Phrases up to this length have the pages of their long grams asked for together with those of their pairs. */
const EAGER_LENGTH = 4;

export const KIND_KEYS = ['gwr', 'plan', 'budget'];

/**
 * A place in the tree of a segment.
 * @typedef {object} SegmentPlace
 * @property {string} code
 * @property {string[]} path Names from the province down.
 * @property {string[]} codes Codes of the same places.
 * @property {number} first Its first report, or that of the first place below it.
 * @property {number} end After the last report of the places below it.
 */

/** What MetaWriter wrote of the reports of a segment. */
export class SegmentMeta {
  /** @param {{ codes: string[], names: string[], depths: number[], counts: number[], years: number[], kinds: number[], templates: string[], titles: number[], urls: Record<string, string> }} json */
  constructor(json) {
    this.json = json;
    this.years = json.years;
    this.kinds = json.kinds;
    /** @type {string[]} */
    this.folded = [];
    /** @type {SegmentPlace[]} Each before those below it. */
    this.places = [];
    /** @type {SegmentPlace[]} */
    const open = [];
    let first = 0;
    for (let i = 0; i < json.codes.length; i++) {
      for (const place of open.splice(json.depths[i])) place.end = first;
      const place = { code: json.codes[i], path: [...open.map((p) => p.path[p.path.length - 1]), json.names[i]], codes: [...open.map((p) => p.code), json.codes[i]], first, end: first };
      this.places.push(place);
      open.push(place);
      first += json.counts[i];
    }
    for (const place of open) place.end = first;
    /** @type {SegmentPlace[]} The place of each report. */
    this.placeOf = new Array(first);
    for (const place of this.places) this.placeOf.fill(place, place.first, place.end);
  }

  /** @param {number} report */
  titleOf(report) {
    const path = this.placeOf[report].path;
    const year = this.years[report];
    return this.json.templates[this.json.titles[report]].replace(/[\u0001-\u0005]/g, (c) => {
      const n = c.charCodeAt(0);
      return n === 4 ? String(year) : n === 5 ? String(year - 1) : path[path.length - n] ?? c;
    });
  }

  /**
   * The title as it is compared.
   * @param {number} report
   */
  foldedTitle(report) {
    return (this.folded[report] ??= fold(this.titleOf(report)));
  }

  /** @param {number} report */
  idOf(report) {
    return `${this.placeOf[report].code}/${this.years[report]}/${KIND_KEYS[this.kinds[report]]}`;
  }

  /** @param {number} report */
  urlOf(report) {
    return this.json.urls[report] ?? `/r/${this.idOf(report)}/`;
  }
}

/**
 * A block that was read, and how it is compared.
 * @typedef {object} ReadBlock
 * @property {string} anchor Empty for the title.
 * @property {string} text
 * @property {import('./normalize.js').FoldedText} folded
 * @property {import('./normalize.js').FoldedText} exact
 */

/** The text of a report, read part by part as it is asked for. */
export class ReportText {
  /**
   * @param {SegmentReader} segment
   * @param {number} report
   */
  constructor(segment, report) {
    this.segment = segment;
    this.report = report;
    /** @type {Promise<import('./text.js').ReportRecord> | undefined} */
    this.recordRead = undefined;
    /** @type {(Promise<ReadBlock[]> | undefined)[]} */
    this.parts = [];
  }

  /**
   * Where its parts lie, and its date.
   * @param {AbortSignal} [signal]
   */
  record(signal) {
    this.recordRead ??= this.segment.record(this.report, signal).then(readRecord);
    this.recordRead.catch(() => { this.recordRead = undefined; });
    return this.recordRead;
  }

  /**
   * The blocks of a part.
   * @param {number} part
   * @param {AbortSignal} [signal]
   */
  part(part, signal) {
    const read = this.parts[part] ?? this.#readPart(part, signal);
    this.parts[part] = read;
    read.catch(() => { this.parts[part] = undefined; });
    return read;
  }

  /**
   * The blocks of some parts, asked for together.
   * @param {number} mask A bit a part.
   * @param {AbortSignal} [signal]
   * @returns {Promise<ReadBlock[][]>}
   */
  read(mask, signal) {
    const parts = [];
    for (let part = 0; mask >> part; part++) if ((mask >> part) & 1) parts.push(this.part(part, signal));
    return Promise.all(parts);
  }

  /**
   * @param {number} part
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<ReadBlock[]>}
   */
  async #readPart(part, signal) {
    const [offset, length] = (await this.record(signal)).parts[part];
    const [bytes, tokens] = await Promise.all([this.segment.read('text', offset, length, signal), this.segment.tokens()]);
    return readPart(bytes, tokens).map((block) => {
      const folded = foldWithOrigins(block.text);
      return { ...block, folded, exact: this.segment.entry.variants ? foldWithOrigins(block.text, false) : folded };
    });
  }
}

/** One segment of an index, opened. */
export class SegmentReader {
  /**
   * @param {import('./source.js').IndexSource} source
   * @param {import('./source.js').Manifest} manifest
   * @param {import('./source.js').SegmentEntry} entry
   */
  constructor(source, manifest, entry) {
    this.source = source;
    this.manifest = manifest;
    this.entry = entry;
    /** @type {Map<string, Promise<any>>} */
    this.once = new Map();
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
    return this.#lazily('meta', async () => {
      const bytes = await this.read('meta', 0, this.entry.files.meta);
      return new SegmentMeta(JSON.parse(await openDeflated(bytes, 'the list of reports')));
    });
  }

  /** The tokens its text is written with. */
  tokens() {
    return this.#lazily('tokens', async () => {
      const [bytes] = await Promise.all([this.source.file(this.entry.tokens), this.entry.variants ? loadVariants() : undefined]);
      return new TextTokens(await openDeflated(bytes, 'the table of tokens'));
    });
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
   * @returns {Promise<PhraseMatch>}
   */
  async find(phrase, signal) {
    const pairs = phrase.length === 1 ? [phrase] : Array.from({ length: phrase.length - 1 }, (_, i) => phrase.slice(i, i + 2));
    const unique = [...new Set(pairs)];
    const eager = phrase.length <= EAGER_LENGTH && this.entry.reports > this.entry.verify ? this.#longGrams(phrase, 3, phrase.length, signal) : undefined;
    eager?.catch(() => {});
    const found = await Promise.all(unique.map((gram) => this.#gram(gram, signal)));
    if (found.includes(undefined)) return NO_MATCH;
    const entries = /** @type {import('./grams.js').GramEntry[]} */ (found);
    if (entries.length === 1 && phrase.length <= 2) return matchOf(await this.#reports(entries[0], signal), 'sure');
    const rarest = entries.reduce((a, b) => (b.frequency < a.frequency ? b : a));
    if (rarest.frequency <= this.entry.verify) return this.#few(entries, rarest, signal);
    const [lists, long] = await Promise.all([
      Promise.all(entries.map((entry) => this.#reports(entry, signal))),
      eager ?? this.#longGrams(phrase, 3, Math.min(phrase.length, 5, this.entry.longestGram), signal),
    ]);
    const byGram = new Map(unique.map((gram, i) => [gram, matchOf(lists[i], 'allOrNone')]));
    return this.#lengthen(phrase, pairs.map((gram) => /** @type {PhraseMatch} */ (byGram.get(gram))), long, signal);
  }

  /**
   * @param {string} gram
   * @param {AbortSignal | undefined} signal
   */
  async #gram(gram, signal) {
    const key = keyOf(gram);
    const page = await this.read('grams', pageOf(key, this.entry.gramPages) * PAGE_BYTES, PAGE_BYTES, signal);
    return findGram(page, key, this.entry);
  }

  /**
   * @param {import('./grams.js').GramEntry} entry
   * @param {AbortSignal | undefined} signal
   */
  async #reports(entry, signal) {
    if (entry.inside) return entry.inside;
    const bytes = await this.read('lists', entry.offset, entry.length, signal);
    return readReports(new BitReader(verify(bytes, 'a list of reports')), entry.frequency, entry.masked, this.entry.reports);
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
    if (this.entry.longPages === 0) return codes;
    const grams = new Set();
    for (let length = from; length <= to; length++) for (let i = 0; i + length <= phrase.length; i++) grams.add(phrase.slice(i, i + length));
    await Promise.all([...grams].map(async (gram) => {
      const page = await this.read('long', pageOf(placeOf(gram), this.entry.longPages) * PAGE_BYTES, PAGE_BYTES, signal);
      const entry = findLong(page, gram);
      if (!entry) return;
      if ('reader' in entry) codes.set(gram, entry.reader);
      else codes.set(gram, new BitReader(verify(await this.read('lists', entry.offset, entry.length, signal), 'a list of candidates')));
    }));
    return codes;
  }

  /**
   * The candidates where one pair alone leaves few.
   * @param {import('./grams.js').GramEntry[]} entries
   * @param {import('./grams.js').GramEntry} rarest
   * @param {AbortSignal | undefined} signal
   */
  async #few(entries, rarest, signal) {
    const cheap = entries.filter((entry) => entry === rarest || entry.length <= CHEAP_LIST);
    const lists = await Promise.all(cheap.map((entry) => this.#reports(entry, signal)));
    return lists.map((list) => matchOf(list, 'candidates')).reduce((a, b) => intersect(a, b, 'candidates'));
  }

  /**
   * Length by length from grams one longer. Once there are few candidates the text decides.
   * @param {string} phrase
   * @param {PhraseMatch[]} grams The matches of its pairs.
   * @param {Map<string, BitReader>} long Codes of its long grams of three to five units.
   * @param {AbortSignal | undefined} signal
   */
  async #lengthen(phrase, grams, long, signal) {
    const longest = Math.min(phrase.length, this.entry.longestGram);
    let codes = long;
    for (let length = 3; length <= longest; length++) {
      if (length > 5) codes = await this.#longGrams(phrase, length, length, signal);
      /** @type {PhraseMatch[]} */
      const longer = [];
      for (let i = 0; i + length <= phrase.length; i++) {
        let match = intersect(grams[i], grams[i + 1], 'allOrNone');
        if (match.reports.length <= this.entry.verify) return [match, ...longer, ...grams].reduce((a, b) => intersect(a, b, 'candidates'));
        const code = codes.get(phrase.slice(i, i + length));
        if (code) match = matchAt(match, readCandidates(new BitReader(code.bytes, code.at), match.reports.length), 'allOrNone');
        longer.push(match);
      }
      grams = longer;
    }
    return grams.length === 1 ? grams[0] : grams.reduce((a, b) => intersect(a, b, 'candidates'));
  }
}
