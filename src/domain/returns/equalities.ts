/** Which equalities must tables satisfy, each in itself and two of them together? */
import type { Amount } from '../amount';
import { absolute } from '../amount';
import type { Measure } from '../forms/terms';
import { budgetBlocks, measures } from '../forms/terms';
import { countsOtherBlocks } from './otherBlocks';
import type { Figure, LineView, TableView } from './tableView';
import { roundingBetween, type RoundingOf } from './crossRounding';
import { toleranceOf } from './tolerance';

/** total = Σ parts. */
export interface Equality {
  /** What it says, wherever its figures stand; unique within the return. */
  readonly id: string;
  /**
   * `line`: total block = both source blocks · `column`: total line = its lines · `crossTable`: one
   * table's total line = the other's, which is the only part.
   */
  readonly direction: 'line' | 'column' | 'crossTable';
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /** Greatest |total − Σ parts| that rounding alone explains; 0 for counts. */
  readonly tolerance: Amount;
}

/** Why two tables' totals cannot be compared. */
export type Incomparable =
  /** A table has no total line. */
  | 'noTotalLine'
  /** A table holds no figures. */
  | 'emptyTable'
  /** Amounts in different units: the difference would not say which of the two headings is wrong. */
  | 'differentUnits';

/** Every line of a table: total block = both source blocks; on the total line, too. */
export function lineEqualities(table: TableView): readonly Equality[] {
  return tableEqualities(table).line;
}

/** Every column of a table: total line = the lines it sums; none without a total line. */
export function columnEqualities(table: TableView): readonly Equality[] {
  return tableEqualities(table).column;
}

/** Every column of two tables that can be compared: total line = total line. */
export function crossTableEqualities(first: TableView, second: TableView): Equality[] {
  const [here, there] = [first.total, second.total];
  if (here === null || there === null) return [];
  const rounding = roundingBetween(first, second);
  return budgetBlocks.flatMap((block) =>
    measures
      .filter((measure) => incomparable(first, second, measure) === null)
      .map((measure) =>
        equality(
          'crossTable',
          here.figures[block][measure],
          [there.figures[block][measure]],
          rounding,
        ),
      ),
  );
}

/** Why a measure's totals of two tables cannot be compared; null where they can. */
export function incomparable(
  first: TableView,
  second: TableView,
  measure: Measure,
): Incomparable | null {
  if (first.total === null || second.total === null) return 'noTotalLine';
  if (first.empty || second.empty) return 'emptyTable';
  const sameUnit = measure === 'projectCount' || first.currencyUnit === second.currencyUnit;
  return sameUnit ? null : 'differentUnits';
}

/** The sum of an equality's parts, blanks as zero; null where a part cannot be told. */
export function sumOfParts({ parts }: Equality): Amount | null {
  let sum = 0n;
  for (const { amount } of parts) {
    if (amount === null) return null;
    if (amount !== 0n) sum += amount;
  }
  return sum;
}

/** Whether rounding can have put the total off by this much. A blank total is filled, not rounded. */
export function isWithinRounding(
  { total, parts, tolerance, direction }: Equality,
  off: Amount,
): boolean {
  if (total.blank) return false;
  // Of two totals that state the same sum none may be missing.
  if (direction === 'crossTable' && parts.some((part) => part.blank)) return false;
  return absolute(off) <= tolerance;
}

interface TableEqualities {
  readonly line: readonly Equality[];
  readonly column: readonly Equality[];
}

const known = new WeakMap<TableView, TableEqualities>();

function tableEqualities(table: TableView): TableEqualities {
  let made = known.get(table);
  if (made === undefined) {
    made = { line: makeLineEqualities(table), column: makeColumnEqualities(table) };
    known.set(table, made);
  }
  return made;
}

function makeLineEqualities(table: TableView): Equality[] {
  // What another budget adds to the total block is no part of the form's equality.
  if (countsOtherBlocks(table)) return [];
  return table.lines
    .filter(isBalanced)
    .flatMap(({ figures }) =>
      measures.map((measure) =>
        equality('line', figures.total[measure], [
          figures.generalPublic[measure],
          figures.governmentManagedFund[measure],
        ]),
      ),
    );
}

/** A sub-line balances, too, where its total block is used at all. */
function isBalanced({ kind, figures }: LineView): boolean {
  return kind !== 'ofWhich' || measures.some((measure) => !figures.total[measure].blank);
}

function makeColumnEqualities({ total, summed }: TableView): Equality[] {
  if (total === null) return [];
  return budgetBlocks.flatMap((block) =>
    measures.map((measure) =>
      equality(
        'column',
        total.figures[block][measure],
        summed.map((line) => line.figures[block][measure]),
      ),
    ),
  );
}

function equality(
  direction: Equality['direction'],
  total: Figure,
  parts: readonly Figure[],
  rounding?: RoundingOf,
): Equality {
  return new TotalOfParts(direction, total, parts, rounding);
}

/** Most equalities hold, and nobody asks for their name or how far they may be off. */
class TotalOfParts implements Equality {
  #tolerance: Amount | null = null;

  constructor(
    readonly direction: Equality['direction'],
    readonly total: Figure,
    readonly parts: readonly Figure[],
    private readonly rounding: RoundingOf | undefined,
  ) {}

  get id(): string {
    const { direction, total, parts } = this;
    const other = direction === 'crossTable' ? parts.map((part) => `|${part.table.form}`) : [];
    return [direction, '|', total.id, ...other].join('');
  }

  get tolerance(): Amount {
    this.#tolerance ??= toleranceOf([this.total, ...this.parts], this.rounding);
    return this.#tolerance;
  }
}
