/** Which returns are compared with which, and what of them. */
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { reportOf } from '../../../src/application/report/makeReport';
import type { ReportingRound } from '../../../src/domain/forms/rounds';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { comparedWith } from '../../../src/domain/lastRound/comparable';
import type { LastRound } from '../../../src/domain/lastRound/lastRound';
import { lastRoundOf } from '../../../src/domain/lastRound/lastRound';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { canBeExplained } from '../../../src/domain/submission/explainable';
import { explain } from '../../../src/domain/submission/explanation';
import { findingMessage } from '../../../src/wording/findings';
import type { Changes } from '../forms';
import { changed, grid, officialSheet, puyangRows, settings } from '../forms';

interface Plan {
  readonly year?: number;
  readonly unit?: string;
  readonly currency?: string;
  readonly table1?: Changes;
}

function workbook({
  year = 2019,
  unit = '濮阳市财政局',
  currency = '万元',
  table1 = {},
}: Plan): WorkbookGrids {
  const heading = { unit, year: `（${year}）`, currency };
  return {
    sheets: [
      grid('统计表1', changed(officialSheet(1, puyangRows(1), heading), table1)),
      grid('统计表2', officialSheet(2, puyangRows(2), heading)),
    ],
  };
}

function units(of: WorkbookGrids): UnitReturn[] {
  return viewReturns(recogniseWorkbook(of).returns, of);
}

function last(plan: Plan, round: ReportingRound | null = null): LastRound {
  return lastRoundOf(units(workbook(plan)), round);
}

function measuresOf(round: ReportingRound, lastRound: LastRound, plan: Plan = {}) {
  const [unit] = units(workbook(plan));
  if (unit === undefined) throw new Error('no unit');
  const compared = comparedWith(unit, round, lastRound);
  return typeof compared === 'string' ? compared : [compared.equal, compared.change];
}

test.each<[ReportingRound, number, ReportingRound, unknown]>([
  ['july', 2018, 'annual', [['finalAccounts'], ['budgeted']]],
  ['annual', 2019, 'july', [['budgeted'], ['finalAccounts']]],
  ['january', 2019, 'annual', [['budgeted', 'executed'], []]],
  ['annual', 2019, 'january', [['budgeted', 'executed'], []]],
  ['annual', 2018, 'annual', [[], ['budgeted', 'executed', 'finalAccounts']]],
  ['july', 2018, 'july', [[], ['budgeted', 'executed', 'finalAccounts']]],
  ['january', 2018, 'january', [[], ['budgeted', 'executed']]],
  ['july', 2018, 'january', [[], ['budgeted']]],
  ['annual', 2019, 'annual', 'nothingInCommon'],
  ['annual', 2015, 'annual', 'nothingInCommon'],
])('%s 2019 against %i %s', (round, year, other, expected) => {
  expect(measuresOf(round, last({ year }, other))).toEqual(expected);
});

describe('which round the other workbook is of is seen by its figures', () => {
  const blankAccounts: Changes = Object.fromEntries(
    ['E', 'I', 'M'].flatMap((letter) =>
      Array.from({ length: 20 }, (_, at): [string, undefined] => [`${letter}${at + 5}`, undefined]),
    ),
  );
  const doubledAccounts: Changes = Object.fromEntries(
    Array.from({ length: 19 }, (_, at): [string, number] => [`E${at + 5}`, 12345 + at]),
  );
  const roundOf = (table1: Changes) => {
    const of = { sheets: workbook({ table1 }).sheets.slice(0, 1) };
    return lastRoundOf(units(of), null).returns[0]?.round;
  };

  test('accounts like execution: a whole year; none at all: January; others: it is not said', () => {
    expect([
      roundOf({}),
      roundOf(blankAccounts),
      roundOf({ ...doubledAccounts, I14: 1, I23: 1, I11: 1 }),
    ]).toEqual(['annual', 'january', null]);
  });

  test('where it is not said, only what holds for either is compared', () => {
    const open = (year: number): LastRound => ({
      returns: last({ year }).returns.map((one) => ({ ...one, round: null })),
    });
    expect(measuresOf('january', open(2019))).toEqual([['budgeted'], []]);
    expect(measuresOf('july', open(2018))).toEqual([[], ['budgeted']]);
    expect(measuresOf('january', open(2010))).toBe('roundUnknown');
  });
});

