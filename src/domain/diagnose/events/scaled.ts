/**
 * Was a table, a block, a measure, a column or a line typed in another unit?
 *
 * Every equality that holds figures of the group and others besides tells by what power of ten the
 * group is off: total and parts inside, multiplied, must make up for those outside. Where most of them
 * tell the same power, that is a candidate.
 */
import type { Amount } from '../../amount';
import type { TableShape } from '../shape';
import { valueOf } from '../system';
import {
  amountSystems,
  ChangesDraft,
  countSystems,
  figureAt,
  logLaplace,
  logNormal,
  median,
  sizeOf,
  valueAt,
  type EventCandidate,
  type EventContext,
} from './candidate';

type Scope = 'table' | 'block' | 'measure' | 'column' | 'line';

/** Shares of what is typed in another unit at once. */
const SCOPE_SHARES: Readonly<Record<Scope, number>> = {
  table: 0.5,
  block: 0.15,
  measure: 0.1,
  column: 0.15,
  line: 0.1,
};
/** 元 for 万元 and the reverse, 千元, 亿元; other powers of ten hardly. */
const POWER_SHARES: ReadonlyMap<number, number> = new Map([
  [4, 0.6],
  [-4, 0.15],
  [3, 0.08],
  [-3, 0.05],
  [8, 0.02],
  [-8, 0.02],
  [1, 0.02],
  [-1, 0.02],
  [2, 0.015],
  [-2, 0.015],
]);
/** The totals: typed in the same unit, left right, or computed from the wrong figures. */
const VARIANT_SHARES = { whole: 0.6, totalsRight: 0.1, totalsFollow: 0.3 } as const;
/** How many of the equalities must tell the same power. */
const AGREEING = 0.6;
/** What one counted thing costs where nothing is known: anything. */
const UNKNOWN_SIZE = { centre: 4, width: 4 };
const RATIO_WIDTH = 0.5;

/** A group with, for each figure, how much of it is in the other unit. */
interface Group {
  readonly scope: Scope;
  readonly table: number;
  readonly block: number | null;
  readonly line: number | null;
  readonly systems: readonly number[];
  readonly inside: ReadonlyMap<number, ReadonlyMap<number, Amount>>;
  readonly share: number;
}

/** All groups that most of the equalities around them say are off by one power of ten. */
export function scaledCandidates(context: EventContext): readonly EventCandidate[] {
  return groupsOf(context).flatMap((group): EventCandidate[] => {
    const power = powerOf(context, group);
    if (power === null) return [];
    const candidate = undo(context, group, power);
    return candidate === null ? [] : [candidate];
  });
}

function groupsOf(context: EventContext): readonly Group[] {
  const amounts = amountSystems(context.systems).filter(
    (system) => (context.failing[system]?.size ?? 0) > 0,
  );
  if (amounts.length === 0) return [];
  const groups: Group[] = [];
  for (const table of context.shape.tables) {
    const { blocks, totalBlock } = table;
    const isWhole = amounts.length >= amountSystems(context.systems).length;
    const add = (
      scope: Scope,
      block: number | null,
      systems: readonly number[],
      options: number,
      line: number | null = null,
    ): void => {
      const share = SCOPE_SHARES[scope] / options / context.shape.tables.length;
      const own = block === null ? blocks : [block];
      const base = { scope, table: table.table, block, line, systems };
      const lines = line === null ? table.lines : [line];
      const make = (variant: keyof typeof VARIANT_SHARES, inside: Group['inside']): void => {
        groups.push({ ...base, inside, share: share * VARIANT_SHARES[variant] });
      };
      make('whole', insideOf(context, table, systems, own, lines));
      if (line === null && table.totalLine !== null) {
        const above = lines.filter((each) => each !== table.totalLine);
        make('totalsRight', insideOf(context, table, systems, own, above));
      }
      if (block !== null && totalBlock !== null && block !== totalBlock) {
        make('totalsFollow', followed(context, table, systems, block));
      }
    };
    if (isWhole) add('table', null, amounts, 1);
    for (const block of blocks) {
      if (isWhole) add('block', block, amounts, blocks.length);
      for (const system of amounts) {
        add('column', block, [system], blocks.length * amounts.length);
      }
    }
    for (const system of amounts) add('measure', null, [system], amounts.length);
    if (isWhole)
      for (const line of offLines(context, table, amounts)) {
        add('line', null, amounts, table.lines.length, line);
      }
  }
  return groups;
}

