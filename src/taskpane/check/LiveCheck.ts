/**
 * What happens when a figure is edited after a check? The edited pair is read and checked again a
 * moment after the last edit, without a word unless that fails.
 */
import { rereadingFor, withSheets } from '../../application/liveCheck';
import type { WorkbookChange } from '../../application/ports';
import type { WorkbookReport } from '../../application/report/report';
import type { HostFault } from '../../domain/fault';
import type { WorkbookGrids } from '../../domain/grid';
import type { Result } from '../../domain/result';
import { lastReport } from '../state/paneState';
import type { PaneStore } from '../state/store';
import type { LastCheck } from './LastCheck';
import { loadEngine } from '../control/loadEngine';
import type { PanePorts } from '../control/panePorts';
import type { TaskQueue } from '../control/taskQueue';

/** Milliseconds between the last edit and the check: a correction is often two edits. */
const editPause = 300;
/** Milliseconds until a check is tried again while a cell is being edited. */
const editingPause = 700;
/** A change after which nothing that was read before counts. */
const everything: WorkbookChange = { sheet: null, address: null, kind: 'structure' };

export class LiveCheck {
  #listening = false;
  /** The workbook is being read for a check: what is edited meanwhile is for after it. */
  #reading = false;
  #changes: WorkbookChange[] = [];
  #stopTimer: (() => void) | null = null;
  /** What kept marks from the sheets and was shown: not again at every edit. */
  #shownFault = '';

  constructor(
    private readonly ports: PanePorts,
    private readonly store: PaneStore,
    private readonly queue: TaskQueue,
    private readonly last: LastCheck,
  ) {}

  /**
   * Everything is about to be read anew. Listens to edits from here on, so that none made while
   * Excel is reading is missed; what kept Excel from telling them.
   */
  async beginReading(): Promise<HostFault | null> {
    this.#changes = [];
    this.#shownFault = '';
    this.#stopWaiting();
    this.#reading = true;
    if (this.#listening) return null;
    const listening = await this.ports.workbook.onChange(this.#changed);
    if (!listening.ok) return listening.fault;
    this.#listening = true;
    return null;
  }

  /** There is a report on what was read; what was edited meanwhile is checked next. */
  endReading(): void {
    this.#reading = false;
    this.#takeUp();
  }

  /** True while something was edited that the report does not know of. */
  get hasUncheckedEdits(): boolean {
    return this.#changes.length > 0;
  }

  /** The pane was out of sight, and may not have heard of edits: all is looked at again, unless it is just being read. */
  lookAgain(): void {
    if (!this.#reading) this.#changed(everything);
  }

  /** Reading failed: what was edited before is forgotten, so the next edit has all read. */
  failReading(): void {
    this.#reading = false;
    this.#changes.unshift(everything);
  }

  get #report(): WorkbookReport | null {
    return lastReport(this.store.get().check);
  }

  readonly #changed = (change: WorkbookChange): void => {
    if (!this.#reading && this.#report === null) return;
    this.#changes.push(change);
    if (!this.#reading) this.#takeUp();
  };

  #takeUp(): void {
    const report = this.#report;
    const { preferences } = this.store.get();
    if (report === null || this.#changes.length === 0) return;
    if (rereadingFor(this.#changes, report.recognition).kind === 'nothing') {
      this.#changes = [];
      return;
    }
    if (preferences.live === 'off') this.store.send({ type: 'edited', freshness: 'edited' });
    else this.#recheckIn(editPause);
  }

  #stopWaiting(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
  }

  #recheckIn(pause: number): void {
    this.#stopWaiting();
    this.#stopTimer = this.ports.clock.after(pause, () => {
      this.#stopTimer = null;
      void this.queue.run(() => this.#recheck());
    });
  }

  async #recheck(): Promise<void> {
    const report = this.#report;
    const { workbook } = this.last;
    const changes = this.#changes;
    this.#changes = [];
    if (report === null || workbook === null || changes.length === 0) return;
    const engine = await loadEngine();
    if (engine === null) {
      this.#changes = [...changes, ...this.#changes];
      this.store.send({ type: 'checkFailed', task: 'recheck', fault: { code: 'notLoaded' } });
      return;
    }
    const read = await this.#reread(changes, workbook);
    let fault: HostFault | null;
    if (read.ok) {
      this.last.checkFigures(read.value, engine);
      fault = this.#followsWithMarks(changes) ? await this.last.showMarks('concerned') : null;
      await this.last.findLocked(engine);
    } else {
      fault = read.fault;
    }
    if (fault === null) {
      this.#shownFault = '';
      this.closeNoticeOfMarks();
      return;
    }
    if (read.ok && fault.code !== 'cellEditing') {
      // The figures are checked; the next edit has all of the report marked.
      const what = JSON.stringify(fault);
      if (what !== this.#shownFault) this.store.send({ type: 'failed', task: 'mark', fault });
      this.#shownFault = what;
      return;
    }
    this.#changes = [...changes, ...this.#changes];
    if (fault.code === 'cellEditing') {
      // The user types on in the next cell: try again when that is done, without a complaint.
      if (!read.ok) this.store.send({ type: 'edited', freshness: 'waiting' });
      this.#recheckIn(editingPause);
    } else {
      this.store.send({ type: 'checkFailed', task: 'recheck', fault });
    }
  }

  /**
   * Marks follow edits only where that was asked for, as each change of marks costs the user Excel's
   * own undo; and never a mere change of format, which Excel also tells when marks are undone.
   */
  #followsWithMarks(changes: readonly WorkbookChange[]): boolean {
    const { liveMarks } = this.store.get().preferences;
    return liveMarks === 'on' && changes.some(({ kind }) => kind !== 'formatted');
  }

  /** What could not be marked before is marked now. */
  closeNoticeOfMarks(): void {
    const { notice } = this.store.get();
    if (notice?.kind === 'failed' && notice.task === 'mark') {
      this.store.send({ type: 'noticeClosed' });
    }
  }

  async #reread(
    changes: readonly WorkbookChange[],
    workbook: WorkbookGrids,
  ): Promise<Result<WorkbookGrids, HostFault>> {
    const recognition = this.#report?.recognition;
    const wanted =
      recognition === undefined
        ? { kind: 'workbook' as const }
        : rereadingFor(changes, recognition);
    if (wanted.kind === 'nothing') return { ok: true, value: workbook };
    if (wanted.kind === 'sheets') {
      const fresh = await this.ports.workbook.readSheets(wanted.names);
      if (!fresh.ok) return fresh;
      const merged = withSheets(workbook, fresh.value, wanted.names);
      if (merged !== null) return { ok: true, value: merged };
    }
    return this.ports.workbook.readWorkbook();
  }
}
