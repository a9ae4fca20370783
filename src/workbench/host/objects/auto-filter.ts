// Over which cells does a sheet have filter buttons, and how does an add-in set that? Rows are not filtered here.

import { parseRect, rectAddress } from '../../../workbook/address';
import type { Rect } from '../../../workbook/address';
import type { Sheet } from '../../../workbook/sheet';
import { attr, setAttr } from '../../../workbook/ooxml/xml';
import { refuse } from '../protocol/errors';
import type { Described } from '../protocol/members';
import { describeType } from '../protocol/members';
import { rangeOf, readArea } from './areas';

function filtered(sheet: Sheet): Rect | undefined {
  const ref = attr(sheet.section('autoFilter'), 'ref');
  return ref === undefined ? undefined : parseRect(ref);
}

export const autoFilterType: Described<Sheet> = describeType<Sheet>({
  name: 'AutoFilter',
  since: '1.9',
  scalars: {
    Enabled: { read: (sheet) => filtered(sheet) !== undefined },
    IsDataFiltered: { read: () => false },
  },
  methods: {
    Apply: {
      call: (sheet, [range, column, criteria], session) => {
        if ((column ?? null) !== null || (criteria ?? null) !== null) {
          refuse('NotImplemented', 'filtering rows');
        }
        session.guardPermission(sheet, 'autoFilter');
        const { rect } = readArea(range, sheet, session);
        setAttr(sheet.editSection('autoFilter'), 'ref', rectAddress(rect));
        session.announce({ kind: 'layout', sheet });
        return null;
      },
    },
    GetRangeOrNullObject: {
      call: (sheet) => {
        const rect = filtered(sheet);
        return rect ? rangeOf(sheet, rect) : null;
      },
    },
    Remove: {
      call: (sheet, _, session) => {
        sheet.dropSection('autoFilter');
        session.announce({ kind: 'layout', sheet });
        return null;
      },
    },
  },
});