/** Lines of about the size by which every column is off, when all of a line's amounts are. */
function offLines(
  context: EventContext,
  table: TableShape,
  amounts: readonly number[],
): readonly number[] {
  const { totalLine, totalBlock, lines } = table;
  if (totalLine === null || totalBlock === null) return [];
  const first = amounts[0] ?? -1;
  const system = context.systems[first];
  const total = figureAt(context, first, table.table, totalLine, totalBlock);
  const column = system?.equalities.findIndex(
    (equality, index) =>
      equality.total === total &&
      equality.parts.length > 0 &&
      system.figures[equality.parts[0] ?? -1]?.place.block === totalBlock &&
      system.figures[equality.parts[0] ?? -1]?.place.table === table.table &&
      context.failing[first]?.has(index) === true,
  );
  if (system === undefined || column === undefined || column < 0) return [];
  const equality = system.equalities[column];
  if (equality === undefined) return [];
  let off = -Number(valueOf(system.figures[equality.total]));
  for (const part of equality.parts) off += Number(valueOf(system.figures[part]));
  // A line typed in a smaller unit exceeds by nearly all of itself, in a larger by many times.
  return lines.filter((line) => {
    const value = Number(valueAt(context, first, table.table, line, totalBlock));
    if (line === totalLine || value === 0) return false;
    const multiple = 1 - off / value;
    return multiple > 0 && nearPower(multiple) !== null;
  });
}

function nearPower(multiple: number): number | null {
  const power = Math.round(Math.log10(multiple));
  return power !== 0 && Math.abs(multiple / 10 ** power - 1) < 1e-3 ? power : null;
}

function insideOf(
  context: EventContext,
  { table }: TableShape,
  systems: readonly number[],
  blocks: readonly number[],
  lines: readonly number[],
): Group['inside'] {
  return new Map(
    systems.map((system) => {
      const inside = new Map<number, Amount>();
      for (const line of lines) {
        for (const block of blocks) {
          const figure = figureAt(context, system, table, line, block);
          const value = valueOf(context.systems[system]?.figures[figure ?? -1]);
          if (figure !== undefined && value !== 0n) inside.set(figure, value);
        }
      }
      return [system, inside];
    }),
  );
}

/** A block whose line totals were computed from the figures in the other unit. */
function followed(
  context: EventContext,
  shape: TableShape,
  systems: readonly number[],
  block: number,
): Group['inside'] {
  return new Map(
    systems.map((system) => {
      const inside = new Map<number, Amount>();
      for (const line of shape.lines) {
        const value = valueAt(context, system, shape.table, line, block);
        if (value === 0n) continue;
        for (const each of [block, shape.totalBlock ?? block]) {
          const figure = figureAt(context, system, shape.table, line, each);
          if (figure !== undefined) inside.set(figure, value);
        }
      }
      return [system, inside];
    }),
  );
}

