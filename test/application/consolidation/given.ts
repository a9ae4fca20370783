/** Sets of units as they are given to the application: each plan a file, or all of them this workbook. */
import type { GivenSet } from '../../../src/application/consolidation/givenSet';
import { nothingGiven, takeOwnUnits } from '../../../src/application/consolidation/givenSet';
import type { JudgedSet, SetDecisions } from '../../../src/application/consolidation/judgeGiven';
import { judgeGiven, nothingDecided } from '../../../src/application/consolidation/judgeGiven';
import type { TakenFile } from '../../../src/application/takenFile';
import { takeUnits } from '../../../src/application/takeUnits';
import { LabelMap } from '../../../src/domain/consolidate/labelMap';
import { officialForms } from '../../../src/domain/forms/officialForms';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { returnLetter } from '../../../src/wording/returnLetter';
import type { UnitPlan } from '../../domain/consolidate/sets';
import { unitWorkbook } from '../../domain/consolidate/sets';
import { settings } from '../../domain/forms';

/** A unit's file as it is taken. */
export function takenFile(key: string, plan: UnitPlan): TakenFile {
  return takenGrids(key, plan.file ?? `${plan.name ?? key}.xlsx`, unitWorkbook(plan));
}

/** A workbook as it is taken, under the name of a file. */
export function takenGrids(key: string, file: string, workbook: WorkbookGrids): TakenFile {
  const labels = new LabelMap([], officialForms);
  const taken = takeUnits(key, { kind: 'file', file }, workbook, settings, labels);
  return {
    key,
    name: file,
    fault: null,
    refused: taken.report.recognition.refused,
    unread: [],
    units: taken.units.map(({ unit, report: { verdict, counts, items } }) => ({
      unit,
      verdict,
      counts,
      letter: counts.error + counts.warning === 0 ? null : returnLetter(unit, items, 'zh-CN'),
    })),
  };
}

export function givenFiles(plans: readonly UnitPlan[], more: Partial<GivenSet> = {}): GivenSet {
  const files = plans.map((plan, at) => takenFile(String(at + 1), plan));
  return { ...nothingGiven, files, ...more };
}

/** The units of one workbook, whose sheets are called after them. */
export function ownUnits(plans: readonly UnitPlan[]) {
  const sheets = plans.flatMap((plan) =>
    unitWorkbook(plan).sheets.map((sheet) => ({
      ...sheet,
      name: `${plan.name ?? ''}${sheet.name}`,
    })),
  );
  return takeOwnUnits({ sheets }, settings, nothingDecided, (unit, items) =>
    returnLetter(unit, items, 'zh-CN'),
  );
}

export function judgedGiven(given: GivenSet, decided: Partial<SetDecisions> = {}): JudgedSet {
  return judgeGiven(given, { ...nothingDecided, ...decided });
}
