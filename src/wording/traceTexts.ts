/** What does the pane say of the shares that units have in a figure of a result? */
import type { FigureTrace } from '../application/consolidation/traceFigure';
import { formatAmount, type Amount } from '../domain/amount';
import { groupDigits } from './language';
import type { Language } from './language';
import { blockName, formName, measuredIn, measureName } from './terms';

const texts = {
  'zh-CN': {
    title: '追查汇总数',
    close: '关闭',
    hint: '在汇总结果的表里选中一个数，这里列出各单位的份额。',
    reading: '正在读取汇总底稿…',
    total: (figure: string, units: number) => `${figure}，${groupDigits(String(units))} 个单位`,
    noShare: '没有单位填报这个数。',
    notCurrent: (shown: string, total: string) =>
      `表中显示 ${shown}，底稿各单位之和为 ${total}，两者不同：表或底稿在汇总之后改过，请核对。`,
    blank: '空白',
    old: '工作簿在这之后改过。重新选中这个数，即按现在的底稿列出。',
    unread: (rows: number, first: string) =>
      `底稿有 ${groupDigits(String(rows))} 行读不出（${first} 起），以下份额可能不全。`,
    goTo: (place: string) => `转到 ${place}`,
    paper: (place: string) => `底稿 ${place}`,
    from: (place: string) => `来自 ${place}`,
    lines: (lines: number) => `${groupDigits(String(lines))} 行之和`,
    totalLine: '合计',
    separator: '·',
  },
  'en-US': {
    title: 'Trace a figure of the sum',
    close: 'Close',
    hint: 'Select a figure in the tables of a result; each unit’s share is listed here.',
    reading: 'Reading the working papers…',
    total: (figure: string, units: number) => `${figure}, ${groupDigits(String(units))} units`,
    noShare: 'No unit reports this figure.',
    notCurrent: (shown: string, total: string) =>
      `The table shows ${shown}, the working paper adds up to ${total}: one of them was changed since; please compare.`,
    blank: 'nothing',
    old: 'The workbook was changed since. Select the figure again for the shares as they are now.',
    unread: (rows: number, first: string) =>
      `${groupDigits(String(rows))} rows of the working papers cannot be read (from ${first}); shares may be missing.`,
    goTo: (place: string) => `Go to ${place}`,
    paper: (place: string) => `Paper ${place}`,
    from: (place: string) => `from ${place}`,
    lines: (lines: number) => `sum of ${groupDigits(String(lines))} lines`,
    totalLine: 'Total',
    separator: ' · ',
  },
} as const satisfies Readonly<Record<Language, object>>;

export type TraceTexts = (typeof texts)[Language];

export function traceTexts(language: Language): TraceTexts {
  return texts[language];
}

/** The figure's name: 统计表1·教育·一般公共预算·预算数. */
export function tracedName({ figure, label }: FigureTrace, language: Language): string {
  const { form, line, block, measure } = figure;
  const words = texts[language];
  return [
    formName(form, language),
    line === 'total' ? words.totalLine : label,
    blockName(block, language),
    measureName(measure, language),
  ].join(words.separator);
}

/** An amount of the figure with digits in groups. */
export function tracedAmount(amount: Amount): string {
  return groupDigits(formatAmount(amount));
}

/** The sum of the shares with its unit. */
export function tracedTotal(trace: FigureTrace, language: Language): string {
  const unit = trace.figure.measure === 'projectCount' ? 'project' : trace.currencyUnit;
  return measuredIn(tracedAmount(trace.total), unit, language);
}

/** 62.50 %; empty where the figure is zero. */
export function tracedPercentage(basisPoints: number | null): string {
  if (basisPoints === null) return '';
  const hundredths = String(Math.abs(basisPoints)).padStart(3, '0');
  const sign = basisPoints < 0 ? '-' : '';
  return `${sign}${hundredths.slice(0, -2)}.${hundredths.slice(-2)}%`;
}
