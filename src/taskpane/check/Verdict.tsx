/** The verdict: one word, a picture that does not rely on colour, and what it rests on. */
import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { findingsOf } from '../../application/report/report';
import { usePane, usePaneState } from '../PaneContext';
import { lastReport } from '../state/paneState';
import { Icon } from '../parts/icons';
import type { VerdictName } from './verdictTexts';
import {
  calculationText,
  notCheckedTexts,
  refusedText,
  verdictDetail,
  verdictNameOf,
  verdictText,
} from './verdictTexts';

const useStyles = makeStyles({
  verdict: {
    flexShrink: 0,
    display: 'grid',
    gridTemplateColumns: '28px 1fr',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: tokens.strokeWidthThickest,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  passed: { borderLeftColor: tokens.colorStatusSuccessForeground1 },
  errors: { borderLeftColor: tokens.colorStatusDangerForeground1 },
  warnings: { borderLeftColor: tokens.colorStatusWarningForeground1 },
  passedIcon: { color: tokens.colorStatusSuccessForeground1 },
  errorsIcon: { color: tokens.colorStatusDangerForeground1 },
  warningsIcon: { color: tokens.colorStatusWarningForeground1 },
  quietIcon: { color: tokens.colorNeutralForeground3 },
  icon: { display: 'flex' },
  title: { margin: 0 },
  detail: { gridColumn: '2', color: tokens.colorNeutralForeground2 },
  next: { gridColumn: '2', justifySelf: 'start', marginTop: tokens.spacingVerticalS },
});

const pictures = {
  never: 'unknown',
  passed: 'passed',
  errors: 'error',
  warnings: 'warning',
  notChecked: 'unknown',
  notCalculated: 'unknown',
  outdated: 'unknown',
} as const satisfies Record<VerdictName, string>;

export function Verdict() {
  const styles = useStyles();
  const { texts, language, control } = usePane();
  const { check, busy } = usePaneState();
  const name = verdictNameOf(check);
  const coloured = name === 'passed' || name === 'errors' || name === 'warnings' ? name : null;
  const icon = coloured === null ? styles.quietIcon : styles[`${coloured}Icon` as const];
  const report = lastReport(check);
  const hasFailed = check.kind === 'failed';
  const noTable = !hasFailed && report?.units.length === 0;
  const calculation = calculationText(check, texts);
  const details = [
    verdictDetail(check, texts),
    calculation,
    hasFailed ? '' : refusedText(check, texts),
    coloured !== null && report !== null && findingsOf(report).length > 0
      ? texts.verdictDetail.checks(report.checks.run)
      : '',
    ...notCheckedTexts(check, texts, language),
  ].filter((detail) => detail !== '');
  return (
    <section
      className={mergeClasses(styles.verdict, coloured !== null && styles[coloured])}
      aria-label={verdictText(check, texts)}
    >
      <span className={mergeClasses(styles.icon, icon)}>
        <Icon name={pictures[name]} size={24} />
      </span>
      <Text as="h1" size={500} weight="semibold" className={styles.title}>
        {verdictText(check, texts)}
      </Text>
      {details.map((detail) => (
        <Text key={detail} size={200} className={styles.detail}>
          {detail}
        </Text>
      ))}
      {calculation !== '' ? (
        <Button
          size="small"
          className={styles.next}
          disabledFocusable={busy !== null}
          onClick={() => void control.recalculate()}
        >
          {texts.recalculate}
        </Button>
      ) : hasFailed ? (
        <Button
          size="small"
          className={styles.next}
          disabledFocusable={busy !== null}
          onClick={() => void control.check()}
        >
          {texts.tryAgain}
        </Button>
      ) : noTable ? (
        <Button
          size="small"
          className={styles.next}
          onClick={() => {
            control.store.send({ type: 'pageOpened', page: 'template' });
          }}
        >
          {texts.toTemplate}
        </Button>
      ) : null}
    </section>
  );
}
