/** What may be a sum of others, or another unit's copy: who counts, what is asked, and what an answer changes. */
import * as fc from 'fast-check';
import { takeUnits } from '../../../src/application/takeUnits';
import type { SetJudgement } from '../../../src/domain/consolidate/judgeSet';
import { judgeSet } from '../../../src/domain/consolidate/judgeSet';
import type { TakenUnit } from '../../../src/domain/consolidate/takenUnit';
import { gridOfLayout } from '../../../src/domain/template/layoutGrid';
import { setFindingMessage } from '../../../src/wording/setFindings';
import type { CountyFigures, CountyPlan, SourceFigures } from '../../sets/countyFigures';
import { countyFigures, countyLayouts, sumOfCounties } from '../../sets/countyFigures';
import { dearRuns } from '../../properties/runs';
import { settings } from '../forms';
import { findingsOf, judged, setSettings, wordsOf } from './sets';

interface Plan extends Omit<CountyPlan, 'figures'> {
  readonly figures: CountyFigures;
  readonly file?: string;
}

/** A unit as it is read from a file of its own. */
function unit({ file, ...plan }: Plan, at: number): TakenUnit {
  const workbook = { sheets: countyLayouts(plan).map(gridOfLayout) };
  const source = { kind: 'file', file: file ?? `${at + 1}.xlsx` } as const;
  const [only] = takeUnits(`${at + 1}`, source, workbook, settings, setSettings().labels).units;
  if (only === undefined) throw new Error('no unit');
  return only.unit;
}

/** The set, its errors passed over, with what is said of units by their numbers. */
function judge(plans: readonly Plan[], said: Readonly<Record<number, boolean>> = {}): SetJudgement {
  const countChoices = new Map(
    Object.entries(said).map(([number, counts]) => [`${number}#1`, counts]),
  );
  return judgeSet(plans.map(unit), setSettings({ includeErrors: 'all', countChoices }));
}

const excluded = ({ units }: SetJudgement) =>
  units.flatMap(({ number, excludedBecause }) => (excludedBecause === null ? [] : [number]));

const sums = (judgement: SetJudgement) =>
  findingsOf(judgement).filter((line) => line.startsWith('U-020'));

const told = (judgement: SetJudgement, door: 'pane' | 'terminal' = 'pane') =>
  judgement.findings
    .filter(({ rule }) => rule === 'U-020')
    .map((finding) => setFindingMessage(finding, judgement, 'zh-CN', door));

/** Every figure of money another. */
function withMoney(
  { table1, table2 }: CountyFigures,
  change: (fen: bigint, line: number, column: number) => bigint,
): CountyFigures {
  const changed = (table: SourceFigures): SourceFigures =>
    table.map((line, at) =>
      line.map((figure, column) =>
        figure === null || column % 4 === 0 ? figure : change(figure, at, column),
      ),
    );
  return { table1: changed(table1), table2: changed(table2) };
}

const counties = ['范县', '台前县', '清丰县', '南乐县'].map((name, at) => ({
  name,
  figures: countyFigures(at),
}));
const city = sumOfCounties(counties.map(({ figures }) => figures));

test('a sum beyond doubt does not count, unless the user says so', () => {
  const set = [...counties, { name: '某市', figures: city }];
  expect(excluded(judge(set))).toEqual([5]);
  expect(sums(judge(set))).toEqual(['U-020 error 5 1 2 3 4']);
  const counted = judge(set, { 5: true });
  expect(excluded(counted)).toEqual([]);
  expect(sums(counted)).toEqual(['U-020 notice 5 1 2 3 4']);
  expect(told(counted)).toEqual([expect.stringContaining('按您的选择仍计入')]);
});

