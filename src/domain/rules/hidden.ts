/** Is every figure to be seen: not in a row or column that is hidden or has no room, not under a merge? */
import { formatAmount } from '../amount';
import type { DetailOf } from '../finding';
import type { CellRange } from '../grid';
import { columnLetters, rangeAddress } from '../grid';
import type { Figure, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { judged } from './outcome';

/** S-010: one check per row or column inside the table that is hidden, or as good as. */
export function checkHiddenFigures(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) => {
    const { grid, bodyTop, range } = table.table;
    const outcomes: Outcome[] = [];
    const lineAt = new Map(table.lines.map((view) => [view.line.row, view]));
    for (let row = bodyTop; row <= range.bottom; row += 1) {
      const isSqueezed = grid.squeezed?.rows.has(row) === true;
      if (!grid.hiddenRows.has(row) && !isSqueezed) continue;
      const line = lineAt.get(row);
      const held = line?.all.filter((figure) => !figure.blank) ?? [];
      const [name, about] = [String(row + 1), line?.key ?? ''];
      outcomes.push(hiddenOutcome(table, held, { what: 'row', isSqueezed, name, about }));
    }
    for (const column of new Set(table.figures.map((figure) => figure.column))) {
      const isSqueezed = grid.squeezed?.columns.has(column) === true;
      if (!grid.hiddenColumns.has(column) && !isSqueezed) continue;
      const held = table.figures.filter((figure) => figure.column === column && !figure.blank);
      const [first] = held;
      const about = first === undefined ? '' : `${first.block}|${first.measure}`;
      const name = columnLetters(column);
      outcomes.push(hiddenOutcome(table, held, { what: 'column', isSqueezed, name, about }));
    }
    return outcomes;
  });
}

function hiddenOutcome(
  table: TableView,
  held: readonly Figure[],
  hidden: Pick<DetailOf<'hidden'>, 'what' | 'isSqueezed' | 'name' | 'about'>,
): Outcome {
  return judged(
    held.length === 0
      ? null
      : {
          sheet: table.sheet,
          cells: held.map((figure) => figure.address),
          detail: { kind: 'hidden', form: table.form, ...hidden },
        },
  );
}

/**
 * S-020: one check per merged area among the figures; none where the source cannot tell merges. Excel
 * shows an area's first cell only, and adds up what is left in the others.
 */
export function checkFiguresUnderMerges(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) => {
    const merges = mergesAmongFigures(table);
    if (merges.length === 0) return [];
    const byPosition = new Map(table.figures.map((figure) => [positionKey(figure), figure]));
    return merges.map((area) => {
      const hidden: Figure[] = [];
      let about: string | null = null;
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) {
          const figure = byPosition.get(positionKey({ row, column }));
          const isShown = row === area.merge.top && column === area.merge.left;
          if (figure === undefined || isShown) continue;
          about ??= figure.id;
          if (counts(figure)) hidden.push(figure);
        }
      }
      return judged(
        hidden.length === 0
          ? null
          : {
              sheet: table.sheet,
              cells: hidden.map((figure) => figure.address),
              detail: {
                kind: 'underMerge',
                area: rangeAddress(area.merge),
                about: about ?? '',
                hidden: hidden.map((figure) => ({
                  place: placeOf(figure),
                  stated: formatAmount(figure.amount ?? 0n),
                })),
              },
            },
      );
    });
  });
}

/** What is no number is named as that, and adds nothing. */
function counts({ blank, amount }: Figure): boolean {
  return !blank && amount !== null;
}

function positionKey({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row},${column}`;
}

/** What of a merged area lies among the figures of a table. */
interface MergeAmongFigures extends CellRange {
  readonly merge: CellRange;
}

function mergesAmongFigures({ table }: TableView): MergeAmongFigures[] {
  const { grid, bodyTop, range } = table;
  // Merged areas do not overlap; in a workbook where they do, no cell is looked at more than once.
  let cells = (range.bottom - bodyTop + 1) * (range.right - range.left + 1);
  const found: MergeAmongFigures[] = [];
  for (const merge of grid.merges ?? []) {
    const top = Math.max(merge.top, bodyTop);
    const bottom = Math.min(merge.bottom, range.bottom);
    const left = Math.max(merge.left, range.left);
    const right = Math.min(merge.right, range.right);
    if (top > bottom || left > right) continue;
    cells -= (bottom - top + 1) * (right - left + 1);
    if (cells < 0) break;
    found.push({ merge, top, bottom, left, right });
  }
  return found;
}
