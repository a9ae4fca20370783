/** What is wrong, and what should it be? The room's front door. */
import { explainUnit } from './hypotheses';
import { PRIORS, type Priors } from './priors';
import { tellDiagnosis } from './tell';
import type { DiagnosisLimits, DiagnosisUnit, UnitDiagnosis } from './types';

export type * from './types';
export type { Priors } from './priors';

/** Limits that keep a run far under 200 ms on a slow office machine. */
export const DIAGNOSIS_LIMITS: DiagnosisLimits = { steps: 240_000, explanations: 1000 };

/**
 * Explains all failed equalities of a unit: by events, over all its measures at once, and by slips in
 * single figures.
 *
 * @returns no event and no diagnosis where nothing fails beyond unavoidable rounding
 */
export function diagnose(
  unit: DiagnosisUnit,
  limits: DiagnosisLimits = DIAGNOSIS_LIMITS,
  priors: Priors = PRIORS,
): UnitDiagnosis {
  return tellDiagnosis(unit, explainUnit(unit, limits, priors), priors);
}
