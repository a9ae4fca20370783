// What has the user typed, and how is it taken back? One step per entry, paste or clearing, as in Excel;
// what an add-in writes into cells ends what can be taken back. What its marks do to it is one of the host's manners.

import type { Host } from '../host/host';
import type { Rect } from '../../workbook/address';
import { bounding, cellAddress } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { Cell } from '../../workbook/values';
import { writeEntries } from '../host/objects/cells';
import { HostError } from '../host/protocol/errors';
import type { Change } from '../host/change';
import type { Session } from '../host/session';
import {
  conditionRects,
  conditionsOf,
  keepConditions,
  putBackConditions,
} from '../../workbook/conditions';
import type { KeptConditions } from '../../workbook/conditions';
import { stopped } from './validation';

/** One cell as typed: row and column from zero; '' clears, '=…' is a formula. */
export interface TypedEntry {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Why nothing was entered, and at which cell. */
export interface Refusal {
  readonly reason: 'protected' | 'unreadable' | 'invalid';
  readonly sheet: string;
  readonly cell: string;
  /** What the cell's data validation says, where that is the reason; may be empty. */
  readonly says?: string;
}

type Step = CellStep | MarkStep;

interface CellStep {
  readonly sheet: Sheet;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly before: Cell | undefined;
    readonly after: Cell | undefined;
  }[];
}

/** What an add-in did to a sheet's conditional formats. */
interface MarkStep {
  readonly sheet: Sheet;
  readonly before: KeptConditions;
  readonly after: KeptConditions;
}

/** Excel keeps a hundred. */
const stepsKept = 100;

const rectOf = ({ row, column }: { readonly row: number; readonly column: number }): Rect => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

export class Editing {
  #done: Step[] = [];
  #undone: Step[] = [];
  #changed = false;
  /** Conditional formats as they were last seen, where add-ins' changes of them are steps. */
  readonly #conditions = new Map<Sheet, KeptConditions>();
  readonly #listeners = new Set<() => void>();
  readonly #stop: () => void;

