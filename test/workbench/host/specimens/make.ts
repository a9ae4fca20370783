// Makes rich.xlsx: a workbook with everything a bureau's workbook may hold, written by LibreOffice.
// Run by hand where LibreOffice is installed: npx tsx test/workbench/host/specimens/make.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell, ConditionalRule, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';

const amounts = [120.5, 340, 0, 88.25, 1200];
const rows = amounts.map((n, i) => [`项目${i + 1}`, i + 1, n, null, null]);
const thin = { style: 'thin' as const, color: { rgb: '000000' } };
const boxed = { left: thin, right: thin, top: thin, bottom: thin };
const cells = new Map<string, Partial<Cell>>();
for (let r = 0; r < rows.length; r++) {
  cells.set(`${r + 4},0`, { value: `项目${r + 1}`, style: { border: boxed } });
  cells.set(`${r + 4},2`, {
    value: amounts[r] ?? 0,
    style: { border: boxed, numFmt: '#,##0.00', protection: { locked: false } },
  });
  cells.set(`${r + 4},3`, {
    type: 'formula',
    formula: `C${r + 5}*2`,
    formulaResult: 2 * (amounts[r] ?? 0),
  });
}
cells.set('0,0', {
  value: '政府购买服务项目资金统计表',
  style: {
    font: { name: '黑体', size: 16, bold: true, color: { theme: 4 } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { theme: 7, tint: 0.6 } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
});
cells.set('3,0', {
  value: '项目',
  style: { border: { ...boxed, diagonal: thin, diagonalDown: true } },
  comment: { text: '单位：万元', author: '审核' },
});
cells.set('9,0', { value: '合计', style: { font: { bold: true } } });
cells.set('9,2', {
  type: 'formula',
  formula: 'SUM(金额)',
  formulaResult: 1748.75,
  style: { numFmt: '#,##0.00' },
});
cells.set('9,3', { type: 'formula', formula: "SUM(D5:D9)+'隐藏 表'!A1", formulaResult: 3504.5 });
cells.set('10,0', {
  type: 'formula',
  formula: 'IF(C10>1000,"超过","未超过")',
  formulaResult: '超过',
});
cells.set('10,2', { type: 'formula', formula: '1/0', formulaResult: '#DIV/0!' });

const conditionalRules: ConditionalRule[] = [
  {
    type: 'cellIs',
    operator: 'greaterThan',
    formula: '1000',
    priority: 1,
    range: 'C5:C9',
    style: { font: { color: { rgb: 'C00000' }, bold: true } },
  },
  {
    type: 'expression',
    formula: 'MOD(ROW(),2)=0',
    priority: 2,
    range: 'A5:D9',
    style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'EEECE1' } } },
  },
  {
    type: 'colorScale',
    priority: 3,
    range: 'D5:D9',
    colorScale: { cfvo: [{ type: 'min' }, { type: 'max' }], colors: ['FFFFFFFF', 'FFF8696B'] },
  },
  {
    type: 'dataBar',
    priority: 4,
    range: 'B5:B9',
    dataBar: { cfvo: [{ type: 'min' }, { type: 'max' }], color: 'FF638EC6' },
  },
];
const main: WriteSheet = {
  name: '表1',
  rows: [['政府购买服务项目资金统计表'], [], [], ['项目', '序号', '预算数', '倍数'], ...rows],
  cells,
  columns: [{ width: 24 }, { width: 8 }, { width: 14 }, { width: 14 }, { width: 10, hidden: true }],
  merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 3 }],
  rowDefs: new Map([
    [0, { height: 30 }],
    [6, { hidden: true }],
  ]),
  conditionalRules,
  dataValidations: [
    {
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formula1: '0',
      range: 'C5:C9',
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: '金额',
      errorMessage: '不能为负',
    },
    { type: 'list', values: ['是', '否'], range: 'E5:E9' },
  ],
  pageSetup: {
    orientation: 'landscape',
    paperSize: 'a4',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  },
  headerFooter: { oddFooter: '&C第 &P 页' },
};
async function make(): Promise<void> {
  const target = join(process.cwd(), 'test', 'workbench', 'host', 'specimens');
  const bytes = await writeXlsx({
    sheets: [
      main,
      { name: '隐藏 表', rows: [[7]], hidden: true },
      {
        name: '受保护',
        rows: [['说明', 1]],
        protection: { sheet: true, password: '1234', formatCells: false },
      },
    ],
    namedRanges: [{ name: '金额', range: "'表1'!$C$5:$C$9" }],
  });
  const folder = mkdtempSync(join(tmpdir(), 'specimen-'));
  const plain = join(folder, 'rich.xlsx');
  writeFileSync(plain, bytes);
  execFileSync('soffice', ['--headless', '--convert-to', 'xlsx', '--outdir', target, plain]);
  rmSync(folder, { recursive: true });
}

void make();
