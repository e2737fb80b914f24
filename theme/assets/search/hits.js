// Reads the sentences of a report that hold phrases: the twin of HitReader.cs and Snippets.cs.
import { ALL_PARTS, HEADINGS, partCount } from './bits.js';

/** @typedef {import('./report-text.js').ReadBlock} ReadBlock */
/** @typedef {import('./query.js').Phrase} Phrase */

/** @typedef {[number, number]} Mark Offset and length in UTF-16 units. */

/**
 * A sentence that holds a phrase.
 * @typedef {object} SearchHit
 * @property {string} anchor
 * @property {string} text An ellipsis stands where it was cut.
 * @property {Mark[]} marks Where the phrases stand in it.
 */

/**
 * How often phrases stand in what was read of a report.
 * @typedef {object} HitCount
 * @property {number[][]} times By clause and phrase, the title left out.
 * @property {boolean[][]} inHeading By clause and phrase, whether a heading has it.
 * @property {number} read The parts that were read, a bit each.
 * @property {{ hit: SearchHit, phrase: number }[]} hits The sentences, in the order of the parts.
 */

const ENDERS = '。！？；\n';
const BEFORE = 60;
const AFTER = 80;
/** Parts that are read for more sentences once every phrase was found. */
const MORE_PARTS = 1;

/** Parts of a report that are asked for together where a phrase was not in the first. */
export const BATCH = 3;

/** The order of the first results is found from as much text as one sentence of each needs. */
export const RANKED_HITS = 1;

/**
 * Where a phrase stands in a block, in units of its text; occurrences do not overlap.
 * @param {ReadBlock} block
 * @param {Phrase} phrase
 * @param {boolean} exact
 * @returns {Mark[]}
 */
export function findPhrase(block, phrase, exact) {
  const [folded, sought] = exact ? [block.exact, phrase.exact] : [block.folded, phrase.text];
  /** @type {Mark[]} */
  const found = [];
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + sought.length)) {
    const start = folded.starts[at];
    found.push([start, folded.ends[at + sought.length - 1] - start]);
  }
  return found;
}

/** @param {string} c */
const isLowSurrogate = (c) => c >= '\udc00' && c <= '\udfff';

/**
 * @param {string} text
 * @param {number} hit
 */
function startOf(text, hit) {
  let from = hit;
  while (from > 0 && hit - from < BEFORE && !ENDERS.includes(text[from - 1])) from--;
  return from > 0 && isLowSurrogate(text[from]) ? from - 1 : from;
}

/**
 * @param {string} text
 * @param {number} hit
 */
function endOf(text, hit) {
  let to = hit;
  while (to < text.length && to - hit < AFTER && !ENDERS.includes(text[to - 1])) to++;
  return to < text.length && isLowSurrogate(text[to]) ? to + 1 : to;
}

/**
 * The sentences of a block that hold hits, each with the number of hits in it.
 * @param {ReadBlock} block
 * @param {Mark[]} hits By start.
 * @returns {{ hit: SearchHit, count: number }[]}
 */
function cut(block, hits) {
  const sentences = [];
  for (let i = 0; i < hits.length;) {
    const first = i;
    const from = startOf(block.text, hits[i][0]);
    const to = endOf(block.text, hits[i][0] + hits[i][1]);
    const lead = from > 0 && !ENDERS.includes(block.text[from - 1]) ? '…' : '';
    /** @type {Mark[]} */
    const marks = [];
    for (; i < hits.length && hits[i][0] + hits[i][1] <= to; i++) {
      const last = marks[marks.length - 1];
      const start = hits[i][0] - from + lead.length;
      // A hit within one that is marked already, or reaching out of it, adds nothing a reader could see.
      if (!last || start >= last[0] + last[1]) marks.push([start, hits[i][1]]);
    }
    const tail = to < block.text.length && !ENDERS.includes(block.text[to - 1]) ? '…' : '';
    sentences.push({ hit: { anchor: block.anchor, text: lead + block.text.slice(from, to) + tail, marks }, count: i - first });
  }
  return sentences;
}

/** @param {number} mask The number of its lowest part. */
const lowest = (mask) => 31 - Math.clz32(mask & -mask);

/**
 * The part of a mask that is read next: in reading order, but the headings last where the title, which stands among them and
 * is no hit, explains why they are in the mask.
 * @param {number} mask
 * @param {boolean} titled
 */
const nextOf = (mask, titled) => lowest(titled && mask !== HEADINGS ? mask & ~HEADINGS : mask);

/**
 * The parts of a mask that are read next.
 * @param {number} mask
 * @param {boolean} titled
 * @param {number} most How many.
 */
export function someOf(mask, titled, most) {
  let parts = 0;
  for (let left = mask; left && most > 0; most--) {
    const part = 1 << nextOf(left, titled);
    parts |= part;
    left &= ~part;
  }
  return parts;
}

/** Reads hits for one query. */
export class HitReader {
  /**
   * @param {import('./resolve.js').ResolvedQuery} query
   * @param {number} hitsPerReport 0 for all.
   */
  constructor(query, hitsPerReport) {
    this.query = query;
    this.hitsPerReport = hitsPerReport;
  }

