import { insertConsolidation } from '../../../src/application/consolidation/insertConsolidation';
import { judgeGiven, nothingDecided } from '../../../src/application/consolidation/judgeGiven';
import { consolidate } from '../../../src/domain/consolidate/consolidate';
import type { GivenSet } from '../../../src/application/consolidation/givenSet';
import { nothingGiven, usedLabels } from '../../../src/application/consolidation/givenSet';
import type { Replacement } from '../../../src/application/consolidation/replaceUnit';
import { planReplacement } from '../../../src/application/consolidation/replaceUnit';
import { TraceableWorkbook } from '../../../src/application/consolidation/traceFigure';
import { writeReplacement } from '../../../src/application/consolidation/writeReplacement';
import { insertLayouts } from '../../../src/application/insertTemplate';
import type { CheckedUnit, TakenFile } from '../../../src/application/takenFile';
import { undoLast } from '../../../src/application/undo';
import { formatAmount } from '../../../src/domain/amount';
import type { LabelChoice } from '../../../src/domain/consolidate/labelMap';
import type { CellValue, Grid, WorkbookGrids } from '../../../src/domain/grid';
import { consolidationNotes } from '../../../src/wording/consolidationNotes';
import { replacementNotes } from '../../../src/wording/replacementNotes';
import type { UnitPlan } from '../../domain/consolidate/sets';
import { unitWorkbook } from '../../domain/consolidate/sets';
import { settings } from '../../domain/forms';
import type { OpenWorkbook } from '../fixture';
import { newLog, openMemory } from '../fixture';
import { takenFile, takenGrids } from './given';

const jia: UnitPlan = { name: '甲县', times: 3, file: '甲县.xlsx' };
const yi: UnitPlan = { name: '乙县', times: 5, file: '乙县.xlsx' };
const bing: UnitPlan = { name: '丙县', times: 11, file: '丙县.xlsx' };
/** Every figure is another, in 元. */
const corrected: UnitPlan = {
  ...jia,
  times: 7,
  currency: 'yuan',
  file: '甲县（更正）.xlsx',
};

const noLabels: readonly LabelChoice[] = [];

/** A unit's file, its sheets as they are or with some rows taken out of 统计表1 (zero-based). */
interface Sent {
  readonly plan: UnitPlan;
  readonly without?: readonly number[];
  /** What the unit has said of its 教育 in 统计表1. */
  readonly explained?: string;
}

function fileOf(key: string, { plan, without = [], explained }: Sent): TakenFile {
  const { sheets } = unitWorkbook(plan);
  const lacking = (grid: Grid): Grid =>
    grid.name === '统计表1'
      ? { ...grid, rows: grid.rows.filter((_, row) => !without.includes(row)) }
      : grid;
  const file = takenGrids(key, plan.file ?? `${key}.xlsx`, { sheets: sheets.map(lacking) });
  if (explained === undefined) return file;
  const explanation = { rule: 'R-010', sheet: '统计表1', row: education, text: explained } as const;
  const units = file.units.map((one) => ({
    ...one,
    unit: { ...one.unit, explanations: [explanation] },
  }));
  return { ...file, units };
}

/** Its row, zero-based. */
const education = 7;

const plain = (plans: readonly UnitPlan[]) => plans.map((plan): Sent => ({ plan }));

/** A result with all that belongs to it, as the pane writes it. */
async function written(
  sent: readonly Sent[],
  inputs: 'formulas' | 'values' = 'formulas',
  labels: readonly LabelChoice[] = noLabels,
  includesErrors = false,
): Promise<OpenWorkbook> {
  const open = openMemory([]);
  const files = sent.map((one, at) => fileOf(String(at + 1), one));
  const given: GivenSet = { ...nothingGiven, files };
  const judged = judgeGiven(given, {
    ...nothingDecided,
    currencyUnit: 'tenThousandYuan',
    includeErrors: 'all',
    labels,
  });
  const result = consolidate(judged.judgement, '全市');
  if (result === null) throw new Error('nothing counts');
  const notes = consolidationNotes(
    {
      result,
      judgement: judged.judgement,
      settings,
      labelChoices: usedLabels(judged.units, labels),
      includesErrors: includesErrors || judged.units.some(({ counts }) => counts.error > 0),
      inputs,
      letters: new Map(
        judged.units.flatMap(({ unit, letter }) =>
          letter === null ? [] : [[unit.id, letter] as const],
        ),
      ),
      takenOut: [],
      notRead: [],
    },
    'zh-CN',
  );
  const done = await insertConsolidation(open.workbook, open.log, { result, inputs, notes });
  if (!done.ok) throw new Error(done.fault.fault.code);
  return open;
}

