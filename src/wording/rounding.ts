/** What does a clerk read of 舍位平衡? */
import type { CellReference } from '../application/cellContent';
import type { RoundingSummary } from '../application/roundTables';
import type { Amount } from '../domain/amount';
import { absolute, formatAmount } from '../domain/amount';
import type { CurrencyUnit, FormId } from '../domain/forms/terms';
import { placeOf } from '../domain/returns/tableView';
import type { Figure, TableView } from '../domain/returns/tableView';
import type {
  RoundedFigure,
  RoundingObstacle,
  RoundingTarget,
} from '../domain/rounding/roundReturn';
import type { LeftOut } from '../domain/rounding/leftOut';
import type { TypedUnits } from '../domain/rounding/typedUnits';
import type { UnevenTotal } from '../domain/rounding/unevenTotals';
import { unevenTotals } from '../domain/rounding/unevenTotals';
import type { LayoutObstacle } from '../domain/rounding/roundedSheets';
import type { Language } from './language';
import { groupDigits } from './language';
import { refusalMessage } from './refusals';
import { formName, measuredIn, measureName, placeName, unitName } from './terms';
import { unreadMessage } from './unread';
import { visibleText } from './visibleText';

/** So many cells are named in a sentence; how many more there are is said. */
const mostNamed = 8;

