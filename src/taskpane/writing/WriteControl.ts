/**
 * What happens when the user wants something written: preview, choose, write, undo? After every write
 * the workbook is checked again.
 */
import type { CellReference } from '../../application/cellContent';
import type { CellsToCorrect } from '../../application/report/reportItem';
import type { InsertFailure, InsertOutcome } from '../../application/insertTemplate';
import type { UndoOutcome } from '../../application/undo';
import type { UndoLog } from '../../application/undoLog';
import type { HostFault } from '../../domain/fault';
import type { ChangePlan } from '../../domain/fill/plannedChange';
import type { Finding } from '../../domain/finding';
import type { Result } from '../../domain/result';
import type { TemplateOptions } from '../../domain/template/standardTemplate';
import type { Engine } from '../control/engine';
import { isCurrent, lastReport } from '../state/paneState';
import type { Deed, PlannedAct, Preview } from '../state/paneState';
import type { PaneControl } from '../control/PaneControl';
import { plannedActs } from './plannedActs';

export class WriteControl {
  constructor(
    readonly pane: PaneControl,
    readonly log: UndoLog,
  ) {
    this.showUndo();
  }

  /** Plans the totals of all pairs, or of one, and shows the plan. */
  readonly previewFill = (pair: number | null): Promise<void> =>
    this.pane.run('fill', async (engine) => {
      const { workbook } = this.pane.ports;
      const mode = this.pane.store.get().preferences.fillMode;
      const planned = await engine.previewFill(workbook, { mode, pair });
      this.pane.store.send({ type: 'pageOpened', page: 'fill' });
      const hasTables = !planned.ok || planned.value.pairs > 0;
      this.#show('fill', planned, { kind: hasTables ? 'nothingToFill' : 'noTable' });
    });

