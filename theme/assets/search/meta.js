// What the index knows of the reports of a segment: places, years, kinds, titles. The twin of SegmentMeta.cs.
import { BitReader } from './bits.js';
import { readColumns } from './columns.js';
import { SearchIndexError } from './errors.js';
import { verify } from './grams.js';
import { fold } from './normalize.js';
import { TextTokens, inflateBytes, openDeflated } from './text.js';

export const KIND_KEYS = ['gwr', 'plan', 'budget'];

/** A place in the tree of a segment. Of most of thousands nobody asks what they are in. */
export class SegmentPlace {
  /**
   * @param {string} code
   * @param {string} name
   * @param {SegmentPlace | undefined} above
   * @param {number} number Its number in the tree of all segments.
   * @param {number} first Its first report, or that of the first place below it.
   */
  constructor(code, name, above, number, first) {
    this.number = number;
    this.code = code;
    this.name = name;
    this.above = above;
    this.first = first;
    /** After the last report of the places below it. */
    this.end = first;
    /** @type {string[] | undefined} */
    this.names = undefined;
    /** @type {boolean | undefined} */
    this.figures = undefined;
  }

  /** 0 for a province. @returns {number} */
  get depth() {
    return this.above ? this.above.depth + 1 : 0;
  }

  /** Names from the province down. @returns {string[]} */
  get path() {
    return (this.names ??= [...(this.above?.path ?? []), this.name]);
  }

  /** Whether any of the names has a figure. */
  get hasFigures() {
    return (this.figures ??= /\d/.test(fold(this.path.join(' '))));
  }
}

/**
 * What the file says of all reports: the tree of places, and what it says of each segment.
 * @typedef {{ codes: string[], names: string[], depths: number[], segments: (SegmentJson & import('./columns.js').ReportColumns)[] }} MetaJson
 */

/** @typedef {{ first: number, counts: number[], templates: string[], urls: Record<string, string> }} SegmentJson */

/** Lengths that the file begins with, and their bytes. */
const LENGTHS = 3;
const HEAD_BYTES = 4 * LENGTHS;

/** Phrases of which it is remembered whose titles have them. */
const REMEMBERED = 8;

/** What a code of six digits leaves out of nine. */
const TOWNS_OF_COUNTY = 1000;

/**
 * Reads the file: the twin of MetaForm.cs and CodeSteps.cs.
 * @param {Uint8Array} file
 * @returns {Promise<MetaJson>}
 */
export async function readMeta(file) {
  if (file.length < HEAD_BYTES) throw new SearchIndexError('corrupt', 'the list of reports is damaged');
  const head = new DataView(file.buffer, file.byteOffset, HEAD_BYTES);
  const columns = HEAD_BYTES + head.getUint32(0, true);
  const table = columns + head.getUint32(4, true);
  const end = table + head.getUint32(8, true);
  if (end > file.length) throw new SearchIndexError('corrupt', 'the list of reports is damaged');
  const [json, numbers] = await Promise.all([
    openDeflated(file.subarray(HEAD_BYTES, columns), 'the list of reports').then((text) => JSON.parse(text)),
    inflateBytes(verify(file.subarray(columns, table), 'the columns of the list of reports')),
  ]);
  const tokens = new TextTokens(file.subarray(table, end));
  const reader = new BitReader(verify(file.subarray(end), 'the names of places'));
  /** @type {SegmentJson[]} */
  const segments = json.segments;
  const own = readColumns(numbers, segments.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));
  return {
    codes: readCodes(json.steps, json.depths),
    names: json.depths.map(() => tokens.readText(reader)),
    depths: json.depths,
    segments: segments.map((segment, i) => ({ ...segment, ...own[i] })),
  };
}

/**
 * Codes from the steps between them: from the place before under the same parent, of the first from the parent.
 * @param {number[]} steps
 * @param {number[]} depths
 */
function readCodes(steps, depths) {
  /** @type {number[]} */
  const last = [];
  return steps.map((step, i) => {
    const depth = depths[i];
    const number = (last[depth] ?? last[depth - 1] ?? 0) + step;
    last.length = depth;
    last.push(number);
    return number % TOWNS_OF_COUNTY === 0 ? String(number / TOWNS_OF_COUNTY).padStart(6, '0') : String(number).padStart(9, '0');
  });
}

/** What is known of the reports of a segment. */
export class SegmentMeta {
  /**
   * @param {MetaJson} all
   * @param {MetaJson['segments'][number]} json
   */
  constructor(all, json) {
    this.json = json;
    this.years = json.years;
    this.kinds = json.kinds;
    /** @type {string[]} */
    this.folded = [];
    /** Of each template whether its only figures are those of one year. @type {boolean[] | undefined} */
    this.plain = undefined;
    /** By phrase, place and template whether titles have it. @type {Map<string, Map<SegmentPlace, boolean[]>>} */
    this.titled = new Map();
    /** @type {SegmentPlace[]} */
    const places = [];
    /** @type {SegmentPlace[]} */
    const open = [];
    let first = 0;
    json.counts.forEach((count, at) => {
      const i = json.first + at;
      for (const place of open.splice(all.depths[i])) place.end = first;
      const place = new SegmentPlace(all.codes[i], all.names[i], open[open.length - 1], i, first);
      places.push(place);
      open.push(place);
      first += count;
    });
    for (const place of open) place.end = first;
    /** Those that have reports here, or are above one that has, each before those below it. */
    this.places = places.filter((place) => place.end > place.first);
    /** The place of each report, by its index. */
    this.placeAt = new Uint32Array(first);
    this.places.forEach((place, i) => this.placeAt.fill(i, place.first, place.end));
  }

  /** @param {number} report */
  placeOf(report) {
    return this.places[this.placeAt[report]];
  }

  /** @param {number} report */
  titleOf(report) {
    const path = this.placeOf(report).path;
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

  /**
   * Whether the title of a report has a phrase. One without figures does not depend on the year, so a place's reports are looked at once.
   * @param {number} report
   * @param {string} text Folded.
   */
  titleHas(report, text) {
    const figures = /\d+/.exec(text)?.[0];
    if (figures) return this.#mayHave(report, figures) && this.foldedTitle(report).includes(text);
    let byPlace = this.titled.get(text);
    if (!byPlace) {
      if (this.titled.size >= REMEMBERED) this.titled.clear();
      this.titled.set(text, (byPlace = new Map()));
    }
    const place = this.placeOf(report);
    let byTemplate = byPlace.get(place);
    if (!byTemplate) byPlace.set(place, (byTemplate = []));
    return (byTemplate[this.json.titles[report]] ??= this.foldedTitle(report).includes(text));
  }

  /**
   * Whether the title of a report may have some figures. Nearly all titles have those of one year and no others, so that they need not be put together.
   * @param {number} report
   * @param {string} figures
   */
  #mayHave(report, figures) {
    this.plain ??= this.json.templates.map((template) => !/\d/.test(fold(template)) && (template.match(/[\u0004\u0005]/g) ?? []).length <= 1);
    if (!this.plain[this.json.titles[report]] || this.placeOf(report).hasFigures) return true;
    const year = this.years[report];
    return String(year).includes(figures) || String(year - 1).includes(figures);
  }

  /** @param {number} report */
  idOf(report) {
    return `${this.placeOf(report).code}/${this.years[report]}/${KIND_KEYS[this.kinds[report]]}`;
  }

  /** @param {number} report */
  urlOf(report) {
    return this.json.urls[report] ?? `/r/${this.idOf(report)}/`;
  }
}
