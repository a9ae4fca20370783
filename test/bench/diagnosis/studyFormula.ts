/** One wrong input where totals are formulas: how often is it first, beside one who knows everything? */
import type { Amount } from '../../../src/domain/amount';

import {
  slipsOf,
  figureAt,
  formulaTotals,
  keyOf,
  puyang,
  recomputed,
  systemsOf,
  type Cell,
  type Pair,
} from '../../domain/diagnose/pair';
import { generatePair, type Laws, type Unit } from './generator';
import { logProbability, normalised } from './oracle';
import { printTable } from './print';
import { seeded, type Random } from './random';
import { DIGIT_PATTERNS, drawSlip, slipProbability } from './slipModel';
import { judge, oracleSuccess, percent, Tallies, type Tally } from './tally';
import { cellsOf, isTotalCell, trialOf, usedInputs, wrongInput } from './trials';

/** What the goals need of these studies. */
export interface FormulaFigures {
  readonly byPattern: Tallies;
  readonly puyang: Tallies;
  readonly mixed: Tally;
  readonly exchanged: Tally;
}

/** The oracle's posterior over every input of the block and measure, the true one included. */
function oraclePosterior(
  laws: Laws,
  pair: Pair,
  cell: Cell,
  truth: Amount,
): { probabilities: readonly number[]; truth: number } {
  const stated = figureAt(pair, cell) ?? 0n;
  const difference = stated - truth;
  const candidates = cellsOf(pair).filter(
    (other) => other.column === cell.column && !isTotalCell(pair, other),
  );
  const logs = candidates.map((candidate) => {
    const own = figureAt(pair, candidate) ?? 0n;
    // Table 1 too high looks like Table 2 too low.
    const meant = candidate.table === cell.table ? own - difference : own + difference;
    const slip = slipProbability(meant, own, laws.unit, cell.column % 4 === 0);
    // All rows, since under each hypothesis the others are as stated.
    const change = new Map([[keyOf(candidate), meant]]);
    return Math.log(slip) + logProbability(laws, pair, candidates, change);
  });
  const at = candidates.findIndex((candidate) => keyOf(candidate) === keyOf(cell));
  return { probabilities: normalised(logs), truth: at };
}

const HEADER = [
  'pattern',
  'trials',
  'first',
  'oracle',
  'ratio',
  'in 3',
  'oracle',
  'ratio',
  'among',
];

/** ours ÷ oracle */
export function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function rowOf(label: string, tally: Tally): readonly string[] {
  return [
    label,
    String(tally.trials),
    percent(tally.exact, tally.trials),
    percent(tally.oracleFirst, tally.trials),
    ratio(tally.exact, tally.oracleFirst),
    percent(tally.topThree, tally.trials),
    percent(tally.oracleTopThree, tally.trials),
    ratio(tally.topThree, tally.oracleTopThree),
    percent(tally.among, tally.trials),
  ];
}

function studyGenerated(random: Random, trials: number): Tallies {
  const tallies = new Tallies();
  for (let trial = 0; trial < trials; trial += 1) {
    const unit: Unit = trial % 2 === 0 ? 'tenThousandYuan' : 'yuan';
    const { pair, laws } = generatePair(200_000 + Math.floor(trial / 4), unit);
    const { trial: wrong, cell, pattern } = wrongInput(random, pair, unit);
    const diagnoses = slipsOf(systemsOf(wrong.pair, { kindOf: formulaTotals }));
    const tally = tallies.of(pattern);
    tally.add(judge(diagnoses, wrong.truth), pattern);
    const posterior = oraclePosterior(laws, wrong.pair, cell, wrong.truth.get(keyOf(cell)) ?? 0n);
    const { first, topThree } = oracleSuccess(posterior.probabilities, posterior.truth);
    tally.addOracle(first, topThree);
  }
  return tallies;
}

function studyPuyang(random: Random, repeats: number): Tallies {
  const tallies = new Tallies();
  const clean = puyang();
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const cell of usedInputs(clean)) {
      for (const pattern of DIGIT_PATTERNS) {
        const meant = figureAt(clean, cell) ?? 0n;
        const isCount = cell.column % 4 === 0;
        const stated = drawSlip(random, pattern, meant, 'tenThousandYuan', isCount);
        if (stated === null) continue;
        const { pair, truth } = trialOf(clean, new Map([[keyOf(cell), stated]]));
        const systems = systemsOf(recomputed(pair), { kindOf: formulaTotals });
        tallies.of(pattern).add(judge(slipsOf(systems), truth), pattern);
      }
    }
  }
  return tallies;
}

