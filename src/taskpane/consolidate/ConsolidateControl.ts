/**
 * What happens when the user wants units added up: files are read, decisions taken, the sum shown and
 * written? Files are read beside the pane's other tasks; whatever touches the workbook waits its turn.
 */
import { insertConsolidation } from '../../application/consolidation/insertConsolidation';
import type { Replacement } from '../../application/consolidation/replaceUnit';
import { planReplacement } from '../../application/consolidation/replaceUnit';
import { writeReplacement } from '../../application/consolidation/writeReplacement';
import type { OwnUnits } from '../../application/consolidation/givenSet';
import {
  placeOf,
  sameOwnUnits,
  takeOwnUnits,
  unitsOf,
} from '../../application/consolidation/givenSet';
import type { SetDecisions } from '../../application/consolidation/judgeGiven';
import { addUp, nothingDecided, prepareJudging } from '../../application/consolidation/judgeGiven';
import type { InsertFailure, InsertOutcome } from '../../application/insertTemplate';
import { insertLayouts } from '../../application/insertTemplate';
import type { InsertProgress } from '../../application/ports';
import { inPieces } from '../../application/inPieces';
import { sortFolder } from '../../application/folderFiles';
import type { CheckedUnit, GivenFile, TakenFile, TakeOptions } from '../../application/takenFile';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import { readUnitNames } from '../../domain/consolidate/unitNames';
import type { HostFault } from '../../domain/fault';
import type { CurrencyUnit } from '../../domain/forms/terms';
import { comparableUnitName } from '../../domain/recognise/heading';
import { normaliseLabel } from '../../domain/recognise/labels';
import type { Result } from '../../domain/result';
import type { CheckSettings } from '../../domain/rules/settings';
import { replacementNotes } from '../../wording/replacementNotes';
import type { Language } from '../../wording/language';
import { returnLetter } from '../../wording/returnLetter';
import type { PaneControl } from '../control/PaneControl';
import type { WriteControl } from '../writing/WriteControl';
import { ConsolidateStore } from './ConsolidateStore';
import { lettersOf } from './letters';
import { notesOf } from './notes';
import { keepLabels, readLabels, withLabel } from './labelChoices';
import { resultName } from './resultName';
import type { ConsolidateEvent, ConsolidateState, Remark } from './state';
import { changedState, initialConsolidation } from './state';

/** A file as the user chose it. */
export type ChosenFile = Omit<GivenFile, 'key'>;

