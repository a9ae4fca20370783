/** Which sentences can a report quote from the tables, and with which figures? Rounded as they are to be shown. */
import type { ReportingRound } from '../forms/rounds';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../forms/terms';
import { unitPower } from '../forms/terms';
import type { Figure, LineView, TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import { commonLines } from './words';
import { percentOf, shownDecimal, valueOf } from './values';

/** How amounts are shown. */
export interface SentenceStyle {
  readonly currencyUnit: CurrencyUnit;
  readonly decimals: number;
}

/** A line with its amount and its share of the whole, both as decimals. */
export interface QuotedLine {
  /** As the sheet spells it. */
  readonly label: string;
  readonly amount: string;
  readonly share: string;
}

/** A sentence's figures, as decimal strings. */
export type ReportSentence =
  | {
      readonly id: 'totals';
      readonly projects: string;
      readonly budgeted: string;
      readonly executed: string;
      /** Null in January, and where the tables have none. */
      readonly finalAccounts: string | null;
    }
  | {
      readonly id: 'budgets';
      readonly generalPublic: QuotedLine;
      readonly governmentManagedFund: QuotedLine;
    }
  | { readonly id: 'executionRate'; readonly rate: string }
  | { readonly id: 'largestAreas'; readonly lines: readonly QuotedLine[] }
  | { readonly id: 'kinds'; readonly lines: readonly QuotedLine[] }
  | {
      readonly id: 'change';
      /** Of last year, and by how much this year's are more (or, negative, less). */
      readonly projectsBefore: string;
      readonly budgetedBefore: string;
      readonly more: string;
      readonly percent: string;
    };

/** The sentences of one unit, all of the same year and round. */
export interface ReportSentences {
  readonly fiscalYear: number | null;
  readonly round: ReportingRound;
  readonly style: SentenceStyle;
  /** Those that the tables have the figures for, in the order of a report. */
  readonly sentences: readonly ReportSentence[];
}

/** So many service areas are named. */
const mostAreas = 3;
const percentDecimals = 2;

/**
 * Makes the sentences from a unit's tables; a sentence of which a figure is missing or cannot be told
 * is left out.
 *
 * @param before last year's tables of the same unit, where they are at hand
 */
export function reportSentences(
  unit: UnitReturn,
  round: ReportingRound,
  style: SentenceStyle,
  before: UnitReturn | null,
): ReportSentences {
  const [first] = tablesOfReturn(unit);
  const quoting = new Quoting(unit, style);
  const sentences = [
    totals(quoting, round),
    executionRate(quoting),
    budgets(quoting),
    lineSentence(quoting, 'largestAreas', 'table1'),
    lineSentence(quoting, 'kinds', 'table2'),
    before === null ? null : change(quoting, new Quoting(before, style)),
  ].filter((sentence) => sentence !== null);
  return { fiscalYear: first?.table.heading.fiscalYear.value ?? null, round, style, sentences };
}

/** Reads the figures that are quoted. */
class Quoting {
  constructor(
    private readonly unit: UnitReturn,
    private readonly style: SentenceStyle,
  ) {}

  /** A figure that is filled and can be told. */
  figure(line: LineView | null | undefined, block: BudgetBlock, measure: Measure): Figure | null {
    const figure = line?.figures[block][measure];
    if (figure === undefined || figure.blank || figure.amount === null) return null;
    return figure.unitSettled && figure.resultCause === null ? figure : null;
  }

  total(block: BudgetBlock, measure: Measure): Figure | null {
    const filled = tablesOfReturn(this.unit).find(
      ({ total }) => total !== null && !total.figures[block][measure].blank,
    );
    return this.figure(filled?.total, block, measure);
  }

  table(form: FormId): TableView | undefined {
    return this.unit.tables.get(form);
  }

  shown(figure: Figure | null): string | null {
    if (figure === null) return null;
    const { currencyUnit, decimals } = this.style;
    const isCount = figure.measure === 'projectCount';
    const value = valueOf(figure, isCount ? 0 : unitPower[currencyUnit]);
    return value === null ? null : shownDecimal(value, isCount ? 0 : decimals);
  }

  percent(part: Figure | null, whole: Figure | null): string | null {
    if (part === null || whole === null) return null;
    const value = percentOf(part, whole);
    return value === null ? null : shownDecimal(value, percentDecimals);
  }

  quoted(label: string, part: Figure | null, whole: Figure | null): QuotedLine | null {
    const amount = this.shown(part);
    const share = this.percent(part, whole);
    return amount === null || share === null ? null : { label, amount, share };
  }
}

function totals(quoting: Quoting, round: ReportingRound): ReportSentence | null {
  const [projects, budgeted, executed, finalAccounts] = (
    ['projectCount', 'budgeted', 'executed', 'finalAccounts'] as const
  ).map((measure) => quoting.shown(quoting.total('total', measure)));
  if (projects == null || budgeted == null || executed == null) return null;
  const isFiled = round !== 'january';
  return {
    id: 'totals',
    projects,
    budgeted,
    executed,
    finalAccounts: isFiled ? (finalAccounts ?? null) : null,
  };
}

function executionRate(quoting: Quoting): ReportSentence | null {
  const rate = quoting.percent(
    quoting.total('total', 'executed'),
    quoting.total('total', 'budgeted'),
  );
  return rate === null ? null : { id: 'executionRate', rate };
}

function budgets(quoting: Quoting): ReportSentence | null {
  const whole = quoting.total('total', 'budgeted');
  const [generalPublic, governmentManagedFund] = (
    ['generalPublic', 'governmentManagedFund'] as const
  ).map((block) => quoting.quoted('', quoting.total(block, 'budgeted'), whole));
  return generalPublic == null || governmentManagedFund == null
    ? null
    : { id: 'budgets', generalPublic, governmentManagedFund };
}

/** The lines of a table by budget, largest first: a few of the service areas, all kinds of service. */
function lineSentence(
  quoting: Quoting,
  id: 'largestAreas' | 'kinds',
  form: FormId,
): ReportSentence | null {
  const table = quoting.table(form);
  const whole = quoting.figure(table?.total, 'total', 'budgeted');
  if (table === undefined || whole === null) return null;
  const filled = table.summed.flatMap((line) => {
    const figure = quoting.figure(line, 'total', 'budgeted');
    return figure === null || figure.amount === 0n || line.line.id === null
      ? []
      : [{ line, figure }];
  });
  const isUnclear = table.summed.some((line) => line.figures.total.budgeted.amount === null);
  if (filled.length === 0 || isUnclear) return null;
  filled.sort((a, b) => compareAmounts(b.figure, a.figure));
  const named = id === 'largestAreas' ? filled.slice(0, mostAreas) : filled;
  const lines = named.map(({ line, figure }) => quoting.quoted(quotedLabel(line), figure, whole));
  const quoted = lines.filter((line) => line !== null);
  return quoted.length === lines.length ? { id, lines: quoted } : null;
}

function compareAmounts(a: Figure, b: Figure): number {
  const [first, second] = [a.amount ?? 0n, b.amount ?? 0n];
  return first < second ? -1 : first > second ? 1 : b.row - a.row;
}

/** Without the sheet's numbering and line breaks; 其他领域, since 其他 alone says less in a sentence. */
function quotedLabel({ label, line }: LineView): string {
  const bare = label
    .replace(/\s/g, '')
    .replace(/^(?:[(（]?[一二三四五六七八九十\d]+[)）、.．])+/, '');
  return line.id !== null && commonLines.has(line.id) ? `${bare}领域` : bare;
}

function change(now: Quoting, before: Quoting): ReportSentence | null {
  const projectsBefore = before.shown(before.total('total', 'projectCount'));
  const [older, newer] = [before.total('total', 'budgeted'), now.total('total', 'budgeted')];
  const budgetedBefore = before.shown(older);
  if (projectsBefore === null || budgetedBefore === null || older === null || newer === null) {
    return null;
  }
  const more = now.shown(newer);
  const percent = percentChange(newer, older);
  return more === null || percent === null
    ? null
    : {
        id: 'change',
        projectsBefore,
        budgetedBefore,
        more: difference(more, budgetedBefore),
        percent,
      };
}

function percentChange(newer: Figure, older: Figure): string | null {
  const value = percentOf(newer, older);
  if (value === null) return null;
  const { numerator, denominator } = value;
  return shownDecimal({ numerator: numerator - 100n * denominator, denominator }, percentDecimals);
}

/** Of two decimals with the same places, so that the sentence adds up as it is printed. */
function difference(a: string, b: string): string {
  const places = a.split('.')[1]?.length ?? 0;
  const [first, second] = [a, b].map((text) => BigInt(text.replace('.', '')));
  const value = { numerator: (first ?? 0n) - (second ?? 0n), denominator: 10n ** BigInt(places) };
  return shownDecimal(value, places);
}
