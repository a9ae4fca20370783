/** The whole pane: theme, tabs, and the page that is open. */
import { FluentProvider, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { EnvironmentPort } from '../application/ports';
import type { PaneShared } from './PaneContext';
import { PaneProvider, usePane, usePaneState } from './PaneContext';
import type { Page } from './state/paneState';
import { themeFor } from './theme';
import { Announcer } from './views/Announcer';
import { CheckPage } from './views/CheckPage';
import { FillPage } from './views/FillPage';
import { NoticeBar } from './views/NoticeBar';
import { PreviewList } from './views/PreviewList';
import { SettingsPage } from './views/SettingsPage';
import { TemplatePage } from './views/TemplatePage';

const useStyles = makeStyles({
  provider: { height: '100%' },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // The upper right corner belongs to Excel on Mac.
  tabs: {
    flexShrink: 0,
    paddingRight: '36px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  page: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
});

const pages: readonly Page[] = ['check', 'fill', 'template', 'settings'];

export interface PaneProps extends PaneShared {
  readonly environment: EnvironmentPort;
}

export function Pane({ environment, ...shared }: PaneProps) {
  const styles = useStyles();
  const [theme, setTheme] = useState(environment.theme);
  useEffect(() => environment.onThemeChange(setTheme), [environment]);
  return (
    <FluentProvider theme={themeFor(theme)} className={styles.provider}>
      <PaneProvider value={shared}>
        <Frame />
      </PaneProvider>
    </FluentProvider>
  );
}

function Frame() {
  const styles = useStyles();
  const { control, texts, language } = usePane();
  const { page, busy } = usePaneState();
  return (
    <div className={styles.pane} lang={language}>
      <nav className={styles.tabs} aria-label={texts.productName}>
        <TabList
          size="small"
          selectedValue={page}
          onTabSelect={(_, { value }) => {
            const next = pages.find((name) => name === value);
            if (next !== undefined) control.store.send({ type: 'pageOpened', page: next });
          }}
        >
          {pages.map((name) => (
            <Tab key={name} value={name}>
              {texts.pages[name]}
            </Tab>
          ))}
        </TabList>
      </nav>
      <main className={styles.page} aria-busy={busy !== null}>
        <NoticeBar />
        <OpenPage page={page} />
      </main>
      <Announcer />
    </div>
  );
}

function OpenPage({ page }: { readonly page: Page }) {
  const { preview } = usePaneState();
  if (preview !== null) return <PreviewList preview={preview} />;
  switch (page) {
    case 'check':
      return <CheckPage />;
    case 'fill':
      return <FillPage />;
    case 'template':
      return <TemplatePage />;
    case 'settings':
      return <SettingsPage />;
  }
}
