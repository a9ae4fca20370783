/** 报送: what is left to be done before the workbook goes out, and what goes with it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { reportTextTexts } from '../../wording/paneReportText';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LazyReportText } from '../reportText/lazyReportText';
import { UndoPanel } from '../writing/UndoPanel';
import { LastRoundPart } from './LastRoundPart';
import { ReadyPart } from './ReadyPart';
import { ReportPart } from './ReportPart';
import { useSubmission } from './useSubmission';

const useStyles = makeStyles({
  other: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalS,
  },
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
  },
});

export function SubmitPage() {
  const { language } = usePane();
  const { words } = useSubmission();
  return (
    <>
      <ReadyPart />
      <Section title={words.lastRound.title}>
        <LastRoundPart />
      </Section>
      <Section title={words.report.title}>
        <ReportPart />
      </Section>
      <Section title={reportTextTexts(language).title}>
        <Suspense fallback={null}>
          <LazyReportText />
        </Suspense>
      </Section>
      <UndoPanel />
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part that is folded until it is asked for. */
function Section({ title, children }: SectionProps) {
  const styles = useStyles();
  return (
    <div className={styles.other}>
      <Disclosure title={title} initially="closed">
        <div className={styles.part}>{children}</div>
      </Disclosure>
    </div>
  );
}
