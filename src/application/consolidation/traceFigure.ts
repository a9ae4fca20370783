/**
 * The user points at a figure of a consolidated pair: which unit has which share in it, and where? Told
 * from the working papers that stand in the workbook, whenever it is opened.
 */
import type { Amount } from '../../domain/amount';
import { absolute, unitOfPlace } from '../../domain/amount';
import type { ResultFigure, Share } from '../../domain/consolidate/consolidate';
import { sharesOf } from '../../domain/consolidate/consolidate';
import type { ResultNames } from '../../domain/consolidate/resultNames';
import { resultOf } from '../../domain/consolidate/resultNames';
import { sourceColumns } from '../../domain/consolidate/takenUnit';
import type { PaperLine, WorkingPapers } from '../../domain/consolidate/workingPaper';
import { readPapersInSteps } from '../../domain/consolidate/workingPaper';
import { totalLineTitle, type CurrencyUnit } from '../../domain/forms/terms';
import type { WorkbookGrids } from '../../domain/grid';
import { cellAddress, parseAddress } from '../../domain/grid';
import { scaleDecimals } from '../../domain/recognise/figure';
import { comparableUnitName } from '../../domain/recognise/heading';
import { recogniseWorkbook } from '../../domain/recognise/recogniseWorkbook';
import { findPaperHeading } from '../../domain/recognise/workingPaper';
import type { Figure, LineView, TableView } from '../../domain/returns/tableView';
import type { UnitReturn } from '../../domain/returns/unitReturn';
import { tablesOfReturn, viewReturns } from '../../domain/returns/unitReturn';
import type { CellReference } from '../cellContent';
import { atOnce } from '../../domain/steps';

/** A figure of a consolidated pair, and what it is made of. */
export interface FigureTrace {
  readonly place: CellReference;
  readonly figure: ResultFigure;
  /** The line as the sheet calls it. */
  readonly label: string;
  /** Of the consolidated pair; amounts are in it. */
  readonly currencyUnit: CurrencyUnit;
  /** What all shares come to. */
  readonly total: Amount;
  /** What the cell shows; null where that is no figure, or nothing. */
  readonly shown: Amount | null;
  /** False where the cell shows something else than its shares come to. */
  readonly isCurrent: boolean;
  /** The largest first; units that report nothing there have none. */
  readonly shares: readonly TracedShare[];
  /** Rows of the working paper that cannot be read, so that a share may be missing. */
  readonly unread: readonly CellReference[];
}

/** What one unit has in the figure. */
export interface TracedShare {
  readonly unit: string;
  /** The file it came from; empty where it stood in the workbook itself. */
  readonly file: string;
  readonly amount: Amount;
  /** Of the figure, in hundredths of a percent; null where the figure is zero. */
  readonly basisPoints: number | null;
  /** One for a line, several for a total. */
  readonly parts: readonly TracedPart[];
}

/** A row of the working paper. */
export interface TracedPart {
  readonly label: string;
  readonly amount: Amount;
  /** Where it stands in the working paper. */
  readonly paper: CellReference;
  /** Where it stood in the unit's file, as the paper says; null where it does not. */
  readonly source: CellReference | null;
  /** The unit's own cell in this workbook, found by what it is; null where the unit has no sheet here. */
  readonly own: CellReference | null;
}

/** A result and its papers, which are read when the first figure is asked for. */
interface Result {
  readonly unit: UnitReturn;
  readonly names: ResultNames;
  papers?: WorkingPapers | null;
}

/** The consolidated pairs of a workbook as it was read. */
export class TraceableWorkbook {
  readonly #results: readonly Result[];
  readonly #others: readonly UnitReturn[];
  /** By paper: the columns of its figures. */
  readonly #figureColumns = new Map<string, readonly number[]>();

