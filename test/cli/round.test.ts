/** 舍位平衡 from the terminal: JSON, the copy that is written, and what is refused. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { roundCommand } from '../../src/cli/roundCommand';
import { readRoundArguments } from '../../src/cli/roundArguments';
import type { RoundingJson } from '../../src/cli/roundFile';
import { roundFile, roundedCopy, roundingJson } from '../../src/cli/roundFile';
import { roundingText } from '../../src/cli/roundText';
import type { RoundingTarget } from '../../src/domain/rounding/roundReturn';
import { parseAddress } from '../../src/domain/grid';
import { readWorkbook } from '../../src/files/readWorkbook';
import { copyWithCells } from '../../src/workbook/copyWithCells';
import { check } from '../domain/forms';
import { runHere } from './runHere';

const run = promisify(execFile);
const tsx = join(__dirname, '../../node_modules/.bin/tsx');
const command = join(__dirname, '../../src/cli/round.ts');
const specimens = join(__dirname, '../specimens');
const whole: RoundingTarget = { currencyUnit: 'tenThousandYuan', decimals: 0 };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'round-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function rounded(file: string, target: RoundingTarget) {
  const path = join(specimens, file);
  const read = await roundFile(path, target);
  if (!read.ok) throw new Error(read.fault.message);
  return { path, ...read.value };
}

/** The copy's report, and the money units of its tables. */
async function copied(file: string, target: RoundingTarget) {
  const { path, ...workbook } = await rounded(file, target);
  const copy = await roundedCopy(path, workbook, target);
  if (!copy.ok) throw new Error(copy.fault.message);
  const grids = await readWorkbook(copy.value);
  if (!grids.ok) throw new Error(grids.fault.code);
  return { grids: grids.value, report: check(grids.value) };
}

/** The city's pair with another figure in a cell of its first table. */
async function edited(
  cell: string,
  change: (value: number) => number,
  formula?: string,
): Promise<string> {
  const bytes = await readFile(join(specimens, 'puyang-2019.xlsx'));
  const read = await readWorkbook(bytes);
  const at = parseAddress(cell);
  if (!read.ok || at === null) throw new Error(cell);
  const [first] = read.value.sheets;
  const value = change(Number(first?.rows[at.row]?.[at.column]?.value));
  const content = {
    sheet: first?.name ?? '',
    ...at,
    value,
    keepsFormula: false,
    ...(formula !== undefined && { newFormula: formula.slice(1) }),
  };
  const path = join(folder, `改过${formula?.length ?? 0}.xlsx`);
  await writeFile(path, await copyWithCells(bytes, [content]));
  return path;
}

test('every amount that is filled is told, as it stands and as it becomes', async () => {
  const { pairs } = await rounded('puyang-2019.xlsx', whole);
  const [pair] = roundingJson(pairs, whole, null).pairs;
  expect(pair).toMatchObject({
    ...{ pair: 1, refused: null, changed: 171, notNearest: 17 },
    ...{ largestMove: '0.73', totalDeviation: '50.7816' },
  });
  const [first] = pair?.tables ?? [];
  expect(first?.figures.slice(0, 2)).toEqual([
    { cell: 'C5', stated: '3275.2964', rounded: '3275' },
    { cell: 'D5', stated: '3121.4864', rounded: '3122' },
  ]);
});

test.each(['puyang-2019.xlsx', 'puyang-2019-formulas.xlsx'])(
  'a copy of %s in whole 万元 passes the check, its formulas left and showing the new totals',
  async (file) => {
    const { grids, report } = await copied(file, whole);
    expect(report.findings.filter(({ rule }) => !rule.startsWith('R-0'))).toEqual([]);
    const [table1] = grids.sheets;
    expect(table1?.rows[23]?.[2]).toMatchObject({
      value: 35956,
      formula: file.includes('formulas') ? '=SUM(C5:C23)' : null,
    });
  },
);

