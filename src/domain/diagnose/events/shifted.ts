/**
 * Does a run of cells stand one line or one column beside where it belongs?
 *
 * Runs are looked for where neighbouring lines fail. A run that was pasted one line off leaves its
 * first cell blank and overwrites the cell behind its last; what that held follows from its line.
 */
import { absolute, type Amount } from '../../amount';
import type { TableShape } from '../shape';
import { failuresAfter } from '../state';
import { residualOf, residualsOf, valueOf } from '../system';
import {
  ChangesDraft,
  figureAt,
  valueAt,
  type EventCandidate,
  type EventContext,
} from './candidate';

/** Lines with failures this close belong to one run. */
const GAP = 2;
const VERTICAL = 0.6;
const SETTLED = 0.6;
/** What a cell that was written over costs: its value is not among those that stand there. */
const OVERWRITTEN = -10;
/** So many runs are tried at most: beyond, it is no single paste. */
const MOST_RUNS = 4;

interface Run {
  readonly lines: readonly number[];
  /** Measures in which the balances of these lines fail. */
  readonly systems: readonly number[];
}

/** All runs that, moved back, settle most of what fails. */
export function shiftedCandidates(context: EventContext): readonly EventCandidate[] {
  return context.shape.tables.flatMap((shape) => {
    const runs = runsOf(context, shape);
    if (runs.length > MOST_RUNS) return [];
    return [
      ...runs.flatMap((run) => [
        ...verticalShifts(context, shape, run),
        ...horizontalShifts(context, shape, run.lines, () => true),
      ]),
      ...balancedLines(context, shape, runs),
    ];
  });
}

/** Lines whose own totals follow: only what their columns lack tells that they stand beside. */
function balancedLines(
  context: EventContext,
  shape: TableShape,
  runs: readonly Run[],
): readonly EventCandidate[] {
  const off = context.systems.map((system, index) => {
    const residuals = residualsOf(system);
    return new Set([...(context.failing[index] ?? [])].map((at) => absolute(residuals[at] ?? 0n)));
  });
  // At least a count, and amounts, stand in each other's columns.
  if (off.filter(({ size }) => size > 0).length < 2) return [];
  const known = new Set(runs.flatMap(({ lines }) => lines));
  return shape.lines.flatMap((line) => {
    if (line === shape.totalLine || known.has(line)) return [];
    return horizontalShifts(
      context,
      shape,
      [line],
      ({ system }, moved) => off[system]?.has(moved) === true,
    );
  });
}

function runsOf(context: EventContext, { table, lines }: TableShape): readonly Run[] {
  const byLine = new Map<number, Set<number>>();
  context.systems.forEach((_, system) => {
    for (const [line, equality] of context.shape.lineBalances[system]?.get(table) ?? []) {
      if (context.failing[system]?.has(equality) !== true) continue;
      const own = byLine.get(line) ?? new Set<number>();
      own.add(system);
      byLine.set(line, own);
    }
  });
  // Nobody pasted a line of formulas.
  const failed = lines.filter((line) => byLine.has(line) && isTypedIn(context, table, line));
  const runs: number[][] = [];
  for (const line of failed) {
    const run = runs.at(-1);
    if (run !== undefined && line - (run.at(-1) ?? line) <= GAP) run.push(line);
    else runs.push([line]);
  }
  return runs.map((run): Run => {
    const systems = new Set(run.flatMap((line) => [...(byLine.get(line) ?? [])]));
    const [first = 0, last = 0] = [run[0], run.at(-1)];
    return {
      lines: lines.filter((line) => line >= first && line <= last),
      systems: [...systems].sort((a, b) => a - b),
    };
  });
}

function isTypedIn({ systems, shape }: EventContext, table: number, line: number): boolean {
  const blocks = shape.tables.find((each) => each.table === table)?.blocks ?? [];
  return systems.some((system, index) =>
    blocks.some((block) => {
      const at = shape.places.figureAt(index, { table, line, block });
      return system.figures[at ?? -1]?.kind === 'typed';
    }),
  );
}

/** A block's figures in the measures that fail, one line too low or too high. */
function verticalShifts(context: EventContext, shape: TableShape, run: Run): EventCandidate[] {
  const { lines, systems } = run;
  if (lines.length < 2 || systems.length * lines.length < 3) return [];
  const inputs = shape.blocks.filter((block) => block !== shape.totalBlock);
  const sets = [...shape.blocks.map((block) => [block]), ...(inputs.length > 1 ? [inputs] : [])];
  const share = VERTICAL / (sets.length * 2 * shape.lines.length);
  return sets.flatMap((blocks) =>
    [1, -1].flatMap((step): EventCandidate[] => {
      const draft = new ChangesDraft(context);
      let overwritten = 0;
      // Moved down: every line holds what belongs one line higher.
      const order = step > 0 ? lines : [...lines].reverse();
      for (const system of systems) {
        for (const block of blocks) {
          order.forEach((line, at) => {
            const from = order[at + 1];
            const figure = figureAt(context, system, shape.table, line, block);
            const value =
              from === undefined
                ? solved(context, shape, system, line, block)
                : valueAt(context, system, shape.table, from, block);
            if (from === undefined && value !== 0n) overwritten += 1;
            draft.move(system, figure, value === 0n ? null : value);
          });
        }
      }
      const [first = 0, last = 0] = [lines[0], lines.at(-1)];
      const stated: readonly [number, number] = step > 0 ? [first + 1, last] : [first, last - 1];
      const columns = columnsOf(shape, systems, blocks);
      const odds = share * Math.exp(overwritten * OVERWRITTEN);
      return accept(context, shape, draft, systems, odds, {
        kind: 'shifted',
        direction: step > 0 ? 'down' : 'up',
        lines: stated,
        columns,
      });
    }),
  );
}

