/**
 * 舍位平衡: how are a return's amounts turned into another money unit or fewer decimals, every total kept?
 *
 * Rounded one by one, amounts no longer add up. Per measure the figures are a network (lines, source
 * blocks, total line, the other table's total line, its blocks and lines), and its rounding is a
 * minimum-cost flow: every figure takes one of the two neighbouring values, all equalities hold, and
 * the sum of all deviations is the least there is.
 */
import type { Amount } from '../amount';
import { AMOUNT_DECIMALS, absolute, sumAmounts } from '../amount';
import type { Measure } from '../forms/terms';
import { amountMeasures, sourceBlocks } from '../forms/terms';
import { agreeingTables } from '../returns/returnEqualities';
import type { Figure, LineView, TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { ExactAmounts, RoundingTarget } from './exactAmounts';
import { exactAmounts, floorOf, nearestOf } from './exactAmounts';
import type { RoundedArc } from './roundedFlow';
import { roundArcs } from './roundedFlow';
import type { RoundingObstacle } from './roundingObstacles';
import { obstaclesOf } from './roundingObstacles';
import { unevenTotalsOf } from './unevenTotals';

export type { RoundingTarget } from './exactAmounts';
export type { RoundingObstacle } from './roundingObstacles';

/** An amount before and after. All amounts are counts of 10⁻¹² of the new money unit, but `stated`. */
export interface RoundedFigure {
  readonly figure: Figure;
  /** In the sheet's own money unit. */
  readonly stated: Amount;
  readonly rounded: Amount;
  /** Rounded by itself, half away from zero (四舍五入). */
  readonly nearest: Amount;
  /** |rounded − exact|, cut off below the held places. */
  readonly deviation: Amount;
}

/** What became of a return. */
export type RoundingOutcome =
  | { readonly kind: 'rounded'; readonly figures: readonly RoundedFigure[] }
  | { readonly kind: 'refused'; readonly obstacles: readonly RoundingObstacle[] };

/** Rounds all filled amounts of a return, in the order of its tables. Counts are not touched. */
export function roundReturn(unit: UnitReturn, target: RoundingTarget): RoundingOutcome {
  const obstacles = obstaclesOf(unit);
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  const exact = exactAmounts(unit, target);
  const values = new Map<Figure, bigint>();
  const { decimals } = target;
  const whole = exactAmounts(unit, { ...target, decimals: 0 });
  const refuse = (tables: readonly TableView[], measure: Measure): void => {
    const totals = unevenTotalsOf(unit).filter(
      ({ total }) => total.measure === measure && tables.includes(total.table),
    );
    const canBeWhole = decimals > 0 && roundNetwork(tables, measure, whole, new Map());
    obstacles.push({ kind: 'noBalance', tables, measure, totals, decimals, canBeWhole });
  };
  for (const measure of amountMeasures) {
    for (const tables of networksOf(unit)) {
      if (!roundNetwork(tables, measure, exact, values)) refuse(tables, measure);
    }
  }
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  for (const table of tablesOfReturn(unit)) {
    for (const measure of roundSubLines(table, exact, values)) refuse([table], measure);
  }
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  return { kind: 'rounded', figures: roundedFigures(unit, target, exact, values) };
}

/** Tables whose total lines are one: they are rounded together. */
function networksOf(unit: UnitReturn): (readonly TableView[])[] {
  const joined: (readonly TableView[])[] = [];
  const taken = new Set<TableView>();
  for (const { first, second } of agreeingTables(unit)) {
    if ([first, second].some((table) => taken.has(table) || table.empty)) continue;
    joined.push([first, second]);
    taken.add(first).add(second);
  }
  const alone = tablesOfReturn(unit).filter((table) => !taken.has(table));
  return [...joined, ...alone.map((table) => [table])];
}

// One network

/** One arc of the network, which one figure, or two that must be alike, decide. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly figures: readonly Figure[];
}

/** False where no choice of neighbouring values balances. */
function roundNetwork(
  tables: readonly TableView[],
  measure: Measure,
  exact: ExactAmounts,
  values: Map<Figure, bigint>,
): boolean {
  const { nodes, arcs } = networkOf(tables, measure);
  const weigh = weighing(arcs.length, exact);
  const priced: RoundedArc[] = [];
  for (const { from, to, figures } of arcs) {
    const range = rangeOf(figures, exact);
    if (range === null) return false;
    const { lower, upper } = range;
    priced.push({
      from,
      to,
      lower,
      upper,
      lowerCost: sumAmounts(figures.map((figure) => weigh(figure, lower))),
      upperCost: sumAmounts(figures.map((figure) => weigh(figure, upper))),
    });
  }
  const chosen = roundArcs(nodes, priced);
  if (chosen === null) return false;
  arcs.forEach(({ figures }, index) => {
    for (const figure of figures) values.set(figure, chosen[index] ?? 0n);
  });
  return true;
}

/** The neighbouring values that all of an arc's figures share. */
function rangeOf(
  figures: readonly Figure[],
  exact: ExactAmounts,
): { readonly lower: bigint; readonly upper: bigint } | null {
  const { step } = exact;
  const floors = figures.map((figure) => floorOf(exact.of(figure), step));
  const ceilings = figures.map((figure) => -floorOf(-exact.of(figure), step));
  const lower = floors.reduce((most, each) => (each > most ? each : most));
  const upper = ceilings.reduce((least, each) => (each < least ? each : least));
  return lower <= upper ? { lower, upper } : null;
}

/**
 * First table's lines → its source blocks → the second table's source blocks → its lines; line
 * totals flow in at the one end and out at the other, the grand total back. A table alone is half of it.
 */
function networkOf(
  tables: readonly TableView[],
  measure: Measure,
): { readonly nodes: number; readonly arcs: readonly Arc[] } {
  const [start, end] = [0, 1];
  let nodes = 2;
  const blocks = tables.map(() => sourceBlocks.map(() => nodes++));
  const arcs: Arc[] = [];
  /** Into the first table, out of the second. */
  const join = (isFirst: boolean, from: number, to: number, figures: readonly Figure[]): void => {
    arcs.push(isFirst ? { from, to, figures } : { from: to, to: from, figures });
  };
  tables.forEach((table, index) => {
    const isFirst = index === 0;
    for (const { figures } of table.summed) {
      const line = nodes++;
      join(isFirst, isFirst ? start : end, line, [figures.total[measure]]);
      sourceBlocks.forEach((block, at) => {
        join(isFirst, line, blocks[index]?.[at] ?? end, [figures[block][measure]]);
      });
    }
  });
  const totals = tables.flatMap(({ total }) => total ?? []);
  sourceBlocks.forEach((block, at) => {
    const from = blocks[0]?.[at] ?? start;
    const to = blocks[1]?.[at] ?? end;
    arcs.push({ from, to, figures: totals.map(({ figures }) => figures[block][measure]) });
  });
  arcs.push({ from: end, to: start, figures: totals.map(({ figures }) => figures.total[measure]) });
  return { nodes, arcs };
}

/**
 * What a value costs, compared place by place: its deviation; a grand total not rounded half up; a
 * total of a line or block not so; its relative change; any figure not rounded half up.
 */
function weighing(
  arcs: number,
  { of, step }: ExactAmounts,
): (figure: Figure, value: bigint) => bigint {
  const most = BigInt(2 * arcs + 1);
  const finestRatio = 10n ** 12n;
  return (figure, value) => {
    const amount = of(figure);
    const deviation = absolute(value * step - amount);
    const isNearest = value === nearestOf(amount, step);
    const isTotal = figure.line.kind === 'total' || figure.block === 'total';
    const isGrandTotal = figure.line.kind === 'total' && figure.block === 'total';
    const ratio = amount === 0n ? 0n : (deviation * finestRatio) / absolute(amount);
    let cost = deviation;
    cost = cost * most + (isGrandTotal && !isNearest ? 1n : 0n);
    cost = cost * most + (isTotal && !isNearest ? 1n : 0n);
    cost = cost * most * finestRatio + (ratio < finestRatio ? ratio : finestRatio - 1n);
    return cost * most + (isNearest ? 0n : 1n);
  };
}

// 其中 sub-lines, which no sum of the table contains

/** The measures in which a sub-line's total cannot be made what its parts come to. */
function roundSubLines(
  table: TableView,
  exact: ExactAmounts,
  values: Map<Figure, bigint>,
): Measure[] {
  const lines = table.lines.filter(({ kind }) => kind === 'ofWhich' || kind === 'subtotal');
  return amountMeasures.filter(
    (measure) =>
      lines.filter((line) => !roundSubLine(line, table, measure, exact, values)).length > 0,
  );
}

/** Its own balance is kept, and no part gets larger than the whole it is of; false where it cannot be. */
function roundSubLine(
  line: LineView,
  { lines }: TableView,
  measure: Measure,
  exact: ExactAmounts,
  values: Map<Figure, bigint>,
): boolean {
  const { step } = exact;
  const parent = line.line.parent === null ? undefined : lines[line.line.parent];
  const parts = sourceBlocks.map((block) => line.figures[block][measure]);
  const total = line.figures.total[measure];
  const weigh = weighing(3, exact);
  const arcs = [total, ...parts].map((figure): RoundedArc => {
    const amount = exact.of(figure);
    const lower = floorOf(amount, step);
    const ceiling = -floorOf(-amount, step);
    const whole = parent?.figures[figure.block][measure];
    const most = whole === undefined ? undefined : values.get(whole);
    const upper = most !== undefined && most >= lower && most < ceiling ? most : ceiling;
    const isIn = figure === total;
    return {
      from: isIn ? 1 : 0,
      to: isIn ? 0 : 1,
      lower,
      upper,
      lowerCost: weigh(figure, lower),
      upperCost: weigh(figure, upper),
    };
  });
  const chosen = total.blank ? null : roundArcs(2, arcs);
  if (chosen === null && !total.blank) return false;
  [total, ...parts].forEach((figure, index) => {
    const arc = arcs[index];
    const alone = arc !== undefined && arc.upperCost < arc.lowerCost ? arc.upper : arc?.lower;
    values.set(figure, chosen?.[index] ?? alone ?? 0n);
  });
  return true;
}

// The outcome

function roundedFigures(
  unit: UnitReturn,
  { decimals }: RoundingTarget,
  exact: ExactAmounts,
  values: ReadonlyMap<Figure, bigint>,
): RoundedFigure[] {
  const place = 10n ** BigInt(AMOUNT_DECIMALS - decimals);
  const { step, held } = exact;
  return tablesOfReturn(unit)
    .flatMap(({ figures }) => figures)
    .filter(({ measure, blank }) => measure !== 'projectCount' && !blank)
    .map((figure) => {
      const amount = exact.of(figure);
      const value = values.get(figure) ?? nearestOf(amount, step);
      const off = absolute(value * step - amount);
      return {
        figure,
        stated: figure.amount ?? 0n,
        rounded: value * place,
        nearest: nearestOf(amount, step) * place,
        deviation: (off * held.denominator) / held.numerator,
      };
    });
}
