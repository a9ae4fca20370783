/**
 * Which events, and events upon events, may have happened? Each is undone and others are looked for in what is
 * left; those that leave the least unexplained are followed first.
 */
import { draftOf, failuresIn, figuresOf, weighed, type Draft, type Work } from './draft';
import { powerOf, type EventCandidate, type EventContext } from './events/candidate';
import { exchangedCandidates } from './events/exchanged';
import { outsideCandidates } from './events/outside';
import { scaledCandidates } from './events/scaled';
import { shiftedCandidates } from './events/shifted';
import { withChanges } from './state';
import type { DiagnosisSystem, DiagnosisUnit } from './types';

/** Events that follow upon another are looked for so often; in more figures than these only one. */
const MOST_EVENTS = 3;
const MANY_FIGURES = 4000;
/** So many hypotheses are followed at each step. */
const FOLLOWED = 6;
/** So many drafts are weighed at each step. */
const WEIGHED = 16;

/** Hypotheses of figures put back, event upon event; the one without any first. */
export function grow(work: Work, none: Draft): Draft[] {
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
