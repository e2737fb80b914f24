// Draws what a search found.
import { KIND_NAMES } from './csv.js';
import { el, marked } from './dom.js';
import { SearchIndexError } from './errors.js';
import { filtersOf, withFilter, withoutFilter } from './filters.js';
import { findPhrase } from './hits.js';
import { bareName } from './resolve.js';
import { foldWithOrigins } from './normalize.js';
import { quoted } from './suggest.js';

/** @typedef {import('./index.js').SearchAnswer} SearchAnswer */
/** @typedef {import('./index.js').SearchResult} SearchResult */
/** @typedef {import('./index.js').SearchTitle} SearchTitle */

/**
 * What the drawing needs to know of the page.
 * @typedef {object} PageLinks
 * @property {(url: string, anchor?: string) => string} report Address of a report, or of a paragraph in it with the hits marked.
 * @property {(url: string, anchor?: string) => string} plain The same without marks, to be kept.
 * @property {(query: string) => string} search Address of another search.
 */

/** @type {Record<import('./errors.js').IndexFault, string>} */
const FAULTS = {
  missing: '没有找到检索数据，检索没有完成。网站可能正在更新，请稍后重试；如果一直如此，请告知网站的维护者。',
  corrupt: '检索数据已损坏，结果不可信，因此没有显示。请重试；如果一直如此，请告知网站的维护者。',
  offline: '连不上网站，检索没有完成。请检查网络后重试。',
  foreign: '检索数据与本页的版本不同。请刷新本页。',
};

/** Most entries of a facet that are shown at first. */
const SHOWN = 10;

/** Up to so many years each bar has its number written above it. */
const LABELLED_YEARS = 12;

/** @param {number} n */
const number = (n) => n.toLocaleString('zh-CN');

/** @param {SearchTitle} result */
function metaLine(result) {
  const date = /** @type {SearchResult} */ (result).date;
  return el('p', { class: 'hit-meta' }, result.place.join(' › '), ` · ${result.year}年 · ${KIND_NAMES[result.kind]}`, date ? ` · ${date}` : undefined);
}

/**
 * @param {string} title
 * @param {import('./query.js').Phrase[]} phrases
 */
function markedTitle(title, phrases) {
  const folded = foldWithOrigins(title);
  const block = { anchor: '', text: title, folded, exact: folded };
  const marks = phrases.flatMap((phrase) => findPhrase(block, phrase, false)).sort((a, b) => a[0] - b[0]);
  return marked(title, marks.filter(([start], i) => i === 0 || start >= marks[i - 1][0] + marks[i - 1][1]));
}

/**
 * @param {import('./hits.js').SearchHit[]} hits
 * @param {string} url
 * @param {PageLinks} links
 */
function hitList(hits, url, links) {
  return el('ul', { class: 'hit-list' }, ...hits.map((hit) => el('li', {},
    el('a', { href: links.report(url, hit.anchor) }, el('span', { class: 'hit-number', 'aria-hidden': 'true' }, hit.anchor.replace(/^p/, '')), ...marked(hit.text, hit.marks)))));
}

/**
 * A report that was found; without hits while they are being read.
 * @param {SearchTitle | SearchResult} result
 * @param {import('./query.js').Phrase[]} phrases
 * @param {PageLinks} links
 */
export function drawResult(result, phrases, links) {
  const hits = 'hits' in result ? result.hits : undefined;
  return el('article', { class: 'result', 'data-waiting': hits ? undefined : result.id },
    el('h3', {}, el('a', { href: links.report(result.url), 'data-result': true }, ...markedTitle(result.title, phrases))),
    metaLine(result),
    hits ? hitList(hits, result.url, links) : el('p', { class: 'hit-wait', 'aria-hidden': 'true' }, '……'));
}

/**
 * Writes the sentences into a result that was drawn without; what has the focus keeps it.
 * @param {Element} article
 * @param {SearchResult} result
 * @param {PageLinks} links
 */
