/** 报告文字 from the terminal: the sentences, a report held against the tables, and the exit status. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportCommand } from '../../src/cli/reportCommand';
import { copyWithCells } from '../../src/workbook/copyWithCells';
import { runHere } from './runHere';

const specimens = join(__dirname, '../specimens');
const city = join(specimens, 'puyang-2019.xlsx');
const report = join(specimens, 'figures/puyang-2019-report.txt');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
afterEach(() => rm(folder, { recursive: true }));

const ran = (...args: readonly string[]) => runHere(reportCommand, args, folder);

interface ReportJson {
  readonly fault: { readonly code: string; readonly message: string } | null;
  readonly pair: number | null;
  readonly tableErrors: number | null;
  readonly sentences: readonly { readonly id: string }[];
  readonly figures: readonly {
    readonly text: string;
    readonly cell: string;
    readonly verdict: string;
  }[];
  readonly unrecognised: readonly { readonly text: string; readonly reason: string }[];
}

async function document(
  ...args: readonly string[]
): Promise<ReportJson & { readonly status: number }> {
  const { status, out } = await ran('--json', ...args);
  return { ...(JSON.parse(out) as ReportJson), status };
}

async function saved(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

/** The year before: a budget of 40,000, execution of 41,000. */
async function lastYearsWorkbook(): Promise<Uint8Array> {
  const cell = (sheet: string, row: number, column: number, value: string | number) => ({
    ...{ sheet, row, column, value },
    keepsFormula: false,
  });
  return copyWithCells(await readFile(city), [
    cell('统计表1', 1, 7, '金额：万元　年份：（2018）'),
    cell('统计表2', 1, 7, '金额：万元　年份：（2018）'),
    cell('统计表1', 23, 10, 40_000),
    cell('统计表1', 23, 11, 41_000),
  ]);
}

test('without a report the sentences are printed, one a line', async () => {
  const { status, out, err } = await ran(city);
  expect([status, err]).toEqual([0, '']);
  expect(out.split('\n')[0]).toBe(
    '2019 年全年累计纳入购买服务预算项目 236 个，预算资金 41528.12 万元，执行资金 40790.51 万元，决算资金 40201.88 万元。',
  );
  expect(await document(city)).toMatchObject({ status: 0, pair: 1, tableErrors: 0, figures: [] });
});

test('the city’s report agrees in its four figures, and nothing else is said of it', async () => {
  const read = await document('--check', report, city);
  expect(read).toMatchObject({ status: 0, fault: null, unrecognised: [] });
  expect(read.figures.map(({ text, cell, verdict }) => [text, cell, verdict])).toEqual([
    ['236 个', 'J24', 'agrees'],
    ['41528.12 万元', 'K24', 'agrees'],
    ['40790.51 万元', 'L24', 'agrees'],
    ['40201.88 万元', 'M24', 'agrees'],
  ]);
});

test('one figure changed: that one differs, its cell is named, and the exit status says so', async () => {
  const text = (await readFile(report, 'utf8')).replace('40790.51', '40970.51');
  const file = await saved('报告.txt', text);
  const { status, out } = await ran('--check', file, city);
  expect(status).toBe(1);
  const differing = out.split('\n').filter((line) => line.startsWith('  不符'));
  expect(differing).toHaveLength(1);
  expect(differing[0]).toContain('【40970.51 万元】');
  expect(differing[0]).toContain('40790.51 万元：统计表1·合计行·合计栏·执行数（L24）');
});

test('a document of Word', async () => {
  const read = await document('--check', join(specimens, 'figures/puyang-2019-report.docx'), city);
  expect(read.figures.map(({ text, verdict }) => [text, verdict])).toEqual([
    ['236 个', 'agrees'],
    ['41528.12 万元', 'agrees'],
    ['40790.51 万元', 'agrees'],
    ['40201.88 万元', 'agrees'],
  ]);
});

test('a text without a figure of the tables is no agreement', async () => {
  const file = await saved('空.txt', '我市高度重视政府购买服务工作。');
  expect(await document('--check', file, city)).toMatchObject({
    ...{ status: 2, fault: { code: 'noFigureFound' } },
  });
});

