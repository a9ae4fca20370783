/** Which units of a set are listed, in which order, and how are they called so that they can be told apart? */
import type { SetUnit } from '../../application/consolidation/judgeGiven';
import type { Language } from '../../wording/language';
import { shortName } from '../../wording/setFindings';
import { visibleText } from '../../wording/visibleText';
import { plain } from '../check/units/listedUnits';
import type { ConsolidateState } from './state';

/** By number: the name, with the file's or the sheet's where the name alone is not enough. */
export function setUnitNames(
  units: readonly SetUnit[],
  language: Language,
): ReadonlyMap<number, string> {
  const times = new Map<string, number>();
  for (const { unit } of units) times.set(unit.name, (times.get(unit.name) ?? 0) + 1);
  return new Map(
    units.map(({ unit, number }) => {
      const name = shortName(unit.name, language);
      if (times.get(unit.name) === 1) return [number, name];
      const [table] = unit.tables.values();
      const from = unit.source.kind === 'file' ? unit.source.file : (table?.sheet ?? '');
      return [number, `${name} · ${visibleText(from)}`];
    }),
  );
}

const order = ['lost', 'errors', 'notChecked', 'warnings', 'passed', 'left'] as const;

/** Those that do not count first, then those with errors. */
export function listedSetUnits(
  units: readonly SetUnit[],
  lost: readonly SetUnit[],
  { search, only }: Pick<ConsolidateState, 'search' | 'only'>,
  names: ReadonlyMap<number, string>,
): SetUnit[] {
  const rank = (one: SetUnit): number => {
    if (lost.includes(one)) return order.indexOf('lost');
    if (one.excludedBecause !== null) return order.indexOf('left');
    const verdict = one.verdict === 'notCalculated' ? 'notChecked' : one.verdict;
    return order.indexOf(verdict);
  };
  const wanted = plain(search);
  return units
    .filter(
      (one) =>
        plain(names.get(one.number) ?? '').includes(wanted) &&
        (only === 'all' || one.excludedBecause !== null),
    )
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank || a.one.number - b.one.number)
    .map(({ one }) => one);
}
