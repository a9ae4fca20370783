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

const titles = {
  unit: compact(workingPaperTitles.unit),
  line: compact(workingPaperTitles.line),
  figures: workingPaperTitles.figures.map(compact),
  file: compact(workingPaperTitles.file),
  sheet: compact(workingPaperTitles.sheet),
  cell: compact(workingPaperTitles.cell),
  columns: compact(workingPaperTitles.columns),
  explanation: compact(workingPaperTitles.explanation),
};

/** The headings of a working paper, wherever their columns stand; null for any other sheet. */
export function findPaperHeading(grid: Grid): PaperHeading | null {
  for (let row = 0; row < Math.min(headingRows, grid.rows.length); row += 1) {
    const columns = new Map<string, number>();
    grid.rows[row]?.forEach((cell, column) => {
      if (typeof cell?.value === 'string') columns.set(compact(cell.value), column);
    });
    const [unit, line] = [columns.get(titles.unit), columns.get(titles.line)];
    if (unit === undefined || line === undefined) continue;
    const figures = titles.figures.flatMap((title) => columns.get(title) ?? []);
    if (figures.length < titles.figures.length) continue;
    return {
      row,
      unit,
      line,
      figures,
      file: columns.get(titles.file),
      sheet: columns.get(titles.sheet),
      cell: columns.get(titles.cell),
      columns: columns.get(titles.columns),
      explanation: columns.get(titles.explanation),
    };
  }
  return null;
}
