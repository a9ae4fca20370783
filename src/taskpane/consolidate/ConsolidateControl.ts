/** What does the user decide of the given units, and how is their sum shown and written? */
import { insertConsolidation } from '../../application/consolidation/insertConsolidation';
import type { Replacement } from '../../application/consolidation/replaceUnit';
import { planReplacement } from '../../application/consolidation/replaceUnit';
import { writeReplacement } from '../../application/consolidation/writeReplacement';
import { placeOf, unitsOf } from '../../application/consolidation/givenSet';
import type { SetDecisions } from '../../application/consolidation/judgeGiven';
import { addUp } from '../../application/consolidation/judgeGiven';
import { insertLayouts } from '../../application/insertTemplate';
import type { CheckedUnit, GivenFile, TakenFile } from '../../application/takenFile';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import { readUnitNames } from '../../domain/consolidate/unitNames';
import type { CurrencyUnit } from '../../domain/forms/terms';
import { comparableUnitName } from '../../domain/recognise/heading';
import { normaliseLabel } from '../../domain/recognise/labels';
import { replacementNotes } from '../../wording/replacementNotes';
import type { ChosenFile } from './GivenUnits';
import { GivenUnits } from './GivenUnits';
import { lettersOf } from './letters';
import { notesOf } from './notes';
import { keepLabels, withLabel } from './labelChoices';
import { resultName } from './resultName';
import type { ConsolidateState, Remark } from './state';

export class ConsolidateControl extends GivenUnits {
  /** A unit is as if it had not been given, or is given again. */
  readonly takeOut = (unit: TakenUnit, isOut: boolean): Promise<void> =>
    this.change(() => ({ type: 'takenOut', place: placeOf(unit), isOut }));

  /** A unit of the set has sent a corrected file, which takes the place of the other. */
  readonly replaceFile = (unit: TakenUnit, chosen: ChosenFile): Promise<void> =>
    this.pane.run('consolidate', async () => {
      if (this.isAtWork) return;
      const { given, decisions } = this.store.get();
      const before = given.files.find(({ units }) => units.some((one) => one.unit.id === unit.id));
      // Others of its file stay as they are; then the corrected one is a file of its own.
      const isAlone = before?.units.length === 1;
      const key = isAlone ? before.key : this.newKey();
      const file: GivenFile = { ...chosen, key };
      // What was said of the other's money says nothing of this one.
      const currencies = new Map(decisions.currencies);
      currencies.delete(unit.id);
      const taken = await this.takeOne(file, { ...this.options(), currencies });
      if (taken === null) return;
      const why = whyNotReplaced(unit, taken);
      if (why !== null) {
        this.remark({ kind: 'fileNotReplaced', why });
        return;
      }
      this.files.set(key, file);
      this.store.send({ type: 'reported', report: null });
      this.store.send({ type: 'fileTaken', file: taken });
      if (!isAlone) await this.takeOut(unit, true);
      if (decisions.currencies.has(unit.id)) this.decide({ currencies });
      // That the other counted in spite of its errors says nothing of this one.
      const { includeErrors } = decisions;
      if (includeErrors !== 'all' && includeErrors.has(unit.id)) this.include([unit.id], false);
      // Nor does it say of other figures whether they are a sum's.
      this.sayCounts([unit.id], null);
      await this.endReading();
      const [one] = taken.units;
      if (one !== undefined) void this.openUnit(one.unit.id);
      this.remark({ kind: 'fileReplaced', file: taken.name });
    });

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
    await this.change(() => {
      const labels = withLabel(this.store.get().decisions.labels, label, meaning);
      keepLabels(this.pane.ports.local, labels);
      return { type: 'decided', change: { labels } };
    });
    await this.takeAnew(({ ownCheck }) =>
      ownCheck.unknownLabels.some((own) => normaliseLabel(own.label) === normaliseLabel(label)),
    );
  };

  /** Says in which money the figures of units are whose tables do not say, or that nobody knows. */
  readonly chooseCurrency = async (
    units: readonly TakenUnit[],
    currency: CurrencyUnit | null,
  ): Promise<void> => {
    const places = new Set(units.map(placeOf));
    await this.change(() => {
      const currencies = new Map(this.store.get().decisions.currencies);
      for (const place of places) {
        if (currency === null) currencies.delete(place);
        else currencies.set(place, currency);
      }
      return { type: 'decided', change: { currencies } };
    });
    await this.takeAnew((unit) => places.has(placeOf(unit)));
  };

  /** The list of units is what is selected in the workbook. */
  readonly expectSelection = (): Promise<void> =>
    this.pane.run('consolidate', async () => {
      const read = await this.pane.ports.workbook.readSelection();
      if (!read.ok) {
        this.fail(read.fault);
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
    const file = entry === undefined ? undefined : this.files.get(entry.key);
    if (unit === undefined || file === undefined) return;
    this.store.send({ type: 'reported', report: { kind: 'reading', unit: id } });
    const read = await this.pane.ports.files.readReport(file, unit.pair, this.options());
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
      if (this.store.get().given.own !== null && !(await this.takeOwn())) return;
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
      if (!(await this.isOwnAsPreviewed())) return;
      const result = { ...view.result, reportingUnit: resultName(state, this.language) };
      const notes = notesOf({ ...state, judged, checkedWith }, result, this.language);
      const outcome = await this.inserting((progress) =>
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
      const one = await this.takeOne({ ...chosen, key: 'replacement' });
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
      this.fail(read.fault);
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
        const inserted = await this.inserting((progress) =>
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
