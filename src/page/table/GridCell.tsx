/** One cell of a sheet: what it shows, how it is marked, and its editor while it is typed into. */
import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { MarkKind } from '../../application/markRules';
import { useUnseen } from '../../taskpane/parts/unseen';
import { CellEditor } from './CellEditor';
import type { CellLook } from '../book/openedBook';
import { fontPixels } from './drawnSheet';
import { useTableStyles } from './tableStyles';

interface GridCellProps {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** In pixels. */
  readonly height: number;
  /** What it shows; empty where it holds nothing. */
  readonly text: string;
  readonly look: CellLook;
  /** Where its text stands. */
  readonly across: 'start' | 'center' | 'end';
  /** Whether its text may go on over the cell beside it, which is empty. */
  readonly mayOverflow: boolean;
  readonly mark: MarkKind | null;
  /** What the mark means, for those who do not see it. */
  readonly markName: string;
  readonly isActive: boolean;
  /** Whether the item that is looked at is about it. */
  readonly isConcerned: boolean;
  /** What is typed into it; null while nothing is. */
  readonly typed: string | null;
  /** Whether colours of the file are shown; not on dark ground. */
  readonly colours: 'file' | 'own';
  readonly editorLabel: string;
  readonly onTyped: (text: string) => void;
  readonly onEnd: (how: 'down' | 'right' | 'stay' | 'cancel') => void;
}

export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { look, mark, isActive, isConcerned, typed, height, colours } = props;
  const styles = useTableStyles();
  const fill = mark === null && colours === 'file' ? look.fill : null;
  const { top, right, bottom, left, diagonal } = look.lines;
  return (
    <td
      id={props.id}
      data-row={props.row}
      data-column={props.column}
      rowSpan={props.rowSpan}
      colSpan={props.columnSpan}
      aria-colindex={props.column + 2}
      aria-selected={isActive}
      className={mergeClasses(
        styles.cell,
        (bottom || (top && props.row === 0)) && styles.lineBelow,
        (right || (left && props.column === 0)) && styles.lineBeside,
        diagonal && styles.diagonal,
        isActive && styles.active,
        isConcerned && styles.concerned,
      )}
      style={fill === null ? undefined : { backgroundColor: fill }}
    >
      {typed === null ? (
        <Content {...props} />
      ) : (
        <div style={{ height }}>
          <CellEditor
            text={typed}
            label={props.editorLabel}
            onTyped={props.onTyped}
            onEnd={props.onEnd}
          />
        </div>
      )}
    </td>
  );
});

const down = { top: 'top', center: 'middle', bottom: 'bottom' } as const;

function Content(props: GridCellProps) {
  const { text, look, across, mark, markName, height, mayOverflow, colours } = props;
  const styles = useTableStyles();
  const { unseen } = useUnseen();
  const color = mark === null && colours === 'file' ? look.color : null;
  return (
    <div
      className={mergeClasses(
        styles.content,
        !mayOverflow && styles.clipped,
        look.wraps && styles.wrapped,
        styles[across],
        styles[down[look.vertical]],
        look.bold && styles.bold,
        look.italic && styles.italic,
        mark !== null && styles[mark],
      )}
      style={{
        height,
        fontSize: `${fontPixels(look.fontSize)}px`,
        ...(color === null ? {} : { color }),
      }}
    >
      {text}
      {mark === null ? null : <span className={unseen}>{markName}</span>}
    </div>
  );
}
