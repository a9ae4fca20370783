/** How are all marks of ours replaced, or taken off without a trace, in at most three batches? */
import { sameSheetName } from '../../domain/sheetName';
import type { Mark, MarksFound } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import { listSheets } from '../reading/readSheets';
import { loadSheets, type ListedSheet, type SheetDirectory } from '../sheetDirectory';
import {
  concernsItem,
  findMarks,
  loadConditions,
  readConditionsSingly,
  takeConditions,
  type SheetConditions,
  type Unreadable,
} from './conditions';
import { marksAlready, markRules } from '../../application/markRules';
import { changeMarks, changeMarksSingly, removeUnsigned, type SheetChange } from './markChanges';

/** How often the work is looked over and done again where Excel did not do it as told. */
const passes = 3;

/** What one pass came to. */
interface Pass {
  readonly removed: number;
  /** False where afterwards a sheet did not have the number of rules that it should. */
  readonly asTold: boolean;
  /** Sheets that were looked at, with the number of their rules that Excel could not read. */
  readonly unreadable: ReadonlyMap<string, number>;
  /** Protected sheets whose marks would have to change; the others are done. */
  readonly locked: readonly string[];
  /** The first sheet that could not be done for another reason; the others are. */
  readonly fault: HostFault | null;
}

/** The marks in the open workbook. The workbook itself is the only record of them. */
export class MarkBoard {
  /**
   * Sheets whose last change was cut short, with the number of rules there that are not ours: a rule
   * may stand there that was added and not yet signed.
   */
  readonly #cutShort = new Map<string, number>();
  /** Rules that Excel could not read when they were last asked for, by the sheet's id. */
  readonly #unreadable = new Map<string, Unreadable>();
  /** Of which unreadable rules was told when marks were shown: not again at every check. */
  #lastFault = '';

  constructor(
    private readonly host: ExcelHost,
    private readonly directory: SheetDirectory,
  ) {}

