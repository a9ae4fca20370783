/**
 * A unit has sent a corrected file: what of a result that stands in the workbook changes by it, and only
 * that is written. The result may have been written long ago: it is known from its working papers alone.
 */
import type { Amount } from '../../domain/amount';
import { numberFromAmount } from '../../domain/amount';
import type { ResultFigure } from '../../domain/consolidate/consolidate';
import { sharesOf } from '../../domain/consolidate/consolidate';
import { lineIn } from '../../domain/consolidate/figureTable';
import type { LabelMap } from '../../domain/consolidate/labelMap';
import type { ResultNames } from '../../domain/consolidate/resultNames';
import { resultOf } from '../../domain/consolidate/resultNames';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import { sourceColumns } from '../../domain/consolidate/takenUnit';
import type { PaperLine } from '../../domain/consolidate/workingPaper';
import { readWorkingPapers } from '../../domain/consolidate/workingPaper';
import type { LineId } from '../../domain/forms/form';
import { officialForms } from '../../domain/forms/officialForms';
import type { CurrencyUnit, FormId } from '../../domain/forms/terms';
import { budgetBlocks, measures, totalLineTitle, unitPower } from '../../domain/forms/terms';
import type { Grid, WorkbookGrids } from '../../domain/grid';
import { cellAddress, cellAt, columnLetters } from '../../domain/grid';
import { comparableUnitName } from '../../domain/recognise/heading';
import { recogniseWorkbook } from '../../domain/recognise/recogniseWorkbook';
import type { PaperHeading } from '../../domain/recognise/workingPaper';
import { findPaperHeading } from '../../domain/recognise/workingPaper';
import type { Result } from '../../domain/result';
import { failure, success } from '../../domain/result';
import type { TableView } from '../../domain/returns/tableView';
import type { UnitReturn } from '../../domain/returns/unitReturn';
import { tablesOfReturn, viewReturns } from '../../domain/returns/unitReturn';
import type { CellChange } from '../cellChange';
import type { CellContent } from '../cellContent';
import { contentOf } from '../cellContent';

/** Why a unit cannot be replaced in a result. */
export type ReplaceFault =
  /** The workbook holds no result. */
  | 'noResult'
  /** No result has the unit; it has to be added up anew. */
  | 'unitNotThere'
  /** A result has the unit from several files. */
  | 'unitSeveral'
  | 'otherYear'
  | 'tableMissing'
  | 'unknownLine'
  /** The corrected file has lines that the working paper has no rows for. */
  | 'otherLines'
  /** Rows of the working papers cannot be read. */
  | 'papersUnread';

/** A figure of the result that becomes another one; amounts in the result's money unit. */
export interface ReplacedFigure extends ResultFigure {
  readonly label: string;
  readonly before: Amount | null;
  readonly after: Amount | null;
}

/** What would be written. */
export interface Replacement {
  readonly unit: TakenUnit;
  /** Of the result. */
  readonly sheets: readonly string[];
  readonly currencyUnit: CurrencyUnit;
  /** As the working paper says; empty where the unit stood in the workbook itself. */
  readonly fileBefore: string;
  /** Totals included. */
  readonly figures: readonly ReplacedFigure[];
  readonly changes: readonly CellChange[];
}

interface StandingResult {
  readonly unit: UnitReturn;
  readonly names: ResultNames;
}

/** Plans the replacement in the result that was written last among those that have the unit. */
export function planReplacement(
  workbook: WorkbookGrids,
  unit: TakenUnit,
  labels: LabelMap,
): Result<Replacement, ReplaceFault> {
  const results = resultsOf(workbook);
  if (results.length === 0) return failure('noResult');
  if (!unit.forms.needed.every((form) => unit.tables.has(form))) return failure('tableMissing');
  let fault: ReplaceFault = 'unitNotThere';
  for (const result of results.reverse()) {
    const plan = planIn(workbook, result, unit, labels);
    if (plan.ok) return plan;
    if (fault === 'unitNotThere') fault = plan.fault;
  }
  return failure(fault);
}

function resultsOf(workbook: WorkbookGrids): StandingResult[] {
  const { returns } = recogniseWorkbook(workbook);
  const names = returns.map((one) => resultOf(one, workbook));
  return viewReturns(returns, workbook).flatMap((unit, at) => {
    const found = names[at] ?? null;
    return found === null ? [] : [{ unit, names: found }];
  });
}

