/**
 * What is there to tell of a unit, each thing once? What most likely happened, with the findings that
 * come of it; then every other finding, differences of rounding together.
 */
import { absolute, parseAmount } from '../../domain/amount';
import type { Finding, Severity } from '../../domain/finding';
import type {
  CorrectedCells,
  PairDiagnosis,
  PairExplanation,
} from '../../domain/rules/diagnosePairs';
import type { CellCorrection } from '../../domain/rules/cellCorrection';
import type { UnitEvent } from '../../domain/rules/unitEvents';
import { comparedFigures } from './comparedFigures';
import { consequencesOf, sameActAs } from './consequences';

interface ItemBase {
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
  /** At most three. */
  readonly choices: readonly CorrectedCells[];
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

export type ReportItem =
  EventItem | SlipItem | ChoiceItem | UnexplainedItem | RoundingItem | FindingItem;

/** So many choices at most; more help nobody. */
const mostChoices = 3;
/** Choices are the likeliest explanations that have this much of the plausibility together. */
const enough = 0.9;

/**
 * A unit's items: what explains others first, what is certain before what is not.
 *
 * @param findings of the unit, in the order of the report
 */
export function itemsOf(
  findings: readonly Finding[],
  events: readonly UnitEvent[],
  diagnoses: readonly PairDiagnosis[],
): ReportItem[] {
  const list = new Listing(findings);
  const causes = [
    ...events.map((event) => eventItem(event, list)),
    ...diagnoses.flatMap((diagnosis) => diagnosedItems(diagnosis, list)),
  ];
  causes.sort((a, b) => causeOrder.indexOf(a.kind) - causeOrder.indexOf(b.kind));
  return [...causes, ...otherItems(list.rest())];
}

/** Kinds of items that explain others, from the most certain on. */
export const causeOrder: readonly ReportItem['kind'][] = ['event', 'slip', 'choice', 'unexplained'];

/** The findings that no item has taken yet; each is told once. */
class Listing {
  readonly #all: ReadonlyMap<string, Finding>;
  readonly #left: Map<string, Finding>;

  constructor(findings: readonly Finding[]) {
    this.#all = new Map(findings.map((finding) => [finding.id, finding]));
    this.#left = new Map(this.#all);
  }

  /** Those of the findings that are left, and what follows from the corrected cells. */
  take(
    ids: readonly string[],
    corrected: readonly CellCorrection[],
  ): Pick<ItemBase, 'severity' | 'findings'> {
    const own = this.#without(ids);
    const more = this.#without(consequencesOf(corrected, this.rest()).map(({ id }) => id));
    const explained = ids.flatMap((id) => this.#all.get(id) ?? []);
    return { severity: gravestOf([...explained, ...more]), findings: [...own, ...more] };
  }

  rest(): Finding[] {
    return [...this.#left.values()];
  }

  #without(ids: readonly string[]): Finding[] {
    const taken = ids.flatMap((id) => this.#left.get(id) ?? []);
    for (const { id } of taken) this.#left.delete(id);
    return taken;
  }
}

function eventItem(event: UnitEvent, list: Listing): EventItem {
  const { pair, kind, form, block, measures } = event;
  const { corrections } = event;
  return {
    kind: 'event',
    key: [pair, 'event', kind, form, block, measures.join()].join('|'),
    event,
    correction: corrections.length > 0 ? { corrections } : null,
    ...list.take(
      [...event.findings, ...sameActAs(event, list.rest()).map(({ id }) => id)],
      corrections,
    ),
  };
}

function diagnosedItems(diagnosis: PairDiagnosis, list: Listing): ReportItem[] {
  const { claim, explanations, items } = diagnosis;
  const certain = claim === 'unknown' ? [] : items.filter((item) => item.claim === 'culprit');
  const isAlone = items.length === 1;
  const slips = certain.map((item, at): SlipItem => {
    // What only all of them together put right stands with the last.
    const isLast = claim === 'culprit' && at === certain.length - 1;
    const explained = isLast
      ? [...new Set([...item.findings, ...diagnosis.findings])]
      : item.findings;
    return {
      kind: 'slip',
      key: [diagnosis.id, ...item.corrections.map(({ place }) => place.id)].join('|'),
      diagnosis,
      explanation: item,
      others: isAlone ? explanations.slice(1).filter(({ isOffered }) => isOffered) : [],
      ...list.take(explained, item.corrections),
    };
  });
  if (claim === 'choices') {
    const choices = likelyOnes(explanations)
      .map((explanation) => explanation.open ?? explanation)
      .filter(({ corrections }) => corrections.length > 0);
    const taken = list.take(diagnosis.findings, []);
    return taken.findings.length === 0 || choices.length === 0
      ? slips
      : [...slips, { kind: 'choice', key: diagnosis.id, diagnosis, choices, ...taken }];
  }
  const failing = list.rest().filter((finding) => isBalanceOf(finding, diagnosis));
  const taken = list.take([...diagnosis.findings, ...failing.map(({ id }) => id)], []);
  return taken.findings.length === 0
    ? slips
    : [...slips, { kind: 'unexplained', key: diagnosis.id, diagnosis, ...taken }];
}

function likelyOnes(explanations: readonly PairExplanation[]): readonly PairExplanation[] {
  let together = 0;
  const shown = explanations.findIndex(({ probability }) => (together += probability) >= enough);
  return explanations.slice(0, shown < 0 ? mostChoices : Math.min(shown + 1, mostChoices));
}

/** Whether a total of the measure fails, beyond rounding and display. */
function isBalanceOf({ detail, severity, rule }: Finding, { measure }: PairDiagnosis): boolean {
  return (
    severity === 'error' &&
    rule !== 'D-020' &&
    (detail.kind === 'balance' || detail.kind === 'crossTable') &&
    detail.place.measure === measure
  );
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

function gapOf(finding: Finding): bigint {
  const { difference } = comparedFigures(finding);
  return difference === null ? 0n : absolute(parseAmount(difference));
}

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

function gravest(findings: readonly Finding[]): Pick<ItemBase, 'severity' | 'findings'> {
  return { severity: gravestOf(findings), findings };
}

function gravestOf(findings: readonly Finding[]): Severity {
  const found = severities.find((name) => findings.some(({ severity }) => severity === name));
  return found ?? 'notice';
}
