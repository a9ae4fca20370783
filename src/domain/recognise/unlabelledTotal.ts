/** Which line is the total line of a table in which none is called so? */
import type { Amount } from '../amount';
import { roundToPlace } from '../amount';
import type { Grid } from '../grid';
import { cellAt } from '../grid';
import type { BodyRow } from './bodyRow';
import type { FoundHeader } from './headerColumns';
import { amountOf, isBlank, readFigure } from './figure';
import { isSubtotalLabel, resemblesTotalLabel } from './labels';

/** Decimal places to which sums are compared: rounding is no reason to overlook a total. */
const comparedPlaces = 0;

/** A formula that no program has calculated and that sums cells of one column: =SUM(B5:B23). */
const sumOfColumn = /(?:SUM|SUBTOTAL|AGGREGATE)\([^()]*\b\$?([A-Z]{1,3})\$?\d+:\$?\1\$?\d+/i;

/**
 * The last line, or the first, where it has no label (or one that is nearly 合计) and most of its
 * figures are the sums of the other lines'; null where none is. Two lines at least must be summed.
 */
export function unlabelledTotal(
  grid: Grid,
  header: FoundHeader,
  rows: readonly BodyRow[],
): BodyRow | null {
  const figured = rows.filter(({ hasFigures }) => hasFigures);
  const candidates = [figured.at(-1), figured[0]];
  for (const candidate of candidates) {
    if (candidate === undefined || !mayBeTotal(candidate)) continue;
    const others = rows.filter((row) => row !== candidate && row.kind === 'serviceArea');
    if (others.length >= 2 && sumsMostColumns(grid, header, candidate, others)) return candidate;
  }
  return null;
}

function mayBeTotal({ label, known, kind }: BodyRow): boolean {
  if (known.length > 0 || kind === 'ofWhich') return false;
  return label === '' || isSubtotalLabel(label) || resemblesTotalLabel(label);
}

function sumsMostColumns(
  grid: Grid,
  header: FoundHeader,
  candidate: BodyRow,
  others: readonly BodyRow[],
): boolean {
  const { columns } = header;
  if (columns === null) return false;
  let [matching, differing] = [0, 0];
  for (const block of Object.values(columns)) {
    for (const column of Object.values(block)) {
      const cell = cellAt(grid, candidate.row, column);
      if (cell?.value === null && sumOfColumn.test(cell.formula ?? '')) {
        matching += 1;
        continue;
      }
      const stated = amountAt(grid, candidate.row, column);
      if (stated === 'blank') continue;
      let sum = 0n;
      for (const { row } of others) {
        const amount = amountAt(grid, row, column);
        if (typeof amount === 'bigint') sum += amount;
      }
      const same = stated !== null && roundToPlace(stated - sum, comparedPlaces) === 0n;
      if (!same) differing += 1;
      else if (sum !== 0n) matching += 1;
    }
  }
  return matching >= 2 && matching > differing;
}

/** The unit is not known yet, and does not matter to whether figures add up. */
function amountAt(grid: Grid, row: number, column: number): Amount | 'blank' | null {
  const reading = readFigure(cellAt(grid, row, column), {
    isCount: false,
    currencyUnit: 'tenThousandYuan',
  });
  return isBlank(reading) ? 'blank' : amountOf(reading);
}
