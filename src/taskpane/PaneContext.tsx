/** What does every view of the pane share? Control, words and language. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Language } from '../wording/language';
import type { PaneTexts } from '../wording/pane';
import type { PaneControl } from './control/PaneControl';
import type { WriteControl } from './writing/WriteControl';
import type { PaneState } from './state/paneState';

export interface PaneShared {
  readonly control: PaneControl;
  readonly writing: WriteControl;
  readonly texts: PaneTexts;
  readonly language: Language;
}

const PaneContext = createContext<PaneShared | null>(null);

export const PaneProvider = PaneContext.Provider;

export function usePane(): PaneShared {
  const shared = useContext(PaneContext);
  if (shared === null) throw new Error('A view of the pane was rendered outside the pane.');
  return shared;
}

/** The state, and again whenever it changes. */
export function usePaneState(): PaneState {
  const { store } = usePane().control;
  return useSyncExternalStore(store.subscribe, store.get);
}
