/** How does the pane's state change? */
import type { FindingFilter } from '../../application/report/listedItems';
import type { ReportedExplanations, WorkbookReport } from '../../application/report/report';
import { isRemark, lastReport } from './paneState';
import type { CheckState, Notice, PaneEvent, PaneState, Task } from './paneState';

/** The state after an event. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  const after = reduced(state, event);
  // What was done has been read when the user does the next thing; what failed stays until it is settled.
  return isNextDeed(event) && after.notice?.kind === 'done' ? { ...after, notice: null } : after;
}

/** True for what the user does without a task. */
function isNextDeed({ type }: PaneEvent): boolean {
  return ['pageOpened', 'filtered', 'unitOpened', 'visited'].includes(type);
}

function reduced(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'pageOpened':
      return event.page === 'template' || event.page === 'rounding'
        ? { ...state, page: 'fill', fillPart: event.page, preview: null, rounding: null }
        : { ...state, page: event.page, fillPart: null, preview: null, rounding: null };
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
    case 'explained':
      return { ...state, check: explainedIn(state.check, event.explained) };
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
    case 'roundingPreviewed':
      return { ...state, rounding: event.preview };
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
    case 'lockedKnown':
      return event.locked.size === 0 && state.locked.size === 0
        ? state
        : { ...state, locked: event.locked };
    case 'filtered':
      return { ...state, filter: { ...state.filter, ...event.change } };
    case 'unitOpened':
      return openedUnit(state, event.unit);
    case 'unitsNarrowed':
      return { ...state, units: { ...state.units, ...event.change } };
    case 'visited':
      return { ...openedUnit(state, event.visit.unit), visited: event.visit };
  }
}

/** Which failures a task settles, or tells anew, when it is done once more. */
const settles: Readonly<Partial<Record<Task, readonly Task[]>>> = {
  check: ['check', 'recheck', 'recalculate', 'mark', 'clearMarks', 'listen', 'goTo', 'round'],
  recalculate: ['check', 'recheck', 'recalculate', 'listen'],
  clearMarks: ['clearMarks', 'mark'],
  mark: ['mark', 'clearMarks'],
  explain: ['explain', 'goTo'],
  belongings: ['belongings', 'mark', 'clearMarks'],
  // Taking back settles what a write has left.
  undo: [
    'undo',
    'fill',
    'correct',
    'template',
    'roundAmounts',
    'consolidate',
    'explain',
    'reportSheet',
  ],
};

/** What is still to be said when a task begins: a failure that it has nothing to do with. */
function noticeAtBegin(notice: Notice | null, task: Task): Notice | null {
  if (notice?.kind !== 'failed' || isRemark(notice)) return null;
  return (settles[task] ?? [task]).includes(notice.task) ? null : notice;
}

function beginning(check: CheckState, task: Task): CheckState {
  return check.kind === 'none' && task === 'check' ? { kind: 'running' } : check;
}

/** The same findings, answered otherwise. */
function explainedIn(check: CheckState, explained: ReportedExplanations): CheckState {
  switch (check.kind) {
    case 'none':
    case 'running':
      return check;
    case 'made':
      return { ...check, report: { ...check.report, explained } };
    case 'failed':
      return check.earlier === null
        ? check
        : { ...check, earlier: { ...check.earlier, explained } };
  }
}

/** Of several units another one is looked at, which stands in other sheets. */
function openedUnit(state: PaneState, unit: string | null): PaneState {
  const { check, units, filter } = state;
  const isAlone = (lastReport(check)?.units.length ?? 0) < 2;
  if (isAlone || unit === units.opened) return state;
  return {
    ...state,
    units: { ...units, opened: unit, last: unit ?? units.opened },
    filter: { ...filter, sheet: null },
  };
}

/** A new report keeps what the user was looking at, as far as it is still there. */
function afterCheck(
  state: PaneState,
  { report }: Extract<PaneEvent, { type: 'checked' }>,
): PaneState {
  const { opened } = state.units;
  const isThere = report.units.some(({ tables }) => tables.id === opened);
  return {
    ...state,
    acquaintance: 'known',
    check: { kind: 'made', report, freshness: 'current' },
    filter: fittingFilter(state.filter, report),
    units: isThere ? state.units : { ...state.units, opened: null },
  };
}

/** A filter by a sheet or rule that no longer has findings would hide everything. */
function fittingFilter(filter: FindingFilter, { units }: WorkbookReport): FindingFilter {
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
