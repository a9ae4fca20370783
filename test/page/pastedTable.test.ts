/** How is what spreadsheets put into the clipboard read as cells? */
import { copiedTable, pastedTable } from '../../src/page/table/pastedTable';

test.each<[string, string[][]]>([
  ['12\r\n', [['12']]],
  ['12', [['12']]],
  ['', []],
  [
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    '1\t2\n3\t4',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  // Blank cells at every end, and a blank row.
  ['\t1\t\r\n\t\t\r\n\r\n2', [['', '1', ''], ['', '', ''], [''], ['2']]],
  ['a\t', [['a', '']]],
  // Cells of several lines, with marks, and with a tab.
  ['"一\n二"\t3\r\n', [['一\n二', '3']]],
  ['"""甲"""\t"a\tb"\r\n', [['"甲"', 'a\tb']]],
  // Marks that are a part of the words.
  ['"甲"县\t1', [['"甲"县', '1']]],
  ['"甲"\t1', [['"甲"', '1']]],
  ['"甲\t1', [['"甲', '1']]],
  ['001\t1,234.50\t 2 ', [['001', '1,234.50', ' 2 ']]],
])('%j', (text, cells) => {
  expect(pastedTable(text)).toEqual(cells);
});

test('what is copied is pasted as it was', () => {
  const rows = [
    ['1', '一\n二', '"甲"'],
    ['', 'a\tb', '"'],
  ];
  expect(pastedTable(copiedTable(rows))).toEqual(rows);
});

test('a column as long as a sheet is read at once', () => {
  expect(pastedTable('1\r\n'.repeat(1_048_576))).toHaveLength(1_048_576);
});
