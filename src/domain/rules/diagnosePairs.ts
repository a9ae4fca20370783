/**
 * Which cells most likely caused the failed balances of a return, and what should they hold?
 *
 * Turns each measure of a return into figures and equalities for the diagnosis, and its explanations
 * back into cells and findings.
 */
import { formatAmount, parseAmount } from '../amount';
import type { Correction, Diagnosis, DiagnosisLimits } from '../diagnose/diagnose';
import { diagnose } from '../diagnose/diagnose';
import type { Finding } from '../finding';
import type { Measure } from '../forms/terms';
import type { Figure } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import { formulaIsSum } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import type { MeasureSystem } from './measureSystems';
import { diagnosisUnit, measureSystems } from './measureSystems';
import type { CellCorrection } from './cellCorrection';
import { Promises } from './keptPromises';
import type { CheckSettings } from './settings';
import { tellEvent } from './tellEvent';
import type { Claimed, SeparateItem, UnitEvent } from './unitEvents';

/** Cells to be put right together. */
export interface CorrectedCells {
  readonly corrections: readonly CellCorrection[];
  /** Ids of the findings that disappear after these corrections alone. */
  readonly findings: readonly Finding['id'][];
}

/** One way in which the failed balances can have come about. */
export interface PairExplanation extends CorrectedCells {
  /** False where it may not be adopted by itself: something else would fail then, or comes first. */
  readonly isOffered: boolean;
  /** What is left to choose here beside the items that are certain; null for all of it. */
  readonly open: CorrectedCells | null;
  /** Share of plausibility among the explanations listed, from 0 to 1. */
  readonly probability: number;
}

/** The diagnosis of one measure of a pair in which balances fail. */
export interface PairDiagnosis extends Claimed {
  /** Of this measure of this return. */
  readonly id: string;
  /** Number of the unit's return in the workbook. */
  readonly pair: number;
  readonly measure: Measure;
  /** Ids of all balances of the measure that fail beyond rounding. */
  readonly failing: readonly Finding['id'][];
  /** Ids of the findings that the best explanation explains, events undone. */
  readonly findings: readonly Finding['id'][];
  readonly minimal: boolean;
  readonly unique: boolean;
  readonly cut: boolean;
  /** How many leading explanations are about equally plausible; from 2 on none may be preselected. */
  readonly tied: number;
  /** Best first; empty where events explain everything, or nothing may be proposed. */
  readonly explanations: readonly PairExplanation[];
}

/** What a return's failed balances come from. */
export interface ReturnDiagnosis {
  readonly events: readonly UnitEvent[];
  /** One per measure in which a balance fails. */
  readonly diagnoses: readonly PairDiagnosis[];
}

/** Diagnoses a return in which balances fail; nothing where all hold. */
export function diagnoseReturn(
  unit: UnitReturn,
  findings: readonly Finding[],
  settings: CheckSettings,
  limits?: DiagnosisLimits,
): ReturnDiagnosis {
  const findingOf = failedEqualities(findings);
  const errors = new Set(
    findings.flatMap(({ id, severity }) => (severity === 'error' ? [id] : [])),
  );
  if (findingOf.size === 0) return { events: [], diagnoses: [] };
  const systems = measureSystems(unit, settings);
  const { events, diagnoses } = diagnose(diagnosisUnit(unit, systems), limits);
  const idsOf = (system: number, indices: readonly number[]): Finding['id'][] =>
    indices
      .map((index) => findingOf.get(systems[system]?.equalities[index]?.id ?? ''))
      .filter((finding) => finding !== undefined)
      .sort((a, b) => a.at - b.at)
      .map(({ id }) => id);
  const promises = new Promises(unit, findings, settings);
  return {
    events: credibleEvents(
      events.map((event) => tellEvent(unit, systems, event, idsOf)),
      promises,
    ).map((event) => keptEvent(event, promises)),
    diagnoses: diagnoses.flatMap((diagnosis) => {
      const source = systems[diagnosis.system];
      const isFailing = source?.equalities.some(({ id }) => findingOf.has(id)) === true;
      return source === undefined || !isFailing
        ? []
        : [
            keptDiagnosis(
              tellDiagnosis(unit, source, diagnosis, (ids) => idsOf(diagnosis.system, ids), errors),
              promises,
            ),
          ];
    }),
  };
}

/**
 * Where a factor would make a table's projects cost what they cost nowhere, or the other table has one in the same
 * columns, it may be the other table's, or both are: which table is not said, nothing is offered, and what was told
 * on top of it is not. A table whose unit is doubted by itself is believed.
 */
function credibleEvents(events: readonly UnitEvent[], promises: Promises): readonly UnitEvent[] {
  const scaled = events.filter(({ kind, form }) => kind === 'scaled' && form !== null);
  const incredible = new Set(
    scaled.filter(
      (event) =>
        event.corrections.length > 0 &&
        (promises.makesCostsIncredible(event.corrections) ||
          (scaled.some((other) => other.form !== event.form && shareColumns(other, event)) &&
            promises.doubtsSettledBy(event.corrections).length === 0)),
    ),
  );
  if (incredible.size === 0) return events;
  return events.flatMap((event): UnitEvent[] => {
    if (incredible.has(event)) return [{ ...event, form: null, corrections: [] }];
    return event.findings.length === 0 ? [] : [{ ...event, corrections: [] }];
  });
}

function shareColumns(one: UnitEvent, other: UnitEvent): boolean {
  return (
    (one.block === null || other.block === null || one.block === other.block) &&
    one.measures.some((measure) => other.measures.includes(measure))
  );
}

