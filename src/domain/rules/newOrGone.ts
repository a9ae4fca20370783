/**
 * Which amounts stand in one of two years only? (Y-025; Y-020 where they are large)
 *
 * Hidiroglou and Berthelot compare what both periods hold; of what comes or goes there is no ratio, and the
 * paper leaves it aside. A line that begins or ends is usual and worth knowing; one that is a good part of
 * its year is told as an unlikely change, as a figure in the wrong line looks the same.
 */
import type { Amount } from '../amount';
import { formatAmount, parseAmount, roundToPlace, sumAmounts } from '../amount';
import { editionOf } from '../forms/form';
import type { Measure } from '../forms/terms';
import type { ComparedReturns } from '../lastRound/comparable';
import { comparedFiguresOf, yuanOf } from '../lastRound/lastRound';
import type { Figure, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import { comparedReturns, inUnitOf } from './comparedReturns';
import type { Outcome } from './outcome';
import { satisfied } from './outcome';
import type { CheckSettings } from './settings';

/** Percent of its year's sum over which it is a warning. */
const largeShare = 10;

/** Y-025: one check per amount of either year. */
export function checkNewOrGone(unit: UnitReturn, settings: CheckSettings): Outcome[] {
  const compared = comparedReturns(unit, settings);
  if (compared === null) return [];
  return tablesOfReturn(unit).flatMap((table) =>
    compared.change.flatMap((measure) => checkMeasure(unit, table, measure, compared)),
  );
}

/** An amount of either year, in yuan; null where it has none. */
interface Presence {
  readonly place: ReturnType<typeof placeOf>;
  /** A figure of the table, for its money unit. */
  readonly figure: Figure;
  readonly before: Amount | null;
  readonly now: Amount | null;
}

function checkMeasure(
  unit: UnitReturn,
  table: TableView,
  measure: Measure,
  compared: ComparedReturns,
): Outcome[] {
  const own = comparedFiguresOf(table).filter((figure) => figure.measure === measure);
  const standing = own.flatMap((figure): Presence[] => {
    // What cannot be told is neither there nor gone.
    if (figure.line.kind === 'total' || figure.amount === null) return [];
    const before = positive(parseAmount(compared.last.amounts[figure.id] ?? '0'));
    return [{ place: placeOf(figure), figure, before, now: positive(yuanOf(figure)) }];
  });
  const all = [...standing, ...linesGone(unit, own, compared)];
  const sumOf = (of: 'before' | 'now') => sumAmounts(all.map((one) => one[of] ?? 0n));
  const sums = { before: sumOf('before'), now: sumOf('now') };
  // A measure that a round does not report at all says nothing of its lines.
  if (sums.before === 0n || sums.now === 0n) return [];
  return all
    .filter(({ before, now }) => before !== null || now !== null)
    .map((one) =>
      one.before !== null && one.now !== null ? satisfied : told(one, sums, compared),
    );
}

function positive(amount: Amount | null): Amount | null {
  return amount === null || amount <= 0n ? null : amount;
}

/** Last year's amounts on lines that the table does not have, told at the total line. */
function linesGone(
  unit: UnitReturn,
  own: readonly Figure[],
  { last }: ComparedReturns,
): Presence[] {
  const known = new Set(own.map(({ id }) => id));
  return own
    .filter(({ line }) => line.kind === 'total')
    .flatMap((figure) => {
      const [start, end] = [`${figure.table.form}|`, `|${figure.block}|${figure.measure}`];
      return Object.entries(last.amounts).flatMap(([id, amount]): Presence[] => {
        if (!id.startsWith(start) || !id.endsWith(end) || known.has(id)) return [];
        const key = id.slice(start.length, -end.length);
        const before = positive(parseAmount(amount));
        if (key === 'total' || before === null) return [];
        const place = { ...placeOf(figure), id, line: labelOf(unit, figure.table, key) };
        return [{ place, figure, before, now: null }];
      });
    });
}

/** How a line is called by its key: as the form prints it, or as it was written. */
function labelOf({ forms }: UnitReturn, { table }: TableView, key: string): string {
  const form = forms.forms.find(({ id }) => id === table.form);
  const editions = form === undefined ? [] : [editionOf(form, form.ownEdition), ...form.editions];
  const printed = editions.flatMap((edition) => edition?.labels[key] ?? [])[0];
  return printed ?? /“(.*)”/.exec(key)?.[1] ?? key;
}

function told(
  { place, figure, before, now }: Presence,
  sums: Readonly<Record<'before' | 'now', Amount>>,
  { last }: ComparedReturns,
): Outcome {
  const [amount, sum] = before === null ? [now ?? 0n, sums.now] : [before, sums.before];
  const share = (amount * parseAmount('100')) / sum;
  return {
    kind: 'violated',
    finding: {
      sheet: figure.table.sheet,
      cells: [place.cell],
      detail: {
        kind: 'newOrGone',
        place,
        stated: now === null ? null : inUnitOf(figure, now),
        lastStated: before === null ? null : inUnitOf(figure, before),
        share: formatAmount(roundToPlace(share, 1)),
        lastYear: last.fiscalYear,
      },
    },
    ...(share > parseAmount(String(largeShare)) && { as: 'Y-020' }),
  };
}
