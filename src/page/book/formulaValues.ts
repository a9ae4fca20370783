/** What does one formula come to, given what the cells show that it refers to? */
import { amountFromNumber, numberFromAmount } from '../../domain/amount';
import { compared, isComparison } from '../../domain/formulas/comparison';
import { Lookups, notFound, type Cells, type TextColumns } from '../../domain/formulas/lookups';
import type { Comparison, Formula } from '../../domain/formulas/parse';
import { parseFormula } from '../../domain/formulas/parse';
import { isCellError, type CellPosition, type CellValue, type Grid } from '../../domain/grid';
import { asNumber, BeyondUs, ErrorValue, extreme, rounded, scalar, sum } from './cellValues';
import { areaOf, areasOf, shifted, sizeOf } from './formulaAreas';

/** The sheets that formulas refer to. */
export interface KnownSheets {
  /** −1 where the workbook has none of the name. @throws BeyondUs where it is not known what it holds. */
  indexOf(name: string): number;
  gridAt(index: number): Grid | undefined;
}

/** Deepest nesting of formulas that refer to each other. */
const deepest = 1_000;

/** Cells that are multiplied at most. */
const mostProducts = 100_000;

/** Cells that are looked at in ledgers at most. */
const mostCells = 2_000_000;

export class FormulaValues {
  #depth = 0;
  #cellsLeft = mostCells;
  readonly #columns: TextColumns = new Map();

  /** @param at what a cell shows. @throws BeyondUs where that is not known */
  constructor(
    private readonly at: (sheet: number, row: number, column: number) => CellValue,
    private readonly sheets: KnownSheets,
  ) {}

