/** The consolidation as other programs meet it: arguments, JSON, files written, exit status. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellAt } from '../../src/domain/grid';
import type { CellValue, WorkbookGrids } from '../../src/domain/grid';
import { readWorkingPapers } from '../../src/domain/consolidate/workingPaper';
import { sharesOf } from '../../src/domain/consolidate/consolidate';
import { formatAmount } from '../../src/domain/amount';
import { officialForms } from '../../src/domain/forms/officialForms';
import { consolidateCommand } from '../../src/cli/consolidateCommand';
import { readConsolidateArguments } from '../../src/cli/consolidateArguments';
import { readWorkbook } from '../../src/files/readWorkbook';
import { writeSheets } from '../../src/files/writeSheets';
import { loadUniverBundle } from '../../src/workbench/host/recalc/node-bundle';
import { createUniverEngine } from '../../src/workbench/host/recalc/univer-engine';
import { check } from '../domain/forms';
import type { CountyPlan } from '../sets/countyFigures';
import { countyFigures, countyLayouts, sumOfCounties } from '../sets/countyFigures';
import { zipBytes } from '../files/zipBytes';
import { runHere } from './runHere';

const root = join(__dirname, '../..');
const twelve = join(root, 'test/sets/twelve');
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const validator = join(root, 'node_modules/.bin/ooxml-validator');
const day = ['--today', '2020-03-01'];

const run = (args: readonly string[], cwd: string) => runHere(consolidateCommand, args, cwd);

/** The same in a process of its own. */
function spawned(args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsx, join(root, 'src/cli/consolidate.ts'), ...args],
    { cwd: root, env: { ...process.env, INIT_CWD: cwd }, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return { status, out: stdout, err: stderr };
}

interface Figures {
  readonly projectCount: string | null;
  readonly budgeted: string | null;
}

interface Table {
  readonly lines: readonly {
    readonly line: string;
    readonly label: string;
    readonly generalPublic: Figures;
    readonly total: Figures;
  }[];
  readonly total: { readonly generalPublic: Figures; readonly total: Figures };
}

interface Document {
  readonly formatVersion: number;
  readonly fault: { readonly code: string; readonly message: string } | null;
  readonly files: readonly { readonly file: string; readonly fault: { code: string } | null }[];
  readonly otherFiles: readonly string[];
  readonly units: readonly Readonly<Record<string, unknown>>[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly units: readonly number[];
    readonly names: readonly string[];
    readonly message: string;
  }[];
  readonly consolidated:
    ({ readonly table1: Table; readonly table2: Table } & Readonly<Record<string, unknown>>) | null;
}

async function json(args: readonly string[], cwd: string) {
  const result = await run(['--json', ...day, ...args], cwd);
  return { ...result, document: JSON.parse(result.out) as Document };
}

const excluded = (document: Document) =>
  document.units.map(
    ({ number, excludedBecause }) => `${String(number)} ${String(excludedBecause)}`,
  );

async function read(path: string): Promise<WorkbookGrids> {
  const workbook = await readWorkbook(readFileSync(path));
  if (!workbook.ok) throw new Error(workbook.fault.code);
  return workbook.value;
}

async function write(file: string, plans: readonly CountyPlan[]): Promise<void> {
  const layouts = plans.flatMap((plan, at) =>
    countyLayouts(plan).map((layout) => ({
      ...layout,
      name: plans.length === 1 ? layout.name : `${at + 1}-${layout.name}`,
    })),
  );
  writeFileSync(join(folder, file), await writeSheets(layouts));
}

const textOf = (value: CellValue | undefined): string => (typeof value === 'string' ? value : '');

