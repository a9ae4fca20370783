/** A worksheet as it stands, moved about in and typed into; only what is in sight is drawn of a long one. */
import { mergeClasses } from '@fluentui/react-components';
import type { ClipboardEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MarkKind } from '../../application/markRules';
import type { CellPosition } from '../../domain/grid';
import { cellAddress, columnLetters } from '../../domain/grid';
import type { PageTexts } from '../../wording/page';
import type { DrawnSheet } from './drawnSheet';
import { GridRow } from './GridRow';
import type { InSight } from './inSight';
import { offsetsOf, scrolledTo, stretchInSight } from './inSight';
import { movedBy } from './moving';
import { copiedTable, pastedTable } from './pastedTable';
import { headingHeight, headingWidth, useTableStyles } from './tableStyles';
import { useViewport } from './useViewport';

/** How a value is called that was copied on this page. */
const ownKind = 'text/x-purchase-services-cell';

/** Rows and columns that are drawn beyond what is in sight. */
const moreRows = 12;
const moreColumns = 4;

export interface SheetGridProps {
  readonly sheet: DrawnSheet;
  readonly active: CellPosition;
  /** Changes whenever the active cell is to be brought into sight. */
  readonly shownAt: number;
  /** Marks by address. */
  readonly marks: ReadonlyMap<string, MarkKind>;
  /** Addresses of the cells that the item looked at is about. */
  readonly concerned: ReadonlySet<string>;
  readonly colours: 'file' | 'own';
  readonly words: PageTexts['table'];
  readonly onSelect: (place: CellPosition) => void;
  /** What was typed into a cell is to stand there; false where something is to be said of it first. */
  readonly onEnter: (place: CellPosition, text: string) => boolean;
  /** A block of texts is to stand in the cells from one on. */
  readonly onPaste: (place: CellPosition, rows: readonly (readonly string[])[]) => void;
  /** The active cell was to be typed into, and is locked. */
  readonly onLocked: () => void;
}

