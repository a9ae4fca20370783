/** Which official tables stand in a workbook, where, and which of them belong together? */
import type { FormSet } from '../forms/form';
import { officialForms } from '../forms/officialForms';
import type { CellRange, Grid, WorkbookGrids } from '../grid';
import { unitOfColumns, withColumnUnit } from './columnUnits';
import type { FoundHeader } from './headerColumns';
import { findHeaders, standsBeside } from './header';
import { looksLikeOurs } from './headerTexts';
import { completeHeading, readHeading } from './heading';
import { isFormTitle } from './labels';
import type { Pages } from './pages';
import { headersBelow, readPages } from './pages';
import { groupReturns } from './groupReturns';
import { outsideFigures } from './outside';
import type { Recognition, RecognisedTable, RefusedSheet, ReturnSource } from './table';
import { titleOfAnotherTable } from './otherTitle';
import { headingRows, titleWithoutHeader } from './titleWithoutHeader';
import { findPaperHeading } from './workingPaper';

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
  source: ReturnSource = { kind: 'thisWorkbook' },
): Recognition {
  const tables: RecognisedTable[] = [];
  const refused: RefusedSheet[] = [];
  workbook.sheets.forEach((grid, sheetIndex) => {
    const found = recognise(grid, sheetIndex, forms);
    tables.push(...found.tables);
    refused.push(...found.refused);
  });
  return { returns: groupReturns(tables, forms, source), refused };
}

/** What was found in one sheet. */
export interface SheetRecognition {
  readonly tables: readonly RecognisedTable[];
  readonly refused: readonly RefusedSheet[];
}

/** Looks through one sheet; depends on nothing else in the workbook. */
export function recogniseSheet(grid: Grid, sheetIndex: number, forms: FormSet): SheetRecognition {
  const headers = findHeaders(grid, forms);
  if (headers.length > 0 && findPaperHeading(grid) !== null) return { tables: [], refused: [] };
  const tables: RecognisedTable[] = [];
  const refused: RefusedSheet[] = [];
  const continued = new Set<FoundHeader>();
  for (const header of headers) {
    if (continued.has(header)) continue;
    const pages = readPages(grid, header, headers, forms);
    pages.repeated.forEach((page) => continued.add(page));
    const outcome = readTable(grid, sheetIndex, pages, headers, tables);
    if (outcome === null) continue;
    if ('reason' in outcome) refused.push(outcome);
    else tables.push(outcome);
  }
  if (tables.length === 0 && refused.length === 0) {
    const title = titleWithoutHeader(grid);
    if (title !== null) refused.push(title);
  }
  return { tables: shareHeadings(tables), refused };
}

function readTable(
  grid: Grid,
  sheetIndex: number,
  { header, body, repeated }: Pages,
  headers: readonly FoundHeader[],
  earlier: readonly RecognisedTable[],
): RecognisedTable | RefusedSheet | null {
  const beside = headers.filter((other) => standsBeside(other, header));
  const below = headersBelow(header, headers).filter((other) => !repeated.includes(other));
  const titles = titlesAbove(grid, header);
  const lastRow = body.lines.at(-1)?.row ?? header.measureRow;
  const cell = { row: header.top, column: body.labelColumn };

  if (header.columns === null) {
    if (titles.length === 0 && !(looksLikeOurs(header, grid) && body.official !== null))
      return null;
    const { missing, unread, blocksUnclear } = header;
    const reason = blocksUnclear && unread.length === 0 ? 'unclearBlocks' : 'missingHeading';
    return { sheet: grid.name, reason, position: cell, missing, unread };
  }
  const { official, edition } = body;
  if (official === null || edition === null) {
    const reason = body.lines.length === 0 ? 'noLines' : 'unknownLines';
    return { sheet: grid.name, reason, position: cell, missing: [], unread: [] };
  }
  const otherTitle = titles.length === 0 ? titleOfAnotherTable(grid, header.top) : null;
  if (otherTitle !== null) {
    return {
      sheet: grid.name,
      reason: 'otherTable',
      position: cell,
      missing: [],
      unread: [otherTitle],
    };
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
  const columnUnit = unitOfColumns(grid, header, body.unitTexts);
  const range: CellRange = {
    top: header.top,
    left: body.labelColumn,
    bottom: lastRow,
    right: header.lastColumn,
  };
  return {
    form: official.id,
    official,
    grid,
    sheetIndex,
    heading: withColumnUnit(readHeading(grid, regions), columnUnit),
    range,
    bodyTop: body.top,
    labelColumn: body.labelColumn,
    columns: header.columns,
    otherBlocks: header.otherBlocks,
    lines: body.lines,
    edition,
    outside: outsideFigures({
      grid,
      range,
      bodyTop: body.top,
      lastRow: Math.min(...below.map((other) => other.top), grid.rows.length) - 1,
      lastColumn: right,
      knownColumns: new Set(header.otherBlocks.flatMap(({ columns }) => Object.values(columns))),
    }),
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

/** Tables on one sheet may share one heading: what a table does not state, its neighbour's says. */
function shareHeadings(tables: readonly RecognisedTable[]): RecognisedTable[] {
  return tables.map((table) => {
    let heading = table.heading;
    for (const other of tables) heading = completeHeading(heading, other.heading);
    return { ...table, heading };
  });
}
