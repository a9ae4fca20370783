import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { XmlReader } from '../../src/files/xml/xmlReader';
import { parseNumber } from '../../src/files/xml/xmlTag';

const utf8 = new TextEncoder();

/** What a reader tells when the bytes come in pieces that end at the given offsets. */
function events(bytes: Uint8Array, cuts: readonly number[]): string[] {
  const told: string[] = [];
  const reader = new XmlReader({
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
  let from = 0;
  for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
    reader.push(bytes.slice(from, cut));
    from = Math.max(from, cut);
  }
  reader.end();
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
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parseNumber(String(value))).toBe(value === 0 ? 0 : value);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(8), (digits, decimals) => {
      const text = (digits / 10 ** decimals).toFixed(decimals);
      expect(parseNumber(text)).toBe(Number(text) + 0);
    }),
  );
  for (const text of ['', ' ', '-', '.', '1e', '0x1', '1,5', 'NaN', 'Infinity', '1 2', '--1']) {
    expect(parseNumber(text)).toBeNull();
  }
});

/** Bytes that a reader takes of something endless before it refuses; null where it takes 8 MB. */
function takenBeforeRefusal(beginning: string, repeated: string): number | null {
  const reader = new XmlReader({ open: () => true, close: () => undefined });
  const piece = utf8.encode(repeated.repeat(Math.ceil(10_000 / repeated.length)));
  try {
    reader.push(utf8.encode(beginning.padStart(256)));
    for (let taken = 0; taken < 8 * 1024 * 1024; taken += piece.length) {
      try {
        reader.push(piece);
      } catch {
        return taken + piece.length;
      }
    }
  } catch {
    return 0;
  }
  return null;
}

test.each([
  ['a tag of attributes', '<a ', 'b="1" '],
  ['an attribute', '<a b="', '>'],
  ['a name', '<', 'a'],
  ['an end tag', '<a></a', ' '],
  ['text', '<a>', 'x'],
  ['text of references', '<a>', '&amp;'],
  ['a reference', '<a>&', 'x'],
  ['character data', '<a><![CDATA[', '>'],
  ['pieces of character data', '<a>', `<![CDATA[${'x'.repeat(1000)}]]>`],
  ['a comment', '<a><!--', '-> '],
  ['an instruction', '<a><?b ', '?'],
  ['a document type', '<!DOCTYPE a [', '<!ENTITY b "c">'],
  ['white space before the root', '', ' '],
  ['white space inside', '<a>', ' '],
])('%s without end is refused soon after a megabyte', (_name, beginning, repeated) => {
  const taken = takenBeforeRefusal(beginning, repeated);
  expect(taken).toBeGreaterThan(1024 * 1024);
  expect(taken).toBeLessThan(1.2 * 1024 * 1024);
});

test('any number of tags, comments and short texts is read', () => {
  expect(takenBeforeRefusal('<a>', '<b c="1">x</b><!-- y --><?z?>')).toBeNull();
});

test('128 elements in each other are read, 129 are not', () => {
  const nested = (depth: number): Uint8Array =>
    utf8.encode('<a>'.repeat(depth) + '</a>'.repeat(depth));
  expect(events(nested(128), [])).toHaveLength(256);
  expect(() => events(nested(129), [])).toThrow('unreadable');
});

test('signs that XML forbids stand for themselves, an attribute given twice counts once', () => {
  expect(
    events(utf8.encode('<x:root a="1\u001b"><t a="1" a="1">甲\u0007</t></x:root>'), []),
  ).toEqual(['1<root 1\u001b ', '2<t 1 ', '2>t甲\u0007', '1>root']);
});

test('the parser keeps the layout that V8 is quick with', () => {
  setFlagsFromString('--allow-natives-syntax');
  const isQuick = runInThisContext('(object) => %HasFastProperties(object)') as (
    object: object,
  ) => boolean;
  const reader = new XmlReader({ open: (name) => name === 't', close: () => undefined });
  const parser = Object.values(reader).find((value) => value instanceof SaxesParser);
  reader.push(utf8.encode(document));
  expect(parser instanceof SaxesParser && isQuick(parser)).toBe(true);
});