function planIn(
  workbook: WorkbookGrids,
  result: StandingResult,
  unit: TakenUnit,
  labels: LabelMap,
): Result<Replacement, ReplaceFault> {
  const papers = readWorkingPapers(workbook, officialForms, result.names);
  if (papers === null) return failure('noResult');
  const wanted = comparableUnitName(unit.name);
  const found = papers.units.flatMap(({ name }, at) =>
    comparableUnitName(name) === wanted ? [at] : [],
  );
  const [index] = found;
  if (index === undefined) return failure('unitNotThere');
  if (found.length > 1) return failure('unitSeveral');
  if (papers.unread.length > 0) return failure('papersUnread');
  const tables = tablesOfReturn(result.unit);
  const years = tables.flatMap(({ table }) => table.heading.fiscalYear.value ?? []);
  if (unit.fiscalYear !== null && years.some((year) => year !== unit.fiscalYear)) {
    return failure('otherYear');
  }
  const currencyUnit = tables[0]?.currencyUnit ?? 'tenThousandYuan';
  const rows = replacedRows(papers.lines, index, unit, labels, currencyUnit);
  if (!rows.ok) return rows;
  const after = papers.lines.map((line) => rows.value.get(line)?.line ?? line);
  const figures = changedFigures(tables, papers.lines, after);
  return success({
    unit,
    sheets: tables.map(({ sheet }) => sheet),
    currencyUnit,
    fileBefore: papers.units[index]?.file ?? '',
    figures,
    changes: [
      ...paperChanges(workbook, rows.value, unit),
      ...tables.flatMap((table) => tableChanges(workbook, table, result.names, figures)),
    ],
  });
}

/** A row of the paper as it will be. */
interface ReplacedRow {
  readonly line: PaperLine;
  readonly start: string;
  readonly columns: string;
}

/** The unit's rows, each with what the corrected file has on its line; lines it no longer has become blank. */
function replacedRows(
  lines: readonly PaperLine[],
  index: number,
  unit: TakenUnit,
  labels: LabelMap,
  currencyUnit: CurrencyUnit,
): Result<ReadonlyMap<PaperLine, ReplacedRow>, ReplaceFault> {
  const free = lines.filter((line) => line.unit === index);
  const replaced = new Map<PaperLine, ReplacedRow>();
  const blanks = sourceColumns.map(() => null);
  for (const table of unit.tables.values()) {
    for (const taken of table.lines) {
      const line: LineId | null = lineIn(table, taken, labels);
      if (line === null) return failure('unknownLine');
      const figures = taken.figures.map((figure, at) =>
        figure === null || sourceColumns[at]?.measure === 'projectCount'
          ? figure
          : figure / 10n ** BigInt(unitPower[currencyUnit]),
      );
      const row = free.find(
        (one) => one.form === table.form && one.line === line && !replaced.has(one),
      );
      if (row === undefined) {
        if (figures.some((figure) => figure !== null)) return failure('otherLines');
        continue;
      }
      replaced.set(row, {
        line: { ...row, figures, sheet: table.sheet },
        start: cellAddress(taken.row, Math.min(...table.columns)),
        columns: table.columns.map(columnLetters).join(' '),
      });
    }
  }
  for (const row of free) {
    if (!replaced.has(row)) {
      replaced.set(row, { line: { ...row, figures: blanks, sheet: '' }, start: '', columns: '' });
    }
  }
  return success(replaced);
}

/** Cells of the papers that hold something else than they will. */
function paperChanges(
  workbook: WorkbookGrids,
  rows: ReadonlyMap<PaperLine, ReplacedRow>,
  unit: TakenUnit,
): CellChange[] {
  const file = unit.source.kind === 'file' ? unit.source.file : '';
  return [...rows].flatMap(([{ paper }, { line, start, columns }]) => {
    const grid = workbook.sheets.find(({ name }) => name === paper.sheet);
    const heading: PaperHeading | null = grid === undefined ? null : findPaperHeading(grid);
    if (grid === undefined || heading === null) return [];
    const texts: readonly (readonly [number | undefined, string])[] = [
      [heading.file, file],
      [heading.sheet, line.sheet],
      [heading.cell, start],
      [heading.columns, columns],
    ];
    return [
      ...heading.figures.flatMap((column, at) =>
        changeOf(grid, paper.row, column, contentOfAmount(line.figures[at] ?? null)),
      ),
      ...texts.flatMap(([column, text]) =>
        column === undefined ? [] : changeOf(grid, paper.row, column, contentOf(text)),
      ),
    ];
  });
}

