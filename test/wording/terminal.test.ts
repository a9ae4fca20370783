/** What does the terminal say of a workbook with several units, and of several files? */
import { join } from 'node:path';
import { checkFiles } from '../../src/cli/checkFiles';
import { columns, displayWidth } from '../../src/wording/columns';
import { summaryText } from '../../src/wording/terminal';

const settings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2024, month: 3, day: 1 },
} as const;

async function textOf(specimen: string): Promise<string[]> {
  for await (const { text } of checkFiles([join(__dirname, '../specimens', specimen)], settings)) {
    return text.split('\n');
  }
  throw new Error('no file');
}

test('several units: name and sheet on every line, the table of all units at the end', async () => {
  const lines = await textOf('pairs/three-one-wrong.xlsx');
  const items = lines.filter((line) => /^\s+(\d+\.|-) \[/.test(line));
  expect(items.length).toBeGreaterThan(1);
  for (const line of items) expect(line).toMatch(/\] 乙县财政局 乙[12]: /);
  const table = lines.slice(lines.findIndex((line) => /^ {2}单位 /.test(line)));
  expect(table.slice(0, 4).map((line) => line.trim().split(/\s+/))).toEqual([
    ['单位', '错误', '提示', '结论'],
    ['甲县财政局', '0', '0', '通过'],
    ['乙县财政局', '3', '0', '有错误'],
    ['丙县财政局', '0', '0', '通过'],
  ]);
});

test('one unit: no name on the lines, no table', async () => {
  const lines = await textOf('puyang-2019.xlsx');
  expect(lines.some((line) => line.includes('结论'))).toBe(false);
  expect(lines).toContainEqual(
    expect.stringMatching(/^ {2}1\. \[提示 R-010 执行超预算\] 统计表1: /),
  );
});

test('units of one name are told apart by their years', async () => {
  const lines = await textOf('pairs/two-years.xlsx');
  expect(lines.filter((line) => /财政局（202[23] 年） +\d+ +\d+ +\S+$/.test(line))).toHaveLength(2);
});

test('the summary names the files that could not be checked', () => {
  const summary = summaryText([
    { file: '甲.xlsx', status: 0 },
    { file: '乙\u001b[2J.xlsx', status: 2 },
    { file: '丙.xlsx', status: 1 },
  ]);
  expect(summary.split('\n')).toEqual([
    '共 3 个文件：没有错误 1 个，有错误 1 个，未能审核 1 个：',
    '  乙␛[2J.xlsx',
  ]);
  expect(summaryText([{ file: '甲.xlsx', status: 0 }])).toBe(
    '共 1 个文件：没有错误 1 个，有错误 0 个，未能审核 0 个。',
  );
});

test('columns stand under each other where Chinese characters are two wide', () => {
  const lines = columns(
    [
      ['单位', '错误'],
      ['A县', '12'],
      ['濮阳市财政局', '3'],
    ],
    ['left', 'right'],
  );
  expect(new Set(lines.map(displayWidth)).size).toBe(1);
});
