/** Every rule about a set does what its examples say, and no rule goes without examples. */
import { catalogue } from '../../../src/domain/rules/catalogue';
import type { RuleId } from '../../../src/domain/finding';
import type { SetSettings } from '../../../src/domain/consolidate/judgeSet';
import type { LabelChoice } from '../../../src/domain/consolidate/labelMap';
import { exclusionReason, setFindingMessage } from '../../../src/wording/setFindings';
import type { Changes } from '../forms';
import type { UnitPlan } from './sets';
import { figuresOf, findingsOf, judged, sumOf, wordsOf } from './sets';

type Situation = 'satisfied' | 'violated' | 'bound' | 'beyond';

interface SetExample {
  readonly rule: RuleId;
  readonly situation: Situation;
  readonly units: readonly UnitPlan[];
  readonly decided?: Partial<SetSettings>;
  readonly choices?: readonly LabelChoice[];
  /** Findings of the rule: severity, numbers of units, names. */
  readonly findings?: readonly string[];
  /** What becomes of the units. Left out: all count. */
  readonly excluded?: readonly string[];
}

/** Situations that a rule cannot be in: nothing is measured. */
const cannotBe: Readonly<Partial<Record<RuleId, readonly Situation[]>>> = {
  'U-030': ['bound', 'beyond'],
  'U-040': ['bound', 'beyond'],
  'U-045': ['bound', 'beyond'],
  'U-050': ['bound', 'beyond'],
  'U-055': ['bound', 'beyond'],
  'U-060': ['bound', 'beyond'],
  'U-080': ['bound', 'beyond'],
  'U-090': ['bound', 'beyond'],
};

const three: readonly UnitPlan[] = [
  { name: '甲县', times: 3 },
  { name: '乙县', times: 5 },
  { name: '丙县', times: 7 },
];

/** Nothing says in which money the tables are. */
const unstatedCurrency = { table1: { K2: '年份：（2019）' }, table2: { K2: '年份：（2019）' } };

/** One figure corrected; totals follow from elsewhere. */
const corrected = { C8: 700 };

/** What the notes of a result say of the units that it is made of. */
const whole = [
  ['计入的单位', '1'],
  ['甲乡', '甲乡.xlsx'],
  ['没有计入的单位', '0'],
] as const;
const lacking = [
  ['计入的单位', '1'],
  ['甲乡', '甲乡.xlsx'],
  ['没有计入的单位', '1'],
  ['丙乡', '缺一张表，请补报；丙乡.xlsx · 统计表1 “统计表1”A3:M24'],
] as const;

/** Figures on the first line of each table, everything else blank; they balance. */
function only(
  count: number,
  amount: number,
  executed: number = amount,
): Pick<UnitPlan, 'table1' | 'table2'> {
  const table = (lines: number) => {
    const cells: Record<string, number | undefined> = {};
    for (let row = 5; row < 5 + lines; row += 1) {
      for (const letter of 'BCDEFGHIJKLM') cells[`${letter}${row}`] = undefined;
    }
    for (const row of [5, 4 + lines]) {
      for (const block of ['BCDE', 'JKLM']) {
        Array.from(block).forEach((letter, at) => {
          cells[`${letter}${row}`] = at === 0 ? count : amount;
        });
      }
    }
    return cells;
  };
  return { table1: { ...table(20), E5: executed }, table2: table(7) };
}

