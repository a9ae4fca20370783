/**
 * Do the data determine what happened? Every single act of the model is undone in turn, exhaustively:
 * those after which all balances hold are what can have happened.
 *
 * An act is determined where each of them has its kind, its table, and restores the very same figures, and
 * where no slip explains all as well: one cell with another value in the measure that fails, or in each of two
 * that fail, or two neighbouring cells exchanged. Its kind is determined where each has its kind. Acts of several
 * steps, slips in three measures, and another draft where a project or another budget does, are longer
 * explanations.
 *
 * Two slips count since acts of one or two cells look like slips: where totals follow, a project with a count and
 * a budget, or two columns exchanged, differs in two measures between the tables, and one input changed in each
 * explains that, whatever its line. Typed totals bear such differences out: there no single cell explains one.
 */
import { AMOUNT_DECIMALS, type Amount } from '../../../src/domain/amount';
import type { EventKind, FigureKind } from '../../../src/domain/diagnose/diagnose';
import { type Cell, type Pair, type Table } from '../../domain/diagnose/pair';
import type { EventTrial } from './eventModel';

/** How the totals of a pair came about. */
export type KindOf = (cell: Cell, table: Table) => FigureKind;

/** What the data say of a trial's act. */
export interface Determined {
  /** The act with every cell. */
  readonly act: boolean;
  readonly kind: boolean;
  /** The act would be determined but for one slip in each of two measures, which explains all as well. */
  readonly butForTwoSlips: boolean;
}

type Grid = (Amount | null)[][];
type Act = (grid: Grid) => boolean;

const ONE = 10n ** BigInt(AMOUNT_DECIMALS);
const FINEST = 10n ** 6n;
const POWERS = [4, -4, 3, -3, 8, -8];
const BLOCKS = [0, 1, 2];
const SOURCES = 2;
/** What is done to a block may be done to both source blocks, their totals left as they were. */
const BLOCK_SETS = [[0], [1], [2], [0, 1]];
const MEASURES = [0, 1, 2, 3];

/** Which cells of a table are formulas, by line and column. */
type Formulas = readonly (readonly boolean[])[];

function formulasOf(table: Table, at: number, kindOf: KindOf): Formulas {
  return table.map((row, line) =>
    row.map((_, column) => kindOf({ table: at, line, column }, table) === 'formula'),
  );
}

/** Formula totals follow what they add up. */
export function followed(pair: Pair, kindOf: KindOf): Pair {
  return pair.map((table, at) => table && follow(table, formulasOf(table, at, kindOf)));
}

function follow(table: Table, formulas: Formulas): Table {
  if (!formulas.some((row) => row.includes(true))) return table;
  const grid = table.map((row) => [...row]);
  const last = grid.length - 1;
  grid.slice(0, last).forEach((row, line) => {
    for (let column = 8; column < 12; column += 1) {
      if (formulas[line]?.[column] !== true) continue;
      row[column] = (row[column - 8] ?? 0n) + (row[column - 4] ?? 0n);
    }
  });
  const total = grid[last] ?? [];
  total.forEach((_, column) => {
    if (formulas[last]?.[column] !== true) return;
    total[column] = grid.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? 0n), 0n);
  });
  return grid;
}

/** A balance as cells: the first is the sum of the others. */
type Balance = readonly (readonly [number, number, number])[];

function balancesOf(pair: Pair): readonly Balance[] {
  const balances: Balance[] = [];
  const lasts = pair.map((table) => (table?.length ?? 0) - 1);
  const columns = Array.from({ length: 12 }, (_, column) => column);
  for (const column of columns) {
    balances.push([
      [0, lasts[0] ?? 0, column],
      [1, lasts[1] ?? 0, column],
    ]);
  }
  pair.forEach((table, t) => {
    const last = lasts[t] ?? 0;
    for (const column of columns) {
      const parts = Array.from({ length: last }, (_, line) => [t, line, column] as const);
      balances.push([[t, last, column], ...parts]);
    }
    table?.forEach((_, line) => {
      for (const column of [8, 9, 10, 11]) {
        balances.push([
          [t, line, column],
          [t, line, column - 8],
          [t, line, column - 4],
        ]);
      }
    });
  });
  return balances;
}

function residual(pair: Pair, balance: Balance): Amount {
  let sum = 0n;
  for (const [at, [t, line, column]] of balance.entries()) {
    const value = pair[t]?.[line]?.[column] ?? 0n;
    if (value !== 0n) sum = at === 0 ? value : sum - value;
  }
  return sum;
}