async function read({ workbook }: OpenWorkbook): Promise<WorkbookGrids> {
  const grids = await workbook.readWorkbook();
  if (!grids.ok) throw new Error(grids.fault.code);
  return grids.value;
}

function checkedOf(sent: Sent): CheckedUnit {
  const [checked] = fileOf('x', sent).units;
  if (checked === undefined) throw new Error('no unit');
  return checked;
}

const words = replacementNotes(settings.today);

async function planned(
  open: OpenWorkbook,
  sent: Sent,
  labels: readonly LabelChoice[] = noLabels,
): Promise<Replacement> {
  const found = planReplacement(await read(open), checkedOf(sent), labels, words);
  if (!found.ok) throw new Error(found.fault);
  return found.value;
}

const faultOf = async (open: OpenWorkbook, plan: UnitPlan) => {
  const found = planReplacement(await read(open), checkedOf({ plan }), noLabels, words);
  return found.ok ? null : found.fault;
};

/** Writes what was planned, cells or sheets. */
async function write(open: OpenWorkbook, { way }: Replacement): Promise<void> {
  const log = newLog(open.store);
  const done =
    way.kind === 'inPlace'
      ? await writeReplacement(open.workbook, log, way.changes)
      : await insertLayouts(open.workbook, log, 'consolidate', way.sheets);
  if (!done.ok) throw new Error(done.fault.fault.code);
  if ('left' in done.value) expect(done.value.left).toEqual([]);
}

/** All that stands in the cells of a sheet: what they show, and formulas where asked for. */
const cells = ({ rows }: Grid, what: 'values' | 'formulas') =>
  rows.map((row) =>
    Array.from(row ?? [], (cell): string | number | null => {
      const shown = cell?.value ?? null;
      const held = typeof shown === 'number' || typeof shown === 'string' ? shown : null;
      return what === 'formulas' ? (cell?.formula ?? held) : held;
    }),
  );

/** A list's rows in an order of their own. */
const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

const isNoted = (row: readonly unknown[]) =>
  row[0] !== '更换文件' && !String(row[1]).endsWith('（更换文件之前的情况）');

/** A row up to its last filled cell; blank cells with a format may stand behind it. */
function filledPart(row: readonly CellValue[]): readonly CellValue[] {
  const filled = row.map((cell) => (cell === '' ? null : cell));
  return filled.slice(0, filled.findLastIndex((cell) => cell !== null) + 1);
}

/** The result's sheets, without an ending of their names, as they are compared with one made anew. */
function compared(
  { sheets }: WorkbookGrids,
  ending = '',
  what: 'values' | 'formulas' = 'values',
): Record<string, unknown> {
  const named = sheets.filter(({ name }) =>
    ending === '' ? !name.endsWith(')') : name.endsWith(ending),
  );
  return Object.fromEntries(
    named.map((sheet): [string, unknown] => {
      const name = sheet.name.slice(0, sheet.name.length - ending.length);
      const texts = (rows: ReturnType<typeof cells>) =>
        rows.map((row) =>
          row.map((cell) =>
            typeof cell === 'string' ? cell.replaceAll(ending || ' (2)', '') : cell,
          ),
        );
      if (name.startsWith('汇总底稿')) {
        const rows = cells(sheet, 'values').filter((row, at) =>
          at === 0 ? true : row.slice(2, 10).some((figure) => figure !== null && figure !== ''),
        );
        return [name, sorted(rows.map(filledPart))];
      }
      if (name.startsWith('汇总说明')) {
        const rows = cells(sheet, 'values').filter(isNoted).map(filledPart);
        return [name, sorted(rows.filter(({ length }) => length > 0))];
      }
      return [name, texts(cells(sheet, what))];
    }),
  );
}