export class ConsolidateControl {
  readonly store: ConsolidateStore;
  /** The files themselves, by key: they are read again when a label is mapped or a unit is looked at. */
  readonly #files = new Map<string, GivenFile>();
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
    const given = files.map((file): GivenFile => {
      this.#count += 1;
      return { ...file, key: `file${this.#count}` };
    });
    for (const file of given) this.#files.set(file.key, file);
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
    await this.#read([...this.#files.values()]);
    if (this.store.get().given.own !== null) await this.addOwn();
  };

  readonly removeFile = (key: string): Promise<void> =>
    this.#change(() => {
      this.#files.delete(key);
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

  /** A unit is as if it had not been given, or is given again. */
  readonly takeOut = (unit: TakenUnit, isOut: boolean): Promise<void> =>
    this.#change(() => ({ type: 'takenOut', place: placeOf(unit), isOut }));

  /** A unit of the set has sent a corrected file, which takes the place of the other. */
  readonly replaceFile = (unit: TakenUnit, chosen: ChosenFile): Promise<void> =>
    this.pane.run('consolidate', async () => {
      if (this.#ending !== null) return;
      const { given, decisions } = this.store.get();
      const before = given.files.find(({ units }) => units.some((one) => one.unit.id === unit.id));
      // Others of its file stay as they are; then the corrected one is a file of its own.
      const isAlone = before?.units.length === 1;
      this.#count += isAlone ? 0 : 1;
      const key = isAlone ? before.key : `file${this.#count}`;
      const file: GivenFile = { ...chosen, key };
      // What was said of the other's money says nothing of this one.
      const currencies = new Map(decisions.currencies);
      currencies.delete(unit.id);
      const taken = await this.#takeOne(file, { ...this.#options(), currencies });
      if (taken === null) return;
      const why = whyNotReplaced(unit, taken);
      if (why !== null) {
        this.remark({ kind: 'fileNotReplaced', why });
        return;
      }
      this.#files.set(key, file);
      this.store.send({ type: 'reported', report: null });
      this.store.send({ type: 'fileTaken', file: taken });
      if (!isAlone) await this.takeOut(unit, true);
      if (decisions.currencies.has(unit.id)) this.decide({ currencies });
      // That the other counted in spite of its errors says nothing of this one.
      const { includeErrors } = decisions;
      if (includeErrors !== 'all' && includeErrors.has(unit.id)) this.include([unit.id], false);
      // Nor does it say of other figures whether they are a sum's.
      this.sayCounts([unit.id], null);
      await this.#endReading();
      const [one] = taken.units;
      if (one !== undefined) void this.openUnit(one.unit.id);
      this.remark({ kind: 'fileReplaced', file: taken.name });
    });

  readonly removeAll = (): void => {
    this.#files.clear();
    this.store.send({ type: 'allRemoved' });
  };

  /** Takes the units that stand in this workbook. */
  readonly addOwn = (): Promise<void> =>
    this.pane.run('consolidate', async () => {
      await this.#takeOwn();
    });

  readonly removeOwn = (): Promise<void> =>
    this.#change(() => ({ type: 'ownTaken', own: null, settings: this.#settings() }));

  readonly decide = (change: Partial<SetDecisions>): void => {
    this.store.send({ type: 'decided', change });
  };

  /** A unit with errors counts, or does not any more. */
  readonly include = (ids: readonly string[], isIncluded: boolean): void => {
    const { includeErrors } = this.store.get().decisions;
    const all = unitsOf(this.store.get().given).map(({ unit }) => unit.id);
    const included = new Set(includeErrors === 'all' ? all : includeErrors);
    for (const id of ids) {
      if (isIncluded) included.add(id);
      else included.delete(id);
    }
    this.decide({ includeErrors: included });
  };

  /** Says whether units count that may be sums of others, or copies; null: nothing is said any more. */
  readonly sayCounts = (ids: readonly string[], counts: boolean | null): void => {
    const countChoices = new Map(this.store.get().decisions.countChoices);
    for (const id of ids) {
      if (counts === null) countChoices.delete(id);
      else countChoices.set(id, counts);
    }
    this.decide({ countChoices });
  };

  /** Says which line a label belongs to, or that nobody knows; remembered. */
  readonly mapLabel = async (label: string, meaning: string | null): Promise<void> => {
    await this.#change(() => {
      const labels = withLabel(this.store.get().decisions.labels, label, meaning);
      keepLabels(this.pane.ports.local, labels);
      return { type: 'decided', change: { labels } };
    });
    await this.#takeAnew(({ ownCheck }) =>
      ownCheck.unknownLabels.some((own) => normaliseLabel(own.label) === normaliseLabel(label)),
    );
  };

  /** Says in which money the figures of units are whose tables do not say, or that nobody knows. */
  readonly chooseCurrency = async (
    units: readonly TakenUnit[],
    currency: CurrencyUnit | null,
  ): Promise<void> => {
    const places = new Set(units.map(placeOf));
    await this.#change(() => {
      const currencies = new Map(this.store.get().decisions.currencies);
      for (const place of places) {
        if (currency === null) currencies.delete(place);
        else currencies.set(place, currency);
      }
      return { type: 'decided', change: { currencies } };
    });
    await this.#takeAnew((unit) => places.has(placeOf(unit)));
  };

  /** Checks the units anew that a decision concerns. */
  async #takeAnew(concerns: (unit: TakenUnit) => boolean): Promise<void> {
    const { given } = this.store.get();
    const concerned = given.files.filter(({ units }) => units.some(({ unit }) => concerns(unit)));
    const files = concerned.flatMap(({ key }) => this.#files.get(key) ?? []);
    if (files.length > 0) await this.#take(files);
    if (given.own?.units.some(({ unit }) => concerns(unit)) === true) await this.addOwn();
  }

  /** The list of units is what is selected in the workbook. */
  readonly expectSelection = (): Promise<void> =>
    this.pane.run('consolidate', async () => {
      const read = await this.pane.ports.workbook.readSelection();
      if (!read.ok) {
        this.#fail(read.fault);
        return;
      }
      const cells = read.value.map((text) => text.replace(/\s+/g, ' '));
      const { names } = readUnitNames(cells.join('\n'));
      if (names.length === 0) this.remark({ kind: 'nothingSelected' });
      else this.decide({ expectedUnits: names });
    });

  /** Shows a unit with all that its check found. */
  readonly openUnit = async (id: string): Promise<void> => {
    this.store.send({ type: 'viewed', view: { kind: 'unit', unit: id } });
    const { given, report } = this.store.get();
    const own = given.own?.units.find(({ unit }) => unit.id === id);
    if (own !== undefined) {
      const { report: found, explained } = own;
      this.store.send({
        type: 'reported',
        report: { kind: 'made', unit: id, report: found, explained },
      });
      return;
    }
    if (report?.unit === id && report.kind === 'made') return;
    const entry = given.files.find(({ units }) => units.some(({ unit }) => unit.id === id));
    const unit = entry?.units.find((one) => one.unit.id === id)?.unit;
    const file = entry === undefined ? undefined : this.#files.get(entry.key);
    if (unit === undefined || file === undefined) return;
    this.store.send({ type: 'reported', report: { kind: 'reading', unit: id } });
    const read = await this.pane.ports.files.readReport(file, unit.pair, this.#options());
    // The user may be looking at another one by now.
    if (this.store.get().report?.unit !== id) return;
    this.store.send({
      type: 'reported',
      report: read.ok
        ? { kind: 'made', unit: id, ...read.value }
        : { kind: 'failed', unit: id, fault: read.fault },
    });
  };

  readonly closeUnit = (): void => {
    this.store.send({ type: 'viewed', view: { kind: 'set' } });
  };

  /** Adds up what counts and shows the sum; this workbook's units are read again, as they may be edited. */
  readonly preview = (): Promise<void> =>
    this.pane.run('consolidate', async () => {
      if (this.store.get().given.own !== null && !(await this.#takeOwn())) return;
      const state = this.store.get();
      const { judged } = state;
      if (judged === null) return;
      const name = resultName(state, this.language);
      const result = await addUp(judged, name, this.pane.ports.clock);
      // What was changed meanwhile is judged anew, and this is no sum of it.
      if (result === null || this.store.get().judged !== judged) return;
      this.store.send({ type: 'viewed', view: { kind: 'preview', result } });
    });

  /** How the sum is called, and whether its inputs are formulas. */
  readonly chooseResult = (change: Partial<Pick<ConsolidateState, 'name' | 'inputs'>>): void => {
    this.store.send({ type: 'resultChosen', change });
  };

  /** Writes the sum to new sheets, and goes there. */
  readonly write = (): Promise<void> =>
    this.pane.run('consolidate', async () => {
      const state = this.store.get();
      const { view, judged, inputs, checkedWith } = state;
      if (view.kind !== 'preview' || judged === null || checkedWith === null) return;
      if (!(await this.#isOwnAsPreviewed())) return;
      const result = { ...view.result, reportingUnit: resultName(state, this.language) };
      const notes = notesOf({ ...state, judged, checkedWith }, result, this.language);
      const outcome = await this.#inserting((progress) =>
        insertConsolidation(
          this.pane.ports.workbook,
          this.writing.log,
          { result, inputs, notes },
          progress,
        ),
      );
      if (outcome.ok) this.closeUnit();
    });

  /** Shows what a corrected file changes in a result that stands in the workbook. */
  readonly planReplacement = (chosen: ChosenFile): Promise<void> =>
    this.pane.run('consolidate', async () => {
      const one = await this.#takeOne({ ...chosen, key: 'replacement' });
      if (one === null) return;
      const [checked] = one.units;
      if (one.fault !== null || checked === undefined || one.units.length > 1) {
        this.remark({ kind: 'notReplaced', why: one.fault ?? 'several' });
        return;
      }
      const plan = await this.#planned(checked);
      if (plan !== null)
        this.store.send({ type: 'viewed', view: { kind: 'replace', plan, checked } });
    });

  /** Null where it cannot be done, which is told. */
  async #planned(checked: CheckedUnit): Promise<Replacement | null> {
    const read = await this.pane.ports.workbook.readWorkbook();
    if (!read.ok) {
      this.#fail(read.fault);
      return null;
    }
    const { labels } = this.store.get().decisions;
    const words = replacementNotes(this.pane.ports.today());
    const plan = planReplacement(read.value, checked, labels, words);
    if (!plan.ok) this.remark({ kind: 'notReplaced', why: plan.fault });
    return plan.ok ? plan.value : null;
  }

  /** Writes the cells that the corrected file changes. */
  readonly replace = (): Promise<void> =>
    this.pane.run('consolidate', async () => {
      const { view } = this.store.get();
      if (view.kind !== 'replace') return;
      const { way } = view.plan;
      if (way.kind === 'anew') {
        // Cells look for themselves whether they are as they were read; new sheets cannot.
        const now = await this.#planned(view.checked);
        if (now === null) return;
        if (!samePlan(view.plan, now)) {
          this.store.send({ type: 'viewed', view: { ...view, plan: now } });
          this.remark({ kind: 'resultChanged' });
          return;
        }
        const inserted = await this.#inserting((progress) =>
          insertLayouts(
            this.pane.ports.workbook,
            this.writing.log,
            'consolidate',
            way.sheets,
            progress,
          ),
        );
        if (inserted.ok) this.closeUnit();
        return;
      }
      const outcome = await writeReplacement(
        this.pane.ports.workbook,
        this.writing.log,
        way.changes,
      );
      this.writing.showUndo();
      if (!outcome.ok) {
        const { fault, progress } = outcome.fault;
        const aftermath = { kind: 'writing', progress } as const;
        this.pane.store.send({ type: 'failed', task: 'consolidate', fault, aftermath });
        return;
      }
      this.closeUnit();
      this.pane.store.send({ type: 'done', deed: { kind: 'replaced', outcome: outcome.value } });
    });

  /** Hands all letters to the user as one workbook. */
  readonly saveLetters = async (): Promise<void> => {
    const { judged } = this.store.get();
    if (judged === null) return;
    const { file, lists } = lettersOf(judged.units, this.language);
    const isSaved = await this.pane.ports.saves.saveLists(file, lists);
    this.remark(isSaved ? { kind: 'lettersSaved', file } : { kind: 'lettersNotSaved' });
  };

  readonly remark = (remark: Remark): void => {
    this.store.send({ type: 'remarked', remark });
  };

  /** Writes new sheets, which can be stopped, and says what came of it. */
  async #inserting(
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
        this.#options(),
        (file) => {
          this.store.send({ type: 'fileTaken', file });
        },
        signal,
      );
      if (done.ok) continue;
      this.#fail(done.fault);
      break;
    }
    // What waits still was not reached.
    this.#waiting.length = 0;
    await this.#endReading();
    this.#ending = null;
    void this.#read(this.#waiting.splice(0));
  }

  /** Nothing is read any more: the set is judged, and what was not reached is told. */
  #endReading(): Promise<void> {
    return this.#change(() => ({
      type: 'readingEnded',
      notReached: this.#notReached().map(nameOf),
    }));
  }

  /**
   * Tells what changes units, or what labels mean. What judging them has to know is found out before, in
   * pieces: the pane is to answer meanwhile. One after another.
   */
  #change(make: () => ConsolidateEvent): Promise<void> {
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
  async #isOwnAsPreviewed(): Promise<boolean> {
    const { own } = this.store.get().given;
    if (own === null) return true;
    const read = await this.#readOwn();
    if (read === null) return false;
    if (sameOwnUnits(own, read)) return true;
    // What was judged before is gone with it, and the preview too.
    await this.#change(() => ({ type: 'ownTaken', own: read, settings: this.#settings() }));
    this.remark({ kind: 'ownChanged' });
    return false;
  }

  /** Reads a file that is not given yet; null where that cannot be done, which is told. */
  async #takeOne(file: GivenFile, options = this.#options()): Promise<TakenFile | null> {
    const taken: TakenFile[] = [];
    const done = await this.pane.ports.files.takeFiles([file], options, (one) => {
      taken.push(one);
    });
    if (!done.ok) this.#fail(done.fault);
    return taken[0] ?? null;
  }

  /** Files that were given and of which nothing is known. */
  #notReached(): GivenFile[] {
    const known = new Set(this.store.get().given.files.map(({ key }) => key));
    return [...this.#files.values()].filter(({ key }) => !known.has(key));
  }

  /** False where the workbook could not be read. */
  async #takeOwn(): Promise<boolean> {
    const own = await this.#readOwn();
    if (own === null) return false;
    await this.#change(() => ({ type: 'ownTaken', own, settings: this.#settings() }));
    return true;
  }

  async #readOwn(): Promise<OwnUnits | null> {
    const read = await this.pane.ports.workbook.readWorkbook();
    if (!read.ok) {
      this.#fail(read.fault);
      return null;
    }
    const { decisions } = this.store.get();
    return takeOwnUnits(read.value, this.#settings(), decisions, (unit, items, explained) =>
      returnLetter(unit, items, this.language, explained),
    );
  }

  #fail(fault: HostFault): void {
    this.pane.store.send({ type: 'failed', task: 'consolidate', fault });
  }

  #settings(): CheckSettings {
    const { round, strict, lowestExecutionRate } = this.pane.store.get().preferences;
    return { round, strict, lowestExecutionRate, today: this.pane.ports.today() };
  }

  #options(): TakeOptions {
    const { labels, currencies } = this.store.get().decisions;
    return { settings: this.#settings(), labels, currencies, language: this.language };
  }
}

/** Null where the file is this unit's, and of nobody else. */
function whyNotReplaced(
  before: TakenUnit,
  { fault, units }: TakenFile,
): Extract<Remark, { readonly kind: 'fileNotReplaced' }>['why'] | null {
  if (fault !== null) return fault;
  const [one] = units;
  if (one === undefined || units.length > 1) return 'several';
  const { unit } = one;
  // A name that no sheet states is the file's, which may well be another.
  if (before.nameAssumed || unit.nameAssumed) return null;
  return comparableUnitName(before.name) === comparableUnitName(unit.name)
    ? null
    : { code: 'otherName', wanted: before.name, found: unit.name };
}

/** Whether the same would be written. */
function samePlan({ way: one }: Replacement, { way: other }: Replacement): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function nameOf({ name }: GivenFile): string {
  return name;
}