const examples: readonly SetExample[] = [
  { rule: 'U-010', situation: 'satisfied', units: [{ name: '甲县' }, { name: '乙县', times: 2 }] },
  {
    rule: 'U-010',
    situation: 'violated',
    units: [{ name: '甲县' }, { name: '（甲县）汇总', times: 2 }, { name: '乙县', times: 5 }],
    findings: ['error 1 2'],
    excluded: ['1 duplicate', '2 duplicate'],
  },
  {
    rule: 'U-010',
    situation: 'violated',
    units: [{ name: '甲县' }, { name: '甲县', times: 2 }],
    decided: { chosenVersions: new Set(['2#1']) },
    findings: ['notice 1 2'],
    excluded: ['1 duplicate'],
  },
  // The same figures in another money unit are the same; a hundredth of a 分 more is another figure.
  {
    rule: 'U-010',
    situation: 'bound',
    units: [{ name: '甲县' }, { name: '甲县', currency: 'yuan' }],
    findings: ['notice 1 2'],
    excluded: ['2 duplicate'],
  },
  {
    rule: 'U-010',
    situation: 'beyond',
    units: [
      { name: '甲县', ...only(1, 5) },
      { name: '甲县', ...only(1, 5, 5.00000001) },
    ],
    decided: { includeErrors: 'all' },
    findings: ['error 1 2'],
    excluded: ['1 duplicate', '2 duplicate'],
  },
  // A unit that states no year is a version of its namesake.
  {
    rule: 'U-010',
    situation: 'violated',
    units: [{ name: '甲县' }, { name: '甲县', year: '', times: 2 }, { name: '乙县', times: 5 }],
    decided: { includeErrors: 'all' },
    findings: ['error 1 2'],
    excluded: ['1 duplicate', '2 duplicate'],
  },
  {
    rule: 'U-010',
    situation: 'violated',
    units: [{ name: '甲县', year: '' }, { name: '甲县' }, { name: '乙县', times: 5 }],
    decided: { includeErrors: 'all' },
    findings: ['notice 1 2'],
    excluded: ['1 duplicate'],
  },
  // Two halves are not the same twice, and two years are two returns.
  {
    rule: 'U-010',
    situation: 'satisfied',
    units: [{ name: '甲县', tables: [1] }, { name: '甲县', tables: [2] }, { name: '乙县' }],
    excluded: ['1 tableMissing', '2 tableMissing'],
  },
  {
    rule: 'U-010',
    situation: 'satisfied',
    units: [{ name: '甲县' }, { name: '甲县', year: '（2018）', times: 2 }],
    excluded: ['2 otherYear'],
  },
  { rule: 'U-020', situation: 'satisfied', units: three },
  {
    rule: 'U-020',
    situation: 'violated',
    units: [...three, { name: '丁县', times: 10 }],
    findings: ['error 4 1 3'],
    excluded: ['4 sumOfOthers'],
  },
  // A sum counts neither as itself nor twice in a sum of sums; what does not count is looked at, too.
  {
    rule: 'U-020',
    situation: 'violated',
    units: [
      { name: '乙市', times: 10 },
      { name: '甲县', times: 3 },
      { name: '乙县', times: 7, year: '（2018）' },
      { name: '丙县', ...only(2, 81.2345) },
    ],
    findings: ['error 1 2 3'],
    excluded: ['1 sumOfOthers', '3 otherYear'],
  },
  {
    rule: 'U-020',
    situation: 'bound',
    units: [
      { name: '甲县', ...only(1, 5) },
      { name: '乙县', ...only(2, 7.25) },
      { name: '丙县', ...only(3, 12.25) },
    ],
    findings: ['error 3 1 2'],
    excluded: ['3 sumOfOthers'],
  },
  {
    rule: 'U-020',
    situation: 'beyond',
    units: [
      { name: '甲县', ...only(1, 5) },
      { name: '乙县', ...only(2, 7.25) },
      { name: '丙县', ...only(3, 12.25, 12.25000001) },
    ],
    decided: { includeErrors: 'all' },
  },
  // One of the parts forgot a table.
  {
    rule: 'U-020',
    situation: 'violated',
    units: [
      { name: '甲县', times: 3 },
      { name: '乙县', times: 7, tables: [1] },
      { name: '丙县', ...only(2, 81.2345) },
      { name: '丁市', times: 10 },
    ],
    findings: ['error 4 1 2'],
    excluded: ['2 tableMissing', '4 sumOfOthers'],
  },
  // The city's own return is a part of the city's sum, and no version of it.
  {
    rule: 'U-020',
    situation: 'violated',
    units: [
      { name: '甲市', times: 3 },
      { name: '乙县', times: 7 },
      { name: '甲市（汇总）', times: 10 },
    ],
    findings: ['error 3 1 2'],
    excluded: ['3 sumOfOthers'],
  },
  { rule: 'U-030', situation: 'satisfied', units: three },
  {
    rule: 'U-030',
    situation: 'violated',
    units: [...three, { name: '丁县', year: '（2018）', times: 11 }],
    findings: ['error 4'],
    excluded: ['4 otherYear'],
  },
  {
    rule: 'U-030',
    situation: 'violated',
    units: [{ name: '甲县' }, { name: '乙县', year: '（2018）', times: 2 }],
    decided: { fiscalYear: 2018 },
    findings: ['error 1'],
    excluded: ['1 otherYear'],
  },
  { rule: 'U-040', situation: 'satisfied', units: three },
  // Chosen by the user, one unit of all is none that differs.
  { rule: 'U-040', situation: 'satisfied', units: three, decided: { currencyUnit: 'yuan' } },
  {
    rule: 'U-040',
    situation: 'violated',
    units: [...three, { name: '丁县', currency: 'yuan', times: 11 }],
    findings: ['notice 4'],
  },
  { rule: 'U-045', situation: 'satisfied', units: three },
  {
    rule: 'U-045',
    situation: 'violated',
    units: [...three, { name: '丁县', times: 11, ...unstatedCurrency }],
    findings: ['error 4'],
    excluded: ['4 errors'],
  },
  // Whoever includes it in spite of its errors is told as what it counts.
  {
    rule: 'U-045',
    situation: 'violated',
    units: [...three, { name: '丁县', times: 11, ...unstatedCurrency }],
    decided: { includeErrors: 'all' },
    findings: ['error 4'],
  },
  // One table that says it is not both.
  {
    rule: 'U-045',
    situation: 'violated',
    units: [
      ...three,
      { name: '丁县', times: 11, currency: 'yuan', table2: unstatedCurrency.table2 },
    ],
    decided: { includeErrors: 'all' },
    findings: ['error 4'],
  },
  {
    rule: 'U-050',
    situation: 'satisfied',
    units: three,
    decided: { expectedUnits: ['甲县', ' 乙县（汇总）', '丙县'] },
  },
  {
    rule: 'U-050',
    situation: 'violated',
    units: three,
    decided: { expectedUnits: ['甲县', '丁县', '乙县', '丙县', '丁县', '__proto__'] },
    findings: ['error  丁县 __proto__'],
  },
  {
    rule: 'U-055',
    situation: 'satisfied',
    units: [...three, { name: '东区', times: 11, notes: whole }],
  },
  {
    rule: 'U-055',
    situation: 'violated',
    units: [...three, { name: '东区', times: 11, notes: lacking }],
    findings: ['error 4'],
  },
  // Also where what lacks is lacking a level below, or was never given.
  ...(['错误 U-055 下级汇总不全', '提示 U-055 下级汇总不全', '错误 U-050 应报未报'] as const).map(
    (rule): SetExample => ({
      rule: 'U-055',
      situation: 'violated',
      units: [...three, { name: '东区', times: 11, notes: [...whole, [rule, '缺乡。']] }],
      findings: ['error 4'],
    }),
  ),
  // What does not count lacks nothing.
  {
    rule: 'U-055',
    situation: 'satisfied',
    units: [...three, { name: '东区', times: 11, year: '（2018）', notes: lacking }],
    excluded: ['4 otherYear'],
  },
  { rule: 'U-060', situation: 'satisfied', units: three },
  {
    rule: 'U-060',
    situation: 'violated',
    units: three,
    decided: { expectedUnits: ['甲县'] },
    findings: ['warning 2 3'],
  },
  { rule: 'U-070', situation: 'satisfied', units: three },
  {
    rule: 'U-070',
    situation: 'violated',
    units: [{ name: '甲县' }, { name: '乙县', currency: 'yuan' }, { name: '丙县', times: 3 }],
    findings: ['warning 1 2'],
  },
  // Reports of nothing are alike, and that is nothing to ask about.
  {
    rule: 'U-070',
    situation: 'bound',
    units: [
      { name: '甲县', ...only(0, 0) },
      { name: '乙县', ...only(0, 0) },
    ],
  },
  {
    rule: 'U-070',
    situation: 'beyond',
    units: [
      { name: '甲县', ...only(1, 0.01) },
      { name: '乙县', ...only(1, 0.01) },
    ],
    findings: ['warning 1 2'],
  },
  // The very same figures under such names, until the user has said what counts.
  ...(
    [
      [[], 'error 1 2', []],
      [[['2#1', false]], 'warning 1 2', ['2 duplicate']],
      [[['1#1', true]], 'error 1 2', []],
      [
        [
          ['1#1', true],
          ['2#1', true],
        ],
        'warning 1 2',
        [],
      ],
    ] as const
  ).map(([choices, found, excluded]): SetExample => ({
    rule: 'U-070',
    situation: 'violated',
    units: [{ name: '乙县' }, { name: '乙县财政局' }, ...three.slice(2)],
    decided: { countChoices: new Map(choices) },
    findings: [found],
    excluded,
  })),
  // A corrected version under a name that goes on where the other ends.
  ...(
    [
      ['乙县财政局', 'error 1 2'],
      ['丁县', 'warning 1 2'],
    ] as const
  ).map(([name, found]): SetExample => ({
    rule: 'U-070',
    situation: 'violated',
    units: [{ name: '乙县' }, { name, table1: corrected }, ...three.slice(2)],
    decided: { includeErrors: 'all' },
    findings: [found],
  })),
  { rule: 'U-080', situation: 'satisfied', units: three },
  {
    rule: 'U-080',
    situation: 'violated',
    units: [...three, { name: '丁县', times: 11, table1: laterLabels() }],
    findings: ['notice 4'],
  },
  { rule: 'U-090', situation: 'satisfied', units: three },
  {
    rule: 'U-090',
    situation: 'violated',
    units: [...three, { name: '丁县', times: 11, table1: { A8: '民办教育' } }],
    findings: ['error 4'],
    excluded: ['4 unknownLine'],
  },
  {
    rule: 'U-090',
    situation: 'satisfied',
    units: [...three, { name: '丁县', times: 11, table1: { A8: '民办教育' } }],
    choices: [{ label: ' 民办 教育', meaning: '教育支出' }],
  },
];

