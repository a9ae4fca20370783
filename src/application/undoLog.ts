/**
 * Where is what we overwrote kept? On this machine, never in the file: bounded, deletable, and apart
 * for each workbook.
 */
import type { FigurePlace } from '../domain/finding';
import type { ReplacedReport } from '../domain/submission/reportSheet';
import type { CellReference, CellState } from './cellContent';
import type { ExplanationStep } from './explanationSteps';
import type { DocumentPlace, LocalStorePort } from './ports';

/** One cell that was written. */
export interface UndoCell extends CellReference {
  /** The figure that it was; null for a cell outside the tables. */
  readonly place: FigurePlace | null;
  readonly before: CellState;
  readonly after: CellState;
}

/** One sheet that was inserted, with a digest of what was laid out in it. */
export interface UndoSheet {
  readonly name: string;
  readonly digest: string;
}

/** The command that wrote. */
export type UndoCommand =
  'fill' | 'correct' | 'insert' | 'consolidate' | 'round' | 'explain' | 'report';

/** What a command wrote. */
export interface UndoDraft {
  readonly command: UndoCommand;
  readonly cells: readonly UndoCell[];
  readonly sheets: readonly UndoSheet[];
  /** Explanations that were written or removed; absent in records of other commands. */
  readonly explanations?: readonly ExplanationStep[];
  /** Reports that gave way to a new one or were taken away; absent in records of other commands. */
  readonly reports?: readonly ReplacedReport[];
}

/** One kept write. */
export interface UndoRecord extends UndoDraft {
  readonly id: string;
  /** Path or address of the workbook; null for one that was never saved. */
  readonly document: string | null;
  /** When it was written, ISO 8601. */
  readonly at: string;
}

/** Whether a record outlives the pane, or only this session because the machine's store refused. */
export type UndoKept = 'onThisMachine' | 'whileOpen';

const storeKey = 'undo';

/** Newest records of one workbook, and of all, that are kept. */
const recordsPerWorkbook = 10;
const recordsInAll = 60;

/** Characters of all records together; browsers give an origin about five million. */
const largestStore = 1_500_000;

/** Days after which a record is dropped. */
const daysKept = 30;

/** The kept writes of all workbooks; one log per pane. */
export class UndoLog {
  /** Records of this session, which belong to the open workbook whatever its file is called by now. */
  readonly #session: UndoRecord[] = [];
  #counter = 0;

  /**
   * @param place where the open workbook is; it changes when it is saved under a name
   * @param now the clock
   */
  constructor(
    private readonly store: LocalStorePort,
    private readonly place: DocumentPlace,
    private readonly now: () => Date,
  ) {}

  /** Finds out where the workbook is now: to be asked before a record is kept or looked up. */
  locate(): Promise<void> {
    return this.place.locateDocument();
  }

