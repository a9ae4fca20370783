/** What is a unit's return (报表)? One unit, one year, its tables by form. */
import type { FormSet } from '../forms/form';
import type { FormId } from '../forms/terms';
import { FormulaResults } from '../formulas/results';
import type { WorkbookGrids } from '../grid';
import type { RecognisedReturn, ReturnSource } from '../recognise/table';
import { tablesOf } from '../recognise/table';
import type { TableView } from './tableView';
import { viewTable } from './readTable';

/** The tables that one unit reports, as far as they are there. */
export interface UnitReturn {
  /** From 1, in the order of the sheets. */
  readonly number: number;
  /** Unit and year as stated; unique in the workbook. */
  readonly id: string;
  readonly source: ReturnSource;
  /** The forms that are filed together. */
  readonly forms: FormSet;
  /** In the order of the forms. */
  readonly tables: ReadonlyMap<FormId, TableView>;
}

/** The tables that are there, in the order of the forms. */
export function tablesOfReturn(unit: UnitReturn): readonly TableView[] {
  return [...unit.tables.values()];
}

/** Reads the figures of returns; `workbook` serves formulas that no program has calculated. */
export function viewReturns(
  returns: readonly RecognisedReturn[],
  workbook: WorkbookGrids,
): UnitReturn[] {
  const results = new FormulaResults(workbook);
  return returns.map((unit) => viewReturn(unit, workbook, results));
}

/** Reads the figures of one return. */
export function viewReturn(
  unit: RecognisedReturn,
  workbook: WorkbookGrids,
  results: FormulaResults = new FormulaResults(workbook),
): UnitReturn {
  return {
    number: unit.number,
    id: unit.id,
    source: unit.source,
    forms: unit.forms,
    tables: new Map(tablesOf(unit).map((table) => [table.form, viewTable(table, results)])),
  };
}
