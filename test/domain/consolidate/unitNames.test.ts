/** Does a list of units say the same however it is written: numbered, with headings, remarks, columns? */
import { readUnitNames } from '../../../src/domain/consolidate/unitNames';

const three = ['甲县财政局', '乙县财政局', '丙县财政局'];

test.each([
  ['one a line', '甲县财政局\n乙县财政局\n丙县财政局'],
  [
    'blank lines and spaces',
    '\r\n  甲县财政局  \r\n\r\n\u3000乙县财政局\u3000\r丙县财政局\r\n \t ',
  ],
  ['1. 2. 3.', '1. 甲县财政局\n2.乙县财政局\n3．丙县财政局'],
  ['1、2、3、', '1、甲县财政局\n2、乙县财政局\n3 、丙县财政局'],
  ['一、二、三、', '一、甲县财政局\n二、乙县财政局\n十三、丙县财政局'],
  ['in brackets', '（一）甲县财政局\n(2) 乙县财政局\n3）丙县财政局'],
  ['in circles', '①甲县财政局\n② 乙县财政局\n⑬丙县财政局'],
  ['number and tab', '1\t甲县财政局\n2\t乙县财政局\n3\t丙县财政局'],
  ['number and space', '1 甲县财政局\n2 乙县财政局\n03  丙县财政局'],
  ['number and comma', '1,甲县财政局\n2,乙县财政局\n3，丙县财政局'],
  ['dots and dashes', '- 甲县财政局\n• 乙县财政局\n●丙县财政局'],
  ['under a heading', '单位名称\n甲县财政局\n乙县财政局\n丙县财政局'],
  [
    'under a title',
    '2019年政府购买服务应报单位名单（共3个）：\n甲县财政局\n乙县财政局\n丙县财政局',
  ],
  ['with an end', '甲县财政局\n乙县财政局\n丙县财政局\n合计：3个单位'],
  [
    'in groups',
    '一、市直部门\n1、甲县财政局\n二、各县（市、区）：\n1、乙县财政局\n（三）二级单位（共1个）\n丙县财政局',
  ],
  ['with comments', '# 市本级另报\n甲县财政局\n// 乡镇不报\n乙县财政局\n注：以上\n丙县财政局'],
  ['beside one another', '甲县财政局\t乙县财政局\n丙县财政局'],
  [
    'with its columns',
    '序号\t单位名称\t联系人\t电话\n1\t甲县财政局\t张某\t0393-1\n2\t乙县财政局\t\t\n3\t丙县财政局\t李某\t2',
  ],
  ['as CSV', '序号,单位名称,备注\n1,甲县财政局,新增\n2,"乙县财政局",\n3,丙县财政局,'],
])('%s', (_, text) => {
  expect(readUnitNames(text).names).toEqual(three);
});

test('a name may begin with a number, and hold brackets, dots and commas', () => {
  const names = [
    '101厂财务处',
    '102 厂财务处',
    '八一中学',
    '第3.15办公室',
    '一中（东校区）',
    '3.15办公室',
    '市教育局，机关',
    'School No. 5',
    '单位服务中心',
    '县直机关工委',
    '市直属机关事务管理局',
    '乡镇企业局',
    '市本级',
    '部门预算中心',
    '部门预算编制中心',
  ];
  expect(readUnitNames(names.join('\n'))).toEqual({ names, passedOver: [], again: [] });
});

test('a name given again counts once, as units are compared; what names no unit is told', () => {
  expect(readUnitNames('单位\n甲县财政局\n1、（甲县财政局）\n乙县\n123\n13800000000')).toEqual({
    names: ['甲县财政局', '乙县'],
    passedOver: ['单位', '123', '13800000000'],
    again: ['（甲县财政局）'],
  });
});

test.each([
  '一、市直部门',
  '（二）县区',
  '三、乡镇（街道）',
  '预算单位（12家）',
  '市级行政事业单位',
  '直属单位：',
])('a group’s heading is no unit, and is told: %s', (line) => {
  expect(readUnitNames(`${line}\n甲县财政局`)).toEqual({
    names: ['甲县财政局'],
    passedOver: [line],
    again: [],
  });
});

test('hostile names stay names', () => {
  const names = ['__proto__', '=HYPERLINK("a","b")', 'constructor', '县'.repeat(10_000)];
  expect(readUnitNames(names.join('\n')).names).toEqual(names);
});
