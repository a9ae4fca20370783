/** What stands above the set: is its sum whole, and if not, what does it lack? */
import type { JudgedSet, Shortfall } from '../../application/consolidation/judgeGiven';
import { isWhole } from '../../application/consolidation/judgeGiven';
import type { ConsolidationTexts, ConsolidationVerdicts } from '../../wording/paneConsolidation';
import type { VerdictName } from '../check/verdictTexts';
import type { ConsolidateState } from './state';

/** The word, as the wording knows it. */
export function wholenessOf({ reading, judged }: ConsolidateState): keyof ConsolidationVerdicts {
  if (reading !== null) return 'reading';
  if (judged === null) return 'none';
  if (countedUnits(judged) === 0) return 'nothing';
  if (!isWhole(judged.shortfall)) return 'notWhole';
  const hasRemarks = judged.judgement.findings.some(({ severity }) => severity !== 'notice');
  return hasRemarks || hasErrors(judged) ? 'remarks' : 'whole';
}

/** Units that count in spite of their errors. */
function hasErrors({ units }: JudgedSet): boolean {
  return units.some(
    ({ excludedBecause, verdict }) => excludedBecause === null && verdict === 'errors',
  );
}

/** As which verdict on a check it looks. */
export const looks: Readonly<Record<keyof ConsolidationVerdicts, VerdictName>> = {
  none: 'never',
  reading: 'never',
  nothing: 'notChecked',
  notWhole: 'errors',
  remarks: 'warnings',
  whole: 'passed',
};

export function countedUnits({ units }: JudgedSet): number {
  return units.filter(({ excludedBecause }) => excludedBecause === null).length;
}

/** What the sum lacks, each in a few words; none where it is whole. */
export function lackTexts(shortfall: Shortfall, { lacks }: ConsolidationTexts): string[] {
  const { lost, missing, notRead, notReached, notTaken, untold } = shortfall;
  const places = notTaken.reduce(
    (sum, { refused, unread }) => sum + refused.length + unread.length,
    0,
  );
  const all = [
    [lost.length, lacks.lost],
    [missing.length, lacks.missing],
    [notRead.length, lacks.notRead],
    [notReached.length, lacks.notReached],
    [places, lacks.notTaken],
    [untold.length, lacks.untold],
  ] as const;
  return all.flatMap(([count, text]) => (count === 0 ? [] : [text(count)]));
}
