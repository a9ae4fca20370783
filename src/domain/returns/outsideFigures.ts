/**
 * Which figures outside a table belong to it, and into which of its blank cells?
 *
 * A blank cell lacks what its equalities say it should hold. A number outside that is exactly this has
 * its place; what else looks like the table's has none that could be told, or one only by its order.
 */
import type { Amount } from '../amount';
import { absolute, sumAmounts } from '../amount';
import { amountOf, readFigure } from '../recognise/figure';
import type { FigureReading } from '../recognise/figure';
import type { OutsideFigure } from '../recognise/outside';
import { cellAddress } from '../grid';
import type { Equality } from './equalities';
import { equalitiesOf } from './returnEqualities';
import type { FigurePlace } from '../finding';
import type { Figure, TableView } from './tableView';
import { placeOf } from './tableView';
import type { UnitReturn } from './unitReturn';
import { tablesOfReturn } from './unitReturn';

/** Why a figure outside is said to belong into a blank cell. */
export type BelongsBy =
  /** It is exactly what an equality of the cell lacks. */
  | 'value'
  /** A run of them is as long as the run of blank cells that a line ends with, or stands under blanks. */
  | 'order';

/** A figure that stands outside of a table and was not checked. */
export interface UncheckedFigure {
  readonly table: TableView;
  readonly outside: OutsideFigure;
  /** A1 address of the cell outside. */
  readonly address: string;
  readonly reading: FigureReading;
  /** In the sheet's unit, or projects. */
  readonly amount: Amount;
  /** The blank cell of the table that it belongs into; null where that cannot be told. */
  readonly target: { readonly figure: Figure; readonly by: BelongsBy } | null;
}

/** All figures outside a return's tables that look like theirs; see {@link UncheckedFigure}. */
export function uncheckedFigures(unit: UnitReturn): UncheckedFigure[] {
  const tables = tablesOfReturn(unit).filter(({ table }) => table.outside.length > 0);
  if (tables.length === 0) return [];
  const lacking = lackingFigures(unit);
  return tables.flatMap((table) => uncheckedOf(table, lacking.get(table) ?? new Map()));
}

/** A figure outside as messages name it: by the cell that it belongs into, standing where it stands. */
export function placeOutside({ table, target, address }: UncheckedFigure): FigurePlace {
  const [first] = table.figures;
  const figure = target?.figure ?? first;
  if (figure === undefined) throw new Error('a table without figures has none outside');
  return { ...placeOf(figure), sheet: table.sheet, cell: address };
}

/** Blank cells of a table with what its equalities say they should hold. */
type Lacking = ReadonlyMap<Figure, readonly Due[]>;

interface Due {
  readonly amount: Amount;
  readonly tolerance: Amount;
}

function lackingFigures(unit: UnitReturn): ReadonlyMap<TableView, Lacking> {
  const byTable = new Map<TableView, Map<Figure, Due[]>>();
  for (const equality of equalitiesOf(unit)) {
    for (const [figure, due] of duesOf(equality)) {
      const lacking = byTable.get(figure.table) ?? new Map<Figure, Due[]>();
      byTable.set(figure.table, lacking);
      const dues = lacking.get(figure) ?? [];
      lacking.set(figure, dues);
      dues.push({ amount: due, tolerance: equality.tolerance });
    }
  }
  return byTable;
}

/** What each blank figure of an equality would have to be for it to hold, the others being right. */
function duesOf({ total, parts }: Equality): [Figure, Amount][] {
  const amounts = parts.map((part) => part.amount);
  if (!amounts.every((amount) => amount !== null) || total.amount === null) return [];
  const sum = sumAmounts(amounts);
  if (total.blank) return [[total, sum]];
  const rest = total.amount - sum;
  return parts.filter((part) => part.blank).map((part) => [part, rest]);
}

function uncheckedOf(table: TableView, lacking: Lacking): UncheckedFigure[] {
  const read = table.table.outside.flatMap((outside) => readOutside(table, outside));
  const targets = new Map<ReadOutside, { figure: Figure; by: BelongsBy }>();
  const taken = new Set<Figure>();
  const give = (from: ReadOutside, figure: Figure, by: BelongsBy) => {
    targets.set(from, { figure, by });
    taken.add(figure);
  };
  const blanks = [...lacking.keys()].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const from of read) {
    const fitting = blanks.filter(
      (figure) => !taken.has(figure) && fits(from, figure, lacking.get(figure) ?? []),
    );
    const figure = fitting.find(({ column }) => column === from.outside.column) ?? fitting[0];
    if (figure !== undefined) give(from, figure, 'value');
  }
  const tail = wrappedTail(table, read, (from) => targets.get(from)?.figure);
  for (const [from, figure] of tail) if (!targets.has(from)) give(from, figure, 'order');
  for (const from of read) {
    if (targets.has(from) || !from.outside.resembles || from.outside.where !== 'below') continue;
    const above = table.total?.all.find(({ column }) => column === from.outside.column);
    if (above?.blank === true && !taken.has(above)) give(from, above, 'order');
  }
  return read
    .filter((from) => from.outside.resembles || targets.has(from))
    .map((from) => ({ ...from, table, target: targets.get(from) ?? null }));
}

type ReadOutside = Pick<UncheckedFigure, 'outside' | 'address' | 'reading' | 'amount'>;

/** A number is read as an amount: counts read alike. */
function readOutside({ currencyUnit }: TableView, outside: OutsideFigure): ReadOutside[] {
  const reading = readFigure(outside.cell, { isCount: false, currencyUnit });
  const amount = amountOf(reading);
  if (amount === null) return [];
  return [{ outside, address: cellAddress(outside.row, outside.column), reading, amount }];
}

/**
 * A total may be right by one of its equalities while the other fails for a reason of its own; a figure
 * that people fill in must be what both say. What does not look like the table's by itself has its
 * place only in a total.
 */
function fits({ amount, outside }: ReadOutside, figure: Figure, dues: readonly Due[]): boolean {
  const isDue = (due: Due) => due.amount !== 0n && isAmount(figure, amount, due);
  if (figure.isTotal) return dues.some(isDue);
  return outside.resembles && dues.length > 1 && dues.every(isDue);
}

/** Exactly, or within the rounding of an amount that is much larger than it. */
function isAmount({ measure }: Figure, amount: Amount, due: Due): boolean {
  const off = absolute(due.amount - amount);
  if (off === 0n) return true;
  const mayRound =
    measure !== 'projectCount' && absolute(due.amount) >= due.tolerance * timesRounding;
  return mayRound && off <= due.tolerance;
}

/** How many times its rounding an amount must be to be known in spite of it. */
const timesRounding = 100n;

/** Figures below without a name, as many as the blanks that the total line ends with: its wrapped end. */
function wrappedTail(
  { total }: TableView,
  read: readonly ReadOutside[],
  targetOf: (from: ReadOutside) => Figure | undefined,
): [ReadOutside, Figure][] {
  const inOrder = [...(total?.all ?? [])].sort((a, b) => a.column - b.column);
  const tail = inOrder.slice(inOrder.findLastIndex((figure) => !figure.blank) + 1);
  const below = read.filter(
    ({ outside }) => outside.where === 'below' && outside.resembles && outside.label === '',
  );
  if (below.length !== tail.length || tail.length === inOrder.length) return [];
  const pairs = below.flatMap((from, at): [ReadOutside, Figure][] => {
    const figure = tail[at];
    return figure === undefined ? [] : [[from, figure]];
  });
  return pairs.every(([from, figure]) => (targetOf(from) ?? figure) === figure) ? pairs : [];
}