export function fillResult(article, result, links) {
  article.removeAttribute('data-waiting');
  article.querySelector('.hit-meta')?.replaceWith(metaLine(result));
  article.querySelector('.hit-wait')?.replaceWith(hitList(result.hits ?? [], result.url, links));
}

/**
 * The list of results, under the names of places where they are grouped.
 * @param {(SearchTitle | SearchResult)[]} results
 * @param {import('./query.js').Phrase[]} phrases
 * @param {boolean} grouped
 * @param {PageLinks} links
 * @returns {HTMLElement[]}
 */
export function drawResults(results, phrases, grouped, links) {
  if (!grouped) return results.map((result) => drawResult(result, phrases, links));
  /** @type {Map<string, (SearchTitle | SearchResult)[]>} */
  const groups = new Map();
  for (const result of results) {
    const place = result.place.slice(0, 2).join(' › ');
    groups.set(place, [...(groups.get(place) ?? []), result]);
  }
  return [...groups].map(([place, members]) => el('section', { class: 'result-group' },
    el('h2', {}, place, el('span', { class: 'count' }, ` ${number(members.length)}`)), ...members.map((result) => drawResult(result, phrases, links))));
}

/**
 * A link to the same search with one filter more.
 * @param {string} query
 * @param {string} key
 * @param {string} value
 * @param {string} label
 * @param {number} count
 * @param {PageLinks} links
 */
function facetLink(query, key, value, label, count, links) {
  const next = withFilter(query, key, value);
  return el('a', { href: links.search(next), 'data-query': next }, el('span', {}, label), el('span', { class: 'count' }, ` ${number(count)}`));
}

/**
 * Places below the last one that all results share.
 * @param {SearchAnswer} answer
 * @param {string} query
 * @param {PageLinks} links
 */
function placeFacet(answer, query, links) {
  const { places } = answer.facets;
  let depth = 0;
  while (places.filter((place) => place.depth === depth).length === 1 && places.some((place) => place.depth === depth + 1)) depth++;
  /** @type {string[]} */
  const path = [];
  const entries = [];
  for (const place of places) {
    path.length = place.depth;
    path.push(bareName(place.name));
    if (place.depth === depth) entries.push({ place, value: path.join('/') });
  }
  if (entries.length < 2) return undefined;
  entries.sort((a, b) => b.place.count - a.place.count);
  return facet('地方', entries.map(({ place, value }) => facetLink(query, '地', value, place.name, place.count, links)));
}

/**
 * @param {string} name
 * @param {HTMLElement[]} entries
 */
function facet(name, entries) {
  const items = entries.map((entry) => el('li', {}, entry));
  const list = el('ul', {}, ...items.slice(0, SHOWN));
  const more = items.length > SHOWN && el('button', { type: 'button', class: 'facet-more', onclick: () => { list.append(...items.slice(SHOWN)); if (more) more.remove(); } }, `其余 ${items.length - SHOWN} 项`);
  return el('section', { class: 'facet' }, el('h2', {}, name), list, more);
}

/**
 * The hits by year as a row of bars, each a filter.
 * @param {SearchAnswer} answer
 * @param {string} query
 * @param {PageLinks} links
 */
function yearFacet(answer, query, links) {
  const { years } = answer.facets;
  if (years.length < 2) return undefined;
  const most = Math.max(...years.map(({ count }) => count));
  const bars = years.map(({ year, count }) => {
    const next = withFilter(query, '年', String(year));
    const bar = el('span', { class: 'year-bar', style: `--share:${(count / most).toFixed(3)}`, 'aria-hidden': 'true' }, years.length <= LABELLED_YEARS && el('span', {}, number(count)));
    const name = `${year}年：${number(count)} 篇`;
    return el('li', {}, count > 0 ? el('a', { href: links.search(next), 'data-query': next, title: name, 'aria-label': name }, bar) : el('span', { title: name }));
  });
  return el('section', { class: 'facet facet-years' }, el('h2', {}, '年份'), el('ol', { class: 'year-bars' }, ...bars),
    el('p', { class: 'year-ends', 'aria-hidden': 'true' }, el('span', {}, String(years[0].year)), el('span', {}, String(years[years.length - 1].year))));
}

