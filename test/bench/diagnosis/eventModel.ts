/**
 * What do people do that makes many cells wrong at once, and how is it put into an honest pair?
 *
 * The laws are this file's own, not the engine's priors: which table, which block, how many lines and
 * what amounts are drawn here, uniformly where nothing is known. Totals are done as the act implies:
 * typed before it (they stay), or computed after it (they follow).
 */
import { AMOUNT_DECIMALS, formatAmount, type Amount } from '../../../src/domain/amount';
import type { EventKind, OutsideFigure } from '../../../src/domain/diagnose/diagnose';
import { keyOf, recomputed, type Pair, type Table } from '../../domain/diagnose/pair';
import type { Random } from './random';

/** A pair to which something happened. */
export interface EventTrial {
  readonly pair: Pair;
  readonly kind: EventKind;
  /** The table in which it happened; null where no data can tell, and for drafts. */
  readonly table: number | null;
  /** The right values of all cells that were changed; empty where nothing can be known. */
  readonly truth: ReadonlyMap<string, Amount>;
  readonly outside: readonly OutsideFigure[];
}

type Grid = (Amount | null)[][];
const ONE = 10n ** BigInt(AMOUNT_DECIMALS);

function copy(table: Table): Grid {
  return table.map((row) => [...row]);
}

function withTable(pair: Pair, table: number, grid: Grid): Pair {
  return pair.map((each, index) => (index === table ? grid : each));
}

function used(grid: Grid, block: number): number[] {
  return grid.slice(0, -1).flatMap((row, line) => ((row[block * 4] ?? 0n) > 0n ? [line] : []));
}

/** Amounts with at most two decimals, one to a thousand times ten thousand yuan. */
function drawAmount(random: Random, places: number): Amount {
  const value = Math.exp(Math.log(1) + random.next() * Math.log(1000));
  return BigInt(Math.max(1, Math.round(value * 10 ** places))) * (ONE / 10n ** BigInt(places));
}

function follow(random: Random, amount: Amount, places: number): Amount {
  if (random.next() < 0.4) return amount;
  const unit = ONE / 10n ** BigInt(places);
  const share = BigInt(Math.round((0.8 + 0.2 * random.next()) * 1000));
  const value = ((amount * share) / 1000n / unit) * unit;
  return value > 0n ? value : unit;
}

/** Decimal places of most amounts of a pair, at most four. */
function placesOf(pair: Pair): number {
  const all = pair.flatMap((table) =>
    (table ?? []).flatMap((row) =>
      row.flatMap((value, column) =>
        value === null || column % 4 === 0 ? [] : [formatAmount(value).split('.')[1]?.length ?? 0],
      ),
    ),
  );
  return Math.min(4, Math.max(0, ...all));
}

type Make = (random: Random, pair: Pair) => EventTrial | null;

/** A project of one table only: its line has it, all its totals have it. */
const projectMissing: Make = (random, pair) => {
  const table = random.below(2);
  const source = pair[table];
  if (source == null) return null;
  const grid = copy(source);
  const block = random.next() < 0.8 ? 0 : 1;
  const lines = used(grid, block);
  const line =
    lines.length > 0 && random.next() < 0.8 ? random.pick(lines) : random.below(grid.length - 1);
  const places = placesOf(pair);
  const count = random.next() < 0.8 ? 1 : 2;
  const budgeted = drawAmount(random, places);
  const executed = random.next() < 0.1 ? 0n : follow(random, budgeted, places);
  const accounts = executed === 0n ? 0n : follow(random, executed, places);
  [BigInt(count) * ONE, budgeted, executed, accounts].forEach((value, measure) => {
    const row = grid[line];
    const column = block * 4 + measure;
    if (row !== undefined && value !== 0n) row[column] = (row[column] ?? 0n) + value;
  });
  return {
    pair: recomputed(withTable(pair, table, grid)),
    kind: 'projectMissing',
    table: 1 - table,
    truth: new Map(),
    outside: [],
  };
};

