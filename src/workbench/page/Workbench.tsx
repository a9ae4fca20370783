// The page: commands and ribbon above, the spreadsheet, and the add-in's pane beside it.

import {
  FluentProvider,
  makeStyles,
  Spinner,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Grid } from '../grid/grid';
import { AskToSave } from './AskToSave';
import { chooseFiles } from './chooseFiles';
import { CommandBar } from './CommandBar';
import { PaneConnection } from './connection';
import { GridFrame } from './GridFrame';
import { PaneFrame } from './PaneFrame';
import { RibbonBar } from './RibbonBar';
import type { RibbonButton } from './ribbonModel';
import { readRibbon } from './ribbonModel';
import type { FolderEntry, SampleEntry, SampleList } from './samples';
import { fetchFolder, fetchSample } from './samples';
import type { Source } from './useDocuments';
import { useDocuments } from './useDocuments';
import { usePageKeys } from './usePageKeys';
import type { Language, Theme } from './words';
import { wordsOf } from './words';

const addinBase = '/addin/';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  work: { display: 'flex', flexGrow: 1, minHeight: 0 },
  opening: { flexGrow: 1 },
  status: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

export interface WorkbenchProps {
  readonly language: Language;
  readonly theme: Theme;
  readonly samples: SampleList;
  readonly first: SampleEntry;
  readonly manifest: Document;
  /** Told of what the user chose, to be kept in the page's address. */
  readonly onChoice: (language: Language, theme: Theme) => void;
}

const sampleSource = (sample: SampleEntry): Source => ({
  fileName: sample.fileName,
  from: 'sample',
  bytes: () => fetchSample(sample),
});

const fileSource = (file: File): Source => ({
  fileName: file.name,
  from: 'file',
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

export function Workbench(props: WorkbenchProps) {
  const { samples, first, manifest, onChoice } = props;
  const styles = useStyles();
  const [language, setLanguage] = useState(props.language);
  const [theme, setTheme] = useState(props.theme);
  const [message, setMessage] = useState('');
  const [paneOpen, setPaneOpen] = useState(true);
  const [, redraw] = useState(0);
  const words = wordsOf(language);
  const documents = useDocuments(words, setMessage);
  const { document: workbook, open } = documents;
  const ribbon = useMemo(() => readRibbon(manifest, language, addinBase), [manifest, language]);
  const grid = useRef<Grid | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const top = useRef<HTMLDivElement>(null);

  const connection = useMemo(
    () => workbook && new PaneConnection(workbook.host, language),
    [workbook, language],
  );
  useLayoutEffect(() => {
    connection?.setTheme(theme);
  }, [connection, theme]);

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    open(sampleSource(first));
  }, [open, first]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${words.title} · ${ribbon.name}`;
    onChoice(language, theme);
  }, [theme, language, words, ribbon, onChoice]);

  useEffect(() => {
    if (!workbook) return undefined;
    const stops = [
      workbook.host.session.onPane(setPaneOpen),
      workbook.editing.onChange(() => {
        redraw((n) => n + 1);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [workbook]);

  /** What is being typed is entered before anything else is done, as in Excel. */
  const enter = async (): Promise<void> => {
    grid.current?.commitEdit();
    await workbook?.host.asUser(() => undefined);
  };
  const backToCells = () => grid.current?.focus();
  const press = async (button: RibbonButton): Promise<void> => {
    if (!connection || !workbook) return;
    await enter();
    backToCells();
    if (button.action.kind === 'command') await connection.press(button.action.name, button.id);
    else
      await workbook.host.asUser((session) => {
        session.showPane(true);
      });
  };
  const step = async (which: 'undo' | 'redo'): Promise<void> => {
    await enter();
    backToCells();
    if (!workbook || (await workbook.editing[which]())) return;
    setMessage(which === 'undo' ? words.nothingToUndo : words.nothingToRedo);
  };
  const give = async (folder: FolderEntry): Promise<void> => {
    const files = await fetchFolder(folder).catch(() => null);
    if (files === null) setMessage(words.cannotFetch(folder.title[language]));
    else if (chooseFiles(frame.current?.contentDocument, files)) {
      setMessage(words.given(files.length));
    } else setMessage(words.notAsked);
  };
  const save = async (): Promise<void> => {
    await enter();
    await documents.save();
    backToCells();
  };
  const pageCommands = {
    save: () => void save(),
    undo: () => void step('undo'),
    redo: () => void step('redo'),
  };
  const hearKey = usePageKeys({ top, grid, frame }, pageCommands);

  return (
    <FluentProvider theme={theme === 'dark' ? webDarkTheme : webLightTheme}>
      <div className={styles.page}>
        <div ref={top}>
          <CommandBar
            words={words}
            language={language}
            theme={theme}
            fileName={workbook?.fileName ?? words.title}
            changed={workbook?.editing.changed ?? false}
            samples={samples}
            commands={{
              ...pageCommands,
              open: (file) =>
                void enter().then(() => {
                  open(fileSource(file));
                }),
              openSample: (sample) =>
                void enter().then(() => {
                  open(sampleSource(sample));
                }),
              giveFolder: (folder) => void give(folder),
              switchLanguage: () =>
                void enter().then(() => {
                  setLanguage(language === 'zh-CN' ? 'en-US' : 'zh-CN');
                }),
              switchTheme: () => {
                setTheme(theme === 'dark' ? 'light' : 'dark');
              },
            }}
          />
          <RibbonBar
            key={language}
            ribbon={ribbon}
            label={words.ribbon}
            enabled={workbook !== null}
            onPress={press}
          />
        </div>
        <div className={styles.work}>
          {workbook && connection ? (
            <>
              <GridFrame
                document={workbook}
                grid={grid}
                language={language}
                theme={theme}
                words={words}
                tell={setMessage}
              />
              <PaneFrame
                key={`${workbook.number} ${language}`}
                connection={connection}
                frame={frame}
                url={ribbon.paneUrl}
                title={ribbon.tab}
                label={words.pane}
                closeLabel={words.closePane}
                visible={paneOpen}
                onKey={hearKey}
                onClose={() => {
                  void workbook.host.showPane(false);
                }}
              />
            </>
          ) : (
            <main className={styles.opening}>
              <Spinner label={words.opening} />
            </main>
          )}
        </div>
        <footer className={styles.status}>
          <span role="status">{message}</span>
          <span>{words.keys}</span>
        </footer>
      </div>
      {documents.waiting && workbook && (
        <AskToSave
          words={words}
          fileName={workbook.fileName}
          onSave={() =>
            void documents.save().then(() => {
              documents.decide(true);
            })
          }
          onDrop={() => {
            documents.decide(true);
          }}
          onStay={() => {
            documents.decide(false);
          }}
        />
      )}
    </FluentProvider>
  );
}
