/** How does the pane's state change? */
import type { WorkbookReport } from '../../application/report/report';
import { isRemark, lastReport } from './paneState';
import type { CheckState, Filter, Notice, PaneEvent, PaneState, Task } from './paneState';

/** The state after an event. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  const after = reduced(state, event);
  // What was done has been read when the user does the next thing; what failed stays until it is settled.
  return isNextDeed(event) && after.notice?.kind === 'done' ? { ...after, notice: null } : after;
}

/** True for what the user does without a task. */
function isNextDeed({ type }: PaneEvent): boolean {
  return type === 'pageOpened' || type === 'filtered' || type === 'selected';
}

function reduced(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'pageOpened':
      return event.page === 'template'
        ? { ...state, page: 'fill', fillPart: 'template', preview: null }
        : { ...state, page: event.page, fillPart: null, preview: null };
    case 'began':
      return {
        ...state,
        busy: event.task,
        notice: noticeAtBegin(state.notice, event.task),
        check: beginning(state.check, event.task),
      };
    case 'ended':
      return {
        ...state,
        busy: null,
        check: state.check.kind === 'running' ? { kind: 'none' } : state.check,
      };
    case 'checked':
      return afterCheck(state, event);
    case 'checkFailed':
      return {
        ...state,
        check: {
          kind: 'failed',
          task: event.task,
          fault: event.fault,
          earlier: lastReport(state.check),
        },
      };
    case 'edited':
      return state.check.kind !== 'made' || state.check.freshness === event.freshness
        ? state
        : { ...state, check: { ...state.check, freshness: event.freshness } };
    case 'failed': {
      const { task, fault, aftermath = null } = event;
      return { ...state, notice: { kind: 'failed', task, fault, aftermath } };
    }
    case 'done':
      return { ...state, notice: { kind: 'done', deed: event.deed } };
    case 'previewed':
      return { ...state, preview: event.preview };
    case 'chose':
      return state.preview === null
        ? state
        : { ...state, preview: { ...state.preview, chosen: event.chosen } };
    case 'undoKnown':
      return { ...state, undo: event.record };
    case 'noticeClosed':
      return { ...state, notice: null };
    case 'preferred':
      return { ...state, preferences: { ...state.preferences, ...event.change } };
    case 'marksWanted':
      return { ...state, marks: event.marks };
    case 'marksCompared':
      return event.outdated.length === 0 && state.outdatedMarks.length === 0
        ? state
        : { ...state, outdatedMarks: event.outdated };
    case 'filtered':
      return { ...state, filter: { ...state.filter, ...event.change } };
    case 'selected':
      return { ...state, selected: event.key, selectedAt: event.at };
  }
}

/** Which failures a task settles, or tells anew, when it is done once more. */
const settles: Readonly<Partial<Record<Task, readonly Task[]>>> = {
  check: ['check', 'recheck', 'recalculate', 'mark', 'clearMarks', 'listen', 'goTo', 'round'],
  recalculate: ['check', 'recheck', 'recalculate', 'listen'],
  clearMarks: ['clearMarks', 'mark'],
  mark: ['mark', 'clearMarks'],
  // Taking back settles what a write has left.
  undo: ['undo', 'fill', 'correct', 'template'],
};

/** What is still to be said when a task begins: a failure that it has nothing to do with. */
function noticeAtBegin(notice: Notice | null, task: Task): Notice | null {
  if (notice?.kind !== 'failed' || isRemark(notice)) return null;
  return (settles[task] ?? [task]).includes(notice.task) ? null : notice;
}

function beginning(check: CheckState, task: Task): CheckState {
  return check.kind === 'none' && task === 'check' ? { kind: 'running' } : check;
}

/** A new report keeps what the user was looking at, as far as it is still there. */
function afterCheck(
  state: PaneState,
  { report }: Extract<PaneEvent, { type: 'checked' }>,
): PaneState {
  const isThere = report.units.some(({ items }) => items.some(({ key }) => key === state.selected));
  return {
    ...state,
    acquaintance: 'known',
    check: { kind: 'made', report, freshness: 'current' },
    filter: fittingFilter(state.filter, report),
    selected: isThere ? state.selected : null,
  };
}

/** A filter by a sheet or rule that no longer has findings would hide everything. */
function fittingFilter(filter: Filter, { units }: WorkbookReport): Filter {
  const findings = units.flatMap((unit) => unit.findings);
  const sheetThere = findings.some((finding) => finding.sheet === filter.sheet);
  const ruleThere = findings.some((finding) => finding.rule === filter.rule);
  if ((filter.sheet === null || sheetThere) && (filter.rule === null || ruleThere)) return filter;
  return {
    ...filter,
    sheet: sheetThere ? filter.sheet : null,
    rule: ruleThere ? filter.rule : null,
  };
}
