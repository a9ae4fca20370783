/** Findings in Chinese, as a finance clerk would write them. */
import type { DetailOf, FigurePlace, Finding } from '../domain/finding';
import { isPlaceholderName } from '../domain/recognise/placeholderName';
import { groupDigits, unsigned } from './language';
import { lastRoundMessage } from './lastRound';
import { presentationInChinese } from './presentation.zh-CN';
import {
  blockName,
  editionName,
  fieldName,
  formName,
  measureName,
  placeName,
  unitName,
  statedFigure,
} from './terms';

const zh = 'zh-CN';

/** The message of a finding. */
export function findingInChinese(finding: Finding): string {
  const { detail } = finding;
  switch (detail.kind) {
    case 'balance':
      return balance(detail, finding.rule === 'R-060');
    case 'crossTable':
      return crossTable(detail, finding.rule === 'R-060');
    case 'headingMismatch':
      return `两张表的${fieldName(detail.field, zh)}不一致：本表为“${detail.here}”，“${detail.otherSheet}”（${detail.otherCell}）为“${detail.there}”。请核对后改为一致。${detail.corrections.length > 0 ? '' : headingCell(finding, '本表')}`;
    case 'headingMissing':
      return detail.text === ''
        ? `没有填写${fieldName(detail.field, zh)}。请补填。`
        : `${fieldName(detail.field, zh)}“${detail.text}”${isSample(detail) ? '是样表里的写法，不是单位名称' : '无法识别'}。${fieldHint(detail.field)}`;
    case 'content':
      return content(detail);
    case 'dependency':
      return dependency(detail);
    case 'comparison':
      return comparison(detail);
    case 'executionRate':
      return `${placeName(detail.place, zh)}执行率为 ${detail.rate}%，低于设定的 ${detail.threshold}%。请核对，属实的请填写审核说明。`;
    case 'unitDoubt':
      return `表头金额单位为${unitName(detail.stated, zh)}，但平均每个项目的金额（中位数）折合 ${groupDigits(detail.medianYuan)} 元，像是按${unitName(detail.likely, zh)}填报的。请核对金额单位。${headingCell(finding, '金额单位')}`;
    case 'required':
      return detail.whole
        ? `${columnName(detail.place)}整列未填，本期报送必须填报。请补填，没有发生额的填 0。`
        : `${placeName(detail.place, zh)}未填，该行有项目，本期报送必须填报。请补填，没有发生额的填 0。`;
    case 'lines':
      return lines(detail);
    case 'otherBlock':
      return detail.counted
        ? `“${detail.title}”不是表样中的栏，合计栏也把它加了进去，行合计未能审核。请去掉该栏，合计只填一般公共预算与政府性基金预算之和。`
        : `“${detail.title}”不是表样中的栏，合计栏没有计入它，该栏没有审核。请去掉该栏。`;
    case 'edition':
      return edition(detail);
    case 'emptyTable':
      return `${formName(detail.form, zh)}没有填报任何数字。请填报；没有购买服务的单位请填 0（零报告）。`;
    case 'tableMissing':
      return `没有认出${detail.reportingUnit === null ? '与本表配套' : `“${detail.reportingUnit}”`}的${formName(detail.missing, zh)}，表间审核未能进行。请把两张表放在同一个工作簿里一并报送；已在工作簿里的，请按表样补全表头和行名称。`;
    case 'year':
      return `${year(detail)}${headingCell(finding, '年份')}`;
    case 'totalFormula':
      return totalFormula(detail);
    case 'externalLink':
      return `${placeName(detail.place, zh)}的公式引用了其他工作簿：${detail.formula}。对方文件一旦移动或改动，数字会跟着变。请改为数值或本表内的公式。`;
    case 'hidden':
    case 'formulaResult':
    case 'underMerge':
    case 'outsideTable':
    case 'scaledDisplay':
    case 'displayedSum':
      return presentationInChinese(detail, finding.cells.length);
    case 'lastRoundDiffers':
    case 'unlikelyChange':
    case 'newOrGone':
    case 'scaleOfLastRound':
      return lastRoundMessage(detail, finding.severity, 'zh-CN');
    case 'ofWhich':
      return `${placeName(detail.place, zh)}填报 ${groupDigits(detail.stated)}，大于所属的${placeName(detail.parent, zh)} ${groupDigits(detail.parentStated)}，多 ${unsignedDigits(detail.excess)} ${unitOf(detail.place)}。其中项不应大于总项，请核对。`;
  }
}

