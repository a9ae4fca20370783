/** Which cells of a result change when a unit is replaced: in its working papers, its tables, its notes? */
import type { Amount } from '../../domain/amount';
import { numberFromAmount } from '../../domain/amount';
import { sourceColumns } from '../../domain/consolidate/takenUnit';
import { paperColumns } from '../../domain/consolidate/workingPaper';
import type { FormId } from '../../domain/forms/terms';
import type { Grid } from '../../domain/grid';
import { cellAddress, cellAt, columnLetters } from '../../domain/grid';
import type { PaperHeading } from '../../domain/recognise/workingPaper';
import { findPaperHeading } from '../../domain/recognise/workingPaper';
import type { TableView } from '../../domain/returns/tableView';
import type { CellChange } from '../cellChange';
import type { CellContent } from '../cellContent';
import { contentOf } from '../cellContent';
import type { ReplacedNotes } from './replacedNotes';
import type { CorrectedLine } from './replacedRows';
import { hasFigure } from './replacedRows';
import type { ReplacedFigure, Replacing } from './replacing';

/** A working paper as it stands. */
interface Paper {
  readonly grid: Grid;
  readonly heading: PaperHeading;
  /** Zero-based row of the last one that says something. */
  readonly last: number;
}

function paperOf({ workbook, result }: Replacing, form: FormId): Paper | null {
  const name = result.names.papers.get(form);
  const grid = workbook.sheets.find((sheet) => sheet.name === name);
  const heading = grid === undefined ? null : findPaperHeading(grid);
  if (grid === undefined || heading === null) return null;
  const last = grid.rows.findLastIndex(
    (row) => row?.some((cell) => cell !== undefined && contentOf(cell.value) !== '') === true,
  );
  return { grid, heading, last };
}

/** Of a form, the lines that get rows of their own below the others. */
function addedTo({ rows }: Replacing, form: FormId): readonly CorrectedLine[] {
  return rows.added.filter((one) => one.form === form && hasFigure(one));
}

/** Cells of the papers that hold something else than they will; null where a line has no name there. */
export function paperChanges(replacing: Replacing): CellChange[] | null {
  const { papers, index, rows, unit, tables, facts } = replacing;
  const file = unit.source.kind === 'file' ? unit.source.file : '';
  const { name = '' } = papers.units[index] ?? {};
  const formats = paperColumns(facts.currencyUnit).map(({ numberFormat }) => numberFormat);
  const byPaper = new Map(tables.map(({ form }) => [form, paperOf(replacing, form)]));
  const standing = [...rows.replaced].flatMap(([{ paper, form }, corrected]) => {
    const found = byPaper.get(form) ?? null;
    return found === null ? [] : lineChanges(found, paper.row, corrected, file);
  });
  const below = tables.map(({ form, summed }): CellChange[] | null => {
    const lines = addedTo(replacing, form);
    const paper = byPaper.get(form) ?? null;
    if (lines.length === 0) return [];
    if (paper === null) return null;
    const { grid, heading, last } = paper;
    return lines.flatMap((one, at) => {
      const row = last + 1 + at;
      const label = summed.find(({ line: { id } }) => id === one.line)?.label ?? '';
      return [
        ...changeOf(grid, row, heading.unit, contentOf(name)),
        ...changeOf(grid, row, heading.line, contentOf(label)),
        ...lineChanges(paper, row, one, file, formats),
      ];
    });
  });
  if (below.includes(null)) return null;
  return [...standing, ...below.flatMap((changes) => changes ?? [])];
}

/** @param formats of the paper's columns, for a new row */
function lineChanges(
  { grid, heading }: Paper,
  row: number,
  { figures, sheet, start, columns, explanation }: CorrectedLine,
  file: string,
  formats: readonly (string | null)[] = [],
): CellChange[] {
  const texts: readonly (readonly [number | undefined, string])[] = [
    [heading.file, file],
    [heading.sheet, sheet],
    [heading.cell, start],
    [heading.columns, columns],
    [heading.explanation, explanation],
  ];
  return [
    ...heading.figures.flatMap((column, at) =>
      changeOf(
        grid,
        row,
        column,
        contentOfAmount(figures[at] ?? null),
        formats[at + firstFigure] ?? null,
      ),
    ),
    ...texts.flatMap(([column, text]) =>
      column === undefined ? [] : changeOf(grid, row, column, contentOf(text)),
    ),
  ];
}

/** Among the paper's columns as they are laid out. */
const firstFigure = 2;

/**
 * Inputs of the result that do not follow the paper by themselves: typed values; cells that were blank, or
 * become so, as no unit reports anything there; formulas that do not reach the rows added. Null where a
 * formula over the paper is not ours, so that it cannot be told what it reaches.
 */
