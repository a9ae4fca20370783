import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { listWorkbooks, readWorkbookFile } from '../../src/files/nodeFiles';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), 'x');
  }
}

test('a folder stands for all workbooks below it, sorted, without lock files', async () => {
  put(
    'b.xlsx',
    'a/c.XLS',
    'a/b.et',
    'a.xlsm',
    '~$b.xlsx',
    '.~b.xlsx',
    'n.csv',
    '.git/x.xlsx',
    'a/d/濮阳.xlsx',
  );
  mkdirSync(join(folder, 'folder.xlsx'));
  symlinkSync('nowhere', join(folder, 'lost.xlsx'));
  symlinkSync(folder, join(folder, 'a', 'loop.xlsx'));
  const listed = await listWorkbooks(folder);
  expect(listed.ok && listed.value.map((path) => relative(folder, path))).toEqual([
    'a.xlsm',
    'a/b.et',
    'a/c.XLS',
    'a/d/濮阳.xlsx',
    'b.xlsx',
    'lost.xlsx',
  ]);
  expect(await readWorkbookFile(join(folder, 'lost.xlsx'))).toEqual({
    ok: false,
    fault: { code: 'notFound' },
  });
});

test('a file stands for itself, whatever its name', async () => {
  put('n.csv');
  expect(await listWorkbooks(join(folder, 'n.csv'))).toEqual({
    ok: true,
    value: [join(folder, 'n.csv')],
  });
});

test('what is not there, and a folder without workbooks', async () => {
  put('n.csv');
  expect(await listWorkbooks(join(folder, 'none'))).toEqual({
    ok: false,
    fault: { code: 'notFound' },
  });
  expect(await listWorkbooks(join(folder, 'n.csv', 'x'))).toEqual({
    ok: false,
    fault: { code: 'notFound' },
  });
  expect(await listWorkbooks(folder)).toEqual({
    ok: false,
    fault: { code: 'unreadable', detail: 'noWorkbooksInFolder' },
  });
});

test('reading looks at the size first, and at what it is', async () => {
  put('large.xlsx', 'text.xlsx');
  truncateSync(join(folder, 'large.xlsx'), 5_000_000_000);
  expect(await readWorkbookFile(join(folder, 'large.xlsx'))).toMatchObject({
    ok: false,
    fault: { code: 'tooLarge', limit: 'fileBytes', actual: 5_000_000_000 },
  });
  expect(await readWorkbookFile(join(folder, 'text.xlsx'))).toMatchObject({
    fault: { code: 'unreadable', detail: 'notWorkbook' },
  });
  expect(await readWorkbookFile(folder)).toMatchObject({
    fault: { code: 'unreadable', detail: 'notWorkbook' },
  });
  expect(await readWorkbookFile(join(__dirname, 'specimens', 'small.xlsx'))).toMatchObject({
    ok: true,
  });
});
