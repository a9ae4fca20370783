/**
 * Which cells most likely caused the failed balances of a pair, and what should they hold?
 *
 * Turns each measure of a pair into figures and equalities for the diagnosis, and its explanations
 * back into cells and findings.
 */
import { formatAmount } from '../amount';
import type {
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
import type { Balance } from './balances';
import { columnBalances, lineBalances } from './balances';
import type { CheckSettings } from './settings';
import type { FigureReading } from '../recognise/figure';
import { formulaFollows, formulaIsSum } from './totalFormulas';
import type { FigureCell, PairView, TableView } from './view';
import { halfWidthFor, placeOf, viewsOf } from './view';

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
  readonly findings: readonly number[];
  /** Share of plausibility among the explanations listed, from 0 to 1. */
  readonly probability: number;
}

/** The diagnosis of one measure of a pair in which balances fail. */
export interface PairDiagnosis {
  readonly pair: number;
  readonly measure: Measure;
  /** Ids of the findings that the best explanation explains. */
  readonly findings: readonly number[];
  readonly minimal: boolean;
  readonly unique: boolean;
  readonly cut: boolean;
  /** How many leading explanations are about equally plausible; from 2 on none may be preselected. */
  readonly tied: number;
  /** Best first. */
  readonly explanations: readonly PairExplanation[];
}

/** A system with what leads back from its indices to cells and findings. */
interface PairSystem {
  readonly system: DiagnosisSystem;
  readonly measure: Measure;
  readonly cells: readonly { readonly view: TableView; readonly figure: FigureCell }[];
  /** The key of the finding that each equality makes when it fails. */
  readonly findingKeys: readonly string[];
}

/** Diagnoses every measure of a pair in which a balance fails; none where all hold. */
export function diagnosePair(
  pair: PairView,
  findings: readonly Finding[],
  settings: CheckSettings,
  limits?: DiagnosisLimits,
): PairDiagnosis[] {
  const idByKey = new Map<string, number>();
  const failing = new Set<Measure>();
  for (const finding of findings) {
    const key = finding.pair === pair.number ? findingKey(finding) : null;
    if (key === null) continue;
    idByKey.set(key.text, finding.id);
    failing.add(key.measure);
  }
  if (failing.size === 0) return [];
  const systems = measures.map((measure) => measureSystem(pair, measure, settings));
  const diagnoses = diagnose(
    systems.map(({ system }) => system),
    limits,
  );
  return diagnoses.flatMap((diagnosis): PairDiagnosis[] => {
    const source = systems[diagnosis.system];
    if (source === undefined || !failing.has(source.measure)) return [];
    const idsOf = (equalities: readonly number[]) =>
      equalities
        .map((equality) => idByKey.get(source.findingKeys[equality] ?? ''))
        .filter((id) => id !== undefined)
        .sort((a, b) => a - b);
    return [
      {
        pair: pair.number,
        measure: source.measure,
        findings: idsOf(diagnosis.explains),
        minimal: diagnosis.minimal,
        unique: diagnosis.unique,
        cut: diagnosis.cut,
        tied: diagnosis.tied,
        explanations: diagnosis.explanations.map((explanation) => ({
          probability: explanation.probability,
          findings: idsOf(explanation.explains),
          corrections: explanation.corrections.flatMap((correction): ProposedCorrection[] => {
            const at = source.cells[correction.figure];
            if (at === undefined) return [];
            const { range } = correction;
            return [
              {
                place: placeOf(at.view, at.figure),
                stated: correction.stated === null ? null : formatAmount(correction.stated),
                reading: at.figure.reading,
                proposed: formatAmount(correction.proposed),
                pattern: correction.pattern,
                wrongFormula: correction.wrongFormula,
                cautions: correction.cautions,
                range: range && { low: formatAmount(range.low), high: formatAmount(range.high) },
              },
            ];
          }),
        })),
      },
    ];
  });
}

/** What ties a finding about a balance to its equality. */
function findingKey(finding: Finding): { text: string; measure: Measure } | null {
  const { detail } = finding;
  if (finding.rule === 'D-020') return null;
  if (detail.kind === 'balance') {
    const { place } = detail;
    return { text: equalityKey(detail.balance, place.sheet, place.cell), measure: place.measure };
  }
  if (detail.kind === 'crossTable') {
    const { place } = detail;
    return { text: equalityKey('crossTable', place.sheet, place.cell), measure: place.measure };
  }
  return null;
}

