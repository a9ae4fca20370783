/** Sheets that could not be marked: of several it is said first how many. */
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
