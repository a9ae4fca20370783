/**
 * Are acts that move many cells named, and is what is claimed right? Also under other priors, and with a
 * slip beside the event.
 */
import {
  DIAGNOSIS_LIMITS,
  diagnose,
  type EventKind,
  type UnitDiagnosis,
} from '../../../src/domain/diagnose/diagnose';
import {
  COUNTED_PRIORS,
  PRIORS,
  withEventsTimes,
  type Priors,
} from '../../../src/domain/diagnose/priors';
import { formulaTotals, systemsOf, withCells, type Pair } from '../../domain/diagnose/pair';
import { EVENTS, inFormulas, type EventTrial } from './eventModel';
import { generatePair } from './generator';
import { printTable } from './print';
import { seeded } from './random';
import { percent, type Truth } from './tally';
import { randomErrors, wrongInput } from './trials';

const KINDS = Object.keys(EVENTS) as EventKind[];
const BANDS = 10;

/** How one kind went. */
export interface KindFigures {
  trials: number;
  /** The kind, the table, and every cell with its right value. */
  exact: number;
  /** The kind, though not the table or not every cell. */
  kind: number;
  unnamed: number;
  /** Another kind of event. */
  wrong: number;
  claims: number;
  rightClaims: number;
}

/** What the goals need of this study. */
export interface EventFigures {
  readonly byKind: ReadonlyMap<string, KindFigures>;
  /** Claims of any kind, of at least 0.9: right ones of all. */
  readonly claims: { readonly all: number; readonly right: number };
}

export class Reliability {
  readonly all = new Array<number>(BANDS).fill(0);
  readonly right = new Array<number>(BANDS).fill(0);
  claims = 0;
  rightClaims = 0;
  /** As plausible as a claim, and no claim: in all, and where the search had ended early. */
  readonly held = { all: 0, right: 0, cut: 0, cutRight: 0 };

  add(probability: number, isRight: boolean, isClaim: boolean, isCut = false): void {
    const band = Math.min(BANDS - 1, Math.floor(probability * BANDS));
    this.all[band] = (this.all[band] ?? 0) + 1;
    if (isRight) this.right[band] = (this.right[band] ?? 0) + 1;
    if (!isClaim && probability >= PRIORS.claim) {
      this.held.all += 1;
      if (isRight) this.held.right += 1;
      if (isCut) this.held.cut += 1;
      if (isCut && isRight) this.held.cutRight += 1;
    }
    if (!isClaim) return;
    this.claims += 1;
    if (isRight) this.rightClaims += 1;
  }

  rows(): readonly (readonly string[])[] {
    return this.all.map((all, band) => [
      `${(band / BANDS).toFixed(1)}–${((band + 1) / BANDS).toFixed(1)}`,
      String(all),
      percent(this.right[band] ?? 0, all),
    ]);
  }
}

/** Puts every claim about single cells, and every event that is offered, against the truth. */
function judgeClaims(
  { events, diagnoses }: UnitDiagnosis,
  truth: Truth,
  reliability: Reliability,
): { claims: number; right: number } {
  let [claims, right] = [0, 0];
  const add = (probability: number, isRight: boolean, isClaim: boolean, isCut = false): void => {
    reliability.add(probability, isRight, isClaim, isCut);
    if (isClaim) claims += 1;
    if (isClaim && isRight) right += 1;
  };
  for (const { items, explanations, cut } of diagnoses) {
    for (const item of items) {
      const corrections = item.corrections.flatMap((at) => explanations[0]?.corrections[at] ?? []);
      const isRight = corrections.every(({ key, proposed }) => truth.get(key) === proposed);
      add(item.probability, isRight, item.claim === 'culprit', cut);
    }
  }
  for (const { corrections, probability } of events) {
    if (corrections.length === 0) continue;
    const isRight = corrections.every(({ key, proposed }) => truth.get(key) === (proposed ?? 0n));
    add(probability, isRight, true);
  }
  return { claims, right };
}

