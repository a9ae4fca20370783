/** The user wants another money unit or fewer decimals, every total kept (舍位平衡). */
import type { Amount } from '../domain/amount';
import { formatAmount, numberFromAmount, sumAmounts } from '../domain/amount';
import type { ResultNames } from '../domain/consolidate/resultNames';
import { resultOf } from '../domain/consolidate/resultNames';
import type { CurrencyUnit } from '../domain/forms/terms';
import { amountMeasures } from '../domain/forms/terms';
import type { HostFault } from '../domain/fault';
import { cellAddress, cellAt } from '../domain/grid';
import type { WorkbookGrids } from '../domain/grid';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { placeOf } from '../domain/returns/tableView';
import type { Figure } from '../domain/returns/tableView';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { tablesOfReturn, viewReturn, viewReturns } from '../domain/returns/unitReturn';
import type {
  RoundedFigure,
  RoundingObstacle,
  RoundingTarget,
} from '../domain/rounding/roundReturn';
import { roundReturn } from '../domain/rounding/roundReturn';
import type { LeftOut } from '../domain/rounding/leftOut';
import { leftOutOf } from '../domain/rounding/leftOut';
import type { RoundedCell } from '../domain/rounding/roundedCells';
import { replacedFormulas, roundedAmounts, roundedHeadings } from '../domain/rounding/roundedCells';
import type { LayoutObstacle } from '../domain/rounding/roundedSheets';
import { layoutObstacles, roundedSheets } from '../domain/rounding/roundedSheets';
import type { TypedUnits } from '../domain/rounding/typedUnits';
import { asTyped } from '../domain/rounding/typedUnits';
import type { UnevenTotal } from '../domain/rounding/unevenTotals';
import { unevenTotalsOf } from '../domain/rounding/unevenTotals';
import type { CellChange, CellStep } from './cellChange';
import { contentOf, sameContent } from './cellContent';
import type { InsertFailure, InsertOutcome } from './insertTemplate';
import { insertLayouts } from './insertTemplate';
import type { Reads, Sheets, UnwritableCell, Writes } from './ports';
import type { UndoLog } from './undoLog';
import type { WriteFailure } from './writeFailure';
import { readProgress } from './writeFailure';

/** How much a return's amounts were moved. */
export interface RoundingSummary {
  /** Amounts that are filled. */
  readonly amounts: number;
  /** Amounts that are not what they were, money units aside. */
  readonly changed: number;
  readonly notNearest: number;
  /** In the new money unit, as decimal strings. */
  readonly largestMove: string;
  readonly totalDeviation: string;
}

/** A return with what rounding makes of it. */
export interface RoundedUnit {
  readonly unit: UnitReturn;
  /** Empty where it was rounded. */
  readonly obstacles: readonly RoundingObstacle[];
  readonly figures: readonly RoundedFigure[];
  /** Totals that were off by rounding, which the new figures take away; empty where it was not rounded. */
  readonly evened: readonly UnevenTotal[];
  /** Figures whose formulas become values where they are written over the table. */
  readonly replaced: readonly Figure[];
  /** No totals: what rounding makes exceed what it did not, executed the budget, final accounts what was executed. */
  readonly overtaking: readonly Figure[];
  readonly summary: RoundingSummary;
}

/** Rounds one return in memory. */
export function roundUnit(unit: UnitReturn, target: RoundingTarget): RoundedUnit {
  const outcome = roundReturn(unit, target);
  const figures = outcome.kind === 'rounded' ? outcome.figures : [];
  const deviations = figures.map(({ deviation }) => deviation);
  return {
    unit,
    obstacles: outcome.kind === 'refused' ? outcome.obstacles : [],
    figures,
    evened: outcome.kind === 'rounded' ? unevenTotalsOf(unit) : [],
    replaced: replacedFormulas(figures),
    overtaking: overtakingOf(figures),
    summary: {
      amounts: figures.length,
      changed: deviations.filter((deviation) => deviation !== 0n).length,
      notNearest: figures.filter(({ rounded, nearest }) => rounded !== nearest).length,
      largestMove: formatAmount(largest(deviations)),
      totalDeviation: formatAmount(sumAmounts(deviations)),
    },
  };
}

