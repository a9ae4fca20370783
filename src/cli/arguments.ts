/** What was asked for on the command line? */
import { reportingRounds } from '../domain/forms/rounds';
import type { ReportingRound } from '../domain/forms/rounds';
import type { CalendarDay } from '../domain/rules/settings';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import { oneOf, readOptions, wrongArguments } from './options';
import type { ArgumentFault, Valued } from './options';

/** The arguments of `npm run check`. */
export interface CheckArguments {
  readonly json: boolean;
  readonly help: boolean;
  readonly round: ReportingRound;
  readonly strict: boolean;
  /** Whether each file is asked for what stands in the way of submitting it. */
  /** Path of the workbook of the round before; null where none is set beside. */
  readonly previous: string | null;
  /** Which round that is; null where its figures are to show it. */
  readonly previousRound: ReportingRound | null;
  readonly ready: boolean;
  /** The 审核报告 in place of the list of findings; null where that is asked for. */
  readonly report: 'markdown' | 'json' | null;
  /** Null: the clock's. */
  readonly today: CalendarDay | null;
  readonly lowestExecutionRate: number | null;
  readonly files: readonly string[];
}

/** What `--help` prints. */
export const usage = `用法：npm run --silent check -- [选项] 文件或文件夹…

审核 .xlsx、.xlsm、.xls、.et 工作簿中的《政府购买服务项目资金统计表1》《统计表2》。

选项：
  --json                    输出 JSON（只有一份文档，便于其他程序读取）
  --round january|july|annual
                            报送期：1月份、7月份、年度报告（默认 annual）
  --previous 文件           与上期的工作簿比较：应当一致的数（Y-010），比上年变化异常的数（Y-020、
                            Y-025），数量级不同的表和列（Y-030）
  --previous-round january|july|annual
                            上期的报送期（默认从上期的数字判断）
  --ready                   提交前检查：列出妨碍提交的事项，全部可以提交时退出码才为 0
  --report markdown|json    输出审核报告（单位、年份、审核项数、问题、审核说明、结论、数据指纹）
  --strict                  不允许舍入差，任何不等都算错误
  --execution-rate 百分数   执行率低于此数时提示（默认不查）
  --today YYYY-MM-DD        以此日期为今天（默认取系统日期）
  --help                    显示本说明

退出码：0 没有错误；1 有错误；2 有文件或审核项未能审核，或参数有误。
--ready 时：0 全部可以提交；1 有文件还不能提交；2 同上。`;

const round: Valued<ReportingRound> = {
  kind: 'value',
  expected: ' january、july 或 annual',
  read: oneOf(reportingRounds),
};
const today: Valued<CalendarDay> = {
  kind: 'value',
  expected: ' YYYY-MM-DD 格式的日期',
  read: parseDay,
};
const executionRate: Valued<number> = {
  kind: 'value',
  expected: ' 0 到 100 的数',
  read: parseRate,
};
const previous: Valued<string> = {
  kind: 'value',
  expected: '上期工作簿的文件名',
  read: (text) => (text === '' ? null : text),
};
const report: Valued<'markdown' | 'json'> = {
  kind: 'value',
  expected: ' markdown 或 json',
  read: oneOf(['markdown', 'json']),
};
const plan = {
  json: { kind: 'switch' },
  help: { kind: 'switch', short: 'h' },
  strict: { kind: 'switch' },
  ready: { kind: 'switch' },
  round,
  today,
  'execution-rate': executionRate,
  previous,
  'previous-round': round,
  report,
} as const;

/** Reads the arguments; anything unknown is a fault, never passed over. */
export function readArguments(args: readonly string[]): Result<CheckArguments, ArgumentFault> {
  const read = readOptions(args, plan);
  if (!read.ok) return read;
  const { values, others: files } = read.value;
  const { json, help, strict, ready } = values;
  if (files.length === 0 && !help) {
    return wrongArguments('没有指定要审核的文件或文件夹。用 --help 查看用法。');
  }
  if (json && values.report !== null) {
    return wrongArguments('--json 和 --report 只能用一个：审核报告的 JSON 用 --report json。');
  }
  if (values['previous-round'] !== null && values.previous === null) {
    return wrongArguments('--previous-round 要和 --previous 一起用。');
  }
  return success({
    json,
    help,
    strict,
    ready,
    report: values.report,
    previous: values.previous,
    previousRound: values['previous-round'],
    round: values.round ?? 'annual',
    today: values.today,
    lowestExecutionRate: values['execution-rate'],
    files,
  });
}

/** A calendar day, or null where there is no such day. */
export function parseDay(text: string): CalendarDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? { year, month, day }
    : null;
}

function parseRate(text: string): number | null {
  if (!/^\d{1,3}(?:\.\d{1,2})?$/.test(text)) return null;
  const rate = Number(text);
  return rate <= 100 ? rate : null;
}
