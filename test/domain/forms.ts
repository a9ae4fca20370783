/** Builds official tables as grids, so that a test reads like a form. Rows and columns as printed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, CellValue, Grid, WorkbookGrids } from '../../src/domain/grid';
import { parseAddress } from '../../src/domain/grid';
import { comparedFigures } from '../../src/application/report/comparedFigures';
import type { CheckReport } from '../../src/application/checkWorkbook';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import type { CheckSettings } from '../../src/domain/rules/settings';

/** What may be put into a cell: a value, or a formula with its value. */
export type Content =
  | CellValue
  | { readonly formula: string; readonly value: CellValue; readonly numberFormat?: string }
  | { readonly value: CellValue; readonly numberFormat: string };

/** Settings that tests start from: the annual round of an earlier year. */
export const settings: CheckSettings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2020, month: 3, day: 1 },
};

const blocks = ['一般公共预算', '政府性基金预算', '合计'];
const measures = ['项目数', '预算数', '执行数', '决算数'];

/** Labels and figures of the city of Puyang's public tables, as printed; '' is a blank cell. */
export function puyangRows(table: 1 | 2): (string | number)[][] {
  const path = join(__dirname, `../specimens/figures/puyang-2019-table${table}.tsv`);
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [label = '', ...figures] = line.split('\t');
    return [
      label,
      ...Array.from({ length: 12 }, (_, at) => (figures[at] ? Number(figures[at]) : '')),
    ];
  });
}

/** The cells of one official sheet: header in rows 3 and 4, lines from row 5, labels in column A. */
export function officialSheet(
  table: 1 | 2,
  rows: readonly (readonly (string | number)[])[],
  heading = { unit: '濮阳市财政局', year: '（2019）', currency: '万元' },
): Record<string, Content> {
  const cells: Record<string, Content> = {
    A1: `政府购买服务项目资金统计表${table}`,
    A2: `填报单位：${heading.unit}`,
    K2: `金额：${heading.currency} 年份：${heading.year}`,
    A3: '服务领域 项目和金额',
  };
  const letters = 'BCDEFGHIJKLM';
  blocks.forEach((block, at) => (cells[`${letters[at * 4] ?? ''}3`] = block));
  Array.from(letters).forEach((letter, at) => (cells[`${letter}4`] = measures[at % 4] ?? ''));
  rows.forEach((row, index) => {
    row.forEach((content, at) => {
      if (content !== '') cells[`${'ABCDEFGHIJKLM'[at] ?? ''}${index + 5}`] = content;
    });
  });
  cells[`A${rows.length + 5}`] =
    '注：关于政府购买服务资金金额，1月份报送数据时至少需提供上一年度全年预算数、执行数。';
  return cells;
}

/** A grid of cells by address. */
export function grid(name: string, cells: Readonly<Record<string, Content>>): Grid {
  const rows: (Cell | undefined)[][] = [];
  for (const [address, content] of Object.entries(cells)) {
    const at = parseAddress(address);
    if (at === null) throw new Error(`no address: ${address}`);
    (rows[at.row] ??= [])[at.column] = cellOf(content);
  }
  return {
    name,
    visibility: 'visible',
    rows,
    merges: null,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

function cellOf(content: Content): Cell {
  if (typeof content === 'object' && content !== null && 'value' in content) {
    return {
      value: content.value,
      formula: 'formula' in content ? content.formula : null,
      numberFormat: content.numberFormat ?? 'General',
    };
  }
  return { value: content, formula: null, numberFormat: 'General' };
}

/** Changes to a form: addresses with new contents; undefined empties the cell. */
export type Changes = Readonly<Record<string, Content | undefined>>;

/** The Puyang pair with changes to either table. */
export function puyang(table1: Changes = {}, table2: Changes = {}): WorkbookGrids {
  return {
    sheets: [
      grid('统计表1', changed(officialSheet(1, puyangRows(1)), table1)),
      grid('统计表2', changed(officialSheet(2, puyangRows(2)), table2)),
    ],
  };
}

/** Cells with changes applied. */
export function changed(cells: Record<string, Content>, changes: Changes): Record<string, Content> {
  const result: Record<string, Content> = { ...cells };
  for (const [address, content] of Object.entries(changes)) {
    if (content === undefined) Reflect.deleteProperty(result, address);
    else result[address] = content;
  }
  return result;
}

/** A report's findings as rows: rule, sheet, cells, stated, and what it is held against. Warnings of the base are left out. */
export function rowsOf(
  report: CheckReport,
  except: readonly string[] = ['R-010', 'R-020'],
): unknown[] {
  return report.findings
    .filter((finding) => !except.includes(finding.rule))
    .map((finding) => {
      const { stated, standard } = comparedFigures(finding);
      return [finding.rule, finding.sheet, finding.cells.join(' '), stated, standard];
    });
}

/** Checks a workbook with settings that differ from the usual ones. */
export function check(
  workbook: WorkbookGrids,
  differing: Partial<CheckSettings> = {},
): CheckReport {
  return checkWorkbook(workbook, { ...settings, ...differing });
}
