/** Both forms are found wherever and however they stand; other statistics are not. */
import { rangeAddress } from '../../../src/domain/grid';
import type { Grid, WorkbookGrids } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { tablesOf } from '../../../src/domain/recognise/table';
import type { Changes, Content } from '../forms';
import { changed, check, grid, officialSheet, puyang, puyangRows } from '../forms';

type Cells = Record<string, Content>;

const sheet1 = () => officialSheet(1, puyangRows(1));
const sheet2 = () => officialSheet(2, puyangRows(2));

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : String.fromCharCode(64 + Math.floor(column / 26)) + letters(column % 26);
}

function split(address: string): { column: number; row: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  const [, name = '', digits = ''] = match ?? [];
  return {
    column: Array.from(name).reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1,
    row: Number(digits),
  };
}

/** The same cells elsewhere; `move` maps zero-based columns and 1-based rows. */
function moved(cells: Cells, move: (at: { column: number; row: number }) => typeof at): Cells {
  const result: Cells = {};
  for (const [address, content] of Object.entries(cells)) {
    const to = move(split(address));
    result[`${letters(to.column)}${to.row}`] = content;
  }
  return result;
}

function book(...sheets: Grid[]): WorkbookGrids {
  return { sheets };
}

/** form, sheet, range, unit, year, currency unit of every table, by pair. */
function found(workbook: WorkbookGrids): unknown[] {
  return recogniseWorkbook(workbook).returns.map((pair) =>
    tablesOf(pair).map((table) => [
      table.form,
      table.grid.name,
      rangeAddress(table.range),
      table.heading.reportingUnit.value,
      table.heading.fiscalYear.value,
      table.heading.currencyUnit.value,
    ]),
  );
}

function errorsOf(workbook: WorkbookGrids): string[] {
  return check(workbook)
    .findings.filter((finding) => finding.severity === 'error')
    .map((finding) => `${finding.rule} ${finding.sheet} ${finding.cells.join(' ')}`);
}

const standard = [
  [
    ['table1', '统计表1', 'A3:M24', '濮阳市财政局', 2019, 'tenThousandYuan'],
    ['table2', '统计表2', 'A3:M11', '濮阳市财政局', 2019, 'tenThousandYuan'],
  ],
];

test('the official layout', () => {
  expect(found(puyang())).toEqual(standard);
});

test('elsewhere on the sheet, with a column of numbers and text above', () => {
  const cells = moved(sheet1(), ({ column, row }) => ({ column: column + 3, row: row + 9 }));
  const numbered: Cells = {
    ...cells,
    A1: '附件1',
    A2: '填表要求：合计 = 各行之和；预算数按年初预算填列',
    C12: '序号',
  };
  for (let row = 14; row < 33; row += 1) numbered[`C${row}`] = row - 13;
  expect(found(book(grid('x', numbered), grid('y', sheet2())))[0]).toEqual([
    ['table1', 'x', 'D12:P33', '濮阳市财政局', 2019, 'tenThousandYuan'],
    ['table2', 'y', 'A3:M11', '濮阳市财政局', 2019, 'tenThousandYuan'],
  ]);
});

test('both tables on one sheet, one below the other, sharing one heading', () => {
  const below = moved(changed(sheet2(), { A2: undefined, K2: undefined }), ({ column, row }) => ({
    column,
    row: row + 30,
  }));
  const workbook = book(grid('统计表', { ...sheet1(), ...below }));
  expect(found(workbook)).toEqual([
    [
      ['table1', '统计表', 'A3:M24', '濮阳市财政局', 2019, 'tenThousandYuan'],
      ['table2', '统计表', 'A33:M41', '濮阳市财政局', 2019, 'tenThousandYuan'],
    ],
  ]);
  expect(errorsOf(workbook)).toEqual([]);
});

