/** How are rules of ours deleted and added, together, or each alone where one of them fails? */
import type { HostFault } from '../../domain/fault';
import { success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import type { ListedSheet } from '../sheetDirectory';
import {
  concernsItem,
  conditionsOf,
  findMarks,
  readConditionsSingly,
  type FoundMark,
  type SheetConditions,
} from './conditions';
import { markFormula, markLooks, rangesAddress, type MarkRule } from '../../application/markRules';

/** What is to change in one sheet. */
export interface SheetChange {
  readonly sheet: ListedSheet;
  /** Conditional formats of all owners in the sheet before. */
  readonly count: number;
  /** Positions of our rules. */
  readonly remove: readonly number[];
  /** Our new rules, weakest first: Excel puts each new rule above the others. */
  readonly rules: readonly MarkRule[];
}

/** Positions are right for the first sending only. */
const once = { repeatable: false };

/** Characters that one batch is planned to take at most: Excel on the web refuses 5 MB. */
const batchLength = 3_500_000;

/**
 * Changes all sheets, in one batch for some hundreds of them; false where a sheet has not the
 * expected number of rules after.
 */
export async function changeMarks(
  host: ExcelHost,
  changes: readonly SheetChange[],
): Promise<Result<boolean, HostFault>> {
  let asTold = true;
  for (const batch of changeBatches(changes)) {
    const changed = await host.batch(
      (context) => batch.map((change) => changeSheet(context, change)),
      once,
    );
    if (!changed.ok) return changed;
    asTold &&= changed.value.every(
      ({ change, count }) =>
        count.value === change.count - change.remove.length + change.rules.length,
    );
  }
  return success(asTold);
}

function changeSheet(context: Excel.RequestContext, change: SheetChange) {
  const { sheet, remove, rules } = change;
  for (const position of fromTheLast(remove)) {
    conditionsOf(context, sheet).getItemAt(position).delete();
  }
  for (const rule of rules) addRule(context, sheet, rule);
  return { change, count: conditionsOf(context, sheet).getCount() };
}

function changeBatches(changes: readonly SheetChange[]): SheetChange[][] {
  const batches: SheetChange[][] = [];
  let room = 0;
  for (const change of changes) {
    const length = plannedLength(change);
    const last = batches.at(-1);
    if (last === undefined || length > room) {
      batches.push([change]);
      room = batchLength - length;
    } else {
      last.push(change);
      room -= length;
    }
  }
  return batches;
}

/** Characters that a change takes, as measured with room: a sheet 1,000, a deletion 1,000, a rule 5,000. */
function plannedLength({ remove, rules }: SheetChange): number {
  const addresses = rules.reduce((sum, { ranges }) => sum + rangesAddress(ranges).length, 0);
  return 1_000 * (1 + remove.length) + 5_000 * rules.length + addresses;
}

/** Positions count from the top, so the last is deleted first and the others keep theirs. */
function fromTheLast(positions: readonly number[]): number[] {
  return [...positions].sort((one, other) => other - one);
}

function addRule(context: Excel.RequestContext, sheet: ListedSheet, rule: MarkRule): void {
  const look = markLooks[rule.kind];
  const ranges = context.workbook.worksheets
    .getItem(sheet.id)
    .getRanges(rangesAddress(rule.ranges));
  const added = ranges.conditionalFormats.add('Custom');
  added.custom.rule.formula = markFormula(rule.kind);
  added.stopIfTrue = false;
  const { fill, font, borders } = added.custom.format;
  fill.color = look.fill;
  font.color = look.fontColor;
  if (look.bold) font.bold = true;
  if (look.italic) font.italic = true;
  if (look.underline !== 'None') font.underline = look.underline;
  for (const border of [borders.top, borders.bottom, borders.left, borders.right]) {
    border.style = look.border;
    border.color = look.fontColor;
  }
}

/** What came of changing rules one by one. */
export interface SingleChanges {
  readonly removed: number;
  /** The first fault; the rules it does not concern are changed. */
  readonly fault: HostFault | null;
}

/**
 * The same for one sheet, one rule per batch, after a common batch failed half way. A rule that
 * fails does not keep the others from being done.
 */
export async function changeMarksSingly(
  host: ExcelHost,
  { sheet, count, remove, rules }: SheetChange,
): Promise<Result<SingleChanges, HostFault>> {
  let removed = 0;
  let fault: HostFault | null = null;
  const foreign = count - remove.length;
  const cleaned = await removeUnsigned(host, sheet, foreign);
  if (!cleaned.ok) return cleaned;
  const now = await readMarks(host, sheet);
  if (!now.ok) return now;
  for (const position of fromTheLast(now.value.marks.map((mark) => mark.position))) {
    const deleted = await host.batch((context) => {
      conditionsOf(context, sheet).getItemAt(position).delete();
    }, once);
    if (deleted.ok) removed += 1;
    else if (concernsItem(deleted.fault)) fault ??= deleted.fault;
    else return deleted;
  }
  for (const rule of rules) {
    const added = await host.batch((context) => {
      addRule(context, sheet, rule);
    }, once);
    if (added.ok) continue;
    if (!concernsItem(added.fault)) return added;
    fault ??= added.fault;
    const taken = await removeUnsigned(host, sheet, foreign);
    if (!taken.ok) return taken;
  }
  return success({ removed, fault });
}

/**
 * Takes off the one rule that a batch may have left without its signature, having stopped between
 * adding it and writing its formula. Excel puts new rules on top; it is deleted only where there is
 * one rule more than the others' `foreign` ones and the top one says nothing.
 */
export async function removeUnsigned(
  host: ExcelHost,
  sheet: ListedSheet,
  foreign: number,
): Promise<Result<null, HostFault>> {
  const now = await readMarks(host, sheet);
  if (!now.ok) return now;
  const { conditions, marks } = now.value;
  const unsigned = conditions.count - marks.length > foreign && conditions.custom.includes(0);
  if (!unsigned || marks.some(({ position }) => position === 0)) return success(null);
  const formula = await host.batch((context) => {
    const { rule } = conditionsOf(context, sheet).getItemAt(0).custom;
    rule.load('formula');
    return rule;
  });
  if (!formula.ok) return concernsItem(formula.fault) ? success(null) : formula;
  if (!saysNothing(formula.value.formula)) return success(null);
  const deleted = await host.batch((context) => {
    conditionsOf(context, sheet).getItemAt(0).delete();
  }, once);
  return deleted.ok ? success(null) : deleted;
}

/** A formula as a custom rule has it before one is written. */
function saysNothing(formula: string): boolean {
  return /^=?(?:TRUE|FALSE|0|1)?(?:\(\))?$/i.test(formula);
}

async function readMarks(
  host: ExcelHost,
  sheet: ListedSheet,
): Promise<Result<{ conditions: SheetConditions; marks: readonly FoundMark[] }, HostFault>> {
  const conditions = await readConditionsSingly(host, sheet);
  if (!conditions.ok) return conditions;
  const marks = await findMarks(host, [conditions.value]);
  if (!marks.ok) return marks;
  return success({ conditions: conditions.value, marks: marks.value[0]?.marks ?? [] });
}
