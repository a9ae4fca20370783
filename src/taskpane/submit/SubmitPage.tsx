/** 报送: what is left to be done before the workbook goes out, and the report that goes with it. */
import { Suspense } from 'react';
import { reportTextTexts } from '../../wording/paneReportText';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LazyReportText } from '../reportText/lazyReportText';
import { UndoPanel } from '../writing/UndoPanel';
import { ReadyPart } from './ReadyPart';

export function SubmitPage() {
  const { language } = usePane();
  return (
    <>
      <ReadyPart />
      <Disclosure title={reportTextTexts(language).title} initially="closed">
        <Suspense fallback={null}>
          <LazyReportText />
        </Suspense>
      </Disclosure>
      <UndoPanel />
    </>
  );
}
