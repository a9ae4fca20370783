/** Which official tables stand in a workbook, where, and which of them belong together? */
import type { CellRange, Grid, WorkbookGrids } from '../grid';
import { readBody } from './body';
import type { FoundHeader } from './header';
import { findHeaders, looksLikeOurs, sharesColumns, standsBeside } from './header';
import { completeHeading, readHeading } from './heading';
import { isFormTitle } from './labels';
import { groupReturns } from './groupReturns';
import type { Recognition, RecognisedTable, RefusedSheet } from './table';
import type { FormSet } from '../forms/form';
import { officialForms } from '../forms/officialForms';
import { blockTitles, budgetBlocks } from '../forms/terms';

/** Rows above a header that can still hold its title, unit, year and currency unit. */
const headingRows = 15;

/** Rows below a table that can still hold its unit, year and currency unit. */
const footingRows = 10;

/**
 * Finds the forms by labels and structure, never by address or sheet name.
 *
 * What looks like one of ours and is not taken is reported with the reason; other sheets are passed
 * over in silence.
 *
 * @param recognise how one sheet is looked through, for who has looked through some of them before
 */
export function recogniseWorkbook(
  workbook: WorkbookGrids,
  recognise: (grid: Grid, sheetIndex: number, forms: FormSet) => SheetRecognition = recogniseSheet,
  forms: FormSet = officialForms,
): Recognition {
  const tables: RecognisedTable[] = [];
  const refused: RefusedSheet[] = [];
  workbook.sheets.forEach((grid, sheetIndex) => {
    const found = recognise(grid, sheetIndex, forms);
    tables.push(...found.tables);
    refused.push(...found.refused);
  });
  return { returns: groupReturns(tables, forms), refused };
}

/** What was found in one sheet. */
export interface SheetRecognition {
  readonly tables: readonly RecognisedTable[];
  readonly refused: readonly RefusedSheet[];
}

/** Looks through one sheet; depends on nothing else in the workbook. */
export function recogniseSheet(grid: Grid, sheetIndex: number, forms: FormSet): SheetRecognition {
  const headers = findHeaders(grid);
  const tables: RecognisedTable[] = [];
  const refused: RefusedSheet[] = [];
  for (const header of headers) {
    const outcome = readTable(grid, sheetIndex, header, headers, tables, forms);
    if (outcome === null) continue;
    if ('reason' in outcome) refused.push(outcome);
    else tables.push(outcome);
  }
  if (tables.length === 0 && refused.length === 0) {
    const title = findTitle(grid);
    if (title !== null) refused.push(title);
  }
  return { tables: shareHeadings(tables), refused };
}

function readTable(
  grid: Grid,
  sheetIndex: number,
  header: FoundHeader,
  headers: readonly FoundHeader[],
  earlier: readonly RecognisedTable[],
  forms: FormSet,
): RecognisedTable | RefusedSheet | null {
  const beside = headers.filter((other) => standsBeside(other, header));
  const below = headers.filter(
    (other) => other.top > header.measureRow && sharesColumns(other, header),
  );
  const nextTop = Math.min(...below.map((other) => other.top), grid.rows.length);
  const body = readBody(grid, header, nextTop - 1, forms);
  const titles = titlesAbove(grid, header);
  const lastRow = body.lines.at(-1)?.row ?? header.measureRow;
  const cell = { row: header.top, column: body.labelColumn };

  if (header.columns === null) {
    if (titles.length === 0 && !(looksLikeOurs(header, grid) && body.official !== null))
      return null;
    return { sheet: grid.name, reason: 'missingHeading', cell, missing: header.missing };
  }
  const { official, edition } = body;
  if (official === null || edition === null) {
    const reason = body.lines.length === 0 ? 'noLines' : 'unknownLines';
    return { sheet: grid.name, reason, cell, missing: [] };
  }
  const right = Math.min(
    ...beside
      .filter((other) => other.firstColumn > header.lastColumn)
      .map((other) => other.leftLimit - 1),
    beside.length === 0 ? Number.MAX_SAFE_INTEGER : header.lastColumn,
  );
  const left = beside.length === 0 ? 0 : header.leftLimit;
  const above = Math.max(
    -1,
    header.top - headingRows - 1,
    ...earlier
      .filter((table) => table.range.bottom < header.top && overlaps(table.range, left, right))
      .map((table) => table.range.bottom),
  );
  const regions: CellRange[] = [{ top: above + 1, bottom: header.top, left, right }];
  if (below.length === 0) {
    regions.push({ top: lastRow + 1, bottom: lastRow + footingRows, left, right });
  }
  return {
    form: official.id,
    official,
    grid,
    sheetIndex,
    heading: readHeading(grid, regions),
    range: {
      top: header.top,
      left: body.labelColumn,
      bottom: lastRow,
      right: header.lastColumn,
    },
    bodyTop: header.measureRow + 1,
    labelColumn: body.labelColumn,
    columns: header.columns,
    lines: body.lines,
    edition,
  };
}

function overlaps(range: CellRange, left: number, right: number): boolean {
  return range.left <= right && range.right >= left;
}

/** Titles of ours in the rows above a header, nearest first. */
function titlesAbove(grid: Grid, header: FoundHeader): string[] {
  const titles: string[] = [];
  for (let row = header.top; row >= Math.max(0, header.top - headingRows); row -= 1) {
    grid.rows[row]?.forEach((cell) => {
      if (typeof cell?.value === 'string' && isFormTitle(cell.value)) {
        titles.push(cell.value);
      }
    });
  }
  return titles;
}

/** A sheet with our title and none of our headings. */
function findTitle(grid: Grid): RefusedSheet | null {
  for (const [row, cells] of grid.rows.slice(0, headingRows).entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      if (typeof cell?.value !== 'string' || !isFormTitle(cell.value)) continue;
      return {
        sheet: grid.name,
        reason: 'missingHeading',
        cell: { row, column },
        missing: budgetBlocks.map((block) => blockTitles[block]),
      };
    }
  }
  return null;
}

/** Tables on one sheet may share one heading: what a table does not state, its neighbour's says. */
function shareHeadings(tables: readonly RecognisedTable[]): RecognisedTable[] {
  return tables.map((table) => {
    let heading = table.heading;
    for (const other of tables) heading = completeHeading(heading, other.heading);
    return { ...table, heading };
  });
}
