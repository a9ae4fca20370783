/** What stands apart from an act and changes with it says so; what it leaves alone does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { alikeAfter } from '../../../src/application/report/afterAct';
import { actsBefore } from '../../../src/application/report/actsBefore';
import { findingItem } from '../../../src/application/report/alikeItems';
import { listedItems } from '../../../src/application/report/listedItems';
import { reportOf } from '../../../src/application/report/makeReport';
import type { Grid } from '../../../src/domain/grid';
import type { Finding } from '../../../src/domain/finding';
import { findingFacts } from '../../../src/wording/findingFacts';
import { itemTitle, largestGap } from '../../../src/wording/items';
import { puyangPair } from '../../taskpane/puyang';

const figures = ['1', '2'].map((table) =>
  readFileSync(join(__dirname, `../../specimens/figures/puyang-2019-table${table}.tsv`), 'utf8'),
);
const settings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2020, month: 3, day: 1 },
} as const;

/** The city's pair, its second table in 元 after the edits. */
function secondInYuan(edits: Readonly<Record<string, number>>): Grid[] {
  const [first, second] = puyangPair([figures[0] ?? '', figures[1] ?? ''], undefined, edits);
  if (first === undefined || second === undefined) throw new Error('two sheets');
  const rows = second.rows.map((row, at) =>
    row?.map((cell, column) =>
      at > 3 && column > 0 && column % 4 !== 1 && typeof cell?.value === 'number'
        ? { ...cell, value: Math.round(cell.value * 10_000) }
        : cell,
    ),
  );
  return [first, { ...second, rows }];
}

/** Title of each listed item, with that of the act that changes it. */
function told(sheets: readonly Grid[], grouped: boolean) {
  const { units } = reportOf(checkWorkbook({ sheets }, settings));
  const [unit] = units;
  if (unit === undefined) throw new Error('no unit');
  const filter = { hidden: [], sheet: null, rule: null };
  const listed = grouped ? listedItems(unit.items, filter) : unit.items;
  const acts = actsBefore(unit.items, listed);
  return listed.map((item) => {
    const act = acts.get(item.key);
    return [itemTitle(item, 'zh-CN'), act === undefined ? '' : itemTitle(act, 'zh-CN')];
  });
}

test('totals that go on failing after a table is put into its unit say that they change with it', () => {
  const sheets = secondInYuan({ '统计表2!C11': 2000 });
  const act = '金额单位疑弄错';
  expect(told(sheets, true)).toEqual([
    [act, ''],
    [expect.stringMatching(/合计不符/), act],
    [expect.stringMatching(/^执行超预算 \d+ 处$/), act],
    [expect.stringMatching(/^决算超执行 \d+ 处$/), act],
  ]);
});

test('what the act leaves alone says nothing', () => {
  const single = told(secondInYuan({ '统计表2!C11': 2000 }), false);
  const of = (name: string) => single.find(([title]) => title?.startsWith(name))?.[1];
  expect(of('教育·一般公共预算·执行数')).toBe('');
  expect(of('社会管理性服务·一般公共预算·执行数')).toBe('金额单位疑弄错');
});

test('a sum of which one part is put right changes although it is not written itself', () => {
  const edits = { '统计表1!K12': 7580.924 };
  const sheets = puyangPair([figures[0] ?? '', figures[1] ?? ''], undefined, edits);
  const { units } = reportOf(checkWorkbook({ sheets }, settings));
  const items = units.flatMap((unit) => unit.items);
  const [slip] = items;
  const own = slip?.findings.map(findingItem) ?? [];
  expect(own.map(({ finding }) => [finding.rule, finding.cells.join()])).toEqual([
    ['B-010', 'K12'],
    ['B-020', 'K24'],
  ]);
  const acts = actsBefore(items, own);
  expect(own.map(({ key }) => acts.get(key))).toEqual([slip, slip]);
  // A part of other sums is no part of these.
  const others = items.filter((item) => item !== slip);
  expect(actsBefore(items, others).size).toBe(0);
});

/** Both tables in 元, and said to be; a column of the first in 万元. */
function columnInWan(): Grid[] {
  const [first, second] = puyangPair([figures[0] ?? '', figures[1] ?? '']);
  if (first === undefined || second === undefined) throw new Error('two sheets');
  const inYuan = (grid: Grid, left: number | null): Grid => ({
    ...grid,
    rows: grid.rows.map((row, at) =>
      row?.map((cell, column) => {
        if (typeof cell?.value === 'string')
          return { ...cell, value: cell.value.replace('万元', '元') };
        const isAmount = at > 3 && column > 0 && column % 4 !== 1 && column !== left;
        return isAmount && typeof cell?.value === 'number'
          ? { ...cell, value: Math.round(cell.value * 10_000) }
          : cell;
      }),
    ),
  });
  return [inYuan(first, 2), inYuan(second, null)];
}

test('what is over by the act alone is told with the figures that it will have then', () => {
  const { units } = reportOf(checkWorkbook({ sheets: columnInWan() }, settings));
  const items = units[0]?.items ?? [];
  const listed = listedItems(items, { hidden: [], sheet: null, rule: null });
  const acts = actsBefore(items, listed);
  const over = listed.find(({ findings }) => findings[0]?.rule === 'R-010');
  if (over?.kind !== 'alike') throw new Error('nothing is over');
  const act = acts.get(over.key) ?? null;
  const after = alikeAfter(over, act);
  expect(largestGap(over, 'zh-CN')).toBe('72,173,116.98 元');
  expect(largestGap(after, 'zh-CN')).toBe('2,718,100 元');
  expect(after.findings.map(({ id }) => id)).toEqual(over.findings.map(({ id }) => id));
  expect(findingFacts(after.findings[0] as Finding, 'zh-CN').map(({ value }) => value)).toEqual([
    '26,283,700',
    '26,255,100',
    '28,600',
  ]);
  // Nothing of it changes with no act.
  expect(alikeAfter(over, null)).toBe(over);
});

test('a doubt about the unit that goes with the act is told with it', () => {
  const { units } = reportOf(checkWorkbook({ sheets: columnInWan() }, settings));
  const doubted = units[0]?.items.filter(({ findings }) =>
    findings.some(({ rule }) => rule === 'R-040'),
  );
  expect(doubted?.map(({ kind }) => kind)).toEqual(['event']);
});
