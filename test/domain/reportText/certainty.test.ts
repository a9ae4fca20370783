/** A sentence that is not understood wholly never says that a figure is wrong, whatever the word is that is not known. */
import fc from 'fast-check';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { runs } from '../../properties/runs';
import { puyang } from '../forms';

function checked(text: string) {
  const workbook = puyang();
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return checkReportText(text, unit, 'annual');
}

/** What is said to be wrong, or doubtful. */
function wrong(text: string): string[] {
  return checked(text)
    .figures.filter(({ verdict }) => verdict !== 'agrees')
    .map(({ text: figure, verdict }) => `${figure} ${verdict}`);
}

/** Sentences that are understood, each with one wrong figure and no other that says of what it is. */
const understood: readonly (readonly [before: string, figure: string, behind: string])[] = [
  ['全年累计纳入购买服务预算项目 ', '263 个', '，取得显著实效。'],
  ['2019 年，全市政府购买服务预算资金 ', '41582.12 万元', '，执行良好。'],
  ['全年购买服务实际执行 ', '40970.51 万元', '。'],
  ['从服务领域看，购买服务中教育项目 3 个，预算 ', '619.45 万元', '，占比较小。'],
  ['购买服务项目中，由一般公共预算安排的预算 ', '35965.49 万元', '。'],
  ['购买服务支出完成预算的 ', '89.22%', '。'],
];

test.each(understood)(
  'what is understood is said to be wrong: %s%s%s',
  (before, figure, behind) => {
    expect(wrong(before + figure + behind)).toEqual([`${figure} differs`]);
  },
);

const unknown = fc.constantFrom(
  ...[
    '养老',
    '老年人',
    '某某',
    '环卫保洁',
    '智慧城管',
    '心理健康',
    '已竣工',
    '小微',
    '托育',
    '幸福里',
  ],
  ...['面向残疾人的', '西城', '三产', '公益创投', '甲类', '蔬菜', '鹭洲', 'PPP', '12 家', '砚'],
);

test('with any unknown word in front of the figure, or behind it in its clause, nothing is said to be wrong', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...understood),
      unknown,
      fc.nat(),
      fc.boolean(),
      ([before, figure, behind], word, place, isBehind) => {
        // Not within a number, nor between its digits and its unit.
        const at = place % before.length;
        fc.pre(isBehind || !/\d[\d. ]*$/.test(before.slice(0, at)));
        const text = isBehind
          ? `${before}${figure}${word}${behind}`
          : `${before.slice(0, at)}${word}${before.slice(at)}${figure}${behind}`;
        expect([text, wrong(text)]).toEqual([text, []]);
      },
    ),
    runs(300),
  );
});

/** As above, behind a figure that is equal to the table's. */
const behindEqual: typeof understood = [
  ['购买服务项目 236 个，预算 41528.12 万元', '，实际执行 ', '40970.51 万元。'],
  ['购买服务预算 41528.12 万元', '，其中：一般公共预算 ', '35965.49 万元。'],
];

test('with any unknown word between a figure that is equal and one that is not, nothing is said to be wrong', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...behindEqual),
      unknown,
      fc.nat(),
      ([equal, between, figure], word, place) => {
        const at = place % between.length;
        const text = `${equal}${between.slice(0, at)}${word}${between.slice(at)}${figure}`;
        expect([text, wrong(text)]).toEqual([text, []]);
      },
    ),
    runs(200),
  );
});