test.each(['formulas', 'values'] as const)(
  'a unit replaced equals a result made anew, all sheets of it, and comes back by undo: %s',
  async (inputs) => {
    const open = await written(plain([jia, yi]), inputs);
    const before = compared(await read(open));
    const plan = await planned(open, { plan: corrected });
    expect(plan).toMatchObject({ fileBefore: '甲县.xlsx', notes: 'updated' });
    expect(plan.remarks.findings.map(({ rule }) => rule)).toEqual(['U-040']);
    const total = plan.figures.find(
      ({ form, line, block, measure }) =>
        form === 'table1' && line === 'total' && block === 'total' && measure === 'projectCount',
    );
    expect(total?.after).toBe(((total?.before ?? 0n) / 8n) * 12n);

    await write(open, plan);
    const anew = await written(plain([corrected, yi]), inputs);
    expect(compared(await read(open), '', 'formulas')).toEqual(
      compared(await read(anew), '', 'formulas'),
    );

    await undoLast(open.workbook, newLog(open.store));
    expect(compared(await read(open))).toEqual(before);
  },
);

test('the notes name the replacement, and say of earlier findings that they are of the former file', async () => {
  // 甲县 and 乙县 have the same figures, and 甲县 reports in 元.
  const open = await written(plain([{ ...jia, currency: 'yuan' }, { ...yi, times: 3 }, bing]));
  await write(open, await planned(open, { plan: { ...corrected, currency: 'tenThousandYuan' } }));
  const notes = (await read(open)).sheets.find(({ name }) => name === '汇总说明');
  const rows = (notes === undefined ? [] : cells(notes, 'values')).map((row) => row.join('｜'));
  expect(rows.filter((row) => /更换/.test(row))).toEqual([
    expect.stringMatching(/^说明 U-040 金额单位不同｜“甲县”.*（更换文件之前的情况）$/),
    expect.stringMatching(/^提示 U-070 数据雷同｜“甲县”、“乙县”.*（更换文件之前的情况）$/),
    '更换文件｜2020-03-01：甲县，由 甲县.xlsx 更换为 甲县（更正）.xlsx',
  ]);

  // Replaced once more, with errors and with the figures of 丙县.
  const again: UnitPlan = { ...jia, times: 11, file: '甲县（再更正）.xlsx' };
  const plan = await planned(open, { plan: again });
  expect(plan.remarks.findings.map(({ rule }) => rule)).toEqual(['U-070']);
  await write(open, plan);
  const later = (await read(open)).sheets.find(({ name }) => name === '汇总说明');
  const texts = (later === undefined ? [] : cells(later, 'values')).map((row) => row.join('｜'));
  expect(texts.filter((row) => row.startsWith('更换文件'))).toHaveLength(2);
  expect(texts.filter((row) => row.includes('之前的情况）（'))).toEqual([]);
  expect(
    texts.filter((row) => /U-070.*“丙县”、“甲县”.*没有另外选择的都计入。$/.test(row)),
  ).toHaveLength(1);
  expect(texts.find((row) => row.startsWith('审核设置'))).toContain('有错误的单位不计入');
});

test('that a file with errors was taken is noted', async () => {
  const open = await written(plain([jia, yi]));
  const wrong: UnitPlan = { ...corrected, table1: { C8: 5 } };
  await write(open, await planned(open, { plan: wrong }));
  const anew = await written(plain([wrong, yi]));
  expect(compared(await read(open))).toEqual(compared(await read(anew)));
  const [notes] = (await read(open)).sheets.slice(-1);
  expect(JSON.stringify(notes?.rows)).toContain('有错误的单位也计入');
});

test('without notes the figures are replaced all the same, and that is said', async () => {
  const open = await written(plain([jia, yi]));
  await open.workbook.deleteSheets(['汇总说明']);
  const plan = await planned(open, { plan: corrected });
  expect(plan.notes).toBe('notThere');
  await write(open, plan);
  const { 汇总说明: notes, ...anew } = compared(await read(await written(plain([corrected, yi]))));
  expect(notes).toBeDefined();
  expect(compared(await read(open))).toEqual(anew);
});

