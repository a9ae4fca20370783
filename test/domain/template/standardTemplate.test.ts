import fc from 'fast-check';
import { editionOf } from '../../../src/domain/forms/form';
import type { CurrencyUnit, FormId } from '../../../src/domain/forms/terms';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { tablesOf } from '../../../src/domain/recognise/table';
import { cellAddress } from '../../../src/domain/grid';
import { digestOfCells } from '../../../src/domain/template/digest';
import { gridOfLayout } from '../../../src/domain/template/layoutGrid';
import type { TemplateOptions } from '../../../src/domain/template/standardTemplate';
import { standardTemplate } from '../../../src/domain/template/standardTemplate';
import { puyangLayouts } from '../../specimens/puyangFigures';
import { check } from '../forms';
import { previewOf } from '../fill/filling';

const usual: TemplateOptions = {
  forms: ['table1', 'table2'],
  reportingUnit: '濮阳市财政局',
  fiscalYear: 2019,
  currencyUnit: 'tenThousandYuan',
  edition: 'form2019',
  protect: true,
};

const units: CurrencyUnit[] = ['yuan', 'thousandYuan', 'tenThousandYuan', 'hundredMillionYuan'];

/** Every option in every combination; unit names as people write them. */
const anyOptions: fc.Arbitrary<TemplateOptions> = fc.record({
  forms: fc.constantFrom<readonly FormId[]>(
    ['table1'],
    ['table2'],
    ['table1', 'table2'],
    ['table2', 'table1'],
  ),
  reportingUnit: fc.constantFrom(
    '',
    '濮阳市财政局',
    '某县（区）财政局',
    '=1+1',
    '中共某市委 办公室',
  ),
  fiscalYear: fc.option(fc.integer({ min: 2014, max: 2030 })),
  currencyUnit: fc.constantFrom(...units),
  edition: fc.constantFrom('form2019' as const, 'later' as const),
  protect: fc.boolean(),
});

const gridsOf = (options: TemplateOptions) => ({
  sheets: standardTemplate(options).map(gridOfLayout),
});

test('the template is recognised in every combination of options, as what was asked for', () => {
  fc.assert(
    fc.property(anyOptions, (options) => {
      const { returns, refused } = recogniseWorkbook(gridsOf(options));
      expect(refused).toEqual([]);
      expect(returns).toHaveLength(1);
      const tables = returns.flatMap(tablesOf);
      expect(tables.map((table) => table.form).sort()).toEqual([...options.forms].sort());
      for (const table of tables) {
        // The kinds of service are called the same in every edition.
        expect(table.edition).toBe(table.form === 'table1' ? options.edition : 'form2019');
        expect(table.heading.fiscalYear.value).toBe(options.fiscalYear);
        expect(table.heading.currencyUnit.value).toBe(options.currencyUnit);
        expect(table.heading.reportingUnit.value).toBe(
          options.reportingUnit.replace(' ', '').replace('（', '(').replace('）', ')') || null,
        );
        const ids = table.lines.flatMap((line) => line.id ?? []);
        expect(ids).toEqual(Object.keys(editionOf(table.official, table.edition)?.labels ?? {}));
      }
    }),
    { numRuns: 200 },
  );
});

