/** What do rules see of a recognised table? Its figures by line, block and measure, read once. */
import type { Amount } from '../amount';
import { roundToPlace, unitOfPlace } from '../amount';
import type { FigurePlace } from '../finding';
import type { FormulaEvaluator } from '../formulas/evaluate';
import type { BudgetBlock, CurrencyUnit, Measure } from '../forms/terms';
import { budgetBlocks, fenDecimals, measures } from '../forms/terms';
import type { Cell } from '../grid';
import { cellAddress, cellAt } from '../grid';
import type { FigureReading, FigureScale } from '../recognise/figure';
import { amountOf, isBlank, readFigure, scaleDecimals } from '../recognise/figure';
import type { RecognisedTable, TableLine } from '../recognise/table';

/** One figure of a table. */
export interface FigureCell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly line: TableLine;
  readonly block: BudgetBlock;
  readonly measure: Measure;
  readonly cell: Cell | undefined;
  readonly reading: FigureReading;
  /** Blanks as zero; null where the cell holds no figure or one that cannot be told. */
  readonly amount: Amount | null;
  readonly blank: boolean;
  readonly formula: string | null;
  /** True on the total line and in the total block. */
  readonly isTotal: boolean;
}

/** One line with its figures. */
export interface LineView {
  readonly line: TableLine;
  readonly figures: Readonly<Record<BudgetBlock, Readonly<Record<Measure, FigureCell>>>>;
}

/** One table with its figures. */
export interface TableView {
  readonly table: RecognisedTable;
  /** All lines in the order of the sheet. */
  readonly lines: readonly LineView[];
  /** The lines that the total line sums. */
  readonly summed: readonly LineView[];
  readonly total: LineView | null;
  /** The stated unit, 万元 where none is stated. */
  readonly currencyUnit: CurrencyUnit;
  /** Half a unit in the last place that the typed amounts use, at most 分. */
  readonly halfWidth: Amount;
  /** True where the table holds no figure at all but what its total formulas show. */
  readonly empty: boolean;
}

/** The two tables of a unit as rules see them. */
export interface PairView {
  readonly number: number;
  readonly table1: TableView | null;
  readonly table2: TableView | null;
}

/** Reads a table's figures. */
export function viewTable(table: RecognisedTable, evaluator: FormulaEvaluator): TableView {
  const currencyUnit = table.heading.currencyUnit.value ?? 'tenThousandYuan';
  const lines = table.lines.map((line) => viewLine(table, line, currencyUnit, evaluator));
  const figures = lines.flatMap((line) => figuresOf(line));
  return {
    table,
    lines,
    summed: lines.filter((view) => view.line.kind === 'serviceArea'),
    total: lines.find((view) => view.line.kind === 'total') ?? null,
    currencyUnit,
    halfWidth: halfWidthOf(figures, currencyUnit),
    empty: figures.every((figure) => figure.blank || (figure.isTotal && figure.formula !== null)),
  };
}

function viewLine(
  table: RecognisedTable,
  line: TableLine,
  currencyUnit: CurrencyUnit,
  evaluator: FormulaEvaluator,
): LineView {
  const figure = (block: BudgetBlock, measure: Measure): FigureCell => {
    const column = table.columns[block][measure];
    const cell = cellAt(table.grid, line.row, column);
    const scale: FigureScale = { isCount: measure === 'projectCount', currencyUnit };
    const reading = readFigure(cell, scale);
    const uncalculated = cell !== undefined && cell.value === null && cell.formula !== null;
    return {
      row: line.row,
      column,
      address: cellAddress(line.row, column),
      line,
      block,
      measure,
      cell,
      reading,
      amount: uncalculated
        ? calculated(evaluator.valueOf(cell, table.grid), scale)
        : amountOf(reading),
      blank: !uncalculated && isBlank(reading),
      formula: cell?.formula ?? null,
      isTotal: line.kind === 'total' || block === 'total',
    };
  };
  const block = (name: BudgetBlock) => ({
    projectCount: figure(name, 'projectCount'),
    budgeted: figure(name, 'budgeted'),
    executed: figure(name, 'executed'),
    finalAccounts: figure(name, 'finalAccounts'),
  });
  return {
    line,
    figures: {
      generalPublic: block('generalPublic'),
      governmentManagedFund: block('governmentManagedFund'),
      total: block('total'),
    },
  };
}

function calculated(value: Amount | null, scale: FigureScale): Amount | null {
  return value === null ? null : roundToPlace(value, scaleDecimals(scale));
}

function halfWidthOf(figures: readonly FigureCell[], currencyUnit: CurrencyUnit): Amount {
  const fen = fenDecimals[currencyUnit];
  let places: number | null = null;
  for (const { measure, formula, reading } of figures) {
    if (measure === 'projectCount' || formula !== null) continue;
    if (reading.kind === 'number' || reading.kind === 'textNumber') {
      places = Math.max(places ?? 0, Math.min(fen, reading.decimals));
    }
  }
  return unitOfPlace(places ?? fen) / 2n;
}

/** A line's twelve figures in the order of the official header. */
export function figuresOf(view: LineView): FigureCell[] {
  return budgetBlocks.flatMap((block) => measures.map((measure) => view.figures[block][measure]));
}

/** The tables of a pair that are there, Table 1 first. */
export function viewsOf(pair: PairView): TableView[] {
  return [pair.table1, pair.table2].filter((view) => view !== null);
}

/** Half the width of the interval that an amount stands for; counts are exact. */
export function halfWidthFor(view: TableView, measure: Measure): Amount {
  return measure === 'projectCount' ? 0n : view.halfWidth;
}

/** A figure as messages name it. */
export function placeOf(view: TableView, figure: FigureCell): FigurePlace {
  return {
    sheet: view.table.grid.name,
    cell: figure.address,
    form: view.table.form,
    line: figure.line.label,
    block: figure.block,
    measure: figure.measure,
    unit: figure.measure === 'projectCount' ? 'project' : view.currencyUnit,
  };
}
