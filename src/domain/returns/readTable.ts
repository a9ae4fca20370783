/** What do a recognised table's cells say, figure by figure? */
import type { Amount } from '../amount';
import { roundToPlace, unitOfPlace } from '../amount';
import type { FormulaResults, ResultCause } from '../formulas/results';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../forms/terms';
import { budgetBlocks, fenDecimals, measures } from '../forms/terms';
import type { Cell } from '../grid';
import { cellAddress, cellAt } from '../grid';
import type { FigureReading, FigureScale } from '../recognise/figure';
import { amountOf, isBlank, readFigure, scaleDecimals } from '../recognise/figure';
import type { LineKind, RecognisedTable, TableLine } from '../recognise/table';
import { settledUnits } from './determined';
import { lineKeys } from './lineKeys';
import type { Figure, LineView, TableView } from './tableView';

/** Reads a table's figures; `results` serves and doubts the values of its formulas. */
export function viewTable(table: RecognisedTable, results: FormulaResults): TableView {
  return new ReadTable(table, results);
}

class ReadTable implements TableView {
  readonly form: FormId;
  readonly sheet: string;
  readonly currencyUnit: CurrencyUnit;
  readonly lines: readonly LineView[];
  readonly summed: readonly LineView[];
  readonly total: LineView | null;
  readonly figures: readonly Figure[];
  readonly empty: boolean;
  readonly isCalculatedByHand: boolean;

  constructor(
    readonly table: RecognisedTable,
    results: FormulaResults,
  ) {
    this.isCalculatedByHand = results.isManual;
    this.form = table.form;
    this.sheet = table.grid.name;
    this.currencyUnit = table.heading.currencyUnit.value ?? 'tenThousandYuan';
    const keys = lineKeys(table.lines);
    const lines = table.lines.map(
      (line, index) => new ReadLine(this, line, keys[index] ?? '', results),
    );
    this.lines = lines;
    this.summed = this.lines.filter((view) => view.kind === 'serviceArea');
    this.total = this.lines.find((view) => view.kind === 'total') ?? null;
    const figures = lines.flatMap((line) => line.all);
    this.figures = figures;
    settleUnits(figures);
    doubtResults(this, figures, results);
    this.empty = this.figures.every(
      (figure) => figure.blank || (figure.isTotal && figure.formula !== null),
    );
  }
}

class ReadLine implements LineView {
  readonly kind: LineKind;
  readonly label: string;
  readonly figures: Readonly<Record<BudgetBlock, Readonly<Record<Measure, ReadFigure>>>>;
  readonly all: readonly ReadFigure[];

  constructor(
    table: TableView,
    readonly line: TableLine,
    readonly key: string,
    results: FormulaResults,
  ) {
    this.kind = line.kind;
    this.label = line.label;
    this.figures = {
      generalPublic: this.block(table, 'generalPublic', results),
      governmentManagedFund: this.block(table, 'governmentManagedFund', results),
      total: this.block(table, 'total', results),
    };
    this.all = budgetBlocks.flatMap((name) =>
      measures.map((measure) => this.figures[name][measure]),
    );
  }

  private block(
    table: TableView,
    name: BudgetBlock,
    results: FormulaResults,
  ): Readonly<Record<Measure, ReadFigure>> {
    return {
      projectCount: new ReadFigure(table, this, name, 'projectCount', results),
      budgeted: new ReadFigure(table, this, name, 'budgeted', results),
      executed: new ReadFigure(table, this, name, 'executed', results),
      finalAccounts: new ReadFigure(table, this, name, 'finalAccounts', results),
    };
  }
}

class ReadFigure implements Figure {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell | undefined;
  readonly reading: FigureReading;
  readonly blank: boolean;
  readonly isLinked: boolean;
  amount: Amount | null;
  unitSettled = true;
  resultCause: ResultCause | null = null;
  resultDue: Amount | null = null;

  constructor(
    readonly table: TableView,
    readonly line: LineView,
    readonly block: BudgetBlock,
    readonly measure: Measure,
    results: FormulaResults,
  ) {
    const { grid, columns } = table.table;
    this.row = line.line.row;
    this.column = columns[block][measure];
    this.cell = cellAt(grid, this.row, this.column);
    const scale: FigureScale = {
      isCount: measure === 'projectCount',
      currencyUnit: table.currencyUnit,
    };
    this.reading = readFigure(this.cell, scale);
    const { formula } = this;
    this.isLinked = formula !== null && results.takesFromElsewhere(formula, grid.name);
    // Excel calculates it when it opens the file; read from disk the formula has no value yet.
    if (this.cell !== undefined && this.cell.value === null && this.cell.formula !== null) {
      const value = results.missing.valueOf(this.cell, grid);
      this.amount = value === null ? null : roundToPlace(value, scaleDecimals(scale));
      this.blank = false;
    } else {
      this.amount = amountOf(this.reading);
      this.blank = isBlank(this.reading);
    }
  }

  get id(): string {
    return [this.table.form, this.line.key, this.block, this.measure].join('|');
  }

  get address(): string {
    return cellAddress(this.row, this.column);
  }

  get formula(): string | null {
    return this.cell?.formula ?? null;
  }

  get isTotal(): boolean {
    return this.line.kind === 'total' || this.block === 'total';
  }
}

/** Texts that name another unit than the sheet's are taken as the table's equalities bear them out. */
function settleUnits(figures: readonly ReadFigure[]): void {
  const written = figures.flatMap((figure) => {
    const { reading } = figure;
    if (reading.kind !== 'textNumber' || reading.otherUnit === null) return [];
    const { inSheetUnit } = reading.otherUnit;
    return [{ figure, asWritten: reading.amount, inSheetUnit }];
  });
  if (written.length === 0) return;
  const settled = settledUnits(written);
  for (const { figure, inSheetUnit } of written) {
    if (settled.inSheetUnit.has(figure)) figure.amount = inSheetUnit;
    else figure.unitSettled = settled.asWritten.has(figure);
  }
}

/** Formulas that do not show what they give: see {@link Figure.resultCause}. */
function doubtResults(
  { table, currencyUnit }: TableView,
  figures: readonly ReadFigure[],
  results: FormulaResults,
): void {
  const scales = [true, false].map((isCount) => {
    const scale: FigureScale = { isCount, currencyUnit };
    const texts = results.countingTexts((cell) => {
      const reading = readFigure(cell, scale);
      return reading.kind === 'textNumber' ? reading.amount : null;
    });
    return { scale, texts, noise: unitOfPlace(isCount ? 6 : fenDecimals[currencyUnit]) / 2n };
  });
  const [counts, amounts] = scales;
  for (const figure of figures) {
    const { cell, reading, measure } = figure;
    const read = measure === 'projectCount' ? counts : amounts;
    if (cell?.formula == null || read === undefined) continue;
    if (cell.value === null && results.isCircular(cell, table.grid))
      figure.resultCause = 'circular';
    if (reading.kind !== 'number') continue;
    const doubt = results.doubtOf(cell, table.grid, reading.amount, read.noise, read.texts);
    if (doubt === null) continue;
    const isSeenAnew = doubt.cause === 'notRecalculated' && results.isCalculatedOnOpening;
    figure.resultCause = isSeenAnew ? null : doubt.cause;
    const isKnown = isSeenAnew || doubt.cause === 'textBelow' || doubt.cause === 'hiddenRows';
    figure.resultDue = doubt.due;
    figure.amount =
      isKnown && doubt.due !== null ? roundToPlace(doubt.due, scaleDecimals(read.scale)) : null;
  }
}
