/**
 * Which events, and which slips beside them, explain a unit's failures in the fewest words?
 *
 * A hypothesis is a set of events and what slips must explain when they are undone. Hypotheses grow
 * event by event, those that leave the least unexplained first; each is worth its events' odds times
 * its slips', times how plausible the figures are that were meant. One that cannot come near the best,
 * however its slips turned out, is not searched.
 */
import {
  draftOf,
  failuresOf,
  figuresOf,
  isSingle,
  leastIn,
  ROW_GAIN,
  slipCost,
  weighed,
  type Draft,
  type Work,
} from './draft';
import { conclude, type Between, type Hypothesis, type Searched } from './conclude';
import type { EventCandidate, EventContext, Release } from './events/candidate';
import { crossTableCandidates, released, type Differences } from './events/crossTable';
import { grow } from './grow';
import type { Priors } from './priors';
import { shapeOf, type UnitShape } from './shape';
import type { DiagnosisLimits, DiagnosisUnit } from './types';
import { UnitPlausibility } from './unitPlausibility';

/** In more figures than this (thousands of lines of unknown names) no event is looked for. */
const MOST_FIGURES = 40_000;
/** So many hypotheses are searched for slips. */
const SEARCHED = 12;
/** A hypothesis this much less plausible than the best is not searched. */
const HOPELESS = 14;
const FEW_STEPS = 0.1;
/** So many hypotheses are searched again with all steps. */
const WHOLE = 2;

/** All hypotheses worth telling, most plausible first; the first has the least left to explain. */
export function explainUnit(
  unit: DiagnosisUnit,
  limits: DiagnosisLimits,
  priors: Priors,
): readonly Hypothesis[] {
  let known: UnitShape | null = null;
  const shape = (): UnitShape => (known ??= shapeOf(unit.systems));
  const plain: Work = { unit, limits, priors, shape, weigh: null };
  const none = draftOf(plain, [], unit.systems, 0);
  const failed = none.context.failing.reduce((sum, set) => sum + set.size, 0);
  if (failed === 0) {
    const within = conclude(plain, none, null, limits);
    return finish(within === null ? [] : [within]);
  }
  if (figuresOf(unit) > MOST_FIGURES) return finish(searchAll(plain, [none]));
  if (isSingle(none)) {
    const alone = searchAll(plain, [none]);
    if (alone.every(isOneAct)) return finish(alone);
  }
  const work: Work = { ...plain, weigh: new UnitPlausibility(unit, shape()) };
  return finish(searchAll(work, grow(work, weighed(work, none))));
}

/** Whether one slip explains all of it: no event does in fewer words. */
function isOneAct({ slips }: Searched): boolean {
  return slips.measures.every(({ outcome, ranked: [best] }) => {
    if (outcome === null) return true;
    if (best === undefined) return false;
    return new Set(best.score.acts).size + best.candidate.repairs.length <= 1;
  });
}

/** What was searched, and from what. */
interface Tried {
  readonly draft: Draft;
  readonly between: Between | null;
  readonly searched: Searched;
  readonly isWhole?: boolean;
}

/** What may be searched: a hypothesis of figures put back, with or without an event between the tables. */
interface Task {
  readonly draft: Draft;
  readonly between: Between | null;
  /** Hardly any outcome of the search is worth more, slips left out. */
  readonly before: number;
  /** The same with the fewest slips that there can be. */
  readonly bound: number;
}

/**
 * Searches slips for the most promising hypotheses, and for the same with differing tables, the most promising
 * first: what cannot come near the best that was found is not searched.
 */
function searchAll(work: Work, drafts: readonly Draft[]): readonly Searched[] {
  const { limits, priors } = work;
  const few: DiagnosisLimits = { ...limits, steps: Math.floor(limits.steps * FEW_STEPS) };
  const found: Tried[] = [];
  let best = -Infinity;
  for (const { draft, between, before, bound } of tasksOf(work, drafts)) {
    if (bound < best - HOPELESS) continue;
    const isPlain = draft.events.length === 0 && between === null;
    const most = Math.floor((best - HOPELESS - before) / slipCost(priors));
    const searched = conclude(work, draft, between, isPlain ? limits : few, most);
    if (searched === null) continue;
    // Tables that may differ and do not: the same as without the event.
    if (between !== null && !differ(searched.differences)) continue;
    found.push({ draft, between, searched });
    best = Math.max(best, searched.log);
  }
  return searchedWhole(work, found);
}

