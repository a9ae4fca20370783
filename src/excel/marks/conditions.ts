/**
 * Which conditional formats does a sheet have, and which of them are our marks?
 *
 * Excel is known to throw on some rules (in reading as in deleting), and a batch stops at the first
 * error. So everything is asked together first; only where that fails is each sheet asked alone, and
 * only where that fails each rule.
 */
import type { HostFault } from '../../domain/fault';
import { success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import type { ListedSheet } from '../sheetDirectory';
import { markKindOf, type MarkKind } from './markRules';

/** What a sheet carries, by position in its collection of conditional formats. */
export interface SheetConditions {
  readonly sheet: ListedSheet;
  /** True where the sheet's protection forbids changing formats. */
  readonly formatsLocked: boolean;
  readonly count: number;
  /** Positions of rules with a formula. */
  readonly custom: readonly number[];
}

/** A mark of ours found in a sheet. */
export interface FoundMark {
  /** Position in the sheet's collection; others move up when it is deleted. */
  readonly position: number;
  readonly kind: MarkKind;
  /** The ranges as Excel writes them; empty where Excel would not tell. */
  readonly address: string;
}

/** True for faults of one item; the others mean that Excel takes no command at all at the moment. */
export function concernsItem(fault: HostFault): boolean {
  return fault.code !== 'cellEditing' && fault.code !== 'busy' && fault.code !== 'noAnswer';
}

/** All conditional formats of a sheet. */
export function conditionsOf(
  context: Excel.RequestContext,
  sheet: ListedSheet,
): Excel.ConditionalFormatCollection {
  return context.workbook.worksheets.getItem(sheet.id).getRange().conditionalFormats;
}

/** Queues what {@link takeConditions} reads. */
export function loadConditions(context: Excel.RequestContext, sheet: ListedSheet) {
  const formats = conditionsOf(context, sheet);
  formats.load('items/type');
  return { sheet, formats, protection: loadProtection(context, sheet) };
}

function loadProtection(context: Excel.RequestContext, sheet: ListedSheet) {
  const { protection } = context.workbook.worksheets.getItem(sheet.id);
  protection.load('protected,options');
  return protection;
}

/** A sheet's conditional formats once they are loaded. */
export function takeConditions({
  sheet,
  formats,
  protection,
}: ReturnType<typeof loadConditions>): SheetConditions {
  const custom = formats.items.flatMap(({ type }, position) => (isCustom(type) ? [position] : []));
  return { sheet, formatsLocked: formatsLocked(protection), count: formats.items.length, custom };
}

function isCustom(type: string): boolean {
  return type === 'Custom';
}

function formatsLocked(protection: Excel.WorksheetProtection): boolean {
  return protection.protected && protection.options.allowFormatCells !== true;
}

/** The conditional formats of one sheet whose listing failed as a whole: each rule asked alone. */
export async function readConditionsSingly(
  host: ExcelHost,
  sheet: ListedSheet,
): Promise<Result<SheetConditions, HostFault>> {
  const whole = await host.batch((context) => loadConditions(context, sheet));
  if (whole.ok) return success(takeConditions(whole.value));
  const start = await host.batch((context) => ({
    count: conditionsOf(context, sheet).getCount(),
    protection: loadProtection(context, sheet),
  }));
  if (!start.ok) return start;
  const count = start.value.count.value;
  const custom: number[] = [];
  for (let position = 0; position < count; position += 1) {
    const type = await host.batch((context) => {
      const format = conditionsOf(context, sheet).getItemAt(position);
      format.load('type');
      return format;
    });
    if (type.ok && isCustom(type.value.type)) custom.push(position);
    if (!type.ok && !concernsItem(type.fault)) return type;
  }
  return success({ sheet, formatsLocked: formatsLocked(start.value.protection), count, custom });
}

/** The marks among the rules with a formula, by sheet in the given order. */
export async function findMarks(
  host: ExcelHost,
  sheets: readonly SheetConditions[],
): Promise<Result<readonly (readonly FoundMark[])[], HostFault>> {
  if (sheets.every(({ custom }) => custom.length === 0)) return success(sheets.map(() => []));
  const loaded = await host.batch((context) =>
    sheets.map(({ sheet, custom }) =>
      custom.map((position) => loadSignature(context, sheet, position)),
    ),
  );
  if (loaded.ok) return success(loaded.value.map((ofSheet) => ofSheet.flatMap(takeSignature)));
  if (!concernsItem(loaded.fault)) return loaded;
  const found: FoundMark[][] = [];
  for (const { sheet, custom } of sheets) {
    const ofSheet: FoundMark[] = [];
    for (const position of custom) {
      const alone = await host.batch((context) => loadSignature(context, sheet, position));
      // A rule that Excel will not read is not touched: ours can all be read.
      if (alone.ok) ofSheet.push(...takeSignature(alone.value));
      else if (!concernsItem(alone.fault)) return alone;
    }
    found.push(ofSheet);
  }
  return success(found);
}

function loadSignature(context: Excel.RequestContext, sheet: ListedSheet, position: number) {
  return loadRule(conditionsOf(context, sheet).getItemAt(position), position);
}

function loadRule(format: Excel.ConditionalFormat, position: number) {
  const { rule } = format.custom;
  const ranges = format.getRanges();
  rule.load('formula');
  ranges.load('address');
  return { position, rule, ranges };
}

function takeSignature({ position, rule, ranges }: ReturnType<typeof loadSignature>): FoundMark[] {
  const kind = markKindOf(rule.formula);
  return kind === null ? [] : [{ position, kind, address: ranges.address }];
}