function equalityKey(kind: string, sheet: string, cell: string): string {
  return `${kind}:${sheet}!${cell}`;
}

/** One measure of a pair as figures and equalities. */
function measureSystem(pair: PairView, measure: Measure, settings: CheckSettings): PairSystem {
  const cells: { view: TableView; figure: FigureCell }[] = [];
  const indexOf = new Map<FigureCell, number>();
  const places: DiagnosisFigure['place'][] = [];
  viewsOf(pair).forEach((view) => {
    const columns = [...budgetBlocks].sort(
      (a, b) => view.table.columns[a][measure] - view.table.columns[b][measure],
    );
    view.lines.forEach((line, lineIndex) => {
      if (line.line.kind === 'ofWhich') return;
      budgetBlocks.forEach((block, blockIndex) => {
        const figure = line.figures[block][measure];
        indexOf.set(figure, cells.length);
        cells.push({ view, figure });
        places.push({
          table: view.table.form === 'table1' ? 0 : 1,
          line: lineIndex,
          column: columns.indexOf(block) * measures.length + measures.indexOf(measure),
          block: blockIndex,
        });
      });
    });
  });

  const equalities: DiagnosisEquality[] = [];
  const findingKeys: string[] = [];
  const definedBy = new Map<FigureCell, number>();
  const index = (figure: FigureCell) => indexOf.get(figure) ?? -1;
  for (const balance of balancesOf(pair, measure)) {
    const { view, total, parts, direction } = balance;
    if (total.formula !== null && !definedBy.has(total) && formulaFollows(balance)) {
      definedBy.set(total, equalities.length);
    }
    const reported = parts.filter((part) => !part.blank).length + (total.blank ? 0 : 1);
    equalities.push({
      total: index(total),
      parts: parts.map(index),
      tolerance: settings.strict ? 0n : halfWidthFor(view, measure) * BigInt(reported),
    });
    findingKeys.push(equalityKey(direction, view.table.grid.name, total.address));
  }
  for (const [here, there] of crossTableFigures(pair, measure)) {
    const [first, second] = [cells[index(here)], cells[index(there)]];
    if (first === undefined || second === undefined) continue;
    equalities.push({
      total: index(here),
      parts: [index(there)],
      tolerance: settings.strict
        ? 0n
        : halfWidthFor(first.view, measure) + halfWidthFor(second.view, measure),
    });
    findingKeys.push(equalityKey('crossTable', first.view.table.grid.name, here.address));
  }

  const figures = cells.map(({ view, figure }, at): DiagnosisFigure => {
    const place = places[at];
    if (place === undefined) throw new Error('a figure without a place');
    const defining = definedBy.get(figure);
    return {
      key: `${view.table.grid.name}!${figure.address}`,
      value: figure.blank ? null : figure.amount,
      kind: kindOf(view, figure, defining),
      place,
      ...(defining === undefined ? {} : { definedBy: defining }),
      ...(figure.amount === null ? { suspicion: 'notANumber' as const } : {}),
    };
  });
  return {
    measure,
    cells,
    findingKeys,
    system: {
      measure,
      quantity: measure === 'projectCount' ? 'count' : 'amount',
      figures,
      equalities,
      comparable:
        measure !== 'finalAccounts' || roundRequirements[settings.round].finalAccountsOfSameYear,
    },
  };
}

function balancesOf(pair: PairView, measure: Measure): Balance[] {
  return viewsOf(pair).flatMap((view) =>
    [...lineBalances(view), ...columnBalances(view)].filter(
      ({ total }) => total.measure === measure && total.line.kind !== 'ofWhich',
    ),
  );
}

function crossTableFigures(pair: PairView, measure: Measure): [FigureCell, FigureCell][] {
  const { table1, table2 } = pair;
  if (table1 === null || table2 === null || table1.empty || table2.empty) return [];
  const [first, second] = [table1.total, table2.total];
  if (first === null || second === null) return [];
  if (measure !== 'projectCount' && table1.currencyUnit !== table2.currencyUnit) return [];
  return budgetBlocks.map((block) => [
    first.figures[block][measure],
    second.figures[block][measure],
  ]);
}

/** A total that sums other cells than its balances do is a wrong formula; other formulas are as if typed. */
function kindOf(
  view: TableView,
  figure: FigureCell,
  defining: number | undefined,
): DiagnosisFigure['kind'] {
  if (defining !== undefined) return 'formula';
  return figure.isTotal && formulaIsSum(figure, view) ? 'wrongFormula' : 'typed';
}
