/**
 * What do the functions come to that look for cells in a ledger: SUMIF, SUMIFS, COUNTIF, COUNTIFS,
 * SUMPRODUCT, VLOOKUP, INDEX and MATCH?
 */
import type { Amount } from '../amount';
import { amountFromNumber, unitOfPlace } from '../amount';
import type { CellPosition, CellRange, Grid } from '../grid';
import { cellAt } from '../grid';
import type { Criterion, Scalar } from './criterion';
import { criterionOf } from './criterion';
import type { Formula } from './parse';

/** A block of cells of one sheet. */
export interface Area extends CellRange {
  readonly sheet: Grid;
}

/** What the functions ask of the formulas' evaluation; undefined or null: it cannot be told. */
export interface Cells {
  areaOf(tree: Formula | undefined): Area | null;
  scalarOf(tree: Formula): Scalar | undefined;
  numberOf(tree: Formula): Amount | null;
  scalarAt(sheet: Grid, at: CellPosition): Scalar | undefined;
  numberAt(sheet: Grid, at: CellPosition): Amount | null;
  /** What a cell counts for in a sum. */
  summedValue(sheet: Grid, at: CellPosition): Amount | null;
  /** False once too many cells have been looked at. */
  spend(cells: number): boolean;
}

/** Positions of cells within an area, from its upper left corner. */
type Offsets = readonly CellPosition[];

/** Nothing is equal to what was looked for: `#N/A`. */
export const notFound = 'notFound';

/** Columns of texts that have been read, by the sheet and the column with its rows. */
export type TextColumns = Map<Grid, Map<string, ReadonlyMap<string, readonly number[]>>>;

/** Evaluates calls by the cells that they are about. */
export class Lookups {
  constructor(
    private readonly cells: Cells,
    private readonly columns: TextColumns,
  ) {}

  /** Null where a call is none of these, or its value cannot be told. */
  valueOf(name: string, args: readonly Formula[]): Amount | typeof notFound | null {
    switch (name) {
      case 'SUMIF':
        return this.sumIf(args);
      case 'SUMIFS':
        return this.sumIfs(args);
      case 'COUNTIF':
        return args.length === 2 ? this.countIfs(args) : null;
      case 'COUNTIFS':
        return this.countIfs(args);
      case 'SUMPRODUCT':
        return this.sumProduct(args);
      case 'VLOOKUP':
        return this.verticalLookup(args);
      case 'MATCH':
        return this.match(args);
      case 'INDEX':
        return this.index(args);
      default:
        return null;
    }
  }

  private sumIf([where, wanted, numbers, ...more]: readonly Formula[]): Amount | null {
    const area = this.cells.areaOf(where);
    const from = numbers === undefined ? area : this.cells.areaOf(numbers);
    if (area === null || from === null || wanted === undefined || more.length > 0) return null;
    const chosen = this.chosen(area, wanted);
    return chosen === null ? null : this.summed(from, chosen);
  }

  private sumIfs([numbers, ...pairs]: readonly Formula[]): Amount | null {
    const from = this.cells.areaOf(numbers);
    const chosen = from === null ? null : this.chosenByAll(from, pairs);
    return from === null || chosen === null ? null : this.summed(from, chosen);
  }

  /** Cells below and beside what is used are blank; where a condition may choose them, it is unknown. */
  private countIfs(pairs: readonly Formula[]): Amount | null {
    const area = this.cells.areaOf(pairs[0]);
    const chosen = area === null ? null : this.chosenByAll(area, pairs);
    if (chosen === null) return null;
    for (let at = 1; at < pairs.length; at += 2) {
      const wanted = pairs[at];
      const given = wanted === undefined ? undefined : this.cells.scalarOf(wanted);
      const criterion = given === undefined ? null : criterionOf(given);
      if (criterion === null || criterion.chooses(null)) return null;
    }
    return amountFromNumber(chosen.length);
  }

  private chosenByAll(size: Area, pairs: readonly Formula[]): Offsets | null {
    if (pairs.length === 0 || pairs.length % 2 !== 0) return null;
    let all: Offsets | null = null;
    for (let at = 0; at < pairs.length; at += 2) {
      const area = this.cells.areaOf(pairs[at]);
      const wanted = pairs[at + 1];
      if (area === null || wanted === undefined || !isSameSize(area, size)) return null;
      const chosen = this.chosen(area, wanted);
      if (chosen === null) return null;
      all = all === null ? chosen : common(all, chosen);
    }
    return all;
  }

  /** Which cells of an area a condition chooses; of those that are used. */
  private chosen(area: Area, wanted: Formula): Offsets | null {
    const given = this.cells.scalarOf(wanted);
    const criterion = given === undefined ? null : criterionOf(given);
    if (criterion === null) return null;
    const { plainText } = criterion;
    if (plainText !== null && area.left === area.right) {
      const rows = this.textColumn(area);
      return rows && (rows.get(plainText) ?? []).map((row) => ({ row, column: 0 }));
    }
    return this.scanned(area, criterion);
  }

