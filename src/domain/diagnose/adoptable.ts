/**
 * What becomes of a measure when some corrections are adopted and nothing else is done? Only what
 * leaves the unit better in every respect may be offered.
 */
import { absolute, type Amount } from '../amount';
import { isDue, isOutOfPlace } from './admissible';
import { explainedBy } from './measure';
import { PlaceIndex, placeKey } from './places';
import { backSubstitute } from './rows';
import { failing, withChanges, type Changes } from './state';
import { failedOf, reduceSystem, residualsOf, valueOf, type ReducedSystem } from './system';
import type { Correction, DiagnosisSystem, FigurePosition } from './types';

/** What of a correction counts here. */
export type Adopted = Pick<
  Correction,
  'figure' | 'stated' | 'proposed' | 'clears' | 'wrongFormula'
>;

type Read = (system: number, figure: number) => Amount;

/** A unit as stated, to try corrections on. */
export class Adoption {
  readonly #reduced: (ReducedSystem | undefined)[] = [];
  readonly #places: PlaceIndex;

  constructor(private readonly systems: readonly DiagnosisSystem[]) {
    this.#places = new PlaceIndex(systems);
  }

  /** Failed equalities of a measure that hold once these corrections are made; right formulas follow. */
  explains(index: number, corrections: readonly Adopted[]): readonly number[] {
    const system = this.systems[index];
    if (system === undefined) return [];
    const { reduced, changes } = this.#adopt(system, index, corrections);
    return explainedBy(reduced, failedOf(system), changes);
  }

