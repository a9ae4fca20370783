/** Which lines stand under a header, and where does the table end? */
import type { EditionId, Form, FormSet } from '../forms/form';
import type { Grid } from '../grid';
import { cellAt } from '../grid';
import { compact } from './characters';
import type { FoundHeader } from './header';
import type { LineLabel } from './labels';
import { isNoteLabel, isOfWhichLabel, isTotalLabel, isFormTitle, readLineLabel } from './labels';
import type { TableLine } from './table';

/** The lines under a header. */
export interface FoundBody {
  /** Null where no line is one of a form's. */
  readonly official: Form | null;
  readonly labelColumn: number;
  readonly lines: readonly TableLine[];
  /** The edition that most labels belong to; null without a form. */
  readonly edition: EditionId | null;
}

/** Blank rows in a row after which a table without a total line has ended. */
const blankRowsToEnd = 20;

/** Rows under a header in which its labels are looked for. */
const labelSearchRows = 300;

/** Rows directly under the header that number its columns. */
const columnNumberLabels = new Set(['栏次', '行次', '序号', '编号', '列次', '栏号']);

/**
 * Reads the lines under a header.
 *
 * @param bottomLimit last row that can belong to this table (the next header begins below it)
 */
export function readBody(
  grid: Grid,
  header: FoundHeader,
  bottomLimit: number,
  forms: FormSet,
): FoundBody {
  const labelColumn = findLabelColumn(grid, header, bottomLimit, forms);
  const rows = readRows(grid, header, labelColumn, bottomLimit, forms);
  const official = decideForm(rows, forms);
  const lines = rows.map((row, index): TableLine => {
    const kind = row.kind;
    // A line of another form keeps its name there.
    const known = labelFor(row, official) ?? row.known[0];
    return {
      kind,
      row: row.row,
      label: row.label,
      id: known?.id ?? null,
      editions: known?.editions ?? [],
      parent:
        kind === 'ofWhich'
          ? nullIfAbsent(
              rows.findLastIndex((other, at) => at < index && other.kind === 'serviceArea'),
            )
          : null,
    };
  });
  return {
    official,
    labelColumn,
    lines,
    edition: official && prevailingEdition(rows, official),
  };
}

function nullIfAbsent(index: number): number | null {
  return index < 0 ? null : index;
}

interface BodyRow {
  readonly row: number;
  readonly label: string;
  readonly kind: TableLine['kind'];
  readonly known: readonly LineLabel[];
  readonly hasFigures: boolean;
}

