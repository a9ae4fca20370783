/**
 * What do the formulas of a workbook in memory come to? Arithmetic, SUM, SUMIFS with one equal text,
 * SUBTOTAL, MAX and ROUND with floating point, coercion and errors as in Excel; nothing of the product's own evaluation.
 */
import { isCellError, type Cell, type CellValue, type Grid } from '../../src/domain/grid';
import { parseFormula, type Formula } from '../../src/domain/formulas/parse';
import type { MemorySheet } from './MemorySheet';

/** Works all formulas out anew; the names of the sheets in which one shows something else now. */
export function calculate(sheets: readonly MemorySheet[]): string[] {
  const grids = sheets.map((sheet) => sheet.grid());
  if (!grids.some((grid) => formulasOf(grid).length > 0)) return [];
  const calculation = new Calculation(grids);
  const changed: string[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const grid = grids[index];
    if (grid === undefined) continue;
    let isOther = false;
    for (const { cell, row, column } of formulasOf(grid)) {
      const value = calculation.valueOf(cell, grid);
      if (sameValue(cell.value, value)) continue;
      sheet.calculate({ row, column }, value);
      isOther = true;
    }
    if (isOther) changed.push(sheet.name);
  }
  return changed;
}

function formulasOf(grid: Grid): { cell: Cell; row: number; column: number }[] {
  const found: { cell: Cell; row: number; column: number }[] = [];
  grid.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell !== undefined && cell.formula !== null) found.push({ cell, row, column });
    });
  });
  return found;
}

function sameValue(one: CellValue, other: CellValue): boolean {
  return isCellError(one) && isCellError(other) ? one.error === other.error : one === other;
}

/** An error value on its way through a formula. */
class ErrorValue extends Error {}

class Calculation {
  readonly #known = new Map<Cell, CellValue>();

  constructor(private readonly grids: readonly Grid[]) {}

  valueOf(cell: Cell | undefined, grid: Grid): CellValue {
    if (cell === undefined || cell.formula === null) return cell?.value ?? null;
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    if (cell.formula.includes('#REF!')) return { error: '#REF!' };
    const tree = parseFormula(cell.formula);
    if (tree === null) throw new Error(`${cell.formula} is beyond a workbook in memory.`);
    // A circle shows 0, as in Excel.
    this.#known.set(cell, 0);
    let value: CellValue;
    try {
      value = this.#number(tree, grid);
    } catch (error) {
      if (!(error instanceof ErrorValue)) throw error;
      value = { error: error.message };
    }
    this.#known.set(cell, value);
    return value;
  }

  #number(tree: Formula, grid: Grid): number {
    switch (tree.kind) {
      case 'number':
        return Number(tree.text);
      case 'cell': {
        const sheet = this.#sheet(tree.sheet, grid);
        return asNumber(this.valueOf(sheet.rows[tree.at.row]?.[tree.at.column], sheet));
      }
      case 'negate':
        return -this.#number(tree.operand, grid);
      case 'binary': {
        const [left, right] = [this.#number(tree.left, grid), this.#number(tree.right, grid)];
        if (tree.operator === '+') return left + right;
        if (tree.operator === '-') return left - right;
        if (tree.operator === '*') return left * right;
        if (tree.operator === '/' && right === 0) throw new ErrorValue('#DIV/0!');
        if (tree.operator === '/') return left / right;
        break;
      }
      case 'call': {
        const [first, second] = tree.args;
        if (tree.name === 'SUM') return sum(this.#numbers(tree.args, grid));
        if (tree.name === 'SUMIFS') return this.#sumIfs(tree.args, grid);
        if (tree.name === 'SUBTOTAL') return sum(this.#numbers(tree.args.slice(1), grid));
        if (tree.name === 'MAX') return Math.max(...this.#numbers(tree.args, grid));
        if (tree.name === 'ROUND' && first !== undefined && second !== undefined) {
          const scale = 10 ** this.#number(second, grid);
          const value = this.#number(first, grid);
          return (
            (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toFixed(6)))) / scale
          );
        }
        break;
      }
      case 'text':
      case 'range':
        break;
    }
    throw new Error(`${JSON.stringify(tree)} is beyond a workbook in memory.`);
  }

  /** The numbers of one column where another holds the text of a cell, letters' case aside. */
  #sumIfs([numbers, texts, wanted, ...more]: readonly Formula[], grid: Grid): number {
    if (
      numbers?.kind !== 'range' ||
      texts?.kind !== 'range' ||
      wanted?.kind !== 'cell' ||
      more[0]
    ) {
      throw new Error('SUMIFS with more than one text is beyond a workbook in memory.');
    }
    const label = this.valueOf(
      this.#sheet(wanted.sheet, grid).rows[wanted.at.row]?.[wanted.at.column],
      grid,
    );
    const from = this.#sheet(numbers.sheet, grid);
    const of = this.#sheet(texts.sheet, grid);
    let total = 0;
    const last = Math.min(numbers.to.row, from.rows.length - 1);
    for (let row = numbers.from.row; row <= last; row += 1) {
      const text = of.rows[row - numbers.from.row + texts.from.row]?.[texts.from.column]?.value;
      const value = this.valueOf(from.rows[row]?.[numbers.from.column], from);
      const isSame =
        typeof text === 'string' &&
        typeof label === 'string' &&
        text.toLowerCase() === label.toLowerCase();
      if (isSame && typeof value === 'number') total += value;
    }
    return total;
  }

  /** References pass over text and truth values; an error among them is the outcome. */
  #numbers(args: readonly Formula[], grid: Grid): number[] {
    const numbers: number[] = [];
    for (const arg of args) {
      if (arg.kind !== 'cell' && arg.kind !== 'range') {
        numbers.push(this.#number(arg, grid));
        continue;
      }
      const sheet = this.#sheet(arg.sheet, grid);
      const [from, to] = arg.kind === 'cell' ? [arg.at, arg.at] : [arg.from, arg.to];
      for (let row = from.row; row <= Math.min(to.row, sheet.rows.length - 1); row += 1) {
        for (const cell of sheet.rows[row]?.slice(from.column, to.column + 1) ?? []) {
          const value = this.valueOf(cell, sheet);
          if (isCellError(value)) throw new ErrorValue(value.error);
          if (typeof value === 'number') numbers.push(value);
        }
      }
    }
    return numbers;
  }

  #sheet(name: string | null, own: Grid): Grid {
    const sheet = name === null ? own : this.grids.find((grid) => grid.name === name);
    if (sheet === undefined) throw new ErrorValue('#REF!');
    return sheet;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function asNumber(value: CellValue): number {
  if (value === null) return 0;
  if (isCellError(value)) throw new ErrorValue(value.error);
  if (typeof value !== 'string') return Number(value);
  const plain = value.replace(/,(?=\d{3}(\D|$))/g, '').trim();
  if (plain === '' || Number.isNaN(Number(plain))) throw new ErrorValue('#VALUE!');
  return Number(plain);
}
