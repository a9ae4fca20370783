/** What does the pane know at a moment? One immutable value, changed only by the reducer. */
import type { WriteOutcome } from '../../application/applyWrites';
import type { BelongingKind } from '../../application/belongings';
import type { CellReference } from '../../application/cellContent';
import type { InsertFailure } from '../../application/insertTemplate';
import type { ReplaceOutcome } from '../../application/consolidation/writeReplacement';
import type { FindingFilter } from '../../application/report/listedItems';
import type { EventItem, SlipItem } from '../../application/report/reportItem';
import type {
  ReportedExplanations,
  UnitReport,
  WorkbookReport,
} from '../../application/report/report';
import type { PutReport } from '../../application/reportSheet';
import type { RoundedInPlace, RoundingPreview } from '../../application/roundTables';
import type { InsertedSheets } from '../../application/ports';
import type { UndoOutcome } from '../../application/undo';
import type { UndoKept, UndoRecord } from '../../application/undoLog';
import type { WriteProgress } from '../../application/writeFailure';
import type { HostFault } from '../../domain/fault';
import type { FillMode, ChangePlan } from '../../domain/fill/plannedChange';
import type { ReportingRound } from '../../domain/forms/rounds';

/** The pane's pages in the order of work; each has its view in Pane.tsx and its name in the wording. */
export const pages = ['fill', 'check', 'submit', 'consolidate', 'settings'] as const;

export type Page = (typeof pages)[number];

/** The parts of the page 填报. */
export type FillPart = 'totals' | 'template' | 'rounding';

/** What the pane does for the user, or by itself while figures are edited; each can fail. */
export type Task =
  | 'check'
  | 'recheck'
  | 'recalculate'
  | 'mark'
  | 'clearMarks'
  | 'goTo'
  | 'listen'
  | 'round'
  | 'fill'
  | 'template'
  /** 舍位平衡; `round` is the reporting round. */
  | 'roundAmounts'
  | 'correct'
  | 'submit'
  | 'reportSheet'
  | 'lastRound'
  | 'consolidate'
  /** Writing, confirming or removing 审核说明. */
  | 'explain'
  /** Taking away what we have left in the workbook. */
  | 'belongings'
  | 'undo';

/** What the user chose; kept on this machine, the round in the workbook as well. */
export interface Preferences {
  readonly round: ReportingRound;
  readonly strict: boolean;
  /** In percent; null: not checked. */
  readonly lowestExecutionRate: number | null;
  /** Whether edits are checked again by themselves. */
  readonly live: 'on' | 'off';
  /** Whether findings are marked in the sheets, by 一键校验. */
  readonly marks: 'on' | 'off';
  /** Whether marks follow edits as well, which costs the user Excel's own undo. */
  readonly liveMarks: 'on' | 'off';
  /** How totals are filled. */
  readonly fillMode: FillMode;
}

/** What is known of the workbook by checking it. */
export type CheckState =
  | { readonly kind: 'none' }
  /** The first one; a later one leaves what was known in sight until it is made. */
  | { readonly kind: 'running' }
  | {
      readonly kind: 'made';
      readonly report: WorkbookReport;
      /**
       * `current`: the report tells of the workbook as it is · `edited`: figures were changed since ·
       * `waiting`: the same, and it will be checked when the cell is no longer being edited.
       */
      readonly freshness: 'current' | 'edited' | 'waiting';
    }
  | {
      readonly kind: 'failed';
      readonly task: 'check' | 'recheck';
      readonly fault: HostFault;
      /** Of the last check that was made. */
      readonly earlier: WorkbookReport | null;
    };

/** The newest report that there is, current or not. */
export function lastReport(check: CheckState): WorkbookReport | null {
  switch (check.kind) {
    case 'none':
    case 'running':
      return null;
    case 'made':
      return check.report;
    case 'failed':
      return check.earlier;
  }
}

/** Whether the report tells of the workbook as it is now. */
export function isCurrent(check: CheckState): boolean {
  return check.kind === 'made' && check.freshness === 'current';
}

/** Where the user is in the list. */
export interface Visit {
  /** Id of the unit that the item is about. */
  readonly unit: string;
  /** Key of the item. */
  readonly key: string;
  /** The cell that was gone to; null where the item is about none. */
  readonly place: CellReference | null;
  /** Its place among all cells of the unit's items, from 0: when it is gone, the next one stands there. */
  readonly at: number;
}

