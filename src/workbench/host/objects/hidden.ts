// Which rows and columns of a range are hidden, and how are they hidden and shown?

import type { Json } from '../protocol/batch';
import { setAttr } from '../../../workbook/ooxml/xml';
import type { Area, Session } from '../session';
import { boundedTo } from '../session';
import { readBoolean } from './areas';

/** True, false, or null where rows (or columns) differ. */
export function uniformHidden(area: Area, axis: 'row' | 'column'): boolean | null {
  const { sheet } = area;
  const rect = boundedTo(sheet, area.rect);
  const [from, to] = axis === 'row' ? [rect.top, rect.bottom] : [rect.left, rect.right];
  const hidden = (i: number): boolean =>
    axis === 'row' ? sheet.rowHidden(i) : sheet.columnHidden(i);
  const first = hidden(from);
  for (let i = from + 1; i <= to; i++) if (hidden(i) !== first) return null;
  return first;
}

export function hideRows(area: Area, value: Json, session: Session): void {
  const hide = readBoolean(value);
  const { sheet, rect } = area;
  session.guardPermission(sheet, 'formatRows');
  const last = boundedTo(sheet, rect).bottom;
  for (let row = rect.top; row <= last; row++) {
    if (hide) sheet.editRow(row).set('hidden', '1');
    else if (sheet.rows.has(row)) sheet.editRow(row).delete('hidden');
  }
  session.announce({ kind: 'rowHidden', sheet, rect, hidden: hide });
}

export function hideColumns(area: Area, value: Json, session: Session): void {
  const hide = readBoolean(value);
  const { sheet, rect } = area;
  session.guardPermission(sheet, 'formatColumns');
  sheet.editColumns(rect.left, rect.right, (col) => {
    setAttr(col, 'hidden', hide ? true : undefined);
  });
  session.announce({ kind: 'layout', sheet });
}
