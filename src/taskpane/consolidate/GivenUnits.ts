/**
 * Which files are given, and this workbook's own units, and how are they read? Files are read beside the pane's
 * other tasks; whatever touches the workbook waits its turn.
 */
import type { OwnUnits } from '../../application/consolidation/givenSet';
import { sameOwnUnits, takeOwnUnits } from '../../application/consolidation/givenSet';
import { nothingDecided, prepareJudging } from '../../application/consolidation/judgeGiven';
import { sortFolder } from '../../application/folderFiles';
import { inPieces } from '../../application/inPieces';
import type { InsertFailure, InsertOutcome } from '../../application/insertTemplate';
import type { InsertProgress } from '../../application/ports';
import type { GivenFile, TakenFile, TakeOptions } from '../../application/takenFile';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import type { HostFault } from '../../domain/fault';
import type { Result } from '../../domain/result';
import type { CheckSettings } from '../../domain/rules/settings';
import type { Language } from '../../wording/language';
import { returnLetter } from '../../wording/returnLetter';
import type { PaneControl } from '../control/PaneControl';
import type { WriteControl } from '../writing/WriteControl';
import { ConsolidateStore } from './ConsolidateStore';
import { readLabels } from './labelChoices';
import type { ConsolidateEvent, Remark } from './state';
import { changedState, initialConsolidation } from './state';

/** A file as the user chose it. */
export type ChosenFile = Omit<GivenFile, 'key'>;

export class GivenUnits {
  readonly store: ConsolidateStore;
  /** The files themselves, by key: they are read again when a label is mapped or a unit is looked at. */
  protected readonly files = new Map<string, GivenFile>();
  #ending: AbortController | null = null;
  /** Files that were given while others are read, or sheets written. */
  readonly #waiting: GivenFile[] = [];
  #changing: Promise<void> = Promise.resolve();
  #count = 0;

  constructor(
    readonly pane: PaneControl,
    readonly writing: WriteControl,
    readonly language: Language,
  ) {
    const labels = readLabels(pane.ports.local);
    this.store = new ConsolidateStore({
      ...initialConsolidation,
      decisions: { ...nothingDecided, labels },
    });
  }

