/** What is said of a workbook of which a sheet could not be read? */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFiles, type FileOutcome } from '../../src/cli/checkFiles';
import { zipBytes } from '../files/zipBytes';
import { zipParts } from '../fuzz/reading/corpus';

const clean = join(__dirname, '../specimens/clean/openpyxl.xlsx');
const settings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2020, month: 3, day: 1 },
} as const;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unread-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A clean workbook with one more sheet that refers to nothing there, or to nothing at all. */
async function withSheet(name: string, id: string): Promise<FileOutcome> {
  const parts = zipParts(new Uint8Array(readFileSync(clean))).map((part) => {
    if (part.name !== 'xl/workbook.xml') return part;
    const sheet = `<sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="${name}" sheetId="99" r:id="${id}"/>`;
    const content = Buffer.from(part.content)
      .toString('utf8')
      .replace('</sheets>', `${sheet}</sheets>`);
    return { ...part, content };
  });
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, zipBytes(parts));
  for await (const outcome of checkFiles([path], settings)) return outcome;
  throw new Error('nothing checked');
}

test('a sheet whose content is gone is named, and the workbook has not passed', async () => {
  const { json, text, status } = await withSheet('备注', 'rId98');
  expect(status).toBe(2);
  expect(json.fault).toBeNull();
  expect(json.sheets.length).toBe(2);
  expect(json.unread).toEqual([
    {
      sheet: '备注',
      part: 'sheet',
      reason: 'missing',
      message:
        '工作表“备注”的内容在文件中缺失，没有审核。请在 Excel 中打开并修复后另存；这张表与统计表无关的，删去后重新审核。',
    },
  ]);
  expect(text).toContain('未能读取：工作表“备注”的内容在文件中缺失');
  expect(text).toContain('有工作表未能读取，不能视为通过。');
  expect(text).not.toMatch(/通过。共/);
});

test('a sheet that has no content in the file is named, and nothing else changes', async () => {
  const { json, text, status } = await withSheet('Module1', '');
  expect(status).toBe(0);
  expect(json.unread).toMatchObject([{ sheet: 'Module1', reason: 'none' }]);
  expect(text).toContain('工作表“Module1”在文件中没有单元格内容，没有审核。');
});
