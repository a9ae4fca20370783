/**
 * How are the workbooks made in which what is shown is not what counts? Run
 * `npx tsx test/specimens/make/display.ts`; the tests use the committed files. All are the public pair
 * of `puyang-2019.xlsx`, but for what their name says.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellAddress, parseAddress } from '../../../src/domain/grid';
import type { SheetLayout } from '../../../src/domain/template/layout';
import { writeSheets } from '../../../src/files/writeSheets';
import { puyangLayouts } from '../puyangFigures';

const folder = join(__dirname, '../display');

type Contents = Readonly<Record<string, string | number | null>>;

function withCells(layout: SheetLayout, contents: Contents): SheetLayout {
  const cells = new Map(layout.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  for (const [address, content] of Object.entries(contents)) {
    const place = parseAddress(address);
    if (place === null) throw new Error(address);
    if (content === null) cells.delete(address);
    else cells.set(address, { ...place, content });
  }
  return { ...layout, cells: [...cells.values()] };
}

async function make(
  name: string,
  totals: 'typed' | 'formulas',
  change: (table1: SheetLayout, table2: SheetLayout) => SheetLayout[],
): Promise<void> {
  const [table1, table2] = puyangLayouts(totals);
  if (table1 === undefined || table2 === undefined) throw new Error('no pair');
  writeFileSync(join(folder, name), await writeSheets(change(table1, table2)));
}

async function makeAll(): Promise<void> {
  const area = { top: 6, left: 2, bottom: 7, right: 2 };
  await make('under-merge.xlsx', 'typed', (table1, table2) => [
    { ...table1, merges: [...table1.merges, area] },
    table2,
  ]);
  await make('wrapped-total-line.xlsx', 'typed', (table1, table2) => [
    table1,
    withCells(table2, { L11: null, M11: null, B13: 40790.5084, C13: 40201.8784 }),
  ]);
  const scaled = { top: 4, left: 2, bottom: 4, right: 2 };
  await make('scaling-format.xlsx', 'typed', (table1, table2) => [
    { ...table1, formats: [...table1.formats, { range: scaled, numberFormat: '0!.0,"万"' }] },
    table2,
  ]);
  await make('circular.xlsx', 'formulas', (table1, table2) => [
    withCells(table1, { C5: '=C24-SUM(C6:C23)' }),
    table2,
  ]);
}

void makeAll();