  constructor(private readonly workbook: WorkbookGrids) {
    const { returns } = recogniseWorkbook(workbook);
    const names = returns.map((unit) => resultOf(unit, workbook));
    const units = viewReturns(returns, workbook);
    this.#results = units.flatMap((unit, at) => {
      const found = names[at] ?? null;
      return found === null ? [] : [{ unit, names: found }];
    });
    this.#others = units.filter((_, at) => (names[at] ?? null) === null);
  }

  /** The sheets of consolidated pairs. */
  get sheets(): readonly string[] {
    return this.#results.flatMap(({ unit }) => tablesOfReturn(unit).map(({ sheet }) => sheet));
  }

  /** What a cell is made of; null where it is no figure of a consolidated pair whose papers are here. */
  trace(place: CellReference): FigureTrace | null {
    for (const result of this.#results) {
      const figure = figureAt(result.unit, place);
      if (figure === null) continue;
      const papers = this.#papersOf(result);
      return papers === null ? null : this.#traced(place, figure, result.unit, papers);
    }
    return null;
  }

  /** Reads, in steps, what {@link trace} needs for this cell; without it, it is read when it is asked for. */
  *prepare(place: CellReference): Generator<undefined, void> {
    for (const result of this.#results) {
      if (figureAt(result.unit, place) !== null) yield* this.#readPapers(result);
    }
  }

  *#readPapers(result: Result): Generator<undefined, WorkingPapers | null> {
    if (result.papers === undefined) {
      result.papers = yield* readPapersInSteps(this.workbook, result.unit.forms, result.names);
    }
    return result.papers;
  }

  #papersOf(result: Result): WorkingPapers | null {
    return atOnce(this.#readPapers(result));
  }

  #traced(
    place: CellReference,
    { figure, line }: FoundFigure,
    unit: UnitReturn,
    papers: WorkingPapers,
  ): FigureTrace | null {
    const { block, measure, table } = figure;
    const lineId = line.kind === 'total' ? totalLine : line.line.id;
    if (lineId === null) return null;
    const asked = { form: table.form, line: lineId, block, measure };
    const shares = sharesOf(papers.lines, asked);
    const total = shares.reduce((sum, { amount }) => sum + amount, 0n);
    const { currencyUnit } = table;
    const noise = unitOfPlace(scaleDecimals({ isCount: measure === 'projectCount', currencyUnit }));
    const shown = figure.blank ? null : figure.amount;
    const difference = absolute((figure.amount ?? 0n) - total);
    return {
      place,
      figure: asked,
      label: line.kind === 'total' ? totalLineTitle : line.label,
      currencyUnit,
      total,
      shown,
      isCurrent: figure.amount !== null && difference < noise,
      shares: shares.map((share) => this.#share(share, asked, unit, papers)),
      unread: papers.unread.map(({ sheet, row }) => ({ sheet, cell: cellAddress(row, 0) })),
    };
  }

  #share(
    { unit: index, amount, basisPoints, parts }: Share<PaperLine>,
    asked: ResultFigure,
    result: UnitReturn,
    { units }: WorkingPapers,
  ): TracedShare {
    const { name = '', file = '' } = units[index] ?? {};
    const own = file === '' ? this.#ownReturn(name, result) : null;
    return {
      unit: name,
      file,
      amount,
      basisPoints,
      parts: parts.map((part) => this.#part(part, asked, own)),
    };
  }

  #part(part: PaperLine, asked: ResultFigure, own: UnitReturn | null): TracedPart {
    const columns = sourceColumns.flatMap(({ block, measure }, at) =>
      measure === asked.measure && (asked.block === 'total' || asked.block === block) ? [at] : [],
    );
    const [first = 0] = columns;
    const cell = part.cells[first] ?? null;
    const amount = columns.reduce((sum, at) => sum + (part.figures[at] ?? 0n), 0n);
    const table = own?.tables.get(part.form);
    return {
      label: part.label,
      amount,
      paper: this.#paperCell(part, first),
      source: cell === null ? null : { sheet: part.sheet, cell },
      own: table === undefined ? null : ownCell(table, part, asked),
    };
  }

  #paperCell({ paper: { sheet, row } }: PaperLine, at: number): CellReference {
    let columns = this.#figureColumns.get(sheet);
    if (columns === undefined) {
      const grid = this.workbook.sheets.find(({ name }) => name === sheet);
      columns = (grid === undefined ? null : findPaperHeading(grid))?.figures ?? [];
      this.#figureColumns.set(sheet, columns);
    }
    return { sheet, cell: cellAddress(row, columns[at] ?? 0) };
  }

  /** The return of a unit that was in this workbook when it was added up, if it still is. */
  #ownReturn(name: string, result: UnitReturn): UnitReturn | null {
    const year = yearOf(result);
    const wanted = comparableUnitName(name);
    const found = this.#others.filter(
      (unit) => comparableUnitName(nameOf(unit)) === wanted && yearOf(unit) === year,
    );
    const [only] = found;
    return found.length === 1 && only !== undefined ? only : null;
  }
}

/** How a total line is called among a form's lines. */
const totalLine = 'total';

interface FoundFigure {
  readonly figure: Figure;
  readonly line: LineView;
}

function figureAt(unit: UnitReturn, { sheet, cell }: CellReference): FoundFigure | null {
  const at = parseAddress(cell);
  if (at === null) return null;
  for (const table of tablesOfReturn(unit)) {
    if (table.sheet !== sheet) continue;
    const line = table.lines.find(({ line: { row } }) => row === at.row);
    const figure = line?.all.find(({ column }) => column === at.column);
    if (line !== undefined && figure !== undefined) return { figure, line };
  }
  return null;
}

/** The cell of a unit's line by what it is: the line that stands where it stood, or the only one of its kind. */
function ownCell(
  table: TableView,
  part: PaperLine,
  { block, measure }: ResultFigure,
): CellReference | null {
  const before = part.cells.map((cell) => (cell === null ? null : parseAddress(cell)?.row));
  const candidates = table.summed.filter(({ line: { id } }) => id === part.line || id === null);
  const inPlace = candidates.find(({ line: { row } }) => before.includes(row));
  const alike = candidates.filter(({ line: { id } }) => id === part.line);
  const line = inPlace ?? (alike.length === 1 ? alike[0] : undefined);
  return line === undefined
    ? null
    : { sheet: table.sheet, cell: line.figures[block][measure].address };
}

/** As it is called when it is added up: as its sheets state it, or as the first of them is called. */
function nameOf(unit: UnitReturn): string {
  const tables = tablesOfReturn(unit);
  const stated = tables.flatMap(({ table }) => table.heading.reportingUnit.value ?? []);
  return stated[0] ?? tables[0]?.sheet ?? '';
}

function yearOf(unit: UnitReturn): number | null {
  const years = tablesOfReturn(unit).flatMap(({ table }) => table.heading.fiscalYear.value ?? []);
  return years[0] ?? null;
}
