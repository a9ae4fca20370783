/**
 * Which rules are there? The whole catalogue as inert rows, to be read like a printed list: id,
 * official title, severity, what it rests on, and the kind of check with its operands by name.
 * How each kind is checked is told by its interpreter (see checkReturn.ts).
 */
import type { RuleId } from '../finding';
import type { Rule } from './rule';
import { setCatalogue } from './setCatalogue';

const structure = '2019年表样：表头与合计栏';
const note2 = '2019年表样：注2（报送时间与指标）';

/** Every rule, in the order of the catalogue. */
export const catalogue: readonly Rule[] = Object.freeze<Rule[]>([
  {
    id: 'B-010',
    title: '行合计',
    severity: 'error',
    basis: structure,
    check: { kind: 'lineBalance' },
  },
  {
    id: 'B-020',
    title: '列合计',
    severity: 'error',
    basis: structure,
    check: { kind: 'columnBalance' },
  },
  {
    id: 'X-010',
    title: '表间合计',
    severity: 'error',
    basis: '同一批项目分别按服务领域和服务类别统计',
    check: { kind: 'crossTableBalance' },
  },
  {
    id: 'X-020',
    title: '填报单位一致',
    severity: 'error',
    basis: '表头：填报单位',
    check: { kind: 'sameHeading', field: 'reportingUnit' },
  },
  {
    id: 'X-030',
    title: '年份一致',
    severity: 'error',
    basis: '表头：年份',
    check: { kind: 'sameHeading', field: 'fiscalYear' },
  },
  {
    id: 'X-040',
    title: '金额单位一致',
    severity: 'error',
    basis: '表头：金额',
    check: { kind: 'sameHeading', field: 'currencyUnit' },
  },
  {
    id: 'L-010',
    title: '项目数为整数',
    severity: 'error',
    basis: '项目数按个统计',
    check: { kind: 'content', content: 'wholeCount' },
  },
  {
    id: 'L-020',
    title: '金额非负',
    severity: 'error',
    basis: '购买服务资金为支出数',
    check: { kind: 'content', content: 'amountNotNegative' },
  },
  {
    id: 'L-030',
    title: '有金额无项目',
    severity: 'error',
    basis: note2,
    check: {
      kind: 'dependency',
      needed: 'projectCount',
      present: ['budgeted', 'executed', 'finalAccounts'],
      julyPresent: ['budgeted', 'executed'],
    },
  },
  {
    id: 'L-035',
    title: '结转支出',
    severity: 'warning',
    basis: note2,
    check: {
      kind: 'dependency',
      needed: 'budgeted',
      present: ['executed', 'finalAccounts'],
      julyPresent: ['executed'],
    },
  },
  {
    id: 'L-040',
    title: '有项目无金额',
    severity: 'warning',
    basis: note2,
    check: {
      kind: 'dependency',
      needed: 'anyAmount',
      present: ['projectCount'],
      julyPresent: ['projectCount'],
    },
  },
  {
    id: 'L-050',
    title: '数字存为文本',
    severity: 'error',
    basis: structure,
    check: { kind: 'content', content: 'noTextNumber' },
  },
  {
    id: 'L-060',
    title: '非数字内容',
    severity: 'error',
    basis: structure,
    check: { kind: 'content', content: 'noOtherContent' },
  },
  {
    id: 'L-065',
    title: '用符号表示空白',
    severity: 'notice',
    basis: structure,
    check: { kind: 'content', content: 'noPlaceholder' },
  },
  {
    id: 'L-070',
    title: '公式错误值',
    severity: 'error',
    basis: structure,
    check: { kind: 'content', content: 'noErrorValue' },
  },
  {
    id: 'R-010',
    title: '执行超预算',
    severity: 'warning',
    basis: note2,
    check: { kind: 'comparison', smaller: 'executed', larger: 'budgeted', sameYearOnly: false },
  },
  {
    id: 'R-020',
    title: '决算超执行',
    severity: 'warning',
    basis: note2,
    check: { kind: 'comparison', smaller: 'finalAccounts', larger: 'executed', sameYearOnly: true },
  },
  {
    id: 'R-030',
    title: '执行率偏低',
    severity: 'warning',
    basis: '由用户设定的执行率下限',
    check: { kind: 'executionRate' },
  },
  {
    id: 'R-040',
    title: '疑似单位错误',
    severity: 'warning',
    basis: '表头：金额',
    check: { kind: 'unitDoubt' },
  },
  {
    id: 'R-050',
    title: '多于到分的小数',
    severity: 'notice',
    basis: '金额最小到分',
    check: { kind: 'content', content: 'noDecimalsBelowFen' },
  },
  {
    id: 'R-060',
    title: '舍入差',
    severity: 'warning',
    basis: '各数四舍五入后相加可能与合计相差末位',
    check: { kind: 'withinRounding' },
  },
  {
    id: 'C-010',
    title: '必填指标',
    severity: 'error',
    basis: note2,
    check: { kind: 'required', columns: 'missing' },
  },
  {
    id: 'C-015',
    title: '个别必填指标空缺',
    severity: 'warning',
    basis: note2,
    check: { kind: 'required', columns: 'partlyMissing' },
  },
  {
    id: 'C-020',
    title: '表头完整',
    severity: 'error',
    basis: '表头：填报单位、年份、金额',
    check: { kind: 'headingComplete' },
  },
  {
    id: 'C-025',
    title: '单位名称',
    severity: 'warning',
    basis: '表头：填报单位',
    check: { kind: 'unitNamed' },
  },
  {
    id: 'C-030',
    title: '科目完整',
    severity: 'error',
    basis: '2019年表样：服务领域各行',
    check: { kind: 'linesComplete' },
  },
  {
    id: 'C-035',
    title: '栏目与表样一致',
    severity: 'error',
    basis: structure,
    check: { kind: 'formBlocksOnly' },
  },
  {
    id: 'C-040',
    title: '科目版本',
    severity: 'notice',
    basis: '2019年表样：注1（政府收支分类科目）',
    check: { kind: 'oneEdition' },
  },
  {
    id: 'C-050',
    title: '空表',
    severity: 'error',
    basis: '无购买服务的单位填 0 报送',
    check: { kind: 'emptyTable' },
  },
  {
    id: 'C-060',
    title: '缺表',
    severity: 'error',
    basis: '统计表1、统计表2 一并报送',
    check: { kind: 'tableMissing' },
  },
  {
    id: 'C-070',
    title: '年份可疑',
    severity: 'warning',
    basis: note2,
    check: { kind: 'yearFits' },
  },
  {
    id: 'F-010',
    title: '合计被手工改写',
    severity: 'warning',
    basis: structure,
    check: { kind: 'typedOverTotal' },
  },
  {
    id: 'F-020',
    title: '求和范围不全',
    severity: 'warning',
    basis: structure,
    check: { kind: 'totalRange', value: 'right' },
  },
  {
    id: 'F-025',
    title: '求和公式错误',
    severity: 'error',
    basis: structure,
    check: { kind: 'totalRange', value: 'wrong' },
  },
  {
    id: 'F-030',
    title: '外部链接',
    severity: 'warning',
    basis: '报送的表不依赖其他文件',
    check: { kind: 'externalLink' },
  },
  {
    id: 'F-040',
    title: '公式结果失实',
    severity: 'error',
    basis: '合计应为各数现在之和',
    check: { kind: 'formulaResults' },
  },
  {
    id: 'S-010',
    title: '隐藏行列',
    severity: 'warning',
    basis: '表内各行各列均应可见',
    check: { kind: 'hiddenFigures' },
  },
  {
    id: 'S-020',
    title: '合并区下的数',
    severity: 'warning',
    basis: '表内各数均应可见',
    check: { kind: 'figuresUnderMerges' },
  },
  {
    id: 'S-030',
    title: '表外数字',
    severity: 'error',
    basis: '表内各数均应在表样的行列之中',
    check: { kind: 'figuresOutside' },
  },
  {
    id: 'S-040',
    title: '显示格式换算',
    severity: 'error',
    basis: '表头：金额',
    check: { kind: 'scaledDisplay' },
  },
  {
    id: 'D-010',
    title: '其中大于总项',
    severity: 'error',
    basis: '其中项是所属行的一部分',
    check: { kind: 'ofWhichLimit' },
  },
  {
    id: 'D-020',
    title: '显示数相加不等',
    severity: 'notice',
    basis: '打印后各数应能相加',
    check: { kind: 'displayedSum' },
  },
  {
    id: 'Y-010',
    title: '与上期一致',
    severity: 'warning',
    basis: note2,
    check: { kind: 'sameAsLastRound' },
  },
  {
    id: 'Y-020',
    title: '比上年变化异常',
    severity: 'warning',
    basis: '与上年同口径的数比较（Hidiroglou–Berthelot 法）',
    check: { kind: 'unlikelyChange' },
  },
  {
    id: 'Y-025',
    title: '新增或取消',
    severity: 'notice',
    basis: '与上年同口径的数比较',
    check: { kind: 'newOrGone' },
  },
  {
    id: 'Y-030',
    title: '两期数量级不同',
    severity: 'warning',
    basis: '表头：金额',
    check: { kind: 'scaleOfLastRound' },
  },
  ...setCatalogue,
]);

const byId: ReadonlyMap<RuleId, Rule> = new Map(catalogue.map((rule) => [rule.id, rule]));

/** The rule with this id. */
export function ruleById(id: RuleId): Rule {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}
