/** How did a method do on one trial, and on many? */
import type { Amount } from '../../../src/domain/amount';
import type { Diagnosis, Explanation, SlipPattern } from '../../../src/domain/diagnose/diagnose';
import { cellOf } from '../../domain/diagnose/pair';

/** The true values of the wrong cells, by key. */
export type Truth = ReadonlyMap<string, Amount>;

/** How one trial went. Ranks count from 1; 0 means not among the explanations. */
export interface Verdict {
  /** Every measure with wrong cells has a diagnosis. */
  readonly noticed: boolean;
  /** Best rank of an explanation that changes exactly the wrong cells. */
  readonly setRank: number;
  /** Rank of the explanation that changes exactly the wrong cells to their true values. */
  readonly rank: number;
  readonly unique: boolean;
  readonly tied: boolean;
  readonly cut: boolean;
  /** Pattern named by the first explanation's first correction. */
  readonly named: SlipPattern | null;
}

function sameCells(explanation: Explanation, truth: Truth): boolean {
  return (
    explanation.corrections.length === truth.size &&
    explanation.corrections.every(({ key }) => truth.has(key))
  );
}

function sameValues(explanation: Explanation, truth: Truth): boolean {
  return explanation.corrections.every(({ key, proposed }) => truth.get(key) === proposed);
}

/** Judges diagnoses against the truth; measures are judged one by one, the worst counts. */
export function judge(diagnoses: readonly Diagnosis[], truth: Truth): Verdict {
  const measures = new Set([...truth.keys()].map((key) => cellOf(key).column % 4));
  const verdicts = [...measures].map((measure): Verdict => {
    const own = new Map([...truth].filter(([key]) => cellOf(key).column % 4 === measure));
    const diagnosis = diagnoses.find(({ system }) => system === measure);
    const explanations = diagnosis?.explanations ?? [];
    const setRank = explanations.findIndex((explanation) => sameCells(explanation, own)) + 1;
    const rank =
      explanations.findIndex(
        (explanation) => sameCells(explanation, own) && sameValues(explanation, own),
      ) + 1;
    return {
      noticed: diagnosis !== undefined,
      setRank,
      rank,
      unique: diagnosis?.unique ?? false,
      tied: (diagnosis?.tied ?? 1) > 1,
      cut: diagnosis?.cut ?? false,
      named: explanations[0]?.corrections[0]?.pattern ?? null,
    };
  });
  const worst = (pick: (verdict: Verdict) => number): number => {
    const ranks = verdicts.map(pick);
    return ranks.includes(0) ? 0 : Math.max(...ranks);
  };
  return {
    noticed: verdicts.every(({ noticed }) => noticed),
    setRank: worst(({ setRank }) => setRank),
    rank: worst(({ rank }) => rank),
    unique: verdicts.every(({ unique }) => unique),
    tied: verdicts.some(({ tied }) => tied),
    cut: verdicts.some(({ cut }) => cut),
    named: verdicts[0]?.named ?? null,
  };
}

/** Verdicts counted. */
export class Tally {
  trials = 0;
  noticed = 0;
  located = 0;
  exact = 0;
  topThree = 0;
  among = 0;
  unique = 0;
  uniqueExact = 0;
  tied = 0;
  cut = 0;
  named = 0;
  /** First, unqualified and wrong: neither right, nor one of several that tie. */
  wrong = 0;
  oracleFirst = 0;
  oracleTopThree = 0;

  add(verdict: Verdict, pattern: SlipPattern | null = null): void {
    this.trials += 1;
    if (verdict.noticed) this.noticed += 1;
    if (verdict.setRank === 1) this.located += 1;
    if (verdict.rank === 1) this.exact += 1;
    if (verdict.rank >= 1 && verdict.rank <= 3) this.topThree += 1;
    if (verdict.rank >= 1) this.among += 1;
    if (verdict.unique) this.unique += 1;
    if (verdict.unique && verdict.rank === 1) this.uniqueExact += 1;
    if (verdict.tied) this.tied += 1;
    if (verdict.cut) this.cut += 1;
    if (verdict.noticed && verdict.setRank !== 1 && !verdict.tied) this.wrong += 1;
    if (pattern !== null && verdict.named === pattern) this.named += 1;
  }

  /** Adds the oracle's expected success: 1, 0, or a share where it ties. */
  addOracle(first: number, topThree: number): void {
    this.oracleFirst += first;
    this.oracleTopThree += topThree;
  }
}

const COUNTERS = [
  'trials',
  'noticed',
  'located',
  'exact',
  'topThree',
  'among',
  'unique',
  'uniqueExact',
  'tied',
  'cut',
  'named',
  'wrong',
  'oracleFirst',
  'oracleTopThree',
] as const;

/** Tallies by label, in the order of first use. */
export class Tallies {
  readonly byLabel = new Map<string, Tally>();

  of(label: string): Tally {
    const known = this.byLabel.get(label);
    if (known !== undefined) return known;
    const tally = new Tally();
    this.byLabel.set(label, tally);
    return tally;
  }

  sum(labels: (label: string) => boolean = () => true): Tally {
    const sum = new Tally();
    for (const [label, tally] of this.byLabel) {
      if (!labels(label)) continue;
      for (const key of COUNTERS) sum[key] += tally[key];
    }
    return sum;
  }
}

/** The share of a posterior's mass that ranks first (or among the first three), ties shared. */
export function oracleSuccess(
  probabilities: readonly number[],
  truth: number,
): { first: number; topThree: number } {
  const own = probabilities[truth] ?? 0;
  const close = (value: number): boolean => Math.abs(value - own) <= 1e-9 * own;
  const better = probabilities.filter((value) => value > own && !close(value)).length;
  const equal = probabilities.filter(close).length;
  const within = (places: number): number =>
    Math.max(0, Math.min(1, (places - better) / Math.max(1, equal)));
  return { first: within(1), topThree: within(3) };
}

/** "99.93 %" */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  const share = (100 * part) / whole;
  // Never rounded up to 100.
  return part < whole && share > 99.99 ? '99.99 %' : `${share.toFixed(share >= 99.95 ? 2 : 1)} %`;
}
