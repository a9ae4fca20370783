/** What would be written: cell, now, then, why; each can be chosen; nothing is written before the click. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane, usePaneState } from '../PaneContext';
import { useWritingTexts } from './useWritingTexts';
import type { Preview } from '../state/paneState';
import { Disclosure } from '../parts/Disclosure';
import { allChosen, toggled } from './choosing';
import { BlockedItem, WriteItem } from './PreviewItem';

/** How many cells are shown at a time. */
const step = 80;

const useStyles = makeStyles({
  title: { margin: 0 },
  bar: {
    order: 1,
    zIndex: 1,
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tools: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  count: { flexGrow: 1 },
  writes: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

export function PreviewList({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const { writing } = usePane();
  const writingTexts = useWritingTexts();
  const { busy } = usePaneState();
  const [shown, setShown] = useState(step);
  const { plan, chosen, command } = preview;
  const texts = writingTexts.preview;
  const rest = plan.writes.length - shown;
  const toggle = (index: number) => {
    writing.choose(toggled(plan.writes, chosen, index));
  };
  return (
    <>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>
        {writingTexts[command].title}
      </Text>
      <div className={styles.tools}>
        <Text size={200} className={styles.count}>
          {texts.chosen(chosen.size, plan.writes.length)}
        </Text>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            writing.choose(allChosen(plan.writes, chosen));
          }}
        >
          {texts.selectAll}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            writing.choose(new Set());
          }}
        >
          {texts.selectNone}
        </Button>
      </div>
      {/* Stands below the list, and comes before it with the tab key. */}
      <div className={styles.bar}>
        <Button
          appearance="primary"
          disabledFocusable={chosen.size === 0 || busy !== null}
          onClick={() => void writing.write()}
        >
          {texts.write(chosen.size)}
        </Button>
        <Button onClick={writing.cancel}>{texts.cancel}</Button>
      </div>
      {plan.blocked.length === 0 ? null : (
        <Disclosure title={texts.blocked(plan.blocked.length)} initially="open" tone="warning">
          <ul className={styles.writes}>
            {plan.blocked.map((blocked) => (
              <BlockedItem key={`${blocked.place.sheet}!${blocked.place.cell}`} blocked={blocked} />
            ))}
          </ul>
        </Disclosure>
      )}
      <ul className={styles.writes}>
        {plan.writes.slice(0, shown).map((write, index) => (
          <WriteItem
            key={`${write.place.sheet}!${write.place.cell}!${write.why}`}
            write={write}
            isChosen={chosen.has(index)}
            onToggle={() => {
              toggle(index);
            }}
          />
        ))}
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
      <Text size={200} className={styles.hint}>
        {texts.kept}
      </Text>
    </>
  );
}
