// Which sheets are there, and how does one go to another?

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { GridState, Store } from './state';
import type { Words } from './words';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { display: 'flex', flexGrow: 1, minWidth: 0, overflowX: 'hidden', padding: '2px' },
  tab: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderBottom: '3px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
  },
});

/** Ids of the elements, so that the cells can be named after their tab. */
export const tabId = (sheet: string): string => `workbench-sheet-tab-${sheet}`;
/** Part of the visible width that one press scrolls. */
const STRIDE = 0.8;

export interface SheetTabsProps {
  readonly store: Store<GridState>;
  readonly words: Words;
  readonly activate: (id: string) => void;
}

export function SheetTabs({ store, words, activate }: SheetTabsProps) {
  const styles = useStyles();
  const { tabs, active } = useSyncExternalStore(store.subscribe, store.get);
  const [focused, setFocused] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.filter(({ visibility }) => visibility === 'visible');
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [active, tabs]);
  // The tab that the keyboard reaches first: the one in front, unless arrows have moved on.
  const reached = shown.some(({ id }) => id === focused) ? focused : active;
  const scroll = (by: 1 | -1): void => {
    list.current?.scrollBy({ left: by * STRIDE * list.current.clientWidth });
  };
  const keyDown = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    const last = shown.length - 1;
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: index === 0 ? last : index - 1,
      ArrowRight: index === last ? 0 : index + 1,
      Home: 0,
      End: last,
    };
    const target = shown[to[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    setFocused(target.id);
    document.getElementById(tabId(target.id))?.focus();
  };
  return (
    <div className={styles.bar}>
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronLeftRegular />}
        aria-label={words.previousSheets}
        onClick={() => {
          scroll(-1);
        }}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronRightRegular />}
        aria-label={words.nextSheets}
        onClick={() => {
          scroll(1);
        }}
      />
      <div
        ref={list}
        role="tablist"
        aria-label={words.sheets}
        className={styles.list}
        onBlur={() => {
          setFocused(null);
        }}
      >
        {shown.map((tab, index) => (
          <button
            key={tab.id}
            id={tabId(tab.id)}
            type="button"
            role="tab"
            aria-selected={tab.id === active}
            tabIndex={tab.id === reached ? 0 : -1}
            className={mergeClasses(styles.tab, tab.id === active && styles.active)}
            style={tab.colour === undefined ? undefined : { borderBottomColor: tab.colour }}
            onMouseDown={(event) => {
              // The cells keep the focus.
              event.preventDefault();
            }}
            onClick={() => {
              activate(tab.id);
            }}
            onFocus={() => {
              setFocused(tab.id);
            }}
            onKeyDown={(event) => {
              keyDown(event, index);
            }}
          >
            {tab.name}
            {tab.protected ? words.protectedSheet : ''}
          </button>
        ))}
      </div>
    </div>
  );
}
