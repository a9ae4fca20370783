/** When does something in the workbook change that a check depends on, other than by ourselves? */
import type { Unsubscribe, WorkbookChange } from '../application/ports';
import type { HostFault } from '../domain/fault';
import { success, type Result } from '../domain/result';
import type { ExcelHost } from './excelHost';
import { hasMember } from './features';
import { unregister, type Registered } from './handlers';
import { loadSheets, type SheetDirectory } from './sheetDirectory';

type Listener = (change: WorkbookChange) => void;

const structural: WorkbookChange = { sheet: null, address: null, kind: 'structure' };

/**
 * Registers for edits (a co-author's too), formats, recalculation, sheets added, deleted and renamed,
 * and hidden rows; hidden columns are not told. Own writes are sent with events switched off; where the host
 * tells who caused an event, those caused by the add-in are passed over as well.
 */
export async function listenToChanges(
  host: ExcelHost,
  directory: SheetDirectory,
  listener: Listener,
): Promise<Result<Unsubscribe, HostFault>> {
  const announcer = new Announcer(host, directory, listener);
  const registered = await host.batch(({ workbook: { worksheets } }) => ({
    tellsNames: tellsNames(worksheets),
    handlers: register(worksheets, (sheetId, change) => {
      const mayFollow = change.kind === 'calculated' || change.kind === 'formatted';
      if (mayFollow && host.justWrote) return;
      announcer.tell(sheetId, change);
    }),
  }));
  if (!registered.ok) return registered;
  // What was read before stands under names that may be another sheet's by now.
  const stopNames = registered.value.tellsNames
    ? () => undefined
    : directory.onRename(() => {
        listener(structural);
      });
  return success(async () => {
    stopNames();
    announcer.stop();
    await unregister(registered.value.handlers);
  });
}

type Announce = (sheetId: string | null, change: Omit<WorkbookChange, 'sheet'>) => void;

function register(worksheets: Excel.WorksheetCollection, tell: Announce): Registered[] {
  const structure = (): Promise<void> => {
    tell(null, structural);
    return Promise.resolve();
  };
  const handlers: Registered[] = [
    worksheets.onChanged.add((event) => {
      if (!isOwn(event)) tell(event.worksheetId, editOf(event));
      return Promise.resolve();
    }),
    worksheets.onCalculated.add((event) => {
      tell(event.worksheetId, { address: null, kind: 'calculated' });
      return Promise.resolve();
    }),
    worksheets.onAdded.add(structure),
    worksheets.onDeleted.add(structure),
  ];
  if (hasMember(worksheets, 'onFormatChanged', '1.9')) {
    handlers.push(
      worksheets.onFormatChanged.add((event) => {
        tell(event.worksheetId, { address: event.address, kind: 'formatted' });
        return Promise.resolve();
      }),
    );
  }
  if (hasMember(worksheets, 'onRowHiddenChanged', '1.11')) {
    handlers.push(worksheets.onRowHiddenChanged.add(structure));
  }
  if (tellsNames(worksheets)) {
    handlers.push(worksheets.onNameChanged.add(structure));
  }
  if (hasMember(worksheets, 'onVisibilityChanged', '1.17')) {
    handlers.push(worksheets.onVisibilityChanged.add(structure));
  }
  return handlers;
}

/** Whether Excel tells when a sheet is renamed. */
function tellsNames(worksheets: Excel.WorksheetCollection): boolean {
  return hasMember(worksheets, 'onNameChanged', '1.17');
}

/** True where the host says that this add-in caused the event (ExcelApi 1.14). */
function isOwn(event: Excel.WorksheetChangedEventArgs): boolean {
  return 'triggerSource' in event && isThisAddin(event.triggerSource);
}

function isThisAddin(source: string): boolean {
  return source === 'ThisLocalAddin';
}

/** Edits of cells have an address; inserted and deleted rows, columns and cells shift everything. */
function editOf(event: Excel.WorksheetChangedEventArgs): Omit<WorkbookChange, 'sheet'> {
  const { address, changeType } = event;
  if (!changesCells(changeType)) return { address: null, kind: 'structure' };
  return { address, kind: 'edited', isFigure: holdsFigure(event) };
}

/** Excel tells what a cell holds now where one alone was edited. */
function holdsFigure(event: Excel.WorksheetChangedEventArgs): boolean {
  const details = 'details' in event ? (event.details as Excel.ChangedEventDetail | null) : null;
  const type: string | undefined = details?.valueTypeAfter;
  return type === 'Double' || type === 'Empty';
}

function changesCells(changeType: string): boolean {
  return changeType === 'RangeEdited';
}

/**
 * Tells of changes under the names that sheets have now. Events carry ids only, and Excel before
 * ExcelApi 1.17 does not tell when a sheet is renamed, so the names are looked up (which tells a
 * renamed sheet, too): once for all changes that come in while a look-up is under way.
 */
class Announcer {
  #waiting: { readonly sheetId: string; readonly change: Omit<WorkbookChange, 'sheet'> }[] = [];
  #lookingUp = false;
  #stopped = false;

  constructor(
    private readonly host: ExcelHost,
    private readonly directory: SheetDirectory,
    private readonly listener: Listener,
  ) {}

  tell(sheetId: string | null, change: Omit<WorkbookChange, 'sheet'>): void {
    if (this.#stopped) return;
    if (sheetId === null) {
      this.listener({ ...change, sheet: null });
      return;
    }
    this.#waiting.push({ sheetId, change });
    if (!this.#lookingUp) void this.#lookUp();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #lookUp(): Promise<void> {
    this.#lookingUp = true;
    while (this.#waiting.length > 0) {
      const due = this.#waiting;
      this.#waiting = [];
      const listing = await this.host.batch(loadSheets);
      if (listing.ok) this.directory.update(listing.value);
      for (const { sheetId, change } of due) {
        if (!this.#stopped) this.listener({ ...change, sheet: this.directory.nameOf(sheetId) });
      }
    }
    this.#lookingUp = false;
  }
}
