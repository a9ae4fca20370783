/** The pane's pages: one tab stop, arrow keys between them. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { usePane, usePaneState } from '../PaneContext';
import { pages } from '../state/paneState';
import { narrow } from '../parts/narrow';
import type { Page } from '../state/paneState';

const useStyles = makeStyles({
  // The upper right corner belongs to Excel on Mac.
  tabs: {
    flexShrink: 0,
    display: 'flex',
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: '34px',
    [narrow]: { flexWrap: 'wrap' },
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    position: 'relative',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    minHeight: '36px',
    [narrow]: { minHeight: '28px', padding: `0 ${tokens.spacingHorizontalS}` },
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    border: 0,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-3px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  // Five of them have room in the narrowest pane, also where words are longer.
  long: {
    paddingLeft: `clamp(3px, calc((100vw - 290px) / 10), ${tokens.spacingHorizontalS})`,
    paddingRight: `clamp(3px, calc((100vw - 290px) / 10), ${tokens.spacingHorizontalS})`,
    [narrow]: {
      paddingLeft: tokens.spacingHorizontalS,
      paddingRight: tokens.spacingHorizontalS,
    },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: tokens.spacingHorizontalXS,
      right: tokens.spacingHorizontalXS,
      bottom: 0,
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandForeground1,
    },
  },
});

/** Id of the element that shows the page, for the tabs to refer to. */
export const pagePanelId = 'page-panel';

export function Tabs() {
  const styles = useStyles();
  const { control, texts, language } = usePane();
  const { page } = usePaneState();
  const open = (name: Page) => {
    control.store.send({ type: 'pageOpened', page: name });
  };
  const moveTab = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = pages[(pages.indexOf(page) + by + pages.length) % pages.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    open(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-page=${next}]`)?.focus();
  };
  return (
    <div role="tablist" className={styles.tabs} aria-label={texts.productName} onKeyDown={moveTab}>
      {pages.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          data-page={name}
          className={mergeClasses(
            styles.tab,
            language === 'en-US' && styles.long,
            name === page && styles.selected,
          )}
          aria-selected={name === page}
          aria-controls={pagePanelId}
          tabIndex={name === page ? 0 : -1}
          onClick={() => {
            open(name);
          }}
        >
          {texts.pages[name]}
        </button>
      ))}
    </div>
  );
}
