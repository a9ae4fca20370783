/** The part that keeps explanations: exactly what was written comes back, and anything else is told. */
import * as fc from 'fast-check';
import type { Explanation } from '../../../src/domain/submission/kept';
import { keyOf } from '../../../src/domain/submission/kept';
import {
  explanationNamespace,
  explanationXml,
  storedExplanations,
} from '../../../src/domain/submission/explanationPart';
import { readXmlElements } from '../../../src/files/xml/xmlElements';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const spoken = anyText.filter((text) => text.trim() !== '');
const figure = fc.record({ id: anyText, value: fc.option(anyText, { nil: null }) });
const explanation: fc.Arbitrary<Explanation> = fc.record({
  unit: anyText,
  about: anyText,
  text: spoken,
  figures: fc.uniqueArray(figure, { selector: ({ id }) => id, maxLength: 4 }),
});
const explanations = fc.uniqueArray(explanation, { selector: keyOf, minLength: 1, maxLength: 5 });

const one: Explanation = {
  unit: '甲县财政局·2024',
  about: 'R-010|table1|education|generalPublic|executed',
  text: '年中追加预算。\n见“<附件 1>” & 会议纪要\u0007 C:\\文件',
  figures: [
    { id: 'table1|education|generalPublic|executed', value: '6939200' },
    { id: 'table1|education|generalPublic|budgeted', value: null },
  ],
};

function read(...xml: readonly string[]) {
  return storedExplanations(xml.map(readXmlElements));
}

function xmlOf(...list: readonly Explanation[]): string {
  return explanationXml(list) ?? '';
}

test('what is written is read back, whatever stands in it', () => {
  fc.assert(
    fc.property(explanations, (list) => {
      expect(read(xmlOf(...list))).toEqual({ kind: 'read', explanations: list });
    }),
  );
});

test('nothing to keep needs no part, and no part is nothing kept', () => {
  expect(explanationXml([])).toBeNull();
  expect(read()).toEqual({ kind: 'read', explanations: [] });
});

test('the document holds the figures to be read by anybody', () => {
  expect(xmlOf({ ...one, text: '据实结算' })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<explanations xmlns="urn:purchase-services-statistics:explanations" version="1">' +
      '<explanation unit="甲县财政局·2024" about="R-010|table1|education|generalPublic|executed">' +
      '<text>据实结算</text>' +
      '<figure id="table1|education|generalPublic|executed" value="6939200"/>' +
      '<figure id="table1|education|generalPublic|budgeted"/>' +
      '</explanation></explanations>',
  );
});

test('another program may write the same with prefixes, other quotes, comments and indentation', () => {
  const rewritten = `<!-- kept -->
    <e:explanations version='1' xmlns:e='${explanationNamespace}'>
      <e:explanation about='R-010|table1|education|generalPublic|executed' unit='甲县财政局·2024'>
        <e:text><![CDATA[据实]]>&#x7ED3;算</e:text>
        <e:figure id='a' value='1'></e:figure>
      </e:explanation>
    </e:explanations>`;
  expect(read(rewritten)).toEqual({
    kind: 'read',
    explanations: [
      { unit: one.unit, about: one.about, text: '据实结算', figures: [{ id: 'a', value: '1' }] },
    ],
  });
});

describe('what is not of the format is told and never guessed', () => {
  const sound = xmlOf(one);
  const entry = /<explanation .*<\/explanation>/s.exec(sound)?.[0] ?? '';
  test.each([
    ['cut off', sound.slice(0, -9)],
    ['not closed', sound.replace('</text>', '')],
    ['a document type', sound.replace('?>', '?><!DOCTYPE e [<!ENTITY x "y">]>')],
    ['an unknown entity', sound.replace('年中', '&nbsp;')],
    ['an unknown element', sound.replace('</explanations>', '<note/></explanations>')],
    ['an unknown attribute', sound.replace(' version="1"', ' version="1" by="x"')],
    ['an attribute that is unknown in an entry', sound.replace(' about=', ' by="x" about=')],
    ['a text between elements', sound.replace('</explanations>', '说明</explanations>')],
    ['no unit', sound.replace(' unit="甲县财政局·2024"', '')],
    ['no text', sound.replace(/<text>.*<\/text>/s, '')],
    ['an empty text', sound.replace(/<text>.*<\/text>/s, '<text> </text>')],
    ['a text with elements', sound.replace('<text>', '<text><b/>')],
    ['a figure without a name', sound.replace(/<figure id="[^"]*"/, '<figure')],
    ['a figure twice', sound.replace(/(<figure [^>]*\/>)/, '$1$1')],
    ['an entry twice', sound.replace(entry, entry + entry)],
    ['an escape that we do not write', sound.replace('\\u0007', '\\x07')],
    ['no version', sound.replace(' version="1"', '')],
    ['a version that is none', sound.replace(' version="1"', ' version="1.0"')],
    ['another root', sound.replace('<explanations', '<notes').replace('</explanations', '</notes')],
    ['nothing', ''],
  ])('%s', (_name, xml) => {
    expect(xml).not.toBe(sound);
    expect(read(xml)).toEqual({ kind: 'unreadable', why: 'damaged' });
  });

  test('a later version, and several parts', () => {
    const later = sound.replace('version="1"', 'version="2"').replace('<text>', '<new/><text>');
    expect(read(later)).toEqual({ kind: 'unreadable', why: 'newerVersion' });
    expect(read(sound, sound)).toEqual({ kind: 'unreadable', why: 'severalParts' });
  });

  test('any damage of one character is told, or changes nothing but words and figures', () => {
    fc.assert(
      fc.property(fc.nat(sound.length - 1), anyText, (at, put) => {
        const stored = read(sound.slice(0, at) + put + sound.slice(at + 1));
        if (stored.kind === 'unreadable') return;
        expect(stored.explanations).toHaveLength(1);
        expect(stored.explanations[0]?.figures).toHaveLength(2);
      }),
    );
  });
});
