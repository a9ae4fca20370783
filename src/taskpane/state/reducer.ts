/** How does the pane's state change? */
import type { WorkbookReport } from '../../application/report/report';
import { lastReport } from './paneState';
import type { CheckState, Filter, PaneEvent, PaneState, Task } from './paneState';

/** The state after an event. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'pageOpened':
      return { ...state, page: event.page, preview: null };
    case 'began':
      return {
        ...state,
        busy: event.task,
        notice: null,
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
