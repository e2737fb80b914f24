// The tables that some segments share: what each says of a gram. The twin of GramLookup.cs and LongGramLookup.cs.
import { BitReader } from './bits.js';
import { PAGE_BYTES, findGram, findLong, keyOf, longGramsOf, pageOf, verify } from './grams.js';

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
    /** @type {Map<string, (import('./grams.js').GramEntry | undefined)[] | import('./grams.js').LongPage>} */
    this.found = new Map();
    /** The same of blocks, by what their grams begin with and their number. @type {Map<string, import('./grams.js').LongPage>} */
    this.foundInBlocks = new Map();
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
    return this.#remember(this.found, gram, () => findGram(page, key, this.entry, masked))[slot];
  }

  /**
   * What the tables have of the long grams that some units begin with.
   * @param {string} start Three units or more: those that choose the page, and more.
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<import('./grams.js').LongPage>}
   */
  async long(start, signal) {
    if (this.entry.longPages === 0) return { entries: new Map(), blocks: [] };
    const grams = longGramsOf(start);
    const page = await this.#page('long', pageOf(grams[0].place, this.entry.longPages), signal);
    return this.#remember(this.found, start, () => findLong(page, grams, this.entry.slots.length));
  }

  /**
   * And what they have of those that are in the blocks of a crowded page.
   * @param {string} start
   * @param {import('./grams.js').LongPage} page
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<import('./grams.js').LongPage['entries']>}
   */
  async crowded(start, { blocks }, signal) {
    const grams = longGramsOf(start).slice(1).map((gram) => ({ ...gram, block: pageOf(gram.sign, blocks.length - 1) }));
    const found = await Promise.all([...new Set(grams.map(({ block }) => block))].map(async (number) => {
      const bytes = await this.source.read(this.manifest, this.entry, 'lists', blocks[number], blocks[number + 1] - blocks[number], signal);
      return this.#remember(this.foundInBlocks, `${number} ${start}`, () => findLong(bytes, grams.filter(({ block }) => block === number), this.entry.slots.length, true));
    }));
    return new Map(found.flatMap((page) => [...page.entries]));
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
   * @template {(import('./grams.js').GramEntry | undefined)[] | import('./grams.js').LongPage} T
   * @param {Map<string, (import('./grams.js').GramEntry | undefined)[] | import('./grams.js').LongPage>} known
   * @param {string} what
   * @param {() => T} find
   * @returns {T}
   */
  #remember(known, what, find) {
    let found = /** @type {T | undefined} */ (known.get(what));
    if (!found) {
      found = find();
      if (known.size >= REMEMBERED) known.clear();
      known.set(what, found);
    }
    return found;
  }
}