test('only a unit of the same name is compared, and a stated year', () => {
  expect(measuresOf('annual', last({ unit: '濮阳县财政局', year: 2018 }))).toBe('unitNotThere');
  expect(
    measuresOf('annual', last({ unit: '濮阳市财政局（汇总）', year: 2018 }, 'annual')),
  ).toEqual([[], ['budgeted', 'executed', 'finalAccounts']]);
  const undated = workbook({ table1: { K2: '金额：万元' } });
  const alone = { sheets: undated.sheets.slice(0, 1) };
  const [unit] = units(alone);
  if (unit === undefined) throw new Error('no unit');
  expect(comparedWith(unit, 'annual', last({ year: 2018 }))).toBe('yearUnknown');
});

test('a unit that could not be compared has not passed', () => {
  const lastRound = last({ unit: '濮阳县财政局', year: 2018 });
  const report = reportOf(checkWorkbook(workbook({}), { ...settings, lastRound }));
  expect([report.verdict, report.units[0]?.verdict]).toEqual(['notChecked', 'notChecked']);
  expect(report.notCompared).toEqual([{ unit: 1, why: 'unitNotThere' }]);
});

test('amounts are compared whatever money unit either is stated in', () => {
  const yuan: Changes = Object.fromEntries(
    puyangRows(1).flatMap((row, line) =>
      row.flatMap((value, column): [string, number][] =>
        typeof value === 'number' && (column - 1) % 4 > 0
          ? [
              [
                `${'ABCDEFGHIJKLM'[column] ?? ''}${line + 5}`,
                Math.round(value * 100_000_000) / 10_000,
              ],
            ]
          : [],
      ),
    ),
  );
  const lastRound: LastRound = {
    returns: last({ currency: '元', table1: { ...yuan, C8: 6914400 } }, 'july').returns,
  };
  const findings = checkWorkbook(workbook({}), { ...settings, lastRound }).findings.filter(
    ({ rule, sheet }) => rule === 'Y-010' && sheet === '统计表1',
  );
  expect(
    findings.map(({ cells, detail }) => [cells[0], 'lastStated' in detail && detail.lastStated]),
  ).toEqual([['C8', '691.44']]);
});

test('a finding says what both state, and its explanation rests on both', () => {
  const by = (c8: number) => ({ ...settings, lastRound: last({ table1: { C8: c8 } }, 'july') });
  const check = checkWorkbook(workbook({}), by(690));
  const finding = check.findings.find(({ rule }) => rule === 'Y-010');
  const [unit] = check.views;
  if (finding === undefined || unit === undefined) throw new Error('nothing found');
  expect(canBeExplained(finding)).toBe(true);
  expect(findingMessage(finding, 'zh-CN')).toBe(
    '教育·一般公共预算·预算数（C8）填报 691.45，上期（2019 年7月份报送）同一个数为 690，多 1.45 万元。两期应当一致，请核对，有调整的请填写审核说明。',
  );
  expect(findingMessage(finding, 'en-US')).toContain('was 690');
  const explanations = [explain(finding, unit, 'annual', '预算调整')];
  const state = (c8: number) =>
    reportOf(checkWorkbook(workbook({}), by(c8)), {
      kind: 'read',
      explanations,
    }).explained.byFinding.get(finding.id)?.state;
  expect([state(690), state(680), state(691.45)]).toEqual(['valid', 'outdated', undefined]);
});

test('an unlikely change says by how much, and how much most changed', () => {
  const lastRound = last({ year: 2018, table1: { C7: 262.551 } }, 'annual');
  const [finding] = checkWorkbook(workbook({}), { ...settings, lastRound }).findings.filter(
    ({ rule }) => rule === 'Y-020',
  );
  if (finding === undefined) throw new Error('nothing found');
  expect(findingMessage(finding, 'zh-CN')).toBe(
    '公共安全·一般公共预算·预算数（C7）填报 2,625.51，2018 年为 262.551，增长 900%，而本表多数行基本没有变化，变化明显不同。请核对，属实的请填写审核说明。',
  );
});

/** Amounts of Table 1 in these columns, so many times as large and this more. */
function timesAsLarge(times: number, columns: string, more = 0): Changes {
  return Object.fromEntries(
    puyangRows(1).flatMap((row, line) =>
      Array.from(columns).flatMap((letter): [string, number][] => {
        const value = row['ABCDEFGHIJKLM'.indexOf(letter)];
        return typeof value === 'number'
          ? [[`${letter}${line + 5}`, Number((value * times + more).toPrecision(14))]]
          : [];
      }),
    ),
  );
}

