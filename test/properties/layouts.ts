/** In how many ways can the same two tables stand in a workbook? */
import * as fc from 'fast-check';
import type { CurrencyUnit } from '../../src/domain/forms/terms';
import { currencyUnitTitles } from '../../src/domain/forms/terms';
import type { Cell, CellValue, Grid, WorkbookGrids } from '../../src/domain/grid';
import { cellAddress, columnLetters } from '../../src/domain/grid';
import type { WrittenTable } from './pairs';
import { lineLabels } from './pairs';

const blockTitles = ['一般公共预算', '政府性基金预算', '合计'];
const measureTitles = ['项目数', '预算数', '执行数', '决算数'];

/** One way to lay a table out. */
export interface Layout {
  /** Order of the blocks, and of the measures within each: permutations. */
  readonly blocks: readonly number[];
  readonly measures: readonly number[];
  readonly header: 'overFirst' | 'centred' | 'repeated' | 'oneRow';
  readonly totals: 'typed' | 'formulas' | 'uncalculated';
  readonly totalOnTop: boolean;
  readonly serial: boolean;
  readonly columnNumbers: boolean;
  readonly blankRows: readonly number[];
  readonly labels: 'printed' | 'numbered' | 'spaced' | 'suffixed';
  readonly heading: 'twoCells' | 'oneCell' | 'nameAndValue' | 'aboveTitle' | 'belowTable';
  readonly year: 'bracketed' | 'withSign' | 'chinese';
  readonly rowsAbove: number;
  readonly columnsBefore: number;
  readonly notes: boolean;
}

/** The official layout. */
export const official: Layout = {
  blocks: [0, 1, 2],
  measures: [0, 1, 2, 3],
  header: 'overFirst',
  totals: 'typed',
  totalOnTop: false,
  serial: false,
  columnNumbers: false,
  blankRows: [],
  labels: 'printed',
  heading: 'twoCells',
  year: 'bracketed',
  rowsAbove: 0,
  columnsBefore: 0,
  notes: true,
};

/** Any layout; `totals` as given or any. */
export function layouts(totals?: Layout['totals']): fc.Arbitrary<Layout> {
  return fc.record({
    blocks: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    measures: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    header: fc.constantFrom<Layout['header']>('overFirst', 'centred', 'repeated', 'oneRow'),
    totals:
      totals === undefined
        ? fc.constantFrom<Layout['totals']>('typed', 'formulas', 'uncalculated')
        : fc.constant(totals),
    totalOnTop: fc.boolean(),
    serial: fc.boolean(),
    columnNumbers: fc.boolean(),
    blankRows: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 4 }),
    labels: fc.constantFrom<Layout['labels']>('printed', 'numbered', 'spaced', 'suffixed'),
    heading: fc.constantFrom<Layout['heading']>(
      'twoCells',
      'oneCell',
      'nameAndValue',
      'aboveTitle',
      'belowTable',
    ),
    year: fc.constantFrom<Layout['year']>('bracketed', 'withSign', 'chinese'),
    rowsAbove: fc.integer({ min: 0, max: 6 }),
    columnsBefore: fc.integer({ min: 0, max: 4 }),
    notes: fc.boolean(),
  });
}

/** What is written above a table. */
export interface Heading {
  readonly unit: string;
  readonly year: number;
  readonly currency: CurrencyUnit;
}

/** A sheet with what each of its figure and label cells means. */
export interface LaidOut {
  readonly grid: Grid;
  /** By address: `table1|教育|1|2` (block, measure), or `table1|教育` for a label. */
  readonly meaning: ReadonlyMap<string, string>;
}

