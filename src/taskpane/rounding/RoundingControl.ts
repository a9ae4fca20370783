/** What happens when the user wants other units of money or fewer decimals: preview, then new sheets or in place? */
import type { RoundingPreview, RoundingWish } from '../../application/roundTables';
import type { Engine } from '../control/engine';
import { lastReport } from '../state/paneState';
import type { WriteControl } from '../writing/WriteControl';

export class RoundingControl {
  constructor(readonly writing: WriteControl) {}

  /** Rounds one return in memory and shows what would become of it. */
  readonly preview = (wish: RoundingWish): Promise<void> =>
    this.#pane.run('roundAmounts', (engine) => this.#preview(engine, wish));

  /** Inserts the rounded tables as new sheets. */
  readonly toNewSheets = (preview: RoundingPreview): Promise<void> =>
    this.#pane.run('roundAmounts', async (engine) => {
      const { ports, store } = this.#pane;
      const outcome = await engine.roundToNewSheets(ports.workbook, this.writing.log, preview);
      this.writing.showUndo();
      if (!outcome.ok) {
        const { fault, left } = outcome.fault;
        const aftermath = { kind: 'inserting', left } as const;
        store.send({ type: 'failed', task: 'roundAmounts', fault, aftermath });
        return;
      }
      store.send({ type: 'roundingPreviewed', preview: null });
      const { sheets, pages } = outcome.value;
      const [sheet] = sheets;
      if (sheet !== undefined) await ports.workbook.goTo({ sheet, cell: 'A1' });
      await this.#checkIfChecked(engine);
      store.send({ type: 'done', deed: { kind: 'inserted', sheets, pages } });
    });

  /** Writes the rounded figures where the tables stand, all or none. */
  readonly inPlace = (preview: RoundingPreview): Promise<void> =>
    this.#pane.run('roundAmounts', async (engine) => {
      const { ports, store } = this.#pane;
      const outcome = await engine.roundInPlace(ports.workbook, this.writing.log, preview);
      this.writing.showUndo();
      if (!outcome.ok) {
        const { fault, progress } = outcome.fault;
        if (progress.kind !== 'asBefore') await this.#checkIfChecked(engine);
        const aftermath = { kind: 'writing', progress } as const;
        store.send({ type: 'failed', task: 'roundAmounts', fault, aftermath });
        return;
      }
      if (outcome.value.kind === 'changedSince') await this.#preview(engine, preview.wish);
      else {
        store.send({ type: 'roundingPreviewed', preview: null });
        await this.#checkIfChecked(engine);
      }
      store.send({ type: 'done', deed: { kind: 'roundedInPlace', outcome: outcome.value } });
    });

  get #pane() {
    return this.writing.pane;
  }

  async #preview(engine: Engine, wish: RoundingWish): Promise<void> {
    const { ports, store } = this.#pane;
    const made = await engine.previewRounding(ports.workbook, wish);
    if (!made.ok) {
      store.send({ type: 'failed', task: 'roundAmounts', fault: made.fault });
      return;
    }
    store.send({ type: 'roundingPreviewed', preview: made.value });
    if (made.value === null) store.send({ type: 'done', deed: { kind: 'noTable' } });
  }

  /** Only a workbook that was checked before is checked again by itself. */
  async #checkIfChecked(engine: Engine): Promise<void> {
    const { store } = this.#pane;
    if (lastReport(store.get().check) !== null) await this.#pane.checkNow(engine, 'leave');
  }
}
