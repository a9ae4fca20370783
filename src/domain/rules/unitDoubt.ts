/**
 * Do the amounts fit the unit that the sheet states?
 *
 * The median budgeted (or executed) amount per project, over the line-blocks that have both, is taken
 * in yuan. Honest tables from a village to a province lie between some thousand yuan and some hundred
 * million: under {@link lowestMedian} or over {@link highestMedian} the figures were most likely
 * entered in another unit. Tables with fewer than {@link fewestLineBlocks} such line-blocks are too
 * small to tell.
 */
import type { Amount } from '../amount';
import { unitOfPlace } from '../amount';
import type { FindingDraft } from '../finding';
import type { CurrencyUnit } from '../forms/terms';
import { sourceBlocks, unitPower } from '../forms/terms';
import { cellAddress } from '../grid';
import type { TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { judged } from './outcome';

/** Yuan per project under which the figures look like 万元 in a 元 sheet. */
const lowestMedian = 1_000n;

/** Yuan per project over which the figures look like 元 in a 万元 sheet. */
const highestMedian = 1_000_000_000n;

const fewestLineBlocks = 3;

/** one check per table that is large enough. */
export function checkUnitDoubt(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) => {
    const stated = table.table.heading.currencyUnit.value;
    const median = medianPerProject(table);
    if (stated === null || median === null) return [];
    const likely = likelyUnit(median, stated);
    return [judged(likely === null ? null : describe(table, stated, likely, median))];
  });
}

/**
 * Whether what a project costs in a table, in its stated unit, is out of all proportion: less than anywhere in a
 * village, or more than anywhere in a province.
 */
export function isCostIncredible(table: TableView): boolean {
  const median = medianPerProject(table);
  return median !== null && (median < lowestMedian || median > highestMedian);
}

/** Whole yuan per project; null for a table too small to tell. */
function medianPerProject(view: TableView): bigint | null {
  const perProject: Amount[] = [];
  for (const line of view.summed) {
    for (const block of sourceBlocks) {
      const { projectCount, budgeted, executed } = line.figures[block];
      const amount = firstPositive(budgeted.amount, executed.amount);
      if (amount === null || projectCount.amount === null || projectCount.amount <= 0n) continue;
      const yuan = amount * 10n ** BigInt(unitPower[view.currencyUnit]);
      perProject.push(yuan / projectCount.amount);
    }
  }
  if (perProject.length < fewestLineBlocks) return null;
  perProject.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return perProject[Math.floor(perProject.length / 2)] ?? null;
}

function firstPositive(...amounts: readonly (Amount | null)[]): Amount | null {
  return amounts.find((amount) => amount !== null && amount >= unitOfPlace(12)) ?? null;
}

function likelyUnit(median: bigint, stated: CurrencyUnit): CurrencyUnit | null {
  if (median > highestMedian && stated !== 'yuan') return 'yuan';
  if (median < lowestMedian && stated !== 'tenThousandYuan' && stated !== 'hundredMillionYuan') {
    return 'tenThousandYuan';
  }
  return null;
}

function describe(
  view: TableView,
  stated: CurrencyUnit,
  likely: CurrencyUnit,
  median: bigint,
): FindingDraft {
  const { heading, range, grid } = view.table;
  const cell = heading.currencyUnit.position ?? { row: range.top, column: range.left };
  return {
    sheet: grid.name,
    cells: [cellAddress(cell.row, cell.column)],
    detail: {
      kind: 'unitDoubt',
      form: view.form,
      stated,
      likely,
      medianYuan: median.toString(),
    },
  };
}
