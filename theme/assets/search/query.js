// Takes queries apart: the twin of src/ReportArchive/Search/Query/QueryParser.cs, where the language is described.
import { fold } from './normalize.js';

/** Units of a query that are looked at. */
export const LONGEST_QUERY = 1000;

const MOST_PHRASES = 32;
const QUOTED = '\0';

/** @typedef {'place' | 'year' | 'kind' | 'concept'} FilterKey */

/**
 * A run of characters that a block must hold.
 * @typedef {object} Phrase
 * @property {string} text Folded.
 * @property {string} exact Folded but for traditional characters.
 */

/** @typedef {{ not: boolean, phrases: Phrase[] }} Clause One of the phrases must occur; or none may. */

/** @typedef {{ not: boolean, key: FilterKey, values: string[], literal: Phrase }} Filter */

/** @typedef {{ clauses: Clause[], filters: Filter[], shortened: boolean }} SearchQuery */

/** @type {Map<string, FilterKey>} */
const keys = new Map([
  ['地', 'place'], ['地区', 'place'], ['place', 'place'],
  ['年', 'year'], ['年份', 'year'], ['year', 'year'],
  ['类', 'kind'], ['类型', 'kind'], ['kind', 'kind'],
  ['提法', 'concept'], ['概念', 'concept'], ['concept', 'concept'],
]);

const kindNames = [
  ['gwr', '政府工作报告', '政府', '工作报告'],
  ['plan', '国民经济和社会发展计划报告', '计划', '计划报告'],
  ['budget', '预算报告', '预算'],
];

/**
 * The number of the kind a folded word names; -1 for none.
 * @param {string} word
 */
export const kindOf = (word) => kindNames.findIndex((names) => names.includes(word));

/**
 * Years from one to another, both included; none where the text is no range.
 * @param {string} text Folded.
 * @returns {[number, number] | undefined}
 */
export function yearRange(text) {
  const match = /^(\d{4})?([-—~至到])?(\d{4})?$/.exec(text);
  if (!match || (!match[1] && !match[3]) || (!match[2] && match[3])) return undefined;
  const [, from, dash, to] = match;
  return dash ? [Number(from ?? 0), Number(to ?? 9999)] : [Number(from), Number(from)];
}

/** @param {string} c */
const isSpace = (c) => /[\t-\r \u0085\u00a0\u2000-\u200b\u2028\u2029\u3000\ufeff]/.test(c);

/** @param {string} c */
const isBar = (c) => c === '|' || c === '｜';

/** @param {string} c */
const isQuote = (c) => c === '"' || c === '＂';

/**
 * Lone surrogates become U+FFFD, as they would on the way through an address.
 * @param {string} text
 */
function wellFormed(text) {
  let result = '';
  for (const c of text) result += c.length === 1 && c >= '\ud800' && c <= '\udfff' ? '\ufffd' : c;
  return result;
}

/**
 * @param {string} word
 * @returns {Phrase}
 */
const phraseOf = (word) => ({ text: fold(word), exact: fold(word, false) });

/**
 * Takes a query apart. Nothing is an error: what is no filter is a phrase.
 * @param {string} query
 * @returns {SearchQuery}
 */
export function parseQuery(query) {
  const shortened = query.length > LONGEST_QUERY;
  const parser = new Parser(wellFormed(query.slice(0, LONGEST_QUERY)));
  while (parser.skipSpace()) parser.readClause();
  parser.readLoneNegation();
  return { clauses: parser.clauses, filters: parser.filters, shortened: shortened || parser.phrases > MOST_PHRASES };
}

class Parser {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.phrases = 0;
    /** @type {Clause[]} */
    this.clauses = [];
    /** @type {Filter[]} */
    this.filters = [];
  }

  skipSpace() {
    while (this.at < this.text.length && isSpace(this.text[this.at])) this.at++;
    return this.at < this.text.length;
  }

  /** @param {number} at */
  endsAt(at) {
    return at >= this.text.length || isSpace(this.text[at]) || isBar(this.text[at]);
  }

  readClause() {
    const not = (this.text[this.at] === '-' || this.text[this.at] === '－') && !this.endsAt(this.at + 1);
    if (not) this.at++;
    /** @type {string[]} */
    const words = [];
    do {
      while (this.skipSpace() && isBar(this.text[this.at])) this.at++;
      if (this.at < this.text.length) words.push(this.readWord());
    } while (this.skipSpace() && isBar(this.text[this.at]));
    if (words.length > 0 && !this.tryFilter(not, words)) this.addClause(not, words);
  }

  /** A word without its quotation marks; QUOTED before it says that it had any. */
  readWord() {
    const start = this.at;
    if (isQuote(this.text[start])) {
      for (let end = start + 1; end < this.text.length; end++) {
        if (!isQuote(this.text[end]) || !this.endsAt(end + 1)) continue;
        this.at = end + 1;
        return QUOTED + this.text.slice(start + 1, end);
      }
    }
    while (!this.endsAt(this.at)) this.at++;
    return this.text.slice(start, this.at);
  }

  /** "Not this" alone asks for nothing: what was pasted begins with a minus sign. */
  readLoneNegation() {
    if (this.clauses.length === 1 && this.clauses[0].not && this.filters.length === 0) this.clauses[0] = { not: false, phrases: [phraseOf(this.text)] };
  }

  /**
   * @param {boolean} not
   * @param {string[]} words
   */
  addClause(not, words) {
    /** @type {Phrase[]} */
    const phrases = [];
    for (const phrase of words.map(phraseOf)) {
      if (phrase.text && !phrases.some((p) => p.text === phrase.text && p.exact === phrase.exact)) phrases.push(phrase);
    }
    if (phrases.length === 0) return;
    const room = Math.max(0, MOST_PHRASES - this.phrases);
    this.phrases += phrases.length;
    if (room > 0) this.clauses.push({ not, phrases: phrases.slice(0, room) });
  }

  /**
   * @param {boolean} not
   * @param {string[]} words
   */
  tryFilter(not, words) {
    const first = keyOf(words[0]);
    if (!first) return false;
    const values = words.map((word) => {
      const other = keyOf(word);
      return other && other.key === first.key ? other.value : word;
    });
    const folded = [...new Set(values.map((value) => fold(value)).filter((value) => value))];
    if (folded.length === 0) return false;
    if (first.key === 'year' && !folded.every(yearRange)) return false;
    if (first.key === 'kind' && !folded.every((value) => kindOf(value) >= 0)) return false;
    this.filters.push({ not, key: first.key, values: folded, literal: phraseOf(words.join('|')) });
    return true;
  }
}

/** @param {string} word */
function keyOf(word) {
  const colon = word.search(/[:：]/);
  const value = colon < 0 ? '' : word.slice(colon + 1);
  const key = colon > 0 && value && word[0] !== QUOTED ? keys.get(fold(word.slice(0, colon))) : undefined;
  return key && { key, value };
}