test('both tables side by side', () => {
  const beside = moved(sheet2(), ({ column, row }) => ({ column: column + 15, row }));
  const workbook = book(grid('统计表', { ...sheet1(), ...beside }));
  expect(found(workbook)).toEqual([
    [
      ['table1', '统计表', 'A3:M24', '濮阳市财政局', 2019, 'tenThousandYuan'],
      ['table2', '统计表', 'P3:AB11', '濮阳市财政局', 2019, 'tenThousandYuan'],
    ],
  ]);
  expect(errorsOf(workbook)).toEqual([]);
});

test('measures and blocks in another order, header labels in every cell or centred', () => {
  const order = [0, 9, 10, 11, 12, 4, 3, 2, 1, 5, 6, 7, 8];
  const cells = moved(sheet1(), ({ column, row }) => ({
    column: row < 3 || column > 12 ? column : order.indexOf(column),
    row,
  }));
  for (const letter of 'BCDE') cells[`${letter}3`] = '合  计';
  for (const letter of 'FGHIJKLM') Reflect.deleteProperty(cells, `${letter}3`);
  cells['G3'] = '一般公共预算';
  cells['J3'] = '政府性基金预算';
  const workbook = book(grid('统计表1', cells), grid('统计表2', sheet2()));
  expect(found(workbook)).toEqual(standard);
  expect(errorsOf(workbook)).toEqual([]);
});

test('a header in one row', () => {
  const cells = changed(sheet1(), { B3: undefined, F3: undefined, J3: undefined });
  const blocks = ['一般公共预算', '政府性基金预算', '合计'];
  Array.from('BCDEFGHIJKLM').forEach((letter, at) => {
    const measure = ['项目数', '预算数', '执行数', '决算数'][at % 4] ?? '';
    cells[`${letter}4`] = `${blocks[Math.floor(at / 4)] ?? ''}—${measure}`;
  });
  const workbook = book(grid('统计表1', cells), grid('统计表2', sheet2()));
  expect(errorsOf(workbook)).toEqual([]);
});

test.each<[string, Changes]>([
  ['（2019）', { K2: '金额：万元 年份：（2019）' }],
  ['2019年', { K2: '金额：万元', L2: '年份：', M2: '2019年' }],
  ['二〇一九年', { K2: '年份：二〇一九年  金额：万元' }],
  ['a bare number', { K2: '金额：万元', L2: '年份', M2: 2019 }],
  ['a date', { K2: '金额：万元', L2: '年份：', M2: { value: 43466, numberFormat: 'yyyy"年"' } }],
  ['in the title', { A1: '2019年政府购买服务项目资金统计表1', K2: '（单位：万元）' }],
  [
    'all in one cell',
    { A2: '填报单位：濮阳市财政局　　　金额：万元　　年份：（２０１９）', K2: undefined },
  ],
  ['a lone 2019年度', { K2: '金额：万元', M1: '2019年度' }],
])('the year as %s', (_name, changes) => {
  const workbook = book(grid('统计表1', changed(sheet1(), changes)), grid('统计表2', sheet2()));
  expect(found(workbook)).toEqual(standard);
});

test.each([
  ['一、一般公共服务支出', 5],
  ['（一）一般事务', 5],
  ['201 一般公共服务', 5],
  ['社会保障与就业', 11],
  ['其 他', 23],
  ['其他（不含国防）', 23],
  ['文化旅游体育\n与传媒', 10],
  ['资源勘探工业信息等支出', 17],
  ['商业服务业', 18],
  ['粮油物资储备管理等事务', 22],
  ['国土海洋气象等支出：', 20],
])('the line %s', (label, row) => {
  const workbook = puyang({ [`A${row}`]: label });
  expect(errorsOf(workbook)).toEqual([]);
});

