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

/** How the figures of one table are read. */
interface ReadsFigures {
  readonly counts: FigureScale;
  readonly amounts: FigureScale;
  readonly results: FormulaResults;
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
    const reads: ReadsFigures = {
      counts: { isCount: true, currencyUnit: this.currencyUnit },
      amounts: { isCount: false, currencyUnit: this.currencyUnit },
      results,
    };
    const lines = table.lines.map(
      (line, index) => new ReadLine(this, line, keys[index] ?? '', reads),
    );
    this.lines = lines;
    this.summed = this.lines.filter((view) => view.kind === 'serviceArea');
    this.total = this.lines.find((view) => view.kind === 'total') ?? null;
    const figures = lines.flatMap((line) => line.all);
    this.figures = figures;
    settleUnits(figures);
    doubtResults(this, figures, reads);
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
    reads: ReadsFigures,
  ) {
    this.kind = line.kind;
    this.label = line.label;
    this.figures = {
      generalPublic: this.block(table, 'generalPublic', reads),
      governmentManagedFund: this.block(table, 'governmentManagedFund', reads),
      total: this.block(table, 'total', reads),
    };
    const all: ReadFigure[] = [];
    for (const name of budgetBlocks) {
      for (const measure of measures) all.push(this.figures[name][measure]);
    }
    this.all = all;
  }

  private block(
    table: TableView,
    name: BudgetBlock,
    reads: ReadsFigures,
  ): Readonly<Record<Measure, ReadFigure>> {
    return {
      projectCount: new ReadFigure(table, this, name, 'projectCount', reads),
      budgeted: new ReadFigure(table, this, name, 'budgeted', reads),
      executed: new ReadFigure(table, this, name, 'executed', reads),
      finalAccounts: new ReadFigure(table, this, name, 'finalAccounts', reads),
    };
  }
}

class ReadFigure implements Figure {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell | undefined;
  readonly reading: FigureReading;
  blank: boolean;
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
    { counts, amounts, results }: ReadsFigures,
  ) {
    const { grid, columns } = table.table;
    this.row = line.line.row;
    this.column = columns[block][measure];
    this.cell = cellAt(grid, this.row, this.column);
    const scale = measure === 'projectCount' ? counts : amounts;
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
  const written: { figure: ReadFigure; asWritten: Amount; inSheetUnit: Amount }[] = [];
  for (const figure of figures) {
    const { reading } = figure;
    if (reading.kind !== 'textNumber' || reading.otherUnit === null) continue;
    const { inSheetUnit } = reading.otherUnit;
    written.push({ figure, asWritten: reading.amount, inSheetUnit });
  }
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
  { counts, amounts, results }: ReadsFigures,
): void {
  const doubting = (scale: FigureScale) => ({
    scale,
    texts: results.countingTexts((cell) => {
      const reading = readFigure(cell, scale);
      return reading.kind === 'textNumber' ? reading.amount : null;
    }),
    noise: unitOfPlace(scale.isCount ? 6 : fenDecimals[currencyUnit]) / 2n,
  });
  const [ofCounts, ofAmounts] = [doubting(counts), doubting(amounts)];
  for (const figure of figures) {
    const { cell, reading, measure } = figure;
    const read = measure === 'projectCount' ? ofCounts : ofAmounts;
    if (cell?.formula == null) continue;
    if (cell.value === null && results.isCircular(cell, table.grid))
      figure.resultCause = 'circular';
    const isEmptyText = reading.kind === 'blank' && cell.value !== null;
    if (reading.kind !== 'number' && !isEmptyText) continue;
    const shown = reading.kind === 'number' ? reading.amount : 0n;
    const doubt = results.doubtOf(cell, table.grid, shown, read.noise, read.texts);
    if (doubt === null) continue;
    // An empty text that is a number by now.
    figure.blank = false;
    const isSeenAnew = doubt.cause === 'notRecalculated' && results.isCalculatedOnOpening;
    figure.resultCause = isSeenAnew ? null : doubt.cause;
    const isKnown = isSeenAnew || doubt.cause === 'textBelow' || doubt.cause === 'hiddenRows';
    figure.resultDue = doubt.due;
    figure.amount =
      isKnown && doubt.due !== null ? roundToPlace(doubt.due, scaleDecimals(read.scale)) : null;
  }
}
