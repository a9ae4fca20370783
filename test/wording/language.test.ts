import { groupDigits, unsigned } from '../../src/wording/language';

test('figures are written with separators before the point only', () => {
  expect(['0', '999', '1000', '-41528', '7580.924', '1234567.123456'].map(groupDigits)).toEqual([
    '0',
    '999',
    '1,000',
    '-41,528',
    '7,580.924',
    '1,234,567.123456',
  ]);
  expect([unsigned('-0.018'), unsigned('0.018')]).toEqual(['0.018', '0.018']);
});
