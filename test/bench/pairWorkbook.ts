/** How does a generated pair stand in a workbook? On two official sheets of 濮阳市. */
import { AMOUNT_DECIMALS } from '../../src/domain/amount';
import type { CurrencyUnit } from '../../src/domain/forms/terms';
import { currencyUnitTitles } from '../../src/domain/forms/terms';
import type { WorkbookGrids } from '../../src/domain/grid';
import type { Pair } from '../domain/diagnose/pair';
import { grid, officialSheet, puyangRows } from '../domain/forms';

const ONE = 10 ** AMOUNT_DECIMALS;

/** The workbook of a pair. */
export function pairWorkbook(
  pair: Pair,
  { currencyUnit, year }: { readonly currencyUnit: CurrencyUnit; readonly year: number },
): WorkbookGrids {
  const heading = {
    unit: '濮阳市财政局',
    year: `（${year}）`,
    currency: currencyUnitTitles[currencyUnit],
  };
  const sheets = pair.map((table, at) => {
    const labels = puyangRows(at === 0 ? 1 : 2).map(([label]) => String(label));
    const rows = (table ?? []).map((row, line) => [
      labels[line] ?? '',
      ...row.map((value) => (value === null ? '' : Number(value) / ONE)),
    ]);
    return grid(`统计表${at + 1}`, officialSheet(at === 0 ? 1 : 2, rows, heading));
  });
  return { sheets };
}