  /** Plans the corrections of findings and shows the plan. */
  readonly previewCorrections = (findings: readonly Finding[]): Promise<void> =>
    this.pane.run('correct', async (engine) => {
      if (await this.#checkedAnew(engine)) return;
      const mode = this.pane.store.get().preferences.fillMode;
      const { ports, checkedWorkbook } = this.pane;
      const planned = await engine.withoutUnwritable(
        ports.workbook,
        engine.previewCorrections(checkedWorkbook, findings, mode),
      );
      this.#show('correct', planned, { kind: 'nothingToCorrect' });
    });

  /** Plans that texts become numbers, in a unit that the user chooses where another is written, so that totals can add them. */
  readonly previewParts = (cells: readonly CellReference[]): Promise<void> =>
    this.pane.run('correct', async (engine) => {
      await this.pane.checkNow(engine, 'leave');
      const { check } = this.pane.store.get();
      if (check.kind !== 'made') return;
      const wanted = new Set(cells.map(({ sheet, cell }) => `${sheet}!${cell}`));
      const found = check.report.units
        .flatMap(({ findings }) => findings)
        .filter(
          ({ detail }) =>
            detail.kind === 'content' &&
            (detail.problem === 'textNumber' || detail.problem === 'otherUnit') &&
            wanted.has(`${detail.place.sheet}!${detail.place.cell}`),
        );
      const { ports, checkedWorkbook } = this.pane;
      const planned = await engine.withoutUnwritable(
        ports.workbook,
        engine.previewCorrections(checkedWorkbook, found, 'values'),
      );
      // Texts were asked for together, and no figure changes; which unit is meant only the user knows.
      const isSure = found.every(
        ({ detail }) => detail.kind === 'content' && detail.problem === 'textNumber',
      );
      const all = planned.ok && isSure ? new Set(planned.value.changes.keys()) : undefined;
      this.#show('correct', planned, { kind: 'nothingToCorrect' }, all);
    });

  /** Plans what an explanation proposes and shows the plan. */
  readonly previewExplanation = (one: CellsToCorrect): Promise<void> => this.previewAll([one]);

  /**
   * Plans several corrections at once. One of which a cell cannot be written is shown and not chosen: half
   * of it would explain nothing.
   *
   * @param texts findings of figures held as text, to become the numbers that they are
   */
  readonly previewAll = (
    all: readonly CellsToCorrect[],
    texts: readonly Finding[] = [],
  ): Promise<void> =>
    this.pane.run('correct', async (engine) => {
      if (await this.#checkedAnew(engine)) return;
      const corrections = all.flatMap((one) => one.corrections);
      const { ports, checkedWorkbook, store } = this.pane;
      const plans = [
        engine.previewCellCorrections(checkedWorkbook, corrections),
        engine.previewCorrections(checkedWorkbook, texts, 'values'),
      ];
      const planned = await engine.withoutUnwritable(ports.workbook, {
        changes: plans.flatMap(({ changes }) => changes),
        blocked: plans.flatMap(({ blocked }) => blocked),
      });
      if (!planned.ok) {
        store.send({ type: 'failed', task: 'correct', fault: planned.fault });
        return;
      }
      const acts = plannedActs(all, planned.value, lastReport(store.get().check)?.units ?? []);
      const halves = new Set(acts.flatMap(({ blocked, writes }) => (blocked > 0 ? writes : [])));
      const chosen = [...planned.value.changes.keys()].filter((at) => !halves.has(at));
      this.#show('correct', planned, { kind: 'nothingToCorrect' }, new Set(chosen), acts);
    });

  readonly choose = (chosen: ReadonlySet<number>): void => {
    this.pane.store.send({ type: 'chose', chosen });
  };

  readonly cancel = (): void => {
    this.pane.store.send({ type: 'previewed', preview: null });
  };

  /** Makes the chosen writes, reads back, checks again, and says what came of it. */
  readonly write = (): Promise<void> => {
    const { preview } = this.pane.store.get();
    if (preview === null) return Promise.resolve();
    return this.pane.run(preview.command, async (engine) => {
      const chosen = preview.plan.changes.filter((_, index) => preview.chosen.has(index));
      const write = preview.command === 'fill' ? engine.fillTotals : engine.correctFindings;
      const outcome = await write(this.pane.ports.workbook, this.log, chosen);
      this.showUndo();
      const { store } = this.pane;
      if (!outcome.ok) {
        const { fault, progress } = outcome.fault;
        await this.#checkIfChanged(engine, progress.kind !== 'asBefore');
        store.send({
          type: 'failed',
          task: preview.command,
          fault,
          aftermath: { kind: 'writing', progress },
        });
        return;
      }
      store.send({ type: 'previewed', preview: null });
      await this.pane.checkNow(engine, 'leave');
      const { check } = store.get();
      const errors = isCurrent(check) ? (lastReport(check)?.counts.error ?? null) : null;
      store.send({ type: 'done', deed: { kind: 'written', outcome: outcome.value, errors } });
    });
  };

  /** Inserts the official tables as new sheets. */
  readonly insertTemplate = (options: TemplateOptions): Promise<void> =>
    this.pane.run('template', async (engine) => {
      const { workbook } = this.pane.ports;
      const outcome = await engine.insertTemplate(workbook, this.log, options);
      await this.tellInserted('template', outcome);
    });

  /** Says what came of an insertion of sheets, by a task that is still running, and shows the first of them. */
  async tellInserted(
    task: 'template' | 'consolidate',
    outcome: Result<InsertOutcome, InsertFailure>,
  ): Promise<void> {
    this.showUndo();
    const { ports, store } = this.pane;
    if (!outcome.ok) {
      const { fault, left } = outcome.fault;
      store.send({ type: 'failed', task, fault, aftermath: { kind: 'inserting', left } });
      return;
    }
    const { sheets, pages } = outcome.value;
    const [sheet] = sheets;
    // The user wants to fill it in, or to look at it.
    const shown = sheet ? await ports.workbook.goTo({ sheet, cell: 'A1' }) : null;
    if (shown?.ok === false) {
      const aftermath = { kind: 'inserted', sheets, pages } as const;
      store.send({ type: 'failed', task: 'goTo', fault: shown.fault, aftermath });
    } else store.send({ type: 'done', deed: { kind: 'inserted', sheets, pages } });
  }

  /** Takes back the last write. */
  readonly undo = (): Promise<void> =>
    this.pane.run('undo', async (engine) => {
      const outcome = await engine.undoLast(this.pane.ports.workbook, this.log);
      this.showUndo();
      const { store } = this.pane;
      if (outcome === null) {
        store.send({ type: 'done', deed: { kind: 'nothingToUndo' } });
      } else if (outcome.ok) {
        await this.#lookAgain(engine, outcome.value);
        store.send({ type: 'done', deed: { kind: 'undone', outcome: outcome.value } });
      } else {
        const { fault, progress } = outcome.fault;
        store.send({
          type: 'failed',
          task: 'undo',
          fault,
          ...(progress.kind === 'asBefore' ? {} : { aftermath: { kind: 'writing', progress } }),
        });
      }
    });

  /** Deletes what undo keeps on this machine. */
  readonly forgetUndo = (): void => {
    this.log.forgetAll();
    this.showUndo();
    this.pane.store.send({ type: 'done', deed: { kind: 'undoForgotten' } });
  };

  /** Tells which write can be undone now. */
  showUndo(): void {
    this.pane.store.send({ type: 'undoKnown', record: this.log.latest() });
  }

  #show(
    command: Preview['command'],
    planned: Result<ChangePlan, HostFault>,
    nothing: Deed,
    chosen?: ReadonlySet<number>,
    acts: readonly PlannedAct[] = [],
  ): void {
    const { store } = this.pane;
    if (!planned.ok) {
      store.send({ type: 'failed', task: command, fault: planned.fault });
      return;
    }
    const plan = planned.value;
    if (plan.changes.length === 0 && plan.blocked.length === 0) {
      store.send({ type: 'previewed', preview: null });
      store.send({ type: 'done', deed: nothing });
      return;
    }
    const preselected = plan.changes.flatMap((write, index) => (write.preselected ? [index] : []));
    const preview = { command, plan, acts, chosen: chosen ?? new Set(preselected) };
    store.send({ type: 'previewed', preview });
  }

  /**
   * True where the findings were older than the workbook, whose cells may stand elsewhere by now: it
   * is checked again instead of being written.
   */
  async #checkedAnew(engine: Engine): Promise<boolean> {
    if (this.pane.isCurrent) return false;
    await this.pane.checkNow(engine, 'leave');
    const { store } = this.pane;
    if (store.get().check.kind === 'made') {
      store.send({ type: 'done', deed: { kind: 'checkedInstead' } });
    }
    return true;
  }

  /** After explanations were taken back the figures are as they were. */
  async #lookAgain(engine: Engine, { record, explanations }: UndoOutcome): Promise<void> {
    const isOfWordsOnly = record.cells.length + record.sheets.length === 0;
    if (isOfWordsOnly && explanations.kept !== null) {
      this.pane.takeExplanations({ kind: 'read', explanations: explanations.kept }, engine);
    } else await this.#checkIfChanged(engine, true);
  }

  /** Only a workbook that was checked before is checked again by itself. */
  async #checkIfChanged(engine: Engine, changed: boolean): Promise<void> {
    const isChecked = lastReport(this.pane.store.get().check) !== null;
    if (changed && isChecked) await this.pane.checkNow(engine, 'leave');
  }
}
