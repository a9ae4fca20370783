/** Several units: how each of them stands, those that need attention first; a click leads to its items. */
import { Button, Checkbox, Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { WorkbookReport } from '../../../application/report/report';
import { usePane, usePaneState } from '../../PaneContext';
import { leadsBeyond, moveFocus } from '../list/moveFocus';
import { useGrowing } from '../list/useGrowing';
import { listedUnits } from './listedUnits';
import { UnitRow } from './UnitRow';

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

interface UnitListProps {
  readonly report: WorkbookReport;
  /** By number. */
  readonly names: ReadonlyMap<number, string>;
}

export function UnitList({ report, names }: UnitListProps) {
  const styles = useStyles();
  const { control, texts } = usePane();
  const { units: choice } = usePaneState();
  const { store } = control;
  const units = listedUnits(report, choice, names);
  const at = units.findIndex(({ tables }) => tables.id === choice.last);
  const { shown, next, rest, end, showMore, showAll } = useGrowing(units.length, at + 1);
  const list = useRef<HTMLUListElement>(null);

  // Back from a unit the keyboard goes on at that unit, unless the focus is elsewhere.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[data-last]');
    if (row === null || row === undefined || document.activeElement !== document.body) return;
    row.focus();
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
          value={choice.search}
          onChange={(_, { value }) => {
            store.send({ type: 'unitsNarrowed', change: { search: value } });
          }}
        />
        <Checkbox
          label={texts.units.onlyErrors}
          checked={choice.only === 'errors'}
          onChange={(_, { checked }) => {
            const only = checked === true ? 'errors' : 'all';
            store.send({ type: 'unitsNarrowed', change: { only } });
          }}
        />
      </div>
      {units.length === 0 ? <Text className={styles.hint}>{texts.units.none}</Text> : null}
      <ul ref={list} className={styles.units} aria-label={texts.units.title} onKeyDown={move}>
        {units.slice(0, shown).map((unit, index) => (
          <UnitRow
            key={unit.tables.id}
            unit={unit}
            name={names.get(unit.number) ?? ''}
            isLast={index === at}
            isStop={index === Math.max(at, 0)}
          />
        ))}
      </ul>
      {rest === 0 ? null : (
        <div ref={end}>
          <Button onClick={showMore}>{texts.list.more(next, rest)}</Button>
        </div>
      )}
    </>
  );
}
