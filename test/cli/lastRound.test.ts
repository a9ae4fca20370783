/** `--previous`: the round before is set beside the files of this one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCommand } from '../../src/cli/checkCommand';
import type { FileReport } from '../../src/cli/jsonReport';
import { copyWithCells } from '../../src/workbook/copyWithCells';
import { runHere } from './runHere';

const specimen = readFileSync(join(__dirname, '../specimens/puyang-2019.xlsx'));
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'previous-'));
  writeFileSync(join(folder, '本期.xlsx'), specimen);
  const last = await copyWithCells(specimen, [
    { sheet: '统计表1', row: 7, column: 2, value: 690, keepsFormula: false },
  ]);
  writeFileSync(join(folder, '上期.xlsx'), last);
  writeFileSync(join(folder, '坏.xlsx'), '无');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) =>
  runHere(checkCommand, ['--today', '2020-03-01', ...args], folder);

async function json(...args: readonly string[]): Promise<FileReport | undefined> {
  const { out } = await run('--json', ...args);
  return (JSON.parse(out) as { files: readonly FileReport[] }).files[0];
}

const isOfLastRound = ({ rule }: { readonly rule: string }) => rule.startsWith('Y-');

test('what must be equal is compared, and told with the round', async () => {
  const file = await json('--previous', '上期.xlsx', '--previous-round', 'july', '本期.xlsx');
  expect(file?.findings.filter(isOfLastRound)).toMatchObject([
    {
      rule: 'Y-010',
      severity: 'warning',
      sheet: '统计表1',
      cells: ['C8'],
      stated: '691.45',
      computed: '690',
      difference: '1.45',
    },
  ]);
  const { status, out } = await run('--previous=上期.xlsx', '--previous-round=july', '本期.xlsx');
  expect(status).toBe(0);
  expect(out).toContain('上期（2019 年7月份报送）同一个数为 690，多 1.45 万元');
});

test('without it nothing is asked of the round before', async () => {
  const file = await json('本期.xlsx');
  expect(file?.findings.filter(isOfLastRound)).toEqual([]);
});

test('the same round of the same year is none before: said, no pass, and not ready', async () => {
  const { status, out } = await run('--previous', '上期.xlsx', '--ready', '本期.xlsx');
  expect(status).toBe(2);
  expect(out).toContain(
    '第 1 套表没有与上期比较：上期与本期没有可以比较的数（请核对年份和报送期）。',
  );
  expect(out).toContain('未能全部审核');
  expect((await json('--previous', '上期.xlsx', '--ready', '本期.xlsx'))?.inTheWay?.[0]?.code).toBe(
    'notChecked',
  );
});

test('a file that cannot be set beside is said before anything is checked', async () => {
  for (const previous of ['坏.xlsx', '没有.xlsx']) {
    const { status, out, err } = await run('--previous', previous, '本期.xlsx');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`上期的工作簿“${previous}”未能读取：`);
  }
  const { out } = await run('--json', '--previous', '坏.xlsx', '本期.xlsx');
  expect((JSON.parse(out) as { fault: { code: string } }).fault.code).toBe('unreadable');
});

test('which round it is, is said only of a file', async () => {
  expect((await run('--previous-round', 'july', '本期.xlsx')).status).toBe(2);
});
