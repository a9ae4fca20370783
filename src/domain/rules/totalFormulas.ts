/** Do the totals' formulas add up exactly the cells they should? */
import type { DetailOf, FindingDraft } from '../finding';
import { formatAmount } from '../amount';
import type { Coverage } from '../formulas/coverage';
import { totalFormula } from '../formulas/totalFormula';
import { sumOfParts } from '../returns/equalities';
import type { Figure } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { TotalCell } from '../returns/totals';
import {
  coverageErrors,
  coverageOf,
  covers,
  standsAmongFormulas,
  totalCells,
} from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { judged, satisfied, undetermined, violated } from './outcome';

/** F-010: a typed number where more than half of the neighbouring totals hold formulas. */
export function checkTypedOverTotals(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) => {
    const totals = totalCells(table);
    return totals
      .filter((total) => standsAmongFormulas(total, totals))
      .map((total) => {
        const { formula, reading } = total.figure;
        const isTyped =
          formula === null && (reading.kind === 'number' || reading.kind === 'textNumber');
        return judged(isTyped ? describe(total, 'typedOver', null) : null);
      });
  });
}

/** F-020 (`right`) and F-025 (`wrong`): one check per total whose formula can be read. */
export function checkTotalRanges(unit: UnitReturn, value: 'right' | 'wrong'): Outcome[] {
  return tablesOfReturn(unit)
    .flatMap(totalCells)
    .filter(({ figure }) => figure.formula !== null)
    .flatMap((total) => rangeOutcome(total, value) ?? []);
}

/** Null where the formula cannot be read, and where the other rule speaks of it. */
function rangeOutcome(total: TotalCell, value: 'right' | 'wrong'): Outcome | null {
  const { figure, equalities } = total;
  const coverage = coverageOf(figure);
  if (coverage === null) return null;
  if (equalities.some((equality) => covers(coverage, equality))) return satisfied;
  const sum = sumOfParts(equalities[0]);
  if (sum === null || figure.amount === null) return undetermined('figureUnknown');
  const isRight = sum === figure.amount;
  if (isRight !== (value === 'right')) return null;
  return violated(describe(total, isRight ? 'range' : 'rangeAndValue', coverage));
}

function describe(
  { figure, equalities }: TotalCell,
  problem: DetailOf<'totalFormula'>['problem'],
  coverage: Coverage | null,
): FindingDraft {
  const [equality] = equalities;
  const sum = sumOfParts(equality);
  const { amount } = figure;
  const differences =
    coverage === null ? { uncovered: [], superfluous: [] } : coverageErrors(coverage, equality);
  return {
    sheet: figure.table.sheet,
    cells: [figure.address],
    detail: {
      kind: 'totalFormula',
      problem,
      place: placeOf(figure),
      formula: figure.formula ?? '',
      expected: totalFormula(equality.parts, equality.direction === 'line' ? 'line' : 'column'),
      stated: amount === null ? null : formatAmount(amount),
      computed: sum === null ? null : formatAmount(sum),
      difference: sum === null || amount === null ? null : formatAmount(amount - sum),
      ...differences,
    },
  };
}

/** F-030: one check per formula in the table. */
export function checkExternalLinks(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) =>
    table.figures.filter(({ formula }) => formula !== null).map(linkOutcome),
  );
}

function linkOutcome(figure: Figure): Outcome {
  if (!figure.isLinked) return satisfied;
  const { table, address, formula, amount } = figure;
  return violated({
    sheet: table.sheet,
    cells: [address],
    detail: {
      kind: 'externalLink',
      place: placeOf(figure),
      stated: amount === null ? null : formatAmount(amount),
      formula: formula ?? '',
    },
  });
}
