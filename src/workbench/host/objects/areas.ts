// How does one look at, or change, the cells of several rectangles at once?

import type { Rect } from '../../../workbook/address';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  onSheet,
  parseRect,
  quoteSheetName,
  rectAddress,
  splitSheet,
} from '../../../workbook/address';
import type { Sheet } from '../../../workbook/sheet';
import type { CellLook, StyleChange } from '../../../workbook/ooxml/styles';
import { setAttr } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Argument, HostObject } from '../protocol/members';
import { isHostObject, objectOf } from '../protocol/members';
import type { Area, Session } from '../session';
import { boundedTo } from '../session';

/** Some rectangles of one sheet. */
export interface Areas {
  readonly sheet: Sheet;
  readonly rects: readonly Rect[];
}

export const areasOf = (area: Area): Areas => ({ sheet: area.sheet, rects: [area.rect] });

export const fullAddress = (sheet: Sheet, rect: Rect): string =>
  `${quoteSheetName(sheet.name)}!${rectAddress(rect)}`;

/** Calls for every cell that can have a look of its own. */
function eachPlace(areas: Areas, visit: (row: number, column: number) => void): void {
  for (const rect of areas.rects) {
    const bounded = boundedTo(areas.sheet, rect);
    for (let row = bounded.top; row <= bounded.bottom; row++) {
      for (let column = bounded.left; column <= bounded.right; column++) visit(row, column);
    }
  }
}

/** What all the cells have in common; null where they differ. */
export function uniform<T extends Json>(
  areas: Areas,
  read: (row: number, column: number) => T,
): T | null {
  const found = new Set<T>();
  eachPlace(areas, (row, column) => {
    if (found.size < 2) found.add(read(row, column));
  });
  const [value] = found;
  return found.size === 1 && value !== undefined ? value : null;
}

export const uniformLook = <T extends Json>(
  areas: Areas,
  session: Session,
  read: (look: CellLook) => T,
): T | null =>
  uniform(areas, (row, column) =>
    read(session.workbook.styles.look(areas.sheet.styleAt(row, column))),
  );

/** Changes the style of the cells; whole columns and rows keep it for cells to come. */
export function restyle(areas: Areas, session: Session, change: StyleChange): void {
  const { sheet } = areas;
  const { styles } = session.workbook;
  session.guardPermission(sheet, 'formatCells');
  sheet.touchCells();
  for (const rect of areas.rects) {
    const wholeColumns = rect.top === 0 && rect.bottom === MAX_ROWS - 1;
    const wholeRows = rect.left === 0 && rect.right === MAX_COLUMNS - 1;
    if (wholeColumns) {
      sheet.editColumns(rect.left, rect.right, (col) => {
        const style = Number(col.attributes.get('style') ?? 0);
        setAttr(col, 'style', styles.restyle(style, change));
      });
      sheet.each(rect, (cell) => {
        cell.style = styles.restyle(cell.style, change);
      });
    } else if (wholeRows) {
      for (let row = rect.top; row <= rect.bottom; row++) {
        const attributes = sheet.editRow(row);
        attributes.set('s', String(styles.restyle(Number(attributes.get('s') ?? 0), change)));
        attributes.set('customFormat', '1');
      }
      sheet.each(rect, (cell) => {
        cell.style = styles.restyle(cell.style, change);
      });
    } else {
      for (let row = rect.top; row <= rect.bottom; row++) {
        for (let column = rect.left; column <= rect.right; column++) {
          const cell = sheet.edit(row, column);
          cell.style = styles.restyle(cell.style, change);
        }
      }
    }
    session.announce({ kind: 'format', sheet, rect });
  }
}

const NAMED_COLOURS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  lime: '#00FF00',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  silver: '#C0C0C0',
  maroon: '#800000',
  navy: '#000080',
  purple: '#800080',
  teal: '#008080',
};

/** #RRGGBB, RRGGBB or the name of an HTML colour; anything else is refused. */
export function readColour(value: Json | undefined): string {
  if (typeof value !== 'string') return refuse('InvalidArgument', 'a colour is text');
  const hex = /^#?([0-9A-Fa-f]{6})$/.exec(value)?.[1];
  return hex === undefined
    ? (NAMED_COLOURS[value.toLowerCase()] ?? refuse('InvalidArgument', `colour ${value}`))
    : `#${hex.toUpperCase()}`;
}

export const readBoolean = (value: Json | undefined): boolean =>
  typeof value === 'boolean' ? value : refuse('InvalidArgument', 'true or false is wanted');

export const readNumber = (value: Argument): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? value
    : refuse('InvalidArgument', 'a number is wanted');

export const readInteger = (value: Argument): number =>
  Number.isInteger(value)
    ? (value as number)
    : refuse('InvalidArgument', 'a whole number is wanted');

export const readText = (value: Argument): string =>
  typeof value === 'string' ? value : refuse('InvalidArgument', 'text is wanted');

export const readOneOf = <T extends string>(value: Argument, allowed: readonly T[]): T =>
  allowed.find((one) => one === value) ??
  refuse('InvalidArgument', `${JSON.stringify(value)} is not one of ${allowed.join(', ')}`);

/** The rectangles an address names on a sheet: cells, whole rows or columns, a defined name. */
export function readAddress(sheet: Sheet, address: string, session: Session): Rect[] {
  return address.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((part) => {
    const { sheet: named, rest } = splitSheet(part.trim());
    if (named !== undefined && named.toLowerCase() !== sheet.name.toLowerCase()) {
      refuse('InvalidArgument', `${part} is not on ${sheet.name}`);
    }
    const rect = parseRect(rest);
    if (rect) return rect;
    const names = session.workbook
      .names()
      .filter((n) => n.name.toLowerCase() === rest.toLowerCase());
    const name = names.find((n) => n.scope === sheet) ?? names.find((n) => !n.scope);
    const target = name && splitSheet(name.formula);
    const found =
      target?.sheet?.toLowerCase() === sheet.name.toLowerCase()
        ? parseRect(target.rest)
        : undefined;
    return found ?? refuse('InvalidArgument', `the address ${part}`);
  });
}

function checkedRect(rect: Rect): Rect {
  return onSheet(rect) ? rect : refuse('InvalidArgument', 'outside the worksheet');
}

// The objects that lead to each other

/** A range object for a rectangle; refuses one that is not on the sheet. */
export const rangeOf = (sheet: Sheet, rect: Rect): HostObject =>
  objectOf('Range', { sheet, rect: checkedRect(rect) } satisfies Area);

export const rangeAreasOf = (areas: Areas): HostObject => objectOf('RangeAreas', areas);

export const worksheetOf = (sheet: Sheet): HostObject => objectOf('Worksheet', sheet);

/** The range object for cells that an add-in may hold by reference. */
export const objectOfArea = (area: Area): HostObject => objectOf('Range', area);

/** An argument that is a range: an object of the model, or an address on the sheet. */
export function readArea(value: Argument, sheet: Sheet, session: Session): Area {
  if (isHostObject(value) && value.type.name === 'Range') return value.target as Area;
  const [rect, ...more] = readAddress(sheet, readText(value), session);
  if (!rect || more.length > 0) return refuse('InvalidArgument', 'one range is wanted');
  return { sheet, rect };
}