test.each([
  '向社会组织购买服务项目 41 个，预算 3580.2 万元，执行 3496.1 万元，占全市购买服务预算 41528.12 万元的 8.62%。',
  '超预算执行的购买服务项目预算 2310.5 万元，执行 2450.3 万元；全市预算 41528.12 万元。',
  '纳入绩效评价的政府购买服务项目预算 12860.5 万元，执行 12011.3 万元，占全部预算 41528.12 万元的 30.97%。',
  '实行公开招标的购买服务预算 22150.3 万元，执行 21870.6 万元，占全市预算 41528.12 万元的 53.34%。',
  '根据审计反馈，未按规定公开的购买服务项目预算 2310.5 万元，执行 2250.3 万元，2019 年预算 41528.12 万元，整改后公开 236 个。',
  '全年申报购买服务项目 250 个，申报预算 50000 万元。',
  '购买服务项目 12 个，均为养老服务。',
  '购买服务已启动项目 200 个，落地项目 180 个。',
  '养老服务供给不断优化。全年购买服务项目 12 个，预算 300 万元。',
  '（三）居家养老\n购买服务项目 12 个，预算 300 万元。',
  '12 家单位建立台账，购买服务预算 300 万元。',
  '购买服务中大项目 58 个，小项目 60 个。',
  '购买服务支出进度较序时进度快 25.93%。',
  '今年购买服务项目安排预算 3 亿元用于新增事项。',
  '全年完成购买服务项目 200 个，还有 36 个正在进行。',
  '购买服务项目涉及单位 86 个。',
  '全市购买服务项目数前三的领域共有项目 120 个，预算 3 亿元。',
  '购买服务预算安排较为集中，三个领域预算 3 亿元，占 72%。',
  '教育购买服务预算 691.45 万元，占教育支出的 1.4%。',
  '2018 年、2019 年购买服务预算合计 81528.12 万元。',
  '购买服务第一批项目 120 个，预算 20000 万元；第二批项目 116 个，预算 21528.12 万元。',
  '购买服务执行数 40790.51 万元，其中直接支付 30000 万元，授权支付 10790.51 万元。',
  '教育领域预算 691.45 万元，全部通过购买服务方式实施，目前支出 693.92 万元。',
  '预算在 100 万元（含）以上的购买服务项目 12 个。',
  '居家养老服务 2019 年政府购买服务工作总结\n一、基本情况\n购买服务项目 12 个。',
  '购买服务预算居前的是教育一项，为主要领域。',
  // What all is spent on a line, or of a budget, beside a mention of what is bought.
  '大力推进政府购买服务，优化支出结构，教育支出达到 38.6 亿元，公共安全支出达到 12.3 亿元。',
  '在政府购买服务工作推进中，教育支出达到 38.6 亿元。',
  '随着政府购买服务的深入推进，全市基本公共服务支出达到 186 亿元。',
  '通过实施政府购买服务，城乡社区支出结构得到优化，全年城乡社区支出 26.8 亿元。',
  '购买服务质量不断提升，金融支出 1.2 亿元，科学技术支出 5.6 亿元。',
  '购买服务促进了事业发展，全市教育项目 36 个，农林水项目 128 个。',
  '在购买服务的同时，全市一般公共预算支出完成 246.3 亿元，政府性基金预算支出完成 92.7 亿元。',
  // Kinds of service in a list of what may be bought.
  '全市指导性目录中，社会管理性服务 36 项，技术性服务 58 项。',
  '我市修订政府购买服务指导性目录，将基本公共服务由 58 项增加到 120 项，技术性服务由 36 项增加到 58 项。',
  '从目录看，技术性服务共 58 项。',
  // For a purpose, of a kind, of some.
  '为应对疫情，全市安排购买服务预算 860 万元，执行 820 万元。',
  '对短板领域，安排购买服务预算 560 万元。',
  '为弥补人手不足，各级各部门通过购买服务方式安排支出 5600 万元。',
  '为化解社会矛盾，安排购买服务预算 120 万元。',
  '为改善环境，各级安排购买服务预算 9800 万元。',
  '全市审核类购买服务项目 12 个，预算 86 万元；统计类购买服务项目 8 个，预算 72 万元。',
  '全市公开类购买服务预算 86 万元。',
  '部分领域购买服务预算 3500 万元，仅执行 2100 万元，执行率 60%。',
  '有的部门购买服务预算 120 万元，执行只有 30 万元，执行率 25%。',
  '各部门将 15 个项目纳入购买服务，预算 860 万元。',
  '2019 年，各部门结合职能，将 12 个项目、3260 万元预算由养人转为购买服务。',
  // Of one level, what is left, the state so far.
  '市财政安排购买服务预算 13180 万元。',
  '省财政厅安排我市购买服务预算 560 万元。',
  '剩余 4708.12 万元购买服务预算将于年底前支付。',
  '年末，全市购买服务预算剩余 737.61 万元。',
  '截至目前，全市购买服务预算已执行 36820 万元，执行率 88.7%，剩余 4708.12 万元将于年底前支付。',
  '两个领域购买服务预算均超过 8000 万元。',
  '教育、公共安全购买服务预算合计 3316.96 万元、项目 18 个。',
  '一般项目购买服务预算 300 万元。',
  // What others are held against, or taken from.
  '虽然购买服务总量达到 41528.12 万元，但与全市一般公共预算支出 262.8 亿元相比，占比仅为 1.58%。',
  '购买服务规模较小，全市政府性基金预算支出 92.7 亿元，购买服务仅 5739.35 万元。',
  '一般公共预算 262.8 亿元中仅有 3.5 亿元用于购买服务。',
  '购买服务预算从全市一般公共预算 198 亿元中统筹安排。',
  '购买服务预算从部门预算 86.5 亿元中统筹安排。',
  '购买服务力度不够，教育支出 38.6 亿元，购买服务仅占 0.18%。',
  '购买服务支出占政府性基金预算支出 92.7 亿元的 0.62%。',
  '与全市一般公共预算支出 262.8 亿元相比，购买服务总量 41528.12 万元占比偏低。',
  '全市一般公共预算执行率 96.8%，购买服务预算执行率 98.22%。',
  '全市政府性基金预算执行率 92.3%，购买服务执行率 98.22%。',
  '购买服务预算执行率高于一般公共预算执行率 96.8%、政府性基金预算执行率 92.3% 的水平。',
  '大力推进政府购买服务，教育支出 38.6 亿元，购买服务执行 40790.51 万元。',
  // What goes on with a mention, or with what is not certain.
  '各部门积极推进购买服务。项目支出预算 86.5 亿元，执行 82.3 亿元，执行率 95.1%。',
  '购买服务更加规范。年度预算执行率 96.8%。',
  '典型一：濮阳县环卫一体化。政府购买服务预算 2292 万元，执行 2292 万元。执行率 100%。',
  // Another place's title, plans, parts in a verb, averages, the rest, other rates.
  '清丰县政府购买服务情况\n2019 年，购买服务项目 38 个，预算 5210 万元。',
  '四、下一步打算\n一是扩大范围。全市购买服务项目 260 个，预算 4.5 亿元。',
  '全市已公开的购买服务项目 212 个，预算 38650 万元。',
  '全市调整购买服务项目 18 个，预算 1320 万元。',
  '全市购买服务日均执行 111.8 万元，月均执行 3399.2 万元。',
  '购买服务项目预算均值 175.97 万元。',
  '全市购买服务项目 236 个，其中其他类项目 62 个，预算 3680 万元。',
  '全市购买服务项目完成率 95%。',
])('nothing of it is said to be wrong: %s', (text) => {
  expect(wrong(text)).toEqual([]);
});

test('what is said of all is certain again behind a sentence or a heading about something else', () => {
  expect(wrong('养老服务供给不断优化。全市购买服务项目 12 个。')).toEqual(['12 个 differs']);
  expect(wrong('（三）居家养老\n（四）总体情况\n购买服务项目 12 个。')).toEqual(['12 个 differs']);
});