function textAt(grid: Grid, row: number, column: number): string {
  const value = cellAt(grid, row, column)?.value;
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** The column, left of the figures, in which most labels are known. */
function findLabelColumn(
  grid: Grid,
  header: FoundHeader,
  bottomLimit: number,
  forms: FormSet,
): number {
  let best = { column: Math.max(header.leftLimit, header.firstColumn - 1), score: 0 };
  const lastRow = Math.min(bottomLimit, header.measureRow + labelSearchRows);
  for (let column = header.firstColumn - 1; column >= header.leftLimit; column -= 1) {
    let score = 0;
    for (let row = header.measureRow + 1; row <= lastRow; row += 1) {
      const text = textAt(grid, row, column);
      if (text === '' || text.length > 60) continue;
      if (readLineLabel(text, forms).length > 0) score += 2;
      else if (isTotalLabel(text)) score += 1;
    }
    if (score > best.score) best = { column, score };
  }
  return best.column;
}

function readRows(
  grid: Grid,
  header: FoundHeader,
  labelColumn: number,
  bottomLimit: number,
  forms: FormSet,
): BodyRow[] {
  const rows: BodyRow[] = [];
  let blankRows = 0;
  for (let row = header.measureRow + 1; row <= bottomLimit; row += 1) {
    const raw = textAt(grid, row, labelColumn);
    const hasFigures = rowHasFigures(grid, row, header);
    if (compact(raw) === '' && !hasFigures) {
      blankRows += 1;
      if (blankRows > blankRowsToEnd) break;
      continue;
    }
    blankRows = 0;
    if (rows.length === 0 && isColumnNumbers(grid, row, raw, header)) continue;
    if (isNoteLabel(raw) || beginsNextTable(grid, row, header)) break;
    const entry = classifyRow(row, raw, hasFigures, rows.at(-1), forms);
    rows.push(entry);
    if (entry.kind === 'total' && rows.some((other) => other.kind === 'serviceArea')) return rows;
  }
  return trimTail(rows);
}

/** True for a row with a title or what is stated beside titles, in whichever of the table's columns. */
function beginsNextTable(grid: Grid, row: number, header: FoundHeader): boolean {
  for (let column = header.leftLimit; column <= header.lastColumn; column += 1) {
    const value = cellAt(grid, row, column)?.value;
    if (typeof value !== 'string') continue;
    if (isFormTitle(value) || statesHeading(value)) return true;
  }
  return false;
}

function statesHeading(raw: string): boolean {
  return /^(?:填报单位|年份|金额)[:(]/.test(compact(raw));
}

function isColumnNumbers(grid: Grid, row: number, raw: string, header: FoundHeader): boolean {
  if (columnNumberLabels.has(compact(raw))) return true;
  if (compact(raw) !== '') return false;
  // Numbers 1, 2, 3 … under the headings, with or without a label.
  const first = cellAt(grid, row, header.firstColumn)?.value;
  const second = cellAt(grid, row, header.firstColumn + 1)?.value;
  const third = cellAt(grid, row, header.firstColumn + 2)?.value;
  return Number(first) === 1 && Number(second) === 2 && Number(third) === 3;
}

function classifyRow(
  row: number,
  raw: string,
  hasFigures: boolean,
  previous: BodyRow | undefined,
  forms: FormSet,
): BodyRow {
  const label = raw.replace(/\s+/g, ' ').trim();
  const base = { row, label, hasFigures };
  if (isOfWhichLabel(raw)) return { ...base, kind: 'ofWhich', known: [] };
  if (isTotalLabel(raw)) return { ...base, kind: 'total', known: [] };
  const known = readLineLabel(raw, forms);
  const indented = /^[\s\u3000]{2,}\S/.test(raw);
  if (known.length === 0 && indented && previous?.kind === 'ofWhich') {
    return { ...base, kind: 'ofWhich', known: [] };
  }
  return { ...base, kind: 'serviceArea', known };
}

function rowHasFigures(grid: Grid, row: number, header: FoundHeader): boolean {
  for (let column = header.firstColumn; column <= header.lastColumn; column += 1) {
    const value = cellAt(grid, row, column)?.value;
    if (
      value !== undefined &&
      value !== null &&
      !(typeof value === 'string' && compact(value) === '')
    ) {
      return true;
    }
  }
  return false;
}

/** Without a total line below, text after the last known line or figure is no line of the table. */
function trimTail(rows: readonly BodyRow[]): BodyRow[] {
  const last = rows.findLastIndex(
    (row) => row.kind === 'total' || row.known.length > 0 || row.hasFigures,
  );
  return rows.slice(0, last + 1);
}

/** The form that names most of the lines; the first of those that name as many. */
function decideForm(rows: readonly BodyRow[], { forms }: FormSet): Form | null {
  let best: { form: Form; count: number } | null = null;
  for (const form of forms) {
    const count = rows.filter((row) => row.known.some((label) => label.form === form.id)).length;
    if (count > (best?.count ?? 0)) best = { form, count };
  }
  return best?.form ?? null;
}

/** The edition that prints most of the labels; the form's own where editions tie. */
function prevailingEdition(rows: readonly BodyRow[], form: Form): EditionId {
  const count = (edition: EditionId) =>
    rows.filter((row) => labelFor(row, form)?.editions.includes(edition)).length;
  return form.editions.reduce<EditionId>(
    (best, { id }) => (count(id) > count(best) ? id : best),
    form.ownEdition,
  );
}

/** What a label names in one form. */
function labelFor({ known }: BodyRow, form: Form | null): LineLabel | undefined {
  return known.find((label) => label.form === form?.id);
}
