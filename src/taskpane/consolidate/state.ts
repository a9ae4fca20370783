/** What is known of the units that are to be added up? One immutable value; the page is drawn from it. */
import type { GivenSet, OwnUnits } from '../../application/consolidation/givenSet';
import { nothingGiven, unitsOf } from '../../application/consolidation/givenSet';
import type { JudgedSet, SetDecisions } from '../../application/consolidation/judgeGiven';
import { judgeGiven, nothingDecided } from '../../application/consolidation/judgeGiven';
import type { Replacement, ReplaceFault } from '../../application/consolidation/replaceUnit';
import type { CheckedUnit, TakenFile, UnitFound } from '../../application/takenFile';
import type { Consolidated } from '../../domain/consolidate/consolidate';
import type { FileFault, HostFault } from '../../domain/fault';
import type { CheckSettings } from '../../domain/rules/settings';

/** How far the reading of files has come. */
export interface Reading {
  readonly done: number;
  readonly of: number;
}

/** What is looked at. */
export type View =
  | { readonly kind: 'set' }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'preview'; readonly result: Consolidated }
  | { readonly kind: 'replace'; readonly plan: Replacement; readonly checked: CheckedUnit };

/** All that the check of a unit found and what is said of it, which is read when it is looked at. */
export type ReportState =
  | { readonly kind: 'reading'; readonly unit: string }
  | ({ readonly kind: 'made'; readonly unit: string } & UnitFound)
  | { readonly kind: 'failed'; readonly unit: string; readonly fault: FileFault | HostFault };

/** Something that was done and is said once. */
export type Remark =
  | { readonly kind: 'namesCopied'; readonly names: number }
  | { readonly kind: 'letterCopied'; readonly name: string }
  | { readonly kind: 'lettersCopied'; readonly letters: number }
  | { readonly kind: 'lettersSaved'; readonly file: string }
  | { readonly kind: 'lettersNotSaved' }
  | { readonly kind: 'nothingSelected' }
  | { readonly kind: 'notReplaced'; readonly why: ReplaceFault | 'several' | FileFault }
  /** A unit of the set has another file now. */
  | { readonly kind: 'fileReplaced'; readonly file: string }
  | { readonly kind: 'fileNotReplaced'; readonly why: FileFault | 'several' | OtherName }
  | { readonly kind: 'emptyFolder' }
  /** Files of a folder that were not read. */
  | { readonly kind: 'otherFiles'; readonly files: readonly string[] }
  /** Since the preview; nothing was written. */
  | { readonly kind: 'ownChanged' }
  | { readonly kind: 'resultChanged' };

/** The file is another unit's. */
export interface OtherName {
  readonly code: 'otherName';
  readonly wanted: string;
  readonly found: string;
}

export interface ConsolidateState {
  readonly given: GivenSet;
  /** Null while no file is being read. */
  readonly reading: Reading | null;
  /** How what was given was checked; null before anything was. */
  readonly checkedWith: CheckSettings | null;
  readonly decisions: SetDecisions;
  /** How the sum is called; empty for a name made of the number of units. */
  readonly name: string;
  readonly inputs: 'formulas' | 'values';
  /** Null where nothing was given, and while files are being read. */
  readonly judged: JudgedSet | null;
  readonly view: View;
  /** Part of the names of the units that are listed; empty for all. */
  readonly search: string;
  readonly only: 'all' | 'left';
  /** The unit (id) that was looked at last: there the list goes on. */
  readonly last: string | null;
  readonly report: ReportState | null;
  /** Rows that are written of all; null while nothing is written. */
  readonly writing: Reading | null;
  readonly remark: Remark | null;
}

export type ConsolidateEvent =
  | { readonly type: 'readingBegan'; readonly of: number; readonly settings: CheckSettings }
  /** So many files more are read than was said at first. */
  | { readonly type: 'readingGrew'; readonly by: number }
  | { readonly type: 'fileTaken'; readonly file: TakenFile }
  /** With the names of the files that were not reached. */
  | { readonly type: 'readingEnded'; readonly notReached: readonly string[] }
  | { readonly type: 'ownTaken'; readonly own: OwnUnits | null; readonly settings: CheckSettings }
  | { readonly type: 'fileRemoved'; readonly key: string }
  /** A unit, by its place in what was given, does not belong to the set, or does again. */
  | { readonly type: 'takenOut'; readonly place: string; readonly isOut: boolean }
  | { readonly type: 'allRemoved' }
  | { readonly type: 'decided'; readonly change: Partial<SetDecisions> }
  | {
      readonly type: 'resultChosen';
      readonly change: Partial<Pick<ConsolidateState, 'name' | 'inputs'>>;
    }
  | { readonly type: 'viewed'; readonly view: View }
  | {
      readonly type: 'narrowed';
      readonly change: Partial<Pick<ConsolidateState, 'search' | 'only'>>;
    }
  | { readonly type: 'reported'; readonly report: ReportState | null }
  | { readonly type: 'writing'; readonly writing: Reading | null }
  | { readonly type: 'remarked'; readonly remark: Remark | null };

