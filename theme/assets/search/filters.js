// Filters as they stand in the text of a query, so that a click on a facet and a typed filter are the same thing.

const FILTER = /^[-－]?(地区|地|place|年份|年|year|类型|类|kind|提法|概念|concept)[:：]./i;

/** @type {Record<string, string>} */
const SAME = { 地区: '地', place: '地', 年份: '年', year: '年', 类型: '类', kind: '类', 概念: '提法', concept: '提法' };

/** @param {string} query The words of a query as typed. */
const wordsOf = (query) => query.split(/\s+/u).filter((word) => word);

/** @param {string} word */
const keyOf = (word) => {
  const key = word.replace(/^[-－]/, '').split(/[:：]/)[0].toLowerCase();
  return SAME[key] ?? key;
};

/**
 * The filters of a query, as typed.
 * @param {string} query
 */
export const filtersOf = (query) => wordsOf(query).filter((word) => FILTER.test(word));

/**
 * The query without its filters.
 * @param {string} query
 */
export const withoutFilters = (query) => wordsOf(query).filter((word) => !FILTER.test(word)).join(' ');

/**
 * The query without one filter.
 * @param {string} query
 * @param {string} filter As typed.
 */
export const withoutFilter = (query, filter) => wordsOf(query).filter((word) => word !== filter).join(' ');

/**
 * The query with a filter in place of those of its key.
 * @param {string} query
 * @param {string} key
 * @param {string} value
 */
export const withFilter = (query, key, value) =>
  [...wordsOf(query).filter((word) => !FILTER.test(word) || keyOf(word) !== key || /^[-－]/.test(word)), `${key}:${value}`].join(' ');
