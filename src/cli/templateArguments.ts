/** Which blank tables were asked for on the command line? */
import { currencyUnitTitles } from '../domain/forms/terms';
import { officialFormIds } from '../domain/forms/officialForms';
import type { CurrencyUnit, FormId } from '../domain/forms/terms';
import type { TemplateEdition } from '../domain/forms/templateTexts';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import type { TemplateOptions } from '../domain/template/standardTemplate';
import { readOptions, wrongArguments } from './options';
import type { ArgumentFault, Valued } from './options';

/** The arguments of `npm run template`. */
export interface TemplateArguments {
  /** Path of the workbook to be written. */
  readonly out: string;
  readonly options: TemplateOptions;
}

/** What `--help` prints. */
export const templateUsage = `用法：npm run --silent template -- --out 文件.xlsx [选项]

写出空白的《政府购买服务项目资金统计表1》《统计表2》，合计公式已填好。

选项：
  --out 文件                写到这个 .xlsx 文件（不覆盖已有文件）
  --table 1|2|both          哪张表（默认 both，两张）
  --unit 名称               填报单位（默认留空）
  --year 年份               四位年份，如 2019（默认留空）
  --currency 单位           金额单位：元、千元、万元、亿元（默认 万元）
  --edition 2019|later      科目名称：2019年表样，或以后的名称（默认 2019）
  --protect                 保护工作表：只有填报格可以改，不设密码
  --help                    显示本说明

退出码：0 已写入；2 未写入。`;

const tables: ReadonlyMap<string, readonly FormId[]> = new Map([
  ...officialFormIds.map((id, at) => [String(at + 1), [id]] as const),
  ['both', officialFormIds],
]);

const editions: ReadonlyMap<string, TemplateEdition> = new Map([
  ['2019', 'form2019'],
  ['later', 'later'],
]);

const currencies: ReadonlyMap<string, CurrencyUnit> = new Map(
  Object.entries(currencyUnitTitles).map(([unit, title]) => [title, unit as CurrencyUnit]),
);

const value = <Value>(
  expected: string,
  read: (text: string) => Value | null | undefined,
): Valued<Value> => ({ kind: 'value', expected, read: (text) => read(text) ?? null });

const plan = {
  out: value('以 .xlsx 结尾的文件名', (text) => (/[^/\\]\.xlsx$/i.test(text) ? text : null)),
  table: value(' 1、2 或 both', (text) => tables.get(text)),
  unit: value('填报单位名称', (text) => (text === '' || text.startsWith('--') ? null : text)),
  year: value('四位年份', (text) => (/^(?:19|20|21)\d{2}$/.test(text) ? Number(text) : null)),
  currency: value('元、千元、万元或亿元', (text) => currencies.get(text)),
  edition: value(' 2019 或 later', (text) => editions.get(text)),
  protect: { kind: 'switch' },
  help: { kind: 'switch', short: 'h' },
} as const;

/** Reads the arguments, or that help is asked for; anything unknown is a fault, never passed over. */
export function readTemplateArguments(
  args: readonly string[],
): Result<TemplateArguments | 'help', ArgumentFault> {
  const read = readOptions(args, plan);
  if (!read.ok) return read;
  const { values, others } = read.value;
  if (values.help) return success('help');
  if (others[0] !== undefined) {
    return wrongArguments(`不认识的参数“${others[0]}”。用 --help 查看用法。`);
  }
  const { out } = values;
  if (out === null) return wrongArguments('请用 --out 写明文件名，如 --out 统计表.xlsx。');
  return success({
    out,
    options: {
      forms: values.table ?? officialFormIds,
      reportingUnit: values.unit ?? '',
      fiscalYear: values.year,
      currencyUnit: values.currency ?? 'tenThousandYuan',
      edition: values.edition ?? 'form2019',
      protect: values.protect,
    },
  });
}
