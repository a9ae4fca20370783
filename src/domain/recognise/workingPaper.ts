/** Is a sheet the list of what each unit contributed to a consolidated pair, and no table of its own? */
import { workingPaperTitles } from '../forms/consolidationTexts';
import type { Grid } from '../grid';
import { compact } from './characters';

/** Rows in which the headings are looked for. */
const headingRows = 10;

/** Where the headings of a working paper stand; undefined where one that it can do without is missing. */
export interface PaperHeading {
  /** Zero-based row; the other numbers are columns. */
  readonly row: number;
  readonly unit: number;
  readonly line: number;
  /** In the official order. */
  readonly figures: readonly number[];
  readonly file: number | undefined;
  readonly sheet: number | undefined;
  readonly cell: number | undefined;
  readonly columns: number | undefined;
  readonly explanation: number | undefined;
}

/** The headings of a working paper, wherever their columns stand; null for any other sheet. */
export function findPaperHeading(grid: Grid): PaperHeading | null {
  const titles = workingPaperTitles;
  for (let row = 0; row < Math.min(headingRows, grid.rows.length); row += 1) {
    const columns = new Map<string, number>();
    grid.rows[row]?.forEach((cell, column) => {
      if (typeof cell?.value === 'string') columns.set(compact(cell.value), column);
    });
    const of = (title: string) => columns.get(compact(title));
    const [unit, line] = [of(titles.unit), of(titles.line)];
    const figures = titles.figures.flatMap((title) => of(title) ?? []);
    if (unit === undefined || line === undefined || figures.length < titles.figures.length)
      continue;
    return {
      row,
      unit,
      line,
      figures,
      file: of(titles.file),
      sheet: of(titles.sheet),
      cell: of(titles.cell),
      columns: of(titles.columns),
      explanation: of(titles.explanation),
    };
  }
  return null;
}
