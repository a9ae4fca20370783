import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { resultLayouts } from '../../../src/domain/consolidate/resultLayouts';
import { resultNames, resultOf, resultsIn } from '../../../src/domain/consolidate/resultNames';
import { readWorkingPapers, workingPapers } from '../../../src/domain/consolidate/workingPaper';
import { officialForms } from '../../../src/domain/forms/officialForms';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { writeSheets } from '../../../src/files/writeSheets';
import { settings } from '../forms';
import type { UnitPlan } from './sets';
import { judged, sumOf, unitWorkbook } from './sets';

const all = ({ tables, papers, notes }: ReturnType<typeof resultNames>) => [
  ...tables.values(),
  ...papers.values(),
  notes,
];

test('a result stands under plain names where all of them are free', () => {
  expect(all(resultNames(officialForms, ['甲县表']))).toEqual([
    '统计表1',
    '统计表2',
    '汇总底稿1',
    '汇总底稿2',
    '汇总说明',
  ]);
});

test('where one name is taken all have the same number', () => {
  expect(all(resultNames(officialForms, ['统计表2', '汇总说明 (2)']))).toEqual([
    '统计表1 (3)',
    '统计表2 (3)',
    '汇总底稿1 (3)',
    '汇总底稿2 (3)',
    '汇总说明 (3)',
  ]);
});

/** A workbook with a unit's own tables and two results, as it is read from a file. */
async function twoResults(inputs: 'formulas' | 'values'): Promise<WorkbookGrids> {
  const sum = (plans: readonly UnitPlan[]) => sumOf(judged(plans));
  const [one, other] = [sum([{ name: '甲县', times: 3 }]), sum([{ name: '乙县', times: 5 }])];
  const later = resultNames(officialForms, ['统计表1']);
  const bytes = await writeSheets(
    [...resultLayouts(one, inputs), ...resultLayouts(other, inputs, later)],
    [...workingPapers(one), ...workingPapers(other, later)],
  );
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault.code);
  const own = unitWorkbook({ name: '丙县' }).sheets.map((sheet) => ({
    ...sheet,
    name: sheet.name.replace('统计表', '丙县表'),
  }));
  return { sheets: [...own, ...read.value.sheets] };
}

test.each(['formulas', 'values'] as const)(
  'each of two results in a workbook reads its own papers, and neither is a unit: %s',
  async (inputs) => {
    const workbook = await twoResults(inputs);
    const results = resultsIn(workbook, officialForms);
    const unitsOf = (at: number) => {
      const names = results[at];
      return readWorkingPapers(workbook, officialForms, names)?.units.map(({ name }) => name);
    };
    expect([unitsOf(0), unitsOf(1)]).toEqual([['甲县'], ['乙县']]);
    const { returns } = checkWorkbook(workbook, settings).recognition;
    expect(returns.map((unit) => resultOf(unit, workbook)?.notes ?? null)).toEqual([
      null,
      '汇总说明',
      '汇总说明 (2)',
    ]);
  },
);

test('a result is known by its formulas when its sheets are called otherwise, quotes or none', async () => {
  const workbook = await twoResults('formulas');
  const renamed = {
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      name: sheet.name.replace(/^统计表(.)$/, '全市$1'),
      rows: sheet.rows.map((row) =>
        row?.map(
          (cell) =>
            cell && {
              ...cell,
              formula: cell.formula?.replace("'汇总底稿1'!", '汇总底稿1!') ?? null,
            },
        ),
      ),
    })),
  };
  const { returns } = checkWorkbook(renamed, settings).recognition;
  expect(returns.map((unit) => resultOf(unit, renamed)?.notes ?? null)).toEqual([
    null,
    '汇总说明',
    '汇总说明 (2)',
  ]);
});
