/** Plans and carries out writes on grids, as Excel would without a screen. */
import { numberFromAmount } from '../../../src/domain/amount';
import { planFill } from '../../../src/domain/fill/planFill';
import type {
  FillMode,
  PlannedContent,
  PlannedChange,
  ChangePlan,
} from '../../../src/domain/fill/plannedChange';
import type { Cell, Grid, WorkbookGrids } from '../../../src/domain/grid';
import { parseAddress } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import type { Changes } from '../forms';
import { changed, grid } from '../forms';

/** The recognised pairs of a workbook. */
export function pairsOf(workbook: WorkbookGrids): UnitReturn[] {
  return viewReturns(recogniseWorkbook(workbook).returns, workbook);
}

/** What filling would write. */
export function previewOf(workbook: WorkbookGrids, mode: FillMode): ChangePlan {
  return planFill(pairsOf(workbook), mode);
}

/**
 * The workbook after writes, and after changes to its first sheet; formulas that were written are
 * not calculated yet.
 */
export function afterWriting(
  workbook: WorkbookGrids,
  writes: readonly PlannedChange[],
  changes: Changes = {},
): WorkbookGrids {
  return {
    sheets: workbook.sheets.map((sheet, index) => {
      const own = writes.filter(({ place }) => place.sheet === sheet.name);
      const cells = new Map(own.map((write) => [write.place.cell, writtenCell(sheet, write)]));
      if (index === 0) {
        const fresh = grid('', changed({}, changes));
        for (const address of Object.keys(changes)) {
          const at = parseAddress(address);
          const cell = at === null ? undefined : fresh.rows[at.row]?.[at.column];
          if (cell !== undefined) cells.set(address, cell);
        }
      }
      return withCells(sheet, cells);
    }),
  };
}

function writtenCell(sheet: Grid, { place, then }: PlannedChange): Cell {
  const at = parseAddress(place.cell);
  const before = at === null ? undefined : sheet.rows[at.row]?.[at.column];
  const numberFormat = then.numberFormat ?? before?.numberFormat ?? 'General';
  const content = writtenContent(then);
  return typeof content === 'string'
    ? { value: null, formula: content, numberFormat }
    : { value: content, formula: null, numberFormat };
}

/** What a cell will hold: exact figures as the number nearest to them. */
export function writtenContent({ content }: PlannedContent): string | number {
  return typeof content === 'bigint' ? numberFromAmount(content) : content;
}

function withCells(sheet: Grid, cells: ReadonlyMap<string, Cell>): Grid {
  const rows = sheet.rows.map((row) => [...(row ?? [])]);
  for (const [address, cell] of cells) {
    const at = parseAddress(address);
    if (at !== null) (rows[at.row] ??= [])[at.column] = cell;
  }
  return { ...sheet, rows };
}
