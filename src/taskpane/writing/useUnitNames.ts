/** Whose cell is it? Where the workbook holds several units, a preview names each row's. */
import { useMemo } from 'react';
import type { CellReference } from '../../application/cellContent';
import { parseAddress } from '../../domain/grid';
import type { CellRange } from '../../domain/grid';
import { tablesOf } from '../../domain/recognise/table';
import { unitNames } from '../../wording/units';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';

/** A table, with its unit's name. */
interface NamedTable {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

/**
 * The unit's name as the list of units has it. Empty where there is one unit only, and for a cell that is
 * not certainly one unit's.
 */
export function useUnitNames(): (place: CellReference) => string {
  const { language } = usePane();
  const report = lastReport(usePaneState().check);
  return useMemo(() => {
    const units = report?.units ?? [];
    if (units.length < 2) return () => '';
    const names = unitNames(
      units.map(({ tables }) => tables),
      language,
    );
    const tables = units.flatMap(({ number, tables: unit }) =>
      tablesOf(unit).map(({ grid, range }): NamedTable => {
        return { name: names.get(number) ?? '', sheet: grid.name, range };
      }),
    );
    return (place: CellReference) => {
      const near = tables.filter(({ sheet }) => sheet === place.sheet);
      const within = near.find(({ range }) => isWithin(range, place.cell));
      if (within !== undefined) return within.name;
      // Headings, and figures that were moved out of a table: the sheet's unit, if it holds one.
      const around = new Set(near.map(({ name }) => name));
      return around.size === 1 ? (near[0]?.name ?? '') : '';
    };
  }, [report, language]);
}

function isWithin({ top, left, bottom, right }: CellRange, address: string): boolean {
  const at = parseAddress(address);
  return (
    at !== null && at.row >= top && at.row <= bottom && at.column >= left && at.column <= right
  );
}