const county = (name: string, seed: number, more: Partial<CountyPlan> = {}): CountyPlan => ({
  name,
  figures: countyFigures(seed),
  ...more,
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'consolidate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a unit that may be a sum of others', () => {
  const figures = sumOfCounties([countyFigures(0), countyFigures(1)]);
  const corrected = {
    ...figures,
    table1: figures.table1.map((line, at) =>
      at === 2
        ? line.map((figure, column) => (column === 1 ? (figure ?? 0n) + 1_000_000n : figure))
        : line,
    ),
  };

  test('ends in status 1 until it is said whether it counts', async () => {
    await write('甲.xlsx', [county('甲县', 0)]);
    await write('乙.xlsx', [county('乙县', 1)]);
    await write('市.xlsx', [{ name: '某市', figures: corrected }]);
    const files = ['--include-errors', '甲.xlsx', '乙.xlsx', '市.xlsx'];
    const open = await json(files, folder);
    expect([open.status, ...excluded(open.document)]).toEqual([
      1,
      '1 null',
      '2 null',
      '3 sumOfOthers',
    ]);
    const [finding] = open.document.findings.filter(({ rule }) => rule === 'U-020');
    expect(finding).toMatchObject({ severity: 'error', units: [3, 1, 2] });
    expect(finding?.message).toContain('--count 单位 计入，--leave 单位 不计入');
    const counted = await json(['--count', '某市', ...files], folder);
    expect([counted.status, ...excluded(counted.document)]).toEqual([
      0,
      '1 null',
      '2 null',
      '3 null',
    ]);
    const left = await json(['--leave', '市.xlsx', ...files], folder);
    expect([left.status, ...excluded(left.document)]).toEqual([
      1,
      '1 null',
      '2 null',
      '3 sumOfOthers',
    ]);
  });

  test.each([
    [['--count', '丙县'], '没有名为“丙县”的单位'],
    [['--count', '某市', '--leave', '某市'], '既要计入又不计入'],
    [['--count', ''], '--count 后面应为单位名称'],
  ])('%j is refused', async (args, message) => {
    const { status, document } = await json([...args, '甲.xlsx', '市.xlsx'], folder);
    expect([status, document.fault?.code]).toEqual([2, 'wrongArguments']);
    expect(document.fault?.message).toContain(message);
  });

  test('files of one name that state no unit are asked about, and may all count', async () => {
    for (const [at, place] of ['东', '西'].entries()) {
      mkdirSync(join(folder, place), { recursive: true });
      await write(`${place}/报表.xlsx`, [{ name: '', figures: countyFigures(at + 4) }]);
    }
    const files = ['--include-errors', '东/报表.xlsx', '西/报表.xlsx'];
    const open = await json(files, folder);
    expect(excluded(open.document)).toEqual(['1 duplicate', '2 duplicate']);
    expect(open.document.findings[0]?.message).toMatch(/都没有写填报单位.*也可能是不同的单位/);
    const several = await json(['--count', '报表', ...files], folder);
    expect(excluded(several.document)).toEqual(['1 null', '2 null']);
  });
});

describe('the twelve units', () => {
  test('each counts or says why it does not; the set says what is wrong with it', async () => {
    const { status, document } = await json(['--units', '名单.txt', '.'], twelve);
    expect([status, document.formatVersion, document.fault]).toEqual([1, 1, null]);
    expect(document.files).toHaveLength(12);
    expect(excluded(document)).toEqual([
      '1 null',
      '2 null',
      '3 null',
      '4 errors',
      '5 unknownLine',
      '6 tableMissing',
      '7 otherYear',
      '8 duplicate',
      '9 duplicate',
      '10 null',
      '11 errors',
      '12 sumOfOthers',
    ]);
    expect(
      document.findings.map(({ rule, severity, units, names }) =>
        [rule, severity, ...units, ...names].join(' '),
      ),
    ).toEqual([
      'U-010 error 8 9',
      'U-020 error 12 1 2 3 10',
      'U-030 error 7',
      'U-040 notice 2',
      'U-050 error 子县财政局',
      'U-060 warning 12',
      'U-080 notice 3',
      'U-090 error 5',
    ]);
    expect(document.units[1]).toEqual({
      number: 2,
      file: '02 乙县财政局.xlsx',
      pair: 1,
      reportingUnit: '乙县财政局',
      nameAssumed: false,
      fiscalYear: 2019,
      currencyUnit: 'yuan',
      table1: { sheet: '统计表1', range: 'A3:M24' },
      table2: { sheet: '统计表2', range: 'A3:M11' },
      verdict: 'warnings',
      included: true,
      excludedBecause: null,
      untold: [],
    });
    expect(document.units[5]).toMatchObject({ table2: null, included: false });
    expect(document.consolidated).toMatchObject({
      fiscalYear: 2019,
      currencyUnit: 'tenThousandYuan',
      edition: 'form2019',
    });
    expect(document.consolidated?.table1.lines.map(({ line }) => line)).toHaveLength(19);
    expect(document.consolidated?.table1.total.total).toEqual(
      document.consolidated?.table2.total.total,
    );
  });

  test('the user’s word about a label and about errors is followed', async () => {
    const choice = '其他（含民办教育补助）支出事项=其他';
    const { document } = await json(['--map', choice, '--include-errors', '.'], twelve);
    expect(excluded(document).filter((word) => word.endsWith('null'))).toEqual([
      '1 null',
      '2 null',
      '3 null',
      '4 null',
      '5 null',
      '10 null',
      '11 null',
    ]);
    expect(document.units[4]).toMatchObject({ verdict: 'warnings' });
    expect(document.findings.map(({ rule }) => rule)).not.toContain('U-090');
  });

  test('a label that nobody has is no argument, and what units have is named', async () => {
    const unknown = await json(['--map', '其它支出=其他', '.'], twelve);
    expect([unknown.status, unknown.document.fault]).toEqual([
      2,
      {
        code: 'wrongArguments',
        message:
          '--map：各单位的表里没有自定科目“其它支出”。有的是“其他（含民办教育补助）支出事项”，请核对写法。',
      },
    ]);
    const none = await json(['--map', '其它支出=其他', '01 甲县财政局.xlsx'], twelve);
    expect(none.document.fault?.message).toBe(
      '--map：各单位的表里没有自定科目“其它支出”。请去掉这一项。',
    );
    // Of a label that a file may hold that was not read nothing can be said.
    const unread = await json(
      ['--map', '其它支出=其他', '01 甲县财政局.xlsx', '没有.xlsx'],
      twelve,
    );
    expect([unread.status, unread.document.fault]).toEqual([2, null]);
    // The form's own line belongs to itself.
    expect((await json(['--map', '教育=教育', '01 甲县财政局.xlsx'], twelve)).status).toBe(0);
  });

  test('the same files in another order give the same sum', async () => {
    const files = readdirSync(twelve).filter((name) => name !== '名单.txt');
    const [one, two] = [await json(files, twelve), await json([...files].reverse(), twelve)];
    expect(one.document.consolidated).not.toBeNull();
    expect(two.document.consolidated).toEqual(one.document.consolidated);
  });

  test('a clerk reads what is to be done', async () => {
    const { status, out } = await run([...day, '--units', '名单.txt', '.'], twelve);
    expect(status).toBe(1);
    expect(out).toContain('12 个单位：计入 4 个，没有计入 8 个');
    expect(out).toMatch(/6 {2}己县财政局 +缺一张表，请补报/);
    expect(out).toContain('[错误 U-050 应报未报] 名单上的 1 个单位没有报送：子县财政局。');
    expect(out).toContain('（K12）填报 8.74，疑为 8.47');
  });
});

test('the documented output is what is printed', async () => {
  const page = readFileSync(join(root, 'docs/twelve-units.md'), 'utf8');
  const [, documented = ''] = /```text\n([^]*?)```/.exec(page) ?? [];
  const [, command = ''] = /consolidate -- (.*)/.exec(page) ?? [];
  const { status, out } = await run(command.split(' '), twelve);
  expect([status, out.trimEnd()]).toEqual([1, documented.trimEnd()]);
});

describe('the result', () => {
  beforeAll(async () => {
    const args = ['--out', join(folder, '汇总.xlsx'), '--returns', join(folder, '退回.xlsx')];
    const ran = await run([...day, ...args, '--name', '某市财政局', '.'], twelve);
    expect(ran.status).toBe(1);
  });

  test('is a valid workbook of five sheets, and so are the returns', async () => {
    for (const name of ['汇总.xlsx', '退回.xlsx']) {
      const outcome = execFileSync(validator, [join(folder, name)], { encoding: 'utf8' });
      expect(JSON.parse(outcome)).toMatchObject({ ok: true, errors: [] });
    }
    const { sheets } = await read(join(folder, '汇总.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual([
      '统计表1',
      '统计表2',
      '汇总底稿1',
      '汇总底稿2',
      '汇总说明',
    ]);
  });

  test('is recognised and passes the check without an error', async () => {
    const report = check(await read(join(folder, '汇总.xlsx')));
    expect(report.recognition.refused).toEqual([]);
    expect(report.recognition.returns).toHaveLength(1);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.inconclusivePairs).toEqual([]);
  });

  test('its formulas, worked out by another program, give what is stored', async () => {
    const { sheets } = await read(join(folder, '汇总.xlsx'));
    const engine = createUniverEngine(loadUniverBundle(root));
    const formulas = sheets.flatMap(({ name, rows }) =>
      rows.flatMap((cells, row) =>
        (cells ?? []).flatMap((cell, column) =>
          cell?.formula == null
            ? []
            : [{ sheetId: name, row, column, formula: cell.formula.slice(1), array: undefined }],
        ),
      ),
    );
    expect(formulas.length).toBeGreaterThan(300);
    const results = await engine.calculate(
      sheets.map(({ name, rows }) => ({
        id: name,
        name,
        version: 1,
        eachValue: (visit) => {
          rows.forEach((cells, row) => {
            cells?.forEach((cell, column) => {
              const value = cell?.value;
              if (cell?.formula != null || value == null || typeof value === 'object') return;
              visit(row, column, value);
            });
          });
        },
      })),
      formulas,
    );
    expect(results).toHaveLength(formulas.length);
    for (const { sheetId, row, column, value } of results) {
      const sheet = sheets.find(({ name }) => name === sheetId);
      const stored = sheet && cellAt(sheet, row, column)?.value;
      expect(typeof stored).toBe('number');
      expect(value).toBeCloseTo(Number(stored), 7);
    }
    engine.dispose();
  });

  test('a figure is traced from the saved working paper to units, files and cells', async () => {
    const workbook = await read(join(folder, '汇总.xlsx'));
    const papers = readWorkingPapers(workbook, officialForms);
    if (papers === null) throw new Error('no working paper');
    const figure = {
      form: 'table1',
      line: 'education',
      block: 'generalPublic',
      measure: 'budgeted',
    };
    const shares = sharesOf(papers.lines, figure as Parameters<typeof sharesOf>[1]);
    expect(shares.length).toBeGreaterThan(1);
    for (const { unit, amount, parts } of shares) {
      const { file = '' } = papers.units[unit] ?? {};
      const [part] = parts;
      const source = await read(join(twelve, file));
      const sheet = source.sheets.find(({ name }) => name === part?.sheet);
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(part?.cells[1] ?? '') ?? [];
      const cell = sheet && cellAt(sheet, Number(row) - 1, letters.charCodeAt(0) - 65);
      const inYuan = file.startsWith('02') ? 10_000 : 1;
      expect(Number(cell?.value)).toBeCloseTo(Number(formatAmount(amount)) * inYuan, 6);
    }
    const percent = shares.reduce((sum, { basisPoints }) => sum + (basisPoints ?? 0), 0);
    expect(Math.abs(percent - 10_000)).toBeLessThanOrEqual(shares.length);
  });

  test('is read as one unit of the next level', async () => {
    const { status, document } = await json(['汇总.xlsx'], folder);
    // Its notes say that units lack.
    expect([status, excluded(document)]).toEqual([1, ['1 null']]);
    expect(document.findings.map(({ rule }) => rule)).toEqual(['U-055']);
  });

  test('the notes say what counted, what did not and why', async () => {
    const { sheets } = await read(join(folder, '汇总.xlsx'));
    const texts = sheets
      .at(-1)
      ?.rows.map((row) => [textOf(row?.[0]?.value), textOf(row?.[1]?.value)].join(' '));
    expect(texts).toEqual(
      expect.arrayContaining([
        '汇总单位 某市财政局',
        '汇总日期 2020-03-01',
        '没有计入的单位 8',
        expect.stringMatching(
          /^己县财政局 缺一张表，请补报；06 己县财政局\.xlsx · 统计表1 “统计表1”A3:M24$/,
        ),
      ]),
    );
  });

  test('the returns hold a letter for each unit with errors', async () => {
    const { sheets } = await read(join(folder, '退回.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual([
      '丁县财政局',
      '戊县财政局',
      '己县财政局',
      '癸县财政局',
    ]);
    const [first] = sheets;
    const lines = first?.rows.map((row) => textOf(row?.[0]?.value)) ?? [];
    expect(lines[0]).toBe('退回意见');
    expect(lines.join('\n')).toContain('（K12）填报 8.74，疑为 8.47');
    expect(lines.join('\n')).toContain('须核实的情况');
  });

  test('plain values where they are asked for; totals stay formulas', async () => {
    const out = join(folder, '数值.xlsx');
    await run([...day, '--out', out, '--values', '.'], twelve);
    const [table1] = (await read(out)).sheets;
    if (table1 === undefined) throw new Error('no sheet');
    expect(cellAt(table1, 4, 2)).toMatchObject({ formula: null });
    expect(cellAt(table1, 23, 2)).toMatchObject({ formula: '=SUM(C5:C23)' });
  });
});

