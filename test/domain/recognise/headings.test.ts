/** Whatever stands around them, 填报单位, 年份 and 金额 are read as they stand, or quoted. */
import { readHeading } from '../../../src/domain/recognise/heading';
import { grid } from '../forms';
import type { Content } from '../forms';

const nowhere = Number.MAX_SAFE_INTEGER;

/** unit, year, currency unit of cells in a row; a text that is not understood as `?text`. */
function read(...contents: readonly Content[]): string[] {
  const cells = Object.fromEntries(
    contents.map((content, at) => [`${'ABCDEFGH'[at] ?? 'Z'}1`, content]),
  );
  const { reportingUnit, fiscalYear, currencyUnit } = readHeading(grid('x', cells), [
    { top: 0, bottom: 0, left: 0, right: nowhere },
  ]);
  return [reportingUnit, fiscalYear, currencyUnit].map(({ value, text }) =>
    value === null ? `?${text}` : String(value),
  );
}

test.each([
  '填报单位：濮阳市财政局',
  '填报单位（公章）：濮阳市财政局　　填表人：　　联系电话：',
  '填报单位(盖章):濮阳市财政局(公章)   负责人: 张三',
  '填 报 单 位 ： 濮阳市财政局　填 表 人 ： 李 四',
  '填报单位∶濮阳市财政局　第 1 页 共 3 页',
  '填报单位꞉濮阳市财政局　2019年7月15日',
  '填报单位﹕濮阳市财政局 2019-07-15',
  '填报单位︰濮阳市财政局\n填报日期︰2019年7月15日',
  '填报单位（加盖公章）：濮阳市财政局制表：王五',
  '填报单位（加盖单位公章）：濮阳市财政局　　年　月　日',
  '单位（盖章）：濮阳市财政局',
  '单位名称（公章）：濮阳市财政局　审核人：　复核：',
  '填报部门：濮阳市财政局；联系人：张三；电话1：0393-1234567',
  '编报单位：濮阳市财政局　主管部门：河南省财政厅',
  '主管单位：河南省财政厅　填报单位：濮阳市财政局',
  '填报单位名称 ：濮阳市财政局　分管领导签字：',
  '审核单位：甲 填报单位：濮阳市财政局（盖章）填报人手机：1',
  '附件2：　报送单位：濮阳市财政局　表号：财采01表',
  '填报单位　濮阳市财政局　填表人　张三',
  '填\u2067报\u200b单位\u0007：濮\ufe0f阳\u2060市\u00ad财政局\r\u0007',
  '部门（单位）：濮阳市财政局  填表人:',
  '填报单位：______濮阳市财政局______ 填表时间：2020.1',
  '填报单位：濮阳市财政局          张三：13800000000',
  '填报单位:濮阳市财政局 (公章)  单位:万元',
])('the unit in %j', (text) => {
  expect(read(text)[0]).toBe('濮阳市财政局');
});

test.each(['__proto__', '=HYPERLINK("http://x.example/a","甲县")', 'constructor'])(
  'a name that means something elsewhere stands as it is: %s',
  (name) => {
    for (const cells of [[`填报单位：${name} 填表人：张三`], ['填报单位：', name]]) {
      expect(read(...cells)[0]).toBe(name);
    }
  },
);

test.each([
  '填报单位（公章）:          填表人：          联系电话：          年    月    日',
  '填报单位：　　填表人：张三',
  '填报单位：（公章）',
  '填报单位（盖章）：　　年　月　日',
  '单位（公章）：　　负责人：',
  '填报单位：________',
  '填报单位：　　　第1页',
  '填报单位：　2019年7月15日',
  '填报单位：单位负责人：张三',
])('a blank unit in %j', (text) => {
  expect(read(text)[0]).toBe('?');
});

test('a value that runs into an unknown name is quoted, not taken', () => {
  expect(read('填报单位：濮阳市财政局经手：张三')[0]).toBe('?濮阳市财政局经手');
});

test.each<[Content[], string]>([
  [['填报单位：', '填表人：张三'], '?'],
  [['填报单位：', '（公章）', '濮阳市财政局'], '濮阳市财政局'],
  [['填报单位', '濮阳市财政局'], '濮阳市财政局'],
  [['填报单位（盖章）：', '万元'], '?'],
  [['填报单位：', 2019], '?'],
  [['填报单位：', '2019年'], '?'],
  [['填报单位：', '年份', 2019], '?'],
  [['填报单位：', '政府购买服务项目资金统计表1'], '?'],
  [['填报单位：　填表人：', '张三'], '?'],
])('the unit in the cells %j', (cells, unit) => {
  expect(read(...cells)[0]).toBe(unit);
});

