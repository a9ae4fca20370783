/** The rows of a preview, or of a part of it, so many at a time. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWritingTexts } from './useWritingTexts';

/** How many cells are shown at a time. */
const step = 80;

const useStyles = makeStyles({
  rows: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

interface PagedRowsProps {
  /** Indices into the plan's writes. */
  readonly indices: readonly number[];
  /** A list item. */
  readonly row: (index: number) => ReactNode;
}

export function PagedRows({ indices, row }: PagedRowsProps) {
  const styles = useStyles();
  const texts = useWritingTexts().preview;
  const [shown, setShown] = useState(step);
  const rest = indices.length - shown;
  return (
    <>
      <ul className={styles.rows}>{indices.slice(0, shown).map(row)}</ul>
      {rest > 0 ? (
        <Button
          onClick={() => {
            setShown(shown + step);
          }}
        >
          {texts.more(Math.min(step, rest), rest)}
        </Button>
      ) : null}
    </>
  );
}
