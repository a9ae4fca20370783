/**
 * The user wants to know: can this workbook be submitted? Everything that stands in the way, each thing
 * once; nothing only where every check could run and nothing is open.
 */
import { lackingUnits, saysWhatCounts } from '../domain/consolidate/lackingUnits';
import type { Finding, RuleId } from '../domain/finding';
import { officialForms } from '../domain/forms/officialForms';
import { formulasBeyondReading } from '../domain/formulas/beyondReading';
import { otherWorkbooksOf } from '../domain/formulas/otherWorkbooks';
import type { LinkBeside, WorkbookGrids, WorkbookName } from '../domain/grid';
import { cellAddress } from '../domain/grid';
import type { NotCompared } from '../domain/lastRound/comparable';
import type { RefusedSheet } from '../domain/recognise/table';
import { tablesOf } from '../domain/recognise/table';
import { tablesOfReturn, viewReturns } from '../domain/returns/unitReturn';
import type { UnreadablePart } from '../domain/submission/kept';
import type { Unread } from '../domain/unread';
import { mayHoldTable } from '../domain/unread';
import type { CellReference } from './cellContent';
import type { WorkbookReport } from './report/report';
import { findingsOf } from './report/report';
import { waitsForCalculation } from './report/verdict';
import { outdatedReports } from './reportSheet';

/** What is looked at. */
export interface ToBeSubmitted {
  readonly report: WorkbookReport;
  readonly workbook: WorkbookGrids;
  /** Sheets that carry our marks; null where that cannot be told. */
  readonly markedSheets: readonly string[] | null;
  /** Whether the file holds all changes; null where that cannot be told. */
  readonly isSaved: boolean | null;
}

/** One thing that stands in the way of submitting. */
export type Obstacle =
  /**
   * Findings by what is to be done about them: corrected · filled in as the round requires · filled in
   * above the table · explained · explained anew.
   */
  | {
      readonly code: 'errors' | 'requiredFigures' | 'heading' | 'toReconfirm';
      readonly findings: readonly Finding[];
    }
  | {
      readonly code: 'notExplained';
      readonly findings: readonly Finding[];
      /** True where none can be read from a file of this format. */
      readonly isBinary: boolean;
    }
  /** Figures that are not seen: in hidden rows and columns, and in tables on hidden sheets. */
  | {
      readonly code: 'hidden';
      readonly findings: readonly Finding[];
      readonly sheets: readonly string[];
    }
  /** What takes something from another workbook: formulas in the tables, others, and names that are defined. */
  | {
      readonly code: 'links';
      readonly findings: readonly Finding[];
      readonly elsewhere: readonly CellReference[];
      readonly names: readonly Pick<WorkbookName, 'name' | 'sheet' | 'isHidden'>[];
      /** In validations, conditional formats and charts. */
      readonly beside: readonly LinkBeside[];
    }
  | { readonly code: 'marks'; readonly sheets: readonly string[] }
  /** Totals wait to be worked out. */
  | { readonly code: 'notRecalculated'; readonly findings: readonly Finding[] }
  /** An 审核报告 in the workbook was made of other figures. */
  | { readonly code: 'reportOutdated'; readonly sheets: readonly string[] }
  | { readonly code: 'notSaved' }
  /** A consolidated pair in which units lack; none named where nothing says which. */
  | {
      readonly code: 'unitsLacking';
      readonly units: readonly { readonly name: string; readonly remark: string }[];
    }
  /** Explanations are kept in the workbook that cannot be read. */
  | { readonly code: 'explanationsUnreadable'; readonly why: UnreadablePart }
  /** A check could not run. */
  | { readonly code: 'notChecked'; readonly what: readonly NotChecked[] };

/** What could not be checked. */
export type NotChecked =
  | { readonly kind: 'noTable' }
  | { readonly kind: 'undecided'; readonly unit: number }
  | { readonly kind: 'unread'; readonly unread: Unread }
  | { readonly kind: 'refused'; readonly refused: RefusedSheet }
  | { readonly kind: 'notCompared'; readonly unit: number; readonly why: NotCompared }
  /** The host cannot read a rule of conditional formatting, which may be a mark of ours. */
  | { readonly kind: 'marksUnknown' }
  /** The names that are defined could not be read; one of them may lead to another workbook. */
  | { readonly kind: 'namesUnknown' }
  /** The host does not say whether the file is saved. */
  | { readonly kind: 'savingUnknown' };

/** What nobody can check here, and the user is to look at; it does not stand in the way. */
export type LeftToLookAt =
  /** The source does not tell of links in charts, validations and conditional formats. */
  | { readonly kind: 'linksBeside' }
  /** By their names these are sums, and nothing says of what: made by hand, or their papers were taken out. */
  | { readonly kind: 'sumsOfUnknown'; readonly units: readonly string[] }
  /** Formulas behind figures that cannot be worked out here: what the file stores of them was taken. */
  | { readonly kind: 'formulasBelieved'; readonly cells: readonly CellReference[] };

