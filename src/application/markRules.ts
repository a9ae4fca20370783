/**
 * How is a mark written into the workbook, recognised again, and told from the user's own rules?
 *
 * A mark is a conditional format with a rule that is always true and says nothing about cells: our
 * signature compared with the empty text. It names no function and no cell, so Excel, WPS and
 * LibreOffice keep it as it is, in any language, wherever its range moves.
 */
import { markSignature } from './marks';
import type { Mark } from './ports';
import { parseAddress, rangeAddress, type CellPosition, type CellRange } from '../domain/grid';
import { coveringRectangles } from '../domain/rectangles';

/** What a mark can say of a cell. */
export type MarkKind = Mark['kind'];

/** Kinds from the weakest to the strongest: the order in which their rules are laid over each other. */
export const markKinds: readonly MarkKind[] = ['notice', 'warning', 'error', 'culprit'];

/** The rules that one sheet is to carry: one per kind, or several where the address grows too long. */
export interface MarkRule {
  readonly kind: MarkKind;
  readonly ranges: readonly CellRange[];
}

/** Excel cuts longer addresses of several ranges silently (8,192 characters). */
const addressLength = 8_000;

/** The always-true formula that signs a mark of a kind. */
export function markFormula(kind: MarkKind): string {
  return `="${markSignature}${kind}"<>""`;
}

/** The kind of mark that a rule's formula signs; null where the rule is not ours. */
export function markKindOf(formula: string): MarkKind | null {
  const bare = formula.replace(/^=/, '').replaceAll(' ', '');
  return markKinds.find((kind) => markFormula(kind) === `=${bare}`) ?? null;
}

/** How a kind looks: told apart by line, weight and slant too, so also in print without colour. */
export interface MarkLook {
  readonly fill: string;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: 'None' | 'Single' | 'Double';
  readonly border: 'Continuous' | 'Dash' | 'Dot';
}

/** The look of each kind; font on fill has a contrast of at least 4.5 to 1. */
export const markLooks: Readonly<Record<MarkKind, MarkLook>> = {
  notice: {
    fill: '#DDEBF7',
    fontColor: '#1F3864',
    bold: false,
    italic: false,
    underline: 'Single',
    border: 'Dot',
  },
  warning: {
    fill: '#FFEB9C',
    fontColor: '#5F4700',
    bold: false,
    italic: true,
    underline: 'None',
    border: 'Dash',
  },
  error: {
    fill: '#FFC7CE',
    fontColor: '#9C0006',
    bold: true,
    italic: false,
    underline: 'None',
    border: 'Continuous',
  },
  culprit: {
    fill: '#E4DFEC',
    fontColor: '#3F1F6B',
    bold: true,
    italic: true,
    underline: 'Double',
    border: 'Continuous',
  },
};

/** The rules for the marks of one sheet, weakest first; every cell is in one rule, its strongest. */
export function markRules(marks: readonly Mark[]): MarkRule[] {
  const strongest = new Map<string, MarkKind>();
  for (const { cells, kind } of marks) {
    for (const cell of cells) {
      const place = cell.replaceAll('$', '').toUpperCase();
      const before = strongest.get(place);
      if (before === undefined || strength(kind) > strength(before)) strongest.set(place, kind);
    }
  }
  return markKinds.flatMap((kind) => {
    const positions = [...strongest]
      .filter(([, ofCell]) => ofCell === kind)
      .map(([cell]) => parseAddress(cell))
      .filter((position): position is CellPosition => position !== null);
    return chunksByAddress(coveringRectangles(positions)).map((ranges) => ({ kind, ranges }));
  });
}

function strength(kind: MarkKind): number {
  return markKinds.indexOf(kind);
}

/** The address of several ranges: `A1:B2,D4`. */
export function rangesAddress(ranges: readonly CellRange[]): string {
  return ranges.map(shortAddress).join(',');
}

function shortAddress(range: CellRange): string {
  const address = rangeAddress(range);
  const [first = address, last] = address.split(':');
  return first === last ? first : address;
}

function chunksByAddress(ranges: readonly CellRange[]): CellRange[][] {
  const chunks: CellRange[][] = [];
  let length = 0;
  for (const range of ranges) {
    const more = shortAddress(range).length + 1;
    const last = chunks.at(-1);
    if (last === undefined || length + more > addressLength) {
      chunks.push([range]);
      length = more;
    } else {
      last.push(range);
      length += more;
    }
  }
  return chunks;
}

/**
 * Whether rules found in a sheet mark exactly the same cells as those wanted. Addresses are as Excel
 * gives them, with the sheet's name before each range; one that cannot be read is a difference.
 */
export function marksAlready(
  found: readonly { readonly kind: MarkKind; readonly address: string }[],
  wanted: readonly MarkRule[],
): boolean {
  const foundCells = found.map(({ kind, address }) => `${kind} ${cellsOfAddress(address)}`);
  const wantedCells = wanted.map(({ kind, ranges }) => `${kind} ${cellsOfRanges(ranges)}`);
  return foundCells.sort().join('\n') === wantedCells.sort().join('\n');
}

function cellsOfAddress(address: string): string {
  // A quoted name may hold commas, exclamation marks, and what looks like a cell.
  const ranges = address
    .replaceAll(/'(?:[^']|'')*'!/g, '')
    .split(',')
    .map((part) => part.slice(part.lastIndexOf('!') + 1).trim())
    .filter((part) => part !== '');
  const read = ranges.map(parseRange);
  const known = read.filter((range): range is CellRange => range !== null);
  return known.length === read.length ? cellsOfRanges(known) : '?';
}

function parseRange(address: string): CellRange | null {
  const [first = '', last = first] = address.split(':');
  const [start, end] = [parseAddress(first), parseAddress(last)];
  if (start === null || end === null) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

function cellsOfRanges(ranges: readonly CellRange[]): string {
  return rangesAddress(normalise(ranges));
}

/** The same cells in the rectangles that we ourselves would choose. */
function normalise(ranges: readonly CellRange[]): CellRange[] {
  const positions: CellPosition[] = [];
  for (const { top, left, bottom, right } of ranges) {
    // Whole rows or columns are never ours, and not worth spelling out.
    if ((bottom - top + 1) * (right - left + 1) > 100_000) return [...ranges];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) positions.push({ row, column });
    }
  }
  return coveringRectangles(positions);
}
