/** Which events are certain enough to be named, which of them to be offered, and what do they explain? */
import { absolute, type Amount } from '../amount';
import type { Adoption } from './adoptable';
import { agreesWithTotals, areProjects, withoutContradiction } from './agrees';
import { twoCellsWouldDo } from './cellsExchanged';
import { isBetweenTables } from './failingAlike';
import { mayBeCopied } from './copiedLine';
import { correctedBy, powerOf, type EventCandidate } from './events/candidate';
import type { Hypothesis } from './conclude';
import { identityOf } from './grow';
import type { Priors } from './priors';
import { failing, withChanges } from './state';
import { tablesStandingLow } from './standsLow';
import { movesTotalsOnly } from './totalsMoved';
import { failedOf, residualOf } from './system';
import type {
  DiagnosisEvent,
  DiagnosisSystem,
  DiagnosisUnit,
  EventCorrection,
  EventScope,
} from './types';

/** The best hypothesis' events, as far as they are certain enough to be named. */
export function eventsOf(
  unit: DiagnosisUnit,
  best: Hypothesis,
  hypotheses: readonly Hypothesis[],
  priors: Priors,
  adoption: Adoption,
): readonly DiagnosisEvent[] {
  const share = (holds: (event: EventCandidate) => boolean): number =>
    hypotheses.reduce((sum, each) => sum + (each.events.some(holds) ? each.probability : 0), 0);
  // Of so many acts at once not all that could have happened was looked at.
  const isClear = best.events.filter(({ release }) => release === null).length <= MOST_ACTS;
  const low = tablesStandingLow(unit);
  const missing = best.events.flatMap(({ scope }) =>
    scope.kind === 'projectMissing' ? [scope.block] : [],
  );
  const areAllProjects = missing.every((block) =>
    areProjects(unit.systems, block, best.differences),
  );
  let systems = unit.systems;
  const moved = new Set<string>();
  const named = best.events.flatMap((assumed): DiagnosisEvent[] => {
    const { event, isLost } = withLost(assumed, best, priors, adoption);
    const identity = identityOf(assumed);
    const exact = share((other) => identityOf(other) === identity);
    const { kind } = event.scope;
    const alike = share((other) => other.scope.kind === kind);
    const before = systems;
    systems = withChanges(before, event.changes, powerOf(event));
    if (alike < priors.claim || !isRestExplained(event, best)) return [];
    if (isInBothTables(event, best.events)) return [];
    if (!agreesWithTotals(unit.systems, event, best.differences)) return [];
    if (missing.length > 1 && kind === 'projectMissing' && !areAllProjects) return [];
    // It may be one act on all of a table instead.
    if (low.size > 0 && (event.table === null || low.has(event.table))) return [];
    // No project need be missing, nor a date differ, where a line stands twice.
    if (event.release !== null && mayBeCopied(before, best.differences)) return [];
    const corrected = correctedBy(event);
    if (adoption.leavesMoreFailing(corrected) || adoption.leavesMoreLacking(corrected)) {
      return [];
    }
    // What is multiplied stays in its place: nothing that holds may fail for it.
    if (kind === 'scaled' && adoption.breaksWhatHolds(corrected)) return [];
    // A figure that it moved and that cannot be right would be left out of what is put back.
    const isWhole = kind === 'scaled' || (event.unfit?.size ?? 0) === 0;
    const isSure =
      isClear &&
      isWhole &&
      exact >= leastOf(event, best, priors, before, systems) &&
      !movesTotalsOnly(unit, event);
    const { scope, amounts, table } = described(event, best, tablesCompared(unit));
    if (scope.kind === 'differentDraft' && !isSeveral(unit, scope)) return [];
    const corrections = isSure && !isLost ? correctionsOf(unit, event) : [];
    // Where two acts moved the same cell, the second is offered once the first is put right.
    const isSecond = corrections.some(({ key }) => moved.has(key));
    for (const { key } of corrections) moved.add(key);
    return [
      {
        kind,
        table: event.release === null ? (isSure ? event.table : null) : table,
        scope,
        systems: concerned(event, amounts),
        amounts,
        explains: explainedEqualities(unit.systems, before, systems, event, best),
        probability: isSure ? exact : alike,
        corrections: isSecond ? [] : corrections,
      },
    ];
  });
  return withoutContradiction(named);
}

/**
 * An act that moved figures over others, with what these must have been. `isLost` where the equalities do not tell
 * that of each, so that moving the rest back would leave nothing where a figure is due.
 */
