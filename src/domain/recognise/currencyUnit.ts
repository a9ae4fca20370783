/** Which unit of money does a text name, with whatever remarks around it? */
import type { CurrencyUnit } from '../forms/terms';
import { compact } from './characters';
import { remembered } from './remembered';

const units: ReadonlyMap<string, CurrencyUnit> = new Map<string, CurrencyUnit>([
  ['元', 'yuan'],
  ['千元', 'thousandYuan'],
  ['万元', 'tenThousandYuan'],
  ['亿元', 'hundredMillionYuan'],
]);

/** What may stand beside the unit without saying another: what else is counted, and the currency. */
const companions =
  /^(?:个数?|项数?|件|笔|宗|条|家|户|人次?|次|份|%|百分比|比例|项目个?数?量?|数量|金额|资金|单位|人民币|RMB|CNY|[¥￥]|(?:预算|执行|决算)数?)$/i;

/** How a unit's figures are written: rounding, and what is taken in. */
const remark = /保留|精确|小数|四舍五入|取整|取整数|整数|下同|含税|位数/;

const named =
  /^(?:以|按|用)?(?:人民币|RMB|CNY|[¥￥])?([十百千万亿]*[元圆])(?:人民币|RMB|CNY)?(?:整|为单位|计|计算|计量|填列|填报|填写|列示|表示)?(?:(?:保留|精确|四舍五入|取整|下同|含税).*)?$/i;

/**
 * The unit that a text names (`人民币万元`, `（万元）`, `个、万元`, `项目数（个），金额（万元）`,
 * `万元（保留两位小数）`), or null where it names none, several, or anything that is not understood.
 */
export const parseCurrencyUnit = remembered((text): CurrencyUnit | null => {
  const bare = compact(text)
    .replace(/[〔[【{]/g, '(')
    .replace(/[〕\]】}]/g, ')');
  const outside = readParts(bare.replace(/\([^()]*\)?/g, '、'));
  if (outside === 'unclear') return null;
  const brackets = [...bare.matchAll(/\(([^()]*)\)?/g)].map((match) => match[1] ?? '');
  if (outside !== null) {
    // Brackets after a unit are a remark, unless they speak of money in another way.
    const said = brackets.map((inside) => readParts(inside));
    const contradicts = brackets.some(
      (inside, at) => said[at] !== outside && /[元圆]/.test(inside) && !remark.test(inside),
    );
    return contradicts ? null : outside;
  }
  let unit: CurrencyUnit | null = null;
  for (const inside of brackets) {
    const read = readParts(inside);
    if (read === 'unclear' || (read !== null && unit !== null && read !== unit)) return null;
    unit = read ?? unit;
  }
  return unit;
});

/** The unit among parts that are all understood; null where none of them is one. */
function readParts(text: string): CurrencyUnit | null | 'unclear' {
  let unit: CurrencyUnit | null = null;
  for (const part of text.split(/[、,;/|+.。:和及与\s]+/)) {
    if (part === '' || companions.test(part)) continue;
    const name = named.exec(part)?.[1];
    if (name === undefined && remark.test(part)) continue;
    const read = units.get((name ?? '').replace('圆', '元'));
    if (read === undefined || (unit !== null && read !== unit)) return 'unclear';
    unit = read;
  }
  return unit;
}

/** True for a text that speaks of money, whether or not its unit is one of ours: `万美元`, `百万元`. */
export function speaksOfMoney(text: string): boolean {
  return /[元圆]$|[十百千万亿][日美欧港澳韩]?[元圆]|人民币|RMB|CNY/i.test(
    compact(text).replace(/[()]/g, ''),
  );
}

/** True for a text of nothing but counting words, money and remarks on them: 个, 项目数（个）. */
export function saysOnlyUnits(text: string): boolean {
  const bare = compact(text);
  const parts = [bare.replace(/\([^()]*\)?/g, '、'), ...(bare.match(/\([^()]*/g) ?? [])];
  return bare !== '' && parts.every((part) => readParts(part.replace('(', '')) !== 'unclear');
}

/** True for a text that names only units: 个, （个）, 万元, 个、万元. */
export function namesUnits(text: string): boolean {
  const bare = compact(text).replace(/[()〔〕[\]【】]/g, '');
  const parts = bare.replace(/^(?:计量|金额)?单位:?/, '').split(/[、,/]/);
  return (
    parts.some((part) => part !== '') &&
    parts.every((part) => {
      const name = named.exec(part)?.[1];
      return /^(?:个|项|件|笔|宗|条|%|)$/.test(part) || name !== undefined;
    })
  );
}
