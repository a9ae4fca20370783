/** Which sheets have given a check the most to do? All under the city's own headings. */
import type { Cell, Grid, WorkbookGrids } from '../../src/domain/grid';

/** First row of figures, and the row of the grand total, in the city's Table 1. */
const first = 4;
const total = 23;

const numberIn = (cell: Cell | undefined): cell is Cell & { readonly value: number } =>
  typeof cell?.value === 'number';

/** Every figure another, by a fixed rule, so that no equality holds. */
function allWrong(sheet: Grid): Grid {
  return {
    ...sheet,
    rows: sheet.rows.map((row, at) =>
      row?.map((cell, column) =>
        at >= first && column > 0 && numberIn(cell)
          ? { ...cell, value: cell.value + ((at * 37 + column * 101) % 997) }
          : cell,
      ),
    ),
  };
}

/** The lines of figures over and over, so many in all, before the grand total. */
function lengthened(sheet: Grid, lines: number): Grid {
  const figures = sheet.rows.slice(first, total);
  const many = Array.from({ length: lines }, (_, at) => figures[at % figures.length]);
  return {
    ...sheet,
    rows: [...sheet.rows.slice(0, first), ...many, ...sheet.rows.slice(total)],
  };
}

/** The workbook of the city made hard, by what was done to it. */
export function hardInputs({ sheets }: WorkbookGrids): ReadonlyMap<string, WorkbookGrids> {
  const each = (change: (sheet: Grid) => Grid) => ({ sheets: sheets.map(change) });
  const one = (change: (sheet: Grid) => Grid) => ({
    sheets: sheets.map((sheet, at) => (at === 0 ? change(sheet) : sheet)),
  });
  return new Map([
    ['every figure wrong', each(allWrong)],
    ['800 lines under the heading', one((sheet) => lengthened(sheet, 800))],
    ['800 lines, every figure wrong', one((sheet) => allWrong(lengthened(sheet, 800)))],
    ['10,000 lines under the heading', one((sheet) => lengthened(sheet, 10_000))],
  ]);
}