function columnsOf(
  shape: TableShape,
  systems: readonly number[],
  blocks: readonly number[],
): readonly [number, number] {
  const columns = [...shape.columns]
    .filter(([, { system, block }]) => systems.includes(system) && blocks.includes(block))
    .map(([column]) => column);
  return [Math.min(...columns), Math.max(...columns)];
}

/** What a line's balance says a figure must be; what stands there where no balance tells. */
function solved(
  context: EventContext,
  { table }: TableShape,
  system: number,
  line: number,
  block: number,
): Amount {
  const source = context.systems[system];
  const stated = valueAt(context, system, table, line, block);
  const at = context.shape.lineBalances[system]?.get(table)?.get(line);
  const equality = source?.equalities[at ?? -1];
  const figure = figureAt(context, system, table, line, block);
  if (source === undefined || equality === undefined) return stated;
  const residual = residualOf(source, equality);
  return equality.total === figure ? stated - residual : stated + residual;
}

/**
 * Some lines, from one column to another, one column too far right or left.
 *
 * @param fits whether a value that belongs into the first, blank column may be what is missing there
 */
function horizontalShifts(
  context: EventContext,
  shape: TableShape,
  lines: readonly number[],
  fits: (first: { readonly system: number; readonly block: number }, moved: Amount) => boolean,
): EventCandidate[] {
  const columns = [...shape.columns.keys()].sort((a, b) => a - b);
  const { table } = shape;
  const at = (line: number, column: number): number | undefined => {
    const place = shape.columns.get(column);
    return place === undefined
      ? undefined
      : figureAt(context, place.system, table, line, place.block);
  };
  const value = (line: number, column: number): Amount => {
    const place = shape.columns.get(column);
    return valueOf(context.systems[place?.system ?? -1]?.figures[at(line, column) ?? -1]);
  };
  const isBlank = (column: number): boolean => lines.every((line) => value(line, column) === 0n);
  const share = (1 - VERTICAL) / (2 * columns.length * columns.length * shape.lines.length);
  const found: EventCandidate[] = [];
  const attempt = (run1: readonly number[], direction: 'left' | 'right'): void => {
    // `run1` starts with the column left blank; each takes what stands in the next.
    const draft = new ChangesDraft(context);
    const touched = new Set<number>();
    for (const line of lines) {
      run1.forEach((column, index) => {
        const place = shape.columns.get(column);
        const from = run1[index + 1];
        if (place === undefined) return;
        touched.add(place.system);
        const moved = from === undefined ? 0n : value(line, from);
        draft.move(place.system, at(line, column), moved === 0n ? null : moved);
      });
    }
    const stated = run1.slice(1);
    const systems = [...touched].sort((a, b) => a - b);
    const [first = 0, last = 0] = [lines[0], lines.at(-1)];
    found.push(
      ...accept(context, shape, draft, systems, share, {
        kind: 'shifted',
        direction,
        lines: [first, last],
        columns: [Math.min(...stated), Math.max(...stated)],
      }),
    );
  };
  columns.forEach((blank, position) => {
    if (!isBlank(blank)) return;
    const right = columns.slice(position);
    const left = columns.slice(0, position + 1).reverse();
    for (const [tail, direction] of [
      [right, 'right'],
      [left, 'left'],
    ] as const) {
      const place = shape.columns.get(blank);
      const next = tail[1];
      if (place === undefined || next === undefined || isBlank(next)) continue;
      if (
        !fits(
          place,
          lines.reduce((sum, line) => sum + value(line, next), 0n),
        )
      )
        continue;
      for (let length = 3; length <= tail.length; length += 1) {
        const end = tail[length - 1];
        if (end === undefined || isBlank(end)) continue;
        attempt(tail.slice(0, length), direction);
      }
    }
  });
  return found;
}

function accept(
  context: EventContext,
  shape: TableShape,
  draft: ChangesDraft,
  systems: readonly number[],
  share: number,
  scope: EventCandidate['scope'],
): EventCandidate[] {
  if (!draft.isWorthwhile) return [];
  let [before, left] = [0, 0];
  for (const [system, changes] of draft.changes) {
    before += context.failing[system]?.size ?? 0;
    const source = context.systems[system];
    if (source !== undefined) left += failuresAfter(source, changes);
  }
  if (before === 0 || before - left < SETTLED * before) return [];
  const log = Math.log((context.priors.events.shifted * share) / context.shape.tables.length);
  const { changes, unfit } = draft;
  return [{ scope, table: shape.table, systems, changes, unfit, release: null, log }];
}
