// What the tables left open of a query, read from as few texts as tell.

/** @typedef {import('./run.js').SegmentRun} SegmentRun */
/** @typedef {import('./ranked.js').RankedReports} RankedReports */

/**
 * Reads what the tables left open, all phrases at once, of reports alone that may be results.
 * @param {SegmentRun[]} runs
 * @param {RankedReports | undefined} ranked The reports that the tables name, best first: those are read for their sentences anyway.
 */
export async function settle(runs, ranked) {
  const possible = runs.map((run) => run.possible());
  await Promise.all((runs[0]?.query.clauses ?? []).flatMap(({ not, phrases }, c) => phrases.map(async (_, p) => {
    const candidates = runs.map((run, i) => (run.matches[c][p].certainty === 'candidates' ? run.readAll(c, p, possible[i]) : undefined));
    const open = groups(runs, c, p).map(async (group) => {
      const first = (not ? undefined : bestOf(group, runs, ranked, possible, c, p)) ?? firstOf(group, runs, possible, c, p);
      if (!first) return;
      const holds = await runs[first.segment].witness(c, p, first.report);
      for (const segment of group) runs[segment].confirmAll(c, p, holds);
    });
    await Promise.all([...candidates, ...open]);
  })));
}

/**
 * The segments that hold a phrase, each in all its reports or in none, by what one text tells of. Tables of which a segment has a code
 * for a gram that occurs in one of their segments have no other gram in its place: it occurs in all that have a code.
 * @param {SegmentRun[]} runs
 * @param {number} clause
 * @param {number} phrase
 */
function groups(runs, clause, phrase) {
  /** @type {Map<unknown, number[]>} */
  const together = new Map();
  runs.forEach((run, segment) => {
    const { certainty } = run.matches[clause][phrase];
    if (certainty !== 'stored' && certainty !== 'allOrNone') return;
    const told = certainty === 'stored' ? run.segment.tables : run;
    together.set(told, [...(together.get(told) ?? []), segment]);
  });
  return [...together.values()];
}

/**
 * The best report of some segments that a phrase names.
 * @param {number[]} group
 * @param {SegmentRun[]} runs
 * @param {RankedReports | undefined} ranked
 * @param {Uint8Array[]} possible
 * @param {number} clause
 * @param {number} phrase
 */
const bestOf = (group, runs, ranked, possible, clause, phrase) =>
  ranked?.find((segment, report) => group.includes(segment) && possible[segment][report] === 1 && runs[segment].maskOf(clause, phrase, report) !== 0);

/**
 * Some report that a phrase names, where none is ranked.
 * @param {number[]} group
 * @param {SegmentRun[]} runs
 * @param {Uint8Array[]} possible
 * @param {number} clause
 * @param {number} phrase
 */
function firstOf(group, runs, possible, clause, phrase) {
  for (const segment of group) {
    const report = runs[segment].matches[clause][phrase].reports.find((named) => possible[segment][named] === 1);
    if (report !== undefined) return { segment, report };
  }
  return undefined;
}
