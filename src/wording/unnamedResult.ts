/** How is a result called that nobody has named? So that two of them added up a level higher are two units. */
import { byName } from '../domain/consolidate/consolidate';
import type { TakenUnit } from '../domain/consolidate/takenUnit';
import { groupDigits, type Language } from './language';
import { visibleText } from './visibleText';

/** Characters of a unit's name that the result's has. */
const longestName = 30;

/** 甲县财政局等3个单位汇总: after the first by name, whatever the order in which they were given. */
export function unnamedResult(
  units: readonly Pick<TakenUnit, 'name' | 'source' | 'pair'>[],
  language: Language,
): string {
  const [first] = [...units].sort(byName);
  const name = Array.from(visibleText(first?.name ?? ''));
  const begin = name.slice(0, longestName).join('') + (name.length > longestName ? '…' : '');
  const count = groupDigits(String(units.length));
  if (language === 'zh-CN') {
    return units.length === 1 ? `${begin}（1个单位汇总）` : `${begin}等${count}个单位汇总`;
  }
  return units.length === 1
    ? `Sum of ${begin} (1 unit)`
    : `Sum of ${begin} and others (${count} units)`;
}
