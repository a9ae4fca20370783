/**
 * A unit has sent a corrected file: what of a result that stands in the workbook changes by it, and only
 * that is written. The result may have been written long ago: it is known from its working papers and
 * notes alone. Where the file has a line that the result's tables do not print, the result is laid out anew.
 */
import type { SharedLine } from '../../domain/consolidate/consolidate';
import { addLines } from '../../domain/consolidate/consolidate';
import type { SetJudgement, SetSettings } from '../../domain/consolidate/judgeSet';
import { judgeSet } from '../../domain/consolidate/judgeSet';
import type { LabelChoice } from '../../domain/consolidate/labelMap';
import { LabelMap } from '../../domain/consolidate/labelMap';
import { resultOf } from '../../domain/consolidate/resultNames';
import type { SetFinding } from '../../domain/consolidate/setFinding';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import type { WorkingPapers } from '../../domain/consolidate/workingPaper';
import { readWorkingPapers } from '../../domain/consolidate/workingPaper';
import { formById, officialForms } from '../../domain/forms/officialForms';
import type { CurrencyUnit } from '../../domain/forms/terms';
import { budgetBlocks, measures, totalLineTitle } from '../../domain/forms/terms';
import type { WorkbookGrids } from '../../domain/grid';
import { comparableUnitName } from '../../domain/recognise/heading';
import { recogniseWorkbook } from '../../domain/recognise/recogniseWorkbook';
import type { Result } from '../../domain/result';
import { failure, success } from '../../domain/result';
import { tablesOfReturn, viewReturns } from '../../domain/returns/unitReturn';
import type { NewSheet } from '../../domain/template/layout';
import type { CellChange } from '../cellChange';
import type { CheckedUnit } from '../takenFile';
import { usedLabels } from './givenSet';
import { paperUnits } from './paperUnits';
import { renewedSheets } from './renewedResult';
import { notesChanges, paperChanges, tableChanges } from './replacedCells';
import type { NotesWords } from './replacedNotes';
import { replacedNotes } from './replacedNotes';
import { hasFigure, replacedRows } from './replacedRows';
import type { ReplacedFigure, Replacing, StandingResult } from './replacing';
import { factsOf } from './replacing';

/** Why a unit cannot be replaced in a result. */
export type ReplaceFault =
  /** The workbook holds no result. */
  | 'noResult'
  /** No result has the unit; it has to be added up anew. */
  | 'unitNotThere'
  /** A result has the unit from several files. */
  | 'unitSeveral'
  | 'otherYear'
  | 'tableMissing'
  | 'unknownLine'
  /** The corrected file is the sum of other units, or makes another unit one. */
  | 'sumOfOthers'
  /** The corrected file could not be checked: formulas wait for a calculation, cells are unreadable. */
  | 'notChecked'
  /** Rows of the working papers cannot be read. */
  | 'papersUnread';

/** What would be written. */
export interface Replacement {
  readonly unit: TakenUnit;
  /** Of the result. */
  readonly sheets: readonly string[];
  readonly currencyUnit: CurrencyUnit;
  /** As the working paper says; empty where the unit stood in the workbook itself. */
  readonly fileBefore: string;
  /** Totals included. */
  readonly figures: readonly ReplacedFigure[];
  /** What is found of the corrected file among the other units. */
  readonly remarks: Remarks;
  /** `notThere`: no sheet 汇总说明 that lists the unit. */
  readonly notes: 'updated' | 'notThere';
  /**
   * `inPlace`: cells of the result · `anew`: the result on new sheets beside the old one, as its tables do
   * not print a line that the corrected file has, or their formulas are no longer ours.
   */
  readonly way:
    | { readonly kind: 'inPlace'; readonly changes: readonly CellChange[] }
    | {
        readonly kind: 'anew';
        readonly sheets: readonly NewSheet[];
        readonly lines: readonly string[];
      };
}

/** Findings with the set that they are about. */
export interface Remarks {
  readonly findings: readonly SetFinding[];
  readonly judgement: SetJudgement;
}

/** Plans the replacement in the result that was written last among those that have the unit. */
export function planReplacement(
  workbook: WorkbookGrids,
  checked: CheckedUnit,
  labels: readonly LabelChoice[],
  words: NotesWords,
): Result<Replacement, ReplaceFault> {
  const results = resultsOf(workbook);
  const { unit } = checked;
  if (results.length === 0) return failure('noResult');
  if (!unit.forms.needed.every((form) => unit.tables.has(form))) return failure('tableMissing');
  let fault: ReplaceFault = 'unitNotThere';
  for (const result of results.reverse()) {
    const plan = planIn(workbook, result, checked, labels, words);
    if (plan.ok) return plan;
    if (fault === 'unitNotThere') fault = plan.fault;
  }
  return failure(fault);
}

function resultsOf(workbook: WorkbookGrids): StandingResult[] {
  const { returns } = recogniseWorkbook(workbook);
  const names = returns.map((one) => resultOf(one, workbook));
  return viewReturns(returns, workbook).flatMap((unit, at) => {
    const found = names[at] ?? null;
    return found === null ? [] : [{ unit, names: found }];
  });
}

