/**
 * Which figure of a result does the user look at, and what is it made of? Hears of selections while
 * its view is open; the workbook is read when a figure is asked for, and again after it was changed.
 */
import type { CellReference } from '../../application/cellContent';
import type { FigureTrace } from '../../application/consolidation/traceFigure';
import { inPieces } from '../../application/inPieces';
import { TraceableWorkbook } from '../../application/consolidation/traceFigure';
import type { Unsubscribe, WorkbookChange } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import type { Result } from '../../domain/result';
import type { PanePorts } from '../control/panePorts';
import type { PaneState } from '../state/paneState';
import type { PaneStore } from '../state/store';

export type TraceState =
  /** No result stands in the workbook, as far as is known. */
  | { readonly kind: 'none' }
  /** There is one; no figure of it was selected yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading' }
  /** `isOld`: the workbook was changed since it was read. */
  | { readonly kind: 'traced'; readonly trace: FigureTrace; readonly isOld: boolean }
  | { readonly kind: 'failed'; readonly fault: HostFault };

/** What was read of the workbook. */
interface Known {
  readonly traceable: TraceableWorkbook;
  /** Names of all its sheets. */
  readonly sheets: ReadonlySet<string>;
}

export class TraceControl {
  #state: TraceState = { kind: 'none' };
  readonly #listeners = new Set<() => void>();
  #known: Known | null = null;
  #asked: CellReference | null = null;
  #isReading = false;
  /** How often the workbook was changed. */
  #changes = 0;

  constructor(
    private readonly ports: Pick<PanePorts, 'workbook' | 'clock'>,
    private readonly pane: Pick<PaneStore, 'get' | 'subscribe'>,
  ) {}

  readonly get = (): TraceState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to listen, and looks whether there is a result; ended by the function returned. */
  readonly watch = (): (() => void) => {
    const subscriptions = [
      this.ports.workbook.onSelect((place) => void this.#selected(place)),
      this.ports.workbook.onChange((change) => {
        this.#changed(change);
      }),
    ];
    // What the pane itself writes is told by nobody.
    let before = this.pane.get();
    const stopHearing = this.pane.subscribe(() => {
      const now = this.pane.get();
      if (now.busy !== null) {
        if (before.busy === null) before = now;
        return;
      }
      if (before.busy !== null && hasWritten(before, now)) this.#changed({ kind: 'edited' });
      before = now;
    });
    this.#known = null;
    void this.#read();
    return () => {
      stopHearing();
      for (const subscription of subscriptions) void end(subscription);
    };
  };

  /** The figure is not wanted in sight any more. */
  readonly close = (): void => {
    this.#asked = null;
    this.#send({ kind: 'waiting' });
  };

  /** A cell was selected; a figure stays in sight until another one of a result is. */
  async #selected(place: CellReference): Promise<void> {
    this.#asked = place;
    const known = this.#known;
    const isNew = known !== null && !known.sheets.has(place.sheet);
    if (isNew) this.#known = null;
    else if (known !== null && !known.traceable.sheets.includes(place.sheet)) return;
    await this.#read();
  }

  /** Reads the workbook where that is due, then tells what the cell selected last is made of. */
  async #read(): Promise<void> {
    if (this.#isReading) return;
    if (this.#known === null) {
      this.#isReading = true;
      const isAsked = this.#asked !== null && this.#state.kind !== 'traced';
      if (isAsked) this.#send({ kind: 'reading' });
      const changesBefore = this.#changes;
      const read = await this.ports.workbook.readWorkbook();
      this.#isReading = false;
      // What was changed while it was read may be in it or not.
      if (this.#changes !== changesBefore) {
        await this.#read();
        return;
      }
      if (!read.ok) {
        this.#send({ kind: 'failed', fault: read.fault });
        return;
      }
      const sheets = new Set(read.value.sheets.map(({ name }) => name));
      this.#known = { traceable: new TraceableWorkbook(read.value), sheets };
    }
    const { traceable } = this.#known;
    if (this.#asked !== null) {
      this.#isReading = true;
      await inPieces(traceable.prepare(this.#asked), this.ports.clock);
      this.#isReading = false;
      if (!this.#isKnown(traceable)) {
        await this.#read();
        return;
      }
    }
    const trace = this.#asked === null ? null : traceable.trace(this.#asked);
    if (trace !== null) this.#send({ kind: 'traced', trace, isOld: false });
    else if (this.#state.kind !== 'traced') {
      this.#send({ kind: traceable.sheets.length === 0 ? 'none' : 'waiting' });
    }
  }

  /** False where the workbook was changed since. */
  #isKnown(traceable: TraceableWorkbook): boolean {
    return this.#known?.traceable === traceable;
  }

  #changed({ kind }: Pick<WorkbookChange, 'kind'>): void {
    if (kind === 'formatted') return;
    this.#changes += 1;
    this.#known = null;
    if (this.#state.kind === 'traced') this.#send({ ...this.#state, isOld: true });
  }

  #send(state: TraceState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a task of the pane, done or interrupted, has changed cells or sheets of the workbook. */
function hasWritten(before: PaneState, after: PaneState): boolean {
  const { notice } = after;
  const isInterrupted = notice?.kind === 'failed' && notice.aftermath !== null;
  if (before.busy === 'recalculate' || (isInterrupted && notice !== before.notice)) return true;
  if (before.undo?.id === after.undo?.id) return false;
  const written = before.busy === 'undo' ? before.undo : after.undo;
  return written !== null && written.cells.length + written.sheets.length > 0;
}

async function end(subscription: Promise<Result<Unsubscribe, HostFault>>): Promise<void> {
  const registered = await subscription;
  if (registered.ok) await registered.value();
}
