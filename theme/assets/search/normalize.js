// Folds text as the index does: the same tables and the same steps as src/ReportArchive/Search/Text/TextFolding.cs.
import { folds, composed } from './fold-table.js';

/**
 * A text as the search compares it, and where each of its units came from.
 * @typedef {object} FoldedText
 * @property {string} text Folded text.
 * @property {number[]} starts For each UTF-16 unit of `text`, the offset in the source of what it stands for.
 * @property {number[]} ends For each unit, the offset in the source after what it stands for.
 */

/** @type {(string | undefined)[]} */
const foldOf = [];
for (const record of folds.split('\n')) {
  const at = record.search(/[+=]/);
  let start = parseInt(record.slice(0, at), 16);
  if (record[at] === '=') {
    for (const text of record.slice(at + 1).split('\t')) foldOf[start++] = text;
    continue;
  }
  const [count, first] = record.slice(at + 1).split('>');
  for (let i = 0; i < Number(count); i++) foldOf[start + i] = String.fromCharCode(parseInt(first, 16) + i);
}

/** @type {Map<string, string>} */
const wholeOf = new Map();
for (let i = 0; i < composed.length; i += 3) wholeOf.set(composed.slice(i, i + 2), composed[i + 2]);

/** @type {Map<string, string> | undefined} */
let variantOf;

/**
 * Loads the table of traditional characters, 13 KB on the wire: only queries and archives that hold such characters need it.
 * @returns {Promise<void>}
 */
export async function loadVariants() {
  if (variantOf) return;
  const { pairs } = await import('./variant-table.js');
  variantOf = new Map();
  for (let i = 0; i < pairs.length; i += 2) variantOf.set(pairs[i], pairs[i + 1]);
}

/** Simplified characters of the national standard, which no traditional form is among but these six. @type {Set<string> | undefined} */
let simplified;

/**
 * Whether a text may hold a traditional character, so that `loadVariants` is worth its bytes. Costs no download: the platform
 * can decode GB 2312, whose 6,763 characters are the simplified ones.
 * @param {string} text
 */
export function mayBeTraditional(text) {
  if (!/[\u3400-\u9fff]/.test(text)) return false;
  if (!simplified) {
    const codes = [];
    for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) codes.push(row, cell);
    simplified = new Set(new TextDecoder('gbk').decode(Uint8Array.from(codes)));
    for (const c of '後於徵菸麽夥') simplified.delete(c);
  }
  for (const c of text) if (c >= '\u3400' && c <= '\u9fff' && !simplified.has(c)) return true;
  return false;
}

/** @param {number} u A unit. */
const isSpace = (u) => u === 32 || (u >= 9 && u <= 13) || u === 0x85 || u === 0x2028 || u === 0x2029;

/** @param {number} u A unit. */
const isUnseen = (u) => u <= 32 || (u >= 0x7f && u <= 0x9f) || u === 0x2028 || u === 0x2029;

/** @param {number} u A unit. */
const isMark = (u) => (u >= 0x300 && u <= 0x36f) || u === 0x3099 || u === 0x309a;

/**
 * Whether a folded unit is a letter or figure of a script that sets words apart by spaces.
 * @param {string} c
 */
const isWordUnit = (c) => (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= '\u00df' && c <= '\u052f');

/**
 * Folds a text and keeps the way back to it.
 * @param {string} source Any UTF-16, lone surrogates included.
 * @param {boolean} [variants] Whether traditional characters become simplified; `loadVariants` must have ended.
 * @returns {FoldedText}
 */
export function foldWithOrigins(source, variants = true) {
  /** @type {string[]} */
  const units = [];
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  const table = variants ? variantOf : undefined;
  let space = false;
  for (let i = 0; i < source.length; i++) {
    const folded = foldOf[source.charCodeAt(i)] ?? source[i];
    for (let j = 0; j < folded.length; j++) {
      const u = folded.charCodeAt(j);
      if (isUnseen(u)) {
        space ||= isSpace(u);
        continue;
      }
      let c = folded[j];
      if (table && u > 0x2e80) c = table.get(c) ?? c;
      if (isMark(u) && units.length > 0) {
        const whole = wholeOf.get(units[units.length - 1] + c);
        if (whole) {
          units[units.length - 1] = whole;
          ends[ends.length - 1] = i + 1;
          continue;
        }
      }
      if (space && units.length > 0 && isWordUnit(units[units.length - 1]) && isWordUnit(c)) {
        units.push(' ');
        starts.push(i);
        ends.push(i + 1);
      }
      space = false;
      units.push(c);
      starts.push(i);
      ends.push(i + 1);
    }
  }
  return { text: units.join(''), starts, ends };
}

/**
 * The folded text alone.
 * @param {string} source
 * @param {boolean} [variants]
 */
export const fold = (source, variants = true) => foldWithOrigins(source, variants).text;
