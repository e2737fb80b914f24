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
  const first = years.findIndex((count) => count > 0);
  const range = first < 0 ? [] : Array.from({ length: years.findLastIndex((count) => count > 0) - first + 1 }, (_, i) => first + i);
  return {
    places: countPlaces(own, metas),
    years: range.map((year) => ({ year, count: years[year] })),
    kinds: KIND_KEYS.map((kind, i) => ({ kind, count: kinds[i] })).filter(({ count }) => count > 0),
  };
}

/**
 * @param {Uint32Array[]} own By segment and place how many were found, not counting places below it.
 * @param {import('./meta.js').SegmentMeta[]} metas
 * @returns {PlaceCount[]}
 */
function countPlaces(own, metas) {
  /** By number in the tree of all segments. @type {PlaceCount[]} */
  const places = [];
  own.forEach((counts, segment) => {
    const { places: all } = metas[segment];
    for (let i = 0; i < counts.length; i++) {
      if (counts[i] === 0) continue;
      for (let place = /** @type {import('./meta.js').SegmentPlace | undefined} */ (all[i]); place; place = place.above) {
        const { number, code, name } = place;
        places[number] ??= { code, name, depth: place.depth, count: 0 };
        places[number].count += counts[i];
      }
    }
  });
  // A tree's places are numbered each before those below it.
  return places.filter(() => true);
}