/** The labels after 2019 on the lines of the printed form. */
function laterLabels(): Changes {
  return {
    A5: '一般公共服务',
    A10: '文化旅游体育与传媒',
    A12: '卫生健康',
    A17: '资源勘探工业信息等',
    A20: '自然资源海洋气象等',
  };
}

const numbered = examples.map((example, index) => ({
  name: `${example.rule} ${example.situation} (${index + 1})`,
  example,
}));

test.each(numbered)('$name', ({ example }) => {
  const judgement = judged(example.units, example.decided, example.choices);
  const own = judgement.findings.filter(({ rule }) => rule === example.rule);
  expect(findingsOf({ ...judgement, findings: own })).toEqual(
    (example.findings ?? []).map((line) => `${example.rule} ${line}`),
  );
  expect(wordsOf(judgement).filter((word) => !word.endsWith('counts'))).toEqual(
    example.excluded ?? [],
  );
});

const ofSets = catalogue.filter(({ check }) => check.kind === 'ofSet');

test.each(ofSets.map(({ id }) => id))('%s has an example of every situation', (id) => {
  const situations: readonly Situation[] = ['satisfied', 'violated', 'bound', 'beyond'];
  const shown = examples.filter(({ rule }) => rule === id).map(({ situation }) => situation);
  const needed = situations.filter((situation) => !(cannotBe[id] ?? []).includes(situation));
  expect(needed.filter((situation) => !shown.includes(situation))).toEqual([]);
});

