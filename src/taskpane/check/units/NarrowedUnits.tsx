/** A list of units that can be narrowed; arrow keys move in it, and it grows as far as it is scrolled. */
import { Checkbox, Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { usePane } from '../../PaneContext';
import { leadsBeyond, moveFocus } from '../list/moveFocus';
import { MoreRows } from '../../parts/MoreRows';
import { useGrowing } from '../../parts/useGrowing';

const useStyles = makeStyles({
  narrowing: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  search: { flexGrow: 1, minWidth: '120px' },
  units: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** What of a unit's row depends on its place in the list. */
export interface RowPlace {
  /** Whether it was looked at last. */
  readonly isLast: boolean;
  /** Whether the tab key stops here. */
  readonly isStop: boolean;
}

interface NarrowedUnitsProps<T> {
  /** Those that are listed. */
  readonly units: readonly T[];
  /** Index of the one that was looked at last; −1 for none. */
  readonly last: number;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** What only those are that are listed when it is checked. */
  readonly only: string;
  readonly isOnly: boolean;
  readonly onOnly: (isOnly: boolean) => void;
  readonly row: (unit: T, place: RowPlace) => ReactNode;
}

export function NarrowedUnits<T>(props: NarrowedUnitsProps<T>) {
  const { units, last, search, onSearch, only, isOnly, onOnly, row } = props;
  const styles = useStyles();
  const { texts } = usePane();
  const growing = useGrowing(units.length, last + 1);
  const { shown, rest, showMore, showAll } = growing;
  const list = useRef<HTMLUListElement>(null);

  // Back from a unit the keyboard goes on at that unit, unless the focus is elsewhere.
  useEffect(() => {
    const before = list.current?.querySelector<HTMLElement>('[data-last]');
    if (before === null || before === undefined || document.activeElement !== document.body) return;
    before.focus();
  }, []);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (rest > 0 && leadsBeyond(event)) flushSync(event.key === 'End' ? showAll : showMore);
    moveFocus(event);
  };

  return (
    <>
      <div className={styles.narrowing}>
        <Input
          className={styles.search}
          size="small"
          type="search"
          aria-label={texts.units.search}
          placeholder={texts.units.search}
          value={search}
          onChange={(_, { value }) => {
            onSearch(value);
          }}
        />
        <Checkbox
          label={only}
          checked={isOnly}
          onChange={(_, { checked }) => {
            onOnly(checked === true);
          }}
        />
      </div>
      {units.length === 0 ? <Text className={styles.hint}>{texts.units.none}</Text> : null}
      <ul ref={list} className={styles.units} aria-label={texts.units.title} onKeyDown={move}>
        {units
          .slice(0, shown)
          .map((unit, index) =>
            row(unit, { isLast: index === last, isStop: index === Math.max(last, 0) }),
          )}
      </ul>
      <MoreRows growing={growing} size="medium" />
    </>
  );
}