test('what comes to exceed budget or execution by rounding alone is told: that, the check finds anew', async () => {
  const file = 'puyang-2019.xlsx';
  const { pairs } = await rounded(file, whole);
  const told = pairs.flatMap(({ overtaking }) => overtaking);
  const exceeding = ({ findings }: Awaited<ReturnType<typeof copied>>['report']) =>
    findings.flatMap(({ rule, sheet, cells }) =>
      rule === 'R-010' || rule === 'R-020' ? [`${sheet}!${cells[0] ?? ''}`] : [],
    );
  const before = await readWorkbook(await readFile(join(specimens, file)));
  if (!before.ok) throw new Error(before.fault.code);
  const known = exceeding(check(before.value));
  const anew = exceeding((await copied(file, whole)).report).filter((one) => !known.includes(one));
  expect(told.map(({ table, address }) => `${table.sheet}!${address}`).sort()).toEqual(anew.sort());
  expect(anew).toContain('统计表1!E14');
  const asked = { json: false, typed: {}, out: null, workbook: file };
  expect(roundingText({ ...whole, ...asked }, pairs, null)).toContain(
    '（I8）取舍后比预算数或执行数大末位一个单位，原数没有超，是取舍所致',
  );
});

test.each(['units/hundred-million.xlsx', 'units/mixed.xlsx', 'units/spelled-out.xlsx'])(
  '%s in 元 says so in its headings and holds the same money',
  async (file) => {
    const { report } = await copied(file, { currencyUnit: 'yuan', decimals: 2 });
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const units = report.recognition.returns.flatMap(({ tables }) =>
      [...tables.values()].map(({ heading }) => heading.currencyUnit.value),
    );
    expect(new Set(units)).toEqual(new Set(['yuan']));
  },
);

