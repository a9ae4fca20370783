/** Whatever the units, money units, editions and layouts: a unit replaced equals the result made anew. */
import * as fc from 'fast-check';
import { insertConsolidation } from '../../../src/application/consolidation/insertConsolidation';
import type { JudgedSet } from '../../../src/application/consolidation/judgeGiven';
import { planReplacement } from '../../../src/application/consolidation/replaceUnit';
import { writeReplacement } from '../../../src/application/consolidation/writeReplacement';
import { insertLayouts } from '../../../src/application/insertTemplate';
import type { TakenFile } from '../../../src/application/takenFile';
import { consolidate } from '../../../src/domain/consolidate/consolidate';
import { sourceColumns } from '../../../src/domain/consolidate/takenUnit';
import type { CellValue, Grid, WorkbookGrids } from '../../../src/domain/grid';
import { cellAt } from '../../../src/domain/grid';
import { officialForms } from '../../../src/domain/forms/officialForms';
import { readLineLabel } from '../../../src/domain/recognise/labels';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { tablesOfReturn, viewReturns } from '../../../src/domain/returns/unitReturn';
import { replacementNotes } from '../../../src/wording/replacementNotes';
import { settings } from '../../domain/forms';
import type { Given } from '../../domain/consolidate/givenUnits';
import { corrections, units, workbookOf } from '../../domain/consolidate/givenUnits';
import { dearRuns } from '../../properties/runs';
import type { OpenWorkbook } from '../fixture';
import { newLog, openMemory } from '../fixture';
import { givenFiles, judgedGiven, takenGrids } from './given';

const words = replacementNotes(settings.today);

const fileOf = (given: Given): TakenFile =>
  takenGrids(given.id, `${given.id}.xlsx`, workbookOf(given));

const judged = (files: readonly TakenFile[]): JudgedSet =>
  judgedGiven(
    { ...givenFiles([]), files },
    { fiscalYear: 2019, currencyUnit: 'tenThousandYuan', includeErrors: 'all' },
  );

/** The sum as the pane writes it, without notes; null where nothing counts. */
async function written(
  { judgement }: JudgedSet,
  inputs: 'formulas' | 'values',
): Promise<OpenWorkbook | null> {
  const result = consolidate(judgement, '全市');
  if (result === null) return null;
  const open = openMemory([]);
  const notes = { name: '汇总说明', columns: [], rows: [], hasFilter: false };
  const done = await insertConsolidation(open.workbook, open.log, { result, inputs, notes });
  if (!done.ok) throw new Error(done.fault.fault.code);
  return open;
}

async function read({ workbook }: OpenWorkbook): Promise<WorkbookGrids> {
  const grids = await workbook.readWorkbook();
  if (!grids.ok) throw new Error(grids.fault.code);
  return grids.value;
}

/** What stands in an input cell of a result, its sum over the working paper worked out here. */
function shown(grid: Grid, row: number, column: number, { sheets }: WorkbookGrids): number | null {
  const cell = cellAt(grid, row, column);
  const sum = /^=SUMIFS\('(.+)'!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+),'\1'!\$B\$2:\$B\$\3,\$A(\d+)\)$/.exec(
    cell?.formula ?? '',
  );
  if (sum === null) {
    const value: CellValue = cell?.value ?? null;
    return typeof value === 'number' ? value : null;
  }
  const [, paper = '', letter = '', last = '', own = ''] = sum;
  const label = cellAt(grid, Number(own) - 1, 0)?.value;
  const rows = sheets.find(({ name }) => name === paper)?.rows.slice(1, Number(last)) ?? [];
  return rows
    .filter((cells) => cells?.[1]?.value === label)
    .reduce((so, cells) => so + Number(cells?.[letter.charCodeAt(0) - 65]?.value ?? 0), 0);
}

