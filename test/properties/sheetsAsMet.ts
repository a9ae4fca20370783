/** What do our tables look like in real sheets, around and between their figures? Every part by itself. */
import * as fc from 'fast-check';
import type { Cell, CellValue, Grid } from '../../src/domain/grid';
import type { CurrencyUnit } from '../../src/domain/forms/terms';
import { lineLabels } from './pairs';

/** Cells put one after another. */
export class Sheet {
  private readonly rows: (Cell | undefined)[][] = [];

  put(row: number, column: number, value: CellValue): void {
    (this.rows[row] ??= [])[column] = { value, formula: null, numberFormat: 'General' };
  }

  grid(): Grid {
    return {
      name: '表',
      visibility: 'visible',
      rows: this.rows,
      merges: null,
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
    };
  }
}

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const colon = one('：', ':', '∶', '︰', '﹕', '꞉', ' ： ', '：\u3000');
const gap = one('  ', '\u3000', '\u3000\u3000\u3000\u3000', '\t', '\n', ' \u00a0 ');
const seal = one(
  '',
  '（公章）',
  '（盖章）',
  '(盖章)',
  '（加盖公章）',
  '（加盖单位公章）',
  '（签章）',
);

/** Names and values of other fields; a name may be one that nobody has thought of. */
const otherField = fc
  .tuple(
    one(
      ...['填表人', '负责人', '联系电话', '填报日期', '审核人', '制表', '单位负责人', '财务主管'],
      ...[
        '填报人员',
        '报出日期',
        '传真',
        '处室',
        '经手',
        '分管领导签字',
        '表号',
        '附件',
        '联系方式',
      ],
    ),
    colon,
    one(
      '',
      '张三',
      '李 四',
      '0393-1234567',
      '2020年1月15日',
      '预算科',
      '\u3000\u3000\u3000',
      '________',
    ),
  )
  .map((parts) => parts.join(''));

const pageMark = one(
  '第1页',
  '第 1 页',
  '共3页',
  '第 1 页 共 3 页',
  '第×页',
  '年\u3000月\u3000日',
  '2020年1月',
);

const around = fc.oneof({ weight: 4, arbitrary: otherField }, { weight: 1, arbitrary: pageMark });

/** A heading with what it says: null where the field is left blank. */
export interface MetHeading {
  /** Texts of neighbouring cells in one row. */
  readonly cells: readonly string[];
  readonly unit: string | null;
  readonly year: number | null;
  readonly currency: CurrencyUnit | null;
}

const unitNames = one(
  ...['濮阳市财政局', '甲县财政局', '乙区教育局（汇总）', '丙镇人民政府', '河南省司法厅本级'],
  ...['A县', '丁市第二人民医院', '戊区市场监督管理局'],
);

const unitField = fc
  .tuple(
    one('填报单位', '填 报 单 位', '填报部门', '单位名称', '编报单位', '报送单位'),
    seal,
    colon,
    fc.option(unitNames, { freq: 4 }),
    seal,
  )
  .map(([name, before, mark, unit, after]) => ({
    text: `${name}${before}${mark}${unit ?? '      '}${after}`,
    unit,
  }));

const bareUnitField = fc
  .tuple(one('（公章）', '（盖章）', '(加盖公章)'), colon, fc.option(unitNames, { freq: 4 }))
  .map(([before, mark, unit]) => ({
    text: `单位${before}${mark}${unit ?? '\u3000\u3000\u3000'}`,
    unit,
  }));

