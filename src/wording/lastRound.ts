/** How is it said that figures do not fit those of the round before, or could not be compared? */
import type { DetailOf } from '../domain/finding';
import type { NotCompared } from '../domain/lastRound/comparable';
import type { Language } from './language';
import { groupDigits, unsigned } from './language';
import { roundName } from './rounds';
import type { Door } from './setFindings';
import { placeName, unitName } from './terms';

/** Y-010 and Y-020. */
export function lastRoundMessage(
  detail: DetailOf<'lastRoundDiffers' | 'unlikelyChange'>,
  language: Language,
): string {
  return language === 'zh-CN' ? inChinese(detail) : inEnglish(detail);
}

function inChinese(detail: DetailOf<'lastRoundDiffers' | 'unlikelyChange'>): string {
  const place = placeName(detail.place, 'zh-CN');
  const stated = detail.stated === null ? '未填' : `填报 ${groupDigits(detail.stated)}`;
  if (detail.kind === 'unlikelyChange') {
    const year = detail.lastYear === null ? '上年' : `${detail.lastYear} 年`;
    const typical = Number(detail.typicalChange);
    const most =
      typical === 0 ? '多数行基本没有变化' : `多数行在${growth(detail.typicalChange)}左右`;
    return `${place}${stated}，${year}为 ${groupDigits(detail.lastStated)}，${growth(detail.change)}，而本表${most}，变化明显不同。请核对，属实的请填写审核说明。`;
  }
  const round = detail.lastRound === null ? '' : roundName(detail.lastRound, 'zh-CN');
  const source = `上期${detail.lastYear === null && round === '' ? '' : `（${detail.lastYear === null ? '' : `${detail.lastYear} 年`}${round}）`}`;
  const before = detail.lastStated === null ? '未填' : `为 ${groupDigits(detail.lastStated)}`;
  const more = detail.difference.startsWith('-') ? '少' : '多';
  return `${place}${stated}，${source}同一个数${before}，${more} ${groupDigits(unsigned(detail.difference))} ${unitName(detail.place.unit, 'zh-CN')}。两期应当一致，请核对，有调整的请填写审核说明。`;
}

/** 增长 12.5%, 下降 3%. */
function growth(percent: string): string {
  return `${percent.startsWith('-') ? '下降' : '增长'} ${groupDigits(unsigned(percent))}%`;
}

function inEnglish(detail: DetailOf<'lastRoundDiffers' | 'unlikelyChange'>): string {
  const place = placeName(detail.place, 'en-US');
  const stated = detail.stated === null ? 'is blank' : `states ${groupDigits(detail.stated)}`;
  if (detail.kind === 'unlikelyChange') {
    const year = detail.lastYear === null ? 'last year' : String(detail.lastYear);
    return `${place} ${stated}; in ${year} it was ${groupDigits(detail.lastStated)}, a change of ${groupDigits(detail.change)}%, while most lines of this table changed by about ${detail.typicalChange}%. Check it, and explain it if it is right.`;
  }
  const round = detail.lastRound === null ? '' : ` (${roundName(detail.lastRound, 'en-US')})`;
  const before = detail.lastStated === null ? 'was blank' : `was ${groupDigits(detail.lastStated)}`;
  return `${place} ${stated}; in the round before${round} the same figure ${before}, a difference of ${groupDigits(detail.difference)} ${unitName(detail.place.unit, 'en-US')}. They should be equal; check, and explain an adjustment.`;
}

const reasons: Readonly<Record<Language, Readonly<Record<NotCompared, string>>>> = {
  'zh-CN': {
    unitNotThere: '上期的工作簿里没有这个单位的表（填报单位名称相同的才比较）',
    yearUnknown: '本期或上期的年份未填',
    nothingInCommon: '上期与本期没有可以比较的数（请核对年份和报送期）',
    roundUnknown: '看不出上期是哪个报送期，请用 --previous-round 指明',
  },
  'en-US': {
    unitNotThere: 'the other workbook holds no tables of a unit of this name',
    yearUnknown: 'a year is not stated, here or there',
    nothingInCommon: 'the two rounds have nothing in common; check year and round',
    roundUnknown: 'nothing says which round the other workbook is of; say so',
  },
};

/** In the pane the round is chosen from a list. */
const inPane: typeof reasons = {
  'zh-CN': {
    ...reasons['zh-CN'],
    roundUnknown: '看不出上期是哪个报送期，请在“报送—与上期比较”中选择上期的报送期',
  },
  'en-US': {
    ...reasons['en-US'],
    roundUnknown: 'nothing says which round the other workbook is of; choose it under Submit',
  },
};

/** Said of a unit that could not be compared with the round before. */
export function notComparedMessage(
  unit: number,
  why: NotCompared,
  language: Language,
  door: Door = 'terminal',
): string {
  const reason = door === 'pane' ? inPane[language][why] : reasons[language][why];
  return language === 'zh-CN'
    ? `第 ${unit} 套表没有与上期比较：${reason}。`
    : `Pair ${unit} was not compared with the round before: ${reason}.`;
}
