/** Said once above the findings: explanations are kept in the workbook that cannot be read, or none can be kept. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { WorkbookReport } from '../../../application/report/report';
import { findingsOf } from '../../../application/report/report';
import { asksForExplanation } from '../../../domain/submission/explainable';
import { unreadableExplanations } from '../../../wording/explanations';
import { usePane } from '../../PaneContext';

const useStyles = makeStyles({
  note: { flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
});

export function UnreadableExplanations({ report }: { readonly report: WorkbookReport }) {
  const styles = useStyles();
  const { language } = usePane();
  const { unreadable } = report.explained;
  if (unreadable === null) return null;
  // Where nothing asks for words, it does not matter that none can be kept.
  if (unreadable === 'notSupported' && !findingsOf(report).some(asksForExplanation)) return null;
  return (
    <Text size={200} block className={styles.note}>
      {unreadableExplanations(unreadable, language)}
    </Text>
  );
}
