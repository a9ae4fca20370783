/** What do tests of the application need? A workbook, this machine's store, and the log of our writes. */
import { UndoLog } from '../../src/application/undoLog';
import type { CellSnapshot } from '../../src/application/cellContent';
import type { LocalStorePort, Reads } from '../../src/application/ports';
import type { Grid } from '../../src/domain/grid';
import { cellAddress } from '../../src/domain/grid';
import type { LayoutCell, SheetLayout } from '../../src/domain/template/layout';
import { standardTemplate } from '../../src/domain/template/standardTemplate';
import { MemoryWorkbook } from '../memory/MemoryWorkbook';

/** The machine's store, in memory. */
export class MemoryStore implements LocalStorePort {
  readonly items = new Map<string, string>();
  refuses = false;

  read(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  write(key: string, value: string | null): boolean {
    if (value === null) this.items.delete(key);
    else if (this.refuses) return false;
    else this.items.set(key, value);
    return true;
  }
}

/** A workbook in memory, with what our writes need around it. */
export interface OpenWorkbook {
  readonly workbook: MemoryWorkbook;
  readonly store: MemoryStore;
  readonly log: UndoLog;
}

/** Where the workbook of the tests lies. */
export const documentUrl = 'D:\\报表\\统计表.xlsx';

/** Opens sheets in memory. */
export function openMemory(content: readonly SheetLayout[]): OpenWorkbook {
  const store = new MemoryStore();
  return { workbook: MemoryWorkbook.ofLayouts(content), store, log: newLog(store) };
}

/** The log of a pane that has just been opened. */
export function newLog(store: LocalStorePort, url: string | null = documentUrl): UndoLog {
  return new UndoLog(
    store,
    { documentUrl: url, locateDocument: () => Promise.resolve() },
    () => new Date('2020-03-01T08:00:00Z'),
  );
}

/** Every cell of the named sheets down to a row and up to a column: content and number format. */
export async function everyCell(
  workbook: Reads,
  names: readonly string[],
  { rows, columns } = { rows: 27, columns: 13 },
): Promise<readonly CellSnapshot[]> {
  const cells = names.flatMap((sheet) =>
    Array.from({ length: rows * columns }, (_, at) => ({
      sheet,
      cell: cellAddress(Math.floor(at / columns), at % columns),
    })),
  );
  const read = await workbook.readCells(cells);
  if (!read.ok) throw new Error(read.fault.code);
  return read.value;
}

/** Changes to the layout of a sheet: addresses as row and column, null for a cell without content. */
export function withContents(
  layout: SheetLayout,
  contents: readonly (readonly [row: number, column: number, content: string | number | null])[],
): SheetLayout {
  const changed = new Set(contents.map(([row, column]) => `${String(row)},${String(column)}`));
  const kept = layout.cells.filter(
    ({ row, column }) => !changed.has(`${String(row)},${String(column)}`),
  );
  const added = contents.flatMap(([row, column, content]): LayoutCell[] =>
    content === null ? [] : [{ row, column, content }],
  );
  return { ...layout, cells: [...kept, ...added] };
}

/** A sheet as read, to be written into a file. */
export function layoutOfGrid(grid: Grid): SheetLayout {
  const [plain] = standardTemplate({
    forms: ['table1'],
    reportingUnit: '',
    fiscalYear: null,
    currencyUnit: 'tenThousandYuan',
    edition: 'form2019',
    protect: false,
  });
  if (plain === undefined) throw new Error('one sheet');
  const cells: LayoutCell[] = [];
  const formats: SheetLayout['formats'][number][] = [];
  grid.rows.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (cell === undefined) return;
      const range = { top: row, left: column, bottom: row, right: column };
      formats.push({ range, numberFormat: cell.numberFormat });
      const content = cell.formula ?? cell.value;
      if (typeof content === 'string' || typeof content === 'number') {
        cells.push({ row, column, content });
      }
    });
  });
  return { ...plain, name: grid.name, cells, formats, merges: [], validations: [] };
}
