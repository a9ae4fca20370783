/**
 * What is the value of a formula: where no program has calculated it, or calculated anew?
 *
 * Excel calculates files without results when it opens them; read from disk they hold no value. Sums,
 * sign, products, quotients, ROUND, IF, IFERROR and what looks for cells in a ledger are evaluated
 * exactly; anything else stays unknown.
 */
import type { Amount } from '../amount';
import { amountFromNumber, roundToPlace, unitOfPlace } from '../amount';
import type { Cell, CellPosition, Grid, WorkbookGrids } from '../grid';
import { cellAt, isCellError } from '../grid';
import { compared, isComparison } from './comparison';
import type { Scalar } from './criterion';
import type { Area, Cells, TextColumns } from './lookups';
import { Lookups, notFound } from './lookups';
import type { Comparison, Formula, Operator } from './parse';
import { parseFormula } from './parse';
import type { PartialSum } from './partialSums';
import { isPartialSum, partialSum } from './partialSums';

/** Longest chain of formulas that is followed. */
const longestChain = 200;

/** How formulas are evaluated. */
export interface Evaluation {
  /** True: formulas are calculated anew though a result is stored; one beyond reading keeps its result. */
  readonly recalculates: boolean;
  /**
   * Which hidden rows SUBTOTAL and AGGREGATE pass over: none · those of a hidden-rows function (109), as Excel does
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
  /** What formulas give now whose stored result is a text. */
  private readonly knownTexts = new Map<Cell, Scalar | undefined>();
  private readonly sheets: ReadonlyMap<string, Grid>;
  /** Formulas being worked out, outermost first. */
  private readonly open: Cell[] = [];
  private readonly circles = new Set<Cell>();
  private readonly columns: TextColumns = new Map();
  private readonly believed = new Set<Cell>();
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

  /**
   * Formulas beyond reading, as far as they have been come across: what is stored of them was taken.
   * Empty unless formulas are calculated anew.
   */
  get beyondReading(): ReadonlySet<Cell> {
    return this.believed;
  }

  private cellValue(cell: Cell | undefined, grid: Grid, depth: number): Amount | null {
    if (cell === undefined) return 0n;
    const { value, formula } = cell;
    const shown = typeof value === 'number' ? amountFromNumber(value) : null;
    if (shown !== null && !(this.how.recalculates && formula !== null)) return shown;
    if (typeof value === 'string') {
      const now = this.nowOf(cell, value, grid, depth);
      return typeof now === 'string' ? this.textValue(cell, now) : now;
    }
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
    const worked = tree === null ? null : this.evaluate(tree, grid, depth + 1);
    const result = worked ?? shown;
    if (worked === null && shown !== null) this.believed.add(cell);
    this.open.pop();
    this.known.set(cell, result);
    return result;
  }

  /** What stands in a cell whose stored content is this text: calculated anew, a formula may give a number by now. */
  private nowOf(cell: Cell, stored: string, grid: Grid, depth: number): string | Amount {
    const { formula } = cell;
    if (formula === null || !this.how.recalculates) return stored;
    if (this.open.includes(cell)) {
      for (const circular of this.open.slice(this.open.indexOf(cell))) this.circles.add(circular);
      return stored;
    }
    if (!this.knownTexts.has(cell)) {
      this.open.push(cell);
      const tree = depth > longestChain ? null : parseFormula(formula);
      this.knownTexts.set(cell, tree === null ? undefined : this.result(tree, grid, depth + 1));
      this.open.pop();
    }
    const now = this.knownTexts.get(cell);
    if (typeof now === 'bigint' || typeof now === 'string') return now;
    this.believed.add(cell);
    return stored;
  }

