/** Totals that count a 小计 line as well: that is the cause, and nothing is made of it beside. */
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { reportOf } from '../../../src/application/report/makeReport';
import { itemLines } from '../../../src/wording/itemText';
import type { Changes } from '../forms';
import { changed, check, grid, officialSheet, puyangRows, settings } from '../forms';

/** Table 1 with a 小计 of its first three used lines behind them, and totals that count it twice or once. */
function withSubtotal(isCounted: boolean, changes: Changes = {}) {
  const rows = puyangRows(1);
  const summed = rows.slice(0, 4);
  const subtotal = ['小计'].concat(
    Array.from({ length: 12 }, (_, at) => {
      const sum = summed.reduce((all, row) => all + Number(row[at + 1] ?? 0), 0);
      return sum === 0 ? '' : String(Number(sum.toFixed(6)));
    }),
  );
  const line = subtotal.map((text, at) => (at === 0 || text === '' ? text : Number(text)));
  const total = (rows.at(-1) ?? []).map((value, at) =>
    at === 0 || !isCounted || value === ''
      ? value
      : Number((Number(value) + Number(line[at] ?? 0)).toFixed(6)),
  );
  const all = [...rows.slice(0, 4), line, ...rows.slice(4, -1), total];
  return {
    sheets: [
      grid('统计表1', changed(officialSheet(1, all), changes)),
      grid('统计表2', officialSheet(2, puyangRows(2))),
    ],
  };
}

test('totals that count the 小计 line accuse no figure, and no project is missing', () => {
  const { findings, events, diagnoses } = check(withSubtotal(true));
  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['C-030', 'B-020', 'X-010']),
  );
  expect(events).toEqual([]);
  expect(diagnoses.map(({ claim }) => claim)).toEqual(diagnoses.map(() => 'unknown'));
});

test('totals that leave the 小计 line out are as good as any', () => {
  const { findings } = check(withSubtotal(false));
  expect(findings.filter(({ rule }) => rule === 'B-020' || rule === 'X-010')).toEqual([]);
});

/** What is told of wrong figures, apart from figures over others. */
function itemsOf(workbook: ReturnType<typeof withSubtotal>) {
  const { items = [] } = reportOf(checkWorkbook(workbook, settings)).units[0] ?? {};
  return items.filter(({ findings }) => findings.some(({ rule }) => !/^R-0[12]0$/.test(rule)));
}

test('the line and every total that counts it are one item, that says so', () => {
  const [item, ...others] = itemsOf(withSubtotal(true));
  expect(others).toEqual([]);
  expect(item?.findings.map(({ rule }) => rule).sort()).toEqual(
    [...Array<string>(8).fill('B-020'), 'C-030', ...Array<string>(8).fill('X-010')].sort(),
  );
  if (item === undefined) throw new Error('no item');
  expect(itemLines(item, 1, '', 'zh-CN')[0]).toBe(
    '1. [错误 合计多计小计] 统计表1: 第 9 行是其他行的小计，表样中没有，合计行有 8 格把它也加了进去，因此合计偏大。请删去小计行，合计改为各行之和。',
  );
  expect(itemLines(item, 1, '', 'en-US')[0]).toContain('8 totals count it as well');
});

test('formulas that reach over the line belong to it', () => {
  const [first] = withSubtotal(true).sheets;
  const changes = Object.fromEntries(
    Array.from('BCDEFGHIJKLM', (letter, at) => {
      const value = first?.rows[24]?.[at + 1]?.value ?? 0;
      return [`${letter}25`, { formula: `=SUM(${letter}5:${letter}24)`, value }];
    }),
  );
  const [item, ...others] = itemsOf(withSubtotal(true, changes));
  expect(others).toEqual([]);
  expect(new Set(item?.findings.map(({ rule }) => rule))).toEqual(
    new Set(['B-020', 'X-010', 'C-030', 'F-020', 'F-025']),
  );
});

test('a total that is off by something else besides is told by itself', () => {
  const items = itemsOf(withSubtotal(true, { F25: 15 }));
  expect(items.length).toBeGreaterThan(1);
  expect(items.some(({ kind }) => kind === 'slip' || kind === 'choice')).toBe(true);
});
