/** What are the fields called that stand above a table, and what around their values is no value? */
import { compact } from './characters';

/**
 * The fields that are read; `unit` is a bare 单位, whose value says which it is, `district` the place
 * that reports where no unit is named, `standingYear` a year without a name among other fields.
 */
export type FieldName =
  'reportingUnit' | 'fiscalYear' | 'currencyUnit' | 'unit' | 'district' | 'standingYear';

/** Stands for a seal's words (（公章）, 加盖公章 …), which are no part of names and values. */
export const seal = '\ue000';

/** Ends of names of ours, longest first; what may stand before them belongs to the value before. */
const reportingUnitName =
  /(?:本|各)?(?:填报|填制|填表|填写|编报|编制|报送|上报|申报|呈报|汇总|统计|预算|基层|采购|购买|报表|制表)?(?:单位|部门|机关|机构|主体)(?:\(部门\)|\(单位\))?(?:名称|全称)?$/;
const districtName = /(?:行政)?(?:地区|区划)(?:名称)?$/;
const fiscalYearName =
  /(?:填报|所属|会计|报表|预算|统计|报告|报送|数据|决算|核算|本表)?(?:年份|年度|所属期|所属时期|报告期|报表期|期间)$/;
const currencyUnitName = /(?:本表)?(?:金额|计量|货币|计价|币种)(?:计量)?(?:单位)?(?:名称)?$/;

/** What other fields are called: who signs, who is called up, when. Names need not be among them. */
const otherName =
  /(?:(?:单位|部门|财务|处室|科室|业务|分管|主管)?(?:负责|主管|分管)(?:人|领导)|(?:填报|填表|制表|编制|编报|报送|审核|复核|稽核|审批|经办|联系|统计|主管|会计|财务)(?:人员?|者|员)|(?:联系|办公|手机|移动|固定)?(?:电话|手机|传真)(?:号码)?|(?:填报|填表|制表|编制|报送|报出|上报|打印|审核|截止)(?:日期|时间)|(?:电子)?邮箱|邮编|制表|审核|复核|会计|财务主管|领导|附件|页码|表号|文号|备注|注)+$/;

/** Units that are not the one that reports: 主管单位, 审核部门; 制表机关 is whose form it is. */
export const othersUnit =
  /^(?:制表机关|主管|上级|审核|批准|审批|制定|备案|联系|监制|牵头|承办|协办|实施|承接|代理|服务|供应)/;

export function knownNameAtEnd(text: string): { field: FieldName | null; length: number } | null {
  const run = text.replace(/\d+$/, '');
  const number = text.length - run.length;
  const known = knownName(run);
  return known === null ? null : { field: known.field, length: known.length + number };
}

function knownName(run: string): { field: FieldName | null; length: number } | null {
  const other = otherName.exec(run);
  if (other !== null) return { field: null, length: other[0].length };
  const currency = currencyUnitName.exec(run);
  if (currency !== null) return { field: 'currencyUnit', length: currency[0].length };
  const year = fiscalYearName.exec(run);
  if (year !== null) return { field: 'fiscalYear', length: year[0].length };
  const district = districtName.exec(run);
  if (district !== null) return { field: 'district', length: district[0].length };
  const unit = reportingUnitName.exec(run);
  if (unit === null) return null;
  return { field: unit[0] === '单位' ? 'unit' : 'reportingUnit', length: unit[0].length };
}

export function isOtherNameAlone(word: string): boolean {
  const bare = word.replace(/[_()—-]+$/, '');
  return otherName.exec(bare)?.[0].length === bare.length && bare.length > 1;
}

/** True for the name of a field that is none of ours, with or without what it says: 填表人：… */
export function namesOtherField(text: string): boolean {
  const [name = ''] = compact(text).split(':');
  return isOtherNameAlone(name);
}

/** A word of programs, whose lines are its own: no blank to be filled in has just two signs. */
const programWord = /^__[a-z]+__$/i;

/** Without the brackets, lines and seals that surround a value. */
export function bareValue(text: string): string {
  if (programWord.test(text)) return text;
  let bare = text.replaceAll(seal, '').replace(/^[:;,、。_\-—–/|]+|[:;,、。_\-—–/|]+$/g, '');
  const count = (sign: string) => bare.split(sign).length - 1;
  if (bare.endsWith('(') || (bare.startsWith('(') && count('(') > count(')'))) {
    bare = bare.replace(/^\(|\($/, '');
  }
  if (bare.endsWith(')') && count(')') > count('(')) bare = bare.slice(0, -1);
  if (/^\([^()]*\)$/.test(bare)) bare = bare.slice(1, -1).replace(/^[_\-—–]+|[_\-—–]+$/g, '');
  return /^[()_\-—–/\\年月日]*$/.test(bare) ? '' : bare;
}