test.each([
  '金额：万元',
  '金额∶万元（保留两位小数）',
  '金额：万元（人民币）',
  '金额单位：人民币万元',
  '单位：个、万元',
  '单位：万元、个',
  '单位：项目数（个），金额（万元）',
  '单位：项目数：个，金额：万元',
  '（单位：万元）',
  '（万元）',
  '金额（万元）',
  '金额单位（万元，保留到元）',
  '单位:万元,保留两位小数',
  '计量单位：个／万元　填表人：张三',
  '金额：　万 元　年份：（2019）',
  '金额：万元第1页',
  '单位：RMB万元',
  '金额以外　单位：万元人民币',
  '单位（万元）：万元',
])('万元 in %j', (text) => {
  expect(read(text)[2]).toBe('tenThousandYuan');
});

test.each([
  ['金额：百万元', '?百万元'],
  ['金额：万美元', '?万美元'],
  ['单位：百万元', '?百万元'],
  ['单位：万美元', '?万美元'],
  ['金额：10万元', '?10万元'],
  ['金额：万元或元', '?万元或元'],
  ['金额单位：元、万元', '?元、万元'],
  ['金额：（　　）', '?'],
  ['金额：', '?'],
  ['金额：元', 'yuan'],
  ['单位：千元', 'thousandYuan'],
  ['金额：亿元（保留四位小数）', 'hundredMillionYuan'],
])('the currency unit in %j', (text, unit) => {
  expect(read(text)[2]).toBe(unit);
});

test.each([
  ['年份：（2019）　填报日期：2020年1月', '2019'],
  ['年份：　　填报日期：2020年1月', '?'],
  ['年份（2019）', '2019'],
  ['年份：2019年度', '2019'],
  ['所属年度：二〇一九年 制表：', '2019'],
  ['会计年度∶2019', '2019'],
  ['报告期：2019年上半年', '2019'],
  ['年份：2018-2019年', '?2018-2019年'],
  ['年份：（2021、2020）', '?2021、2020'],
  ['年份：（2020（2021年报））', '?(2020(2021年报))'],
  ['年份：（2022年报2021年）', '?2022年报2021年'],
  ['年份：（2021年（2022年1月填报））', '2021'],
  ['年份：2021（2022年填报）', '2021'],
  ['年份：2021年度（2021年1-6月）', '2021'],
  ['2019年上半年', '2019'],
  ['填报日期：2020年1月15日', '?'],
  ['年份：（　　　　）年', '?'],
  ['填报年度：2019年 填表人：张三', '2019'],
])('the year in %j', (text, year) => {
  expect(read(text)[1]).toBe(year);
});

test('all in one cell', () => {
  const text =
    '填报单位（公章）：濮阳市财政局　年份：（2019）　金额：万元（保留两位小数）　填表人：张三　联系电话：0393-1　第 1 页';
  expect(read(text)).toEqual(['濮阳市财政局', '2019', 'tenThousandYuan']);
});

test.each([
  '编制单位：（盖章）濮阳市财政局    2019年度    单位：万元',
  '2019年度　填报单位：濮阳市财政局　金额：万元',
  '填报单位：濮阳市财政局　二〇一九年度　金额：万元',
  '填报单位：濮阳市财政局（2019年度）　金额单位：万元',
  '填报单位：濮阳市财政局　金额单位：万元　2019年',
  '单位：濮阳市财政局　2019年1-12月　单位：万元',
  '填报单位：濮阳市财政局　2019年度（全年）　填报日期：2020年1月10日　金额：万元',
  '填报单位（盖章） 濮阳市财政局  年份 2019  金额单位 万元',
  '填报单位：濮阳市财政局/年份：2019/金额：万元',
  '制表机关：财政部　有效期至：2021年12月　填报单位：濮阳市财政局　2019年　金额单位：万元',
  '行政区划：濮阳市　填报单位：濮阳市财政局　统计期间：2019年1-12月　金额单位：万元',
])('all three fields in %j', (text) => {
  expect(read(text)).toStrictEqual(['濮阳市财政局', '2019', 'tenThousandYuan']);
});

test.each([
  '填报单位：濮阳市财政局　填报日期：2020年　金额：万元',
  '填报单位：濮阳市财政局　填报日期 2020年　金额：万元',
  '填报单位：濮阳市财政局　2020年1月10日　金额：万元',
  '填报单位：濮阳市财政局　2020年 1月 10日　金额：万元',
  '填报单位：濮阳市财政局　填表时间：二〇二〇年　金额：万元',
])('the year of a date is no year of the figures in %j', (text) => {
  expect(read(text)).toStrictEqual(['濮阳市财政局', '?', 'tenThousandYuan']);
});

test('a year that stands in the name of a unit is part of it, and a named year holds', () => {
  expect(read('填报单位：河南省2022年冬奥会筹备办公室　年份：2019　金额：万元')).toStrictEqual([
    '河南省2022年冬奥会筹备办公室',
    '2019',
    'tenThousandYuan',
  ]);
});

test('a unit written behind its name without a colon is read, a word that is none is not', () => {
  expect(read('填报单位濮阳市财政局', '2019年', '（万元）')[0]).toBe('濮阳市财政局');
  expect(read('填报单位负责人', '2019年', '（万元）')[0]).toBe('?');
});

test('a place reports where no unit is named', () => {
  expect(read('行政区划：濮阳市', '2019年度', '万元')[0]).toBe('濮阳市');
});
