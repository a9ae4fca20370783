/** Which cells are to be written so that the tables show the rounded figures in the new money unit? */
import type { Amount } from '../amount';
import type { CurrencyUnit } from '../forms/terms';
import { currencyUnitTitles } from '../forms/terms';
import { cellAt } from '../grid';
import type { Figure, TableView } from '../returns/tableView';
import { formulaFollows, totalCells } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { RoundedFigure } from './roundReturn';

/** One cell, zero-based. */
export interface RoundedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /**
   * An amount, to be typed, or shown by the formula that stands there and adds up what it should; or the
   * text of a heading.
   */
  readonly content:
    | { readonly kind: 'amount'; readonly amount: Amount; readonly keepsFormula: boolean }
    | { readonly kind: 'text'; readonly text: string };
}

/** The cells of amounts, in the order of the figures. */
export function roundedAmounts(figures: readonly RoundedFigure[]): RoundedCell[] {
  const sound = new Set<Figure>();
  for (const table of new Set(figures.map(({ figure }) => figure.table))) {
    for (const { figure, equalities } of totalCells(table)) {
      if (equalities.some(formulaFollows)) sound.add(figure);
    }
  }
  return figures.map(({ figure, rounded }) => ({
    sheet: figure.table.sheet,
    row: figure.row,
    column: figure.column,
    content: { kind: 'amount', amount: rounded, keepsFormula: sound.has(figure) },
  }));
}

/** The cells of headings that name the old money unit, with the new one. */
export function roundedHeadings(unit: UnitReturn, currencyUnit: CurrencyUnit): RoundedCell[] {
  return tablesOfReturn(unit).flatMap((table) =>
    table.currencyUnit === currencyUnit ? [] : headingsOf(table, currencyUnit),
  );
}

function headingsOf(view: TableView, currencyUnit: CurrencyUnit): RoundedCell[] {
  const { grid, heading, range } = view.table;
  const stated = heading.currencyUnit.position;
  const lastRow = Math.min(...view.lines.map(({ line }) => line.row)) - 1;
  const cells: RoundedCell[] = [];
  const firstRow = Math.min(stated?.row ?? range.top, range.top);
  for (let row = Math.max(0, firstRow); row <= lastRow; row += 1) {
    const length = grid.rows[row]?.length ?? 0;
    for (let column = 0; column < length; column += 1) {
      const value = cellAt(grid, row, column)?.value;
      const isStated = stated !== null && row === stated.row && column === stated.column;
      const isInTable = column >= range.left && column <= range.right;
      if (typeof value !== 'string' || !(isStated || isInTable)) continue;
      const text = withUnit(value, view.currencyUnit, currencyUnit, isStated);
      if (text !== value) {
        cells.push({ sheet: view.sheet, row, column, content: { kind: 'text', text } });
      }
    }
  }
  return cells;
}

/** Elsewhere than where the unit is stated, only one in brackets is one of the columns': 预算数（元）. */
function withUnit(text: string, from: CurrencyUnit, to: CurrencyUnit, isStated: boolean): string {
  const word = currencyUnitTitles[from];
  const pattern = isStated
    ? new RegExp(`(^|[^十百千万亿])${word}`, 'g')
    : new RegExp(`([（(]\\s*)${word}(?=\\s*[）)])`, 'g');
  return text.replace(pattern, `$1${currencyUnitTitles[to]}`);
}
