/** Of which workbook are the report's sentences wanted, or which report is to be held against it? */
import { currencyUnitTitles } from '../domain/forms/terms';
import type { CurrencyUnit } from '../domain/forms/terms';
import { reportingRounds } from '../domain/forms/rounds';
import type { ReportingRound } from '../domain/forms/rounds';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import { oneOf, readOptions, wrongArguments } from './options';
import type { ArgumentFault, Valued } from './options';

/** The arguments of `npm run report`. */
export interface ReportArguments {
  readonly json: boolean;
  readonly round: ReportingRound;
  /** The reporting unit; null where the workbook holds only one. */
  readonly unit: string | null;
  /** Number of the return in the workbook; null where it is told by its unit. */
  readonly pair: number | null;
  /** Path of the report that is checked; null where the sentences are asked for. */
  readonly check: string | null;
  /** A workbook with the unit's tables of the year before; null where none is named. */
  readonly previous: string | null;
  readonly previousRound: ReportingRound | null;
  readonly currencyUnit: CurrencyUnit;
  readonly decimals: number;
  readonly workbook: string;
}

/** What `--help` prints. */
export const reportUsage = `用法：npm run --silent report -- [选项] 工作簿

报告文字：由《政府购买服务项目资金统计表1》《统计表2》写出报告中引用数字的句子；
加 --check 则把写好的报告与表逐数核对：说的是表中哪个数就与哪个数比，与表无关的数不管。

选项：
  --check 报告              要核对的报告：.docx，或 .txt（UTF-8、GB18030）；.docx 只核对正文，
                            页眉页脚、脚注、批注和修订中已删去的文字不读
  --round january|july|annual
                            报送期：1月份、7月份、年度报告（默认 annual）
  --unit 填报单位           工作簿里有几个单位时，写明是哪一个
  --pair 序号               写明是第几套（JSON 中的 pair），如舍位写到新表后同一单位有两套的；不与 --unit 同用
  --previous 文件           上年的工作簿：写出、核对“比上年增长”之类的句子；工作簿里自有上年的表时不需要
  --previous-round january|july|annual
                            上年的工作簿是哪一期的；不写则由其数判断，判断不了的不用
  --currency 单位           写句子用的金额单位（默认 tenThousandYuan，即万元；也可写中文）
  --decimals 位数           写句子时保留几位小数，0 到 6（默认 2）
  --json                    输出 JSON
  --help                    显示本说明

退出码：0 没有不符；1 有不符或存疑的数；2 文件未能读取，一个数也没有认出，或参数有误。`;

const currencies: ReadonlyMap<string, CurrencyUnit> = new Map(
  Object.entries(currencyUnitTitles).flatMap(([unit, title]) => [
    [unit, unit as CurrencyUnit],
    [title, unit as CurrencyUnit],
  ]),
);

const value = <Value>(expected: string, read: (text: string) => Value | null): Valued<Value> => ({
  kind: 'value',
  expected,
  read,
});
const filled = (text: string): string | null => (text.trim() === '' ? null : text);

const plan = {
  check: value('报告的文件名', filled),
  round: value<ReportingRound>(' january、july 或 annual', oneOf(reportingRounds)),
  unit: value('填报单位的名称', filled),
  pair: value(' 1 以上的整数', (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null)),
  previous: value('上年工作簿的文件名', filled),
  'previous-round': value<ReportingRound>(' january、july 或 annual', oneOf(reportingRounds)),
  currency: value(
    ' yuan、thousandYuan、tenThousandYuan 或 hundredMillionYuan',
    (text) => currencies.get(text) ?? null,
  ),
  decimals: value(' 0 到 6 的整数', (text) => (/^[0-6]$/.test(text) ? Number(text) : null)),
  json: { kind: 'switch' },
  help: { kind: 'switch', short: 'h' },
} as const;

/** Reads the arguments, or that help is asked for; anything unknown is a fault, never passed over. */
export function readReportArguments(
  args: readonly string[],
): Result<ReportArguments | 'help', ArgumentFault> {
  const read = readOptions(args, plan);
  if (!read.ok) return read;
  const { values, others } = read.value;
  if (values.help) return success('help');
  const { json, check, unit, pair, round, previous, currency, decimals } = values;
  const previousRound = values['previous-round'];
  if (previousRound !== null && previous === null) {
    return wrongArguments('--previous-round 要和 --previous 一起用。');
  }
  if (pair !== null && unit !== null) {
    return wrongArguments('--pair 和 --unit 只写一个。用 --help 查看用法。');
  }
  const [workbook, ...more] = others;
  if (workbook === undefined) return wrongArguments('没有指定工作簿。用 --help 查看用法。');
  if (more.length > 0) {
    return wrongArguments(`一次只用一个工作簿，多了“${more.join('”“')}”。用 --help 查看用法。`);
  }
  return success({
    ...{ json, check, unit, pair, previous, previousRound, workbook },
    round: round ?? 'annual',
    currencyUnit: currency ?? 'tenThousandYuan',
    decimals: decimals ?? 2,
  });
}
