/** Has anything in a sheet's cells changed? A short text that differs when contents differ. */
import type { Grid } from '../grid';

/**
 * Digest of all contents of a sheet: formulas as such, values of the other cells, where they stand.
 * Values that formulas show, formats and sizes do not count, nor do quotes in formulas: Excel leaves out
 * those around a sheet's name that it does not need. Not for secrets: 2 × 32 bits.
 */
export function digestOfCells(grid: Grid): string {
  let [first, second] = [0x811c9dc5, 0x01000193];
  const add = (text: string) => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second ^ code, 0x85ebca6b) + 0x9e3779b9;
    }
  };
  grid.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      const content = cell?.formula?.replaceAll("'", '') ?? cell?.value ?? null;
      if (content === null || content === '') return;
      const kind = typeof content;
      const text = typeof content === 'object' ? content.error : String(content);
      add(`${String(row)},${String(column)},${kind},${text};`);
    });
  });
  return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