/** Lays one table out on a sheet of its own. */
export function layOut(
  form: 1 | 2,
  table: WrittenTable,
  layout: Layout,
  heading: Heading,
  name: string,
): LaidOut {
  const sheet = new SheetDraft();
  const meaning = new Map<string, string>();
  const left = layout.columnsBefore;
  const labelColumn = left + (layout.serial ? 1 : 0);
  const first = labelColumn + 1;
  const columnOf = (block: number, measure: number) =>
    first + layout.blocks.indexOf(block) * 4 + layout.measures.indexOf(measure);

  let row = writeHeading(sheet, layout, heading, form, left, layout.rowsAbove);
  row = writeColumnTitles(sheet, layout, labelColumn, columnOf, row);
  if (layout.columnNumbers) {
    sheet.put(row, labelColumn, '栏次');
    for (let at = 0; at < 12; at += 1) sheet.put(row, first + at, at + 1);
    row += 1;
  }

  const labels = [...lineLabels[form - 1 === 0 ? 0 : 1], '合计'];
  const lastLine = labels.length - 1;
  const order = labels.map((_, index) => index);
  if (layout.totalOnTop) order.unshift(order.pop() ?? lastLine);
  const rowOf = new Map<number, number>();
  order.forEach((line, at) => {
    if (layout.blankRows.includes(at) && at > 0) row += 1;
    rowOf.set(line, row);
    row += 1;
  });
  const lineRows = [...rowOf].filter(([line]) => line !== lastLine).map(([, at]) => at);
  const [top, bottom] = [Math.min(...lineRows), Math.max(...lineRows)];

  for (const [line, at] of rowOf) {
    const label = labels[line] ?? '';
    sheet.put(at, labelColumn, spelled(label, line, layout));
    meaning.set(cellAddress(at, labelColumn), `table${form}|${label}`);
    if (layout.serial && line !== lastLine) sheet.put(at, left, line + 1);
    for (let official = 0; official < 12; official += 1) {
      const [block, measure] = [Math.floor(official / 4), official % 4];
      const column = columnOf(block, measure);
      meaning.set(cellAddress(at, column), `table${form}|${label}|${block}|${measure}`);
      const value = table[line]?.[official] ?? null;
      const parts = `${cellAddress(at, columnOf(0, measure))}+${cellAddress(at, columnOf(1, measure))}`;
      const letter = columnLetters(column);
      const sum = `SUM(${letter}${top + 1}:${letter}${bottom + 1})`;
      const formula = line === lastLine ? sum : block === 2 ? parts : null;
      if (layout.totals === 'typed' || formula === null) {
        if (value !== null) sheet.put(at, column, value);
      } else {
        const result = layout.totals === 'formulas' ? (value ?? 0) : null;
        sheet.put(at, column, result, `=${formula}`);
      }
    }
  }
  if (layout.notes) sheet.put(row, labelColumn, '注：本表由各单位填报，合计为各行预算数之和。');
  if (layout.heading === 'belowTable') {
    sheet.put(row + 1, labelColumn, `填报单位：${heading.unit}`);
    sheet.put(row + 1, first + 4, `金额：${currencyUnitTitles[heading.currency]}`);
    sheet.put(row + 2, first + 4, `年份：${yearText(layout, heading.year)}`);
  }
  return { grid: sheet.grid(name), meaning };
}

function spelled(label: string, line: number, layout: Layout): string {
  switch (layout.labels) {
    case 'printed':
      return label;
    case 'numbered':
      return label === '合计' ? label : `${line + 1}.${label}`;
    case 'spaced':
      return Array.from(label).join('\u3000');
    case 'suffixed':
      return label === '合计' ? '总计' : `${label}支出：`;
  }
}

function yearText(layout: Layout, year: number): string {
  if (layout.year === 'bracketed') return `（${year}）`;
  if (layout.year === 'withSign') return `${year}年`;
  return Array.from(String(year), (digit) => '〇一二三四五六七八九'[Number(digit)]).join('') + '年';
}

function writeHeading(
  sheet: SheetDraft,
  layout: Layout,
  heading: Heading,
  form: 1 | 2,
  left: number,
  top: number,
): number {
  const title = `政府购买服务项目资金统计表${form}`;
  const currency = currencyUnitTitles[heading.currency];
  const year = yearText(layout, heading.year);
  switch (layout.heading) {
    case 'twoCells':
      sheet.put(top, left, title);
      sheet.put(top + 1, left, `填报单位：${heading.unit}`);
      sheet.put(top + 1, left + 8, `金额：${currency}\u3000年份：${year}`);
      return top + 2;
    case 'oneCell':
      sheet.put(top, left + 3, title);
      sheet.put(
        top + 1,
        left,
        `填报单位：${heading.unit}\u3000年份：${year}\u3000金额：${currency}`,
      );
      return top + 2;
    case 'nameAndValue':
      sheet.put(top, left, title);
      sheet.put(top + 1, left, '填报单位：');
      sheet.put(top + 1, left + 1, heading.unit);
      sheet.put(top + 1, left + 5, '年份');
      sheet.put(top + 1, left + 6, heading.year);
      sheet.put(top + 1, left + 9, '金额：');
      sheet.put(top + 1, left + 10, currency);
      return top + 3;
    case 'aboveTitle':
      sheet.put(top, left, `填报单位：${heading.unit}`);
      sheet.put(top + 1, left, `年份：${year}`);
      sheet.put(top + 1, left + 6, `单位：${currency}`);
      sheet.put(top + 2, left, title);
      return top + 3;
    case 'belowTable':
      sheet.put(top, left, title);
      return top + 1;
  }
}