/** Part of a line in the other budget of one table. */
const otherBudget: Make = (random, pair) => {
  const table = random.below(2);
  const source = pair[table];
  if (source == null) return null;
  const grid = copy(source);
  const from = random.next() < 0.7 ? 0 : 1;
  const lines = used(grid, from);
  if (lines.length === 0) return null;
  const line = random.pick(lines);
  const row = grid[line] ?? [];
  const whole = random.next() < 0.5 || (row[from * 4] ?? 0n) <= ONE;
  const places = placesOf(pair);
  const unit = ONE / 10n ** BigInt(places);
  for (let measure = 0; measure < 4; measure += 1) {
    const all = row[from * 4 + measure] ?? 0n;
    const part = whole ? all : measure === 0 ? ONE : (all / 3n / unit) * unit;
    const left = all - part;
    row[from * 4 + measure] = left === 0n ? null : left;
    const other = (1 - from) * 4 + measure;
    if (part !== 0n) row[other] = (row[other] ?? 0n) + part;
  }
  const result = recomputed(withTable(pair, table, grid));
  return { pair: result, kind: 'otherBudget', table: null, truth: new Map(), outside: [] };
};

/** Between two and six lines of one table of another date: amounts and counts moved, totals done. */
const differentDraft: Make = (random, pair) => {
  const table = random.below(2);
  const source = pair[table];
  if (source == null) return null;
  const grid = copy(source);
  const places = placesOf(pair);
  const unit = ONE / 10n ** BigInt(places);
  const lines = used(grid, 0);
  if (lines.length < 2) return null;
  const times = Math.min(lines.length, 2 + random.below(5));
  for (let each = 0; each < times; each += 1) {
    const row = grid[lines.splice(random.below(lines.length), 1)[0] ?? 0] ?? [];
    const block = random.next() < 0.8 || (row[4] ?? 0n) === 0n ? 0 : 1;
    for (let measure = 0; measure < 4; measure += 1) {
      const column = block * 4 + measure;
      const value = row[column] ?? 0n;
      if (value === 0n) continue;
      if (measure === 0) {
        const step = BigInt(random.below(3) - 1) * ONE;
        if (value + step > 0n) row[column] = value + step;
      } else {
        const share = BigInt(Math.round(Math.exp(0.25 * random.normal()) * 1000));
        const moved = ((value * share) / 1000n / unit) * unit;
        row[column] = moved > 0n ? moved : unit;
      }
    }
  }
  const result = recomputed(withTable(pair, table, grid));
  return { pair: result, kind: 'differentDraft', table: null, truth: new Map(), outside: [] };
};

function changedCells(before: Table, after: Grid, table: number): Map<string, Amount> {
  const truth = new Map<string, Amount>();
  before.forEach((row, line) => {
    row.forEach((value, column) => {
      if ((value ?? 0n) !== (after[line]?.[column] ?? 0n)) {
        truth.set(keyOf({ table, line, column }), value ?? 0n);
      }
    });
  });
  return truth;
}

function happened(
  kind: EventKind,
  pair: Pair,
  table: number,
  grid: Grid,
  outside: readonly OutsideFigure[] = [],
): EventTrial {
  const truth = changedCells(pair[table] ?? [], grid, table);
  return { pair: withTable(pair, table, grid), kind, table, truth, outside };
}

/** 元 for 万元 mostly: a table, a block or a column, totals too. */
const scaled: Make = (random, pair) => {
  const table = random.below(2);
  const source = pair[table];
  if (source == null) return null;
  const grid = copy(source);
  const scope = random.below(3);
  const block = random.below(3);
  const measure = 1 + random.below(3);
  const power = [4, 4, 4, 3, 8][random.below(5)] ?? 4;
  const factor = 10n ** BigInt(power);
  const isDown = random.next() < 0.15;
  let cells = 0;
  for (const row of grid) {
    row.forEach((value, column) => {
      const isIn =
        column % 4 !== 0 &&
        (scope === 0 || Math.floor(column / 4) === block) &&
        (scope !== 2 || column % 4 === measure);
      if (!isIn || value === null || value === 0n || (isDown && value % factor !== 0n)) return;
      row[column] = isDown ? value / factor : value * factor;
      cells += 1;
    });
  }
  return cells < 4 ? null : happened('scaled', pair, table, grid);
};

