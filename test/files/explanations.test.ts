/** Explanations and marks as they are read from files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanationXml } from '../../src/domain/submission/explanationPart';
import { readWorkbook } from '../../src/files/readWorkbook';
import { markFormula } from '../../src/application/markRules';
import { withCustomXml, withExplanationsKept } from '../submission';
import { workbookEntries } from './workbookParts';
import { zipBytes } from './zipBytes';

const puyang = readFileSync(join(__dirname, '../specimens/puyang-2019.xlsx'));
const explanation = {
  unit: '濮阳市财政局·2019',
  about: 'R-010|table1|education|generalPublic|executed',
  text: '年中追加预算',
  figures: [{ id: 'table1|education|generalPublic|executed', value: '6939200' }],
};
const foreign =
  '<ct:contentTypeSchema xmlns:ct="http://schemas.microsoft.com/office/2006/metadata/contentType"/>';
const ours = explanationXml([explanation]) ?? '';

async function stored(...parts: readonly string[]) {
  const read = await readWorkbook(await withCustomXml(puyang, ...parts));
  if (!read.ok) throw new Error(read.fault.code);
  return read.value.explanations;
}

test('what was kept is read, beside the parts of other programs', async () => {
  expect(await stored(foreign, ours)).toEqual({ kind: 'read', explanations: [explanation] });
});

test('a workbook without any says nothing', async () => {
  expect(await stored()).toBeUndefined();
  expect(await stored(foreign, '<not well formed')).toBeUndefined();
});

test('damaged, later and several parts are told as such', async () => {
  expect(await stored(ours.slice(0, -10))).toEqual({ kind: 'unreadable', why: 'damaged' });
  const later = ours.replace('version="1"', 'version="9"');
  expect(await stored(later)).toEqual({ kind: 'unreadable', why: 'newerVersion' });
  expect(await stored(ours, ours)).toEqual({ kind: 'unreadable', why: 'severalParts' });
});

test('one that is too long is told, whatever it says further on; another program’s is none of ours', async () => {
  // Wherever its beginning ends within a character.
  for (const before of ['', 'a', 'ab']) {
    const long = before + '说'.repeat(4_100_000);
    const longer = ours.replace('<text>', `<text>${long}`);
    expect(await stored(longer)).toEqual({ kind: 'unreadable', why: 'tooLarge' });
    const others = foreign.replace('/>', `>${long}</ct:contentTypeSchema>`);
    expect(await stored(others, ours)).toEqual({ kind: 'read', explanations: [explanation] });
  }
  // Far more than its file is large: what would be a danger to read is not read, and the tables are.
  const dense = ours.replace('<text>', `<text>${'说'.repeat(3_900_000)}`);
  expect(await stored(dense)).toEqual({ kind: 'unreadable', why: 'tooLarge' });
});

test('a namespace written with references is ours; one that is only spoken of is not', async () => {
  expect(await stored(ours.replace('"urn:', '"&#x75;rn:'))).toEqual({
    kind: 'read',
    explanations: [explanation],
  });
  expect(await stored('<a>urn:purchase-services-statistics:explanations</a>')).toBeUndefined();
});

test('an empty part is nobody’s, and one without explanations holds none', async () => {
  expect(await stored('')).toBeUndefined();
  expect(
    await stored(
      '<explanations xmlns="urn:purchase-services-statistics:explanations" version="1"/>',
    ),
  ).toEqual({ kind: 'read', explanations: [] });
});

test('a part whose bytes are damaged may be ours', async () => {
  const bytes = new Uint8Array(await withExplanationsKept(puyang, [explanation]));
  const at = Buffer.from(bytes).lastIndexOf('customXml/item1.xml', -1);
  expect(at).toBeGreaterThan(0);
  const first = Buffer.from(bytes).indexOf('customXml/item1.xml') + 'customXml/item1.xml'.length;
  bytes.fill(0xff, first + 2, first + 12);
  const read = await readWorkbook(bytes);
  expect(read.ok && read.value.explanations).toEqual({ kind: 'unreadable', why: 'damaged' });
});

test('sheets that carry our marks are known, those with rules of the user’s own are not marked', async () => {
  const rule = (formula: string) =>
    `<sheetData/><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
  const mark = markFormula('error').slice(1).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const sheets = [rule('A1&gt;3'), rule(mark), '<sheetData/>'];
  const read = await readWorkbook(zipBytes(workbookEntries({ sheets })));
  if (!read.ok) throw new Error(read.fault.code);
  expect(read.value.sheets.map(({ isMarked }) => isMarked)).toEqual([undefined, true, undefined]);
});
