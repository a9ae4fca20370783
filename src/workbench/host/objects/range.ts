// What can an add-in do with a range of cells?

import { valueType } from '../events';
import type { Rect } from '../../../workbook/address';
import { bounding, cellsOf, columnsOf, rowsOf } from '../../../workbook/address';
import type { Described, Argument, HostObject } from '../protocol/members';
import { describeType, isHostObject } from '../protocol/members';
import { respelled } from '../manners';
import { refuse } from '../protocol/errors';
import type { Area } from '../session';
import { areasOf, fullAddress, rangeOf, readArea, readInteger, worksheetOf } from './areas';
import {
  clearCells,
  formulaJson,
  readGrid,
  shownText,
  valueJson,
  writeEntries,
  writeNumberFormats,
} from './cells';
import { conditionalFormatCollectionType } from './conditional-formats';
import { dataValidationType } from './data-validation';
import { hideColumns, hideRows, uniformHidden } from './hidden';
import { rangeFormatType } from './range-format';
import { rangeMethods } from './range-methods';

const within = (area: Area, change: Partial<Rect>): HostObject =>
  rangeOf(area.sheet, { ...area.rect, ...change });

function usedRange(area: Area, args: readonly Argument[]): HostObject | null {
  const rect = area.sheet.used(args[0] === true, area.rect);
  return rect ? rangeOf(area.sheet, rect) : null;
}

export const rangeType: Described<Area> = describeType<Area>({
  name: 'Range',
  since: '1.1',
  scalars: {
    Address: { read: (a) => fullAddress(a.sheet, a.rect) },
    CellCount: { read: (a) => (cellsOf(a.rect) > 2 ** 31 - 1 ? -1 : cellsOf(a.rect)) },
    ColumnCount: { read: (a) => columnsOf(a.rect) },
    ColumnHidden: {
      since: '1.2',
      read: (a) => uniformHidden(a, 'column'),
      write: hideColumns,
    },
    ColumnIndex: { read: (a) => a.rect.left },
    Formulas: { read: (a) => readGrid(a, formulaJson), write: writeEntries },
    Hidden: {
      since: '1.2',
      read: (a) => {
        const rows = uniformHidden(a, 'row');
        const columns = uniformHidden(a, 'column');
        return rows === true || columns === true
          ? true
          : rows === false && columns === false
            ? false
            : null;
      },
    },
    NumberFormat: {
      read: (a, s) => {
        const styleAt = a.sheet.stylesOfNow();
        return readGrid(a, (_, row, column) => {
          const { numberFormat } = s.workbook.styles.look(styleAt(row, column));
          return s.manners.numberFormats === 'respelled' ? respelled(numberFormat) : numberFormat;
        });
      },
      write: writeNumberFormats,
    },
    RowCount: { read: (a) => rowsOf(a.rect) },
    RowHidden: { since: '1.2', read: (a) => uniformHidden(a, 'row'), write: hideRows },
    RowIndex: { read: (a) => a.rect.top },
    Text: { read: (a, s) => readGrid(a, (cell) => shownText(s, cell)) },
    ValueTypes: { read: (a) => readGrid(a, (cell) => valueType(cell?.value)) },
    Values: { read: (a) => readGrid(a, (cell) => valueJson(cell?.value)), write: writeEntries },
  },
  navigations: {
    ConditionalFormats: { since: '1.6', open: (a) => conditionalFormatCollectionType(areasOf(a)) },
    DataValidation: { since: '1.8', open: (a) => dataValidationType(areasOf(a)) },
    Format: { open: (a) => rangeFormatType(areasOf(a)) },
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
    _ValidateArraySize: { since: 'internal', call: () => null },
    Clear: {
      call: (a, [applyTo], s) => {
        clearCells(a, isHostObject(applyTo) ? undefined : applyTo, s);
        return null;
      },
    },
    GetBoundingRect: {
      call: (a, [other], s) => rangeOf(a.sheet, bounding(a.rect, readArea(other, a.sheet, s).rect)),
    },
    GetCell: {
      call: (a, [row, column]) => {
        const top = a.rect.top + readInteger(row);
        const left = a.rect.left + readInteger(column);
        return rangeOf(a.sheet, { top, bottom: top, left, right: left });
      },
    },
    GetResizedRange: {
      since: '1.3',
      call: (a, [rows, columns]) =>
        within(a, {
          bottom: a.rect.bottom + readInteger(rows),
          right: a.rect.right + readInteger(columns),
        }),
    },
    GetRow: {
      call: (a, [row]) => {
        const top = a.rect.top + readInteger(row);
        return within(a, { top, bottom: top });
      },
    },
    GetUsedRange: {
      // Documented: ItemNotFound when nothing in the range is used.
      call: (a, args) => usedRange(a, args) ?? refuse('ItemNotFound', 'no used cells'),
    },
    GetUsedRangeOrNullObject: { since: '1.4', call: usedRange },
    Select: {
      call: (a, _, s) => {
        s.select(a.sheet, [a.rect]);
        return null;
      },
    },
    ...rangeMethods,
  },
});