describe('files as they come', () => {
  test('bad files among good ones are named, and do not stop the rest', async () => {
    const set = join(folder, '混');
    mkdirSync(set);
    copyFileSync(join(twelve, '01 甲县财政局.xlsx'), join(set, 'a.xlsx'));
    copyFileSync(join(twelve, '10 壬县财政局.xls'), join(set, 'b.et'));
    for (const name of [
      'e-truncated.xlsx',
      'f-empty.xlsx',
      'g-encrypted.xlsx',
      'i-other-statistics.xlsx',
    ]) {
      copyFileSync(join(root, 'test/specimens/mixed', name), join(set, name));
    }
    const { status, document } = await json(['--out', '混.xlsx', '混', '没有.xlsx'], folder);
    expect(status).toBe(2);
    expect(document.files.map(({ file, fault }) => `${file} ${fault?.code ?? ''}`)).toEqual([
      '混/a.xlsx ',
      '混/b.et ',
      '混/e-truncated.xlsx unreadable',
      '混/f-empty.xlsx unreadable',
      '混/g-encrypted.xlsx encrypted',
      '混/i-other-statistics.xlsx noOfficialSheet',
      '没有.xlsx notFound',
    ]);
    expect(excluded(document)).toEqual(['1 null', '2 null']);
    // What could be read is added up all the same, and the status says that it is not all.
    expect(existsSync(join(folder, '混.xlsx'))).toBe(true);
  });

  test('nothing in a folder is passed over without a word', async () => {
    const set = join(folder, '夹');
    mkdirSync(join(set, '.旧'), { recursive: true });
    copyFileSync(join(twelve, '01 甲县财政局.xlsx'), join(set, '甲县.xlsx'));
    copyFileSync(join(root, 'test/files/specimens/small.ods'), join(set, '丁县.ods'));
    writeFileSync(join(set, '丙县.zip'), zipBytes([{ name: '丙县.xlsx', content: 'x' }]));
    writeFileSync(join(set, '通知.docx'), 'x');
    writeFileSync(join(set, '~$甲县.xlsx'), 'x');
    writeFileSync(join(set, '名单.txt'), '甲县财政局');
    const { status, document } = await json(['--units', '夹/名单.txt', '夹'], folder);
    expect(status).toBe(2);
    expect(document.files.map(({ file, fault }) => `${file} ${fault?.code ?? ''}`)).toEqual([
      '夹/丁县.ods unsupportedFormat',
      '夹/丙县.zip unreadable',
      '夹/甲县.xlsx ',
    ]);
    expect(document.otherFiles).toEqual(['夹/.旧/', '夹/通知.docx']);
    const { out } = await run([...day, '夹'], folder);
    expect(out).toContain('丙县.zip：这是压缩包');
    expect(out).toContain('未读取的其他文件 3 个：夹/.旧/、夹/名单.txt、夹/通知.docx。');
    rmSync(join(set, '丁县.ods'));
    rmSync(join(set, '丙县.zip'));
    expect((await run([...day, '夹'], folder)).status).toBe(0);
  });

  test('several units in one workbook, and the sum is that of single files', async () => {
    const plans = [county('甲县', 1), county('乙县', 2, { currency: 'yuan' }), county('丙县', 3)];
    await write('一本.xlsx', plans);
    const files = ['单1.xlsx', '单2.xlsx', '单3.xlsx'];
    for (const [at, file] of files.entries()) await write(file, plans.slice(at, at + 1));
    const [one, three] = [await json(['一本.xlsx'], folder), await json(files, folder)];
    expect([one.status, three.status]).toEqual([0, 0]);
    expect(one.document.units.map(({ pair, reportingUnit }) => [pair, reportingUnit])).toEqual([
      [1, '甲县'],
      [2, '乙县'],
      [3, '丙县'],
    ]);
    expect(one.document.consolidated).toEqual(three.document.consolidated);
    const sum = sumOfCounties(plans.map(({ figures }) => figures));
    const projects = sum.table1.reduce((so, line) => so + (line[0] ?? 0n) + (line[4] ?? 0n), 0n);
    expect(one.document.consolidated?.table1.total.total.projectCount).toBe(String(projects));
  });

  test('a label of 表2 is mapped to a line of 表2, as the advice says', async () => {
    const label = '志愿服务';
    const layouts = countyLayouts(county('甲县', 1)).map((layout, at) => ({
      ...layout,
      cells: layout.cells.map((cell) =>
        at === 1 && cell.column === 0 && cell.content === '技术性服务'
          ? { ...cell, content: label }
          : cell,
      ),
    }));
    writeFileSync(join(folder, '志愿.xlsx'), await writeSheets(layouts));
    const { status, document } = await json(['志愿.xlsx'], folder);
    const [finding] = document.findings;
    expect([status, finding?.rule, excluded(document)]).toEqual([2, 'U-090', ['1 unknownLine']]);
    const advice = /--map "([^"]*)"/.exec(finding?.message ?? '')?.[1] ?? '';
    expect(advice).toBe('志愿服务=其他适宜由社会力量承担的服务事项');
    const followed = await json(['--map', advice, '志愿.xlsx'], folder);
    expect(excluded(followed.document)).not.toContain('1 unknownLine');
    const other = await json(['--map', `${label}=其他`, '志愿.xlsx'], folder);
    expect([other.status, other.document.fault?.message]).toEqual([
      2,
      '--map：“志愿服务”在统计表2中，“其他”不是统计表2的科目。请写统计表2的行名称，如“其他适宜由社会力量承担的服务事项”。',
    ]);
  });

  test('results that nobody has named are units of their own a level higher', async () => {
    for (const [at, name] of ['东', '西'].entries()) {
      const files = ['甲', '乙', '丙'].map((county) => `${name}${county}县.xlsx`);
      for (const [seed, file] of files.entries()) {
        await write(file, [county(file.replace('.xlsx', ''), 40 + at * 3 + seed)]);
      }
      await json(['--out', `${name}.xlsx`, ...files], folder);
    }
    const { status, document } = await json(['东.xlsx', '西.xlsx'], folder);
    expect(document.units.map(({ reportingUnit }) => reportingUnit)).toEqual([
      '东丙县等3个单位汇总',
      '西丙县等3个单位汇总',
    ]);
    expect([status, excluded(document)]).toEqual([0, ['1 null', '2 null']]);
    expect(document.consolidated).toMatchObject({
      reportingUnit: '东丙县等3个单位汇总等2个单位汇总',
    });
  });

  test('a unit that counts in spite of its errors is noted with them', async () => {
    const file = join(twelve, '04 丁县财政局.xlsx');
    const other = join(twelve, '01 甲县财政局.xlsx');
    await json(['--include-errors', '--out', '带错.xlsx', file, other], folder);
    const notes = (await read(join(folder, '带错.xlsx'))).sheets.at(-1);
    const entryOf = (name: string) =>
      textOf(notes?.rows.find((row) => row?.[0]?.value === name)?.[1]?.value);
    expect(entryOf('丁县财政局')).toContain('；有错误，按选择仍计入：1. ');
    expect(entryOf('丁县财政局')).toContain('（K12）填报 8.74，疑为 8.47');
    expect(entryOf('甲县财政局')).not.toContain('有错误');
  });

  test('a unit without a name is called after its file, and that is said', async () => {
    await write('乡镇.v2.xlsx', [county('', 1)]);
    const { document } = await json(['--include-errors', '乡镇.v2.xlsx'], folder);
    expect(document.units[0]).toMatchObject({
      reportingUnit: '乡镇.v2',
      nameAssumed: true,
      verdict: 'errors',
      included: true,
    });
    await write('两个.xlsx', [county('', 1), county('', 2)]);
    const names = (await json(['两个.xlsx'], folder)).document.units.map(
      ({ reportingUnit }) => reportingUnit,
    );
    expect(names).toEqual(['两个·1-统计表1', '两个·2-统计表1']);
  });

  test('hostile names stay text everywhere', async () => {
    const stated = [
      '=HYPERLINK("a.example","看")',
      'constructor',
      '+cmd|calc',
      '\u202e财政局',
      "History'\\/?*[]",
    ];
    const set = join(folder, '恶');
    mkdirSync(set);
    for (const [at, name] of stated.entries()) await write(`恶/${at}.xlsx`, [county(name, at + 1)]);
    await write('恶/__proto__.xlsx', [county('', 9)]);
    const args = ['--out', '恶.xlsx', '--returns', '恶退.xlsx', '--include-errors', '恶'];
    const { document } = await json(args, folder);
    const names = document.units.map(({ reportingUnit }) => String(reportingUnit));
    expect(names).toHaveLength(stated.length + 1);
    expect(names.slice(0, 3)).toEqual(stated.slice(0, 3));
    expect(names.at(-1)).toBe('__proto__');
    const { sheets } = await read(join(folder, '恶.xlsx'));
    const [, , paper] = sheets;
    const cells = paper?.rows.flatMap((row) => row?.[0] ?? []) ?? [];
    expect(cells.every(({ formula }) => formula === null)).toBe(true);
    const shown = new Set(cells.map(({ value }) => value));
    for (const name of [...stated.slice(0, 3), '__proto__']) expect(shown).toContain(name);
    const outcome = execFileSync(validator, [join(folder, '恶.xlsx')], { encoding: 'utf8' });
    expect(JSON.parse(outcome)).toMatchObject({ ok: true });
    const text = (await run([...day, '恶'], folder)).out;
    expect(text).not.toContain('\u202e');
  });

  test('a list of units in UTF-8 and in GB18030', async () => {
    writeFileSync(join(folder, 'utf8.txt'), '\uFEFF甲县财政局\r\n\r\n丑县财政局\r\n');
    // 甲县财政局 and 丑县财政局.
    const gb = [0xbc, 0xd7, 0xcf, 0xd8, 0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6, 0x0a];
    writeFileSync(join(folder, 'gb.txt'), Uint8Array.from([...gb, 0xb3, 0xf3, ...gb.slice(2)]));
    for (const list of ['utf8.txt', 'gb.txt']) {
      const file = join(twelve, '01 甲县财政局.xlsx');
      const { status, document } = await json(['--units', list, file], folder);
      expect([status, document.findings.map(({ names }) => names)]).toEqual([1, [['丑县财政局']]]);
    }
  });

  test('a list as people write it, and what of it names no unit is told', async () => {
    const file = join(twelve, '01 甲县财政局.xlsx');
    const list = '2019年应报单位名单\n单位名称\n1. 甲县财政局\n2. 丑县财政局\n甲县财政局\n';
    writeFileSync(join(folder, '编号.txt'), list);
    const args = ['--units', '编号.txt', file];
    const { document } = await json(args, folder);
    expect(document.findings.map(({ names }) => names)).toEqual([['丑县财政局']]);
    expect((await run([...day, ...args], folder)).out).toContain(
      '名单上有 2 个单位；重复的只算一次：“甲县财政局”；不作为单位的行：“2019年应报单位名单”、“单位名称”。',
    );
    writeFileSync(join(folder, '空.txt'), '单位名称\n1\n# 甲县财政局\n');
    expect((await json(['--units', '空.txt', file], folder)).document.fault?.message).toBe(
      '名单“空.txt”里没有单位。请每行写一个单位。',
    );
  });
});

