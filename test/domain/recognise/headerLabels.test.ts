/** A column heading is read under the words that keep its figure, and under none that change it. */
import fc from 'fast-check';
import { readHeaderLabel } from '../../../src/domain/recognise/headerLabels';

const periods = ['全年', '本年', '年初', '年终', '年末', '2019年度', '上半年', '截至6月底', '累计'];
const kinds = ['实际', '最终', '财政', '政府购买服务'];
const measureWords = [
  ['预算数', 'budgeted', ['批复', '核定', '下达', '调整', '调整后', '']],
  ['执行数', 'executed', ['预算', '已', '']],
  ['决算数', 'finalAccounts', ['部门', '批复', '']],
] as const;
const units = ['', '（万元）', ' 万元', '2', '.1'];

test('what stands before a measure in any order leaves the measure what it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...measureWords),
      fc.shuffledSubarray([...periods, ...kinds], { maxLength: 3 }),
      fc.nat(),
      fc.constantFrom(...units),
      ([word, measure, stages], words, at, unit) => {
        const heading = `${words.join('')}${stages[at % stages.length] ?? ''}${word}${unit}`;
        expect([heading, readHeaderLabel(heading)]).toStrictEqual([
          heading,
          { block: null, measure },
        ]);
      },
    ),
  );
});

test.each([
  '未执行数',
  '应执行数',
  '预算调整数',
  '预算数减少',
  '预算执行率',
  '非预算数',
  '执行数（占比%）',
  '执行数（未支付）',
  '预算数（较上年增减）',
  '采购预算数',
  '财务决算数',
  '人员项目数',
])('%j is another figure', (heading) => {
  expect(readHeaderLabel(heading)).toBeNull();
});

test.each([
  ['财政拨款（一般公共预算）', 'generalPublic'],
  ['一般公共预算财政拨款', 'generalPublic'],
  ['一般公共预算（财政拨款）资金', 'generalPublic'],
  ['资金来源：一般公共预算', 'generalPublic'],
  ['财政拨款（政府性基金预算）', 'governmentManagedFund'],
  ['其中：政府性基金预算', 'governmentManagedFund'],
  ['本级合计', 'total'],
] as const)('%j names the block %s', (heading, block) => {
  expect(readHeaderLabel(heading)).toStrictEqual({ block, measure: null });
});

test.each(['非一般公共预算', '一般公共预算收入', '上级一般公共预算转移支付', '国有资本经营预算'])(
  '%j is no block of the form',
  (heading) => {
    expect(readHeaderLabel(heading)).toBeNull();
  },
);
