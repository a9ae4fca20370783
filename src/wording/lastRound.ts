/** How is it said that figures do not fit those of the round before, or could not be compared? */
import type { DetailOf, FigurePlace, Severity } from '../domain/finding';
import type { NotCompared } from '../domain/lastRound/comparable';
import type { Language } from './language';
import { groupDigits, unsigned } from './language';
import { roundName } from './rounds';
import type { Door } from './door';
import { blockName, formName, measureName, placeName, unitName } from './terms';

type Kind = 'lastRoundDiffers' | 'unlikelyChange' | 'newOrGone' | 'scaleOfLastRound';

/** Y-010 to Y-030. */
export function lastRoundMessage(
  detail: DetailOf<Kind>,
  severity: Severity,
  language: Language,
): string {
  return language === 'zh-CN' ? inChinese(detail, severity) : inEnglish(detail, severity);
}

function inChinese(detail: DetailOf<Kind>, severity: Severity): string {
  switch (detail.kind) {
    case 'lastRoundDiffers':
      return differsInChinese(detail);
    case 'unlikelyChange':
      return changeInChinese(detail);
    case 'newOrGone':
      return newOrGoneInChinese(detail, severity);
    case 'scaleOfLastRound':
      return scaleInChinese(detail);
  }
}

function statedInChinese(place: FigurePlace, stated: string | null): string {
  const figure = stated === null ? '未填' : `填报 ${groupDigits(stated)}`;
  return `${placeName(place, 'zh-CN')}${figure}`;
}

function yearInChinese(year: number | null): string {
  return year === null ? '上年' : `${year} 年`;
}

function changeInChinese(detail: DetailOf<'unlikelyChange'>): string {
  const { place, stated, lastStated, change, typicalChange, lastYear } = detail;
  const most =
    Number(typicalChange) === 0 ? '多数行基本没有变化' : `多数行在${growth(typicalChange)}左右`;
  return `${statedInChinese(place, stated)}，${yearInChinese(lastYear)}为 ${groupDigits(lastStated)}，${growth(change)}，而本表${most}，变化明显不同。请核对，属实的请填写审核说明。`;
}

function newOrGoneInChinese(detail: DetailOf<'newOrGone'>, severity: Severity): string {
  const { place, stated, lastStated, share, lastYear } = detail;
  const year = yearInChinese(lastYear);
  const happened =
    lastStated === null
      ? `，${year}未填，为新增，占本期该项合计的 ${share}%。`
      : `，${year}为 ${groupDigits(lastStated)}（占当年该项合计的 ${share}%），本期取消。`;
  const advice =
    severity === 'notice'
      ? '如是填错了行请改正。'
      : '数额较大，请核对有没有填错行，属实的请填写审核说明。';
  return `${statedInChinese(place, stated)}${happened}${advice}`;
}

function scaleInChinese(detail: DetailOf<'scaleOfLastRound'>): string {
  const { example, stated, lastStated, times, lastYear, direction } = detail;
  const part = scaledPart(detail, 'zh-CN');
  const last = lastYear === null ? '上期' : `上期（${lastYear} 年）`;
  const factor =
    direction === 'larger'
      ? `约为${last}的 ${groupDigits(times)} 倍`
      : `约为${last}的 ${groupDigits(times)} 分之一`;
  return `${part}普遍${factor}，例如${statedInChinese(example, stated)}，上期为 ${groupDigits(lastStated)}。很可能有一期的金额单位（元、千元、万元）或小数点错了。请核对两期，属实的请填写审核说明。`;
}

/** 统计表1的各数, 统计表1一般公共预算的预算数: the figures that share a factor. */
function scaledPart(
  { form, block, measure }: DetailOf<'scaleOfLastRound'>,
  language: Language,
): string {
  const table = formName(form, language);
  const blockTitle = block === null ? '' : blockName(block, language);
  if (language === 'zh-CN') {
    return `${table}${blockTitle}的${measure === null ? '各数' : measureName(measure, language)}`;
  }
  const figures = measure === null ? 'The figures' : measureName(measure, language);
  return `${figures} of ${block === null ? '' : `${blockTitle} in `}${table}`;
}