describe('arguments, and results that are not written', () => {
  const one = join(twelve, '01 甲县财政局.xlsx');

  test('wrong arguments are one document with a fault, status 2', async () => {
    for (const args of [
      [],
      ['--map', '民办=不是科目', one],
      ['--out', one, '--force', one],
      ['--units', '没有.txt', one],
    ]) {
      const { status, document, err } = await json(args, folder);
      expect([args, status, document.formatVersion, document.fault?.code, err]).toEqual([
        args,
        2,
        1,
        'wrongArguments',
        '',
      ]);
      expect(document.consolidated).toBeNull();
    }
    for (const args of [
      ['--year', '19'],
      ['--currency', 'dollar'],
      ['--map', '民办'],
      ['--map', '=其他'],
      ['--out', 'x.txt'],
      ['--name', ' '],
      ['--round', 'june'],
      ['--frce'],
    ]) {
      expect([args, readConsolidateArguments([...args, one]).ok]).toEqual([args, false]);
    }
    expect(
      readConsolidateArguments(['--map=a=b=其他', '--map', '丙=教育', '--', '-x.xlsx']),
    ).toMatchObject({
      ok: true,
      value: {
        choices: [
          { label: 'a=b', meaning: '其他' },
          { label: '丙', meaning: '教育' },
        ],
        files: ['-x.xlsx'],
      },
    });
  });

  test('where nothing is left to add up no result is written', async () => {
    const args = ['--out', '空.xlsx', '--returns', '空退.xlsx', join(twelve, '04 丁县财政局.xlsx')];
    const { status, document } = await json(args, folder);
    expect([status, document.fault?.code, document.consolidated]).toEqual([
      2,
      'nothingToConsolidate',
      null,
    ]);
    expect(existsSync(join(folder, '空.xlsx'))).toBe(false);
    expect(existsSync(join(folder, '空退.xlsx'))).toBe(true);
  });

  test('a file that is there is overwritten only with --force, and then as a whole', async () => {
    const out = join(folder, '已有.xlsx');
    writeFileSync(out, 'mine');
    const refused = await json(['--out', out, one], folder);
    expect([refused.status, refused.document.fault?.code]).toEqual([2, 'notWritten']);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await json(['--out', out, '--force', one], folder)).status).toBe(0);
    expect(statSync(out).size).toBeGreaterThan(5_000);
  });

  test('of two results that cannot both be written none is there, and nothing is left behind', async () => {
    const before = readdirSync(folder).sort();
    const args = ['--out', '好.xlsx', '--returns', '没有的文件夹/退.xlsx', '--include-errors'];
    const { status, document } = await json([...args, join(twelve, '04 丁县财政局.xlsx')], folder);
    expect([status, document.fault?.code]).toEqual([2, 'notWritten']);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test('an earlier result in the folder is not added up again', async () => {
    const set = join(folder, '再');
    mkdirSync(set);
    copyFileSync(one, join(set, 'a.xlsx'));
    copyFileSync(join(twelve, '10 壬县财政局.xls'), join(set, 'b.xls'));
    const args = ['--out', '再/汇总.xlsx', '--force', '再'];
    const first = (await json(args, folder)).document;
    copyFileSync(join(twelve, '03 丙县财政局.xlsx'), join(set, 'b.xls'));
    const second = (await json(args, folder)).document;
    expect([first.units.length, second.units.length]).toEqual([2, 2]);
  });
});

test('as a process of its own it prints the same, paths from where npm was called, and exits with the status', async () => {
  const args = [...day, '--json', '--units', '名单.txt', '.'];
  expect(spawned(args, twelve)).toEqual(await run(args, twelve));
  const missing = [...day, '没有.xlsx'];
  const refused = spawned(missing, folder);
  expect(refused).toEqual(await run(missing, folder));
  expect([refused.status, refused.err]).toEqual([2, '没有可汇总的单位，没有写出汇总结果。\n']);
});
