/** 审核报告: made as a sheet of the workbook, printable; made anew in its place; taken away. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, usePaneState } from '../PaneContext';
import { useSubmission } from './useSubmission';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function ReportPart() {
  const styles = useStyles();
  const { language } = usePane();
  const { busy } = usePaneState();
  const { submit, words } = useSubmission();
  const texts = words.report;
  return (
    <>
      <Text size={200}>{texts.lead}</Text>
      <div className={styles.buttons}>
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => void submit.makeReport(language)}
        >
          {busy === 'reportSheet' ? texts.making : texts.make}
        </Button>
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => void submit.removeReport()}
        >
          {texts.remove}
        </Button>
      </div>
      <Text size={200} className={styles.quiet}>
        {texts.fingerprint}
      </Text>
    </>
  );
}
