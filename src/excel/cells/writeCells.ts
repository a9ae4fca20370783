/**
 * How are cells written so that nothing is half done unsaid? Looked at first, written, read back.
 *
 * Two batches where nothing is protected and no more than 15,000 cells are written: what is there,
 * then writing and reading back; a third where a sheet is protected, where Excel changed a number
 * format on its own (a formula in a General cell takes over the format of what it refers to), or
 * where a number or a formula goes back into a text cell, which would keep it as text.
 */
import type { CellWrite } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { cellAddress } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import {
  answerAt,
  CellMap,
  checkAddresses,
  eachCell,
  formatAt,
  loadCells,
  namingSheet,
  rangeBatches,
  rangeOf,
  type SheetRange,
} from './cellGroups';
import { entryFor, formatFor, holds } from './contents';
import { firstLockedSheet } from './lockedCells';

/** A write that is decided: the format its cell is to have, and the one it is written under. */
interface DecidedWrite {
  readonly write: CellWrite;
  readonly numberFormat: string;
  /** A number or formula in a text cell is written under another format; the cell's own follows. */
  readonly entryFormat: string;
  readonly setsFormat: boolean;
}

/** Writes cells; the later of two writes to one cell counts. */
export async function writeCells(
  host: ExcelHost,
  writes: readonly CellWrite[],
): Promise<Result<null, HostFault>> {
  const addresses = checkAddresses(writes);
  if (!addresses.ok) return addresses;
  const batches = rangeBatches(writes);
  const decided = await decide(host, writes, batches);
  if (!decided.ok) return decided;

  const wrongFormats: SheetRange[] = [];
  const notWritten: CellWrite[] = [];
  for (const batch of batches) {
    const written = await writeBatch(host, batch, decided.value);
    if (!written.ok) return written;
    notWritten.push(...written.value.notWritten);
    wrongFormats.push(...written.value.wrongFormats);
  }
  if (wrongFormats.length > 0) {
    const restored = await host.silentBatch((context) => {
      for (const place of wrongFormats) {
        setFormats(context, place, decided.value, (cell) => cell.numberFormat);
      }
    });
    if (!restored.ok) return restored;
  }
  const [first] = notWritten;
  if (first === undefined) return success(null);
  const cells = notWritten.filter(({ sheet }) => sheet === first.sheet).map(({ cell }) => cell);
  return failure({ code: 'notWritten', sheet: first.sheet, cells });
}

/** Looks at formats and protection; a fault before anything is written. */
async function decide(
  host: ExcelHost,
  writes: readonly CellWrite[],
  batches: readonly (readonly SheetRange[])[],
): Promise<Result<CellMap<DecidedWrite>, HostFault>> {
  const names = [...new Set(writes.map(({ sheet }) => sheet))];
  const formats = new CellMap<string>();
  const protectedSheets = new Set<string>();
  for (const batch of batches) {
    const loaded = await host.batch((context) => ({
      protections: names.map((name) => {
        const { protection } = context.workbook.worksheets.getItem(name);
        protection.load('protected');
        return { name, protection };
      }),
      ranges: batch.map((place) => {
        const range = rangeOf(context, place);
        range.load('numberFormat');
        return { place, range };
      }),
    }));
    if (!loaded.ok) return failure(await namingSheet(host, loaded.fault, names));
    for (const { name, protection } of loaded.value.protections) {
      if (protection.protected) protectedSheets.add(name);
    }
    for (const { place, range } of loaded.value.ranges) {
      eachCell(place, (row, column, rowOffset, columnOffset) => {
        formats.set(place.sheet, row, column, formatAt(range, rowOffset, columnOffset));
      });
    }
  }
  const guarded = writes.filter(({ sheet }) => protectedSheets.has(sheet));
  const locked = await firstLockedSheet(host, guarded);
  if (!locked.ok) return locked;
  if (locked.value !== null) return failure({ code: 'sheetProtected', sheet: locked.value });
  return success(decideFormats(writes, formats));
}

function decideFormats(
  writes: readonly CellWrite[],
  formats: CellMap<string>,
): CellMap<DecidedWrite> {
  const decided = new CellMap<DecidedWrite>();
  for (const write of writes) {
    const before = formats.get(write) ?? 'General';
    const numberFormat = write.numberFormat ?? formatFor(write.content, before);
    const entryFormat = formatFor(write.content, numberFormat);
    decided.put(write, { write, numberFormat, entryFormat, setsFormat: entryFormat !== before });
  }
  return decided;
}

async function writeBatch(
  host: ExcelHost,
  batch: readonly SheetRange[],
  decided: CellMap<DecidedWrite>,
): Promise<
  Result<{ notWritten: readonly CellWrite[]; wrongFormats: readonly SheetRange[] }, HostFault>
> {
  const written = await host.silentBatch((context) => {
    for (const place of batch) {
      const cells = decidedIn(place, decided).flat();
      // Before the content: under the text format Excel would keep a number as text.
      if (cells.some((cell) => cell?.setsFormat)) {
        setFormats(context, place, decided, (cell) => cell.entryFormat);
      }
      rangeOf(context, place).formulas = decidedIn(place, decided).map((row) =>
        row.map((cell) => (cell === null ? null : entryFor(cell.write.content, cell.entryFormat))),
      );
    }
    // Read back after all of them, as a later one may change what an earlier one shows.
    return batch.map((place) => loadCells(context, place));
  });
  if (!written.ok) {
    const names = batch.map(({ sheet }) => sheet);
    return failure(await namingSheet(host, written.fault, names));
  }
  const notWritten: CellWrite[] = [];
  const wrongFormats: SheetRange[] = [];
  for (const cells of written.value) {
    const { place, range } = cells;
    const unlike = { format: false };
    eachCell(place, (row, column, rowOffset, columnOffset) => {
      const cell = decided.at(place.sheet, row, column);
      if (cell === undefined) return;
      if (!holds(answerAt(cells, rowOffset, columnOffset), cell.write.content)) {
        notWritten.push({ ...cell.write, cell: cellAddress(row, column) });
      }
      if (formatAt(range, rowOffset, columnOffset) !== cell.numberFormat) unlike.format = true;
    });
    if (unlike.format) wrongFormats.push(place);
  }
  return success({ notWritten, wrongFormats });
}

function setFormats(
  context: Excel.RequestContext,
  place: SheetRange,
  decided: CellMap<DecidedWrite>,
  formatOf: (cell: DecidedWrite) => string,
): void {
  rangeOf(context, place).numberFormat = decidedIn(place, decided).map((row) =>
    row.map((cell) => (cell === null ? null : formatOf(cell))),
  );
}

/** The writes of a range by row and column. */
function decidedIn(
  { sheet, range }: SheetRange,
  decided: CellMap<DecidedWrite>,
): (DecidedWrite | null)[][] {
  const rows: (DecidedWrite | null)[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: (DecidedWrite | null)[] = [];
    for (let column = range.left; column <= range.right; column += 1) {
      cells.push(decided.at(sheet, row, column) ?? null);
    }
    rows.push(cells);
  }
  return rows;
}
