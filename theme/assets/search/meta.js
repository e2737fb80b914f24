// What the index knows of the reports of a segment: places, years, kinds, titles. The twin of SegmentMeta.cs.
import { fold } from './normalize.js';

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

/**
 * What MetaFile says of all reports: the tree of places, and what it says of each segment.
 * @typedef {{ codes: string[], names: string[], depths: number[], segments: SegmentJson[] }} MetaJson
 */

/** @typedef {{ first: number, counts: number[], years: number[], kinds: number[], templates: string[], titles: number[], urls: Record<string, string> }} SegmentJson */

/** What is known of the reports of a segment. */
export class SegmentMeta {
  /**
   * @param {MetaJson} all
   * @param {SegmentJson} json
   */
  constructor(all, json) {
    this.json = json;
    this.years = json.years;
    this.kinds = json.kinds;
    /** @type {string[]} */
    this.folded = [];
    /** @type {SegmentPlace[]} */
    const places = [];
    /** @type {SegmentPlace[]} */
    const open = [];
    let first = 0;
    json.counts.forEach((count, at) => {
      const i = json.first + at;
      for (const place of open.splice(all.depths[i])) place.end = first;
      const place = { code: all.codes[i], path: [...open.map((p) => p.path[p.path.length - 1]), all.names[i]], codes: [...open.map((p) => p.code), all.codes[i]], first, end: first };
      places.push(place);
      open.push(place);
      first += count;
    });
    for (const place of open) place.end = first;
    /** Those that have reports here, or are above one that has, each before those below it. */
    this.places = places.filter((place) => place.end > place.first);
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
