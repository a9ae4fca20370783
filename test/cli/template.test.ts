import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { templateCommand } from '../../src/cli/templateCommand';
import { readTemplateArguments } from '../../src/cli/templateArguments';
import { readWorkbookFile } from '../../src/files/nodeFiles';
import { check } from '../domain/forms';
import { runHere } from './runHere';

const run = promisify(execFile);
const tsx = join(__dirname, '../../node_modules/.bin/tsx');
const command = join(__dirname, '../../src/cli/template.ts');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'template-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a blank workbook is written, and nothing that is there is overwritten', async () => {
  const out = join(folder, '统计表.xlsx');
  const args = ['--out', out, '--unit', '濮阳市财政局', '--year=2019', '--edition', 'later'];
  const { stdout } = await run(tsx, [command, ...args]);
  expect(stdout).toBe(`已写入空白统计表：${out}\n`);
  const read = await readWorkbookFile(out);
  if (!read.ok) throw new Error(read.fault.code);
  expect(check(read.value).findings.map(({ rule }) => rule)).toEqual(['C-050', 'C-050']);

  await writeFile(out, '别人的文件');
  expect(await runHere(templateCommand, ['--out', '统计表.xlsx'], folder)).toEqual({
    status: 2,
    out: '',
    err: '未能写入 统计表.xlsx：文件已存在。请另取文件名，或先移走原文件。\n',
  });
  expect(await readdir(folder)).toEqual(['统计表.xlsx']);
});

test.each([
  ['', '请用 --out 写明文件名，如 --out 统计表.xlsx。'],
  ['--out 表.xls', '--out 后面应为以 .xlsx 结尾的文件名，不能是“表.xls”。'],
  ['--out a.xlsx --table 3', '--table 后面应为 1、2 或 both，不能是“3”。'],
  ['--out a.xlsx --year 19', '--year 后面应为四位年份，不能是“19”。'],
  ['--out a.xlsx --currency 美元', '--currency 后面应为元、千元、万元或亿元，不能是“美元”。'],
  ['--out a.xlsx --edition 2018', '--edition 后面应为 2019 或 later，不能是“2018”。'],
  ['--out a.xlsx --unit --protect', '--unit 后面应为填报单位名称，不能是“--protect”。'],
  ['--out a.xlsx --colour 1', '不认识的选项“--colour”。用 --help 查看用法。'],
  ['--out a.xlsx b.xlsx', '不认识的参数“b.xlsx”。用 --help 查看用法。'],
])('wrong arguments are refused in words: %s', (args, message) => {
  const read = readTemplateArguments(args.split(' ').filter((arg) => arg !== ''));
  expect(read).toEqual({ ok: false, fault: { code: 'wrongArguments', message } });
});

test('what is not said is left open, in 万元, both tables of the 2019 form', () => {
  expect(readTemplateArguments(['--out', 'a.xlsx'])).toEqual({
    ok: true,
    value: {
      out: 'a.xlsx',
      options: {
        forms: ['table1', 'table2'],
        reportingUnit: '',
        fiscalYear: null,
        currencyUnit: 'tenThousandYuan',
        edition: 'form2019',
        protect: false,
      },
    },
  });
});