/** Two columns (in all lines), two blocks, or two lines in one block. */
const exchanged: Make = (random, pair) => {
  const table = random.below(2);
  const source = pair[table];
  if (source == null) return null;
  const grid = copy(source);
  const what = random.below(3);
  const swap = (row: (Amount | null)[], a: number, b: number): void => {
    [row[a], row[b]] = [row[b] ?? null, row[a] ?? null];
  };
  if (what === 0) {
    const block = random.below(3);
    const first = 1 + random.below(2);
    for (const row of grid) swap(row, block * 4 + first, block * 4 + first + 1);
  } else if (what === 1) {
    for (const row of grid) for (let m = 0; m < 4; m += 1) swap(row, m, 4 + m);
  } else {
    const lines = used(grid, 0);
    if (lines.length < 2) return null;
    const at = random.below(lines.length - 1);
    const [a, b] = [grid[lines[at] ?? 0] ?? [], grid[lines[at + 1] ?? 0] ?? []];
    for (let m = 0; m < 4; m += 1) [a[m], b[m]] = [b[m] ?? null, a[m] ?? null];
  }
  const trial = happened('exchanged', pair, table, grid);
  return trial.truth.size < 4 ? null : trial;
};

/** A run of one block's lines one line too low, or a line's figures one column too far right. */
const shifted: Make = (random, pair) => {
  const table = random.below(2);
  const source = pair[table];
  if (source == null) return null;
  const grid = copy(source);
  if (random.next() < 0.6) {
    const block = random.next() < 0.8 ? 0 : 1;
    const lines = grid.length - 1;
    const first = random.below(lines - 1);
    let last = first;
    // The run ends before a line that is blank in the block.
    while (last + 1 < lines && (grid[last + 1]?.[block * 4] ?? null) !== null) last += 1;
    if (last + 1 >= lines || (grid[first]?.[block * 4] ?? null) === null) return null;
    for (let m = 0; m < 4; m += 1) {
      const column = block * 4 + m;
      for (let line = last + 1; line > first; line -= 1) {
        const row = grid[line];
        if (row !== undefined) row[column] = grid[line - 1]?.[column] ?? null;
      }
      const row = grid[first];
      if (row !== undefined) row[column] = null;
    }
  } else {
    const lines = used(grid, 0).filter((line) => (grid[line]?.[4] ?? null) === null);
    if (lines.length === 0) return null;
    const row = grid[random.pick(lines)] ?? [];
    for (let column = 4; column > 0; column -= 1) row[column] = row[column - 1] ?? null;
    row[0] = null;
  }
  const trial = happened('shifted', pair, table, grid);
  return trial.truth.size < 3 ? null : trial;
};

/** One to three totals of the total line stand below the table. */
const outsideTable: Make = (random, pair) => {
  const table = random.below(2);
  const source = pair[table];
  if (source == null) return null;
  const grid = copy(source);
  const total = grid.at(-1) ?? [];
  const filled = total.flatMap((value, column) =>
    value === null || value === 0n || column < 8 ? [] : [column],
  );
  const columns = filled.slice(-(1 + random.below(3)));
  const outside = columns.map((column, at): OutsideFigure => ({
    key: `outside ${at}`,
    table,
    value: total[column] ?? 0n,
    column: null,
    line: null,
  }));
  for (const column of columns) total[column] = null;
  return columns.length === 0 ? null : happened('outsideTable', pair, table, grid, outside);
};

/** The same act in a workbook whose totals are formulas: they follow, and only inputs are wrong. */
export function inFormulas(trial: EventTrial): EventTrial {
  const inputs = [...trial.truth].filter(([key]) => {
    const [table = 0, line = 0, column = 0] = key.split(':').map(Number);
    return column < 8 && line < (trial.pair[table]?.length ?? 0) - 1;
  });
  return { ...trial, pair: recomputed(trial.pair), truth: new Map(inputs) };
}

/** Every kind of event. */
export const EVENTS: Readonly<Record<EventKind, Make>> = {
  projectMissing,
  otherBudget,
  scaled,
  exchanged,
  shifted,
  outsideTable,
  differentDraft,
};
