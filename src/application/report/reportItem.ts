/** What may a report tell of a unit? Each thing once, with the findings that it explains. */
import type { Finding, RuleId, Severity } from '../../domain/finding';
import type {
  CorrectedCells,
  PairDiagnosis,
  PairExplanation,
} from '../../domain/rules/diagnosePairs';
import type { UnitEvent } from '../../domain/rules/unitEvents';

/** What every item has. */
export interface ItemBase {
  /** The same from check to check, as long as it is the same thing. */
  readonly key: string;
  /** The gravest of its findings'. */
  readonly severity: Severity;
  /** Everything that it explains; in the order of the report. */
  readonly findings: readonly Finding[];
}

/** One act over many cells. */
export interface EventItem extends ItemBase {
  readonly kind: 'event';
  readonly event: UnitEvent;
  /**
   * Its one correction; null where none can be made here: nothing tells which table is right, or
   * figures stand outside the table.
   */
  readonly correction: CellsToCorrect | null;
}

/** Cells to be put right together. */
export type CellsToCorrect = Pick<CorrectedCells, 'corrections'>;

/** Cells that most likely hold a slip, and what they should hold. */
export interface SlipItem extends ItemBase {
  readonly kind: 'slip';
  readonly diagnosis: PairDiagnosis;
  /** To be adopted as a whole. */
  readonly explanation: CorrectedCells;
  /** Less likely ways in which it can have come about. */
  readonly others: readonly PairExplanation[];
}

/** A few ways in which it can have come about are about as likely as each other. */
export interface ChoiceItem extends ItemBase {
  readonly kind: 'choice';
  readonly diagnosis: PairDiagnosis;
  /** At most three; each with all findings that go with it, also those that only follow from its cells. */
  readonly choices: readonly CorrectedCells[];
}

/** Totals of a measure fail, and the figures do not tell which cells are wrong. */
export interface UnexplainedItem extends ItemBase {
  readonly kind: 'unexplained';
  readonly diagnosis: PairDiagnosis;
}

/** Findings of one rule, of totals left blank, or of totals that count 小计 lines; two or more. */
export interface AlikeItem extends ItemBase {
  readonly kind: 'alike';
  readonly what: 'rule' | 'unfilledTotals' | 'countedSubtotals';
  /** Where they are of several, the rule of the first. */
  readonly rule: RuleId;
  /** The finding with the largest difference; null where they have none. */
  readonly largest: Finding | null;
}

export interface FindingItem extends ItemBase {
  readonly kind: 'finding';
  readonly finding: Finding;
}

export type ReportItem =
  EventItem | SlipItem | ChoiceItem | UnexplainedItem | AlikeItem | FindingItem;

/** Rules of which an error makes figures not be read as they are meant: what fails after may come of it. */
const leadingRules: readonly RuleId[] = ['F-040', 'C-030', 'C-035', 'L-050', 'L-060', 'L-070'];

/** Whether an item stands before what explains failed totals. */
export function isLeading(item: ReportItem): boolean {
  const isByRule = item.kind === 'alike' || item.kind === 'finding';
  return isByRule && item.severity === 'error' && item.findings.some(keepsFromReading);
}

/** Whether a finding is of the rules that come first. */
export function keepsFromReading({ rule }: Finding): boolean {
  return leadingRules.includes(rule);
}

/** Kinds of items that explain others, from the most certain on. */
export const causeOrder: readonly ReportItem['kind'][] = ['event', 'slip', 'choice', 'unexplained'];
