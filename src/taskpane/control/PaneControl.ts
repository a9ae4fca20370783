/**
 * What happens when the user clicks or the ribbon calls? Runs the application's functions on the ports
 * and tells the store. Tasks run one after another.
 */
import type { CellReference } from '../../application/cellContent';
import { roundKey } from '../../application/roundKey';
import type { HostFault } from '../../domain/fault';
import type { CheckReport } from '../../application/checkWorkbook';
import { cellAddress } from '../../domain/grid';
import type { WorkbookGrids } from '../../domain/grid';
import type { RecognisedReturn } from '../../domain/recognise/table';
import { tablesOf } from '../../domain/recognise/table';
import type { CheckSettings } from '../../domain/rules/settings';
import type { Result } from '../../domain/result';
import type { StoredExplanations } from '../../domain/submission/kept';
import { isCurrent, lastReport } from '../state/paneState';
import type { Preferences, Task, Visit } from '../state/paneState';
import type { PaneStore } from '../state/store';
import type { Engine } from './engine';
import type { SetBeside } from '../check/besides';
import { LastCheck } from '../check/LastCheck';
import { LiveCheck } from '../check/LiveCheck';
import { loadEngine } from './loadEngine';
import type { PanePorts } from './panePorts';
import { keepPreferences, knownKey } from '../settings/preferences';
import { TaskQueue } from './taskQueue';

export class PaneControl {
  readonly #queue = new TaskQueue();
  readonly #last: LastCheck;
  readonly #live: LiveCheck;
  readonly #savedListeners = new Set<() => void>();

  constructor(
    readonly ports: PanePorts,
    readonly store: PaneStore,
  ) {
    this.#last = new LastCheck(ports, store);
    this.#live = new LiveCheck(ports, store, this.#queue, this.#last);
  }

  /** 一键校验: reads, checks and marks the whole workbook. */
  readonly check = (): Promise<void> =>
    this.run('check', (engine) => {
      this.store.send({ type: 'marksWanted', marks: 'wanted' });
      return this.checkNow(engine, 'mark');
    });

  /** 重算: has the workbook worked out, then checks it; marks stay as they are. */
  readonly recalculate = (): Promise<void> =>
    this.run('recalculate', async (engine) => {
      const done = await this.ports.workbook.calculate();
      if (done.ok || done.fault.code === 'notWorkedOut') await this.checkNow(engine, 'leave');
      if (!done.ok) this.store.send({ type: 'failed', task: 'recalculate', fault: done.fault });
    });

