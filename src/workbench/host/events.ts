// Which events does an add-in hear of, and in what form?
//
// Numbers of event types, targets and argument names as the library reads them
// (GenericEventHandlers and the *_EventArgsTransform functions of @microsoft/office-js 1.1.110).

import { bounding, rectAddress } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { CellValue } from '../../workbook/values';
import { isError } from '../../workbook/values';
import type { Json } from './protocol/batch';
import type { Workbook } from '../../workbook/workbook';
import type { Manners } from './manners';
import type { Since } from './protocol/requirementSet';
import type { Change, Origin } from './change';

/** eventMessageCategory and eventWorkbookId of the library's constants. */
export const EVENT_CATEGORY = 65_536;
const WORKBOOK_TARGET = 'Workbook';

export const EventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowHiddenChanged: 22,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
} as const;
export type EventTypeId = (typeof EventType)[keyof typeof EventType];
/** The add-in's pane came into sight or went out of it: told without registration, whatever else is kept back. */
const PANE_VISIBILITY = 65_539;

export interface EventMessage {
  readonly type: EventTypeId | typeof PANE_VISIBILITY;
  /** 'Workbook' or the id of a sheet. */
  readonly target: string;
  readonly args: Readonly<Record<string, Json | undefined>>;
}

const jsonValue = (value: CellValue): Json =>
  isError(value) ? value.error : value === undefined ? '' : value;

export const valueType = (value: CellValue): string => {
  if (value === undefined) return 'Empty';
  if (isError(value)) return 'Error';
  if (typeof value === 'string') return 'String';
  return typeof value === 'boolean' ? 'Boolean' : 'Double';
};

/** What of the running Excel the events tell. */
export interface EventSource {
  readonly workbook: Workbook;
  readonly origin: Origin;
  readonly manners: Manners;
  readonly paneVisible: boolean;
  /** Whether a member of that requirement set exists in the declared Excel. */
  supports(since: Since): boolean;
  /** Keeps an object under a reference id until it is released. */
  hold(object: object): string;
  sheetId(sheet: Sheet): string;
}

/** Collects what happened and hands it to those who registered for it. */
export class EventHub {
  readonly #registrations = new Map<string, number>();
  #queue: EventMessage[] = [];
  /** runtime.enableEvents */
  enabled = true;
  /** Told when the document's own selection event (Office 2013 style) is due. */
  #documentSelection = false;
  #lastActive: Sheet;

  constructor(private readonly session: EventSource) {
    this.#lastActive = session.workbook.active;
  }

  register(type: EventTypeId, target: string): void {
    const key = `${type} ${target}`;
    this.#registrations.set(key, (this.#registrations.get(key) ?? 0) + 1);
  }

