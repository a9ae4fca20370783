/** What may be said of a unit, of all that could have happened? Claims only what is nearly certain. */
import type { Amount } from '../amount';
import type { MeasureSlips } from './explain';
import type { Hypothesis } from './conclude';
import { Adoption } from './adoptable';
import {
  actIn,
  failBetweenOnly,
  failsBetweenOnly,
  isBeyondTolerance,
  isTurnedByProject,
} from './failingAlike';
import { correctedBy } from './events/candidate';
import { Otherwise } from './otherwise';
import type { Priors } from './priors';
import { tablesStandingLow } from './standsLow';
import { failedOf, valueOf } from './system';
import { eventsOf } from './tellEvents';
import { isOfOneDigit, showsSlip } from './signs';
import type { Scored } from './together';
import type {
  Claim,
  Correction,
  Diagnosis,
  DiagnosisItem,
  DiagnosisSystem,
  DiagnosisUnit,
  Explanation,
  UnitDiagnosis,
} from './types';

/** Explanations at most this many times less plausible than the first tie with it. */
const TIE_FACTOR = Math.log(3);
/** A choice among more than this many is none. */
const MOST_CHOICES = 5;
/** Where other figures would do as well, so much is asked for of one digit more, less or another. */
const SURE_OF_DIGIT = 0.99;

/** Events and diagnoses, told from the most plausible hypothesis and weighed against all. */
export function tellDiagnosis(
  unit: DiagnosisUnit,
  hypotheses: readonly Hypothesis[],
  priors: Priors,
): UnitDiagnosis {
  const [best] = hypotheses;
  if (best === undefined) return { events: [], diagnoses: [] };
  const adoption = new Adoption(unit.systems);
  const events = eventsOf(unit, best, hypotheses, priors, adoption);
  // Where an event is not certain enough to be named, only what slips could explain is listed; where
  // slips alone could not, what they are beside the event. Claims are weighed against all hypotheses.
  const isNamed = events.length === best.events.length;
  const plain = hypotheses.find((each) => each.events.length === 0);
  const source = isNamed ? best : (plain ?? best);
  // What holds only if the tables may differ is no explanation unless that is named.
  const differs = (index: number): boolean =>
    !isNamed && [...(source.differences.get(index)?.values() ?? [])].some((value) => value !== 0n);
  const diagnoses = unit.systems.flatMap((system, index) => {
    const failed = failedOf(system);
    const measure = differs(index) ? undefined : source.slips.measures[index];
    const outcome = measure?.outcome ?? null;
    const isBeyond = failed.some((at) => isBeyondTolerance(system, at));
    if (failed.length === 0 || (!isBeyond && outcome === null)) return [];
    return [
      diagnosisOf(unit, index, failed, measure ?? null, source, { hypotheses, priors, adoption }),
    ];
  });
  return { events, diagnoses };
}

/** What an explanation is weighed by. */
interface Judgement {
  readonly hypotheses: readonly Hypothesis[];
  readonly priors: Priors;
  readonly adoption: Adoption;
}

function diagnosisOf(
  unit: DiagnosisUnit,
  index: number,
  failed: readonly number[],
  measure: MeasureSlips | null,
  source: Hypothesis,
  judgement: Judgement,
): Diagnosis {
  const { priors, adoption } = judgement;
  const system = unit.systems[index];
  const base = { system: index, measure: system?.measure ?? '', failed };
  const outcome = measure?.outcome ?? null;
  const [first] = measure?.ranked ?? [];
  const isNothing = first === undefined || sizeOf(first) === 0;
  if (system === undefined || measure === null || outcome === null || isNothing) {
    return {
      ...base,
      explains: [],
      minimal: outcome?.minimal ?? false,
      unique: false,
      cut: outcome?.cut ?? false,
      tied: 0,
      claim: 'unknown',
      explanations: [],
      items: [],
    };
  }
  const listed = measure.ranked.map((entry, at): Listed => {
    const corrections = correctionList(unit, source, index, entry);
    // Nothing else is put right at the same time.
    const isAlone = source.events.length === 0;
    return {
      corrections,
      score: entry.score.log,
      probability: measure.weights[at] ?? 0,
      explains: isAlone ? entry.candidate.explains : adoption.explains(index, corrections),
    };
  });
  const best = listed[0];
  const isOfOneAct = actIn(unit, source, index, first.candidate.figures);
  const low = tablesStandingLow(unit);
  const isOfAct = (figure: number): boolean =>
    isOfOneAct(figure) || low.has(system.figures[figure]?.place.table ?? -1);
  const items = itemsOf(unit, index, source, best?.corrections ?? [], isOfAct, judgement);
  const tied = listed.filter(({ score }) => score >= (best?.score ?? 0) - TIE_FACTOR).length;
  const few = measure.weights.slice(0, MOST_CHOICES).reduce((sum, weight) => sum + weight, 0);
  // Where not everything was listed, what is missing may be as plausible.
  const isChoice = !outcome.cut && few * measure.certainty * source.probability >= priors.claim;
  const isCertain = items.every((item) => item.claim === 'culprit');
  const certain = new Set(
    items.flatMap((item) =>
      item.claim === 'culprit'
        ? item.corrections.map((at) => best?.corrections[at]?.figure ?? -1)
        : [],
    ),
  );
  const waits = awaiting(source, index);
  const explanations = listed.map((entry): Explanation => {
    const open = isCertain ? null : openOf(index, entry.corrections, certain, adoption);
    const offered = open?.corrections.flatMap((at) => entry.corrections[at] ?? []);
    const isOffered =
      adoption.isWhole(index, offered ?? entry.corrections) &&
      !adoption.fillsOneOfSeveral(index, entry.corrections, figuresOf(entry.corrections)) &&
      !entry.corrections.some(({ figure }) => waits(figure));
    return { ...entry, open, isOffered };
  });
  const claim: Claim = isCertain
    ? 'culprit'
    : isChoice &&
        !first.candidate.figures.some(isOfAct) &&
        likeliest(explanations, priors).every(({ isOffered }) => isOffered)
      ? 'choices'
      : 'unknown';
  return {
    ...base,
    explains: first.candidate.explains,
    minimal: outcome.minimal,
    unique: listed.length === 1 && !outcome.cut,
    cut: outcome.cut,
    tied,
    claim,
    explanations,
    items,
  };
}

