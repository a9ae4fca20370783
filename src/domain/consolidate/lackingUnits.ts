/**
 * Does a saved result lack a unit? Its sheet 汇总说明 says which units did not count and which were not
 * there at all; without it nothing can be said.
 */
import { notesTexts } from '../forms/consolidationTexts';
import type { FormSet } from '../forms/form';
import type { Grid, WorkbookGrids } from '../grid';
import { cellAt } from '../grid';
import { findPaperHeading } from '../recognise/workingPaper';
import { resultsIn } from './resultNames';

/** What a result says of units that are not in it. */
export type LackingUnits =
  /** No result of ours, or nothing lacks. */
  | { readonly kind: 'none' }
  /** The working papers stand there, but nothing says which units did not count. */
  | { readonly kind: 'unknown' }
  /** Each with what the sheet says of it. */
  | {
      readonly kind: 'lacking';
      readonly units: readonly LackingUnit[];
    };

/** What a row of the sheet says is not in the sum, and what it says of it. */
export interface LackingUnit {
  readonly name: string;
  readonly remark: string;
}

/** What a sum lacks that was not given, and what its parts lack. */
const lackingRules = /(?:^| )U-05[05] /;

/** Reads what a workbook that holds a result says of units that are not in it. */
export function lackingUnits(workbook: WorkbookGrids, forms: FormSet): LackingUnits {
  // Both are known by what stands in them, whatever the sheets are called by now.
  const lists = workbook.sheets.flatMap((grid) => {
    const list = lackingIn(grid);
    return list === null ? [] : [list];
  });
  // What is said counts also where the working papers were taken out.
  const units = lists.flat();
  if (units.length > 0) return { kind: 'lacking', units };
  return lists.length < resultCount(workbook, forms) ? { kind: 'unknown' } : { kind: 'none' };
}

/** Whether anything in a workbook says which units a sum is made of. */
export function saysWhatCounts({ sheets }: WorkbookGrids): boolean {
  return sheets.some((grid) => lackingIn(grid) !== null || findPaperHeading(grid) !== null);
}

/** Names of the units that count, as such a sheet lists them; null for any other sheet. */
export function countedUnitsIn(notes: Grid): string[] | null {
  const rows = rowsOf(notes);
  const counted = listUnder(rows, 'counted');
  return counted === null || listUnder(rows, 'notCounted') === null
    ? null
    : counted.map(({ name }) => name);
}

/** How many results have left working papers. */
function resultCount({ sheets }: WorkbookGrids, forms: FormSet): number {
  const papers = sheets.filter((grid) => findPaperHeading(grid) !== null);
  return Math.max(resultsIn({ sheets: papers }, forms).length, Math.min(1, papers.length));
}

/** What one sheet says; null where it is not complete. */
function lackingIn(notes: Grid): NotesRow[] | null {
  const rows = rowsOf(notes);
  const counted = listUnder(rows, 'counted');
  const notCounted = listUnder(rows, 'notCounted');
  if (counted === null || notCounted === null) return null;
  const names = new Set(counted.map(({ name }) => name));
  return [
    ...notCounted.filter(({ name, remark }) => !names.has(name) && !isSumOfOthers(remark)),
    ...rows.filter(({ name }) => isNotRead(name) || lackingRules.test(name)),
  ];
}

interface NotesRow {
  readonly name: string;
  readonly remark: string;
}

function rowsOf(notes: Grid): NotesRow[] {
  const text = (row: number, column: number): string => {
    const value = cellAt(notes, row, column)?.value ?? null;
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  return Array.from({ length: notes.rows.length }, (_, row) => ({
    name: text(row, 0),
    remark: text(row, 1),
  }));
}

/** The units of one of the lists; null where it is not there, or not as long as it says. */
function listUnder(rows: readonly NotesRow[], list: 'counted' | 'notCounted'): NotesRow[] | null {
  const titles: readonly string[] = Object.values(notesTexts[list]);
  const at = rows.findIndex(({ name }) => titles.includes(name));
  const length = /^\d{1,6}$/.test(rows[at]?.remark ?? '') ? Number(rows[at]?.remark) : null;
  if (length === null) return null;
  const listed = rows.slice(at + 1, at + 1 + length);
  return listed.length === length ? listed : null;
}

function isSumOfOthers(remark: string): boolean {
  return Object.values(notesTexts.sumOfOthers).some((text) => remark.startsWith(text));
}

function isNotRead(name: string): boolean {
  return Object.values(notesTexts.notRead).some((text) => name.startsWith(text));
}
