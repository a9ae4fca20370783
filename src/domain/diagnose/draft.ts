/** What is a hypothesis before its slips are searched: figures with some events undone, and what then fails? */
import type { EventCandidate, EventContext } from './events/candidate';
import type { Priors } from './priors';
import { leastWrong } from './search';
import type { UnitShape } from './shape';
import { failing } from './state';
import { reduceSystem } from './system';
import type { DiagnosisLimits, DiagnosisSystem, DiagnosisUnit } from './types';
import type { UnitPlausibility } from './unitPlausibility';

/** Events undone, their slips not yet searched. */
export interface Draft {
  readonly events: readonly EventCandidate[];
  readonly systems: readonly DiagnosisSystem[];
  readonly context: EventContext;
  readonly prior: number;
  /** How plausible its figures are before slips are put right; 0 where nothing is weighed. */
  readonly plausibility: number;
  /** Hardly any outcome of the slips' search is worth more. */
  readonly bound: number;
}

/** What all hypotheses of a unit share. */
export interface Work {
  readonly unit: DiagnosisUnit;
  readonly limits: DiagnosisLimits;
  readonly priors: Priors;
  readonly shape: () => UnitShape;
  /** Null where there is one hypothesis only. */
  readonly weigh: UnitPlausibility | null;
}

/** What one slip costs at the very least, and what putting it right may gain in plausibility. */
const CHEAPEST_SLIP = Math.log(0.1);
export const ROW_GAIN = 5;

/** How many figures a unit has. */
export function figuresOf({ systems }: DiagnosisUnit): number {
  return systems.reduce((sum, { figures }) => sum + figures.length, 0);
}

/**
 * One measure with one wrong figure, or what looks like it: where one slip explains it, no event does in
 * fewer words. Where only the tables disagree, or figures stand outside one, an event may.
 */
export function isSingle(draft: Draft): boolean {
  const { unit, failing: all } = draft.context;
  const open = all.filter(({ size }) => size > 0);
  const few = open.length === 1 && (open[0]?.size ?? 0) <= 3;
  return few && (unit.outside ?? []).length === 0 && failuresOf(draft).within > 0;
}

/** A hypothesis of some events, with what fails once they are undone. */
export function draftOf(
  { unit, priors, shape }: Work,
  events: readonly EventCandidate[],
  systems: readonly DiagnosisSystem[],
  prior: number,
): Draft {
  const context: EventContext = {
    unit,
    systems,
    // Worked out when it is asked for: a single wrong figure needs none.
    get shape() {
      return shape();
    },
    priors,
    failing: systems.map((system) => new Set(failing(system))),
  };
  const least = context.failing.reduce((sum, own) => sum + Math.ceil(own.size / 3), 0);
  const bound = prior + least * slipCost(priors);
  return { events, systems, context, prior, plausibility: 0, bound };
}

/** The same with how plausible its figures are. */
export function weighed({ weigh }: Work, draft: Draft): Draft {
  if (weigh === null) return draft;
  const plausibility = weigh.of(draft.systems, new Map());
  return { ...draft, plausibility, bound: draft.bound + plausibility };
}

/** What a slip costs at the least. */
export function slipCost({ slipRate }: Priors): number {
  return Math.log(slipRate) + CHEAPEST_SLIP + ROW_GAIN;
}

/** How many equalities fail. */
export function failuresIn({ context }: Draft): number {
  return context.failing.reduce((sum, { size }) => sum + size, 0);
}

/** How many failures are between tables, and how many within one. */
export function failuresOf({ context, systems }: Draft): {
  readonly between: number;
  readonly within: number;
} {
  let [between, within] = [0, 0];
  context.failing.forEach((failed, index) => {
    const system = systems[index];
    for (const at of failed) {
      const equality = system?.equalities[at];
      const own = system?.figures[equality?.total ?? -1]?.place.table;
      const other = system?.figures[equality?.parts[0] ?? -1]?.place.table;
      if (own !== other) between += 1;
      else within += 1;
    }
  });
  return { between, within };
}

/** At least so many figures of some systems are wrong. */
export function leastIn(systems: readonly DiagnosisSystem[]): number {
  return systems.reduce(
    (sum, system) =>
      failing(system).length === 0 ? sum : sum + leastWrong(reduceSystem(system, false)),
    0,
  );
}
