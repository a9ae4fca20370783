/** Which other sheets do a sheet's formulas take something from? */
import type { Grid } from '../grid';
import { sameSheetName } from '../sheetName';

/** `表1!`, `'表 1'!`; `表1:表3!` counts as a sheet of that name, which no workbook has. */
const sheetBefore = /(?:'((?:[^']|'')+)'|([^\s'"!(),;+\-*/^&=<>{}]+))!/g;

/** The names before the exclamation marks of a formula; never fewer than it takes something from. */
function sheetsIn(formula: string): readonly string[] {
  if (!formula.includes('!')) return [];
  return [...formula.matchAll(sheetBefore)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replace(/''/g, "'"),
  );
}

/**
 * True where a formula in one of these sheets takes something from a sheet that is not among them.
 * Names that are defined elsewhere are not followed: no formula with one is worked out.
 */
export function takeFromOtherSheets(grids: readonly Grid[]): boolean {
  const isAmong = (name: string) => grids.some((grid) => sameSheetName(grid.name, name));
  return grids.some(({ rows }) =>
    rows.some((row) =>
      row?.some((cell) => {
        const formula = cell?.formula ?? null;
        return formula !== null && !sheetsIn(formula).every(isAmong);
      }),
    ),
  );
}
