/** The user has given units and decided some things: which of them count, and is their sum whole? */
import { compareInSteps } from '../../domain/consolidate/compareSet';
import type { Consolidated } from '../../domain/consolidate/consolidate';
import { consolidateInSteps } from '../../domain/consolidate/consolidate';
import type { JudgedUnit, SetJudgement } from '../../domain/consolidate/judgeSet';
import { judgeSet } from '../../domain/consolidate/judgeSet';
import type { LabelChoice } from '../../domain/consolidate/labelMap';
import { LabelMap } from '../../domain/consolidate/labelMap';
import type { SetFinding } from '../../domain/consolidate/setFinding';
import { officialForms } from '../../domain/forms/officialForms';
import type { CurrencyUnit } from '../../domain/forms/terms';
import type { Clock } from '../clock';
import { inPieces } from '../inPieces';
import type { CheckedUnit, ChosenCurrencies, TakenFile } from '../takenFile';
import { noCurrencies } from '../takenFile';
import type { GivenSet, NotTaken } from './givenSet';
import { notTakenOf, unitsOf } from './givenSet';

/** What the user has decided about a set; null and empty where nothing. */
export interface SetDecisions {
  readonly fiscalYear: number | null;
  readonly currencyUnit: CurrencyUnit | null;
  /** Units (ids) that count in spite of their errors, or all of them. */
  readonly includeErrors: 'all' | ReadonlySet<string>;
  /** Of a unit's several versions the ones (ids) that count. */
  readonly chosenVersions: ReadonlySet<string>;
  /** By unit (id), whether it counts, where its figures or its name leave that open. */
  readonly countChoices: ReadonlyMap<string, boolean>;
  /** Which line a label of a unit's own belongs to. */
  readonly labels: readonly LabelChoice[];
  /** In which money the figures of units are whose tables do not say. */
  readonly currencies: ChosenCurrencies;
  /** Names of all units that should be there; null where nobody says. */
  readonly expectedUnits: readonly string[] | null;
}

export const nothingDecided: SetDecisions = {
  fiscalYear: null,
  currencyUnit: null,
  includeErrors: new Set(),
  chosenVersions: new Set(),
  countChoices: new Map(),
  labels: [],
  currencies: noCurrencies,
  expectedUnits: null,
};

/** A unit among the others, with what its own check came to. */
export interface SetUnit extends CheckedUnit, Omit<JudgedUnit, 'verdict'> {}

/** What was found out about a set. */
export interface JudgedSet {
  readonly judgement: SetJudgement;
  /** In the order given. */
  readonly units: readonly SetUnit[];
  readonly shortfall: Shortfall;
}

/**
 * Finds out what judging has to know of the units' figures, in pieces with pauses between them: judged
 * with the same units, the set is judged at once.
 */
export async function prepareJudging(
  given: GivenSet,
  choices: readonly LabelChoice[],
  clock: Clock,
): Promise<void> {
  const units = unitsOf(given).map(({ unit }) => unit);
  await inPieces(compareInSteps(units, new LabelMap(choices, officialForms)), clock);
}

/** Judges what was given. */
export function judgeGiven(given: GivenSet, decisions: SetDecisions): JudgedSet {
  const checked = unitsOf(given);
  const labels = new LabelMap(decisions.labels, officialForms);
  const judgement = judgeSet(
    checked.map(({ unit }) => unit),
    { ...decisions, labels },
  );
  const units = judgement.units.flatMap((judged, at): SetUnit[] => {
    const { number, excludedBecause, lacksLabels, sumDoubt } = judged;
    const one = checked[at];
    return one === undefined ? [] : [{ ...one, number, excludedBecause, lacksLabels, sumDoubt }];
  });
  return { judgement, units, shortfall: shortfallOf(given, judgement, units) };
}

/**
 * What the sum lacks, or may lack. Whatever is in here has to be told with the sum: one that silently
 * lacks a unit is worse than none.
 */
export interface Shortfall {
  /** Units whose figures are in the sum in no way. */
  readonly lost: readonly SetUnit[];
  /** Units that do not count, and whose figures are in the sum all the same: copies, and sums of others. */
  readonly spared: readonly SetUnit[];
  /** Units that count, with figures that cannot be told and add nothing. */
  readonly untold: readonly SetUnit[];
  readonly notRead: readonly TakenFile[];
  readonly notReached: readonly string[];
  readonly notTaken: readonly NotTaken[];
  /** Names of the user's list that nobody has reported for. */
  readonly missing: readonly string[];
}

function shortfallOf(
  given: GivenSet,
  { findings }: SetJudgement,
  units: readonly SetUnit[],
): Shortfall {
  const left = units.filter(({ excludedBecause }) => excludedBecause !== null);
  const spared = left.filter((unit) => isSpared(unit, findings, units));
  return {
    lost: left.filter((unit) => !spared.includes(unit)),
    spared,
    untold: units.filter((one) => one.excludedBecause === null && untoldOf(one).length > 0),
    notRead: given.files.filter(({ fault }) => fault !== null),
    notReached: given.notReached,
    notTaken: notTakenOf(given),
    missing: findings.flatMap(({ names }) => names),
  };
}

/**
 * A copy of a unit whose figures are in the sum, or one instead of which the user has chosen another
 * version; a sum of units of which every one is in the sum.
 */
function isSpared(
  { number, excludedBecause, sumDoubt }: SetUnit,
  findings: readonly SetFinding[],
  units: readonly SetUnit[],
  asked: readonly number[] = [],
): boolean {
  const isIn = (other: number): boolean => {
    const unit = units[other - 1];
    if (unit === undefined || asked.includes(other)) return false;
    return unit.excludedBecause === null || isSpared(unit, findings, units, [...asked, number]);
  };
  if (excludedBecause === 'duplicate') {
    return findings.some(({ detail, units: versions }) => {
      if (!versions.includes(number)) return false;
      if (detail.kind === 'sameFigures' || detail.kind === 'nearlySame') {
        return versions.some((other) => other !== number && isIn(other));
      }
      if (detail.kind !== 'unitTwice' || detail.counted === null) return false;
      return detail.counted !== number && isIn(detail.counted);
    });
  }
  if (excludedBecause !== 'sumOfOthers' || sumDoubt !== null) return false;
  return findings.every(({ detail, units: [total, ...parts] }) => {
    switch (detail.kind) {
      case 'sumOfOthers':
      case 'earlierResult':
        return total !== number || parts.every(isIn);
      case 'sumsUnclear':
        return detail.sums.every(([sum, ...of]) => sum !== number || of.every(isIn));
      default:
        return true;
    }
  });
}

/** Cells of a unit whose figures cannot be told. */
export function untoldOf({
  unit,
}: Pick<CheckedUnit, 'unit'>): { sheet: string; cells: string[] }[] {
  return [...unit.tables.values()].flatMap(({ sheet, untold }) =>
    untold.length === 0 ? [] : [{ sheet, cells: [...untold] }],
  );
}

/** True where everything that was given is in the sum, and nobody of the list is missing. */
export function isWhole({ lost, untold, ...others }: Shortfall): boolean {
  const { notRead, notReached, notTaken, missing } = others;
  return [lost, untold, notRead, notReached, notTaken, missing].every(({ length }) => length === 0);
}

/** The sum of the units that count, in pieces with pauses between them; null where none does. */
export function addUp(
  { judgement }: JudgedSet,
  reportingUnit: string,
  clock: Clock,
): Promise<Consolidated | null> {
  return inPieces(consolidateInSteps(judgement, reportingUnit), clock);
}
