/**
 * What happens when the user clicks, the ribbon calls, or a figure is edited? Runs the application's
 * functions on the ports and tells the store. Wishes run one after another.
 */
import { rereadingFor, withSheets } from '../../application/liveCheck';
import { marksOf } from '../../application/marks';
import type {
  CellReference,
  DocumentSettingsPort,
  LocalStorePort,
  WorkbookChange,
  WorkbookPort,
} from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import type { WorkbookGrids } from '../../domain/grid';
import type { Result } from '../../domain/result';
import type { CalendarDay, CheckSettings } from '../../domain/rules/settings';
import type { PaneTexts } from '../../wording/pane';
import { placeOfEntry } from '../state/listEntry';
import type { ListEntry } from '../state/listEntry';
import type { Preferences, Wish } from '../state/paneState';
import type { PaneStore } from '../state/store';
import type { Engine } from './engine';
import { loadEngine } from './loadEngine';
import { keepPreferences, knownKey, roundKey } from './preferences';
import { WishQueue } from './wishQueue';

/** What the pane's control needs from outside. */
export interface PanePorts {
  readonly workbook: WorkbookPort;
  readonly document: DocumentSettingsPort;
  readonly local: LocalStorePort;
  readonly today: () => CalendarDay;
}

/** Milliseconds between the last edit and the check: a correction is often two edits. */
const editPause = 300;
/** Milliseconds until a check is tried again while a cell is being edited. */
const editingPause = 700;