/** Of several units: which is looked at, and which are listed. */
export interface UnitChoice {
  /** Id of the unit whose items are listed; null for the list of units. */
  readonly opened: string | null;
  /** The one that was opened last: there the list of units goes on. */
  readonly last: string | null;
  /** Part of the names of the units that are listed; empty for all. */
  readonly search: string;
  readonly only: 'all' | 'errors';
}

/** The unit whose items are listed: the only one, or the one that was opened; null for the list of units. */
export function unitInSight({ units }: WorkbookReport, { opened }: UnitChoice): UnitReport | null {
  if (units.length === 1) return units[0] ?? null;
  return units.find(({ tables }) => tables.id === opened) ?? null;
}

/** The one of several units that is looked at; null for the list of units, and where there is only one. */
export function openedUnit(report: WorkbookReport, choice: UnitChoice): UnitReport | null {
  return report.units.length < 2 ? null : unitInSight(report, choice);
}

/** Writes that the user looks at before they are made. */
export interface Preview {
  readonly command: 'fill' | 'correct';
  readonly plan: ChangePlan;
  /** Corrections of several cells. */
  readonly acts: readonly PlannedAct[];
  /** Indices into the plan's writes. */
  readonly chosen: ReadonlySet<number>;
}

/** A correction of several cells, which is written as a whole or not at all: half of it explains nothing. */
export interface PlannedAct {
  /** What proposes it; null for one of several ways in which it can have come about. */
  readonly item: EventItem | SlipItem | null;
  /** Indices into the plan's writes. */
  readonly writes: readonly number[];
  /** How many of its cells cannot be written; then none is. */
  readonly blocked: number;
}

/** Something that was done, or need not be, as asked. */
export type Deed =
  | { readonly kind: 'marksCleared'; readonly rules: number }
  | { readonly kind: 'copied'; readonly findings: number }
  /** Explanations were written, confirmed or removed. */
  | {
      readonly kind: 'explained';
      readonly act: 'written' | 'confirmed' | 'removed';
      readonly count: number;
      /** Null where nothing was changed. */
      readonly undo: UndoKept | null;
    }
  /** Of what we had left in the workbook nothing is there any more, or nothing of these kinds. */
  | {
      readonly kind: 'belongingsRemoved';
      readonly kinds: readonly BelongingKind[];
      readonly left: 'nothing' | 'others';
      readonly undo: 'possible' | 'none';
    }
  | { readonly kind: 'undoForgotten' }
  | { readonly kind: 'noTable' }
  | { readonly kind: 'nothingToFill' }
  | { readonly kind: 'nothingToCorrect' }
  | { readonly kind: 'nothingToUndo' }
  /** Checked again instead of written: the findings were older than the workbook. */
  | { readonly kind: 'checkedInstead' }
  | {
      readonly kind: 'written';
      readonly outcome: WriteOutcome;
      /** Errors that the workbook has after it; null where it could not be checked. */
      readonly errors: number | null;
    }
  | {
      readonly kind: 'inserted';
      readonly sheets: readonly string[];
      readonly pages: InsertedSheets['pages'];
    }
  | { readonly kind: 'roundedInPlace'; readonly outcome: RoundedInPlace }
  /** A unit of a result was replaced. */
  | { readonly kind: 'replaced'; readonly outcome: ReplaceOutcome }
  /** The 审核报告 stands in a sheet. */
  | { readonly kind: 'reported'; readonly outcome: PutReport }
  | { readonly kind: 'reportsRemoved'; readonly reports: number }
  | { readonly kind: 'undone'; readonly outcome: UndoOutcome };

/** What is in the workbook after a change of ours that was interrupted. */
export type Aftermath =
  | { readonly kind: 'writing'; readonly progress: WriteProgress }
  | { readonly kind: 'inserting'; readonly left: InsertFailure['left'] }
  /** The new sheets are there; only going to them failed. */
  | {
      readonly kind: 'inserted';
      readonly sheets: readonly string[];
      readonly pages: InsertedSheets['pages'];
    };

/** Something to be said above the page. */
export type Notice =
  | {
      readonly kind: 'failed';
      readonly task: Task;
      readonly fault: HostFault;
      readonly aftermath: Aftermath | null;
    }
  | { readonly kind: 'done'; readonly deed: Deed };

/** True where what was asked for was done but for something that the user chose: a protected sheet. */
export function isRemark(notice: Notice): boolean {
  return notice.kind === 'failed' && notice.fault.code === 'sheetsNotMarked';
}

