/** How are all marks of ours replaced, or taken off without a trace, in at most three batches? */
import type { Mark } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import { listSheets } from '../reading/readSheets';
import {
  loadSheets,
  sameSheetName,
  type ListedSheet,
  type SheetDirectory,
} from '../sheetDirectory';
import {
  concernsItem,
  findMarks,
  loadConditions,
  readConditionsSingly,
  takeConditions,
  type SheetConditions,
} from './conditions';
import { marksAlready, markRules } from './markRules';
import { changeMarks, changeMarksSingly, removeUnsigned, type SheetChange } from './markChanges';

/** How often the work is looked over and done again where Excel did not do it as told. */
const passes = 3;

/** What one pass came to. */
interface Pass {
  readonly removed: number;
  /** False where afterwards a sheet did not have the number of rules that it should. */
  readonly asTold: boolean;
  /** The first sheet that could not be done; the others are. */
  readonly fault: HostFault | null;
}

/** The marks in the open workbook. The workbook itself is the only record of them. */
export class MarkBoard {
  /**
   * Sheets whose last change was cut short, with the number of rules there that are not ours: a rule
   * may stand there that was added and not yet signed.
   */
  readonly #cutShort = new Map<string, number>();

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
    return outcome.ok ? success(null) : outcome;
  }

  /** Takes all our marks off; the number of rules that were removed. */
  clear(): Promise<Result<number, HostFault>> {
    return this.#replace([], () => true);
  }

  async #replace(
    marks: readonly Mark[],
    isLookedAt: (sheet: string) => boolean,
  ): Promise<Result<number, HostFault>> {
    let removed = 0;
    for (let pass = 1; ; pass += 1) {
      const done = await this.#pass(marks, isLookedAt);
      if (!done.ok) return done;
      removed += done.value.removed;
      const { fault, asTold } = done.value;
      if (asTold || fault !== null || pass === passes) {
        return fault === null ? success(removed) : failure(fault);
      }
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
    const { sheets, unreadable } = survey.value;
    const found = await findMarks(this.host, sheets);
    if (!found.ok) return found;

    let fault = unreadable ?? missingSheet(marks, this.directory.sheets);
    const changes: SheetChange[] = [];
    for (const [index, conditions] of sheets.entries()) {
      const { sheet, count, formatsLocked } = conditions;
      const ours = found.value[index] ?? [];
      const rules = markRules(marks.filter((mark) => sameSheetName(mark.sheet, sheet.name)));
      if (marksAlready(ours, rules)) continue;
      if (formatsLocked) fault ??= { code: 'sheetProtected', sheet: sheet.name };
      else changes.push({ sheet, count, remove: ours.map(({ position }) => position), rules });
    }
    if (changes.length === 0) return success({ removed: 0, asTold: true, fault });

    for (const change of changes) {
      this.#cutShort.set(change.sheet.id, change.count - change.remove.length);
    }
    const together = await changeMarks(this.host, changes);
    if (together.ok) {
      this.#finished(changes);
      const removed = changes.reduce((sum, { remove }) => sum + remove.length, 0);
      return success({ removed, asTold: together.value, fault });
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
    return success({ removed, asTold: true, fault });
  }

  #finished(changes: readonly SheetChange[]): void {
    for (const { sheet } of changes) this.#cutShort.delete(sheet.id);
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
      conditions: listed.map((sheet) => loadConditions(context, sheet)),
    }));
    if (together.ok) {
      const now = lookedAt(this.directory.update(together.value.listing));
      const known = new Set(listed.map(({ id }) => id));
      const added = now.filter(({ id }) => !known.has(id));
      const sheets = together.value.conditions.map(takeConditions);
      return added.length === 0
        ? success({ sheets: renamed(sheets, now), unreadable: null })
        : this.#surveySingly(renamed(sheets, now), added);
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

function missingSheet(marks: readonly Mark[], sheets: readonly ListedSheet[]): HostFault | null {
  const missing = marks.find(
    (mark) => !sheets.some((sheet) => sameSheetName(sheet.name, mark.sheet)),
  );
  return missing === undefined ? null : { code: 'notThere', what: missing.sheet };
}
