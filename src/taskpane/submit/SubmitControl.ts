/**
 * What happens when the user wants to submit: everything is looked at anew, and what stands in the way is told
 * with its next step? What was found holds until anything is done or edited.
 */
import { listedItems } from '../../application/report/listedItems';
import type { ReportItem } from '../../application/report/reportItem';
import type { UnitReport } from '../../application/report/report';
import type { GivenFile } from '../../application/takenFile';
import { putReport, removeReports } from '../../application/reportSheet';
import { inTheWay, leftToLookAt } from '../../application/readyToSubmit';
import { submissionReport } from '../../application/submissionReport';
import type { HostFault } from '../../domain/fault';
import type { Finding } from '../../domain/finding';
import type { Language } from '../../wording/language';
import { reportSheetNames, reportSheetRows } from '../../wording/reportSheet';
import type { SetBeside } from '../check/besides';
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
    pane.onSaved(this.#lookAgain);
  }

  /** 提交前检查: reads and checks everything, and lists what stands in the way. */
  readonly check = (): Promise<void> =>
    this.pane.run('submit', async (engine) => {
      await this.#check(engine);
    });

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

  /** Reads the workbook of the round before and compares with it. */
  readonly compareWithFile = (chosen: Omit<GivenFile, 'key'>): Promise<void> =>
    this.pane.run('lastRound', async (engine) => {
      const { name } = chosen;
      const read = await this.pane.ports.files.readLastRound({ ...chosen, key: name });
      if (!read.ok) {
        this.store.change({ lastRoundFault: { name, fault: read.fault } });
        return;
      }
      await this.#setBeside(engine, { kind: 'file', name, ...read.value, round: null });
    });

  /** Compares with this workbook's own tables of an earlier year. */
  readonly compareWithYear = (year: number): Promise<void> =>
    this.setLastRound({ kind: 'thisWorkbook', year, round: null });

  /** Compares with another round, or with none any more. */
  readonly setLastRound = (beside: SetBeside | null): Promise<void> =>
    this.pane.run('lastRound', (engine) => this.#setBeside(engine, beside));

  async #setBeside(engine: Engine, beside: SetBeside | null): Promise<void> {
    this.store.change({ beside, lastRoundFault: null });
    this.pane.setBeside(beside);
    await this.pane.checkNow(engine, 'leave');
    const { check } = this.pane.store.get();
    if (check.kind !== 'failed') return;
    const { fault } = check;
    this.pane.store.send({ type: 'failed', task: 'lastRound', fault });
  }

  /** Looks at everything anew and writes the 审核报告 to a sheet, in the place of an earlier one. */
  readonly makeReport = (language: Language): Promise<void> =>
    this.pane.run('reportSheet', async (engine) => {
      if (!(await this.#check(engine))) return;
      const { ports, store, lastCheck } = this.pane;
      const { readiness } = this.store.get();
      if (readiness === null || lastCheck === null) return;
      const { report } = readiness;
      if (report.units.length === 0) {
        store.send({ type: 'done', deed: { kind: 'noTable' } });
        return;
      }
      const told = submissionReport(lastCheck, report, readiness, this.pane.settings);
      const rows = reportSheetRows(told, language);
      const name = reportSheetNames[language];
      const outcome = await putReport(ports.workbook, this.writing.log, name, rows);
      this.writing.showUndo();
      if (!outcome.ok) {
        const { fault, left } = outcome.fault;
        const aftermath = { kind: 'inserting', left } as const;
        store.send({ type: 'failed', task: 'reportSheet', fault, aftermath });
        return;
      }
      await ports.workbook.goTo({ sheet: outcome.value.sheet, cell: 'A1' });
      store.send({ type: 'done', deed: { kind: 'reported', outcome: outcome.value } });
    });

  /** Writes the 审核报告 anew, and looks again. */
  readonly remakeReport = async (language: Language): Promise<void> => {
    await this.makeReport(language);
    await this.check();
  };

  /** Takes the 审核报告 away. */
  readonly removeReport = (): Promise<void> =>
    this.pane.run('reportSheet', async () => {
      const { ports, store } = this.pane;
      const removed = await removeReports(ports.workbook, this.writing.log);
      this.writing.showUndo();
      if (!removed.ok) store.send({ type: 'failed', task: 'reportSheet', fault: removed.fault });
      else store.send({ type: 'done', deed: { kind: 'reportsRemoved', reports: removed.value } });
    });

  /** False where it could not be found out, which is said. */
  async #check(engine: Engine): Promise<boolean> {
    await this.pane.checkNow(engine, 'leave');
    const { workbook, clock } = this.pane.ports;
    const { check } = this.pane.store.get();
    if (check.kind !== 'made') {
      this.#fail(check.kind === 'failed' ? check.fault : { code: 'busy' });
      return false;
    }
    const marks = await workbook.findMarks();
    const saved = marks.ok ? await workbook.isSaved() : marks;
    if (!marks.ok || !saved.ok) {
      if (!saved.ok) this.#fail(saved.fault);
      return false;
    }
    const { report } = check;
    const { marked, unreadable } = marks.value;
    const obstacles = inTheWay({
      report,
      workbook: this.pane.checkedWorkbook,
      markedSheets: marked.length === 0 && unreadable.length > 0 ? null : marked,
      isSaved: saved.value,
    });
    const at = clock.now();
    const left = leftToLookAt({ report, workbook: this.pane.checkedWorkbook });
    this.store.change({ readiness: { report, obstacles, left, at, freshness: 'current' } });
    // What was edited while the rest was looked at is not in it.
    this.#lookWhetherOutdated();
    return true;
  }

  /** Nothing is known of the workbook as it is now. */
  #fail(fault: HostFault): void {
    this.#markOutdated();
    this.pane.store.send({ type: 'failed', task: 'submit', fault });
  }

  /** After saving: what was found unsaved is looked at anew. */
  readonly #lookAgain = (): void => {
    const { readiness } = this.store.get();
    if (readiness?.obstacles.some(({ code }) => code === 'notSaved') !== true) return;
    this.#markOutdated();
    void this.check();
  };

  readonly #lookWhetherOutdated = (): void => {
    const { busy, check } = this.pane.store.get();
    const isChanging = busy !== null && !harmless.includes(busy);
    if (
      isChanging ||
      !isCurrent(check) ||
      lastReport(check) !== this.store.get().readiness?.report
    ) {
      this.#markOutdated();
    }
  };

  #markOutdated(): void {
    const { readiness } = this.store.get();
    if (readiness === null || readiness.freshness === 'outdated') return;
    this.store.change({ readiness: { ...readiness, freshness: 'outdated' } });
  }
}
