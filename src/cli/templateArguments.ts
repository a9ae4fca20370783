/** Which blank tables were asked for on the command line? */
import { currencyUnitTitles } from '../domain/forms/terms';
import type { CurrencyUnit, FormId } from '../domain/forms/terms';
import type { TemplateEdition } from '../domain/forms/templateTexts';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import type { TemplateOptions } from '../domain/template/standardTemplate';
import type { ArgumentFault } from './arguments';

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
  ['1', ['table1']],
  ['2', ['table2']],
  ['both', ['table1', 'table2']],
]);

const editions: ReadonlyMap<string, TemplateEdition> = new Map([
  ['2019', 'form2019'],
  ['later', 'later'],
]);

const currencies: ReadonlyMap<string, CurrencyUnit> = new Map(
  Object.entries(currencyUnitTitles).map(([unit, title]) => [title, unit as CurrencyUnit]),
);

/** Reads the arguments; anything unknown is a fault, never passed over. */
export function readTemplateArguments(
  args: readonly string[],
): Result<TemplateArguments, ArgumentFault> {
  let out: string | null = null;
  let options: TemplateOptions = {
    forms: ['table1', 'table2'],
    reportingUnit: '',
    fiscalYear: null,
    currencyUnit: 'tenThousandYuan',
    edition: 'form2019',
    protect: false,
  };
  const rest = args.flatMap(splitAssignment);
  for (let index = 0; index < rest.length; index += 1) {
    const name = rest[index] ?? '';
    if (name === '--protect') {
      options = { ...options, protect: true };
      continue;
    }
    index += 1;
    const value = rest[index] ?? '';
    switch (name) {
      case '--out':
        if (!/[^/\\]\.xlsx$/i.test(value)) {
          return wrong(`--out 后面应为以 .xlsx 结尾的文件名，不能是“${value}”。`);
        }
        out = value;
        break;
      case '--table': {
        const forms = tables.get(value);
        if (forms === undefined) return wrong(`--table 后面应为 1、2 或 both，不能是“${value}”。`);
        options = { ...options, forms };
        break;
      }
      case '--unit':
        if (value === '' || value.startsWith('--')) return wrong('--unit 后面应为填报单位名称。');
        options = { ...options, reportingUnit: value };
        break;
      case '--year':
        if (!/^(?:19|20|21)\d{2}$/.test(value)) {
          return wrong(`--year 后面应为四位年份，不能是“${value}”。`);
        }
        options = { ...options, fiscalYear: Number(value) };
        break;
      case '--currency': {
        const currencyUnit = currencies.get(value);
        if (currencyUnit === undefined) {
          return wrong(`--currency 后面应为元、千元、万元或亿元，不能是“${value}”。`);
        }
        options = { ...options, currencyUnit };
        break;
      }
      case '--edition': {
        const edition = editions.get(value);
        if (edition === undefined) {
          return wrong(`--edition 后面应为 2019 或 later，不能是“${value}”。`);
        }
        options = { ...options, edition };
        break;
      }
      default:
        return wrong(`不认识的参数“${name}”。请用 --help 查看用法。`);
    }
  }
  if (out === null) return wrong('请用 --out 写明文件名，如 --out 统计表.xlsx。');
  return success({ out, options });
}

/** `--year=2019` as two arguments. */
function splitAssignment(arg: string): string[] {
  const at = arg.indexOf('=');
  return arg.startsWith('--') && at > 0 ? [arg.slice(0, at), arg.slice(at + 1)] : [arg];
}

function wrong(message: string): Result<TemplateArguments, ArgumentFault> {
  return failure({ code: 'wrongArguments', message });
}
