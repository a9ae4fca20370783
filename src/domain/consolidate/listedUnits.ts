/** Of which units is a result made whose sheets are not called as a result's any more? */
import type { WorkbookGrids } from '../grid';
import { cellAt } from '../grid';
import { findPaperHeading } from '../recognise/workingPaper';
import { countedUnitsIn } from './lackingUnits';

/**
 * Names of the units in the working papers of a workbook, known by their headings; where there are none,
 * of those that its sheet of notes lists. Empty where there is neither.
 */
export function unitsOfLists({ sheets }: WorkbookGrids): string[] {
  const inPapers = sheets.flatMap((grid) => {
    const heading = findPaperHeading(grid);
    if (heading === null) return [];
    return grid.rows.flatMap((_, row) => {
      const value = row > heading.row ? (cellAt(grid, row, heading.unit)?.value ?? null) : null;
      return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
    });
  });
  const names =
    inPapers.length > 0 ? inPapers : sheets.flatMap((grid) => countedUnitsIn(grid) ?? []);
  return [...new Set(names)];
}