  /** Reads files one after another, after those that are being read; each is there as soon as it is read. */
  readonly addFiles = (files: readonly ChosenFile[]): Promise<void> => {
    const given = files.map((file): GivenFile => ({ ...file, key: this.newKey() }));
    for (const file of given) this.files.set(file.key, file);
    if (this.#ending === null) return this.#read(given);
    this.#waiting.push(...given);
    this.store.send({ type: 'readingGrew', by: given.length });
    return Promise.resolve();
  };

  /** Ends the reading or the writing; what was read stays and the rest can be read later, of what was begun nothing is left. */
  readonly stop = (): void => {
    this.#ending?.abort();
  };

  /** Reads the files that were given and not reached. */
  readonly readRest = (): Promise<void> => this.#read(this.#notReached());

  /** Reads all files anew, and the units of this workbook: settings of the check were changed. */
  readonly readAgain = async (): Promise<void> => {
    await this.#read([...this.files.values()]);
    if (this.store.get().given.own !== null) await this.addOwn();
  };

  readonly removeFile = (key: string): Promise<void> =>
    this.change(() => {
      this.files.delete(key);
      return { type: 'fileRemoved', key };
    });

  /**
   * Reads the workbooks of a folder, and what could hold a table besides; what else is in it is told.
   *
   * @param beside files that were given with it, not in it
   */
  readonly addFolder = async (
    files: readonly ChosenFile[],
    beside: readonly ChosenFile[] = [],
  ): Promise<void> => {
    const { read, others } = await sortFolder(files);
    if (read.length + beside.length === 0) {
      this.remark({ kind: 'emptyFolder' });
      return;
    }
    const inOrder = [...read].sort((a, b) => (a.name < b.name ? -1 : 1));
    await this.addFiles([...beside, ...inOrder]);
    if (others.length > 0) this.remark({ kind: 'otherFiles', files: others });
  };

  readonly removeAll = (): void => {
    this.files.clear();
    this.store.send({ type: 'allRemoved' });
  };

  /** Takes the units that stand in this workbook. */
  readonly addOwn = (): Promise<void> =>
    this.pane.run('consolidate', async () => {
      await this.takeOwn();
    });

  readonly removeOwn = (): Promise<void> =>
    this.change(() => ({ type: 'ownTaken', own: null, settings: this.#settings() }));

  readonly remark = (remark: Remark): void => {
    this.store.send({ type: 'remarked', remark });
  };

  /** For a file that is not known yet. */
  protected newKey(): string {
    this.#count += 1;
    return `file${this.#count}`;
  }

  /** Whether files are read, or sheets written, at the moment. */
  protected get isAtWork(): boolean {
    return this.#ending !== null;
  }

  /** Checks the units anew that a decision concerns. */
  protected async takeAnew(concerns: (unit: TakenUnit) => boolean): Promise<void> {
    const { given } = this.store.get();
    const concerned = given.files.filter(({ units }) => units.some(({ unit }) => concerns(unit)));
    const files = concerned.flatMap(({ key }) => this.files.get(key) ?? []);
    if (files.length > 0) await this.#take(files);
    if (given.own?.units.some(({ unit }) => concerns(unit)) === true) await this.addOwn();
  }

  /** Writes new sheets, which can be stopped, and says what came of it. */
  protected async inserting(
    insert: (progress: InsertProgress) => Promise<Result<InsertOutcome, InsertFailure>>,
  ): Promise<Result<InsertOutcome, InsertFailure>> {
    this.#ending = new AbortController();
    const outcome = await insert({
      signal: this.#ending.signal,
      told: (done, of) => {
        this.store.send({ type: 'writing', writing: { done, of } });
      },
    });
    this.#ending = null;
    this.store.send({ type: 'writing', writing: null });
    await this.writing.tellInserted('consolidate', outcome);
    void this.#read(this.#waiting.splice(0));
    return outcome;
  }

  async #read(files: readonly GivenFile[]): Promise<void> {
    if (files.length === 0 || this.#ending !== null) return;
    const settings = this.#settings();
    this.store.send({ type: 'readingBegan', of: files.length, settings });
    await this.#take(files);
  }

  async #take(files: readonly GivenFile[]): Promise<void> {
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    for (let some = files; some.length > 0; some = this.#waiting.splice(0)) {
      if (signal.aborted) break;
      const done = await this.pane.ports.files.takeFiles(
        some,
        this.options(),
        (file) => {
          this.store.send({ type: 'fileTaken', file });
        },
        signal,
      );
      if (done.ok) continue;
      this.fail(done.fault);
      break;
    }
    // What waits still was not reached.
    this.#waiting.length = 0;
    await this.endReading();
    this.#ending = null;
    void this.#read(this.#waiting.splice(0));
  }

  /** Nothing is read any more: the set is judged, and what was not reached is told. */
  protected endReading(): Promise<void> {
    return this.change(() => ({
      type: 'readingEnded',
      notReached: this.#notReached().map(nameOf),
    }));
  }

  /**
   * Tells what changes units, or what labels mean. What judging them has to know is found out before, in
   * pieces: the pane is to answer meanwhile. One after another.
   */
  protected change(make: () => ConsolidateEvent): Promise<void> {
    const mine = this.#changing.then(async () => {
      const event = make();
      const { given, decisions } = changedState(this.store.get(), event);
      const { clock } = this.pane.ports;
      await prepareJudging(given, decisions.labels, clock);
      // Judging and painting are a piece each.
      await inPieces(this.store.sendInSteps(event), clock);
    });
    this.#changing = mine;
    return mine;
  }

  /** False where this workbook's units are others than those previewed, which are then shown, or cannot be read. */
  protected async isOwnAsPreviewed(): Promise<boolean> {
    const { own } = this.store.get().given;
    if (own === null) return true;
    const read = await this.#readOwn();
    if (read === null) return false;
    if (sameOwnUnits(own, read)) return true;
    // What was judged before is gone with it, and the preview too.
    await this.change(() => ({ type: 'ownTaken', own: read, settings: this.#settings() }));
    this.remark({ kind: 'ownChanged' });
    return false;
  }

  /** Reads a file that is not given yet; null where that cannot be done, which is told. */
  protected async takeOne(file: GivenFile, options = this.options()): Promise<TakenFile | null> {
    const taken: TakenFile[] = [];
    const done = await this.pane.ports.files.takeFiles([file], options, (one) => {
      taken.push(one);
    });
    if (!done.ok) this.fail(done.fault);
    return taken[0] ?? null;
  }

  /** Files that were given and of which nothing is known. */
  #notReached(): GivenFile[] {
    const known = new Set(this.store.get().given.files.map(({ key }) => key));
    return [...this.files.values()].filter(({ key }) => !known.has(key));
  }

  /** False where the workbook could not be read. */
  protected async takeOwn(): Promise<boolean> {
    const own = await this.#readOwn();
    if (own === null) return false;
    await this.change(() => ({ type: 'ownTaken', own, settings: this.#settings() }));
    return true;
  }

  async #readOwn(): Promise<OwnUnits | null> {
    const read = await this.pane.ports.workbook.readWorkbook();
    if (!read.ok) {
      this.fail(read.fault);
      return null;
    }
    const { decisions } = this.store.get();
    return takeOwnUnits(read.value, this.#settings(), decisions, (unit, items, explained) =>
      returnLetter(unit, items, this.language, explained),
    );
  }

  protected fail(fault: HostFault): void {
    this.pane.store.send({ type: 'failed', task: 'consolidate', fault });
  }

  #settings(): CheckSettings {
    const { round, strict, lowestExecutionRate } = this.pane.store.get().preferences;
    return { round, strict, lowestExecutionRate, today: this.pane.ports.today() };
  }

  protected options(): TakeOptions {
    const { labels, currencies } = this.store.get().decisions;
    return { settings: this.#settings(), labels, currencies, language: this.language };
  }
}

function nameOf({ name }: GivenFile): string {
  return name;
}
