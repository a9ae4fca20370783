import { spawnSync } from 'node:child_process';
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
    '._b.xlsx',
    'a/._c.XLS',
    'n.csv',
    '.git/x.xlsx',
    'a/d/濮阳.xlsx',
  );
  mkdirSync(join(folder, 'folder.xlsx'));
  symlinkSync('nowhere', join(folder, 'lost.xlsx'));
  symlinkSync(folder, join(folder, 'a', 'loop.xlsx'));
  const listed = await listWorkbooks(folder);
  expect(listed.ok && listed.value.workbooks.map((path) => relative(folder, path))).toEqual([
    'a.xlsm',
    'a/b.et',
    'a/c.XLS',
    'a/d/濮阳.xlsx',
    'b.xlsx',
    'lost.xlsx',
    'n.csv',
  ]);
  expect(await readWorkbookFile(join(folder, 'lost.xlsx'))).toEqual({
    ok: false,
    fault: { code: 'notFound' },
  });
});

const onUnix = process.platform === 'win32' ? test.skip : test;

onUnix('pipes, devices and links to them are refused and not waited for', async () => {
  spawnSync('mkfifo', [join(folder, 'pipe.xlsx')]);
  symlinkSync(join(folder, 'pipe.xlsx'), join(folder, 'to-pipe.xlsx'));
  symlinkSync('/dev/zero', join(folder, 'to-device.xlsx'));
  symlinkSync('itself.xlsx', join(folder, 'itself.xlsx'));
  const listed = await listWorkbooks(folder);
  const names = ['itself.xlsx', 'pipe.xlsx', 'to-device.xlsx', 'to-pipe.xlsx'];
  expect(listed.ok && listed.value.workbooks.map((path) => relative(folder, path))).toEqual(names);
  const faults = [];
  for (const name of names) {
    const outcome = await readWorkbookFile(join(folder, name));
    faults.push(outcome.ok ? 'read' : outcome.fault);
  }
  const notWorkbook = { code: 'unreadable', detail: 'notWorkbook' };
  expect(faults).toEqual([{ code: 'notFound' }, notWorkbook, notWorkbook, notWorkbook]);
});

test('names with whatever signs a disk allows, and a thousand of them', async () => {
  const odd = [
    'a b.xlsx',
    '“x”\u202e.xlsx',
    "it's.xlsx",
    '%2e.xlsx',
    '-x.xlsx',
    '#1.xlsx',
    '𠮷.xlsx',
  ];
  const many = Array.from({ length: 1000 }, (_, index) => `many/${index}.xlsx`);
  put(...odd, ...many);
  const listed = await listWorkbooks(folder);
  const names = listed.ok ? listed.value.workbooks.map((path) => relative(folder, path)) : [];
  expect(names.length).toBe(odd.length + many.length);
  expect([...names].sort()).toEqual([...odd, ...many].sort());
  for (const name of odd) {
    expect(await readWorkbookFile(join(folder, name))).toMatchObject({
      fault: { detail: 'notWorkbook' },
    });
  }
});

test('a file stands for itself, whatever its name', async () => {
  put('n.csv');
  expect(await listWorkbooks(join(folder, 'n.csv'))).toEqual({
    ok: true,
    value: { workbooks: [join(folder, 'n.csv')], others: [] },
  });
});

test('what may hold a return is listed, and everything else is told', async () => {
  put('a.ods', 'b.zip', 'c.xlsb', 'd.csv', 'e.wps', 'f.xltx', 'g.html', 'Thumbs.db', '.DS_Store');
  put(
    'desktop.ini',
    '通知.docx',
    '扫描件.PDF',
    '无后缀',
    '甲县.xlsx.bak',
    '.旧/h.xlsx',
    '__MACOSX/a',
  );
  writeFileSync(join(folder, '丁县'), Buffer.from('PK\u0003\u0004rest'));
  writeFileSync(join(folder, '报送.丙县'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  const listed = await listWorkbooks(folder);
  if (!listed.ok) throw new Error(listed.fault.code);
  const below = (paths: readonly string[]) => paths.map((path) => path.slice(folder.length + 1));
  expect(below(listed.value.workbooks)).toEqual([
    ...['a.ods', 'b.zip', 'c.xlsb', 'd.csv', 'e.wps', 'f.xltx', 'g.html'],
    ...['丁县', '报送.丙县'],
  ]);
  expect(below(listed.value.others)).toEqual([
    ...['.旧/', '__MACOSX/', '扫描件.PDF', '无后缀', '甲县.xlsx.bak', '通知.docx'],
  ]);
});

test('what is not there, and a folder without workbooks', async () => {
  put('n.csv/x.txt', 'n.txt');
  expect(await listWorkbooks(join(folder, 'none'))).toEqual({
    ok: false,
    fault: { code: 'notFound' },
  });
  expect(await listWorkbooks(join(folder, 'n.txt', 'x'))).toEqual({
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
