/** What does a check take its time for? Each part by itself, on the same workbook. */
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { reportOf } from '../../src/application/report/makeReport';
import type { WorkbookGrids } from '../../src/domain/grid';
import { recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import { viewReturn } from '../../src/domain/returns/unitReturn';
import { checkReturn } from '../../src/domain/rules/checkReturn';
import { diagnoseReturn } from '../../src/domain/rules/diagnosePairs';
import type { CheckSettings } from '../../src/domain/rules/settings';

/** Milliseconds of processor time by part, over so many rounds: the mean of each. */
export function phasesOf(
  workbook: WorkbookGrids,
  settings: CheckSettings,
  rounds: number,
): ReadonlyMap<string, number> {
  const took = new Map<string, number>();
  const timed = <T>(name: string, work: () => T): T => {
    const start = process.cpuUsage();
    const value = work();
    const { user, system } = process.cpuUsage(start);
    took.set(name, (took.get(name) ?? 0) + (user + system) / 1000 / rounds);
    return value;
  };
  for (let round = 0; round < rounds; round += 1) {
    const { returns } = timed('recognise', () => recogniseWorkbook(workbook));
    for (const unit of returns) {
      // Figures are read anew: what is known of them is kept beside them.
      const view = timed('figures', () => viewReturn(unit, workbook));
      const { findings } = timed('rules', () => checkReturn(view, settings));
      timed('diagnose', () => diagnoseReturn(view, findings, settings));
    }
    const check = checkWorkbook(workbook, settings);
    timed('report', () => reportOf(check));
  }
  return took;
}
