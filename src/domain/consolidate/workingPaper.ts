/**
 * How do the contributions stand in a workbook, so that every figure can be traced without this
 * program? A list for each form, one row per unit and line; and what does such a list say, read back?
 */
import type { Amount } from '../amount';
import { numberFromAmount } from '../amount';
import { workingPaperTitles } from '../forms/consolidationTexts';
import type { FormSet, LineId } from '../forms/form';
import type { CurrencyUnit, FormId } from '../forms/terms';
import type { Grid, WorkbookGrids } from '../grid';
import { cellAddress, cellAt, columnLetters, parseAddress } from '../grid';
import { amountOf, isBlank, readFigure } from '../recognise/figure';
import { atOnce } from '../steps';
import { readLineLabel } from '../recognise/labels';
import { ruleById } from '../rules/catalogue';
import { findPaperHeading } from '../recognise/workingPaper';
import type { ListLayout } from '../template/layout';
import { amountFormat, projectCountFormat } from '../template/templateLooks';
import type { Consolidated } from './consolidate';
import type { ResultNames } from './resultNames';
import { resultNames } from './resultNames';
import type { TakenExplanation } from './takenUnit';
import { sourceColumns } from './takenUnit';

/** The working papers of a result, one for each of its tables. Amounts are in the result's unit. */
export function workingPapers(
  result: Consolidated,
  names: ResultNames = resultNames(result.forms),
): ListLayout[] {
  return result.forms.forms.flatMap(({ id }) => {
    const [table, name] = [result.tables.get(id), names.papers.get(id)];
    if (table === undefined || name === undefined) return [];
    const labels = new Map(table.lines.map(({ line, label }) => [line, label]));
    const rows = result.contributions
      .filter(({ form }) => form === id)
      .map(({ unit, line, figures, sheet, row, columns }): PaperRow => {
        const from = result.units[unit];
        return {
          name: from?.name ?? '',
          label: labels.get(line) ?? '',
          figures,
          file: from?.source.kind === 'file' ? from.source.file : '',
          sheet,
          ...placeOnPaper(row, columns),
          explanation: explanationsOn(from?.explanations ?? [], sheet, row),
        };
      });
    return [paperLayout(name, result.currencyUnit, rows)];
  });
}

/** What a row of a working paper says. */
export interface PaperRow {
  /** Of the unit. */
  readonly name: string;
  /** As the result calls the line. */
  readonly label: string;
  /** By sourceColumns, in the result's money unit. */
  readonly figures: readonly (Amount | null)[];
  readonly file: string;
  readonly sheet: string;
  /** The line's first figure (A1), and the letters of all figures' columns. */
  readonly start: string;
  readonly columns: string;
  readonly explanation: string;
}

/** A working paper with these rows. */
export function paperLayout(
  name: string,
  currencyUnit: CurrencyUnit,
  rows: readonly PaperRow[],
): ListLayout {
  return {
    name,
    columns: paperColumns(currencyUnit),
    rows: rows.map((row) => [
      row.name,
      row.label,
      ...row.figures.map((figure) => (figure === null ? null : numberFromAmount(figure))),
      row.file,
      row.sheet,
      row.start,
      row.columns,
      row.explanation,
    ]),
    hasFilter: true,
  };
}

/** How a paper says where a line's figures stand. */
export function placeOnPaper(
  row: number,
  columns: readonly number[],
): Pick<PaperRow, 'start' | 'columns'> {
  return {
    start: cellAddress(row, Math.min(...columns)),
    columns: columns.map(columnLetters).join(' '),
  };
}

/** The paper's columns, by {@link PaperRow}. */
export function paperColumns(currencyUnit: CurrencyUnit): ListLayout['columns'] {
  const text = (title: string, width: number) => ({ title, width, numberFormat: null });
  const { unit, line, figures, file, sheet, cell, columns, explanation } = workingPaperTitles;
  return [
    text(unit, 24),
    text(line, 20),
    ...figures.map((title, at) => ({
      title,
      width: sourceColumns[at]?.measure === 'projectCount' ? 11 : 15,
      numberFormat:
        sourceColumns[at]?.measure === 'projectCount'
          ? projectCountFormat
          : amountFormat(currencyUnit),
    })),
    text(file, 28),
    text(sheet, 14),
    text(cell, 8),
    text(columns, 18),
    text(explanation, 40),
  ];
}

/** What the unit has said of the figures of one of its lines: 执行超预算：年中追加预算. */
export function explanationsOn(
  explanations: readonly TakenExplanation[],
  sheet: string,
  row: number,
): string {
  const own = explanations.filter((one) => one.sheet === sheet && one.row === row);
  return own.map(({ rule, text }) => `${ruleById(rule).title}：${text}`).join('；');
}

