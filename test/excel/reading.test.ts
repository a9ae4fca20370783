import { readdirSync } from 'node:fs';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { cellAddress, type Grid, type WorkbookGrids } from '../../src/domain/grid';
import type { CheckSettings } from '../../src/domain/rules/settings';
import { readWorkbook } from '../../src/files/readWorkbook';
import { faultOf, openedExcel, specimen, spent, valueOf, type OpenedExcel } from './openedExcel';
import { longList, manyPairs, oddCells, puyangAnd, workbookOf } from './workbooks';

const specimens = readdirSync('test/specimens').filter((name) => name.endsWith('.xlsx'));

let excel: OpenedExcel | undefined;
afterEach(() => {
  excel?.close();
  excel = undefined;
});

async function open(workbook: Uint8Array): Promise<OpenedExcel> {
  excel = await openedExcel({ workbook, webLimits: true });
  return excel;
}

describe.each(specimens)('%s', (name) => {
  test('holds the same cells through Excel as in the file, and gives the same findings', async () => {
    const { workbook } = await open(specimen(name));
    const fromExcel = valueOf(await workbook.readWorkbook());
    const fromFile = valueOf(await readWorkbook(specimen(name)));
    expect(comparable(fromExcel)).toEqual(comparable(fromFile));
    expect(findings(fromExcel)).toBe(findings(fromFile));
  });
});

test('every sort of cell is read as from the file, hidden rows, columns and sheets too', async () => {
  const bytes = workbookOf(
    { 各种: oddCells(), 藏: oddCells(), 深藏: oddCells(), 空: {} },
    { 藏: 1, 深藏: 2 },
  );
  const { workbook } = await open(bytes);
  const fromExcel = valueOf(await workbook.readWorkbook());
  expect(comparable(fromExcel)).toEqual(comparable(valueOf(await readWorkbook(bytes))));
  expect(fromExcel.sheets[0]?.squeezed).toEqual({ rows: new Set([4]), columns: new Set([1]) });
  expect(fromExcel.sheets.map(({ visibility }) => visibility)).toEqual([
    'visible',
    'hidden',
    'veryHidden',
    'visible',
  ]);
});

describe('batches and bytes', () => {
  test.each([
    { pairs: 1, batches: 2, megabytes: 0.2 },
    { pairs: 50, batches: 2, megabytes: 4 },
  ])('$pairs pairs take $batches batches', async ({ pairs, batches, megabytes }) => {
    const bytes = manyPairs(pairs);
    const { workbook, host } = await open(bytes);
    const read = valueOf(await workbook.readWorkbook());
    const first = spent(host);
    expect(first.batches).toBe(batches);
    expect(first.received).toBeLessThan(megabytes * 1_000_000);
    expect(comparable(read)).toEqual(comparable(valueOf(await readWorkbook(bytes))));
    valueOf(await workbook.readWorkbook());
    expect(spent(host).batches).toBe(1);
    const names = read.sheets.slice(0, 2).map(({ name }) => name);
    const pair = valueOf(await workbook.readSheets(names));
    expect(pair.sheets.map(({ name }) => name)).toEqual(names);
    expect(spent(host).batches).toBe(1);
  });

  test('a long list of other things is read by its values only; with a table of ours below it, wholly', async () => {
    const rows = 17_000;
    const bytes = puyangAnd({ 清单: longList(rows, 3) });
    const { workbook, host } = await open(bytes);
    const read = valueOf(await workbook.readWorkbook());
    expect(spent(host).batches).toBe(3);
    expect(findings(read)).toBe(findings(valueOf(await readWorkbook(bytes))));
    expect(read.sheets[2]?.rows[rows - 1]?.[0]?.value).toBe(`第${rows - 1}行`);

    await host.type('清单', `A${rows + 2}`, '一般公共预算');
    await host.type('清单', `B${rows + 2}`, '政府购买服务项目资金统计表2');
    await host.type('清单', `A${rows + 3}`, `=C${rows}`);
    const again = valueOf(await workbook.readWorkbook());
    expect(again.sheets[2]?.rows[rows + 2]?.[0]?.formula).toBeNull();

    for (const [column, text] of [
      '服务领域',
      '一般公共预算',
      '',
      '',
      '',
      '政府性基金预算',
    ].entries()) {
      await host.type('清单', cellAddress(rows + 3, column), text);
    }
    for (const [column, text] of ['项目数', '预算数', '执行数', '决算数'].entries()) {
      await host.type('清单', cellAddress(rows + 4, column + 1), text);
    }
    await host.type('清单', `A${rows + 6}`, '基本公共服务');
    const whole = valueOf(await workbook.readWorkbook());
    expect(whole.sheets[2]?.rows[rows + 2]?.[0]?.formula).toBe(`=C${rows}`);
  });

  test('an answer that proves too large is asked for in smaller parts', async () => {
    const bytes = puyangAnd({ 长: longList(100, 3) });
    const { workbook, host } = await open(bytes);
    for (const batch of [2, 4]) host.failAt({ batch, code: 'ResponsePayloadSizeLimitExceeded' });
    const read = valueOf(await workbook.readWorkbook());
    expect(comparable(read)).toEqual(comparable(valueOf(await readWorkbook(bytes))));
  });

  test('more cells than Excel gives are refused by the name of the sheet', async () => {
    const { workbook, host } = await open(puyangAnd({ 太大: longList(2, 2) }));
    await host.type('太大', 'CV60000', '1');
    expect(faultOf(await workbook.readWorkbook())).toEqual({ code: 'tooMuchData', sheet: '太大' });
  });
});

