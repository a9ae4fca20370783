/** Rounded tables: are honest ones left alone, and slips in them still found? */
import { absolute, roundToPlace, type Amount } from '../../../src/domain/amount';

import { slipsOf, keyOf, puyang, systemsOf, type Pair } from '../../domain/diagnose/pair';
import { generatePair, type Unit } from './generator';
import { printTable } from './print';
import { seeded, type Random } from './random';
import { judge, percent, Tallies, type Tally } from './tally';
import { cellsOf, SINGLE_PATTERNS, slippedValue, trialOf } from './trials';
import { residualOf } from '../../../src/domain/diagnose/system';

/** What the goals need of this study. */
export interface RoundingFigures {
  /** Honest pairs, and those of them in which an equality fails beyond its interval. */
  readonly honest: { readonly pairs: number; readonly failing: number; readonly named: number };
  readonly slips: Tally;
  readonly inside: Tally;
}

/** Every figure rounded by itself, as a number format or ROUND does. */
export function roundedPair(pair: Pair, places: number): Pair {
  return pair.map(
    (table) =>
      table?.map((row) =>
        row.map((value, column) =>
          value === null || column % 4 === 0 ? value : roundToPlace(value, places),
        ),
      ) ?? null,
  );
}

function failsBeyond(pair: Pair, places: number | null): boolean {
  return systemsOf(pair, { places }).some((system) =>
    system.equalities.some(
      (equality) => absolute(residualOf(system, equality)) > equality.tolerance,
    ),
  );
}

function studyHonest(count: number): RoundingFigures['honest'] {
  let [failing, named] = [0, 0];
  for (let pair = 0; pair < count; pair += 1) {
    const unit: Unit = pair % 2 === 0 ? 'tenThousandYuan' : 'yuan';
    const clean = generatePair(800_000 + pair, unit).pair;
    const places = [null, 2, 0][pair % 3] ?? null;
    const honest = places === null ? clean : roundedPair(clean, places);
    if (failsBeyond(honest, places)) failing += 1;
    if (slipsOf(systemsOf(honest, { places })).length > 0) named += 1;
  }
  return { pairs: count, failing, named };
}

function studySlips(random: Random, trials: number): Tallies {
  const tallies = new Tallies();
  for (let trial = 0; trial < trials; trial += 1) {
    const places = trial % 2 === 0 ? 2 : 0;
    const clean = roundedPair(generatePair(850_000 + trial * 2, 'tenThousandYuan').pair, places);
    const cells = cellsOf(clean).filter(
      ({ table, line, column }) =>
        column % 4 !== 0 && (clean[table]?.[line]?.[column] ?? 0n) !== 0n,
    );
    const cell = random.pick(cells);
    const pattern = random.pick(SINGLE_PATTERNS);
    const value = slippedValue(random, pattern, clean, cell, 'tenThousandYuan');
    if (value === null) continue;
    const rounded = roundToPlace(value, places);
    const { pair: wrong, truth } = trialOf(clean, new Map([[keyOf(cell), rounded]]));
    if (truth.get(keyOf(cell)) === rounded) continue;
    const label = failsBeyond(wrong, places)
      ? `${places} places`
      : `${places} places, inside the interval`;
    tallies.of(label).add(judge(slipsOf(systemsOf(wrong, { places })), truth), pattern);
  }
  return tallies;
}

/** A slip of one unit in a table of whole 万元 that otherwise balances exactly. */
function studyInside(): Tally {
  const tallies = new Tallies();
  const whole = puyang().map(
    (table) =>
      table?.map((row) =>
        row.map((value) => (value === null ? null : roundToPlace(value * 10_000n, 0))),
      ) ?? null,
  );
  const unit: Amount = 10n ** 12n;
  for (const cell of cellsOf(whole)) {
    const value = whole[cell.table]?.[cell.line]?.[cell.column] ?? null;
    if (cell.column % 4 === 0 || value === null || value === 0n) continue;
    const { pair, truth } = trialOf(whole, new Map([[keyOf(cell), value + unit]]));
    tallies.of('inside').add(judge(slipsOf(systemsOf(pair, { places: 0 })), truth));
  }
  return tallies.of('inside');
}

/** Runs the study of rounded tables. */
export function studyRounding(scale: number): RoundingFigures {
  const random = seeded(404);
  const honest = studyHonest(Math.ceil(10_000 * scale));
  printTable(
    'Honest pairs: exact, rounded to two places, rounded to whole units',
    ['pairs', 'failing beyond the interval', 'with a culprit named'],
    [[String(honest.pairs), String(honest.failing), String(honest.named)]],
  );
  const slips = studySlips(random, Math.ceil(2000 * scale));
  const inside = studyInside();
  const row = (label: string, tally: Tally): readonly string[] => [
    label,
    String(tally.trials),
    percent(tally.located, tally.trials),
    percent(tally.exact, tally.trials),
    percent(tally.among, tally.trials),
    String(tally.tied),
    String(tally.trials - tally.noticed),
    String(tally.wrong),
  ];
  printTable(
    'One wrong figure in a rounded pair, typed totals',
    ['table', 'trials', 'located', 'value exact', 'among', 'tied', 'not named', 'wrong'],
    [
      ...[...slips.byLabel].map(([label, tally]) => row(label, tally)),
      row('slip of one unit, all else exact', inside),
    ],
  );
  return { honest, slips: slips.sum((label) => !label.includes('inside')), inside };
}