  unregister(type: EventTypeId, target: string): void {
    const key = `${type} ${target}`;
    const left = (this.#registrations.get(key) ?? 0) - 1;
    if (left > 0) this.#registrations.set(key, left);
    else this.#registrations.delete(key);
  }

  /** How many registrations are open, so that a test can see that none is left. */
  get registrations(): number {
    return [...this.#registrations.values()].reduce((sum, n) => sum + n, 0);
  }

  /** Messages due since the last call. */
  take(): { messages: EventMessage[]; documentSelection: boolean } {
    const messages = this.#queue;
    const documentSelection = this.#documentSelection;
    this.#queue = [];
    this.#documentSelection = false;
    return { messages, documentSelection };
  }

  record(change: Change): void {
    const { sheet } = change;
    switch (change.kind) {
      case 'values':
        this.#sheetEvent(EventType.changed, sheet, this.#changedArgs(change));
        return;
      case 'format':
        this.#sheetEvent(EventType.formatChanged, sheet, { address: rectAddress(change.rect) });
        return;
      case 'shift':
        this.#sheetEvent(EventType.changed, sheet, {
          address: rectAddress(change.rect),
          changeType: `${change.axis === 'row' ? 'Row' : 'Column'}${change.inserted ? 'Inserted' : 'Deleted'}`,
          shiftDirection: 'None',
        });
        return;
      case 'rowHidden':
        this.#sheetEvent(EventType.rowHiddenChanged, sheet, {
          address: rectAddress(change.rect),
          changeType: change.hidden ? 'Hidden' : 'Unhidden',
        });
        return;
      case 'conditions':
        if (!this.session.manners.marksAreFormats || change.rects.length === 0) return;
        this.#sheetEvent(EventType.formatChanged, sheet, {
          address: rectAddress(change.rects.reduce(bounding)),
        });
        return;
      case 'calculated':
        this.#sheetEvent(EventType.calculated, sheet, { address: '' });
        return;
      case 'added':
        this.#workbookEvent(EventType.added, sheet, {});
        return;
      case 'deleted':
        this.#workbookEvent(EventType.deleted, sheet, {});
        return;
      case 'activated':
        this.#sheetEvent(EventType.deactivated, this.#lastActive, {});
        this.#lastActive = sheet;
        this.#sheetEvent(EventType.activated, sheet, {});
        return;
      case 'selection':
        this.#documentSelection = true;
        this.#sheetEvent(EventType.selectionChanged, sheet, {
          address: change.rects.map(rectAddress).join(','),
        });
        return;
      case 'renamed':
        this.#sheetEvent(EventType.nameChanged, sheet, {
          nameBefore: change.before,
          nameAfter: sheet.name,
        });
        return;
      case 'visibility':
        this.#sheetEvent(EventType.visibilityChanged, sheet, {
          visibilityBefore: change.before,
          visibilityAfter: sheet.visibility,
        });
        return;
      case 'protection':
        this.#sheetEvent(EventType.protectionChanged, sheet, { isProtected: sheet.protected });
        return;
      case 'moved':
      case 'layout':
        return;
    }
  }

  #changedArgs(change: Extract<Change, { kind: 'values' }>): Record<string, Json> {
    const { rect } = change;
    const single = rect.top === rect.bottom && rect.left === rect.right && 'after' in change;
    const area = { sheet: change.sheet, rect };
    return {
      address: rectAddress(rect),
      changeType: 'RangeEdited',
      shiftDirection: 'None',
      ...(this.session.supports('1.14') && {
        triggerSource: this.session.origin === 'user' ? 'Unknown' : 'ThisLocalAddin',
      }),
      referenceId: this.#wants(EventType.changed, change.sheet) ? this.session.hold(area) : '',
      ...(single && {
        valueBefore: jsonValue(change.before),
        valueAfter: jsonValue(change.after),
        valueTypeBefore: valueType(change.before),
        valueTypeAfter: valueType(change.after),
      }),
    };
  }

  #wants(type: EventTypeId, sheet: Sheet): boolean {
    const own = this.#registrations.has(`${type} ${this.session.sheetId(sheet)}`);
    return this.#tells && (own || this.#registrations.has(`${type} ${WORKBOOK_TARGET}`));
  }

  /** Whether what happens now is told: late events are, whatever the switch says at the moment. */
  get #tells(): boolean {
    const { manners, paneVisible } = this.session;
    if (manners.hiddenPane === 'stops' && !paneVisible) return false;
    return this.enabled || manners.events !== 'atOnce';
  }

  /** The pane came into sight or went out of it. */
  showPane(visible: boolean): void {
    const args = { visibility: visible ? 'Visible' : 'Hidden' };
    this.#queue.push({ type: PANE_VISIBILITY, target: '', args });
  }

  #sheetEvent(type: EventTypeId, sheet: Sheet, args: Record<string, Json>): void {
    this.#workbookEvent(type, sheet, args);
    this.#post(type, this.session.sheetId(sheet), sheet, args);
  }

  #workbookEvent(type: EventTypeId, sheet: Sheet, args: Record<string, Json>): void {
    this.#post(type, WORKBOOK_TARGET, sheet, args);
  }

  #post(type: EventTypeId, target: string, sheet: Sheet, args: Record<string, Json>): void {
    if (!this.#tells || !this.#registrations.has(`${type} ${target}`)) return;
    const worksheetId = this.session.sheetId(sheet);
    this.#queue.push({ type, target, args: { worksheetId, source: 'Local', ...args } });
  }
}
