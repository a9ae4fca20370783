/**
 * What happens when the user explains warnings: what is being written beside which item, and what is kept in the
 * workbook then?
 */
import type { ExplainOutcome } from '../../../application/explain';
import { listedItems } from '../../../application/report/listedItems';
import type { ReportedExplanations } from '../../../application/report/report';
import type { Finding } from '../../../domain/finding';
import type { HostFault } from '../../../domain/fault';
import type { Result } from '../../../domain/result';
import { success } from '../../../domain/result';
import type { Explanation, StoredExplanations } from '../../../domain/submission/kept';
import type { ExplainingAct } from '../../../wording/explaining';
import type { Engine } from '../../control/engine';
import type { PaneControl } from '../../control/PaneControl';
import type { PaneShared } from '../../PaneContext';
import { lastReport, noFilter } from '../../state/paneState';
import type { WriteControl } from '../../writing/WriteControl';
import { firstStop } from '../list/stops';

/** Words that are being written, and the findings that they are for. */
export interface Draft {
  /** Ids of the findings that they may be for. */
  readonly findings: readonly string[];
  /** Those that they are for. */
  readonly chosen: ReadonlySet<string>;
  readonly text: string;
}

/** One for each pane, made when there is first something to explain. */
const controls = new WeakMap<PaneControl, ExplainControl>();

export function explainingOf({
  control,
  writing,
}: Pick<PaneShared, 'control' | 'writing'>): ExplainControl {
  let own = controls.get(control);
  if (own === undefined) {
    own = new ExplainControl(control, writing);
    controls.set(control, own);
  }
  return own;
}

export class ExplainControl {
  /** By the item's key; they outlive a check, and a look at another page. */
  readonly #drafts = new Map<string, Draft>();
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly pane: PaneControl,
    private readonly writing: WriteControl,
  ) {}

  readonly draftOf = (item: string): Draft | null => this.#drafts.get(item) ?? null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to write beside an item, for all of the findings. */
  begin(item: string, findings: readonly Finding[], text = ''): void {
    const ids = findings.map(({ id }) => id);
    this.#put(item, { findings: ids, chosen: new Set(ids), text });
  }

  change(item: string, change: Partial<Pick<Draft, 'chosen' | 'text'>>): void {
    const draft = this.#drafts.get(item);
    if (draft !== undefined) this.#put(item, { ...draft, ...change });
  }

  cancel(item: string): void {
    this.#drafts.delete(item);
    this.#tell();
  }

  /** Goes to the item that tells of a finding, on the page of the check, and begins to write beside it. */
  ask(finding: Finding): Promise<void> {
    const { store } = this.pane;
    const report = lastReport(store.get().check);
    const unit = report?.units.find(({ number }) => number === finding.pair);
    const items = unit === undefined ? [] : listedItems(unit.items, noFilter);
    const item = items.find(({ findings }) => findings.some(({ id }) => id === finding.id));
    store.send({ type: 'pageOpened', page: 'check' });
    if (unit === undefined || item === undefined) return Promise.resolve();
    store.send({ type: 'filtered', change: noFilter });
    const text = report?.explained.byFinding.get(finding.id)?.explanation.text;
    if (!this.#drafts.has(item.key)) this.begin(item.key, [finding], text);
    const stop = firstStop({ id: unit.tables.id, items }, item);
    return stop === null ? Promise.resolve() : this.pane.visit(stop);
  }

  /** Keeps the words of a draft beside its findings. */
  save(item: string): Promise<void> {
    const draft = this.#drafts.get(item);
    if (draft === undefined) return Promise.resolve();
    const { chosen, text } = draft;
    return this.#run('written', async (engine) => {
      const done = await this.#write(engine, chosen, () => text);
      if (done.outcome.ok && done.outcome.value.kind === 'kept') this.cancel(item);
      return done;
    });
  }

  /** What was said still holds, for the figures as they are now. */
  confirm(findings: readonly Finding[]): Promise<void> {
    return this.#run('confirmed', (engine) => {
      const { byFinding } = this.#explained;
      const ids = new Set(findings.map(({ id }) => id).filter((id) => byFinding.has(id)));
      return this.#write(engine, ids, ({ id }) => byFinding.get(id)?.explanation.text ?? '');
    });
  }

  remove(explanations: readonly Explanation[]): Promise<void> {
    return this.#run('removed', async (engine) => {
      const { workbook } = this.pane.ports;
      const outcome = await engine.removeExplanations(workbook, this.writing.log, explanations);
      return { outcome, count: explanations.length };
    });
  }

  get #explained(): ReportedExplanations {
    const report = lastReport(this.pane.store.get().check);
    return report?.explained ?? { byFinding: new Map(), gone: [], unreadable: null };
  }

  /** Writes beside those of the findings that are still there, with the figures of the newest check. */
  async #write(
    engine: Engine,
    ids: ReadonlySet<string>,
    textOf: (finding: Finding) => string,
  ): Promise<Done> {
    const { lastCheck, ports, store } = this.pane;
    const { unreadable } = this.#explained;
    // What stands there is not known, and is not to be written over.
    if (unreadable !== null) {
      return { outcome: success({ kind: 'unreadable', why: unreadable }), count: 0 };
    }
    const check = lastCheck ?? { views: [], findings: [], round: store.get().preferences.round };
    const answers = check.findings
      .filter(({ id }) => ids.has(id))
      .map((finding) => ({ finding, text: textOf(finding) }));
    const { log } = this.writing;
    const outcome = await engine.writeExplanations(
      ports.workbook,
      log,
      check,
      this.#explained,
      answers,
    );
    return { outcome, count: answers.length };
  }

  #run(act: ExplainingAct, work: (engine: Engine) => Promise<Done>): Promise<void> {
    return this.pane.run('explain', async (engine) => {
      const { outcome, count } = await work(engine);
      this.writing.showUndo();
      const { store } = this.pane;
      if (!outcome.ok) {
        store.send({ type: 'failed', task: 'explain', fault: outcome.fault });
        return;
      }
      const { value } = outcome;
      this.pane.takeExplanations(storedAfter(value), engine);
      if (value.kind === 'unreadable') {
        const fault = { code: 'explanationsUnreadable' } as const;
        store.send({ type: 'failed', task: 'explain', fault });
      } else
        store.send({ type: 'done', deed: { kind: 'explained', act, count, undo: value.undo } });
    });
  }

  #put(item: string, draft: Draft): void {
    this.#drafts.set(item, draft);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What came of it, and for how many findings. */
interface Done {
  readonly outcome: Result<ExplainOutcome, HostFault>;
  readonly count: number;
}

function storedAfter(outcome: ExplainOutcome): StoredExplanations {
  return outcome.kind === 'kept'
    ? { kind: 'read', explanations: outcome.explanations }
    : { kind: 'unreadable', why: outcome.why };
}
