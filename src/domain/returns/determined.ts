/** What must a figure be, as its table's equalities have it? */
import type { Amount } from '../amount';
import { absolute } from '../amount';
import type { Equality } from './equalities';
import { columnEqualities, lineEqualities } from './equalities';
import type { Figure, TableView } from './tableView';
import { formulaFollows } from './totals';

const indexes = new WeakMap<TableView, ReadonlyMap<Figure, readonly Equality[]>>();

/** The equalities of a table in which a figure stands: its line's, its column's. */
function equalitiesWith(figure: Figure): readonly Equality[] {
  let index = indexes.get(figure.table);
  if (index === undefined) {
    const made = new Map<Figure, Equality[]>();
    for (const equality of [...lineEqualities(figure.table), ...columnEqualities(figure.table)]) {
      for (const member of [equality.total, ...equality.parts]) {
        const known = made.get(member);
        if (known === undefined) made.set(member, [equality]);
        else known.push(equality);
      }
    }
    index = made;
    indexes.set(figure.table, index);
  }
  return index.get(figure) ?? [];
}

interface Known {
  /** total − Σ parts of the figures that are told, and how many are not. */
  readonly rest: Amount;
  readonly unknown: number;
}

const rests = new WeakMap<Equality, Known>();

function knownOf(equality: Equality): Known {
  let known = rests.get(equality);
  if (known === undefined) {
    const { total, parts } = equality;
    let rest = total.amount ?? 0n;
    let unknown = total.amount === null || total.blank ? 1 : 0;
    for (const { amount } of parts) {
      if (amount === null) unknown += 1;
      else rest -= amount;
    }
    known = { rest, unknown };
    rests.set(equality, known);
  }
  return known;
}

/**
 * The amount of a figure that cannot be told, where every equality that has all its other figures says
 * the same; null where none does, or they differ. A blank total says nothing, nor does one that only adds
 * up what stands there.
 */
export function determinedAmount(figure: Figure): Amount | null {
  if (figure.amount !== null) return null;
  const found = new Set<Amount>();
  for (const equality of equalitiesWith(figure)) {
    const { rest, unknown } = knownOf(equality);
    const isToldByTotal = figure === equality.total || !formulaFollows(equality);
    if (unknown === 1 && isToldByTotal) found.add(figure === equality.total ? -rest : rest);
  }
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** A text figure with a unit that is not its sheet's. */
export interface OtherUnitFigure {
  readonly figure: Figure;
  /** Its number taken in the unit that is written, and in the sheet's. */
  readonly asWritten: Amount;
  readonly inSheetUnit: Amount;
}

/**
 * Which reading the equalities bear out where texts name another unit than the sheet: the unit as
 * written, or the number in the sheet's own unit. Figures that neither fits are in neither set.
 */
export function settledUnits(figures: readonly OtherUnitFigure[]): {
  readonly asWritten: ReadonlySet<Figure>;
  readonly inSheetUnit: ReadonlySet<Figure>;
} {
  const holding = (amountOf: (entry: OtherUnitFigure) => Amount): Set<Figure> => {
    const taken = new Map(figures.map((entry) => [entry.figure, amountOf(entry)]));
    const fits = figures.filter(({ figure }) =>
      equalitiesWith(figure).some((equality) => holdsWith(equality, taken)),
    );
    return new Set(fits.map(({ figure }) => figure));
  };
  const asWritten = holding((entry) => entry.asWritten);
  const inSheetUnit = holding((entry) => entry.inSheetUnit);
  for (const figure of asWritten) inSheetUnit.delete(figure);
  return { asWritten, inSheetUnit };
}

function holdsWith(
  { total, parts, tolerance }: Equality,
  taken: ReadonlyMap<Figure, Amount>,
): boolean {
  const amount = (figure: Figure) => taken.get(figure) ?? figure.amount;
  const stated = amount(total);
  if (stated === null || total.blank) return false;
  let rest = stated;
  for (const part of parts) {
    const value = amount(part);
    if (value === null) return false;
    rest -= value;
  }
  return absolute(rest) <= tolerance;
}
