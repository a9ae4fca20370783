// How are properties of single cells, rows and columns of a range read, and set, in one call?
// Excel.CellPropertiesLoadOptions and its kin, as the library sends them: camelCase trees of true.

import { columnsOf, rowsOf } from '../../../workbook/address';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Argument, HostObject, TypeTable } from '../protocol/members';
import type { Area, Session } from '../session';
import { rangeOf } from './areas';

type Tree = Record<string, Json | undefined>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function member(type: TypeTable, name: string, session: Session): 'scalar' | 'navigation' {
  const pascal = capital(name);
  const scalar = type.scalars[pascal];
  const navigation = type.navigations[pascal];
  const since = (scalar ?? navigation)?.since;
  if (since === undefined || !session.supports(since)) {
    refuse('InvalidArgument', `${type.name}.${name} cannot be asked for`);
  }
  return scalar ? 'scalar' : 'navigation';
}

/** The wanted properties of one object, in the caller's own spelling. */
function readTree(object: HostObject, wanted: Tree, session: Session): Json {
  const result: Tree = {};
  for (const [name, inner] of Object.entries(wanted)) {
    if (inner === undefined || inner === null || inner === false) continue;
    if (name === 'borders' && object.type.name === 'RangeFormat') {
      result[name] = readBorders(object, inner, session);
    } else if (member(object.type, name, session) === 'scalar') {
      const scalar = object.type.scalars[capital(name)];
      result[name] = scalar?.read ? scalar.read(object.target as never, session) : null;
    } else {
      const next = object.type.navigations[capital(name)]?.open(object.target as never, session);
      result[name] = next && isTree(inner) ? readTree(next, inner, session) : null;
    }
  }
  return result;
}

/** Excel.CellBorderCollectionLoadOptions: the same questions for every side. */
function readBorders(format: HostObject, wanted: Json, session: Session): Json {
  const borders = format.type.navigations['Borders']?.open(format.target as never, session);
  if (!borders || !isTree(wanted)) return refuse('InvalidArgument', 'borders');
  const sides: Record<string, string> = {
    top: 'EdgeTop',
    bottom: 'EdgeBottom',
    left: 'EdgeLeft',
    right: 'EdgeRight',
    horizontal: 'InsideHorizontal',
    vertical: 'InsideVertical',
    diagonalDown: 'DiagonalDown',
    diagonalUp: 'DiagonalUp',
  };
  const result: Tree = {};
  for (const [name, side] of Object.entries(sides)) {
    const border = borders.type.indexer?.(borders.target as never, side, session);
    if (border) result[name] = readTree(border, wanted, session);
  }
  return result;
}

const options = (value: Argument): Tree =>
  isTree(value) ? value : refuse('InvalidArgument', 'load options are wanted');

/** Row by row: `address`, `rowIndex`, `rowHidden`, and `format`. */
export function rowProperties(area: Area, args: readonly Argument[], session: Session): Json {
  const wanted = options(args[0]);
  const { sheet, rect } = area;
  return Array.from({ length: rowsOf(area.rect) }, (_, i) => {
    const row = { ...rect, top: rect.top + i, bottom: rect.top + i };
    return readTree(rangeOf(sheet, row), wanted, session);
  });
}

export function columnProperties(area: Area, args: readonly Argument[], session: Session): Json {
  const wanted = options(args[0]);
  const { sheet, rect } = area;
  return Array.from({ length: columnsOf(area.rect) }, (_, i) => {
    const column = { ...rect, left: rect.left + i, right: rect.left + i };
    return readTree(rangeOf(sheet, column), wanted, session);
  });
}
