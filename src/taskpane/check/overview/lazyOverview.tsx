/** The overview, loaded when it is unfolded, or before in the background. */
import { lazy } from 'react';

/** What is loaded. */
export const overviewParts = {
  unit: () => import('./UnitOverview'),
  sum: () => import('./OverviewView'),
} as const;

export const LazyOverview = lazy(async () => ({
  default: (await overviewParts.unit()).UnitOverview,
}));
export const LazySumOverview = lazy(async () => ({
  default: (await overviewParts.sum()).OverviewView,
}));
