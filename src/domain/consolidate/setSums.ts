/**
 * Which units of a set do not count because they are sums of others, and of which is the user asked
 * (U-020)? What is beyond doubt does not count; what is likely does not until the user says that it
 * does; what may be coincidence counts until the user says that it does not.
 */
import { comparableUnitName } from '../recognise/heading';
import type { ComparedSet, SetSum } from './compareSet';
import { earlierResults, overlappingResults } from './earlierResults';
import type { CountChoice, SetFindingDetail } from './setFinding';
import type { Version } from './versions';

/** What is not certain of a unit that is a sum, or may be one. */
export type SumDoubt =
  /** The user has to say whether it counts. */
  | 'open'
  /** It does not count, and units that it is made of are not in the set. */
  | 'partsAbsent'
  | null;

/** What is to be told of sums, before it is a finding. */
export interface ToldSum<One> {
  /** Of a sum its total first. */
  readonly members: readonly One[];
  readonly detail: Extract<
    SetFindingDetail,
    { kind: 'sumOfOthers' | 'sumsUnclear' | 'sumsUnexamined' | 'earlierResult' | 'resultsOverlap' }
  >;
  /** True where the user has said what is to be said, and nothing else is wrong. */
  readonly isSettled: boolean;
}

/** What sums do to a set. */
export interface JudgedSums<One> {
  readonly told: readonly ToldSum<One>[];
  /** Numbers of units that do not count. */
  readonly left: ReadonlySet<number>;
  /** By number. */
  readonly doubts: ReadonlyMap<number, SumDoubt>;
  /** Each sum that does not count, with its parts behind it. */
  readonly sums: readonly (readonly One[])[];
}

/** @param choiceOf what the user has said of a unit */
export function judgeSums<One extends Version>(
  units: readonly One[],
  compared: ComparedSet,
  choiceOf: (one: One) => CountChoice,
): JudgedSums<One> {
  const told: ToldSum<One>[] = [];
  const left = new Set<number>();
  const open = new Set<number>();
  const partsAbsent = new Set<number>();
  const sums: (readonly One[])[] = [];
  const at = (index: number): One[] => {
    const one = units[index];
    return one === undefined ? [] : [one];
  };
  /** @returns what the user has said */
  const decide = (one: One, isLeft: boolean, isCertain: boolean): CountChoice => {
    const said = choiceOf(one);
    if (said === 'left' || (said === null && isLeft)) left.add(one.number);
    if (said === null && !isCertain) open.add(one.number);
    return said;
  };
  const isToldAlone = ({ sureness, basis }: SetSum) => sureness !== 'unclear' || basis !== 'exact';
  const earlier = earlierResults(units);
  const isEarlier = (one: One) => earlier.some(({ members: [result] }) => result === one);
  for (const sum of compared.sums.filter(isToldAlone)) {
    const members = sum.members.flatMap(at);
    const [total] = members;
    // Its own papers say more than figures that are nearly so.
    if (total === undefined || (sum.basis !== 'exact' && isEarlier(total))) continue;
    const { sureness, basis, differing, differingCount, compared: figures } = sum;
    const said = decide(total, sureness !== 'unclear', sureness === 'certain');
    if (left.has(total.number)) sums.push(members);
    const about = { sureness, basis, differing, differingCount, compared: figures, said };
    told.push({ members, detail: { kind: 'sumOfOthers', ...about }, isSettled: said !== null });
  }
  const isTold = ({ number }: One) => told.some(({ members: [total] }) => total?.number === number);
  for (const { members, absent } of earlier) {
    const [result] = members;
    if (result === undefined || isTold(result)) continue;
    const said = decide(result, true, true);
    if (left.has(result.number)) sums.push(members);
    if (absent.length > 0) partsAbsent.add(result.number);
    const detail = { kind: 'earlierResult', absent, said } as const;
    told.push({ members, detail, isSettled: said !== null });
  }
  for (const { members: all, shared } of overlappingResults(units)) {
    const members = all.filter((one) => !left.has(one.number) || !isTold(one));
    if (members.length < 2) continue;
    for (const one of members) decide(one, true, false);
    // One of them is chosen: the others go without saying.
    const chosen = members.filter((one) => choiceOf(one) === 'counts');
    if (chosen.length > 0) {
      for (const { number } of members) open.delete(number);
      for (const { number } of lacking(members, chosen)) partsAbsent.add(number);
    }
    told.push(listed(members, { kind: 'resultsOverlap', shared }, open));
  }
  const unclear = compared.sums
    .filter((sum) => !isToldAlone(sum))
    .map(({ members }) => members.flatMap(at))
    .filter(([total]) => total !== undefined && !isTold(total));
  if (unclear.length > 0) {
    const totals = unclear.flatMap((members) => members.slice(0, 1));
    for (const one of totals) decide(one, false, false);
    const numbers = unclear.map((members) => members.map(({ number }) => number));
    told.push(listed(totals, { kind: 'sumsUnclear', sums: numbers }, open));
    sums.push(...unclear.filter(([total]) => left.has(total?.number ?? 0)));
  }
  const unexamined = compared.unexamined.flatMap(at).filter((one) => !isTold(one));
  if (unexamined.length > 0) {
    for (const one of unexamined) decide(one, false, false);
    told.push(listed(unexamined, { kind: 'sumsUnexamined' }, open));
  }
  const doubts = new Map<number, SumDoubt>();
  for (const number of partsAbsent) if (left.has(number)) doubts.set(number, 'partsAbsent');
  for (const number of open) doubts.set(number, 'open');
  return { told, left, doubts, sums };
}

/** Results that do not count and have parts that none of those has that do. */
function lacking<One extends Version>(members: readonly One[], chosen: readonly One[]): One[] {
  const names = ({ unit }: One) => unit.sumOf.map(comparableUnitName);
  const there = new Set(chosen.flatMap(names));
  return members.filter((one) => names(one).some((name) => !there.has(name)));
}

type Listed = Extract<ToldSum<unknown>['detail'], { open: readonly number[] }>;
type WithoutOpen<Detail> = Detail extends unknown ? Omit<Detail, 'open'> : never;

/** Several units, each with a choice of its own. */
function listed<One extends Version>(
  members: readonly One[],
  detail: WithoutOpen<Listed>,
  all: ReadonlySet<number>,
): ToldSum<One> {
  const open = members.map(({ number }) => number).filter((number) => all.has(number));
  return { members, detail: { ...detail, open }, isSettled: open.length === 0 };
}
