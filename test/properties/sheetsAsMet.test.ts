/** Sheets as they are met: thousands of them are read, none wrongly, and no foreign one is taken. */
import * as fc from 'fast-check';
import { officialForms } from '../../src/domain/forms/officialForms';
import { budgetBlocks, measures } from '../../src/domain/forms/terms';
import type { SheetRecognition } from '../../src/domain/recognise/recogniseWorkbook';
import { recogniseSheet } from '../../src/domain/recognise/recogniseWorkbook';
import type { RecognisedTable } from '../../src/domain/recognise/table';
import { foreignSheets } from './foreignSheets';
import { runs } from './runs';
import {
  blockWordings,
  columnsOf,
  headerRows,
  headings,
  measureWordings,
  putTable,
  Sheet,
  spoilers,
  totalLabels,
} from './sheetsAsMet';

const counts = { headings: 0, layouts: 0, sideBySide: 0, foreign: 0 };

afterAll(() => {
  const { headings: read, layouts, sideBySide, foreign } = counts;
  process.stdout.write(
    `sheets read: ${read} headings, ${layouts} layouts, ${sideBySide} side by side, ${foreign} foreign; ` +
      `${read + layouts + sideBySide + foreign} in all, 0 wrong\n`,
  );
  expect(read + layouts + sideBySide + foreign).toBeGreaterThanOrEqual(2000);
});

const official = ['一般公共预算', '政府性基金预算', '合计'];
const officialMeasures = () => ['项目数', '预算数', '执行数', '决算数'];

const plain = {
  columns: { gaps: [0, 0] as const, centred: false },
  blocks: official,
  measures: officialMeasures,
  rows: [],
  total: '合计',
  spoil: (text: string) => text,
  pageBefore: null,
};

function recognise(sheet: Sheet): SheetRecognition {
  return recogniseSheet(sheet.grid(), 0, officialForms);
}

function columnsOfTable({ columns }: RecognisedTable): number[] {
  return budgetBlocks.flatMap((block) => measures.map((measure) => columns[block][measure]));
}

test('headings put together from parts say what they say, and blank ones nothing', () => {
  fc.assert(
    fc.property(headings, spoilers, (heading, spoil) => {
      counts.headings += 1;
      const sheet = new Sheet();
      sheet.put(0, 3, '政府购买服务项目资金统计表2');
      heading.cells.forEach((text, at) => {
        sheet.put(1, at * 2, spoil(text));
      });
      putTable(sheet, 2, { row: 2, column: 0 }, plain);
      const [table] = recognise(sheet).tables;
      const { reportingUnit, fiscalYear, currencyUnit } = table?.heading ?? {};
      expect([reportingUnit?.value, fiscalYear?.value, currencyUnit?.value]).toEqual([
        heading.unit?.normalize('NFKC') ?? null,
        heading.year,
        heading.currency,
      ]);
    }),
    runs(1000),
  );
});

test('rows under the headings, pages, wordings and invisible signs change no column and no line', () => {
  const form = fc.constantFrom<1 | 2>(1, 2);
  fc.assert(
    fc.property(
      form,
      fc.record({
        columns: columnsOf,
        blocks: blockWordings,
        measures: measureWordings,
        rows: headerRows,
        total: totalLabels,
        spoil: spoilers,
        pageBefore: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 2 }),
      }),
      fc.record({ row: fc.integer({ min: 1, max: 5 }), column: fc.nat(3) }),
      (which, how, at) => {
        counts.layouts += 1;
        const sheet = new Sheet();
        sheet.put(0, 0, `政府购买服务项目资金统计表${which}`);
        const { figures, lines } = putTable(sheet, which, at, how);
        const { tables, refused } = recognise(sheet);
        expect([tables.length, refused]).toEqual([1, []]);
        const [table] = tables;
        if (table === undefined) return;
        expect(table.form).toBe(`table${which}`);
        expect(columnsOfTable(table)).toEqual(figures);
        expect(table.lines.map(({ row }) => row)).toEqual(lines);
        expect(table.lines.map(({ kind }) => kind)).toEqual(
          lines.map((_, line) => (line === lines.length - 1 ? 'total' : 'serviceArea')),
        );
      },
    ),
    runs(600),
  );
});

test('two tables side by side keep their columns, whatever gaps and centred headings they have', () => {
  fc.assert(
    fc.property(columnsOf, columnsOf, spoilers, (first, second, spoil) => {
      counts.sideBySide += 1;
      const sheet = new Sheet();
      sheet.put(0, 0, '政府购买服务项目资金统计表');
      const left = putTable(sheet, 1, { row: 2, column: 0 }, { ...plain, columns: first, spoil });
      const column = (left.figures.at(-1) ?? 0) + 2;
      const right = putTable(sheet, 2, { row: 2, column }, { ...plain, columns: second, spoil });
      const { tables } = recognise(sheet);
      expect(tables.map((table) => [table.form, columnsOfTable(table)])).toEqual([
        ['table1', left.figures],
        ['table2', right.figures],
      ]);
    }),
    runs(200),
  );
});

test('no foreign sheet is taken, nor named as one of ours', () => {
  fc.assert(
    fc.property(foreignSheets, (grid) => {
      counts.foreign += 1;
      const { tables, refused } = recogniseSheet(grid, 0, officialForms);
      expect([tables.length, refused]).toEqual([0, []]);
    }),
    runs(600),
  );
});
