/** What do the published methods do on the same records? */
import { performance } from 'node:perf_hooks';
import type { Amount } from '../../../src/domain/amount';
import { type DiagnosisSystem } from '../../../src/domain/diagnose/diagnose';
import { slipsOf, keyOf, puyang, systemsOf, type Pair } from '../../domain/diagnose/pair';
import { loadFellegiHolt, type Localise } from './fellegiHolt';
import { printTable } from './print';
import { seeded, type Random } from './random';
import { correctTypingErrors, type Edit } from './scholtus';
import { judge, percent, type Truth } from './tally';
import { cellsOf, SINGLE_PATTERNS, slippedValue, trialOf, type Trial } from './trials';

/** A pair in 万元 as the same pair in 元; every figure becomes a whole number. */
function inYuan(pair: Pair): Pair {
  return pair.map(
    (table) =>
      table?.map((row) =>
        row.map((value, column) => (value === null || column % 4 === 0 ? value : value * 10_000n)),
      ) ?? null,
  );
}

function editsOf(system: DiagnosisSystem): readonly Edit[] {
  return system.equalities.map(({ total, parts }) => [
    [total, 1] as const,
    ...parts.map((part) => [part, -1] as const),
  ]);
}

function isRight(
  system: DiagnosisSystem,
  corrected: ReadonlyMap<number, Amount>,
  truth: Truth,
): { set: boolean; exact: boolean } {
  const cells = [...corrected].map(([index, value]) => ({
    key: system.figures[index]?.key ?? '',
    value,
  }));
  const set = cells.length === truth.size && cells.every(({ key }) => truth.has(key));
  return { set, exact: set && cells.every(({ key, value }) => truth.get(key) === value) };
}

interface Scores {
  trials: number;
  located: number;
  exact: number;
  milliseconds: number;
  most: number;
}

class Scoreboard {
  readonly rows = new Map<string, Map<string, Scores>>();

  add(label: string, method: string, result: { set: boolean; exact: boolean }, time: number): void {
    const methods = this.rows.get(label) ?? new Map<string, Scores>();
    this.rows.set(label, methods);
    const scores = methods.get(method) ?? {
      trials: 0,
      located: 0,
      exact: 0,
      milliseconds: 0,
      most: 0,
    };
    methods.set(method, scores);
    scores.trials += 1;
    if (result.set) scores.located += 1;
    if (result.exact) scores.exact += 1;
    scores.milliseconds += time;
    scores.most = Math.max(scores.most, time);
  }

  print(title: string, methods: readonly string[]): void {
    const header = methods.flatMap((method) => [`${method}: located`, 'exact', 'ms']);
    const rows = [...this.rows].map(([label, scores]) => [
      label,
      String(Math.max(...[...scores.values()].map(({ trials }) => trials))),
      ...methods.flatMap((method) => {
        const own = scores.get(method);
        if (own === undefined) return ['–', '–', '–'];
        return [
          percent(own.located, own.trials),
          percent(own.exact, own.trials),
          (own.milliseconds / own.trials).toFixed(1),
        ];
      }),
    ]);
    printTable(title, ['error', 'trials', ...header], rows);
  }
}

/** Zero is a number to the references; the amounts are whole numbers in yuan. */
function compare(
  board: Scoreboard,
  label: string,
  { pair, truth }: Trial,
  measure: number,
  localise: Localise | null,
): void {
  const system = systemsOf(pair)[measure];
  if (system === undefined) return;
  const values = system.figures.map(({ value }) => value ?? 0n);
  const edits = editsOf(system);
  const timed = (method: string, run: () => { set: boolean; exact: boolean }): void => {
    const start = performance.now();
    const result = run();
    board.add(label, method, result, performance.now() - start);
  };
  timed('ours', () => {
    const verdict = judge(slipsOf(systemsOf(pair)), truth);
    return { set: verdict.setRank === 1, exact: verdict.rank === 1 };
  });
  // The method is defined on integers; in 万元 with decimals it cannot be applied.
  const unit = 10n ** 12n;
  const whole = values.map((value) => value / unit);
  const applicable = values.every((value) => value % unit === 0n);
  if (applicable)
    timed('Scholtus', () => {
      const corrected = correctTypingErrors(whole, edits);
      const amounts = new Map([...corrected].map(([index, value]) => [index, value * unit]));
      return isRight(system, amounts, truth);
    });
  if (localise === null) return;
  timed('Fellegi–Holt', () => {
    const found = localise(values, edits);
    return found === null ? { set: false, exact: false } : isRight(system, found, truth);
  });
}

function singleErrors(
  board: Scoreboard,
  random: Random,
  pair: Pair,
  perPattern: number,
  localise: Localise,
): void {
  const cells = cellsOf(pair).filter(
    ({ table, line, column }) => column % 4 !== 0 && (pair[table]?.[line]?.[column] ?? 0n) !== 0n,
  );
  for (const pattern of SINGLE_PATTERNS) {
    for (let done = 0; done < perPattern;) {
      const cell = random.pick(cells);
      const value = slippedValue(random, pattern, pair, cell, 'tenThousandYuan');
      if (value === null) continue;
      const trial = trialOf(pair, new Map([[keyOf(cell), value]]));
      compare(board, pattern, trial, cell.column % 4, done * 4 < perPattern ? localise : null);
      done += 1;
    }
  }
}

function lineSwaps(
  board: Scoreboard,
  random: Random,
  pair: Pair,
  count: number,
  localise: Localise,
): void {
  const cells = cellsOf(pair).filter(({ table, line, column }) => {
    const [a, b] = [pair[table]?.[line]?.[column] ?? 0n, pair[table]?.[line + 1]?.[column] ?? 0n];
    return (
      column % 4 !== 0 && a !== 0n && b !== 0n && a !== b && line + 2 < (pair[table]?.length ?? 0)
    );
  });
  for (let done = 0; done < count; done += 1) {
    const first = random.pick(cells);
    const second = { ...first, line: first.line + 1 };
    const trial = trialOf(
      pair,
      new Map([
        [keyOf(first), pair[second.table]?.[second.line]?.[second.column] ?? null],
        [keyOf(second), pair[first.table]?.[first.line]?.[first.column] ?? null],
      ]),
    );
    compare(board, 'lines exchanged', trial, first.column % 4, done * 4 < count ? localise : null);
  }
}

/** Runs the comparison. */
export async function studyReference(scale: number): Promise<void> {
  const localise = await loadFellegiHolt();
  const perPattern = Math.ceil(100 * Math.max(0.2, scale));
  const methods = ['ours', 'Scholtus', 'Fellegi–Holt'];
  for (const [title, pair] of [
    ['in 万元 with decimals, as the form is filled', puyang()],
    ['turned into whole 元 first', inYuan(puyang())],
  ] as const) {
    const random = seeded(606);
    const board = new Scoreboard();
    singleErrors(board, random, pair, perPattern, localise);
    lineSwaps(board, random, pair, perPattern, localise);
    board.print(
      `One wrong figure or two lines exchanged, real pair, typed totals, ${title} (solver: a quarter of the trials)`,
      methods,
    );
  }
}
