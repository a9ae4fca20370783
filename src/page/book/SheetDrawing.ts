/** What does the page draw of one sheet? Its state at a moment, with sizes and looks as far as the file says. */
import { contentOf } from '../../application/cellContent';
import { cellAt, type CellRange, type Grid } from '../../domain/grid';
import { readEntry } from '../../workbook/entry';
import { builtOf } from './builtLooks';
import type { BookSheet } from './BookSheet';
import type { SheetLooks, LookStyle } from './bookFiles';
import { displayedText, plainNumber } from './displayedText';
import { plainLook, styleAt } from './looks';
import type { CellLook, SheetView } from './openedBook';

/** Characters that a column is wide where nothing is said, as in Excel. */
const usualWidth = 8.43;

export class SheetDrawing implements SheetView {
  readonly name: string;
  readonly visibility: Grid['visibility'];
  readonly isProtected: boolean;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly rowCount: number;
  readonly columnCount: number;

  /** @param looks what the file says, null where it does not */
  constructor(
    private readonly sheet: BookSheet,
    readonly grid: Grid,
    private readonly looks: {
      readonly sheet: SheetLooks;
      readonly styles: readonly LookStyle[];
    } | null,
  ) {
    this.name = grid.name;
    this.visibility = grid.visibility;
    this.isProtected = sheet.protection !== null;
    this.merges = [...sheet.merges];
    this.hiddenRows = grid.hiddenRows;
    this.hiddenColumns = grid.hiddenColumns;
    const { origin } = sheet;
    const laidOut = origin.kind === 'laidOut' ? builtOf(origin.layout) : null;
    this.rowCount = Math.max(
      grid.rows.length,
      ...this.merges.map(({ bottom }) => bottom + 1),
      laidOut?.rowCount ?? 0,
    );
    let columns = Math.max(0, ...this.merges.map(({ right }) => right + 1));
    grid.rows.forEach((line) => (columns = Math.max(columns, line?.length ?? 0)));
    this.columnCount = Math.max(columns, laidOut?.columnCount ?? 0);
  }

  columnWidth(column: number): number {
    const { origin } = this.sheet;
    if (origin.kind === 'laidOut') return builtOf(origin.layout).columnWidth(column) ?? usualWidth;
    const sheet = this.looks?.sheet;
    const known = sheet?.columns.find(({ first, last }) => column >= first && column <= last);
    return known?.width ?? sheet?.defaultWidth ?? usualWidth;
  }

  rowHeight(row: number): number | null {
    const { origin } = this.sheet;
    if (origin.kind === 'laidOut') return builtOf(origin.layout).rowHeight(row);
    return this.looks?.sheet.rowHeights.get(row) ?? null;
  }

  lookAt(row: number, column: number): CellLook {
    const { origin } = this.sheet;
    if (origin.kind === 'laidOut') return builtOf(origin.layout).lookAt(row, column);
    if (this.looks === null) return plainLook;
    return this.looks.styles[styleAt(this.looks.sheet, row, column)] ?? plainLook;
  }

  textAt(row: number, column: number): string {
    return displayedText(cellAt(this.grid, row, column));
  }

  editTextAt(row: number, column: number): string {
    const cell = cellAt(this.grid, row, column);
    if (cell === undefined) return '';
    if (cell.formula !== null) return cell.formula;
    if (typeof cell.value === 'number') return plainNumber(cell.value);
    return String(contentOf(cell.value));
  }

  valueTextAt(row: number, column: number): string {
    const value = this.grid.rows[row]?.[column]?.value ?? null;
    if (value === null) return '';
    if (typeof value === 'number') return plainNumber(value);
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'object') return value.error;
    // A text that would be read as something else is told to be one.
    return /^'/.test(value) || typeof readEntry(value, 'General').value !== 'string'
      ? `'${value}`
      : value;
  }

  whyFixed(row: number, column: number): 'locked' | 'merged' | null {
    if (this.sheet.anchorOf({ row, column }) !== null) return 'merged';
    return this.sheet.isLocked({ row, column }) ? 'locked' : null;
  }
}
