/**
 * What did a person do that made many cells wrong at once? Events and claims of a diagnosis in the
 * words of the forms; plain data for messages, lists and other programs.
 */
import type { Claim, EventKind } from '../diagnose/diagnose';
import type { Finding } from '../finding';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../forms/terms';
import type { CellCorrection } from './cellCorrection';

export type { Claim, EventKind } from '../diagnose/diagnose';

/** How much the two tables' totals of one block and measure differ: Table 1 − Table 2. */
export interface TableDifference {
  readonly block: BudgetBlock;
  readonly measure: Measure;
  readonly difference: string;
}

/** One column of a table. */
export interface ColumnName {
  readonly block: BudgetBlock;
  readonly measure: Measure;
}

/** What a sentence about an event says beyond its kind, form, block, measures, factor and figures. */
export type EventDetail =
  | { readonly kind: 'projectMissing'; readonly otherForm: FormId | null }
  /** `block` is where the form named has them, `otherBlock` where the other table has them. */
  | {
      readonly kind: 'otherBudget';
      readonly otherForm: FormId | null;
      readonly otherBlock: BudgetBlock;
    }
  /** `sources`: both source blocks, not the total block; `measure`: one measure in all three blocks; `line`: all amounts of the line named. */
  | {
      readonly kind: 'scaled';
      readonly scope: 'table' | 'sources' | 'block' | 'measure' | 'column' | 'line';
      readonly line: string | null;
    }
  | {
      readonly kind: 'exchanged';
      readonly what: 'columns';
      readonly first: ColumnName;
      readonly second: ColumnName;
    }
  /** One measure's columns in all blocks with those of another. */
  | {
      readonly kind: 'exchanged';
      readonly what: 'measures';
      readonly first: Measure;
      readonly second: Measure;
    }
  | {
      readonly kind: 'exchanged';
      readonly what: 'blocks';
      readonly first: BudgetBlock;
      readonly second: BudgetBlock;
    }
  /** In the event's block and measures. */
  | {
      readonly kind: 'exchanged';
      readonly what: 'lines';
      readonly first: string;
      readonly second: string;
    }
  /** The run stands in `stated` and belongs into `meant` (A1 ranges of the sheet). */
  | {
      readonly kind: 'shifted';
      readonly direction: 'up' | 'down' | 'left' | 'right';
      readonly sheet: string;
      readonly stated: string;
      readonly meant: string;
    }
  | {
      readonly kind: 'outsideTable';
      readonly sheet: string;
      readonly moves: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly kind: 'differentDraft'; readonly differences: readonly TableDifference[] };

/** One act that explains failed balances of a unit, over all its measures. */
export interface UnitEvent {
  /** What happened where in which return. */
  readonly id: string;
  /** The unit's number, from 1. */
  readonly pair: number;
  readonly kind: EventKind;
  /**
   * The table in which it happened; for `projectMissing` the one with less. Null where it cannot be
   * told, and for `differentDraft`.
   */
  readonly form: FormId | null;
  /** The block concerned; null for all or several. */
  readonly block: BudgetBlock | null;
  /** The measures concerned, in their order; all four where the whole table is. */
  readonly measures: readonly Measure[];
  /** Scaled: stated = meant × factor, a decimal string; otherwise null. */
  readonly factor: string | null;
  /** What is missing or stands in the other budget, by measure; otherwise null. */
  readonly figures: Readonly<Partial<Record<Measure, string>>> | null;
  /** The money unit of its amounts: tables are set against each other in one unit only. */
  readonly currencyUnit: CurrencyUnit;
  /** Ids of the findings that it explains. */
  readonly findings: readonly Finding['id'][];
  /** To be adopted all together, with one click; empty where nothing can be adopted. */
  readonly corrections: readonly CellCorrection[];
  readonly detail: EventDetail;
}

/**
 * Corrections of a diagnosis that one act made wrong, and that can be adopted without the others of
 * the same measure: an item of its own.
 */
export interface SeparateItem {
  /** As in the diagnosis' first explanation. */
  readonly corrections: readonly CellCorrection[];
  /** Ids of the findings that disappear after these corrections alone. */
  readonly findings: readonly Finding['id'][];
  /** `culprit` exactly where it may be offered for adoption. */
  readonly claim: Claim;
}

/** What a diagnosis of one measure may claim; part of every measure's diagnosis. */
export interface Claimed {
  /** `culprit` where every item is one. */
  readonly claim: Claim;
  /**
   * The first explanation's independent slips, each with its own claim; empty where the claim is
   * `unknown` or events explain the measure (then there is no explanation, either).
   */
  readonly items: readonly SeparateItem[];
}
