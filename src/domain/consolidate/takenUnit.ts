/** What is taken from a unit's checked return, to be judged among others and added up? */
import type { Amount } from '../amount';
import type { Finding, RuleId } from '../finding';
import type { EditionId, FormSet, LineId } from '../forms/form';
import { linesOf } from '../forms/form';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../forms/terms';
import { measures, sourceBlocks, unitPower } from '../forms/terms';
import type { CellRange } from '../grid';
import { parseAddress } from '../grid';
import type { ReturnSource } from '../recognise/table';
import type { TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Answers } from '../submission/explanation';
import type { LackingUnit } from './lackingUnits';

/** One of the figures that are filled in on a line. */
export interface SourceColumn {
  readonly block: BudgetBlock;
  readonly measure: Measure;
}

/** Those figures in the official order: the source blocks, each with its measures. */
export const sourceColumns: readonly SourceColumn[] = sourceBlocks.flatMap((block) =>
  measures.map((measure) => ({ block, measure })),
);

/** One line that the total line sums. */
export interface TakenLine {
  /** The form's line; null for a label that the form does not have. */
  readonly line: LineId | null;
  /** As written. */
  readonly label: string;
  /** Zero-based row in the sheet. */
  readonly row: number;
  /** By {@link sourceColumns}: projects, or money in yuan; null where nothing was reported. */
  readonly figures: readonly (Amount | null)[];
}

/** One table, as far as it is added up. */
export interface TakenTable {
  readonly form: FormId;
  readonly sheet: string;
  readonly range: CellRange;
  /** As stated, or as the user says; null where nobody does. */
  readonly currencyUnit: CurrencyUnit | null;
  /** What stands in the place of the money unit and is none that we know (百元, 美元); null elsewhere. */
  readonly unreadCurrency: string | null;
  /** As which its amounts are read. */
  readonly readAs: CurrencyUnit;
  /** The edition that most of its labels belong to. */
  readonly edition: EditionId;
  /** Zero-based column of each figure, by {@link sourceColumns}. */
  readonly columns: readonly number[];
  readonly lines: readonly TakenLine[];
  /** Cells (A1) of figures that cannot be told, so that they add nothing. */
  readonly untold: readonly string[];
}

/** What the unit's own check came to, as far as it decides whether the unit counts. */
export interface OwnCheck {
  /** Errors other than of lines whose label the user may map. */
  readonly errors: number;
  /** Labels that are errors until they are mapped. */
  readonly unknownLabels: readonly LabelOfForm[];
  /** Lines of the form that are missing, which is no error where a label is mapped to them. */
  readonly missingLines: readonly { readonly form: FormId; readonly line: LineId }[];
  readonly hasWarnings: boolean;
  /** A check could not be decided, or waits for a calculation, and no error says why. */
  readonly isUndecided: boolean;
}

/** A label in a form's table. */
export interface LabelOfForm {
  readonly form: FormId;
  readonly label: string;
}

/** What the unit has said of a warning, as long as it holds. */
export interface TakenExplanation {
  readonly rule: RuleId;
  readonly sheet: string;
  /** Zero-based row of the figure that it is about. */
  readonly row: number;
  readonly text: string;
}

/** A unit's return as it goes into the set; keeps nothing of the workbook alive. */
export interface TakenUnit {
  /** Unique in the set. */
  readonly id: string;
  readonly source: ReturnSource;
  /** Number of the return in its workbook, from 1. */
  readonly pair: number;
  readonly forms: FormSet;
  readonly name: string;
  /** True where no sheet states the name, so that it is the file's. */
  readonly nameAssumed: boolean;
  readonly fiscalYear: number | null;
  /** The first table's, as stated or as the user says. */
  readonly currencyUnit: CurrencyUnit | null;
  /** What the user says of tables that state none; null where all do, or nobody says anything. */
  readonly chosenCurrency: CurrencyUnit | null;
  /** In the order of the forms. */
  readonly tables: ReadonlyMap<FormId, TakenTable>;
  readonly ownCheck: OwnCheck;
  /** Names of the units that its working papers add up, where it is a result; otherwise empty. */
  readonly sumOf: readonly string[];
  /**
   * What it says is not in it, where it is a result that lacks something; empty where its notes were
   * taken out, so that nobody can tell. Null where nothing lacks.
   */
  readonly lacks: readonly LackingUnit[] | null;
  /** In the order of the findings. */
  readonly explanations: readonly TakenExplanation[];
}

