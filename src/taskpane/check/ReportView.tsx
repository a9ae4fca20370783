/** Everything under the verdict: what was taken for what, and what was found. */
import type { WorkbookReport } from '../../application/report/report';
import { FindingPanel } from './list/FindingPanel';
import { OutdatedMarks } from './OutdatedMarks';
import { Refused, Scope } from './Scope';
import type { ScopeChoice } from './scopeInSight';
import { scopeInSight } from './scopeInSight';
import { usePaneState } from '../PaneContext';

interface ReportViewProps {
  readonly report: WorkbookReport;
  readonly scope: ScopeChoice;
}

export function ReportView({ report, scope }: ReportViewProps) {
  const { units } = usePaneState();
  const tables = scopeInSight(report, units, scope);
  return (
    <>
      {tables === null ? null : <Scope tables={tables} />}
      <Refused refused={report.recognition.refused} />
      <OutdatedMarks />
      <FindingPanel report={report} />
    </>
  );
}