function withLost(
  event: EventCandidate,
  { slips, probability }: Hypothesis,
  { claim }: Priors,
  adoption: Adoption,
): { readonly event: EventCandidate; readonly isLost: boolean } {
  const lost = event.scope.kind === 'shifted' ? adoption.emptiedThoughDue(correctedBy(event)) : [];
  if (lost.length === 0) return { event, isLost: false };
  const changes = new Map([...event.changes].map(([system, own]) => [system, new Map(own)]));
  for (const { system, figure } of lost) {
    const measure = slips.measures[system];
    const [first] = measure?.ranked ?? [];
    const meant = first?.proposals.find((one) => one.figure === figure)?.meant ?? 0n;
    const share = probability * (measure?.certainty ?? 0) * (measure?.weights[0] ?? 0);
    const isAlone = first?.proposals.length === 1 && measure?.outcome?.cut === false;
    if (meant <= 0n || !isAlone || share < claim) return { event, isLost: true };
    changes.get(system)?.set(figure, meant);
  }
  return { event: { ...event, changes }, isLost: false };
}

/** The same in another unit in both tables, their totals apart: as well may both totals be, in few cells. */
function isInBothTables({ scope, table }: EventCandidate, all: readonly EventCandidate[]): boolean {
  if (scope.kind !== 'scaled' || scope.scope === 'line') return false;
  return all.some(
    (other) =>
      other.table !== table &&
      other.scope.kind === 'scaled' &&
      other.scope.scope === scope.scope &&
      other.scope.block === scope.block,
  );
}

/** Of more acts within tables than these none is offered. */
const MOST_ACTS = 2;

/** So many measures of a block differ at least before another date is named. */
const LEAST_OF_DRAFT = 2;

/** Where only what figures are like tells which table it was, so much is asked for. */
const SURE_OF_TABLE = 0.98;

/** How many equalities fail that do not compare tables. */
function failuresWithin(systems: readonly DiagnosisSystem[]): number {
  return systems.reduce(
    (sum, system) => sum + failing(system).filter((at) => !isBetweenTables(system, at)).length,
    0,
  );
}

/**
 * How likely an event must be, in this table and with these cells, to be offered. Measures or blocks exchanged
 * in one table or in the other make the tables agree alike, and both balance: what tells is only which of them
 * is mostly the larger, and of measures that are no neighbours, of one line, or beside another act or a slip, not
 * even that. Nor where two cells of one line, exchanged in either table, would do as well.
 *
 * @param before the figures as they stand
 * @param after the same with the event undone, other acts or not
 */
function leastOf(
  { scope, changes }: EventCandidate,
  { events, slips, systems }: Hypothesis,
  { claim }: Priors,
  before: readonly DiagnosisSystem[],
  after: readonly DiagnosisSystem[],
): number {
  if (scope.kind !== 'exchanged' || scope.what === 'lines') return claim;
  // A balance within a table tells.
  if (failuresWithin(after) < failuresWithin(before)) return claim;
  const others = events.filter((event) => event.scope !== scope && event.release === null);
  const hasSlips = [...changes.keys()].some(
    (at) => (slips.measures[at]?.ranked[0]?.proposals.length ?? 0) > 0,
  );
  if (others.length > 0 || hasSlips) return Infinity;
  // A line and its totals: one project of one of the tables has another amount as well.
  if (linesOf(systems, changes).size <= 2) return Infinity;
  // Which block is the fuller one tells more.
  if (scope.what === 'blocks') return claim;
  const [first, second] = [scope.first.system ?? 0, scope.second.system ?? 0];
  if (Math.abs(first - second) > 1 || twoCellsWouldDo(before, first, second)) return Infinity;
  return SURE_OF_TABLE;
}

/** The lines in which an act puts figures back. */
function linesOf(
  systems: readonly DiagnosisSystem[],
  changes: EventCandidate['changes'],
): ReadonlySet<number | undefined> {
  return new Set(
    [...changes].flatMap(([index, own]) =>
      [...own.keys()].map((figure) => systems[index]?.figures[figure]?.place.line),
    ),
  );
}

/** What tables differ by can only be told where everything else is explained. */
function isRestExplained({ release, systems }: EventCandidate, { slips }: Hypothesis): boolean {
  if (release === null) return true;
  return systems.every((system) => {
    const measure = slips.measures[system];
    return measure?.outcome == null || measure.ranked.length > 0;
  });
}

