// What does the running Excel know beside the workbook itself: selection, modes, listeners, who may write where?

import type { FormulaEngine } from '../../workbook/engine';
import type { Change, Origin } from './change';
import { EventHub } from './events';
import type { Manners } from './manners';
import type { Rect } from '../../workbook/address';
import { rectAddress } from '../../workbook/address';
import { Recalculation } from '../../workbook/recalculation';
import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import type { Since } from './protocol/requirementSet';
import { refuse } from './protocol/errors';
import { attr, child, flag } from '../../workbook/ooxml/xml';

/** A rectangle on a sheet that moves with its cells while somebody holds it. */
export interface Area {
  readonly sheet: Sheet;
  rect: Rect;
}

/** Settings of one running host; see `HostOptions` for what they mean. */
export interface SessionSettings {
  /** ExcelApi minor version: 13 for 1.13. */
  readonly level: number;
  /** The workbook's file name. */
  readonly fileName: string;
  readonly manners: Manners;
}

const NORMAL_START: Rect = { top: 0, left: 0, bottom: 0, right: 0 };

/** What happens without the workbook being another afterwards. */
const passing: ReadonlySet<Change['kind']> = new Set(['selection', 'activated', 'calculated']);

export class Session {
  readonly recalculation: Recalculation;
  readonly events: EventHub;
  readonly #selections = new Map<Sheet, readonly Rect[]>();
  readonly #listeners = new Set<(change: Change) => void>();
  /** Elements of conditional formats that Excel can no longer read. */
  readonly damagedRules = new WeakSet<object>();
  readonly #held = new Map<string, object>();
  readonly #references = new Map<object, string>();
  #nextReference = 1;
  /** As the file asks for, where it is the first one opened. */
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  /** Set by suspendApiCalculationUntilNextSync; ends with the batch. */
  calculationSuspended = false;
  origin: Origin = 'user';
  /** Whether anything was changed since the workbook was opened or saved. */
  isDirty = false;
  /** Where the document lies now, its path or address; null where it was never saved. */
  documentUrl: string | null = null;
  /** Whether the add-in's pane is on screen; its program runs all the same. */
  paneVisible = true;
  readonly #paneListeners = new Set<(visible: boolean) => void>();

  constructor(
    readonly workbook: Workbook,
    readonly engine: FormulaEngine,
    readonly settings: SessionSettings,
  ) {
    const mode = attr(child(workbook.root, 'calcPr'), 'calcMode');
    this.calculationMode = mode === 'manual' ? 'Manual' : 'Automatic';
    this.recalculation = new Recalculation(workbook, engine);
    this.events = new EventHub(this);
  }

  get manners(): Manners {
    return this.settings.manners;
  }

  /** Whether a member of that requirement set exists in the declared Excel. */
  supports(since: Since): boolean {
    return since === 'internal' || Number(since.slice(2)) <= this.settings.level;
  }

  /** Excel's id of a sheet, stable while the workbook is open. */
  sheetId(sheet: Sheet): string {
    const n = (Number(sheet.id) - 1).toString(16).toUpperCase().padStart(4, '0');
    return `{00000000-0001-0000-${n}-000000000000}`;
  }

  sheetById(id: string): Sheet | undefined {
    return this.workbook.sheets.find((sheet) => this.sheetId(sheet) === id);
  }

