import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Sheet } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { readWorkbook } from '../../src/files/readWorkbook';
import { writeSheets } from '../../src/files/writeSheets';
import type { WorkbookGrids } from '../../src/domain/grid';
import { cellAt } from '../../src/domain/grid';
import type { TemplateOptions } from '../../src/domain/template/standardTemplate';
import { standardTemplate } from '../../src/domain/template/standardTemplate';
import { check } from '../domain/forms';
import { puyangLayouts } from '../specimens/puyangFigures';

const run = promisify(execFile);
const validator = join(__dirname, '../../node_modules/.bin/ooxml-validator');

const options: TemplateOptions = {
  forms: ['table1', 'table2'],
  reportingUnit: '濮阳市财政局',
  fiscalYear: 2019,
  currencyUnit: 'tenThousandYuan',
  edition: 'form2019',
  protect: true,
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'written-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function validate(name: string, bytes: Uint8Array): Promise<unknown> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  const { stdout } = await run(validator, [file]);
  return JSON.parse(stdout);
}

async function readBack(bytes: Uint8Array): Promise<WorkbookGrids> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault.code);
  return read.value;
}

async function firstSheet(bytes: Uint8Array): Promise<Sheet> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [first] = sheets;
  if (first === undefined) throw new Error('no sheet');
  return first;
}

test.each([
  ['template.xlsx', standardTemplate(options)],
  ['later.xlsx', standardTemplate({ ...options, edition: 'later', currencyUnit: 'yuan' })],
  ['typed.xlsx', puyangLayouts('typed')],
  ['formulas.xlsx', puyangLayouts('formulas')],
])('%s is a valid Open XML workbook', async (name, layouts) => {
  const outcome = await validate(name, await writeSheets(layouts));
  expect(outcome).toMatchObject({ ok: true, errors: [] });
});

test('an empty template read from its file is reported as empty', async () => {
  const workbook = await readBack(await writeSheets(standardTemplate(options)));
  expect(check(workbook).findings.map(({ rule }) => rule)).toEqual(['C-050', 'C-050']);
});

test('with the figures of Puyang it is clean, and its totals are stored with their values', async () => {
  const workbook = await readBack(await writeSheets(puyangLayouts('formulas')));
  const { findings } = check(workbook);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [table1] = workbook.sheets;
  if (table1 === undefined) throw new Error('no sheet');
  expect(cellAt(table1, 11, 10)).toMatchObject({ formula: '=C12+G12', value: 7580.942 });
  expect(cellAt(table1, 23, 2)).toMatchObject({ formula: '=SUM(C5:C23)', value: 35956.4864 });
});

test('the page, the panes, the protection and the messages are in the file', async () => {
  const sheet = await firstSheet(await writeSheets(standardTemplate(options)));
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 1,
    horizontalCentered: true,
    printTitlesRow: '$1:$4',
    printArea: '$A$1:$M$26',
  });
  expect(sheet.freezePane).toEqual({ rows: 4, columns: 1 });
  expect(sheet.protection).toMatchObject({ sheet: true });
  expect(sheet.protection?.password).toBeUndefined();
  expect(
    sheet.dataValidations?.map(({ range, type, errorMessage }) => [range, type, errorMessage]),
  ).toEqual([
    ['B5:B23', 'whole', '项目数应为不小于 0 的整数，请重新填写。'],
    ['F5:F23', 'whole', '项目数应为不小于 0 的整数，请重新填写。'],
    ['C5:E23', 'decimal', '金额应为不小于 0 的数，以万元为单位，请重新填写。'],
    ['G5:I23', 'decimal', '金额应为不小于 0 的数，以万元为单位，请重新填写。'],
  ]);
  const styleOf = (key: string) => sheet.cells?.get(key)?.style;
  expect(styleOf('0,0')?.font).toMatchObject({ name: '黑体', size: 18 });
  expect(styleOf('2,0')?.border).toMatchObject({ diagonalDown: true });
  expect(styleOf('4,1')).toMatchObject({ numFmt: '0', protection: { locked: false } });
  expect(styleOf('4,2')).toMatchObject({ numFmt: '#,##0.00####;-#,##0.00####;0' });
  expect(styleOf('4,9')?.protection?.locked).not.toBe(false);
});