/** One way in which a pair can have come about. */
interface Way {
  readonly kind: EventKind | 'slip';
  readonly table: number;
  readonly restored: string;
}

/** What a trial's data determine. */
export function determine(trial: EventTrial, kindOf: KindOf): Determined {
  const { pair } = trial;
  const balances = balancesOf(pair);
  const failing = balances.filter((balance) => residual(pair, balance) !== 0n);
  const slips = slipsThatExplain(pair, kindOf, balances, failing);
  if (slips === 1) return { act: false, kind: false, butForTwoSlips: false };
  const others = balances.filter((balance) => !failing.includes(balance));
  const holds = (changed: Pair): boolean =>
    failing.every((balance) => residual(changed, balance) === 0n) &&
    others.every((balance) => residual(changed, balance) === 0n);
  const { act, kind } = determinedAmongActs(trial, kindOf, holds);
  const isBySlips = slips !== null;
  return { act: act && !isBySlips, kind: kind && !isBySlips, butForTwoSlips: act && isBySlips };
}

/** The same where no slips explain anything. */
function determinedAmongActs(
  trial: EventTrial,
  kindOf: KindOf,
  holds: (pair: Pair) => boolean,
): Omit<Determined, 'butForTwoSlips'> {
  const { pair, kind } = trial;
  const ways = waysOf(pair, kindOf, holds);
  if (kind === 'projectMissing' || kind === 'otherBudget' || kind === 'differentDraft') {
    const fits = fitting(pair);
    const isIt = ways.length === 0 && fits === kind;
    return { act: isIt, kind: isIt };
  }
  if (kind === 'outsideTable') return { act: ways.length === 0, kind: ways.length === 0 };
  const isKind = ways.length > 0 && ways.every((way) => way.kind === kind);
  const truth = restoredName(undone(trial, kindOf));
  const isAct = isKind && ways.every((way) => way.table === trial.table && way.restored === truth);
  return { act: isAct, kind: isKind };
}

function undone({ pair, truth }: EventTrial, kindOf: KindOf): Pair {
  const restored = pair.map((table, t) =>
    (table ?? []).map((row, line) =>
      row.map((value, column) => truth.get(`${t}:${line}:${column}`) ?? value),
    ),
  );
  return followed(restored, kindOf);
}

function restoredName(pair: Pair): string {
  return pair
    .map((table) => (table ?? []).map((row) => row.map((value) => value ?? 0n).join()).join(';'))
    .join('|');
}

/** All single acts within a table after whose undoing everything holds. */
function waysOf(pair: Pair, kindOf: KindOf, holds: (pair: Pair) => boolean): readonly Way[] {
  const ways: Way[] = [];
  pair.forEach((table, at) => {
    if (table === null) return;
    const formulas = formulasOf(table, at, kindOf);
    const attempt = (kind: Way['kind'], act: Act): void => {
      const grid = table.map((row) => [...row]);
      if (!act(grid)) return;
      formulas.forEach((own, line) => {
        own.forEach((isFormula, column) => {
          const row = grid[line];
          if (isFormula && row !== undefined) row[column] = table[line]?.[column] ?? null;
        });
      });
      const changed = pair.map((each, index) => (index === at ? follow(grid, formulas) : each));
      if (!holds(changed)) return;
      ways.push({ kind, table: at, restored: restoredName(changed) });
    };
    for (const act of cellsExchanged(table)) attempt('slip', act);
    for (const act of scalings()) attempt('scaled', act);
    for (const act of exchanges(table)) attempt('exchanged', act);
    for (const act of shifts(table)) attempt('shifted', act);
  });
  return ways;
}

/** Two neighbouring cells of a line or a column, in one measure or in two. */
function* cellsExchanged(table: Table): Generator<Act> {
  const exchange =
    (line: number, column: number, otherLine: number, otherColumn: number): Act =>
    (grid) => {
      const [row, other] = [grid[line], grid[otherLine]];
      if (row === undefined || other === undefined) return false;
      const [a, b] = [row[column] ?? null, other[otherColumn] ?? null];
      if ((a ?? 0n) === (b ?? 0n)) return false;
      [row[column], other[otherColumn]] = [b, a];
      return true;
    };
  for (const [line, row] of table.entries()) {
    for (const column of row.keys()) {
      if (column + 1 < row.length) yield exchange(line, column, line, column + 1);
      if (line + 2 < table.length) yield exchange(line, column, line + 1, column);
    }
  }
}

