// Sorted numbers read back at every density, as SortedNumbers.cs writes them: here written bit by bit, from what is told there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BitReader, readSorted } from '../../../theme/assets/search/bits.js';

/** Bits, lowest first. */
class Bits {
  constructor() {
    this.bits = [];
  }

  write(value, count) {
    for (let i = 0; i < count; i++) this.bits.push((value >>> i) & 1);
  }

  writeUnary(value) {
    for (let i = 0; i < value; i++) this.bits.push(1);
    this.bits.push(0);
  }

  /** Truncated binary: the lowest bit of a longer number comes last. */
  writeBelow(value, range) {
    const log = 31 - Math.clz32(range);
    const shorter = (2 << log) - range;
    if (value < shorter) {
      this.write(value, log);
    } else {
      this.write((value + shorter) >> 1, log);
      this.write((value + shorter) & 1, 1);
    }
  }

  bytes() {
    const bytes = new Uint8Array(Math.ceil(this.bits.length / 8));
    this.bits.forEach((bit, i) => { bytes[i >> 3] |= bit << (i & 7); });
    return bytes;
  }
}

/** Gaps in Golomb's code, of five numbers at least. */
function writeGaps(bits, numbers, limit) {
  const divisor = Math.max(1, Math.floor((71 * (limit - numbers.length) + 51 * numbers.length) / (102 * numbers.length)));
  let next = 0;
  for (const number of numbers) {
    bits.writeUnary(Math.floor((number - next) / divisor));
    bits.writeBelow((number - next) % divisor, divisor);
    next = number + 1;
  }
}

for (const [limit, density] of [[65_535, 0.001], [65_535, 0.01], [25_600, 0.001], [25_600, 0.3], [25_600, 0.49], [25_600, 0.6], [25_600, 0.999], [300, 0.4], [24, 0.8]]) {
  test(`numbers below ${limit}, ${density} of all, read back wherever they begin`, () => {
    for (let before = 0; before < 9; before++) {
      let seed = limit + before;
      const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
      const all = Array.from({ length: limit }, (_, number) => number);
      // A long gap at the end: more ones in a row than four bytes hold.
      const chosen = all.filter((number) => (number < limit / 3 || number === limit - 1) && random() < density * (number === limit - 1 ? 1 / density : 1));
      const few = new Set(chosen);
      const numbers = density > 0.5 ? all.filter((number) => !few.has(number)) : chosen;
      const held = new Set(numbers);
      const written = numbers.length * 2 > limit ? all.filter((number) => !held.has(number)) : numbers;
      assert.ok(written.length >= 5);
      const bits = new Bits();
      bits.write(0x55, before);
      writeGaps(bits, written, limit);
      const reader = new BitReader(bits.bytes(), before);
      assert.deepEqual([...readSorted(reader, numbers.length, limit)], numbers);
      assert.equal(reader.at, bits.bits.length);
      const cut = new BitReader(bits.bytes().subarray(0, -1), before);
      assert.throws(() => readSorted(cut, numbers.length, limit), { fault: 'corrupt' });
    }
  });
}
