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

/** What a view needs that shows what it is given: it is not drawn anew with every change of the state. */
export interface ConsolidationMeans {
  readonly consolidate: ConsolidateControl;
  readonly words: ConsolidationTexts;
}

export interface Consolidation extends ConsolidationMeans {
  readonly state: ConsolidateState;
}

export function useConsolidationMeans(): ConsolidationMeans {
  const shared = usePane();
  return { consolidate: consolidationOf(shared), words: consolidationTexts(shared.language) };
}

/** A part of the state, the very same as long as it is not changed; drawn anew only then. */
export function useConsolidated<T>(select: (state: ConsolidateState) => T): T {
  const { store } = consolidationOf(usePane());
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useConsolidation(): Consolidation {
  const means = useConsolidationMeans();
  return { ...means, state: useConsolidated(whole) };
}

const whole = (state: ConsolidateState): ConsolidateState => state;
