/** Does every figure of a result, saved and opened again, tell each unit's share and where it stands? */
import {
  TraceableWorkbook,
  type FigureTrace,
} from '../../../src/application/consolidation/traceFigure';
import { consolidate } from '../../../src/domain/consolidate/consolidate';
import { formatAmount } from '../../../src/domain/amount';
import { resultLayouts } from '../../../src/domain/consolidate/resultLayouts';
import { resultNames } from '../../../src/domain/consolidate/resultNames';
import { workingPapers } from '../../../src/domain/consolidate/workingPaper';
import { officialForms } from '../../../src/domain/forms/officialForms';
import type { Grid, WorkbookGrids } from '../../../src/domain/grid';
import { cellAddress, cellAt, parseAddress } from '../../../src/domain/grid';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { writeSheets } from '../../../src/files/writeSheets';
import type { UnitPlan } from '../../domain/consolidate/sets';
import { unitWorkbook } from '../../domain/consolidate/sets';
import { givenFiles, judgedGiven, ownUnits } from './given';

const files: UnitPlan[] = [
  { name: '甲县财政局', times: 2, file: '甲县.xlsx' },
  { name: '乙县财政局', times: 1, file: '乙县.xlsx', currency: 'yuan' },
];
const ownPlans: UnitPlan[] = [{ name: '丙县财政局', times: 5 }];

/** The sheets of the units that stand in the workbook itself. */
const ownSheets = (plans: readonly UnitPlan[] = ownPlans): Grid[] =>
  plans.flatMap((plan) =>
    unitWorkbook(plan).sheets.map((sheet) => ({
      ...sheet,
      name: `${plan.name ?? ''}${sheet.name}`,
    })),
  );

/** A saved result, opened again, beside other sheets. */
async function opened(
  inputs: 'formulas' | 'values' = 'formulas',
  beside: readonly Grid[] = [],
): Promise<WorkbookGrids> {
  const { judgement } = judgedGiven(givenFiles(files, { own: ownUnits(ownPlans) }));
  const result = consolidate(judgement, '某市财政局');
  if (result === null) throw new Error('nothing counts');
  const names = resultNames(officialForms);
  const bytes = await writeSheets(
    resultLayouts(result, inputs, names),
    workingPapers(result, names),
  );
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault.code);
  return { sheets: [...beside, ...read.value.sheets] };
}

function traced(workbook: WorkbookGrids, sheet: string, cell: string): FigureTrace {
  const trace = new TraceableWorkbook(workbook).trace({ sheet, cell });
  if (trace === null) throw new Error(`${sheet}!${cell} is not traced`);
  return trace;
}

const shares = ({ shares: all }: FigureTrace) =>
  all.map(({ unit, amount, basisPoints }) => [unit, formatAmount(amount), basisPoints]);

test.each(['formulas', 'values'] as const)(
  'a line’s figure: the units by size with their percentage, file and cell, %s',
  async (inputs) => {
    const workbook = await opened(inputs);
    const trace = traced(workbook, '统计表1', 'C8');
    expect(trace).toMatchObject({ label: '教育', isCurrent: true, unread: [] });
    expect(trace.figure).toEqual({
      form: 'table1',
      line: 'education',
      block: 'generalPublic',
      measure: 'budgeted',
    });
    expect(shares(trace)).toEqual([
      ['丙县财政局', '3457.25', 6250],
      ['甲县财政局', '1382.9', 2500],
      ['乙县财政局', '691.45', 1250],
    ]);
    expect(formatAmount(trace.total)).toBe('5531.6');
    expect(trace.shown).toBe(trace.total);
    const [, first] = trace.shares;
    expect(first?.file).toBe('甲县.xlsx');
    const [part] = first?.parts ?? [];
    expect(part?.source).toEqual({ sheet: '统计表1', cell: 'C8' });
    expect(part?.own).toBeNull();
    // The paper's cell holds that very figure.
    const { sheet, cell } = part?.paper ?? { sheet: '', cell: '' };
    const at = parseAddress(cell);
    const paper = workbook.sheets.find(({ name }) => name === sheet);
    expect(at && paper && cellAt(paper, at.row, at.column)?.value).toBe(1382.9);
  },
);

