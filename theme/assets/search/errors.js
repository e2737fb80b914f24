// What can be wrong with the files of an index; never to be taken for "nothing found".

/**
 * - `missing`: a file is not there (or the host answers a web page for it).
 * - `corrupt`: a file does not hold what the manifest says.
 * - `offline`: the host cannot be reached.
 * - `foreign`: the index was written by another version.
 * @typedef {'missing' | 'corrupt' | 'offline' | 'foreign'} IndexFault
 */

/** The files of an index cannot be read. */
export class SearchIndexError extends Error {
  /**
   * @param {IndexFault} fault
   * @param {string} message For whoever keeps the site.
   * @param {string} [path] The file.
   */
  constructor(fault, message, path) {
    super(path ? `${message}: ${path}` : message);
    this.name = 'SearchIndexError';
    this.fault = fault;
    this.path = path;
  }
}
