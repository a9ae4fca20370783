/**
 * Which workbooks does something go wrong in? Generated pairs as sheets, their totals typed, formulas or
 * both, exact or rounded cell by cell; then acts over many cells, slips and stray figures, several at once.
 */
import { formatAmount, roundToPlace, type Amount } from '../../../src/domain/amount';
import type { EventKind } from '../../../src/domain/diagnose/diagnose';
import type { Grid } from '../../../src/domain/grid';
import { cellAddress } from '../../../src/domain/grid';
import {
  figureAt,
  isTotalLine,
  keyOf,
  withCells,
  type Cell,
  type Pair,
  type Table,
} from '../../domain/diagnose/pair';
import type { Content } from '../../domain/forms';
import { grid, officialSheet } from '../../domain/forms';
import { lineLabels } from '../../properties/pairs';
import { EVENTS } from './eventModel';
import { generatePair, type Unit } from './generator';
import { seeded, type Random } from './random';
import { cellsOf, isTotalCell, SINGLE_PATTERNS, slippedValue } from './trials';

/** A workbook with what went wrong in it, in words. */
export interface WrongWorkbook {
  readonly sheets: readonly Grid[];
  readonly acts: readonly string[];
}

/** How totals came about. */
const TOTALS = ['typed', 'formulas', 'one table', 'total line', 'any'] as const;
/** Decimals that tables are rounded to cell by cell; null for exact ones, which are the most. */
const PLACES = [null, null, null, null, 2, 1, 0] as const;
/** After these a table's totals are worked out anew: what happened before would be lost. */
const FIRST: readonly EventKind[] = ['projectMissing', 'otherBudget', 'differentDraft'];
const LATER: readonly EventKind[] = ['scaled', 'exchanged', 'shifted', 'outsideTable'];

interface Sheet {
  pair: Pair;
  /** Figures below each table. */
  readonly outside: [Amount[], Amount[]];
  readonly acts: string[];
}

/** The same seed gives the same workbook. */
export function wrongWorkbook(seed: number): WrongWorkbook {
  const random = seeded(seed);
  const unit: Unit = random.next() < 0.7 ? 'tenThousandYuan' : 'yuan';
  const totals = random.pick(TOTALS);
  const places = unit === 'yuan' ? null : random.pick(PLACES);
  const isFormula = formulaCells(random, totals);
  const state: Sheet = {
    pair: generatePair(random.below(1 << 30), unit).pair,
    outside: [[], []],
    acts: [unit, `totals ${totals}`, places === null ? 'exact' : `${places} places`],
  };
  const kind = random.next() < 0.55 ? random.pick([...FIRST, ...LATER]) : null;
  if (kind !== null && FIRST.includes(kind)) happen(random, kind, state);
  if (places !== null) state.pair = roundedCells(state.pair, places);
  if (kind !== null && LATER.includes(kind)) happen(random, kind, state);
  const slips = random.pick(kind === null ? [1, 1, 2, 3] : [0, 0, 1, 2]);
  for (let slip = 0; slip < slips; slip += 1) slipSomewhere(random, state, unit, places);
  if (random.next() < 0.15) straySomewhere(random, state);
  const short = random.next() < 0.1 ? { table: random.below(2), column: random.below(12) } : null;
  const sheets = state.pair.map((table, index) =>
    sheetOf(index === 0 ? 1 : 2, table ?? [], unit, {
      isFormula: (line, column) => isFormula({ table: index, line, column }, table ?? []),
      outside: state.outside[index] ?? [],
      shortColumn: short?.table === index ? short.column : null,
    }),
  );
  return { sheets, acts: state.acts };
}

function formulaCells(
  random: Random,
  totals: (typeof TOTALS)[number],
): (cell: Cell, table: Table) => boolean {
  const chosen = new Map<string, boolean>();
  const own = random.below(2);
  return (cell, table) => {
    const { line, column } = cell;
    if (!isTotalLine(table, line) && column < 8) return false;
    switch (totals) {
      case 'typed':
        return false;
      case 'formulas':
        return true;
      case 'one table':
        return cell.table === own;
      case 'total line':
        return isTotalLine(table, line);
      case 'any': {
        const known = chosen.get(keyOf(cell)) ?? random.next() < 0.5;
        chosen.set(keyOf(cell), known);
        return known;
      }
    }
  };
}

