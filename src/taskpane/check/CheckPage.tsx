/** The first page: check, verdict, what was checked, and what was found. */
import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { reportingRounds } from '../../domain/forms/rounds';
import { roundName } from '../../wording/rounds';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';
import { LazyReport, LazySwitches } from '../frame/lazyViews';
import { Verdict } from './Verdict';
import { Welcome } from './Welcome';

const useStyles = makeStyles({
  command: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end', flexShrink: 0 },
  button: { flexGrow: 1, minHeight: '36px' },
  round: { width: '132px', flexShrink: 0 },
  select: { minWidth: 0 },
});

export function CheckPage() {
  const { check, acquaintance } = usePaneState();
  const report = lastReport(check);
  const isFirst = acquaintance === 'new' && (check.kind === 'none' || check.kind === 'running');
  if (isFirst) return <Welcome command={<CheckCommand />} />;
  return (
    <>
      <CheckCommand />
      <Verdict />
      <Suspense fallback={null}>
        {report === null ? <LazySwitches /> : <LazyReport report={report} />}
      </Suspense>
    </>
  );
}

function CheckCommand() {
  const styles = useStyles();
  const { control, texts, language } = usePane();
  const { busy, preferences, check } = usePaneState();
  const idle = lastReport(check) === null ? texts.check : texts.checkAgain;
  return (
    <div className={styles.command}>
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={busy !== null}
        onClick={() => void control.check()}
      >
        {busy === 'check' ? texts.checking : idle}
      </Button>
      <Field label={texts.round} size="small" className={styles.round}>
        <Select
          value={preferences.round}
          select={{ className: styles.select }}
          onChange={(_, { value }) => {
            const round = reportingRounds.find((name) => name === value);
            if (round !== undefined) void control.setRound(round);
          }}
        >
          {reportingRounds.map((round) => (
            <option key={round} value={round}>
              {roundName(round, language)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
