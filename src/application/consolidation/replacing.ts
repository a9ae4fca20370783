/** What is known of a result in which a unit is to be replaced, and of the corrected file? */
import type { Amount } from '../../domain/amount';
import type { ResultFigure } from '../../domain/consolidate/consolidate';
import type { ResultNames } from '../../domain/consolidate/resultNames';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import type { WorkingPapers } from '../../domain/consolidate/workingPaper';
import type { FormSet } from '../../domain/forms/form';
import type { Grid, WorkbookGrids } from '../../domain/grid';
import type { TableView } from '../../domain/returns/tableView';
import type { UnitReturn } from '../../domain/returns/unitReturn';
import type { ResultFacts } from './paperUnits';
import type { ReplacedNotes } from './replacedNotes';
import type { ReplacedRows } from './replacedRows';

/** A result that stands in the workbook. */
export interface StandingResult {
  readonly unit: UnitReturn;
  readonly names: ResultNames;
}

export interface Replacing {
  readonly workbook: WorkbookGrids;
  readonly result: StandingResult;
  /** Of the result. */
  readonly tables: readonly TableView[];
  readonly facts: ResultFacts;
  readonly papers: WorkingPapers;
  /** The corrected unit's, in the papers. */
  readonly index: number;
  readonly unit: TakenUnit;
  readonly rows: ReplacedRows;
  /** The sheet 汇总说明, and what it is to say; undefined and null where it is not there. */
  readonly grid: Grid | undefined;
  readonly notes: ReplacedNotes | null;
}

/** What a result's tables state. */
export function factsOf(forms: FormSet, tables: readonly TableView[]): ResultFacts {
  const years = tables.flatMap(({ table }) => table.heading.fiscalYear.value ?? []);
  return {
    forms,
    fiscalYear: years[0] ?? null,
    currencyUnit: tables[0]?.currencyUnit ?? 'tenThousandYuan',
    editions: new Map(tables.map(({ form, table }) => [form, table.edition])),
  };
}

/** A figure of the result that becomes another one; amounts in the result's money unit. */
export interface ReplacedFigure extends ResultFigure {
  readonly label: string;
  readonly before: Amount | null;
  readonly after: Amount | null;
}
