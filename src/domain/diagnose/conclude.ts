/** What do slips explain once a hypothesis' events are undone, and how plausible is all of it together? */
import { absolute, type Amount } from '../amount';
import type { Draft, Work } from './draft';
import type { EventCandidate, EventContext } from './events/candidate';
import {
  draftLog,
  MOST_PROJECTS,
  projectLog,
  type Differences,
  type Released,
} from './events/crossTable';
import { explainSlips, type SlipAnalysis } from './explain';
import type { UnitShape } from './shape';
import type { Changes } from './state';
import { reduceSystem, residualsOf } from './system';
import type { DiagnosisLimits, DiagnosisSystem } from './types';

/** Events with what they leave to slips. */
export interface Hypothesis {
  readonly events: readonly EventCandidate[];
  /** The figures with the events undone, and free figures where tables may differ. */
  readonly systems: readonly DiagnosisSystem[];
  readonly released: Released | null;
  readonly slips: SlipAnalysis;
  /** What the tables' totals differ by; empty without a release. */
  readonly differences: Differences;
  /** Natural logarithm of the odds of all of it. */
  readonly log: number;
  /** Its share among all hypotheses. */
  readonly probability: number;
}

/** What is not yet weighed against the others. */
export type Searched = Omit<Hypothesis, 'probability'>;

/** Events between the tables that are assumed together, with what they release. */
export interface Between {
  readonly events: readonly EventCandidate[];
  /** The figures of the draft that they are assumed with, and what they leave open. */
  readonly released: Released;
}

/**
 * Searches what slips a hypothesis leaves; `between` are events between the tables.
 *
 * @param most so many slips at most
 * @returns null where there are more
 */
export function conclude(
  { priors, weigh }: Work,
  draft: Draft,
  between: Between | null,
  limits: DiagnosisLimits,
  most = Infinity,
): Searched | null {
  const open = between?.released ?? null;
  const systems = open?.systems ?? draft.systems;
  const slips = explainSlips(systems, limits, priors, most);
  if (slips === null) return null;
  const differences = open === null ? new Map() : differencesOf(draft.context.shape, open, slips);
  const events = [...draft.events, ...(between?.events ?? [])];
  let log = draft.prior + slips.log;
  for (const event of between?.events ?? []) {
    log += event.log + betweenLog(draft.context, event, differences);
  }
  const meant = meantBy(slips);
  if (weigh !== null) log += meant.size === 0 ? draft.plausibility : weigh.of(systems, meant);
  return { events, systems, released: open, slips, differences, log };
}

/** What the best explanations of all measures change. */
function meantBy({ measures }: SlipAnalysis): ReadonlyMap<number, Changes> {
  return new Map(
    measures.flatMap(({ ranked: [best] }, system): [number, Changes][] =>
      best === undefined || best.proposals.length === 0
        ? []
        : [[system, new Map(best.proposals.map(({ figure, meant }) => [figure, meant]))]],
    ),
  );
}

/** What free figures come to: the differences that the best explanations leave, rounding apart. */
function differencesOf(
  { crossTable }: UnitShape,
  { free, systems }: Released,
  { measures }: SlipAnalysis,
): ReadonlyMap<number, ReadonlyMap<number, Amount>> {
  return new Map(
    free.map((figures, index) => {
      const outcome = measures[index]?.outcome ?? null;
      const changes = measures[index]?.ranked[0]?.candidate.changes;
      const untouched = outcome?.reduced.untouched ?? untouchedOf(systems[index]);
      const own = new Map<number, Amount>();
      for (const [block, figure] of figures) {
        const value = (changes ?? untouched).get(figure) ?? 0n;
        const at = crossTable[index]?.get(block) ?? -1;
        const tolerance = systems[index]?.equalities[at]?.tolerance ?? 0n;
        own.set(block, absolute(value) <= tolerance ? 0n : value);
      }
      return [index, own];
    }),
  );
}

function untouchedOf(system: DiagnosisSystem | undefined): ReadonlyMap<number, Amount> {
  const isOff = system !== undefined && residualsOf(system).some((residual) => residual !== 0n);
  return isOff ? reduceSystem(system, false).untouched : new Map();
}

function betweenLog(
  context: EventContext,
  { scope }: EventCandidate,
  differences: Differences,
): number {
  const of = (block: number) => (system: number) => differences.get(system)?.get(block) ?? 0n;
  switch (scope.kind) {
    case 'projectMissing':
      return projectLog(context, of(scope.block), [scope.block], MOST_PROJECTS);
    case 'otherBudget':
      // The same money in both tables, however many projects.
      return projectLog(context, of(scope.block), [scope.block, scope.otherBlock], Infinity);
    case 'differentDraft':
      return draftLog(context, differences);
    case 'scaled':
    case 'exchanged':
    case 'shifted':
    case 'outsideTable':
      return 0;
  }
}
