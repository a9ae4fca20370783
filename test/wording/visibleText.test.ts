import fc from 'fast-check';
import { visibleJson, visibleLines, visibleText } from '../../src/wording/visibleText';

/** Characters that act on a terminal or on a line instead of being seen. */
const acting = /\p{Cc}|[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/u;

/** Texts in which such characters are as frequent as others. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '教育',
        '通过',
        '\u001b[2J',
        '\u009b31m',
        '\r',
        '\n',
        '\u0007',
        '\u202e',
        '\u2066',
      ),
      fc.constantFrom(
        '\u200b',
        '\ufe0f',
        '\ufeff',
        '\u2028',
        '\u00ad',
        '\ud800',
        '\u{e0041}',
        '𠮷',
        '"',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

test.each([
  ['教育\u001b[2J通过', '教育␛[2J通过'],
  ['a\r\n\u0007b\u007f', 'a␍␊␇b␡'],
  ['濮阳\u202e市', '濮阳⟨U+202E⟩市'],
  ['12\ufe0f3\u200b', '12⟨U+FE0F⟩3⟨U+200B⟩'],
  ['\u{e0041}', '⟨U+E0041⟩'],
  ['名\ue000字 𠮷\u3000é', '名\ue000字 𠮷\u3000é'],
])('%j is shown as %s', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test('nothing that acts is left, nothing visible is lost, and twice is once', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = visibleText(text);
      expect(shown).not.toMatch(acting);
      expect(visibleText(shown)).toBe(shown);
      if (!/[\p{C}\p{Z}\p{M}\p{DI}]/u.test(text)) expect(shown).toBe(text);
    }),
  );
});

test('a line stays one line', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1 }), (lines) => {
      expect(visibleLines(lines).split('\n').length).toBe(lines.length);
    }),
  );
});

test('JSON keeps every value and holds nothing that acts but its own line breaks', () => {
  fc.assert(
    fc.property(fc.dictionary(hostileText, fc.array(hostileText)), (document) => {
      const text = visibleJson(document);
      expect(text.replaceAll('\n', '')).not.toMatch(acting);
      expect(JSON.parse(text)).toEqual(document);
    }),
  );
});
