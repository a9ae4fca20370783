/** Said once above the findings: explanations are kept in the workbook that cannot be read, or none can be kept. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { UnitReport, WorkbookReport } from '../../../application/report/report';
import { asksForExplanation } from '../../../domain/submission/explainable';
import { unreadableExplanations } from '../../../wording/explanations';
import { usePane } from '../../PaneContext';

const useStyles = makeStyles({
  note: { flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
});

interface UnreadableExplanationsProps extends Pick<WorkbookReport, 'explained'> {
  /** Those that are looked at. */
  readonly units: readonly Pick<UnitReport, 'findings'>[];
}

export function UnreadableExplanations({ explained, units }: UnreadableExplanationsProps) {
  const styles = useStyles();
  const { language } = usePane();
  const { unreadable } = explained;
  if (unreadable === null) return null;
  // Where nothing asks for words, it does not matter that none can be kept.
  const isAsked = units.some(({ findings }) => findings.some(asksForExplanation));
  if (unreadable === 'notSupported' && !isAsked) return null;
  return (
    <Text size={200} block className={styles.note}>
      {unreadableExplanations(unreadable, language)}
    </Text>
  );
}