test.each(['formulas', 'values'] as const)(
  'a line more gets a row of its own, and its figures are summed and traced: %s',
  async (inputs) => {
    const before: Sent = { plan: jia, without: [education] };
    const open = await written([before, { plan: yi }], inputs);
    const plan = await planned(open, { plan: corrected });
    expect(plan.way.kind).toBe('inPlace');
    await write(open, plan);
    // Whether units with errors count was said for all of them, and stays said.
    const anew = await read(await written(plain([corrected, yi]), inputs, noLabels, true));
    const now = await read(open);
    expect(compared(now, '', 'formulas')).toEqual(compared(anew, '', 'formulas'));
    const place = { sheet: '统计表1', cell: 'C8' };
    const trace = (workbook: WorkbookGrids) => {
      const traced = new TraceableWorkbook(workbook).trace(place);
      return [
        traced?.isCurrent,
        traced?.shares.map(({ unit, file, basisPoints, parts }) => [
          unit,
          file,
          basisPoints,
          parts.map(({ source }) => source),
        ]),
      ];
    };
    expect(trace(now)).toEqual(trace(anew));
    expect(trace(now)[0]).toBe(true);
    // The new row shows its figures as the others do.
    const paper = now.sheets.find(({ name }) => name === '汇总底稿1');
    const [first, last] = [paper?.rows[1], paper?.rows.at(-1)].map((row) =>
      row?.slice(2, 10).map((cell) => cell?.numberFormat),
    );
    expect(last?.[0]).toBe(first?.[0]);

    await undoLast(open.workbook, newLog(open.store));
    expect(compared(await read(open))).toEqual(
      compared(await read(await written([before, { plan: yi }], inputs))),
    );
  },
);

test('a line less leaves nothing of it in the sum', async () => {
  const open = await written(plain([jia, yi]));
  const less: Sent = { plan: corrected, without: [education, education + 1] };
  await write(open, await planned(open, less));
  const anew = await read(await written([less, { plan: yi }]));
  expect(compared(await read(open))).toEqual(compared(anew));
});

test('what a unit has said of its figures goes with its file', async () => {
  const open = await written([{ plan: jia, explained: '年中追加预算' }, { plan: yi }]);
  const now: Sent = { plan: corrected, explained: '跨年度结转' };
  await write(open, await planned(open, now));
  const anew = await read(await written([now, { plan: yi }]));
  expect(compared(await read(open))).toEqual(compared(anew));
  expect(JSON.stringify(anew)).toContain('跨年度结转');
  await write(open, await planned(open, { plan: corrected }));
  expect(JSON.stringify((await read(open)).sheets)).not.toContain('跨年度结转');
});

test('a mapped label is noted with the line that it adds to', async () => {
  const labels = [{ label: '甲县自定', meaning: '其他' }];
  const open = await written(plain([jia, yi]), 'formulas', labels);
  const own: UnitPlan = { ...corrected, table1: { A23: '甲县自定' } };
  await write(open, await planned(open, { plan: own }, labels));
  const anew = await read(await written(plain([own, yi]), 'formulas', labels));
  expect(compared(await read(open))).toEqual(compared(anew));
});

