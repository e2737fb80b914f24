// The table beside a concept, as the page reads it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { records } from '../../../theme/assets/concepts/csv.js';

test('cells are named by the first row', () =>
  assert.deepEqual(records('report,left\n370306/2023/gwr,扎实开展\n'), [{ report: '370306/2023/gwr', left: '扎实开展' }]));

test('quoted cells hold commas, quotation marks and line feeds', () =>
  assert.deepEqual(records('a,b\n"1,5","他说""好""\n再说"\n'), [{ a: '1,5', b: '他说"好"\n再说' }]));

test('empty cells are kept, at the end of a row too', () =>
  assert.deepEqual(records('a,b,c\n,"",\n'), [{ a: '', b: '', c: '' }]));

test('a table cut short loses its last row only', () =>
  assert.deepEqual(records('a,b\n1,2\n3'), [{ a: '1', b: '2' }]));

test('a last row without a line feed counts', () => assert.deepEqual(records('a,b\n1,2'), [{ a: '1', b: '2' }]));

test('nothing but a head is no row', () => assert.deepEqual(records('a,b\n'), []));

test('what another writer quotes comes back as it was', () => {
  const signs = ['"', ',', '\n', '甲', '“', ' ', ''];
  let seed = 7;
  const next = (n) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % n;
  for (let round = 0; round < 500; round++) {
    const row = Array.from({ length: 3 }, () => Array.from({ length: next(6) }, () => signs[next(signs.length)]).join(''));
    const written = row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
    assert.deepEqual(records(`a,b,c\n${written}\n`), [{ a: row[0], b: row[1], c: row[2] }], written);
  }
});
