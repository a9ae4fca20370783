/** Everything under the verdict: what was taken for what, and what was found. */
import { Suspense } from 'react';
import type { WorkbookReport } from '../../application/report/report';
import { GoneExplanations } from './explain/GoneExplanations';
import { UnreadableExplanations } from './explain/UnreadableExplanations';
import { FindingPanel } from './list/FindingPanel';
import { OutdatedMarks } from './OutdatedMarks';
import { Refused, Scope } from './Scope';
import type { ScopeChoice } from './scopeInSight';
import { scopeInSight } from './scopeInSight';
import { overviewTexts } from '../../wording/overview';
import { LazyOverview } from './overview/lazyOverview';
import { usePane, usePaneState } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { unitInSight } from '../state/paneState';

interface ReportViewProps {
  readonly report: WorkbookReport;
  readonly scope: ScopeChoice;
}

export function ReportView({ report, scope }: ReportViewProps) {
  const { units } = usePaneState();
  const { language } = usePane();
  const unit = unitInSight(report, units);
  const tables = scopeInSight(report, units, scope);
  return (
    <>
      {tables === null ? null : <Scope tables={tables} />}
      <Refused refused={report.recognition.refused} />
      <OutdatedMarks />
      <UnreadableExplanations {...report} />
      <FindingPanel report={report} />
      {unit === null ? null : (
        <Disclosure key={unit.tables.id} title={overviewTexts(language).title} initially="closed">
          <Suspense fallback={null}>
            <LazyOverview tables={unit.tables} />
          </Suspense>
        </Disclosure>
      )}
      <GoneExplanations report={report} />
    </>
  );
}
