/** Are results there whole, or not at all? */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../src/cli/writeWhole';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('new');

test('where the second stands already the first is taken back, and what stands there stays', async () => {
  const [first, second] = [join(folder, '汇总.xlsx'), join(folder, '退回.xlsx')];
  await writeFile(second, 'mine');
  const files = [first, second].map((path) => ({ path, bytes }));
  expect(await writeWhole(files, false)).toMatchObject({ ok: false });
  expect(await readdir(folder)).toEqual(['退回.xlsx']);
  expect(await readFile(second, 'utf8')).toBe('mine');
  expect(await writeWhole(files, true)).toMatchObject({ ok: true });
  expect(await readFile(second, 'utf8')).toBe('new');
});
