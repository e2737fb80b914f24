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
  const [few, many] = a.reports.length <= b.reports.length ? [a, b] : [b, a];
  const { reports: fewReports, masks: fewMasks } = few;
  const { reports: manyReports, masks: manyMasks } = many;
  const reports = new Uint16Array(fewReports.length);
  const masks = new Uint8Array(fewReports.length);
  // The longer list lies spread out by report: walking along both side by side, a processor guesses wrong at every other report, and takes twice as long.
  for (let i = 0; i < manyReports.length; i++) spreadOut[manyReports[i]] = manyMasks[i];
  let count = 0;
  for (let i = 0; i < fewReports.length; i++) {
    const report = fewReports[i];
    const mask = fewMasks[i] & spreadOut[report];
    reports[count] = report;
    masks[count] = mask;
    if (mask !== 0) count++;
  }
  spreadOut.fill(0);
  return { reports: reports.subarray(0, count), masks: masks.subarray(0, count), certainty };
}

/** Parts by report, of the list that is being intersected; all 0 between. */
const spreadOut = new Uint8Array(1 << 16);

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