export const initialConsolidation: ConsolidateState = {
  given: nothingGiven,
  reading: null,
  checkedWith: null,
  decisions: nothingDecided,
  name: '',
  inputs: 'formulas',
  judged: null,
  view: { kind: 'set' },
  search: '',
  only: 'all',
  last: null,
  report: null,
  writing: null,
  remark: null,
};

/** The state after an event. */
export function reduceConsolidation(
  state: ConsolidateState,
  event: ConsolidateEvent,
): ConsolidateState {
  const changed = changedState(state, event);
  const after = judging.has(event.type) ? judgedAnew(changed) : changed;
  // What was done has been read when the user does the next thing.
  const isRead = event.type === 'viewed' || event.type === 'decided' || event.type === 'narrowed';
  return isRead && after.remark !== null ? { ...after, remark: null } : after;
}

/** What changes the units, or what was decided of them. */
const judging: ReadonlySet<ConsolidateEvent['type']> = new Set([
  'readingEnded',
  'ownTaken',
  'fileRemoved',
  'takenOut',
  'decided',
] as const);

/** What an event comes to before the set is judged anew, which takes longer. */
export function changedState(state: ConsolidateState, event: ConsolidateEvent): ConsolidateState {
  switch (event.type) {
    case 'readingBegan':
      return {
        ...state,
        reading: { done: 0, of: event.of },
        checkedWith: event.settings,
        judged: null,
        // A preview is of what was given before.
        view: state.view.kind === 'preview' ? { kind: 'set' } : state.view,
        remark: null,
      };
    case 'readingGrew': {
      const { reading } = state;
      return reading === null
        ? state
        : { ...state, reading: { ...reading, of: reading.of + event.by } };
    }
    case 'fileTaken':
      return fileTaken(state, event.file);
    case 'readingEnded':
      return {
        ...state,
        reading: null,
        given: { ...state.given, notReached: event.notReached },
      };
    case 'ownTaken':
      return {
        ...state,
        checkedWith: event.settings,
        given: { ...state.given, own: event.own },
      };
    case 'fileRemoved': {
      const files = state.given.files.filter(({ key }) => key !== event.key);
      return { ...state, given: { ...state.given, files } };
    }
    case 'takenOut': {
      const takenOut = new Set(state.given.takenOut);
      if (event.isOut) takenOut.add(event.place);
      else takenOut.delete(event.place);
      return { ...state, given: { ...state.given, takenOut } };
    }
    case 'allRemoved':
      return {
        ...initialConsolidation,
        name: state.name,
        inputs: state.inputs,
        // A list and what labels mean stay; what was decided of units goes with them.
        decisions: {
          ...nothingDecided,
          labels: state.decisions.labels,
          expectedUnits: state.decisions.expectedUnits,
        },
      };
    case 'decided':
      return { ...state, decisions: { ...state.decisions, ...event.change } };
    case 'resultChosen':
      return { ...state, ...event.change };
    case 'viewed':
      return {
        ...state,
        view: event.view,
        last: event.view.kind === 'unit' ? event.view.unit : state.last,
      };
    case 'narrowed':
      return { ...state, ...event.change };
    case 'reported':
      return { ...state, report: event.report };
    case 'writing':
      return { ...state, writing: event.writing };
    case 'remarked':
      return { ...state, remark: event.remark };
  }
}

/** A file that is read again takes the place of what it was before. */
function fileTaken(state: ConsolidateState, file: TakenFile): ConsolidateState {
  const { given, reading } = state;
  const isKnown = given.files.some(({ key }) => key === file.key);
  const files = isKnown
    ? given.files.map((one) => (one.key === file.key ? file : one))
    : [...given.files, file];
  return {
    ...state,
    given: { ...given, files },
    reading: reading === null ? null : { ...reading, done: reading.done + 1 },
  };
}

/** While files are being read the set is not judged: a part of it says nothing of the whole. */
function judgedAnew(state: ConsolidateState): ConsolidateState {
  const { given, decisions, reading, view } = state;
  if (reading !== null) return { ...state, judged: null };
  const { files, notReached, own } = given;
  const isNothing = files.length === 0 && notReached.length === 0 && own === null;
  const isGone = view.kind === 'unit' && !unitsOf(given).some(({ unit }) => unit.id === view.unit);
  return {
    ...state,
    judged: isNothing ? null : judgeGiven(given, decisions),
    // A preview is of what was judged before.
    view: isGone || view.kind === 'preview' ? { kind: 'set' } : view,
  };
}