function writeColumnTitles(
  sheet: SheetDraft,
  layout: Layout,
  labelColumn: number,
  columnOf: (block: number, measure: number) => number,
  top: number,
): number {
  sheet.put(top, labelColumn, '服务领域\n项目和金额');
  const oneRow = layout.header === 'oneRow';
  blockTitles.forEach((block, at) => {
    const columns = measureTitles.map((_, measure) => columnOf(at, measure));
    const first = Math.min(...columns);
    if (layout.header === 'overFirst') sheet.put(top, first, block);
    if (layout.header === 'centred') sheet.put(top, first + 1, block);
    if (layout.header === 'repeated') for (const column of columns) sheet.put(top, column, block);
    measureTitles.forEach((measure, which) => {
      sheet.put(oneRow ? top : top + 1, columnOf(at, which), oneRow ? block + measure : measure);
    });
  });
  return oneRow ? top + 1 : top + 2;
}

/** Cells put one after another. */
class SheetDraft {
  private readonly rows: (Cell | undefined)[][] = [];

  put(row: number, column: number, value: CellValue, formula: string | null = null): void {
    (this.rows[row] ??= [])[column] = { value, formula, numberFormat: 'General' };
  }

  grid(name: string): Grid {
    return {
      name,
      visibility: 'visible',
      rows: this.rows,
      merges: null,
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
    };
  }
}

/** How sheets become one workbook: each by itself, or all on one, below or beside each other. */
export type Arrangement = 'sheets' | 'stacked' | 'beside';

/** Any arrangement. */
export const arrangements: fc.Arbitrary<Arrangement> = fc.constantFrom(
  'sheets',
  'stacked',
  'beside',
);

/** A workbook with what its cells mean, by sheet and address. */
export interface LaidOutWorkbook {
  readonly workbook: WorkbookGrids;
  meaning(sheet: string, address: string): string;
}

/** Puts laid-out tables into one workbook. Formulas are not moved: only typed totals can share a sheet. */
export function arrange(tables: readonly LaidOut[], arrangement: Arrangement): LaidOutWorkbook {
  const meanings = new Map<string, string>();
  if (arrangement === 'sheets') {
    for (const { grid, meaning } of tables) {
      for (const [address, text] of meaning) meanings.set(`${grid.name}!${address}`, text);
    }
    return found({ sheets: tables.map(({ grid }) => grid) }, meanings);
  }
  const draft = new SheetDraft();
  let [down, right] = [0, 0];
  for (const { grid, meaning } of tables) {
    let width = 0;
    grid.rows.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        if (cell === undefined) return;
        width = Math.max(width, column + 1);
        draft.put(row + down, column + right, cell.value);
        const text = meaning.get(cellAddress(row, column));
        const address = cellAddress(row + down, column + right);
        if (text !== undefined) meanings.set(`全部!${address}`, text);
      });
      // Figures may be blank: their places mean the same.
    });
    for (const [address, text] of meaning) {
      const key = `全部!${moved(address, down, right)}`;
      meanings.set(key, text);
    }
    if (arrangement === 'stacked') down += grid.rows.length + 2;
    else right += width + 2;
  }
  return found({ sheets: [draft.grid('全部')] }, meanings);
}

function moved(address: string, down: number, right: number): string {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return cellAddress(Number(address.slice(letters.length)) - 1 + down, column - 1 + right);
}

function found(workbook: WorkbookGrids, meanings: ReadonlyMap<string, string>): LaidOutWorkbook {
  return {
    workbook,
    meaning: (sheet, address) => meanings.get(`${sheet}!${address}`) ?? 'elsewhere',
  };
}
