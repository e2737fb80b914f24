// Pieces of files that were read, kept for the queries that follow.

/** Bytes kept; the oldest go first. */
const MOST_BYTES = 24 << 20;

export class Pieces {
  /** @type {Map<string, { from: number, bytes: Uint8Array }[]>} */
  #files = new Map();
  #bytes = 0;

  /**
   * The bytes of a range, where one piece holds them all.
   * @param {string} path
   * @param {number} from
   * @param {number} to
   */
  find(path, from, to) {
    const piece = this.#files.get(path)?.find((p) => p.from <= from && to <= p.from + p.bytes.length);
    return piece?.bytes.subarray(from - piece.from, to - piece.from);
  }

  /**
   * @param {string} path
   * @param {number} from
   * @param {Uint8Array} bytes
   */
  add(path, from, bytes) {
    const pieces = this.#files.get(path) ?? [];
    pieces.push({ from, bytes });
    this.#files.set(path, pieces);
    this.#bytes += bytes.length;
    while (this.#bytes > MOST_BYTES) {
      const [oldest, first] = /** @type {[string, { from: number, bytes: Uint8Array }[]]} */ (this.#files.entries().next().value);
      this.#bytes -= /** @type {{ bytes: Uint8Array }} */ (first.shift()).bytes.length;
      if (first.length === 0) this.#files.delete(oldest);
    }
  }
}