type Listed = Omit<Explanation, 'open' | 'isOffered'>;

/** The likeliest explanations that have as much of the plausibility together as a claim needs. */
function likeliest(
  explanations: readonly Explanation[],
  { claim }: Priors,
): readonly Explanation[] {
  let together = 0;
  const last = explanations.findIndex(({ probability }) => (together += probability) >= claim);
  return last < 0 ? explanations : explanations.slice(0, last + 1);
}

/** What an event moves is put right after it, not before. */
function awaiting({ events }: Hypothesis, index: number): (figure: number) => boolean {
  return (figure) => events.some((event) => correctedBy(event).get(index)?.has(figure) === true);
}

/** What of an explanation is left to choose beside what is claimed for certain. */
function openOf(
  index: number,
  corrections: readonly Correction[],
  certain: ReadonlySet<number>,
  adoption: Adoption,
): Explanation['open'] {
  const open = corrections.flatMap(({ figure }, at) => (certain.has(figure) ? [] : [at]));
  if (open.length === corrections.length) return null;
  const own = open.flatMap((at) => corrections[at] ?? []);
  return { corrections: open, explains: adoption.explains(index, own) };
}

function figuresOf(corrections: readonly Correction[]): ReadonlySet<number> {
  return new Set(corrections.map(({ figure }) => figure));
}

function sizeOf({ candidate }: Scored): number {
  return candidate.figures.length + candidate.repairs.length;
}

/** In the order of the system's figures; formulas to be repaired first. */
function correctionList(
  unit: DiagnosisUnit,
  source: Hypothesis,
  index: number,
  { candidate, score }: Scored,
): readonly Correction[] {
  const [system, undone] = [unit.systems[index], source.systems[index]];
  const make = (
    figure: number,
    pattern: Correction['pattern'],
    wrongFormula: boolean,
  ): Correction => {
    const stated = system?.figures[figure];
    const change = candidate.changes.get(figure) ?? 0n;
    const proposed = valueOf(undone?.figures[figure]) + change;
    return {
      figure,
      key: stated?.key ?? '',
      stated: stated?.value ?? null,
      proposed,
      pattern,
      clears: proposed === 0n && !wrongFormula && isBlankFitting(undone, figure, candidate.changes),
      wrongFormula,
      range: candidate.ranges.get(figure) ?? null,
    };
  };
  return [
    ...candidate.repairs.map((figure) => {
      const isStale = system?.figures[figure]?.kind === 'formula';
      return make(figure, isStale ? 'staleTotal' : 'unexplained', true);
    }),
    ...candidate.figures.map((figure, at) =>
      make(figure, score.patterns[at] ?? 'unexplained', false),
    ),
  ];
}

/** A total is blank only over blanks; an input that is nothing is left blank. */
function isBlankFitting(
  system: DiagnosisSystem | undefined,
  figure: number,
  changes: ReadonlyMap<number, Amount>,
): boolean {
  if (system === undefined) return false;
  return system.equalities.every(
    ({ total, parts }) =>
      total !== figure ||
      parts.every((part) => system.figures[part]?.value === null && !changes.has(part)),
  );
}

