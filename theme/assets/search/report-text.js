// The text of a report, read part by part. The twin of ReportText.cs.
import { foldWithOrigins } from './normalize.js';
import { readPart, readRecord } from './text.js';

/**
 * A block that was read, and how it is compared.
 * @typedef {object} ReadBlock
 * @property {string} anchor Empty for the title.
 * @property {string} text
 * @property {import('./normalize.js').FoldedText} folded
 * @property {import('./normalize.js').FoldedText} exact
 */

/** The text of a report, read part by part as it is asked for. */
export class ReportText {
  /**
   * @param {import('./segment.js').SegmentReader} segment
   * @param {number} report
   */
  constructor(segment, report) {
    this.segment = segment;
    this.report = report;
    /** @type {Promise<import('./text.js').ReportRecord> | undefined} */
    this.recordRead = undefined;
    /** @type {(Promise<ReadBlock[]> | undefined)[]} */
    this.parts = [];
  }

  /**
   * Where its parts lie, and its date.
   * @param {AbortSignal} [signal]
   */
  record(signal) {
    this.recordRead ??= this.segment.record(this.report, signal).then(readRecord);
    this.recordRead.catch(() => { this.recordRead = undefined; });
    return this.recordRead;
  }

  /**
   * The blocks of a part.
   * @param {number} part
   * @param {AbortSignal} [signal]
   */
  part(part, signal) {
    const read = this.parts[part] ?? this.#readPart(part, signal);
    this.parts[part] = read;
    read.catch(() => { this.parts[part] = undefined; });
    return read;
  }

  /**
   * The blocks of some parts, asked for together.
   * @param {number} mask A bit a part.
   * @param {AbortSignal} [signal]
   * @returns {Promise<ReadBlock[][]>}
   */
  read(mask, signal) {
    const parts = [];
    for (let part = 0; mask >> part; part++) if ((mask >> part) & 1) parts.push(this.part(part, signal));
    return Promise.all(parts);
  }

  /**
   * @param {number} part
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<ReadBlock[]>}
   */
  async #readPart(part, signal) {
    const [offset, length] = (await this.record(signal)).parts[part];
    const [bytes, tokens] = await Promise.all([this.segment.read('text', offset, length, signal), this.segment.tokens()]);
    return readPart(bytes, tokens).map((block) => {
      const folded = foldWithOrigins(block.text);
      return { ...block, folded, exact: this.segment.entry.variants ? foldWithOrigins(block.text, false) : folded };
    });
  }
}
