/** Sheets that could not be marked, formulas that cannot be worked out: of several it is said first how many. */
import { hostFaultMessage } from '../../src/wording/hostFaults';

test.each([
  [['表1'], /^受保护，没有标记：“表1”。/, /^Protected, so not marked: “表1”\./],
  [
    ['表1', '表2', '表3'],
    /^3 张工作表受保护，没有标记：“表1”、“表2”、“表3”。/,
    /^3 sheets protected, so not marked: “表1”, “表2”, “表3”\./,
  ],
])('%j', (sheets, chinese, english) => {
  const fault = { code: 'sheetsNotMarked', sheets } as const;
  expect(hostFaultMessage(fault, 'zh-CN')).toMatch(chinese);
  expect(hostFaultMessage(fault, 'en-US')).toMatch(english);
});

test.each([
  [
    ['表1!P41'],
    1,
    /^有 1 格公式.*：表1!P41。请保存副本，用 WPS 或 Excel 打开并保存/,
    /^One formula .*: 表1!P41\. Save/,
  ],
  [
    ['表1!P41', '表1!P42'],
    9,
    /^有 9 格公式.*：表1!P41、表1!P42 等。/,
    /^9 formulas .*: 表1!P41, 表1!P42 and others\./,
  ],
])('%j of %d', (cells, count, chinese, english) => {
  const fault = { code: 'notWorkedOut', cells, count } as const;
  expect(hostFaultMessage(fault, 'zh-CN')).toMatch(chinese);
  expect(hostFaultMessage(fault, 'en-US')).toMatch(english);
});