  constructor(private readonly host: Host) {
    if (host.session.manners.undoAfterMarks === 'steps') {
      for (const sheet of host.workbook.sheets) {
        this.#conditions.set(sheet, keepConditions(sheet));
      }
    }
    this.#stop = host.onChange((change) => {
      this.#hear(change);
    });
  }

  /** How many steps can be taken back. */
  get steps(): number {
    return this.#done.length;
  }

  get canUndo(): boolean {
    return this.steps > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Whether the workbook differs from what was opened or last saved. */
  get changed(): boolean {
    return this.#changed;
  }

  /** Told when any of the above may have changed. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Enters all of it or, where a cell refuses, nothing. */
  async enter(sheet: Sheet, entries: readonly TypedEntry[]): Promise<Refusal | null> {
    if (entries.length === 0) return null;
    const before = entries.map((entry) => copyOf(sheet.cell(entry.row, entry.column)));
    const refusal = await this.#act(sheet, (session) => {
      enterAll(session, sheet, entries, before);
    });
    if (refusal) return refusal;
    const cells = entries.map(({ row, column }, i) => ({
      row,
      column,
      before: before[i],
      after: copyOf(sheet.cell(row, column)),
    }));
    this.#add({ sheet, cells });
    this.#tell();
    return null;
  }

  #add(step: Step): void {
    this.#done = [...this.#done, step].slice(-stepsKept);
    this.#undone = [];
  }

  /** Takes the last step back; false where there is none. */
  async undo(): Promise<boolean> {
    const step = this.#done.pop();
    if (!step) return false;
    this.#undone.push(step);
    await this.#restore(step, 'before');
    return true;
  }

  async redo(): Promise<boolean> {
    const step = this.#undone.pop();
    if (!step) return false;
    this.#done.push(step);
    await this.#restore(step, 'after');
    return true;
  }

  /** The workbook as .xlsx bytes; from now on it counts as saved. */
  async save(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.host.saveFile();
    this.#changed = false;
    this.#tell();
    return bytes;
  }

  dispose(): void {
    this.#stop();
    this.#listeners.clear();
  }

  async #restore(step: Step, which: 'before' | 'after'): Promise<void> {
    if ('after' in step) {
      await this.#restoreMarks(step.sheet, step[which]);
      return;
    }
    const { sheet } = step;
    const rects = step.cells.map(rectOf);
    const [first] = rects;
    if (!first) return;
    await this.host.asUser((session) => {
      for (const cell of step.cells) put(sheet, cell.row, cell.column, cell[which]);
      session.announce({ kind: 'values', sheet, rect: rects.reduce(bounding) });
      session.select(sheet, [rects.reduce(bounding)]);
    });
    this.#tell();
  }

  async #restoreMarks(sheet: Sheet, kept: KeptConditions): Promise<void> {
    await this.host.asUser((session) => {
      const rects = conditionsOf(sheet).flatMap(conditionRects);
      const back = putBackConditions(sheet, kept);
      if (session.manners.broughtBackRules === 'damaged') {
        for (const { rule } of back) session.damagedRules.add(rule);
      }
      rects.push(...conditionsOf(sheet).flatMap(conditionRects));
      this.#conditions.set(sheet, kept);
      session.announce({ kind: 'conditions', sheet, rects });
    });
    this.#tell();
  }

  async #act(sheet: Sheet, act: (session: Session) => void): Promise<Refusal | null> {
    let refusal: Refusal | null = null;
    await this.host.asUser((session) => {
      try {
        act(session);
      } catch (error) {
        if (!(error instanceof RefusedEntry)) throw error;
        const { reason, cell, says } = error;
        refusal = { reason, sheet: sheet.name, cell, ...(says !== undefined && { says }) };
      }
    });
    return refusal;
  }

  #hear(change: Change): void {
    if (change.kind === 'selection' || change.kind === 'activated') return;
    if (change.kind === 'calculated') return;
    this.#changed = true;
    if (this.host.session.origin === 'addin') this.#hearAddin(change);
    this.#tell();
  }

  #hearAddin(change: Change): void {
    const { undoAfterMarks } = this.host.session.manners;
    if (change.kind === 'layout') return;
    if (change.kind === 'conditions' && undoAfterMarks === 'kept') return;
    if (change.kind === 'conditions' && undoAfterMarks === 'steps') {
      const { sheet } = change;
      const after = keepConditions(sheet);
      this.#add({ sheet, before: this.#conditions.get(sheet) ?? [], after });
      this.#conditions.set(sheet, after);
      return;
    }
    this.#done = [];
    this.#undone = [];
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

class RefusedEntry extends Error {
  constructor(
    readonly reason: Refusal['reason'],
    readonly cell: string,
    readonly says?: string,
  ) {
    super(reason);
  }
}

/** Where one cell refuses, those entered before it get back what they had. */
function enterAll(
  session: Session,
  sheet: Sheet,
  entries: readonly TypedEntry[],
  before: readonly (Cell | undefined)[],
): void {
  // One text into one cell or many is typed; what is pasted is not held against validation.
  const isTyped = entries.every(({ text }) => text === entries[0]?.text);
  const restore = (count: number): void => {
    entries.slice(0, count).forEach(({ row, column }, k) => {
      put(sheet, row, column, before[k]);
      session.announce({ kind: 'values', sheet, rect: rectOf({ row, column }) });
    });
  };
  entries.forEach((entry, i) => {
    const { row, column, text } = entry;
    try {
      writeEntries({ sheet, rect: rectOf(entry) }, text, session);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      restore(i);
      const reason = error.code === 'AccessDenied' ? 'protected' : 'unreadable';
      throw new RefusedEntry(reason, cellAddress(row, column));
    }
    const cell = sheet.cell(row, column);
    const says =
      isTyped && cell?.formula === undefined ? stopped(sheet, row, column, cell?.value) : null;
    if (says === null) return;
    restore(i + 1);
    throw new RefusedEntry('invalid', cellAddress(row, column), says);
  });
}

const copyOf = (cell: Cell | undefined): Cell | undefined => cell && { ...cell };

function put(sheet: Sheet, row: number, column: number, content: Cell | undefined): void {
  const cell = sheet.edit(row, column);
  cell.value = undefined;
  delete cell.formula;
  delete cell.array;
  delete cell.shared;
  if (content) Object.assign(cell, content);
  else cell.style = sheet.baseStyle(row, column);
}