/** One row of a working paper. */
export interface PaperLine {
  /** Index in {@link WorkingPapers.units}. */
  readonly unit: number;
  readonly form: FormId;
  readonly line: LineId;
  /** As the paper writes it. */
  readonly label: string;
  /** By sourceColumns, in the result's money unit; null where nothing was reported. */
  readonly figures: readonly (Amount | null)[];
  readonly sheet: string;
  /** A1 address of each figure in the unit's sheet; null where the paper does not say. */
  readonly cells: readonly (string | null)[];
  /** What the paper says of the place, and the unit's explanations, as they stand there. */
  readonly start: string;
  readonly columns: string;
  readonly explanation: string;
  /** Where the row itself stands: the paper and its zero-based row. */
  readonly paper: { readonly sheet: string; readonly row: number };
}

/** What a saved workbook's working papers say. */
export interface WorkingPapers {
  readonly units: readonly { readonly name: string; readonly file: string }[];
  readonly lines: readonly PaperLine[];
  /** Rows that cannot be read: no line of the form, or a figure that is none. */
  readonly unread: readonly { readonly sheet: string; readonly row: number }[];
}

/**
 * Reads the working papers of a result; null where the workbook has none. Rows may be sorted, filtered,
 * moved.
 *
 * @param names of the result's sheets; those of the first result of a workbook unless others are given
 */
export function readWorkingPapers(
  workbook: WorkbookGrids,
  forms: FormSet,
  names: ResultNames = resultNames(forms),
): WorkingPapers | null {
  return atOnce(readPapersInSteps(workbook, forms, names));
}

/** Rows of a paper that are read in one step. */
const rowsInStep = 200;

/** The same in steps of a few milliseconds. */
export function* readPapersInSteps(
  workbook: WorkbookGrids,
  forms: FormSet,
  names: ResultNames,
): Generator<undefined, WorkingPapers | null> {
  const units = new Map<string, { name: string; file: string; index: number }>();
  const lines: PaperLine[] = [];
  const unread: { sheet: string; row: number }[] = [];
  const papers = forms.forms.flatMap(({ id }) => {
    const grid = workbook.sheets.find(({ name }) => name === names.papers.get(id));
    const heading = grid === undefined ? null : findPaperHeading(grid);
    return grid === undefined || heading === null ? [] : [{ id, grid, heading }];
  });
  if (papers.length === 0) return null;
  for (const { id, grid, heading } of papers) {
    const lineOf = remembered(
      (label) => readLineLabel(label, forms).find(({ form }) => form === id)?.id,
    );
    for (let row = heading.row + 1; row < grid.rows.length; row += 1) {
      if (row % rowsInStep === 0) yield;
      const text = (column: number | undefined) =>
        column === undefined ? '' : textOf(grid, row, column);
      const [name, label, file] = [text(heading.unit), text(heading.line), text(heading.file)];
      if (name === '' && label === '') continue;
      const line = lineOf(label);
      const figures = readFigures(grid, row, heading.figures);
      if (line === undefined || figures === null) {
        unread.push({ sheet: grid.name, row });
        continue;
      }
      const key = `${name}\u0000${file}`;
      const unit = units.get(key) ?? { name, file, index: units.size };
      units.set(key, unit);
      lines.push({
        unit: unit.index,
        form: id,
        line,
        label,
        figures,
        sheet: text(heading.sheet),
        cells: cellsOf(text(heading.cell), text(heading.columns)),
        start: text(heading.cell),
        columns: text(heading.columns),
        explanation: text(heading.explanation),
        paper: { sheet: grid.name, row },
      });
    }
  }
  return { units: [...units.values()].map(({ name, file }) => ({ name, file })), lines, unread };
}

/** Asks once for each text: a paper says the same few labels many thousand times. */
function remembered<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}

function textOf(grid: Grid, row: number, column: number): string {
  const value = cellAt(grid, row, column)?.value ?? null;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function readFigures(
  grid: Grid,
  row: number,
  columns: readonly number[],
): (Amount | null)[] | null {
  const figures: (Amount | null)[] = [];
  for (const [at, column] of columns.entries()) {
    const isCount = sourceColumns[at]?.measure === 'projectCount';
    // The finest unit: what the paper holds was exact when it was written.
    const scale = { isCount, currencyUnit: 'hundredMillionYuan' } as const;
    const reading = readFigure(cellAt(grid, row, column), scale);
    const amount = amountOf(reading);
    if (amount === null) return null;
    figures.push(isBlank(reading) ? null : amount);
  }
  return figures;
}

function cellsOf(start: string, columns: string): (string | null)[] {
  const at = parseAddress(start);
  const letters = columns.split(' ').filter((part) => part !== '');
  return sourceColumns.map((_, index) => {
    const letter = letters[index];
    return at === null || letter === undefined ? null : `${letter}${at.row + 1}`;
  });
}
