// The reports of a segment that hold a phrase, as far as the index knows: the twin of PhraseMatch.cs.
import { ALL_PARTS, partCount } from './bits.js';

/**
 * How sure the index is: `sure`; `stored`, where the table names these reports, if it is not another gram that it names them for;
 * `allOrNone`, where reading one report tells; `candidates`, where each must be read.
 * @typedef {'sure' | 'stored' | 'allOrNone' | 'candidates'} Certainty
 */

/**
 * @typedef {object} PhraseMatch
 * @property {Uint16Array} reports Ascending; none that holds the phrase is missing.
 * @property {Uint8Array} masks The parts that may hold it, as many.
 * @property {Certainty} certainty
 */

/** @type {PhraseMatch} No report holds it. */
export const NO_MATCH = { reports: new Uint16Array(0), masks: new Uint8Array(0), certainty: 'sure' };

/**
 * @param {import('./grams.js').GramReports} gram
 * @param {Certainty} certainty
 * @returns {PhraseMatch}
 */
export const matchOf = (gram, certainty) => ({ reports: gram.reports, masks: gram.masks ?? new Uint8Array(gram.reports.length).fill(ALL_PARTS), certainty });

/**
 * Parts that must be read, at worst, to be sure of every report.
 * @param {PhraseMatch} match
 */
export function costOf({ masks }) {
  let parts = 0;
  for (const mask of masks) parts += partCount(mask);
  return parts;
}

/**
 * The reports of both that have a part in common.
 * @param {PhraseMatch} a
 * @param {PhraseMatch} b
 * @param {Certainty} certainty
 * @returns {PhraseMatch}
 */
export function intersect(a, b, certainty) {
  const most = Math.min(a.reports.length, b.reports.length);
  const reports = new Uint16Array(most);
  const masks = new Uint8Array(most);
  let count = 0;
  for (let i = 0, j = 0; i < a.reports.length && j < b.reports.length;) {
    const difference = a.reports[i] - b.reports[j];
    if (difference === 0) {
      const mask = a.masks[i] & b.masks[j];
      if (mask) {
        reports[count] = a.reports[i];
        masks[count++] = mask;
      }
      i++;
      j++;
    } else if (difference < 0) i++;
    else j++;
  }
  return { reports: reports.subarray(0, count), masks: masks.subarray(0, count), certainty };
}

/**
 * The reports of a match at some ranks.
 * @param {PhraseMatch} match
 * @param {ArrayLike<number>} ranks
 * @param {Certainty} certainty
 * @returns {PhraseMatch}
 */
export const matchAt = (match, ranks, certainty) => ({
  reports: Uint16Array.from(ranks, (rank) => match.reports[rank]),
  masks: Uint8Array.from(ranks, (rank) => match.masks[rank]),
  certainty,
});