/** The one event told is the trial’s: kind, table, every cell. */
export function isExact({ events }: UnitDiagnosis, trial: EventTrial): boolean {
  const [event] = events;
  if (events.length !== 1 || event?.kind !== trial.kind) return false;
  if (trial.table !== null && event.table !== trial.table) return false;
  if (trial.truth.size === 0) return event.corrections.length === 0;
  return (
    event.corrections.length === trial.truth.size &&
    event.corrections.every(({ key, proposed }) => trial.truth.get(key) === (proposed ?? 0n))
  );
}

/** Trials of one kind, and what is said of them. */
export function studyKind(
  kind: EventKind,
  trials: number,
  formulas: boolean,
  priors: Priors,
  reliability: Reliability,
): KindFigures {
  const figures: KindFigures = {
    trials: 0,
    exact: 0,
    kind: 0,
    unnamed: 0,
    wrong: 0,
    claims: 0,
    rightClaims: 0,
  };
  const random = seeded(KINDS.indexOf(kind) + 901);
  for (let seed = 0; figures.trials < trials && seed < 20 * trials; seed += 1) {
    const clean = generatePair(300_000 + seed, 'tenThousandYuan').pair;
    const made = EVENTS[kind](random, clean);
    if (made === null) continue;
    const trial = formulas ? inFormulas(made) : made;
    const systems = systemsOf(trial.pair, formulas ? { kindOf: formulaTotals } : {}).map(
      (system) => ({ ...system, isRequired: system.measure === 'budgeted', finest: 6 }),
    );
    const isOff = systems.some(({ figures: own, equalities }) =>
      equalities.some(
        ({ total, parts }) =>
          (own[total]?.value ?? 0n) !==
          parts.reduce((sum, part) => sum + (own[part]?.value ?? 0n), 0n),
      ),
    );
    if (!isOff) continue;
    const unit = { systems, outside: trial.outside, typicalSize: { centre: 4, width: 1.8 } };
    const diagnosis = diagnose(unit, DIAGNOSIS_LIMITS, priors);
    figures.trials += 1;
    if (isExact(diagnosis, trial)) figures.exact += 1;
    else if (diagnosis.events.some((event) => event.kind === kind)) figures.kind += 1;
    else if (diagnosis.events.length > 0) figures.wrong += 1;
    else figures.unnamed += 1;
    const { claims, right } = judgeClaims(diagnosis, trial.truth, reliability);
    figures.claims += claims;
    figures.rightClaims += right;
  }
  return figures;
}

/** Slips without any event, for the reliability of what is said of single cells. */
function studySlips(trials: number, priors: Priors, reliability: Reliability): void {
  const random = seeded(77);
  for (let trial = 0; trial < trials; trial += 1) {
    const unit = trial % 2 === 0 ? 'tenThousandYuan' : 'yuan';
    const clean = generatePair(500_000 + trial, unit).pair;
    const formulas = trial % 3 === 0;
    const made = formulas
      ? wrongInput(random, clean, unit).trial
      : randomErrors(random, clean, 1 + (trial % 4), unit, trial % 5 === 0 ? 1 : null);
    const systems = systemsOf(made.pair, formulas ? { kindOf: formulaTotals } : {});
    const shift = unit === 'yuan' ? 4 * Math.LN10 : 0;
    const typicalSize = { centre: 4 + shift, width: 1.8 };
    judgeClaims(
      diagnose({ systems, typicalSize }, DIAGNOSIS_LIMITS, priors),
      made.truth,
      reliability,
    );
  }
}

/** A slip beside an event: both named, the event exactly but for that cell. */
function studyBoth(trials: number): { trials: number; event: number; slip: number } {
  const random = seeded(55);
  const figures = { trials: 0, event: 0, slip: 0 };
  for (let seed = 0; figures.trials < trials && seed < 20 * trials; seed += 1) {
    const clean = generatePair(700_000 + seed, 'tenThousandYuan').pair;
    const event = EVENTS.scaled(random, clean);
    if (event === null) continue;
    const slip = randomErrors(random, clean, 1, 'tenThousandYuan', null);
    const [key = ''] = slip.truth.keys();
    if (event.truth.has(key)) continue;
    const [table = 0, line = 0, column = 0] = key.split(':').map(Number);
    const stated = slip.pair[table]?.[line]?.[column] ?? null;
    const pair: Pair = withCells(event.pair, new Map([[key, stated]]));
    const systems = systemsOf(pair).map((system) => ({ ...system, finest: 6 }));
    const { events, diagnoses } = diagnose({ systems, typicalSize: { centre: 4, width: 1.8 } });
    figures.trials += 1;
    if (events.some(({ kind, table: at }) => kind === 'scaled' && at === event.table)) {
      figures.event += 1;
    }
    const found = diagnoses.some(({ items, explanations }) =>
      items.some(({ corrections }) =>
        corrections.some((at) => {
          const correction = explanations[0]?.corrections[at];
          return correction?.key === key && slip.truth.get(key) === correction.proposed;
        }),
      ),
    );
    if (found) figures.slip += 1;
  }
  return figures;
}

