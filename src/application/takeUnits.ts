/** A workbook is to be added up with others: which units stand in it, and what does their check say? */
import type { Finding } from '../domain/finding';
import type { LabelMap } from '../domain/consolidate/labelMap';
import { unitsOfLists } from '../domain/consolidate/listedUnits';
import { lackingUnits } from '../domain/consolidate/lackingUnits';
import { resultOf } from '../domain/consolidate/resultNames';
import type { OwnCheck, TakenUnit } from '../domain/consolidate/takenUnit';
import { takeUnit } from '../domain/consolidate/takenUnit';
import { readWorkingPapers } from '../domain/consolidate/workingPaper';
import type { WorkbookGrids } from '../domain/grid';
import type { CurrencyUnit } from '../domain/forms/terms';
import type { RecognisedReturn, RecognisedTable, ReturnSource } from '../domain/recognise/table';
import { tablesOf } from '../domain/recognise/table';
import type { CheckSettings } from '../domain/rules/settings';
import { mayHoldTable } from '../domain/unread';
import type { CheckReport } from './checkWorkbook';
import { CheckMemory } from './checkMemory';
import { checkWorkbook } from './checkWorkbook';
import type { ChosenCurrencies } from './takenFile';
import { noCurrencies, placeOf } from './takenFile';
import type { ReportedExplanations, UnitReport, WorkbookReport } from './report/report';
import { explainedIn, explainedOf, reportOf } from './report/makeReport';
import { waitsForCalculation } from './report/verdict';

/** A unit with what its check says, mapped labels being no error. */
export interface UnitWithReport {
  readonly unit: TakenUnit;
  readonly report: UnitReport;
  /** What it has said of its warnings, as the workbook tells. */
  readonly explained: ReportedExplanations;
}

/** What was taken of a workbook. */
export interface TakenWorkbook {
  readonly units: readonly UnitWithReport[];
  readonly report: WorkbookReport;
}

/**
 * Takes the units of a workbook. The taken units keep nothing of it alive; their reports do.
 *
 * @param key unique in the set; the units' ids are made from it
 * @param currencies by unit's place: in which money its figures are, where its tables do not say
 */
export function takeUnits(
  key: string,
  source: ReturnSource,
  workbook: WorkbookGrids,
  settings: CheckSettings,
  labels: LabelMap,
  currencies: ChosenCurrencies = noCurrencies,
): TakenWorkbook {
  const idOf = (number: number): string => `${key}#${number}`;
  const chosen = new Map<number, CurrencyUnit>();
  const complete = (found: RecognisedReturn): RecognisedReturn => {
    const id = idOf(found.number);
    const sheets = tablesOf(found).map(({ grid }) => grid.name);
    const currency = currencies.get(placeOf({ id, source, sheets }));
    if (currency === undefined || tablesOf(found).every(statesCurrency)) return found;
    chosen.set(found.number, currency);
    return withCurrency(found, currency);
  };
  const check = checkWorkbook(workbook, settings, new CheckMemory(), complete);
  const { returns } = check.recognition;
  const answers = explainedOf(check);
  const lacking = lackingIn(source, workbook, returns);
  const units = check.views.map((view, index) =>
    takeUnit(view, {
      id: idOf(view.number),
      source,
      assumedName: assumedName(source, returns[index], returns.length),
      findings: countedErrors(check, view.number),
      isUndecided: isUndecided(check, view.number),
      chosenCurrency: chosen.get(view.number) ?? null,
      lacks: lacking(returns[index]),
      sumOf: addedUpIn(returns[index], workbook, returns.length),
      answers,
    }),
  );
  const settled = withoutSettled(check, units, labels);
  const report = reportOf(settled);
  return {
    report,
    units: report.units.flatMap((entry, index) => {
      const unit = units[index];
      if (unit === undefined) return [];
      return [{ unit, report: entry, explained: explainedIn(report, entry) }];
    }),
  };
}

/** A return of which every table states a money unit: the one said, where the sheet says none. */
function withCurrency(found: RecognisedReturn, currency: CurrencyUnit): RecognisedReturn {
  const tables = [...found.tables].map(([form, table]) => {
    if (statesCurrency(table)) return [form, table] as const;
    const currencyUnit = { ...table.heading.currencyUnit, value: currency };
    return [form, { ...table, heading: { ...table.heading, currencyUnit } }] as const;
  });
  return { ...found, tables: new Map(tables) };
}

function statesCurrency({ heading }: RecognisedTable): boolean {
  return heading.currencyUnit.value !== null;
}

/**
 * By return: what it says is not in it. What a workbook says of a result that cannot be told among its
 * returns is said of all of them. Results beside the user's own sheets are no units.
 */
function lackingIn(
  source: ReturnSource,
  workbook: WorkbookGrids,
  returns: readonly RecognisedReturn[],
): (one: RecognisedReturn | undefined) => TakenUnit['lacks'] {
  const [first] = returns;
  if (source.kind !== 'file' || first === undefined) return () => null;
  const found = lackingUnits(workbook, first.forms);
  if (found.kind === 'none') return () => null;
  const results = returns.filter((one) => resultOf(one, workbook) !== null);
  const lacks = found.kind === 'lacking' ? found.units : [];
  return (one) => (results.length === 0 || results.some((result) => result === one) ? lacks : null);
}

/** Names of the units that a result is made of, as its working papers say. */
function addedUpIn(
  unit: RecognisedReturn | undefined,
  workbook: WorkbookGrids,
  count: number,
): string[] {
  if (unit === undefined) return [];
  const result = resultOf(unit, workbook);
  // Whatever its sheets are called by now, the papers beside the only return are its own.
  if (result === null) return count === 1 ? unitsOfLists(workbook) : [];
  const papers = readWorkingPapers(workbook, unit.forms, result);
  return [...new Set(papers?.units.map(({ name }) => name) ?? [])];
}

/** The file's name without its ending, and the sheet's where the file holds several units. */
function assumedName(
  source: ReturnSource,
  unit: RecognisedReturn | undefined,
  count: number,
): string {
  const file = source.kind === 'file' ? source.file : '';
  const base = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const [first] = unit === undefined ? [] : tablesOf(unit);
  return [base, count > 1 || base === '' ? first?.grid.name : '']
    .filter((part) => part !== undefined && part !== '')
    .join('·');
}

/** The findings of a unit; old results of formulas are no errors while Excel has yet to calculate. */
function countedErrors(check: CheckReport, number: number): Finding[] {
  const isPending = check.calculation === 'pending';
  return check.findings.filter(
    (finding) => finding.pair === number && !(isPending && waitsForCalculation(finding)),
  );
}

function isUndecided(check: CheckReport, number: number): boolean {
  return (
    check.inconclusivePairs.includes(number) ||
    check.calculation === 'pending' ||
    check.unread.some(mayHoldTable)
  );
}

function withoutSettled(
  check: CheckReport,
  units: readonly TakenUnit[],
  labels: LabelMap,
): CheckReport {
  const ownChecks = new Map<number, OwnCheck>(units.map(({ pair, ownCheck }) => [pair, ownCheck]));
  const findings = check.findings.filter(({ pair, detail }) => {
    const own = ownChecks.get(pair);
    if (own === undefined || detail.kind !== 'lines') return true;
    const { form, problem, line, key } = detail;
    if (problem === 'unknown') return !labels.settles(form, problem, line, own);
    return problem !== 'missing' || !labels.settles(form, problem, key, own);
  });
  return { ...check, findings };
}
