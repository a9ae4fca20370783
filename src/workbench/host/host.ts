// How does one run the host: answer batches, act as the user, look at what was sent, make it fail?

import type { FormulaEngine } from '../../workbook/engine';
import type { EventMessage } from './events';
import { HostLog } from './log';
import type { LoggedBatch } from './log';
import { kind } from './manners';
import type { Manners } from './manners';
import type { Rect } from '../../workbook/address';
import { parseRect, splitSheet } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { Workbook } from '../../workbook/workbook';
import { conditionsOf } from '../../workbook/conditions';
import { readSettings, writeSettings } from '../../workbook/documents';
import { Failures } from './failures';
import type { FailureRequest } from './failures';
import { writeEntries } from './objects/cells';
import { serviceNamed } from './objects/app-runtime';
// Every type there is: objects find theirs by its name.
import './objects/catalogue';
import { objectFor, workbookType } from './objects/workbook';
import type { ActionInfo, RequestBody, ResponseBody } from './protocol/batch';
import { ActionType } from './protocol/batch';
import { HostError } from './protocol/errors';
import type { ErrorCode } from './protocol/errors';
import type { Outcome } from './protocol/outcome';
import { TransportCode } from './protocol/outcome';
import { BatchRun } from './protocol/processor';
import type { Change } from './change';
import { Session } from './session';

/** Excel as users have it: LTSC 2021 answers to 1.14, LTSC 2024 to 1.17; 'latest' to the newest set known. */
export type RequirementLevel = '1.13' | '1.14' | '1.15' | '1.16' | '1.17' | 'latest';

export interface HostOptions {
  readonly engine: FormulaEngine;
  /** An .xlsx; a new workbook with one sheet named Sheet1 when absent. */
  readonly workbook?: Uint8Array;
  readonly level?: RequirementLevel;
  /** The workbook's file name; 工作簿1.xlsx when absent. */
  readonly fileName?: string;
  /** Where the document lies, its path or address; on drive C when absent, null where it was never saved. */
  readonly documentUrl?: string | null;
  /** Excel on the web refuses requests and answers of more than 5 MB. */
  readonly webLimits?: boolean;
  /** Where this Excel is less kind than the host is by default. */
  readonly manners?: Partial<Manners>;
}

/** learn.microsoft.com, "Resource limits and performance optimization for Office Add-ins". */
const WEB_LIMIT = 5 * 1024 * 1024;
/** Request flag that `Excel.run({ delayForCellEdit: true }, …)` sets. */
const DELAY_FOR_CELL_EDIT = 64;
export const LATEST_MINOR = 20;

const PAGE_LAYOUT = 'PageLayout';
const isPageLayout = (bodyText: string): boolean => bodyText.includes(`"Name":"${PAGE_LAYOUT}"`);

const minorOf = (level: RequirementLevel): number =>
  level === 'latest' ? LATEST_MINOR : Number(level.slice(2));

export interface EventBundle {
  readonly messages: readonly EventMessage[];
  readonly documentSelection: boolean;
}

export class Host {
  readonly log = new HostLog();
  readonly #failures = new Failures();
  readonly #eventListeners = new Set<(events: EventBundle) => void>();
  readonly #editEnds: (() => void)[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #editing = false;
  #grouped = false;
  /** Batches that the printer's driver keeps waiting; null where it does not. */
  #waiting: string[] | null = null;

  private constructor(
    readonly session: Session,
    readonly options: HostOptions,
  ) {
    const { documentUrl = `C:\\${session.settings.fileName}` } = options;
    session.documentUrl = documentUrl;
  }

  /** Where the document lies now; null: nowhere yet. */
  get documentUrl(): string | null {
    return this.session.documentUrl;
  }

  /** To be set when the user saves it under another name. */
  set documentUrl(url: string | null) {
    this.session.documentUrl = url;
  }

