/**
 * How long does a diagnosis take, from one wrong figure to a pair that is all wrong? Processor time, the
 * collecting of what is no longer used and compiling included: what else the machine does is no part of it.
 */
import type { Amount } from '../../../src/domain/amount';
import {
  diagnose,
  type DiagnosisSystem,
  type EventKind,
} from '../../../src/domain/diagnose/diagnose';
import {
  slipsOf,
  formulaTotals,
  isTotalLine,
  puyang,
  systemsOf,
  type Pair,
  type PairOptions,
} from '../../domain/diagnose/pair';
import { EVENTS } from './eventModel';
import { largePair } from './largePairs';
import { printTable } from './print';
import { seeded, type Random } from './random';
import { randomErrors } from './trials';

/** Milliseconds. */
export interface Times {
  readonly median: number;
  readonly most: number;
}

/** What the goals need of this study. */
export interface TimeFigures {
  readonly oneOrTwo: Times;
  readonly any: Times;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Runs before the clock counts: the add-in checks a pair again and again while it is open. */
const WARM_UP = 30;

interface Case {
  readonly label: string;
  readonly make: () => { readonly pair: Pair; readonly options: PairOptions };
}

/** Arbitrary numbers in a share of all cells. */
function scrambled(random: Random, pair: Pair, share: number): Pair {
  return pair.map(
    (table) =>
      table?.map((row) =>
        row.map((value): Amount | null =>
          random.next() < share ? BigInt(random.below(1_000_000)) * 10n ** 10n : value,
        ),
      ) ?? null,
  );
}

/** What some work gives, with its milliseconds of processor time. */
function timed<T>(work: () => T): { readonly value: T; readonly took: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, took: (user + system) / 1000 };
}

/** The fastest of three runs on figures of their own: nothing is known from the run before. */
function timeOf(make: () => readonly DiagnosisSystem[]): number {
  const runs = [0, 1, 2].map(() => {
    const systems = make();
    return timed(() => slipsOf(systems)).took;
  });
  return Math.min(...runs);
}

/** Acts in tables of hundreds of lines of unknown names: is it named, and after how long? */
function studyManyLines(): void {
  const rows = [800, 1600].flatMap((lines) =>
    (Object.keys(EVENTS) as EventKind[]).map((kind) => {
      const times: number[] = [];
      let named = 0;
      for (const seed of [1, 2, 3, 4]) {
        const trial = EVENTS[kind](seeded(seed + 4), largePair(seed, lines));
        if (trial === null) continue;
        const unit = {
          systems: systemsOf(trial.pair).map((system) => ({ ...system, finest: 6 })),
          outside: trial.outside,
          typicalSize: { centre: 4, width: 1.8 },
        };
        const { value, took } = timed(() => diagnose(unit));
        times.push(took);
        if (value.events.some((event) => event.kind === kind)) named += 1;
      }
      times.sort((a, b) => a - b);
      const [median, most] = [quantile(times, 0.5), quantile(times, 1)];
      return [
        `${kind}, ${lines} lines`,
        `${named} of ${times.length}`,
        median.toFixed(0),
        most.toFixed(0),
      ];
    }),
  );
  printTable(
    'Acts in many lines of unknown names, typed totals: milliseconds of processor time for one unit',
    ['event', 'named', 'median', 'most'],
    rows,
  );
}

/** Runs the study of times. */
export function studyTime(scale: number): TimeFigures {
  const random = seeded(505);
  const clean = puyang();
  const typed = (count: number) => () => ({
    pair: randomErrors(random, clean, count, 'tenThousandYuan', count === 1 ? null : 1).pair,
    options: {},
  });
  const shifted = (): { pair: Pair; options: PairOptions } => ({
    // Every line one line too low, as after a wrong paste.
    pair: clean.map((table) => {
      const lines = table ?? [];
      return [...lines.slice(-2, -1), ...lines.slice(0, -2), ...lines.slice(-1)];
    }),
    options: {},
  });
  const cases: readonly Case[] = [
    { label: 'one wrong figure', make: typed(1) },
    { label: 'two wrong figures in one measure', make: typed(2) },
    { label: 'three', make: typed(3) },
    { label: 'four', make: typed(4) },
    { label: 'six', make: typed(6) },
    { label: 'eight', make: typed(8) },
    { label: 'twelve', make: typed(12) },
    ...[0.02, 0.05, 0.1, 0.3, 1].flatMap((share) =>
      [null, 2].map((places) => ({
        label: `${100 * share} % of all cells arbitrary${places === null ? '' : ', rounded'}`,
        make: () => ({ pair: scrambled(random, clean, share), options: { places } }),
      })),
    ),
    {
      label: '30 % of all cells arbitrary, formula totals',
      make: () => ({
        pair: scrambled(random, clean, 0.3),
        options: { kindOf: formulaTotals },
      }),
    },
    { label: 'lines pasted one too low', make: shifted },
    {
      label: 'all cells blank but the total lines',
      make: () => ({
        pair: clean.map((table) =>
          (table ?? []).map((row, line) =>
            isTotalLine(table ?? [], line) ? row : row.map(() => null),
          ),
        ),
        options: {},
      }),
    },
  ];
  const cold = typed(1)();
  const coldSystems = systemsOf(cold.pair, cold.options);
  const { took: first } = timed(() => slipsOf(coldSystems));
  console.log(`first diagnosis of the process: ${first.toFixed(1)} ms`);
  const all: number[] = [];
  const few: number[] = [];
  const rows = cases.map(({ label, make }, index) => {
    const times: number[] = [];
    const repeats = Math.ceil((index < 2 ? 400 : 60) * Math.max(0.25, scale));
    for (let repeat = 0; repeat < repeats + WARM_UP; repeat += 1) {
      const { pair, options } = make();
      const systems = (): readonly DiagnosisSystem[] => systemsOf(pair, options);
      if (repeat >= WARM_UP) times.push(timeOf(systems));
      else slipsOf(systems());
    }
    times.sort((a, b) => a - b);
    all.push(...times);
    if (index < 2) few.push(...times);
    const figures = [quantile(times, 0.5), quantile(times, 0.99), quantile(times, 1)];
    return [label, String(times.length), ...figures.map((time) => time.toFixed(2))];
  });
  printTable(
    'Time per pair, milliseconds of processor time (fastest of three runs on each input)',
    ['case', 'runs', 'median', '99 %', 'most'],
    rows,
  );
  studyManyLines();
  few.sort((a, b) => a - b);
  all.sort((a, b) => a - b);
  return {
    oneOrTwo: { median: quantile(few, 0.5), most: quantile(few, 0.99) },
    any: { median: quantile(all, 0.5), most: quantile(all, 1) },
  };
}
