/** Is a report's sheet known again as it was made, and only so; and is none of it taken for a table? */
import type { Grid } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { ReportRow } from '../../../src/domain/submission/reportSheet';
import {
  findingRows,
  reportLayout,
  reportRows,
  sealed,
} from '../../../src/domain/submission/reportSheet';
import { gridOfSheet } from '../../../src/domain/template/layoutGrid';
import { submissionReport } from '../../../src/application/submissionReport';
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { reportOf } from '../../../src/application/report/makeReport';
import { inTheWay } from '../../../src/application/readyToSubmit';
import { reportSheetRows } from '../../../src/wording/reportSheet';
import { puyang, settings } from '../forms';

const rows = sealed(
  [
    ['审核报告', '', ''],
    ['报送期', '', '年度决算'],
    ['填报单位：甲县'],
    ['序号', '类别', '规则', '位置', '问题', '审核说明'],
    [1, '提示', 'R-020', '“表”B5', '说明不了', ''],
  ],
  '校验码：',
);

const made = (): Grid => gridOfSheet(reportLayout('审核报告', rows));

/** The sheet with another content in one cell. */
function edited(row: number, column: number, value: string | number): Grid {
  const grid = made();
  const lines = grid.rows.map((line) => [...(line ?? [])]);
  while (lines.length <= row) lines.push([]);
  (lines[row] ?? [])[column] = { value, formula: null, numberFormat: 'General' };
  return { ...grid, rows: lines };
}

test('as it was made it is known, with its rows', () => {
  expect(reportRows(made())).toEqual(rows);
});

test('whatever anybody writes into it, it is none of ours any more', () => {
  expect(reportRows(edited(1, 2, '7月'))).toBeNull();
  expect(reportRows(edited(4, 0, 2))).toBeNull();
  expect(reportRows(edited(2, 5, '签字'))).toBeNull();
  expect(reportRows(edited(9, 0, '备注'))).toBeNull();
  expect(reportRows(edited(1, 8, '旁注'))).toBeNull();
  expect(reportRows(edited(5, 0, '校验码：1234 5678 9ABC DEF0'))).toBeNull();
  expect(reportRows({ ...made(), rows: [] })).toBeNull();
});

test('an explanation that is longer than the highest row goes on below, and is seen whole', () => {
  const text = Array.from({ length: 1000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
  const long = findingRows([1, '提示', 'R-020', '“表”B5', '说明不了', text]);
  expect(long.map((row) => row[5]).join('')).toBe(text);
  expect(long.slice(1).map((row) => row.slice(0, 5).join(''))).toEqual(['', '', '']);
  const all = sealed(
    [...rows.slice(0, 4), ...long, [2, '提示', 'R-020', '“表”B6', '', '']],
    '码：',
  );
  const layout = reportLayout('审核报告', all);
  expect(reportRows(gridOfSheet(layout))).toEqual(all);
  const heights = all.slice(4, 9).map((_, at) => layout.rowHeights.get(at + 4) ?? 0);
  for (const height of heights) expect(height).toBeLessThan(409);
  const merged = layout.merges.map(({ top }) => top);
  expect([4, 5, 6, 7, 8].filter((row) => merged.includes(row))).toEqual([]);
});

test('it is as wide as an A4 page and as long as it needs', () => {
  const { print, merges, rowHeights } = reportLayout('审核报告', rows);
  expect(print).toMatchObject({ paper: 'A4', orientation: 'portrait', fit: 'width' });
  expect(merges.length).toBeGreaterThan(0);
  expect(rowHeights.size).toBe(rows.length);
});

test.each(['zh-CN', 'en-US'] as const)(
  'in %s a whole report is no table, and is not refused as one',
  (language) => {
    const workbook = puyang({ B12: 99, J12: 99, B24: 999, D7: undefined });
    const check = checkWorkbook(workbook, settings);
    const report = reportOf(check);
    const obstacles = inTheWay({ report, workbook, markedSheets: ['统计表1'], isSaved: false });
    const told = reportSheetRows(
      submissionReport(check, report, { obstacles, left: [] }, settings),
      language,
    );
    const sheet = gridOfSheet(reportLayout('审核报告', told));
    expect(reportRows(sheet)).toEqual(told);
    const { returns, refused } = recogniseWorkbook({ sheets: [sheet] });
    expect({ returns, refused }).toEqual({ returns: [], refused: [] });
    const cells: readonly ReportRow[] = told;
    expect(
      cells
        .flat()
        .filter((cell) => typeof cell === 'string' && /undefined|NaN|\[object/.test(cell)),
    ).toEqual([]);
  },
);
