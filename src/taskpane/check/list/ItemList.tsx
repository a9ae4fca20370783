/** The items of one unit, one under the other; arrow keys move among them. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Act } from '../../../application/report/actsBefore';
import type { ReportItem } from '../../../application/report/reportItem';
import { usePane } from '../../PaneContext';
import { ChoiceCard, EventCard, SlipCard, UnexplainedCard } from './CauseItems';
import type { ItemProps } from './ItemCard';
import { moveFocus } from './moveFocus';
import { useReach } from './reach';
import { AlikeCard, FindingCard } from './RuleItems';

const useStyles = makeStyles({
  items: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

interface ItemListProps {
  readonly items: readonly ReportItem[];
  /** What changes items once it is adopted, by their keys. */
  readonly acts: ReadonlyMap<string, Act>;
  /** Whose they are, where there are several units; else empty. */
  readonly unit: string;
  /** Index of the selected item, −1 where none is. */
  readonly at: number;
  readonly onVisit: (item: ReportItem) => void;
}

export function ItemList({ items, acts, unit, at, onVisit }: ItemListProps) {
  const styles = useStyles();
  const { texts } = usePane();
  const reach = useReach();
  if (items.length === 0) return <Text className={styles.hint}>{texts.list.nothingShown}</Text>;
  return (
    <>
      <ul className={styles.items} onKeyDown={moveFocus}>
        {items.map((item, index) => (
          <li key={item.key}>
            <Item
              item={item}
              unit={unit}
              before={acts.get(item.key) ?? null}
              isSelected={index === at}
              // One stop for the tab key: the selected item, or the first.
              isStop={index === Math.max(at, 0)}
              onVisit={onVisit}
            />
          </li>
        ))}
      </ul>
      {reach === 'file' ? null : (
        <Text size={200} className={styles.hint}>
          {texts.list.keys}
        </Text>
      )}
    </>
  );
}

const Item = memo(function Item({ item, ...props }: ItemProps) {
  switch (item.kind) {
    case 'event':
      return <EventCard item={item} {...props} />;
    case 'slip':
      return <SlipCard item={item} {...props} />;
    case 'choice':
      return <ChoiceCard item={item} {...props} />;
    case 'unexplained':
      return <UnexplainedCard item={item} {...props} />;
    case 'alike':
      return <AlikeCard item={item} {...props} />;
    case 'finding':
      return <FindingCard item={item} {...props} />;
  }
});
