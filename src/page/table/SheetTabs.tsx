/** The workbook's sheets, one tab stop with arrow keys between them; hidden ones are told, not shown. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { visibleText } from '../../wording/visibleText';
import type { PageTexts } from '../../wording/page';
import type { CountedMarks } from './countedMarks';

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    display: 'flex',
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    flexShrink: 0,
    maxWidth: '220px',
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    border: 0,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-3px',
    },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 3px 0 ${tokens.colorBrandForeground1}`,
  },
  error: { color: tokens.colorPaletteRedForeground1 },
  culprit: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  notice: { color: tokens.colorNeutralForeground3 },
});

/** A sheet as its tab tells of it. */
export interface SheetTab {
  readonly name: string;
  /** Its marks, the strongest first. */
  readonly marks: readonly CountedMarks[];
}

interface SheetTabsProps {
  readonly sheets: readonly SheetTab[];
  readonly open: string;
  readonly panelId: string;
  readonly words: PageTexts['table'];
  readonly onOpen: (sheet: string) => void;
}

export function SheetTabs({ sheets, open, panelId, words, onOpen }: SheetTabsProps) {
  const styles = useStyles();
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = sheets.findIndex(({ name }) => name === open);
    const next = (at + by + sheets.length) % sheets.length;
    const sheet = sheets[next];
    if (by === 0 || sheet === undefined) return;
    event.preventDefault();
    onOpen(sheet.name);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div role="tablist" aria-label={words.sheets} className={styles.tabs} onKeyDown={move}>
      {sheets.map(({ name, marks }) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === open}
          aria-controls={panelId}
          tabIndex={name === open ? 0 : -1}
          title={nameWithMarks({ name, marks }, words)}
          aria-label={nameWithMarks({ name, marks }, words)}
          className={mergeClasses(styles.tab, name === open && styles.selected)}
          onClick={() => {
            onOpen(name);
          }}
        >
          {visibleText(name)}
          {marks[0] === undefined ? null : <span className={styles[marks[0].kind]}> ●</span>}
        </button>
      ))}
    </div>
  );
}

/** What a dot stands for is told in words. */
function nameWithMarks({ name, marks }: SheetTab, words: PageTexts['table']): string {
  const told = marks.map(({ kind, cells }) => words.marked(words.marks[kind], cells));
  return [visibleText(name), ...told].join(' · ');
}
