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
    numbered: (number: number) => `第 ${number} 套`,
    remark: (name: string, remark: string) => `${name}（${remark}）`,
  },
  'en-US': {
    unitUnknown: 'Unit not stated',
    yearUnknown: 'Year not stated',
    currencyUnknown: 'Currency unit not stated',
    year: (year: number) => String(year),
    numbered: (number: number) => `pair ${number}`,
    remark: (name: string, remark: string) => `${name} (${remark})`,
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The first table's reporting unit, year and currency unit: 濮阳市财政局 · 2019 年 · 万元. */
export function unitTitle(unit: RecognisedReturn, language: Language): string {
  const [first] = tablesOf(unit);
  return first === undefined ? '' : tableTitle(first, language);
}

/** The parts of it: reporting unit, year, currency unit. */
export function unitTitleParts(unit: RecognisedReturn, language: Language): readonly string[] {
  const [first] = tablesOf(unit);
  return first === undefined ? [] : titleParts(first, language);
}

/** The same of one table. */
export function tableTitle(table: RecognisedTable, language: Language): string {
  return titleParts(table, language).join(' · ');
}

function titleParts({ heading }: RecognisedTable, language: Language): readonly string[] {
  const { reportingUnit, fiscalYear, currencyUnit } = heading;
  const { unitUnknown, yearUnknown, currencyUnknown, year } = texts[language];
  return [
    reportingUnit.value === null ? unitUnknown : visibleText(reportingUnit.value),
    fiscalYear.value === null ? yearUnknown : year(fiscalYear.value),
    currencyUnit.value === null ? currencyUnknown : unitName(currencyUnit.value, language),
  ];
}

/** The reporting unit as its first table states it. */
export function reportingUnitName(unit: RecognisedReturn, language: Language): string {
  const [first] = tablesOf(unit);
  return visibleText(first?.heading.reportingUnit.value ?? texts[language].unitUnknown);
}

/** Names that keep units apart: the reporting unit, its year or its number where that is not enough. */
export function unitNames(
  units: readonly RecognisedReturn[],
  language: Language,
): ReadonlyMap<number, string> {
  const { year, remark, numbered } = texts[language];
  const plain = units.map((unit) => reportingUnitName(unit, language));
  const dated = units.map((unit, index) => {
    const fiscalYear = tablesOf(unit)[0]?.heading.fiscalYear.value ?? null;
    const name = plain[index] ?? '';
    return fiscalYear === null ? name : remark(name, year(fiscalYear));
  });
  const isUnique = (name: string, names: readonly string[]) =>
    names.filter((other) => other === name).length === 1;
  return new Map(
    units.map((unit, index) => {
      const [name = '', withYear = ''] = [plain[index], dated[index]];
      const [first] = tablesOf(unit);
      if (typeof first?.heading.reportingUnit.value === 'string' && isUnique(name, plain)) {
        return [unit.number, name];
      }
      return [
        unit.number,
        isUnique(withYear, dated) ? withYear : remark(name, numbered(unit.number)),
      ];
    }),
  );
}
