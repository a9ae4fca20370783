/** The open workbook's view, which is not needed at first sight. */
import { lazy } from 'react';

export const loadBook = () => import('./BookView');

export const LazyBook = lazy(async () => ({ default: (await loadBook()).BookView }));
