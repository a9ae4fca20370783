/** How is a unit called, and of when and in which money are its figures? */
import type { RecognisedReturn, RecognisedTable } from '../domain/recognise/table';
import { tablesOf } from '../domain/recognise/table';
import type { Language } from './language';
import { unitName } from './terms';
import { visibleText } from './visibleText';

const texts = {
  'zh-CN': {
    unitUnknown: '填报单位未填',
    yearUnknown: '年份未填',
    currencyUnknown: '金额单位未填',
    year: (year: number) => `${year} 年`,
    numbered: (name: string, number: number) => `${name}（第 ${number} 套）`,
  },
  'en-US': {
    unitUnknown: 'Unit not stated',
    yearUnknown: 'Year not stated',
    currencyUnknown: 'Currency unit not stated',
    year: (year: number) => String(year),
    numbered: (name: string, number: number) => `${name} (pair ${number})`,
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The first table's reporting unit, year and currency unit: 濮阳市财政局 · 2019 年 · 万元. */
export function unitTitle(unit: RecognisedReturn, language: Language): string {
  const [first] = tablesOf(unit);
  return first === undefined ? '' : tableTitle(first, language);
}

/** The same of one table. */
export function tableTitle({ heading }: RecognisedTable, language: Language): string {
  const { reportingUnit, fiscalYear, currencyUnit } = heading;
  const { unitUnknown, yearUnknown, currencyUnknown, year } = texts[language];
  return [
    reportingUnit.value === null ? unitUnknown : visibleText(reportingUnit.value),
    fiscalYear.value === null ? yearUnknown : year(fiscalYear.value),
    currencyUnit.value === null ? currencyUnknown : unitName(currencyUnit.value, language),
  ].join(' · ');
}

/** The reporting unit as its first table states it. */
export function reportingUnitName(unit: RecognisedReturn, language: Language): string {
  const [first] = tablesOf(unit);
  return visibleText(first?.heading.reportingUnit.value ?? texts[language].unitUnknown);
}

/** Short names that keep units apart: the reporting unit, with a number where that is not enough. */
export function unitNames(
  units: readonly RecognisedReturn[],
  language: Language,
): ReadonlyMap<number, string> {
  const { unitUnknown, numbered } = texts[language];
  const stated = units.map((unit) => {
    const [first] = tablesOf(unit);
    return first?.heading.reportingUnit.value ?? null;
  });
  return new Map(
    units.map(({ number }, index) => {
      const name = stated[index] ?? null;
      const isAlone = name !== null && stated.filter((other) => other === name).length === 1;
      return [number, visibleText(isAlone ? name : numbered(name ?? unitUnknown, number))];
    }),
  );
}
