/**
 * Was a table, a block, a measure, a column or a line typed in another unit?
 *
 * Every equality that holds figures of the group and others besides tells by what power of ten the
 * group is off: total and parts inside, multiplied, must make up for those outside. Where most of them
 * tell the same power, that is a candidate.
 */
import { absolute, type Amount } from '../../amount';
import { decimalsOf } from '../evidence';
import type { TableShape } from '../shape';
import { definitionsOf, residualsOf, valueOf } from '../system';
import type { DiagnosisSystem } from '../types';
import {
  amountSystems,
  ChangesDraft,
  figureAt,
  valueAt,
  type EventCandidate,
  type EventContext,
} from './candidate';

type Scope = 'table' | 'sources' | 'block' | 'measure' | 'column' | 'line';

/** Shares of what is typed in another unit at once. */
const SCOPE_SHARES: Readonly<Record<Scope, number>> = {
  table: 0.46,
  sources: 0.04,
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
/** How many of the equalities must tell the same power: totals beside may have something of their own. */
const AGREEING = 0.5;
/** Of a table's so many: that of its total block with the other's, whatever was exchanged between the others. */
const AGREEING_OF_TABLE = 1 / 3;
/** Or all of one measure's, if there are so many. */
const AGREED = 2;
/** Of a group's figures, so many may be what no other unit can have made. */
const UNFIT = 0.15;

/** A group with, for each figure, how much of it is in the other unit. */
interface Group {
  /** The same for the groups of several tables that would hold the same. */
  readonly name: string;
  readonly scope: Scope;
  readonly table: number;
  readonly block: number | null;
  readonly line: number | null;
  readonly systems: readonly number[];
  readonly inside: ReadonlyMap<number, ReadonlyMap<number, Amount>>;
  readonly share: number;
}

/**
 * All groups that most of the equalities around them say are off by one power of ten; and the same of the
 * other table, which may be off the other way: what tells is not how many equalities do.
 */
export function scaledCandidates(context: EventContext): readonly EventCandidate[] {
  const groups = groupsOf(context);
  const powers = groups.map((group) => powerOf(context, group));
  return groups.flatMap((group, at): EventCandidate[] => {
    const power = powers[at] ?? mirrored(groups, powers, group);
    if (power === null) return [];
    const candidate = undo(context, group, power);
    return candidate === null ? [] : [candidate];
  });
}

/** The power by which the same group of another table is off, the other way. */
function mirrored(
  groups: readonly Group[],
  powers: readonly (number | null)[],
  { table, name }: Group,
): number | null {
  const at = groups.findIndex(
    (other, index) => other.table !== table && other.name === name && powers[index] !== null,
  );
  const power = powers[at] ?? null;
  return power === null || !POWER_SHARES.has(power) ? null : -power;
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
      const sources = blocks.filter((each) => each !== totalBlock);
      const own = block !== null ? [block] : scope === 'sources' ? sources : blocks;
      const base = { scope, table: table.table, block, line, systems };
      const { totalLine } = table;
      const isWithin = (each: number): boolean => line === null || each === line;
      const isAbove = (each: number): boolean => isWithin(each) && each !== totalLine;
      const make = (variant: keyof typeof VARIANT_SHARES, inside: Group['inside']): void => {
        // Lines are each table's own.
        const where = line === null ? 'all' : `${table.table}/${line}`;
        const name = [variant, scope, block ?? '-', systems.join('+'), where].join(' ');
        groups.push({ ...base, name, inside, share: share * VARIANT_SHARES[variant] });
      };
      if (line === null && !systems.every((system) => isOff(context, table, system, own))) return;
      const inputs = own.filter((each) => each !== totalBlock);
      make('whole', insideOf(context, table, systems, own, isWithin, false));
      if (line === null && table.totalLine !== null)
        make('totalsRight', insideOf(context, table, systems, own, isAbove, false));
      if (inputs.length > 0 && (line === null || line !== totalLine))
        make('totalsFollow', insideOf(context, table, systems, inputs, isAbove, true));
    };
    if (isWhole) add('table', null, amounts, 1);
    if (isWhole && totalBlock !== null) add('sources', null, amounts, 1);
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

/**
 * Might some blocks of a measure be in another unit as far as what fails tells: a comparison of tables or a
 * column's total, in one of the blocks, or two lines?
 */
function isOff(
  { systems, failing, shape }: EventContext,
  { table }: TableShape,
  system: number,
  blocks: readonly number[],
): boolean {
  const { figures, equalities } = systems[system] ?? { figures: [], equalities: [] };
  const lines = shape.lineBalances[system]?.get(table);
  let failed = 0;
  for (const at of failing[system] ?? []) {
    const { total = -1, parts = [] } = equalities[at] ?? {};
    const [own, part] = [figures[total]?.place, figures[parts[0] ?? -1]?.place];
    if (own === undefined || part === undefined) continue;
    const isBetween = own.table !== part.table;
    if (!isBetween && own.table !== table) continue;
    if (lines?.get(own.line) !== at && blocks.includes(own.block)) return true;
    failed += 1;
    if (failed >= 2) return true;
  }
  return false;
}

/** The total line where it fails, and lines of about the size by which it is off, all amounts of a line alike. */
function offLines(
  context: EventContext,
  table: TableShape,
  amounts: readonly number[],
): readonly number[] {
  const above = offAbove(context, table, amounts);
  const { totalLine } = table;
  return totalLine === null || !isTotalLineOff(context, table, amounts)
    ? above
    : [...above, totalLine];
}

/** Whether a column's total fails in each of the measures. */
function isTotalLineOff(
  { systems, failing, shape }: EventContext,
  { table, totalLine }: TableShape,
  amounts: readonly number[],
): boolean {
  return amounts.every((index) => {
    const { figures, equalities } = systems[index] ?? { figures: [], equalities: [] };
    const balance = shape.lineBalances[index]?.get(table)?.get(totalLine ?? -1);
    return [...(failing[index] ?? [])].some((at) => {
      const { total = -1, parts: [part = -1] = [] } = equalities[at] ?? {};
      const [own, other] = [figures[total]?.place, figures[part]?.place];
      const isOwn = own?.table === table && own.line === totalLine;
      return isOwn && other?.table === table && at !== balance;
    });
  });
}

/** Lines of about the size by which a total is off, when all of a line's amounts are. */
function offAbove(
  context: EventContext,
  table: TableShape,
  amounts: readonly number[],
): readonly number[] {
  const { totalLine, totalBlock, lines } = table;
  const first = amounts[0] ?? -1;
  const system = context.systems[first];
  if (totalLine === null || totalBlock === null || system === undefined) return [];
  const total = figureAt(context, first, table.table, totalLine, totalBlock);
  const off = [...(context.failing[first] ?? [])].flatMap((at) => {
    const equality = system.equalities[at];
    if (equality === undefined || total === undefined) return [];
    const { total: own, parts } = equality;
    const residual = Number(residualsOf(system)[at] ?? 0n);
    // The column's total and the other table's say by how much the lines exceed.
    return own === total &&
      parts.length > 0 &&
      system.figures[parts[0] ?? -1]?.place.line !== totalLine
      ? [-residual]
      : own === total || parts.includes(total)
        ? [residual, -residual]
        : [];
  });
  // A line typed in a smaller unit exceeds by nearly all of itself, in a larger by many times.
  return lines.filter((line) => {
    const value = Number(valueAt(context, first, table.table, line, totalBlock));
    if (line === totalLine || value === 0) return false;
    return off.some((each) => each < value && nearPower(1 - each / value) !== null);
  });
}

function nearPower(multiple: number): number | null {
  const power = Math.round(Math.log10(multiple));
  return power !== 0 && Math.abs(multiple / 10 ** power - 1) < 1e-3 ? power : null;
}

/**
 * How much of each figure is in the other unit: all of the group's own, and what formulas over them
 * add up to.
 *
 * @param all whether typed totals were computed from them, too
 */
function insideOf(
  context: EventContext,
  { table }: TableShape,
  systems: readonly number[],
  blocks: readonly number[],
  isIn: (line: number) => boolean,
  all: boolean,
): Group['inside'] {
  return new Map(
    systems.map((index) => {
      const inside = new Map<number, Amount>();
      const system = context.systems[index];
      system?.figures.forEach(({ place, value }, figure) => {
        if (value === null || value === 0n || place.table !== table) return;
        if (blocks.includes(place.block) && isIn(place.line)) inside.set(figure, value);
      });
      if (system !== undefined) follow(system, table, inside, all);
      return [index, inside];
    }),
  );
}

/** Line totals, then columns: a total that follows holds as much of the group as its parts. */
function follow(
  system: DiagnosisSystem,
  table: number,
  inside: Map<number, Amount>,
  all: boolean,
): void {
  const definitions = definitionsOf(system);
  for (let pass = 0; pass < 2; pass += 1) {
    system.equalities.forEach(({ total, parts }, at) => {
      const own = system.figures[total];
      const isWithin = system.figures[parts[0] ?? -1]?.place.table === table;
      if (own?.place.table !== table || !isWithin) return;
      const follows = own.kind === 'formula' ? definitions.get(at) === total : all;
      if (!follows) return;
      const sum = parts.reduce((held, part) => held + (inside.get(part) ?? 0n), 0n);
      if (sum === 0n) inside.delete(total);
      else inside.set(total, sum);
    });
  }
}

/** An equality without the blanks that no group can hold: those that are no totals. */
interface Told {
  readonly total: number;
  readonly parts: readonly number[];
  readonly tolerance: Amount;
  /** The tables of its figures. */
  readonly tables: readonly number[];
}

const knownTold = new WeakMap<DiagnosisSystem, readonly Told[]>();

function toldBy(system: DiagnosisSystem): readonly Told[] {
  let told = knownTold.get(system);
  if (told === undefined) {
    const { figures, equalities } = system;
    const totals = new Set(equalities.map(({ total }) => total));
    told = equalities.map(({ total, parts, tolerance }): Told => ({
      total,
      parts: parts.filter((part) => totals.has(part) || valueOf(figures[part]) !== 0n),
      tolerance: widestTolerance(system, total, parts, tolerance),
      tables: [...new Set([total, ...parts].map((at) => figures[at]?.place.table ?? -1))],
    }));
    knownTold.set(system, told);
  }
  return told;
}

/** By which power of ten the group must be multiplied, as most equalities around it tell. */
function powerOf(context: EventContext, { scope, table, systems, inside }: Group): number | null {
  const votes = new Map<number, number>();
  let asked = 0;
  /** What all equalities of some measure tell: the others may have something of their own. */
  const agreed = new Set<number>();
  for (const index of systems) {
    const told: (number | null)[] = [];
    const system = context.systems[index];
    const own = inside.get(index);
    if (system === undefined || own === undefined) continue;
    for (const { total, parts, tolerance, tables } of toldBy(system)) {
      // A group stands in one table.
      if (!tables.includes(table)) continue;
      let [within, outside] = [0n, 0n];
      let [members, others] = [0, 0];
      const add = (figure: number, isTotal: boolean): void => {
        const value = valueOf(system.figures[figure]);
        const part = own.get(figure);
        if (part !== undefined) members += 1;
        const [inner, outer] = part === undefined ? [0n, value] : [part, value - part];
        if (outer !== 0n) others += 1;
        if (inner !== 0n) within = isTotal ? within + inner : within - inner;
        if (outer !== 0n) outside = isTotal ? outside + outer : outside - outer;
      };
      add(total, true);
      for (const part of parts) add(part, false);
      // Inside the group, or outside it, equalities hold, or fail, in whatever unit.
      if (members === 0 || others === 0) continue;
      if (absolute(within) <= tolerance && absolute(outside) <= tolerance) continue;
      asked += 1;
      const power = powerBetween(within, -outside, tolerance);
      told.push(power);
      if (power !== null) votes.set(power, (votes.get(power) ?? 0) + 1);
    }
    const [first = null] = told;
    if (first !== null && told.length >= AGREED && told.every((power) => power === first)) {
      agreed.add(first);
    }
  }
  let best: number | null = null;
  for (const power of votes.keys()) {
    if (best === null || (votes.get(power) ?? 0) > (votes.get(best) ?? 0)) best = power;
  }
  if (best === null || best === 0 || !POWER_SHARES.has(-best)) return null;
  const enough = (scope === 'table' ? AGREEING_OF_TABLE : AGREEING) * asked;
  return agreed.has(best) || (votes.get(best) ?? 0) >= enough ? best : null;
}

/** Tables in different units are rounded to different places: what their totals come from counts. */
function widestTolerance(
  { figures, beneath }: DiagnosisSystem,
  total: number,
  parts: readonly number[],
  stated: Amount,
): Amount {
  const [part = -1] = parts;
  if (beneath === undefined || figures[total]?.place.table === figures[part]?.place.table)
    return stated;
  const width = beneath(total) + beneath(part);
  return width > stated ? width : stated;
}

/** The power of ten that leads from one value to another, within a tolerance; null for none. */
function powerBetween(from: Amount, to: Amount, tolerance: Amount): number | null {
  if (from === 0n || to === 0n || from > 0n !== to > 0n) return null;
  const power = Math.round(Math.log10(Number(to) / Number(from)));
  const factor = 10n ** BigInt(Math.abs(power));
  const off = power < 0 ? from - to * factor : from * factor - to;
  return absolute(off) <= tolerance * factor ? power : null;
}

/** The most decimal places of the figures outside a group. */
function placesBeside(
  system: DiagnosisSystem | undefined,
  inside: ReadonlyMap<number, Amount>,
): number {
  return (system?.figures ?? []).reduce(
    (most, { value }, figure) =>
      inside.has(figure) || value === null ? most : Math.max(most, decimalsOf(value)),
    0,
  );
}

function undo(context: EventContext, group: Group, power: number): EventCandidate | null {
  const { scope, table, block, line, systems, inside, share } = group;
  const draft = new ChangesDraft(context);
  const factor = 10n ** BigInt(Math.abs(power));
  let [all, unfit] = [0, 0];
  for (const [system, own] of inside) {
    const places = scope === 'line' ? placesBeside(context.systems[system], own) : Infinity;
    for (const [figure, part] of own) {
      const stated = valueOf(context.systems[system]?.figures[figure]);
      const meant = power < 0 ? part / factor : part * factor;
      const isWhole = power > 0 || part % factor === 0n;
      const value = stated - part + meant;
      // What the unit alone cannot have made has a slip besides.
      const isUnfit = !isWhole || !draft.admits(system, value) || decimalsOf(value) > places;
      draft.set(system, figure, value, isUnfit);
      all += 1;
      if (isUnfit) unfit += 1;
    }
  }
  // Fewer than three cells are slips of their own.
  if (!draft.isPossible || draft.count < 3 || unfit > UNFIT * all) return null;
  const powerShare = POWER_SHARES.get(-power) ?? 0;
  return {
    scope: { kind: 'scaled', scope, block, line, power: -power },
    table,
    systems,
    changes: draft.changes,
    unfit: draft.unfit,
    release: null,
    log: Math.log(context.priors.events.scaled * share * powerShare),
  };
}
