/** Does inflating at once give what was deflated, and refuse whatever is damaged? */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { FileFaultError } from '../../src/files/fileFaultError';
import { inflateWhole } from '../../src/files/zip/inflateWhole';

const strategies = [
  { level: 0 },
  { level: 1 },
  { level: 9, memLevel: 1 },
  { strategy: constants.Z_FIXED },
  { strategy: constants.Z_HUFFMAN_ONLY },
  { strategy: constants.Z_RLE },
];

/** Bytes as documents have them: words repeated near and far, noise, long runs. */
const documents = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.record({ byte: fc.nat(255), times: fc.nat(70_000) }).map(({ byte, times }) => {
        return new Uint8Array(times).fill(byte);
      }),
      fc
        .record({ word: fc.string({ maxLength: 40 }), times: fc.nat(400) })
        .map(({ word, times }) => new TextEncoder().encode(`<c r="${word}"/>`.repeat(times))),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => new Uint8Array(Buffer.concat(pieces)));

/** What comes out; null where it is refused. */
function inflated(data: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateWhole(data, size);
  } catch (error) {
    if (error instanceof FileFaultError && error.fault.code === 'unreadable') return null;
    throw error;
  }
}

test('what was deflated, however it was', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom(...strategies), (bytes, options) => {
      const data = new Uint8Array(deflateRawSync(bytes, options));
      expect(Buffer.compare(inflateWhole(data, bytes.length), bytes)).toBe(0);
    }),
  );
});

test('codes of every length: of numbers that grow like Fibonacci', () => {
  const counts = [1, 1];
  while (counts.length < 20) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0));
  const bytes = new Uint8Array(counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  counts.forEach((count, byte) => {
    bytes.fill(byte, at, at + count);
    at += count;
  });
  // Matches would hide how often a byte stands there.
  const data = new Uint8Array(deflateRawSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY }));
  expect(Buffer.compare(inflateWhole(data, bytes.length), bytes)).toBe(0);
});

test('data that come to less or more than was said are refused', () => {
  const bytes = new TextEncoder().encode('<row r="1"/>'.repeat(50));
  for (const options of strategies) {
    const data = new Uint8Array(deflateRawSync(bytes, options));
    expect(inflated(data, bytes.length)).not.toBeNull();
    expect(inflated(data, bytes.length - 1)).toBeNull();
    expect(inflated(data, bytes.length + 1)).toBeNull();
  }
});

test('data that end early are refused wherever they end; what follows them is left alone', () => {
  const bytes = new TextEncoder().encode('<c r="B7" s="3"><v>12.5</v></c>'.repeat(9) + '甲乙丙丁');
  for (const options of strategies) {
    const data = new Uint8Array(deflateRawSync(bytes, options));
    for (let length = 0; length < data.length; length += 1) {
      expect(inflated(data.slice(0, length), bytes.length)).toBeNull();
    }
    expect(inflated(new Uint8Array([...data, 1, 2, 3]), bytes.length)).toEqual(bytes);
  }
});

test('damaged data come out as another inflater reads them, or are refused', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom(...strategies), fc.nat(), fc.nat(7), (...given) => {
      const [bytes, options, place, bit] = given;
      const data = new Uint8Array(deflateRawSync(bytes, options));
      const at = place % data.length;
      data[at] = (data[at] ?? 0) ^ (1 << bit);
      const found = inflated(data, bytes.length);
      let expected: Uint8Array | null = null;
      try {
        expected = new Uint8Array(inflateRawSync(data));
      } catch {
        // Refused there, too.
      }
      if (expected?.length !== bytes.length) expected = null;
      expect(found === null ? null : Buffer.from(found).toString('latin1')).toBe(
        expected === null ? null : Buffer.from(expected).toString('latin1'),
      );
    }),
    { numRuns: 300 },
  );
});
