/**
 * Which cells most likely caused the failed balances of a return, and what should they hold?
 *
 * Turns each measure of a return into figures and equalities for the diagnosis, and its explanations
 * back into cells and findings.
 */
import { formatAmount } from '../amount';
import type {
  Correction,
  CorrectionCaution,
  DiagnosisEquality,
  DiagnosisFigure,
  DiagnosisLimits,
  DiagnosisSystem,
  SlipPattern,
} from '../diagnose/diagnose';
import { diagnose } from '../diagnose/diagnose';
import type { FigurePlace, Finding } from '../finding';
import { roundRequirements } from '../forms/rounds';
import type { Measure } from '../forms/terms';
import { budgetBlocks, measures } from '../forms/terms';
import type { FigureReading } from '../recognise/figure';
import type { Equality } from '../returns/equalities';
import { equalitiesOf } from '../returns/equalities';
import type { Figure } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import { formulaFollows, formulaIsSum } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { CheckSettings } from './settings';

/** One cell to change. Amounts are decimal strings in the sheet's unit; `stated` is null for a blank. */
export interface ProposedCorrection {
  readonly place: FigurePlace;
  readonly stated: string | null;
  /** What the cell holds, to be named where {@link stated} is null. */
  readonly reading: FigureReading;
  readonly proposed: string;
  readonly pattern: SlipPattern;
  /** True where the cell's formula is wrong: repair it; `proposed` is what it then shows. */
  readonly wrongFormula: boolean;
  readonly cautions: readonly CorrectionCaution[];
  /** In rounded tables the bounds between which every value would do; otherwise null. */
  readonly range: { readonly low: string; readonly high: string } | null;
}

/** One way in which the failed balances can have come about. */
export interface PairExplanation {
  readonly corrections: readonly ProposedCorrection[];
  /** Ids of the findings that disappear after the corrections. */
  readonly findings: readonly Finding['id'][];
  /** Share of plausibility among the explanations listed, from 0 to 1. */
  readonly probability: number;
}

/** The diagnosis of one measure of a pair in which balances fail. */
export interface PairDiagnosis {
  /** Of this measure of this return. */
  readonly id: string;
  /** Number of the unit's return in the workbook. */
  readonly pair: number;
  readonly measure: Measure;
  /** Ids of the findings that the best explanation explains. */
  readonly findings: readonly Finding['id'][];
  readonly minimal: boolean;
  readonly unique: boolean;
  readonly cut: boolean;
  /** How many leading explanations are about equally plausible; from 2 on none may be preselected. */
  readonly tied: number;
  /** Best first. */
  readonly explanations: readonly PairExplanation[];
}

/** A system with what leads back from its indices to figures and equalities. */
interface MeasureSystem {
  readonly system: DiagnosisSystem;
  readonly measure: Measure;
  readonly figures: readonly Figure[];
  readonly equalities: readonly Equality[];
}

