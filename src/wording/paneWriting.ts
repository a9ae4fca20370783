/** Which words go with writing into the workbook: previews, outcomes, undo and the template's form? */
import type { InsertFailure } from '../application/insertTemplate';
import type { UndoOutcome } from '../application/undo';
import type { UndoCommand } from '../application/undoLog';
import type { WriteOutcome } from '../application/applyWrites';
import type { ReplaceOutcome } from '../application/consolidation/writeReplacement';
import type { WriteProgress } from '../application/writeFailure';
import type { BlockReason, ChangeReason } from '../domain/fill/plannedChange';
import type { RoundedInPlace } from '../application/roundTables';
import type { CellReference } from '../application/cellContent';
import type { InsertedSheets } from '../application/ports';
import { groupDigits } from './language';
import { visibleText } from './visibleText';

/** The texts of previews, undo and the template's form. */
export interface WritingTexts {
  readonly fill: {
    readonly title: string;
    readonly lead: string;
    readonly mode: string;
    readonly formulas: string;
    readonly values: string;
    readonly range: string;
    readonly allPairs: string;
    readonly preview: string;
    readonly nothing: string;
    readonly noTable: string;
  };
  readonly correct: {
    readonly title: string;
    readonly one: string;
    readonly several: (count: number) => string;
    /** Of totals left blank. */
    readonly fill: (count: number) => string;
    readonly nothing: string;
    readonly checkedAnew: string;
  };
  readonly preview: {
    readonly write: (count: number) => string;
    readonly cancel: string;
    readonly now: string;
    readonly then: string;
    readonly blank: string;
    readonly selectAll: string;
    readonly selectNone: string;
    readonly chosen: (chosen: number, all: number) => string;
    /** Title of the cells that cannot be written for one reason. */
    readonly blocked: (reason: string, count: number) => string;
    readonly more: (next: number, rest: number) => string;
    readonly kept: string;
    /** Title of the cells that are not chosen for one reason. */
    readonly notChosen: (reason: string, count: number) => string;
    /** Title of texts with a unit that is not the table's, to be taken in one of two ways. */
    readonly otherUnit: string;
    readonly signForBlank: string;
    readonly choose: string;
    /** One of several ways to put several cells right. */
    readonly together: (count: number) => string;
    readonly cells: (count: number) => string;
    /** Why several cells that belong together cannot be chosen. */
    readonly half: (blocked: number) => string;
    /** Has the texts made numbers that totals wait for. */
    readonly convertTexts: string;
    /** Has the user say which unit is meant by the figures that totals wait for. */
    readonly settleUnits: string;
    /** Said of a total that equals another table's and will not any more. */
    readonly contradicts: (sheet: string, cell: string) => string;
  };
  /** Why cells with such a reason are not chosen beforehand. */
  readonly whyNotChosen: Readonly<Record<ChangeReason, string>>;
  readonly reasons: Readonly<Record<ChangeReason, string>>;
  readonly blocked: Readonly<Record<BlockReason, (cells: string) => string>>;
  /** The same in a few words, of several cells. */
  readonly blockedReasons: Readonly<Record<BlockReason, string>>;
  readonly undo: {
    readonly last: (command: UndoCommand, cells: number, sheets: number, at: string) => string;
    readonly nothing: string;
    readonly forget: string;
    readonly forgetHint: string;
  };
  readonly template: {
    readonly title: string;
    readonly lead: string;
    readonly forms: string;
    readonly unit: string;
    readonly unitHint: string;
    readonly year: string;
    readonly yearInvalid: string;
    readonly currency: string;
    readonly edition: string;
    readonly protect: string;
    readonly protectHint: string;
    readonly insert: string;
    readonly noForm: string;
  };
  readonly rounding: {
    readonly title: string;
    readonly lead: string;
    /** 单位换算, from an item that says in which unit a table was typed. */
    readonly convert: string;
    readonly convertTitle: string;
    /** The unit in which the figures were typed. */
    readonly typed: string;
    readonly asStated: string;
    readonly typedTable: string;
    readonly bothTables: string;
    readonly unit: string;
    readonly currency: string;
    readonly decimals: string;
    readonly whole: string;
    readonly preview: string;
    /** Names what the preview shows. */
    readonly result: string;
    readonly refused: string;
    readonly notNearest: (count: number) => string;
    readonly nearest: (amount: string) => string;
    readonly unwritable: (cells: readonly CellReference[]) => string;
    /** In place, a result's working papers keep what stood there before. */
    readonly papers: (sheets: readonly string[]) => string;
    readonly newSheets: string;
    readonly inPlace: string;
    readonly done: (outcome: RoundedInPlace) => string;
  };
  /** @param errors that the workbook has after it; null where it could not be checked */
  readonly written: (outcome: WriteOutcome, errors: number | null) => string;
  /** A unit of a result was replaced. */
  readonly replaced: (outcome: ReplaceOutcome) => string;
  readonly progress: (progress: WriteProgress) => string;
  readonly inserted: (sheets: readonly string[], pages: InsertedSheets['pages']) => string;
  readonly insertLeft: (left: InsertFailure['left']) => string;
  readonly undone: (outcome: UndoOutcome) => string;
}

/** All cells by sheet, with nothing cut off: 统计表1!K12、L12. */
export function cellsBySheet(cells: readonly CellReference[], separator: string): string {
  const sheets = new Map<string, string[]>();
  for (const { sheet, cell } of cells) sheets.set(sheet, [...(sheets.get(sheet) ?? []), cell]);
  const named = [...sheets].map(([sheet, names]) => `${sheet}!${names.join(separator)}`);
  return visibleText(named.join(separator));
}

export function countText(value: number): string {
  return groupDigits(String(value));
}

/** The sheets that cells stand on, each once. */
export function sheetsOf(cells: readonly CellReference[]): string[] {
  return [...new Set(cells.map(({ sheet }) => sheet))];
}
