/** Which names are a sample's, and which a unit's that looks like one? */
import { readHeading } from '../../../src/domain/recognise/heading';
import { isPlaceholderName } from '../../../src/domain/recognise/placeholderName';
import { grid } from '../forms';

test.each([
  '××单位',
  'XX县财政局',
  'ＸＸ县财政局',
  'xx局',
  'X县财政局',
  '×县财政局',
  '某单位',
  '某某县财政局',
  '某县财政局',
  '某市',
  '某省财政厅',
  '某市本级',
  '某自治州林业局',
  '某中心',
  'XX市',
  'X市财政局',
  '河南省XX市财政局',
  '**县财政局',
  '○○市财政局',
  '____县财政局',
  '……县财政局',
  '单位名称',
  '填报单位',
  '本单位',
  '请填写单位全称',
  '示例单位',
])('%s is a sample’s', (name) => {
  expect(isPlaceholderName(name)).toBe(true);
});

test.each([
  '濮阳市财政局',
  '县财政局',
  '五〇三研究所',
  '二〇〇医院',
  '甲县',
  'A县',
  '省X射线检测中心',
  '华润XXL仓储中心',
  '汇总单位甲',
  '软件测试中心',
  '市示例农场管理处',
  '单位管理局',
])('%s is a unit’s', (name) => {
  expect(isPlaceholderName(name)).toBe(false);
});

test.each([
  ['填报单位：____', null],
  ['填报单位：____县财政局', '__县财政局'],
  ['填报单位：____濮阳市财政局____', '濮阳市财政局'],
  ['填报单位：××单位', '××单位'],
])('%s', (text, name) => {
  const region = { top: 0, left: 0, bottom: 0, right: 5 };
  const { reportingUnit } = readHeading(grid('表', { A1: text }), [region]);
  expect(reportingUnit.value).toBe(name);
});