  /**
   * May these corrections be offered by themselves? Each changes something; no equality that held
   * fails; nothing is left where a figure is due, and none is put where none can be.
   */
  isWhole(index: number, corrections: readonly Adopted[]): boolean {
    const system = this.systems[index];
    if (system === undefined || corrections.length === 0) return false;
    if (corrections.some(changesNothing)) return false;
    if (!this.#fitsRows(system, index, corrections)) return false;
    const { changes } = this.#adopt(system, index, corrections);
    const residuals = residualsOf(system);
    return system.equalities.every(({ total, parts, tolerance }, at) => {
      const before = residuals[at] ?? 0n;
      if (absolute(before) > tolerance) return true;
      let after = before + (changes.get(total) ?? 0n);
      for (const part of parts) after -= changes.get(part) ?? 0n;
      return absolute(after) <= tolerance;
    });
  }

  /**
   * Would corrections fill a blank of a block while another blank of the block is due, and nothing but their
   * sum is known? A line total that is typed tells them apart.
   */
  fillsOneOfSeveral(
    index: number,
    corrections: readonly Adopted[],
    changed: ReadonlySet<number>,
  ): boolean {
    const system = this.systems[index];
    if (system === undefined) return false;
    const filled = corrections.flatMap(({ figure, stated, proposed }) => {
      const place = system.figures[figure]?.place;
      const isFilled =
        (stated ?? 0n) === 0n && proposed !== 0n && this.#followsLine(system, figure);
      return isFilled && place !== undefined ? [place.block] : [];
    });
    if (filled.length === 0) return false;
    const totals = new Set(system.equalities.map(({ total }) => total));
    const read: Read = (at, figure) => valueOf(this.systems[at]?.figures[figure]);
    return system.figures.some(
      (figure, at) =>
        figure.kind === 'typed' &&
        valueOf(figure) === 0n &&
        !changed.has(at) &&
        !totals.has(at) &&
        filled.includes(figure.place.block) &&
        this.#followsLine(system, at) &&
        isDue(this.systems, index, figure.place, this.#places, read),
    );
  }

  /** Whether the total of a figure's line is a formula, so that its line holds whatever stands in it. */
  #followsLine({ figures, equalities }: DiagnosisSystem, figure: number): boolean {
    return equalities.every(({ total, parts }) => {
      const isLine = figures[total]?.place.line === figures[figure]?.place.line;
      return !isLine || !parts.includes(figure) || figures[total]?.kind === 'formula';
    });
  }

  /** Would more equalities of any kind fail once an act's figures are put back and nothing else? */
  leavesMoreFailing(changes: ReadonlyMap<number, Changes>): boolean {
    const after = withChanges(this.systems, changes);
    return this.systems.some((system, index) => {
      const then = after[index];
      if (then === undefined || then === system) return false;
      const counts = new Map<string, number>();
      const add = (own: DiagnosisSystem, by: number): void => {
        for (const at of failing(own)) {
          const kind = kindOf(own, at);
          counts.set(kind, (counts.get(kind) ?? 0) + by);
        }
      };
      add(system, -1);
      add(then, 1);
      return [...counts.values()].some((more) => more > 0);
    });
  }

  /** Would an equality that holds fail once an act's figures are put back where they stand? */
  breaksWhatHolds(changes: ReadonlyMap<number, Changes>): boolean {
    const after = withChanges(this.systems, changes);
    return this.systems.some((system, index) => {
      const then = after[index];
      if (then === undefined || then === system) return false;
      const before = new Set(failing(system));
      return failing(then).some((at) => !before.has(at));
    });
  }

  /** Would an act's figures put back leave more lines with a project and no amount, or the reverse? */
  leavesMoreLacking(changes: ReadonlyMap<number, Changes>): boolean {
    const rows = new Map<number, FigurePosition>();
    for (const [index, own] of changes) {
      for (const figure of own.keys()) {
        const place = this.systems[index]?.figures[figure]?.place;
        if (place !== undefined) rows.set(placeKey(place), place);
      }
    }
    const stated: Read = (at, figure) => valueOf(this.systems[at]?.figures[figure]);
    const putBack = this.#after(changes);
    const lacking = (read: Read): number =>
      [...rows.values()].filter((place) => this.#lacks(place, read)).length;
    return lacking(putBack) > lacking(stated);
  }

  /** The cells that an act's figures put back would empty though a figure is due there: what stood there is lost. */
  emptiedThoughDue(
    changes: ReadonlyMap<number, Changes>,
  ): readonly { readonly system: number; readonly figure: number }[] {
    const putBack = this.#after(changes);
    return [...changes].flatMap(([index, own]) => {
      const system = this.systems[index];
      if (system === undefined) return [];
      const totals = new Set(system.equalities.map(({ total }) => total));
      return [...own].flatMap(([figure, value]) => {
        const place = system.figures[figure]?.place;
        const isEmptied = (value ?? 0n) === 0n && valueOf(system.figures[figure]) !== 0n;
        if (!isEmptied || place === undefined || totals.has(figure)) return [];
        const isLost = isDue(this.systems, index, place, this.#places, putBack);
        return isLost ? [{ system: index, figure }] : [];
      });
    });
  }

  #after(changes: ReadonlyMap<number, Changes>): Read {
    return (at, figure) => {
      const value = changes.get(at)?.get(figure);
      return value === undefined ? valueOf(this.systems[at]?.figures[figure]) : (value ?? 0n);
    };
  }

  #lacks(place: FigurePosition, read: Read): boolean {
    return this.systems.some((_, at) => {
      const figure = this.#places.figureAt(at, place);
      if (figure === undefined || read(at, figure) !== 0n) return false;
      return isDue(this.systems, at, place, this.#places, read);
    });
  }

  #adopt(
    system: DiagnosisSystem,
    index: number,
    corrections: readonly Adopted[],
  ): { readonly reduced: ReducedSystem; readonly changes: ReadonlyMap<number, Amount> } {
    const repaired = new Set(corrections.flatMap((one) => (one.wrongFormula ? [one.figure] : [])));
    const own = new Map<number, Amount>();
    for (const { figure, stated, proposed, wrongFormula } of corrections) {
      if (!wrongFormula) own.set(figure, proposed - (stated ?? 0n));
    }
    const reduced = this.#reducedWith(system, index, repaired);
    return { reduced, changes: backSubstitute(reduced.eliminated, own) ?? own };
  }

  /** Wrong formulas that are not repaired go on showing what they show. */
  #reducedWith(
    system: DiagnosisSystem,
    index: number,
    repaired: ReadonlySet<number>,
  ): ReducedSystem {
    if (system.figures.every(({ kind }) => kind !== 'wrongFormula')) {
      return reduceSystem(system, false);
    }
    const known = repaired.size === 0 ? this.#reduced[index] : undefined;
    if (known !== undefined) return known;
    const figures = system.figures.map((figure, at) =>
      figure.kind === 'wrongFormula' && !repaired.has(at)
        ? { ...figure, kind: 'typed' as const }
        : figure,
    );
    const reduced = reduceSystem({ ...system, figures }, false);
    if (repaired.size === 0) this.#reduced[index] = reduced;
    return reduced;
  }

  #fitsRows(system: DiagnosisSystem, index: number, corrections: readonly Adopted[]): boolean {
    const totals = new Set(system.equalities.map(({ total }) => total));
    const read: Read = (at, figure) => valueOf(this.systems[at]?.figures[figure]);
    return corrections.every(({ figure, proposed, wrongFormula }) => {
      const place = system.figures[figure]?.place;
      if (wrongFormula || place === undefined || totals.has(figure)) return true;
      if (proposed === 0n) return !isDue(this.systems, index, place, this.#places, read);
      // Nor another value where nothing belongs: what stands there came from elsewhere.
      return !isOutOfPlace(this.systems, index, place, this.#places, read);
    });
  }
}

/** Within a line, down a table, or between tables. */
function kindOf({ figures, equalities }: DiagnosisSystem, at: number): string {
  const { total = -1, parts = [] } = equalities[at] ?? {};
  const [own, part] = [figures[total]?.place, figures[parts[0] ?? -1]?.place];
  if (own?.table !== part?.table) return 'between';
  return own?.line === part?.line ? 'line' : 'table';
}

function changesNothing({ stated, proposed, wrongFormula }: Adopted): boolean {
  return !wrongFormula && stated === proposed;
}
