/**
 * Which events, and which slips beside them, explain a unit's failures in the fewest words?
 *
 * A hypothesis is a set of events and what slips must explain when they are undone. Hypotheses grow
 * event by event, those that leave the least unexplained first; each is worth its events' odds times
 * its slips', times how plausible the figures are that were meant. One that cannot come near the best,
 * however its slips turned out, is not searched.
 */
import { absolute, type Amount } from '../amount';
import { powerOf, type EventCandidate, type EventContext, type Release } from './events/candidate';
import {
  crossTableCandidates,
  draftLog,
  MOST_PROJECTS,
  projectLog,
  released,
  type Differences,
  type Released,
} from './events/crossTable';
import { exchangedCandidates } from './events/exchanged';
import { outsideCandidates } from './events/outside';
import { scaledCandidates } from './events/scaled';
import { shiftedCandidates } from './events/shifted';
import { explainSlips, type SlipAnalysis } from './explain';
import type { Priors } from './priors';
import { leastWrong } from './search';
import { shapeOf, type UnitShape } from './shape';
import { failing, withChanges, type Changes } from './state';
import { reduceSystem, residualsOf } from './system';
import type { DiagnosisLimits, DiagnosisSystem, DiagnosisUnit } from './types';
import { UnitPlausibility } from './unitPlausibility';

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

interface Draft {
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
interface Work {
  readonly unit: DiagnosisUnit;
  readonly limits: DiagnosisLimits;
  readonly priors: Priors;
  readonly shape: () => UnitShape;
  /** Null where there is one hypothesis only. */
  readonly weigh: UnitPlausibility | null;
}

/** In more figures than this (thousands of lines of unknown names) no event is looked for. */
const MOST_FIGURES = 40_000;
/** Events that follow upon another are looked for so often; in more figures than these only one. */
const MOST_EVENTS = 3;
const MANY_FIGURES = 4000;
/** So many hypotheses are followed at each step, and so many of them searched for slips. */
const FOLLOWED = 6;
const SEARCHED = 12;
/** A hypothesis this much less plausible than the best is not searched. */
const HOPELESS = 14;
/** What one slip costs at the very least, and what putting it right may gain in plausibility. */
const CHEAPEST_SLIP = Math.log(0.1);
const ROW_GAIN = 5;
/** So many drafts are weighed at each step. */
const WEIGHED = 16;
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
  if (failed === 0) return finish([conclude(plain, none, null, limits)]);
  if (isSingle(none) || figuresOf(unit) > MOST_FIGURES) return finish(searchAll(plain, [none]));
  const work: Work = { ...plain, weigh: new UnitPlausibility(unit, shape()) };
  return finish(searchAll(work, grow(work, weighed(work, none))));
}

function figuresOf({ systems }: DiagnosisUnit): number {
  return systems.reduce((sum, { figures }) => sum + figures.length, 0);
}

/**
 * One measure with one wrong figure, or what looks like it: no event explains it in fewer words. Where
 * only the tables disagree, or figures stand outside one, an event may.
 */
function isSingle(draft: Draft): boolean {
  const { unit, failing: all } = draft.context;
  const open = all.filter(({ size }) => size > 0);
  const few = open.length === 1 && (open[0]?.size ?? 0) <= 3;
  return few && (unit.outside ?? []).length === 0 && failuresOf(draft).within > 0;
}

