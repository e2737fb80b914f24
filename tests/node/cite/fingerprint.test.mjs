import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { essence, fingerprint } from '../../../theme/assets/cite/fingerprint.js';

const vectors = JSON.parse(readFileSync(new URL('../../ReportArchive.Tests/Fixtures/fingerprints.json', import.meta.url), 'utf8'));

for (const vector of vectors) {
  test(`the fingerprint of ${JSON.stringify(vector.text)} is the one the ledger has`, () => {
    assert.equal(essence(vector.text), vector.essence);
    assert.equal(fingerprint(vector.text), vector.fingerprint);
  });
}
