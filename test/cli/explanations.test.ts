/** Explained warnings and `--ready`, from the terminal. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { checkCommand } from '../../src/cli/checkCommand';
import type { FileReport } from '../../src/cli/jsonReport';
import type { FileSubmission } from '../../src/cli/submissionJson';
import type { Explanation } from '../../src/domain/submission/kept';
import { canBeExplained } from '../../src/domain/submission/explainable';
import { explain } from '../../src/domain/submission/explanation';
import { readWorkbook } from '../../src/files/readWorkbook';
import { Workbook } from '../../src/workbook/workbook';
import { settings } from '../domain/forms';
import { withCustomXml, withExplanationsKept } from '../submission';
import { runHere } from './runHere';

const specimen = readFileSync(join(__dirname, '../specimens/puyang-2019.xlsx'));
let folder = '';
let explanations: readonly Explanation[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ready-'));
  const read = await readWorkbook(specimen);
  if (!read.ok) throw new Error(read.fault.code);
  const { views, findings } = checkWorkbook(read.value, settings);
  const [unit] = views;
  if (unit === undefined) throw new Error('no unit');
  explanations = findings
    .filter(canBeExplained)
    .map((finding) => explain(finding, unit, 'annual', '年中追加预算'));
  const [first, second, ...others] = explanations;
  if (first === undefined || second === undefined) throw new Error('no warnings');
  const figures = second.figures.map((figure) => ({ ...figure, value: '1' }));
  const gone = { ...first, about: 'R-010|table1|finance|generalPublic|executed' };
  const file = async (name: string, bytes: Promise<Uint8Array> | Uint8Array) => {
    writeFileSync(join(folder, name), await bytes);
  };
  await file('全部说明.xlsx', withExplanationsKept(specimen, explanations));
  await file('部分.xlsx', withExplanationsKept(specimen, [first, { ...second, figures }, gone]));
  await file('缺一.xlsx', withExplanationsKept(specimen, [first, ...others]));
  await file(
    '损坏.xlsx',
    withCustomXml(specimen, '<x xmlns="urn:purchase-services-statistics:explanations">'),
  );
  await file('坏.xlsx', new TextEncoder().encode('无'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const common = ['--today', '2020-03-01'];

async function json(
  args: readonly string[],
): Promise<{ status: number; files: readonly FileReport[] }> {
  const { status, out } = await runHere(checkCommand, ['--json', ...common, ...args], folder);
  const { files } = JSON.parse(out) as { files: readonly FileReport[] };
  return { status, files };
}

test('each finding says its explanation, and what belongs to none is named', async () => {
  const { status, files } = await json(['部分.xlsx']);
  expect(status).toBe(0);
  const [file] = files;
  expect(file?.findings.slice(0, 3).map(({ explanation }) => explanation)).toEqual([
    { text: '年中追加预算', state: 'valid' },
    { text: '年中追加预算', state: 'outdated' },
    null,
  ]);
  expect(file?.explanations).toEqual({
    fault: null,
    withoutFinding: [
      { about: 'R-010|table1|finance|generalPublic|executed', text: '年中追加预算' },
    ],
  });
  expect(file).not.toHaveProperty('ready');
});

test('the readable report tells explained warnings as such', async () => {
  const { out } = await runHere(checkCommand, [...common, '部分.xlsx'], folder);
  expect(out).toContain('提示 15 项（请改正或填写审核说明；已说明 1 项、需重新确认 1 项）');
  expect(out).toContain('     已说明：年中追加预算\n');
  expect(out).toContain('     需重新确认（数字已改，原说明）：年中追加预算\n');
  expect(out).toContain('另有 1 条审核说明没有对应的提示（无对应），仍保留在文件中。');
});

test('--ready: everything explained, 0', async () => {
  const { status, files } = await json(['--ready', '全部说明.xlsx']);
  expect([status, files[0]?.ready, files[0]?.inTheWay]).toEqual([0, true, []]);
  const { out } = await runHere(checkCommand, ['--ready', ...common, '全部说明.xlsx'], folder);
  expect(out).toContain('提交前检查：可以提交。');
});

test('--ready: what stands in the way, by finding; 1, and 2 where a file cannot be read', async () => {
  const one = await json(['--ready', '全部说明.xlsx', '缺一.xlsx']);
  expect(one.status).toBe(1);
  expect(one.files[1]?.ready).toBe(false);
  expect(one.files[1]?.inTheWay).toEqual([
    {
      code: 'notExplained',
      findings: [2],
      message: '有 1 项提示没有审核说明。请核对：有误的改正，属实的填写审核说明。',
    },
  ]);
  const two = await json(['--ready', '坏.xlsx', '部分.xlsx', '没有.xlsx']);
  expect(two.status).toBe(2);
  expect(
    two.files.map(({ ready, inTheWay }) => [ready, inTheWay?.map(({ code }) => code)]),
  ).toEqual([
    [false, ['notChecked']],
    [false, ['notExplained', 'toReconfirm']],
    [false, ['notChecked']],
  ]);
});

test('--ready: a name that leads to another workbook, used or not, hidden or not, stands in the way alone', async () => {
  const workbook = await Workbook.open(readFileSync(join(folder, '全部说明.xlsx')));
  workbook.setName('年初数', "'[1]表 1'!$C$5", workbook.sheets[0], true);
  writeFileSync(join(folder, '名称.xlsx'), await workbook.save());
  const { status, files } = await json(['--ready', '名称.xlsx']);
  expect([status, files[0]?.ready, files[0]?.inTheWay]).toEqual([
    1,
    false,
    [
      {
        code: 'links',
        findings: [],
        message:
          '定义的名称“统计表1!年初数”引用其他工作簿。是隐藏的，名称管理器不列出：请在“数据—编辑链接”中点“更改源”，选本工作簿自己。不能用审核说明代替。',
      },
    ],
  ]);
});

test('damaged explanations are reported, count for nothing, and stand in the way', async () => {
  const { files } = await json(['--ready', '损坏.xlsx']);
  expect(files[0]?.findings.every(({ explanation }) => explanation === null)).toBe(true);
  expect(files[0]?.explanations.fault?.code).toBe('damaged');
  expect(files[0]?.inTheWay?.map(({ code }) => code)).toEqual([
    'notExplained',
    'explanationsUnreadable',
  ]);
  const { out } = await runHere(checkCommand, [...common, '损坏.xlsx'], folder);
  expect(out).toContain('工作簿中保存的审核说明已损坏，无法读取，原样保留，均未计入。');
});

describe('--report', () => {
  const reported = (...args: readonly string[]) =>
    runHere(checkCommand, [...common, '--report', ...args], folder);

  test('markdown: what was checked, found and explained, whether it can be submitted', async () => {
    const { status, out } = await reported('markdown', '部分.xlsx');
    expect(status).toBe(0);
    const lines = out.split('\n');
    expect(lines.slice(0, 8)).toEqual([
      '# 审核报告',
      '',
      '- **文件**: 部分.xlsx',
      '- **报送期**: 年度报告',
      '- **审核日期**: 2020-03-01',
      '- **审核项数**: 2,483（相符 2,468，不符 15，未能判断 0）',
      '- **结论**: 没有错误，有提示',
      '',
    ]);
    expect(lines).toContain('- **审核结果**: 错误 0 项，提示 15 项（已说明 1 项），说明 0 项');
    expect(out).toMatch(/- \*\*数据指纹\*\*: [0-9A-F]{4}( [0-9A-F]{4}){3}\n/);
    expect(lines.filter((line) => /^\| \d+ \|/.test(line))).toHaveLength(15);
    expect(out).toContain('| 已说明：年中追加预算 |');
    expect(out).toContain('还不能提交，有 2 类事项待处理：');
    expect((await reported('markdown', '全部说明.xlsx')).out).toContain('\n可以提交。\n');
  });

  test('json: the same as data, with the whole fingerprint', async () => {
    const { status, out } = await reported('json', '全部说明.xlsx', '坏.xlsx');
    expect(status).toBe(2);
    const { formatVersion, reports } = JSON.parse(out) as {
      formatVersion: number;
      reports: readonly FileSubmission[];
    };
    const [whole, bad] = reports;
    expect(formatVersion).toBe(1);
    expect([bad?.report, bad?.fault?.code]).toEqual([null, 'unreadable']);
    expect(whole?.report?.ready).toBe(true);
    const [unit] = whole?.report?.units ?? [];
    expect([unit?.reportingUnit, unit?.fiscalYear, unit?.counts]).toEqual([
      '濮阳市财政局',
      2019,
      { error: 0, warning: 15, notice: 0, explained: 15 },
    ]);
    expect(unit?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const { out: printed } = await reported('markdown', '全部说明.xlsx');
    const short = unit?.fingerprint
      .slice(0, 16)
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1 ');
    expect(printed).toContain(`- **数据指纹**: ${short}\n`);
  });

  test('is not asked for together with the other JSON, nor in other words', async () => {
    const both = await reported('json', '--json', '部分.xlsx');
    expect([both.status, (JSON.parse(both.out) as { fault: unknown }).fault]).toEqual([
      2,
      {
        code: 'wrongArguments',
        message: '--json 和 --report 只能用一个：审核报告的 JSON 用 --report json。',
      },
    ]);
    expect((await reported('html', '部分.xlsx')).status).toBe(2);
  });

  test('what stands in a workbook is text and no markup', async () => {
    const [first] = explanations;
    if (first === undefined) throw new Error('no warnings');
    const text = '见 | 附件\n# 标题 <b>*重要*</b>';
    writeFileSync(
      join(folder, '标记.xlsx'),
      await withExplanationsKept(specimen, [{ ...first, text }]),
    );
    const { out } = await reported('markdown', '标记.xlsx');
    expect(out).toContain('| 已说明：见 \\| 附件 \\# 标题 \\<b\\>\\*重要\\*\\</b\\> |');
  });
});
