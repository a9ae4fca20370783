/** What do the views of the page 报送 share? Its control, what is known, and its words. */
import { useSyncExternalStore } from 'react';
import type { SubmitTexts } from '../../wording/paneSubmit';
import { submitTexts } from '../../wording/submitTexts';
import type { PaneControl } from '../control/PaneControl';
import { usePane } from '../PaneContext';
import type { WriteControl } from '../writing/WriteControl';
import type { SubmitState } from './state';
import { SubmitControl } from './SubmitControl';

/** One for each pane, made when it is first needed, and there as long as the pane. */
const controls = new WeakMap<PaneControl, SubmitControl>();

export function submissionOf(control: PaneControl, writing: WriteControl): SubmitControl {
  let own = controls.get(control);
  if (own === undefined) {
    own = new SubmitControl(control, writing);
    controls.set(control, own);
  }
  return own;
}

export interface Submission {
  readonly submit: SubmitControl;
  readonly state: SubmitState;
  readonly words: SubmitTexts;
}

export function useSubmission(): Submission {
  const { control, writing, language } = usePane();
  const submit = submissionOf(control, writing);
  const { store } = submit;
  const state = useSyncExternalStore(store.subscribe, store.get);
  return { submit, state, words: submitTexts(language) };
}
