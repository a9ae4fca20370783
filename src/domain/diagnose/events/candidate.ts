/** What is an event before it is judged: what it would put back, and what it costs to assume it. */
import { AMOUNT_DECIMALS, absolute, unitOfPlace, type Amount } from '../../amount';
import type { Priors } from '../priors';
import type { UnitShape } from '../shape';
import type { Changes } from '../state';
import { valueOf } from '../system';
import type { DiagnosisSystem, DiagnosisUnit, EventScope } from '../types';

/** An event that may have happened. */
export interface EventCandidate {
  readonly scope: EventScope;
  readonly table: number | null;
  /** The measures concerned, ascending. */
  readonly systems: readonly number[];
  /** Typed figures put back, by system. */
  readonly changes: ReadonlyMap<number, Changes>;
  /** Of these the figures that cannot be meant as they are then: slips of their own besides. */
  readonly unfit?: ReadonlyMap<number, ReadonlySet<number>>;
  /** Equalities between the tables that need not hold as they are; null where all must. */
  readonly release: Release | null;
  /** Natural logarithm of its odds beforehand, where and how it happened included. */
  readonly log: number;
}

/** What an event puts back and may be proposed. */
export function correctedBy({ changes, unfit }: EventCandidate): ReadonlyMap<number, Changes> {
  if (unfit === undefined || unfit.size === 0) return changes;
  return new Map(
    [...changes].map(([system, own]) => [
      system,
      new Map([...own].filter(([figure]) => unfit.get(system)?.has(figure) !== true)),
    ]),
  );
}

/** The power of ten that an event's figures are divided by when it is undone; 0 where they are not. */
export function powerOf({ scope }: EventCandidate): number {
  return scope.kind === 'scaled' ? scope.power : 0;
}

/** What the two tables' totals may differ by. */
export type Release =
  /** Something in one block only, and so in the total block. */
  | { readonly kind: 'blocks'; readonly blocks: readonly number[] }
  /** The same in one block more and in another less. */
  | { readonly kind: 'opposite'; readonly block: number; readonly otherBlock: number };

/** What generators of events see. */
export interface EventContext {
  readonly unit: DiagnosisUnit;
  /** As they stand once the events assumed so far are undone. */
  readonly systems: readonly DiagnosisSystem[];
  readonly shape: UnitShape;
  readonly priors: Priors;
  /** For each system the equalities that fail beyond their tolerance. */
  readonly failing: readonly ReadonlySet<number>[];
}

/** The figure of a system at a place; undefined where there is none. */
export function figureAt(
  { shape }: EventContext,
  system: number,
  table: number,
  line: number,
  block: number,
): number | undefined {
  return shape.places.figureAt(system, { table, line, block });
}

/** The value at a place; 0 where there is none. */
export function valueAt(
  context: EventContext,
  system: number,
  table: number,
  line: number,
  block: number,
): Amount {
  const figure = figureAt(context, system, table, line, block);
  return figure === undefined ? 0n : valueOf(context.systems[system]?.figures[figure]);
}

/** Fewer cells are slips of their own. */
const FEWEST_CELLS = 3;
/** Of an act's figures, so many may be what it cannot have made: they have a slip besides. */
const UNFIT = 0.15;

/** Only typed figures are put back; null where a value must not be proposed. */
export class ChangesDraft {
  readonly changes = new Map<number, Map<number, Amount | null>>();
  readonly unfit = new Map<number, Set<number>>();
  isPossible = true;
  /** Figures that are put back, other than nothing for nothing. */
  count = 0;

  constructor(private readonly context: EventContext) {}

  /**
   * Puts a value back; nothing happens where a formula stands or the value is there already.
   *
   * @param isUnfit true where the value must not be proposed, and it is still what the event leaves
   */
  set(system: number, figure: number | undefined, value: Amount | null, isUnfit = false): void {
    const stated = this.context.systems[system]?.figures[figure ?? -1];
    if (stated === undefined || figure === undefined || stated.kind !== 'typed') return;
    if (stated.value === value) return;
    if (isUnfit) {
      this.unfit.set(system, (this.unfit.get(system) ?? new Set()).add(figure));
    } else if (value !== null && !this.admits(system, value)) {
      this.isPossible = false;
    }
    let own = this.changes.get(system);
    if (own === undefined) {
      own = new Map();
      this.changes.set(system, own);
    }
    own.set(figure, value);
    // A nothing that was typed and a blank change places, too.
    if (valueOf(stated) !== (value ?? 0n)) this.count += 1;
  }

  /** Puts back what stands elsewhere as it is; a sign that was lost there is a slip of its own. */
  move(system: number, figure: number | undefined, value: Amount | null): void {
    this.set(system, figure, value, value !== null && value < 0n);
  }

  /** Whether enough cells are put back, of which few are not as they must be. */
  get isWorthwhile(): boolean {
    const unfit = [...this.unfit.values()].reduce((sum, own) => sum + own.size, 0);
    return this.isPossible && this.count >= FEWEST_CELLS && unfit <= UNFIT * this.count;
  }

  /** A whole table's places may become finer than the table's own: only the coin limits them. */
  admits(system: number, value: Amount): boolean {
    const source = this.context.systems[system];
    const finest = source?.quantity === 'count' ? 0 : (source?.finest ?? AMOUNT_DECIMALS);
    return value >= 0n && value % unitOfPlace(finest) === 0n;
  }
}

/** The systems that hold amounts. */
export function amountSystems(systems: readonly DiagnosisSystem[]): readonly number[] {
  return systems.flatMap(({ quantity }, index) => (quantity === 'amount' ? [index] : []));
}

/** The systems that hold counts. */
export function countSystems(systems: readonly DiagnosisSystem[]): readonly number[] {
  return systems.flatMap(({ quantity }, index) => (quantity === 'count' ? [index] : []));
}

/** Natural logarithm of a value's size in the sheet's unit; −∞ for zero. */
export function sizeOf(value: Amount): number {
  return Math.log(Number(absolute(value))) - AMOUNT_DECIMALS * Math.LN10;
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (upper + lower) / 2;
}

export function logNormal(value: number, centre: number, width: number): number {
  const z = (value - centre) / width;
  return -(z * z) / 2 - Math.log(width * Math.sqrt(2 * Math.PI));
}

export function logLaplace(distance: number, width: number): number {
  return -Math.abs(distance) / width - Math.log(2 * width);
}