/** Another draft differs in several amounts of a block; one alone could be anything. */
function isSeveral(
  { systems }: DiagnosisUnit,
  { differences }: Extract<EventScope, { kind: 'differentDraft' }>,
): boolean {
  const amounts = differences.filter(({ system }) => systems[system]?.quantity === 'amount');
  return amounts.some(
    ({ block }) => amounts.filter((other) => other.block === block).length >= LEAST_OF_DRAFT,
  );
}

function concerned({ systems }: EventCandidate, amounts: ReadonlyMap<number, Amount>): number[] {
  return amounts.size > 0 ? [...amounts.keys()].sort((a, b) => a - b) : [...systems];
}

/** The tables whose totals must agree: the first less the second is the difference. */
function tablesCompared({ systems }: DiagnosisUnit): readonly [number, number] {
  for (const { figures, equalities } of systems) {
    for (const { total, parts } of equalities) {
      const own = figures[total]?.place.table ?? 0;
      const other = figures[parts[0] ?? -1]?.place.table ?? own;
      if (own !== other) return [own, other];
    }
  }
  return [0, 1];
}

/** An event between the tables with what they differ by. */
function described(
  { scope, table }: EventCandidate,
  { differences }: Hypothesis,
  [first, second]: readonly [number, number],
): {
  readonly scope: EventScope;
  readonly amounts: ReadonlyMap<number, Amount>;
  readonly table: number | null;
} {
  const all = [...differences].flatMap(([system, own]) =>
    [...own].flatMap(([block, difference]) =>
      difference === 0n ? [] : [{ system, block, difference }],
    ),
  );
  switch (scope.kind) {
    case 'projectMissing':
    case 'otherBudget': {
      const own = all.filter(({ block }) => block === scope.block);
      const amounts = new Map(own.map(({ system, difference }) => [system, absolute(difference)]));
      const isMore = own.every(({ difference }) => difference > 0n);
      // The first table has more: it is missing in the second.
      if (scope.kind === 'projectMissing')
        return { scope, amounts, table: isMore ? second : first };
      return { scope, amounts, table: isMore ? first : second };
    }
    case 'differentDraft':
      return {
        scope: { kind: 'differentDraft', differences: all },
        amounts: new Map(),
        table: null,
      };
    case 'scaled':
    case 'exchanged':
    case 'shifted':
    case 'outsideTable':
      return { scope, amounts: new Map(), table };
  }
}

function explainedEqualities(
  stated: readonly DiagnosisSystem[],
  before: readonly DiagnosisSystem[],
  after: readonly DiagnosisSystem[],
  event: EventCandidate,
  { released }: Hypothesis,
): DiagnosisEvent['explains'] {
  // What holds only with other acts as well is promised by none of them.
  const alone = withChanges(stated, correctedBy(event), powerOf(event));
  return stated.flatMap((system, index) =>
    failedOf(system).flatMap((equality) => {
      if (event.release !== null) {
        const open = released?.systems[index]?.equalities[equality];
        const free = released?.free[index];
        const blocks =
          event.scope.kind === 'projectMissing' ? [event.scope.block] : [...(free?.keys() ?? [])];
        const figures = blocks.map((block) => free?.get(block));
        const isOpen = open?.parts.some((part) => figures.includes(part)) === true;
        return isOpen ? [{ system: index, equality }] : [];
      }
      const [was, is, by] = [before[index], after[index], alone[index]];
      const own = system.equalities[equality];
      if (was === undefined || is === undefined || by === undefined || own === undefined) return [];
      const tolerance = by.equalities[equality]?.tolerance ?? 0n;
      if (absolute(residualOf(by, own)) > tolerance) return [];
      const [then, now] = [absolute(residualOf(was, own)), absolute(residualOf(is, own))];
      // What rounding explains before and after is not this event's.
      const isExplained =
        then !== 0n &&
        (now === 0n || (now <= (is.equalities[equality]?.tolerance ?? 0n) && then > own.tolerance));
      return isExplained ? [{ system: index, equality }] : [];
    }),
  );
}

function correctionsOf(unit: DiagnosisUnit, event: EventCandidate): readonly EventCorrection[] {
  return [...correctedBy(event)]
    .sort(([a], [b]) => a - b)
    .flatMap(([system, changes]) =>
      [...changes]
        .sort(([a], [b]) => a - b)
        .flatMap(([figure, proposed]): EventCorrection[] => {
          const stated = unit.systems[system]?.figures[figure];
          if (stated === undefined) return [];
          return [{ system, figure, key: stated.key, stated: stated.value, proposed }];
        }),
    );
}