/** The first explanation's acts, each weighed over all explanations and hypotheses. */
function itemsOf(
  unit: DiagnosisUnit,
  index: number,
  source: Hypothesis,
  corrections: readonly Correction[],
  isOfAct: (figure: number) => boolean,
  { hypotheses, priors, adoption }: Judgement,
): readonly DiagnosisItem[] {
  const measure = source.slips.measures[index];
  const [first] = measure?.ranked ?? [];
  if (measure?.outcome == null || first === undefined) return [];
  const { candidate, score } = first;
  const offset = candidate.repairs.length;
  const acts = new Map<number, number[]>();
  candidate.figures.forEach((_, at) => {
    const act = score.acts[at] ?? at;
    acts.set(act, [...(acts.get(act) ?? []), at]);
  });
  const correctionsAt = (positions: readonly number[]): readonly Correction[] =>
    positions.flatMap((at) => corrections[at] ?? []);
  const repairs = candidate.repairs.map((_, at): DiagnosisItem => ({
    corrections: [at],
    explains: adoption.explains(index, correctionsAt([at])),
    probability: 1,
    claim: 'culprit',
  }));
  const waits = awaiting(source, index);
  const isBetween = failBetweenOnly(unit, index);
  const isOnlyBetween = failsBetweenOnly(unit.systems[index]);
  // What is no number is wrong in any case; a number that no slip makes of another need not be.
  const isUnlike = (at: number): boolean =>
    score.patterns[at] === 'unexplained' &&
    unit.systems[index]?.figures[candidate.figures[at] ?? -1]?.isNoNumber !== true;
  const { patterns, acts: actOf } = score;
  const { figures: changed, changes } = candidate;
  const explained = { figures: changed, patterns, acts: actOf, changes };
  const otherwise = new Otherwise(source.systems, index, measure.outcome, explained);
  const { quantity, figures: stated } = unit.systems[index] ?? { quantity: 'amount', figures: [] };
  const isOfProject = isTurnedByProject(unit, source, index);
  const isBlank = (at: number): boolean => valueOf(stated[changed[at] ?? -1]) === 0n;
  const isSigned = (at: number): boolean => {
    const figure = changed[at] ?? -1;
    const own = stated[figure];
    if (own?.isNoNumber === true || otherwise.isStray(at)) return true;
    const meant = valueOf(source.systems[index]?.figures[figure]) + (changes.get(figure) ?? 0n);
    return showsSlip(patterns[at], own?.value ?? null, meant, quantity);
  };
  // Where the balances leave several figures, only a sign tells which; one digit alone is hardly one.
  const leastAmongRivals = (positions: readonly number[], own: readonly number[]): number => {
    const areSigned = positions.every(isSigned);
    if (!areSigned && own.some(isOfProject)) return Infinity;
    if (!hasRival(measure, own)) return 0;
    if (!areSigned) return Infinity;
    return positions.some((at) => isOfOneDigit(patterns[at]) && !isBlank(at)) ? SURE_OF_DIGIT : 0;
  };
  const slips = [...acts.values()].map((positions): DiagnosisItem => {
    const figures = positions.map((at) => candidate.figures[at] ?? -1);
    const probability = posteriorOf(index, source, figures, candidate.changes, hypotheses);
    const own = positions.map((at) => at + offset);
    const isOffered =
      probability >= priors.claim &&
      measure.outcome?.cut !== true &&
      !isBetween &&
      !figures.some(isOfAct) &&
      !(isOnlyBetween && positions.some(isUnlike)) &&
      !figures.some(waits) &&
      !positions.some((at) => otherwise.isPossible(at)) &&
      probability >= leastAmongRivals(positions, figures) &&
      !adoption.fillsOneOfSeveral(index, correctionsAt(own), figuresOf(corrections)) &&
      adoption.isWhole(index, correctionsAt(own));
    return {
      corrections: own,
      explains: adoption.explains(index, correctionsAt(own)),
      probability,
      claim: isOffered ? 'culprit' : 'choices',
    };
  });
  return [...repairs, ...slips];
}

/** Whether another set as small as the first would do, likely or not, without changing all of these figures. */
function hasRival({ ranked: [first], outcome }: MeasureSlips, figures: readonly number[]): boolean {
  const all = outcome?.candidates ?? [];
  return all.some(
    (other) =>
      first !== undefined &&
      other.figures.length + other.repairs.length === sizeOf(first) &&
      !figures.every((figure) => other.figures.includes(figure)),
  );
}

/** How likely exactly these figures are wrong in exactly this way, whatever else is. */
function posteriorOf(
  index: number,
  source: Hypothesis,
  figures: readonly number[],
  changes: ReadonlyMap<number, Amount>,
  hypotheses: readonly Hypothesis[],
): number {
  const meant = new Map(
    figures.map((figure) => [
      figure,
      valueOf(source.systems[index]?.figures[figure]) + (changes.get(figure) ?? 0n),
    ]),
  );
  return hypotheses.reduce((sum, { probability, slips, systems }) => {
    const measure = slips.measures[index];
    if (measure === undefined || measure.outcome === null) return sum;
    const share = measure.ranked.reduce((own, { candidate }, at) => {
      const isSame = figures.every(
        (figure) =>
          candidate.figures.includes(figure) &&
          valueOf(systems[index]?.figures[figure]) + (candidate.changes.get(figure) ?? 0n) ===
            meant.get(figure),
      );
      return isSame ? own + (measure.weights[at] ?? 0) : own;
    }, 0);
    return sum + probability * measure.certainty * share;
  }, 0);
}