/** What the user is told beside 可以提交. */
export function leftToLookAt({
  report,
  workbook,
}: Pick<ToBeSubmitted, 'report' | 'workbook'>): readonly LeftToLookAt[] {
  const names = report.units.flatMap(({ tables }) => {
    const [named] = tablesOf(tables).flatMap(({ heading }) => heading.reportingUnit.value ?? []);
    return named !== undefined && /汇总表?[)）\]】〕]?$/.test(named.trim()) ? [named] : [];
  });
  const cells = formulasBelieved({ report, workbook });
  const isUnknown = names.length > 0 && !saysWhatCounts(workbook);
  return [
    ...(cells.length > 0 ? [{ kind: 'formulasBelieved', cells } as const] : []),
    ...(workbook.linksBeside === undefined ? [{ kind: 'linksBeside' } as const] : []),
    ...(isUnknown ? [{ kind: 'sumsOfUnknown', units: names } as const] : []),
  ];
}

/** Rules whose findings stand in the way whatever is said of them: the file itself is to be put right. */
const hiddenRule: RuleId = 'S-010';
const linkRule: RuleId = 'F-030';

/** What stands in the way, the gravest first; empty: 可以提交. */
export function inTheWay(asked: ToBeSubmitted): readonly Obstacle[] {
  const { report, workbook, markedSheets, isSaved } = asked;
  const sorted = sortFindings(report);
  const elsewhere = linksElsewhere(workbook, sorted.links);
  const names = (workbook.names ?? []).filter(({ leads }) => leads === 'out');
  const beside = workbook.linksBeside ?? [];
  const notChecked = whatIsNotChecked(asked);
  const lacking = lackingUnits(workbook, officialForms);
  const hidden = hiddenSheets(report);
  const reports = outdatedReports(workbook, viewReturns(report.recognition.returns, workbook));
  const { unreadable } = report.explained;
  const ofFindings = (code: Exclude<FindingCode, 'notExplained'>): Obstacle[] =>
    sorted[code].length === 0 ? [] : [{ code, findings: sorted[code] }];
  return [
    ...(notChecked.length === 0 ? [] : [{ code: 'notChecked', what: notChecked } as const]),
    ...ofFindings('errors'),
    ...ofFindings('requiredFigures'),
    ...ofFindings('heading'),
    ...(report.calculation === 'pending' ||
    sorted.notRecalculated.length > 0 ||
    storesOtherResults(asked)
      ? [{ code: 'notRecalculated', findings: sorted.notRecalculated } as const]
      : []),
    ...(sorted.notExplained.length === 0
      ? []
      : [
          {
            code: 'notExplained',
            findings: sorted.notExplained,
            isBinary: workbook.takesExplanations === false,
          } as const,
        ]),
    ...ofFindings('toReconfirm'),
    ...(unreadable === null || isOfNoConsequence(unreadable)
      ? []
      : [{ code: 'explanationsUnreadable', why: unreadable } as const]),
    ...(sorted.hidden.length + hidden.length === 0
      ? []
      : [{ code: 'hidden', findings: sorted.hidden, sheets: hidden } as const]),
    ...(sorted.links.length + elsewhere.length + names.length + beside.length === 0
      ? []
      : [{ code: 'links', findings: sorted.links, elsewhere, names, beside } as const]),
    ...(lacking.kind === 'none'
      ? []
      : [
          {
            code: 'unitsLacking',
            units: lacking.kind === 'lacking' ? lacking.units : [],
          } as const,
        ]),
    ...(markedSheets === null || markedSheets.length === 0
      ? []
      : [{ code: 'marks', sheets: markedSheets } as const]),
    ...(reports.length === 0 ? [] : [{ code: 'reportOutdated', sheets: reports } as const]),
    ...(isSaved === false ? [{ code: 'notSaved' } as const] : []),
  ];
}

/** Empty in Excel, which works all formulas out itself and says whether any waits. */
function formulasBelieved({
  report,
  workbook,
}: Pick<ToBeSubmitted, 'report' | 'workbook'>): readonly CellReference[] {
  if (workbook.linksBeside === undefined && workbook.takesExplanations !== false) return [];
  const figures = viewReturns(report.recognition.returns, workbook)
    .flatMap(tablesOfReturn)
    .flatMap((table) => table.figures.map(({ cell }) => ({ cell, grid: table.table.grid })));
  return formulasBeyondReading(workbook, figures);
}

