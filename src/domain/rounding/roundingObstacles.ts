/** What keeps a return's amounts from being rounded, and is to be corrected first? */
import type { Measure } from '../forms/terms';
import type { Equality } from '../returns/equalities';
import { isWithinRounding, sumOfParts } from '../returns/equalities';
import { countsOtherBlocks } from '../returns/otherBlocks';
import type { Figure, TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { UnevenTotal } from './unevenTotals';
import { amountEqualities } from './unevenTotals';

/** Why a return cannot be rounded; to be corrected first. */
export type RoundingObstacle =
  /** Cells whose figures cannot be told. */
  | { readonly kind: 'unclear'; readonly figures: readonly Figure[] }
  /** Totals that do not add up, or do not agree. */
  | { readonly kind: 'unbalanced'; readonly equalities: readonly Equality[] }
  /** A table that does not say in which unit of money its amounts are. */
  | { readonly kind: 'noMoneyUnit'; readonly table: TableView }
  /** A table without a total line. */
  | { readonly kind: 'noTotalLine'; readonly table: TableView }
  /** A table whose total block counts a further budget. */
  | { readonly kind: 'otherBlocks'; readonly table: TableView }
  /** Small differences of earlier rounding that no choice of neighbouring values takes away. */
  | {
      readonly kind: 'noBalance';
      readonly tables: readonly TableView[];
      readonly measure: Measure;
      /** The totals that are off. */
      readonly totals: readonly UnevenTotal[];
      /** Decimal places that were to be kept. */
      readonly decimals: number;
      /** Whether with none it can be. */
      readonly canBeWhole: boolean;
    };

/** All that stands in the way before anything is rounded. */
export function obstaclesOf(unit: UnitReturn): RoundingObstacle[] {
  const obstacles: RoundingObstacle[] = [];
  for (const table of tablesOfReturn(unit)) {
    if (table.table.heading.currencyUnit.value === null) {
      obstacles.push({ kind: 'noMoneyUnit', table });
    }
    if (table.total === null) obstacles.push({ kind: 'noTotalLine', table });
    if (countsOtherBlocks(table)) obstacles.push({ kind: 'otherBlocks', table });
  }
  const unclear = tablesOfReturn(unit)
    .flatMap(({ figures }) => figures)
    .filter(({ measure, amount, unitSettled, resultCause }) => {
      if (measure === 'projectCount') return false;
      return amount === null || !unitSettled || resultCause !== null;
    });
  if (unclear.length > 0) obstacles.push({ kind: 'unclear', figures: unclear });
  const unbalanced = amountEqualities(unit).filter((equality) => !holds(equality));
  if (unbalanced.length > 0) obstacles.push({ kind: 'unbalanced', equalities: unbalanced });
  return obstacles;
}

/** Differences of rounding are no errors; the new figures take them away where they can. */
function holds(equality: Equality): boolean {
  const sum = sumOfParts(equality);
  const { amount } = equality.total;
  if (sum === null || amount === null) return true;
  return amount === sum || isWithinRounding(equality, amount - sum);
}

/** The cells that an obstacle is about, each once. */
export function obstacleFigures(obstacle: RoundingObstacle): readonly Figure[] {
  switch (obstacle.kind) {
    case 'unclear':
      return obstacle.figures;
    case 'unbalanced':
      return [...new Set(obstacle.equalities.map(({ total }) => total))];
    case 'noBalance':
      return obstacle.totals.map(({ total }) => total);
    case 'noMoneyUnit':
    case 'noTotalLine':
    case 'otherBlocks':
      return [];
  }
}
