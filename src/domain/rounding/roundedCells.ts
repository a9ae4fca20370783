/** Which cells are to be written so that the tables show the rounded figures in the new money unit? */
import type { Amount } from '../amount';
import { roundToPlace } from '../amount';
import type { CurrencyUnit } from '../forms/terms';
import { currencyUnitTitles } from '../forms/terms';
import { parseFormula } from '../formulas/parse';
import { cellAddress, cellAt } from '../grid';
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
  const sound = soundFormulas(figures);
  return figures.map(({ figure, rounded }) => ({
    sheet: figure.table.sheet,
    row: figure.row,
    column: figure.column,
    content: { kind: 'amount', amount: rounded, keepsFormula: sound.has(figure) },
  }));
}

/** Figures whose formulas give way to amounts. */
export function replacedFormulas(figures: readonly RoundedFigure[]): Figure[] {
  const sound = soundFormulas(figures);
  return figures.flatMap(({ figure }) =>
    figure.formula === null || sound.has(figure) ? [] : [figure],
  );
}

/** Figures whose formulas add up what they should, or take over a figure that becomes the same. */
function soundFormulas(figures: readonly RoundedFigure[]): ReadonlySet<Figure> {
  const sound = new Set<Figure>();
  for (const table of new Set(figures.map(({ figure }) => figure.table))) {
    for (const { figure, equalities } of totalCells(table)) {
      if (equalities.some(formulaFollows)) sound.add(figure);
    }
  }
  const becomes = new Map(figures.map(({ figure, rounded }) => [placeKey(figure), rounded]));
  for (const { figure, rounded } of figures) {
    const taken = takenOver(figure);
    if (taken !== null && becomes.get(taken) === rounded) sound.add(figure);
    if (!canShow(figure, rounded)) sound.delete(figure);
  }
  return sound;
}

/** False for a formula that itself rounds to fewer places than the amount has (=ROUND(SUM(C5:C23),2)). */
function canShow({ formula }: Figure, amount: Amount): boolean {
  const tree = formula === null ? null : parseFormula(formula);
  if (tree?.kind !== 'call' || tree.name !== 'ROUND') return true;
  const places = tree.args[1];
  return (
    places?.kind !== 'number' || roundToPlace(amount, Math.trunc(Number(places.text))) === amount
  );
}

function placeKey({ table, address }: Figure): string {
  return `${table.sheet}!${address}`;
}

/** The cell that a formula takes over as it is (=统计表1!C24); null for any other formula. */
function takenOver({ formula, table }: Figure): string | null {
  const tree = formula === null ? null : parseFormula(formula);
  if (tree?.kind !== 'cell') return null;
  return `${tree.sheet ?? table.sheet}!${cellAddress(tree.at.row, tree.at.column)}`;
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
