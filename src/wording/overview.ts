/** What is said around the overview of a return or a sum, and how are its figures shown? */
import type { Amount } from '../domain/amount';
import { formatAmount, roundToPlace } from '../domain/amount';
import type { CurrencyUnit, FormId } from '../domain/forms/terms';
import type { OverviewGroup, OverviewTable } from '../domain/overview/overview';
import { groupDigits } from './language';
import type { Language } from './language';
import { formName, measuredIn } from './terms';
import { tracedPercentage } from './traceTexts';

const texts = {
  'zh-CN': {
    title: '看一眼',
    budgets: '两本预算',
    forms: { table1: '按服务领域', table2: '按服务种类' } as Readonly<Record<FormId, string>>,
    name: '名称',
    projects: '项目数',
    budgeted: '预算数',
    executed: '执行数',
    rate: '执行率',
    share: '占预算合计',
    shownShare: '占',
    shownBudgeted: '预算',
    shownExecuted: '执行',
    shownRate: (rate: string) => `(${rate})`,
    executedWithRate: '执行数（执行率）',
    negative: (figure: string) => `${figure}（负数）`,
    fullBar: {
      total: (figure: string) => `整条＝合计 ${figure}`,
      line: (figure: string) => `整条＝最大一项 ${figure}`,
    },
    none: '—',
    blankLines: (count: number) => `另有 ${count} 行没有填数。`,
    differs: '各部分的预算数之和与合计行不符，占比之和不是 100%；以校验结果为准。',
    unclear: '有预算数读不出或合计空白，占比不全；以校验结果为准。',
    noTable: '没有带合计行的表，看不出总数。',
    paneOnly:
      '只画在窗格里，不往工作簿里放图表：要上报的表不多出东西。要用图表时，在表格软件里选中表中的数插入。',
  },
  'en-US': {
    title: 'At a glance',
    budgets: 'Both budgets',
    forms: { table1: 'By service area', table2: 'By kind of service' } as Readonly<
      Record<FormId, string>
    >,
    name: 'Name',
    projects: 'Projects',
    budgeted: 'Budgeted',
    executed: 'Executed',
    rate: 'Execution rate',
    share: 'Share of the whole budget',
    shownShare: 'share',
    shownBudgeted: 'budget',
    shownExecuted: 'executed',
    shownRate: (rate: string) => `(${rate})`,
    executedWithRate: 'Executed (rate)',
    negative: (figure: string) => `${figure} (negative)`,
    fullBar: {
      total: (figure: string) => `full bar = total, ${figure}`,
      line: (figure: string) => `full bar = largest, ${figure}`,
    },
    none: '—',
    blankLines: (count: number) =>
      count === 1 ? 'One more line reports nothing.' : `${count} more lines report nothing.`,
    differs:
      'The parts’ budgets do not come to the total line, so the shares do not come to 100%; the check’s result holds.',
    unclear:
      'A budget cannot be told, or the total is blank, so shares are missing; the check’s result holds.',
    noTable: 'No table has a total line, so the whole cannot be told.',
    paneOnly:
      'Drawn in the pane only; no chart is put into the workbook that is filed. For a chart, select the figures and insert one in your spreadsheet program.',
  },
} as const satisfies Readonly<Record<Language, object>>;

export type OverviewTexts = (typeof texts)[Language];

export function overviewTexts(language: Language): OverviewTexts {
  return texts[language];
}

/** 按服务领域（统计表1） */
export function overviewTitle({ form }: OverviewTable, language: Language): string {
  const name = formName(form, language);
  const title = texts[language].forms[form];
  if (title === undefined) return name;
  return language === 'zh-CN' ? `${title}（${name}）` : `${title} (${name})`;
}

/** Places that are shown of an amount; the cell holds all of them. */
const places: Readonly<Record<CurrencyUnit, number>> = {
  yuan: 2,
  thousandYuan: 2,
  tenThousandYuan: 2,
  hundredMillionYuan: 4,
};

/** A figure in digits of three, rounded to what a glance needs. */
export function overviewAmount(amount: Amount | null, unit: CurrencyUnit): string {
  return amount === null ? '—' : groupDigits(formatAmount(roundToPlace(amount, places[unit])));
}

/** What a bar over the whole width stands for: 整条＝最大一项 9,370; empty where no bar is drawn. */
export function fullBar(
  { largest, largestOf }: OverviewGroup,
  unit: CurrencyUnit,
  language: Language,
): string {
  return largest === 0n ? '' : texts[language].fullBar[largestOf](overviewAmount(largest, unit));
}

/** The whole, part by part: 236 个, 预算 41,528.12 万元, 执行 40,790.51 (98.22%). */
export function overviewTotal(
  { total, currencyUnit }: OverviewTable,
  language: Language,
): readonly string[] {
  const words = texts[language];
  const { projectCount, budgeted, executed, rate } = total;
  const budget = measuredIn(overviewAmount(budgeted, currencyUnit), currencyUnit, language);
  const parts = [
    measuredIn(overviewAmount(projectCount, currencyUnit), 'project', language),
    `${words.shownBudgeted} ${budget}`,
  ];
  if (executed !== null) {
    const share = rate === null ? '' : ` ${words.shownRate(tracedPercentage(rate))}`;
    parts.push(`${words.shownExecuted} ${overviewAmount(executed, currencyUnit)}${share}`);
  }
  return parts;
}