function draftOf(
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

function weighed({ weigh }: Work, draft: Draft): Draft {
  if (weigh === null) return draft;
  const plausibility = weigh.of(draft.systems, new Map());
  return { ...draft, plausibility, bound: draft.bound + plausibility };
}

function slipCost({ slipRate }: Priors): number {
  return Math.log(slipRate) + CHEAPEST_SLIP + ROW_GAIN;
}

/** The same acts that come to the same figures in whatever order: a unit is put right first. */
function inOneOrder(unit: DiagnosisUnit, drafts: readonly Draft[]): Draft[] {
  const byOutcome = new Map<string, Draft>();
  for (const draft of drafts) {
    const kinds = draft.events.map(({ scope, table }) => `${scope.kind} ${table ?? '-'}`).sort();
    const name = `${kinds.join(' ')} ${changedFrom(unit.systems, draft.systems)}`;
    const known = byOutcome.get(name);
    const isBetter =
      known === undefined ||
      (draft.events[0]?.scope.kind === 'scaled') > (known.events[0]?.scope.kind === 'scaled') ||
      (draft.events[0]?.scope.kind === known.events[0]?.scope.kind && draft.bound > known.bound);
    if (isBetter) byOutcome.set(name, draft);
  }
  return [...byOutcome.values()];
}

function changedFrom(
  stated: readonly DiagnosisSystem[],
  systems: readonly DiagnosisSystem[],
): string {
  const changed: string[] = [];
  systems.forEach(({ figures }, index) => {
    const before = stated[index]?.figures;
    if (before === figures) return;
    figures.forEach(({ value }, at) => {
      const own = value ?? 0n;
      if (own !== (before?.[at]?.value ?? 0n)) changed.push(`${index}/${at}/${own}`);
    });
  });
  return changed.join(' ');
}

/** Hypotheses of figures put back, event upon event; the one without any first. */
function grow(work: Work, none: Draft): Draft[] {
  const { unit } = work;
  const most = figuresOf(unit) > MANY_FIGURES ? 1 : MOST_EVENTS;
  const all = [none];
  const known = new Set<string>();
  let frontier = [none];
  for (let depth = 0; depth < most && frontier.length > 0; depth += 1) {
    const next = frontier.flatMap((draft) =>
      candidatesOf(draft.context).flatMap((event): Draft[] => {
        const events = [...draft.events, event];
        const name = events.map(identityOf).sort().join(' ');
        if (known.has(name) || draft.events.some((other) => undoes(other, event))) return [];
        known.add(name);
        const systems = withChanges(draft.systems, event.changes, powerOf(event));
        const grown = draftOf(work, events, systems, draft.prior + event.log);
        return failuresIn(grown) < failuresIn(draft) ? [grown] : [];
      }),
    );
    const distinct = depth === 0 ? next : inOneOrder(unit, next);
    distinct.sort((a, b) => b.bound - a.bound);
    const best = distinct.slice(0, WEIGHED).map((draft) => weighed(work, draft));
    best.sort((a, b) => b.bound - a.bound);
    frontier = best.slice(0, FOLLOWED);
    all.push(...frontier);
    frontier = frontier.filter(({ context }) => context.failing.some(({ size }) => size > 0));
  }
  return all;
}

function failuresIn({ context }: Draft): number {
  return context.failing.reduce((sum, { size }) => sum + size, 0);
}

function candidatesOf(context: EventContext): readonly EventCandidate[] {
  const byIdentity = new Map<string, EventCandidate>();
  for (const event of [
    ...scaledCandidates(context),
    ...exchangedCandidates(context),
    ...shiftedCandidates(context),
    ...outsideCandidates(context),
  ]) {
    // Acts of one kind that put back the same figures are one: the likelier gives the name.
    const same = byIdentity.get(identityOf(event));
    const log = same === undefined ? event.log : logSum(same.log, event.log);
    const named = same === undefined || event.log > same.log ? event : same;
    byIdentity.set(identityOf(event), { ...named, log });
  }
  return [...byIdentity.values()];
}

function logSum(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

const identities = new WeakMap<EventCandidate['changes'], string>();

/** The same for events of one kind that put back the same figures; of events between tables, their scope. */
export function identityOf({ scope, table, changes }: EventCandidate): string {
  if (changes.size === 0) {
    const text = JSON.stringify(scope, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    return `${table ?? '-'} ${text}`;
  }
  let identity = identities.get(changes);
  if (identity === undefined) {
    identity = [...changes]
      .flatMap(([system, own]) =>
        [...own].map(([figure, value]) => `${system}/${figure}/${value ?? 0n}`),
      )
      .sort()
      .join(' ');
    identities.set(changes, identity);
  }
  return `${scope.kind} ${identity}`;
}

/** An event that puts the very figures of another back again. */
function undoes(other: EventCandidate, event: EventCandidate): boolean {
  if (other.scope.kind !== event.scope.kind || other.table !== event.table) return false;
  for (const [system, changes] of event.changes) {
    for (const figure of changes.keys()) {
      if (other.changes.get(system)?.has(figure) === true) return true;
    }
  }
  return false;
}

type Searched = Omit<Hypothesis, 'probability'>;

/** Events between the tables that are assumed together, with what they release. */
interface Between {
  readonly events: readonly EventCandidate[];
  readonly release: Release;
}

/** What was searched, and from what. */
interface Tried {
  readonly draft: Draft;
  readonly between: Between | null;
  readonly searched: Searched;
  readonly isWhole?: boolean;
}

/** Searches slips for the most promising hypotheses, and for the same with differing tables. */
function searchAll(work: Work, drafts: readonly Draft[]): readonly Searched[] {
  const { limits, priors } = work;
  const order = [...drafts].sort((a, b) => b.bound - a.bound).slice(0, SEARCHED);
  const found: Tried[] = [];
  let best = -Infinity;
  const keep = (draft: Draft, between: Between | null, searched: Searched): number => {
    found.push({ draft, between, searched });
    best = Math.max(best, searched.log);
    return searched.log;
  };
  const few: DiagnosisLimits = { ...limits, steps: Math.floor(limits.steps * FEW_STEPS) };
  for (const draft of order) {
    const bound = draft.prior + draft.plausibility + leastOf(draft) * slipCost(priors);
    if (bound < best - HOPELESS) continue;
    keep(draft, null, conclude(work, draft, null, draft.events.length === 0 ? limits : few));
  }
  let bestBetween = -Infinity;
  for (const draft of order) {
    // Whatever the tables may differ by, it costs something.
    const most = draft.prior + draft.plausibility + ROW_GAIN;
    if (draft.bound < bestBetween - HOPELESS || most < best - HOPELESS) continue;
    if (!differBetween(draft)) continue;
    for (const events of crossTableEvents(draft.context)) {
      const searched = conclude(work, draft, events, few);
      // Tables that may differ and do not: the same as without the event.
      if (differ(searched.differences)) {
        bestBetween = Math.max(bestBetween, keep(draft, events, searched));
      }
    }
  }
  return searchedWhole(work, found);
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

/** How many failures are between tables, and how many within one. */
function failuresOf({ context, systems }: Draft): {
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

/** At least so many figures are wrong, once a draft's events are undone. */
function leastOf({ systems, context }: Draft): number {
  return systems.reduce(
    (sum, system, index) =>
      (context.failing[index]?.size ?? 0) === 0
        ? sum
        : sum + leastWrong(reduceSystem(system, false)),
    0,
  );
}

/** The events between tables that can be assumed together, by what they release. */
function crossTableEvents(context: EventContext): readonly Between[] {
  const single = crossTableCandidates(context);
  const missing = single.filter(({ scope }) => scope.kind === 'projectMissing');
  const together =
    missing.length < 2
      ? []
      : [
          {
            events: missing,
            release: {
              kind: 'blocks' as const,
              blocks: missing.flatMap(({ scope }) =>
                scope.kind === 'projectMissing' ? [scope.block] : [],
              ),
            },
          },
        ];
  return [
    ...single.flatMap((event) =>
      event.release === null ? [] : [{ events: [event], release: event.release }],
    ),
    ...together,
  ];
}

/** Searches what slips a hypothesis leaves; `between` are events between the tables. */
function conclude(
  { priors, weigh }: Work,
  draft: Draft,
  between: Between | null,
  limits: DiagnosisLimits,
): Searched {
  const open = between === null ? null : released(draft.context, between.release);
  const systems = open?.systems ?? draft.systems;
  const slips = explainSlips(systems, limits, priors);
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

function finish(searched: readonly Searched[]): readonly Hypothesis[] {
  const possible = searched.filter(({ log }) => log > -Infinity);
  const best = Math.max(...possible.map(({ log }) => log));
  const weights = possible.map(({ log }) => Math.exp(log - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return possible
    .map((each, at): Hypothesis => ({ ...each, probability: (weights[at] ?? 0) / sum }))
    .sort((a, b) => b.log - a.log);
}