/** The inputs of the result whose sheets have this ending: by form, line and column; zero is as good as blank. */
function inputsOf(workbook: WorkbookGrids, ending: string): Record<string, string> {
  const { returns } = recogniseWorkbook(workbook);
  const inputs: Record<string, string> = {};
  for (const unit of viewReturns(returns, workbook)) {
    for (const { form, sheet, summed, table } of tablesOfReturn(unit)) {
      const grid = workbook.sheets.find(({ name }) => name === sheet);
      if (grid === undefined || sheet.endsWith(')') !== (ending !== '')) continue;
      for (const { line } of summed) {
        sourceColumns.forEach(({ block, measure }) => {
          const value = shown(grid, line.row, table.columns[block][measure], workbook) ?? 0;
          // Sums of doubles differ in their last digits.
          if (value !== 0) inputs[[form, line.id, block, measure].join('|')] = value.toFixed(7);
        });
      }
    }
  }
  return inputs;
}

/**
 * The rows of the working papers with a figure, in an order of their own, lines by what they are: a result that
 * stands keeps the edition of its labels.
 */
function papersOf({ sheets }: WorkbookGrids, ending: string): string[] {
  return sheets
    .filter(({ name }) => name.startsWith('汇总底稿') && name.endsWith(')') === (ending !== ''))
    .flatMap(({ name, rows }) =>
      rows.slice(1).map((row) => {
        const form = name.startsWith('汇总底稿1') ? 'table1' : 'table2';
        const cells = Array.from(row ?? [], (cell, column) => {
          const value = cell?.value ?? '';
          if (column !== 1 || typeof value !== 'string') return value;
          const known = readLineLabel(value, officialForms);
          return known.find((line) => line.form === form)?.id ?? value;
        });
        return { sheet: name.slice(0, name.length - ending.length), cells };
      }),
    )
    .filter(({ cells }) => cells.slice(2, 10).some((figure) => figure !== '' && figure !== 0))
    .map((row) => JSON.stringify(row))
    .sort();
}

const inputKinds = fc.constantFrom<'formulas' | 'values'>('formulas', 'values');

test('a unit replaced equals the result made anew', async () => {
  let replaced = 0;
  await fc.assert(
    fc.asyncProperty(units, corrections, fc.nat(), inputKinds, async (all, correct, at, inputs) => {
      const before = judged(all.map(fileOf));
      const open = await written(before, inputs);
      const counted = before.units.filter(({ excludedBecause }) => excludedBecause === null);
      const one = counted[at % Math.max(1, counted.length)];
      const given = all.find(({ id }) => `${id}#1` === one?.unit.id);
      fc.pre(open !== null && given !== undefined);

      const corrected = fileOf(correct(given));
      const [checked] = corrected.units;
      if (checked === undefined) throw new Error('the corrected file has no unit');
      const plan = planReplacement(await read(open), checked, [], words);
      // What did not count is not in the papers: of another year, a copy, or a sum of what is there.
      const among = counted.flatMap(({ unit }) => all.filter(({ id }) => `${id}#1` === unit.id));
      const set = judged(among.map((other) => (other === given ? corrected : fileOf(other))));
      const left = set.units.filter(({ excludedBecause }) => excludedBecause !== null);
      if (!plan.ok) {
        expect(plan.fault).toBe('sumOfOthers');
        expect(left.map(({ excludedBecause }) => excludedBecause)).toContain('sumOfOthers');
        return;
      }
      expect(left).toEqual([]);
      const { way } = plan.value;
      const log = newLog(open.store);
      const done =
        way.kind === 'inPlace'
          ? await writeReplacement(open.workbook, log, way.changes)
          : await insertLayouts(open.workbook, log, 'consolidate', way.sheets);
      if (!done.ok) throw new Error(done.fault.fault.code);
      const anew = await written(set, inputs);
      if (anew === null) throw new Error('nothing counts any more');
      const ending = way.kind === 'anew' ? ' (2)' : '';
      const [is, meant] = [await read(open), await read(anew)];
      expect(inputsOf(is, ending)).toEqual(inputsOf(meant, ''));
      expect(papersOf(is, ending)).toEqual(papersOf(meant, ''));
      replaced += 1;
    }),
    dearRuns(18),
  );
  expect(replaced).toBeGreaterThan(3);
});