function tasksOf({ priors }: Work, drafts: readonly Draft[]): readonly Task[] {
  const order = [...drafts].sort((a, b) => b.bound - a.bound).slice(0, SEARCHED);
  const [only] = order;
  if (order.length === 1 && only !== undefined && !differBetween(only)) {
    return [{ draft: only, between: null, before: Infinity, bound: Infinity }];
  }
  const tasks = order.flatMap((draft): Task[] => {
    const before = draft.prior + draft.plausibility;
    const bound = before + leastIn(draft.systems) * slipCost(priors);
    const plain: Task = { draft, between: null, before, bound };
    if (!differBetween(draft)) return [plain];
    const others = crossTableEvents(draft.context).map((between): Task => {
      const own = between.events.reduce((sum, { log }) => sum + log, before + ROW_GAIN);
      const slips = leastIn(between.released.systems) * slipCost(priors);
      return { draft, between, before: own, bound: own + slips };
    });
    return [plain, ...others];
  });
  return tasks.sort((a, b) => b.bound - a.bound);
}

/**
 * The most plausible hypothesis searched as far as the limits allow, where its few steps did not list
 * everything: what is told is told from it. Another may then be the most plausible, once.
 */
function searchedWhole(work: Work, found: readonly Tried[]): readonly Searched[] {
  const whole = [...found];
  for (let again = 0; again < WHOLE; again += 1) {
    const [at] = whole
      .map(({ searched }, index) => ({ index, log: searched.log }))
      .sort((a, b) => b.log - a.log || a.index - b.index);
    const best = whole[at?.index ?? -1];
    if (best === undefined || !isCut(best)) break;
    const { draft, between } = best;
    const searched = conclude(work, draft, between, work.limits);
    if (searched === null) break;
    whole[at?.index ?? 0] = { ...best, searched, isWhole: true };
  }
  return whole.map(({ searched }) => searched);
}

function isCut({ draft, between, searched, isWhole }: Tried): boolean {
  if (isWhole === true || (draft.events.length === 0 && between === null)) return false;
  return searched.slips.measures.some(({ outcome }) => outcome?.cut === true);
}

function differ(differences: Differences): boolean {
  return [...differences.values()].some((own) => [...own.values()].some((value) => value !== 0n));
}

/** Do the tables disagree, and not merely because one measure's total is wrong in its own table? */
function differBetween(draft: Draft): boolean {
  return failuresOf(draft).between > 0 && !isSingle(draft);
}

/** The events between tables that can be assumed together, by what they release. */
function crossTableEvents(context: EventContext): readonly Between[] {
  const single = crossTableCandidates(context);
  const missing = single.filter(({ scope }) => scope.kind === 'projectMissing');
  const between = (events: readonly EventCandidate[], release: Release): Between => ({
    events,
    released: released(context, release),
  });
  const together =
    missing.length < 2
      ? []
      : [
          between(missing, {
            kind: 'blocks',
            blocks: missing.flatMap(({ scope }) =>
              scope.kind === 'projectMissing' ? [scope.block] : [],
            ),
          }),
        ];
  return [
    ...single.flatMap((event) => (event.release === null ? [] : [between([event], event.release)])),
    ...together,
  ];
}

function finish(searched: readonly Searched[]): readonly Hypothesis[] {
  const possible = searched.filter(({ log }) => log > -Infinity);
  const best = Math.max(...possible.map(({ log }) => log));
  const weights = possible.map(({ log }) => Math.exp(log - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return possible
    .map((each, at): Hypothesis => ({ ...each, probability: (weights[at] ?? 0) / sum }))
    .sort((a, b) => b.log - a.log);
}