test('a row without a label is named by its place, and nobody is told to map it', () => {
  const plan = { name: '丁县', times: 11, table1: { A8: ' ' } };
  const judgement = judged([{ name: '甲县' }, plan]);
  expect(wordsOf(judgement)).toEqual(['1 counts', '2 unknownLine']);
  const finding = judgement.findings.find(({ rule }) => rule === 'U-090');
  const [, unnamed] = judgement.units;
  expect(unnamed && exclusionReason(unnamed, 'zh-CN')).toBe(
    '有填了数字却没有名称的行，请退回补填名称',
  );
  const both = { ...plan, table2: { A8: '自有领域' } };
  const [, named] = judged([{ name: '甲县' }, both]).units;
  expect(named && exclusionReason(named, 'zh-CN', 'short')).toBe('有自定科目');
  for (const door of ['terminal', 'pane', 'notes'] as const) {
    expect(finding && setFindingMessage(finding, judgement, 'zh-CN', door)).toBe(
      '“丁县”的统计表1有填了数字却没有名称的行（工作表“统计表1”第 8 行），无法知道是哪个服务领域，没有计入。请退回该单位补填名称，或并入相应的行。',
    );
  }
});

test('the first reason that applies is given', () => {
  const sum = { name: '丁县', times: 8, table1: { A8: '民办教育' } };
  const units = [{ name: '甲县', times: 3 }, { name: '乙县', times: 5, table1: { K8: 1 } }, sum];
  expect(wordsOf(judged(units))).toEqual(['1 counts', '2 errors', '3 unknownLine']);
  expect(wordsOf(judged(units, {}, [{ label: '民办教育', meaning: '教育' }]))).toEqual([
    '1 counts',
    '2 errors',
    '3 sumOfOthers',
  ]);
  expect(wordsOf(judged(units, { includeErrors: new Set(['2#1']) }))[1]).toBe('2 counts');
  expect(wordsOf(judged([{ ...sum, tables: [1], year: '（2018）' }, ...units]))[0]).toBe(
    '1 tableMissing',
  );
});