test('a table in another unit is one warning, told with its factor, and rests on all its figures', () => {
  const table1 = timesAsLarge(10_000, 'CDEGHIKLM');
  const by = { ...settings, lastRound: last({ year: 2018 }, 'annual') };
  const check = checkWorkbook(workbook({ table1 }), by);
  const found = check.findings.filter(({ rule }) => rule.startsWith('Y-'));
  expect(found.map(({ rule, cells }) => [rule, cells])).toEqual([['Y-030', ['K2']]]);
  const [finding] = found;
  const [unit] = check.views;
  if (finding === undefined || unit === undefined) throw new Error('nothing found');
  expect(findingMessage(finding, 'zh-CN')).toBe(
    '统计表1的各数普遍约为上期（2018 年）的 10,000 倍，例如金融·一般公共预算·预算数（C19）填报 80,511,800，上期为 8,051.18。很可能有一期的金额单位（元、千元、万元）或小数点错了。请核对两期，属实的请填写审核说明。',
  );
  expect(findingMessage(finding, 'en-US')).toContain('about 10,000 times');
  const explanations = [explain(finding, unit, 'annual', '本期按元填报')];
  const state = (changes: Changes, before: Changes = {}) =>
    reportOf(
      checkWorkbook(workbook({ table1: { ...table1, ...changes } }), {
        ...settings,
        lastRound: last({ year: 2018, table1: before }, 'annual'),
      }),
      { kind: 'read', explanations },
    ).explained.byFinding.get(finding.id)?.state;
  expect([
    state({}),
    state({ E9: 1 }),
    state({}, { C8: 691 }),
    // Project counts and totals are not compared.
    state({ B8: 4, M9: 1 }, { B8: 5 }),
  ]).toEqual(['valid', 'outdated', 'outdated', 'valid']);
});

test.each<[string, Plan, Plan]>([
  ['larger', {}, { currency: '元' }],
  ['smaller', { currency: '元' }, {}],
  ['rounded', {}, { table1: timesAsLarge(10_000, 'CDEGHIKLM', 0.4) }],
])(
  'a round of the same year in another unit is told once, and what differs in that unit too: %s',
  (_, now, before) => {
    const plan = { ...now, table1: { C8: 123, C9: undefined } };
    const lastRound = last(before, 'july');
    const found = checkWorkbook(workbook(plan), { ...settings, lastRound }).findings.filter(
      ({ rule, sheet }) => rule.startsWith('Y-') && sheet === '统计表1',
    );
    expect(found.map(({ rule, cells }) => [rule, cells[0]])).toEqual([
      ['Y-010', 'C8'],
      ['Y-010', 'C9'],
      ['Y-030', 'K2'],
    ]);
  },
);

test('one column that is smaller says which, and by what part', () => {
  const lastRound = last({ year: 2018 }, 'annual');
  const table1 = timesAsLarge(0.0001, 'C');
  const [finding] = checkWorkbook(workbook({ table1 }), { ...settings, lastRound }).findings.filter(
    ({ rule }) => rule === 'Y-030',
  );
  if (finding === undefined) throw new Error('nothing found');
  expect(findingMessage(finding, 'zh-CN')).toMatch(
    /^统计表1一般公共预算的预算数普遍约为上期（2018 年）的 10,000 分之一，例如/,
  );
});

test('what begins or ends is told: by the way, or as a warning where it is large', () => {
  const told = (now: Changes, before: Changes) =>
    checkWorkbook(workbook({ table1: now }), {
      ...settings,
      lastRound: last({ year: 2018, table1: before }, 'annual'),
    })
      .findings.filter(({ rule }) => rule.startsWith('Y-'))
      .map((finding) => [finding.severity, findingMessage(finding, 'zh-CN')]);
  expect(told({}, { C8: undefined })).toEqual([
    [
      'notice',
      '教育·一般公共预算·预算数（C8）填报 691.45，2018 年未填，为新增，占本期该项合计的 1.7%。如是填错了行请改正。',
    ],
  ]);
  expect(told({ D14: undefined }, {})).toEqual([
    [
      'warning',
      '城乡社区·一般公共预算·执行数（D14）未填，2018 年为 5,722.37（占当年该项合计的 14%），本期取消。数额较大，请核对有没有填错行，属实的请填写审核说明。',
    ],
  ]);
});

test('too few lines say nothing', () => {
  const few: Changes = Object.fromEntries(
    Array.from({ length: 19 }, (_, at) => at + 5)
      .filter((row) => row > 9)
      .flatMap((row) =>
        ['C', 'G'].map((letter): [string, undefined] => [`${letter}${row}`, undefined]),
      ),
  );
  const lastRound = last({ year: 2018, table1: { ...few, C7: 2.6 } }, 'annual');
  const found = checkWorkbook(workbook({ table1: few }), { ...settings, lastRound }).findings;
  expect(found.filter(({ rule, cells }) => rule === 'Y-020' && cells[0] === 'C7')).toEqual([]);
});