/** After a change of ours, and after one that was interrupted: it can be taken back where it is told. */
export function isAboutWriting(notice: Notice): boolean {
  if (notice.kind === 'failed') return notice.aftermath !== null;
  const { deed } = notice;
  return (
    deed.kind === 'inserted' ||
    deed.kind === 'reported' ||
    (deed.kind === 'reportsRemoved' && deed.reports > 0) ||
    (deed.kind === 'belongingsRemoved' && deed.undo === 'possible') ||
    (deed.kind === 'explained' && deed.undo !== null) ||
    (deed.kind === 'replaced' && deed.outcome.undo !== null) ||
    (deed.kind === 'written' && deed.outcome.undo !== null)
  );
}

export interface PaneState {
  readonly page: Page;
  /** Which part of 填报 was asked for; null: the one that the workbook needs. */
  readonly fillPart: FillPart | null;
  /** First run on this machine: the pane explains itself. */
  readonly acquaintance: 'new' | 'known';
  /** What runs now; null when nothing does. Live checks do not show. */
  readonly busy: Task | null;
  readonly preferences: Preferences;
  readonly check: CheckState;
  /** `cleared`: taken off by 清除标记; none come back before the next 一键校验, whatever is preferred. */
  readonly marks: 'wanted' | 'cleared';
  /** Cells whose mark in the sheet the newest report no longer bears out. */
  readonly outdatedMarks: readonly CellReference[];
  /** Cells that are offered to be written and are locked in a protected sheet, by `cellKey`. */
  readonly locked: ReadonlySet<string>;
  readonly filter: FindingFilter;
  readonly units: UnitChoice;
  /** Null before the first one. */
  readonly visited: Visit | null;
  readonly notice: Notice | null;
  readonly preview: Preview | null;
  /** What 舍位平衡 would do. */
  readonly rounding: RoundingPreview | null;
  /** The newest write that can be undone. */
  readonly undo: UndoRecord | null;
}

export type PaneEvent =
  /** `template` and `rounding` are parts of 填报. */
  | { readonly type: 'pageOpened'; readonly page: Page | 'template' | 'rounding' }
  | { readonly type: 'began'; readonly task: Task }
  | { readonly type: 'ended' }
  | { readonly type: 'checked'; readonly report: WorkbookReport }
  /** Other explanations are kept in the workbook than the report knows of. */
  | { readonly type: 'explained'; readonly explained: ReportedExplanations }
  | { readonly type: 'checkFailed'; readonly task: 'check' | 'recheck'; readonly fault: HostFault }
  | { readonly type: 'edited'; readonly freshness: 'edited' | 'waiting' }
  | {
      readonly type: 'failed';
      readonly task: Task;
      readonly fault: HostFault;
      readonly aftermath?: Aftermath;
    }
  | { readonly type: 'done'; readonly deed: Deed }
  | { readonly type: 'previewed'; readonly preview: Preview | null }
  | { readonly type: 'roundingPreviewed'; readonly preview: RoundingPreview | null }
  | { readonly type: 'chose'; readonly chosen: ReadonlySet<number> }
  | { readonly type: 'undoKnown'; readonly record: UndoRecord | null }
  | { readonly type: 'noticeClosed' }
  | { readonly type: 'preferred'; readonly change: Partial<Preferences> }
  | { readonly type: 'marksWanted'; readonly marks: PaneState['marks'] }
  | { readonly type: 'marksCompared'; readonly outdated: readonly CellReference[] }
  | { readonly type: 'filtered'; readonly change: Partial<FindingFilter> }
  | { readonly type: 'lockedKnown'; readonly locked: ReadonlySet<string> }
  | { readonly type: 'unitOpened'; readonly unit: string | null }
  | {
      readonly type: 'unitsNarrowed';
      readonly change: Partial<Pick<UnitChoice, 'search' | 'only'>>;
    }
  | { readonly type: 'visited'; readonly visit: Visit };

export const initialPreferences: Preferences = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  live: 'on',
  marks: 'on',
  liveMarks: 'off',
  fillMode: 'formulas',
};

export const noFilter: FindingFilter = { hidden: [], sheet: null, rule: null };

export const initialState: PaneState = {
  page: 'check',
  fillPart: null,
  acquaintance: 'new',
  busy: null,
  preferences: initialPreferences,
  check: { kind: 'none' },
  marks: 'wanted',
  outdatedMarks: [],
  locked: new Set(),
  filter: noFilter,
  units: { opened: null, last: null, search: '', only: 'all' },
  visited: null,
  notice: null,
  preview: null,
  rounding: null,
  undo: null,
};
