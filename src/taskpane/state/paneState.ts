/** What does the pane know at a moment? One immutable value, changed only by the reducer. */
import type { CheckReport, Verdict } from '../../application/checkWorkbook';
import type { UndoRecord } from '../../application/undoLog';
import type { HostFault } from '../../domain/fault';
import type { FillMode, WritePlan } from '../../domain/fill/plannedWrite';
import type { RuleId, Severity } from '../../domain/finding';
import type { ReportingRound } from '../../domain/forms/rounds';
import type { Grouping, PaneTexts } from '../../wording/pane';

export type Page = keyof PaneTexts['pages'];

/** A wish of the user (or of live checking) that can fail. */
export type Wish = keyof PaneTexts['failed'];

/** What the user chose; kept on this machine, the round in the workbook as well. */
export interface Preferences {
  readonly round: ReportingRound;
  readonly strict: boolean;
  /** In percent; null: not checked. */
  readonly lowestExecutionRate: number | null;
  /** Whether edits are checked again by themselves. */
  readonly live: 'on' | 'off';
  /** Whether findings are marked in the sheets. */
  readonly marks: 'on' | 'off';
  readonly grouping: Grouping;
  /** How totals are filled. */
  readonly fillMode: FillMode;
}

/** The last check, as far as there is one. */
export interface CheckState {
  readonly report: CheckReport | null;
  /** Of the report; null where there is none. */
  readonly verdict: Verdict | null;
  /**
   * `current`: the report tells of the workbook as it is · `edited`: figures were changed since ·
   * `waiting`: the same, and it will be checked when the cell is no longer being edited ·
   * `failed`: the last check failed, the report (if any) is older.
   */
  readonly freshness: 'current' | 'edited' | 'waiting' | 'failed';
  /** What prevented the last check; null where it was made. */
  readonly failure: { readonly wish: 'check' | 'recheck'; readonly fault: HostFault } | null;
}

/** Which findings are listed. */
export interface Filter {
  /** Severities left out. */
  readonly hidden: readonly Severity[];
  readonly sheet: string | null;
  readonly rule: RuleId | null;
}

/** Writes that the user looks at before they are made. */
export interface Preview {
  readonly command: 'fill' | 'correct';
  readonly plan: WritePlan;
  /** Indices into the plan's writes. */
  readonly chosen: ReadonlySet<number>;
}

/** Something to be told, above the page; `more` says what stands after an interrupted write. */
export type Notice =
  | {
      readonly kind: 'fault';
      readonly wish: Wish;
      readonly fault: HostFault;
      readonly more?: string;
    }
  | { readonly kind: 'done'; readonly text: string; readonly next: 'undo' | null };

export interface PaneState {
  readonly page: Page;
  /** First run on this machine: the pane explains itself. */
  readonly acquaintance: 'new' | 'known';
  /** What runs now; null when nothing does. Live checks do not show. */
  readonly busy: Wish | null;
  readonly preferences: Preferences;
  readonly check: CheckState;
  /** `cleared`: taken off by 清除标记; none come back before the next 一键校验, whatever is preferred. */
  readonly marks: 'wanted' | 'cleared';
  readonly filter: Filter;
  /** Key of the selected entry of the list (see findingKey). */
  readonly selected: string | null;
  /** Where in the list it stood, from 0; −1 where none was: when it is gone, the next one is there. */
  readonly selectedAt: number;
  readonly notice: Notice | null;
  readonly preview: Preview | null;
  /** The newest write that can be undone. */
  readonly undo: UndoRecord | null;
}

export type PaneEvent =
  | { readonly type: 'pageOpened'; readonly page: Page }
  | { readonly type: 'began'; readonly wish: Wish }
  | { readonly type: 'ended' }
  | { readonly type: 'checked'; readonly report: CheckReport; readonly verdict: Verdict }
  | { readonly type: 'checkFailed'; readonly wish: 'check' | 'recheck'; readonly fault: HostFault }
  | { readonly type: 'edited'; readonly freshness: 'edited' | 'waiting' }
  | {
      readonly type: 'failed';
      readonly wish: Wish;
      readonly fault: HostFault;
      readonly more?: string;
    }
  | { readonly type: 'previewed'; readonly preview: Preview | null }
  | { readonly type: 'chose'; readonly chosen: ReadonlySet<number> }
  | { readonly type: 'undoKnown'; readonly record: UndoRecord | null }
  | { readonly type: 'told'; readonly text: string; readonly next?: 'undo' }
  | { readonly type: 'noticeClosed' }
  | { readonly type: 'preferred'; readonly change: Partial<Preferences> }
  | { readonly type: 'marksWanted'; readonly marks: PaneState['marks'] }
  | { readonly type: 'filtered'; readonly change: Partial<Filter> }
  | { readonly type: 'selected'; readonly key: string | null; readonly at: number };

export const initialPreferences: Preferences = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  live: 'on',
  marks: 'on',
  grouping: 'rule',
  fillMode: 'formulas',
};

export const noFilter: Filter = { hidden: [], sheet: null, rule: null };

export const initialState: PaneState = {
  page: 'check',
  acquaintance: 'new',
  busy: null,
  preferences: initialPreferences,
  check: { report: null, verdict: null, freshness: 'current', failure: null },
  marks: 'wanted',
  filter: noFilter,
  selected: null,
  selectedAt: -1,
  notice: null,
  preview: null,
  undo: null,
};
