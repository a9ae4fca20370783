/** Several units: how each of them stands, those that need attention first; a click leads to its items. */
import type { WorkbookReport } from '../../../application/report/report';
import { usePane, usePaneState } from '../../PaneContext';
import { listedUnits } from './listedUnits';
import { NarrowedUnits } from './NarrowedUnits';
import { UnitRow } from './UnitRow';

interface UnitListProps {
  readonly report: WorkbookReport;
  /** By number. */
  readonly names: ReadonlyMap<number, string>;
}

export function UnitList({ report, names }: UnitListProps) {
  const { control, texts } = usePane();
  const { units: choice } = usePaneState();
  const { store } = control;
  const units = listedUnits(report, choice, names);
  return (
    <NarrowedUnits
      units={units}
      last={units.findIndex(({ tables }) => tables.id === choice.last)}
      search={choice.search}
      onSearch={(search) => {
        store.send({ type: 'unitsNarrowed', change: { search } });
      }}
      only={texts.units.onlyErrors}
      isOnly={choice.only === 'errors'}
      onOnly={(isOnly) => {
        store.send({ type: 'unitsNarrowed', change: { only: isOnly ? 'errors' : 'all' } });
      }}
      row={(unit, place) => (
        <UnitRow key={unit.tables.id} unit={unit} name={names.get(unit.number) ?? ''} {...place} />
      )}
    />
  );
}
