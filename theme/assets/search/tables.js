// The tables that some segments share: what each says of a gram. The twin of GramLookup.cs and LongGramLookup.cs.
import { BitReader } from './bits.js';
import { PAGE_BYTES, findGram, findLong, keyOf, pageOf, placeOf, verify } from './grams.js';

/** Grams whose place is remembered, so that the segments that ask for one need not each look through its page. */
const REMEMBERED = 512;

export class Tables {
  /**
   * @param {import('./source.js').IndexSource} source
   * @param {import('./source.js').Manifest} manifest
   * @param {import('./source.js').TablesEntry} entry
   */
  constructor(source, manifest, entry) {
    this.source = source;
    this.manifest = manifest;
    this.entry = entry;
    /** @type {Map<string, (import('./grams.js').GramEntry | undefined)[] | (import('./grams.js').LongEntry | undefined)[]>} */
    this.found = new Map();
  }

  /**
   * What a segment says of a gram of one or two units.
   * @param {string} gram
   * @param {import('./source.js').SegmentEntry} segment
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<import('./grams.js').GramEntry | undefined>} None where no report holds it.
   */
  async gram(gram, { slot, masked }, signal) {
    const key = keyOf(gram);
    const page = await this.#page('grams', pageOf(key, this.entry.gramPages), signal);
    return /** @type {import('./grams.js').GramEntry | undefined} */ (this.#remember(gram, () => findGram(page, key, this.entry, masked))[slot]);
  }

  /**
   * Where the code of a long gram is; none where a segment stores nothing of it.
   * @param {string} gram
   * @param {import('./source.js').SegmentEntry} segment
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<import('./grams.js').LongEntry | undefined>}
   */
  async long(gram, { slot }, signal) {
    if (this.entry.longPages === 0) return undefined;
    const page = await this.#page('long', pageOf(placeOf(gram), this.entry.longPages), signal);
    return /** @type {import('./grams.js').LongEntry | undefined} */ (this.#remember(gram, () => findLong(page, gram, this.entry.slots.length))[slot]);
  }

  /**
   * The code of a long gram.
   * @param {import('./grams.js').LongEntry} entry
   * @param {AbortSignal | undefined} signal
   */
  async code({ inside, offset, length }, signal) {
    return inside ? new BitReader(inside.bytes, inside.at) : new BitReader(await this.list(offset, length, 'a list of candidates', signal));
  }

  /**
   * A code that stands outside its page.
   * @param {number} offset
   * @param {number} length
   * @param {string} what
   * @param {AbortSignal | undefined} signal
   */
  async list(offset, length, what, signal) {
    return verify(await this.source.read(this.manifest, this.entry, 'lists', offset, length, signal), what);
  }

  /**
   * @param {'grams' | 'long'} file
   * @param {number} page
   * @param {AbortSignal | undefined} signal
   */
  #page(file, page, signal) {
    return this.source.read(this.manifest, this.entry, file, page * PAGE_BYTES, PAGE_BYTES, signal);
  }

  /**
   * @template {(import('./grams.js').GramEntry | undefined)[] | (import('./grams.js').LongEntry | undefined)[]} T
   * @param {string} gram
   * @param {() => T} find
   * @returns {T}
   */
  #remember(gram, find) {
    let entries = /** @type {T | undefined} */ (this.found.get(gram));
    if (!entries) {
      entries = find();
      if (this.found.size >= REMEMBERED) this.found.clear();
      this.found.set(gram, entries);
    }
    return entries;
  }
}
