/** What are the totals of a table, and do their formulas add up what they should? */
import type { Coverage } from '../formulas/coverage';
import { coverageKey, formulaCoverage } from '../formulas/coverage';
import { cellAddress, cellAt } from '../grid';
import type { Equality } from './equalities';
import { columnEqualities, lineEqualities } from './equalities';
import type { Figure, TableView } from './tableView';

/** A total cell with every set of parts that it may add up. */
export interface TotalCell {
  readonly figure: Figure;
  /** The equality that a formula is expected to follow first, then the alternative of the corner. */
  readonly equalities: readonly [Equality, ...Equality[]];
}

const known = new WeakMap<TableView, readonly TotalCell[]>();

/** Every total of a table, with the equalities it closes. */
export function totalCells(table: TableView): readonly TotalCell[] {
  let totals = known.get(table);
  if (totals === undefined) {
    totals = findTotals(table);
    known.set(table, totals);
  }
  return totals;
}

function findTotals(table: TableView): TotalCell[] {
  const cells = new Map<Figure, [Equality, ...Equality[]]>();
  for (const equality of [...columnEqualities(table), ...lineEqualities(table)]) {
    const closed = cells.get(equality.total);
    if (closed === undefined) cells.set(equality.total, [equality]);
    else closed.push(equality);
  }
  return [...cells].map(([figure, equalities]) => ({ figure, equalities }));
}

/** True where more than half of the neighbouring totals (of `totals`) hold formulas. */
export function standsAmongFormulas({ figure }: TotalCell, totals: readonly TotalCell[]): boolean {
  const { formulas, count } = neighboursOf(figure, totals);
  return formulas * 2 > count;
}

/**
 * Whether a total is one of those that formulas give in this table. Counted with the total itself, so
 * that it is the same for all neighbours and stays so when they are all given what it says.
 */
export function isGivenByFormulas({ figure }: TotalCell, totals: readonly TotalCell[]): boolean {
  const { formulas, count } = neighboursOf(figure, totals);
  return (formulas + (figure.formula === null ? 0 : 1)) * 2 > count;
}

/** Totals by sort: those of the total line, and of the other lines those of one measure. */
type TotalsBySort = ReadonlyMap<string, { readonly all: Set<Figure>; formulas: number }>;

/** Sorted once for all totals of a table, which may be very long. */
const sorted = new WeakMap<readonly TotalCell[], TotalsBySort>();

const sortOf = ({ line, measure }: Figure): string =>
  line.kind === 'total' ? 'total line' : measure;

function bySort(totals: readonly TotalCell[]): TotalsBySort {
  const sorts = new Map<string, { all: Set<Figure>; formulas: number }>();
  for (const { figure } of totals) {
    const sort = sorts.get(sortOf(figure)) ?? { all: new Set(), formulas: 0 };
    sorts.set(sortOf(figure), sort);
    sort.all.add(figure);
    if (figure.formula !== null) sort.formulas += 1;
  }
  sorted.set(totals, sorts);
  return sorts;
}

/** How many other totals there are of the same sort (of `totals`), and how many hold formulas. */
function neighboursOf(figure: Figure, totals: readonly TotalCell[]) {
  const sort = (sorted.get(totals) ?? bySort(totals)).get(sortOf(figure));
  const own = sort?.all.has(figure) === true ? 1 : 0;
  const ownFormula = own === 1 && figure.formula !== null ? 1 : 0;
  return { formulas: (sort?.formulas ?? 0) - ownFormula, count: (sort?.all.size ?? 0) - own };
}

/** What a figure's formula adds up; null without a formula, and for one that is no plain sum of cells. */
export function coverageOf({ formula, table }: Figure): Coverage | null {
  return formula === null ? null : formulaCoverage(formula, table.sheet);
}

/** Whether a total's formula adds up exactly the parts of this equality. */
export function formulaFollows(equality: Equality): boolean {
  const coverage = coverageOf(equality.total);
  return coverage !== null && covers(coverage, equality);
}

/** Whether a total's formula is a plain sum of cells, right or wrong. */
export function formulaIsSum(figure: Figure): boolean {
  return coverageOf(figure) !== null;
}

/** Every part exactly once; other cells only where nothing to be added stands in them. */
export function covers(coverage: Coverage, equality: Equality): boolean {
  const { uncovered, superfluous } = coverageErrors(coverage, equality);
  return uncovered.length === 0 && superfluous.length === 0;
}

/** Parts that a formula leaves out, and other cells that it adds (A1 addresses). */
export function coverageErrors(
  coverage: Coverage,
  { total, parts: summed }: Equality,
): { uncovered: string[]; superfluous: string[] } {
  const parts = new Set(summed.map((part) => coverageKey(part.row, part.column)));
  const uncovered = summed
    .filter((part) => (coverage.get(coverageKey(part.row, part.column)) ?? 0) < 1)
    .map((part) => part.address);
  const superfluous: string[] = [];
  for (const [key, times] of coverage) {
    if (parts.has(key) && times === 1) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    // A blank row or a text inside the range adds nothing, now or later.
    if (!parts.has(key) && !holdsFigures(total.table, row, column)) continue;
    if (times !== 0 && !(parts.has(key) && times < 1)) superfluous.push(cellAddress(row, column));
  }
  return { uncovered, superfluous };
}

/** Whether a cell outside the parts holds a figure or is one of the table's. */
function holdsFigures(table: TableView, row: number, column: number): boolean {
  const line = table.lines.find((entry) => entry.line.row === row);
  if (line?.all.some((figure) => figure.column === column) === true) return true;
  return typeof cellAt(table.table.grid, row, column)?.value === 'number';
}