test.each([
  ['没有的文件.txt', 'notFound', '找不到报告文件'],
  ['坏.docx', 'unreadable', '不完整'],
  ['图.txt', 'unreadable', '不是 Word 文档'],
])('%s: %s', async (name, code, words) => {
  if (name === '坏.docx') {
    const whole = await readFile(join(specimens, 'figures/puyang-2019-report.docx'));
    await saved(name, whole.subarray(0, 20_000));
  }
  if (name === '图.txt') await saved(name, new Uint8Array([0xff, 0xd8, 0xff, 0, 1]));
  const read = await document('--check', name, city);
  expect(read).toMatchObject({ status: 2, fault: { code } });
  expect(read.fault?.message).toContain(words);
});

test('tables with errors of their own are said to have them', async () => {
  const { status, err } = await ran(join(specimens, 'wrong/omission.xlsx'));
  expect(status).toBe(0);
  expect(err).toContain('统计表本身审核有 2 处错误');
});

test('several units: one is to be named, and is found by its name', async () => {
  const several = join(specimens, 'pairs/three.xlsx');
  expect(await document(several)).toMatchObject({ status: 2, fault: { code: 'severalUnits' } });
  expect(await document('--unit', '没有这个单位', several)).toMatchObject({
    ...{ status: 2, fault: { code: 'unknownUnit' } },
  });
});

test('several sets of one unit and year: they are listed with their numbers, and one is picked by its number', async () => {
  const several = join(specimens, 'pairs/copy-left-over.xlsx');
  const refused = await document(several);
  expect(refused).toMatchObject({ status: 2, pair: null, fault: { code: 'severalUnits' } });
  expect(refused.fault?.message).toContain('请用 --pair 写明是第几套');
  expect(refused.fault?.message).toMatch(/1. 甲县财政局 · 2023 年 · 万元（“[^”]+”、“[^”]+”）；2. /);
  for (const number of [1, 2]) {
    const read = await document('--pair', String(number), several);
    expect(read).toMatchObject({ status: 0, fault: null, pair: number });
  }
  const missing = await document('--pair', '9', several);
  expect(missing).toMatchObject({ status: 2, fault: { code: 'unknownPair' } });
  expect(missing.fault?.message).toContain('1. 甲县财政局');
  const both = await document('--pair', '1', '--unit', '甲县财政局', several);
  expect(both).toMatchObject({ status: 2, fault: { code: 'wrongArguments' } });
});

test.each([
  ['', '没有指定工作簿。用 --help 查看用法。'],
  ['a.xlsx b.xlsx', '一次只用一个工作簿，多了“b.xlsx”。用 --help 查看用法。'],
  ['--round may a.xlsx', '--round 后面应为 january、july 或 annual，不能是“may”。'],
  ['--decimals 9 a.xlsx', '--decimals 后面应为 0 到 6 的整数，不能是“9”。'],
])('%s: %s', async (args, message) => {
  const { status, err } = await ran(...args.split(' ').filter((each) => each !== ''));
  expect([status, err]).toEqual([2, message + '\n']);
});

test('growth is held against the workbook of the year before that is set beside', async () => {
  const before = await saved('上年.xlsx', await lastYearsWorkbook());
  const text =
    '购买服务预算 41528.12 万元，比上年增长 3.82%。购买服务执行资金 40790.51 万元，同比增长 0.5%。';
  const file = await saved('报告.txt', text);
  const without = await document('--check', file, city);
  expect(without.unrecognised.map(({ reason }) => reason)).toEqual(['noLastYear', 'noLastYear']);
  const args = ['--check', file, '--previous', before, '--previous-round', 'annual'];
  const read = await document(...args, city);
  expect(read.unrecognised).toEqual([]);
  expect(read.figures.map(({ verdict }) => verdict)).toEqual([
    ...['agrees', 'agrees', 'agrees'],
    'differs',
  ]);
  expect((await document('--previous', before, city)).sentences.map(({ id }) => id)).toContain(
    'change',
  );
});

test('a workbook beside that holds no such tables is a fault, and nothing is compared', async () => {
  const july = await saved('上年.xlsx', await lastYearsWorkbook());
  for (const args of [
    ['--previous', city],
    ['--previous', july, '--previous-round', 'july'],
  ]) {
    const read = await document(...args, city);
    expect([read.status, read.fault?.code, read.figures]).toEqual([2, 'nothingInCommon', []]);
  }
  expect((await document('--previous-round', 'july', city)).status).toBe(2);
});