/** By which power of ten the group must be multiplied, as most equalities around it tell. */
function powerOf(context: EventContext, { systems, inside }: Group): number | null {
  const votes = new Map<number, number>();
  let asked = 0;
  for (const index of systems) {
    const system = context.systems[index];
    const own = inside.get(index);
    if (system === undefined || own === undefined) continue;
    for (const equality of system.equalities) {
      const sums = { within: 0, outside: 0, members: 0 };
      const add = (figure: number, sign: number): void => {
        const value = Number(valueOf(system.figures[figure]));
        const part = own.get(figure);
        if (part === undefined) sums.outside += sign * value;
        else {
          sums.members += 1;
          sums.within += sign * Number(part);
          sums.outside += sign * (value - Number(part));
        }
      };
      add(equality.total, 1);
      for (const part of equality.parts) add(part, -1);
      const { within, outside, members } = sums;
      const noise = Number(equality.tolerance) + 1e-9 * (Math.abs(within) + Math.abs(outside));
      if (members === 0 || (Math.abs(within) <= noise && Math.abs(outside) <= noise)) continue;
      asked += 1;
      const multiple = -outside / within;
      if (Number.isNaN(multiple) || multiple <= 0) continue;
      const power = Math.round(Math.log10(multiple));
      if (Math.abs(within * 10 ** power + outside) > noise * Math.max(1, 10 ** power)) continue;
      votes.set(power, (votes.get(power) ?? 0) + 1);
    }
  }
  let best: number | null = null;
  for (const power of votes.keys()) {
    if (best === null || (votes.get(power) ?? 0) > (votes.get(best) ?? 0)) best = power;
  }
  if (best === null || best === 0 || !POWER_SHARES.has(-best)) return null;
  return (votes.get(best) ?? 0) >= AGREEING * asked ? best : null;
}

function undo(context: EventContext, group: Group, power: number): EventCandidate | null {
  const { scope, table, block, line, systems, inside, share } = group;
  const draft = new ChangesDraft(context);
  const factor = 10n ** BigInt(Math.abs(power));
  for (const [system, own] of inside) {
    for (const [figure, part] of own) {
      const stated = valueOf(context.systems[system]?.figures[figure]);
      if (power < 0 && part % factor !== 0n) return null;
      const meant = power < 0 ? part / factor : part * factor;
      draft.set(system, figure, stated - part + meant);
    }
  }
  // Fewer than three cells are slips of their own.
  if (!draft.isPossible || draft.count < 3) return null;
  const powerShare = POWER_SHARES.get(-power) ?? 0;
  return {
    scope: { kind: 'scaled', scope, block, line, power: -power },
    table,
    systems,
    changes: draft.changes,
    release: null,
    log:
      Math.log(context.priors.events.scaled * share * powerShare) +
      directionLog(context, group, power),
  };
}

/** How plausible are the group's amounts once multiplied: against its counts, and its neighbours? */
function directionLog(context: EventContext, group: Group, power: number): number {
  const { table, systems, scope } = group;
  const shape = context.shape.tables.find((each) => each.table === table);
  if (shape === undefined) return 0;
  const blocks = (group.block === null ? shape.blocks : [group.block]).filter(
    (block) => block !== shape.totalBlock || group.block === block,
  );
  const counts = countSystems(context.systems);
  const perCount: number[] = [];
  const ratios: number[] = [];
  for (const line of group.line === null ? shape.lines : [group.line]) {
    if (line === shape.totalLine) continue;
    for (const block of blocks) {
      for (const system of systems) {
        const amount = valueAt(context, system, table, line, block);
        if (amount === 0n) continue;
        const size = sizeOf(amount) + power * Math.LN10;
        const count = valueAt(context, counts[0] ?? -1, table, line, block);
        if (count > 0n) perCount.push(size - sizeOf(count));
        for (const other of amountSystems(context.systems)) {
          if (systems.includes(other)) continue;
          const beside = valueAt(context, other, table, line, block);
          if (beside > 0n) ratios.push(size - sizeOf(beside));
        }
      }
    }
  }
  const { centre, width } = context.unit.typicalSize ?? UNKNOWN_SIZE;
  const each = median(perCount);
  const ratio = scope === 'table' || scope === 'block' || scope === 'line' ? null : median(ratios);
  return (
    (each === null ? logNormal(0, 0, width) : logNormal(each, centre, width)) +
    (ratio === null ? 0 : logLaplace(ratio, RATIO_WIDTH) - logLaplace(0, RATIO_WIDTH))
  );
}