/** A table, its source blocks, a block, a column: every amount that is there, by one power of ten. */
function* scalings(): Generator<Act> {
  const groups: ((column: number) => boolean)[] = [
    () => true,
    (column) => column < SOURCES * 4,
    ...BLOCKS.map((block) => (column: number) => Math.floor(column / 4) === block),
    ...Array.from({ length: 12 }, (_, own) => (column: number) => column === own),
  ];
  for (const isIn of groups) {
    for (const power of POWERS) {
      yield (grid) => {
        const factor = 10n ** BigInt(Math.abs(power));
        let cells = 0;
        for (const row of grid) {
          for (const [column, value] of row.entries()) {
            if (column % 4 === 0 || !isIn(column) || value === null || value === 0n) continue;
            if (power > 0 && value % (factor * FINEST) !== 0n) return false;
            row[column] = power > 0 ? value / factor : value * factor;
            cells += 1;
          }
        }
        return cells >= 3;
      };
    }
  }
}

/** Two columns, measures, blocks, or lines of a block or of both source blocks; the total line too, or not. */
function* exchanges(table: Table): Generator<Act> {
  const swap = (row: (Amount | null)[], a: number, b: number): void => {
    [row[a], row[b]] = [row[b] ?? null, row[a] ?? null];
  };
  const columns = (pairs: readonly (readonly [number, number])[]): readonly Act[] =>
    [0, 1].map((spared): Act => (grid) => {
      const rows = grid.slice(0, grid.length - spared);
      for (const row of rows) for (const [a, b] of pairs) swap(row, a, b);
      return true;
    });
  for (const [a, b] of [
    [1, 2],
    [2, 3],
    [1, 3],
  ] as const) {
    for (const blocks of [...BLOCK_SETS, BLOCKS]) {
      yield* columns(blocks.map((block) => [block * 4 + a, block * 4 + b] as const));
    }
  }
  for (const [a, b] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    yield* columns(MEASURES.map((m) => [a * 4 + m, b * 4 + m] as const));
  }
  for (const blocks of BLOCK_SETS) {
    for (let first = 0; first < table.length - 1; first += 1) {
      for (let second = first + 1; second < table.length - 1; second += 1) {
        yield (grid) => {
          const [a = [], b = []] = [grid[first], grid[second]];
          const own = columnsOf(blocks);
          if (own.every((column) => (a[column] ?? 0n) === (b[column] ?? 0n))) return false;
          // A line and a blank one: that is a line one off, or a slip in each cell.
          if ([a, b].some((row) => own.every((column) => (row[column] ?? 0n) === 0n))) return false;
          for (const column of own) [a[column], b[column]] = [b[column] ?? null, a[column] ?? null];
          return true;
        };
      }
    }
  }
}

function columnsOf(blocks: readonly number[]): readonly number[] {
  return blocks.flatMap((block) => MEASURES.map((measure) => block * 4 + measure));
}

/** Runs of a block one line off into a blank line; parts of a line one column off into a blank cell. */
function* shifts(table: Table): Generator<Act> {
  const isBlank = (line: number, columns: readonly number[]): boolean =>
    columns.every((column) => (table[line]?.[column] ?? 0n) === 0n);
  for (const columns of BLOCK_SETS.map(columnsOf)) {
    for (const step of [1, -1]) {
      for (let blank = 0; blank < table.length - 1; blank += 1) {
        if (!isBlank(blank, columns)) continue;
        for (let last = blank + step; last >= 0 && last < table.length - 1; last += step) {
          if (isBlank(last, columns)) continue;
          yield (grid) => {
            for (const column of columns) {
              for (let line = blank; line !== last; line += step) {
                const [row, from] = [grid[line], grid[line + step]];
                if (row !== undefined) row[column] = from?.[column] ?? null;
              }
              const end = grid[last];
              if (end !== undefined) end[column] = null;
            }
            return true;
          };
        }
      }
    }
  }
  for (let line = 0; line < table.length - 1; line += 1) {
    for (const step of [1, -1]) {
      for (let blank = 0; blank < 12; blank += 1) {
        if (!isBlank(line, [blank]) || isBlank(line, [blank + step])) continue;
        for (let last = blank + 2 * step; last >= 0 && last < 12; last += step) {
          if (isBlank(line, [last])) continue;
          yield (grid) => {
            const row = grid[line] ?? [];
            for (let column = blank; column !== last; column += step) {
              row[column] = row[column + step] ?? null;
            }
            row[last] = null;
            return row.every((value, column) => column % 4 !== 0 || (value ?? 0n) % ONE === 0n);
          };
        }
      }
    }
  }
}