function shown(decimal: string | null): string {
  return decimal === null ? '空白' : groupDigits(decimal);
}

function states(place: FigurePlace, stated: string | null): string {
  const name = placeName(place, zh);
  return stated === null ? `${name}未填` : `${name}填报 ${statedFigure(place, stated, zh)}`;
}

function unsignedDigits(difference: string | null): string {
  return groupDigits(unsigned(difference ?? '0'));
}

function moreOrLess(difference: string | null): string {
  return difference?.startsWith('-') === true ? '少' : '多';
}

function unitOf(place: FigurePlace): string {
  return unitName(place.unit, zh);
}

function columnName(place: FigurePlace): string {
  return `${blockName(place.block, zh)}·${measureName(place.measure, zh)}`;
}

function balance(detail: DetailOf<'balance'>, isRounding: boolean): string {
  const place = placeName(detail.place, zh);
  const direction = detail.balance === 'line' ? '按行' : '按列';
  if (detail.stated === null) {
    return `${place}未填，${direction}应为 ${shown(detail.computed)}。请填充合计。`;
  }
  const stated = `${states(detail.place, detail.stated)}，${direction}应为 ${shown(detail.computed)}，${moreOrLess(detail.difference)} ${unsignedDigits(detail.difference)} ${unitOf(detail.place)}`;
  if (isRounding) {
    return `${stated}，在四舍五入的误差范围内。请核对，属实的请填写审核说明。`;
  }
  return detail.balance === 'line'
    ? `${stated}。请核对本行一般公共预算、政府性基金预算和合计。`
    : `${stated}。请核对本列各行和合计。`;
}

/** 为 1,234.5, or 未填. */
function statedAs(place: FigurePlace, decimal: string | null): string {
  return decimal === null ? '未填' : `为 ${statedFigure(place, decimal, zh)}`;
}

function crossTable(detail: DetailOf<'crossTable'>, isRounding: boolean): string {
  const { place, other } = detail;
  const stated = `${formName(place.form, zh)}的${placeName(place, zh)}${statedAs(place, detail.stated)}，${formName(other.form, zh)}（“${other.sheet}”${other.cell}）${statedAs(other, detail.otherStated)}，相差 ${unsignedDigits(detail.difference)} ${unitOf(place)}`;
  return isRounding
    ? `${stated}，在四舍五入的误差范围内。请核对，属实的请填写审核说明。`
    : `${stated}。两张表的合计应当相等，请核对两张表该列各行。`;
}

function isSample({ field, text }: DetailOf<'headingMissing'>): boolean {
  return field === 'reportingUnit' && isPlaceholderName(text);
}

function fieldHint(field: DetailOf<'headingMissing'>['field']): string {
  switch (field) {
    case 'reportingUnit':
      return '请填写单位全称。';
    case 'fiscalYear':
      return '请按“（2019）”的样式填写四位年份。';
    case 'currencyUnit':
      return '请填写元、千元、万元或亿元。';
  }
}

