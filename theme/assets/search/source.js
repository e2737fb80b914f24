// Reads the files of an index over HTTP: pieces by Range where the host knows it, else whole files, each once.
import { SearchIndexError } from './errors.js';
import { Pieces } from './pieces.js';

/**
 * What the manifest says of a segment; see SegmentEntry.cs.
 * @typedef {object} SegmentEntry
 * @property {string} hash
 * @property {number} reports
 * @property {number} tables Number of its tables among those of the manifest.
 * @property {number} slot Its number among the segments of those.
 * @property {string} tokens
 * @property {number} verify
 * @property {number} masked
 * @property {number} longestGram
 * @property {number} conceptDirectory
 * @property {string} variants Its traditional characters.
 * @property {Record<SegmentFile, number>} files Length of each file in bytes.
 */

/**
 * What the manifest says of the tables that some segments share; see TablesEntry.cs.
 * @typedef {object} TablesEntry
 * @property {string} hash
 * @property {number[]} slots Number of reports of each segment, by slot.
 * @property {number} grams
 * @property {number} gramPages
 * @property {number} longPages
 * @property {Record<TableFile, number>} files Length of each file in bytes.
 */

/** @typedef {'reports' | 'text' | 'concepts'} SegmentFile */

/** @typedef {'grams' | 'long' | 'lists'} TableFile */

/**
 * @typedef {object} Manifest
 * @property {number} format
 * @property {'range' | 'chunks'} layout
 * @property {number} partBytes
 * @property {TablesEntry[]} tables
 * @property {SegmentEntry[]} segments
 * @property {string} meta Path of what is known of all reports.
 * @property {string} concepts
 * @property {string[][] | null} aliases
 */

/** Version of the index that this reader knows. */
const FORMAT = 9;

/** Ranges no further apart than this, in bytes, are read as one: a request costs about as much. */
const GAP = 512;

/**
 * @typedef {object} Waiting A piece someone waits for.
 * @property {number} from
 * @property {number} to
 * @property {AbortSignal | undefined} signal
 * @property {(bytes: Uint8Array) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

/**
 * Does something when all that is going on now has been done. A timer would do, but waits for a millisecond or four each time.
 * @param {() => void} act
 */
function afterTurn(act) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage(undefined);
}

/** The files below `search/` of a site. */
export class IndexSource {
  /**
   * @param {string} base Address of the folder, with a slash at its end.
   * @param {typeof fetch} fetcher
   */
  constructor(base, fetcher) {
    this.base = base;
    this.fetcher = fetcher;
    /** @type {Map<string, Waiting[]>} */
    this.waiting = new Map();
    this.kept = new Pieces();
    /** @type {Map<string, Promise<Uint8Array>>} Whole files on their way. */
    this.whole = new Map();
    /** Whether the host is known to serve ranges, or known not to. @type {boolean | undefined} */
    this.ranges = undefined;
    /** @type {Promise<unknown> | undefined} The first range asked for, while nobody knows what the host makes of it. */
    this.probe = undefined;
  }

  /**
   * The manifest, asked for anew.
   * @param {AbortSignal} [signal]
   * @returns {Promise<Manifest>}
   */
  async manifest(signal) {
    const response = await this.#fetch('manifest.json', { cache: 'no-cache', signal });
    if (response.headers.get('accept-ranges')?.includes('bytes')) this.ranges ??= true;
    const text = await this.#body(response.text(), 'manifest.json');
    let manifest;
    try {
      manifest = JSON.parse(text);
    } catch {
      throw new SearchIndexError('corrupt', 'not a manifest', 'manifest.json');
    }
    if (typeof manifest?.format !== 'number') throw new SearchIndexError('corrupt', 'not a manifest', 'manifest.json');
    if (manifest.format !== FORMAT) throw new SearchIndexError('foreign', 'the index is of another version', 'manifest.json');
    if (!Array.isArray(manifest.segments) || !Array.isArray(manifest.tables)) throw new SearchIndexError('corrupt', 'not a manifest', 'manifest.json');
    return manifest;
  }

  /**
   * A whole file whose length the manifest does not say.
   * @param {string} path
   * @returns {Promise<Uint8Array>}
   */
  file(path) {
    return this.#wholeFile(path, undefined);
  }

  /**
   * A range of a logical file of a folder.
   * @template {SegmentFile | TableFile} T
   * @param {Manifest} manifest
   * @param {{ hash: string, files: Record<T, number> }} folder A segment, or tables.
   * @param {T} file
   * @param {number} offset
   * @param {number} length
   * @param {AbortSignal} [signal]
   * @returns {Promise<Uint8Array>}
   */
  async read(manifest, folder, file, offset, length, signal) {
    const total = folder.files[file] ?? 0;
    if (!(offset >= 0 && length >= 0 && offset + length <= total)) throw new SearchIndexError('corrupt', `the index points outside its file ${file}`);
    const pieces = [];
    for (let at = offset; at < offset + length || pieces.length === 0;) {
      const part = Math.floor(at / manifest.partBytes);
      const start = at - part * manifest.partBytes;
      const size = Math.min(manifest.partBytes, total - part * manifest.partBytes);
      const end = Math.min(start + offset + length - at, size);
      pieces.push(this.#piece(`${folder.hash}/${file}-${part}.bin`, size, start, end, manifest.layout === 'range', signal));
      at += Math.max(1, end - start);
    }
    const read = await Promise.all(pieces);
    if (read.length === 1) return read[0];
    const joined = new Uint8Array(length);
    let done = 0;
    for (const piece of read) {
      joined.set(piece, done);
      done += piece.length;
    }
    return joined;
  }

  /**
   * @param {string} path
   * @param {number} size
   * @param {number} from
   * @param {number} to
   * @param {boolean} byRange
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<Uint8Array>}
   */
  async #piece(path, size, from, to, byRange, signal) {
    if (from === to) return new Uint8Array(0);
    const kept = this.kept.find(path, from, to);
    if (kept) return kept;
    // A file that is wanted almost whole is not worth a range.
    if (!byRange || this.ranges === false || to - from === size) return (await this.#wholeFile(path, size)).subarray(from, to);
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(path);
      const entry = { from, to, signal, resolve, reject };
      if (queue) queue.push(entry);
      else {
        this.waiting.set(path, [entry]);
        // Everything asked for in this turn is looked at together.
        afterTurn(() => this.#flush(path, size));
      }
    });
  }