export function tableChanges(
  replacing: Replacing,
  { form, sheet, table, summed }: TableView,
  figures: readonly ReplacedFigure[],
): CellChange[] | null {
  const grid = replacing.workbook.sheets.find(({ name }) => name === sheet);
  if (grid === undefined) return [];
  const paper = paperOf(replacing, form);
  const added = addedTo(replacing, form).length;
  const last = (paper?.last ?? 0) + added;
  const isFormula = summed.some(({ all }) => all.some((one) => formulaAt(grid, one) !== null));
  const changes: CellChange[] = [];
  for (const view of summed) {
    for (const [at, { block, measure }] of sourceColumns.entries()) {
      const { column } = view.figures[block][measure];
      const { row, id } = view.line;
      const changed = figures.find(
        (one) =>
          one.form === form && one.line === id && one.block === block && one.measure === measure,
      );
      const formula = formulaAt(grid, view.figures[block][measure]);
      if (formula !== null && changed?.after !== null) {
        if (added === 0) continue;
        const reaching = reachingTo(formula, last);
        if (reaching === null) return null;
        changes.push(...changeOf(grid, row, column, reaching));
      } else if (changed !== undefined) {
        const { after } = changed;
        const content =
          after !== null && isFormula && paper !== null
            ? sumOfPaper(paper, last, at, `$${cellAddress(row, table.labelColumn)}`)
            : contentOfAmount(after);
        changes.push(...changeOf(grid, row, column, content));
      }
    }
  }
  return changes;
}

/** The formula over a working paper; null where there is another one, or none. */
function formulaAt(
  grid: Grid,
  {
    line,
    column,
  }: { readonly line: { readonly line: { readonly row: number } }; readonly column: number },
): string | null {
  const formula = cellAt(grid, line.line.row, column)?.formula ?? '';
  return /^=SUMIFS\(/i.test(formula) ? formula : null;
}

/** An area of one column, as the result's formulas write it. */
const area = String.raw`(?:'(?:[^']|'')+'|[^'!(),]+)!\$[A-Z]{1,3}\$\d+:\$[A-Z]{1,3}\$`;
const ourFormula = new RegExp(
  String.raw`^(=SUMIFS\(${area})(\d+)(,${area})(\d+)(,\$[A-Z]+\d+\))$`,
  'i',
);

/** The formula, down to a row (zero-based) if it does not reach it; null where it is not as we write it. */
function reachingTo(formula: string, last: number): string | null {
  const [, sum, sumEnd, labels, labelsEnd, label] = ourFormula.exec(formula) ?? [];
  if (sum === undefined || labels === undefined || label === undefined || sumEnd !== labelsEnd) {
    return null;
  }
  const end = Math.max(Number(sumEnd), last + 1);
  return `${sum}${end}${labels}${end}${label}`;
}

/** A sum over the paper, as the result's other inputs are. */
function sumOfPaper({ grid, heading }: Paper, last: number, at: number, label: string): string {
  const over = (column: number) => {
    const letters = columnLetters(column);
    return `'${grid.name}'!$${letters}$${heading.row + 2}:$${letters}$${last + 1}`;
  };
  return `=SUMIFS(${over(heading.figures[at] ?? 0)},${over(heading.line)},${label})`;
}

/** Cells of the notes; new rows stand below the last one. */
export function notesChanges(grid: Grid, { changed, added, last }: ReplacedNotes): CellChange[] {
  return [
    ...[...changed].flatMap(([row, contents]) => changeOf(grid, row, 1, contentOf(contents))),
    ...added.flatMap((texts, at) =>
      texts.flatMap((text, column) => changeOf(grid, last + 1 + at, column, contentOf(text))),
    ),
  ];
}

function contentOfAmount(amount: Amount | null): CellContent {
  return amount === null ? '' : numberFromAmount(amount);
}

/**
 * Nothing where the cell holds it already.
 *
 * @param numberFormat for a cell that has none of its own yet
 */
function changeOf(
  grid: Grid,
  row: number,
  column: number,
  content: CellContent,
  numberFormat: string | null = null,
): CellChange[] {
  const cell = cellAt(grid, row, column);
  const expected = cell?.formula ?? contentOf(cell?.value ?? null);
  if (expected === content) return [];
  return [
    {
      sheet: grid.name,
      cell: cellAddress(row, column),
      expected,
      content,
      numberFormat:
        numberFormat === null
          ? { kind: 'asFigure', instead: 'General' }
          : { kind: 'putBack', expected: 'General', format: numberFormat },
    },
  ];
}
