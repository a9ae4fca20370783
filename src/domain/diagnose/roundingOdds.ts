/**
 * Do a unit's equalities look as if its amounts had been rounded one by one?
 *
 * The sum of n rounded figures misses the rounded sum by a sum of n rounding errors: about normal,
 * n / 12 units of the last place squared. So among many equalities that could be off, few hold exactly
 * if the table was rounded; and all do if it was not, but for those that somebody got wrong.
 */
import { absolute } from '../amount';
import { residualOf, valueOf } from './system';
import type { DiagnosisEquality, DiagnosisSystem } from './types';

/** How much likelier "not rounded" must be for a difference inside the interval to be a culprit's. */
const SURE = Math.log(100);

/**
 * Logarithm of P(holds exactly | every figure rounded by itself), by how many figures of the equality
 * are not zero; zero for those that hold however they are rounded.
 */
export function logHoldsThoughRounded(used: number): number {
  if (used < 3) return 0;
  return Math.log(errorFunction(0.5 / Math.sqrt(used / 6)));
}

/** Abramowitz and Stegun 7.1.26, accurate to 1.5e-7; for x ≥ 0. */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return 1 - poly * Math.exp(-x * x);
}

/**
 * Whether so much holds exactly that rounding cannot have made one measure's failures.
 *
 * @param failed the equalities of that measure that a culprit would explain
 */
export function showsNoRounding(
  systems: readonly DiagnosisSystem[],
  index: number,
  failed: readonly number[],
): boolean {
  const own = new Set(failed);
  let odds = 0;
  systems.forEach((system, at) => {
    system.equalities.forEach((equality, position) => {
      if (equality.tolerance === 0n || (at === index && own.has(position))) return;
      const residual = absolute(residualOf(system, equality));
      if (residual === 0n) odds -= logHoldsThoughRounded(usedIn(system, equality));
      else if (residual <= equality.tolerance) odds -= SURE;
    });
  });
  return odds >= SURE;
}

function usedIn(system: DiagnosisSystem, { total, parts }: DiagnosisEquality): number {
  return [total, ...parts].filter((figure) => valueOf(system.figures[figure]) !== 0n).length;
}