const years = fc.integer({ min: 2014, max: 2030 });
const chinese = (year: number) =>
  Array.from(String(year), (digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

const yearField = fc
  .tuple(
    one('年份', '所属年度', '会计年度', '填报年份'),
    colon,
    fc.option(years, { freq: 5 }),
    fc.nat(3),
  )
  .map(([name, mark, year, how]) => {
    if (year === null) return { text: `${name}${mark}（\u3000\u3000）`, year };
    const written = [`（${year}）`, `${year}年`, `${chinese(year)}年`, `${year}年度`][how] ?? '';
    return { text: `${name}${mark}${written}`, year };
  });

const currencies = one<readonly [string, CurrencyUnit]>(
  ['万元', 'tenThousandYuan'],
  ['元', 'yuan'],
  ['千元', 'thousandYuan'],
  ['亿元', 'hundredMillionYuan'],
);

/** A money unit with remarks around it. */
const withRemarks = fc
  .tuple(currencies, fc.nat(9))
  .map(([[sign, currency], how]): { text: string; currency: CurrencyUnit } => {
    const texts = [
      sign,
      `人民币${sign}`,
      `${sign}（保留两位小数）`,
      `${sign}（人民币）`,
      `个、${sign}`,
      `${sign}、个`,
      `项目数（个），金额（${sign}）`,
      `${sign}，保留两位小数`,
      `（${sign}）`,
      `${sign}（精确到分）`,
    ];
    return { text: texts[how] ?? sign, currency };
  });

const currencyField = fc
  .tuple(one('金额', '金额单位', '单位', '计量单位'), colon, withRemarks)
  .map(([name, mark, { text, currency }]) => ({ text: `${name}${mark}${text}`, currency }));

/** Any heading: its fields in any order, in one cell or several, with others and page marks between. */
export const headings: fc.Arbitrary<MetHeading> = fc
  .record({
    unit: fc.oneof(unitField, bareUnitField),
    year: yearField,
    currency: currencyField,
    others: fc.array(around, { maxLength: 4 }),
    order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    places: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
    gap,
    separate: fc.boolean(),
  })
  .map(({ unit, year, currency, others, order, places, gap: between, separate }): MetHeading => {
    const fields = [unit.text, year.text, currency.text];
    const texts = order.map((at) => fields[at] ?? '');
    others.forEach((other, at) => texts.splice((places[at] ?? 0) + 1, 0, other));
    return {
      cells: separate ? texts : [texts.join(between)],
      unit: unit.unit,
      year: year.year,
      currency: currency.currency,
    };
  });

/** Signs that show nothing. */
const invisible = one(
  ...['\u0007', '\r\u0007', '\u007f', '\u200b', '\u200e', '\u2060', '\u2066', '\u2069', '\ufe0e'],
  ...['\ufe0f', '\ufeff', '\u00ad', '\u061c', '\u180e', '\u3164', '\u034f', '\u{e0001}', '\u0001'],
);

/** Ways to write a text with invisible signs and white space in it that change nothing. */
export type Spoiler = (text: string) => string;

export const spoilers: fc.Arbitrary<Spoiler> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Spoiler>((text) => text) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.tuple(invisible, fc.nat(12)), { minLength: 1, maxLength: 4 })
      .map((signs): Spoiler => (text) => {
        const letters = Array.from(text);
        for (const [sign, at] of signs) letters.splice(at % (letters.length + 1), 0, sign);
        return letters.join('');
      }),
  },
);

/** How the rows between the headings and the first line may look: label, and texts of the 12 columns. */
export const headerRows: fc.Arbitrary<
  readonly (readonly [string, readonly (string | number)[]])[]
> = fc.subarray<readonly [string, readonly (string | number)[]]>(
  [
    ['甲', columns((at) => at + 1)],
    ['栏次', columns((at) => at + 1)],
    ['1', columns((at) => at + 2)],
    ['', columns((at) => `（${at + 1}）`)],
    ['', columns((at) => '①②③④⑤⑥⑦⑧⑨⑩⑪⑫'[at] ?? '')],
    ['A', columns((at) => 'BCDEFGHIJKLM'[at] ?? '')],
    ['栏次', columns((at) => (at < 8 ? String(at + 1) : `${at + 1}=${at - 7}+${at - 3}`))],
    ['', columns((at) => (at % 4 === 0 ? '（个）' : '（万元）'))],
    ['单位', columns((at) => (at % 4 === 0 ? '个' : '万元'))],
  ],
  { maxLength: 2 },
);

function columns<T>(content: (at: number) => T): T[] {
  return Array.from({ length: 12 }, (_, at) => content(at));
}

