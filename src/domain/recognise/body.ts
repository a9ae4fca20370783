/** Which lines stand under a header, and where does the table end? */
import type { EditionId, Form, FormSet } from '../forms/form';
import type { Grid } from '../grid';
import { cellAt } from '../grid';
import { compact, withoutHidden } from './characters';
import type { BodyRow } from './bodyRow';
import type { FoundHeader } from './headerColumns';
import type { HeadingText } from './headerColumns';
import { figureTexts, isColumnNumbers, isUnitsRow, textAt } from './headerRows';
import type { LineLabel } from './labels';
import {
  isNoteLabel,
  isOfWhichLabel,
  isPageMark,
  isSubtotalLabel,
  isTotalLabel,
  isFormTitle,
  readLineLabel,
} from './labels';
import type { TableLine } from './table';
import { unlabelledTotal } from './unlabelledTotal';

/** The lines under a header. */
export interface FoundBody {
  /** Null where no line is one of a form's. */
  readonly official: Form | null;
  readonly labelColumn: number;
  readonly lines: readonly TableLine[];
  /** The edition that most labels belong to; null without a form. */
  readonly edition: EditionId | null;
  /** First row that can hold a line. */
  readonly top: number;
  /** What the rows between the headings and the lines say of the columns' units. */
  readonly unitTexts: readonly HeadingText[];
}

/** Rows that can hold lines: under a header, or under the same header again on the next printed page. */
export interface BodyPart {
  readonly header: FoundHeader;
  /** Last row that can belong to this part. */
  readonly bottom: number;
}

/** Blank rows in a row after which a table without a total line has ended. */
const blankRowsToEnd = 20;

/** Rows under a header in which its labels are looked for. */
const labelSearchRows = 300;

/** Reads the lines under a header, and under what repeats it. */
export function readBody(
  grid: Grid,
  parts: readonly [BodyPart, ...BodyPart[]],
  forms: FormSet,
): FoundBody {
  const [{ header, bottom }] = parts;
  const labelColumn = findLabelColumn(grid, header, bottom, forms);
  const rows: BodyRow[] = [];
  const unitTexts: HeadingText[] = [];
  let top: number | null = null;
  for (const part of parts) {
    const found = readRows(grid, part, labelColumn, unitTexts, forms);
    top ??= found.top;
    rows.push(...found.rows);
    if (rows.at(-1)?.kind === 'total') break;
  }
  const total = rows.some(({ kind }) => kind === 'total')
    ? null
    : unlabelledTotal(grid, header, rows);
  const official = decideForm(rows, forms);
  const lines = linesOf(rows, total, official);
  return {
    official,
    labelColumn,
    lines,
    edition: official && prevailingEdition(rows, official),
    top: top ?? header.measureRow + 1,
    unitTexts,
  };
}

/** @param total the row that is the total line though its label does not say so */
function linesOf(
  rows: readonly BodyRow[],
  total: BodyRow | null,
  official: Form | null,
): TableLine[] {
  let serviceArea: number | null = null;
  return rows.map((row, index) => {
    const kind = row === total ? 'total' : row.kind;
    // A line of another form keeps its name there.
    const known = labelFor(row, official) ?? row.known[0];
    const parent = kind === 'ofWhich' ? serviceArea : null;
    if (row.kind === 'serviceArea') serviceArea = index;
    return {
      kind,
      row: row.row,
      label: row.label,
      id: known?.id ?? null,
      editions: known?.editions ?? [],
      parent,
    };
  });
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
  { header, bottom }: BodyPart,
  labelColumn: number,
  unitTexts: HeadingText[],
  forms: FormSet,
): { rows: BodyRow[]; top: number } {
  const rows: BodyRow[] = [];
  let top = header.measureRow + 1;
  let blankRows = 0;
  for (let row = top; row <= bottom; row += 1) {
    const raw = textAt(grid, row, labelColumn);
    const hasFigures = rowHasFigures(grid, row, header);
    if (compact(raw) === '' && !hasFigures) {
      blankRows += 1;
      if (blankRows > blankRowsToEnd) break;
      continue;
    }
    blankRows = 0;
    if (rows.length === 0 && isUnitsRow(grid, row, header, labelColumn)) {
      unitTexts.push(...figureTexts(grid, row, header));
      top = row + 1;
      continue;
    }
    if (rows.length === 0 && isColumnNumbers(grid, row, header, labelColumn, forms)) {
      top = row + 1;
      continue;
    }
    if (!hasFigures && isPageMark(raw)) continue;
    if (isNoteLabel(raw) || beginsNextTable(grid, row, header)) break;
    const entry = classifyRow(row, raw, hasFigures, rows.at(-1), forms);
    rows.push(entry);
    if (entry.kind === 'total' && rows.some((other) => other.kind === 'serviceArea')) {
      return { rows, top };
    }
  }
  return { rows: trimTail(rows), top };
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

function classifyRow(
  row: number,
  raw: string,
  hasFigures: boolean,
  previous: BodyRow | undefined,
  forms: FormSet,
): BodyRow {
  const label = shownLabel(raw);
  const base = { row, label, hasFigures };
  if (isOfWhichLabel(raw)) return { ...base, kind: 'ofWhich', known: [] };
  if (isTotalLabel(raw)) return { ...base, kind: 'total', known: [] };
  const known = readLineLabel(raw, forms);
  if (known.length === 0 && isSubtotalLabel(raw)) return { ...base, kind: 'subtotal', known: [] };
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

/** A label on one line, without what shows nothing. */
function shownLabel(raw: string): string {
  return withoutHidden(raw)
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
}
