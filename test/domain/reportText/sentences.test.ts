/** The sentences written from the tables: checked against the same tables, every figure agrees. */
import * as fc from 'fast-check';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { ReportingRound } from '../../../src/domain/forms/rounds';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { reportSentences } from '../../../src/domain/reportText/sentences';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { sentenceText } from '../../../src/wording/reportText';
import { generateReport } from '../../bench/reportText/generator';
import { lots } from '../../bench/reportText/lots/lots';
import { runs } from '../../properties/runs';
import type { Changes } from '../forms';
import { puyang } from '../forms';

const usual = { currencyUnit: 'tenThousandYuan', decimals: 2 } as const;

function city(changes: Changes = {}): UnitReturn {
  const workbook = puyang(changes);
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return unit;
}

function written(
  unit: UnitReturn,
  round: ReportingRound,
  style: typeof usual | { currencyUnit: 'hundredMillionYuan'; decimals: number } = usual,
  before: UnitReturn | null = null,
) {
  const made = reportSentences(unit, round, style, before);
  return made.sentences.map((sentence) => [sentence.id, sentenceText(sentence, made)] as const);
}

test('the paragraph in the style of its round', () => {
  const totals = (round: ReportingRound) => written(city(), round)[0]?.[1];
  expect(totals('annual')).toBe(
    '2019 年全年累计纳入购买服务预算项目 236 个，预算资金 41528.12 万元，执行资金 40790.51 万元，决算资金 40201.88 万元。',
  );
  expect(totals('january')).toBe(
    '2019 年全年累计纳入购买服务预算项目 236 个，预算资金 41528.12 万元，执行资金 40790.51 万元。',
  );
  expect(totals('july')).toBe(
    '2019 年纳入购买服务预算项目 236 个，预算资金 41528.12 万元，上半年执行资金 40790.51 万元；2018 年决算资金 40201.88 万元。',
  );
});

test('in 亿元, and beside last year', () => {
  const style = { currencyUnit: 'hundredMillionYuan', decimals: 2 } as const;
  const sentences = new Map(written(city(), 'annual', style, city({ J24: 200, K24: 40000 })));
  expect(sentences.get('budgets')).toContain('一般公共预算 3.60 亿元，占 86.58%');
  expect(sentences.get('change')).toBe(
    '2018 年购买服务项目 200 个、预算资金 4.00 亿元，2019 年预算资金比上年增加 0.15 亿元，增长 3.82%。',
  );
  const same = new Map(written(city(), 'annual', style, city()));
  expect(same.get('change')).toBe(
    '2018 年购买服务项目 236 个、预算资金 4.15 亿元，2019 年预算资金与上年基本持平。',
  );
});

test('a sentence of which a figure is missing or cannot be told is not written', () => {
  const ids = (changes: Changes) => written(city(changes), 'annual').map(([id]) => id);
  expect(ids({})).toEqual(['totals', 'executionRate', 'budgets', 'largestAreas', 'kinds']);
  expect(ids({ C24: '约三亿' })).not.toContain('budgets');
  expect(ids({ K8: '约七百' })).not.toContain('largestAreas');
  expect(ids({ K2: '年份：（2019）' })).not.toContain('totals');
});

test('whatever the tables, every figure of what is written agrees with them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.constantFrom('annual' as const, 'january' as const, 'july' as const),
      fc.constantFrom(usual, { currencyUnit: 'hundredMillionYuan', decimals: 4 } as const),
      (seed, round, style) => {
        const { unit } = generateReport(seed, lots.first[0]);
        const sentences = written(unit, round, style);
        expect(sentences.length).toBeGreaterThan(3);
        for (const [id, text] of sentences) {
          const { figures, unrecognised } = checkReportText(text, unit, round);
          expect(unrecognised).toEqual([]);
          expect([
            id,
            ...figures.filter(({ verdict }) => verdict !== 'agrees').map((each) => each.text),
          ]).toEqual([id]);
          const numbers = text.replace(/\d{4} 年/g, '').match(/\d[\d.]*/g) ?? [];
          expect(figures.map((each) => each.text.replace(/[^\d.]/g, ''))).toEqual(numbers);
        }
      },
    ),
    runs(40),
  );
});
