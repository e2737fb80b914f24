// What is known of the reports of each segment, a number a report in each column. The twin of ReportColumns.cs, where the form is told.
import { SearchIndexError } from './errors.js';

const BYTE_BITS = 7;
const MOST_BYTES = 5;

/**
 * @typedef {object} ReportColumns
 * @property {Uint16Array} years Plan years.
 * @property {Uint8Array} kinds Indexes in `KIND_KEYS`.
 * @property {Uint16Array} titles Number of the template of each title.
 */

/**
 * Reads the columns.
 * @param {Uint8Array} bytes
 * @param {number[]} reports Number of reports of each segment.
 * @returns {ReportColumns[]}
 */
export function readColumns(bytes, reports) {
  let at = 0;
  const read = () => {
    // Nearly every number is one byte.
    if (bytes[at] < 1 << BYTE_BITS) return bytes[at++];
    for (let value = 0, digit = 0; digit < MOST_BYTES && at < bytes.length; digit++) {
      const next = bytes[at++];
      value += (next & ((1 << BYTE_BITS) - 1)) * 2 ** (digit * BYTE_BITS);
      if (next < 1 << BYTE_BITS) return value;
    }
    throw new SearchIndexError('corrupt', 'the columns of the list of reports are damaged');
  };
  return reports.map((count) => {
    const [years, kinds, titles] = [new Uint16Array(count), new Uint8Array(count), new Uint16Array(count)];
    for (let i = 0, last = 0; i < count; i++) {
      const step = read();
      years[i] = last += step & 1 ? -(step + 1) / 2 : step / 2;
    }
    for (let i = 0; i < count; i++) kinds[i] = read();
    for (let i = 0; i < count; i++) titles[i] = read();
    return { years, kinds, titles };
  });
}