export function SheetGrid(props: SheetGridProps) {
  const { sheet, active, shownAt, marks, concerned, colours, words } = props;
  const { onSelect, onEnter, onPaste, onLocked } = props;
  const styles = useTableStyles();
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const { scroller, viewport } = useViewport();
  const isTouched = useRef(false);
  const [typed, setTyped] = useState<string | null>(null);
  const rows = useMemo(() => offsetsOf(sheet.rowHeights), [sheet.rowHeights]);
  const columns = useMemo(() => offsetsOf(sheet.columnWidths), [sheet.columnWidths]);
  const inSight = useSteady({
    rows: stretchInSight(rows, viewport.top, viewport.height, moreRows),
    columns: stretchInSight(columns, viewport.left, viewport.width, moreColumns),
  });

  // The active cell is brought into sight when it is another one, and when somebody leads there.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const { clientHeight, clientWidth, scrollTop, scrollLeft } = element;
    const height = clientHeight - headingHeight;
    const width = clientWidth - headingWidth;
    if (height <= 0 || width <= 0) return;
    element.scrollTo({
      top: scrolledTo(rows, active.row, scrollTop, height, 4),
      left: scrolledTo(columns, active.column, scrollLeft, width, 4),
    });
  }, [scroller, rows, columns, active, shownAt]);

  const address = cellAddress(active.row, active.column);
  const end = (how: 'down' | 'right' | 'stay' | 'cancel') => {
    const isOther =
      how !== 'cancel' &&
      typed !== null &&
      typed !== sheet.view.editTextAt(active.row, active.column);
    const goesOn = !isOther || onEnter(active, typed);
    setTyped(null);
    if (how === 'stay') return;
    table.current?.focus({ preventScroll: true });
    // What is said of a cell is read beside it.
    if (!goesOn) return;
    const key = how === 'down' ? 'ArrowDown' : how === 'right' ? 'ArrowRight' : null;
    const next = key === null ? null : movedBy(sheet, active, { key, isFar: false, page: 1 });
    if (next !== null) onSelect(next);
  };
  const latestEnd = useRef(end);
  useEffect(() => {
    latestEnd.current = end;
  });
  const stableEnd = useCallback((how: 'down' | 'right' | 'stay' | 'cancel') => {
    latestEnd.current(how);
  }, []);

  const begin = ({ row, column }: CellPosition, text: string) => {
    if (sheet.view.whyFixed(row, column) === 'locked') onLocked();
    else setTyped(text);
  };
  const press = (event: KeyboardEvent) => {
    if (typed !== null) return;
    const { key, ctrlKey, metaKey, altKey } = event;
    const page = Math.max(1, inSight.rows.end - inSight.rows.first - 2 * moreRows);
    const next = altKey ? null : movedBy(sheet, active, { key, isFar: ctrlKey || metaKey, page });
    if (next !== null) onSelect(next);
    else if (ctrlKey || metaKey || altKey) return;
    else if (key === 'F2' || key === 'Enter')
      begin(active, sheet.view.editTextAt(active.row, active.column));
    else if (key === 'Delete' || key === 'Backspace') onEnter(active, '');
    else if (key.length === 1 || key === 'Process') {
      // The editor has the focus before the key, or the input method, writes into it.
      flushSync(() => {
        begin(active, '');
      });
      return;
    } else return;
    event.preventDefault();
  };
  const choose = (target: EventTarget) => {
    const place = placeOf(target);
    if (place === null) return;
    onSelect(place);
    table.current?.focus({ preventScroll: true });
  };
  const point = (event: PointerEvent) => {
    // A finger may have come to scroll; where it taps is known when it leaves.
    isTouched.current = event.pointerType === 'touch';
    if (!isTouched.current) choose(event.target);
  };
  const tap = (event: MouseEvent) => {
    // The second tap of two has opened the editor, which keeps the keyboard.
    if (isTouched.current && typed === null) choose(event.target);
  };
  const copy = (event: ClipboardEvent) => {
    if (typed !== null || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    const { row, column } = active;
    // Other programs take what is shown; here it is the value, of which less may be shown.
    event.clipboardData.setData('text/plain', copiedTable([[sheet.view.textAt(row, column)]]));
    event.clipboardData.setData(ownKind, sheet.view.valueTextAt(row, column));
  };
  const paste = (event: ClipboardEvent) => {
    if (typed !== null) return;
    event.preventDefault();
    const own = event.clipboardData.getData(ownKind);
    const rows = own === '' ? pastedTable(event.clipboardData.getData('text/plain')) : [[own]];
    const [[text] = [], ...others] = rows;
    if (text === undefined) return;
    if (others.length === 0 && rows[0]?.length === 1) {
      if (sheet.view.whyFixed(active.row, active.column) === 'locked') onLocked();
      else onEnter(active, text);
    } else onPaste(active, rows);
  };

  const { first, end: last } = inSight.columns;
  const left = columns[first] ?? 0;
  const right = (columns[columns.length - 1] ?? 0) - (columns[last] ?? 0);
  const shown = range(first, last).filter((at) => (sheet.columnWidths[at] ?? 0) > 0);
  const shownRows = range(inSight.rows.first, inSight.rows.end).filter(
    (at) => (sheet.rowHeights[at] ?? 0) > 0,
  );
  const above = rows[inSight.rows.first] ?? 0;
  const below = (rows[rows.length - 1] ?? 0) - (rows[inSight.rows.end] ?? 0);
  const isDrawn =
    active.row >= inSight.rows.first &&
    active.row < inSight.rows.end &&
    active.column >= first &&
    active.column < last;
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        ref={table}
        role="grid"
        tabIndex={0}
        className={styles.table}
        aria-label={words.grid(sheet.view.name)}
        aria-rowcount={sheet.rowHeights.length + 1}
        aria-colcount={sheet.columnWidths.length + 1}
        aria-activedescendant={isDrawn ? `${id}-${address}` : undefined}
        style={{ width: headingWidth + (columns[columns.length - 1] ?? 0) }}
        onKeyDown={press}
        onPointerDown={point}
        onClick={tap}
        onDoubleClick={(event) => {
          const place = placeOf(event.target);
          if (place !== null) begin(place, sheet.view.editTextAt(place.row, place.column));
        }}
        onCopy={copy}
        onPaste={paste}
      >
        <colgroup>
          <col style={{ width: headingWidth }} />
          {left === 0 ? null : <col style={{ width: left }} />}
          {shown.map((at) => (
            <col key={at} style={{ width: sheet.columnWidths[at] }} />
          ))}
          {right === 0 ? null : <col style={{ width: right }} />}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={{ height: headingHeight }}>
            <td className={mergeClasses(styles.heading, styles.corner)} />
            {left === 0 ? null : <td aria-hidden className={styles.spacer} />}
            {shown.map((at) => (
              <th
                key={at}
                scope="col"
                aria-colindex={at + 2}
                className={mergeClasses(
                  styles.heading,
                  styles.letters,
                  at === active.column && styles.here,
                )}
              >
                {columnLetters(at)}
              </th>
            ))}
            {right === 0 ? null : <td aria-hidden className={styles.spacer} />}
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} />
          {shownRows.map((row) => (
            <GridRow
              key={row}
              id={id}
              sheet={sheet}
              row={row}
              inSight={inSight}
              hasSpacers={{ left: left > 0, right: right > 0 }}
              active={active.row === row ? active : null}
              typed={active.row === row ? typed : null}
              marks={marks}
              concerned={concerned}
              colours={colours}
              words={words}
              onTyped={setTyped}
              onEnd={stableEnd}
            />
          ))}
          <Spacer height={below} />
        </tbody>
      </table>
    </div>
  );
}

/** The same object as long as it says the same, so that rows need not be drawn anew. */
function useSteady(inSight: InSight): InSight {
  const { rows, columns } = inSight;
  return useMemo(
    () => ({
      rows: { first: rows.first, end: rows.end },
      columns: { first: columns.first, end: columns.end },
    }),
    [rows.first, rows.end, columns.first, columns.end],
  );
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
}

/** Stands for the rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  const styles = useTableStyles();
  if (height === 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td className={styles.spacer} />
    </tr>
  );
}

/** The cell that was pointed at; null for a heading. */
function placeOf(target: EventTarget): CellPosition | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null;
  if (cell === null) return null;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
