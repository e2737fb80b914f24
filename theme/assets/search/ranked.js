// Reports found, with their scores, side by side in plain numbers: a query may find a hundred thousand, of which ten are looked at.

/** @typedef {{ segment: number, report: number, score: number }} Ranked */

/** @typedef {(ref: number, score: number, otherRef: number, otherScore: number) => number} Comparer Compares two reports. */

/** Bits of the number of a report in its segment. */
const SEGMENT_SHIFT = 16;
const REPORT_MASK = (1 << SEGMENT_SHIFT) - 1;

export class RankedReports {
  /** @param {number} length */
  constructor(length) {
    this.length = length;
    /** Segment and report of each. */
    this.refs = new Uint32Array(length);
    this.scores = new Float64Array(length);
  }

  /**
   * @param {number} i
   * @param {Ranked} item
   */
  set(i, { segment, report, score }) {
    this.refs[i] = refOf(segment, report);
    this.scores[i] = score;
  }

  /**
   * @param {number} i
   * @returns {Ranked}
   */
  at(i) {
    return { segment: segmentOf(this.refs[i]), report: reportOf(this.refs[i]), score: this.scores[i] };
  }

  /**
   * @param {number} from
   * @param {number} to
   * @returns {Ranked[]}
   */
  slice(from, to) {
    return Array.from({ length: Math.max(0, Math.min(to, this.length) - from) }, (_, i) => this.at(from + i));
  }

  /**
   * Puts some in the place of others.
   * @param {number} from
   * @param {number} count How many are taken away.
   * @param {Ranked[]} items No more than these.
   */
  replace(from, count, items) {
    items.forEach((item, i) => this.set(from + i, item));
    const end = from + items.length;
    this.refs.copyWithin(end, from + count, this.length);
    this.scores.copyWithin(end, from + count, this.length);
    this.length -= count - items.length;
  }

  /**
   * The first that is as wanted.
   * @param {(segment: number, report: number) => boolean} test
   */
  find(test) {
    for (let i = 0; i < this.length; i++) if (test(segmentOf(this.refs[i]), reportOf(this.refs[i]))) return this.at(i);
    return undefined;
  }

  /**
   * Moves the least of all but those before `from`, which come before all others, to where they belong.
   * @param {number} from
   * @param {number} to Those before this one are in order then.
   * @param {Comparer} compare
   */
  order(from, to, compare) {
    select(this, from, to, compare);
    this.sort(from, to, compare);
  }

  /**
   * Sorts some of them.
   * @param {number} from
   * @param {number} to
   * @param {Comparer} compare
   */
  sort(from, to, compare) {
    const items = this.slice(from, to).map((item) => ({ ...item, ref: refOf(item.segment, item.report) }));
    items.sort((a, b) => compare(a.ref, a.score, b.ref, b.score)).forEach((item, i) => this.set(from + i, item));
  }
}

/**
 * @param {number} segment
 * @param {number} report
 */
export const refOf = (segment, report) => ((segment << SEGMENT_SHIFT) | report) >>> 0;

/** @param {number} ref */
export const segmentOf = (ref) => ref >>> SEGMENT_SHIFT;

/** @param {number} ref */
export const reportOf = (ref) => ref & REPORT_MASK;

/**
 * Moves the least before the others (Hoare's quickselect).
 * @param {RankedReports} items
 * @param {number} from Those before are left alone.
 * @param {number} to The least come before this one.
 * @param {Comparer} compare Never 0 for two of them.
 */
function select({ refs, scores, length }, from, to, compare) {
  for (let [low, high] = [from, length - 1]; low < high && to <= high;) {
    const middle = (low + high) >> 1;
    const [pivot, pivotScore] = [refs[middle], scores[middle]];
    let [i, j] = [low, high];
    while (i <= j) {
      while (compare(refs[i], scores[i], pivot, pivotScore) < 0) i++;
      while (compare(refs[j], scores[j], pivot, pivotScore) > 0) j--;
      if (i > j) break;
      const [ref, score] = [refs[i], scores[i]];
      refs[i] = refs[j];
      scores[i++] = scores[j];
      refs[j] = ref;
      scores[j--] = score;
    }
    if (to - 1 <= j) high = j;
    else if (to - 1 >= i) low = i;
    else return;
  }
}
