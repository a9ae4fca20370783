/**
 * How is the workbook of typical mistakes made? Run `npx tsx test/specimens/make/typicalMistakes.ts`;
 * the tests and the workbench use the committed file. The county and its figures are invented: those
 * of `clean/openpyxl.xlsx`, in which everything balances, in the standard form, with four mistakes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grid } from '../../../src/domain/grid';
import { cellAddress, cellAt, parseAddress } from '../../../src/domain/grid';
import type { SheetLayout } from '../../../src/domain/template/layout';
import { standardTemplate } from '../../../src/domain/template/standardTemplate';
import { firstFigureColumn, firstLineRow, lastColumn } from '../../../src/domain/template/templatePlaces';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { writeSheets } from '../../../src/files/writeSheets';
import type { ReportedFigures } from '../puyangFigures';
import { withFigures } from '../puyangFigures';

const folder = join(__dirname, '..');
const lines = { table1: 20, table2: 7 } as const;

/** Table 1: what was typed instead of the right content. */
const wrong1: Readonly<Record<string, string | number>> = {
  // 1280 with two digits exchanged, in the line's total.
  K12: 1208,
  // A figure kept as text.
  C9: '80 ',
  // Executed: 340 with a digit left out.
  D15: 34,
};

/** Table 2: a project more than in Table 1, and the totals made to fit. */
const wrong2: Readonly<Record<string, string | number>> = { B8: 15, J8: 17, B11: 72, J11: 79 };

function figures(grid: Grid, count: number): ReportedFigures {
  return Array.from({ length: count }, (_line, at) =>
    Array.from({ length: lastColumn - firstFigureColumn + 1 }, (_figure, within) => {
      const value = cellAt(grid, firstLineRow + at, firstFigureColumn + within)?.value ?? null;
      if (value !== null && typeof value !== 'number') throw new Error('a figure is no number');
      return value;
    }),
  );
}

function mistaken(layout: SheetLayout, wrong: Readonly<Record<string, string | number>>): SheetLayout {
  const cells = new Map(layout.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  for (const [address, content] of Object.entries(wrong)) {
    const place = parseAddress(address);
    if (place === null) throw new Error(address);
    cells.set(address, { ...place, content });
  }
  return { ...layout, cells: [...cells.values()] };
}

async function make(): Promise<void> {
  const read = await readWorkbook(readFileSync(join(folder, 'clean/openpyxl.xlsx')));
  if (!read.ok) throw new Error(read.fault.code);
  const [grid1, grid2] = read.value.sheets;
  const [empty1, empty2] = standardTemplate({
    forms: ['table1', 'table2'],
    reportingUnit: '甲县财政局',
    fiscalYear: 2023,
    currencyUnit: 'tenThousandYuan',
    edition: 'form2019',
    protect: false,
  });
  if (!grid1 || !grid2 || !empty1 || !empty2) throw new Error('a table is missing');
  const table1 = withFigures(empty1, figures(grid1, lines.table1), 'typed');
  const table2 = withFigures(empty2, figures(grid2, lines.table2), 'typed');
  const bytes = await writeSheets([mistaken(table1, wrong1), mistaken(table2, wrong2)]);
  writeFileSync(join(folder, 'wrong/typical-mistakes.xlsx'), bytes);
}

void make();
