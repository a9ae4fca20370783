/** How is an error put into an honest pair? */
import type { Amount } from '../../../src/domain/amount';
import {
  figureAt,
  isTotalLine,
  keyOf,
  recomputed,
  withCells,
  type Cell,
  type Pair,
} from '../../domain/diagnose/pair';
import type { Unit } from './generator';
import type { Random } from './random';
import {
  DIGIT_PATTERNS,
  drawAnyNumber,
  drawSlip,
  outcomesOf,
  type DigitPattern,
} from './slipModel';
import type { Truth } from './tally';

/** Patterns that a single figure of a single measure can show. */
export const SINGLE_PATTERNS = [...DIGIT_PATTERNS, 'staleTotal', 'unexplained'] as const;
export type SinglePattern = (typeof SINGLE_PATTERNS)[number];

/** A pair with errors, and what they were. */
export interface Trial {
  readonly pair: Pair;
  readonly truth: Truth;
}

/** All cells of a pair, optionally of one measure. */
export function cellsOf(pair: Pair, measure: number | null = null): readonly Cell[] {
  return pair.flatMap((table, t) =>
    (table ?? []).flatMap((row, line) =>
      row.flatMap((_, column) =>
        measure === null || column % 4 === measure ? [{ table: t, line, column }] : [],
      ),
    ),
  );
}

/** True on the total line and in the total block. */
export function isTotalCell(pair: Pair, { table, line, column }: Cell): boolean {
  return column >= 8 || isTotalLine(pair[table] ?? [], line);
}

function isUsed(pair: Pair, cell: Cell): boolean {
  return (figureAt(pair, cell) ?? 0n) !== 0n;
}

/** The inputs in which something is typed. */
export function usedInputs(pair: Pair): readonly Cell[] {
  return cellsOf(pair).filter((cell) => !isTotalCell(pair, cell) && isUsed(pair, cell));
}

/** The amounts that a total adds up, zeros left out. */
function partsOf(pair: Pair, cell: Cell): readonly Amount[] {
  const { table, line, column } = cell;
  const lines = pair[table] ?? [];
  const values = isTotalLine(lines, line)
    ? lines.slice(0, -1).map((row) => row[column] ?? 0n)
    : [column - 8, column - 4].map((part) => lines[line]?.[part] ?? 0n);
  return values.filter((value) => value !== 0n);
}

/**
 * The stated value that one error of a pattern leaves in a cell; null where it cannot happen there.
 */
export function slippedValue(
  random: Random,
  pattern: SinglePattern,
  pair: Pair,
  cell: Cell,
  unit: Unit,
): Amount | null {
  const meant = figureAt(pair, cell) ?? 0n;
  const isCount = cell.column % 4 === 0;
  if (pattern === 'unexplained') return drawAnyNumber(random, meant, isCount);
  if (pattern === 'staleTotal') {
    const parts = isTotalCell(pair, cell) ? partsOf(pair, cell) : [];
    return parts.length < 2 ? null : meant - random.pick(parts);
  }
  return drawSlip(random, pattern, meant, unit, isCount);
}

/** Puts stated values into a pair; the truth is what stood there. */
export function trialOf(clean: Pair, stated: ReadonlyMap<string, Amount | null>): Trial {
  const cells = cellsOf(clean).filter((cell) => stated.has(keyOf(cell)));
  const truth = new Map(cells.map((cell) => [keyOf(cell), figureAt(clean, cell) ?? 0n]));
  return { pair: withCells(clean, stated), truth };
}

/**
 * Random errors in different typed cells, each of a random single pattern.
 *
 * @param measure all in one measure; null for anywhere
 */
export function randomErrors(
  random: Random,
  clean: Pair,
  count: number,
  unit: Unit,
  measure: number | null,
): Trial {
  const cells = cellsOf(clean, measure).filter((cell) => isUsed(clean, cell));
  const stated = new Map<string, Amount | null>();
  while (stated.size < count) {
    const cell = random.pick(cells);
    const value = slippedValue(random, random.pick(SINGLE_PATTERNS), clean, cell, unit);
    if (value !== null && !stated.has(keyOf(cell))) stated.set(keyOf(cell), value);
  }
  return trialOf(clean, stated);
}

/** One slip in one input, the cell first and then a pattern that can happen there; totals follow. */
export function wrongInput(
  random: Random,
  clean: Pair,
  unit: Unit,
): { trial: Trial; cell: Cell; pattern: DigitPattern; stated: Amount } {
  for (;;) {
    const cell = random.pick(usedInputs(clean));
    const meant = figureAt(clean, cell) ?? 0n;
    const isCount = cell.column % 4 === 0;
    const possible = DIGIT_PATTERNS.filter(
      (pattern) => outcomesOf(pattern, meant, unit, isCount).size > 0,
    );
    const pattern = random.pick(possible);
    const stated = drawSlip(random, pattern, meant, unit, isCount);
    if (stated === null) continue;
    const { pair, truth } = trialOf(clean, new Map([[keyOf(cell), stated]]));
    return { trial: { pair: recomputed(pair), truth }, cell, pattern, stated };
  }
}