  /** @throws BeyondUs */
  of(formula: string, sheet: number): CellValue {
    if (formula.includes('#REF!')) return { error: '#REF!' };
    const tree = parseFormula(formula);
    if (tree === null || this.#depth >= deepest) throw new BeyondUs();
    this.#depth += 1;
    try {
      return this.#value(tree, sheet) ?? 0;
    } catch (error) {
      if (error instanceof ErrorValue) return { error: error.message };
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  /** A value of any kind; null for a blank cell. */
  #value(tree: Formula, own: number): CellValue {
    switch (tree.kind) {
      case 'text':
        return tree.text.replaceAll('""', '"');
      case 'cell':
        return this.at(this.#sheet(tree.sheet, own), tree.at.row, tree.at.column);
      case 'call':
        if (tree.name === 'IFERROR') return this.#ifError(tree.args, own);
        if (tree.name === 'IF') return this.#if(tree.args, own);
        if (tree.args.length === 0 && /^(?:TRUE|FALSE)$/.test(tree.name))
          return tree.name === 'TRUE';
        return this.#number(tree, own);
      case 'binary':
        return isComparison(tree.operator)
          ? this.#compared(tree.operator, tree, own)
          : this.#number(tree, own);
      case 'number':
      case 'negate':
      case 'range':
        return this.#number(tree, own);
    }
  }

  #ifError([tried, instead, ...more]: readonly Formula[], own: number): CellValue {
    if (tried === undefined || instead === undefined || more.length > 0) throw new BeyondUs();
    try {
      const value = this.#value(tried, own);
      if (!isCellError(value)) return value;
    } catch (error) {
      if (!(error instanceof ErrorValue)) throw error;
    }
    return this.#value(instead, own);
  }

  #if([condition, yes, no, ...more]: readonly Formula[], own: number): CellValue {
    if (condition === undefined || yes === undefined || more.length > 0) throw new BeyondUs();
    const taken = this.#number(condition, own) === 0 ? no : yes;
    return taken === undefined ? false : this.#value(taken, own);
  }

  #compared(
    operator: Comparison,
    { left, right }: Extract<Formula, { kind: 'binary' }>,
    own: number,
  ): boolean {
    const [one, other] = [scalar(this.#value(left, own)), scalar(this.#value(right, own))];
    const holds =
      one === undefined || other === undefined ? undefined : compared(operator, one, other);
    if (holds === undefined) throw new BeyondUs();
    return holds;
  }

  #number(tree: Formula, own: number): number {
    switch (tree.kind) {
      case 'number':
        return Number(tree.text);
      case 'text':
      case 'cell':
        return asNumber(this.#value(tree, own));
      case 'negate':
        return -this.#number(tree.operand, own);
      case 'binary':
        return this.#combined(tree, own);
      case 'call': {
        const isAny = ['IF', 'IFERROR', 'TRUE', 'FALSE'].includes(tree.name);
        return isAny ? asNumber(this.#value(tree, own)) : this.#called(tree.name, tree.args, own);
      }
      case 'range':
        throw new BeyondUs();
    }
  }

  #combined(tree: Extract<Formula, { kind: 'binary' }>, own: number): number {
    if (isComparison(tree.operator)) return Number(this.#compared(tree.operator, tree, own));
    const [left, right] = [this.#number(tree.left, own), this.#number(tree.right, own)];
    switch (tree.operator) {
      case '+':
        return left + right;
      case '-':
        return left - right;
      case '*':
        return left * right;
      case '/':
        if (right === 0) throw new ErrorValue('#DIV/0!');
        return left / right;
    }
  }

  #called(name: string, args: readonly Formula[], own: number): number {
    const [first, second] = args;
    if (first === undefined) throw new BeyondUs();
    switch (name) {
      case 'SUM':
        return sum(this.#numbers(args, own));
      case 'MAX':
        return extreme(this.#numbers(args, own), (one, other) => one > other);
      case 'MIN':
        return extreme(this.#numbers(args, own), (one, other) => one < other);
      case 'AVERAGE': {
        const numbers = this.#numbers(args, own);
        if (numbers.length === 0) throw new ErrorValue('#DIV/0!');
        return sum(numbers) / numbers.length;
      }
      case 'SUBTOTAL':
        return this.#subtotal(first, args.slice(1), own);
      case 'SUMPRODUCT':
        return this.#sumProduct(args, own);
      case 'ABS':
        if (second !== undefined) throw new BeyondUs();
        return Math.abs(this.#number(first, own));
      case 'ROUND':
        if (second === undefined || args.length > 2) throw new BeyondUs();
        return rounded(this.#number(first, own), this.#number(second, own));
      default:
        return this.#found(name, args, own);
    }
  }

  /** Only sums, of rows that are all shown: filters and hidden rows are another matter. */
  #subtotal(code: Formula, args: readonly Formula[], own: number): number {
    if (code.kind !== 'number' || !['9', '109'].includes(code.text)) throw new BeyondUs();
    for (const arg of args) {
      if (arg.kind !== 'range') continue;
      const grid = this.sheets.gridAt(this.#sheet(arg.sheet, own));
      for (const row of grid?.hiddenRows ?? []) {
        if (row >= arg.from.row && row <= arg.to.row) throw new BeyondUs();
      }
    }
    return sum(this.#numbers(args, own, true));
  }

  /**
   * Of areas that are all as large, and of their products and the like. What is neither a number nor blank
   * counts as 0 in an area by itself, and not at all in arithmetic; which error would be shown is not known.
   */
  #sumProduct(args: readonly Formula[], own: number): number {
    const areas = args.flatMap(areasOf);
    const [height = 0, width = 0] = areas[0] === undefined ? [] : sizeOf(areas[0]);
    const isEven = areas.every((area) => sizeOf(area).join() === [height, width].join());
    const isEach = args.every((arg) => areasOf(arg).length > 0);
    if (!isEven || !isEach || height * width > mostProducts) throw new BeyondUs();
    let total = 0;
    try {
      for (let down = 0; down < height; down += 1) {
        for (let across = 0; across < width; across += 1) {
          total += args.reduce((product, arg) => product * this.#factor(arg, own, down, across), 1);
        }
      }
    } catch (error) {
      throw error instanceof ErrorValue ? new BeyondUs() : error;
    }
    return total;
  }

  #factor(arg: Formula, own: number, down: number, across: number): number {
    if (arg.kind !== 'range') return this.#number(shifted(arg, down, across), own);
    const value = this.#value(shifted(arg, down, across), own);
    if (isCellError(value)) throw new ErrorValue(value.error);
    return typeof value === 'number' ? value : 0;
  }

  /** What looks for cells in a ledger, as a check works it out. @throws BeyondUs where that cannot be told */
  #found(name: string, args: readonly Formula[], own: number): number {
    const found = new Lookups(this.#cells(own), this.#columns).valueOf(name, args);
    if (found === null) throw new BeyondUs();
    if (found === notFound) throw new ErrorValue('#N/A');
    return numberFromAmount(found);
  }

  #cells(own: number): Cells {
    const indices = new Map<Grid, number>();
    const at = (sheet: Grid, { row, column }: CellPosition) => {
      const index = indices.get(sheet);
      return index === undefined ? null : this.at(index, row, column);
    };
    return {
      areaOf: (tree) => {
        if (tree?.kind !== 'range' && tree?.kind !== 'cell') return null;
        const index = this.#sheet(tree.sheet, own);
        const sheet = this.sheets.gridAt(index);
        if (sheet === undefined) return null;
        indices.set(sheet, index);
        return { sheet, ...areaOf(tree) };
      },
      scalarOf: (tree) => scalar(this.#value(tree, own)),
      numberOf: (tree) => amountFromNumber(this.#number(tree, own)),
      scalarAt: (sheet, place) => scalar(at(sheet, place)),
      numberAt: (sheet, place) => {
        const value = scalar(at(sheet, place));
        if (value === null) return 0n;
        return typeof value === 'bigint' ? value : null;
      },
      summedValue: (sheet, place) => {
        const value = at(sheet, place);
        if (isCellError(value)) throw new ErrorValue(value.error);
        return typeof value === 'number' ? amountFromNumber(value) : 0n;
      },
      spend: (count) => {
        this.#cellsLeft -= count;
        return this.#cellsLeft >= 0;
      },
    };
  }

  /** References pass over text and truth values; an error among them is the outcome. */
  #numbers(args: readonly Formula[], own: number, skipsSubtotals = false): number[] {
    const numbers: number[] = [];
    for (const arg of args) {
      if (arg.kind !== 'cell' && arg.kind !== 'range') {
        numbers.push(this.#number(arg, own));
        continue;
      }
      const index = this.#sheet(arg.sheet, own);
      const rows = this.sheets.gridAt(index)?.rows ?? [];
      const [from, to] = arg.kind === 'cell' ? [arg.at, arg.at] : [arg.from, arg.to];
      const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
      const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
      for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
        const line = rows[row];
        if (line === undefined) continue;
        for (let column = left; column <= Math.min(right, line.length - 1); column += 1) {
          const cell = line[column];
          if (cell === undefined) continue;
          if (skipsSubtotals && /^=SUBTOTAL\(/i.test(cell.formula ?? '')) continue;
          const value = this.at(index, row, column);
          if (isCellError(value)) throw new ErrorValue(value.error);
          if (typeof value === 'number') numbers.push(value);
        }
      }
    }
    return numbers;
  }

  #sheet(name: string | null, own: number): number {
    const index = name === null ? own : this.sheets.indexOf(name);
    if (index < 0) throw new ErrorValue('#REF!');
    return index;
  }
}
