/** What do the views of the page share? Its control, what is known of the units, and its words. */
import { useSyncExternalStore } from 'react';
import { consolidationTexts } from '../../wording/consolidationTexts';
import type { ConsolidationTexts } from '../../wording/paneConsolidation';
import type { PaneControl } from '../control/PaneControl';
import type { PaneShared } from '../PaneContext';
import { usePane } from '../PaneContext';
import { ConsolidateControl } from './ConsolidateControl';
import type { ConsolidateState } from './state';

/** One for each pane, made when the page is first opened, and there as long as the pane. */
const controls = new WeakMap<PaneControl, ConsolidateControl>();

export function consolidationOf({
  control,
  writing,
  language,
}: Pick<PaneShared, 'control' | 'writing' | 'language'>): ConsolidateControl {
  let own = controls.get(control);
  if (own === undefined) {
    own = new ConsolidateControl(control, writing, language);
    controls.set(control, own);
  }
  return own;
}

export interface Consolidation {
  readonly consolidate: ConsolidateControl;
  readonly state: ConsolidateState;
  readonly words: ConsolidationTexts;
}

export function useConsolidation(): Consolidation {
  const shared = usePane();
  const consolidate = consolidationOf(shared);
  const { store } = consolidate;
  const state = useSyncExternalStore(store.subscribe, store.get);
  return { consolidate, state, words: consolidationTexts(shared.language) };
}
