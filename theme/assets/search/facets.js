// Counts the reports found by place, year and kind.
import { KIND_KEYS } from './meta.js';
import { reportOf, segmentOf } from './ranked.js';

/**
 * @typedef {object} PlaceCount
 * @property {string} code
 * @property {string} name
 * @property {number} depth 0 for a province.
 * @property {number} count Reports of it and of the places below it.
 */

/**
 * @typedef {object} Facets
 * @property {PlaceCount[]} places Each before those below it; only those with reports found.
 * @property {{ year: number, count: number }[]} years Ascending, with the years between that have none.
 * @property {{ kind: string, count: number }[]} kinds In their fixed order.
 */

/**
 * @param {import('./ranked.js').RankedReports} ranked
 * @param {import('./meta.js').SegmentMeta[]} metas
 * @returns {Facets}
 */
export function countFacets(ranked, metas) {
  /** @type {Map<string, PlaceCount & { path: string }>} */
  const places = new Map();
  const years = new Uint32Array(1 << 16);
  const kinds = KIND_KEYS.map(() => 0);
  const own = metas.map((meta) => new Uint32Array(meta.places.length));
  for (let i = 0; i < ranked.length; i++) {
    const [segment, report] = [segmentOf(ranked.refs[i]), reportOf(ranked.refs[i])];
    const meta = metas[segment];
    own[segment][meta.placeAt[report]]++;
    years[meta.years[report]]++;
    kinds[meta.kinds[report]]++;
  }
  own.forEach((counts, segment) => counts.forEach((count, place) => {
    if (count === 0) return;
    for (let at = /** @type {import('./meta.js').SegmentPlace | undefined} */ (metas[segment].places[place]); at; at = at.above) {
      const known = places.get(at.codes);
      if (known) known.count += count;
      else places.set(at.codes, { code: at.code, name: at.name, depth: at.path.length - 1, count, path: at.codes });
    }
  }));
  const first = years.findIndex((count) => count > 0);
  const range = first < 0 ? [] : Array.from({ length: years.findLastIndex((count) => count > 0) - first + 1 }, (_, i) => first + i);
  return {
    places: [...places.values()].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ code, name, depth, count }) => ({ code, name, depth, count })),
    years: range.map((year) => ({ year, count: years[year] })),
    kinds: KIND_KEYS.map((kind, i) => ({ kind, count: kinds[i] })).filter(({ count }) => count > 0),
  };
}