/** What is known of a return besides its figures. */
export interface TakenFrom {
  readonly id: string;
  readonly source: ReturnSource;
  /** How the unit is called where its sheets do not say. */
  readonly assumedName: string;
  readonly findings: readonly Finding[];
  readonly isUndecided: boolean;
  readonly chosenCurrency: CurrencyUnit | null;
  /** Names of the units of its working papers, where it is a result. */
  readonly sumOf: readonly string[];
  /** As {@link TakenUnit.lacks}. */
  readonly lacks: readonly LackingUnit[] | null;
  readonly answers: Answers;
}

/** Takes what is added up of a return, and what its check said. */
export function takeUnit(unit: UnitReturn, from: TakenFrom): TakenUnit {
  const views = tablesOfReturn(unit);
  const headings = views.map(({ table }) => table.heading);
  const stated = headings.map(({ reportingUnit }) => reportingUnit.value).find(isThere) ?? null;
  const currencyUnit = headings.map((heading) => heading.currencyUnit.value).find(isThere) ?? null;
  return {
    id: from.id,
    source: from.source,
    pair: unit.number,
    forms: unit.forms,
    name: stated ?? from.assumedName,
    nameAssumed: stated === null,
    fiscalYear: headings.map(({ fiscalYear }) => fiscalYear.value).find(isThere) ?? null,
    currencyUnit,
    chosenCurrency: from.chosenCurrency,
    tables: new Map(views.map((view) => [view.form, takeTable(view, currencyUnit)])),
    ownCheck: ownCheckOf(from),
    sumOf: from.sumOf,
    lacks: from.lacks,
    explanations: explanationsOf(from),
  };
}

/** Those that hold; what is to be confirmed again says nothing. */
function explanationsOf({ findings, answers }: TakenFrom): TakenExplanation[] {
  return findings.flatMap(({ id, rule, sheet, cells }) => {
    const answered = answers.byFinding.get(id);
    const at = parseAddress(cells[0] ?? '');
    if (answered?.state !== 'valid' || at === null) return [];
    return [{ rule, sheet, row: at.row, text: answered.explanation.text }];
  });
}

function isThere<T>(value: T | null): value is T {
  return value !== null;
}

/** @param ofUnit what another table of the unit states, for one that does not */
function takeTable(view: TableView, ofUnit: CurrencyUnit | null): TakenTable {
  const { table, form, sheet, summed } = view;
  const known = new Set(linesOf(table.official));
  const untold: string[] = [];
  const { value: currencyUnit, text } = table.heading.currencyUnit;
  const readAs = currencyUnit ?? ofUnit ?? view.currencyUnit;
  const power = 10n ** BigInt(unitPower[readAs]);
  const lines = summed.map((line): TakenLine => {
    const { id, row } = line.line;
    return {
      line: id !== null && known.has(id) ? id : null,
      label: line.label,
      row,
      figures: sourceColumns.map(({ block, measure }) => {
        const figure = line.figures[block][measure];
        if (figure.amount === null || !figure.unitSettled) untold.push(figure.address);
        if (figure.blank || figure.amount === null) return null;
        return measure === 'projectCount' ? figure.amount : figure.amount * power;
      }),
    };
  });
  return {
    form,
    sheet,
    range: table.range,
    currencyUnit,
    unreadCurrency: currencyUnit === null && text !== '' ? text : null,
    readAs,
    edition: table.edition,
    columns: sourceColumns.map(({ block, measure }) => table.columns[block][measure]),
    lines,
    untold,
  };
}

function ownCheckOf({ findings, isUndecided }: TakenFrom): OwnCheck {
  let errors = 0;
  const unknownLabels: LabelOfForm[] = [];
  const missingLines: OwnCheck['missingLines'][number][] = [];
  for (const { severity, detail } of findings) {
    if (severity !== 'error') continue;
    if (detail.kind === 'lines' && detail.problem === 'unknown') {
      unknownLabels.push({ form: detail.form, label: detail.line });
    } else if (detail.kind === 'lines' && detail.problem === 'missing') {
      missingLines.push({ form: detail.form, line: detail.key });
    } else errors += 1;
  }
  const hasWarnings = findings.some(({ severity }) => severity === 'warning');
  return { errors, unknownLabels, missingLines, hasWarnings, isUndecided };
}