test('a table typed in 元 under 万元 is converted with --typed, in the copy as well', async () => {
  const exact: RoundingTarget = { currencyUnit: 'tenThousandYuan', decimals: 6 };
  const path = join(specimens, 'causes/table2-in-yuan.xlsx');
  const plain = await roundFile(path, exact);
  expect(plain.ok && plain.value.pairs[0]?.obstacles.map(({ kind }) => kind)).toEqual([
    'unbalanced',
  ]);
  const typed = await roundFile(path, exact, { table2: 'yuan' });
  if (!typed.ok) throw new Error(typed.fault.message);
  const copy = await roundedCopy(path, typed.value, exact);
  if (!copy.ok) throw new Error(copy.fault.message);
  const grids = await readWorkbook(copy.value);
  if (!grids.ok) throw new Error(grids.fault.code);
  expect(check(grids.value).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('in which unit was typed, and in which table', () => {
  const args = '--currency 万元 --decimals 2 --typed 元 a.xlsx'.split(' ');
  const read = (...more: string[]) => readRoundArguments([...args, ...more]);
  expect(read()).toMatchObject({ ok: true, value: { typed: { table1: 'yuan', table2: 'yuan' } } });
  expect(read('--typed-table', 'table2')).toMatchObject({
    ok: true,
    value: { typed: { table2: 'yuan' } },
  });
  const alone = ['--currency', '元', '--decimals', '2', '--typed-table', 'table2', 'a.xlsx'];
  expect(readRoundArguments(alone)).toMatchObject({
    ok: false,
    fault: { message: '--typed-table 要与 --typed 一起用。用 --help 查看用法。' },
  });
});

test.each([
  ['layouts/no-total-block.xlsx', '但表头缺少：合计，没有审核。请按表样补全表头。'],
  ['layouts/column-missing.xlsx', '但表头缺少：合计·决算数，没有审核。请按表样补全表头。'],
])(
  '%s, of which half is not recognised, is not rounded: what is in the way is told',
  async (file, why) => {
    const path = join(specimens, file);
    const message = `“统计表1”（A3）像是统计表，${why}只舍其余的表，一个工作簿里会有两种金额单位或小数位数，所以没有舍位。改正后再舍位；不是要报的统计表，请移到别的工作簿。`;
    const read = await roundFile(path, { currencyUnit: 'thousandYuan', decimals: 0 });
    expect(read.ok ? null : read.fault).toEqual({ code: 'leftOut', message });
    const args = ['--currency', '千元', '--decimals', '0', '--out', join(folder, 'x.xlsx'), path];
    const { status, out } = await runHere(roundCommand, args, folder);
    expect(status).toBe(2);
    expect(out).toContain(`未能完成：${message}`);
    expect(out).not.toContain('合计全部相符');
    expect(await readdir(folder)).toEqual([]);
  },
);

test.each(['pairs/table1-missing.xlsx', 'pairs/table2-missing.xlsx'])(
  '%s, a workbook that holds one table alone, is rounded',
  async (file) => {
    const { pairs } = await rounded(file, whole);
    expect(pairs.map(({ obstacles }) => obstacles.length)).toEqual([0]);
  },
);

test('a pair that does not balance, and one in dollars, are refused with what is to be corrected', async () => {
  const wrong = await rounded('wrong/omission.xlsx', whole);
  const [pair] = roundingJson(wrong.pairs, whole, null).pairs;
  expect(pair?.refused?.cells).not.toEqual([]);
  expect(pair?.refused?.message).toContain('与应有的合计不符');
  expect(pair?.tables.flatMap(({ figures }) => figures)).toEqual([]);
  const dollars = await rounded('units/dollars.xlsx', whole);
  expect(roundingJson(dollars.pairs, whole, null).pairs[0]?.refused?.message).toContain('金额单位');
});

test('whole figures that do not add up are refused with every total once, what it should be, and no idle advice', async () => {
  const { pairs } = await rounded('rounding/whole.xlsx', whole);
  const [pair] = roundingJson(pairs, whole, null).pairs;
  const { message = '', cells = [] } = pair?.refused ?? {};
  expect(message).not.toContain('少留小数');
  expect(message).toContain(
    '“统计表1”合计行·合计栏·预算数（K24）填报 31，按列应为 30，多 1 万元；“统计表2”合计·一般公共预算·预算数（C11）填报 31，按列应为 32，少 1 万元',
  );
  const places = cells.map(({ sheet, cell }) => `${sheet}!${cell}`);
  expect(places).toHaveLength(12);
  expect(new Set(places).size).toBe(12);
  const finer = await rounded('rounding/whole.xlsx', { ...whole, decimals: 2 });
  expect(roundingJson(finer.pairs, whole, null).pairs[0]?.refused?.message).not.toContain('少留');
});

test('a wrong grand total is told once, with its sheet and what the sums give', async () => {
  const path = await edited('K24', (value) => value + 1000);
  const read = await roundFile(path, whole);
  if (!read.ok) throw new Error(read.fault.message);
  const [pair] = roundingJson(read.value.pairs, whole, null).pairs;
  expect(pair?.refused).toEqual({
    message:
      '与应有的合计不符，请先审核、改正，再舍位：“统计表1”合计行·合计栏·预算数（K24）填报 42,528.1184，按行、按列、按另一张表应为 41,528.1184，多 1,000 万元。',
    cells: [{ sheet: '统计表1', cell: 'K24' }],
  });
});

test('differences of rounding that the new figures take away are told with their places', async () => {
  const path = await edited('K24', (value) => value + 0.0001);
  const read = await roundFile(path, whole);
  if (!read.ok) throw new Error(read.fault.message);
  const { pairs } = read.value;
  expect(roundingJson(pairs, whole, null).pairs[0]?.evened).toEqual([
    {
      ...{ sheet: '统计表1', cell: 'K24', stated: '41528.1185' },
      sums: [
        {
          directions: ['line', 'column', 'crossTable'],
          ...{ computed: '41528.1184', difference: '0.0001' },
        },
      ],
    },
  ]);
  const asked = { json: false, typed: {}, out: null, workbook: path };
  const text = roundingText({ ...whole, ...asked }, pairs, null);
  expect(text).toContain('原表有 1 处合计与分项有舍入差，已一并取平：\n');
  expect(text).toContain(
    '（K24）填报 41,528.1185，按行、按列、按另一张表应为 41,528.1184，多 0.0001 万元',
  );
  const plain = await rounded('puyang-2019.xlsx', whole);
  expect(roundingText({ ...whole, ...asked }, plain.pairs, null)).not.toContain('取平');
});

test('formulas that become values are told with their cells; one that takes over a rounded figure stays', async () => {
  const path = await edited('K24', (value) => value, '=SUMPRODUCT(K5:K23)');
  const linked = await edited('K24', (value) => value, '=统计表2!K11');
  const [lost, kept] = await Promise.all([path, linked].map((each) => roundFile(each, whole)));
  if (!lost?.ok || !kept?.ok) throw new Error('not read');
  const cells = (pairs: typeof lost.value.pairs) =>
    roundingJson(pairs, whole, null).pairs[0]?.replacedFormulas;
  expect(cells(lost.value.pairs)).toEqual([{ sheet: '统计表1', cell: 'K24' }]);
  const asked = { json: false, typed: {}, out: null, workbook: path };
  expect(roundingText({ ...whole, ...asked }, lost.value.pairs, null)).toContain(
    '有 1 个公式不是表内合计公式，改为数值：统计表1!K24。',
  );
  expect(cells(kept.value.pairs)).toEqual([]);
  const copy = await roundedCopy(linked, kept.value, whole);
  const grids = copy.ok ? await readWorkbook(copy.value) : null;
  const cell = grids?.ok === true ? grids.value.sheets[0]?.rows[23]?.[10] : null;
  expect([cell?.formula, cell?.value]).toEqual(['=统计表2!K11', 41528]);
});

test('a total that rounds to fewer places than its new unit needs becomes a value', async () => {
  const path = await edited('K24', (value) => value, '=ROUND(SUM(K5:K23),4)');
  const replaced = async (target: RoundingTarget) => {
    const read = await roundFile(path, target);
    return read.ok ? read.value.pairs[0]?.replaced.map(({ address }) => address) : null;
  };
  expect(await replaced({ currencyUnit: 'tenThousandYuan', decimals: 2 })).toEqual([]);
  expect(await replaced({ currencyUnit: 'hundredMillionYuan', decimals: 8 })).toEqual(['K24']);
});

test('the command writes a copy once, leaves the original, and says what it did', async () => {
  const source = join(folder, '表.xlsx');
  const out = join(folder, '舍位.xlsx');
  await writeFile(source, await readFile(join(specimens, 'puyang-2019.xlsx')));
  const before = await readFile(source);
  const args = [command, '--json', '--currency', '万元', '--decimals', '0', '--out', out, source];
  const { stdout } = await run(tsx, args);
  const document = JSON.parse(stdout) as RoundingJson;
  expect([document.formatVersion, document.fault, document.pairs.length]).toEqual([1, null, 1]);
  expect((await readFile(source)).equals(before)).toBe(true);
  expect((await runHere(roundCommand, args.slice(1), folder)).status).toBe(2);
  expect((await readdir(folder)).sort()).toEqual(['舍位.xlsx', '表.xlsx'].sort());
});

test.each([
  ['表.xlsx --decimals 0', '请用 --currency 写明金额单位，如 tenThousandYuan。'],
  ['表.xlsx --currency yuan', '请用 --decimals 写明保留几位小数，如 0。'],
  ['表.xlsx --currency yuan --decimals 3', '以元为单位时最多保留 2 位小数（到分），不能是 3 位。'],
  ['--currency yuan --decimals 0', '没有指定工作簿。用 --help 查看用法。'],
  [
    'a.xlsx b.xlsx --currency yuan --decimals 0',
    '一次只舍位一个工作簿，多了“b.xlsx”。用 --help 查看用法。',
  ],
])('%s: %s', (args, message) => {
  expect(readRoundArguments(args.split(' '))).toMatchObject({ ok: false, fault: { message } });
});