  // Listening

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(change: Change): void {
    if (!passing.has(change.kind)) this.isDirty = true;
    if (change.kind === 'values') this.recalculation.touch(change.sheet, change.rect);
    if (change.kind === 'shift' || change.kind === 'deleted' || change.kind === 'renamed') {
      this.recalculation.touchAll();
    }
    if (change.kind === 'added') this.recalculation.touchAll();
    this.events.record(change);
    for (const listener of this.#listeners) listener(change);
  }

  // The add-in's pane

  onPane(listener: (visible: boolean) => void): () => void {
    this.#paneListeners.add(listener);
    return () => this.#paneListeners.delete(listener);
  }

  /** Opens or closes the pane; its listeners hear of it also when it already was so. */
  showPane(visible: boolean): void {
    if (this.paneVisible !== visible) this.events.showPane(visible);
    this.paneVisible = visible;
    for (const listener of this.#paneListeners) listener(visible);
  }

  // Objects an add-in holds across batches

  /** Keeps an object under a reference id until it is released. */
  hold(object: object): string {
    const known = this.#references.get(object);
    if (known !== undefined) return known;
    const id = `ref${this.#nextReference++}`;
    this.#held.set(id, object);
    this.#references.set(object, id);
    return id;
  }

  held(id: string): object | undefined {
    return this.#held.get(id);
  }

  /** The reference id an object is held under. */
  referenceOf(object: object): string | undefined {
    return this.#references.get(object);
  }

  release(id: string): void {
    const object = this.#held.get(id);
    if (object) this.#references.delete(object);
    this.#held.delete(id);
  }

  releaseAll(): void {
    this.#held.clear();
    this.#references.clear();
  }

  get heldCount(): number {
    return this.#held.size;
  }

  heldObjects(): object[] {
    return [...this.#held.values()];
  }

  // Selection

  selection(sheet: Sheet = this.workbook.active): readonly Rect[] {
    return this.#selections.get(sheet) ?? [NORMAL_START];
  }

  /** Selects cells, bringing their sheet to the front; hidden sheets cannot be shown. */
  select(sheet: Sheet, rects: readonly Rect[]): void {
    this.activate(sheet);
    const before = this.selection(sheet).map(rectAddress).join();
    this.#selections.set(sheet, rects);
    if (before !== rects.map(rectAddress).join())
      this.announce({ kind: 'selection', sheet, rects });
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'visible')
      refuse('InvalidOperation', 'a hidden sheet cannot be active');
    if (this.workbook.active === sheet) return;
    this.workbook.active = sheet;
    this.announce({ kind: 'activated', sheet });
  }

  // Protection

  /** Refuses to change contents where a protected sheet locks a cell. */
  guardContents(sheet: Sheet, rect: Rect): void {
    if (!sheet.protected) return;
    const bounded = boundedTo(sheet, rect);
    for (let row = bounded.top; row <= bounded.bottom; row++) {
      for (let column = bounded.left; column <= bounded.right; column++) {
        if (this.workbook.styles.look(sheet.styleAt(row, column)).locked) {
          refuse('AccessDenied', `${sheet.name} is protected`);
        }
      }
    }
  }

  /** Refuses an operation a protected sheet does not allow; `permission` as in sheetProtection. */
  guardPermission(sheet: Sheet, permission: string): void {
    if (!sheet.protected) return;
    // ECMA-376: the attribute says whether the operation is locked, by default yes.
    const locked = flag(sheet.section('sheetProtection'), permission, true);
    if (locked) refuse('AccessDenied', `${sheet.name} is protected against ${permission}`);
  }

  // Calculation

  /**
   * Brings formulas up to date if the calculation mode says so.
   * Formulas just entered are calculated in any mode, as Excel does.
   */
  async settle(force = false): Promise<void> {
    const held = !force && (this.calculationMode === 'Manual' || this.calculationSuspended);
    for (const sheet of await this.recalculation.settle(held ? 'entered' : 'all')) {
      this.announce({ kind: 'calculated', sheet });
    }
  }
}

/** Of a rectangle as high or wide as the sheet, only so much as holds different styles. */
export function boundedTo(sheet: Sheet, rect: Rect): Rect {
  const used = sheet.used(false);
  const cap = (end: number, last: number | undefined, start: number): number =>
    Math.min(end, Math.max(start, (last ?? 0) + 1));
  return {
    ...rect,
    bottom: cap(rect.bottom, used?.bottom, rect.top),
    right: cap(rect.right, used?.right, rect.left),
  };
}