  /**
   * Sends what waits for a file, neighbours in one request.
   * @param {string} path
   * @param {number} size
   */
  async #flush(path, size) {
    const queue = (this.waiting.get(path) ?? []).sort((a, b) => a.from - b.from);
    this.waiting.delete(path);
    for (let i = 0; i < queue.length;) {
      const group = [queue[i]];
      let to = queue[i].to;
      for (i++; i < queue.length && queue[i].from <= to + GAP; i++) {
        group.push(queue[i]);
        to = Math.max(to, queue[i].to);
      }
      const sent = this.#send(path, size, group[0].from, to, group);
      if (this.ranges === undefined) {
        this.probe ??= sent;
        // Its own file may be on its way whole: nothing more is asked of it before that is known.
        await Promise.allSettled([this.probe, sent]);
      }
    }
  }

  /**
   * @param {string} path
   * @param {number} size
   * @param {number} from
   * @param {number} to
   * @param {Waiting[]} group
   */
  async #send(path, size, from, to, group) {
    const stop = new AbortController();
    const abandon = () => group.every((entry) => entry.signal?.aborted) && stop.abort();
    for (const entry of group) entry.signal?.addEventListener('abort', abandon, { once: true });
    try {
      abandon();
      const bytes = this.ranges === false
        ? (await this.#wholeFile(path, size)).subarray(from, to)
        : await this.#range(path, size, from, to, stop.signal);
      for (const entry of group) entry.resolve(bytes.subarray(entry.from - from, entry.to - from));
    } catch (error) {
      for (const entry of group) entry.reject(error);
    } finally {
      for (const entry of group) entry.signal?.removeEventListener('abort', abandon);
    }
  }

  /**
   * @param {string} path
   * @param {number} size
   * @param {number} from
   * @param {number} to
   * @param {AbortSignal} signal
   * @returns {Promise<Uint8Array>}
   */
  async #range(path, size, from, to, signal) {
    const response = await this.#fetch(path, { headers: { Range: `bytes=${from}-${to - 1}` }, signal });
    const bytes = new Uint8Array(await this.#body(response.arrayBuffer(), path));
    if (response.status === 206) {
      this.ranges = true;
      const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
      if (bytes.length !== to - from || (total !== undefined && Number(total) !== size)) throw new SearchIndexError('corrupt', 'a file is not as long as the manifest says', path);
      this.kept.add(path, from, bytes);
      return bytes;
    }
    this.ranges = false;
    if (bytes.length !== size) throw new SearchIndexError('corrupt', 'a file is not as long as the manifest says', path);
    this.whole.set(path, Promise.resolve(bytes));
    return bytes.subarray(from, to);
  }

  /**
   * @param {string} path
   * @param {number | undefined} size
   * @returns {Promise<Uint8Array>}
   */
  #wholeFile(path, size) {
    let file = this.whole.get(path);
    if (!file) {
      file = (async () => {
        const response = await this.#fetch(path, {});
        const bytes = new Uint8Array(await this.#body(response.arrayBuffer(), path));
        if (size !== undefined && bytes.length !== size) throw new SearchIndexError('corrupt', 'a file is not as long as the manifest says', path);
        return bytes;
      })();
      this.whole.set(path, file);
      file.catch(() => this.whole.delete(path));
    }
    return file;
  }

  /**
   * @param {string} path
   * @param {RequestInit} init
   */
  async #fetch(path, init) {
    const response = await this.#body(this.fetcher(this.base + path, { ...init, referrerPolicy: 'no-referrer' }), path);
    if (response.status === 404 || response.status === 410) throw new SearchIndexError('missing', 'a file of the search index is not there', path);
    if (!response.ok) throw new SearchIndexError('offline', `the host answers ${response.status}`, path);
    // Some hosts answer a page of their own, and 200, for what is not there.
    if (response.headers.get('content-type')?.startsWith('text/html')) throw new SearchIndexError('missing', 'the host answers a web page instead of a file of the search index', path);
    return response;
  }

  /**
   * A promise of the network whose failure is ours to name.
   * @template T
   * @param {Promise<T>} promise
   * @param {string} path
   */
  async #body(promise, path) {
    try {
      return await promise;
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw error;
      throw new SearchIndexError('offline', 'the host cannot be reached', path);
    }
  }
}