function planIn(
  workbook: WorkbookGrids,
  result: StandingResult,
  checked: CheckedUnit,
  choices: readonly LabelChoice[],
  words: NotesWords,
): Result<Replacement, ReplaceFault> {
  const papers = readWorkingPapers(workbook, officialForms, result.names);
  if (papers === null) return failure('noResult');
  const { unit } = checked;
  const index = unitIn(papers, unit.name);
  if (typeof index === 'string') return failure(index);
  if (papers.unread.length > 0) return failure('papersUnread');
  const tables = tablesOfReturn(result.unit);
  const facts = factsOf(unit.forms, tables);
  if (
    unit.fiscalYear !== null &&
    facts.fiscalYear !== null &&
    facts.fiscalYear !== unit.fiscalYear
  ) {
    return failure('otherYear');
  }
  const labels = new LabelMap(choices, officialForms);
  const rows = replacedRows(papers.lines, index, unit, labels, facts.currencyUnit);
  if (rows === null) return failure('unknownLine');

  const before = paperUnits(papers, facts);
  const settings: SetSettings = {
    fiscalYear: facts.fiscalYear,
    currencyUnit: facts.currencyUnit,
    includeErrors: 'all',
    chosenVersions: new Set(),
    countChoices: new Map(),
    labels,
    expectedUnits: null,
  };
  const set = before.map((one, at) => (at === index ? unit : one));
  const judgement = judgeSet(set, settings);
  const findings = judgement.findings.filter(({ units }) => units.includes(index + 1));
  const sums = findings.filter(isSum);
  if (sums.length > 0) {
    // What was so before, and counts, is not of the file's making.
    const known = new Set(judgeSet(before, settings).findings.map(({ id }) => id));
    if (sums.some(({ id }) => !known.has(id))) return failure('sumOfOthers');
  }
  if (judgement.units[index]?.excludedBecause === 'notChecked') return failure('notChecked');

  const { name = '', file: fileBefore = '' } = papers.units[index] ?? {};
  const grid = workbook.sheets.find((sheet) => sheet.name === result.names.notes);
  const noted = {
    name,
    fileBefore,
    unit,
    letter: checked.letter,
    judgement,
    findings,
    labelChoices: usedLabels([checked], choices),
  };
  const notes = grid === undefined ? null : replacedNotes(grid, noted, words);
  const after = [
    ...papers.lines.map((line) => rows.replaced.get(line) ?? line),
    ...rows.added.filter(hasFigure),
  ];
  const figures = changedFigures({ unit, tables }, papers.lines, after);
  const replacing = { workbook, result, tables, papers, index, rows, unit, grid, notes, facts };
  return success({
    unit,
    sheets: tables.map(({ sheet }) => sheet),
    currencyUnit: facts.currencyUnit,
    fileBefore,
    figures,
    remarks: { findings, judgement },
    notes: notes === null ? 'notThere' : 'updated',
    way: wayOf(replacing, figures, words),
  });
}

/** True of a unit that is the sum of others, or more likely than not. */
function isSum({ detail }: SetFinding): boolean {
  return detail.kind === 'sumOfOthers' && detail.sureness !== 'unclear';
}

/** Its index, or why it cannot be told. */
function unitIn({ units }: WorkingPapers, name: string): number | 'unitNotThere' | 'unitSeveral' {
  const wanted = comparableUnitName(name);
  const found = units.flatMap((one, at) => (comparableUnitName(one.name) === wanted ? [at] : []));
  const [index] = found;
  if (index === undefined) return 'unitNotThere';
  return found.length > 1 ? 'unitSeveral' : index;
}

function wayOf(
  replacing: Replacing,
  figures: readonly ReplacedFigure[],
  words: NotesWords,
): Replacement['way'] {
  const { tables, rows, grid, notes } = replacing;
  const lacking = rows.added.filter(
    (one) =>
      hasFigure(one) &&
      !tables.some(
        ({ form, summed }) =>
          form === one.form && summed.some(({ line: { id } }) => id === one.line),
      ),
  );
  const papers = lacking.length === 0 ? paperChanges(replacing) : null;
  const inTables = tables.map((table) => tableChanges(replacing, table, figures));
  if (papers === null || inTables.includes(null)) {
    return { kind: 'anew', ...renewedSheets(replacing, lacking, words) };
  }
  return {
    kind: 'inPlace',
    changes: [
      ...papers,
      ...inTables.flatMap((changes) => changes ?? []),
      ...(grid === undefined || notes === null ? [] : notesChanges(grid, notes)),
    ],
  };
}

/** The figures of the result that differ, its totals included. */
function changedFigures(
  { unit: { forms }, tables }: Pick<Replacing, 'unit' | 'tables'>,
  before: readonly SharedLine[],
  after: readonly SharedLine[],
): ReplacedFigure[] {
  return tables.flatMap(({ form, table: { edition } }) => {
    const sums = (parts: readonly SharedLine[]) => {
      const own = parts.filter((part) => part.form === form);
      const { lines, total } = addLines(formById(form, forms), edition, own).table;
      return [...lines, { line: totalLine, label: totalLineTitle, figures: total }];
    };
    const was = new Map(sums(before).map(({ line, figures }) => [line, figures]));
    return sums(after).flatMap(({ line, label, figures }) =>
      budgetBlocks.flatMap((block) =>
        measures.flatMap((measure): ReplacedFigure[] => {
          const amounts = {
            before: was.get(line)?.[block][measure] ?? null,
            after: figures[block][measure],
          };
          if (amounts.before === amounts.after) return [];
          return [{ form, line, block, measure, label, ...amounts }];
        }),
      ),
    );
  });
}

const totalLine = 'total';
