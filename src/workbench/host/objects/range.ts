// What can an add-in do with a range of cells?

import { valueType } from '../events';
import type { Rect } from '../../../workbook/address';
import {
  bounding,
  cellsOf,
  columnsOf,
  intersect,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rowsOf,
} from '../../../workbook/address';
import type { Described, Argument, HostObject } from '../protocol/members';
import { describeType, isHostObject } from '../protocol/members';
import { refuse } from '../protocol/errors';
import type { Area, Session } from '../session';
import { areasOf, checkedRect, fullAddress, readInteger } from './areas';
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
import { worksheetType } from './worksheet';

/** A range object for a rectangle; refuses one that is not on the sheet. */
export const rangeOf = (sheet: Area['sheet'], rect: Rect): HostObject =>
  rangeType({ sheet, rect: checkedRect(rect) });

function other(value: Argument, area: Area): Area {
  if (!isHostObject(value) || value.type.name !== 'Range') {
    return refuse('InvalidArgument', 'a range is wanted');
  }
  const target = value.target as Area;
  if (target.sheet !== area.sheet) refuse('InvalidArgument', 'ranges of different sheets');
  return target;
}

const within = (area: Area, change: Partial<Rect>): HostObject =>
  rangeOf(area.sheet, { ...area.rect, ...change });

function usedRange(area: Area, args: readonly Argument[]): HostObject | null {
  const rect = area.sheet.used(args[0] === true, area.rect);
  return rect ? rangeOf(area.sheet, rect) : null;
}

/** `count` rows or columns next to the range; negative counts on the other side. */
function beside(area: Area, count: number, axis: 'row' | 'column', after: boolean): HostObject {
  if (count === 0) refuse('InvalidArgument', 'no rows or columns');
  const { rect } = area;
  const [low, high] = axis === 'row' ? [rect.top, rect.bottom] : [rect.left, rect.right];
  const [from, to] =
    count > 0 === after ? [high + 1, high + Math.abs(count)] : [low - Math.abs(count), low - 1];
  return within(area, axis === 'row' ? { top: from, bottom: to } : { left: from, right: to });
}

export const rangeType: Described<Area> = describeType<Area>({
  name: 'Range',
  since: '1.1',
  scalars: {
    Address: { read: (a) => fullAddress(a.sheet, a.rect) },
    AddressLocal: { read: (a) => fullAddress(a.sheet, a.rect) },
    CellCount: { read: (a) => (cellsOf(a.rect) > 2 ** 31 - 1 ? -1 : cellsOf(a.rect)) },
    ColumnCount: { read: (a) => columnsOf(a.rect) },
    ColumnHidden: {
      since: '1.2',
      read: (a) => uniformHidden(a, 'column'),
      write: hideColumns,
    },
    ColumnIndex: { read: (a) => a.rect.left },
    Formulas: { read: (a) => readGrid(a, formulaJson), write: writeEntries },
    FormulasLocal: { read: (a) => readGrid(a, formulaJson), write: writeEntries },
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
    IsEntireColumn: { since: '1.7', read: (a) => isWholeColumns(a.rect) },
    IsEntireRow: { since: '1.7', read: (a) => isWholeRows(a.rect) },
    NumberFormat: {
      read: (a, s) =>
        readGrid(
          a,
          (_, row, column) => s.workbook.styles.look(a.sheet.styleAt(row, column)).numberFormat,
        ),
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
    Worksheet: { open: (a) => worksheetType(a.sheet) },
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
    Calculate: { since: '1.6', call: calculate },
    Clear: {
      call: (a, [applyTo], s) => {
        clearCells(a, isHostObject(applyTo) ? undefined : applyTo, s);
        return null;
      },
    },
    GetBoundingRect: { call: (a, [b]) => rangeOf(a.sheet, bounding(a.rect, other(b, a).rect)) },
    GetCell: {
      call: (a, [row, column]) => {
        const top = a.rect.top + readInteger(row);
        const left = a.rect.left + readInteger(column);
        return rangeOf(a.sheet, { top, bottom: top, left, right: left });
      },
    },
    GetColumn: {
      call: (a, [column]) => {
        const left = a.rect.left + readInteger(column);
        return within(a, { left, right: left });
      },
    },
    GetColumnsAfter: {
      since: '1.3',
      call: (a, [n]) => beside(a, n === undefined ? 1 : readInteger(n), 'column', true),
    },
    GetColumnsBefore: {
      since: '1.3',
      call: (a, [n]) => beside(a, n === undefined ? 1 : readInteger(n), 'column', false),
    },
    GetEntireColumn: { call: (a) => within(a, { top: 0, bottom: MAX_ROWS - 1 }) },
    GetEntireRow: { call: (a) => within(a, { left: 0, right: MAX_COLUMNS - 1 }) },
    GetIntersection: {
      call: (a, [b]) => {
        const rect = intersect(a.rect, other(b, a).rect);
        return rect ? rangeOf(a.sheet, rect) : refuse('ItemNotFound', 'no common cells');
      },
    },
    GetIntersectionOrNullObject: {
      since: '1.4',
      call: (a, [b]) => {
        const rect = intersect(a.rect, other(b, a).rect);
        return rect ? rangeOf(a.sheet, rect) : null;
      },
    },
    GetLastCell: {
      call: (a) => within(a, { top: a.rect.bottom, left: a.rect.right }),
    },
    GetLastColumn: { call: (a) => within(a, { left: a.rect.right }) },
    GetLastRow: { call: (a) => within(a, { top: a.rect.bottom }) },
    GetOffsetRange: {
      call: (a, [rows, columns]) => {
        const [r, c] = [readInteger(rows), readInteger(columns)];
        const { top, bottom, left, right } = a.rect;
        return within(a, { top: top + r, bottom: bottom + r, left: left + c, right: right + c });
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
    GetAbsoluteResizedRange: {
      since: '1.7',
      call: (a, [rows, columns]) =>
        within(a, {
          bottom: a.rect.top + readInteger(rows) - 1,
          right: a.rect.left + readInteger(columns) - 1,
        }),
    },
    GetRow: {
      call: (a, [row]) => {
        const top = a.rect.top + readInteger(row);
        return within(a, { top, bottom: top });
      },
    },
    GetRowsAbove: {
      since: '1.3',
      call: (a, [n]) => beside(a, n === undefined ? 1 : readInteger(n), 'row', false),
    },
    GetRowsBelow: {
      since: '1.3',
      call: (a, [n]) => beside(a, n === undefined ? 1 : readInteger(n), 'row', true),
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

async function calculate(_: Area, __: readonly Argument[], session: Session): Promise<null> {
  await session.settle(true);
  return null;
}
