/**
 * What is the value of a formula: where no program has calculated it, or calculated anew?
 *
 * Excel calculates files without results when it opens them; read from disk they hold no value. Sums,
 * sign, products, quotients and ROUND are evaluated exactly; anything else stays unknown.
 */
import type { Amount } from '../amount';
import { amountFromNumber, roundToPlace, unitOfPlace } from '../amount';
import type { Cell, Grid, WorkbookGrids } from '../grid';
import { cellAt, isCellError } from '../grid';
import type { Formula } from './parse';
import { parseFormula } from './parse';

/** Longest chain of formulas that is followed. */
const longestChain = 200;

/** How formulas are evaluated. */
export interface Evaluation {
  /** True: formulas are calculated anew though a result is stored; one beyond reading keeps its result. */
  readonly recalculates: boolean;
  /**
   * Which hidden rows SUBTOTAL passes over: none · those of a hidden-rows function (109), as Excel does
   * with rows that were hidden by hand · all, as Excel does with a filter.
   */
  readonly passesOver: 'none' | 'byFunction' | 'all';
  /** What a text counts for; null for nothing, as in Excel. */
  readonly textAmount: ((cell: Cell) => Amount | null) | null;
}

const stored: Evaluation = { recalculates: false, passesOver: 'none', textAmount: null };

/** Cells that one evaluator adds up at most; a workbook of endless sums is left unknown. */
const mostCells = 2_000_000;

/** Evaluates formulas of one workbook, each at most once. */
export class FormulaEvaluator {
  private readonly known = new Map<Cell, Amount | null>();
  private readonly sheets: ReadonlyMap<string, Grid>;
  /** Formulas being worked out, outermost first. */
  private readonly open: Cell[] = [];
  private readonly circles = new Set<Cell>();
  private cellsLeft = mostCells;

  constructor(
    workbook: WorkbookGrids,
    private readonly how: Evaluation = stored,
  ) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  }

  /** The exact value of a cell's formula; null where it cannot be told. */
  valueOf(cell: Cell, grid: Grid): Amount | null {
    return this.cellValue(cell, grid, 0);
  }

  /** True for a formula that needs its own result, once it has been evaluated. */
  isCircular(cell: Cell): boolean {
    return this.circles.has(cell);
  }

  private cellValue(cell: Cell | undefined, grid: Grid, depth: number): Amount | null {
    if (cell === undefined) return 0n;
    const { value, formula } = cell;
    const shown = typeof value === 'number' ? amountFromNumber(value) : null;
    if (shown !== null && !(this.how.recalculates && formula !== null)) return shown;
    if (typeof value === 'string') return this.textValue(cell, value);
    if (isCellError(value) || typeof value === 'boolean') return null;
    if (formula === null) return 0n;
    if (this.open.includes(cell)) {
      for (const circular of this.open.slice(this.open.indexOf(cell))) this.circles.add(circular);
      return shown;
    }
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    this.open.push(cell);
    const tree = depth > longestChain ? null : parseFormula(formula);
    const result = (tree === null ? null : this.evaluate(tree, grid, depth + 1)) ?? shown;
    this.open.pop();
    this.known.set(cell, result);
    return result;
  }

  /** What a text is to an operator; Excel takes one that is a plain number for it. */
  private textValue(cell: Cell, text: string): Amount | null {
    const bare = text.trim();
    const { recalculates, textAmount } = this.how;
    if (bare === '') return recalculates ? null : 0n;
    if (!recalculates) return null;
    const counted = textAmount?.(cell) ?? null;
    if (counted !== null) return counted;
    return /^[-+]?\d{1,15}(?:\.\d{1,12})?$/.test(bare) ? amountFromNumber(Number(bare)) : null;
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
    if (name === 'SUM') return this.sum(args, grid, depth, anyCell);
    if (name === 'SUBTOTAL') {
      const counted = first.kind === 'number' ? this.subtotalled(first.text) : null;
      return counted === null ? null : this.sum(args.slice(1), grid, depth, counted);
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

  /** Which cells SUBTOTAL adds up: no other subtotals, and not every hidden row. */
  private subtotalled(code: string): CountsCell | null {
    if (code !== '9' && code !== '109') return null;
    const { passesOver } = this.how;
    const skips = passesOver === 'all' || (passesOver === 'byFunction' && code === '109');
    return (cell, row, { hiddenRows }) =>
      !(skips && hiddenRows.has(row)) && !/^=SUBTOTAL\(/i.test(cell.formula ?? '');
  }

  private sum(
    args: readonly Formula[],
    grid: Grid,
    depth: number,
    counts: CountsCell,
  ): Amount | null {
    let total = 0n;
    for (const arg of args) {
      const value = this.summand(arg, grid, depth, counts);
      if (value === null) return null;
      total += value;
    }
    return total;
  }

  /** Inside SUM a reference to a text counts nothing, be it one cell or a range. */
  private summand(arg: Formula, grid: Grid, depth: number, counts: CountsCell): Amount | null {
    if (arg.kind === 'cell') {
      const { sheet, at } = arg;
      return this.sumRange({ kind: 'range', sheet, from: at, to: at }, grid, depth, counts);
    }
    return arg.kind === 'range'
      ? this.sumRange(arg, grid, depth, counts)
      : this.evaluate(arg, grid, depth);
  }

  private sumRange(
    range: Extract<Formula, { kind: 'range' }>,
    grid: Grid,
    depth: number,
    counts: CountsCell,
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
      this.cellsLeft -= 1;
      for (const cell of sheet.rows[row]?.slice(left, right + 1) ?? []) {
        this.cellsLeft -= 1;
        if (this.cellsLeft < 0) return null;
        if (cell === undefined || !counts(cell, row, sheet)) continue;
        const value = this.summedValue(cell, sheet, depth);
        if (value === null) return null;
        total += value;
      }
    }
    return total;
  }

  /** SUM passes over text, as Excel does, unless texts are to count. */
  private summedValue(cell: Cell, sheet: Grid, depth: number): Amount | null {
    if (typeof cell.value === 'string') return this.how.textAmount?.(cell) ?? 0n;
    return this.cellValue(cell, sheet, depth);
  }

  private sheetOf(name: string | null, own: Grid): Grid | undefined {
    return name === null ? own : this.sheets.get(name);
  }
}

/** Whether a cell of a range is added up. */
type CountsCell = (cell: Cell, row: number, sheet: Grid) => boolean;

const anyCell: CountsCell = () => true;

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
