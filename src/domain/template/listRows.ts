/** How do a list's rows stand in a sheet, where a text may be longer than a cell holds? */
import type { ListLayout } from './layout';

/** Characters that a cell holds at most. */
const longestText = 32_767;

/** One row of cells. */
export type ListRow = readonly (string | number | null)[];

/** The rows below the headings; what is left of a text that is too long for a cell stands in rows below it. */
export function listRows({ rows }: ListLayout): ListRow[] {
  return rows.flatMap(partsOf);
}

function partsOf(row: ListRow): ListRow[] {
  let longest = 0;
  for (const value of row) {
    if (typeof value === 'string' && value.length > longest) longest = value.length;
  }
  if (longest <= longestText) return [row];
  return Array.from({ length: Math.ceil(longest / longestText) }, (_, part) =>
    row.map((value) => {
      if (typeof value !== 'string') return part === 0 ? value : null;
      return value.slice(part * longestText, (part + 1) * longestText) || null;
    }),
  );
}
