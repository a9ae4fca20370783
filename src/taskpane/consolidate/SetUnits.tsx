/** Every unit of the set: whether it counts, and how its own check ended; a click leads to its findings. */
import { Text } from '@fluentui/react-components';
import { memo, useMemo } from 'react';
import type { JudgedSet, SetUnit } from '../../application/consolidation/judgeGiven';
import { exclusionReason } from '../../wording/setFindings';
import { NarrowedUnits } from '../check/units/NarrowedUnits';
import { UnitLineRow } from '../check/units/UnitRow';
import { verdictWord } from '../check/verdictTexts';
import type { VerdictName } from '../check/verdictTexts';
import { usePane } from '../PaneContext';
import { listedSetUnits, setUnitNames } from './listedSetUnits';
import { usePageStyles } from './pageStyles';
import { useConsolidated, useConsolidationMeans } from './useConsolidation';

interface SetUnitsProps {
  readonly judged: JudgedSet;
}

/** Drawn anew only where the set was judged anew, or the list is narrowed. */
export const SetUnits = memo(function SetUnits({ judged }: SetUnitsProps) {
  const styles = usePageStyles();
  const { texts, language } = usePane();
  const { consolidate, words } = useConsolidationMeans();
  const search = useConsolidated((state) => state.search);
  const only = useConsolidated((state) => state.only);
  const last = useConsolidated((state) => state.last);
  const { units, shortfall } = judged;
  const names = useMemo(() => setUnitNames(units, language), [units, language]);
  if (units.length === 0) return null;
  const listed = listedSetUnits(units, shortfall.lost, { search, only }, names);
  const look = (unit: SetUnit): VerdictName => {
    if (unit.excludedBecause === null) return unit.verdict;
    return shortfall.lost.includes(unit) ? 'errors' : 'never';
  };
  const word = (one: SetUnit): string =>
    one.excludedBecause === null
      ? verdictWord(one.verdict, one.counts, texts)
      : `${words.list.doesNotCount} · ${exclusionReason(one, language, 'short')}`;
  return (
    <>
      <Text as="h2" size={300} weight="semibold" className={styles.heading}>
        {words.list.title(units.length)}
      </Text>
      <NarrowedUnits
        units={listed}
        last={listed.findIndex(({ unit }) => unit.id === last)}
        search={search}
        onSearch={(typed) => {
          consolidate.store.send({ type: 'narrowed', change: { search: typed } });
        }}
        only={words.list.onlyLeft}
        isOnly={only === 'left'}
        onOnly={(isOnly) => {
          consolidate.store.send({ type: 'narrowed', change: { only: isOnly ? 'left' : 'all' } });
        }}
        row={(one, place) => (
          <UnitLineRow
            key={one.unit.id}
            look={look(one)}
            name={names.get(one.number) ?? ''}
            word={word(one)}
            besides=""
            {...place}
            onOpen={() => void consolidate.openUnit(one.unit.id)}
          />
        )}
      />
    </>
  );
});