const wrongTotal: UnitPlan = { name: '甲县', table1: { K24: 1 } };
const whoCounts = { wrongFirst: '2', wrongLast: '1', bothWrong: null } as const;

test.each([
  ['wrongFirst', [wrongTotal, { name: '甲县' }]],
  ['wrongLast', [{ name: '甲县' }, wrongTotal]],
  ['bothWrong', [wrongTotal, wrongTotal]],
] as const)('of versions with the same figures the one counts that can: %s', (order, plans) => {
  const judgement = judged([...plans, { name: '乙县', times: 5 }]);
  const counting = judgement.units
    .filter(({ excludedBecause, unit }) => excludedBecause === null && unit.name === '甲县')
    .map(({ number }) => String(number));
  const expected = whoCounts[order];
  expect(counting).toEqual(expected === null ? [] : [expected]);
  const [twice] = judgement.findings;
  if (twice === undefined) throw new Error('nothing found');
  expect(setFindingMessage(twice, judgement, 'zh-CN')).toContain(
    expected === null ? '都没有计入' : `只计入一次（第 ${expected} 个）`,
  );
});

test('a copy without a year of a unit of another year does not count in its place', () => {
  const units = [{ name: '甲县', year: '' }, { name: '甲县', year: '（2018）' }, ...three.slice(1)];
  expect(wordsOf(judged(units, { includeErrors: 'all' }))).toEqual([
    '1 duplicate',
    '2 otherYear',
    '3 counts',
    '4 counts',
  ]);
});

test('a label mapped to a line that is missing settles both errors, and to one that stands adds to it', () => {
  const renamed = { name: '甲县', table1: { A23: '其他项目支出汇总项' } };
  const choices = [{ label: '其他项目支出汇总项', meaning: '其他' }];
  expect(wordsOf(judged([renamed]))).toEqual(['1 unknownLine']);
  const judgement = judged([renamed], {}, choices);
  expect(judgement.units[0]?.verdict).toBe('warnings');
  expect(figuresOf(sumOf(judgement))).toEqual(figuresOf(sumOf(judged([{ name: '甲县' }]))));
  const twice = judged([{ name: '甲县', table1: { A8: '民办教育' } }], {}, [
    { label: '民办教育', meaning: '科学技术' },
  ]);
  // 教育 is missing then, and nobody has said that it may be.
  expect(wordsOf(twice)).toEqual(['1 errors']);
});
