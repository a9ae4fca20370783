/** What do the units that count come to together, and what does each contribute to which figure? */
import type { Amount } from '../amount';
import { absolute, basisPointsOf } from '../amount';
import type { EditionId, Form, FormSet, LineId } from '../forms/form';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../forms/terms';
import { measures, sourceBlocks, unitPower } from '../forms/terms';
import { atOnce } from '../steps';
import { resultLines } from './editions';
import { lineIn } from './figureTable';
import type { SetJudgement } from './judgeSet';
import type { TakenTable, TakenUnit } from './takenUnit';
import { sourceColumns } from './takenUnit';

/** The figures of a line by block and measure, in the result's money unit; null where all are blank. */
export type ConsolidatedFigures = Readonly<
  Record<BudgetBlock, Readonly<Record<Measure, Amount | null>>>
>;

/** One line of the result. */
export interface ConsolidatedLine {
  readonly line: LineId;
  readonly label: string;
  readonly figures: ConsolidatedFigures;
}

/** One table of the result. */
export interface ConsolidatedTable {
  readonly form: FormId;
  readonly edition: EditionId;
  readonly lines: readonly ConsolidatedLine[];
  readonly total: ConsolidatedFigures;
}

/** What one unit's line adds to a line of the result, kept by what it is and not by where it stands. */
export interface Contribution {
  /** Index in {@link Consolidated.units}. */
  readonly unit: number;
  readonly form: FormId;
  readonly line: LineId;
  /** As the unit writes it. */
  readonly label: string;
  readonly sheet: string;
  /** Zero-based. */
  readonly row: number;
  /** Zero-based column of each figure, by sourceColumns. */
  readonly columns: readonly number[];
  /** By sourceColumns, in the result's money unit; null where nothing was reported. */
  readonly figures: readonly (Amount | null)[];
}

/** The sum of a set. */
export interface Consolidated {
  readonly forms: FormSet;
  readonly reportingUnit: string;
  readonly fiscalYear: number | null;
  readonly currencyUnit: CurrencyUnit;
  /** The first form's. */
  readonly edition: EditionId;
  /** In the order of the forms. */
  readonly tables: ReadonlyMap<FormId, ConsolidatedTable>;
  /** The units that count, by name. */
  readonly units: readonly TakenUnit[];
  /** By form, line and unit, in the order of the units. */
  readonly contributions: readonly Contribution[];
}

/**
 * Adds up the units that count; null where there is none. Only the figures that are filled in are
 * added; totals are computed. The same units in another order give the same result.
 *
 * @param reportingUnit how the result is called
 */
export function consolidate(judgement: SetJudgement, reportingUnit: string): Consolidated | null {
  return atOnce(consolidateInSteps(judgement, reportingUnit));
}

/** The same in steps of a few milliseconds. */
export function* consolidateInSteps(
  judgement: SetJudgement,
  reportingUnit: string,
): Generator<undefined, Consolidated | null> {
  const { fiscalYear, currencyUnit } = judgement;
  const units = judgement.units
    .filter(({ excludedBecause }) => excludedBecause === null)
    .map(({ unit }) => unit)
    .sort(byName);
  const [first] = units;
  if (first === undefined) return null;
  const { forms } = first;
  const contributions: Contribution[] = [];
  const tables: ConsolidatedTable[] = [];
  for (const form of forms.forms) {
    if (!units.some((unit) => unit.tables.has(form.id))) continue;
    const edition = judgement.editions.get(form.id) ?? form.ownEdition;
    const own: Contribution[] = [];
    for (const [index, unit] of units.entries()) {
      yield;
      const table = unit.tables.get(form.id);
      if (table !== undefined) own.push(...contributionsOf(table, index, judgement));
    }
    const { table, parts } = yield* addLinesInSteps(form, edition, own);
    for (const part of parts) contributions.push(part);
    tables.push(table);
  }
  return {
    forms,
    reportingUnit,
    fiscalYear,
    currencyUnit,
    edition: tables[0]?.edition ?? '',
    tables: new Map(tables.map((table) => [table.form, table])),
    units,
    contributions,
  };
}

/** A form's table of the result, and what it is made of in the order of its lines, on each as given. */
export function addLines<Part extends SharedLine>(
  form: Form,
  edition: EditionId,
  given: readonly Part[],
): AddedLines<Part> {
  return atOnce(addLinesInSteps(form, edition, given));
}

/** What {@link addLines} comes to. */
export interface AddedLines<Part> {
  readonly table: ConsolidatedTable;
  readonly parts: readonly Part[];
}

/** The same in steps of a line. */
function* addLinesInSteps<Part extends SharedLine>(
  form: Form,
  edition: EditionId,
  given: readonly Part[],
): Generator<undefined, AddedLines<Part>> {
  const byLine = new Map<LineId, Part[]>();
  for (const part of given) {
    const parts = byLine.get(part.line);
    if (parts === undefined) byLine.set(part.line, [part]);
    else parts.push(part);
  }
  const parts: Part[] = [];
  const lines: ConsolidatedLine[] = [];
  for (const { line, label } of resultLines(form, edition, linesFilled(given))) {
    yield;
    const own = byLine.get(line) ?? [];
    for (const part of own) parts.push(part);
    lines.push({ line, label, figures: withTotalBlock(sumOfParts(own)) });
  }
  const sums = sourceColumns.map((_, at) => sumOrBlank(lines.map((line) => sourceAt(line, at))));
  return { table: { form: form.id, edition, lines, total: withTotalBlock(sums) }, parts };
}

