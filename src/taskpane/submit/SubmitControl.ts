/**
 * What happens when the user wants to submit: everything is looked at anew, and what stands in the way is told
 * with its next step? What was found holds until anything is done or edited.
 */
import { explainedOf } from '../../application/report/makeReport';
import { listedItems } from '../../application/report/listedItems';
import type { ReportItem } from '../../application/report/reportItem';
import type { UnitReport, WorkbookReport } from '../../application/report/report';
import { inTheWay } from '../../application/readyToSubmit';
import type { HostFault } from '../../domain/fault';
import type { Finding } from '../../domain/finding';
import { stopsOf } from '../check/list/stops';
import type { Engine } from '../control/engine';
import type { PaneControl } from '../control/PaneControl';
import type { Task } from '../state/paneState';
import { isCurrent, lastReport, noFilter } from '../state/paneState';
import type { WriteControl } from '../writing/WriteControl';
import { SubmitStore } from './SubmitStore';

/** Tasks after which the workbook, its file and the marks in it are as before. */
const harmless: readonly Task[] = ['submit', 'goTo', 'listen'];

export class SubmitControl {
  readonly store = new SubmitStore();

  constructor(
    readonly pane: PaneControl,
    readonly writing: WriteControl,
  ) {
    pane.store.subscribe(this.#lookWhetherOutdated);
  }

  /** 提交前检查: reads and checks everything, and lists what stands in the way. */
  readonly check = (): Promise<void> => this.pane.run('submit', (engine) => this.#check(engine));

  /** Takes the marks off, and looks again. */
  readonly clearMarks = async (): Promise<void> => {
    await this.pane.clearMarks();
    await this.check();
  };

  /** Has the workbook worked out, and looks again. */
  readonly recalculate = async (): Promise<void> => {
    await this.pane.recalculate();
    await this.check();
  };

  /** Opens 校验 at an item, at the first cell of these findings. */
  readonly show = (unit: UnitReport, item: ReportItem, findings: readonly Finding[]) => {
    const listed = { id: unit.tables.id, items: listedItems(unit.items, noFilter) };
    const own = stopsOf(listed).filter(({ key }) => key === item.key);
    const wanted = new Set(
      findings.flatMap(({ sheet, cells }) => cells.map((cell) => `${sheet}!${cell}`)),
    );
    const stop =
      own.find(({ place }) => place !== null && wanted.has(`${place.sheet}!${place.cell}`)) ??
      own[0];
    this.pane.store.send({ type: 'pageOpened', page: 'check' });
    this.pane.store.send({ type: 'filtered', change: noFilter });
    return stop === undefined ? Promise.resolve() : this.pane.visit(stop);
  };

  async #check(engine: Engine): Promise<void> {
    await this.pane.checkNow(engine, 'leave');
    const { workbook, clock } = this.pane.ports;
    const { check } = this.pane.store.get();
    const { lastCheck } = this.pane;
    if (check.kind !== 'made' || lastCheck === null) {
      this.#fail(check.kind === 'failed' ? check.fault : { code: 'busy' });
      return;
    }
    const stored = await workbook.readExplanations();
    const marks = stored.ok ? await workbook.findMarks() : stored;
    const saved = marks.ok ? await workbook.isSaved() : marks;
    if (!stored.ok || !marks.ok || !saved.ok) {
      if (!saved.ok) this.#fail(saved.fault);
      return;
    }
    const report = { ...check.report, explained: explainedOf(lastCheck, stored.value) };
    const { marked, unreadable } = marks.value;
    const obstacles = inTheWay({
      report,
      workbook: this.pane.checkedWorkbook,
      markedSheets: marked.length === 0 && unreadable.length > 0 ? null : marked,
      isSaved: saved.value,
    });
    this.#checked = check.report;
    const at = clock.now();
    this.store.change({ readiness: { report, obstacles, at, freshness: 'current' } });
    // What was edited while the rest was looked at is not in it.
    this.#lookWhetherOutdated();
  }

  /** Nothing is known of the workbook as it is now. */
  #fail(fault: HostFault): void {
    this.#markOutdated();
    this.pane.store.send({ type: 'failed', task: 'submit', fault });
  }

  /** The pane's report that the last one was made of. */
  #checked: WorkbookReport | null = null;

  readonly #lookWhetherOutdated = (): void => {
    const { busy, check } = this.pane.store.get();
    const isChanging = busy !== null && !harmless.includes(busy);
    if (isChanging || !isCurrent(check) || lastReport(check) !== this.#checked) {
      this.#markOutdated();
    }
  };

  #markOutdated(): void {
    const { readiness } = this.store.get();
    if (readiness === null || readiness.freshness === 'outdated') return;
    this.store.change({ readiness: { ...readiness, freshness: 'outdated' } });
  }
}
