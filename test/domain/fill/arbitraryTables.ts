/** Tables as they are met: blocks in any order, sub-lines, blank rows, totals of every kind. */
import fc from 'fast-check';
import { editionOf, labelIn, linesOf } from '../../../src/domain/forms/form';
import { formById } from '../../../src/domain/forms/officialForms';
import type { BudgetBlock } from '../../../src/domain/forms/terms';
import { blockTitles, measures, measureTitles } from '../../../src/domain/forms/terms';
import type { Cell, CellValue, Grid } from '../../../src/domain/grid';
import { cellAddress } from '../../../src/domain/grid';

/** What a total cell holds beforehand. */
type TotalKind = 'blank' | 'typed' | 'text' | 'placeholder' | 'right' | 'wrong' | 'broken' | 'link';

interface TableShape {
  readonly form: 'table1' | 'table2';
  readonly blocks: readonly BudgetBlock[];
  readonly top: number;
  readonly left: number;
  /** What follows each line: nothing, a blank row, or an 其中 sub-line. */
  readonly after: readonly ('nothing' | 'blankRow' | 'ofWhich')[];
  readonly totalLine: boolean;
  readonly figures: readonly (number | string | null)[];
  readonly totals: readonly TotalKind[];
  readonly formats: readonly string[];
}

const shape: fc.Arbitrary<TableShape> = fc.record({
  form: fc.constantFrom('table1' as const, 'table2' as const),
  blocks: fc.shuffledSubarray<BudgetBlock>(['generalPublic', 'governmentManagedFund', 'total'], {
    minLength: 3,
  }),
  top: fc.integer({ min: 0, max: 6 }),
  left: fc.integer({ min: 0, max: 3 }),
  after: fc.array(fc.constantFrom('nothing', 'nothing', 'blankRow', 'ofWhich'), {
    minLength: 5,
    maxLength: 9,
  }),
  totalLine: fc.boolean().map((missing) => !missing),
  figures: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 99_999_999 }).map((n) => n / 10_000) },
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('—', ' ', '-', '无') },
    ),
    { minLength: 17, maxLength: 40 },
  ),
  totals: fc.array(
    fc.constantFrom<TotalKind>(
      'blank',
      'typed',
      'text',
      'placeholder',
      'right',
      'wrong',
      'broken',
      'link',
    ),
    { minLength: 7, maxLength: 19 },
  ),
  formats: fc.array(fc.constantFrom('General', '@', '0.00', 'yyyy-mm-dd'), {
    minLength: 3,
    maxLength: 7,
  }),
});

/** A sheet with one table, its totals in any state. */
export const arbitraryTable: fc.Arbitrary<Grid> = shape.map(drawTable);

function drawTable(table: TableShape): Grid {
  const rows: (Cell | undefined)[][] = [];
  const put = (row: number, column: number, cell: Partial<Cell>) => {
    (rows[row] ??= [])[column] = { value: null, formula: null, numberFormat: 'General', ...cell };
  };
  const { top, left } = table;
  put(top, left, {
    value: `政府购买服务项目资金统计表${table.form === 'table1' ? '1' : '2'}`,
  });
  put(top + 1, left, { value: '填报单位：某市财政局　金额：万元　年份：（2019）' });
  const column = (block: BudgetBlock, measure: number) =>
    left + 1 + table.blocks.indexOf(block) * 4 + measure;
  table.blocks.forEach((block) => {
    put(top + 2, column(block, 0), { value: blockTitles[block] });
    measures.forEach((measure, at) => {
      put(top + 3, column(block, at), { value: measureTitles[measure] });
    });
  });

  let count = 0;
  const take = <T>(list: readonly T[], step: number): T => {
    count += step;
    const item = list[count % list.length];
    if (item === undefined) throw new Error('empty list');
    return item;
  };
  const drawTotal = (row: number, at: number, right: string, value: CellValue = null) => {
    put(row, at, {
      ...totalCell(take(table.totals, 3), right, value),
      numberFormat: take(table.formats, 1),
    });
  };
  const drawLine = (row: number, label: string) => {
    put(row, left, { value: label });
    measures.forEach((measure, at) => {
      for (const block of ['generalPublic', 'governmentManagedFund'] as const) {
        const figure = take(table.figures, 1);
        const value =
          measure === 'projectCount' && typeof figure === 'number' ? Math.round(figure) : figure;
        if (value !== null) put(row, column(block, at), { value });
      }
      const parts = [column('generalPublic', at), column('governmentManagedFund', at)];
      const right = `=${parts.map((part) => cellAddress(row, part)).join('+')}`;
      const hasSign = parts.some((part) => typeof rows[row]?.[part]?.value === 'string');
      drawTotal(row, column('total', at), right, hasSign ? { error: '#VALUE!' } : null);
    });
  };

  const summed: number[] = [];
  let row = top + 4;
  const form = formById(table.form);
  const edition = editionOf(form, form.ownEdition);
  linesOf(form).forEach((line, at) => {
    const label = edition && labelIn(edition, line);
    if (label === null) return;
    summed.push(row);
    drawLine(row, label);
    row += 1;
    const after = table.after[at % table.after.length];
    if (after === 'ofWhich') drawLine(row, '其中：购买');
    if (after !== 'nothing') row += 1;
  });
  if (table.totalLine) {
    put(row, left, { value: '合计' });
    for (let at = left + 1; at <= left + 12; at += 1) {
      const parts = summed.map((line) => cellAddress(line, at));
      drawTotal(row, at, `=SUM(${parts.join(',')})`);
    }
  }
  return {
    name: '表',
    visibility: 'visible',
    rows,
    merges: null,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

/** @param value what a sum shows: not calculated yet, or the error that + gives for a sign */
function totalCell(kind: TotalKind, right: string, value: CellValue): Partial<Cell> {
  switch (kind) {
    case 'blank':
      return {};
    case 'typed':
      return { value: 12.5 };
    case 'text':
      return { value: '12.5' };
    case 'placeholder':
      return { value: '—' };
    case 'right':
      return { formula: right, value };
    case 'wrong':
      return { formula: right.replace(/[+,].*$/, right.startsWith('=SUM') ? ')' : '') };
    case 'broken':
      return { formula: '=#REF!+1', value: { error: '#REF!' } };
    case 'link':
      return { formula: '=MAX(3)', value: 3 };
  }
}
