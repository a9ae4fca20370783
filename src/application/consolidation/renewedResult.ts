/**
 * A corrected file has a line that the tables of a result do not print: how does the whole result look,
 * laid out anew from its working papers and notes, with the same units, money unit and choices?
 */
import type { ConsolidatedTable } from '../../domain/consolidate/consolidate';
import { addLines, byName, linesFilled } from '../../domain/consolidate/consolidate';
import { editionWith } from '../../domain/consolidate/editions';
import { resultLayouts } from '../../domain/consolidate/resultLayouts';
import { resultNames } from '../../domain/consolidate/resultNames';
import { paperLayout } from '../../domain/consolidate/workingPaper';
import type { EditionId } from '../../domain/forms/form';
import { formById } from '../../domain/forms/officialForms';
import type { FormId } from '../../domain/forms/terms';
import { cellAt } from '../../domain/grid';
import type { ListLayout, NewSheet } from '../../domain/template/layout';
import type { NotesRow, NotesWords } from './replacedNotes';
import { notesRows } from './replacedNotes';
import type { CorrectedLine } from './replacedRows';
import type { Replacing } from './replacing';

export interface RenewedSheets {
  readonly sheets: readonly NewSheet[];
  /** Labels of the lines for which it is laid out anew. */
  readonly lines: readonly string[];
}

/** @param lacking lines that the result's tables do not print */
export function renewedSheets(
  replacing: Replacing,
  lacking: readonly CorrectedLine[],
  words: NotesWords,
): RenewedSheets {
  const { workbook, tables, facts } = replacing;
  const { forms } = facts;
  const sorted = sortedParts(replacing);
  const laidOut = tables.map(({ form, table }) => {
    const own = sorted.filter((part) => part.form === form);
    const official = formById(form, forms);
    const edition = editionWith(official, table.edition, linesFilled(own));
    return addLines(official, edition, own);
  });
  const names = resultNames(
    forms,
    workbook.sheets.map(({ name }) => name),
  );
  const byForm = new Map<FormId, ConsolidatedTable>(
    laidOut.map(({ table }) => [table.form, table]),
  );
  const headings = tables.map(({ table }) => table.heading.reportingUnit.value);
  const consolidated = {
    forms,
    reportingUnit: headings.find((name) => name !== null) ?? '',
    fiscalYear: facts.fiscalYear,
    currencyUnit: facts.currencyUnit,
    tables: byForm,
    contributions: laidOut.flatMap(({ parts }) => parts),
  };
  const inputs = tables.some(({ sheet }) => holdsFormulas(replacing, sheet))
    ? 'formulas'
    : 'values';
  const papers = laidOut.flatMap(({ table, parts }): ListLayout[] => {
    const name = names.papers.get(table.form);
    return name === undefined
      ? []
      : [paperLayout(name, facts.currencyUnit, rowsOf(replacing, table, parts))];
  });
  const notes = renewedNotes(replacing, laidOut[0]?.table.edition ?? '', words);
  const labels = lacking.map(
    ({ form, line }) => byForm.get(form)?.lines.find((entry) => entry.line === line)?.label ?? line,
  );
  return {
    sheets: [
      ...resultLayouts(consolidated, inputs, names),
      ...papers,
      ...(notes === null ? [] : [{ ...notes, name: names.notes }]),
    ],
    lines: [...new Set(labels)],
  };
}

/** All rows with those of the corrected file, unit by unit in the order of a result. */
function sortedParts({ papers, index, rows, unit }: Replacing): CorrectedLine[] {
  const parts: CorrectedLine[] = papers.lines.flatMap((line) => {
    if (line.unit !== index) return [line];
    const corrected = rows.replaced.get(line);
    // What the file does not have any more needs no row here.
    return corrected === undefined || corrected.start === '' ? [] : [corrected];
  });
  const order = papers.units
    .map(({ name, file }, at) => ({
      at,
      name,
      pair: 1,
      source: at === index ? unit.source : ({ kind: 'file', file } as const),
    }))
    .sort(byName)
    .map(({ at }) => at);
  const rank = new Map(order.map((at, place) => [at, place]));
  return [...parts, ...rows.added].sort(
    (a, b) => (rank.get(a.unit) ?? 0) - (rank.get(b.unit) ?? 0),
  );
}

function rowsOf(
  { papers, index, unit }: Replacing,
  { lines }: ConsolidatedTable,
  parts: readonly CorrectedLine[],
): Parameters<typeof paperLayout>[2] {
  const labels = new Map(lines.map(({ line, label }) => [line, label]));
  const after = unit.source.kind === 'file' ? unit.source.file : '';
  return parts.map((part) => {
    const { name = '', file = '' } = papers.units[part.unit] ?? {};
    const { figures, sheet, start, columns, explanation } = part;
    return {
      name,
      label: labels.get(part.line) ?? '',
      figures,
      file: part.unit === index ? after : file,
      sheet,
      start,
      columns,
      explanation,
    };
  });
}

function holdsFormulas({ workbook }: Replacing, sheet: string): boolean {
  const grid = workbook.sheets.find(({ name }) => name === sheet);
  return (
    grid?.rows.some((row) => row?.some((cell) => /^=SUMIFS\(/i.test(cell?.formula ?? ''))) === true
  );
}

/** The notes as they stand, with what the replacement changes, and the edition of the new result. */
function renewedNotes(
  { grid, notes }: Replacing,
  edition: EditionId,
  words: NotesWords,
): ListLayout | null {
  if (grid === undefined || notes === null) return null;
  const [, ...rows] = notesRows(grid).map(([what, contents], row): NotesRow => [
    what,
    notes.changed.get(row) ?? contents,
  ]);
  const ofEdition = words.edition(edition, notes.language);
  const at = rows.findIndex(([what]) => what === ofEdition[0]);
  if (at >= 0) rows[at] = ofEdition;
  const title = (column: number) => {
    const value = cellAt(grid, 0, column)?.value;
    return typeof value === 'string' ? value : '';
  };
  return {
    name: grid.name,
    columns: [
      { title: title(0), width: 30, numberFormat: null },
      { title: title(1), width: 110, numberFormat: null },
    ],
    rows: [...rows, ...notes.added],
    hasFilter: false,
  };
}
