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
import { markKindOf, type MarkKind } from '../../application/markRules';

/** What a sheet carries, by position in its collection of conditional formats. */
export interface SheetConditions {
  readonly sheet: ListedSheet;
  /** True where the sheet's protection forbids changing formats. */
  readonly formatsLocked: boolean;
  readonly count: number;
  /** Positions of rules with a formula. */
  readonly custom: readonly number[];
  /** Positions of rules that Excel would not tell anything of: never ours, which can all be read. */
  readonly unreadable: readonly number[];
}

/** What is known of a sheet with rules that Excel cannot read: asked for, they fail the whole batch. */
export type Unreadable = Pick<SheetConditions, 'count' | 'unreadable'>;

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

/**
 * Queues what {@link takeConditions} reads.
 *
 * @param known rules of the sheet that are not asked for, as Excel could not read them before
 */
export function loadConditions(
  context: Excel.RequestContext,
  sheet: ListedSheet,
  known: Unreadable | undefined,
) {
  const formats = conditionsOf(context, sheet);
  const protection = loadProtection(context, sheet);
  if (known === undefined) {
    formats.load('items/type');
    return { sheet, protection, formats, readable: null };
  }
  const items = Array.from({ length: known.count }, (_, position) => position)
    .filter((position) => !known.unreadable.includes(position))
    .map((position) => {
      const format = formats.getItemAt(position);
      format.load('type');
      return { position, format };
    });
  return { sheet, protection, formats, readable: { known, items, count: formats.getCount() } };
}

function loadProtection(context: Excel.RequestContext, sheet: ListedSheet) {
  const { protection } = context.workbook.worksheets.getItem(sheet.id);
  protection.load('protected,options');
  return protection;
}

/** A sheet's conditional formats once they are loaded; null where there are others than were known. */
export function takeConditions({
  sheet,
  formats,
  protection,
  readable,
}: ReturnType<typeof loadConditions>): SheetConditions | null {
  const locked = formatsLocked(protection);
  if (readable === null) {
    const { items } = formats;
    const custom = items.flatMap(({ type }, position) => (isCustom(type) ? [position] : []));
    return { sheet, formatsLocked: locked, count: items.length, custom, unreadable: [] };
  }
  const { known, items, count } = readable;
  if (count.value !== known.count) return null;
  const custom = items.flatMap(({ position, format }) => (isCustom(format.type) ? [position] : []));
  return { sheet, formatsLocked: locked, count: known.count, custom, unreadable: known.unreadable };
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
  const whole = await host.batch((context) => loadConditions(context, sheet, undefined));
  const taken = whole.ok ? takeConditions(whole.value) : null;
  if (taken !== null) return success(taken);
  const start = await host.batch((context) => ({
    count: conditionsOf(context, sheet).getCount(),
    protection: loadProtection(context, sheet),
  }));
  if (!start.ok) return start;
  const count = start.value.count.value;
  const custom: number[] = [];
  const unreadable: number[] = [];
  for (let position = 0; position < count; position += 1) {
    const type = await host.batch((context) => {
      const format = conditionsOf(context, sheet).getItemAt(position);
      format.load('type');
      return format;
    });
    if (type.ok && isCustom(type.value.type)) custom.push(position);
    if (!type.ok && !concernsItem(type.fault)) return type;
    if (!type.ok) unreadable.push(position);
  }
  const locked = formatsLocked(start.value.protection);
  return success({ sheet, formatsLocked: locked, count, custom, unreadable });
}

/** What the rules with a formula of a sheet are. */
export interface FoundMarks {
  readonly marks: readonly FoundMark[];
  /** Positions of all rules of the sheet that Excel would not read. */
  readonly unreadable: readonly number[];
}

/** The marks among the rules with a formula, by sheet in the given order. */
export async function findMarks(
  host: ExcelHost,
  sheets: readonly SheetConditions[],
): Promise<Result<readonly FoundMarks[], HostFault>> {
  if (sheets.every(({ custom }) => custom.length === 0)) {
    return success(sheets.map(({ unreadable }) => ({ marks: [], unreadable })));
  }
  const loaded = await host.batch((context) =>
    sheets.map(({ sheet, custom }) =>
      custom.map((position) => loadSignature(context, sheet, position)),
    ),
  );
  if (loaded.ok) {
    return success(
      loaded.value.map((ofSheet, index) => ({
        marks: ofSheet.flatMap(takeSignature),
        unreadable: sheets[index]?.unreadable ?? [],
      })),
    );
  }
  if (!concernsItem(loaded.fault)) return loaded;
  const found: FoundMarks[] = [];
  for (const { sheet, custom, unreadable: known } of sheets) {
    const marks: FoundMark[] = [];
    const unreadable = [...known];
    for (const position of custom) {
      const alone = await host.batch((context) => loadSignature(context, sheet, position));
      // A rule that Excel will not read is not touched: ours can all be read.
      if (alone.ok) marks.push(...takeSignature(alone.value));
      else if (!concernsItem(alone.fault)) return alone;
      else unreadable.push(position);
    }
    found.push({ marks, unreadable });
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
