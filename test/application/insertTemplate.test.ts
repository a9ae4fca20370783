import { checkWorkbook } from '../../src/application/checkWorkbook';
import { insertTemplate } from '../../src/application/insertTemplate';
import { undoLast } from '../../src/application/undo';
import type { HostFault } from '../../src/domain/fault';
import type { TemplateOptions } from '../../src/domain/template/standardTemplate';
import { settings } from '../domain/forms';
import { puyangLayouts } from '../specimens/puyangFigures';
import type { OpenWorkbook } from './fixture';
import { everyCell, newLog, openMemory } from './fixture';

const options: TemplateOptions = {
  forms: ['table1', 'table2'],
  reportingUnit: '濮阳市财政局',
  fiscalYear: 2019,
  currencyUnit: 'tenThousandYuan',
  edition: 'form2019',
  protect: true,
};

const own = ['统计表1', '统计表2'];
const fresh = ['统计表1 (2)', '统计表2 (2)'];

const opened = () => openMemory(puyangLayouts('typed'));
const sheetNames = ({ workbook }: OpenWorkbook) => workbook.sheets.map((sheet) => sheet.name);
const insert = ({ workbook, store }: OpenWorkbook) =>
  insertTemplate(workbook, newLog(store), options);
const undo = ({ workbook, store }: OpenWorkbook) => undoLast(workbook, newLog(store));

test('new sheets beside those that are there, and away again', async () => {
  const open = opened();
  const before = await everyCell(open.workbook, own);
  expect(await insert(open)).toEqual({
    ok: true,
    value: { sheets: fresh, pages: 'setUp', undo: 'onThisMachine' },
  });
  expect(await everyCell(open.workbook, own)).toEqual(before);
  const read = await open.workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  const empty = checkWorkbook(read.value, settings).findings.filter(({ rule }) => rule === 'C-050');
  expect(empty.map(({ sheet }) => sheet)).toEqual(fresh);

  expect(await undo(open)).toMatchObject({ ok: true, value: { deletedSheets: fresh } });
  expect(sheetNames(open)).toEqual(own);
  expect(await everyCell(open.workbook, own)).toEqual(before);
});

test('sheets whose page setup the printer would not take are there all the same', async () => {
  const open = opened();
  open.workbook.pages = 'notSetUp';
  expect(await insert(open)).toMatchObject({
    ok: true,
    value: { sheets: fresh, pages: 'notSetUp' },
  });
  expect(sheetNames(open)).toEqual([...own, ...fresh]);
});

test('a sheet in which something was filled in since is kept, and named', async () => {
  const open = opened();
  await insert(open);
  open.workbook.type('统计表1 (2)', 'C6', '1');
  expect(await undo(open)).toMatchObject({
    ok: true,
    value: { deletedSheets: ['统计表2 (2)'], keptSheets: ['统计表1 (2)'] },
  });
});

test('a workbook whose structure is protected is refused, and takes sheets again afterwards', async () => {
  const open = opened();
  open.workbook.structureProtected = true;
  expect(await insert(open)).toEqual({
    ok: false,
    fault: { fault: { code: 'workbookProtected' }, left: [] },
  });
  expect(newLog(open.store).latest()).toBeNull();
  open.workbook.structureProtected = false;
  expect(await insert(open)).toMatchObject({ ok: true });
});

test('where Excel dies during the insertion, what it left is found when it answers again', async () => {
  const open = opened();
  const fault = { code: 'noAnswer' } as const;
  open.workbook.interrupt({ call: 2, fault });
  open.workbook.interrupt({ call: 3, after: 0, fault });
  expect(await insert(open)).toEqual({ ok: false, fault: { fault, left: null } });
  expect(sheetNames(open)).toHaveLength(4);
  await undo(open);
  expect(sheetNames(open)).toEqual(own);
});

test('a sheet that Excel has only begun goes at an undo as well', async () => {
  const open = opened();
  const fault = { code: 'noAnswer' } as const;
  open.workbook.interrupt({ call: 2, after: 0, fault });
  open.workbook.interrupt({ call: 3, after: 0, fault });
  await insert(open);
  // What it had begun when it stopped answering.
  open.workbook.add('统计表1 (2)');
  expect(await undo(open)).toMatchObject({
    ok: true,
    value: { deletedSheets: ['统计表1 (2)'], keptSheets: [] },
  });
  expect(sheetNames(open)).toEqual(own);
});

describe('interrupted anywhere, nothing of the user is touched and nothing is left that stays', () => {
  const faults: readonly HostFault[] = [{ code: 'hostError', hostCode: 'x' }, { code: 'noAnswer' }];
  const interruptions = faults.flatMap((fault) =>
    [1, 2].flatMap((call) => [0, 1, 2].map((after) => ({ call, after, fault }))),
  );

  test.each(interruptions)('$fault.code at call $call, after $after', async (interruption) => {
    const open = opened();
    const before = await everyCell(open.workbook, own);
    open.workbook.interrupt(interruption);
    const inserted = await insert(open);
    if (inserted.ok) throw new Error('it was interrupted');
    expect(inserted.fault.left).toEqual(sheetNames(open).slice(2));
    if (inserted.fault.left?.length !== 0) expect((await undo(open))?.ok).toBe(true);
    expect(sheetNames(open)).toEqual(own);
    expect(await everyCell(open.workbook, own)).toEqual(before);
    expect(newLog(open.store).latest()).toBeNull();
  });
});