  /** Replaces all our marks by these, in all sheets or only in those named. */
  async show(marks: readonly Mark[], only?: readonly string[]): Promise<Result<null, HostFault>> {
    const isLookedAt = (name: string) => only?.some((one) => sameSheetName(one, name)) ?? true;
    const outcome = await this.#replace(
      marks.filter(({ sheet }) => isLookedAt(sheet)),
      isLookedAt,
    );
    if (!outcome.ok) return outcome;
    const { locked } = outcome.value;
    if (locked.length > 0) return failure({ code: 'sheetsNotMarked', sheets: locked });
    const fault = unreadableFault(outcome.value.unreadable);
    const before = this.#lastFault;
    this.#lastFault = JSON.stringify(fault);
    return fault === null || this.#lastFault === before ? success(null) : failure(fault);
  }

  /**
   * Takes all our marks off; the number of rules that were removed. Where Excel cannot read a rule,
   * it may be a mark that was brought back damaged: then not all marks are known to be off.
   */
  async clear(): Promise<Result<number, HostFault>> {
    const outcome = await this.#replace([], () => true);
    if (!outcome.ok) return outcome;
    const [locked] = outcome.value.locked;
    if (locked !== undefined) return failure({ code: 'sheetProtected', sheet: locked });
    const fault = unreadableFault(outcome.value.unreadable);
    return fault === null ? success(outcome.value.removed) : failure(fault);
  }

  /** Which sheets carry marks of ours, one cut short and not yet signed included. */
  async find(): Promise<Result<MarksFound, HostFault>> {
    const survey = await this.#survey(() => true);
    if (!survey.ok) return survey;
    const { sheets, unreadable: unlisted } = survey.value;
    if (unlisted !== null) return failure(unlisted);
    const found = await findMarks(this.host, sheets);
    if (!found.ok) return found;
    const marked: string[] = [];
    const unreadable: string[] = [];
    for (const [index, { sheet, count }] of sheets.entries()) {
      const positions = found.value[index]?.unreadable ?? [];
      this.#remember(sheet.id, { count, unreadable: positions });
      const ours = found.value[index]?.marks.length ?? 0;
      if (ours > 0 || this.#cutShort.has(sheet.id)) marked.push(sheet.name);
      if (positions.length > 0) unreadable.push(sheet.name);
    }
    return success({ marked, unreadable });
  }

  async #replace(
    marks: readonly Mark[],
    isLookedAt: (sheet: string) => boolean,
  ): Promise<Result<Pick<Pass, 'removed' | 'unreadable' | 'locked'>, HostFault>> {
    let removed = 0;
    for (let pass = 1; ; pass += 1) {
      const done = await this.#pass(marks, isLookedAt);
      if (!done.ok) return done;
      removed += done.value.removed;
      const { fault, asTold, unreadable, locked } = done.value;
      if (fault !== null) return failure(fault);
      if (asTold) return success({ removed, unreadable, locked });
      if (pass === passes) return failure({ code: 'hostError', hostCode: 'ConditionalFormats' });
    }
  }

  async #pass(
    marks: readonly Mark[],
    isLookedAt: (sheet: string) => boolean,
  ): Promise<Result<Pass, HostFault>> {
    const tidied = await this.#tidy();
    if (!tidied.ok) return tidied;
    const survey = await this.#survey(isLookedAt);
    if (!survey.ok) return survey;
    const { sheets } = survey.value;
    const found = await findMarks(this.host, sheets);
    if (!found.ok) return found;
    const unreadable = new Map<string, number>();
    for (const [index, { sheet, count }] of sheets.entries()) {
      const positions = found.value[index]?.unreadable ?? [];
      this.#remember(sheet.id, { count, unreadable: positions });
      if (positions.length > 0) unreadable.set(sheet.name, positions.length);
    }

    let fault = survey.value.unreadable ?? missingSheet(marks, this.directory.sheets);
    const changes: SheetChange[] = [];
    const locked: string[] = [];
    for (const [index, conditions] of sheets.entries()) {
      const { sheet, count, formatsLocked } = conditions;
      const ours = found.value[index]?.marks ?? [];
      const rules = markRules(marks.filter((mark) => sameSheetName(mark.sheet, sheet.name)));
      if (marksAlready(ours, rules)) continue;
      if (formatsLocked) locked.push(sheet.name);
      else changes.push({ sheet, count, remove: ours.map(({ position }) => position), rules });
    }
    if (changes.length === 0) {
      return success({ removed: 0, asTold: true, unreadable, locked, fault });
    }

    for (const change of changes) {
      this.#cutShort.set(change.sheet.id, change.count - change.remove.length);
    }
    const together = await changeMarks(this.host, changes);
    if (together.ok) {
      this.#finished(changes);
      const removed = changes.reduce((sum, { remove }) => sum + remove.length, 0);
      return success({ removed, asTold: together.value, unreadable, locked, fault });
    }
    if (!concernsItem(together.fault)) return together;
    let removed = 0;
    for (const change of changes) {
      const singly = await changeMarksSingly(this.host, change);
      if (!singly.ok && !concernsItem(singly.fault)) return singly;
      if (singly.ok) {
        removed += singly.value.removed;
        this.#finished([change]);
      }
      fault ??= singly.ok ? singly.value.fault : singly.fault;
    }
    return success({ removed, asTold: true, unreadable, locked, fault });
  }

  #remember(sheetId: string, unreadable: Unreadable): void {
    if (unreadable.unreadable.length === 0) this.#unreadable.delete(sheetId);
    else this.#unreadable.set(sheetId, unreadable);
  }

  #finished(changes: readonly SheetChange[]): void {
    for (const { sheet, count, remove, rules } of changes) {
      this.#cutShort.delete(sheet.id);
      const known = this.#unreadable.get(sheet.id);
      if (known === undefined) continue;
      // Ours stood among them and were taken out; the new ones stand above them all.
      const moved = known.unreadable.map(
        (position) => position - remove.filter((ours) => ours < position).length + rules.length,
      );
      this.#remember(sheet.id, { count: count - remove.length + rules.length, unreadable: moved });
    }
  }

  /** Takes off what an earlier change, cut short, may have left unsigned. */
  async #tidy(): Promise<Result<null, HostFault>> {
    for (const [id, foreign] of [...this.#cutShort]) {
      const sheet = this.directory.sheets.find((listed) => listed.id === id);
      if (sheet !== undefined) {
        const tidied = await removeUnsigned(this.host, sheet, foreign);
        if (!tidied.ok && !concernsItem(tidied.fault)) return tidied;
      }
      this.#cutShort.delete(id);
    }
    return success(null);
  }

  /** The sheets' conditional formats; `unreadable` where those of one could not be read. */
  async #survey(
    isLookedAt: (sheet: string) => boolean,
  ): Promise<Result<{ sheets: SheetConditions[]; unreadable: HostFault | null }, HostFault>> {
    const lookedAt = (sheets: readonly ListedSheet[]) =>
      sheets.filter(({ name }) => isLookedAt(name));
    if (this.directory.sheets.length === 0) {
      const listing = await listSheets(this.host, this.directory);
      if (!listing.ok) return listing;
    }
    const listed = lookedAt(this.directory.sheets);
    const together = await this.host.batch((context) => ({
      listing: loadSheets(context),
      conditions: listed.map((sheet) =>
        loadConditions(context, sheet, this.#unreadable.get(sheet.id)),
      ),
    }));
    if (together.ok) {
      const now = lookedAt(this.directory.update(together.value.listing));
      const known = new Set(listed.map(({ id }) => id));
      const added = now.filter(({ id }) => !known.has(id));
      const sheets = together.value.conditions.map(takeConditions);
      const changed = listed.filter((_, index) => sheets[index] === null);
      const taken = renamed(
        sheets.filter((conditions) => conditions !== null),
        now,
      );
      const again = [...added, ...changed];
      return again.length === 0
        ? success({ sheets: taken, unreadable: null })
        : this.#surveySingly(taken, again);
    }
    if (!concernsItem(together.fault)) return together;
    const listing = await listSheets(this.host, this.directory);
    if (!listing.ok) return listing;
    return this.#surveySingly([], lookedAt(listing.value));
  }

  async #surveySingly(
    known: readonly SheetConditions[],
    listed: readonly ListedSheet[],
  ): Promise<Result<{ sheets: SheetConditions[]; unreadable: HostFault | null }, HostFault>> {
    const sheets = [...known];
    let unreadable: HostFault | null = null;
    for (const sheet of listed) {
      const read = await readConditionsSingly(this.host, sheet);
      if (read.ok) sheets.push(read.value);
      else if (concernsItem(read.fault)) unreadable ??= read.fault;
      else return read;
    }
    return success({ sheets, unreadable });
  }
}

/** Sheets under the names they have now. */
function renamed(
  sheets: readonly SheetConditions[],
  now: readonly ListedSheet[],
): SheetConditions[] {
  return sheets.map((conditions) => ({
    ...conditions,
    sheet: now.find(({ id }) => id === conditions.sheet.id) ?? conditions.sheet,
  }));
}

/** What is to be told of rules that Excel could not read; null where there are none. */
function unreadableFault(unreadable: ReadonlyMap<string, number>): HostFault | null {
  if (unreadable.size === 0) return null;
  const rules = [...unreadable.values()].reduce((sum, ofSheet) => sum + ofSheet, 0);
  return { code: 'rulesUnreadable', sheets: [...unreadable.keys()], rules };
}

function missingSheet(marks: readonly Mark[], sheets: readonly ListedSheet[]): HostFault | null {
  const missing = marks.find(
    (mark) => !sheets.some((sheet) => sameSheetName(sheet.name, mark.sheet)),
  );
  return missing === undefined ? null : { code: 'notThere', what: missing.sheet };
}
