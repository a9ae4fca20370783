/** Which sentence do units become that do not say in which money their figures are (U-045)? */
import type { MissingCurrency } from '../domain/consolidate/setFinding';
import type { CurrencyUnit } from '../domain/forms/terms';
import { unitPower } from '../domain/forms/terms';
import type { Door } from './door';
import type { Language } from './language';
import { unitName } from './terms';

/** Where a message is read, and how. */
interface Read {
  readonly language: Language;
  readonly door: Door;
}

/** @param named the units' names by their numbers, in quotes */
export function currencyMissingMessage(
  missing: readonly MissingCurrency[],
  named: (numbers: readonly number[]) => readonly string[],
  { language, door }: Read,
): string {
  const chinese = language === 'zh-CN';
  const all = named(missing.map(({ number }) => number)).join(chinese ? '、' : ', ');
  const whose = (some: readonly MissingCurrency[]): string => {
    if (some.length === missing.length) return '';
    const names = named(some.map(({ number }) => number));
    return chinese ? names.join('、') : `${names.join(', ')}: `;
  };
  const said = (Object.keys(unitPower) as CurrencyUnit[]).flatMap((unit) => {
    const counted = missing.filter(({ assumed, counts }) => counts && assumed === unit);
    const likely = missing.filter((one) => one.likely === unit);
    const name = unitName(unit, language);
    const as = chinese
      ? `${whose(counted)}暂按${name}计入。`
      : `${whose(counted)}counted as ${name}. `;
    const maybe = chinese
      ? `与其他单位每个项目的金额相比，${whose(likely)}疑为${name}。`
      : `${whose(likely)}beside the other units’ amounts per project it may be ${name}. `;
    return [...(counted.length === 0 ? [] : [as]), ...(likely.length === 0 ? [] : [maybe])];
  });
  const begin = chinese
    ? `${all}的表没有写明金额单位（元、万元……）。`
    : `${all}: the tables do not say in which money their figures are. `;
  return (begin + said.join('') + advice[language][door]).trim();
}

const advice: Readonly<Record<Language, Readonly<Record<Door, string>>>> = {
  'zh-CN': {
    terminal: '请退回补填金额单位后再汇总。',
    pane: '请选择金额单位，或退回补填。',
    notes: '',
  },
  'en-US': {
    terminal: 'Send them back to have it filled in.',
    pane: 'Choose it, or send them back.',
    notes: '',
  },
};
