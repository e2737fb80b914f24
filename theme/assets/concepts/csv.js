// Reads the tables that the archive publishes (RFC 4180, line feeds).

/**
 * The rows of a table by the names in its first row; rows of another width are left out, as a table cut short ends in one.
 * @param {string} text
 * @returns {Record<string, string>[]}
 */
export function records(text) {
  const [head, ...rows] = table(text);
  return rows.filter((row) => row.length === head.length).map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

/**
 * @param {string} text
 * @returns {string[][]}
 */
function table(text) {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;
  const rows = [];
  let row = [];
  for (let match; cell.lastIndex < text.length && (match = cell.exec(text));) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
