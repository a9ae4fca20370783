// What the workbench itself offers: files, undo, samples, language and theme; and that it is not Excel.

import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  FolderOpenRegular,
  SaveRegular,
  WeatherMoonRegular,
  WeatherSunnyRegular,
} from '@fluentui/react-icons';
import { useRef } from 'react';
import type { FolderEntry, SampleEntry, SampleList } from './samples';
import type { Language, Theme, Words } from './words';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  name: {
    margin: 0,
    marginRight: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  space: { flexGrow: 1 },
  note: {
    margin: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  link: { color: 'inherit' },
  file: { display: 'none' },
});

export interface Commands {
  readonly open: (file: File) => void;
  readonly openSample: (sample: SampleEntry) => void;
  readonly giveFolder: (folder: FolderEntry) => void;
  readonly save: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly switchLanguage: () => void;
  readonly switchTheme: () => void;
}

interface CommandBarProps {
  readonly words: Words;
  readonly language: Language;
  readonly theme: Theme;
  readonly fileName: string;
  readonly changed: boolean;
  readonly samples: SampleList;
  readonly commands: Commands;
}

export function CommandBar(props: CommandBarProps) {
  const { words, language, theme, fileName, changed, samples, commands } = props;
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <header>
      <div role="group" aria-label={words.commands} className={styles.bar}>
        <h1 className={styles.name}>{changed ? `${fileName} · ${words.changed}` : fileName}</h1>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.xlsm"
          aria-label={words.open}
          className={styles.file}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file can be opened again.
            event.target.value = '';
            if (file) commands.open(file);
          }}
        />
        <Button
          appearance="subtle"
          icon={<FolderOpenRegular />}
          onClick={() => input.current?.click()}
        >
          {words.open}
        </Button>
        <Select
          appearance="filled-lighter"
          aria-label={words.samples}
          value=""
          onChange={(_event, { value }) => {
            const sample = samples.workbooks.find(({ id }) => id === value);
            if (sample) commands.openSample(sample);
            const folder = samples.folders.find(({ id }) => id === value);
            if (folder) commands.giveFolder(folder);
          }}
        >
          <option value="" hidden>
            {words.samples}
          </option>
          {[...samples.workbooks, ...samples.folders].map(({ id, title }) => (
            <option key={id} value={id}>
              {title[language]}
            </option>
          ))}
        </Select>
        <Button appearance="subtle" icon={<SaveRegular />} onClick={commands.save}>
          {words.save}
        </Button>
        <Button appearance="subtle" icon={<ArrowUndoRegular />} onClick={commands.undo}>
          {words.undo}
        </Button>
        <Button appearance="subtle" icon={<ArrowRedoRegular />} onClick={commands.redo}>
          {words.redo}
        </Button>
        <span className={styles.space} />
        <Button
          appearance="subtle"
          icon={theme === 'dark' ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
          onClick={commands.switchTheme}
        >
          {theme === 'dark' ? words.light : words.dark}
        </Button>
        <Button
          appearance="subtle"
          lang={language === 'zh-CN' ? 'en-US' : 'zh-CN'}
          onClick={commands.switchLanguage}
        >
          {words.otherLanguage}
        </Button>
      </div>
      <p className={styles.note}>
        {words.notExcel}{' '}
        <a href="/addin/index.html" target="_blank" rel="noopener" className={styles.link}>
          {words.withoutExcel}
        </a>
      </p>
    </header>
  );
}
