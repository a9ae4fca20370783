import {
  contentOfAnswer,
  entryFor,
  entryFormat,
  holds,
  staysText,
} from '../../src/excel/cells/contents';

describe('text typed into an ordinary cell', () => {
  test.each([
    '一般公共预算',
    '表1',
    '金额：万元 年份：（2019）',
    '填报单位：某某县财政局',
    '注：1. 政府购买服务领域分类',
    '2019年表样',
    'abc 12',
    '第12行',
    '',
  ])('%s stays text', (text) => {
    expect(staysText(text)).toBe(true);
    expect(entryFor(text, 'General')).toBe(text);
  });

  test.each([
    '123',
    ' 1,234.50 ',
    '１２３',
    '-5',
    '(5)',
    '5%',
    '1e5',
    '1/2',
    '2020-1-2',
    '2020年1月2日',
    '12:30',
    '¥5',
    'Jan 5',
    '5-Jan-2020',
    'TRUE',
    '=A1',
    '+A1',
    '@x',
    '-无',
  ])('%s would not, and gets an apostrophe', (text) => {
    expect(staysText(text)).toBe(false);
  });
});

describe('what is handed to Excel', () => {
  test.each([
    ['=A1', 'General', '=A1'],
    [12, 'General', 12],
    ['12', 'General', "'12"],
    ['12', '@', '12'],
    ["'=A1", 'General', "'=A1"],
    ["'=A1", '@', '=A1'],
    ["''a", 'General', "''a"],
    ['#N/A', 'General', '#N/A'],
    ["'#N/A", 'General', "'#N/A"],
    ['', 'General', ''],
  ])('for %j in a cell formatted %s is %j', (content, format, entry) => {
    expect(entryFor(content, format)).toBe(entry);
  });

  test.each([
    [1, '@', 'General'],
    ['=A1', '@', 'General'],
    ['text', '@', '@'],
    ['', '@', '@'],
    [1, '0.00', '0.00'],
  ])('for %j in a cell formatted %s wants the format %s', (content, before, after) => {
    expect(entryFormat(content, before)).toBe(after);
  });
});

test('what Excel tells becomes content again', () => {
  const told = (value: unknown, formula: unknown, valueType: string) =>
    contentOfAnswer({ value, formula, valueType });
  expect(told(3, '=1+2', 'Double')).toBe('=1+2');
  expect(told('=1+2', '=1+2', 'String')).toBe("'=1+2");
  expect(told('12', '12', 'String')).toBe('12');
  expect(told('#N/A', '#N/A', 'Error')).toBe('#N/A');
  expect(told('#N/A', '#N/A', 'String')).toBe("'#N/A");
  expect(told("'a", "'a", 'String')).toBe("''a");
  expect(told('', '', 'Empty')).toBe('');
});

test('a cell holds what was written, formulas as Excel tidies them, and nothing else', () => {
  const cell = (value: unknown, formula: unknown, valueType: string) => ({
    value,
    formula,
    valueType,
  });
  expect(holds(cell(3, '=SUM(B7:B25)', 'Double'), '=sum( b7:b25 )')).toBe(true);
  expect(holds(cell(3, '=SUM(B7:B24)', 'Double'), '=SUM(B7:B25)')).toBe(false);
  expect(holds(cell(12, 12, 'Double'), 12)).toBe(true);
  expect(holds(cell('12', '12', 'String'), 12)).toBe(false);
  expect(holds(cell('12', '12', 'String'), '12')).toBe(true);
  expect(holds(cell(12, 12, 'Double'), '12')).toBe(false);
  expect(holds(cell('', '', 'Empty'), '')).toBe(true);
  expect(holds(cell('', '=IF(A1,"","")', 'String'), '')).toBe(false);
  expect(holds(cell('#N/A', '#N/A', 'Error'), '#N/A')).toBe(true);
});
