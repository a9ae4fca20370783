/**
 * What does the sheet 汇总说明 of a result say after a unit's file was replaced? The unit's own entry is
 * that of the corrected file; what was found of its former file is said to be so; what is new stands below.
 */
import type { SetJudgement } from '../../domain/consolidate/judgeSet';
import type { LabelChoice } from '../../domain/consolidate/labelMap';
import type { SetFinding } from '../../domain/consolidate/setFinding';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import { notesTexts } from '../../domain/forms/consolidationTexts';
import type { EditionId } from '../../domain/forms/form';
import type { Grid } from '../../domain/grid';
import { cellAt } from '../../domain/grid';
import { comparableUnitName } from '../../domain/recognise/heading';
import type { ReturnLetter } from '../report/letter';

/** Languages that the sheet may be written in, whatever the pane speaks now. */
export type NotesLanguage = 'zh-CN' | 'en-US';

export type NotesRow = readonly [what: string, contents: string];

/** How the sheet words things. */
export interface NotesWords {
  /** Of a unit that counts: where it stands, and what is to be known of it. */
  readonly entry: (unit: TakenUnit, letter: ReturnLetter | null, language: NotesLanguage) => string;
  /** The replacement itself. */
  readonly replaced: (
    name: string,
    before: string,
    after: string,
    language: NotesLanguage,
  ) => NotesRow;
  readonly finding: (
    finding: SetFinding,
    judgement: SetJudgement,
    language: NotesLanguage,
  ) => NotesRow;
  readonly mapped: (choice: LabelChoice, language: NotesLanguage) => NotesRow;
  /** Of a result that is laid out anew. */
  readonly edition: (edition: EditionId, language: NotesLanguage) => NotesRow;
  /** True for a row about findings that may be others now, and names the unit. */
  readonly isFindingOf: (row: NotesRow, name: string, language: NotesLanguage) => boolean;
  /** The row's contents as what held of the former file. */
  readonly outdated: (contents: string, language: NotesLanguage) => string;
  /** The row's contents; of the settings' row as they are when units with errors are included. */
  readonly includingErrors: (row: NotesRow, language: NotesLanguage) => string;
}

/** The replacement, as far as it is noted. */
export interface NotedReplacement {
  /** As the papers call it. */
  readonly name: string;
  readonly fileBefore: string;
  readonly unit: TakenUnit;
  /** What is wrong with it; null where nothing is. */
  readonly letter: ReturnLetter | null;
  /** The set of the result with the corrected unit in its place, and what is found of that. */
  readonly judgement: SetJudgement;
  readonly findings: readonly SetFinding[];
  readonly labelChoices: readonly LabelChoice[];
}

/** What is to stand on the sheet. */
export interface ReplacedNotes {
  /** In which the sheet is written. */
  readonly language: NotesLanguage;
  /** Contents of rows (zero-based) that are others. */
  readonly changed: ReadonlyMap<number, string>;
  /** Rows below the last one. */
  readonly added: readonly NotesRow[];
  /** The last row in use, zero-based. */
  readonly last: number;
}

/** Null where the sheet does not list the unit among those that count. */
export function replacedNotes(
  grid: Grid,
  noted: NotedReplacement,
  words: NotesWords,
): ReplacedNotes | null {
  const rows = notesRows(grid);
  const found = entryIn(rows, noted);
  if (found === null) return null;
  const { at, language } = found;
  const changed = new Map<number, string>();
  const change = (row: number, contents: string) => {
    if (rows[row]?.[1] !== contents) changed.set(row, contents);
  };
  change(at, words.entry(noted.unit, noted.letter, language));
  const hasErrors = (noted.letter?.errors.length ?? 0) > 0;
  rows.forEach((row, index) => {
    if (index !== at && words.isFindingOf(row, noted.name, language)) {
      change(index, words.outdated(row[1], language));
    }
    if (index < at && hasErrors) change(index, words.includingErrors(row, language));
  });
  const { source } = noted.unit;
  const after = source.kind === 'file' ? source.file : '';
  const known = new Set(rows.map((row) => row.join('\u0000')));
  const added = [
    ...noted.labelChoices.map((choice) => words.mapped(choice, language)),
    ...noted.findings.map((finding) => words.finding(finding, noted.judgement, language)),
  ].filter((row) => !known.has(row.join('\u0000')));
  return {
    language,
    changed,
    added: [...added, words.replaced(noted.name, noted.fileBefore, after, language)],
    last: rows.length - 1,
  };
}

/** The sheet's rows, those below the last one that says something left out. */
export function notesRows(grid: Grid): NotesRow[] {
  const text = (row: number, column: number): string => {
    const value = cellAt(grid, row, column)?.value ?? null;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const rows = Array.from({ length: grid.rows.length }, (_, row): NotesRow => [
    text(row, 0),
    text(row, 1),
  ]);
  return rows.slice(0, rows.findLastIndex(([what, contents]) => what + contents !== '') + 1);
}

const languages: readonly NotesLanguage[] = ['zh-CN', 'en-US'];

/** The unit's row among those that count; of several with its name the one that names its file. */
function entryIn(
  rows: readonly NotesRow[],
  { name, fileBefore }: NotedReplacement,
): { readonly at: number; readonly language: NotesLanguage } | null {
  for (const language of languages) {
    const [from, to] = [notesTexts.counted, notesTexts.notCounted].map((title) =>
      rows.findIndex(([what]) => what.trim() === title[language]),
    );
    if (from === undefined || to === undefined || from < 0 || to < from) continue;
    const wanted = comparableUnitName(name);
    const alike = rows.flatMap(([what], row) =>
      row > from && row < to && comparableUnitName(what) === wanted ? [row] : [],
    );
    const [first] = alike;
    const exact = alike.find((row) => rows[row]?.[1].startsWith(fileBefore) === true);
    const at = exact ?? first;
    if (at !== undefined) return { at, language };
  }
  return null;
}