test.each(['formulas', 'values'] as const)(
  'a line that the result does not print: the whole result is laid out anew beside it, with all that was chosen: %s',
  async (inputs) => {
    const open = await written(plain([jia, yi, bing]), inputs);
    const before = compared(await read(open));
    const later: UnitPlan = { ...corrected, table1: { A8: '灾害防治及应急管理' } };
    const plan = await planned(open, { plan: later });
    expect(plan.way).toMatchObject({ kind: 'anew', lines: ['灾害防治及应急管理'] });
    const shown = plan.figures.filter(({ line }) => line === 'disasterManagement');
    expect(shown.length).toBeGreaterThan(0);
    await write(open, plan);
    const now = await read(open);
    const anew = await read(await written(plain([later, yi, bing]), inputs));
    const { 汇总说明: notes, ...sheets } = compared(now, ' (2)');
    const { 汇总说明: wanted, ...others } = compared(anew);
    expect(sheets).toEqual(others);
    // The edition is the new result's; other units’ labels are told as they were.
    const rows = new Set(wanted as string[]);
    expect((notes as string[]).filter((row) => !rows.has(row))).toEqual([]);
    expect(JSON.stringify(notes)).toContain('2019年以后的科目名称');
    expect(compared(now)).toEqual(before);
    const traced = new TraceableWorkbook(now).trace({ sheet: '统计表1 (2)', cell: 'C8' });
    expect(traced?.isCurrent).toBe(true);

    await undoLast(open.workbook, newLog(open.store));
    expect((await read(open)).sheets.map(({ name }) => name)).not.toContain('统计表1 (2)');
  },
);

test('formulas that are no longer ours are not trusted to reach a new row', async () => {
  const open = await written([{ plan: jia, without: [education] }, { plan: yi }]);
  open.workbook.type(
    '统计表1',
    'C9',
    "=SUMIFS('汇总底稿1'!$D$2:$D$9,'汇总底稿1'!$B$2:$B$9,$A$9)+0",
  );
  const plan = await planned(open, { plan: corrected });
  expect(plan.way).toMatchObject({ kind: 'anew', lines: [] });
});

test('only what differs is written: of one changed figure its paper’s cell, and the notes', async () => {
  const open = await written(plain([jia, yi]));
  const one: UnitPlan = { ...jia, table1: { C8: '2100', K8: '2100', C24: '9', K24: '9' } };
  const plan = await planned(open, { plan: one });
  const changes = plan.way.kind === 'inPlace' ? plan.way.changes : [];
  expect(changes.filter(({ sheet }) => sheet !== '汇总说明').map(({ sheet }) => sheet)).toEqual([
    '汇总底稿1',
  ]);
  const shown = plan.figures.map(({ line, block, measure, before, after }) =>
    [
      line,
      block,
      measure,
      before === null ? '' : formatAmount(before),
      formatAmount(after ?? 0n),
    ].join(' '),
  );
  expect(shown).toHaveLength(4);
  expect(shown[0]).toMatch(/^education generalPublic budgeted /);
});

test.each(['formulas', 'values'] as const)(
  'a figure where no unit had one stands in the result afterwards: %s',
  async (inputs) => {
    const filled: UnitPlan = { ...jia, table1: { F8: '2', G8: '5', H8: '5', I8: '5' } };
    const open = await written(plain([jia, yi]), inputs);
    await write(open, await planned(open, { plan: filled }));
    const result = (await read(open)).sheets.find(({ name }) => name === '统计表1');
    const shown = result?.rows[7]?.slice(5, 9).map((cell) => cell?.value);
    expect(shown).toEqual([2, 5, 5, 5]);
    const isFormula = result?.rows[7]?.[5]?.formula?.startsWith('=SUMIFS(') ?? false;
    expect(isFormula).toBe(inputs === 'formulas');
  },
);

test('what cannot be replaced is told, and why', async () => {
  const open = await written(plain([jia, yi]));
  expect(await faultOf(open, { ...jia, name: '丙县' })).toBe('unitNotThere');
  expect(await faultOf(open, { ...jia, year: '（2018）' })).toBe('otherYear');
  expect(await faultOf(open, { ...jia, tables: [1] })).toBe('tableMissing');
  expect(await faultOf(open, { ...jia, table1: { A23: '甲县自定' } })).toBe('unknownLine');
  expect(await faultOf(openMemory([]), jia)).toBe('noResult');
  // With 乙县 (5) and 丙县 (11) in the result, 16 is their sum.
  const three = await written(plain([jia, yi, bing]));
  expect(await faultOf(three, { ...jia, times: 16 })).toBe('sumOfOthers');
  expect(await faultOf(three, { ...jia, times: 6 })).toBe('sumOfOthers');
  expect(takenFile('x', jia).units).toHaveLength(1);
});
