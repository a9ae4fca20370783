/**
 * Were two columns, measures, blocks or lines of one table exchanged?
 *
 * Candidates are pairs around which equalities fail; each is put back and kept where most of what
 * failed around it then holds. Where the tables disagree only with each other, either of them may be
 * the one: then only what the figures are like tells.
 */
import type { TableShape } from '../shape';
import { failuresAfter } from '../state';
import type { EventScope, ExchangedPart } from '../types';
import {
  ChangesDraft,
  figureAt,
  valueAt,
  type EventCandidate,
  type EventContext,
} from './candidate';

type What = 'columns' | 'measures' | 'blocks' | 'lines';

/** Shares of what is exchanged; neighbours far more often than others. */
const WHAT_SHARES: Readonly<Record<What, number>> = {
  columns: 0.3,
  measures: 0.2,
  blocks: 0.25,
  lines: 0.25,
};
const NEIGHBOURS = 0.7;
/** The totals were exchanged, too, or left right. */
const WITH_TOTALS = 0.75;
/** So many lines with failures are paired at most. */
const MOST_LINES = 8;
/** Of the failures around a pair, so many must go. */
const SETTLED = 0.6;

interface Pair {
  readonly what: What;
  readonly first: ExchangedPart;
  readonly second: ExchangedPart;
  readonly share: number;
}

/** All exchanges that settle most of what fails around them. */
export function exchangedCandidates(context: EventContext): readonly EventCandidate[] {
  return context.shape.tables.flatMap((shape) => [
    ...wholeExchanges(context, shape),
    ...lineExchanges(context, shape),
  ]);
}

function part(
  system: number | null,
  block: number | null,
  line: number | null = null,
): ExchangedPart {
  return { system, block, line };
}

/** Tables in which equalities fail beyond a line or two, or totals disagree with another table. */
function wholeExchanges(context: EventContext, shape: TableShape): EventCandidate[] {
  const { systems } = context;
  const all = systems.map((_, index) => index);
  const fails = all.filter((index) => failsWidely(context, shape, index));
  const pairs: Pair[] = [];
  const add = (what: What, first: ExchangedPart, second: ExchangedPart, options: number): void => {
    pairs.push({ what, first, second, share: WHAT_SHARES[what] / options });
  };
  const blocks = shape.blocks;
  all.forEach((a) => {
    all.slice(a + 1).forEach((b) => {
      if (!fails.includes(a) || !fails.includes(b)) return;
      const near = b - a === 1 ? NEIGHBOURS / (all.length - 1) : (1 - NEIGHBOURS) / 3;
      add('measures', part(a, null), part(b, null), 1 / near);
      for (const block of blocks) {
        add('columns', part(a, block), part(b, block), (2 * blocks.length) / near);
      }
    });
  });
  blocks.forEach((a, at) => {
    for (const b of blocks.slice(at + 1)) {
      if (fails.length >= 2) add('blocks', part(null, a), part(null, b), 3);
      for (const system of fails) {
        add('columns', part(system, a), part(system, b), 2 * 3 * all.length);
      }
    }
  });
  return pairs.flatMap((pair) => [
    ...undo(context, shape, pair, shape.lines, WITH_TOTALS),
    ...(shape.totalLine === null
      ? []
      : undo(
          context,
          shape,
          pair,
          shape.lines.filter((line) => line !== shape.totalLine),
          1 - WITH_TOTALS,
        )),
  ]);
}

/** Two lines' balances fail, a column's, or the tables disagree. */
function failsWidely(context: EventContext, { table }: TableShape, system: number): boolean {
  const failed = context.failing[system] ?? new Set<number>();
  const lines = new Set(context.shape.lineBalances[system]?.get(table)?.values() ?? []);
  const inLines = [...failed].filter((equality) => lines.has(equality)).length;
  const beyond = [...failed].some((at) => !lines.has(at) && concerns(context, system, at, table));
  return inLines >= 2 || beyond;
}

/** Whether an equality adds up the table, or compares it with another. */
function concerns(
  { systems, shape }: EventContext,
  system: number,
  at: number,
  table: number,
): boolean {
  const { figures, equalities } = systems[system] ?? { figures: [], equalities: [] };
  const own = figures[equalities[at]?.total ?? -1]?.place.table;
  return own === table || [...(shape.crossTable[system]?.values() ?? [])].includes(at);
}