function content(detail: DetailOf<'content'>): string {
  const { place, problem, text, hidden, writtenUnit, withoutUnit } = detail;
  const name = placeName(place, zh);
  switch (problem) {
    case 'fraction':
      return `${name}填报 ${groupDigits(text)}，项目数应为整数。请核对。`;
    case 'negative':
      return `${name}填报 ${groupDigits(text)}，不应为负数。请核对。`;
    case 'textNumber':
      return `${name}的“${text}”是文本格式的数字${hiddenSigns(hidden)}${writtenUnit === null ? '' : `，并写着${unitName(writtenUnit, zh)}，按各项合计应为 ${shown(detail.stated)} ${unitOf(place)}`}，Excel 求和时不会计入。请转换为数字。`;
    case 'otherUnit':
      return `${name}的“${text}”写着${writtenUnit === null ? '别的单位' : unitName(writtenUnit, zh)}，而本表以${unitOf(place)}为单位，各项合计不能印证：单位写错的应填 ${shown(withoutUnit)}，确以所写单位计的应填 ${shown(detail.stated)}。请核对后选一种写法。`;
    case 'severalNumbers':
      return `${name}填了不止一个数“${text}”，一格只能填一个数。${determined(detail)}`;
    case 'text':
      return `${name}填的是文字“${text}”，此处应填数字。${detail.determined === null ? '请改正；没有数的留空或填 0。' : determined(detail)}`;
    case 'date':
      return `${name}是日期格式${text === '' ? '' : `，显示为“${text}”`}，此处应填数字。${due(detail)}请改为数值格式并核对数字。`;
    case 'boolean':
      return `${name}是逻辑值 ${text}，此处应填数字。${due(detail)}请改正。`;
    case 'placeholder':
      return `${name}用“${text}”表示空白，按空白处理。建议留空或填 0。`;
    case 'error':
      return `${name}的公式出错，显示 ${text}，相关合计无法审核。请修正公式或直接填数。`;
    case 'belowFen':
      return `${name}填报 ${groupDigits(text)}，金额精确到了分以下。请核对是否多输了小数。`;
  }
}

/** The invisible characters of a text figure. */
function hiddenSigns(hidden: readonly string[]): string {
  return hidden.length === 0 ? '' : `，并含有看不见的字符（${hidden.join('、')}）`;
}

/** What the totals determine in place of what is neither a number nor words. */
function due({ determined: amount }: DetailOf<'content'>): string {
  return amount === null ? '' : `按各项合计应为 ${groupDigits(amount)}。`;
}

/** What the totals determine in place of a text. */
function determined({ determined: amount }: DetailOf<'content'>): string {
  return amount === null
    ? '请核对后改填一个数。'
    : `按各项合计应为 ${groupDigits(amount)}，请核对后改正。`;
}

function dependency({ place, stated, present }: DetailOf<'dependency'>): string {
  const name = placeName(place, zh);
  const others = present.map((measure) => measureName(measure, zh)).join('、');
  if (place.measure === 'budgeted') {
    return `${name}没有预算数，但有${others}。如为上年结转支出，请填写审核说明；否则请补填预算数。`;
  }
  return present.includes('projectCount')
    ? `${name}有项目，但预算数、执行数、决算数都没有金额。请补填金额，属实的请填写审核说明。`
    : `${name}${stated?.startsWith('-') === true ? '不大于 0' : '没有项目数'}，但有${others}。请补填项目数，或核对金额是否填错行。`;
}

function comparison(detail: DetailOf<'comparison'>): string {
  const { place, stated, limit, limitStated, excess, twin } = detail;
  const base = `${states(place, stated)}，大于${measureName(limit.measure, zh)}（${limit.cell}）${statedFigure(limit, limitStated, zh)}，超 ${groupDigits(excess)} ${unitOf(place)}。`;
  const same =
    twin === null
      ? ''
      : `${formName(twin.form, zh)}的${placeName(twin, zh)}也恰好超 ${groupDigits(excess)} ${unitOf(place)}，很可能是同一个项目。`;
  return `${base}${same}请核对，属实的请填写审核说明。`;
}