function contentOfAmount(amount: Amount | null): CellContent {
  return amount === null ? '' : numberFromAmount(amount);
}

/** Nothing where the cell holds it already. */
function changeOf(grid: Grid, row: number, column: number, content: CellContent): CellChange[] {
  const cell = cellAt(grid, row, column);
  const expected = cell?.formula ?? contentOf(cell?.value ?? null);
  if (expected === content) return [];
  return [
    {
      sheet: grid.name,
      cell: cellAddress(row, column),
      expected,
      content,
      numberFormat: { kind: 'asFigure', instead: 'General' },
    },
  ];
}

/** The figures of the result that differ, its totals included. */
function changedFigures(
  tables: readonly TableView[],
  before: readonly PaperLine[],
  after: readonly PaperLine[],
): ReplacedFigure[] {
  const sum = (lines: readonly PaperLine[], figure: ResultFigure): Amount | null => {
    const shares = sharesOf(lines, figure);
    return shares.length === 0
      ? null
      : shares.reduce<Amount>((total, { amount }) => total + amount, 0n);
  };
  return tables.flatMap(({ form, summed }) => {
    const lines = [
      ...summed.flatMap(({ line, label }) => (line.id === null ? [] : [{ id: line.id, label }])),
      { id: 'total', label: totalLineTitle },
    ];
    return lines.flatMap(({ id, label }) =>
      budgetBlocks.flatMap((block) =>
        measures.flatMap((measure): ReplacedFigure[] => {
          const figure = { form, line: id, block, measure };
          const [was, is] = [sum(before, figure), sum(after, figure)];
          return was === is ? [] : [{ ...figure, label, before: was, after: is }];
        }),
      ),
    );
  });
}

/**
 * Inputs of the result that do not follow the paper by themselves: typed values, and cells that were blank,
 * or become so, as no unit reports anything there.
 */
function tableChanges(
  workbook: WorkbookGrids,
  { form, sheet, table, summed }: TableView,
  names: ResultNames,
  figures: readonly ReplacedFigure[],
): CellChange[] {
  const grid = workbook.sheets.find(({ name }) => name === sheet);
  if (grid === undefined) return [];
  const formula = paperFormula(workbook, form, names, table.labelColumn);
  const isFormula = summed.some(({ all }) => all.some((figure) => isSumOfPaper(grid, figure)));
  return figures.flatMap(({ form: of, line: id, block, measure, after }) => {
    const view = of === form ? summed.find(({ line }) => line.id === id) : undefined;
    const at = sourceColumns.findIndex(
      (column) => column.block === block && column.measure === measure,
    );
    if (view === undefined || at < 0) return [];
    const figure = view.figures[block][measure];
    if (after !== null && isSumOfPaper(grid, figure)) return [];
    const { row } = view.line;
    const content =
      after !== null && isFormula && formula !== null ? formula(at, row) : contentOfAmount(after);
    return changeOf(grid, row, figure.column, content);
  });
}

function isSumOfPaper(
  grid: Grid,
  {
    line,
    column,
  }: { readonly line: { readonly line: { readonly row: number } }; readonly column: number },
): boolean {
  const formula = cellAt(grid, line.line.row, column)?.formula ?? '';
  return /^=SUMIFS\(/i.test(formula);
}

/** A sum over the paper, as the result's other inputs are. */
function paperFormula(
  workbook: WorkbookGrids,
  form: FormId,
  names: ResultNames,
  labelColumn: number,
): ((at: number, row: number) => string) | null {
  const name = names.papers.get(form);
  const grid = workbook.sheets.find((sheet) => sheet.name === name);
  const heading = grid === undefined ? null : findPaperHeading(grid);
  if (grid === undefined || heading === null) return null;
  const area = (column: number) => {
    const letters = columnLetters(column);
    return `'${grid.name}'!$${letters}$${heading.row + 2}:$${letters}$${grid.rows.length}`;
  };
  return (at, row) =>
    `=SUMIFS(${area(heading.figures[at] ?? 0)},${area(heading.line)},$${cellAddress(row, labelColumn)})`;
}