/**
 * Everything a search can be narrowed by.
 * @param {SearchAnswer} answer
 * @param {string} query
 * @param {PageLinks} links
 * @param {() => Promise<{ slug: string, label: string, count: number }[]>} concepts Counts of concepts.
 * @param {boolean} cheap Whether these are worth their bytes unasked.
 */
export function drawFacets(answer, query, links, concepts, cheap) {
  const kinds = answer.facets.kinds.length > 1 && facet('类别', answer.facets.kinds.map(({ kind, count }) => facetLink(query, '类', kind, KIND_NAMES[kind], count, links)));
  const open = el('button', { type: 'button', class: 'facet-more', onclick: show }, '统计所见提法');
  const section = el('section', { class: 'facet' }, el('h2', {}, '提法'), open);
  if (cheap) show();
  async function show() {
    open.disabled = true;
    try {
      const entries = await concepts();
      section.replaceWith(facet('提法', entries.map(({ label, count }) => facetLink(query, '提法', label, label, count, links))));
    } catch {
      open.disabled = false;
    }
  }
  return [placeFacet(answer, query, links), yearFacet(answer, query, links), kinds, section].filter((part) => part instanceof HTMLElement);
}

/**
 * The filters of the query, each to be taken away.
 * @param {string} query
 * @param {PageLinks} links
 */
export function drawChips(query, links) {
  return filtersOf(query).map((filter) => {
    const next = withoutFilter(query, filter);
    return el('a', { class: 'chip', href: links.search(next), 'data-query': next, 'aria-label': `去掉限定 ${filter}` }, filter, el('span', { 'aria-hidden': 'true' }, ' ×'));
  });
}

/**
 * One line on what was found, and what a reader should know of it.
 * @param {SearchAnswer} answer
 */
export function statusOf(answer) {
  const parts = [`${answer.exact ? '' : '约 '}${number(answer.total)} 篇报告`];
  if (answer.also.length > 0) parts.push(`也包括：${answer.also.join('、')}`);
  if (answer.variants) parts.push('含繁体或异体写法');
  for (const filter of answer.unknown) parts.push(`没有叫这个名称的地方或提法，已按原文查找：${filter}`);
  if (answer.shortened) parts.push('查询过长，只查了前一部分');
  return `${parts.join('；')}。`;
}

/**
 * What stands on the page before anything is typed: how much there is, and expressions to begin with.
 * @param {number} reports
 * @param {{ label: string, count: number }[]} concepts
 * @param {PageLinks} links
 */
export function drawBeginning(reports, concepts, links) {
  const entries = concepts.map(({ label, count }) => el('li', {}, el('a', { class: 'chip', href: links.search(quoted(label)), 'data-query': quoted(label) }, label, el('span', { class: 'count' }, ` ${number(count)}`))));
  return el('section', { class: 'search-beginning' }, el('h2', {}, `在 ${number(reports)} 篇报告中检索`),
    entries.length > 0 && el('p', {}, '可以从一个提法开始：'), entries.length > 0 && el('ul', {}, ...entries));
}

/**
 * What a reader is told of an error.
 * @param {unknown} error
 */
export const faultOf = (error) => (error instanceof SearchIndexError ? FAULTS[error.fault] : '检索出了错，没有完成。请重试。');

/**
 * What stands in place of results where there was an error.
 * @param {unknown} error
 * @param {() => void} retry
 */
export const drawFault = (error, retry) => el('div', { class: 'search-none' },
  el('p', {}, el('button', { type: 'button', onclick: retry }, '重试')),
  el('p', { class: 'search-fault' }, '供维护者参考：', el('span', { lang: 'en' }, error instanceof Error ? error.message : String(error))));
