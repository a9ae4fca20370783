/**
 * Is an act named exactly where the data determine it, and never another? With typed totals, formulas, and
 * some of both; what the data determine is found out by undoing every act of the model (determined.ts).
 */
import {
  diagnose,
  type EventKind,
  type UnitDiagnosis,
} from '../../../src/domain/diagnose/diagnose';
import { formulaTotals, isTotalLine, systemsOf } from '../../domain/diagnose/pair';
import { determine, followed, type KindOf } from './determined';
import { EVENTS, type EventTrial } from './eventModel';
import { generatePair } from './generator';
import { printTable } from './print';
import { seeded } from './random';
import { isExact } from './studyEvents';
import { percent, type Truth } from './tally';

const KINDS = Object.keys(EVENTS) as EventKind[];

/** Which totals are formulas; of mixtures one after another. */
const TOTALS: Readonly<Record<string, readonly KindOf[]>> = {
  'typed totals': [() => 'typed'],
  'formula totals': [formulaTotals],
  'mixed totals': [
    ({ line, column }, table) => (column >= 8 && !isTotalLine(table, line) ? 'formula' : 'typed'),
    ({ line }, table) => (isTotalLine(table, line) ? 'formula' : 'typed'),
    (cell, table) => (cell.table === 0 ? formulaTotals(cell, table) : 'typed'),
    (cell, table) => (cell.table === 1 ? formulaTotals(cell, table) : 'typed'),
  ],
};

/** How one kind went. */
interface Counts {
  trials: number;
  act: number;
  exact: number;
  kind: number;
  named: number;
  /** Acts that would be determined but for a slip in each of two measures, and those named exactly all the same. */
  twoSlips: number;
  twoSlipsExact: number;
  /** Acts of one or two cells, and those of which all cells are put right first, as slips or an act. */
  few: number;
  fewRight: number;
  /** Another kind named, of all. */
  wrong: number;
  /** Events offered, and those with a cell or value that is not the trial's. */
  offered: number;
  wrongOffers: number;
}

/** What the goals need of this study. */
export interface DeterminedFigures {
  /** By kind and totals: how many are determined, and how many of them are named exactly. */
  readonly byKind: ReadonlyMap<string, { readonly determined: number; readonly exact: number }>;
  readonly wrongOffers: number;
  readonly offered: number;
}

/** Every cell of the act has its right value in what is said first, and nothing else is changed. */
export function isPutRight({ events, diagnoses }: UnitDiagnosis, truth: Truth): boolean {
  const changed = [
    ...events.flatMap(({ corrections }) => corrections),
    ...diagnoses.flatMap(({ explanations: [best] }) => best?.corrections ?? []),
  ];
  return (
    changed.length === truth.size &&
    changed.every(({ key, proposed }) => truth.get(key) === (proposed ?? 0n))
  );
}

function inTotals(trial: EventTrial, kindOf: KindOf): EventTrial {
  const truth = [...trial.truth].filter(([key]) => {
    const [table = 0, line = 0, column = 0] = key.split(':').map(Number);
    return kindOf({ table, line, column }, trial.pair[table] ?? []) === 'typed';
  });
  return { ...trial, pair: followed(trial.pair, kindOf), truth: new Map(truth) };
}

function studyKind(kind: EventKind, trials: number, totals: readonly KindOf[]): Counts {
  const counts: Counts = {
    trials: 0,
    act: 0,
    exact: 0,
    kind: 0,
    named: 0,
    twoSlips: 0,
    twoSlipsExact: 0,
    few: 0,
    fewRight: 0,
    wrong: 0,
    offered: 0,
    wrongOffers: 0,
  };
  const random = seeded(KINDS.indexOf(kind) + 411);
  for (let seed = 0; counts.trials < trials && seed < 6 * trials; seed += 1) {
    const kindOf = totals[seed % totals.length] ?? formulaTotals;
    const made = EVENTS[kind](random, generatePair(800_000 + seed, 'tenThousandYuan').pair);
    if (made === null) continue;
    const trial = inTotals(made, kindOf);
    const isBetween = made.truth.size === 0;
    if (!isBetween && trial.truth.size === 0) continue;
    const systems = systemsOf(trial.pair, { kindOf }).map((system) => ({
      ...system,
      isRequired: system.measure === 'budgeted',
      finest: 6,
    }));
    const told = diagnose({
      systems,
      outside: trial.outside,
      typicalSize: { centre: 4, width: 1.8 },
    });
    if (told.diagnoses.length === 0) continue;
    const determined = determine(trial, kindOf);
    const isKind = told.events.some((event) => event.kind === kind);
    counts.trials += 1;
    if (determined.act) counts.act += 1;
    if (determined.act && isExact(told, trial)) counts.exact += 1;
    if (determined.kind) counts.kind += 1;
    if (determined.kind && isKind) counts.named += 1;
    if (determined.butForTwoSlips) counts.twoSlips += 1;
    if (determined.butForTwoSlips && isExact(told, trial)) counts.twoSlipsExact += 1;
    if (!isBetween && trial.truth.size < 3) {
      counts.few += 1;
      if (isPutRight(told, trial.truth)) counts.fewRight += 1;
    }
    if (told.events.length > 0 && !isKind) counts.wrong += 1;
    for (const { corrections } of told.events) {
      if (corrections.length === 0) continue;
      counts.offered += 1;
      if (corrections.some(({ key, proposed }) => trial.truth.get(key) !== (proposed ?? 0n))) {
        counts.wrongOffers += 1;
      }
    }
  }
  return counts;
}

/** Runs the study of what is determined. */
export function studyDetermined(
  scale: number,
  kinds: readonly EventKind[] = KINDS,
): DeterminedFigures {
  const rows = Object.entries(TOTALS).flatMap(([label, totals]) =>
    kinds.map((kind) => {
      const counts = studyKind(kind, Math.ceil(300 * scale), totals);
      return { label: `${kind}, ${label}`, counts };
    }),
  );
  printTable(
    'What the data determine (all single acts undone in turn), and whether it is named',
    [
      'event',
      'trials',
      'act determined',
      'named exactly',
      'kind determined',
      'kind named',
      'two slips would do',
      'named exactly',
      'one or two cells',
      'put right first',
      'another named',
      'wrong offers',
    ],
    rows.map(({ label, counts }) => [
      label,
      String(counts.trials),
      String(counts.act),
      percent(counts.exact, counts.act),
      String(counts.kind),
      percent(counts.named, counts.kind),
      String(counts.twoSlips),
      percent(counts.twoSlipsExact, counts.twoSlips),
      String(counts.few),
      percent(counts.fewRight, counts.few),
      String(counts.wrong),
      `${counts.wrongOffers} of ${counts.offered}`,
    ]),
  );
  const sum = (of: (counts: Counts) => number): number =>
    rows.reduce((all, { counts }) => all + of(counts), 0);
  return {
    byKind: new Map(
      rows.map(({ label, counts }) => [label, { determined: counts.act, exact: counts.exact }]),
    ),
    wrongOffers: sum(({ wrongOffers }) => wrongOffers),
    offered: sum(({ offered }) => offered),
  };
}
