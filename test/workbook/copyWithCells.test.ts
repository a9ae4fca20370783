/** Does a copy of any workbook hold what was written, and everything else byte for byte? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import type { WorkbookGrids } from '../../src/domain/grid';
import { recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import type { Figure } from '../../src/domain/returns/tableView';
import { tablesOfReturn, viewReturns } from '../../src/domain/returns/unitReturn';
import { readWorkbook } from '../../src/files/readWorkbook';
import { readZipDirectory } from '../../src/files/zip/directory';
import { copyWithCells } from '../../src/workbook/copyWithCells';
import { listSpecimens } from '../specimens/expectation';

const folder = join(__dirname, '../specimens');

/** The parts of a zip by name, inflated. */
function partsOf(bytes: Uint8Array): Map<string, Buffer> {
  return new Map(
    readZipDirectory(bytes).map(({ name, deflated, dataStart, storedSize }) => {
      const data = bytes.subarray(dataStart, dataStart + storedSize);
      return [name, deflated ? inflateRawSync(data) : Buffer.from(data)];
    }),
  );
}

function figuresOf(workbook: WorkbookGrids): Figure[] {
  return viewReturns(recogniseWorkbook(workbook).returns, workbook).flatMap((unit) =>
    tablesOfReturn(unit).flatMap(({ figures }) => [...figures]),
  );
}

/** What differs between two texts, without what they have in common before and behind it. */
function difference(before: string, after: string): { before: string; after: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
}

const workbooks = listSpecimens(folder).filter((name) => /\.xls[xm]$/.test(name));

test('there are many workbooks to copy', () => {
  expect(workbooks.length).toBeGreaterThan(100);
});

test.each(workbooks)('%s: one figure is changed and nothing else', async (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const read = await readWorkbook(bytes);
  const typed = read.ok
    ? figuresOf(read.value).find(
        ({ cell, formula }) => typeof cell?.value === 'number' && formula === null,
      )
    : undefined;
  // Not every specimen is a workbook with a figure.
  if (!read.ok || typed === undefined) return;
  const { row, column, table, cell } = typed;
  const value = Number(cell?.value) + 1;
  const place = { sheet: table.sheet, row, column };
  const copy = await copyWithCells(bytes, [{ ...place, value, keepsFormula: false }]);

  const again = await readWorkbook(copy);
  if (!again.ok) throw new Error(again.fault.code);
  const expected = read.value.sheets.map((grid) =>
    grid.name !== table.sheet
      ? grid
      : {
          ...grid,
          rows: Array.from(grid.rows, (line, at) =>
            at !== row
              ? line
              : Array.from(line ?? [], (each, index) =>
                  index === column && each !== undefined ? { ...each, value } : each,
                ),
          ),
        },
  );
  // Jest's own comparison of large sheets takes longer than everything else here.
  if (!isDeepStrictEqual(again.value.sheets, expected)) {
    expect(again.value.sheets).toEqual(expected);
  }

  const [before, after] = [partsOf(bytes), partsOf(copy)];
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const changed = [...before.keys()].filter((part) => {
    const other = after.get(part);
    return other === undefined || Buffer.compare(before.get(part) ?? other, other) !== 0;
  });
  const sheets = changed.filter((part) => !part.endsWith('workbook.xml'));
  expect(sheets).toHaveLength(1);
  const [sheet = ''] = sheets;
  const cells = difference(String(before.get(sheet)), String(after.get(sheet)));
  // Less than a cell, and nothing of another one.
  expect(`${cells.before}${cells.after}`).not.toMatch(/<(?:\w+:)?(?:c|row)[\s>]/);
});

describe('what stands in a cell beside its figure', () => {
  const specimen = new Uint8Array(readFileSync(join(folder, 'puyang-2019-formulas.xlsx')));

  test('a formula that is written over is gone, with the order of calculation; one that is kept shows the value', async () => {
    const read = await readWorkbook(specimen);
    if (!read.ok) throw new Error(read.fault.code);
    const formulas = figuresOf(read.value).filter(({ formula }) => formula !== null);
    const [first, second] = formulas;
    if (first === undefined || second === undefined) throw new Error('no formula');
    const copy = await copyWithCells(specimen, [
      { ...first, sheet: first.table.sheet, value: 1, keepsFormula: false },
      { ...second, sheet: second.table.sheet, value: 2, keepsFormula: true },
    ]);
    const again = await readWorkbook(copy);
    if (!again.ok) throw new Error(again.fault.code);
    const there = (figure: Figure) =>
      again.value.sheets.find(({ name }) => name === figure.table.sheet)?.rows[figure.row]?.[
        figure.column
      ];
    expect(there(first)).toMatchObject({ value: 1, formula: null });
    expect(there(second)).toMatchObject({ value: 2, formula: second.formula });
    expect([...partsOf(copy).keys()].filter((part) => part.includes('calcchain'))).toEqual([]);
  });

  test('a text is written as it is, whatever signs it holds', async () => {
    const read = await readWorkbook(specimen);
    const name = read.ok ? (read.value.sheets[0]?.name ?? '') : '';
    const text = ' 金额：<元> & "万元" \n';
    const copy = await copyWithCells(specimen, [
      { sheet: name, row: 0, column: 0, value: text, keepsFormula: false },
    ]);
    const again = await readWorkbook(copy);
    expect(again.ok && again.value.sheets[0]?.rows[0]?.[0]?.value).toBe(text);
  });
});