describe('a sum in which figures differ', () => {
  test('rounded to whole 万元', () => {
    const figures = withMoney(city, (fen) => ((fen + 500_000n) / 1_000_000n) * 1_000_000n);
    const judgement = judge([...counties, { name: '某市', figures }]);
    expect(excluded(judgement)).toEqual([5]);
    expect(sums(judgement)).toEqual(['U-020 error 5 1 2 3 4']);
    expect(told(judgement)).toEqual([expect.stringMatching(/只差尾数.*请核对后选择是否计入。$/)]);
  });

  test('its parts rounded before they were added up', () => {
    const whole = (fen: bigint) => ((fen + 500_000n) / 1_000_000n) * 1_000_000n;
    const parts = counties.map(({ figures }) => withMoney(figures, whole));
    const judgement = judge([...counties, { name: '某市', figures: sumOfCounties(parts) }]);
    expect([excluded(judgement), told(judgement)]).toEqual([
      [5],
      [expect.stringContaining('只差尾数')],
    ]);
  });

  test('rounded so coarsely that few figures say anything: it counts, and is asked about', () => {
    const two = sumOfCounties(counties.slice(0, 2).map(({ figures }) => figures));
    const figures = withMoney(two, (fen) => ((fen + 50_000_000n) / 100_000_000n) * 100_000_000n);
    const judgement = judge([...counties, { name: '某市', figures }]);
    expect(excluded(judgement)).toEqual([]);
    expect(sums(judgement)).toEqual(['U-020 error 5 1 2']);
    expect(told(judgement)).toEqual([expect.stringMatching(/也可能是巧合.*暂已计入/)]);
  });

  test('one figure was corrected since: it is told, and what the sum would be', () => {
    const figures = withMoney(city, (fen, line, column) =>
      line === 1 && column === 2 ? fen + 1_230_000n : fen,
    );
    const judgement = judge([...counties, { name: '某市', figures }]);
    expect(excluded(judgement)).toEqual([5]);
    const [message = ''] = told(judgement);
    expect(message).toMatch(
      /个数中只有 \d+ 个不等于其和（统计表1“.+”一般公共预算·执行数 [\d,.]+，其和为 /,
    );
    expect(judgement.units[4]?.sumDoubt).toBe('open');
    expect(excluded(judge([...counties, { name: '某市', figures }], { 5: true }))).toEqual([]);
  });

  test('of some of the counties, whose figures of one measure are still exact', () => {
    const some = sumOfCounties(counties.slice(1, 4).map(({ figures }) => figures));
    const figures = withMoney(some, (fen, _, column) => (column % 4 === 2 ? fen + 7_700n : fen));
    const judgement = judge([...counties, { name: '某市', figures }]);
    expect(sums(judgement)).toEqual(['U-020 error 5 2 3 4']);
  });

  test('a county like any other is no such sum', () => {
    const judgement = judge([...counties, { name: '濮阳县', figures: countyFigures(9) }]);
    expect(sums(judgement)).toEqual([]);
  });
});

test('whatever the counties and whatever was done to their sum, it does not count without a word, and they do', () => {
  const half = (fen: bigint, grain: bigint) => ((fen + grain / 2n) / grain) * grain;
  const ways = {
    asItIs: (sum: CountyFigures) => sum,
    rounded: (sum: CountyFigures) => withMoney(sum, (fen) => half(fen, 10_000n)),
    roundedToMillions: (sum: CountyFigures) => withMoney(sum, (fen) => half(fen, 100_000_000n)),
    mistyped: (sum: CountyFigures, dice: number) =>
      withMoney(sum, (fen, line, column) => (line * 8 + column === dice % 40 ? fen * 10n : fen)),
    corrected: (sum: CountyFigures, dice: number) =>
      withMoney(sum, (fen, line) => (line === dice % 6 ? fen + 98_700n : fen)),
  };
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(90), { minLength: 3, maxLength: 9 }),
      fc.constantFrom(...Object.values(ways)),
      fc.nat(),
      fc.boolean(),
      (seeds, way, dice, isAll) => {
        const units = seeds.map((seed) => ({ name: `第${seed}县`, figures: countyFigures(seed) }));
        const parts = isAll ? units : units.slice(0, Math.max(2, units.length - 2));
        const figures = way(sumOfCounties(parts.map((one) => one.figures)), dice);
        const place = dice % (units.length + 1);
        const set = [...units.slice(0, place), { name: '某市', figures }, ...units.slice(place)];
        const judgement = judge(set);
        expect(excluded(judgement)).toEqual([place + 1]);
        const numbers = parts.map((part) => set.indexOf(part) + 1);
        expect(sums(judgement)).toEqual([`U-020 error ${[place + 1, ...numbers].join(' ')}`]);
      },
    ),
    dearRuns(8),
  );
});

