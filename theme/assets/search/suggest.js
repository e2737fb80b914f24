// What to try where nothing was found: without the filters, each word alone, shorter phrases, two halves, concepts of a like name.
import { fold } from './normalize.js';

/**
 * @typedef {object} Suggestion
 * @property {string} label What the query would be, in words.
 * @property {string} query
 * @property {number} total Number of reports it finds.
 */

/**
 * @param {import('./index.js').SearchIndex} index
 * @param {import('./index.js').SearchAnswer} answer
 * @param {AbortSignal} [signal]
 * @returns {Promise<Suggestion[]>}
 */
export async function suggest(index, answer, signal) {
  const { clauses, filters } = answer.resolved;
  const words = clauses.filter((clause) => !clause.not).map((clause) => clause.phrases[0].exact);
  /** @type {Suggestion[]} */
  const found = [];
  /** @type {(label: string, query: string) => Promise<void>} */
  const offer = async (label, query) => {
    const total = await index.count(query, signal);
    if (total > 0 && !found.some((known) => known.query === query)) found.push({ label, query, total });
  };
  const negative = clauses.some((clause) => clause.not);
  if (words.length > 0 && (filters.length > 0 || negative)) await offer('不加限定', words.map(quoted).join(' '));
  if (words.length > 1) for (const word of words) await offer(`只找“${word}”`, quoted(word));
  for (const word of words.slice(0, 2)) {
    if (word.length < 3 || word.length > 60) continue;
    const head = await longest(word, (length) => word.slice(0, length), index, signal);
    const tail = await longest(word, (length) => word.slice(-length), index, signal);
    if (head) await offer(`“${head}”`, quoted(head));
    if (tail) await offer(`“${tail}”`, quoted(tail));
    if (!head || !tail || head === tail) continue;
    // Where the two overlap the word is cut where the first ends; where they do not, what lies between is left out.
    const second = head.length + tail.length > word.length ? word.slice(head.length) : tail;
    await offer(`同时含有“${head}”和“${second}”`, `${quoted(head)} ${quoted(second)}`);
  }
  for (const label of await likeConcepts(index, words)) await offer(`提法“${label}”`, quoted(label));
  return found.slice(0, 8);
}

/** @param {string} text As a phrase of the query language. */
export const quoted = (text) => (/^[-－]|[\s|｜:：]|^["＂]/.test(text) ? `"${text}"` : text);

/**
 * The longest piece of a word that occurs, at least two characters: halving, for a piece occurs where a longer one does.
 * @param {string} word
 * @param {(length: number) => string} piece
 * @param {import('./index.js').SearchIndex} index
 * @param {AbortSignal | undefined} signal
 */
async function longest(word, piece, index, signal) {
  let low = 1;
  let high = word.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((await index.count(`"${piece(middle)}"`, signal)) > 0) low = middle;
    else high = middle - 1;
  }
  return low >= 2 ? piece(low) : undefined;
}

/**
 * Labels of the concepts whose names share most pairs of characters with a word.
 * @param {import('./index.js').SearchIndex} index
 * @param {string[]} words
 */
async function likeConcepts(index, words) {
  /** @type {(text: string) => Set<string>} */
  const pairs = (text) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const scored = (await index.concepts()).map(([, ...names]) => {
    let best = 0;
    for (const word of words) {
      for (const name of names) {
        const [a, b] = [pairs(word), pairs(fold(name))];
        const shared = [...a].filter((pair) => b.has(pair)).length;
        best = Math.max(best, (2 * shared) / Math.max(1, a.size + b.size));
      }
    }
    return { label: names[0], best };
  });
  return scored.filter(({ best }) => best >= 0.34).sort((a, b) => b.best - a.best).slice(0, 3).map(({ label }) => label);
}
