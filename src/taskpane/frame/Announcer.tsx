/** Tells screen readers what changed: the verdict after each check, and every notice. */
import { makeStyles } from '@fluentui/react-components';
import { Suspense } from 'react';
import { usePane, usePaneState } from '../PaneContext';
import { LazyNoticeText } from './lazyViews';
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
  return (
    <div className={styles.unseen} role="status" aria-live="polite">
      {check.kind === 'none' || check.kind === 'running' ? '' : verdictText(check, texts)}{' '}
      {notCheckedTexts(check, texts, language).join(' ')} {refusedText(check, texts)}{' '}
      <Suspense fallback={null}>
        {notice === null ? null : <LazyNoticeText notice={notice} />}
      </Suspense>
    </div>
  );
}
