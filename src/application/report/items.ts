/**
 * What is there to tell of a unit, each thing once? What most likely happened, with the findings that
 * come of it; then every other finding, differences of rounding together.
 */
import { absolute, parseAmount } from '../../domain/amount';
import type { Finding, Severity } from '../../domain/finding';
import type { PairDiagnosis, PairExplanation } from '../../domain/rules/diagnosePairs';
import type { CorrectedCell } from './consequences';
import { consequencesOf } from './consequences';

interface ItemBase {
  /** The same from check to check, as long as it is the same thing. */
  readonly key: string;
  /** The gravest of its findings'. */
  readonly severity: Severity;
  /** Everything that it explains; in the order of the report. */
  readonly findings: readonly Finding[];
}

/** Cells that most likely hold a slip, and what they should hold. */
export interface SlipItem extends ItemBase {
  readonly kind: 'slip';
  readonly diagnosis: PairDiagnosis;
  /** To be adopted as a whole. */
  readonly explanation: PairExplanation;
  /** Less likely ways in which it can have come about. */
  readonly others: readonly PairExplanation[];
}

/** A few ways in which it can have come about are about as likely as each other. */
export interface ChoiceItem extends ItemBase {
  readonly kind: 'choice';
  readonly diagnosis: PairDiagnosis;
  readonly choices: readonly PairExplanation[];
  /** The less likely ones. */
  readonly others: readonly PairExplanation[];
}

/** Totals of a measure fail, and the figures do not tell which cells are wrong. */
export interface UnexplainedItem extends ItemBase {
  readonly kind: 'unexplained';
  readonly diagnosis: PairDiagnosis;
}

/** Differences that rounding explains, two or more. */
export interface RoundingItem extends ItemBase {
  readonly kind: 'rounding';
  /** The finding with the largest difference. */
  readonly largest: Finding;
}

export interface FindingItem extends ItemBase {
  readonly kind: 'finding';
  readonly finding: Finding;
}

export type ReportItem = SlipItem | ChoiceItem | UnexplainedItem | RoundingItem | FindingItem;

/** So many ways that are as likely as each other are choices; more help nobody. */
const mostChoices = 3;
/** With more wrong cells than this an explanation is one of very many. */
const mostCells = 4;

/**
 * A unit's items: what explains others first, what is plainly one cell's slip before what ties.
 *
 * @param findings of the unit, in the order of the report
 */
export function itemsOf(
  findings: readonly Finding[],
  diagnoses: readonly PairDiagnosis[],
): ReportItem[] {
  const left = new Map(findings.map((finding) => [finding.id, finding]));
  const take = (ids: readonly string[]): Finding[] => {
    const taken = ids.flatMap((id) => left.get(id) ?? []);
    for (const { id } of taken) left.delete(id);
    return taken;
  };
  const takeConsequences = (corrected: readonly CorrectedCell[]) =>
    take(consequencesOf(corrected, [...left.values()]).map(({ id }) => id));
  const causes = diagnoses.flatMap((diagnosis): ReportItem[] => {
    const explained = take(diagnosis.findings);
    if (explained.length === 0) return [];
    return [causeItem(diagnosis, explained, takeConsequences)];
  });
  causes.sort((a, b) => causeOrder.indexOf(a.kind) - causeOrder.indexOf(b.kind));
  return [...causes, ...otherItems([...left.values()])];
}

const causeOrder: readonly ReportItem['kind'][] = ['slip', 'choice', 'unexplained'];

function causeItem(
  diagnosis: PairDiagnosis,
  explained: readonly Finding[],
  takeConsequences: (corrected: readonly CorrectedCell[]) => Finding[],
): ReportItem {
  const { explanations, tied } = diagnosis;
  const key = diagnosis.id;
  const [best] = explanations;
  const isTold = best !== undefined && best.corrections.length <= mostCells && tied <= mostChoices;
  if (!isTold) return { kind: 'unexplained', key, diagnosis, ...gravest(explained) };
  if (tied > 1) {
    const [choices, others] = [explanations.slice(0, tied), explanations.slice(tied)];
    return { kind: 'choice', key, diagnosis, choices, others, ...gravest(explained) };
  }
  const corrected = best.corrections.map(({ place, proposed }) => ({ ...place, proposed }));
  return {
    kind: 'slip',
    key,
    diagnosis,
    explanation: best,
    others: explanations.slice(1),
    ...gravest([...explained, ...takeConsequences(corrected)]),
  };
}

function otherItems(findings: readonly Finding[]): (RoundingItem | FindingItem)[] {
  const rounding = findings.filter(({ rule }) => rule === 'R-060');
  const [first, ...rest] = rounding;
  const together = first !== undefined && rest.length > 0;
  return findings.flatMap((finding): (RoundingItem | FindingItem)[] => {
    if (!together || finding.rule !== 'R-060') {
      return [{ kind: 'finding', key: finding.id, finding, ...gravest([finding]) }];
    }
    if (finding !== first) return [];
    const largest = rounding.reduce((most, one) => (gapOf(one) > gapOf(most) ? one : most));
    return [{ kind: 'rounding', key: `rounding of ${first.id}`, largest, ...gravest(rounding) }];
  });
}

function gapOf({ difference }: Finding): bigint {
  return difference === null ? 0n : absolute(parseAmount(difference));
}

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

function gravest(findings: readonly Finding[]): Pick<ItemBase, 'severity' | 'findings'> {
  const found = severities.find((name) => findings.some(({ severity }) => severity === name));
  return { severity: found ?? 'notice', findings };
}
