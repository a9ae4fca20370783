/** The parts of the page that are not needed at first sight; loaded right after it, in the background. */
import { lazy } from 'react';
import { loadBook } from './table/lazyBook';

export const loadPageParts = {
  desk: () => import('./Desk'),
  asked: () => import('./Asked'),
  book: loadBook,
} as const;

export const LazyDesk = lazy(async () => ({ default: (await loadPageParts.desk()).Desk }));
export const LazyAsked = lazy(async () => ({ default: (await loadPageParts.asked()).Asked }));

export function loadDesk(): Promise<unknown> {
  return Promise.all([loadPageParts.desk(), loadPageParts.book()]);
}