  /** Keeps a record, before its cells are written. */
  keep(draft: UndoDraft): { readonly record: UndoRecord; readonly kept: UndoKept } {
    const at = this.now().toISOString();
    this.#counter += 1;
    const record: UndoRecord = {
      ...draft,
      id: `${at}-${String(this.#counter)}`,
      document: this.place.documentUrl,
      at,
    };
    this.#session.push(record);
    if (this.#session.length > recordsPerWorkbook) this.#session.shift();
    return { record, kept: this.#save([...this.#stored(), record]) };
  }

  /** The newest record of the open workbook; null where there is none. */
  latest(): UndoRecord | null {
    const url = this.place.documentUrl;
    const own = this.#session.at(-1);
    if (own !== undefined) {
      // The workbook was saved, or saved under another name, since.
      if (own.document !== url) this.#moveTo(url);
      return this.#session.at(-1) ?? own;
    }
    if (url === null) return null;
    return this.#stored().findLast((record) => record.document === url) ?? null;
  }

  /** Drops a record that has been undone, or whose write changed nothing. */
  drop(id: string): void {
    const at = this.#session.findIndex((entry) => entry.id === id);
    if (at >= 0) this.#session.splice(at, 1);
    this.#save(this.#stored().filter((entry) => entry.id !== id));
  }

  /** Drops everything kept on this machine, for all workbooks. */
  forgetAll(): void {
    this.#session.length = 0;
    this.store.write(storeKey, null);
  }

  #moveTo(url: string | null): void {
    const moved = this.#session.map((record) => ({ ...record, document: url }));
    this.#session.splice(0, this.#session.length, ...moved);
    this.#save(this.#stored());
  }

  /** Stored records, oldest first; those of this session under the workbook's present address. */
  #stored(): UndoRecord[] {
    const session = new Set(this.#session.map((record) => record.id));
    const url = this.place.documentUrl;
    return readRecords(this.store.read(storeKey)).map((record) =>
      session.has(record.id) ? { ...record, document: url } : record,
    );
  }

  /** Writes the newest records that the bounds allow; a store that refuses leaves the session's. */
  #save(records: readonly UndoRecord[]): UndoKept {
    const oldest = this.now().getTime() - daysKept * 86_400_000;
    let kept = withinBounds(records.filter((record) => Date.parse(record.at) >= oldest));
    while (kept.length > 0) {
      const text = JSON.stringify(kept);
      if (text.length <= largestStore && this.store.write(storeKey, text)) return 'onThisMachine';
      kept = kept.slice(1);
    }
    this.store.write(storeKey, null);
    return 'whileOpen';
  }
}

function withinBounds(records: readonly UndoRecord[]): UndoRecord[] {
  const perWorkbook = new Map<string | null, number>();
  const kept: UndoRecord[] = [];
  for (const record of [...records].reverse()) {
    const count = perWorkbook.get(record.document) ?? 0;
    if (count >= recordsPerWorkbook || kept.length >= recordsInAll) continue;
    perWorkbook.set(record.document, count + 1);
    kept.push(record);
  }
  return kept.reverse();
}

/** What an earlier version, or anything else, left in the store is passed over. */
function readRecords(text: string | null): UndoRecord[] {
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isRecord) : [];
  } catch {
    return [];
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is UndoRecord {
  return (
    isFields(value) &&
    typeof value.id === 'string' &&
    typeof value.command === 'string' &&
    (value.document === null || typeof value.document === 'string') &&
    typeof value.at === 'string' &&
    Array.isArray(value.cells) &&
    value.cells.every(isUndoCell) &&
    Array.isArray(value.sheets) &&
    value.sheets.every(isUndoSheet) &&
    (value.explanations === undefined ||
      (Array.isArray(value.explanations) && value.explanations.every(isExplanationStep))) &&
    (value.reports === undefined ||
      (Array.isArray(value.reports) && value.reports.every(isReplacedReport)))
  );
}

function isExplanationStep(value: unknown): boolean {
  const isThere = (one: unknown) =>
    one === null ||
    (isFields(one) &&
      [one.unit, one.about, one.text].every((text) => typeof text === 'string') &&
      Array.isArray(one.figures));
  return isFields(value) && isThere(value.before) && isThere(value.after);
}

function isReplacedReport(value: unknown): boolean {
  return (
    isFields(value) &&
    typeof value.sheet === 'string' &&
    Array.isArray(value.rows) &&
    value.rows.every(
      (row) =>
        Array.isArray(row) && row.every((cell) => ['string', 'number'].includes(typeof cell)),
    )
  );
}

function isUndoCell(value: unknown): boolean {
  return (
    isFields(value) &&
    typeof value.sheet === 'string' &&
    typeof value.cell === 'string' &&
    (value.place === null || isFields(value.place)) &&
    isState(value.before) &&
    isState(value.after)
  );
}

function isUndoSheet(value: unknown): boolean {
  return isFields(value) && typeof value.name === 'string' && typeof value.digest === 'string';
}

function isState(value: unknown): boolean {
  return (
    isFields(value) &&
    ['string', 'number', 'boolean'].includes(typeof value.content) &&
    typeof value.numberFormat === 'string'
  );
}