test('totals of lines and of blocks, and all of them: shares come to the figure shown, parts to the share', async () => {
  const workbook = await opened();
  const traceable = new TraceableWorkbook(workbook);
  let figures = 0;
  for (const { name, rows } of workbook.sheets.slice(0, 2)) {
    rows.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        const trace = traceable.trace({ sheet: name, cell: cellAddress(row, column) });
        if (trace === null || typeof cell?.value !== 'number') return;
        figures += 1;
        expect(trace.isCurrent).toBe(true);
        expect(trace.total).toBe(trace.shown);
        for (const { amount, parts } of trace.shares) {
          expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(amount);
        }
        const points = trace.shares.reduce((sum, { basisPoints }) => sum + (basisPoints ?? 0), 0);
        if (trace.total !== 0n) expect(Math.abs(points - 10_000)).toBeLessThan(5);
      });
    });
  }
  expect(figures).toBeGreaterThan(100);
});

test('nothing is told of what is no figure of a result: labels, papers, a unit’s own sheets', async () => {
  const workbook = await opened('formulas', ownSheets());
  const traceable = new TraceableWorkbook(workbook);
  expect(traceable.sheets).toEqual(['统计表1', '统计表2']);
  for (const [sheet, cell] of [
    ['统计表1', 'A7'],
    ['统计表1', 'Z99'],
    ['汇总底稿1', 'D3'],
    ['丙县财政局统计表1', 'C8'],
    ['没有', 'C8'],
    ['统计表1', 'D'],
  ] as const) {
    expect(traceable.trace({ sheet, cell })).toBeNull();
  }
});

test('a unit of this workbook is found by what it is: its sheet renamed, its rows moved', async () => {
  const workbook = await opened('formulas', ownSheets());
  const own = (book: WorkbookGrids) =>
    traced(book, '统计表1', 'C8').shares.map(({ parts }) => parts[0]?.own ?? null);
  expect(own(workbook)).toEqual([{ sheet: '丙县财政局统计表1', cell: 'C8' }, null, null]);
  const moved = {
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === '丙县财政局统计表1'
        ? { ...sheet, name: '丙县', rows: [[], [], ...sheet.rows] }
        : sheet,
    ),
  };
  expect(own(moved)[0]).toEqual({ sheet: '丙县', cell: 'C10' });
  // Of another year, or twice there, it is not the one that was added up, or there is no telling.
  const other = ownSheets([{ name: '丙县财政局', times: 5, year: '（2020）' }]);
  expect(own(await opened('formulas', other))[0]).toBeNull();
  const twice = [
    ...ownSheets(),
    ...ownSheets().map((sheet) => ({ ...sheet, name: `${sheet.name}（改）` })),
  ];
  expect(own(await opened('formulas', twice))[0]).toBeNull();
});

test('a figure typed over, and a paper’s row that cannot be read, are told', async () => {
  const workbook = await opened('values');
  const change = (sheet: string, cell: string, value: string | number): WorkbookGrids => ({
    sheets: workbook.sheets.map((grid) => {
      const at = parseAddress(cell);
      if (grid.name !== sheet || at === null) return grid;
      const rows = grid.rows.map((row) => (row === undefined ? undefined : [...row]));
      (rows[at.row] ??= [])[at.column] = { value, formula: null, numberFormat: 'General' };
      return { ...grid, rows };
    }),
  });
  const typed = traced(change('统计表1', 'C8', 5000), '统计表1', 'C8');
  expect([typed.isCurrent, formatAmount(typed.total)]).toEqual([false, '5531.6']);
  const unread = traced(change('汇总底稿1', 'B2', '不知道什么'), '统计表1', 'C8');
  expect(unread.unread).toEqual([{ sheet: '汇总底稿1', cell: 'A2' }]);
});

test('the shares are the same though the paper is sorted otherwise', async () => {
  const workbook = await opened();
  const sorted = {
    sheets: workbook.sheets.map((sheet) =>
      sheet.name.startsWith('汇总底稿')
        ? { ...sheet, rows: [sheet.rows[0], ...sheet.rows.slice(1).reverse()] }
        : sheet,
    ),
  };
  expect(shares(traced(sorted, '统计表1', 'C8'))).toEqual(
    shares(traced(workbook, '统计表1', 'C8')),
  );
});
