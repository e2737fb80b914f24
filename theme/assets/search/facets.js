// Counts the reports found by place, year and kind.
import { KIND_KEYS } from './meta.js';

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
 * @param {import('./ranking.js').Ranked[]} ranked
 * @param {import('./meta.js').SegmentMeta[]} metas
 * @returns {Facets}
 */
export function countFacets(ranked, metas) {
  /** @type {Map<string, PlaceCount & { path: string }>} */
  const places = new Map();
  /** @type {Map<number, number>} */
  const years = new Map();
  const kinds = KIND_KEYS.map(() => 0);
  /** @type {Map<import('./meta.js').SegmentPlace, number>} */
  const own = new Map();
  for (const { segment, report } of ranked) {
    const meta = metas[segment];
    own.set(meta.placeOf[report], (own.get(meta.placeOf[report]) ?? 0) + 1);
    years.set(meta.years[report], (years.get(meta.years[report]) ?? 0) + 1);
    kinds[meta.kinds[report]]++;
  }
  for (const [place, count] of own) {
    for (let at = /** @type {import('./meta.js').SegmentPlace | undefined} */ (place); at; at = at.above) {
      const known = places.get(at.codes);
      if (known) known.count += count;
      else places.set(at.codes, { code: at.code, name: at.name, depth: at.path.length - 1, count, path: at.codes });
    }
  }
  const all = [...years.keys()].sort((a, b) => a - b);
  const range = all.length === 0 ? [] : Array.from({ length: all[all.length - 1] - all[0] + 1 }, (_, i) => all[0] + i);
  return {
    places: [...places.values()].sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ code, name, depth, count }) => ({ code, name, depth, count })),
    years: range.map((year) => ({ year, count: years.get(year) ?? 0 })),
    kinds: KIND_KEYS.map((kind, i) => ({ kind, count: kinds[i] })).filter(({ count }) => count > 0),
  };
}