export class PaneControl {
  readonly #queue = new WishQueue();
  #workbook: WorkbookGrids | null = null;
  #listening = false;
  #changes: WorkbookChange[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    readonly ports: PanePorts,
    readonly store: PaneStore,
    readonly texts: PaneTexts,
  ) {}

  /** 一键校验: reads, checks and marks the whole workbook. */
  readonly check = (): Promise<void> => this.wish('check', (engine) => this.checkNow(engine));

  /** The check itself, for a wish that is already running. */
  async checkNow(engine: Engine): Promise<void> {
    this.#forgetChanges();
    const read = await this.ports.workbook.readWorkbook();
    if (!read.ok) {
      this.store.send({ type: 'checkFailed', wish: 'check', fault: read.fault });
      return;
    }
    this.#report(read.value, engine);
    this.ports.local.write(knownKey, 'true');
    await this.#mark();
    await this.#listen();
  }

  /** Takes the marks off and keeps them off, or marks the last report again. */
  readonly setMarks = (marks: Preferences['marks']): Promise<void> => {
    this.prefer({ marks });
    return marks === 'on'
      ? this.wish('mark', () => this.#mark())
      : this.wish('clearMarks', () => this.#clearMarks());
  };

  /** Chooses the round: kept in the workbook, and the figures are checked under it at once. */
  readonly setRound = async (round: Preferences['round']): Promise<void> => {
    await this.setRules({ round });
    const kept = await this.ports.document.write(roundKey, JSON.stringify(round));
    if (!kept.ok) this.store.send({ type: 'failed', wish: 'round', fault: kept.fault });
  };

  /** Changes what is checked; a report that stands is made anew from the figures already read. */
  readonly setRules = (
    change: Partial<Pick<Preferences, 'round' | 'strict' | 'lowestExecutionRate'>>,
  ): Promise<void> => {
    this.prefer(change);
    const { report, freshness } = this.store.get().check;
    if (report === null || freshness !== 'current') return Promise.resolve();
    return this.wish('check', async (engine) => {
      if (this.#workbook === null) return;
      this.#report(this.#workbook, engine);
      await this.#mark();
    });
  };

  /** Switches checking while editing on or off; on, it catches up with what was edited. */
  readonly setLive = (live: Preferences['live']): Promise<void> => {
    this.prefer({ live });
    const { report, freshness } = this.store.get().check;
    return live === 'on' && report !== null && freshness !== 'current'
      ? this.check()
      : Promise.resolve();
  };

  /** Keeps a choice on this machine. */
  readonly prefer = (change: Partial<Preferences>): void => {
    this.store.send({ type: 'preferred', change });
    keepPreferences(this.ports.local, this.store.get().preferences);
  };

  /** Selects an entry of the list and its cell in the workbook. */
  readonly visit = (entry: ListEntry): Promise<void> => {
    this.store.send({ type: 'selected', key: entry.key });
    const place = placeOfEntry(entry);
    return place === null ? Promise.resolve() : this.goTo(place);
  };

  readonly goTo = (place: CellReference): Promise<void> =>
    this.#quietly('goTo', () => this.ports.workbook.goTo(place));

  /** Takes off everything of ours that the workbook keeps: marks and the round. */
  readonly forget = (): Promise<void> =>
    this.wish('clearMarks', async () => {
      this.prefer({ marks: 'off' });
      const cleared = await this.ports.workbook.clearMarks();
      if (!cleared.ok) {
        this.store.send({ type: 'failed', wish: 'clearMarks', fault: cleared.fault });
        return;
      }
      const written = await this.ports.document.write(roundKey, null);
      if (!written.ok) this.store.send({ type: 'failed', wish: 'round', fault: written.fault });
      else this.store.send({ type: 'told', text: this.texts.settings.forgotten });
    });

  /** Resolves when nothing is running any more. */
  readonly settled = (): Promise<void> => this.#queue.settled();

  #settings(): CheckSettings {
    const { round, strict, lowestExecutionRate } = this.store.get().preferences;
    return { round, strict, lowestExecutionRate, today: this.ports.today() };
  }

  #report(workbook: WorkbookGrids, engine: Engine): void {
    this.#workbook = workbook;
    const report = engine.checkWorkbook(workbook, this.#settings());
    this.store.send({ type: 'checked', report, verdict: engine.verdictOf(report) });
  }

  async #mark(): Promise<void> {
    const fault = await this.#showMarks();
    if (fault !== null) this.store.send({ type: 'failed', wish: 'mark', fault });
  }

  async #showMarks(): Promise<HostFault | null> {
    const { check, preferences } = this.store.get();
    if (check.report === null || preferences.marks === 'off') return null;
    const marked = await this.ports.workbook.showMarks(marksOf(check.report));
    return marked.ok ? null : marked.fault;
  }

  async #clearMarks(): Promise<void> {
    const cleared = await this.ports.workbook.clearMarks();
    if (!cleared.ok) {
      this.store.send({ type: 'failed', wish: 'clearMarks', fault: cleared.fault });
      return;
    }
    const { marks } = this.texts;
    const text = cleared.value === 0 ? marks.none : marks.off(cleared.value);
    this.store.send({ type: 'told', text });
  }

  /** Listens to edits from the first check on; a refusal is told once a check. */
  async #listen(): Promise<void> {
    if (this.#listening) return;
    const listening = await this.ports.workbook.onChange(this.#changed);
    if (listening.ok) this.#listening = true;
    else this.store.send({ type: 'failed', wish: 'listen', fault: listening.fault });
  }

  readonly #changed = (change: WorkbookChange): void => {
    const { check, preferences } = this.store.get();
    if (check.report === null) return;
    this.#changes.push(change);
    if (rereadingFor(this.#changes, check.report.recognition).kind === 'nothing') {
      this.#changes = [];
      return;
    }
    if (preferences.live === 'off') this.store.send({ type: 'edited', freshness: 'edited' });
    else this.#recheckIn(editPause);
  };

  #forgetChanges(): void {
    this.#changes = [];
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #recheckIn(pause: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#queue.run(() => this.#recheck());
    }, pause);
  }

  /** Checks what was edited, without a word unless it fails. */
  async #recheck(): Promise<void> {
    const { report } = this.store.get().check;
    const changes = this.#changes;
    this.#changes = [];
    if (report === null || this.#workbook === null || changes.length === 0) return;
    const engine = await loadEngine();
    if (engine === null) {
      this.#changes = [...changes, ...this.#changes];
      this.store.send({ type: 'checkFailed', wish: 'recheck', fault: { code: 'notLoaded' } });
      return;
    }
    const read = await this.#reread(changes, this.#workbook);
    let fault: HostFault | null;
    if (read.ok) {
      this.#report(read.value, engine);
      fault = await this.#showMarks();
    } else {
      fault = read.fault;
    }
    if (fault === null) return;
    this.#changes = [...changes, ...this.#changes];
    if (fault.code === 'cellEditing') {
      // The user types on in the next cell: try again when that is done, without a complaint.
      if (!read.ok) this.store.send({ type: 'edited', freshness: 'waiting' });
      this.#recheckIn(editingPause);
    } else if (read.ok) {
      this.store.send({ type: 'failed', wish: 'mark', fault });
    } else {
      this.store.send({ type: 'checkFailed', wish: 'recheck', fault });
    }
  }

  async #reread(
    changes: readonly WorkbookChange[],
    workbook: WorkbookGrids,
  ): Promise<Result<WorkbookGrids, HostFault>> {
    const recognition = this.store.get().check.report?.recognition;
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

  /** Runs a wish in its turn, shown as busy while it runs. */
  wish(wish: Wish, work: (engine: Engine) => Promise<void>): Promise<void> {
    return this.#queue.run(async () => {
      this.store.send({ type: 'began', wish });
      try {
        const engine = await loadEngine();
        if (engine !== null) await work(engine);
        else if (wish === 'check') {
          this.store.send({ type: 'checkFailed', wish, fault: { code: 'notLoaded' } });
        } else this.store.send({ type: 'failed', wish, fault: { code: 'notLoaded' } });
      } finally {
        this.store.send({ type: 'ended' });
      }
    });
  }

  /** Runs a wish in its turn without a sign of it, unless it fails. */
  #quietly(wish: Wish, work: () => Promise<Result<unknown, HostFault>>): Promise<void> {
    return this.#queue.run(async () => {
      const done = await work();
      if (!done.ok) this.store.send({ type: 'failed', wish, fault: done.fault });
    });
  }
}
