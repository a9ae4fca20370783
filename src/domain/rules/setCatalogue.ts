/** Which rules are asked of a set of units, not of one return? How each is judged: see consolidate/judgeSet. */
import type { Rule } from './rule';

/** In the order of the catalogue. */
export const setCatalogue: readonly Rule[] = [
  {
    id: 'U-010',
    title: '单位重复',
    severity: 'error',
    basis: '每个单位每年报送一套',
    check: { kind: 'ofSet', what: 'eachUnitOnce' },
  },
  {
    id: 'U-020',
    title: '重复汇总',
    severity: 'error',
    basis: '下级单位的数只计入一次',
    check: { kind: 'ofSet', what: 'noSumOfOthers' },
  },
  {
    id: 'U-030',
    title: '年份不一致',
    severity: 'error',
    basis: '表头：年份',
    check: { kind: 'ofSet', what: 'oneYear' },
  },
  {
    id: 'U-040',
    title: '金额单位不同',
    severity: 'notice',
    basis: '表头：金额',
    check: { kind: 'ofSet', what: 'oneCurrencyUnit' },
  },
  {
    id: 'U-045',
    title: '金额单位未填',
    severity: 'error',
    basis: '表头：金额',
    check: { kind: 'ofSet', what: 'currencyUnitStated' },
  },
  {
    id: 'U-050',
    title: '应报未报',
    severity: 'error',
    basis: '应报单位名单',
    check: { kind: 'ofSet', what: 'noUnitMissing' },
  },
  {
    id: 'U-055',
    title: '下级汇总不全',
    severity: 'error',
    basis: '下级汇总结果的汇总说明',
    check: { kind: 'ofSet', what: 'noResultLacking' },
  },
  {
    id: 'U-060',
    title: '名单外单位',
    severity: 'warning',
    basis: '应报单位名单',
    check: { kind: 'ofSet', what: 'listedUnitsOnly' },
  },
  {
    id: 'U-070',
    title: '数据雷同',
    severity: 'warning',
    basis: '各单位的数各自统计',
    check: { kind: 'ofSet', what: 'differentFigures' },
  },
  {
    id: 'U-080',
    title: '科目名称不一',
    severity: 'notice',
    basis: '2019年表样：注1（政府收支分类科目）',
    check: { kind: 'ofSet', what: 'oneEdition' },
  },
  {
    id: 'U-090',
    title: '自定科目',
    severity: 'error',
    basis: '2019年表样：服务领域各行',
    check: { kind: 'ofSet', what: 'formLinesOnly' },
  },
];
