/** The rows of a preview, or of a part of it, so many at a time. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { WritePlan } from '../../domain/fill/plannedWrite';
import { WriteItem } from './PreviewItem';
import { useWritingTexts } from './useWritingTexts';

/** How many cells are shown at a time. */
const step = 80;

const useStyles = makeStyles({
  writes: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

interface WriteRowsProps {
  readonly plan: WritePlan;
  /** Indices into the plan's writes. */
  readonly indices: readonly number[];
  /** Whether each row says why, or the title above all of them does. */
  readonly reasons: 'shown' | 'above';
  readonly chosen: ReadonlySet<number>;
  readonly onToggle: (index: number) => void;
}

export function WriteRows({ plan, indices, reasons, chosen, onToggle }: WriteRowsProps) {
  const styles = useStyles();
  const texts = useWritingTexts().preview;
  const [shown, setShown] = useState(step);
  const rest = indices.length - shown;
  return (
    <>
      <ul className={styles.writes}>
        {indices.slice(0, shown).map((index) => {
          const write = plan.writes[index];
          if (write === undefined) return null;
          return (
            <WriteItem
              key={index}
              write={write}
              reason={reasons}
              isChosen={chosen.has(index)}
              onToggle={() => {
                onToggle(index);
              }}
            />
          );
        })}
      </ul>
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