  /** Told by the program around the pane, where that knows: the workbook is saved as it is now. */
  readonly noteSaved = (): void => {
    for (const listener of this.#savedListeners) listener();
  };

  /** Calls back when the workbook was saved, where the program around the pane tells. */
  onSaved(listener: () => void): void {
    this.#savedListeners.add(listener);
  }

  /** The figures that the report is about; nothing before the first check. */
  get checkedWorkbook(): WorkbookGrids {
    return this.#last.workbook ?? { sheets: [] };
  }

  /** What the report is made of; null before the first check. */
  get lastCheck(): CheckReport | null {
    return this.#last.check;
  }

  /** These explanations are kept in the workbook now. */
  takeExplanations(stored: StoredExplanations, engine: Engine): void {
    this.#last.takeExplanations(stored, engine);
  }

  /** Sets the round before beside the workbook, or takes it away; the next check compares with it. */
  setBeside(beside: SetBeside | null): void {
    this.#last.beside = beside;
  }

  get beside(): SetBeside | null {
    return this.#last.beside;
  }

  /** What is checked, as it is chosen now. */
  get settings(): CheckSettings {
    return this.#last.settings;
  }

  /** Whether the report tells of the workbook as it is now, as far as Excel has told of edits. */
  get isCurrent(): boolean {
    return isCurrent(this.store.get().check) && !this.#live.hasUncheckedEdits;
  }

  /**
   * The check itself, for a task that is already running.
   *
   * @param marks `leave`: marks stay as they are, unless they are to follow every edit
   */
  async checkNow(engine: Engine, marks: 'mark' | 'leave'): Promise<void> {
    const reading = this.ports.workbook.readWorkbook();
    const listening = this.#live.beginReading();
    const read = await reading;
    if (!read.ok) {
      await listening;
      this.#live.failReading();
      this.store.send({ type: 'checkFailed', task: 'check', fault: read.fault });
      return;
    }
    this.#last.checkFigures(read.value, engine);
    this.#live.endReading();
    this.ports.local.write(knownKey, 'true');
    const { preferences } = this.store.get();
    if (marks === 'leave') await this.#markIfLive();
    // Marks of an earlier day would stand on figures that are right by now.
    else if (preferences.marks === 'off') await this.#takeOffOldMarks();
    else await this.#mark();
    await this.#last.findLocked(engine);
    const notListening = await listening;
    if (notListening !== null) {
      this.store.send({ type: 'failed', task: 'listen', fault: notListening });
    }
  }

  /** Takes the marks off and keeps them off, or marks the last report, made anew where it is old. */
  readonly setMarks = (marks: Preferences['marks']): Promise<void> => {
    this.prefer({ marks });
    if (marks === 'off') return this.clearMarks();
    return this.run('mark', (engine) => {
      this.store.send({ type: 'marksWanted', marks: 'wanted' });
      const isOld = lastReport(this.store.get().check) !== null && !this.isCurrent;
      return isOld ? this.checkNow(engine, 'mark') : this.#mark();
    });
  };

  /** 清除标记: takes the marks off; none come back before the next 一键校验. */
  readonly clearMarks = (): Promise<void> =>
    this.run('clearMarks', async () => {
      const cleared = await this.takeMarksOff();
      if (!cleared.ok) {
        this.store.send({ type: 'failed', task: 'clearMarks', fault: cleared.fault });
        return;
      }
      this.store.send({ type: 'done', deed: { kind: 'marksCleared', rules: cleared.value } });
    });

  /** Chooses the round: kept in the workbook, and the figures are checked under it at once. */
  readonly setRound = async (round: Preferences['round']): Promise<void> => {
    await this.setRules({ round });
    const kept = await this.ports.document.write(roundKey, JSON.stringify(round));
    if (!kept.ok) this.store.send({ type: 'failed', task: 'round', fault: kept.fault });
  };

  /** Changes what is checked; a report that stands is made anew from the figures already read. */
  readonly setRules = (
    change: Partial<Pick<Preferences, 'round' | 'strict' | 'lowestExecutionRate'>>,
  ): Promise<void> => {
    this.prefer(change);
    if (!isCurrent(this.store.get().check)) return Promise.resolve();
    return this.run('check', async (engine) => {
      const { workbook } = this.#last;
      // A check that failed since has left figures here that the workbook no longer holds.
      if (workbook === null || !isCurrent(this.store.get().check)) return;
      this.#last.checkFigures(workbook, engine);
      await this.#markIfLive();
      await this.#last.findLocked(engine);
    });
  };

  /** Switches checking while editing on or off; on, it catches up with what was edited. */
  readonly setLive = (live: Preferences['live']): Promise<void> => {
    this.prefer({ live });
    const { check } = this.store.get();
    const isOld = lastReport(check) !== null && !isCurrent(check);
    return live === 'on' && isOld ? this.check() : Promise.resolve();
  };

  /** Keeps a choice on this machine. */
  readonly prefer = (change: Partial<Preferences>): void => {
    this.store.send({ type: 'preferred', change });
    keepPreferences(this.ports.local, this.store.get().preferences);
  };

  /** Goes to an item of the list, and to its cell in the workbook. */
  readonly visit = (visit: Visit): Promise<void> => {
    this.store.send({ type: 'visited', visit });
    return visit.place === null ? Promise.resolve() : this.goTo(visit.place);
  };

  /** Selects a cell; what was said of one that could not be reached is settled by one that is. */
  readonly goTo = (place: CellReference): Promise<void> =>
    this.#queue.run(async () => {
      const done = await this.ports.workbook.goTo(place);
      const { notice } = this.store.get();
      if (!done.ok) this.store.send({ type: 'failed', task: 'goTo', fault: done.fault });
      else if (notice?.kind === 'failed' && notice.task === 'goTo') {
        this.store.send({ type: 'noticeClosed' });
      }
    });

  /** Opens one of several units, and goes to its first table where Excel lets us. */
  readonly openUnit = (unit: RecognisedReturn): Promise<void> => {
    this.store.send({ type: 'unitOpened', unit: unit.id });
    const [table] = tablesOf(unit);
    if (table === undefined) return Promise.resolve();
    const cell = cellAddress(table.range.top, table.range.left);
    return this.#queue.run(async () => {
      await this.ports.workbook.goTo({ sheet: table.grid.name, cell });
    });
  };

  /** Takes the marks off, for a task that is already running; none come back before the next 一键校验. */
  readonly takeMarksOff = (): Promise<Result<number, HostFault>> => {
    this.store.send({ type: 'marksWanted', marks: 'cleared' });
    return this.#last.clearMarks();
  };

  /** Does something in its turn that the user does not wait for. */
  readonly aside = (work: () => Promise<void>): Promise<void> => this.#queue.run(work);

  /** The pane is in sight again. */
  readonly shown = (): void => {
    this.#live.lookAgain();
  };

  /** Resolves when nothing is running any more. */
  readonly settled = (): Promise<void> => this.#queue.settled();

  /** Has marks follow every edit, or only 一键校验. */
  readonly setLiveMarks = (liveMarks: Preferences['liveMarks']): Promise<void> => {
    this.prefer({ liveMarks });
    return liveMarks === 'on' && lastReport(this.store.get().check) !== null
      ? this.setMarks('on')
      : Promise.resolve();
  };

  async #markIfLive(): Promise<void> {
    if (this.store.get().preferences.liveMarks === 'on') await this.#mark();
  }

  async #mark(): Promise<void> {
    const fault = await this.#last.showMarks('all');
    if (fault !== null) this.store.send({ type: 'failed', task: 'mark', fault });
    else this.#live.closeNoticeOfMarks();
  }

  async #takeOffOldMarks(): Promise<void> {
    const cleared = await this.#last.clearMarks();
    if (!cleared.ok) this.store.send({ type: 'failed', task: 'clearMarks', fault: cleared.fault });
  }

  /** Runs a task in its turn, shown as busy while it runs. */
  run(task: Task, work: (engine: Engine) => Promise<void>): Promise<void> {
    return this.#queue.run(async () => {
      this.store.send({ type: 'began', task });
      try {
        const engine = await loadEngine();
        if (engine !== null) await work(engine);
        else if (task === 'check') {
          this.store.send({ type: 'checkFailed', task, fault: { code: 'notLoaded' } });
        } else this.store.send({ type: 'failed', task, fault: { code: 'notLoaded' } });
      } finally {
        this.store.send({ type: 'ended' });
      }
    });
  }
}