  /** What a formula gives, be it a text; undefined where it cannot be told. */
  private result(tree: Formula, grid: Grid, depth: number): Scalar | undefined {
    if (tree.kind === 'cell') return this.scalar(tree, grid, depth) ?? 0n;
    if (tree.kind !== 'call') return this.scalar(tree, grid, depth);
    const [first, second] = tree.args;
    if (tree.name === 'IF') {
      const taken = this.taken(tree.args, grid, depth);
      return taken === null ? undefined : this.result(taken, grid, depth);
    }
    if (tree.name === 'IFERROR' && first !== undefined && second !== undefined) {
      const value = this.result(first, grid, depth);
      if (value !== undefined) return value;
      return this.isError(first, grid, depth) ? this.result(second, grid, depth) : undefined;
    }
    return this.scalar(tree, grid, depth);
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
        const { operator } = tree;
        if (isComparison(operator)) {
          const holds = this.compare(operator, tree, grid, depth);
          return holds === undefined ? null : truthAmount(holds);
        }
        const left = this.evaluate(tree.left, grid, depth);
        const right = this.evaluate(tree.right, grid, depth);
        if (left === null || right === null) return null;
        return combine(operator, left, right);
      }
      case 'call':
        return this.call(tree.name, tree.args, grid, depth);
    }
  }

  private call(name: string, args: readonly Formula[], grid: Grid, depth: number): Amount | null {
    const [first, second] = args;
    if (name === 'TRUE' || name === 'FALSE') return truthAmount(name === 'TRUE');
    if (first === undefined) return null;
    if (name === 'SUM') return this.sum(args, grid, depth, anyCell);
    const partial = partialSum(name, args);
    if (partial !== null) return this.sum(partial.args, grid, depth, this.countedBy(partial));
    if (name === 'ROUND' && second?.kind === 'number') {
      const value = this.evaluate(first, grid, depth);
      const places = Number(second.text);
      return value === null || !Number.isInteger(places) || places < 0
        ? null
        : roundToPlace(value, places);
    }
    if (name === 'IF') return this.branch(args, grid, depth);
    if (name === 'IFERROR') {
      const value = this.evaluate(first, grid, depth);
      if (value !== null || second === undefined) return value;
      return this.isError(first, grid, depth) ? this.evaluate(second, grid, depth) : null;
    }
    const found = this.lookups(grid, depth).valueOf(name, args);
    return found === notFound ? null : found;
  }

  private branch(args: readonly Formula[], grid: Grid, depth: number): Amount | null {
    const taken = this.taken(args, grid, depth);
    return taken === null ? null : this.evaluate(taken, grid, depth);
  }

  /** Which part of an IF counts; null where that cannot be told, or the part is left out. */
  private taken(args: readonly Formula[], grid: Grid, depth: number): Formula | null {
    const [condition, yes, no] = args;
    if (condition === undefined || args.length > 3) return null;
    const holds = this.evaluate(condition, grid, depth);
    if (holds === null) return null;
    return (holds === 0n ? no : yes) ?? null;
  }

  /** True where it is sure that there is an error value; false where it is none, or not known. */
  private isError(tree: Formula, grid: Grid, depth: number): boolean {
    switch (tree.kind) {
      case 'negate':
        return this.isError(tree.operand, grid, depth);
      case 'binary': {
        const isByZero = tree.operator === '/' && this.evaluate(tree.right, grid, depth) === 0n;
        if (isByZero && this.evaluate(tree.left, grid, depth) !== null) return true;
        return this.isError(tree.left, grid, depth) || this.isError(tree.right, grid, depth);
      }
      case 'call': {
        if (tree.name === 'IF' || tree.name === 'IFERROR') return false;
        return (
          this.lookups(grid, depth).valueOf(tree.name, tree.args) === notFound ||
          tree.args.some((arg) => this.isError(arg, grid, depth))
        );
      }
      default:
        return false;
    }
  }

  /** Undefined where it cannot be told. */
  private compare(
    operator: Comparison,
    { left, right }: Extract<Formula, { kind: 'binary' }>,
    grid: Grid,
    depth: number,
  ): boolean | undefined {
    const one = this.scalar(left, grid, depth);
    const other = one === undefined ? undefined : this.scalar(right, grid, depth);
    return one === undefined || other === undefined ? undefined : compared(operator, one, other);
  }

  private scalar(tree: Formula, grid: Grid, depth: number): Scalar | undefined {
    if (tree.kind === 'text') return tree.text.replaceAll('""', '"');
    if (tree.kind !== 'cell') return this.evaluate(tree, grid, depth) ?? undefined;
    const sheet = this.sheetOf(tree.sheet, grid);
    return sheet && this.scalarAt(sheet, tree.at, depth);
  }

  private scalarAt(sheet: Grid, { row, column }: CellPosition, depth: number): Scalar | undefined {
    const cell = cellAt(sheet, row, column);
    if (cell === undefined || (cell.value === null && cell.formula === null)) return null;
    const { value, formula } = cell;
    if (typeof value !== 'string' && typeof value !== 'boolean') {
      return this.cellValue(cell, sheet, depth) ?? undefined;
    }
    if (typeof value === 'string') return this.nowOf(cell, value, sheet, depth);
    if (formula !== null && this.how.recalculates) this.believed.add(cell);
    return value;
  }

  private lookups(grid: Grid, depth: number): Lookups {
    const cells: Cells = {
      areaOf: (tree) => this.areaOf(tree, grid),
      scalarOf: (tree) => this.scalar(tree, grid, depth),
      numberOf: (tree) => this.evaluate(tree, grid, depth),
      scalarAt: (sheet, at) => this.scalarAt(sheet, at, depth),
      numberAt: (sheet, at) => {
        const value = this.scalarAt(sheet, at, depth);
        if (value === null) return 0n;
        return typeof value === 'bigint' ? value : null;
      },
      summedValue: (sheet, { row, column }) => {
        const cell = cellAt(sheet, row, column);
        return cell === undefined ? 0n : this.summedValue(cell, sheet, depth);
      },
      spend: (count) => {
        this.cellsLeft -= count;
        return this.cellsLeft >= 0;
      },
    };
    return new Lookups(cells, this.columns);
  }

  private areaOf(tree: Formula | undefined, grid: Grid): Area | null {
    if (tree?.kind !== 'range' && tree?.kind !== 'cell') return null;
    const sheet = this.sheetOf(tree.sheet, grid);
    if (sheet === undefined) return null;
    const [from, to] = tree.kind === 'cell' ? [tree.at, tree.at] : [tree.from, tree.to];
    return {
      sheet,
      top: Math.min(from.row, to.row),
      bottom: Math.max(from.row, to.row),
      left: Math.min(from.column, to.column),
      right: Math.max(from.column, to.column),
    };
  }

  /** Which cells a partial sum adds up: mostly no other such sums, and not every hidden row. */
  private countedBy({ leavesOut, countsOthers }: PartialSum): CountsCell {
    const { passesOver } = this.how;
    const skips =
      (passesOver !== 'none' && leavesOut === 'hidden') ||
      (passesOver === 'all' && leavesOut === 'filtered');
    return (cell, row, { hiddenRows }) =>
      !(skips && hiddenRows.has(row)) && (countsOthers || !isPartialSum(cell.formula));
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
    if (typeof cell.value === 'string') {
      const now = this.nowOf(cell, cell.value, sheet, depth);
      return typeof now === 'bigint' ? now : (this.how.textAmount?.(cell) ?? 0n);
    }
    return this.cellValue(cell, sheet, depth);
  }

  private sheetOf(name: string | null, own: Grid): Grid | undefined {
    return name === null ? own : this.sheets.get(name);
  }
}

/** Whether a cell of a range is added up. */
type CountsCell = (cell: Cell, row: number, sheet: Grid) => boolean;

const anyCell: CountsCell = () => true;

/** What a truth value counts for in arithmetic. */
function truthAmount(holds: boolean): Amount {
  return holds ? unitOfPlace(0) : 0n;
}

function combine(
  operator: Exclude<Operator, Comparison>,
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
  }
}
