/** Which of several units are listed, and in which order? */
import type { UnitReport, WorkbookReport } from '../../../application/report/report';
import { unitsByNeed } from '../../../application/report/unitsByNeed';
import type { UnitChoice } from '../../state/paneState';

/**
 * Those that need attention first; by part of their name, written wide or narrow, large or small.
 *
 * @param names of the units, by number
 */
export function listedUnits(
  { units }: WorkbookReport,
  { search, only }: UnitChoice,
  names: ReadonlyMap<number, string>,
): UnitReport[] {
  const wanted = plain(search);
  return unitsByNeed(units).filter(
    ({ number, counts }) =>
      plain(names.get(number) ?? '').includes(wanted) && (only === 'all' || counts.error > 0),
  );
}

/** As parts of names are compared. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