const texts = {
  'zh-CN': {
    typed: (form: string, unit: string) => `${form}按“${unit}”填报`,
    converted: (typed: string) => `单位换算：${typed}，换算后再舍位。`,
    kept: (decimals: number) => (decimals === 0 ? '取整' : `保留 ${decimals} 位小数`),
    done: (unit: string, kept: string, amounts: number) =>
      `舍位为${unit}，${kept}：共 ${amounts} 个金额`,
    none: (done: string) => `${done}，数值都未改变，合计全部相符。`,
    allNearest: '全部按四舍五入取舍',
    notNearest: (count: number) => `为使合计相符，${count} 个数未按四舍五入取舍`,
    moved: (done: string, changed: number, how: string, most: string, all: string) =>
      `${done}，${changed} 个有取舍；${how}，最大差 ${most}，各数差额之和 ${all}（已是最小）。合计全部相符。`,
    figure: (place: string, change: string, plain: string) =>
      `${place}：${change}（四舍五入为 ${plain}）`,
    overtaking: (cells: string) =>
      `${cells}取舍后比预算数或执行数大末位一个单位，原数没有超，是取舍所致；校验如列为提示，可填写说明。`,
    and: '、',
    more: (shown: string, count: number) => `${shown}等 ${count} 处`,
    unclear: (cells: string) => `${cells}不是能确定的数，请先改正。`,
    unbalanced: (cells: string) => `与应有的合计不符，请先审核、改正，再舍位：${cells}。`,
    total: (sheet: string, place: string, stated: string, sums: string) =>
      `“${sheet}”${place}${stated}，${sums}`,
    stated: (amount: string) => `填报 ${amount}`,
    blank: '未填',
    sum: (by: string, computed: string, isMore: boolean, off: string) =>
      `${by}应为 ${computed}，${isMore ? '多' : '少'} ${off}`,
    by: { line: '按行', column: '按列', crossTable: '按另一张表' },
    evened: (count: number) => `原表有 ${count} 处合计与分项有舍入差，已一并取平`,
    evenedPlaces: (evened: string, places: string) => `${evened}：${places}。`,
    semicolon: '；',
    replaced: (count: number, cells: string) =>
      `写在原表上、写出结果文件时，有 ${count} 个公式不是表内合计公式，改为数值：${cells}。`,
    table: (form: string, sheet: string) => `${form}（工作表“${sheet}”）`,
    noMoneyUnit: (table: string) =>
      `${table}的表头没有写明能识别的金额单位（如“金额：万元”），请先写明。`,
    noTotalLine: (table: string) => `${table}没有合计行，请先补上。`,
    otherBlocks: (table: string) => `${table}的合计栏含有表样以外的预算，请先按表样调整。`,
    noBalance: (tables: string, measure: string, kept: string, totals: string, fewer: boolean) =>
      `${tables}的${measure}原有舍入差，${kept}无法取平：${totals}。请先更正这些数和它们的分项（校验也会列出）${fewer ? '，或少留小数' : ''}，再舍位。`,
    leftOut:
      '只舍其余的表，一个工作簿里会有两种金额单位或小数位数，所以没有舍位。改正后再舍位；不是要报的统计表，请移到别的工作簿。',
    subLines: (table: string) =>
      `${table}有“其中”或“小计”行，标准表样放不下，不能写到新表；可以写在原表上。`,
    projectCounts: (table: string) =>
      `${table}的项目数有不能确定或与合计不符的，写到新表会改变合计；请先改正，或写在原表上。`,
  },
  'en-US': {
    typed: (form: string, unit: string) => `${form} was typed in ${unit}`,
    converted: (typed: string) => `Currency unit: ${typed}; converted, then rounded.`,
    kept: (decimals: number) =>
      decimals === 0 ? 'whole numbers' : `${decimals} decimal${decimals === 1 ? '' : 's'}`,
    done: (unit: string, kept: string, amounts: number) =>
      `In ${unit}, ${kept}: ${amounts} amounts`,
    none: (done: string) => `${done}; none changes its value, and every total holds.`,
    allNearest: 'all to the nearest',
    notNearest: (count: number) =>
      `for the totals to hold, ${count} ${count === 1 ? 'is' : 'are'} not the nearest`,
    moved: (done: string, changed: number, how: string, most: string, all: string) =>
      `${done}, ${changed} rounded; ${how}. Largest difference ${most}, all differences together ${all}: the least there can be. Every total holds.`,
    figure: (place: string, change: string, plain: string) =>
      `${place}: ${change} (nearest ${plain})`,
    overtaking: (cells: string) =>
      `${cells}: more than the budget or what was executed by one in the last place, which is because of rounding. Where the check lists it as a warning, it may be explained.`,
    and: ', ',
    more: (shown: string, count: number) => `${shown} … (${count} cells)`,
    unclear: (cells: string) => `What ${cells} holds cannot be told. Correct it first.`,
    unbalanced: (cells: string) =>
      `Not the sums that they should be; check and correct the tables first: ${cells}.`,
    total: (sheet: string, place: string, stated: string, sums: string) =>
      `“${sheet}” ${place} ${stated}, ${sums}`,
    stated: (amount: string) => `states ${amount}`,
    blank: 'is blank',
    sum: (by: string, computed: string, isMore: boolean, off: string) =>
      `should be ${computed} ${by}, ${off} too ${isMore ? 'much' : 'little'}`,
    by: { line: 'by the line', column: 'by the column', crossTable: 'by the other table' },
    evened: (count: number) =>
      `${count} ${count === 1 ? 'total was' : 'totals were'} off by rounding, which the new figures take away`,
    evenedPlaces: (evened: string, places: string) => `${evened}: ${places}.`,
    semicolon: '; ',
    replaced: (count: number, cells: string) =>
      `In place and in a copy, ${count} ${count === 1 ? 'formula that is no total of the table becomes a value' : 'formulas that are no totals of the table become values'}: ${cells}.`,
    table: (form: string, sheet: string) => `${form} (sheet “${sheet}”)`,
    noMoneyUnit: (table: string) =>
      `${table} does not state a known unit of money above the table (such as 金额：万元). State it first.`,
    noTotalLine: (table: string) => `${table} has no total line. Add it first.`,
    otherBlocks: (table: string) =>
      `The total block of ${table} counts a budget that the form does not have. Bring it into the form first.`,
    noBalance: (tables: string, measure: string, kept: string, totals: string, fewer: boolean) =>
      `Earlier rounding differences in ${measure} of ${tables} cannot be balanced (${kept}): ${totals}. Correct these figures and their parts first (the check lists them, too)${fewer ? ', or keep fewer decimals' : ''}.`,
    leftOut:
      'Rounding the other tables alone would leave the workbook in two units of money or numbers of decimals, so nothing is rounded. Correct it first; a sheet that is none of the tables to be filed belongs in another workbook.',
    subLines: (table: string) =>
      `${table} has lines 其中 or 小计, for which the form has no room: no new sheets, but it can be done in place.`,
    projectCounts: (table: string) =>
      `In ${table} numbers of projects cannot be told or do not add up; new sheets would change their totals. Correct them first, or round in place.`,
  },
} as const satisfies Readonly<Record<Language, object>>;

/** 舍位为万元，保留 2 位小数：156 个金额，改动 98 个；其中 4 个未按四舍五入取舍，最大差 0.73 万元。 */
export function roundingSummary(
  { amounts, changed, notNearest, largestMove, totalDeviation }: RoundingSummary,
  { currencyUnit, decimals }: RoundingTarget,
  language: Language,
): string {
  const words = texts[language];
  const unit = unitName(currencyUnit, language);
  const done = words.done(unit, words.kept(decimals), amounts);
  if (changed === 0) return words.none(done);
  const how = notNearest === 0 ? words.allNearest : words.notNearest(notNearest);
  const [most, all] = [largestMove, totalDeviation].map((amount) =>
    measuredIn(groupDigits(amount), currencyUnit, language),
  );
  return words.moved(done, changed, how, most ?? '', all ?? '');
}

/** Which figures rounding makes exceed what they did not; the check will say so. Null where there are none. */
export function overtakingText(figures: readonly Figure[], language: Language): string | null {
  if (figures.length === 0) return null;
  const places = figures.map((figure) => placeName(placeOf(figure), language));
  return texts[language].overtaking(named(places, language));
}

