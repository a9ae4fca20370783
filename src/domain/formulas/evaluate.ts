/**
 * What is the value of a formula that the program which wrote the file never calculated?
 *
 * Excel calculates such files when it opens them; read from disk they hold no value. Sums, sign,
 * products, quotients and ROUND are evaluated exactly; anything else stays unknown.
 */
import type { Amount } from '../amount';
import { amountFromNumber, roundToPlace, unitOfPlace } from '../amount';
import type { Cell, Grid, WorkbookGrids } from '../grid';
import { cellAt, isCellError } from '../grid';
import type { Formula } from './parse';
import { parseFormula } from './parse';

/** Longest chain of formulas that is followed. */
const longestChain = 200;

/** Evaluates formulas of one workbook, each at most once. */
export class FormulaEvaluator {
  private readonly known = new Map<Cell, Amount | null>();
  private readonly sheets: ReadonlyMap<string, Grid>;

  constructor(workbook: WorkbookGrids) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  }

  /** The exact value of a cell that has a formula and no value; null where it cannot be told. */
  valueOf(cell: Cell, grid: Grid): Amount | null {
    return this.cellValue(cell, grid, 0);
  }

  private cellValue(cell: Cell | undefined, grid: Grid, depth: number): Amount | null {
    if (cell === undefined) return 0n;
    const { value, formula } = cell;
    if (typeof value === 'number') return amountFromNumber(value);
    if (typeof value === 'string') return value.trim() === '' ? 0n : null;
    if (isCellError(value) || typeof value === 'boolean') return null;
    if (formula === null) return 0n;
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    // Held as unknown while it is being worked out, so that a circle ends.
    this.known.set(cell, null);
    const tree = depth > longestChain ? null : parseFormula(formula);
    const result = tree === null ? null : this.evaluate(tree, grid, depth + 1);
    this.known.set(cell, result);
    return result;
  }

  private evaluate(tree: Formula, grid: Grid, depth: number): Amount | null {
    switch (tree.kind) {
      case 'number':
        return amountFromNumber(Number(tree.text));
      case 'text':
      case 'range':
        return null;
      case 'cell': {
        const sheet = this.sheetOf(tree.sheet, grid);
        if (sheet === undefined) return null;
        return this.cellValue(cellAt(sheet, tree.at.row, tree.at.column), sheet, depth);
      }
      case 'negate': {
        const operand = this.evaluate(tree.operand, grid, depth);
        return operand === null ? null : -operand;
      }
      case 'binary': {
        const left = this.evaluate(tree.left, grid, depth);
        const right = this.evaluate(tree.right, grid, depth);
        if (left === null || right === null) return null;
        return combine(tree.operator, left, right);
      }
      case 'call':
        return this.call(tree.name, tree.args, grid, depth);
    }
  }

  private call(name: string, args: readonly Formula[], grid: Grid, depth: number): Amount | null {
    const [first, second] = args;
    if (first === undefined) return null;
    if (name === 'SUM') return this.sum(args, grid, depth);
    if (name === 'SUBTOTAL') {
      return first.kind === 'number' && ['9', '109'].includes(first.text)
        ? this.sum(args.slice(1), grid, depth)
        : null;
    }
    if (name === 'ROUND' && second?.kind === 'number') {
      const value = this.evaluate(first, grid, depth);
      const places = Number(second.text);
      return value === null || !Number.isInteger(places) || places < 0
        ? null
        : roundToPlace(value, places);
    }
    return null;
  }

  private sum(args: readonly Formula[], grid: Grid, depth: number): Amount | null {
    let total = 0n;
    for (const arg of args) {
      const value = this.summand(arg, grid, depth);
      if (value === null) return null;
      total += value;
    }
    return total;
  }

  /** Inside SUM a reference to a text counts nothing, be it one cell or a range. */
  private summand(arg: Formula, grid: Grid, depth: number): Amount | null {
    if (arg.kind === 'cell') {
      const { sheet, at } = arg;
      return this.sumRange({ kind: 'range', sheet, from: at, to: at }, grid, depth);
    }
    return arg.kind === 'range' ? this.sumRange(arg, grid, depth) : this.evaluate(arg, grid, depth);
  }

  private sumRange(
    range: Extract<Formula, { kind: 'range' }>,
    grid: Grid,
    depth: number,
  ): Amount | null {
    const sheet = this.sheetOf(range.sheet, grid);
    if (sheet === undefined) return null;
    const [top, bottom] = [range.from.row, range.to.row].sort((a, b) => a - b) as [number, number];
    const [left, right] = [range.from.column, range.to.column].sort((a, b) => a - b) as [
      number,
      number,
    ];
    let total = 0n;
    for (let row = top; row <= Math.min(bottom, sheet.rows.length - 1); row += 1) {
      for (const cell of sheet.rows[row]?.slice(left, right + 1) ?? []) {
        // SUM passes over text, as Excel does.
        if (cell === undefined || typeof cell.value === 'string') continue;
        const value = this.cellValue(cell, sheet, depth);
        if (value === null) return null;
        total += value;
      }
    }
    return total;
  }

  private sheetOf(name: string | null, own: Grid): Grid | undefined {
    return name === null ? own : this.sheets.get(name);
  }
}

function combine(
  operator: Extract<Formula, { kind: 'binary' }>['operator'],
  left: Amount,
  right: Amount,
): Amount | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return (left * right) / unitOfPlace(0);
    case '/':
      return right === 0n ? null : (left * unitOfPlace(0)) / right;
    case 'comparison':
      return null;
  }
}
