/** What of ours is in the workbook, as 设置 shows it, and what happens when the user has it removed? */
import type { BelongingKind, BelongingLook, BelongingPorts } from '../../application/belongings';
import { belongingKinds, lookForBelongings, removeBelongings } from '../../application/belongings';
import { noExplanations } from '../../domain/submission/kept';
import type { Engine } from '../control/engine';
import type { PaneControl } from '../control/PaneControl';
import type { PaneShared } from '../PaneContext';
import type { WriteControl } from '../writing/WriteControl';

/** One for each pane, made when the page is first opened. */
const controls = new WeakMap<PaneControl, BelongingsControl>();

export function belongingsOf({
  control,
  writing,
}: Pick<PaneShared, 'control' | 'writing'>): BelongingsControl {
  let own = controls.get(control);
  if (own === undefined) {
    own = new BelongingsControl(control, writing);
    controls.set(control, own);
  }
  return own;
}

export class BelongingsControl {
  /** Null before anything was looked for. */
  #looks: readonly BelongingLook[] | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly pane: PaneControl,
    private readonly writing: WriteControl,
  ) {}

  readonly get = (): readonly BelongingLook[] | null => this.#looks;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks for everything, in its turn. */
  readonly look = (): Promise<void> => this.pane.aside(() => this.#look());

  /** Takes kinds away, and says what came of it. */
  readonly remove = (kinds: readonly BelongingKind[]): Promise<void> =>
    this.pane.run('belongings', async (engine) => {
      const { log, pane } = this.writing;
      const before = log.latest()?.id;
      const fault = await removeBelongings(this.#ports, kinds);
      this.writing.showUndo();
      await this.#look();
      this.#tellReport(engine);
      if (fault !== null) {
        pane.store.send({ type: 'failed', task: 'belongings', fault });
        return;
      }
      const isEmpty = this.#looks?.every(({ found }) => found.ok && found.value === null) === true;
      const deed = {
        kind: 'belongingsRemoved',
        kinds,
        left: isEmpty ? 'nothing' : 'others',
        undo: log.latest()?.id === before ? 'none' : 'possible',
      } as const;
      pane.store.send({ type: 'done', deed });
    });

  readonly removeAll = (): Promise<void> => this.remove(belongingKinds);

  get #ports(): BelongingPorts {
    const { workbook, document } = this.pane.ports;
    return {
      marks: {
        findMarks: () => workbook.findMarks(),
        clearMarks: this.pane.takeMarksOff,
      },
      explanations: workbook,
      document,
      sheets: workbook,
      log: this.writing.log,
    };
  }

  /** The report's findings are answered by what is kept now. */
  #tellReport(engine: Engine): void {
    const look = this.#looks?.find(({ kind }) => kind === 'explanations');
    if (look?.found.ok !== true) return;
    const there = look.found.value;
    const stored = there?.kind === 'explanations' ? there.stored : noExplanations;
    this.pane.takeExplanations(stored, engine);
  }

  async #look(): Promise<void> {
    this.#looks = await lookForBelongings(this.#ports);
    for (const listener of this.#listeners) listener();
  }
}
