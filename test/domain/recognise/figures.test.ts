/** A figure's text is one number, or it is not: white space, invisible signs and units are seen through. */
import { formatAmount } from '../../../src/domain/amount';
import { readFigure } from '../../../src/domain/recognise/figure';

function read(text: string, isCount = false): string {
  const cell = { value: text, formula: null, numberFormat: 'General' };
  const reading = readFigure(cell, { isCount, currencyUnit: 'tenThousandYuan' });
  switch (reading.kind) {
    case 'textNumber':
      return [formatAmount(reading.amount), ...reading.hidden].join(' ');
    case 'text':
      return reading.several.length > 0 ? `several ${reading.several.join(' ')}` : 'text';
    default:
      return reading.kind;
  }
}

test.each([
  ['1 234 567.5', '1234567.5'],
  ['1\u00a0234', '1234'],
  ['1\u202f234.50', '1234.5'],
  ['12\u3000345', '12345'],
  [' 12 ', '12'],
  ['- 5', '-5'],
  ['￥ 1,200', '1200'],
  ['12 万元', '12'],
  ['732。02', '732.02'],
  ['（648.34）', '-648.34'],
  ['2625.51\u0007', '2625.51 U+0007'],
  ['26\u200b25\ufe0f', '2625 U+200B U+FE0F'],
  ['\u20662628.37\u2069', '2628.37 U+2066 U+2069'],
  ['7\n8', 'several 7 8'],
  ['1200\n1425.51', 'several 1200 1425.51'],
  ['1\n234', 'several 1 234'],
  ['1\t234', 'several 1 234'],
  ['12 34', 'several 12 34'],
  ['1234 567', 'several 1234 567'],
  ['7、8', 'several 7 8'],
  ['1. 5', 'text'],
  ['12 元 34', 'text'],
  ['\u0007\u2060\ufe0f\u00ad', 'blank'],
  ['\u3164', 'blank'],
  ['\u2060—', 'placeholder'],
  ['1064.71元', '0.106471'],
])('%j is %s', (text, reading) => {
  expect(read(text)).toBe(reading);
});

test('counts: several are not one', () => {
  expect(['7\n8', '1 234个', '3 项'].map((text) => read(text, true))).toEqual([
    'several 7 8',
    '1234',
    '3',
  ]);
});
