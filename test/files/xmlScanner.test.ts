import fc from 'fast-check';
import { Utf8Transcoder } from '../../src/files/xml/encoding';
import { XmlScanner } from '../../src/files/xml/xmlScanner';
import { decodeNumber } from '../../src/files/xml/xmlText';

const utf8 = new TextEncoder();

/** What a scanner tells when the bytes come in pieces that end at the given offsets. */
function events(bytes: Uint8Array, cuts: readonly number[]): string[] {
  const told: string[] = [];
  const scanner = new XmlScanner({
    open: (name, depth, tag) => {
      told.push(
        `${depth}<${name} ${tag.attribute('a') ?? ''} ${tag.prefixedAttribute('id') ?? ''}`,
      );
      return name === 't';
    },
    close: (name, depth, content) => {
      told.push(`${depth}>${name}${name === 't' ? content.asText() : ''}`);
    },
  });
  const transcoder = new Utf8Transcoder((piece) => {
    scanner.push(piece);
  });
  let from = 0;
  for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
    transcoder.push(bytes.slice(from, cut));
    from = Math.max(from, cut);
  }
  transcoder.end();
  scanner.end();
  return told;
}

const document = `<?xml version="1.0" encoding="UTF-8"?><!-- - -- ><a> -->
<x:root a='1>2' r:id="é&amp;&#65;"><t>甲&lt;乙&#x4e2d;\r\n<![CDATA[]]]]><![CDATA[>&amp;]]>末\r</t>
<empty a=" &#10; "/><x:t a="b"></x:t><!----><?pi ?>?></x:root>\n`
  .replace('-- ><a> ', '- ><a> ')
  .replace('- -- >', '- - >');

test('elements, attributes and text', () => {
  expect(events(utf8.encode(document), [])).toEqual([
    '1<root 1>2 é&A',
    '2<t  ',
    '2>t甲<乙中\n]]>&amp;末\n',
    '2<empty  \n  ',
    '2>empty',
    '2<t b ',
    '2>t',
    '1>root',
  ]);
});

test('pieces may end anywhere', () => {
  for (const source of [
    utf8.encode(document),
    new Uint8Array(Buffer.from(document.replace('UTF-8', 'UTF-16'), 'utf16le')),
  ]) {
    const whole = events(source, []);
    fc.assert(
      fc.property(fc.array(fc.nat(source.length), { maxLength: 12 }), (cuts) => {
        expect(events(source, cuts)).toEqual(whole);
      }),
    );
    for (let cut = 0; cut <= source.length; cut += 1) expect(events(source, [cut])).toEqual(whole);
  }
});

test('numbers are those that reading the text gives', () => {
  const read = (text: string): number | null => {
    const bytes = utf8.encode(text);
    return decodeNumber(bytes, 0, bytes.length);
  };
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(read(String(value))).toBe(value === 0 ? 0 : value);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(8), (digits, decimals) => {
      const text = (digits / 10 ** decimals).toFixed(decimals);
      expect(read(text)).toBe(Number(text) + 0);
    }),
  );
  for (const text of ['', ' ', '-', '.', '1e', '0x1', '1,5', 'NaN', 'Infinity', '1 2', '--1']) {
    expect(read(text)).toBeNull();
  }
});
