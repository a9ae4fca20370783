/** The first page: the verdict and whose figures they are, always in sight; under it what was found. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { LazyReport, LazyUnitLine } from '../frame/lazyViews';
import { headedPage } from '../parts/headedPage';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';
import { CheckButton } from './CheckButton';
import { RoundSelect } from './RoundSelect';
import { useOpenedUnit } from './useOpenedUnit';
import { VerdictLine } from './VerdictLine';
import { VerdictNotes } from './VerdictNotes';
import { verdictText } from './verdictTexts';
import { Welcome } from './Welcome';

const useStyles = makeStyles({
  check: headedPage.page,
  head: headedPage.head,
  unit: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  // As wide as its text; where 报送期 does not fit beside it, that goes to its own line.
  whose: { flex: '1 1 auto', minWidth: 0, maxWidth: '100%' },
  found: { ...headedPage.body, gap: tokens.spacingVerticalXS },
  command: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
  },
});

export function CheckPage() {
  const styles = useStyles();
  const { texts } = usePane();
  const { check, acquaintance } = usePaneState();
  // Whether the recognised tables are listed; as it seems useful until the user says so.
  const [scope, setScope] = useState<'asNeeded' | 'shown' | 'hidden'>('asNeeded');
  const report = lastReport(check);
  const unit = useOpenedUnit();
  const isFirst = acquaintance === 'new' && (check.kind === 'none' || check.kind === 'running');
  if (isFirst) {
    return (
      <Welcome
        command={
          <div className={styles.command}>
            <CheckButton appearance="primary" />
            <RoundSelect />
          </div>
        }
      />
    );
  }
  return (
    <section className={styles.check} aria-label={verdictText(check, unit, texts)}>
      <div className={styles.head}>
        <VerdictLine />
        <div className={styles.unit}>
          <div className={styles.whose}>
            <Suspense fallback={null}>
              {report === null ? (
                <Text size={200}>{texts.idle}</Text>
              ) : (
                <LazyUnitLine report={report} scope={scope} onScope={setScope} />
              )}
            </Suspense>
          </div>
          <RoundSelect />
        </div>
      </div>
      <div className={styles.found}>
        <VerdictNotes />
        <Suspense fallback={null}>
          {report === null ? null : <LazyReport report={report} scope={scope} />}
        </Suspense>
      </div>
    </section>
  );
}
