/** What would the figures be without an event? Typed figures are put back and formulas follow. */
import { absolute, type Amount } from '../amount';
import { definitionsOf, residualOf, residualsOf, valueOf } from './system';
import type { DiagnosisEquality, DiagnosisFigure, DiagnosisSystem } from './types';

/** New values of typed figures, by figure; null for blank. */
export type Changes = ReadonlyMap<number, Amount | null>;

/**
 * The systems with some typed figures changed; what its formulas show is recalculated.
 *
 * @param power of ten that the changed figures were divided by: their rounding intervals are, too
 */
export function withChanges(
  systems: readonly DiagnosisSystem[],
  changes: ReadonlyMap<number, Changes>,
  power = 0,
): readonly DiagnosisSystem[] {
  return systems.map((system, index) => {
    const own = changes.get(index);
    if (own === undefined || own.size === 0) return system;
    const figures = [...system.figures];
    for (const [figure, value] of own) {
      const before = figures[figure];
      if (before !== undefined) figures[figure] = { ...before, value };
    }
    const changed = recalculated(system, figures);
    return power === 0 ? withWidths(system, changed) : rescaled(system, changed, power);
  });
}

/** What comes to stand in a blank is rounded as the table's others; a blank has no interval. */
function withWidths(before: DiagnosisSystem, after: DiagnosisSystem): DiagnosisSystem {
  if (!before.equalities.some(({ tolerance }) => tolerance > 0n)) return after;
  const widest = new Map<number, Amount>();
  for (const { halfWidth = 0n, place } of before.figures) {
    if (halfWidth > (widest.get(place.table) ?? 0n)) widest.set(place.table, halfWidth);
  }
  const more = new Map<number, Amount>();
  const figures = after.figures.map((figure, at) => {
    const was = before.figures[at];
    if (was === undefined || (was.value === null) === (figure.value === null)) return figure;
    const halfWidth = figure.value === null ? 0n : (widest.get(figure.place.table) ?? 0n);
    more.set(at, halfWidth - (was.halfWidth ?? 0n));
    return { ...figure, halfWidth };
  });
  if (more.size === 0) return after;
  const equalities = after.equalities.map((equality): DiagnosisEquality => {
    const by = [equality.total, ...equality.parts].reduce(
      (sum, at) => sum + (more.get(at) ?? 0n),
      0n,
    );
    const tolerance = equality.tolerance + by;
    return by === 0n ? equality : { ...equality, tolerance: tolerance < 0n ? 0n : tolerance };
  });
  return { ...after, figures, equalities };
}

/** Formulas keep the difference that they had from the sum of their parts (mostly none). */
function recalculated(system: DiagnosisSystem, figures: DiagnosisFigure[]): DiagnosisSystem {
  const definitions = definitionsOf(system);
  const formulas = [...definitions].flatMap(([equality, figure]) =>
    system.figures[figure]?.kind === 'formula' ? (system.equalities[equality] ?? []) : [],
  );
  const changed = { ...system, figures };
  // Line totals, then columns, then what sums those: a chain of formulas is never longer.
  for (let pass = 0; pass < 3 && formulas.length > 0; pass += 1) {
    let moved = false;
    for (const equality of formulas) {
      const wasOff = residualOf(system, equality);
      const off = residualOf(changed, equality) - wasOff;
      const figure = figures[equality.total];
      if (off === 0n || figure?.kind !== 'formula') continue;
      figures[equality.total] = { ...figure, value: valueOf(figure) - off };
      moved = true;
    }
    if (!moved) break;
  }
  return changed;
}

/** What was typed in another unit, nothing included, is rounded to another place. */
function rescaled(before: DiagnosisSystem, after: DiagnosisSystem, power: number): DiagnosisSystem {
  const isMoved = after.figures.map(({ value }, at) => value !== before.figures[at]?.value);
  const tables = new Set(
    after.figures.flatMap(({ place }, at) => (isMoved[at] ? [place.table] : [])),
  );
  const factor = 10n ** BigInt(Math.abs(power));
  const inUnit = (width: Amount): Amount => (power > 0 ? width / factor : width * factor);
  const figures = after.figures.map((figure, at) =>
    isMoved[at] || (figure.value === 0n && tables.has(figure.place.table))
      ? { ...figure, halfWidth: inUnit(figure.halfWidth ?? 0n) }
      : figure,
  );
  const widthOf = (at: number): Amount => figures[at]?.halfWidth ?? 0n;
  const widestOf = (at: number): Amount => {
    const widest = before.beneath?.(at);
    if (widest === undefined) return widthOf(at);
    return isMoved[at] === true ? inUnit(widest) : widest;
  };
  const equalities = after.equalities.map((equality): DiagnosisEquality => {
    const members = [equality.total, ...equality.parts];
    if (!members.some((at) => isMoved[at])) return equality;
    const [own, other] = members.map((figure) => figures[figure]?.place.table);
    // Tables in different units: what the one rounds the other does not, whatever its totals say.
    const width = own === other ? widthOf : widestOf;
    return { ...equality, tolerance: members.reduce((sum, at) => sum + width(at), 0n) };
  });
  return { ...after, figures, equalities };
}

const knownFailing = new WeakMap<DiagnosisSystem, readonly number[]>();

/** Equalities that fail beyond their tolerance, ascending; worked out once. */
export function failing(system: DiagnosisSystem): readonly number[] {
  let failed = knownFailing.get(system);
  if (failed === undefined) {
    const own: number[] = [];
    residualsOf(system).forEach((residual, index) => {
      if (residual === 0n) return;
      if (absolute(residual) > (system.equalities[index]?.tolerance ?? 0n)) own.push(index);
    });
    knownFailing.set(system, own);
    failed = own;
  }
  return failed;
}

/** For each figure the equalities that it stands in, +1 as their total and −1 as a part. */
type Memberships = readonly (readonly { readonly equality: number; readonly sign: bigint }[])[];

const knownMemberships = new WeakMap<DiagnosisSystem['equalities'], Memberships>();

function membershipsOf({ figures, equalities }: DiagnosisSystem): Memberships {
  let memberships = knownMemberships.get(equalities);
  if (memberships === undefined) {
    const own = figures.map((): { equality: number; sign: bigint }[] => []);
    equalities.forEach(({ total, parts }, equality) => {
      own[total]?.push({ equality, sign: 1n });
      for (const part of parts) own[part]?.push({ equality, sign: -1n });
    });
    knownMemberships.set(equalities, own);
    memberships = own;
  }
  return memberships;
}

/**
 * How many equalities of a system fail once some typed figures are put back: as many as in what
 * {@link withChanges} makes of it.
 */
export function failuresAfter(system: DiagnosisSystem, changes: Changes): number {
  const isPlain =
    definitionsOf(system).size === 0 &&
    system.equalities.every(({ tolerance }) => tolerance === 0n);
  if (!isPlain) {
    return withChanges([system], new Map([[0, changes]])).reduce(
      (sum, changed) => sum + failing(changed).length,
      0,
    );
  }
  // No formula follows, and no interval moves: only the equalities of the figures themselves do.
  const memberships = membershipsOf(system);
  const residuals = [...residualsOf(system)];
  for (const [figure, value] of changes) {
    const more = (value ?? 0n) - valueOf(system.figures[figure]);
    if (more === 0n) continue;
    for (const { equality, sign } of memberships[figure] ?? []) {
      residuals[equality] = (residuals[equality] ?? 0n) + sign * more;
    }
  }
  return residuals.reduce((sum, residual) => (residual === 0n ? sum : sum + 1), 0);
}