  /** Where blank cells beyond those that are used would be chosen, it is not told which. */
  private scanned(area: Area, criterion: Pick<Criterion, 'chooses'>): Offsets | null {
    const { sheet, top, left } = area;
    const choosesBlank = criterion.chooses(null);
    if (choosesBlank && (area.bottom >= sheet.rows.length || area.right > left)) return null;
    const bottom = Math.min(area.bottom, sheet.rows.length - 1);
    const found: CellPosition[] = [];
    for (let row = top; row <= bottom; row += 1) {
      if (!this.cells.spend(1)) return null;
      const right = choosesBlank ? area.right : Math.min(area.right, lastColumn(sheet, row));
      for (let column = left; column <= right; column += 1) {
        if (!this.cells.spend(1)) return null;
        const value = this.cells.scalarAt(sheet, { row, column });
        if (value === undefined) return null;
        if (criterion.chooses(value)) found.push({ row: row - top, column: column - left });
      }
    }
    return found;
  }

  /** The rows of one column by the texts in them, in small letters. */
  private textColumn(area: Area): ReadonlyMap<string, readonly number[]> | null {
    const { sheet, top, left } = area;
    const ofSheet = this.columns.get(sheet) ?? new Map<string, ReadonlyMap<string, number[]>>();
    this.columns.set(sheet, ofSheet);
    const key = `${left},${top},${area.bottom}`;
    const known = ofSheet.get(key);
    if (known !== undefined) return known;
    const rows = new Map<string, number[]>();
    const bottom = Math.min(area.bottom, sheet.rows.length - 1);
    if (!this.cells.spend(Math.max(0, bottom - top + 1))) return null;
    for (let row = top; row <= bottom; row += 1) {
      const cell = cellAt(sheet, row, left);
      if (cell === undefined || (cell.formula === null && typeof cell.value !== 'string')) continue;
      const text = this.cells.scalarAt(sheet, { row, column: left });
      if (text === undefined) return null;
      if (typeof text !== 'string') continue;
      const lower = text.toLowerCase();
      const same = rows.get(lower);
      if (same === undefined) rows.set(lower, [row - top]);
      else same.push(row - top);
    }
    ofSheet.set(key, rows);
    return rows;
  }

  private summed({ sheet, top, left }: Area, chosen: Offsets): Amount | null {
    let total = 0n;
    for (const { row, column } of chosen) {
      if (!this.cells.spend(1)) return null;
      const value = this.cells.summedValue(sheet, { row: top + row, column: left + column });
      if (value === null) return null;
      total += value;
    }
    return total;
  }

  /** Products and comparisons of areas of one size, cell by cell. */
  private sumProduct(args: readonly Formula[]): Amount | null {
    const areas = args.map((arg) => this.areasIn(arg));
    const [first] = areas[0] ?? [];
    if (first === undefined) return null;
    const isEven = areas.every(
      (found) => found !== null && found.length > 0 && found.every((one) => isSameSize(one, first)),
    );
    if (!isEven) return null;
    // All below is blank alike: where that comes to anything, it is unknown.
    const used = areas
      .flatMap((found) => found ?? [])
      .map((one) => one.sheet.rows.length - one.top);
    const height = first.bottom - first.top + 1;
    const last = Math.min(height, Math.max(0, ...used) + 1);
    let total = 0n;
    for (let row = 0; row < last; row += 1) {
      for (let column = 0; column <= first.right - first.left; column += 1) {
        if (!this.cells.spend(args.length)) return null;
        const product = this.product(args, { row, column });
        if (product === null || (row === last - 1 && last < height && product !== 0n)) return null;
        total += product;
      }
    }
    return total;
  }

  private product(args: readonly Formula[], at: CellPosition): Amount | null {
    let product = unitOfPlace(0);
    for (const arg of args) {
      const factor = this.factor(arg, at);
      if (factor === null) return null;
      product = (product * factor) / unitOfPlace(0);
    }
    return product;
  }

  /** What is no number counts for 0 in an area by itself; in arithmetic it would be an error. */
  private factor(arg: Formula, at: CellPosition): Amount | null {
    if (arg.kind !== 'range') return this.cells.numberOf(oneOf(arg, at));
    const area = this.cells.areaOf(arg);
    if (area === null) return null;
    const [row, column] = [area.top + at.row, area.left + at.column];
    return this.cells.summedValue(area.sheet, { row, column });
  }