/** Diagnoses every measure of a return in which a balance fails; none where all hold. */
export function diagnoseReturn(
  unit: UnitReturn,
  findings: readonly Finding[],
  settings: CheckSettings,
  limits?: DiagnosisLimits,
): PairDiagnosis[] {
  const findingOf = failedEqualities(findings);
  if (findingOf.size === 0) return [];
  const equalities = equalitiesOf(unit).filter(({ total }) => isDiagnosed(total));
  const systems = measures.map((measure) => measureSystem(unit, measure, equalities, settings));
  const failing = new Set(
    equalities.flatMap(({ id, total }) => (findingOf.has(id) ? [total.measure] : [])),
  );
  const diagnoses = diagnose(
    systems.map(({ system }) => system),
    limits,
  );
  return diagnoses.flatMap((diagnosis): PairDiagnosis[] => {
    const source = systems[diagnosis.system];
    if (source === undefined || !failing.has(source.measure)) return [];
    const idsOf = (indices: readonly number[]) =>
      indices
        .map((index) => findingOf.get(source.equalities[index]?.id ?? ''))
        .filter((finding) => finding !== undefined)
        .sort((a, b) => a.at - b.at)
        .map(({ id }) => id);
    return [
      {
        id: [unit.id, 'diagnosis', source.measure].join('|'),
        pair: unit.number,
        measure: source.measure,
        findings: idsOf(diagnosis.explains),
        minimal: diagnosis.minimal,
        unique: diagnosis.unique,
        cut: diagnosis.cut,
        tied: diagnosis.tied,
        explanations: diagnosis.explanations.map((explanation) => ({
          probability: explanation.probability,
          findings: idsOf(explanation.explains),
          corrections: explanation.corrections.flatMap((correction) => {
            const figure = source.figures[correction.figure];
            return figure === undefined ? [] : [proposalOf(figure, correction)];
          }),
        })),
      },
    ];
  });
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

function proposalOf(figure: Figure, correction: Correction): ProposedCorrection {
  const { stated, proposed, range } = correction;
  return {
    place: placeOf(figure),
    stated: stated === null ? null : formatAmount(stated),
    reading: figure.reading,
    proposed: formatAmount(proposed),
    pattern: correction.pattern,
    wrongFormula: correction.wrongFormula,
    cautions: correction.cautions,
    range: range && { low: formatAmount(range.low), high: formatAmount(range.high) },
  };
}

/** What a sub-line shows is part of its line and stands in no other equality. */
function isDiagnosed(total: Figure): boolean {
  return total.line.kind !== 'ofWhich';
}

/** One measure of a return as figures and equalities. */
function measureSystem(
  unit: UnitReturn,
  measure: Measure,
  all: readonly Equality[],
  settings: CheckSettings,
): MeasureSystem {
  const positions = new Map<Figure, DiagnosisFigure['place']>();
  tablesOfReturn(unit).forEach((table, tableIndex) => {
    const columns = [...budgetBlocks].sort(
      (a, b) => table.table.columns[a][measure] - table.table.columns[b][measure],
    );
    table.lines.forEach((line, lineIndex) => {
      if (line.kind === 'ofWhich') return;
      budgetBlocks.forEach((block, blockIndex) => {
        positions.set(line.figures[block][measure], {
          table: tableIndex,
          line: lineIndex,
          column: columns.indexOf(block) * measures.length + measures.indexOf(measure),
          block: blockIndex,
        });
      });
    });
  });
  const figures = [...positions.keys()];
  const indexOf = new Map(figures.map((figure, index) => [figure, index]));
  const index = (figure: Figure) => indexOf.get(figure) ?? -1;

  const equalities = all.filter(({ total }) => total.measure === measure);
  const definedBy = new Map<Figure, number>();
  equalities.forEach((equality, at) => {
    const { total, direction } = equality;
    if (direction !== 'crossTable' && !definedBy.has(total) && formulaFollows(equality)) {
      definedBy.set(total, at);
    }
  });
  const system: DiagnosisSystem = {
    measure,
    quantity: measure === 'projectCount' ? 'count' : 'amount',
    figures: [...positions].map(([figure, place]): DiagnosisFigure => {
      const defining = definedBy.get(figure);
      return {
        key: figure.id,
        value: figure.blank ? null : figure.amount,
        kind: kindOf(figure, defining),
        place,
        ...(defining === undefined ? {} : { definedBy: defining }),
        ...(figure.amount === null ? { suspicion: 'notANumber' as const } : {}),
      };
    }),
    equalities: equalities.map(({ total, parts, tolerance }): DiagnosisEquality => ({
      total: index(total),
      parts: parts.map(index),
      tolerance: settings.strict ? 0n : tolerance,
    })),
    comparable:
      measure !== 'finalAccounts' || roundRequirements[settings.round].finalAccountsOfSameYear,
  };
  return { system, measure, figures, equalities };
}

/** A total that sums other cells than its balances do is a wrong formula; other formulas are as if typed. */
function kindOf(figure: Figure, defining: number | undefined): DiagnosisFigure['kind'] {
  if (defining !== undefined) return 'formula';
  return figure.isTotal && formulaIsSum(figure) ? 'wrongFormula' : 'typed';
}
