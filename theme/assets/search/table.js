// All that a search found, as a table to keep.
import { toCsv } from './csv.js';
import { el } from './dom.js';

/** Reports read at a time. */
const BATCH = 25;

/** A query as the name of a file. @type {(query: string) => string} */
export const fileName = (query) => query.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60);

/**
 * Every report a query finds, with all its sentences.
 * @param {import('./index.js').SearchIndex} index
 * @param {string} query
 * @param {{ sort: import('./index.js').SearchOrder, exact: boolean, signal: AbortSignal }} options
 * @param {(done: number, total: number) => void} [told] is told how far it has come
 */
export async function readAll(index, query, options, told) {
  const whole = await index.search(query, { ...options, limit: 1, hitsPerReport: 0 });
  /** @type {import('./index.js').SearchResult[]} */
  const results = [];
  for (;;) {
    const read = await whole.page(results.length, BATCH, options.signal);
    results.push(...read);
    // A total that was not verified may be too large: what is read is what there is.
    if (read.length < BATCH) return results;
    told?.(results.length, Math.max(whole.total, results.length));
  }
}

/**
 * Hands a table to the reader: a row a paragraph.
 * @param {import('./index.js').SearchResult[]} results
 * @param {import('./view.js').PageLinks} links
 * @param {string} query
 */
export function saveTable(results, links, query) {
  const file = new Blob([toCsv(results, (result, anchor) => links.plain(result.url, anchor))], { type: 'text/csv;charset=utf-8' });
  const link = el('a', { href: URL.createObjectURL(file), download: `${fileName(query)}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