function lines({ problem, line, edition: own, row }: DetailOf<'lines'>): string {
  switch (problem) {
    case 'missing':
      return `缺少“${line}”一行（按${editionName(own, zh)}）。请补上该行，没有数的留空。`;
    case 'missingTotal':
      return '缺少“合计”行，列合计与表间审核未能进行。请在最后一行下面补上合计行。';
    case 'totalUnnamed':
      return line === ''
        ? `第 ${row ?? 0} 行没有名称，各数等于上面各行之和，像是合计行，已按合计行审核。请在这一格填“合计”。`
        : `第 ${row ?? 0} 行“${line}”的各数等于各行之和，像是合计行，已按合计行审核。请把“${line}”改为“合计”。`;
    case 'subtotal':
      return `第 ${row ?? 0} 行“${line}”是其他行的小计，表样中没有这一行，没有计入列合计的审核。请删去这一行；合计的公式如果加了它，请一并改正。`;
    case 'duplicate':
      return `“${line}”出现了不止一次，第 ${row ?? 0} 行是重复的。请合并为一行。`;
    case 'unknown':
      return line === ''
        ? `第 ${row ?? 0} 行填有数字但没有名称，已计入列合计的审核。请补填名称，或把数字并入相应的行。`
        : `第 ${row ?? 0} 行“${line}”不是表样中的科目，已计入列合计的审核。请改为表样中的名称，或并入“其他”等相应的行。`;
  }
}

function edition({ line, editions, sheetEdition, ownTitle }: DetailOf<'edition'>): string {
  const from = editions.map((entry) => editionName(entry, zh)).join('、');
  const instead =
    ownTitle === null
      ? `${editionName(sheetEdition, zh)}没有这一行。`
      : `${editionName(sheetEdition, zh)}为“${ownTitle}”。`;
  return `“${line}”是${from}中的名称，${instead}本表按相应的科目审核，建议统一名称。`;
}

/** Where it is put right by hand: 年份填在 K2。 */
function headingCell({ cells }: Finding, what: string): string {
  const [cell] = cells;
  return cell === undefined ? '' : `${what}填在 ${cell}。`;
}

function year({ year: stated, expected, problem }: DetailOf<'year'>): string {
  switch (problem) {
    case 'future':
      return `年份 ${stated} 还没有到。请核对年份。`;
    case 'notOver':
      return `年份 ${stated} 尚未结束，年度报告应在决算后报送。请核对年份或报送期。`;
    case 'notThisRound':
      return `年份为 ${stated}，本期应报送 ${expected ?? ''} 年的数据。请核对年份或报送期。`;
  }
}

function totalFormula(detail: DetailOf<'totalFormula'>): string {
  const name = placeName(detail.place, zh);
  if (detail.problem === 'typedOver') {
    const off =
      detail.difference === null || detail.difference === '0'
        ? '数值目前相符，但以后改数时不会跟着变'
        : `数值与应为值 ${shown(detail.computed)} 相差 ${unsignedDigits(detail.difference)} ${unitOf(detail.place)}`;
    return `${name}是手工输入的 ${shown(detail.stated)}，而相邻的合计都是公式；${off}。建议恢复为公式 ${detail.expected}。`;
  }
  const parts = [
    detail.uncovered.length === 0 ? '' : `漏加 ${cellList(detail.uncovered)}`,
    detail.superfluous.length === 0 ? '' : `多加 ${cellList(detail.superfluous)}`,
  ].filter((part) => part !== '');
  const value =
    detail.problem === 'range'
      ? '数值目前恰好相符，以后改数时会出错'
      : `算出 ${shown(detail.stated)}，应为 ${shown(detail.computed)}，${moreOrLess(detail.difference)} ${unsignedDigits(detail.difference)} ${unitOf(detail.place)}`;
  return `${name}的公式 ${detail.formula} ${parts.join('，')}；${value}。请改为 ${detail.expected}。`;
}

/** All addresses of a short list; a long one names its ends and how many there are. */
function cellList(cells: readonly string[]): string {
  if (cells.length <= 6) return cells.join('、');
  return `${cells[0] ?? ''} 至 ${cells.at(-1) ?? ''} 等 ${cells.length} 格`;
}
