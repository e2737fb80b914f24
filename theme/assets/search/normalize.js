// Folds text as the index does: the same tables and the same steps as src/ReportArchive/Search/Text/TextFolding.cs.
import { folds, composed } from './fold-table.js';

/**
 * A text as the search compares it, and where each of its units came from.
 * @typedef {object} FoldedText
 * @property {string} text Folded text.
 * @property {ArrayLike<number>} starts For each UTF-16 unit of `text`, the offset in the source of what it stands for; there may be more.
 * @property {ArrayLike<number>} ends For each unit, the offset in the source after what it stands for.
 */

/**
 * A text while it is folded unit by unit.
 * @typedef {object} Folding
 * @property {number[]} units What there is of the folded text.
 * @property {number[]} starts
 * @property {number[]} ends
 * @property {boolean} space Whether white space came since the last unit.
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

/** The simplified unit of each traditional one, 0 for all others. @type {Uint16Array | undefined} */
let variantOf;

/**
 * Loads the table of traditional characters, 13 KB on the wire: only queries and archives that hold such characters need it.
 * @returns {Promise<void>}
 */
export async function loadVariants() {
  if (variantOf) return;
  const { pairs } = await import('./variant-table.js');
  variantOf = new Uint16Array(65536);
  for (let i = 0; i < pairs.length; i += 2) variantOf[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
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

/**
 * The traditional characters of a text that was folded without variants; none before `loadVariants` has ended.
 * @param {string} text
 */
export const variantsIn = (text) => [...text].filter((c) => variantOf?.[c.charCodeAt(0)]);

/** @param {number} u A unit. */
const isSpace = (u) => u === 32 || (u >= 9 && u <= 13) || u === 0x85 || u === 0x2028 || u === 0x2029;

/** @param {number} u A unit. */
const isUnseen = (u) => u <= 32 || (u >= 0x7f && u <= 0x9f) || u === 0x2028 || u === 0x2029;

/** @param {number} u A unit. */
const isMark = (u) => (u >= 0x300 && u <= 0x36f) || u === 0x3099 || u === 0x309a;

/**
 * Whether a folded unit is a letter or figure of a script that sets words apart by spaces.
 * @param {number} u A unit.
 */
const isWordUnit = (u) => (u >= 48 && u <= 57) || (u >= 97 && u <= 122) || (u >= 0xdf && u <= 0x52f);

/** What a unit becomes where that is one unit which is seen and no mark, as almost all are; 0 for all others. */
const simpleOf = new Uint16Array(65536);
for (let u = 0; u < simpleOf.length; u++) {
  const folded = foldOf[u];
  const unit = folded === undefined ? u : folded.length === 1 ? folded.charCodeAt(0) : 0;
  if (!isUnseen(unit) && !isMark(unit)) simpleOf[u] = unit;
}

/** Units of which a text is made at a time: arguments of a call are not without end. */
const AT_ONCE = 4096;

/** @param {number[] | Uint16Array} units */
function textOf(units) {
  let text = '';
  for (let i = 0; i < units.length; i += AT_ONCE) text += String.fromCharCode.apply(null, /** @type {number[]} */ (units.slice(i, i + AT_ONCE)));
  return text;
}

/** What a text of which each unit becomes one is put in, and where those begin and end: of all such texts the same. */
let room = roomFor(1024);

/** @param {number} length */
function roomFor(length) {
  return { units: new Uint16Array(length), starts: Uint32Array.from({ length }, (_, i) => i), ends: Uint32Array.from({ length }, (_, i) => i + 1) };
}

/**
 * Folds a text of which each unit becomes one that is seen, as almost all are: nothing is to be kept of where each comes from.
 * @param {string} source
 * @param {Uint16Array | undefined} table Simplified units.
 * @returns {FoldedText | undefined}
 */
function foldUnits(source, table) {
  const { length } = source;
  if (length > room.units.length) room = roomFor(2 * length);
  const { units, starts, ends } = room;
  let same = true;
  for (let i = 0; i < length; i++) {
    const own = source.charCodeAt(i);
    const simple = simpleOf[own];
    if (simple === 0) return undefined;
    const unit = table?.[simple] || simple;
    if (unit !== own) same = false;
    units[i] = unit;
  }
  return { text: same ? source : textOf(units.subarray(0, length)), starts, ends };
}

/**
 * Folds a text and keeps the way back to it.
 * @param {string} source Any UTF-16, lone surrogates included.
 * @param {boolean} [variants] Whether traditional characters become simplified; `loadVariants` must have ended.
 * @returns {FoldedText}
 */
export function foldWithOrigins(source, variants = true) {
  const table = variants ? variantOf : undefined;
  const plain = foldUnits(source, table);
  if (plain) return plain;
  /** @type {Folding} */
  const folded = { units: [], starts: [], ends: [], space: false };
  const { units, starts, ends } = folded;
  for (let i = 0; i < source.length; i++) {
    const own = source.charCodeAt(i);
    const simple = simpleOf[own];
    if (simple === 0 || folded.space) {
      take(foldOf[own] ?? source[i], i, table, folded);
      continue;
    }
    units.push(table?.[simple] || simple);
    starts.push(i);
    ends.push(i + 1);
  }
  return { text: textOf(units), starts, ends };
}

/**
 * Takes what one unit of a source becomes, whatever that is.
 * @param {string} text What it becomes.
 * @param {number} at Where it stands.
 * @param {Uint16Array | undefined} table Simplified units.
 * @param {Folding} folded
 */
function take(text, at, table, folded) {
  const { units, starts, ends } = folded;
  for (let j = 0; j < text.length; j++) {
    const u = text.charCodeAt(j);
    if (isUnseen(u)) {
      folded.space ||= isSpace(u);
      continue;
    }
    const unit = table?.[u] || u;
    if (isMark(u) && units.length > 0) {
      const whole = wholeOf.get(String.fromCharCode(units[units.length - 1], unit));
      if (whole) {
        units[units.length - 1] = whole.charCodeAt(0);
        ends[ends.length - 1] = at + 1;
        continue;
      }
    }
    if (folded.space && units.length > 0 && isWordUnit(units[units.length - 1]) && isWordUnit(unit)) {
      units.push(32);
      starts.push(at);
      ends.push(at + 1);
    }
    folded.space = false;
    units.push(unit);
    starts.push(at);
    ends.push(at + 1);
  }
}

/**
 * The folded text alone.
 * @param {string} source
 * @param {boolean} [variants]
 */
export const fold = (source, variants = true) => foldWithOrigins(source, variants).text;