test('blank rows, a row of column numbers, and 其中 lines are seen through', () => {
  const rows = puyangRows(1);
  const spread: Cells = {};
  for (const [address, content] of Object.entries(sheet1())) {
    const { column, row } = split(address);
    spread[`${letters(column)}${row < 5 ? row : row < 12 ? row + 2 : row + 4}`] = content;
  }
  spread['A5'] = '栏次';
  Array.from('BCDEFGHIJKLM').forEach((letter, at) => (spread[`${letter}5`] = at + 1));
  spread['A14'] = '其中：计划生育';
  spread['C14'] = 12;
  expect(rows).toHaveLength(20);
  const workbook = book(grid('统计表1', spread), grid('统计表2', sheet2()));
  expect(errorsOf(workbook)).toEqual([]);
});

test('the total line on top', () => {
  const cells = moved(sheet1(), ({ column, row }) => ({
    column,
    row: row === 24 ? 5 : row >= 5 && row < 24 ? row + 1 : row,
  }));
  const workbook = book(grid('统计表1', cells), grid('统计表2', sheet2()));
  expect(found(workbook)).toEqual(standard);
  expect(errorsOf(workbook)).toEqual([]);
});

test('without the total line a table is taken and C-030 says what is missing', () => {
  const changes = Object.fromEntries(
    Array.from('ABCDEFGHIJKLM', (letter) => [`${letter}24`, undefined]),
  );
  expect(errorsOf(puyang(changes))).toEqual(['C-030 统计表1 A23']);
});

test('without the total block a table is refused, and the heading is named', () => {
  const changes: Record<string, undefined> = {};
  for (const letter of 'JKLM')
    for (let row = 3; row < 25; row += 1) changes[`${letter}${row}`] = undefined;
  const { returns, refused } = recogniseWorkbook(puyang(changes));
  expect(returns.map(({ tables }) => [...tables.keys()])).toEqual([['table2']]);
  expect(refused).toEqual([
    {
      sheet: '统计表1',
      reason: 'missingHeading',
      position: { row: 2, column: 0 },
      missing: ['合计'],
      unread: [],
    },
  ]);
});

test('three units in one workbook, matched by unit and year wherever they stand', () => {
  const named = (cells: Cells, unit: string) => changed(cells, { A2: `填报单位：${unit}` });
  const workbook = book(
    grid('甲1', named(sheet1(), '甲县')),
    grid('乙1', named(sheet1(), '乙县财政局')),
    grid('丙1', named(sheet1(), '丙县')),
    grid('丙2', named(sheet2(), '丙县（汇总）')),
    grid('甲2', named(sheet2(), '甲县')),
    grid('乙2', named(sheet2(), ' 乙县财政局')),
  );
  const pairs = recogniseWorkbook(workbook).returns.map((pair) =>
    tablesOf(pair).map((table) => table.grid.name),
  );
  expect(pairs).toEqual([
    ['甲1', '甲2'],
    ['乙1', '乙2'],
    ['丙1', '丙2'],
  ]);
});

test('other statistics are passed over in silence', () => {
  const budget: Cells = {
    A1: '2019年一般公共预算支出表',
    A2: '单位：万元',
    A3: '科目',
    B3: '预算数',
    C3: '执行数',
    D3: '决算数',
    A4: '教育',
    B4: 1,
    A5: '合计',
    B5: 2,
  };
  const funds: Cells = {
    A1: '收支总表',
    B2: '一般公共预算',
    D2: '政府性基金预算',
    F2: '合计',
    B3: '预算数',
    C3: '决算数',
    D3: '预算数',
    E3: '决算数',
    F3: '预算数',
    G3: '决算数',
    A4: '教育',
    A5: '合计',
  };
  const text: Cells = {
    A1: '__proto__',
    A2: '=HYPERLINK("http://x","合计")',
    A3: 'constructor',
    B3: '项目数',
    C3: 'toString',
  };
  const workbook = book(
    grid('支出', budget),
    grid('总表', funds),
    grid('文字', text),
    ...puyang().sheets,
  );
  const { returns, refused } = recogniseWorkbook(workbook);
  expect([returns.length, refused]).toEqual([1, []]);
});