/** Ways to head the four columns of a block. */
export const measureWordings: fc.Arbitrary<(block: number) => readonly string[]> = one(
  () => ['项目数', '预算数', '执行数', '决算数'],
  () => ['项目个数', '全年预算数', '上半年执行数', '上年决算数'],
  () => ['项目数（个）', '预算数（万元）', '执行数（万元）', '决算数（万元）'],
  () => ['项目数量', '本年度全年预算数', '1-6月执行数', '上一年度全年决算数'],
  (block: number) =>
    ['项目数', '预算数', '执行数', '决算数'].map((name) =>
      block === 0 ? name : `${name}${block + 1}`,
    ),
  (block: number) =>
    ['项目数', '预算数', '执行数', '决算数'].map((name) =>
      block === 0 ? name : `${name}.${block}`,
    ),
  () => ['项目数', '预算金额', '执行金额', '决算金额'],
);

/** Ways to head the blocks. */
export const blockWordings = one<readonly string[]>(
  ['一般公共预算', '政府性基金预算', '合计'],
  ['一般公共预算财政拨款', '政府性基金预算财政拨款', '合计'],
  ['一、一般公共预算', '二、政府性基金预算', '三、合计'],
  ['一般公共预算资金', '政府性基金', '总计'],
);

/** Ways to call the total line. */
export const totalLabels = one(
  ...['合计', '总计', '合 计', '全市合计', '全县合计', '甲县合计', '合计（19项）', '本单位合计'],
  ...['合计：', '合计数', '总 计（万元）'],
);

/** Where a table's columns stand: gaps between blocks, headings over the first column or in the middle. */
export interface Columns {
  readonly gaps: readonly [number, number];
  readonly centred: boolean;
}

export const columnsOf: fc.Arbitrary<Columns> = fc.record({
  gaps: fc.tuple(fc.nat(1), fc.nat(1)),
  centred: fc.boolean(),
});

/** Puts one table; returns the columns of its figures and the rows of its lines. */
export function putTable(
  sheet: Sheet,
  form: 1 | 2,
  at: { readonly row: number; readonly column: number },
  how: {
    readonly columns: Columns;
    readonly blocks: readonly string[];
    readonly measures: (block: number) => readonly string[];
    readonly rows: readonly (readonly [string, readonly (string | number)[]])[];
    readonly total: string;
    readonly spoil: Spoiler;
    /** Index of the line before which the header is printed again; null on one page. */
    readonly pageBefore: number | null;
  },
): { readonly figures: number[]; readonly lines: number[] } {
  const { columns: place, spoil } = how;
  const firsts = [0, 4 + place.gaps[0], 8 + place.gaps[0] + place.gaps[1]].map(
    (first) => at.column + 1 + first,
  );
  const figures = firsts.flatMap((first) => [first, first + 1, first + 2, first + 3]);
  const putHeader = (row: number) => {
    sheet.put(row, at.column, '服务领域');
    firsts.forEach((first, block) => {
      sheet.put(row, first + (place.centred ? 1 : 0), spoil(how.blocks[block] ?? ''));
      how.measures(block).forEach((name, measure) => {
        sheet.put(row + 1, first + measure, spoil(name));
      });
    });
  };
  putHeader(at.row);
  let row = at.row + 2;
  const putRows = () => {
    for (const [label, contents] of how.rows) {
      if (label !== '') sheet.put(row, at.column, label);
      contents.forEach((content, index) => {
        sheet.put(row, figures[index] ?? 0, content);
      });
      row += 1;
    }
  };
  putRows();
  const labels = lineLabels[form - 1 === 0 ? 0 : 1];
  const lines: number[] = [];
  [...labels, how.total].forEach((label, line) => {
    if (line === how.pageBefore) {
      putHeader(row);
      row += 2;
      putRows();
    }
    sheet.put(row, at.column, spoil(label));
    const factor = line === labels.length ? (labels.length * (labels.length + 1)) / 2 : line + 1;
    figures.forEach((column, index) => {
      sheet.put(row, column, factor * (index < 8 ? (index % 4) + 1 : 2 * ((index % 4) + 1)));
    });
    lines.push(row);
    row += 1;
  });
  return { figures, lines };
}
