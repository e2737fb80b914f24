// What the segments of an index have in common, read once for all of them.
import { SegmentMeta, readMeta } from './meta.js';
import { TextTokens } from './text.js';

export class Common {
  /**
   * @param {import('./source.js').IndexSource} source
   * @param {import('./source.js').Manifest} manifest
   */
  constructor(source, manifest) {
    this.source = source;
    this.manifest = manifest;
    /** @type {Map<string, Promise<any>>} */
    this.read = new Map();
  }

  /**
   * What is known of the reports of each segment, in their order.
   * @returns {Promise<SegmentMeta[]>}
   */
  metas() {
    return this.#once(this.manifest.meta, async (file) => {
      const all = await readMeta(await file);
      return all.segments.map((segment) => new SegmentMeta(all, segment));
    });
  }

  /**
   * The tokens that texts are written with.
   * @param {string} path
   * @returns {Promise<TextTokens>}
   */
  tokens(path) {
    return this.#once(path, async (file) => new TextTokens(await file));
  }

  /**
   * @template T
   * @param {string} path
   * @param {(file: Promise<Uint8Array>) => Promise<T>} open
   * @returns {Promise<T>}
   */
  #once(path, open) {
    let read = this.read.get(path);
    if (!read) {
      read = open(this.source.file(path));
      this.read.set(path, read);
      read.catch(() => this.read.delete(path));
    }
    return read;
  }
}
