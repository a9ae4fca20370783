/** Which columns of a sheet are hidden or narrow, however often and in whatever order the file says so? */
import type { Grid } from '../domain/grid';
import type { CellBudget } from './cellBudget';

/** In characters: a column narrower than this shows nothing, as if it were hidden. */
const narrowestColumn = 0.5;
/** In points, the same of a row. */
const lowestRow = 4;

/** What is seen of a row or column of a size that is stated: Excel hides what has none. */
export function seenOf(
  what: 'row' | 'column',
  isHidden: boolean,
  size: number,
): 'seen' | 'squeezed' | 'hidden' {
  if (isHidden || size === 0) return 'hidden';
  return size < (what === 'row' ? lowestRow : narrowestColumn) ? 'squeezed' : 'seen';
}

/** What a grid says of rows and columns in which nothing is seen. */
export function squeezedParts(
  rows: ReadonlySet<number>,
  columns: ReadonlySet<number>,
): Pick<Grid, 'squeezed'> {
  return rows.size + columns.size === 0 ? {} : { squeezed: { rows, columns } };
}

/**
 * Gathers stretches of such columns. Each costs the same however long it is, and however many of
 * them cover the same columns.
 */
export class HiddenColumns {
  /** By column: stretches that begin there, less those that ended before it. */
  private readonly changes = new Map<number, number>();

  /** Takes a stretch, both ends included and zero-based. */
  take(first: number, last: number): void {
    if (last < first) return;
    this.changes.set(first, (this.changes.get(first) ?? 0) + 1);
    this.changes.set(last + 1, (this.changes.get(last + 1) ?? 0) - 1);
  }

  /**
   * Those among the first `width`: what lies right of everything in the sheet is often
   * hidden to the very edge, and says nothing.
   *
   * @throws FileFaultError tooLarge (cells): a column of one sheet counts as a cell.
   */
  within(width: number, budget: CellBudget): ReadonlySet<number> {
    const hidden = new Set<number>();
    let open = 0;
    let from = 0;
    for (const [column, change] of [...this.changes].sort(([a], [b]) => a - b)) {
      if (open > 0) {
        const until = Math.min(column, width);
        if (until > from) budget.takeCells(until - from);
        for (let at = from; at < until; at += 1) hidden.add(at);
      }
      open += change;
      from = column;
    }
    return hidden;
  }
}
