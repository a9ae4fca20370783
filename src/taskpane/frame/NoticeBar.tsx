/**
 * Says above the page what could not be done and what to do about it, or what was done: on one line,
 * the rest on demand.
 */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { usePane, usePaneState } from '../PaneContext';
import { isAboutWriting, isRemark } from '../state/paneState';
import type { Notice } from '../state/paneState';
import { Icon } from '../parts/icons';
import { narrow } from '../parts/narrow';
import { aftermathText, noticeText } from './noticeTexts';

const useStyles = makeStyles({
  // Flex children would be squeezed by a long list below.
  bar: {
    flexShrink: 0,
    paddingRight: 0,
    columnGap: tokens.spacingHorizontalXS,
    [narrow]: {
      gridTemplateColumns: 'auto minmax(0, 1fr) auto',
      gridTemplateAreas: `"icon body actions" "secondaryActions secondaryActions secondaryActions"`,
    },
  },
  body: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  folded: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  unfolded: { whiteSpace: 'normal' },
  title: { fontWeight: tokens.fontWeightSemibold },
  small: {
    minWidth: 0,
    whiteSpace: 'nowrap',
    padding: `0 ${tokens.spacingHorizontalXS}`,
  },
});

export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const { control, writing, texts, language } = usePane();
  const { undo, busy } = usePaneState();
  const [unfolded, setUnfolded] = useState<Notice | null>(null);
  const isAll = unfolded === notice;
  const { line, isCut } = useCutLine(notice, isAll);
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
  const isFault = notice.kind === 'failed' && !isRemark(notice);
  const intent = isFault ? 'error' : isNews(notice) ? 'info' : 'success';
  const canUndo = undo !== null && isAboutWriting(notice);
  return (
    <MessageBar className={styles.bar} layout={isAll ? 'multiline' : 'singleline'} intent={intent}>
      <MessageBarBody className={styles.body}>
        <div ref={line} className={isAll ? styles.unfolded : styles.folded}>
          {isFault ? (
            <>
              <span className={styles.title}>{texts.failed[notice.task]}</span>{' '}
              {noticeText(notice, texts, language)}
              {notice.aftermath === null ? null : ` ${aftermathText(notice.aftermath, language)}`}
            </>
          ) : (
            noticeText(notice, texts, language)
          )}
        </div>
      </MessageBarBody>
      <MessageBarActions containerAction={close}>
        {isCut || isAll ? (
          <Button
            size="small"
            appearance="transparent"
            className={styles.small}
            aria-expanded={isAll}
            onClick={() => {
              setUnfolded(isAll ? null : notice);
            }}
          >
            {isAll ? texts.showLess : texts.showAll}
          </Button>
        ) : null}
        {canUndo ? (
          <Button
            size="small"
            className={styles.small}
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

/** Whether the line has no room for all of the text; looked at again when the pane changes its width. */
function useCutLine(notice: Notice, isAll: boolean) {
  const line = useRef<HTMLDivElement>(null);
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const { current } = line;
    if (current === null || isAll) return;
    const measure = () => {
      setCut(current.scrollWidth > current.clientWidth);
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [notice, isAll]);
  return { line, isCut };
}

/** What is to be known, without anything having been done. */
function isNews(notice: Notice): boolean {
  return notice.kind === 'failed' || notice.deed.kind === 'noTable';
}
