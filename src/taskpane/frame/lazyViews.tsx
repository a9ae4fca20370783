/** The views that are not needed at first sight; loaded right after it, in the background. */
import { lazy } from 'react';
import { overviewParts } from '../check/overview/lazyOverview';
import { loadReportText } from '../reportText/lazyReportText';

const load = {
  notice: () => import('./NoticeBar'),
  noticeText: () => import('./NoticeText'),
  report: () => import('../check/ReportView'),
  unitLine: () => import('../check/UnitLine'),
  fill: () => import('../fill/FillPage'),
  submit: () => import('../submit/SubmitPage'),
  consolidate: () => import('../consolidate/ConsolidatePage'),
  settings: () => import('../settings/SettingsPage'),
  preview: () => import('../writing/PreviewList'),
} as const;

export const LazyNotice = lazy(async () => ({ default: (await load.notice()).NoticeBar }));
export const LazyNoticeText = lazy(async () => ({
  default: (await load.noticeText()).NoticeText,
}));
export const LazyReport = lazy(async () => ({ default: (await load.report()).ReportView }));
export const LazyUnitLine = lazy(async () => ({ default: (await load.unitLine()).UnitLine }));
export const LazyFill = lazy(async () => ({ default: (await load.fill()).FillPage }));
export const LazySubmit = lazy(async () => ({ default: (await load.submit()).SubmitPage }));
export const LazyConsolidate = lazy(async () => ({
  default: (await load.consolidate()).ConsolidatePage,
}));
export const LazySettings = lazy(async () => ({ default: (await load.settings()).SettingsPage }));
export const LazyPreview = lazy(async () => ({ default: (await load.preview()).PreviewList }));

/** Loads all of them; what cannot be loaded now is asked for again when it is opened. */
export async function preloadViews(): Promise<void> {
  await Promise.allSettled(
    [...Object.values(load), ...Object.values(overviewParts), loadReportText].map((one) => one()),
  );
}
