import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessed } from '../../../theme/assets/cite/dates.js';

test('a day of access is written as each style asks', () => {
  assert.deepEqual(accessed(new Date(2026, 10, 21)), { iso: '2026-11-21', long: 'November 21, 2026', mla: '21 Nov. 2026' });
  assert.deepEqual(accessed(new Date(2027, 4, 1)), { iso: '2027-05-01', long: 'May 1, 2027', mla: '1 May 2027' });
});