describe('sheets that come and go', () => {
  test('a sheet deleted since the last reading is left out; an added one is read', async () => {
    const { workbook, host } = await open(puyangAnd({ 甲: longList(2, 2) }));
    valueOf(await workbook.readWorkbook());
    const { Excel } = requireOpen().office;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('甲').delete();
      context.workbook.worksheets.add('乙').getRange('A1').values = [[1]];
      await context.sync();
    });
    const again = valueOf(await workbook.readWorkbook());
    expect(again.sheets.map(({ name }) => name).slice(2)).toEqual(['乙']);
    const some = valueOf(await workbook.readSheets(['甲', '乙']));
    expect(some.sheets.map(({ name }) => name)).toEqual(['乙']);
    await host.type('乙', 'A1', '5');
    expect(valueOf(await workbook.readSheets(['乙'])).sheets[0]?.rows[0]?.[0]?.value).toBe(5);
  });
});

function requireOpen(): OpenedExcel {
  if (excel === undefined) throw new Error('nothing is open');
  return excel;
}

function findings(grids: WorkbookGrids): string {
  const { checks, findings, diagnoses } = checkWorkbook(grids, settings);
  return JSON.stringify({ checks, findings, diagnoses });
}

const settings: CheckSettings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2020, month: 3, day: 1 },
};

/** Grids without what Excel does not tell, and hidden rows and columns only where cells are. */
function comparable({ sheets }: WorkbookGrids): unknown[] {
  return sheets.map((grid) => ({
    name: grid.name,
    visibility: grid.visibility,
    cells: cellsOf(grid),
    hiddenRows: [...grid.hiddenRows].filter((row) => grid.rows[row] !== undefined),
    hiddenColumns: [...grid.hiddenColumns].filter((column) =>
      grid.rows.some((row) => row?.[column] !== undefined),
    ),
    squeezed: [[...(grid.squeezed?.rows ?? [])], [...(grid.squeezed?.columns ?? [])]],
  }));
}

function cellsOf(grid: Grid): unknown[] {
  const cells: unknown[] = [];
  grid.rows.forEach((row, rowIndex) => {
    row?.forEach((cell, column) => {
      if (cell !== undefined) cells.push([rowIndex, column, cell]);
    });
  });
  return cells;
}
