/** The whole pane: theme, tabs, and the page that is open. */
import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import type { EnvironmentPort } from '../application/ports';
import type { PaneShared } from './PaneContext';
import { PaneProvider, usePane, usePaneState } from './PaneContext';
import type { Page } from './state/paneState';
import { themeFor } from './theme';
import { Announcer } from './frame/Announcer';
import { CheckPage } from './check/CheckPage';
import {
  LazyConsolidate,
  LazyNotice,
  LazyFill,
  LazyPreview,
  LazySettings,
  LazySubmit,
} from './frame/lazyViews';
import { LoadBoundary } from './frame/LoadBoundary';
import { Tabs, pagePanelId } from './frame/Tabs';
import { useKeptFocus } from './frame/useKeptFocus';

const useStyles = makeStyles({
  provider: { height: '100%' },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  panel: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  // In sight however far the page is scrolled.
  notice: {
    flexShrink: 0,
    maxHeight: '50%',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0`,
  },
  page: {
    flexGrow: 1,
    minHeight: 0,
    // Of it, not of the document, are texts for screen readers alone that lie below what is in sight.
    position: 'relative',
    overflowY: 'auto',
    overflowX: 'hidden',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    // What does not fit is scrolled to, never squeezed.
    '& > *': { flexShrink: 0 },
  },
  // What gets the focus comes to stand above the buttons at the lower edge.
  barred: { scrollPaddingBottom: '56px' },
});

export interface PaneProps extends PaneShared {
  readonly environment: EnvironmentPort;
}

export function Pane({ environment, ...shared }: PaneProps) {
  const styles = useStyles();
  const [theme, setTheme] = useState(environment.theme);
  useEffect(() => environment.onThemeChange(setTheme), [environment]);
  return (
    // Fluent's own default is the document of the time at which its modules were loaded.
    <FluentProvider theme={themeFor(theme)} targetDocument={document} className={styles.provider}>
      <PaneProvider value={shared}>
        <Frame />
      </PaneProvider>
    </FluentProvider>
  );
}

function Frame() {
  const styles = useStyles();
  const { texts, language } = usePane();
  const { busy, page, notice, preview } = usePaneState();
  const panel = useKeptFocus();
  return (
    <main className={styles.pane} lang={language}>
      <Tabs />
      <div
        ref={panel}
        id={pagePanelId}
        role="tabpanel"
        tabIndex={-1}
        aria-label={texts.pages[page]}
        className={styles.panel}
        aria-busy={busy !== null}
      >
        <LoadBoundary key={page} texts={texts} language={language}>
          {notice === null ? null : (
            <Suspense fallback={null}>
              <div className={styles.notice}>
                <LazyNotice notice={notice} />
              </div>
            </Suspense>
          )}
          <div
            key={preview === null ? 'page' : 'preview'}
            className={mergeClasses(
              styles.page,
              (preview !== null || page === 'fill') && styles.barred,
            )}
          >
            <Suspense fallback={null}>
              <OpenPage />
            </Suspense>
          </div>
        </LoadBoundary>
      </div>
      <Announcer />
    </main>
  );
}

/** The view of each page. */
const views: Readonly<Record<Page, ComponentType>> = {
  fill: LazyFill,
  check: CheckPage,
  submit: LazySubmit,
  consolidate: LazyConsolidate,
  settings: LazySettings,
};

function OpenPage() {
  const { page, preview } = usePaneState();
  if (preview !== null) return <LazyPreview preview={preview} />;
  const View = views[page];
  return <View />;
}
