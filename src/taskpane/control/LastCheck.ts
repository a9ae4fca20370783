/** What was last checked: the figures as they were read, their report, and the marks for it. */
import { marksOf } from '../../application/marks';
import type { HostFault } from '../../domain/fault';
import type { WorkbookGrids } from '../../domain/grid';
import type { PaneStore } from '../state/store';
import type { Engine } from './engine';
import type { PanePorts } from './panePorts';

export class LastCheck {
  #workbook: WorkbookGrids | null = null;
  #memory: InstanceType<Engine['CheckMemory']> | null = null;

  constructor(
    private readonly ports: PanePorts,
    private readonly store: PaneStore,
  ) {}

  /** The figures that the report is about; null before the first check. */
  get workbook(): WorkbookGrids | null {
    return this.#workbook;
  }

  /** Checks figures under the settings that are chosen now, and shows the report. */
  report(workbook: WorkbookGrids, engine: Engine): void {
    this.#workbook = workbook;
    const { round, strict, lowestExecutionRate } = this.store.get().preferences;
    const settings = { round, strict, lowestExecutionRate, today: this.ports.today() };
    this.#memory ??= new engine.CheckMemory();
    const report = engine.checkWorkbook(workbook, settings, this.#memory);
    this.store.send({ type: 'checked', report, verdict: engine.verdictOf(report) });
  }

  /** Marks the report in the sheets, where marks are wanted; what kept Excel from it. */
  async showMarks(): Promise<HostFault | null> {
    const { check, preferences, marks } = this.store.get();
    if (check.report === null || preferences.marks === 'off' || marks === 'cleared') return null;
    const marked = await this.ports.workbook.showMarks(marksOf(check.report));
    return marked.ok ? null : marked.fault;
  }
}