/**
 * True where a file leaves it to Excel to work a figure out, or stores another result than Excel will
 * show, or may for what cannot be worked out here: what is printed, and the fingerprint, would not be the figures that were checked.
 */
function storesOtherResults({ report, workbook }: ToBeSubmitted): boolean {
  const isAnew = workbook.calculation?.fullOnLoad === true;
  if (isAnew && formulasBelieved({ report, workbook }).length > 0) return true;
  return viewReturns(report.recognition.returns, workbook)
    .flatMap(tablesOfReturn)
    .flatMap(({ figures }) => figures)
    .some(
      ({ cell, formula, resultCause, resultDue }) =>
        formula !== null && (cell?.value === null || (resultCause === null && resultDue !== null)),
    );
}

/** Where none could be kept or read in any case, it is the warnings themselves that stand in the way. */
function isOfNoConsequence(why: UnreadablePart): boolean {
  return why === 'notSupported' || why === 'binaryFile';
}

type FindingCode = 'errors' | 'requiredFigures' | 'heading' | 'notExplained' | 'toReconfirm';

type SortedFindings = Readonly<
  Record<FindingCode | 'hidden' | 'links' | 'notRecalculated', Finding[]>
>;

/** Each finding under the one thing that is to be done about it; notices and what is explained under none. */
function sortFindings(report: WorkbookReport): SortedFindings {
  const sorted: SortedFindings = {
    errors: [],
    requiredFigures: [],
    heading: [],
    notExplained: [],
    toReconfirm: [],
    hidden: [],
    links: [],
    notRecalculated: [],
  };
  for (const finding of findingsOf(report)) {
    const code = codeOf(finding, report);
    if (code !== null) sorted[code].push(finding);
  }
  return sorted;
}

function codeOf(finding: Finding, { explained }: WorkbookReport): keyof SortedFindings | null {
  const { rule, severity } = finding;
  if (severity === 'notice') return null;
  if (rule === hiddenRule) return 'hidden';
  if (rule === linkRule) return 'links';
  // No words make a unit of a sample's name.
  if (rule === 'C-025') return 'heading';
  if (severity === 'error') {
    if (waitsForCalculation(finding)) return 'notRecalculated';
    if (rule === 'C-010') return 'requiredFigures';
    return rule === 'C-020' ? 'heading' : 'errors';
  }
  const answered = explained.byFinding.get(finding.id);
  if (answered === undefined) return 'notExplained';
  return answered.state === 'outdated' ? 'toReconfirm' : null;
}

function whatIsNotChecked({
  report,
  workbook,
  markedSheets,
  isSaved,
}: ToBeSubmitted): NotChecked[] {
  const { units, unread, recognition, checks } = report;
  const isNothing = units.length === 0 || checks.run === 0;
  return [
    ...(isNothing ? [{ kind: 'noTable' } as const] : []),
    ...units
      .filter(({ isInconclusive }) => isInconclusive)
      .map(({ number }) => ({ kind: 'undecided', unit: number }) as const),
    ...unread.filter(mayHoldTable).map((entry) => ({ kind: 'unread', unread: entry }) as const),
    ...recognition.refused
      .filter(({ reason }) => reason !== 'otherTable')
      .map((refused) => ({ kind: 'refused', refused }) as const),
    ...report.notCompared.map((one) => ({ kind: 'notCompared', ...one }) as const),
    ...(workbook.names === null ? [{ kind: 'namesUnknown' } as const] : []),
    ...(markedSheets === null ? [{ kind: 'marksUnknown' } as const] : []),
    ...(isSaved === null ? [{ kind: 'savingUnknown' } as const] : []),
  ];
}

/** Hidden sheets with tables, each once. */
function hiddenSheets({ units }: WorkbookReport): string[] {
  const tables = units.flatMap((unit) => tablesOf(unit.tables));
  const hidden = tables.filter(({ grid }) => grid.visibility !== 'visible');
  return [...new Set(hidden.map(({ grid }) => grid.name))];
}

/** Formulas outside the figures that take something from another workbook. */
function linksElsewhere(workbook: WorkbookGrids, inTables: readonly Finding[]): CellReference[] {
  const told = new Set(
    inTables.flatMap(({ sheet, cells }) => cells.map((cell) => `${sheet}!${cell}`)),
  );
  const found: CellReference[] = [];
  const others = otherWorkbooksOf(workbook);
  for (const { name, rows } of workbook.sheets) {
    rows.forEach((row, rowIndex) => {
      row?.forEach((cell, column) => {
        const formula = cell?.formula ?? null;
        if (formula === null || !others.areReferredTo(formula, name)) return;
        const address = cellAddress(rowIndex, column);
        if (!told.has(`${name}!${address}`)) found.push({ sheet: name, cell: address });
      });
    });
  }
  return found;
}
