/** Loads the rest of the program in the background, so that the page goes on when the network is gone. */
import { loadEngine } from '../taskpane/control/loadEngine';
import { preloadViews } from '../taskpane/frame/lazyViews';
import { loadPageParts } from './lazyParts';
import { loadBooks } from './openBooks';
import { loadBeside } from './PageControl';

export async function preload(): Promise<void> {
  await Promise.allSettled([
    loadEngine(),
    preloadViews(),
    loadBeside(),
    loadBooks(),
    ...Object.values(loadPageParts).map((load) => load()),
    import('../wording/openingFault'),
    import('../files/writeSheets'),
    import('../taskpane/consolidate/useConsolidation'),
    import('../background/startReader').then(({ loadTasks }) => loadTasks()),
    import('./work/startWork').then(({ loadBookTasks }) => loadBookTasks()),
  ]);
}
