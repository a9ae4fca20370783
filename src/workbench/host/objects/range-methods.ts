// How does a range merge, move, copy itself and tell its cells' properties one by one?

import type { Rect } from '../../../workbook/address';
import {
  columnsOf,
  contains,
  intersect,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rowsOf,
} from '../../../workbook/address';
import { shiftRect } from '../../../workbook/formulaText';
import type { Shift } from '../../../workbook/formulaText';
import type { Sheet } from '../../../workbook/sheet';
import { shiftSheet } from '../../../workbook/structure';
import { refuse } from '../protocol/errors';
import type { Argument, HostObject } from '../protocol/members';
import type { Area, Session } from '../session';
import { rangeAreasOf, rangeOf, readBoolean, readOneOf } from './areas';
import { columnProperties, rowProperties } from './properties';

function merge(area: Area, [across]: readonly Argument[], session: Session): null {
  const { sheet, rect } = area;
  const byRow = across === undefined || across === null ? false : readBoolean(across as boolean);
  session.guardPermission(sheet, 'formatCells');
  const targets: Rect[] = [];
  if (byRow)
    for (let row = rect.top; row <= rect.bottom; row++)
      targets.push({ ...rect, top: row, bottom: row });
  else targets.push(rect);
  const others = sheet.merges().filter((m) => !contains(rect, m));
  if (others.some((m) => intersect(m, rect))) refuse('MergedRangeConflict', 'merged cells overlap');
  for (const target of targets) keepFirstValue(sheet, target, session);
  sheet.setMerges([...others, ...targets.filter((t) => rowsOf(t) * columnsOf(t) > 1)]);
  session.announce({ kind: 'layout', sheet });
  return null;
}

/** Merging keeps the first cell's contents and drops the others'. */
function keepFirstValue(sheet: Sheet, rect: Rect, session: Session): void {
  let dropped = 0;
  sheet.each(rect, (cell, row, column) => {
    if (row === rect.top && column === rect.left) return;
    if (cell.value === undefined && cell.formula === undefined) return;
    dropped++;
    const edited = sheet.edit(row, column);
    edited.value = undefined;
    delete edited.formula;
    delete edited.shared;
  });
  if (dropped > 0) session.announce({ kind: 'values', sheet, rect });
}

function unmerge(area: Area, _: readonly Argument[], session: Session): null {
  const { sheet, rect } = area;
  session.guardPermission(sheet, 'formatCells');
  sheet.setMerges(sheet.merges().filter((m) => !intersect(m, rect)));
  session.announce({ kind: 'layout', sheet });
  return null;
}

/** Whole rows or columns only: pushing part of a row aside is not something this host does. */
function axisOf(rect: Rect): Shift['axis'] {
  if (isWholeRows(rect)) return 'row';
  if (isWholeColumns(rect)) return 'column';
  return refuse('NotImplemented', 'inserting or deleting less than whole rows or columns');
}

/** Inserts or deletes, and moves what the add-in holds along. */
function shift(area: Area, inserted: boolean, session: Session): void {
  const { sheet, rect } = area;
  const axis = axisOf(rect);
  const verb = inserted ? 'insert' : 'delete';
  session.guardPermission(sheet, `${verb}${axis === 'row' ? 'Rows' : 'Columns'}`);
  const [at, count] = axis === 'row' ? [rect.top, rowsOf(rect)] : [rect.left, columnsOf(rect)];
  const limit = axis === 'row' ? MAX_ROWS : MAX_COLUMNS;
  const used = sheet.used(true);
  const end = axis === 'row' ? used?.bottom : used?.right;
  if (inserted && end !== undefined && end >= at && end + count >= limit) {
    refuse('NonBlankCellOffSheet', 'cells with contents would leave the sheet');
  }
  const move: Shift = { axis, at, count: inserted ? count : -count };
  shiftSheet(session.workbook, sheet, move);
  for (const held of session.heldObjects()) {
    const other = held as Partial<Area>;
    if (other.sheet !== sheet || !other.rect || other === area) continue;
    const moved = shiftRect(other.rect, move);
    if (moved) other.rect = moved;
  }
  session.announce({ kind: 'shift', sheet, rect, inserted, axis });
}

function mergedAreas(area: Area): HostObject | null {
  const rects = area.sheet.merges().filter((m) => intersect(m, area.rect));
  return rects.length > 0 ? rangeAreasOf({ sheet: area.sheet, rects }) : null;
}

export const rangeMethods = {
  Delete: {
    call: (area: Area, [direction]: readonly Argument[], session: Session): null => {
      readOneOf(direction, ['Up', 'Left']);
      shift(area, false, session);
      return null;
    },
  },
  GetColumnProperties: { since: '1.9', call: columnProperties },
  GetMergedAreasOrNullObject: { since: '1.13', call: mergedAreas },
  GetRowProperties: { since: '1.9', call: rowProperties },
  Insert: {
    call: (area: Area, [direction]: readonly Argument[], session: Session): HostObject => {
      readOneOf(direction, ['Down', 'Right']);
      shift(area, true, session);
      return rangeOf(area.sheet, area.rect);
    },
  },
  Merge: { since: '1.2', call: merge },
  Unmerge: { since: '1.2', call: unmerge },
} as const;
