/** The terminal command as other programs meet it: arguments, standard output, exit status. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileReport } from '../../src/cli/jsonReport';
import { checkCommand } from '../../src/cli/checkCommand';
import { parseDay, readArguments } from '../../src/cli/arguments';
import { runHere } from './runHere';

const root = join(__dirname, '../..');
const puyang = join(root, 'test/specimens/puyang-2019.xlsx');
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');

const run = (args: readonly string[], cwd = root) => runHere(checkCommand, args, cwd);

interface Document {
  readonly formatVersion: number;
  readonly files?: readonly FileReport[];
  readonly otherFiles?: readonly string[];
  readonly fault?: { readonly code: string; readonly message: string };
}

async function json(args: readonly string[], cwd = root) {
  const result = await run(['--json', ...args], cwd);
  return { ...result, document: JSON.parse(result.out) as Document };
}

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  mkdirSync(join(folder, '各县/乙县'), { recursive: true });
  copyFileSync(puyang, join(folder, '各县/甲县.xlsx'));
  copyFileSync(puyang, join(folder, '各县/乙县/上报.xlsx'));
  writeFileSync(join(folder, '各县/坏.xlsx'), 'not a workbook');
  writeFileSync(join(folder, '各县/~$甲县.xlsx'), 'lock');
  writeFileSync(join(folder, '各县/丙县.ods'), 'not a workbook');
  writeFileSync(join(folder, '各县/通知.docx'), 'x');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the Puyang workbook: both forms, unit, year, no error, status 0', async () => {
  const { status, document } = await json([puyang]);
  const [file] = document.files ?? [];
  expect(status).toBe(0);
  expect(document.formatVersion).toBe(1);
  expect(
    file?.sheets.map(({ form, pair, reportingUnit, fiscalYear, currencyUnit }) => [
      form,
      pair,
      reportingUnit,
      fiscalYear,
      currencyUnit,
    ]),
  ).toEqual([
    ['table1', 1, '濮阳市财政局', 2019, 'tenThousandYuan'],
    ['table2', 1, '濮阳市财政局', 2019, 'tenThousandYuan'],
  ]);
  expect(file?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const {
    run: all,
    satisfied,
    violated,
    undetermined,
  } = file?.checks ?? {
    run: 0,
    satisfied: 0,
    violated: 0,
    undetermined: 0,
  };
  expect(all).toBeGreaterThan(0);
  expect(satisfied + violated + undetermined).toBe(all);
});

test('the same input gives byte-identical output', async () => {
  const args = ['--today', '2020-03-01', puyang];
  const [one, two] = [await json(args), await json(args)];
  expect(one.out).toBe(two.out);
});

test('a folder stands for all workbooks below it, by path; a bad file does not stop the others', async () => {
  const { status, document } = await json(['各县'], folder);
  expect(status).toBe(2);
  expect(document.otherFiles).toEqual(['各县/通知.docx']);
  expect((await run(['各县'], folder)).out).toContain('未读取的其他文件 1 个：各县/通知.docx');
  expect(document.files?.map((file) => [file.file, file.fault?.code ?? null])).toEqual([
    ['各县/丙县.ods', 'unreadable'],
    ['各县/乙县/上报.xlsx', null],
    ['各县/坏.xlsx', 'unreadable'],
    ['各县/甲县.xlsx', null],
  ]);
});

test('a missing file is said by name', async () => {
  const { status, document } = await json(['没有.xlsx'], folder);
  expect([status, document.files?.[0]?.file, document.files?.[0]?.fault?.code]).toEqual([
    2,
    '没有.xlsx',
    'notFound',
  ]);
});

test('wrong arguments are one JSON document with a fault, status 2', async () => {
  for (const args of [[], ['--rond', 'july', 'x.xlsx'], ['--round', 'june', 'x.xlsx']]) {
    const { status, document, err } = await json(args);
    expect([status, document.formatVersion, document.fault?.code, err]).toEqual([
      2,
      1,
      'wrongArguments',
      '',
    ]);
  }
});

test('the readable report closes with the number of checks run', async () => {
  const { status, out } = await run([puyang]);
  expect(status).toBe(0);
  expect(out).toContain('提示 15 项');
  expect(out.trimEnd()).toMatch(/共审核 [\d,]+ 项：相符 [\d,]+，不符 \d+，未能判断 0。$/);
});

test('arguments are read in either spelling', () => {
  const read = readArguments(['--round=july', '--today=2026-07-05', '--strict', '--', '-a.xlsx']);
  expect(read).toEqual({
    ok: true,
    value: {
      json: false,
      help: false,
      strict: true,
      ready: false,
      report: null,
      previous: null,
      previousRound: null,
      round: 'july',
      today: { year: 2026, month: 7, day: 5 },
      lowestExecutionRate: null,
      files: ['-a.xlsx'],
    },
  });
  expect(parseDay('2026-02-30')).toBeNull();
  expect(readArguments(['--execution-rate', '101', 'a.xlsx']).ok).toBe(false);
});

test('as a process of its own it prints the same, paths from where npm was called, and exits with the status', async () => {
  const args = ['--today', '2020-03-01', '--json', '各县'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsx, join(root, 'src/cli/main.ts'), ...args],
    { cwd: root, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
  );
  expect({ status, out: stdout, err: stderr }).toEqual(await run(args, folder));
  expect(status).toBe(2);
});

test('what follows from an act or a slip is named with it', async () => {
  const causes = join(root, 'test/specimens/causes');
  const args = ['--today', '2020-03-01'];
  const named = async (name: string) => {
    const { document } = await json([...args, join(causes, name)]);
    const [file] = document.files ?? [];
    const ruleOf = (id: number) => file?.findings.find((finding) => finding.id === id)?.rule;
    return {
      events: file?.events.map(({ consequences }) => consequences.map(ruleOf)),
      diagnoses: file?.diagnoses.map(({ measure, items, consequences }) => [
        measure,
        consequences.map(ruleOf),
        items.map((item) => item.consequences.map(ruleOf)),
      ]),
    };
  };
  expect((await named('four-slips.xlsx')).diagnoses).toEqual([
    ['projectCount', [], [[]]],
    ['budgeted', [], [[], []]],
    ['executed', ['R-010'], [['R-010']]],
  ]);
  expect((await named('two-totals-below.xlsx')).events).toEqual([['S-030']]);
});
