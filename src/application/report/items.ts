/**
 * What is there to tell of a unit, each thing once? What most likely happened, with the findings that
 * come of it; then every other finding, differences of rounding together.
 */
import type { Finding, Severity } from '../../domain/finding';
import type {
  CorrectedCells,
  PairDiagnosis,
  PairExplanation,
} from '../../domain/rules/diagnosePairs';
import type { CellCorrection } from '../../domain/rules/cellCorrection';
import type { UnitEvent } from '../../domain/rules/unitEvents';
import { findingItem, groupAlike } from './alikeItems';
import { consequencesOf, sameActAs, withFormulas } from './consequences';
import { causeOrder, isLeading, keepsFromReading } from './reportItem';
import type { ChoiceItem, EventItem, ItemBase, ReportItem, SlipItem } from './reportItem';
import { ofCountedSubtotals } from './countedSubtotals';
import { ofUnfilledTotals, unfilledCells } from './unfilledTotals';

/** So many choices at most; more help nobody. */
const mostChoices = 3;
/** Choices are the likeliest explanations that have this much of the plausibility together. */
const enough = 0.9;

/**
 * A unit's items: what keeps figures from being read first, then what explains others, what is certain before
 * what is not.
 *
 * @param findings of the unit, in the order of the report
 */
export function itemsOf(
  findings: readonly Finding[],
  events: readonly UnitEvent[],
  diagnoses: readonly PairDiagnosis[],
): ReportItem[] {
  const list = new Listing(findings);
  const told = [
    ...events.map((event) => eventItem(event, list)),
    ...diagnoses.flatMap((diagnosis) => diagnosedItems(diagnosis, list)),
  ];
  // What nearly certain corrections settle is theirs first.
  const causes = told.map((item) => (item.kind === 'choice' ? withFollowUps(item, list) : item));
  causes.sort((a, b) => causeOrder.indexOf(a.kind) - causeOrder.indexOf(b.kind));
  const others = otherItems(list.rest());
  return [...others.filter(isLeading), ...causes, ...others.filter((item) => !isLeading(item))];
}

/** The findings that no item has taken yet; each is told once. */
class Listing {
  readonly #all: ReadonlyMap<string, Finding>;
  readonly #unfilled: ReadonlySet<string>;
  readonly #ofSubtotals: ReadonlySet<string>;
  readonly #isSeveral: boolean;
  readonly #left: Map<string, Finding>;

  constructor(findings: readonly Finding[]) {
    this.#all = new Map(findings.map((finding) => [finding.id, finding]));
    this.#left = new Map(this.#all);
    this.#unfilled = ofUnfilledTotals(findings);
    this.#ofSubtotals = ofCountedSubtotals(findings);
    this.#isSeveral = unfilledCells(findings) > 1;
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

  /** Whether those of the findings that are left only come of totals not filled, or that count 小计 lines. */
  isToldOtherwise(ids: readonly string[]): boolean {
    return ids.every(
      (id) => !this.#left.has(id) || this.#unfilled.has(id) || this.#ofSubtotals.has(id),
    );
  }

  /** Whether they are told with other totals that are not filled, together. */
  isOneOfUnfilled(ids: readonly string[]): boolean {
    return this.#isSeveral && ids.length > 0 && ids.every((id) => this.#unfilled.has(id));
  }

  #without(ids: readonly string[]): Finding[] {
    const taken = [...new Set(ids)].flatMap((id) => this.#left.get(id) ?? []);
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
  const certain = items.filter(
    (item) =>
      claim !== 'unknown' && item.claim === 'culprit' && !list.isOneOfUnfilled(item.findings),
  );
  const isAlone = items.length === 1;
  const slips = certain.map((item, at): SlipItem => {
    const corrections = withFormulas(item.corrections, list.rest());
    // What only all of them together put right stands with the last.
    const isLast = claim === 'culprit' && at === certain.length - 1;
    const explained = isLast
      ? [...new Set([...item.findings, ...diagnosis.findings])]
      : item.findings;
    return {
      kind: 'slip',
      key: [diagnosis.id, ...item.corrections.map(({ place }) => place.id)].join('|'),
      diagnosis,
      explanation: { ...item, corrections },
      others: isAlone ? explanations.slice(1).filter(({ isOffered }) => isOffered) : [],
      ...list.take(explained, corrections),
    };
  });
  const failing = list.rest().filter((finding) => isBalanceOf(finding, diagnosis));
  const open = [...diagnosis.findings, ...failing.map(({ id }) => id)];
  if (list.isToldOtherwise(open)) return slips;
  if (claim === 'choices') {
    const choices = likelyOnes(explanations)
      .map((explanation) => explanation.open ?? explanation)
      .filter(({ corrections }) => corrections.length > 0)
      .map((choice): CorrectedCells => ({
        findings: choice.findings,
        corrections: withFormulas(choice.corrections, list.rest()),
      }));
    const taken = list.take(diagnosis.findings, []);
    return taken.findings.length === 0 || choices.length === 0
      ? slips
      : [...slips, { kind: 'choice', key: diagnosis.id, diagnosis, choices, ...taken }];
  }
  const taken = list.take(open, []);
  return taken.findings.length === 0
    ? slips
    : [...slips, { kind: 'unexplained', key: diagnosis.id, diagnosis, ...taken }];
}

/**
 * A choice with what goes along with any of its ways; each way counts its own. What keeps a figure from being read
 * is no consequence: it comes first, whichever way is right.
 */
function withFollowUps(item: ChoiceItem, list: Listing): ChoiceItem {
  const rest = list.rest().filter((finding) => !keepsFromReading(finding));
  const choices = item.choices.map((choice) => {
    const more = consequencesOf(choice.corrections, rest).map(({ id }) => id);
    return { ...choice, findings: [...choice.findings, ...more] };
  });
  const taken = list.take(
    choices.flatMap(({ findings }) => findings),
    [],
  );
  const findings = [...item.findings, ...taken.findings];
  return { ...item, choices, findings, severity: graver(item.severity, taken.severity) };
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

/**
 * Each finding by itself, but together differences of rounding, numbers kept as text, and what comes of totals left
 * blank or that count 小计 lines.
 */
function otherItems(findings: readonly Finding[]): ReportItem[] {
  const unfilled = ofUnfilledTotals(findings);
  const counted = ofCountedSubtotals(findings);
  const together = findings.filter(
    (one) => isRounding(one) || isTextNumber(one) || unfilled.has(one.id) || counted.has(one.id),
  );
  const grouped = new Map(
    groupAlike(together.map(findingItem)).map((item) => [item.findings[0], item]),
  );
  const isTogether = new Set(together);
  return findings.flatMap((finding): ReportItem[] => {
    if (!isTogether.has(finding)) return [findingItem(finding)];
    const first = grouped.get(finding);
    return first === undefined ? [] : [first];
  });
}

function isRounding({ rule }: Finding): boolean {
  return rule === 'R-060';
}

/** A number that is plain once it is no text any more. */
function isTextNumber({ detail }: Finding): boolean {
  return detail.kind === 'content' && detail.problem === 'textNumber' && detail.hidden.length === 0;
}

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

function gravestOf(findings: readonly Finding[]): Severity {
  const found = severities.find((name) => findings.some(({ severity }) => severity === name));
  return found ?? 'notice';
}

function graver(one: Severity, other: Severity): Severity {
  return severities.find((name) => name === one || name === other) ?? one;
}
