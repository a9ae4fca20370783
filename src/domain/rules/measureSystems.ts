/** How does a unit's return look to the diagnosis: measures as figures, places and equalities? */
import type { Amount } from '../amount';
import type {
  DiagnosisEquality,
  DiagnosisFigure,
  DiagnosisSystem,
  DiagnosisUnit,
  OutsideFigure,
} from '../diagnose/diagnose';
import { roundRequirements } from '../forms/rounds';
import type { Measure } from '../forms/terms';
import { budgetBlocks, fenDecimals, measures, unitPower } from '../forms/terms';
import type { Equality } from '../returns/equalities';
import { uncheckedFigures } from '../returns/outsideFigures';
import { agreeingTables, equalitiesOf } from '../returns/returnEqualities';
import { roundingBetween, type RoundingOf } from '../returns/crossRounding';
import { halfWidthOf, placesInUse, roundingOf } from '../returns/tolerance';
import type { Figure } from '../returns/tableView';
import { totalsWithSubtotals } from '../returns/subtotals';
import { formulaFollows, formulaIsSum } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { CheckSettings } from './settings';

/** A system with what leads back from its indices to figures and equalities. */
export interface MeasureSystem {
  readonly system: DiagnosisSystem;
  readonly measure: Measure;
  readonly figures: readonly Figure[];
  readonly equalities: readonly Equality[];
}

/**
 * What one project usually costs in 万元, as a natural logarithm, and how widely that varies from a
 * village's to a province's: 3 thousand to 90 million yuan within two widths.
 */
const PROJECT_SIZE = { centre: 4, width: 1.8 };

/** The measures of a return in their order, each with what leads back to its cells. */
export function measureSystems(
  unit: UnitReturn,
  settings: CheckSettings,
): readonly MeasureSystem[] {
  const equalities = equalitiesOf(unit);
  return measures.map((measure) => measureSystem(unit, measure, equalities, settings));
}

/** What the diagnosis is given of a return. */
export function diagnosisUnit(unit: UnitReturn, systems: readonly MeasureSystem[]): DiagnosisUnit {
  const [first] = tablesOfReturn(unit);
  const power = unitPower[first?.currencyUnit ?? 'tenThousandYuan'];
  return {
    systems: systems.map(({ system }) => system),
    outside: outsideOf(unit, systems),
    typicalSize: {
      centre: PROJECT_SIZE.centre + (unitPower.tenThousandYuan - power) * Math.LN10,
      width: PROJECT_SIZE.width,
    },
  };
}

/** The figures outside the tables, under the column and beside the line that they stand at. */
function outsideOf(unit: UnitReturn, systems: readonly MeasureSystem[]): OutsideFigure[] {
  const tables = tablesOfReturn(unit);
  return uncheckedFigures(unit).map(({ table, outside, address, amount }) => {
    const index = tables.indexOf(table);
    const placeWhere = (holds: (figure: Figure) => boolean) => {
      for (const { system, figures } of systems) {
        const at = figures.findIndex((figure) => figure.table === table && holds(figure));
        const place = system.figures[at]?.place;
        if (place !== undefined) return place;
      }
      return null;
    };
    return {
      key: address,
      table: index,
      value: amount,
      column: placeWhere(({ column }) => column === outside.column)?.column ?? null,
      line: placeWhere(({ row }) => row === outside.row)?.line ?? null,
    };
  });
}

/** One measure of a return as figures and equalities. */
function measureSystem(
  unit: UnitReturn,
  measure: Measure,
  all: readonly Equality[],
  settings: CheckSettings,
): MeasureSystem {
  const [first] = tablesOfReturn(unit);
  const positions = new Map<Figure, DiagnosisFigure['place']>();
  tablesOfReturn(unit).forEach((table, tableIndex) => {
    const columns = [...budgetBlocks].sort(
      (a, b) => table.table.columns[a][measure] - table.table.columns[b][measure],
    );
    table.lines.forEach((line, lineIndex) => {
      // It is part of its line: its own total stands in no other equality, so that none says which is wrong.
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

  const equalities = all.filter(({ total }) => total.measure === measure && indexOf.has(total));
  const definedBy = new Map<Figure, number>();
  equalities.forEach((equality, at) => {
    const { total, direction } = equality;
    if (direction !== 'crossTable' && !definedBy.has(total) && formulaFollows(equality)) {
      definedBy.set(total, at);
    }
  });
  const roundingFor = figureRounding(unit);
  const told = new Set(
    tablesOfReturn(unit).flatMap((table) => [...totalsWithSubtotals(table).keys()]),
  );
  const system: DiagnosisSystem = {
    measure,
    quantity: measure === 'projectCount' ? 'count' : 'amount',
    figures: [...positions].map(([figure, place]): DiagnosisFigure => {
      const defining = definedBy.get(figure);
      return {
        key: figure.id,
        value: valueOf(figure),
        kind: told.has(figure) ? 'free' : kindOf(figure, defining),
        place,
        halfWidth: settings.strict ? 0n : halfWidthOf(figure, roundingFor(figure.table)),
        ...(defining === undefined ? {} : { definedBy: defining }),
        isNoNumber: figure.amount === null && figure.resultCause === null,
      };
    }),
    equalities: equalities.map(({ total, parts, tolerance }): DiagnosisEquality => ({
      total: index(total),
      parts: parts.map(index),
      tolerance: settings.strict ? 0n : tolerance,
    })),
    ...(measure === 'projectCount'
      ? {}
      : { finest: fenDecimals[first?.currencyUnit ?? 'tenThousandYuan'] }),
    isRequired:
      roundRequirements[settings.round].required.includes(measure) &&
      (measure !== 'finalAccounts' || roundRequirements[settings.round].finalAccountsOfSameYear),
    comparable:
      measure !== 'finalAccounts' || roundRequirements[settings.round].finalAccountsOfSameYear,
    beneath: (at) => {
      const figure = figures[at];
      return figure === undefined || settings.strict ? 0n : widestOf(figure);
    },
  };
  return { system, measure, figures, equalities };
}

/** What the figure's cell counts for in a formula's sum: a date for its serial number. */
function valueOf({ blank, amount, reading }: Figure): Amount | null {
  if (reading.kind === 'date') return reading.serial;
  return blank ? null : amount;
}

/** The rounding that a figure's equalities go by; between tables, a typed total stands for itself. */
function figureRounding(unit: UnitReturn): RoundingOf {
  const [pair] = agreeingTables(unit);
  if (pair === undefined) return roundingOf;
  const between = roundingBetween(pair.first, pair.second);
  return (table) => ({ ...between(table), addsUp: false });
}

/** Half of the interval if every figure beneath a total was rounded by itself. */
function widestOf(figure: Figure): Amount {
  const [places] = placesInUse(figure.table).common;
  const rounding = roundingOf(figure.table);
  if (rounding.isRounded || places === undefined) return halfWidthOf(figure);
  return halfWidthOf(figure, { places, isRounded: true, addsUp: true });
}

/** A total that sums other cells than its balances do is a wrong formula; other formulas are as if typed. */
function kindOf(figure: Figure, defining: number | undefined): DiagnosisFigure['kind'] {
  // Its cause is told by itself (F-040), and no arithmetic accuses it.
  if (figure.resultCause !== null && figure.amount === null) return 'free';
  if (defining !== undefined) return 'formula';
  return figure.isTotal && formulaIsSum(figure) ? 'wrongFormula' : 'typed';
}