function overtakingOf(figures: readonly RoundedFigure[]): Figure[] {
  const moved = new Map(figures.map((each) => [each.figure, each]));
  return figures.flatMap(({ figure, stated, rounded }) => {
    const { line, block, measure, isTotal } = figure;
    if (isTotal) return [];
    const before = amountMeasures[amountMeasures.indexOf(measure) - 1];
    const than = before === undefined ? undefined : moved.get(line.figures[block][before]);
    return than !== undefined && stated <= than.stated && rounded > than.rounded ? [figure] : [];
  });
}

function largest(amounts: readonly Amount[]): Amount {
  return amounts.reduce((most, amount) => (amount > most ? amount : most), 0n);
}

/** What is to be rounded, and how. */
export interface RoundingWish {
  /** Number of the return. */
  readonly pair: number;
  readonly target: RoundingTarget;
  /** In which units its tables were typed, where that is not what their headings say. */
  readonly typed?: TypedUnits;
}

/** What rounding would do; nothing is written. */
export interface RoundingPreview extends RoundedUnit {
  readonly wish: RoundingWish;
  /** Sheets of the workbook that rounding would leave out; where there are any, nothing is rounded. */
  readonly leftOut: readonly LeftOut[];
  /** What keeps it from being laid out as new sheets; empty where nothing does. */
  readonly layoutObstacles: readonly LayoutObstacle[];
  /** Cells that would be written where the tables stand. */
  readonly changes: readonly CellChange[];
  /** Of those the ones that cannot be; then none is. */
  readonly unwritable: readonly UnwritableCell[];
  /** Working papers that it is the sum of, which keep the figures before rounding; null where it is no result. */
  readonly papers: readonly string[] | null;
}

/** Reads the workbook and rounds one of its returns; null where it has none of that number. */
export async function previewRounding(
  workbook: Reads & Writes,
  wish: RoundingWish,
): Promise<Result<RoundingPreview | null, HostFault>> {
  const read = await workbook.readWorkbook();
  if (!read.ok) return read;
  const planned = planRounding(read.value, wish);
  if (planned === null || planned.changes.length === 0) return success(planned);
  const found = await workbook.findUnwritable(planned.changes);
  return found.ok ? success({ ...planned, unwritable: found.value }) : found;
}

function planRounding(workbook: WorkbookGrids, wish: RoundingWish): RoundingPreview | null {
  const recognition = recogniseWorkbook(workbook);
  const recognised = recognition.returns.find(({ number }) => number === wish.pair);
  if (recognised === undefined) return null;
  const unit = viewReturn(asTyped(recognised, wish.typed ?? {}), workbook);
  const rounded = roundUnit(unit, wish.target);
  const leftOut = leftOutOf(recognition, workbook.unread ?? []);
  // Headings say what they say, whatever was typed.
  const stated = viewReturn(recognised, workbook);
  const cells =
    rounded.obstacles.length + leftOut.length > 0
      ? []
      : [...roundedHeadings(stated, wish.target.currencyUnit), ...roundedAmounts(rounded.figures)];
  const changes = cells.flatMap((cell) => changeOf(workbook, cell));
  const result = resultOf(recognised, workbook);
  return {
    ...rounded,
    wish,
    leftOut,
    layoutObstacles: layoutObstacles(unit),
    changes,
    unwritable: [],
    papers: result === null ? null : papersIn(workbook, result),
  };
}

function papersIn({ sheets }: WorkbookGrids, { papers }: ResultNames): readonly string[] | null {
  const own = [...papers.values()].filter((paper) => sheets.some(({ name }) => name === paper));
  return own.length === 0 ? null : own;
}

/** Nothing where the cell's formula comes to the figure, or it stands there already. */
function changeOf(
  workbook: WorkbookGrids,
  { sheet, row, column, content }: RoundedCell,
): CellChange[] {
  if (content.kind === 'amount' && content.keepsFormula) return [];
  const grid = workbook.sheets.find(({ name }) => name === sheet);
  const cell = grid === undefined ? undefined : cellAt(grid, row, column);
  const expected = cell?.formula ?? contentOf(cell?.value ?? null);
  const wanted = content.kind === 'text' ? content.text : numberFromAmount(content.amount);
  if (sameContent(expected, wanted)) return [];
  return [
    {
      sheet,
      cell: cellAddress(row, column),
      expected,
      content: wanted,
      numberFormat: { kind: 'asFigure', instead: 'General' },
    },
  ];
}

