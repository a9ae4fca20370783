/** What spilled out of a table is found, with the cells it belongs into; what is no figure is not. */
import fc from 'fast-check';
import { cellAddress } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { uncheckedFigures } from '../../../src/domain/returns/outsideFigures';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import type { Changes } from '../forms';
import { check, puyang, puyangRows } from '../forms';
import { dearRuns } from '../../properties/runs';

const letters = 'BCDEFGHIJKLM';

/** `from → to (why)` of every figure outside the pair's tables. */
function outside(table1: Changes, table2: Changes = {}): string[] {
  const workbook = puyang(table1, table2);
  return viewReturns(recogniseWorkbook(workbook).returns, workbook)
    .flatMap(uncheckedFigures)
    .map(({ address, target }) =>
      target === null ? address : `${address} → ${target.figure.address} (${target.by})`,
    );
}

test('the end of the total line on a line below, wherever it begins, has its cells by its values', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<1 | 2>(1, 2),
      fc.integer({ min: 1, max: 11 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 1, max: 4 }),
      (table, length, shift, gap) => {
        const rows = puyangRows(table);
        const totalRow = rows.length + 4;
        const first = 12 - length;
        const start = Math.min(shift, first);
        const change: Record<string, Changes[string]> = {};
        const moved: Record<string, Changes[string]> = {};
        const expected: string[] = [];
        for (let at = 0; at < length; at += 1) {
          const to = `${letters[first + at] ?? ''}${totalRow}`;
          const from = cellAddress(totalRow + gap - 1 + 1, start + at + 1);
          change[to] = undefined;
          change[from] = rows.at(-1)?.[first + at + 1];
          moved[from] = undefined;
          expected.push(`${from} → ${to}`);
        }
        const sides = (changes: Changes): [Changes, Changes] =>
          table === 1 ? [changes, {}] : [{}, changes];
        const found = outside(...sides(change));
        expect(found.map((entry) => entry.replace(/ \(.*/, ''))).toEqual(expected);
        // Moved back as proposed, everything holds again.
        const back = check(puyang(...sides(moved)));
        expect(back.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        const before = check(puyang(...sides(change))).findings.map(({ rule }) => rule);
        expect(before).toContain('S-030');
      },
    ),
    dearRuns(60),
  );
});

test.each<[string, Changes, string[]]>([
  [
    'a wrong total in the wrapped end has its place by order',
    { M24: undefined, B26: 40000.5 },
    ['B26 → M24 (order)'],
  ],
  ['an unknown line below', { A26: '国防', B26: 3, C26: 55 }, ['B26', 'C26']],
  [
    'a second total line',
    { A26: '总计', ...totals(26) },
    Array.from(letters, (letter) => `${letter}26`),
  ],
  [
    'a line broken after its last column but one',
    { M8: undefined, N8: 693.92 },
    ['N8 → M8 (value)'],
  ],
  ['a figure that people fill in', { C8: undefined, O8: 691.45 }, ['O8 → C8 (value)']],
  [
    'a line far below',
    { A45: '国有资本经营预算安排', B45: 3, C45: 200.5, D45: 190 },
    ['B45', 'C45', 'D45'],
  ],
  ['amounts far beside', { X8: 691.45, X9: 5739.352 }, ['X8', 'X9']],
  ['a line of an amount that could be a year', { A26: '其中：非税安排', C26: 2019 }, ['C26']],
  ['an amount with its unit', { A26: '国防', C26: '155.5万元' }, ['C26']],
  [
    'a total kept by a formula on the next line',
    { C24: undefined, C26: { formula: '=SUM(C5:C23)', value: 35956.4864 } },
    ['C26 → C24 (value)'],
  ],
])('%s', (_name, change, expected) => {
  expect(outside(change)).toEqual(expected);
});

function totals(row: number): Changes {
  const figures = puyangRows(1).at(-1) ?? [];
  return Object.fromEntries(
    Array.from(letters, (letter, at) => [`${letter}${row}`, figures[at + 1]]),
  );
}

test('signatures, dates, telephones, pages and remarks in any cells below are nothing', () => {
  const aside = fc.constantFrom<readonly (string | number)[]>(
    ['填表人：', '张某', '审核人：', '李某', '填表日期：', 2020, '年', 1, '月', 15, '日'],
    ['单位负责人（签章）：', '王某', '联系电话', 13800000000],
    ['制表：张某', '复核：李某', '电话：0393-1234567', 4412345.5],
    ['第 1 页', '共 2 页', 1],
    ['注：', '本表按万元填列，共 19 行', 19],
    ['填报日期', '2020年1月15日', 43845.5],
    [1],
    [2019],
    ['备注', 12],
  );
  fc.assert(
    fc.property(
      fc.array(aside, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 3 }),
      (lines, gap, left) => {
        const change: Record<string, Changes[string]> = {};
        lines.forEach((texts, line) => {
          texts.slice(0, 13 - left).forEach((text, at) => {
            change[cellAddress(25 + gap + line, left + at)] = text;
          });
        });
        expect(outside(change)).toEqual([]);
      },
    ),
  );
});

test('far from the table a lone number, and numbers of which another list says what they are, are nothing', () => {
  const own: Changes = {
    ...{ A36: '全市人口', C36: 3612.5, A40: '附：政府采购', A41: '货物', C41: 1200.5 },
    X8: 691.45,
    ...{ R7: '姓名', R8: '张某', S8: 4200.5, R9: '李某', S9: 4300.5 },
    ...{ V9: '工资', V10: 4200.5, V11: 4300.5 },
    ...{ A50: '统计年度', C50: 2019, D50: 2018 },
  };
  expect(outside(own)).toEqual([]);
});

test('columns of the user’s own beside the table are nothing: numbers, remarks, rates, checks', () => {
  const own: Changes = {
    N4: '执行率',
    O4: '备注',
    ...Object.fromEntries(
      Array.from({ length: 19 }, (_line, at) => [
        `N${at + 5}`,
        { value: 0.95, numberFormat: '0.0%' },
      ]),
    ),
    O8: 12.5,
    P8: { formula: '=K8-C8-G8', value: 1234.5 },
  };
  expect(outside(own)).toEqual([]);
});
