/** How are single cells, named by sheet and address, gathered into few ranges and told apart again? */
import type { CellReference, CellState } from '../../application/cellContent';
import { sameSheetName } from '../../domain/sheetName';
import type { HostFault } from '../../domain/fault';
import { parseAddress, rangeAddress, type CellPosition, type CellRange } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import { loadSheets } from '../sheetDirectory';
import { contentOfAnswer, type CellAnswer } from './contents';
import { coveringRectangles } from '../../domain/rectangles';

/** Cells that are asked for in one batch; about 200 bytes each, there and back, in the worst case. */
const cellsPerBatch = 15_000;

/** A range of one sheet. */
export interface SheetRange {
  readonly sheet: string;
  readonly range: CellRange;
}

/** The ranges that cover cells exactly, in batches of a bounded number of cells. */
export function rangeBatches(cells: readonly CellReference[]): SheetRange[][] {
  const batches: SheetRange[][] = [];
  let room = 0;
  for (const { sheet, range } of sheetRanges(cells)) {
    for (const piece of bounded(range)) {
      const count = (piece.bottom - piece.top + 1) * (piece.right - piece.left + 1);
      const last = batches.at(-1);
      if (last === undefined || count > room) {
        batches.push([{ sheet, range: piece }]);
        room = cellsPerBatch - count;
      } else {
        last.push({ sheet, range: piece });
        room -= count;
      }
    }
  }
  return batches;
}

function sheetRanges(cells: readonly CellReference[]): SheetRange[] {
  const bySheet = new Map<string, CellPosition[]>();
  for (const { sheet, cell } of cells) {
    const position = parseAddress(cell);
    if (position === null) continue;
    const positions = bySheet.get(sheet) ?? [];
    positions.push(position);
    bySheet.set(sheet, positions);
  }
  return [...bySheet].flatMap(([sheet, positions]) =>
    coveringRectangles(positions).map((range) => ({ sheet, range })),
  );
}

function bounded(range: CellRange): CellRange[] {
  const rows = Math.max(1, Math.floor(cellsPerBatch / (range.right - range.left + 1)));
  const pieces: CellRange[] = [];
  for (let top = range.top; top <= range.bottom; top += rows) {
    pieces.push({ ...range, top, bottom: Math.min(range.bottom, top + rows - 1) });
  }
  return pieces;
}

/** Excel's range for a range of ours. */
export function rangeOf(context: Excel.RequestContext, { sheet, range }: SheetRange): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRange(rangeAddress(range));
}

/** Something known of single cells, by sheet and zero-based position. */
export class CellMap<T> {
  readonly #items = new Map<string, T>();

  set(sheet: string, row: number, column: number, item: T): void {
    this.#items.set(`${row}:${column}:${sheet}`, item);
  }

  put({ sheet, cell }: CellReference, item: T): void {
    const position = parseAddress(cell);
    if (position !== null) this.set(sheet, position.row, position.column, item);
  }

  at(sheet: string, row: number, column: number): T | undefined {
    return this.#items.get(`${row}:${column}:${sheet}`);
  }

  get({ sheet, cell }: CellReference): T | undefined {
    const position = parseAddress(cell);
    return position === null ? undefined : this.at(sheet, position.row, position.column);
  }
}

/** Runs over the cells of a range, giving the offsets within it too. */
export function eachCell(
  { range }: SheetRange,
  visit: (row: number, column: number, rowOffset: number, columnOffset: number) => void,
): void {
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      visit(row, column, row - range.top, column - range.left);
    }
  }
}

/** Queues the loading of what {@link answerAt} and {@link formatAt} read. */
export function loadCells(context: Excel.RequestContext, place: SheetRange): LoadedCells {
  const range = rangeOf(context, place);
  range.load('values,formulas,valueTypes,numberFormat');
  return { place, range };
}

/** A range whose cells are loaded. */
export interface LoadedCells {
  readonly place: SheetRange;
  readonly range: Excel.Range;
}

/** What Excel tells of one cell of a loaded range. */
export function answerAt({ range }: LoadedCells, row: number, column: number): CellAnswer {
  const values: unknown[][] = range.values;
  const formulas: unknown[][] = range.formulas;
  return {
    value: values[row]?.[column],
    formula: formulas[row]?.[column],
    valueType: range.valueTypes[row]?.[column] ?? 'Empty',
  };
}

/** The number format of one cell of a range. */
export function formatAt(range: Excel.Range, row: number, column: number): string {
  const formats: unknown[][] = range.numberFormat;
  const format = formats[row]?.[column];
  return typeof format === 'string' ? format : 'General';
}

/** Puts what stands in each cell of a loaded range into a map. */
export function takeCells(cells: LoadedCells, into: CellMap<CellState>): void {
  const { place, range } = cells;
  eachCell(place, (row, column, rowOffset, columnOffset) => {
    into.set(place.sheet, row, column, {
      content: contentOfAnswer(answerAt(cells, rowOffset, columnOffset)),
      numberFormat: formatAt(range, rowOffset, columnOffset),
    });
  });
}

/** A fault where one of the addresses is none. */
export function checkAddresses(cells: readonly CellReference[]): Result<null, HostFault> {
  const wrong = cells.find(({ cell }) => parseAddress(cell) === null);
  return wrong === undefined
    ? success(null)
    : failure({ code: 'notThere', what: `${wrong.sheet}!${wrong.cell}` });
}

/** The same fault, but naming the sheet that is gone where that is the reason. */
export async function namingSheet(
  host: ExcelHost,
  fault: HostFault,
  names: readonly string[],
): Promise<HostFault> {
  if (fault.code !== 'notThere') return fault;
  const listing = await host.batch(loadSheets);
  if (!listing.ok) return fault;
  const present = listing.value.items.map(({ name }) => name);
  const missing = names.find((name) => !present.some((known) => sameSheetName(known, name)));
  return missing === undefined ? fault : { code: 'notThere', what: missing };
}
