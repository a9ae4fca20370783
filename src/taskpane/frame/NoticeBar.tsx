/** Says above the page what could not be done and what to do about it, or what was done. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { usePane, usePaneState } from '../PaneContext';
import type { Notice } from '../state/paneState';
import { Icon } from '../parts/icons';
import { aftermathText, noticeText } from './noticeTexts';

// Flex children would be squeezed by a long list below.
const useStyles = makeStyles({ bar: { flexShrink: 0 }, body: { whiteSpace: 'normal' } });

export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const { control, writing, texts, language } = usePane();
  const { undo, busy } = usePaneState();
  const close = (
    <Button
      appearance="transparent"
      size="small"
      icon={<Icon name="close" />}
      aria-label={texts.dismiss}
      onClick={() => {
        control.store.send({ type: 'noticeClosed' });
      }}
    />
  );
  const isFault = notice.kind === 'failed';
  const canUndo = undo !== null && isAboutWriting(notice);
  return (
    <MessageBar className={styles.bar} layout="multiline" intent={isFault ? 'error' : 'success'}>
      <MessageBarBody className={styles.body}>
        {isFault ? (
          <>
            <MessageBarTitle>{texts.failed[notice.task]}</MessageBarTitle>
            {noticeText(notice, texts, language)}
            {notice.aftermath === null ? null : ` ${aftermathText(notice.aftermath, language)}`}
          </>
        ) : (
          noticeText(notice, texts, language)
        )}
      </MessageBarBody>
      <MessageBarActions containerAction={close}>
        {canUndo ? (
          <Button
            size="small"
            disabledFocusable={busy !== null}
            onClick={() => void writing.undo()}
          >
            {texts.undo}
          </Button>
        ) : null}
      </MessageBarActions>
    </MessageBar>
  );
}

/** After a change of ours, and after one that was interrupted. */
function isAboutWriting(notice: Notice): boolean {
  if (notice.kind === 'failed') return notice.aftermath !== null;
  const { deed } = notice;
  return deed.kind === 'inserted' || (deed.kind === 'written' && deed.outcome.undo !== null);
}
