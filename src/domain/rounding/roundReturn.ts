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
import type { CurrencyUnit, Measure } from '../forms/terms';
import { amountMeasures, sourceBlocks, unitPower } from '../forms/terms';
import type { Equality } from '../returns/equalities';
import { columnEqualities, crossTableEqualities, lineEqualities } from '../returns/equalities';
import { isWithinRounding, sumOfParts } from '../returns/equalities';
import { countsOtherBlocks } from '../returns/otherBlocks';
import { agreeingTables } from '../returns/returnEqualities';
import type { Figure, LineView, TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { RoundedArc } from './roundedFlow';
import { roundArcs } from './roundedFlow';

/** What amounts are turned into. */
export interface RoundingTarget {
  readonly currencyUnit: CurrencyUnit;
  /** Decimal places that are kept, from 0 to {@link AMOUNT_DECIMALS}. */
  readonly decimals: number;
}

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

/** Why a return cannot be rounded; to be corrected first. */
export type RoundingObstacle =
  /** Cells whose figures cannot be told. */
  | { readonly kind: 'unclear'; readonly figures: readonly Figure[] }
  /** Totals that do not add up, or do not agree. */
  | { readonly kind: 'unbalanced'; readonly equalities: readonly Equality[] }
  /** A table that does not say in which unit of money its amounts are. */
  | { readonly kind: 'noMoneyUnit'; readonly table: TableView }
  /** A table without a total line. */
  | { readonly kind: 'noTotalLine'; readonly table: TableView }
  /** A table whose total block counts a further budget. */
  | { readonly kind: 'otherBlocks'; readonly table: TableView }
  /** Small differences of earlier rounding that no choice of neighbouring values takes away. */
  | {
      readonly kind: 'noBalance';
      readonly tables: readonly TableView[];
      readonly measure: Measure;
    };

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
  for (const measure of amountMeasures) {
    for (const tables of networksOf(unit)) {
      if (!roundNetwork(tables, measure, exact, values)) {
        obstacles.push({ kind: 'noBalance', tables, measure });
      }
    }
  }
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  for (const table of tablesOfReturn(unit)) roundSubLines(table, exact, values);
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

// What stands in the way

function obstaclesOf(unit: UnitReturn): RoundingObstacle[] {
  const obstacles: RoundingObstacle[] = [];
  for (const table of tablesOfReturn(unit)) {
    if (table.table.heading.currencyUnit.value === null) {
      obstacles.push({ kind: 'noMoneyUnit', table });
    }
    if (table.total === null) obstacles.push({ kind: 'noTotalLine', table });
    if (countsOtherBlocks(table)) obstacles.push({ kind: 'otherBlocks', table });
  }
  const unclear = tablesOfReturn(unit)
    .flatMap(({ figures }) => figures)
    .filter(({ measure, amount, unitSettled, resultCause }) => {
      if (measure === 'projectCount') return false;
      return amount === null || !unitSettled || resultCause !== null;
    });
  if (unclear.length > 0) obstacles.push({ kind: 'unclear', figures: unclear });
  const unbalanced = amountEqualities(unit).filter((equality) => !holds(equality));
  if (unbalanced.length > 0) obstacles.push({ kind: 'unbalanced', equalities: unbalanced });
  return obstacles;
}

function amountEqualities(unit: UnitReturn): Equality[] {
  return [
    ...tablesOfReturn(unit).flatMap((table) => [
      ...lineEqualities(table),
      ...columnEqualities(table),
    ]),
    ...agreeingTables(unit).flatMap(({ first, second }) =>
      first.empty || second.empty ? [] : crossTableEqualities(first, second),
    ),
  ].filter(({ total }) => total.measure !== 'projectCount');
}

/** Differences of rounding are no errors; the new figures take them away where they can. */
function holds(equality: Equality): boolean {
  const sum = sumOfParts(equality);
  const { amount } = equality.total;
  if (sum === null || amount === null) return true;
  return amount === sum || isWithinRounding(equality, amount - sum);
}

// Exact amounts

/** Amounts as counts of a place so fine that every one of the return is whole. */
interface ExactAmounts {
  readonly of: (figure: Figure) => bigint;
  /** One unit of the last place that is kept. */
  readonly step: bigint;
  /** How many of the counts make 10⁻¹² of the new money unit, as a fraction. */
  readonly held: { readonly numerator: bigint; readonly denominator: bigint };
}

function exactAmounts(unit: UnitReturn, target: RoundingTarget): ExactAmounts {
  const powers = tablesOfReturn(unit).map(({ currencyUnit }) => unitPower[currencyUnit]);
  const newPower = unitPower[target.currencyUnit];
  // The finest place that occurs, as a power of ten of a yuan.
  const finest = Math.min(
    newPower - target.decimals,
    ...powers.map((power) => power - AMOUNT_DECIMALS),
  );
  const heldPower = newPower - AMOUNT_DECIMALS;
  return {
    of: ({ table, amount }) =>
      (amount ?? 0n) * tenTo(unitPower[table.currencyUnit] - AMOUNT_DECIMALS - finest),
    step: tenTo(newPower - target.decimals - finest),
    held: {
      numerator: tenTo(Math.max(0, heldPower - finest)),
      denominator: tenTo(Math.max(0, finest - heldPower)),
    },
  };
}

function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}

function floorOf(amount: bigint, step: bigint): bigint {
  const quotient = amount / step;
  return amount < 0n && quotient * step !== amount ? quotient - 1n : quotient;
}

/** Half away from zero, in steps. */
function nearestOf(amount: bigint, step: bigint): bigint {
  const steps = (absolute(amount) * 2n + step) / (step * 2n);
  return amount < 0n ? -steps : steps;
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

function roundSubLines(table: TableView, exact: ExactAmounts, values: Map<Figure, bigint>): void {
  for (const line of table.lines) {
    if (line.kind !== 'ofWhich' && line.kind !== 'subtotal') continue;
    for (const measure of amountMeasures) roundSubLine(line, table, measure, exact, values);
  }
}

/** Its own balance is kept, and no part gets larger than the whole it is of. */
function roundSubLine(
  line: LineView,
  { lines }: TableView,
  measure: Measure,
  exact: ExactAmounts,
  values: Map<Figure, bigint>,
): void {
  const { step } = exact;
  const parent = line.line.parent === null ? undefined : lines[line.line.parent];
  const parts = sourceBlocks.map((block) => line.figures[block][measure]);
  const total = line.figures.total[measure];
  const isBalanced =
    !total.blank && sumAmounts(parts.map((part) => exact.of(part))) === exact.of(total);
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
  const chosen = isBalanced ? roundArcs(2, arcs) : null;
  [total, ...parts].forEach((figure, index) => {
    const arc = arcs[index];
    const alone = arc !== undefined && arc.upperCost < arc.lowerCost ? arc.upper : arc?.lower;
    values.set(figure, chosen?.[index] ?? alone ?? 0n);
  });
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
