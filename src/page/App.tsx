/** The whole page: the first screen, or a workbook with the pane beside it, and what is asked in between. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { LoadBoundary } from '../taskpane/frame/LoadBoundary';
import { themeFor } from '../taskpane/theme';
import { pageTexts } from '../wording/pageTexts';
import { paneTexts } from '../wording/paneTexts';
import type { PageControl } from './PageControl';
import { PageEnvironment } from './PageEnvironment';
import type { PageState } from './pageState';
import { LazyAsked, LazyDesk } from './lazyParts';
import { StartScreen } from './start/StartScreen';
import { usePageKeys } from './usePageKeys';

const useStyles = makeStyles({ provider: { height: '100%', overflow: 'auto' } });

export function App({ control }: { readonly control: PageControl }) {
  const styles = useStyles();
  const { store } = control;
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { language, question } = state;
  const environment = useMemo(() => new PageEnvironment(language), [language]);
  const [theme, setTheme] = useState(environment.theme);
  useEffect(() => environment.onThemeChange(setTheme), [environment]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = titleOf(state);
  }, [language, state]);
  usePageKeys(control);
  return (
    <FluentProvider theme={themeFor(theme)} targetDocument={document} className={styles.provider}>
      <Scene control={control} state={state} colours={theme === 'light' ? 'file' : 'own'} />
      {question === null ? null : (
        <Suspense fallback={null}>
          <LazyAsked control={control} state={state} question={question} />
        </Suspense>
      )}
    </FluentProvider>
  );
}

function titleOf({ scene, language }: PageState): string {
  const { title } = pageTexts(language);
  return scene.kind === 'desk' ? `${scene.desk.book.name} - ${title}` : title;
}

interface SceneProps {
  readonly control: PageControl;
  readonly state: PageState;
  readonly colours: 'file' | 'own';
}

function Scene({ control, state, colours }: SceneProps) {
  const { scene, language, remark } = state;
  if (scene.kind === 'desk') {
    const { desk } = scene;
    return (
      <LoadBoundary texts={paneTexts(language)} language={language}>
        <Suspense fallback={null}>
          <LazyDesk {...{ control, desk, language, remark, colours }} />
        </Suspense>
      </LoadBoundary>
    );
  }
  return (
    <StartScreen
      language={language}
      trouble={scene.kind === 'start' ? scene.trouble : null}
      opening={scene.kind === 'opening' ? scene : null}
      onFiles={control.open}
      onTemplate={control.beginTemplate}
      onCancel={control.cancelOpening}
      onLanguage={control.switchLanguage}
    />
  );
}