  /**
   * Reads a report. Of each phrase the parts are read until one has it; then the rest in order until there are as many
   * sentences as are shown, but no more than one part on top.
   * @param {import('./run.js').SegmentRun} run
   * @param {import('./meta.js').SegmentMeta} meta
   * @param {number} report
   * @param {AbortSignal} [signal]
   * @returns {Promise<HitCount>}
   */
  async read(run, meta, report, signal) {
    const text = run.text(report);
    const phrases = this.#phrases(run, meta, report);
    const titled = phrases.every(({ mask, titled: own }) => own || (mask & HEADINGS) === 0);
    let read = 0;
    let union = 0;
    // Likely the first part has it: ask for all of these at once.
    await Promise.all(phrases.map(({ mask, titled: own }) => text.part(nextOf(mask, own), signal)));
    for (const { phrase, mask, titled: own } of phrases) {
      union |= mask;
      read |= await this.#readUntilFound(text, phrase, mask, own, signal);
    }
    let count = await this.#count(run, report, text, read, signal);
    let more = MORE_PARTS;
    if (this.hitsPerReport === 0) await text.read(union, signal);
    while ((read & union) !== union && (this.hitsPerReport === 0 || (count.hits.length < this.hitsPerReport && more-- > 0))) {
      read |= 1 << nextOf(union & ~read, titled);
      count = await this.#count(run, report, text, read, signal);
    }
    return count;
  }

  /**
   * The sentences shown: the first with each phrase, then the first of the rest, in the order of the text.
   * @param {HitCount} count
   * @returns {SearchHit[]}
   */
  choose(count) {
    const { hits } = count;
    if (this.hitsPerReport === 0 || hits.length <= this.hitsPerReport) return hits.map(({ hit }) => hit);
    const firsts = hits.map((_, i) => i).filter((i) => hits.findIndex((hit) => hit.phrase === hits[i].phrase) === i).slice(0, this.hitsPerReport);
    const chosen = new Set(firsts);
    for (let i = 0; chosen.size < this.hitsPerReport; i++) chosen.add(i);
    return [...chosen].sort((a, b) => a - b).map((i) => hits[i].hit);
  }

  /**
   * The phrases that a report may hold, each with its parts and whether the title has it.
   * @param {import('./run.js').SegmentRun} run
   * @param {import('./meta.js').SegmentMeta} meta
   * @param {number} report
   */
  #phrases(run, meta, report) {
    return this.query.clauses
      .flatMap((clause, c) => (clause.not ? [] : clause.phrases.map((phrase, p) => ({ phrase, mask: run.maskOf(c, p, report), titled: meta.titleHas(report, phrase.text) }))))
      .filter(({ mask }) => mask !== 0);
  }

  /**
   * @param {import('./report-text.js').ReportText} text
   * @param {Phrase} phrase
   * @param {number} mask
   * @param {boolean} titled
   * @param {AbortSignal | undefined} signal
   */
  async #readUntilFound(text, phrase, mask, titled, signal) {
    let read = 0;
    for (let left = mask; left;) {
      const part = nextOf(left, titled);
      if (left !== mask) await text.read(someOf(left, titled, BATCH), signal);
      read |= 1 << part;
      const blocks = await text.part(part, signal);
      if (blocks.some((block) => block.anchor && findPhrase(block, phrase, this.query.exact).length > 0)) break;
      left &= ~(1 << part);
    }
    return read;
  }

  /**
   * @param {import('./run.js').SegmentRun} run
   * @param {number} report
   * @param {import('./report-text.js').ReportText} text
   * @param {number} read
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<HitCount>}
   */
  async #count(run, report, text, read, signal) {
    const times = this.query.clauses.map((clause) => clause.phrases.map(() => 0));
    const inHeading = this.query.clauses.map((clause) => clause.phrases.map(() => false));
    /** @type {HitCount['hits']} */
    const hits = [];
    for (let left = read; left; left &= left - 1) {
      const part = lowest(left);
      for (const block of await text.part(part, signal)) if (block.anchor) this.#countBlock(run, report, block, part === 0, times, inHeading, hits);
    }
    return { times, inHeading, read, hits };
  }

  /**
   * @param {import('./run.js').SegmentRun} run
   * @param {number} report
   * @param {ReadBlock} block
   * @param {boolean} heading
   * @param {number[][]} times
   * @param {boolean[][]} inHeading
   * @param {HitCount['hits']} hits
   */
  #countBlock(run, report, block, heading, times, inHeading, hits) {
    /** @type {{ mark: Mark, number: number }[]} */
    const found = [];
    let number = 0;
    this.query.clauses.forEach((clause, c) => {
      if (clause.not) return;
      clause.phrases.forEach((phrase, p) => {
        const own = number++;
        if (run.maskOf(c, p, report) === 0) return;
        const marks = findPhrase(block, phrase, this.query.exact);
        times[c][p] += marks.length;
        if (heading && marks.length > 0) inHeading[c][p] = true;
        for (const mark of marks) found.push({ mark, number: own });
      });
    });
    found.sort((a, b) => a.mark[0] - b.mark[0] || b.mark[1] - a.mark[1] || a.number - b.number);
    let next = 0;
    for (const { hit, count } of cut(block, found.map(({ mark }) => mark))) {
      hits.push({ hit, phrase: found[next].number });
      next += count;
    }
  }
}

/**
 * Parts of a mask that were not read; none where the mask tells nothing.
 * @param {HitCount} count
 * @param {number} mask
 */
export const unread = (count, mask) => (mask === ALL_PARTS ? 0 : partCount(mask & ~count.read));
