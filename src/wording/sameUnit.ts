/** How is it said that one unit stands several times for a year in a workbook? */
import type { UnitReport } from '../application/report/report';
import { tablesOf } from '../domain/recognise/table';
import type { Language } from './language';
import { reportingUnitName } from './units';
import { visibleText } from './visibleText';

/**
 * Names each of them with its sheets.
 *
 * @param numbers of the unit's returns
 */
export function sameUnitMessage(
  numbers: readonly number[],
  units: readonly Pick<UnitReport, 'number' | 'tables'>[],
  language: Language,
): string {
  const all = units.filter(({ number }) => numbers.includes(number));
  const [first] = all;
  if (first === undefined) return '';
  const chinese = language === 'zh-CN';
  const name = reportingUnitName(first.tables, language);
  const years = tablesOf(first.tables).flatMap(({ heading }) => heading.fiscalYear.value ?? []);
  const [year] = years;
  const places = all.map(({ number, tables }) => {
    const sheets = [...new Set(tablesOf(tables).map(({ grid }) => `“${visibleText(grid.name)}”`))];
    return chinese
      ? `第 ${number} 套（${sheets.join('、')}）`
      : `pair ${number} (${sheets.join(', ')})`;
  });
  return chinese
    ? `“${name}”${year === undefined ? '' : `${year} 年`}的表有 ${all.length} 套：${places.join('、')}。请核对是否留有旧稿，只应报送一套；分属不同报送期的除外。`
    : `“${name}” stands here ${all.length} times${year === undefined ? '' : ` for ${year}`}: ${places.join(', ')}. Check whether one is a former draft; only one is to be submitted, unless they are of different rounds.`;
}
