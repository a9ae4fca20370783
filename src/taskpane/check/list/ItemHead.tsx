/** The part of an item that is clicked: its name, its cell, and its sentence. */
import type { ReactNode } from 'react';
import type { ReportItem } from '../../../application/report/items';
import { useEntryStyles } from './entryStyles';

/** What every item of the list is given. */
export interface ItemProps<T extends ReportItem = ReportItem> {
  readonly item: T;
  readonly isSelected: boolean;
  /** Whether the tab key stops here. */
  readonly isStop: boolean;
  readonly onVisit: (item: ReportItem) => void;
}

interface ItemHeadProps extends ItemProps {
  readonly picture: ReactNode;
  readonly name: string;
  readonly place: string;
  readonly children: ReactNode;
}

export function ItemHead(props: ItemHeadProps) {
  const { item, isSelected, isStop, onVisit, picture, name, place, children } = props;
  const styles = useEntryStyles();
  return (
    <button
      type="button"
      data-entry
      className={styles.main}
      tabIndex={isStop ? 0 : -1}
      aria-current={isSelected}
      onClick={() => {
        onVisit(item);
      }}
    >
      {picture}
      <span className={styles.rule}>{name}</span>
      <span className={styles.place}>{place}</span>
      {children}
    </button>
  );
}
