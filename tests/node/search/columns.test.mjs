// The columns of the list of reports, the same bytes that ReportColumnsTests.cs looks at.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readColumns } from '../../../theme/assets/search/columns.js';

test('years are steps from the report before, up or down; all numbers may have several bytes', () => {
  // 2005 and 2004 as 4010 and 1; kinds 0 and 2; titles 1 and 300. Then a segment of no reports, and one of one.
  const bytes = Uint8Array.of(0xaa, 0x1f, 1, 0, 2, 1, 0xac, 2, 0xa8, 0x1f, 1, 0);
  const [first, none, last] = readColumns(bytes, [2, 0, 1]);
  assert.deepEqual([[...first.years], [...first.kinds], [...first.titles]], [[2005, 2004], [0, 2], [1, 300]]);
  assert.deepEqual([none.years.length, [...last.years], [...last.kinds], [...last.titles]], [0, [2004], [1], [0]]);
});

for (const bytes of [[2, 2], [2, 2, 0x80], [2, 2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1]]) {
  test(`what ends early or never is damaged: ${bytes}`, () => {
    assert.throws(() => readColumns(Uint8Array.from(bytes), [1]), { fault: 'corrupt' });
  });
}