test('its totals hold the formulas that filling would write', () => {
  fc.assert(
    fc.property(anyOptions, (options) => {
      expect(previewOf(gridsOf(options), 'formulas').changes).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('an empty template is reported as empty and as nothing else', () => {
  const findings = check(gridsOf(usual)).findings;
  expect(findings.map(({ rule, sheet }) => [rule, sheet])).toEqual([
    ['C-050', '统计表1'],
    ['C-050', '统计表2'],
  ]);
});

test.each(['typed', 'formulas'] as const)(
  'with the figures of Puyang and totals %s no error is found',
  (totals) => {
    const { findings } = check({ sheets: puyangLayouts(totals).map(gridOfLayout) });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['R-010', 'R-020']));
    expect(findings).toHaveLength(15);
  },
);

test('the form of 2019 is printed word for word', () => {
  const [table1, table2] = standardTemplate(usual);
  const text = (layout: typeof table1) =>
    layout?.cells
      .filter(({ content }) => typeof content === 'string' && !content.startsWith('='))
      .map(({ row, column, content }) => `${cellAddress(row, column)} ${content}`);
  expect(text(table1)?.filter((line) => /^A/.test(line))).toEqual([
    'A1 政府购买服务项目资金统计表1',
    'A2 填报单位：濮阳市财政局',
    'A3 \u3000\u3000\u3000\u3000项目和金额\n服务领域',
    ...[
      '一般事务',
      '外交',
      '公共安全',
      '教育',
      '科学技术',
      '文化体育与传媒',
      '社会保障和就业',
      '医疗卫生与计划生育',
      '节能环保',
      '城乡社区',
      '农林水',
      '交通运输',
      '资源勘探信息等',
      '商业服务业等',
      '金融',
      '国土资源气象等',
      '住房保障',
      '粮油物资储备',
      '其他',
      '合计',
    ].map((title, index) => `A${String(index + 5)} ${title}`),
    'A25 注：1. 政府购买服务领域分类依据按功能分类的政府收支分类科目，本表中“一般事务”支出对应政府收支分类科目中的“一般公共服务支出”，“其他”是指除表中所列服务领域外的其他政府购买服务支出（不含国防）；',
    'A26 \u3000\u30002. 关于政府购买服务资金金额，1月份报送数据时至少需提供上一年度全年预算数、执行数，7月份报送数据时至少需提供本年度全年预算数、本年度上半年执行数、上一年度全年决算数。',
  ]);
  expect(text(table1)).toContain('H2 金额：万元\u3000年份：（2019）');
  expect(text(table2)?.filter((line) => /^A(5|10|11|12) /.test(line))).toEqual([
    'A5 基本公共服务',
    'A10 其他适宜由社会力量承担的服务事项',
    'A11 合计',
    'A12 注：关于政府购买服务资金金额，1月份报送数据时至少需提供上一年度全年预算数、执行数，7月份报送数据时至少需提供本年度全年预算数、本年度上半年执行数、上一年度全年决算数。',
  ]);
});

test('exactly the input cells and the heading are open', () => {
  const [layout] = standardTemplate(usual);
  const open = new Set<string>();
  for (const { range, locked } of layout?.formats ?? []) {
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        if (locked === false) open.add(cellAddress(row, column));
      }
    }
  }
  expect(open.size).toBe(13 + 19 * 8);
  expect(['A2', 'H2', 'B5', 'I23'].every((cell) => open.has(cell))).toBe(true);
  expect(['A5', 'J5', 'B24', 'M24', 'A1'].some((cell) => open.has(cell))).toBe(false);
});

test('messages fit what Excel takes: 32 characters of title, 255 of text', () => {
  for (const currencyUnit of units) {
    for (const { validations } of standardTemplate({ ...usual, currencyUnit })) {
      for (const validation of validations) {
        expect(validation.promptTitle.length).toBeLessThanOrEqual(32);
        expect(validation.errorTitle.length).toBeLessThanOrEqual(32);
        expect(validation.promptMessage.length).toBeLessThanOrEqual(255);
        expect(validation.errorMessage.length).toBeLessThanOrEqual(255);
      }
    }
  }
});

test('a digest changes with any content, and with nothing else', () => {
  const [layout] = standardTemplate(usual);
  if (layout === undefined) throw new Error('one sheet');
  const digest = digestOfCells(gridOfLayout(layout));
  const calculated = gridOfLayout(layout);
  expect(digestOfCells({ ...calculated, name: '统计表1 (2)' })).toBe(digest);
  for (const content of [0, '0', '１', ' ']) {
    const edited = { ...layout, cells: [...layout.cells, { row: 4, column: 1, content }] };
    expect(digestOfCells(gridOfLayout(edited))).not.toBe(digest);
  }
});

test('a digest does not tell quotes around a sheet’s name, which Excel leaves out', () => {
  const of = (formula: string) => {
    const cell = { value: 1, formula, numberFormat: 'General' };
    const rows = [[cell]];
    return digestOfCells({
      name: '表',
      visibility: 'visible',
      rows,
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
    });
  };
  expect(of("=SUM('汇总底稿1'!A1:A2)")).toBe(of('=SUM(汇总底稿1!A1:A2)'));
  expect(of("=SUM('汇总底稿1'!A1:A2)")).not.toBe(of('=SUM(汇总底稿2!A1:A2)'));
});