/** Which formulas become values, and how many more; null where none does. */
export function replacedText(cells: readonly CellReference[], language: Language): string | null {
  if (cells.length === 0) return null;
  const places = cells.map(({ sheet, cell }) => `${visibleText(sheet)}!${cell}`);
  return texts[language].replaced(cells.length, named(places, language));
}

/** 表内数字按“元”填报，换算为新的金额单位。 */
export function convertedFrom(typed: TypedUnits, language: Language): string {
  const words = texts[language];
  const units = Object.entries(typed) as [FormId, CurrencyUnit][];
  return words.converted(
    units
      .map(([form, unit]) => words.typed(formName(form, language), unitName(unit, language)))
      .join(words.and),
  );
}

/** 855.63 → 856. */
export function roundedChange({ stated, rounded }: RoundedFigure): string {
  return [stated, rounded].map((amount) => groupDigits(formatAmount(amount))).join(' → ');
}

/** 统计表1·教育·一般公共预算·预算数（C8）：855.63 → 856，四舍五入为 855。 */
export function roundedFigureText(rounded: RoundedFigure, language: Language): string {
  const { figure, nearest } = rounded;
  const place = placeName(placeOf(figure), language);
  return texts[language].figure(place, roundedChange(rounded), groupDigits(formatAmount(nearest)));
}

/** What a sheet lacks that would be left out, as the check says it. */
export function leftOutMessage(left: LeftOut, language: Language): string {
  return left.kind === 'notAdopted'
    ? refusalMessage(left.refused, language)
    : unreadMessage(left.unread, language);
}

/** Why nothing is rounded beside such sheets, and what to do. */
export function leftOutAdvice(language: Language): string {
  return texts[language].leftOut;
}

/** Why a return is not rounded, and what is to be corrected first; or not laid out anew. */
export function obstacleMessage(
  obstacle: RoundingObstacle | LayoutObstacle,
  language: Language,
): string {
  const words = texts[language];
  const table = ({ form, sheet }: TableView) =>
    words.table(formName(form, language), visibleText(sheet));
  switch (obstacle.kind) {
    case 'unclear':
      return words.unclear(
        named(
          obstacle.figures.map((figure) => placeName(placeOf(figure), language)),
          language,
        ),
      );
    case 'unbalanced':
      return words.unbalanced(
        named(
          unevenTotals(obstacle.equalities).map((each) => unevenText(each, language)),
          language,
          words.semicolon,
        ),
      );
    case 'noBalance':
      return words.noBalance(
        obstacle.tables.map(({ form }) => formName(form, language)).join(words.and),
        measureName(obstacle.measure, language),
        words.kept(obstacle.decimals),
        named(
          obstacle.totals.map((each) => unevenText(each, language)),
          language,
          words.semicolon,
        ),
        obstacle.canBeWhole,
      );
    case 'noMoneyUnit':
    case 'noTotalLine':
    case 'otherBlocks':
    case 'subLines':
    case 'projectCounts':
      return words[obstacle.kind](table(obstacle.table));
  }
}

/** “统计表1”合计行·合计栏·预算数（K24）填报 31，按列应为 30，多 1 万元. */
export function unevenText({ total, sums }: UnevenTotal, language: Language): string {
  const words = texts[language];
  const { currencyUnit } = total.table;
  const digits = (amount: Amount) => groupDigits(formatAmount(amount));
  const told = sums.map(({ directions, computed, difference }) =>
    words.sum(
      directions.map((direction) => words.by[direction]).join(words.and),
      digits(computed),
      difference > 0n,
      measuredIn(digits(absolute(difference)), currencyUnit, language),
    ),
  );
  return words.total(
    visibleText(total.table.sheet),
    placeName(placeOf(total), language),
    total.blank ? words.blank : words.stated(digits(total.amount ?? 0n)),
    told.join(words.and),
  );
}

/** 原表有 2 处合计与分项有舍入差，已一并取平. */
export function evenedTitle(evened: readonly UnevenTotal[], language: Language): string {
  return texts[language].evened(evened.length);
}

/** The same with the places; null where there are none. */
export function evenedText(evened: readonly UnevenTotal[], language: Language): string | null {
  if (evened.length === 0) return null;
  const { evenedPlaces, semicolon } = texts[language];
  const places = evened.map((each) => unevenText(each, language));
  return evenedPlaces(evenedTitle(evened, language), named(places, language, semicolon));
}

function named(
  places: readonly string[],
  language: Language,
  between: string = texts[language].and,
): string {
  const { more } = texts[language];
  const shown = places.slice(0, mostNamed).join(between);
  return places.length > mostNamed ? more(shown, places.length) : shown;
}
