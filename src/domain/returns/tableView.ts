/** What is to be seen of a recognised table? Its figures by line, block and measure, read once. */
import type { Amount } from '../amount';
import type { FigurePlace } from '../finding';
import type { ResultCause } from '../formulas/results';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../forms/terms';
import { totalLineTitle } from '../forms/terms';
import type { Cell } from '../grid';
import type { FigureReading } from '../recognise/figure';
import type { LineKind, RecognisedTable, TableLine } from '../recognise/table';

/** One figure of a table. */
export interface Figure {
  readonly table: TableView;
  readonly line: LineView;
  readonly block: BudgetBlock;
  readonly measure: Measure;
  /** What the figure is within its unit's return, wherever it stands: form, line, block, measure. */
  readonly id: string;
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  /** A1 address. */
  readonly address: string;
  readonly cell: Cell | undefined;
  readonly reading: FigureReading;
  /** Blanks as zero; null where the cell holds no figure or one that cannot be told. */
  readonly amount: Amount | null;
  readonly blank: boolean;
  /** False where a text names another unit than the sheet and no equality says which is meant. */
  readonly unitSettled: boolean;
  readonly formula: string | null;
  /** True where its formula takes something from another workbook, itself or by a name. */
  readonly isLinked: boolean;
  /**
   * Why the cell does not show what its formula should give. `amount` is then what it will give once the
   * cause is removed; null for one that waits to be calculated, and for a circle.
   */
  readonly resultCause: ResultCause | null;
  /** What it will give once the cause is removed; null where that cannot be told. */
  readonly resultDue: Amount | null;
  /** True on the total line and in the total block. */
  readonly isTotal: boolean;
}

/** One line with its figures. */
export interface LineView {
  readonly line: TableLine;
  readonly kind: LineKind;
  /** As written, empty where the line has none. */
  readonly label: string;
  /** The form's line or the label; unique within the table. */
  readonly key: string;
  readonly figures: Readonly<Record<BudgetBlock, Readonly<Record<Measure, Figure>>>>;
  /** The same twelve in the order of the official header. */
  readonly all: readonly Figure[];
}

/** One table with its figures. */
export interface TableView {
  readonly table: RecognisedTable;
  readonly form: FormId;
  /** Name of the sheet it stands in. */
  readonly sheet: string;
  /** The stated unit, 万元 where none is stated. */
  readonly currencyUnit: CurrencyUnit;
  /** All lines in the order of the sheet. */
  readonly lines: readonly LineView[];
  /** The lines that the total line sums. */
  readonly summed: readonly LineView[];
  readonly total: LineView | null;
  /** All figures, line by line. */
  readonly figures: readonly Figure[];
  /** True where the table holds no figure at all but what its total formulas show. */
  readonly empty: boolean;
  /** True where Excel calculates the workbook only when it is told to. */
  readonly isCalculatedByHand: boolean;
}

/** A figure as messages name it, and where it stands. */
export function placeOf(figure: Figure): FigurePlace {
  const { id, table, line, block, measure, address, reading } = figure;
  return {
    id,
    sheet: table.sheet,
    cell: address,
    form: table.form,
    line: line.label === '' && line.kind === 'total' ? totalLineTitle : line.label,
    block,
    measure,
    unit: measure === 'projectCount' ? 'project' : table.currencyUnit,
    ...(reading.kind === 'textNumber' && reading.otherUnit !== null && { written: reading.text }),
  };
}
