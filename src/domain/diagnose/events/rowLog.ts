/** How much more plausible do rows become when figures are put back? */
import { learnEvidence, type Evidence, type Reading } from '../evidence';
import type { Changes } from '../state';
import { valueOf } from '../system';
import type { EventContext } from './candidate';

/** Rows of one table resemble each other: their evidence is not independent. */
const SHARE = 0.5;
const MOST = 15;

const known = new WeakMap<EventContext, Evidence>();

/** Natural logarithm of how much likelier the changed inputs are in their rows than the stated ones. */
export function rowLog(context: EventContext, changes: ReadonlyMap<number, Changes>): number {
  const { systems } = context;
  let evidence = known.get(context);
  if (evidence === undefined) {
    evidence = learnEvidence(systems);
    known.set(context, evidence);
  }
  const stated: Reading = (system, figure) => valueOf(systems[system]?.figures[figure]);
  const after: Reading = (system, figure) => {
    const changed = changes.get(system)?.get(figure);
    return changed === undefined ? stated(system, figure) : (changed ?? 0n);
  };
  let log = 0;
  for (const [system, own] of changes) {
    for (const [figure, value] of own) {
      log += evidence.logPlausibility(system, figure, value ?? 0n, after);
      log -= evidence.logPlausibility(system, figure, stated(system, figure), stated);
    }
  }
  return Math.max(-MOST, Math.min(MOST, SHARE * log));
}