function row(label: string, figures: KindFigures): readonly string[] {
  const { trials, exact, kind, unnamed, wrong, claims, rightClaims } = figures;
  return [
    label,
    String(trials),
    percent(exact, trials),
    percent(kind, trials),
    percent(unnamed, trials),
    percent(wrong, trials),
    `${rightClaims} of ${claims}`,
  ];
}

/** Runs the study of events. */
export function studyEvents(scale: number): EventFigures {
  const byKind = new Map<string, KindFigures>();
  const reliability = new Reliability();
  for (const formulas of [false, true]) {
    for (const kind of KINDS) {
      const trials = Math.ceil(500 * scale);
      const label = `${kind}, ${formulas ? 'formula' : 'typed'} totals`;
      byKind.set(label, studyKind(kind, trials, formulas, PRIORS, reliability));
    }
  }
  const header = [
    'event',
    'trials',
    'exact',
    'kind only',
    'unnamed',
    'other event',
    'right claims',
  ];
  printTable(
    'Events',
    header,
    [...byKind].map(([label, figures]) => row(label, figures)),
  );
  studySlips(Math.ceil(3000 * scale), PRIORS, reliability);
  printTable(
    'Reliability: posterior of what is said first, and how often it is right',
    ['posterior', 'said', 'right'],
    reliability.rows(),
  );
  const { held, claims: claimed, rightClaims } = reliability;
  printTable(
    'What claiming less costs: said with a posterior of 0.9 and more, offered or not',
    ['', 'said', 'right'],
    [
      ['offered', String(claimed), String(rightClaims)],
      ['not offered, by a rule of claims', String(held.all), String(held.right)],
      ['… because the search had ended early', String(held.cut), String(held.cutRight)],
    ],
  );
  const both = studyBoth(Math.ceil(300 * scale));
  printTable(
    'A table, block or column in another unit, and a slip elsewhere, typed totals',
    ['trials', 'event named', 'slip named'],
    [[String(both.trials), percent(both.event, both.trials), percent(both.slip, both.trials)]],
  );
  const variants: readonly (readonly [string, Priors])[] = [
    ['as assumed', PRIORS],
    ['digit slips as counted', COUNTED_PRIORS],
    ['events ten times as frequent', withEventsTimes(PRIORS, 10)],
    ['events a tenth as frequent', withEventsTimes(PRIORS, 0.1)],
  ];
  printTable(
    'The same under other priors (typed totals; slips as above)',
    ['priors', 'events exact', 'kind named', 'another named', 'right claims'],
    variants.map(([label, priors]) => {
      const own = new Reliability();
      const all = KINDS.map((kind) => studyKind(kind, Math.ceil(100 * scale), false, priors, own));
      studySlips(Math.ceil(600 * scale), priors, own);
      const sum = (of: (figures: KindFigures) => number): number =>
        all.reduce((total, figures) => total + of(figures), 0);
      const trials = sum((figures) => figures.trials);
      return [
        label,
        percent(
          sum((figures) => figures.exact),
          trials,
        ),
        percent(
          sum((figures) => figures.exact + figures.kind),
          trials,
        ),
        percent(
          sum((figures) => figures.wrong),
          trials,
        ),
        `${percent(own.rightClaims, own.claims)} of ${own.claims}`,
      ];
    }),
  );
  const claims = { all: reliability.claims, right: reliability.rightClaims };
  return { byKind, claims };
}
