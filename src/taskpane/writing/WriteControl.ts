/**
 * What happens when the user wants something written: preview, choose, write, undo? After every write
 * the workbook is checked again.
 */
import type { UndoLog } from '../../application/undoLog';
import type { HostFault } from '../../domain/fault';
import type { WritePlan } from '../../domain/fill/plannedWrite';
import type { Finding } from '../../domain/finding';
import type { Result } from '../../domain/result';
import type { PairExplanation } from '../../domain/rules/diagnosePairs';
import type { TemplateOptions } from '../../domain/template/standardTemplate';
import type { Language } from '../../wording/language';
import type { Engine } from '../control/engine';
import type { Preview } from '../state/paneState';
import type { PaneControl } from '../control/PaneControl';

export class WriteControl {
  constructor(
    readonly pane: PaneControl,
    readonly log: UndoLog,
    readonly language: Language,
  ) {
    this.#showUndo();
  }

  /** Plans the totals of all pairs, or of one, and shows the plan. */
  readonly previewFill = (pair: number | null): Promise<void> =>
    this.pane.wish('fill', async (engine) => {
      const { workbook } = this.pane.ports;
      const mode = this.pane.store.get().preferences.fillMode;
      const planned = await engine.previewFill(workbook, { mode, pair });
      this.pane.store.send({ type: 'pageOpened', page: 'fill' });
      const none =
        planned.ok && planned.value.pairs === 0
          ? engine.writingTexts(this.language).fill.noTable
          : engine.writingTexts(this.language).fill.nothing;
      this.#show('fill', planned, none);
    });

  /** Plans the corrections of findings and shows the plan. */
  readonly previewCorrections = (findings: readonly Finding[]): Promise<void> =>
    this.pane.wish('correct', async (engine) => {
      if (await this.#checkedAnew(engine)) return;
      const mode = this.pane.store.get().preferences.fillMode;
      const planned = await engine.previewCorrections(this.pane.ports.workbook, findings, mode);
      this.#show('correct', planned, engine.writingTexts(this.language).correct.nothing);
    });

  /** Plans what an explanation of a diagnosis proposes and shows the plan. */
  readonly previewExplanation = ({ corrections }: PairExplanation): Promise<void> =>
    this.pane.wish('correct', async (engine) => {
      if (await this.#checkedAnew(engine)) return;
      const proposals = corrections.map(({ place, proposed, wrongFormula }) => ({
        sheet: place.sheet,
        cell: place.cell,
        value: proposed,
        wrongFormula,
      }));
      const planned = await engine.previewProposals(this.pane.ports.workbook, proposals);
      // Adopting an explanation means all of it: half a swap would explain nothing.
      const all = planned.ok ? planned.value.writes.map((_, index) => index) : [];
      this.#show(
        'correct',
        planned,
        engine.writingTexts(this.language).correct.nothing,
        new Set(all),
      );
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
    return this.pane.wish(preview.command, async (engine) => {
      const chosen = preview.plan.writes.filter((_, index) => preview.chosen.has(index));
      const write = preview.command === 'fill' ? engine.fillTotals : engine.correctFindings;
      const outcome = await write(this.pane.ports.workbook, this.log, chosen);
      this.#showUndo();
      const { store } = this.pane;
      if (!outcome.ok) {
        const { fault, stands } = outcome.fault;
        await this.#checkIfChanged(engine, stands.kind !== 'asBefore');
        store.send({
          type: 'failed',
          wish: preview.command,
          fault,
          more: engine.writingTexts(this.language).stands(stands),
        });
        return;
      }
      store.send({ type: 'previewed', preview: null });
      await this.pane.checkNow(engine);
      store.send({
        type: 'told',
        text: engine.writingTexts(this.language).written(outcome.value),
        ...(outcome.value.undo === null ? {} : { next: 'undo' }),
      });
    });
  };

  /** Inserts the official tables as new sheets. */
  readonly insertTemplate = (options: TemplateOptions): Promise<void> =>
    this.pane.wish('template', async (engine) => {
      const { ports, store } = this.pane;
      const outcome = await engine.insertTemplate(ports.workbook, this.log, options);
      this.#showUndo();
      if (outcome.ok) {
        const { sheets } = outcome.value;
        const text = engine.writingTexts(this.language).inserted(sheets);
        const [sheet] = sheets;
        // The user wants to fill it in.
        const shown = sheet ? await ports.workbook.goTo({ sheet, cell: 'A1' }) : null;
        if (shown?.ok === false) {
          store.send({ type: 'failed', wish: 'goTo', fault: shown.fault, more: text });
        } else {
          store.send({ type: 'told', text, next: 'undo' });
        }
        return;
      }
      const { fault, left } = outcome.fault;
      store.send({
        type: 'failed',
        wish: 'template',
        fault,
        more: engine.writingTexts(this.language).insertLeft(left),
      });
    });

  /** Takes back the last write. */
  readonly undo = (): Promise<void> =>
    this.pane.wish('undo', async (engine) => {
      const outcome = await engine.undoLast(this.pane.ports.workbook, this.log);
      this.#showUndo();
      const { store } = this.pane;
      if (outcome === null) {
        store.send({ type: 'told', text: engine.writingTexts(this.language).undo.nothing });
      } else if (outcome.ok) {
        await this.#checkIfChanged(engine, true);
        store.send({
          type: 'told',
          text: engine.writingTexts(this.language).undone(outcome.value),
        });
      } else {
        const { fault, stands } = outcome.fault;
        const more =
          stands.kind === 'asBefore'
            ? undefined
            : engine.writingTexts(this.language).stands(stands);
        store.send({
          type: 'failed',
          wish: 'undo',
          fault,
          ...(more === undefined ? {} : { more }),
        });
      }
    });

  /** Deletes what undo keeps on this machine. */
  readonly forgetUndo = (): void => {
    this.log.forgetAll();
    this.#showUndo();
    this.pane.store.send({ type: 'told', text: this.pane.texts.settings.undoForgotten });
  };

  #showUndo(): void {
    this.pane.store.send({ type: 'undoKnown', record: this.log.latest() });
  }

  #show(
    command: Preview['command'],
    planned: Result<WritePlan, HostFault>,
    none: string,
    chosen?: ReadonlySet<number>,
  ): void {
    const { store } = this.pane;
    if (!planned.ok) {
      store.send({ type: 'failed', wish: command, fault: planned.fault });
      return;
    }
    const plan = planned.value;
    if (plan.writes.length === 0 && plan.blocked.length === 0) {
      store.send({ type: 'previewed', preview: null });
      store.send({ type: 'told', text: none });
      return;
    }
    const preselected = plan.writes.flatMap((write, index) => (write.preselected ? [index] : []));
    const preview = { command, plan, chosen: chosen ?? new Set(preselected) };
    store.send({ type: 'previewed', preview });
  }

  /**
   * True where the findings were older than the workbook, whose cells may stand elsewhere by now: it
   * is checked again instead of being written.
   */
  async #checkedAnew(engine: Engine): Promise<boolean> {
    if (this.pane.isCurrent) return false;
    await this.pane.checkNow(engine);
    if (this.pane.store.get().check.failure === null) {
      const text = engine.writingTexts(this.language).correct.checkedAnew;
      this.pane.store.send({ type: 'told', text });
    }
    return true;
  }

  /** Only a workbook that was checked before is checked again by itself. */
  async #checkIfChanged(engine: Engine, changed: boolean): Promise<void> {
    if (changed && this.pane.store.get().check.report !== null) await this.pane.checkNow(engine);
  }
}
