import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { insertTemplate } from '../../src/application/insertTemplate';
import { undoLast } from '../../src/application/undo';
import type { TemplateOptions } from '../../src/domain/template/standardTemplate';
import { readWorkbook } from '../../src/files/readWorkbook';
import type { FailureRequest } from '../../src/workbench/host/failures';
import { settings } from '../domain/forms';
import { puyangFigures, puyangLayouts } from '../specimens/puyangFigures';
import type { OpenExcel } from './excelFixture';
import { everyCell, newLog, openExcel } from './excelFixture';
import type { WorkbookPort } from '../../src/application/ports';
import { failure } from '../../src/domain/result';

const options: TemplateOptions = {
  forms: ['table1', 'table2'],
  reportingUnit: '濮阳市财政局',
  fiscalYear: 2019,
  currencyUnit: 'tenThousandYuan',
  edition: 'form2019',
  protect: true,
};

let excel: OpenExcel;
afterEach(() => {
  excel.office.dispose();
});

const sheetNames = () => excel.office.host.workbook.sheets.map((sheet) => sheet.name);

async function findings(): Promise<unknown[]> {
  const read = await excel.workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  return checkWorkbook(read.value, settings).findings.map(({ rule, sheet }) => [rule, sheet]);
}

test('new sheets beside those that are there, in few batches, and away again', async () => {
  excel = await openExcel(puyangLayouts('typed'));
  const before = await everyCell(excel);
  excel.batches();
  const inserted = await insertTemplate(excel.workbook, excel.log, options);
  const insertBatches = excel.batches();
  expect(inserted).toEqual({
    ok: true,
    value: { sheets: ['统计表1 (2)', '统计表2 (2)'], undo: 'onThisMachine' },
  });
  expect((await everyCell(excel)).slice(0, before.length)).toEqual(before);
  const empty = (await findings()).filter((row) => String(row).startsWith('C-050'));
  expect(empty).toEqual([
    ['C-050', '统计表1 (2)'],
    ['C-050', '统计表2 (2)'],
  ]);

  excel.batches();
  const undone = await undoLast(excel.workbook, newLog(excel.store));
  const undoBatches = excel.batches();
  expect(undone).toMatchObject({
    ok: true,
    value: { deletedSheets: ['统计表1 (2)', '统计表2 (2)'] },
  });
  expect(sheetNames()).toEqual(['统计表1', '统计表2']);
  expect(await everyCell(excel)).toEqual(before);
  expect({ insertBatches, undoBatches }).toEqual({ insertBatches: 5, undoBatches: 3 });
});

test('filled with the figures of Puyang it is clean, totals stay locked, its file is valid', async () => {
  excel = await openExcel(puyangLayouts('typed'));
  await insertTemplate(excel.workbook, excel.log, options);
  for (const [form, sheet] of [
    ['table1', '统计表1 (2)'],
    ['table2', '统计表2 (2)'],
  ] as const) {
    const figures = puyangFigures(form).slice(0, -1);
    await excel.office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange('B5');
      const area = range.getResizedRange(figures.length - 1, 7);
      area.values = figures.map((line) => line.slice(0, 8).map((value) => value ?? ''));
      await context.sync();
    });
  }
  await expect(excel.office.host.type('统计表1 (2)', 'K12', '1')).rejects.toMatchObject({
    code: 'AccessDenied',
  });
  const rules = (await findings()).filter((row) => String(row).endsWith('(2)'));
  expect(new Set(rules.map((row) => String(row).slice(0, 5)))).toEqual(new Set(['R-010', 'R-020']));
  expect(rules).toHaveLength(15);

  const undone = await undoLast(excel.workbook, excel.log);
  expect(undone).toMatchObject({
    ok: true,
    value: { deletedSheets: [], keptSheets: ['统计表1 (2)', '统计表2 (2)'] },
  });

  const bytes = await excel.office.host.save();
  const folder = await mkdtemp(join(tmpdir(), 'inserted-'));
  const file = join(folder, 'inserted.xlsx');
  await writeFile(file, bytes);
  const validator = join(__dirname, '../../node_modules/.bin/ooxml-validator');
  const { stdout } = await promisify(execFile)(validator, [file]);
  await rm(folder, { recursive: true });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
  const read = await readWorkbook(bytes);
  expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(sheetNames());
});

