/** Tells screen readers what changed: the verdict after each check, and every notice. */
import { Suspense } from 'react';
import { usePane, usePaneState } from '../PaneContext';
import { useUnseen } from '../parts/unseen';
import { LazyNoticeText } from './lazyViews';
import { notCheckedTexts, refusedText, verdictText } from '../check/verdictTexts';

export function Announcer() {
  const { unseen } = useUnseen();
  const { texts, language } = usePane();
  const { check, notice } = usePaneState();
  return (
    <div className={unseen} role="status" aria-live="polite">
      {check.kind === 'none' || check.kind === 'running' ? '' : verdictText(check, null, texts)}{' '}
      {notCheckedTexts(check, null, texts, language).join(' ')} {refusedText(check, texts)}{' '}
      <Suspense fallback={null}>
        {notice === null ? null : <LazyNoticeText notice={notice} />}
      </Suspense>
    </div>
  );
}