function differsInChinese(detail: DetailOf<'lastRoundDiffers'>): string {
  const round = detail.lastRound === null ? '' : roundName(detail.lastRound, 'zh-CN');
  const source = `上期${detail.lastYear === null && round === '' ? '' : `（${detail.lastYear === null ? '' : `${detail.lastYear} 年`}${round}）`}`;
  const before = detail.lastStated === null ? '未填' : `为 ${groupDigits(detail.lastStated)}`;
  const more = detail.difference.startsWith('-') ? '少' : '多';
  return `${statedInChinese(detail.place, detail.stated)}，${source}同一个数${before}，${more} ${groupDigits(unsigned(detail.difference))} ${unitName(detail.place.unit, 'zh-CN')}。两期应当一致，请核对，有调整的请填写审核说明。`;
}

/** 增长 12.5%, 下降 3%. */
function growth(percent: string): string {
  return `${percent.startsWith('-') ? '下降' : '增长'} ${groupDigits(unsigned(percent))}%`;
}

function inEnglish(detail: DetailOf<Kind>, severity: Severity): string {
  switch (detail.kind) {
    case 'lastRoundDiffers':
      return differsInEnglish(detail);
    case 'unlikelyChange': {
      const { place, stated, lastStated, change, typicalChange, lastYear } = detail;
      return `${statedInEnglish(place, stated)}; in ${yearInEnglish(lastYear)} it was ${groupDigits(lastStated)}, a change of ${groupDigits(change)}%, while most lines of this table changed by about ${typicalChange}%. Check it, and explain it if it is right.`;
    }
    case 'newOrGone':
      return newOrGoneInEnglish(detail, severity);
    case 'scaleOfLastRound': {
      const { example, stated, lastStated, times, lastYear, direction } = detail;
      const last = lastYear === null ? 'in the round before' : `in the round before (${lastYear})`;
      const factor =
        direction === 'larger'
          ? `mostly about ${groupDigits(times)} times what they were ${last}`
          : `mostly about one part in ${groupDigits(times)} of what they were ${last}`;
      return `${scaledPart(detail, 'en-US')} are ${factor}: ${statedInEnglish(example, stated)}, and ${groupDigits(lastStated)} before. Most likely the money unit or the decimal point of one of the rounds is wrong; check both, and explain it if it is right.`;
    }
  }
}

function statedInEnglish(place: FigurePlace, stated: string | null): string {
  const figure = stated === null ? 'is blank' : `states ${groupDigits(stated)}`;
  return `${placeName(place, 'en-US')} ${figure}`;
}

function yearInEnglish(year: number | null): string {
  return year === null ? 'last year' : String(year);
}

function newOrGoneInEnglish(detail: DetailOf<'newOrGone'>, severity: Severity): string {
  const { place, stated, lastStated, share, lastYear } = detail;
  const year = yearInEnglish(lastYear);
  const happened =
    lastStated === null
      ? `; it was blank in ${year} and is new: ${share}% of this round's total`
      : `; in ${year} it was ${groupDigits(lastStated)}, ${share}% of that year's total, and is gone`;
  const advice =
    severity === 'notice'
      ? 'If it stands in the wrong line, correct it.'
      : 'Check whether it stands in the right line, and explain it if it is right.';
  return `${statedInEnglish(place, stated)}${happened}. ${advice}`;
}

function differsInEnglish(detail: DetailOf<'lastRoundDiffers'>): string {
  const round = detail.lastRound === null ? '' : ` (${roundName(detail.lastRound, 'en-US')})`;
  const before = detail.lastStated === null ? 'was blank' : `was ${groupDigits(detail.lastStated)}`;
  return `${statedInEnglish(detail.place, detail.stated)}; in the round before${round} the same figure ${before}, a difference of ${groupDigits(detail.difference)} ${unitName(detail.place.unit, 'en-US')}. They should be equal; check, and explain an adjustment.`;
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
