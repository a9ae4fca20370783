/** The open workbook and the pane beside it, under a bar for opening, saving and undoing. */
import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { FilePicker } from '../taskpane/consolidate/FilePicker';
import { Icon } from '../taskpane/parts/icons';
import type { Language } from '../wording/language';
import { pageTexts } from '../wording/pageTexts';
import { LanguageButton } from './LanguageButton';
import type { PageControl } from './PageControl';
import type { OpenDesk, PageState } from './pageState';
import { LazyBook } from './table/lazyBook';
import { useBook } from './useBook';

/** Where the table stands above the pane instead of beside it. */
const small = '@media (max-width: 760px)';

const useStyles = makeStyles({
  desk: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    flex: '1 1 160px',
    minWidth: 0,
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
  },
  file: {
    minWidth: 0,
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  unsaved: { flexShrink: 0, color: tokens.colorPaletteDarkOrangeForeground1 },
  remark: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorPaletteGreenBackground1,
  },
  failed: { backgroundColor: tokens.colorPaletteRedBackground1 },
  remarkText: { flexGrow: 1 },
  work: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) clamp(340px, 26vw, 460px)',
    [small]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'minmax(0, 9fr) minmax(0, 11fr)',
    },
  },
  alone: {
    gridTemplateColumns: 'minmax(0, 960px)',
    justifyContent: 'center',
    [small]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'minmax(0, 1fr)' },
  },
  pane: {
    minHeight: 0,
    minWidth: 0,
    overflow: 'hidden',
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    [small]: {
      borderLeft: 0,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    },
  },
  paneAlone: {
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    [small]: { borderRight: 0, borderTop: 0 },
  },
});

interface DeskProps {
  readonly control: PageControl;
  readonly desk: OpenDesk;
  readonly language: Language;
  readonly remark: PageState['remark'];
  readonly colours: 'file' | 'own';
}

export function Desk({ control, desk, language, remark, colours }: DeskProps) {
  const styles = useStyles();
  const isBlank = useBook(desk.book, ({ sheets }) =>
    sheets.every(({ rowCount }) => rowCount === 0),
  );
  // Units that are added up have the whole page, until their sum is there to be looked at.
  const isAlone = desk.purpose === 'set' && isBlank;
  return (
    <div className={styles.desk} lang={language}>
      <Bar control={control} desk={desk} language={language} />
      {remark === null ? null : <Remark control={control} remark={remark} language={language} />}
      <div className={mergeClasses(styles.work, isAlone && styles.alone)}>
        {isAlone ? null : (
          <Suspense fallback={<div />}>
            <LazyBook desk={desk} language={language} colours={colours} />
          </Suspense>
        )}
        <div className={mergeClasses(styles.pane, isAlone && styles.paneAlone)}>
          {desk.pane.element}
        </div>
      </div>
    </div>
  );
}

function Bar({ control, desk, language }: Pick<DeskProps, 'control' | 'desk' | 'language'>) {
  const styles = useStyles();
  const texts = pageTexts(language);
  const words = texts.bar;
  const { book } = desk;
  const canUndo = useBook(book, (one) => one.canUndo);
  const canRedo = useBook(book, (one) => one.canRedo);
  const isChanged = useBook(book, (one) => one.changed);
  return (
    <header className={styles.bar} aria-label={words.label}>
      <Button size="small" appearance="subtle" onClick={control.goHome}>
        {words.home}
      </Button>
      <FilePicker
        label={words.open}
        count="several"
        size="small"
        onFiles={(files) => {
          control.open({ files, fromFolder: false });
        }}
      />
      <div className={styles.name}>
        <h1 className={styles.file} title={book.name}>
          {book.name}
        </h1>
        {isChanged ? (
          <Text size={200} className={styles.unsaved}>
            {words.unsaved}
          </Text>
        ) : null}
      </div>
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name="undo" />}
        aria-label={words.undo}
        title={words.undo}
        disabledFocusable={!canUndo}
        onClick={control.undo}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name="redo" />}
        aria-label={words.redo}
        title={words.redo}
        disabledFocusable={!canRedo}
        onClick={control.redo}
      />
      <Button
        size="small"
        appearance="primary"
        onClick={() => {
          control.saveCopy();
        }}
      >
        {words.saveCopy}
      </Button>
      <LanguageButton language={language} onLanguage={control.switchLanguage} />
    </header>
  );
}

interface RemarkProps extends Pick<DeskProps, 'control' | 'language'> {
  readonly remark: NonNullable<PageState['remark']>;
}

function Remark({ control, remark, language }: RemarkProps) {
  const styles = useStyles();
  return (
    <div
      role={remark.kind === 'failed' ? 'alert' : 'status'}
      className={mergeClasses(styles.remark, remark.kind === 'failed' && styles.failed)}
    >
      <Text size={200} className={styles.remarkText}>
        {remark.text}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name="close" />}
        aria-label={pageTexts(language).close}
        onClick={control.closeRemark}
      />
    </div>
  );
}
