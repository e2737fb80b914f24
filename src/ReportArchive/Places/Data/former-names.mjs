// Follows every division from county up through the yearly tables of lizy14/division-changes to its last one, and
// gathers the names it bore on the way. README.md beside this file says which changes count.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const firstYear = 1984;
// Written so in the tables of some years, but never the name.
const misprints = new Set(['古楼区']);

/** Former names by six-digit code of the last table, latest first. */
export function formerNames(folder) {
  const cells = (file) =>
    readFileSync(join(folder, file), 'utf8').split('\n').map((line) => line.trim().split(',')).filter(([first]) => first);
  const tables = new Map();
  for (let year = firstYear; existsSync(join(folder, `tables/${year}.csv`)); year++)
    tables.set(year, new Map(cells(`tables/${year}.csv`).filter(([, name]) => name)));
  const lastYear = Math.max(...tables.keys());
  const successors = readSuccessors(cells, tables);

  const lastCode = (code, year) => {
    for (; code && year < lastYear; year++) code = next(code, year + 1, tables, successors);
    return code;
  };
  const names = new Map();
  for (const [year, table] of [...tables].reverse()) {
    for (const [code, name] of table) {
      const today = lastCode(code, year);
      if (!today || tables.get(lastYear).get(today) === name || misprints.has(name)) continue;
      if (!names.has(today)) names.set(today, new Set());
      names.get(today).add(name);
    }
  }
  return new Map([...names].map(([code, set]) => [code, [...set]]));
}

/** Year → old code → what it became that year: codes, and whether a person or the comparison of two tables said so. */
function readSuccessors(cells, tables) {
  const successors = new Map([...tables.keys()].map((year) => [year, new Map()]));
  const add = (year, from, to, byHand) => {
    const ofYear = successors.get(Number(year));
    if (ofYear) ofYear.set(from, { codes: [...new Set([...(ofYear.get(from)?.codes ?? []), ...to])], byHand });
  };
  for (const [years, from, to] of cells('rules-generated/code-changes.csv')) add(years.split('-')[1], from, [to], false);
  for (const [year, from, to] of cells('rules-handwritten/code-merges.csv')) add(year, from, [to], true);
  for (const [year, from, ...to] of cells('rules-handwritten/code-splits.csv')) add(year, from, to, true);
  return successors;
}

const level = (code) => (code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2);
const firstReliableYear = 1995;

/** The code under which the division itself, not just its land, went on into that year. */
function next(code, year, tables, successors) {
  const [before, now, ofYear] = [tables.get(year - 1), tables.get(year), successors.get(year)];
  const became = ofYear.get(code) ?? { codes: [code], byHand: false };
  const sources = (to) => [...ofYear].filter(([from, { codes }]) => codes.includes(to) && level(from) === level(to)).length;
  const isHeir = (to) => {
    if (!now.has(to) || level(to) !== level(code)) return false;
    // The name goes on: 章丘市 as 章丘区, and 蓬莱市 as 蓬莱区 though 长岛县 went into it too.
    if (now.get(to).slice(0, 2) === before.get(code)?.slice(0, 2)) return true;
    // Taken into a division that was there already: 四方区 went into 市北区 and is not what 市北区 was called.
    if (to !== code && before.has(to) && !ofYear.has(to)) return false;
    // A code given to another division: 320205 was 马山区 until 锡山市 became 锡山区 with that code.
    if (to === code && sources(to) > 0) return false;
    // Renamed: one that became one. The early rows written by hand mix neighbours up (滕县 and 掖县 in 1988).
    return became.codes.length === 1 && sources(to) <= 1 && (!became.byHand || year >= firstReliableYear);
  };
  const heirs = became.codes.filter(isHeir);
  return heirs.length === 1 ? heirs[0] : undefined;
}
