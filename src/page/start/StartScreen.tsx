/** The first screen: what can be opened here, by a button or by dropping it, and what can be begun anew. */
import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DragEvent } from 'react';
import { useState } from 'react';
import type { ChosenFile } from '../../taskpane/consolidate/GivenUnits';
import { FilePicker } from '../../taskpane/consolidate/FilePicker';
import { Icon } from '../../taskpane/parts/icons';
import type { Language } from '../../wording/language';
import { pageTexts } from '../../wording/pageTexts';
import type { GivenFiles } from './droppedFiles';
import { droppedFiles } from './droppedFiles';
import { LanguageButton } from '../LanguageButton';
import type { Scene } from '../pageState';

const useStyles = makeStyles({
  screen: {
    minHeight: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXXL,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  column: {
    width: '100%',
    maxWidth: '720px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalL, alignItems: 'flex-start' },
  title: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  lead: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
  },
  over: {
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  plain: { border: `${tokens.strokeWidthThick} solid transparent` },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  ways: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground2 },
  trouble: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorPaletteRedBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorPaletteRedBorder1}`,
  },
  troubleIcon: { flexShrink: 0, color: tokens.colorPaletteRedForeground1, paddingTop: '2px' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    justifyContent: 'space-between',
  },
  links: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  progress: { flex: '1 1 120px', minWidth: '80px' },
  percent: { minWidth: '3em', fontVariantNumeric: 'tabular-nums' },
  link: { color: tokens.colorBrandForegroundLink },
});

interface StartScreenProps {
  readonly language: Language;
  /** Why what was given last was not opened; null for nothing. */
  readonly trouble: string | null;
  /** The file that is being opened; null for none. */
  readonly opening: Pick<Extract<Scene, { kind: 'opening' }>, 'file' | 'percent'> | null;
  readonly onFiles: (given: GivenFiles) => void;
  readonly onTemplate: () => void;
  readonly onCancel: () => void;
  readonly onLanguage: () => void;
}

export function StartScreen(props: StartScreenProps) {
  const { language, trouble, opening, onFiles, onTemplate, onCancel, onLanguage } = props;
  const styles = useStyles();
  const texts = pageTexts(language);
  const words = texts.start;
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (opening !== null) return;
    void droppedFiles(event.dataTransfer).then(onFiles);
  };
  const give = (fromFolder: boolean) => (files: readonly ChosenFile[]) => {
    onFiles({ files, fromFolder });
  };
  return (
    <main
      className={styles.screen}
      lang={language}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false);
      }}
      onDrop={drop}
    >
      <div className={styles.column}>
        <div className={styles.head}>
          <img src="assets/icon-80.png" width="56" height="56" alt="" />
          <div>
            <h1 className={styles.title}>{words.title}</h1>
            <p className={styles.lead}>{words.lead}</p>
          </div>
        </div>
        {trouble === null ? null : (
          <div role="alert" className={styles.trouble}>
            <span className={styles.troubleIcon}>
              <Icon name="error" />
            </span>
            <Text>{trouble}</Text>
          </div>
        )}
        {opening === null ? (
          <>
            <section className={mergeClasses(styles.card, isOver && styles.over)}>
              <div className={styles.buttons}>
                <FilePicker
                  label={words.openFiles}
                  count="several"
                  appearance="primary"
                  onFiles={give(false)}
                />
                <FilePicker label={words.openFolder} count="folder" onFiles={give(true)} />
                <Text className={styles.quiet}>{words.dropHint}</Text>
              </div>
              <ul className={styles.ways}>
                {words.ways.map((way) => (
                  <li key={way}>{way}</li>
                ))}
              </ul>
            </section>
            <section className={mergeClasses(styles.card, styles.plain)}>
              <div className={styles.buttons}>
                <Button onClick={onTemplate}>{words.template}</Button>
                <Text className={styles.quiet}>{words.templateHint}</Text>
              </div>
            </section>
          </>
        ) : (
          <section className={mergeClasses(styles.card, styles.plain)} aria-busy>
            <div className={styles.buttons}>
              <Text role="status">{texts.opening(opening.file)}</Text>
              <progress
                aria-label={texts.opening(opening.file)}
                className={styles.progress}
                {...(opening.percent === null ? {} : { value: opening.percent, max: 100 })}
              />
              {opening.percent === null ? null : (
                <Text className={styles.percent}>{`${String(opening.percent)}%`}</Text>
              )}
              <Button onClick={onCancel}>{texts.cancel}</Button>
            </div>
          </section>
        )}
        <div className={styles.foot}>
          <Text size={200} className={styles.quiet}>
            {words.privacy}
          </Text>
          <span className={styles.links}>
            <a className={styles.link} href="help.html" target="_blank" rel="noopener">
              {texts.help}
            </a>
            <LanguageButton language={language} onLanguage={onLanguage} />
          </span>
        </div>
      </div>
    </main>
  );
}