describe('a unit that is called a sum', () => {
  test('whose figures are not its parts’ is asked about, and counts until then', () => {
    const set = [...counties, { name: '全市合计', figures: countyFigures(9) }];
    const judgement = judge(set);
    expect(sums(judgement)).toEqual(['U-020 error 5 1 2 3 4']);
    expect(excluded(judgement)).toEqual([]);
    expect(told(judgement)).toEqual([expect.stringContaining('暂已计入')]);
    expect(told(judgement, 'terminal')).toEqual([expect.stringContaining('--leave 单位 不计入')]);
    expect(excluded(judge(set, { 5: false }))).toEqual([5]);
    expect(sums(judge(set, { 5: true }))).toEqual(['U-020 notice 5 1 2 3 4']);
  });

  test('and of the size of its parts does not count until the user says so', () => {
    const figures = withMoney(city, (fen, line) => (fen * BigInt(92 + (line % 5))) / 100n);
    const judgement = judge([...counties, { name: '某市汇总表', figures }]);
    expect([excluded(judgement), sums(judgement)]).toEqual([[5], ['U-020 error 5 1 2 3 4']]);
  });

  test('by its sheets alone, is one as well', () => {
    const figures = withMoney(city, (fen, line) => (fen * BigInt(92 + (line % 5))) / 100n);
    const units = [...counties, { name: '某市财政局', figures }].map(unit);
    const named = units.map((one, at) => {
      if (at < counties.length) return one;
      const tables = [...one.tables].map(
        ([form, table]) => [form, { ...table, sheet: '合计1' }] as const,
      );
      return { ...one, tables: new Map(tables) };
    });
    const judgement = judgeSet(named, setSettings({ includeErrors: 'all' }));
    expect([excluded(judgement), sums(judgement)]).toEqual([[5], ['U-020 error 5 1 2 3 4']]);
  });

  test('as all units of the set are says nothing', () => {
    const named = [...counties, { name: '濮阳县', figures: countyFigures(9) }].map((one) => ({
      ...one,
      name: `${one.name}合计`,
    }));
    expect(sums(judge(named))).toEqual([]);
  });
});

/** One project of each department, on one line. */
function department(count: bigint, yuan: bigint, line = 3): CountyFigures {
  const table = (lines: number, at: number): SourceFigures =>
    Array.from({ length: lines }, (_, row) =>
      row === at
        ? [count, yuan * 100n, yuan * 100n, yuan * 100n, null, null, null, null]
        : new Array<null>(8).fill(null),
    );
  return { table1: table(19, line), table2: table(6, 2) };
}

describe('small departments', () => {
  const three = [
    { name: '教育局', figures: department(1n, 100_000n) },
    { name: '民政局', figures: department(1n, 200_000n) },
    { name: '卫健委', figures: department(2n, 300_000n) },
  ];

  test('one that equals two others by few round figures counts, and is asked about', () => {
    const judgement = judge(three);
    expect(excluded(judgement)).toEqual([]);
    expect(sums(judgement)).toEqual(['U-020 error 3']);
    expect(told(judgement)).toEqual([
      expect.stringMatching(/“卫健委”＝“教育局”＋“民政局”.*只凭数字不能判定/),
    ]);
    expect(excluded(judge(three, { 3: false }))).toEqual([3]);
    expect(sums(judge(three, { 3: true }))).toEqual(['U-020 notice 3']);
  });

  test('in a set whose units all have such figures nobody is dropped', () => {
    const many = Array.from({ length: 24 }, (_, at) => ({
      name: `第${at + 1}局`,
      figures: department(BigInt(1 + (at % 4)), BigInt(1 + (at % 7)) * 50_000n, 2 + (at % 3)),
    }));
    const judgement = judge(many);
    expect(excluded(judgement)).toEqual([]);
    expect(sums(judgement)).toHaveLength(1);
  });
});

test('units of one name in different files may be several: the user may count them all', () => {
  const set = [
    { name: '城关镇', figures: countyFigures(0), file: '甲县/城关镇.xlsx' },
    { name: '城关镇', figures: countyFigures(1), file: '乙县/城关镇.xlsx' },
  ];
  expect(excluded(judge(set))).toEqual([1, 2]);
  const several = judge(set, { 1: true, 2: true });
  expect(excluded(several)).toEqual([]);
  expect(findingsOf(several)).toEqual(['U-010 notice 1 2']);
});

test('of units with the same figures one may be the other’s sum, or a copy: the user leaves it out', () => {
  const set = [
    { name: '教育局', figures: countyFigures(0) },
    { name: '第一中学', figures: countyFigures(0) },
  ];
  expect(excluded(judge(set))).toEqual([]);
  const left = judge(set, { 2: false });
  expect(wordsOf(left)).toEqual(['1 counts', '2 duplicate']);
});

test('proportional units: the sum is likely, and asked about', () => {
  const judgement = judged([
    { name: '甲县', times: 3 },
    { name: '乙县', times: 5 },
    { name: '丙县', times: 8 },
  ]);
  expect(sums(judgement)).toEqual(['U-020 error 3 1 2']);
  expect(told(judgement)).toEqual([expect.stringContaining('也可能是巧合')]);
});
