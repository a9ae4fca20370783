// The place of the spreadsheet; another workbook gets another grid.

import { makeStyles } from '@fluentui/react-components';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { Refusal } from '../editing/editing';
import type { Grid } from '../grid/grid';
import type { GridTarget } from '../grid/target';
import type { OpenDocument } from './documents';
import type { Language, Theme, Words } from './words';

const useStyles = makeStyles({
  grid: { flexGrow: 1, minWidth: 0, position: 'relative' },
  fill: { position: 'absolute', inset: 0 },
});

/** In the page's timeline: the cells can be seen and used. */
const readyMark = 'workbench-ready';

interface GridFrameProps {
  readonly document: OpenDocument;
  readonly grid: RefObject<Grid | null>;
  readonly language: Language;
  readonly theme: Theme;
  readonly words: Words;
  readonly tell: (sentence: string) => void;
}

function refusalText(refusal: Refusal | null, words: Words): string | null {
  if (refusal === null) return null;
  const place = `${refusal.sheet}!${refusal.cell}`;
  switch (refusal.reason) {
    case 'protected':
      return words.protectedCell(place);
    case 'unreadable':
      return words.refused(place);
    case 'invalid':
      return words.invalid(place, refusal.says ?? '');
  }
}

/** What the user does in the grid goes to the workbook, and refusals come back as sentences. */
function gridTarget(
  { editing }: OpenDocument,
  words: Words,
  tell: (sentence: string) => void,
): GridTarget {
  return {
    enter: async (sheet, entries) => refusalText(await editing.enter(sheet, entries), words),
    undo: async () => {
      if (!(await editing.undo())) tell(words.nothingToUndo);
    },
    redo: async () => {
      if (!(await editing.redo())) tell(words.nothingToRedo);
    },
    tell,
  };
}

export function GridFrame(props: GridFrameProps) {
  const { document, grid, language, theme, words, tell } = props;
  const styles = useStyles();
  const container = useRef<HTMLDivElement>(null);
  const firstTheme = useRef(theme);
  useEffect(() => {
    firstTheme.current = theme;
    grid.current?.setTheme(theme);
  }, [grid, theme]);
  useEffect(() => {
    const place = container.current;
    if (place === null) return undefined;
    let made: Grid | null = null;
    let left = false;
    performance.clearMarks(readyMark);
    void import('../grid/grid').then(({ createGrid }) => {
      if (left) return;
      made = createGrid({
        container: place,
        host: document.host,
        target: gridTarget(document, words, tell),
        language,
        theme: firstTheme.current,
      });
      grid.current = made;
      // For the browser's console, and for tests: what is open, and where its cells are on screen.
      Reflect.set(window, 'workbench', { host: document.host, grid: made });
      void made.ready.then(() => {
        performance.mark(readyMark);
        // Whoever opens a workbook types next, unless they have gone elsewhere meanwhile.
        if (window.document.activeElement === window.document.body) made?.focus();
      });
    });
    return () => {
      left = true;
      made?.dispose();
      grid.current = null;
    };
  }, [document, language, words, tell, grid]);
  return (
    <main aria-label={words.grid} className={styles.grid}>
      <div ref={container} className={styles.fill} />
    </main>
  );
}
