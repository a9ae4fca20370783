/** What the unit in sight amounts to. */
import { useMemo } from 'react';
import type { RecognisedReturn } from '../../../domain/recognise/table';
import { overviewOf } from '../../../domain/overview/overview';
import { viewReturn } from '../../../domain/returns/unitReturn';
import { usePane } from '../../PaneContext';
import { OverviewView } from './OverviewView';

export function UnitOverview({ tables }: { readonly tables: RecognisedReturn }) {
  const { control } = usePane();
  const made = useMemo(
    () => overviewOf(viewReturn(tables, control.checkedWorkbook)),
    [tables, control],
  );
  return <OverviewView tables={made} />;
}
