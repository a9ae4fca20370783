/** 报告文字, loaded when it is unfolded, or before in the background. */
import { lazy } from 'react';

export const loadReportText = () => import('./ReportTextPart');

export const LazyReportText = lazy(async () => ({
  default: (await loadReportText()).ReportTextPart,
}));
