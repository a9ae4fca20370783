/** Is what was read a grid at all, whatever the file was? */
import type { Cell, WorkbookGrids } from '../../../src/domain/grid';

/** Throws where a grid breaks a promise of its type that the compiler cannot see. */
export function requireSoundGrids(grids: WorkbookGrids): void {
  for (const sheet of grids.sheets) {
    require(sheet.rows.length <= 1_048_576, 'rows');
    sheet.rows.forEach((row) => {
      require(row === undefined || row.length <= 16_384, 'columns');
      row?.forEach((cell) => {
        if (cell !== undefined) requireSoundCell(cell);
      });
    });
    for (const merge of sheet.merges ?? []) {
      require(merge.top >= 0 && merge.left >= 0, 'merge');
    }
  }
}

function requireSoundCell({ value, formula, numberFormat }: Cell): void {
  require(typeof value !== 'number' || Number.isFinite(value), 'a number');
  require(value !== null || formula !== null, 'an empty cell');
  require(value !== '' || formula !== null, 'an empty text');
  require(formula?.startsWith('=') !== false, 'a formula');
  require(numberFormat !== '', 'a number format');
}

function require(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not sound: ${what}`);
}
