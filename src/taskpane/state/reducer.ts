/** How does the pane's state change? */
import type { CheckReport } from '../../application/checkWorkbook';
import { diagnosisKey, findingKeys } from '../check/list/findingKey';
import type { Filter, Notice, PaneEvent, PaneState } from './paneState';

/** The state after an event. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'pageOpened':
      return { ...state, page: event.page, preview: null };
    case 'began':
      return { ...state, busy: event.wish, notice: null };
    case 'ended':
      return { ...state, busy: null };
    case 'checked':
      return afterCheck(state, event);
    case 'checkFailed':
      return {
        ...state,
        check: {
          ...state.check,
          freshness: 'failed',
          failure: { wish: event.wish, fault: event.fault },
        },
      };
    case 'edited':
      return state.check.freshness === event.freshness || state.check.freshness === 'failed'
        ? state
        : { ...state, check: { ...state.check, freshness: event.freshness } };
    case 'failed':
      return { ...state, notice: faultNotice(event) };
    case 'previewed':
      return { ...state, preview: event.preview };
    case 'chose':
      return state.preview === null
        ? state
        : { ...state, preview: { ...state.preview, chosen: event.chosen } };
    case 'undoKnown':
      return { ...state, undo: event.record };
    case 'told':
      return { ...state, notice: { kind: 'done', text: event.text, next: event.next ?? null } };
    case 'noticeClosed':
      return { ...state, notice: null };
    case 'preferred':
      return { ...state, preferences: { ...state.preferences, ...event.change } };
    case 'marksWanted':
      return { ...state, marks: event.marks };
    case 'filtered':
      return { ...state, filter: { ...state.filter, ...event.change } };
    case 'selected':
      return { ...state, selected: event.key, selectedAt: event.at };
  }
}

function faultNotice({ wish, fault, more }: Extract<PaneEvent, { type: 'failed' }>): Notice {
  return { kind: 'fault', wish, fault, ...(more === undefined ? {} : { more }) };
}

/** A new report keeps what the user was looking at, as far as it is still there. */
function afterCheck(
  state: PaneState,
  { report, verdict }: Extract<PaneEvent, { type: 'checked' }>,
): PaneState {
  const keys = new Set([
    ...findingKeys(report.findings).values(),
    ...report.diagnoses.map(diagnosisKey),
  ]);
  const gone = state.selected !== null && !keys.has(state.selected);
  return {
    ...state,
    acquaintance: 'known',
    check: { report, verdict, freshness: 'current', failure: null },
    filter: fittingFilter(state.filter, report),
    selected: gone ? null : state.selected,
  };
}

/** A filter by a sheet or rule that no longer has findings would hide everything. */
function fittingFilter(filter: Filter, { findings }: CheckReport): Filter {
  const sheetThere = findings.some((finding) => finding.sheet === filter.sheet);
  const ruleThere = findings.some((finding) => finding.rule === filter.rule);
  if ((filter.sheet === null || sheetThere) && (filter.rule === null || ruleThere)) return filter;
  return {
    ...filter,
    sheet: sheetThere ? filter.sheet : null,
    rule: ruleThere ? filter.rule : null,
  };
}
