// Looks up what a query names: places, kinds, years, concepts and their other names. The twin of ResolvedQuery.cs and PlaceQuery.cs.
import { fold } from './normalize.js';
import { kindOf, yearRange } from './query.js';

/** @typedef {import('./segment.js').SegmentReader} SegmentReader */
/** @typedef {import('./meta.js').SegmentPlace} SegmentPlace */

/**
 * A filter whose values are known to name something.
 * @typedef {object} ResolvedFilter
 * @property {boolean} not Whether reports must not match.
 * @property {(segment: SegmentReader, signal?: AbortSignal) => Promise<Uint8Array>} select Which reports of a segment match: 1 or 0 each.
 */

/**
 * A query with the names of concepts filled in and its filters looked up.
 * @typedef {object} ResolvedQuery
 * @property {import('./query.js').Clause[]} clauses
 * @property {ResolvedFilter[]} filters
 * @property {boolean} exact Whether traditional and simplified characters differ.
 * @property {string[]} also Names that were filled in.
 * @property {string[]} unknown Filters that became phrases.
 */

const suffixes = ['特别行政区', '维吾尔自治区', '壮族自治区', '回族自治区', '自治区', '自治州', '自治县', '自治旗', '地区', '街道', '省', '市', '县', '区', '旗', '盟', '镇', '乡'];

/** @param {string} name */
export function bareName(name) {
  const suffix = suffixes.find((s) => name.length > s.length + 1 && name.endsWith(s));
  return suffix ? name.slice(0, -suffix.length) : name;
}

/**
 * Whether the last step is the place and each before it a place above, in order.
 * @param {SegmentPlace} place
 * @param {string[]} steps
 * @param {(name: string, step: string) => boolean} same
 */
function matches(place, steps, same) {
  const names = place.path.map((name) => fold(name));
  if (steps.length === 0 || !same(names[names.length - 1], steps[steps.length - 1])) return false;
  let at = steps.length - 2;
  for (let i = names.length - 2; i >= 0 && at >= 0; i--) if (same(names[i], steps[at])) at--;
  return at < 0;
}

/**
 * A test for the places a folded word means; none where there are none.
 * @param {string} word
 * @param {SegmentPlace[]} places
 * @returns {((place: SegmentPlace) => boolean) | undefined}
 */
export function choosePlaces(word, places) {
  /** @type {((place: SegmentPlace) => boolean)[]} */
  const tests = [];
  if (/^\d+$/.test(word)) {
    const digits = /^\d{6}$/.test(word) ? word.replace(/(0000|00)$/, '') : word;
    tests.push((place) => digits.length >= 2 && place.code.startsWith(digits));
  }
  const steps = word.split('/').filter((step) => step);
  tests.push((place) => matches(place, steps, (name, step) => name === step));
  tests.push((place) => matches(place, steps, (name, step) => name === step || bareName(name) === step));
  tests.push((place) => matches(place, steps, (name, step) => name.startsWith(step)));
  return tests.find((test) => places.some(test));
}

/**
 * Looks up a query.
 * @param {import('./query.js').SearchQuery} query
 * @param {SegmentReader[]} segments
 * @param {{ aliases: () => Promise<string[][]>, concepts: () => Promise<string[][]> }} names Concepts as [slug, label, alias…]: those with other names, and all.
 * @param {boolean} exact
 * @returns {Promise<ResolvedQuery>}
 */
export async function resolveQuery(query, segments, names, exact) {
  /** @type {ResolvedQuery} */
  const resolved = { clauses: [], filters: [], exact, also: [], unknown: [] };
  const aliases = exact || query.clauses.length === 0 ? [] : await names.aliases();
  for (const clause of query.clauses) resolved.clauses.push(clause.not ? clause : withAliases(clause, aliases, resolved.also));
  for (const filter of query.filters) {
    const found = await resolveFilter(filter, segments, names);
    if (found) {
      resolved.filters.push(found);
    } else {
      resolved.unknown.push(filter.literal.exact);
      resolved.clauses.push({ not: filter.not, phrases: [filter.literal] });
    }
  }
  return resolved;
}

/**
 * @param {import('./query.js').Clause} clause
 * @param {string[][]} aliases
 * @param {string[]} also
 * @returns {import('./query.js').Clause}
 */
function withAliases(clause, aliases, also) {
  const phrases = [...clause.phrases];
  for (const phrase of clause.phrases) {
    for (const concept of aliases) {
      if (concept.length < 3 || !concept.slice(1).some((name) => fold(name) === phrase.text)) continue;
      for (const name of concept.slice(1)) {
        const text = fold(name);
        if (!text || phrases.some((known) => known.text === text)) continue;
        phrases.push({ text, exact: fold(name, false) });
        also.push(name);
      }
    }
  }
  return { ...clause, phrases };
}

/**
 * @param {import('./query.js').Filter} filter
 * @param {SegmentReader[]} segments
 * @param {{ concepts: () => Promise<string[][]> }} names
 * @returns {Promise<ResolvedFilter | undefined>}
 */
async function resolveFilter(filter, segments, names) {
  const { not, values } = filter;
  if (filter.key === 'year') {
    const ranges = values.map((value) => /** @type {[number, number]} */ (yearRange(value)));
    return { not, select: async (segment) => Uint8Array.from((await segment.meta()).years, (year) => (ranges.some(([from, to]) => year >= from && year <= to) ? 1 : 0)) };
  }
  if (filter.key === 'kind') {
    const kinds = values.map(kindOf);
    return { not, select: async (segment) => Uint8Array.from((await segment.meta()).kinds, (kind) => (kinds.includes(kind) ? 1 : 0)) };
  }
  if (filter.key === 'place') {
    const places = (await Promise.all(segments.map((segment) => segment.meta()))).flatMap((meta) => meta.places);
    const tests = values.map((value) => choosePlaces(value, places));
    if (tests.includes(undefined)) return undefined;
    return {
      not,
      select: async (segment) => {
        const reports = new Uint8Array(segment.entry.reports);
        for (const place of (await segment.meta()).places) if (tests.some((test) => test?.(place))) reports.fill(1, place.first, place.end);
        return reports;
      },
    };
  }
  const all = await names.concepts();
  const found = values.map((value) => all.find((concept) => concept.some((name) => fold(name) === value)));
  if (found.includes(undefined)) return undefined;
  return {
    not,
    select: async (segment, signal) => {
      const reports = new Uint8Array(segment.entry.reports);
      for (const concept of found) for (const report of await segment.reportsWith(/** @type {string[]} */ (concept)[0], signal)) reports[report] = 1;
      return reports;
    },
  };
}
