/**
 * How are the workbooks made in which one act moved many cells? Run `npx tsx test/specimens/make/acts.ts`;
 * the tests use the committed files. The figures are the city's, and what was done to them is below.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSheets } from '../../../src/files/writeSheets';
import { puyangFigures, puyangLayouts, withFigures } from '../puyangFigures';

type Figures = (number | null)[][];

const folder = join(__dirname, '../causes');

async function make(
  name: string,
  act: (table1: Figures, table2: Figures) => void,
  totals: 'typed' | 'formulas' = 'typed',
): Promise<void> {
  const [table1, table2] = (['table1', 'table2'] as const).map((form) =>
    puyangFigures(form).map((line) => [...line]),
  );
  if (table1 === undefined || table2 === undefined) throw new Error('two tables');
  act(table1, table2);
  const layouts = puyangLayouts(totals).map((layout, index) => {
    const labels = layout.cells.filter(({ content }) => typeof content === 'string');
    return withFigures({ ...layout, cells: labels }, index === 0 ? table1 : table2, totals);
  });
  writeFileSync(join(folder, name), await writeSheets(layouts));
}

function add(table: Figures, line: number, column: number, by: number): void {
  const row = table[line];
  if (row !== undefined) row[column] = Number(((row[column] ?? 0) + by).toFixed(6));
}

/** Every amount by itself, half away from zero. */
function roundEach(table: Figures, places: number): void {
  for (const row of table) {
    row.forEach((value, column) => {
      if (value !== null && column % 4 !== 0) row[column] = Number(value.toFixed(places));
    });
  }
}

function scaleEach(table: Figures, power: number): void {
  for (const row of table) {
    row.forEach((value, column) => {
      if (value !== null && column % 4 !== 0) row[column] = Number(`${value}e${power}`);
    });
  }
}

/** Adds figures of one line and block, and to all their totals. */
function post(table: Figures, line: number, block: number, figures: readonly number[]): void {
  figures.forEach((figure, measure) => {
    for (const at of [line, table.length - 1]) {
      add(table, at, block * 4 + measure, figure);
      add(table, at, 8 + measure, figure);
    }
  });
}

async function makeAll(): Promise<void> {
  const project = [2, 320, 300, 280];
  // Table 2, 技术性服务: under 政府性基金预算 there, under 一般公共预算 in Table 1; all totals done.
  await make('other-budget.xlsx', (_, table2) => {
    post(table2, 3, 0, project.map((figure) => -figure));
    post(table2, 3, 1, project);
  });
  // Table 2: 预算数 and 执行数 of 一般公共预算 exchanged, the total line too.
  await make('columns-exchanged.xlsx', (_, table2) => {
    for (const row of table2) [row[1], row[2]] = [row[2] ?? null, row[1] ?? null];
  });
  // Table 1: 一般公共预算 of 公共安全 to 科学技术 one line too low; totals stay.
  await make('lines-shifted.xlsx', (table1) => {
    for (let column = 0; column < 4; column += 1) {
      const run = [2, 3, 4].map((line) => table1[line]?.[column] ?? null);
      const first = table1[2];
      if (first !== undefined) first[column] = null;
      run.forEach((value, at) => {
        const row = table1[3 + at];
        if (row !== undefined) row[column] = value;
      });
    }
  });
  // Table 2 of a later day: three lines have other figures, all totals done.
  await make('other-draft.xlsx', (_, table2) => {
    post(table2, 0, 0, [1, 120.5, -35.2, -35.2]);
    post(table2, 2, 0, [-1, -64.03, 18.4, 22.6]);
    post(table2, 4, 1, [1, 77.7, 52.1, 40]);
  });
  // Both tables: every figure that is filled in rounded to whole 万元, totals are formulas over them.
  await make(
    'rounded-under-formulas.xlsx',
    (table1, table2) => {
      roundEach(table1, 0);
      roundEach(table2, 0);
    },
    'formulas',
  );
  // Table 1 in whole 万元; Table 2 was rounded to them as well, and typed in 元.
  await make('table2-in-yuan-rounded.xlsx', (table1, table2) => {
    roundEach(table1, 0);
    roundEach(table2, 0);
    scaleEach(table2, 4);
  });
  // Table 2: both source blocks in 元, total line too; the total block is in 万元.
  await make('both-blocks-in-yuan.xlsx', (_, table2) => {
    const totals = table2.map((row) => row.slice(8));
    scaleEach(table2, 4);
    totals.forEach((own, line) => table2[line]?.splice(8, 4, ...own));
  });
  // Table 1: the line 公共安全 once more in the line 外交, totals are formulas.
  await make(
    'line-copied.xlsx',
    (table1) => {
      table1[1] = [...(table1[2] ?? [])];
    },
    'formulas',
  );
}

void makeAll();