  /** Opens a workbook; throws when the bytes are not an .xlsx. */
  static async open(options: HostOptions): Promise<Host> {
    const workbook = options.workbook
      ? await Workbook.open(options.workbook)
      : Workbook.empty('Sheet1');
    const level = minorOf(options.level ?? 'latest');
    const fileName = options.fileName ?? '工作簿1.xlsx';
    const manners = { ...kind, ...options.manners };
    const settings = { level, fileName, manners };
    const host = new Host(new Session(workbook, options.engine, settings), options);
    await host.session.settle();
    host.session.events.take();
    return host;
  }

  get workbook(): Workbook {
    return this.session.workbook;
  }

  /** The workbook as .xlsx bytes. */
  async save(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#exclusively(async () => {
      await this.session.settle();
      return this.workbook.save();
    });
  }

  /** The user saves the file: its bytes, and from now on nothing is changed. */
  async saveFile(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.save();
    this.session.isDirty = false;
    return bytes;
  }

  dispose(): void {
    this.options.engine.dispose();
    this.#eventListeners.clear();
  }

  // Answering the library

  /** Works through one batch after those before it are done. */
  async execute(bodyText: string, flags = 0): Promise<Outcome> {
    if (this.#editing && flags & DELAY_FOR_CELL_EDIT) {
      await new Promise<void>((resolve) => this.#editEnds.push(resolve));
    }
    const meetsPrinter = this.session.manners.pageLayout === 'slow' && isPageLayout(bodyText);
    if (meetsPrinter || this.#waiting !== null) {
      this.#waiting = [...(this.#waiting ?? []), bodyText];
      return { kind: 'silence' };
    }
    return this.#exclusively(() => this.#answer(bodyText));
  }

  async #answer(bodyText: string): Promise<Outcome> {
    const body = JSON.parse(bodyText) as RequestBody;
    const entry = this.log.begin(body, bodyText.length);
    const outcome = await this.#outcome(body, bodyText, entry);
    this.log.end(entry, outcome);
    this.session.calculationSuspended = false;
    await this.session.settle();
    this.session.origin = 'user';
    this.#deliver();
    return outcome;
  }

  async #outcome(body: RequestBody, bodyText: string, entry: LoggedBatch): Promise<Outcome> {
    const mine = entry.by === 'addin';
    const planned = !mine ? undefined : this.#failures.nextBatch();
    if (planned) return planned;
    if (this.#editing && mine) return { kind: 'status', code: TransportCode.cellEdit };
    if (this.options.webLimits && bodyText.length > WEB_LIMIT) {
      return { kind: 'status', code: TransportCode.requestTooLarge };
    }
    this.session.origin = 'addin';
    const roots = {
      workbook: workbookType(this.session),
      newObject: (name: string) => serviceNamed(name, this.session),
      objectFor,
    };
    const silence = { asked: false };
    const run = new BatchRun(this.session, roots, body);
    const answer: ResponseBody = await run.run((action) => {
      const failure = !mine
        ? undefined
        : (this.#failures.nextAction() ?? this.#refuses(action, body));
      if (failure === 'silence') silence.asked = true;
      if (failure !== undefined)
        throw new HostError(failure === 'silence' ? 'RequestAborted' : failure);
    });
    if (silence.asked) return { kind: 'silence' };
    const text = JSON.stringify(answer);
    if (this.options.webLimits && text.length > WEB_LIMIT) {
      return { kind: 'status', code: TransportCode.responseTooLarge };
    }
    return { kind: 'answer', body: text };
  }

  /** What this Excel refuses by its manners, or because sheets are grouped. */
  #refuses(action: ActionInfo, { ObjectPaths }: RequestBody): ErrorCode | undefined {
    const changes = action.ActionType === ActionType.setProperty;
    const isPage = ObjectPaths[action.ObjectPathId]?.Name === PAGE_LAYOUT;
    const isRefused = changes && isPage && this.session.manners.pageLayout === 'refused';
    return this.#grouped || isRefused ? 'GeneralException' : undefined;
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    // The next in line starts whether or not this one failed.
    this.#queue = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  // Listening

  /** Hears of events that are due to the add-in. */
  onEvents(listener: (events: EventBundle) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  /** Hears of every change, for a grid on screen. */
  onChange(listener: (change: Change) => void): () => void {
    return this.session.onChange(listener);
  }

  /** Tells what has happened, when this Excel tells it. */
  #deliver(): void {
    const { events } = this.session.manners;
    if (events === 'atOnce') this.tellEvents();
    if (events === 'late') {
      setTimeout(() => {
        this.tellEvents();
      }, 0);
    }
  }

  /** Tells the add-in of all that has happened and was not told yet. */
  tellEvents(): void {
    const events = this.session.events.take();
    if (events.messages.length === 0 && !events.documentSelection) return;
    for (const listener of this.#eventListeners) listener(events);
  }

  // Acting as the user

  sheet(name: string): Sheet {
    const sheet = this.workbook.sheetNamed(name);
    if (!sheet) throw new Error(`no sheet named ${name}`);
    return sheet;
  }

  /**
   * Enters text into a cell as from the keyboard: '=…' is a formula, '12' a number.
   * Rejects with AccessDenied (a HostError) where the sheet is protected.
   */
  async type(sheet: string, cell: string, text: string): Promise<void> {
    const rect = this.#rect(cell);
    await this.asUser((session) => {
      writeEntries({ sheet: this.sheet(sheet), rect }, text, session);
    });
  }

  async select(sheet: string, ...addresses: readonly string[]): Promise<void> {
    const rects = addresses.map((address) => this.#rect(address));
    await this.asUser((session) => {
      session.select(this.sheet(sheet), rects);
    });
  }

  async activate(sheet: string): Promise<void> {
    await this.asUser((session) => {
      session.activate(this.sheet(sheet));
    });
  }

  /** Does something as the user would, recalculates and tells the add-in. */
  asUser(act: (session: Session) => void): Promise<void> {
    return this.#exclusively(async () => {
      this.session.origin = 'user';
      act(this.session);
      await this.session.settle();
      this.#deliver();
    });
  }

  #rect(address: string): Rect {
    const rect = parseRect(splitSheet(address).rest);
    if (!rect) throw new Error(`${address} is not an address`);
    return rect;
  }

  /** Opens or closes the add-in's pane. */
  showPane(visible: boolean): Promise<void> {
    return this.asUser((session) => {
      session.showPane(visible);
    });
  }

  /** The user selects several sheets as a group, or ungroups them: meanwhile any call of an add-in fails. */
  groupSheets(grouped: boolean): void {
    this.#grouped = grouped;
  }

  /** The slow printer's driver answers at last: what waits for it is done, and answered to nobody. */
  async printerAnswers(): Promise<void> {
    const due = this.#waiting ?? [];
    this.#waiting = null;
    for (const bodyText of due) await this.#exclusively(() => this.#answer(bodyText));
  }

  /** From now on the user is typing in a cell: batches fail, or wait where they asked for that. */
  enterCellEdit(): void {
    this.#editing = true;
  }

  leaveCellEdit(): void {
    this.#editing = false;
    for (const go of this.#editEnds.splice(0)) go();
  }

  /** Damages a sheet's conditional format, counted from the one that applies first, as Ctrl+Z after its deletion does. */
  damageRule(sheet: string, position: number): void {
    const condition = conditionsOf(this.sheet(sheet))[position];
    if (condition === undefined) throw new Error(`no such rule in ${sheet}`);
    this.session.damagedRules.add(condition.rule);
  }

  // Failing on demand

  /** Makes the k-th batch or action from now fail (1 is the next), once. */
  failAt(request: FailureRequest): void {
    this.#failures.plan(request);
  }

  // Settings of Office.context.document.settings

  readDocumentSettings(): Map<string, string> {
    return new Map(
      [...readSettings(this.workbook)].filter(([key]) => !key.startsWith('ExcelApi.')),
    );
  }

  writeDocumentSettings(settings: ReadonlyMap<string, string>): void {
    const own = [...readSettings(this.workbook)].filter(([key]) => key.startsWith('ExcelApi.'));
    writeSettings(this.workbook, new Map([...own, ...settings]));
    this.session.isDirty = true;
  }
}
