/** Are links to other workbooks seen that stand in no cell: in validations, conditional formats and charts? */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkbook } from '../../src/files/readWorkbook';
import { OfficePackage } from '../../src/workbook/ooxml/package';

const sheet = 'xl/worksheets/sheet1.xml';
const specimen = join(__dirname, '../specimens/puyang-2019.xlsx');

/** The specimen with an element behind the cells of its first sheet, and parts beside. */
async function withElement(xml: string, parts: Readonly<Record<string, string>> = {}) {
  const file = await OfficePackage.open(new Uint8Array(await readFile(specimen)));
  const text = file.text(sheet) ?? '';
  file.putText(sheet, text.replace('</worksheet>', `${xml}</worksheet>`));
  for (const [name, content] of Object.entries(parts)) {
    file.putText(name, content, 'application/xml');
  }
  const read = await readWorkbook(await file.save());
  if (!read.ok) throw new Error(read.fault.code);
  return read.value.linksBeside;
}

const validation = (formula: string) =>
  `<dataValidations count="1"><dataValidation type="list" sqref="B5:B9"><formula1>${formula}</formula1></dataValidation></dataValidations>`;
const condition = (formula: string) =>
  `<conditionalFormatting sqref="C5:C9 E5"><cfRule type="expression" priority="9"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
const later = (formula: string) =>
  `<extLst><ext uri="{x}"><x14:dataValidations xmlns:x14="urn:x" xmlns:xm="urn:m"><x14:dataValidation><x14:formula1><xm:f>${formula}</xm:f></x14:formula1><xm:sqref>D7</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
const chart = (formula: string) => ({
  'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="urn:c"><c:val><c:numRef><c:f>${formula}</c:f></c:numRef></c:val></c:chartSpace>`,
});

test('nothing leads out of the specimen, which says so', async () => {
  expect(await withElement('')).toEqual([]);
});

test.each([
  [validation('[1]表!$A$1:$A$9'), 'validation', 'B5:B9'],
  [condition("C5&gt;'[2018.xlsx]表 1'!C5"), 'condition', 'C5:C9 E5'],
  [later('[1]表!$A$1:$A$9'), 'validation', 'D7'],
])('%s', async (xml, kind, cells) => {
  expect(await withElement(xml)).toEqual([{ kind, cells, sheet: '统计表1' }]);
});

test.each([validation('表!$A$1:$A$9'), condition('C5&gt;统计表2!C5'), later('表!$A$1')])(
  'of this workbook: %s',
  async (xml) => {
    expect(await withElement(xml)).toEqual([]);
  },
);

test('a chart of other figures, and one of its own; a damaged one says nothing', async () => {
  expect(await withElement('', chart('[1]表!$A$1:$A$9'))).toEqual([{ kind: 'chart' }]);
  expect(await withElement('', chart('统计表1!$C$5:$C$9'))).toEqual([]);
  expect(await withElement('', { 'xl/charts/chart1.xml': '<c:chartSpace><c:f>[1]表!A1' })).toEqual(
    [],
  );
});
