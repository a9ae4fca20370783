/** Which formulas of a workbook depend on cells that have changed? Decided by what their texts mention. */
import { parseFormula, type Formula } from '../../domain/formulas/parse';
import type { Cell, CellRange, Grid } from '../../domain/grid';
import { unknownFormula } from '../../domain/grid';
import { rectOf, tokenize } from '../../workbook/formulaText';

/** Cells of one sheet, by its number in the workbook. */
export interface Place {
  readonly sheet: number;
  readonly range: CellRange;
}

/** A cell with a formula, and where it stands. */
export interface FormulaCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Names a place among all of the workbook. */
export function keyOf({ sheet, row, column }: Omit<FormulaCell, 'cell'>): string {
  return `${String(sheet)},${String(row)},${String(column)}`;
}

export function formulasOf(grid: Grid, sheet: number): FormulaCell[] {
  const found: FormulaCell[] = [];
  grid.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell !== undefined && cell.formula !== null) found.push({ sheet, row, column, cell });
    });
  });
  return found;
}

/** What a formula mentions; null where it cannot be told, so that any change may concern it. */
type Mentions = readonly { readonly sheet: string | undefined; readonly range: CellRange }[] | null;

/** Their results may change by themselves, or by cells that the text does not name. */
const followsAnything =
  /^(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO|TABLE)$/i;

/** SUMIF adds up as many cells as it looks at, however few are named. */
function addsUpBeyond(tree: Formula | null): boolean {
  switch (tree?.kind) {
    case undefined:
      return true;
    case 'negate':
      return addsUpBeyond(tree.operand);
    case 'binary':
      return addsUpBeyond(tree.left) || addsUpBeyond(tree.right);
    case 'call': {
      const [where, , numbers] = tree.args;
      const isOther = numbers !== undefined && sizeOf(where) !== sizeOf(numbers);
      return (tree.name === 'SUMIF' && isOther) || tree.args.some(addsUpBeyond);
    }
    default:
      return false;
  }
}

function sizeOf(tree: Formula | undefined): string {
  if (tree?.kind !== 'range') return '1 1';
  const { from, to } = tree;
  return `${Math.abs(to.row - from.row) + 1} ${Math.abs(to.column - from.column) + 1}`;
}

function mentionsOf(formula: string): Mentions {
  if (formula === unknownFormula) return null;
  if (/SUMIF\(/i.test(formula) && addsUpBeyond(parseFormula(formula))) return null;
  const found: { sheet: string | undefined; range: CellRange }[] = [];
  for (const token of tokenize(formula.slice(1))) {
    if (token.kind === 'function' && followsAnything.test(token.text)) return null;
    if (token.kind === 'name' && !/^(?:TRUE|FALSE)$/i.test(token.text)) return null;
    if (token.kind === 'reference' && token.broken === undefined) {
      found.push({ sheet: token.sheet?.toLowerCase(), range: rectOf(token) });
    }
  }
  return found;
}

/** The formulas that show something else, or may, once these cells have changed; those among them too. */
export function affectedBy(
  formulas: readonly FormulaCell[],
  grids: readonly Grid[],
  dirty: readonly Place[],
): FormulaCell[] {
  if (dirty.length === 0) return [];
  const indexes = new Map(grids.map((grid, index) => [grid.name.toLowerCase(), index]));
  const known = new Map<string, Mentions>();
  const due = new Set<FormulaCell>();
  let left = formulas.map((formula) => {
    const text = formula.cell.formula ?? '';
    const mentions = known.get(text) ?? mentionsOf(text);
    known.set(text, mentions);
    const places =
      mentions?.flatMap(({ sheet, range }): Place[] => {
        const index = sheet === undefined ? formula.sheet : indexes.get(sheet);
        return index === undefined ? [] : [{ sheet: index, range }];
      }) ?? null;
    return { formula, places };
  });
  let fresh = bySheet(dirty);
  while (fresh.size > 0) {
    const next: Place[] = [];
    const rest: typeof left = [];
    for (const one of left) {
      const { sheet, row, column } = one.formula;
      const own: Place = { sheet, range: { top: row, left: column, bottom: row, right: column } };
      const isConcerned =
        one.places === null ||
        touches(fresh, own) ||
        one.places.some((place) => touches(fresh, place));
      if (!isConcerned) rest.push(one);
      else {
        due.add(one.formula);
        next.push(own);
      }
    }
    left = rest;
    fresh = bySheet(next);
  }
  return [...due];
}

function bySheet(places: readonly Place[]): Map<number, CellRange[]> {
  const found = new Map<number, CellRange[]>();
  for (const { sheet, range } of places) {
    const ranges = found.get(sheet);
    if (ranges === undefined) found.set(sheet, [range]);
    else ranges.push(range);
  }
  return found;
}

function touches(
  fresh: ReadonlyMap<number, readonly CellRange[]>,
  { sheet, range }: Place,
): boolean {
  return (
    fresh
      .get(sheet)
      ?.some(
        (one) =>
          one.top <= range.bottom &&
          one.bottom >= range.top &&
          one.left <= range.right &&
          one.right >= range.left,
      ) ?? false
  );
}
