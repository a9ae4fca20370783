/** What was asked for on the command line of `npm run consolidate`? */
import type { LabelChoice } from '../domain/consolidate/labelMap';
import { reportingRounds } from '../domain/forms/rounds';
import type { ReportingRound } from '../domain/forms/rounds';
import type { CurrencyUnit } from '../domain/forms/terms';
import { unitPower } from '../domain/forms/terms';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import type { CalendarDay } from '../domain/rules/settings';
import { parseDay } from './arguments';
import { oneOf, readOptions, wrongArguments } from './options';
import type { ArgumentFault, Repeated, Valued } from './options';

/** The arguments of `npm run consolidate`. */
export interface ConsolidateArguments {
  readonly json: boolean;
  readonly out: string | null;
  readonly returns: string | null;
  /** Path of the list of units. */
  readonly units: string | null;
  readonly name: string | null;
  readonly year: number | null;
  readonly currency: CurrencyUnit | null;
  readonly includeErrors: boolean;
  readonly choices: readonly LabelChoice[];
  /** Names of units that count, or do not, where their figures or names leave that open. */
  readonly count: readonly string[];
  readonly leave: readonly string[];
  readonly values: boolean;
  readonly force: boolean;
  readonly round: ReportingRound;
  readonly strict: boolean;
  /** Null: the clock's. */
  readonly today: CalendarDay | null;
  readonly files: readonly string[];
}

/** What `--help` prints. */
export const consolidateUsage = `用法：npm run --silent consolidate -- [选项] 文件或文件夹…

审核多个单位的《政府购买服务项目资金统计表1》《统计表2》，找出重复、漏报等问题，把其余的汇总成一套。

选项：
  --json                    输出 JSON（只有一份文档，便于其他程序读取）
  --out 文件.xlsx           把汇总结果写到这个文件（不写此项则只显示）
  --returns 文件.xlsx       把退回意见写到这个文件，每个有错误的单位一张工作表
  --units 名单.txt          应报单位名单，每行一个（UTF-8 或 GB18030）
  --name 名称               汇总单位的名称
  --year 年份               汇总哪一年（默认取多数单位的年份）
  --currency yuan|thousandYuan|tenThousandYuan|hundredMillionYuan
                            结果的金额单位：元、千元、万元、亿元（默认取多数单位的）
  --include-errors          有错误的单位也计入
  --map 标签=科目           自定科目归入表样的哪一行，可写多次
  --count 单位              像是别的单位之和、或与别的单位同名的，仍作为单独的单位计入，可写多次
  --leave 单位              像是别的单位之和、或与别的单位数字相同的，不计入，可写多次
  --values                  结果的填报格写数值，不写公式
  --force                   覆盖已有的结果文件
  --round january|july|annual
                            报送期：1月份、7月份、年度报告（默认 annual）
  --strict                  不允许舍入差，任何不等都算错误
  --today YYYY-MM-DD        以此日期为今天（默认取系统日期）
  --help                    显示本说明

退出码：0 全部计入，没有错误；1 有单位没有计入，或单位之间有错误；
        2 有文件未能读取，参数有误，没有可汇总的单位，或结果未能写入。`;

const workbookFile: Valued<string> = {
  kind: 'value',
  expected: '以 .xlsx 结尾的文件名',
  read: (text) => (/[^/\\]\.xlsx$/i.test(text) ? text : null),
};

/** Longest name of the consolidating unit, in characters. */
const longestName = 200;

const unitName: Repeated<string> = {
  kind: 'values',
  expected: '单位名称',
  read: (text) => (text.trim() === '' || text.startsWith('--') ? null : text.trim()),
};

const plan = {
  json: { kind: 'switch' },
  help: { kind: 'switch', short: 'h' },
  strict: { kind: 'switch' },
  'include-errors': { kind: 'switch' },
  values: { kind: 'switch' },
  force: { kind: 'switch' },
  out: workbookFile,
  returns: workbookFile,
  units: {
    kind: 'value',
    expected: '名单文件',
    read: (text) => (text === '' || text.startsWith('--') ? null : text),
  } satisfies Valued<string>,
  name: {
    kind: 'value',
    expected: `不超过 ${longestName} 字的汇总单位名称`,
    read: (text) =>
      text.trim() === '' || text.startsWith('--') || text.length > longestName ? null : text.trim(),
  } satisfies Valued<string>,
  year: {
    kind: 'value',
    expected: '四位年份',
    read: (text) => (/^(?:19|20|21)\d{2}$/.test(text) ? Number(text) : null),
  } satisfies Valued<number>,
  currency: {
    kind: 'value',
    expected: ` ${Object.keys(unitPower).join('、')} 之一`,
    read: oneOf(Object.keys(unitPower) as CurrencyUnit[]),
  } satisfies Valued<CurrencyUnit>,
  map: {
    kind: 'values',
    expected: '“标签=科目”',
    read: parseChoice,
  } satisfies Repeated<LabelChoice>,
  count: unitName,
  leave: unitName,
  round: {
    kind: 'value',
    expected: ' january、july 或 annual',
    read: oneOf(reportingRounds),
  } satisfies Valued<ReportingRound>,
  today: {
    kind: 'value',
    expected: ' YYYY-MM-DD 格式的日期',
    read: parseDay,
  } satisfies Valued<CalendarDay>,
} as const;

/** Reads the arguments, or that help is asked for; anything unknown is a fault, never passed over. */
export function readConsolidateArguments(
  args: readonly string[],
): Result<ConsolidateArguments | 'help', ArgumentFault> {
  const read = readOptions(args, plan);
  if (!read.ok) return read;
  const { values, others: files } = read.value;
  if (values.help) return success('help');
  if (files.length === 0) {
    return wrongArguments('没有指定要汇总的文件或文件夹。用 --help 查看用法。');
  }
  const { json, out, returns, units, name, year, currency, force, strict, today } = values;
  return success({
    json,
    out,
    returns,
    units,
    name,
    year,
    currency,
    includeErrors: values['include-errors'],
    choices: values.map,
    count: values.count,
    leave: values.leave,
    values: values.values,
    force,
    round: values.round ?? 'annual',
    strict,
    today,
    files,
  });
}

/** 标签=科目; the line's label has no equals sign, the unit's own may. */
function parseChoice(text: string): LabelChoice | null {
  const at = text.lastIndexOf('=');
  const [label, meaning] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  return at <= 0 || label === '' || meaning === '' ? null : { label, meaning };
}