/** The lines on which one of the parts has a figure. */
export function linesFilled(parts: readonly SharedLine[]): ReadonlySet<LineId> {
  const filled = parts.filter(({ figures }) => figures.some((figure) => figure !== null));
  return new Set(filled.map(({ line }) => line));
}

/** By name, then by what else tells units apart; never by the order in which they were given. */
export function byName(a: Named, b: Named): number {
  const key = ({ name, source, pair }: Named) =>
    `${name}\u0000${source.kind === 'file' ? source.file : ''}\u0000${String(pair).padStart(6, '0')}`;
  const [first, second] = [key(a), key(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** By what units are put in order. */
export type Named = Pick<TakenUnit, 'name' | 'source' | 'pair'>;

function contributionsOf(
  table: TakenTable,
  unit: number,
  { labels, currencyUnit }: SetJudgement,
): Contribution[] {
  return table.lines.flatMap((taken): Contribution[] => {
    const line = lineIn(table, taken, labels);
    if (line === null) return [];
    const figures = taken.figures.map((figure, at) =>
      figure === null || sourceColumns[at]?.measure === 'projectCount'
        ? figure
        : inUnit(figure, currencyUnit),
    );
    const { label, row } = taken;
    const { form, sheet, columns } = table;
    return [{ unit, form, line, label, sheet, row, columns, figures }];
  });
}

/** Yuan in the result's unit: exact, since a figure is a whole number of hundredths of a 分. */
function inUnit(yuan: Amount, unit: CurrencyUnit): Amount {
  return yuan / 10n ** BigInt(unitPower[unit]);
}

function sumOrBlank(amounts: readonly (Amount | null)[]): Amount | null {
  let sum: Amount | null = null;
  for (const amount of amounts) if (amount !== null) sum = (sum ?? 0n) + amount;
  return sum;
}

function sumOfParts(parts: readonly SharedLine[]): (Amount | null)[] {
  return sourceColumns.map((_, at) => sumOrBlank(parts.map(({ figures }) => figures[at] ?? null)));
}

function sourceAt({ figures }: ConsolidatedLine, at: number): Amount | null {
  const column = sourceColumns[at];
  return column === undefined ? null : figures[column.block][column.measure];
}

function withTotalBlock(source: readonly (Amount | null)[]): ConsolidatedFigures {
  const block = (at: number) => {
    const figure = (within: number) => source[at * measures.length + within] ?? null;
    return {
      projectCount: figure(0),
      budgeted: figure(1),
      executed: figure(2),
      finalAccounts: figure(3),
    };
  };
  const blocks = sourceBlocks.map((_, at) => block(at));
  const total = (measure: Measure) => sumOrBlank(blocks.map((figures) => figures[measure]));
  return {
    generalPublic: block(0),
    governmentManagedFund: block(1),
    total: {
      projectCount: total('projectCount'),
      budgeted: total('budgeted'),
      executed: total('executed'),
      finalAccounts: total('finalAccounts'),
    },
  };
}

/** A figure of the result. */
export interface ResultFigure {
  readonly form: FormId;
  /** One of the form's lines, or `total` for the total line. */
  readonly line: LineId;
  readonly block: BudgetBlock;
  readonly measure: Measure;
}

/** What a unit has in a figure. */
export interface Share<Part> {
  /** Unit, in the order of the parts' units. */
  readonly unit: number;
  readonly amount: Amount;
  /** Of the figure, in hundredths of a percent, rounded half up; null where the figure is zero. */
  readonly basisPoints: number | null;
  /** The lines that make it up, with the cells. */
  readonly parts: readonly Part[];
}

/** What shares are made of; a working paper read back has it, too. */
export type SharedLine = Pick<Contribution, 'unit' | 'form' | 'line' | 'figures'>;

/** Each unit's share of a figure, the largest first; units without a figure there have none. */
export function sharesOf<Part extends SharedLine>(
  parts: readonly Part[],
  { form, line, block, measure }: ResultFigure,
): readonly Share<Part>[] {
  const wanted = sourceColumns.flatMap((column, at) =>
    column.measure === measure && (block === 'total' || column.block === block) ? [at] : [],
  );
  const byUnit = new Map<number, { amount: Amount; parts: Part[] }>();
  let figure = 0n;
  for (const part of parts) {
    if (part.form !== form || (line !== 'total' && part.line !== line)) continue;
    const amount = sumOrBlank(wanted.map((at) => part.figures[at] ?? null));
    if (amount === null) continue;
    figure += amount;
    const share = byUnit.get(part.unit) ?? { amount: 0n, parts: [] };
    byUnit.set(part.unit, { amount: share.amount + amount, parts: [...share.parts, part] });
  }
  return [...byUnit]
    .map(([unit, share]) => ({ unit, ...share, basisPoints: basisPointsOf(share.amount, figure) }))
    .sort((a, b) => compare(absolute(b.amount), absolute(a.amount)) || a.unit - b.unit);
}

function compare(a: Amount, b: Amount): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
