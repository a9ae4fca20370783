// What can an add-in do with several rectangles of one sheet at once?

import { cellsOf } from '../../../workbook/address';
import { refuse } from '../protocol/errors';
import type { Described } from '../protocol/members';
import { describeType, isHostObject } from '../protocol/members';
import type { Areas } from './areas';
import { fullAddress, rangeAreasOf, rangeOf, readInteger, worksheetOf } from './areas';
import { clearCells } from './cells';
import { conditionalFormatCollectionType } from './conditional-formats';
import { dataValidationType } from './data-validation';
import { rangeFormatType } from './range-format';

export const rangeCollectionType: Described<Areas> = describeType<Areas>({
  name: 'RangeCollection',
  since: '1.9',
  items: (a) => a.rects.map((rect) => rangeOf(a.sheet, rect)),
  methods: {
    GetCount: { call: (a) => a.rects.length },
    GetItemAt: {
      call: (a, [index]) => {
        const rect = a.rects[readInteger(index)];
        return rect ? rangeOf(a.sheet, rect) : refuse('InvalidArgument', 'no such area');
      },
    },
  },
});

const addressOf = (a: Areas): string => a.rects.map((rect) => fullAddress(a.sheet, rect)).join(',');

export const rangeAreasType: Described<Areas> = describeType<Areas>({
  name: 'RangeAreas',
  since: '1.9',
  scalars: {
    Address: { read: addressOf },
    CellCount: {
      read: (a) => {
        const count = a.rects.reduce((sum, rect) => sum + cellsOf(rect), 0);
        return count > 2 ** 31 - 1 ? -1 : count;
      },
    },
  },
  navigations: {
    Areas: { open: (a) => rangeCollectionType(a) },
    ConditionalFormats: { open: (a) => conditionalFormatCollectionType(a) },
    DataValidation: { open: (a) => dataValidationType(a) },
    Format: { open: (a) => rangeFormatType(a) },
    Worksheet: { open: (a) => worksheetOf(a.sheet) },
  },
  methods: {
    _KeepReference: {
      since: 'internal',
      call: (a, _, s) => {
        s.hold(a);
        return null;
      },
    },
    Clear: {
      call: (a, [applyTo], s) => {
        for (const rect of a.rects) {
          clearCells({ sheet: a.sheet, rect }, isHostObject(applyTo) ? undefined : applyTo, s);
        }
        return null;
      },
    },
    GetUsedRangeAreasOrNullObject: {
      call: (a, [valuesOnly]) => {
        const rects = a.rects.flatMap((rect) => a.sheet.used(valuesOnly === true, rect) ?? []);
        return rects.length > 0 ? rangeAreasOf({ sheet: a.sheet, rects }) : null;
      },
    },
  },
});