/** Some totals typed, some formulas. */
function studyMixed(random: Random, trials: number): Tally {
  const tallies = new Tallies();
  for (let trial = 0; trial < trials; trial += 1) {
    const unit: Unit = trial % 2 === 0 ? 'tenThousandYuan' : 'yuan';
    const { pair } = generatePair(300_000 + trial, unit);
    const typedTable = random.below(2);
    const { trial: wrong } = wrongInput(random, pair, unit);
    // Only formulas follow the wrong input; typed totals still show the true sums.
    const stated = wrong.pair.map((table, t) => (t === typedTable ? (pair[t] ?? null) : table));
    const mixed = trialOf(stated, new Map()).pair.map(
      (table, t) =>
        table?.map((row, line) =>
          row.map((value, column) => {
            const changed = wrong.truth.has(keyOf({ table: t, line, column }));
            return changed ? figureAt(wrong.pair, { table: t, line, column }) : value;
          }),
        ) ?? null,
    );
    const systems = systemsOf(mixed, {
      kindOf: (cell, table) => (cell.table === typedTable ? 'typed' : formulaTotals(cell, table)),
    });
    tallies.of('mixed').add(judge(slipsOf(systems), wrong.truth));
  }
  return tallies.of('mixed');
}

/** 预算 and 执行, or 执行 and 决算, exchanged on one line. */
function studyExchanged(random: Random, trials: number): Tally {
  const tallies = new Tallies();
  for (let trial = 0; trial < trials; trial += 1) {
    const unit: Unit = trial % 2 === 0 ? 'tenThousandYuan' : 'yuan';
    const { pair } = generatePair(400_000 + trial, unit);
    const cells = usedInputs(pair).filter(({ table, line, column }) => {
      const beside = figureAt(pair, { table, line, column: column + 1 }) ?? 0n;
      const own = figureAt(pair, { table, line, column }) ?? 0n;
      return (column % 4 === 1 || column % 4 === 2) && beside !== 0n && beside !== own;
    });
    if (cells.length === 0) continue;
    const cell = random.pick(cells);
    const beside = { ...cell, column: cell.column + 1 };
    const exchanged = new Map([
      [keyOf(cell), figureAt(pair, beside)],
      [keyOf(beside), figureAt(pair, cell)],
    ]);
    const { pair: wrong, truth } = trialOf(pair, exchanged);
    const systems = systemsOf(recomputed(wrong), { kindOf: formulaTotals });
    tallies.of('exchanged').add(judge(slipsOf(systems), truth), 'swappedCells');
  }
  return tallies.of('exchanged');
}

/** Runs the studies with formula totals. */
export function studyFormula(scale: number): FormulaFigures {
  const random = seeded(202);
  const byPattern = studyGenerated(random, Math.ceil(6000 * scale));
  const rows = DIGIT_PATTERNS.map((pattern) => rowOf(pattern, byPattern.of(pattern)));
  printTable('One wrong input, formula totals, generated pairs: ours beside the oracle', HEADER, [
    ...rows,
    rowOf('all', byPattern.sum()),
  ]);
  const real = studyPuyang(random, Math.ceil(2 * scale));
  printTable(
    'One wrong input, formula totals, real pair: every used input × all patterns',
    ['pattern', 'trials', 'first', 'in 3', 'among', 'tied', 'wrong'],
    [
      ...DIGIT_PATTERNS.map((pattern) => [pattern, real.of(pattern)] as const),
      ['all', real.sum()] as const,
    ].map(([label, tally]) => [
      label,
      String(tally.trials),
      percent(tally.exact, tally.trials),
      percent(tally.topThree, tally.trials),
      percent(tally.among, tally.trials),
      String(tally.tied),
      String(tally.wrong),
    ]),
  );
  const mixed = studyMixed(random, Math.ceil(500 * scale));
  const exchanged = studyExchanged(random, Math.ceil(500 * scale));
  printTable(
    'Other cases',
    ['case', 'trials', 'first', 'in 3', 'among'],
    [
      ['one table with typed totals, the other with formulas', mixed] as const,
      ['neighbouring measures exchanged on a line, formula totals', exchanged] as const,
    ].map(([label, tally]) => [
      label,
      String(tally.trials),
      percent(tally.exact, tally.trials),
      percent(tally.topThree, tally.trials),
      percent(tally.among, tally.trials),
    ]),
  );
  return { byPattern, puyang: real, mixed, exchanged };
}
