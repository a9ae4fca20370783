/**
 * What does a return, or a sum of many, amount to at a glance? By table the lines with their budget, the
 * largest first, what was executed of it, and both budgets' shares; all exact, nothing guessed.
 */
import type { Amount } from '../amount';
import { absolute, basisPointsOf } from '../amount';
import type { Consolidated, ConsolidatedTable } from '../consolidate/consolidate';
import type { FigurePlace } from '../finding';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../forms/terms';
import { blockTitles, sourceBlocks, totalLineTitle } from '../forms/terms';
import { plainLabel } from '../recognise/labels';
import type { LineView, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';

/** One line, one budget, or the whole. Amounts are in the table's money unit; null: blank, or not to be told. */
export interface OverviewLine {
  readonly label: string;
  /** The budget that a line of the whole table is of; null: a line, or the whole. */
  readonly budget: BudgetBlock | null;
  readonly projectCount: Amount | null;
  readonly budgeted: Amount | null;
  readonly executed: Amount | null;
  /** Executed of budgeted, in hundredths of a percent; null where either is missing, or the budget is zero. */
  readonly rate: number | null;
  /** Of the whole table's budget, in hundredths of a percent; null as above. */
  readonly share: number | null;
  /** Where the budget stands; null in a sum that stands in no sheet. */
  readonly place: FigurePlace | null;
}

/** Lines that are compared with each other. */
export interface OverviewGroup {
  readonly lines: readonly OverviewLine[];
  /** The amount that a whole bar stands for; zero where there is nothing to draw. */
  readonly largest: Amount;
  /** Whose amount that is: the whole table's, or the largest line's. */
  readonly largestOf: 'total' | 'line';
}

/** One table. */
export interface OverviewTable {
  readonly form: FormId;
  readonly currencyUnit: CurrencyUnit;
  readonly total: OverviewLine;
  /** In the order of the header; a whole bar is the whole table, unless one budget states more. */
  readonly budgets: OverviewGroup;
  /** By budget, the largest first; those without any figure are left out. A whole bar is the largest. */
  readonly lines: OverviewGroup;
  /** How many lines report nothing. */
  readonly blankLines: number;
  /**
   * `whole`: the lines' budgets, and both budgets, come to that of the total line · `differs`: they do
   * not, so that shares do not come to 100 % · `unclear`: a budget cannot be told, or the total is blank.
   */
  readonly sum: 'whole' | 'differs' | 'unclear';
}

/** One figure as it is read: null where it cannot be told. */
interface Read {
  readonly amount: Amount | null;
  readonly blank: boolean;
}

/** A line of any source. */
interface Source {
  readonly label: string;
  readonly read: (block: BudgetBlock, measure: Measure) => Read;
  readonly place: (block: BudgetBlock) => FigurePlace | null;
}

/** What a return amounts to, by table in the order of the forms; a table without a total line is left out. */
export function overviewOf(unit: UnitReturn): readonly OverviewTable[] {
  return tablesOfReturn(unit).flatMap((table) =>
    table.total === null || table.empty
      ? []
      : [overviewOfTable(table, lineSource(table.total), table.summed.map(lineSource))],
  );
}

/** The same of a sum before it is written. */
export function overviewOfSum({ tables, currencyUnit }: Consolidated): readonly OverviewTable[] {
  return [...tables.values()].map(({ form, lines, total }) =>
    overviewOfTable(
      { form, currencyUnit },
      summedSource(totalLineTitle, total),
      lines.map(({ label, figures }) => summedSource(label, figures)),
    ),
  );
}

function lineSource(line: LineView): Source {
  return {
    label: plainLabel(line.label),
    read: (block, measure) => {
      const { amount, blank, unitSettled, resultCause } = line.figures[block][measure];
      return { amount: unitSettled && resultCause === null ? amount : null, blank };
    },
    place: (block) => placeOf(line.figures[block].budgeted),
  };
}

function summedSource(label: string, figures: ConsolidatedTable['total']): Source {
  return {
    label: plainLabel(label),
    read: (block, measure) => {
      const amount = figures[block][measure];
      return { amount, blank: amount === null };
    },
    place: () => null,
  };
}

function overviewOfTable(
  { form, currencyUnit }: Pick<TableView, 'form' | 'currencyUnit'>,
  total: Source,
  sources: readonly Source[],
): OverviewTable {
  const whole = told(total.read('total', 'budgeted'));
  const filled = sources.filter(isFilled);
  const lines = filled
    .map((source) => lineOf(source, 'total', whole))
    .map((line, at) => ({ line, at }))
    .sort((a, b) => descending(a.line.budgeted, b.line.budgeted) || a.at - b.at)
    .map(({ line }) => line);
  const budgets = sourceBlocks.map((block) => ({
    ...lineOf(total, block, whole),
    label: blockTitles[block],
    budget: block,
  }));
  const totalLine = { ...lineOf(total, 'total', whole), label: totalLineTitle };
  return {
    form,
    currencyUnit,
    total: totalLine,
    budgets: budgetsBeside(totalLine, budgets),
    lines: { lines, largest: largestOf(lines), largestOf: 'line' },
    blankLines: sources.length - filled.length,
    sum: sumOf(
      [
        sources.map((source) => source.read('total', 'budgeted')),
        sourceBlocks.map((block) => total.read(block, 'budgeted')),
      ],
      total.read('total', 'budgeted'),
    ),
  };
}

function budgetsBeside(total: OverviewLine, budgets: readonly OverviewLine[]): OverviewGroup {
  const largest = largestOf([total, ...budgets]);
  const isTotal = largest === largestOf([total]);
  return { lines: budgets, largest, largestOf: isTotal ? 'total' : 'line' };
}

function largestOf(lines: readonly OverviewLine[]): Amount {
  const drawn = lines.flatMap(({ budgeted, executed }) => [budgeted ?? 0n, executed ?? 0n]);
  return drawn.reduce((most, one) => (one > most ? one : most), 0n);
}

function isFilled({ read }: Source): boolean {
  return (['projectCount', 'budgeted', 'executed'] as const).some((measure) => {
    const { amount, blank } = read('total', measure);
    return !blank && amount !== 0n;
  });
}

function lineOf(source: Source, block: BudgetBlock, whole: Amount | null): OverviewLine {
  const [projectCount, budgeted, executed] = (
    ['projectCount', 'budgeted', 'executed'] as const
  ).map((measure) => told(source.read(block, measure)));
  return {
    label: source.label,
    budget: null,
    projectCount: projectCount ?? null,
    budgeted: budgeted ?? null,
    executed: executed ?? null,
    rate: percentage(executed, budgeted),
    share: percentage(budgeted, whole),
    place: source.place(block),
  };
}

function told({ amount, blank }: Read): Amount | null {
  return blank ? null : amount;
}

/** Of a whole that is more than nothing only: what part is of less says nothing. */
function percentage(part: Amount | null | undefined, whole: Amount | null | undefined) {
  return part == null || whole == null || whole <= 0n ? null : basisPointsOf(part, whole);
}

function descending(a: Amount | null, b: Amount | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? 1 : a > b ? -1 : 0;
}

/** Whether each group of parts comes to the whole, as far as shares show it: to the hundredth of a percent. */
function sumOf(groups: readonly (readonly Read[])[], whole: Read): OverviewTable['sum'] {
  const sums = groups.map((parts) => addedUp(parts.map(amountOrZero)));
  const of = whole.blank ? null : whole.amount;
  if (of === null || sums.includes(null)) return 'unclear';
  const isWhole = sums.every(
    (sum) => sum === of || absolute((sum ?? 0n) - of) * 10_000n < absolute(of),
  );
  return isWhole ? 'whole' : 'differs';
}

function amountOrZero({ amount, blank }: Read): Amount | null {
  return blank ? 0n : amount;
}

function addedUp(amounts: readonly (Amount | null)[]): Amount | null {
  let sum = 0n;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}

/** How long a bar is, of the longest, from 0 to 100; null where none is drawn: for nothing, and for less. */
export function barLength(amount: Amount | null, largest: Amount): number | null {
  if (amount === null || amount <= 0n || largest <= 0n) return null;
  return Number((amount * 10_000n) / largest) / 100;
}
