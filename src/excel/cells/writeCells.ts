/**
 * How are cells changed so that nothing is half done unsaid? Looked at, compared, written, read back.
 *
 * Two batches where nothing is protected and no more than 15,000 cells are changed: what is there,
 * then writing and reading back; a third where a sheet is protected, where Excel changed a number
 * format on its own (a formula in a General cell takes over the format of what it refers to), or
 * where a number or a formula goes back into a text cell, which would keep it as text.
 */
import {
  decideChanges,
  type CellChange,
  type CellStep,
  type ChangedCells,
  type DecidedChanges,
} from '../../application/cellChange';
import { sameNumberFormat } from '../../domain/formulas/numberFormat';
import type { HostFault } from '../../domain/fault';
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
  takeCells,
  type SheetRange,
} from './cellGroups';
import { entryFor, entryFormat, holds } from './contents';
import { firstLockedSheet } from './lockedCells';

/** Changes cells that hold what is expected; of two changes of one cell the later counts. */
export async function writeCells(
  host: ExcelHost,
  changes: readonly CellChange[],
  keep: (steps: readonly CellStep[]) => void = () => undefined,
): Promise<Result<ChangedCells, HostFault>> {
  const addresses = checkAddresses(changes);
  if (!addresses.ok) return addresses;
  const decided = await decide(host, lastOfEachCell(changes));
  if (!decided.ok) return decided;
  const { steps, left } = decided.value;
  if (steps.length === 0) return success({ made: [], left });

  keep(steps);
  const written = await writeSteps(host, steps);
  return written.ok ? success({ made: steps, left }) : written;
}

function lastOfEachCell(changes: readonly CellChange[]): CellChange[] {
  const last = new CellMap<CellChange>();
  for (const change of changes) last.put(change, change);
  return changes.filter((change) => last.get(change) === change);
}

/** Looks at what is there, formats and protection; a fault before anything is written. */
async function decide(
  host: ExcelHost,
  changes: readonly CellChange[],
): Promise<Result<DecidedChanges, HostFault>> {
  const names = [...new Set(changes.map(({ sheet }) => sheet))];
  const standing = new CellMap<CellStep['before']>();
  const protectedSheets = new Set<string>();
  for (const batch of rangeBatches(changes)) {
    const loaded = await host.batch((context) => ({
      protections: names.map((name) => {
        const { protection } = context.workbook.worksheets.getItem(name);
        protection.load('protected');
        return { name, protection };
      }),
      ranges: batch.map((place) => loadCells(context, place)),
    }));
    if (!loaded.ok) return failure(await namingSheet(host, loaded.fault, names));
    for (const { name, protection } of loaded.value.protections) {
      if (protection.protected) protectedSheets.add(name);
    }
    for (const range of loaded.value.ranges) takeCells(range, standing);
  }
  const decided = decideChanges(
    changes,
    changes.map((change) => standing.get(change) ?? { content: '', numberFormat: 'General' }),
  );
  const guarded = decided.steps
    .map(({ change }) => change)
    .filter(({ sheet }) => protectedSheets.has(sheet));
  const locked = await firstLockedSheet(host, guarded);
  if (!locked.ok) return locked;
  if (locked.value !== null) return failure({ code: 'sheetProtected', sheet: locked.value });
  return success(decided);
}

async function writeSteps(
  host: ExcelHost,
  steps: readonly CellStep[],
): Promise<Result<null, HostFault>> {
  const byCell = new CellMap<CellStep>();
  for (const step of steps) byCell.put(step.change, step);
  const wrongFormats: SheetRange[] = [];
  const notWritten: CellStep[] = [];
  for (const batch of rangeBatches(steps.map(({ change }) => change))) {
    const written = await writeBatch(host, batch, byCell);
    if (!written.ok) return written;
    notWritten.push(...written.value.notWritten);
    wrongFormats.push(...written.value.wrongFormats);
  }
  if (wrongFormats.length > 0) {
    const restored = await host.silentBatch((context) => {
      for (const place of wrongFormats) {
        setFormats(context, place, byCell, ({ after }) => after.numberFormat);
      }
    });
    if (!restored.ok) return restored;
  }
  const [first] = notWritten;
  if (first === undefined) return success(null);
  const { sheet } = first.change;
  const cells = notWritten
    .filter(({ change }) => change.sheet === sheet)
    .map(({ change }) => change.cell);
  return failure({ code: 'notWritten', sheet, cells });
}

async function writeBatch(
  host: ExcelHost,
  batch: readonly SheetRange[],
  steps: CellMap<CellStep>,
): Promise<
  Result<{ notWritten: readonly CellStep[]; wrongFormats: readonly SheetRange[] }, HostFault>
> {
  const written = await host.silentBatch((context) => {
    for (const place of batch) {
      const rows = stepsIn(place, steps);
      // Before the content: under the text format Excel would keep a number as text.
      if (rows.flat().some((step) => step !== null && setsFormat(step))) {
        setFormats(context, place, steps, formatOfEntry);
      }
      rangeOf(context, place).formulas = rows.map((row) =>
        row.map((step) =>
          step === null ? null : entryFor(step.after.content, formatOfEntry(step)),
        ),
      );
    }
    // Read back after all of them, as a later one may change what an earlier one shows.
    return batch.map((place) => loadCells(context, place));
  });
  if (!written.ok) {
    const names = batch.map(({ sheet }) => sheet);
    return failure(await namingSheet(host, written.fault, names));
  }
  const notWritten: CellStep[] = [];
  const wrongFormats: SheetRange[] = [];
  for (const cells of written.value) {
    const { place, range } = cells;
    const unlike = { format: false };
    eachCell(place, (row, column, rowOffset, columnOffset) => {
      const step = steps.at(place.sheet, row, column);
      if (step === undefined) return;
      const { after } = step;
      if (!holds(answerAt(cells, rowOffset, columnOffset), after.content)) notWritten.push(step);
      const format = formatAt(range, rowOffset, columnOffset);
      if (!sameNumberFormat(format, after.numberFormat)) unlike.format = true;
    });
    if (unlike.format) wrongFormats.push(place);
  }
  return success({ notWritten, wrongFormats });
}

/** A number or formula in a text cell is written under another format; the cell's own follows. */
function formatOfEntry({ after }: CellStep): string {
  return entryFormat(after.content, after.numberFormat);
}

function setsFormat(step: CellStep): boolean {
  return !sameNumberFormat(formatOfEntry(step), step.before.numberFormat);
}

function setFormats(
  context: Excel.RequestContext,
  place: SheetRange,
  steps: CellMap<CellStep>,
  formatOf: (step: CellStep) => string,
): void {
  rangeOf(context, place).numberFormat = stepsIn(place, steps).map((row) =>
    row.map((step) => (step === null ? null : formatOf(step))),
  );
}

/** The changes of a range by row and column. */
function stepsIn({ sheet, range }: SheetRange, steps: CellMap<CellStep>): (CellStep | null)[][] {
  const rows: (CellStep | null)[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: (CellStep | null)[] = [];
    for (let column = range.left; column <= range.right; column += 1) {
      cells.push(steps.at(sheet, row, column) ?? null);
    }
    rows.push(cells);
  }
  return rows;
}