/** Two lines exchanged in one block, in every measure in which both fail. */
function lineExchanges(context: EventContext, shape: TableShape): EventCandidate[] {
  const { table, totalLine, blocks } = shape;
  const byLine = new Map<number, number[]>();
  context.systems.forEach((_, system) => {
    for (const [line, equality] of context.shape.lineBalances[system]?.get(table) ?? []) {
      if (line === totalLine || context.failing[system]?.has(equality) !== true) continue;
      byLine.set(line, [...(byLine.get(line) ?? []), system]);
    }
  });
  const lines = [...byLine.keys()].sort((a, b) => a - b);
  if (lines.length < 2 || lines.length > MOST_LINES) return [];
  const found: EventCandidate[] = [];
  lines.forEach((a, at) => {
    for (const b of lines.slice(at + 1)) {
      const systems = (byLine.get(a) ?? []).filter((system) => byLine.get(b)?.includes(system));
      // One measure's cells are a slip of their own.
      if (systems.length < 2) continue;
      const near = b - a === 1 ? NEIGHBOURS : (1 - NEIGHBOURS) / shape.lines.length;
      for (const block of blocks) {
        // With figures in several source blocks, all of these may have been exchanged instead.
        if (block === shape.totalBlock && isInSeveral(context, shape, systems, a, b)) continue;
        // A line and a blank one: that is a line one off.
        if (
          isBlank(context, table, systems, a, block) ||
          isBlank(context, table, systems, b, block)
        )
          continue;
        const pair: Pair = {
          what: 'lines',
          first: part(null, block, a),
          second: part(null, block, b),
          share: (WHAT_SHARES.lines * near) / (blocks.length * shape.lines.length),
        };
        found.push(...undo(context, shape, pair, [a, b], 1, systems));
      }
    }
  });
  return found;
}

function isInSeveral(
  context: EventContext,
  { table, blocks, totalBlock }: TableShape,
  systems: readonly number[],
  a: number,
  b: number,
): boolean {
  const used = blocks.filter(
    (block) =>
      block !== totalBlock &&
      !(isBlank(context, table, systems, a, block) && isBlank(context, table, systems, b, block)),
  );
  return used.length > 1;
}

function isBlank(
  context: EventContext,
  table: number,
  systems: readonly number[],
  line: number,
  block: number,
): boolean {
  return systems.every((system) => valueAt(context, system, table, line, block) === 0n);
}

function undo(
  context: EventContext,
  shape: TableShape,
  { what, first, second, share }: Pair,
  lines: readonly number[],
  variant: number,
  only: readonly number[] | null = null,
): EventCandidate[] {
  const { table } = shape;
  const draft = new ChangesDraft(context);
  const all = only ?? context.systems.map((_, index) => index);
  let [swaps, halfFormulas] = [0, 0];
  const swap = (
    [systemA, blockA, lineA]: readonly [number, number, number],
    [systemB, blockB, lineB]: readonly [number, number, number],
  ): void => {
    const a = figureAt(context, systemA, table, lineA, blockA);
    const b = figureAt(context, systemB, table, lineB, blockB);
    const [figureA, figureB] = [
      context.systems[systemA]?.figures[a ?? -1],
      context.systems[systemB]?.figures[b ?? -1],
    ];
    swaps += 1;
    if ((figureA?.kind === 'formula') !== (figureB?.kind === 'formula')) halfFormulas += 1;
    draft.move(systemA, a, figureB?.value ?? null);
    draft.move(systemB, b, figureA?.value ?? null);
  };
  if (what === 'lines') {
    for (const system of all) {
      const block = first.block ?? 0;
      swap([system, block, first.line ?? 0], [system, block, second.line ?? 0]);
    }
  } else {
    for (const line of lines) {
      if (!draft.isPossible) return [];
      for (const system of first.system === null ? all : [first.system]) {
        for (const block of first.block === null ? shape.blocks : [first.block]) {
          const otherSystem = first.system === null ? system : (second.system ?? system);
          const otherBlock = first.block === null ? block : (second.block ?? block);
          swap([system, block, line], [otherSystem, otherBlock, line]);
        }
      }
    }
  }
  // Formulas do not change places with figures: those were typed there.
  if (2 * halfFormulas > swaps) return [];
  if (!draft.isWorthwhile || !settles(context, draft)) return [];
  const systems = [...draft.changes.keys()].sort((a, b) => a - b);
  const scope: EventScope = { kind: 'exchanged', what, first, second };
  const odds = context.priors.events.exchanged * share * variant;
  const log = Math.log(odds / context.shape.tables.length);
  const { changes, unfit } = draft;
  return [{ scope, table, systems, changes, unfit, release: null, log }];
}

/**
 * Does putting it back make most of what fails in its measures hold, or all of one measure? The other may
 * have a slip besides.
 */
function settles(context: EventContext, draft: ChangesDraft): boolean {
  let [before, left] = [0, 0];
  let isOneSettled = false;
  for (const [system, changes] of draft.changes) {
    const own = context.failing[system]?.size ?? 0;
    const source = context.systems[system];
    const rest = source === undefined ? own : failuresAfter(source, changes);
    before += own;
    left += rest;
    if (own > 0 && rest === 0) isOneSettled = true;
  }
  return before > 0 && (before - left >= SETTLED * before || (isOneSettled && left < before));
}
