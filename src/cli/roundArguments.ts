/** Which workbook is to be rounded, and how? */
import { officialFormIds } from '../domain/forms/officialForms';
import { currencyUnitTitles, fenDecimals } from '../domain/forms/terms';
import type { CurrencyUnit } from '../domain/forms/terms';
import type { TypedUnits } from '../domain/rounding/typedUnits';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import { readOptions, wrongArguments } from './options';
import type { ArgumentFault, Valued } from './options';

/** The arguments of `npm run round`. */
export interface RoundArguments {
  readonly json: boolean;
  readonly currencyUnit: CurrencyUnit;
  readonly decimals: number;
  /** In which units the tables were typed, where that is not what their headings say. */
  readonly typed: TypedUnits;
  /** Path of the copy to be written; null where none is asked for. */
  readonly out: string | null;
  readonly workbook: string;
}

/** What `--help` prints. */
export const roundUsage = `用法：npm run --silent round -- --currency 单位 --decimals 位数 [选项] 工作簿

舍位平衡：把《政府购买服务项目资金统计表1》《统计表2》换成另一金额单位或较少的小数位，
行、列、两表之间的合计全部保持相符，各数与原数的差额之和最小。项目数不动。

选项：
  --currency 单位           换成：yuan（元）、thousandYuan（千元）、tenThousandYuan（万元）、
                            hundredMillionYuan（亿元）；也可写中文
  --decimals 位数           保留几位小数，0 为取整
  --typed 单位              单位换算：表内数字实际按这个单位填报，与表头写的不同（如表头写万元、按元填报）
  --typed-table table1|table2
                            只有这一张表是这样；不写则两张表都是
  --out 文件                把结果写到这个文件（不覆盖已有文件；格式与原文件相同，.xlsx 或 .xlsm）
  --json                    输出 JSON
  --help                    显示本说明

退出码：0 已完成；1 有表不能舍位（先要改正）；2 文件未能读取或写出，有像统计表的工作表未采用，或参数有误。`;

const currencies: ReadonlyMap<string, CurrencyUnit> = new Map(
  Object.entries(currencyUnitTitles).flatMap(([unit, title]) => [
    [unit, unit as CurrencyUnit],
    [title, unit as CurrencyUnit],
  ]),
);

const value = <Value>(
  expected: string,
  read: (text: string) => Value | null | undefined,
): Valued<Value> => ({ kind: 'value', expected, read: (text) => read(text) ?? null });

const unitsAllowed = ' yuan、thousandYuan、tenThousandYuan 或 hundredMillionYuan';

const plan = {
  currency: value(unitsAllowed, (text) => currencies.get(text)),
  typed: value(unitsAllowed, (text) => currencies.get(text)),
  'typed-table': value(` ${officialFormIds.join(' 或 ')}`, (text) =>
    officialFormIds.find((form) => form === text),
  ),
  decimals: value(' 0 到 10 的整数', (text) => (/^(?:\d|10)$/.test(text) ? Number(text) : null)),
  out: value('以 .xlsx 或 .xlsm 结尾的文件名', (text) =>
    /[^/\\]\.xls[xm]$/i.test(text) ? text : null,
  ),
  json: { kind: 'switch' },
  help: { kind: 'switch', short: 'h' },
} as const;

/** Reads the arguments, or that help is asked for; anything unknown is a fault, never passed over. */
export function readRoundArguments(
  args: readonly string[],
): Result<RoundArguments | 'help', ArgumentFault> {
  const read = readOptions(args, plan);
  if (!read.ok) return read;
  const { values, others } = read.value;
  if (values.help) return success('help');
  const { json, currency: currencyUnit, decimals, out, typed: unit, 'typed-table': form } = values;
  const [workbook, ...more] = others;
  if (currencyUnit === null)
    return wrongArguments('请用 --currency 写明金额单位，如 tenThousandYuan。');
  if (decimals === null) return wrongArguments('请用 --decimals 写明保留几位小数，如 0。');
  const most = fenDecimals[currencyUnit];
  if (decimals > most) {
    const title = currencyUnitTitles[currencyUnit];
    return wrongArguments(
      `以${title}为单位时最多保留 ${most} 位小数（到分），不能是 ${decimals} 位。`,
    );
  }
  if (form !== null && unit === null)
    return wrongArguments('--typed-table 要与 --typed 一起用。用 --help 查看用法。');
  const forms = form === null ? officialFormIds : [form];
  const typed = unit === null ? {} : Object.fromEntries(forms.map((each) => [each, unit]));
  if (workbook === undefined) return wrongArguments('没有指定工作簿。用 --help 查看用法。');
  if (more.length > 0) {
    return wrongArguments(`一次只舍位一个工作簿，多了“${more.join('”“')}”。用 --help 查看用法。`);
  }
  return success({ json, currencyUnit, decimals, typed, out, workbook });
}
