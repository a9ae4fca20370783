/** What was last checked: the figures as they were read, their report, and the marks in the sheets. */
import type { CheckReport } from '../../application/checkWorkbook';
import { marksOf, outdatedMarks } from '../../application/marks';
import type { Mark } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import type { WorkbookGrids } from '../../domain/grid';
import type { CheckSettings } from '../../domain/rules/settings';
import type { Result } from '../../domain/result';
import type { StoredExplanations } from '../../domain/submission/kept';
import { lastReport } from '../state/paneState';
import type { SetBeside } from './besides';
import { roundOfFile } from './besides';
import type { PaneStore } from '../state/store';
import type { Engine } from '../control/engine';
import type { PanePorts } from '../control/panePorts';

export class LastCheck {
  #workbook: WorkbookGrids | null = null;
  #check: CheckReport | null = null;
  #memory: InstanceType<Engine['CheckMemory']> | null = null;
  /** The marks that the sheets carry, and the figures for which; null where that is not known. */
  #marked: Marked | null = null;

  constructor(
    private readonly ports: Pick<PanePorts, 'workbook' | 'today'>,
    private readonly store: PaneStore,
  ) {}

  /** The figures that the report is about; null before the first check. */
  get workbook(): WorkbookGrids | null {
    return this.#workbook;
  }

  /** All that the check found out, and the report is made of; null before the first check. */
  get check(): CheckReport | null {
    return this.#check;
  }

  /** The round before, set beside the workbook for as long as the pane is there; null for none. */
  beside: SetBeside | null = null;

  /** What is checked, as it is chosen now; the round before apart. */
  get settings(): CheckSettings {
    const { round, strict, lowestExecutionRate } = this.store.get().preferences;
    return { round, strict, lowestExecutionRate, today: this.ports.today() };
  }

  /** Checks figures under the settings that are chosen now, and shows the report. */
  checkFigures(workbook: WorkbookGrids, engine: Engine): void {
    this.#workbook = workbook;
    this.#memory ??= new engine.CheckMemory();
    const check = engine.checkWorkbook(
      workbook,
      this.#withLastRound(workbook, engine, this.#memory),
      this.#memory,
    );
    this.#check = check;
    this.store.send({ type: 'checked', report: engine.reportOf(check) });
    this.#compareMarks();
  }

  /** These explanations are kept in the workbook now: shows the report's findings as answered by them. */
  takeExplanations(stored: StoredExplanations, engine: Engine): void {
    if (this.#workbook !== null) this.#workbook = { ...this.#workbook, explanations: stored };
    if (this.#check === null) return;
    this.#check = { ...this.#check, explanations: stored };
    this.store.send({ type: 'explained', explained: engine.explainedOf(this.#check) });
  }

  #withLastRound(
    workbook: WorkbookGrids,
    engine: Engine,
    memory: InstanceType<Engine['CheckMemory']>,
  ): CheckSettings {
    const { beside, settings } = this;
    if (beside === null) return settings;
    const lastRound =
      beside.kind === 'file'
        ? roundOfFile(beside)
        : engine.ownLastRound(workbook, beside.year, beside.round, memory);
    return { ...settings, lastRound };
  }

  /**
   * Marks the report in the sheets, where marks are wanted; what kept Excel from it.
   *
   * @param where after an edit only the sheets concerned; whatever the user asks for, all of them:
   * marks may have been taken off by hand
   */
  async showMarks(where: 'all' | 'concerned'): Promise<HostFault | null> {
    const { check, preferences, marks } = this.store.get();
    const report = lastReport(check);
    if (report === null || preferences.marks === 'off' || marks === 'cleared') return null;
    const { workbook } = this;
    if (workbook === null) return null;
    const now = { workbook, marks: marksOf(report) };
    const only =
      where === 'all' || this.#marked === null ? undefined : sheetsToMark(this.#marked, now);
    if (only?.length === 0) return null;
    // Until it is known how it went, nothing is known.
    this.#marked = null;
    const done = await this.ports.workbook.showMarks(now.marks, only);
    if (!done.ok) return done.fault;
    this.#marked = now;
    this.#compareMarks();
    return null;
  }

  /** Tells which cells that are offered to be written are locked; Excel is asked only where a sheet is protected. */
  async findLocked({ cellKey, offeredCells }: Engine): Promise<void> {
    const report = lastReport(this.store.get().check);
    const guarded = new Set(
      this.#workbook?.sheets.flatMap(({ name, isProtected }) => (isProtected ? [name] : [])),
    );
    const cells =
      report === null || guarded.size === 0
        ? []
        : offeredCells(report.units).filter(({ sheet }) => guarded.has(sheet));
    const found = cells.length === 0 ? null : await this.ports.workbook.findUnwritable(cells);
    const locked = found?.ok === true ? found.value.filter(({ why }) => why === 'locked') : [];
    this.store.send({ type: 'lockedKnown', locked: new Set(locked.map(cellKey)) });
  }

  /** Tells which marks in the sheets the newest report no longer bears out. */
  #compareMarks(): void {
    const report = lastReport(this.store.get().check);
    const outdated =
      this.#marked === null || report === null
        ? []
        : outdatedMarks(this.#marked.marks, marksOf(report));
    this.store.send({ type: 'marksCompared', outdated });
  }

  /** Takes all marks off; how many there were. */
  clearMarks(): Promise<Result<number, HostFault>> {
    this.#marked = null;
    this.#compareMarks();
    return this.ports.workbook.clearMarks();
  }
}

interface Marked {
  readonly workbook: WorkbookGrids;
  readonly marks: readonly Mark[];
}

/** The sheets that were read again (where anything may have happened), and those with other marks. */
function sheetsToMark(before: Marked, now: Marked): string[] {
  const known = new Map(before.workbook.sheets.map((grid) => [grid.name, grid]));
  const marksIn = ({ marks }: Marked, sheet: string) =>
    JSON.stringify(marks.filter((mark) => mark.sheet === sheet));
  return now.workbook.sheets
    .filter((grid) => {
      const { name } = grid;
      return known.get(name) !== grid || marksIn(before, name) !== marksIn(now, name);
    })
    .map(({ name }) => name);
}
