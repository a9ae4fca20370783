/** Which units of a set do not say in which money their figures are, and what does their size suggest (U-045)? */
import type { Amount } from '../amount';
import type { CurrencyUnit } from '../forms/terms';
import { measures, sourceBlocks, unitPower } from '../forms/terms';
import type { MissingCurrency } from './setFinding';
import type { TakenUnit } from './takenUnit';

/** A unit as it is told. */
interface Told {
  readonly unit: TakenUnit;
  readonly number: number;
}

/** Units with a table that states no money unit, of which nobody has said it either. */
export function missingCurrencies(
  known: readonly Told[],
  counts: (number: number) => boolean,
): MissingCurrency[] {
  const missing = known.filter(({ unit }) => unstated(unit) !== null);
  if (missing.length === 0) return [];
  const others = known.flatMap(({ unit }) =>
    unstated(unit) === null ? (digitsPerProject(unit) ?? []) : [],
  );
  const usual = others.length < fewestOthers ? null : medianOf(others);
  return missing.map(({ unit, number }) => {
    const assumed = unstated(unit) ?? 'tenThousandYuan';
    const written = unreadCurrency(unit);
    // Of what is written in a unit of its own, the size says nothing about ours.
    const likely = written === null ? likelyUnit(unit, assumed, usual) : null;
    return { number, written, assumed, likely, counts: counts(number) };
  });
}

/** As which a table without a money unit is read; null where every table states one. */
function unstated({ tables }: TakenUnit): CurrencyUnit | null {
  return [...tables.values()].find(({ currencyUnit }) => currencyUnit === null)?.readAs ?? null;
}

/** What a table states as its money unit, where that is none that we know: 百元, 美元. */
export function unreadCurrency({ tables }: TakenUnit): string | null {
  return (
    [...tables.values()].find((table) => table.unreadCurrency !== null)?.unreadCurrency ?? null
  );
}

/** So many other units say what is usual. */
const fewestOthers = 3;

/** So many powers of ten apart from the others a unit's amounts per project are more than unusual. */
const tooFar = 2;

/** The money unit in which the amounts per project are nearest to the usual; null where they are near as they are read. */
function likelyUnit(
  unit: TakenUnit,
  assumed: CurrencyUnit,
  usual: number | null,
): CurrencyUnit | null {
  const own = digitsPerProject(unit);
  if (own === null || usual === null || Math.abs(own - usual) < tooFar) return null;
  const distance = (as: CurrencyUnit): number =>
    Math.abs(own - unitPower[assumed] + unitPower[as] - usual);
  const [nearest = assumed] = (Object.keys(unitPower) as CurrencyUnit[]).sort(
    (a, b) => distance(a) - distance(b),
  );
  return nearest === assumed ? null : nearest;
}

/** log₁₀ of the median amount per project in yuan, over the lines and blocks that have both; null where none has. */
function digitsPerProject({ tables }: TakenUnit): number | null {
  const all: number[] = [];
  for (const { lines } of tables.values()) {
    for (const { figures } of lines) {
      for (const block of sourceBlocks.keys()) {
        const [count, budgeted, executed] = figures.slice(block * measures.length);
        const amount = positive(budgeted) ?? positive(executed);
        const projects = positive(count);
        if (amount !== null && projects !== null) {
          all.push(Math.log10(Number(amount)) - Math.log10(Number(projects)));
        }
      }
    }
  }
  return all.length === 0 ? null : medianOf(all);
}

function positive(amount: Amount | null | undefined): Amount | null {
  return amount != null && amount > 0n ? amount : null;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
