/** Tells screen readers what changed: the verdict after each check, and every notice. */
import { makeStyles } from '@fluentui/react-components';
import { hostFaultMessage } from '../../wording/hostFaults';
import { usePane, usePaneState } from '../PaneContext';
import { notCheckedTexts, refusedText, verdictText } from '../check/verdictTexts';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function Announcer() {
  const styles = useStyles();
  const { texts, language } = usePane();
  const { check, notice } = usePaneState();
  const told =
    notice === null
      ? ''
      : notice.kind === 'done'
        ? notice.text
        : `${texts.failed[notice.wish]}${hostFaultMessage(notice.fault, language)}`;
  return (
    <div className={styles.unseen} role="status" aria-live="polite">
      {check.report === null && check.failure === null ? '' : verdictText(check, texts)}{' '}
      {notCheckedTexts(check, texts, language).join(' ')} {refusedText(check, texts)} {told}
    </div>
  );
}
