/** Everything under the verdict: what was checked, the switches, and what was found. */
import type { WorkbookReport } from '../../application/report/report';
import { FindingPanel } from './list/FindingPanel';
import { OutdatedMarks } from './OutdatedMarks';
import { Scope } from './Scope';
import { Switches } from './Switches';

export function ReportView({ report }: { readonly report: WorkbookReport }) {
  return (
    <>
      <Scope recognition={report.recognition} />
      <Switches />
      <OutdatedMarks />
      <FindingPanel report={report} />
    </>
  );
}