function happen(random: Random, kind: EventKind, state: Sheet): void {
  for (let again = 0; again < 20; again += 1) {
    const trial = EVENTS[kind](random, state.pair);
    if (trial === null) continue;
    state.pair = trial.pair;
    for (const { table, value } of trial.outside) state.outside[table === 0 ? 0 : 1].push(value);
    state.acts.push(kind);
    return;
  }
}

function roundedCells(pair: Pair, places: number): Pair {
  return pair.map(
    (table) =>
      table?.map((row) =>
        row.map((value, column) =>
          value === null || column % 4 === 0 ? value : roundToPlace(value, places),
        ),
      ) ?? null,
  );
}

function slipSomewhere(random: Random, state: Sheet, unit: Unit, places: number | null): void {
  const cells = cellsOf(state.pair).filter((cell) => (figureAt(state.pair, cell) ?? 0n) !== 0n);
  for (let again = 0; again < 20; again += 1) {
    const cell = random.pick(cells);
    const pattern = random.pick(SINGLE_PATTERNS);
    const drawn = slippedValue(random, pattern, state.pair, cell, unit);
    if (drawn === null) continue;
    const value = places === null || cell.column % 4 === 0 ? drawn : roundToPlace(drawn, places);
    state.pair = withCells(state.pair, new Map([[keyOf(cell), value]]));
    state.acts.push(`${pattern} at ${addressOf(cell)}`);
    return;
  }
}

/** A figure where nothing belongs: a line that is blank in the block. */
function straySomewhere(random: Random, state: Sheet): void {
  const blank = cellsOf(state.pair).filter(
    (cell) => !isTotalCell(state.pair, cell) && figureAt(state.pair, cell) === null,
  );
  const like = cellsOf(state.pair).filter((cell) => (figureAt(state.pair, cell) ?? 0n) !== 0n);
  if (blank.length === 0) return;
  const cell = random.pick(blank);
  const source = random.pick(like.filter(({ column }) => column % 4 === cell.column % 4));
  const value = figureAt(state.pair, source);
  state.pair = withCells(state.pair, new Map([[keyOf(cell), value]]));
  state.acts.push(`stray at ${addressOf(cell)}`);
}

/** Figures begin in row 5 and column B. */
export function addressOf({ table, line, column }: Cell): string {
  return `统计表${table + 1}!${cellAddress(line + 4, column + 1)}`;
}

interface Look {
  readonly isFormula: (line: number, column: number) => boolean;
  readonly outside: readonly Amount[];
  /** The column whose total, where it is a formula, leaves its first line out. */
  readonly shortColumn: number | null;
}

function sheetOf(
  form: 1 | 2,
  table: Table,
  unit: Unit,
  { isFormula, outside, shortColumn }: Look,
): Grid {
  const labels = [...(lineLabels[form - 1] ?? []), '合计'];
  const cells: Record<string, Content> = officialSheet(
    form,
    table.map((row, line) => [
      labels[line] ?? '',
      ...row.map((value) => (value === null ? '' : Number(formatAmount(value)))),
    ]),
    { unit: '濮阳市财政局', year: '（2019）', currency: unit === 'yuan' ? '元' : '万元' },
  );
  Reflect.deleteProperty(cells, `A${table.length + 5}`);
  outside.forEach((value, at) => {
    cells[cellAddress(table.length + 4, 1 + at)] = Number(formatAmount(value));
  });
  table.forEach((row, line) => {
    row.forEach((value, column) => {
      if (!isFormula(line, column)) return;
      const [at, last] = [line + 4, table.length - 1];
      const first = column === shortColumn ? 5 : 4;
      const formula = isTotalLine(table, line)
        ? `=SUM(${cellAddress(first, column + 1)}:${cellAddress(last + 3, column + 1)})`
        : `=${cellAddress(at, column - 7)}+${cellAddress(at, column - 3)}`;
      // Worked out when the workbook is opened.
      cells[cellAddress(at, column + 1)] = { formula, value: Number(formatAmount(value ?? 0n)) };
    });
  });
  return grid(`统计表${form}`, cells);
}
