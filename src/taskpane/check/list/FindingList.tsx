/** The list of findings. A thousand stay fast: only so many are in the page as were scrolled to. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePane } from '../../PaneContext';
import type { ReportItem } from '../../../application/report/items';
import { CauseItem } from './CauseItem';
import { FindingItem } from './FindingItem';
import { leadsBeyond, moveFocus } from './moveFocus';
import type { ItemProps } from './ItemHead';
import { RoundingItem } from './RoundingItem';
import { SectionHeading } from './SectionHeading';
import type { ListSection } from './sections';

/** How many entries are added at a time. */
const step = 60;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  entries: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

interface FindingListProps {
  readonly sections: readonly ListSection[];
  /** Index of the selected entry over all sections, −1 where none is. */
  readonly at: number;
  readonly onVisit: (item: ReportItem) => void;
}

export function FindingList({ sections, at, onVisit }: FindingListProps) {
  const styles = useStyles();
  const { texts } = usePane();
  const [scrolledTo, setScrolledTo] = useState(step);
  const more = useRef<HTMLDivElement>(null);
  const total = sections.reduce((sum, { items }) => sum + items.length, 0);
  const shown = Math.max(scrolledTo, at < 0 ? 0 : at + step / 2);

  useEffect(() => {
    const end = more.current;
    if (end === null || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) setScrolledTo(shown + step);
      },
      { rootMargin: '600px' },
    );
    observer.observe(end);
    return () => {
      observer.disconnect();
    };
  }, [shown]);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (shown < total && leadsBeyond(event)) {
      flushSync(() => {
        setScrolledTo(event.key === 'End' ? total : shown + step);
      });
    }
    moveFocus(event);
  };

  if (total === 0) return <Text className={styles.hint}>{texts.list.nothingShown}</Text>;
  const starts = sections.map((_, index) =>
    sections.slice(0, index).reduce((sum, { items }) => sum + items.length, 0),
  );
  const open = sections
    .map((section, index) => ({ section, start: starts[index] ?? 0 }))
    .filter(({ start }) => start < shown);
  return (
    <div className={styles.list} onKeyDown={move}>
      {open.map(({ section, start }) => (
        <section key={section.key} className={styles.section}>
          <SectionHeading section={section} />
          <ul className={styles.entries}>
            {section.items.slice(0, shown - start).map((item, index) => {
              const isSelected = start + index === at;
              // One stop for the tab key: the selected entry, or the first.
              const isStop = isSelected || (at < 0 && start + index === 0);
              const props = { isSelected, isStop, onVisit };
              return (
                <li key={item.key}>
                  <ListedItem item={item} {...props} />
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {shown < total ? (
        <div ref={more}>
          <Button
            onClick={() => {
              setScrolledTo(shown + step);
            }}
          >
            {texts.list.more(Math.min(step, total - shown), total - shown)}
          </Button>
        </div>
      ) : null}
      <Text size={200} className={styles.hint}>
        {texts.list.keys}
      </Text>
    </div>
  );
}

function ListedItem({ item, ...props }: ItemProps) {
  switch (item.kind) {
    case 'event':
    case 'slip':
    case 'choice':
    case 'unexplained':
      return <CauseItem item={item} {...props} />;
    case 'rounding':
      return <RoundingItem item={item} {...props} />;
    case 'finding':
      return <FindingItem item={item} {...props} />;
  }
}