  /** The areas in arithmetic and comparisons; null where there is anything else than these and cells. */
  private areasIn(tree: Formula): readonly Area[] | null {
    switch (tree.kind) {
      case 'range': {
        const area = this.cells.areaOf(tree);
        return area && [area];
      }
      case 'negate':
        return this.areasIn(tree.operand);
      case 'binary': {
        const [left, right] = [this.areasIn(tree.left), this.areasIn(tree.right)];
        return left && right && [...left, ...right];
      }
      case 'number':
      case 'text':
      case 'cell':
        return [];
      case 'call':
        return null;
    }
  }

  private verticalLookup(args: readonly Formula[]): Amount | typeof notFound | null {
    const [wanted, table, which, exact, ...more] = args;
    const area = this.cells.areaOf(table);
    if (wanted === undefined || which === undefined || area === null || more.length > 0)
      return null;
    const column = this.wholeOf(which);
    if (column === null || !this.isExact(exact)) return null;
    if (column < 1 || column > area.right - area.left + 1) return null;
    const row = this.found(wanted, { ...area, right: area.left });
    if (typeof row !== 'number') return row;
    return this.cells.numberAt(area.sheet, {
      row: area.top + row,
      column: area.left + column - 1,
    });
  }

  private match(args: readonly Formula[]): Amount | typeof notFound | null {
    const [wanted, where, exact, ...more] = args;
    const area = this.cells.areaOf(where);
    if (wanted === undefined || area === null || more.length > 0) return null;
    if (!this.isExact(exact)) return null;
    const at = this.found(wanted, area);
    return typeof at === 'number' ? amountFromNumber(at + 1) : at;
  }

  /** A cell by its row and column, or by its place in one row or column. */
  private index(args: readonly Formula[]): Amount | null {
    const [table, down, across, ...more] = args;
    const area = this.cells.areaOf(table);
    if (area === null || down === undefined || more.length > 0) return null;
    const first = this.wholeOf(down);
    const second = across === undefined ? null : this.wholeOf(across);
    if (first === null || (across !== undefined && second === null)) return null;
    const isRow = area.top === area.bottom;
    if (second === null && !isRow && area.left !== area.right) return null;
    const [row, column] = second === null && isRow ? [1, first] : [first, second ?? 1];
    const at = { row: area.top + row - 1, column: area.left + column - 1 };
    const isInside = row >= 1 && column >= 1 && at.row <= area.bottom && at.column <= area.right;
    return isInside ? this.cells.numberAt(area.sheet, at) : null;
  }

  /** How far along one column or row the first cell stands that is equal. */
  private found(wanted: Formula, area: Area): number | typeof notFound | null {
    const value = this.cells.scalarOf(wanted);
    if (typeof value !== 'string' && typeof value !== 'bigint') return null;
    if (typeof value === 'string' && (value === '' || /[*?~]/.test(value))) return null;
    if (area.left !== area.right && area.top !== area.bottom) return null;
    if (typeof value === 'string' && area.left === area.right) {
      const rows = this.textColumn(area);
      return rows && (rows.get(value.toLowerCase())?.[0] ?? notFound);
    }
    const lower = typeof value === 'string' ? value.toLowerCase() : value;
    const chooses = (one: Scalar) => (typeof one === 'string' ? one.toLowerCase() : one) === lower;
    const all = this.scanned(area, { chooses });
    if (all === null) return null;
    const [first] = all;
    return first === undefined ? notFound : first.row + first.column;
  }

  private wholeOf(tree: Formula): number | null {
    const amount = this.cells.numberOf(tree);
    return amount === null ? null : Number(amount / unitOfPlace(0));
  }

  /** FALSE or 0; left out it means the nearest. */
  private isExact(tree: Formula | undefined): boolean {
    return tree !== undefined && this.cells.numberOf(tree) === 0n;
  }
}

function isSameSize(one: Area, other: Area): boolean {
  return (
    one.bottom - one.top === other.bottom - other.top &&
    one.right - one.left === other.right - other.left
  );
}

function common(some: Offsets, others: Offsets): Offsets {
  const keys = new Set(others.map(({ row, column }) => `${row},${column}`));
  return some.filter(({ row, column }) => keys.has(`${row},${column}`));
}

function lastColumn({ rows }: Grid, row: number): number {
  return (rows[row]?.length ?? 0) - 1;
}

/** The same arithmetic for one cell of each area. */
function oneOf(tree: Formula, at: CellPosition): Formula {
  switch (tree.kind) {
    case 'range': {
      const { sheet, from, to } = tree;
      const row = Math.min(from.row, to.row) + at.row;
      return {
        kind: 'cell',
        sheet,
        at: { row, column: Math.min(from.column, to.column) + at.column },
      };
    }
    case 'negate':
      return { ...tree, operand: oneOf(tree.operand, at) };
    case 'binary':
      return { ...tree, left: oneOf(tree.left, at), right: oneOf(tree.right, at) };
    default:
      return tree;
  }
}