/** In so many measures a slip each is as short an explanation as an act. */
const MOST_SLIPS = 2;

/** How many slips explain everything, one in each measure that fails, in at most two; null where none do. */
function slipsThatExplain(
  pair: Pair,
  kindOf: KindOf,
  balances: readonly Balance[],
  failing: readonly Balance[],
): number | null {
  const measures = new Set(failing.map(measureOf));
  if (measures.size > MOST_SLIPS) return null;
  // No balance holds figures of two measures: each is put right by itself.
  const areSlips = [...measures].every((measure) =>
    isOneSlip(
      pair,
      kindOf,
      balances.filter((balance) => measureOf(balance) === measure),
      measure,
    ),
  );
  return areSlips ? measures.size : null;
}

function measureOf([total]: Balance): number {
  return (total?.[2] ?? 0) % 4;
}

/** Whether one typed cell with another value makes all balances of a measure hold. */
function isOneSlip(
  pair: Pair,
  kindOf: KindOf,
  balances: readonly Balance[],
  measure: number,
): boolean {
  const off = balances.map((balance) => residual(pair, balance)).find((value) => value !== 0n);
  if (off === undefined) return true;
  return pair.some((table, t) => {
    if (table === null) return false;
    const formulas = formulasOf(table, t, kindOf);
    return table.some((row, line) =>
      row.some((value, column) => {
        if (column % 4 !== measure || formulas[line]?.[column] === true) return false;
        // What is added to the cell moves each of its balances by as much: one residual tells all.
        return [1n, -1n].some((sign) => {
          const meant = (value ?? 0n) + sign * off;
          const grid = table.map((each, at) =>
            at === line ? each.map((own, c) => (c === column ? meant : own)) : each,
          );
          const changed = pair.map((each, at) => (at === t ? follow(grid, formulas) : each));
          return balances.every((each) => residual(changed, each) === 0n);
        });
      }),
    );
  });
}

/** Which act between the tables their totals' differences fit, the shortest first. */
function fitting(pair: Pair): EventKind | null {
  const totals = pair.map((table) => table?.at(-1) ?? []);
  const differences = Array.from(
    { length: SOURCES * 4 },
    (_, column) => (totals[0]?.[column] ?? 0n) - (totals[1]?.[column] ?? 0n),
  );
  const [general, fund] = [differences.slice(0, 4), differences.slice(4)];
  const isNone = (own: readonly Amount[]): boolean => own.every((value) => value === 0n);
  const isBoth = !isNone(general) && !isNone(fund);
  if (isBoth && general.every((value, at) => value === -(fund[at] ?? 0n))) {
    return isProject(general) ? 'otherBudget' : null;
  }
  const own = isNone(general) ? fund : general;
  if (!isBoth && isProject(own)) return 'projectMissing';
  if (!isBoth && mayBeProject(own)) return null;
  return [general, fund].some((own) => own.slice(1).filter((value) => value !== 0n).length >= 2)
    ? 'differentDraft'
    : null;
}

/**
 * More in one table in every measure, nothing else known. A project may well cost more than was budgeted: of
 * the real pair's three lines of a single fund project two come to 1.5 and 3 times their budget. Such
 * differences are another draft's as well as a project's.
 */
function mayBeProject(own: readonly Amount[]): boolean {
  const [count = 0n, budgeted = 0n] = own;
  const isAlike = own.every((value) => value === 0n || value > 0n === count > 0n);
  return isAlike && count !== 0n && budgeted !== 0n;
}

/** Whole projects, and amounts none of which is more than the one before. */
function isProject(own: readonly Amount[]): boolean {
  const sign = own.some((value) => value < 0n) ? -1n : 1n;
  const [count = 0n, budgeted = 0n, executed = 0n, accounts = 0n] = own.map((each) => sign * each);
  return (
    count > 0n && budgeted > 0n && budgeted >= executed && executed >= accounts && accounts >= 0n
  );
}