/** Whether a run moved back would leave out a figure: the cell that it belongs into holds a formula. */
function losesFigure({ kind, corrections }: UnitEvent): boolean {
  if (kind !== 'shifted') return false;
  const stands = corrections.map(({ stated }) => parseAmount(stated ?? '0'));
  const put = corrections.map(({ proposed }) => parseAmount(proposed ?? '0'));
  const times = (values: readonly bigint[], value: bigint): number =>
    values.filter((one) => one === value).length;
  return stands.some(
    (value, at) => value !== 0n && put[at] === 0n && times(stands, value) > times(put, value),
  );
}

/** An act is offered with what it settles; one that settles less than half of it is named only. */
function keptEvent(event: UnitEvent, promises: Promises): UnitEvent {
  const { corrections, findings } = event;
  if (corrections.length === 0) return event;
  if (losesFigure(event)) return { ...event, corrections: [] };
  const settled = promises.settledByAct(corrections, findings);
  return 2 * settled.length < findings.length || settled.length === 0
    ? { ...event, corrections: [] }
    : { ...event, findings: [...settled, ...promises.doubtsSettledBy(corrections)] };
}

/** So many explanations are tried; what comes after them is not offered. */
const mostTried = 6;

/**
 * Where a table is rounded, what is taken for rounding may change with what is adopted; where a cell is cleared, a
 * total of its line may be due all the same: only what holds then is offered.
 */
function keptDiagnosis(diagnosis: PairDiagnosis, promises: Promises): PairDiagnosis {
  const clears = diagnosis.explanations.some(({ corrections }) =>
    corrections.some(({ proposed }) => proposed === null),
  );
  if (diagnosis.explanations.length === 0 || !(promises.areOfRounded || clears)) return diagnosis;
  const isKept = ({ corrections, findings }: CorrectedCells): boolean =>
    promises.areKept(corrections, findings);
  const items = diagnosis.items.map((item): SeparateItem =>
    item.claim === 'culprit' && !isKept(item) ? { ...item, claim: 'choices' } : item,
  );
  const explanations = diagnosis.explanations.map((own, at): PairExplanation => ({
    ...own,
    isOffered: own.isOffered && at < mostTried && isKept(own.open ?? own),
  }));
  const isAsItems = items.every(({ claim }, at) => claim === diagnosis.items[at]?.claim);
  const isAsChoices = explanations
    .slice(0, mostTried)
    .every(({ isOffered }, at) => isOffered === diagnosis.explanations[at]?.isOffered);
  const isAsTold = isAsItems && (diagnosis.claim !== 'choices' || isAsChoices);
  return { ...diagnosis, items, explanations, claim: isAsTold ? diagnosis.claim : 'unknown' };
}

function tellDiagnosis(
  unit: UnitReturn,
  source: MeasureSystem,
  diagnosis: Diagnosis,
  idsOf: (equalities: readonly number[]) => readonly Finding['id'][],
  errors: ReadonlySet<Finding['id']>,
): PairDiagnosis {
  const explanations = diagnosis.explanations.map((explanation): PairExplanation => {
    const corrections = explanation.corrections.flatMap((correction) => {
      const figure = source.figures[correction.figure];
      return figure === undefined ? [] : [cellCorrection(figure, correction)];
    });
    const { open } = explanation;
    return {
      probability: explanation.probability,
      isOffered: explanation.isOffered,
      findings: idsOf(explanation.explains),
      corrections,
      open: open && {
        corrections: open.corrections.flatMap((at) => corrections[at] ?? []),
        findings: idsOf(open.explains),
      },
    };
  });
  const first = explanations[0]?.corrections ?? [];
  return {
    id: [unit.id, 'diagnosis', source.measure].join('|'),
    pair: unit.number,
    measure: source.measure,
    failing: idsOf(source.equalities.map((_, at) => at)).filter((id) => errors.has(id)),
    findings: idsOf(diagnosis.explains),
    minimal: diagnosis.minimal,
    unique: diagnosis.unique,
    cut: diagnosis.cut,
    tied: diagnosis.tied,
    claim: diagnosis.claim,
    explanations,
    items: diagnosis.items.map((item): SeparateItem => ({
      corrections: item.corrections.flatMap((at) => first[at] ?? []),
      findings: idsOf(item.explains),
      claim: item.claim,
    })),
  };
}

/** The finding that each failed equality made, by the equality's id, and where in the report it is. */
function failedEqualities(
  findings: readonly Finding[],
): ReadonlyMap<string, { readonly id: Finding['id']; readonly at: number }> {
  const byEquality = new Map<string, { id: Finding['id']; at: number }>();
  findings.forEach(({ id, detail }, at) => {
    if ('equality' in detail) byEquality.set(detail.equality, { id, at });
  });
  return byEquality;
}

function cellCorrection(figure: Figure, correction: Correction): CellCorrection {
  const { stated, proposed, clears, range } = correction;
  const wrongFormula = correction.wrongFormula || isBroken(figure);
  return {
    place: placeOf(figure),
    stated: stated === null || figure.amount === null ? null : formatAmount(stated),
    reading: figure.reading,
    proposed: clears ? null : formatAmount(proposed),
    pattern: correction.pattern,
    wrongFormula,
    ...(figure.formula !== null &&
      !wrongFormula && { byFormula: isOddTotal(figure) ? 'total' : 'figure' }),
    range: range && { low: formatAmount(range.low), high: formatAmount(range.high) },
  };
}

/** Whether a total's formula is no sum of cells: it adds something else, or takes it from elsewhere. */
function isOddTotal(figure: Figure): boolean {
  return figure.isTotal && !formulaIsSum(figure);
}

/** Whether a total's formula has lost what it added up. */
function isBroken({ isTotal, formula }: Figure): boolean {
  return isTotal && formula !== null && formula.includes('#REF!');
}