/** What came of rounding in place. */
export type RoundedInPlace =
  /** Every figure, totals by formulas included, is what was promised. */
  | { readonly kind: 'rounded'; readonly cells: number }
  /** The tables are others than those that were looked at; nothing was written. */
  | { readonly kind: 'changedSince' }
  /** Written, but something does not show what was promised: formulas that wait to be worked out, or edits. */
  | { readonly kind: 'notAsPromised'; readonly cells: number };

/**
 * Writes the rounded figures where the tables stand, all or none, if they are still those that were
 * looked at, and reads them back. What stood there is kept for undo before anything is written.
 */
export async function roundInPlace(
  workbook: Reads & Writes,
  log: UndoLog,
  preview: RoundingPreview,
): Promise<Result<RoundedInPlace, WriteFailure>> {
  await log.locate();
  const read = await workbook.readWorkbook();
  if (!read.ok) return failure({ fault: read.fault, progress: { kind: 'asBefore' } });
  const again = planRounding(read.value, preview.wish);
  if (again === null || !sameChanges(again.changes, preview.changes)) {
    return success({ kind: 'changedSince' });
  }
  const places = new Map(
    again.figures.map(({ figure }) => [`${figure.table.sheet}!${figure.address}`, placeOf(figure)]),
  );
  const kept: { steps: readonly CellStep[]; id: string | null } = { steps: [], id: null };
  const written = await workbook.writeCells(again.changes, (steps) => {
    const cells = steps.map(({ change: { sheet, cell }, before, after }) => ({
      sheet,
      cell,
      place: places.get(`${sheet}!${cell}`) ?? null,
      before,
      after,
    }));
    Object.assign(kept, { steps, id: log.keep({ command: 'round', cells, sheets: [] }).record.id });
  });
  if (!written.ok) {
    const progress = await readProgress(workbook, kept.steps);
    const mayFollow = written.fault.code === 'noAnswer';
    if (progress.kind === 'asBefore' && !mayFollow && kept.id !== null) log.drop(kept.id);
    return failure({ fault: written.fault, progress });
  }
  const cells = written.value.made.length;
  const after = await workbook.readWorkbook();
  const holds =
    after.ok &&
    written.value.left.length === 0 &&
    holdsRounding(after.value, again.figures, again.wish.target.currencyUnit);
  return success({ kind: holds ? 'rounded' : 'notAsPromised', cells });
}

function sameChanges(one: readonly CellChange[], other: readonly CellChange[]): boolean {
  return (
    one.length === other.length &&
    one.every((change, at) => {
      const its = other[at];
      return (
        its !== undefined &&
        change.sheet === its.sheet &&
        change.cell === its.cell &&
        change.content === its.content &&
        sameContent(change.expected, its.expected)
      );
    })
  );
}

/** Whether every table of a workbook is in the money unit and every figure shows what was promised. */
export function holdsRounding(
  workbook: WorkbookGrids,
  figures: readonly RoundedFigure[],
  currencyUnit: CurrencyUnit,
): boolean {
  const promised = new Map(
    figures.map(({ figure: { table, address }, rounded }) => [
      `${table.sheet}!${address}`,
      rounded,
    ]),
  );
  const shown = new Map<string, Amount | null>();
  for (const table of viewReturns(recogniseWorkbook(workbook).returns, workbook).flatMap(
    tablesOfReturn,
  )) {
    const own = table.figures.map(
      (figure) => [`${table.sheet}!${figure.address}`, figure] as const,
    );
    const isPromised = own.some(([place]) => promised.has(place));
    if (isPromised && table.currencyUnit !== currencyUnit) return false;
    for (const [place, { amount }] of own) shown.set(place, amount);
  }
  return [...promised].every(([place, rounded]) => shown.get(place) === rounded);
}

/** Inserts the rounded tables as new sheets; the tables that were rounded stay as they are. */
export function roundToNewSheets(
  workbook: Reads & Sheets,
  log: UndoLog,
  { unit, figures, wish }: RoundingPreview,
): Promise<Result<InsertOutcome, InsertFailure>> {
  const layouts = roundedSheets(unit, figures, wish.target.currencyUnit);
  return insertLayouts(workbook, log, 'round', layouts);
}
