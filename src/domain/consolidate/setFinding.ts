/** What is wrong (or worth knowing) about a set of units? Data only; sentences are made in wording. */
import type { SetRuleId, Severity } from '../finding';
import type { EditionId } from '../forms/form';
import type { CurrencyUnit, FormId } from '../forms/terms';
import type { DifferingFigure, SetSum } from './compareSet';
import type { LackingUnit } from './lackingUnits';
import type { Sureness } from './sums/evidence';

/** What the user has said of a unit that may be a sum of others; null where nothing. */
export type CountChoice = 'counts' | 'left' | null;

/** What a message needs beyond the units. */
export type SetFindingDetail =
  /** U-010: one unit and year several times; `counted` is the one (its number) that stands for all. */
  | {
      readonly kind: 'unitTwice';
      readonly fiscalYear: number | null;
      readonly sameFigures: boolean;
      readonly counted: number | null;
      /** False where it does not count either, for a reason of its own. */
      readonly counts: boolean;
      /** True where the user has said that they are several units: all of them count. */
      readonly areSeveral: boolean;
      /** True where no sheet states the name, so that it is the files' alone. */
      readonly nameAssumed: boolean;
    }
  /** U-020: the first of the units is the sum of the others, or nearly, or is taken for it. */
  | {
      readonly kind: 'sumOfOthers';
      readonly sureness: Sureness;
      readonly basis: SetSum['basis'];
      /** The first of the figures that are not the sum's. */
      readonly differing: readonly DifferingFigure[];
      readonly differingCount: number;
      readonly compared: number;
      readonly said: CountChoice;
    }
  /** U-020: each of the units comes to the same as others, by figures so few that it may be coincidence. */
  | {
      readonly kind: 'sumsUnclear';
      /** By number: the unit, and behind it those others. */
      readonly sums: readonly (readonly number[])[];
      /** Numbers of those of which the user has not said whether they count. */
      readonly open: readonly number[];
    }
  /** U-020: whether the units are sums of others could not be found out. */
  | { readonly kind: 'sumsUnexamined'; readonly open: readonly number[] }
  /** U-020: the working papers of the first name the others, and those that are not in the set (`absent`). */
  | {
      readonly kind: 'earlierResult';
      readonly absent: readonly string[];
      readonly said: CountChoice;
    }
  /** U-020: the units are earlier results of which some have parts (`shared`) in common. */
  | {
      readonly kind: 'resultsOverlap';
      readonly shared: readonly string[];
      /** Numbers of those of which the user has not said whether they count. */
      readonly open: readonly number[];
    }
  /** U-030: the units are of other years than `expected`. */
  | { readonly kind: 'otherYear'; readonly expected: number; readonly years: readonly number[] }
  /** U-040: the units state another money unit than `result`. */
  | {
      readonly kind: 'currencyUnits';
      readonly result: CurrencyUnit;
      readonly units: readonly CurrencyUnit[];
    }
  /** U-045: tables of the units state no money unit, and nobody has said which. */
  | { readonly kind: 'currencyMissing'; readonly units: readonly MissingCurrency[] }
  /** U-045: the user has said in which money unit the units' figures are. */
  | { readonly kind: 'currencyChosen'; readonly units: readonly CurrencyUnit[] }
  /** U-050: names of the list that no unit has. */
  | { readonly kind: 'unitMissing' }
  /** U-055: the unit is a result that lacks units, as it says itself; empty where its notes were taken out. */
  | {
      readonly kind: 'resultLacks';
      readonly lacks: readonly LackingUnit[];
      /** True where the user has said that it counts as it is. */
      readonly accepted: boolean;
    }
  /** U-060: units that the list does not name. */
  | { readonly kind: 'unitNotListed' }
  /** U-070: units with different names and the same figures. */
  | {
      readonly kind: 'sameFigures';
      /** Numbers of those that do not count, as the user has said. */
      readonly left: readonly number[];
      /** True where the name of one is the beginning of another's. */
      readonly namesExtend: boolean;
      /** True where the user has not said of two such whether one of them, or both, count. */
      readonly isOpen: boolean;
    }
  /** U-070: two units with nearly the same figures, as a return and its corrected version have. */
  | {
      readonly kind: 'nearlySame';
      /** How many figures are the same, of how many. */
      readonly equal: number;
      readonly compared: number;
      /** True where one's name is the beginning of the other's. */
      readonly namesExtend: boolean;
      /** Numbers of those that do not count, as the user has said. */
      readonly left: readonly number[];
      /** True where the user has said of both, or of the one that is left, whether it counts. */
      readonly isSettled: boolean;
    }
  /** U-080: the units' labels are of other editions than the result's. */
  | {
      readonly kind: 'editions';
      readonly form: FormId;
      readonly result: EditionId;
      readonly editions: readonly EditionId[];
    }
  /** U-090: a label that is no line of the form, and that nobody has mapped. */
  | { readonly kind: 'unknownLabel'; readonly form: FormId; readonly label: string }
  /** U-090: rows of the units with figures and nothing that could be a label. */
  | { readonly kind: 'labelMissing'; readonly form: FormId; readonly rows: readonly UnnamedRow[] };

/** A row with figures that is called nothing. */
export interface UnnamedRow {
  /** The unit's number. */
  readonly number: number;
  readonly sheet: string;
  /** Zero-based. */
  readonly row: number;
}

/** A unit whose tables do not say in which money their figures are. */
export interface MissingCurrency {
  readonly number: number;
  /** What stands in the place of the money unit and is none that we know; null where nothing stands there. */
  readonly written: string | null;
  /** As which its figures are read: its other table's, or 万元. */
  readonly assumed: CurrencyUnit;
  /** As the size of its figures beside those of others suggests; null where it suggests nothing else. */
  readonly likely: CurrencyUnit | null;
  readonly counts: boolean;
}

/** One finding about the set. */
export interface SetFinding {
  /** Rule and what it is about; the same whatever the order of the units. */
  readonly id: string;
  readonly rule: SetRuleId;
  readonly severity: Severity;
  /** Numbers of the units, from 1 in the order given; of a sum its total first. */
  readonly units: readonly number[];
  /** Names of units that are not there. */
  readonly names: readonly string[];
  readonly detail: SetFindingDetail;
}