test('a workbook whose structure is protected is refused, and takes sheets again afterwards', async () => {
  excel = await openExcel(puyangLayouts('typed'));
  const protection = (protects: boolean) =>
    excel.office.Excel.run(async (context) => {
      if (protects) context.workbook.protection.protect();
      else context.workbook.protection.unprotect();
      await context.sync();
    });
  await protection(true);
  expect(await insertTemplate(excel.workbook, excel.log, options)).toEqual({
    ok: false,
    fault: { fault: { code: 'workbookProtected' }, left: [] },
  });
  expect(excel.log.latest()).toBeNull();
  await protection(false);
  expect(await insertTemplate(excel.workbook, excel.log, options)).toMatchObject({ ok: true });
});

test('where Excel dies during the insertion, what it left is found when it answers again', async () => {
  excel = await openExcel(puyangLayouts('typed'));
  const dead = failure({ code: 'noAnswer' } as const);
  let inserted = false;
  const dying: WorkbookPort = {
    ...boundTo(excel.workbook),
    insertSheets: async (layouts) => {
      await excel.workbook.insertSheets(layouts);
      inserted = true;
      return dead;
    },
    readWorkbook: () => (inserted ? Promise.resolve(dead) : excel.workbook.readWorkbook()),
  };
  expect(await insertTemplate(dying, excel.log, options)).toEqual({
    ok: false,
    fault: { fault: { code: 'noAnswer' }, left: null },
  });
  expect(sheetNames()).toHaveLength(4);
  await undoLast(excel.workbook, newLog(excel.store));
  expect(sheetNames()).toEqual(['统计表1', '统计表2']);
});

test('interrupted anywhere, nothing of the user is touched and nothing is left that stays', async () => {
  excel = await openExcel(puyangLayouts('typed'));
  const before = await everyCell(excel);
  const insert = (workbook: WorkbookPort) => insertTemplate(workbook, newLog(excel.store), options);
  await excel.impatient.readSheets([]);
  await excel.workbook.readSheets([]);
  excel.office.host.log.clear();
  await insert(excel.workbook);
  const { batches, actions } = excel.office.host.log.totals;
  await undoLast(excel.workbook, newLog(excel.store));
  expect(sheetNames()).toEqual(['统计表1', '统计表2']);

  const failures: FailureRequest[] = [
    ...Array.from({ length: batches }, (_, at): FailureRequest => ({
      batch: at + 1,
      code: 'GeneralException',
    })),
    { batch: batches - 1, code: 'silence' },
    { batch: batches, code: 'silence' },
    ...Array.from({ length: 12 }, (_, at): FailureRequest => ({
      action: 1 + Math.floor((at * (actions - 1)) / 11),
      code: at % 4 === 1 ? 'silence' : 'AccessDenied',
    })),
  ];
  for (const failure of failures) {
    excel.office.host.failAt(failure);
    const inserted = await insert(failure.code === 'silence' ? excel.impatient : excel.workbook);
    if (inserted.ok || inserted.fault.left?.length !== 0) {
      const undone = await undoLast(excel.workbook, newLog(excel.store));
      expect([failure, undone?.ok]).toEqual([failure, true]);
    }
    expect([failure, ...sheetNames()]).toEqual([failure, '统计表1', '统计表2']);
  }
  expect(await everyCell(excel)).toEqual(before);
}, 120_000);

/** A port whose commands can be replaced one by one. */
function boundTo(port: WorkbookPort): WorkbookPort {
  return {
    readWorkbook: () => port.readWorkbook(),
    readSheets: (names) => port.readSheets(names),
    goTo: (place) => port.goTo(place),
    activeCell: () => port.activeCell(),
    showMarks: (marks, only) => port.showMarks(marks, only),
    clearMarks: () => port.clearMarks(),
    readCells: (cells) => port.readCells(cells),
    writeCells: (writes) => port.writeCells(writes),
    insertSheets: (layouts) => port.insertSheets(layouts),
    deleteSheets: (names) => port.deleteSheets(names),
    onChange: (listener) => port.onChange(listener),
  };
}
