/** A notice as a text, for those who hear the pane. */
import { usePane } from '../PaneContext';
import { isRemark } from '../state/paneState';
import type { Notice } from '../state/paneState';
import { noticeText } from './noticeTexts';

export function NoticeText({ notice }: { readonly notice: Notice }) {
  const { texts, language } = usePane();
  const failed = notice.kind === 'failed' && !isRemark(notice) ? texts.failed[notice.task] : '';
  return <>{`${failed}${noticeText(notice, texts, language)}`}</>;
}
