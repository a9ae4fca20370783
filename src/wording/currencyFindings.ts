/** Which sentence do units become that do not say, or not so that it is understood, in which money their figures are (U-045)? */
import type { MissingCurrency } from '../domain/consolidate/setFinding';
import type { CurrencyUnit } from '../domain/forms/terms';
import { unitPower } from '../domain/forms/terms';
import type { Door } from './door';
import type { Language } from './language';
import { unitName } from './terms';
import { visibleText } from './visibleText';

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
  const listed = (some: readonly MissingCurrency[]): string =>
    named(some.map(({ number }) => number)).join(chinese ? '、' : ', ');
  const whose = (some: readonly MissingCurrency[]): string => {
    if (some.length === missing.length) return '';
    return chinese ? listed(some) : `${listed(some)}: `;
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
  const blank = missing.filter(({ written }) => written === null);
  const none = chinese
    ? `${listed(blank)}的表没有写明金额单位（元、万元……）。`
    : `${listed(blank)}: the tables do not say in which money their figures are. `;
  const advised = blank.length === missing.length ? advice : adviceOnUnread;
  const begin = (blank.length === 0 ? '' : none) + unreadPart(missing, listed, language);
  return (begin + said.join('') + advised[language][door]).trim();
}

/** What stands in the place of money units and is none that is known, each once with the units that write it. */
function unreadPart(
  missing: readonly MissingCurrency[],
  listed: (some: readonly MissingCurrency[]) => string,
  language: Language,
): string {
  const texts = new Map<string, MissingCurrency[]>();
  for (const one of missing) {
    if (one.written === null) continue;
    texts.set(one.written, [...(texts.get(one.written) ?? []), one]);
  }
  if (texts.size === 0) return '';
  const chinese = language === 'zh-CN';
  const each = [...texts].slice(0, writtenInSight).map(([text, some]) => {
    const written = `“${visibleText(text)}”`;
    return chinese ? `${listed(some)}写的是${written}` : `${listed(some)}: ${written}`;
  });
  const more = texts.size > writtenInSight;
  return chinese
    ? `金额单位无法识别，没有计入：${each.join('，')}${more ? '等' : ''}。`
    : `Money units that are not understood, so that the units do not count: ${each.join('; ')}${more ? ' and others' : ''}. `;
}

/** So many ways of writing a money unit are told in one sentence. */
const writtenInSight = 12;

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

/** Where a unit states a money unit that is not understood: none of ours may be what it means. */
const adviceOnUnread: typeof advice = {
  'zh-CN': {
    terminal: '请退回改填为元、千元、万元或亿元后再汇总。',
    pane: '数字确实是按元、千元、万元或亿元填的，请选择；不是的，请退回改填。',
    notes: '',
  },
  'en-US': {
    terminal: 'Send them back to have it stated in one of the usual units.',
    pane: 'Choose it where the figures are in fact in one of the usual units; send the others back.',
    notes: '',
  },
};
