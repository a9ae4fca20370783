/** One row of a sheet, as far as its columns are in sight; merged areas are cut at the edges of what is drawn. */
import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { MarkKind } from '../../application/markRules';
import type { Cell, CellPosition, CellRange } from '../../domain/grid';
import { cellAddress, cellAt, isCellError } from '../../domain/grid';
import type { PageTexts } from '../../wording/page';
import type { DrawnSheet } from './drawnSheet';
import { areaAt, isFigure } from './drawnSheet';
import { GridCell } from './GridCell';
import type { InSight } from './inSight';
import { useTableStyles } from './tableStyles';

interface GridRowProps {
  /** Ids of cells begin with it. */
  readonly id: string;
  readonly sheet: DrawnSheet;
  readonly row: number;
  readonly inSight: InSight;
  readonly hasSpacers: { readonly left: boolean; readonly right: boolean };
  /** The active cell, where it is in this row. */
  readonly active: CellPosition | null;
  readonly typed: string | null;
  readonly marks: ReadonlyMap<string, MarkKind>;
  readonly concerned: ReadonlySet<string>;
  readonly colours: 'file' | 'own';
  readonly words: PageTexts['table'];
  readonly onTyped: (text: string) => void;
  readonly onEnd: (how: 'down' | 'right' | 'stay' | 'cancel') => void;
}

function GridRowView(props: GridRowProps) {
  const { id, sheet, row, inSight, hasSpacers, active, typed, marks, concerned, words } = props;
  const styles = useTableStyles();
  return (
    <tr aria-rowindex={row + 2} style={{ height: sheet.rowHeights[row] ?? 0 }}>
      <th
        scope="row"
        aria-colindex={1}
        className={mergeClasses(styles.heading, styles.number, active !== null && styles.here)}
      >
        {row + 1}
      </th>
      {hasSpacers.left ? <td aria-hidden className={styles.spacer} /> : null}
      {cellsOf(sheet, row, inSight).map(({ anchor, drawn }) => {
        const address = cellAddress(anchor.row, anchor.column);
        const { view } = sheet;
        const look = view.lookAt(anchor.row, anchor.column);
        const across = acrossOf(look.horizontal, cellAt(view.grid, anchor.row, anchor.column));
        const mark = marks.get(address) ?? null;
        const isActive =
          active !== null && active.row === anchor.row && active.column === anchor.column;
        return (
          <GridCell
            key={drawn.left}
            id={`${id}-${address}`}
            row={anchor.row}
            column={anchor.column}
            rowSpan={seenIn(sheet.rowHeights, drawn.top, drawn.bottom)}
            columnSpan={seenIn(sheet.columnWidths, drawn.left, drawn.right)}
            height={heightOf(sheet, drawn) - 1}
            text={view.textAt(anchor.row, anchor.column)}
            look={look}
            across={across}
            mayOverflow={overflows(sheet, drawn, across)}
            mark={mark}
            markName={mark === null ? '' : words.marks[mark]}
            isActive={isActive}
            isConcerned={concerned.has(address)}
            typed={isActive ? typed : null}
            colours={props.colours}
            editorLabel={words.content(address)}
            onTyped={props.onTyped}
            onEnd={props.onEnd}
          />
        );
      })}
      {hasSpacers.right ? <td aria-hidden className={styles.spacer} /> : null}
    </tr>
  );
}

export const GridRow = memo(GridRowView);

/** A cell to be drawn: the merged area's first cell, and the part of the area that is drawn. */
interface PlacedCell {
  readonly anchor: CellPosition;
  readonly drawn: CellRange;
}

/** The cells that begin in a row of what is drawn; an area that began above it begins with the first row in sight. */
function cellsOf(
  { view: { merges }, rowHeights, columnWidths }: DrawnSheet,
  row: number,
  { rows, columns }: InSight,
): PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (let column = columns.first; column < columns.end;) {
    if ((columnWidths[column] ?? 0) === 0) {
      column += 1;
      continue;
    }
    const area = areaAt(merges, { row, column });
    const drawn = {
      top: Math.max(area.top, rows.first),
      left: Math.max(area.left, columns.first),
      bottom: Math.min(area.bottom, rows.end - 1),
      right: Math.min(area.right, columns.end - 1),
    };
    const begins = seenIn(rowHeights, drawn.top, row) === 1;
    if (begins) cells.push({ anchor: { row: area.top, column: area.left }, drawn });
    column = drawn.right + 1;
  }
  return cells;
}

function heightOf({ rowHeights }: DrawnSheet, { top, bottom }: CellRange): number {
  let height = 0;
  for (let row = top; row <= bottom; row += 1) height += rowHeights[row] ?? 0;
  return Math.max(1, height);
}

/** How many are not hidden, of those from one to another; hidden ones are not drawn at all. */
function seenIn(sizes: readonly number[], first: number, last: number): number {
  let seen = 0;
  for (let at = first; at <= last; at += 1) if ((sizes[at] ?? 0) > 0) seen += 1;
  return seen;
}

/** A text goes on over the cell that follows it where that one is empty; a figure is never cut off. */
function overflows(
  { view }: DrawnSheet,
  { top, left, bottom, right }: CellRange,
  across: 'start' | 'center' | 'end',
): boolean {
  if (isFigure(cellAt(view.grid, top, left))) return true;
  if (top !== bottom || left !== right || across !== 'start') return false;
  if (view.lookAt(top, left).wraps) return false;
  return view.textAt(top, right + 1) === '';
}

/** Numbers stand to the right, truth values and errors in the middle, where the file does not say. */
function acrossOf(
  horizontal: 'general' | 'left' | 'center' | 'right',
  cell: Cell | undefined,
): 'start' | 'center' | 'end' {
  if (horizontal === 'left') return 'start';
  if (horizontal === 'center') return 'center';
  if (horizontal === 'right') return 'end';
  if (isFigure(cell)) return 'end';
  const value = cell?.value ?? null;
  return typeof value === 'boolean' || isCellError(value) ? 'center' : 'start';
}
