/**
 * What did the units report in the round before? Plain data, by what figures are and in yuan, so that
 * it can be kept beside the settings of a check and handed to a worker.
 */
import type { Amount } from '../amount';
import { AMOUNT_DECIMALS, formatAmount } from '../amount';
import type { ReportingRound } from '../forms/rounds';
import type { FormId, Measure } from '../forms/terms';
import { amountMeasures, sourceBlocks, unitPower } from '../forms/terms';
import { comparableUnitName } from '../recognise/heading';
import type { Figure, TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';

/** One unit's return of the round before. */
export interface LastReturn {
  /** As names are compared; null where none is stated. */
  readonly unit: string | null;
  readonly fiscalYear: number | null;
  /** As the user says, or as its figures show; null where neither tells. */
  readonly round: ReportingRound | null;
  /** By figure's id, amounts of the source blocks in yuan; blanks are left out. */
  readonly amounts: Readonly<Record<string, string>>;
  /** By form, the finest place that its amounts use, in yuan. */
  readonly places: Readonly<Record<FormId, string>>;
}

/** All returns of the workbook that is set beside this one. */
export interface LastRound {
  readonly returns: readonly LastReturn[];
  /** Ids of the returns of this very workbook that they are; absent where it is another workbook. */
  readonly own?: readonly string[];
}

/** @param round what the user says that the workbook is; null where they do not */
export function lastRoundOf(units: readonly UnitReturn[], round: ReportingRound | null): LastRound {
  return { returns: units.map((unit) => lastReturnOf(unit, round)) };
}

function lastReturnOf(unit: UnitReturn, round: ReportingRound | null): LastReturn {
  const tables = tablesOfReturn(unit);
  const amounts: Record<string, string> = {};
  for (const figure of tables.flatMap(comparedFiguresOf)) {
    const amount = yuanOf(figure);
    if (amount !== null) amounts[figure.id] = formatAmount(amount);
  }
  return {
    unit: unitNameOf(unit),
    fiscalYear: yearOf(unit),
    round: round ?? roundShownBy(tables),
    amounts,
    places: Object.fromEntries(
      tables.map((table) => [table.form, formatAmount(finestPlace(table))]),
    ),
  };
}

/** The unit's name as it is compared. */
export function unitNameOf(unit: UnitReturn): string | null {
  for (const { table } of tablesOfReturn(unit)) {
    const { value } = table.heading.reportingUnit;
    if (value !== null) return comparableUnitName(value);
  }
  return null;
}

export function yearOf(unit: UnitReturn): number | null {
  const years = tablesOfReturn(unit).map(({ table }) => table.heading.fiscalYear.value);
  return years.find((year) => year !== null) ?? null;
}

/** The amounts of the source blocks on the lines that are summed, and on the total line. */
export function comparedFiguresOf({ summed, total }: TableView): Figure[] {
  return [...summed, ...(total === null ? [] : [total])].flatMap(({ figures }) =>
    sourceBlocks.flatMap((block) => amountMeasures.map((measure) => figures[block][measure])),
  );
}

/** An amount in yuan; null where nothing is reported, or it cannot be told. */
export function yuanOf({ amount, blank, table }: Figure): Amount | null {
  return blank || amount === null ? null : amount * 10n ** BigInt(unitPower[table.currencyUnit]);
}

/** The finest place that a table's typed amounts use, in yuan; at most a 分. */
export function finestPlace(table: TableView): Amount {
  let decimals = 0;
  for (const { amount, formula, blank, isTotal } of comparedFiguresOf(table)) {
    if (blank || amount === null || formula !== null || isTotal) continue;
    decimals = Math.max(decimals, formatAmount(amount).split('.')[1]?.length ?? 0);
  }
  const place =
    10n ** BigInt(Math.max(0, AMOUNT_DECIMALS + unitPower[table.currencyUnit] - decimals));
  const fen = 10n ** BigInt(AMOUNT_DECIMALS - 2);
  return place < fen ? fen : place;
}

/**
 * What the figures themselves show: without any 决算数 it is January's; where they equal 执行数 on a
 * good part of the lines both are one whole year's; July's are of two years and hardly ever equal.
 */
function roundShownBy(tables: readonly TableView[]): ReportingRound | null {
  const blocks = tables.flatMap(({ summed }) =>
    summed.flatMap(({ figures }) => sourceBlocks.map((block) => figures[block])),
  );
  const has = (measure: Measure) => blocks.some((figures) => yuanOf(figures[measure]) !== null);
  if (has('executed') && !has('finalAccounts')) return 'january';
  const both = blocks
    .map(({ executed, finalAccounts }) => [yuanOf(executed), yuanOf(finalAccounts)] as const)
    .filter(([executed, accounts]) => (executed ?? 0n) > 0n && (accounts ?? 0n) > 0n);
  const alike = both.filter(([executed, accounts]) => executed === accounts);
  return alike.length > 0 && alike.length * 4 >= both.length ? 'annual' : null;
}
