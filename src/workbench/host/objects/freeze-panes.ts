// Which rows and columns stay in view, and how does an add-in set that?

import type { Rect } from '../../../workbook/address';
import { cellAddress, MAX_COLUMNS, MAX_ROWS } from '../../../workbook/address';
import type { Sheet } from '../../../workbook/sheet';
import {
  attr,
  child,
  element,
  numberAttr,
  prefixOf,
  removeChild,
} from '../../../workbook/ooxml/xml';
import { refuse } from '../protocol/errors';
import type { Described, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import { rangeOf, readArea, readInteger } from './areas';

function freeze(sheet: Sheet, rows: number, columns: number, session: Session): null {
  sheet.changed = true;
  const view = sheet.view();
  removeChild(view, child(view, 'pane'));
  view.children = view.children.filter(
    (c) => typeof c === 'string' || !c.name.endsWith('selection') || !c.attributes.has('pane'),
  );
  if (rows > 0 || columns > 0) {
    const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
    view.children.unshift(
      element(`${prefixOf(sheet.root)}pane`, {
        xSplit: columns || undefined,
        ySplit: rows || undefined,
        topLeftCell: cellAddress(rows, columns),
        activePane: pane,
        state: 'frozen',
      }),
    );
  }
  session.announce({ kind: 'layout', sheet });
  return null;
}

function location(sheet: Sheet): HostObject | null {
  const pane = child(sheet.view(), 'pane');
  if (!pane || attr(pane, 'state') === 'split') return null;
  const [rows, columns] = [numberAttr(pane, 'ySplit') ?? 0, numberAttr(pane, 'xSplit') ?? 0];
  const rect: Rect = {
    top: 0,
    left: 0,
    bottom: (rows || MAX_ROWS) - 1,
    right: (columns || MAX_COLUMNS) - 1,
  };
  return rangeOf(sheet, rect);
}

const count = (value: unknown): number => {
  const n = value === undefined || value === null ? 1 : readInteger(value as number);
  return n >= 0 ? n : refuse('InvalidArgument', 'a negative count');
};

export const freezePanesType: Described<Sheet> = describeType<Sheet>({
  name: 'WorksheetFreezePanes',
  since: '1.7',
  methods: {
    FreezeAt: {
      call: (sheet, [range], session) => {
        const { rect } = readArea(range, sheet, session);
        const rows = rect.bottom === MAX_ROWS - 1 ? 0 : rect.bottom + 1;
        const columns = rect.right === MAX_COLUMNS - 1 ? 0 : rect.right + 1;
        return freeze(sheet, rows, columns, session);
      },
    },
    FreezeColumns: { call: (sheet, [n], session) => freeze(sheet, 0, count(n), session) },
    FreezeRows: { call: (sheet, [n], session) => freeze(sheet, count(n), 0, session) },
    GetLocationOrNullObject: { call: location },
  },
});
