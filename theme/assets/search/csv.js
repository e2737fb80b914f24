// The hit list as a table for spreadsheets: a row a paragraph, each with its address.

const HEAD = ['题名', '地方', '年份', '类别', '日期', '段落', '原文', '链接'];

/** @type {Record<string, string>} */
export const KIND_NAMES = { gwr: '政府工作报告', plan: '国民经济和社会发展计划报告', budget: '预算报告' };

/**
 * A cell. What a spreadsheet would take for a formula is set apart by an apostrophe.
 * @param {string | number | undefined} value
 */
function cell(value) {
  const text = String(value ?? '');
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * @param {import('./index.js').SearchResult[]} results With all their hits.
 * @param {(result: import('./index.js').SearchResult, anchor: string) => string} address Of a paragraph; of the report where the anchor is empty.
 */
export function toCsv(results, address) {
  const rows = results.flatMap((result) => {
    const first = [result.title, result.place.join('/'), result.year, KIND_NAMES[result.kind], result.date];
    const hits = result.hits?.length ? result.hits : [{ anchor: '', text: '' }];
    return hits.map((hit) => [...first, hit.anchor, hit.text, address(result, hit.anchor)]);
  });
  // A mark at the start tells spreadsheets that this is UTF-8.
  return `\ufeff${[HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
