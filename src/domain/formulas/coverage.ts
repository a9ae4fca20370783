/** Which cells does a total's formula add up, and how often each? */
import type { Formula } from './parse';
import { parseFormula } from './parse';
import { partialSum } from './partialSums';

/** Cells of the formula's own sheet by `row,column` (zero-based), with how often each is added. */
export type Coverage = ReadonlyMap<string, number>;

/** Largest range that is spelled out. */
const largestRange = 20000;

/** The key of a cell in a {@link Coverage}. */
export function coverageKey(row: number, column: number): string {
  return `${row},${column}`;
}

/**
 * The cells that a formula adds up; null where it is not a plain sum of cells of its own sheet, so
 * that nothing can be said about its range.
 */
export function formulaCoverage(formula: string, sheet: string): Coverage | null {
  const tree = parseFormula(formula);
  if (tree === null) return null;
  const covered = new Map<string, number>();
  return collect(tree, 1, sheet, covered) && covered.size > 0 ? covered : null;
}

function collect(tree: Formula, times: number, sheet: string, into: Map<string, number>): boolean {
  switch (tree.kind) {
    case 'number':
      // A typed number inside a total: not a plain sum, except for +0.
      return Number(tree.text) === 0;
    case 'text':
      return false;
    case 'cell':
      if (tree.sheet !== null && tree.sheet !== sheet) return false;
      add(into, tree.at.row, tree.at.column, times);
      return true;
    case 'range':
      return false;
    case 'negate':
      return collect(tree.operand, -times, sheet, into);
    case 'binary':
      if (tree.operator !== '+' && tree.operator !== '-') return false;
      return (
        collect(tree.left, times, sheet, into) &&
        collect(tree.right, tree.operator === '+' ? times : -times, sheet, into)
      );
    case 'call':
      return collectCall(tree.name, tree.args, times, sheet, into);
  }
}

function collectCall(
  name: string,
  args: readonly Formula[],
  times: number,
  sheet: string,
  into: Map<string, number>,
): boolean {
  const [first, second, third] = args;
  switch (name) {
    case 'SUM':
      return args.length > 0 && args.every((arg) => collectSummed(arg, times, sheet, into));
    case 'SUBTOTAL':
    case 'AGGREGATE': {
      const partial = partialSum(name, args);
      return partial?.args.every((arg) => collectSummed(arg, times, sheet, into)) === true;
    }
    case 'ROUND':
    case 'IFERROR':
    case 'N':
      return first !== undefined && collect(first, times, sheet, into);
    case 'IF': {
      // =IF(SUM(…)=0,"",SUM(…)): the branch that is not an empty text or zero.
      const branches = [second, third].filter(
        (branch) => branch !== undefined && !isNothing(branch),
      );
      const [only] = branches;
      return branches.length === 1 && only !== undefined && collect(only, times, sheet, into);
    }
    default:
      return false;
  }
}

function isNothing(tree: Formula): boolean {
  return (
    (tree.kind === 'text' && tree.text === '') ||
    (tree.kind === 'number' && Number(tree.text) === 0)
  );
}

/** Inside SUM ranges count too. */
function collectSummed(
  tree: Formula,
  times: number,
  sheet: string,
  into: Map<string, number>,
): boolean {
  if (tree.kind !== 'range') return collect(tree, times, sheet, into);
  if (tree.sheet !== null && tree.sheet !== sheet) return false;
  const [top, bottom] = ordered(tree.from.row, tree.to.row);
  const [left, right] = ordered(tree.from.column, tree.to.column);
  if ((bottom - top + 1) * (right - left + 1) > largestRange) return false;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) add(into, row, column, times);
  }
  return true;
}

function ordered(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}

function add(into: Map<string, number>, row: number, column: number, times: number): void {
  const key = coverageKey(row, column);
  const sum = (into.get(key) ?? 0) + times;
  if (sum === 0) into.delete(key);
  else into.set(key, sum);
}
