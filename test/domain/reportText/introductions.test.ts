/** What stands in front of a report's figures: by what right, how and by whom changes nothing; a part named there does. */
import { told } from './told';

const wrong = '购买服务项目共 226 个，预算 41628.12 万元。';
const differs = ['226 个 differs', '41628.12 万元 differs'];

test.each([
  '根据省财政厅《关于做好 2019 年政府购买服务信息统计工作的通知》（豫财综〔2019〕63 号）要求，',
  '根据市财政局通知精神，我局及时安排专人进行了统计，',
  '按照“应统尽统、不重不漏”的原则，',
  '按照过“紧日子”要求，',
  '在市委、市政府的坚强领导下，',
  '在各级各部门的通力协作下，',
  '为深入贯彻落实党的十九大和十九届四中全会精神，',
  '根据濮阳市政府购买服务改革工作领导小组安排，',
  '以习近平新时代中国特色社会主义思想为指导，',
  '经市财政局综合科、政府采购科和各业务科室共同审核，',
  '由市财政局牵头，各县区财政局、市直各预算单位配合，',
  '一年来，我们紧紧围绕市委、市政府中心工作，',
  '接到省财政厅通知后，我局高度重视，及时转发文件，安排专人负责此项工作。',
  '统计数据取自政府购买服务信息平台，并与部门预算和国库支付数据进行了核对。',
  '为保证统计工作顺利开展，我局举办了专题培训班，对填报口径、指标含义进行了详细讲解。',
  '各单位按照统一要求，如实填报有关数据。',
  '一、2019 年政府购买服务基本情况\n',
])('%s changes nothing', (introduction) => {
  expect(told(introduction + wrong)).toEqual(differs);
});

test.each([
  '按照智慧城管工作要求，',
  '按照街面秩序管理要求，',
  '根据《关于推进养老服务的指导意见》要求，',
  '在市残联的指导下，',
  '经第三方机构审核，',
  '经市直主管部门汇总上报，',
  '根据各县区上报情况，',
  '根据事业单位上报数据，',
  '按照合同情况，',
  '由市民政局牵头，',
  '为完善课后延时看护机制，',
  '随着电梯加装工作的开展，',
  '围绕老旧小区改造任务，',
  '鼓励养老机构参与，',
  '我局制定了信访代理工作方案。',
  '各部门按照夜间巡更管理制度落实责任。',
  '濮阳县财政局认真填报报表。',
  '以下数据来自示范区财政局。',
  '各县区、各乡镇认真填报养老服务报表。',
])('%s may name a part: nothing is said to be wrong', (introduction) => {
  const figures = told(`${introduction}购买服务项目 12 个，预算资金 860 万元。`);
  expect(figures.filter((one) => !/notCertain|noColumn/.test(one))).toEqual([]);
});

test('a need is no kind of service', () => {
  const right = '购买服务项目共 236 个，预算 41528.12 万元。';
  expect(told(`在保障基本公共服务需求的前提下，${right}`)).toEqual([
    '236 个 agrees',
    '41528.12 万元 agrees',
  ]);
});

// A title or a heading without a stop is no part of the paragraph below it.
test.each([
  '濮阳市 2019 年政府购买服务情况报告\n',
  '濮阳市 2019 年政府购买服务工作开展情况的总结\n\n',
  '政府购买服务开展的基本情况\n',
  '濮阳市财政局关于 2019 年度全市政府购买服务工作开展情况的自查总结报告\n',
  '濮阳市财政局综合科编印，供内部参阅\n\n',
])('below %s a paragraph about a part is one', (title) => {
  const part = '市民政局积极推进居家养老服务。全年购买服务项目 31 个，预算资金 1985.4 万元。';
  expect(told(title + part).filter((one) => one.includes('differs'))).toEqual([]);
});

test('a mere mention of what documents say leaves open whether all that is spent is meant', () => {
  const passages = [
    '我市出台政府购买服务办法，全年安排教育预算 12.5 亿元，一般公共预算执行 320 亿元。',
    '我市加强政府购买服务管理，全年城乡社区预算 25 亿元，农林水预算 56 亿元。',
    '全年财政部门审核购买服务预算 45000 万元，审减 3471.88 万元。',
  ];
  expect(passages.flatMap(told).filter((one) => /differs|doubtful/.test(one))).toEqual([]);
});

// Some of those who buy, or an earlier stage of the same figures.
test.each([
  '局机关全年购买服务项目 3 个，预算资金 46 万元。',
  '下属单位全年购买服务项目 3 个，预算资金 46 万元。',
  '三家单位合计购买服务项目 23 个，预算资金 3650 万元。',
  '按时报送的单位全年购买服务项目 160 个，预算资金 31200 万元。',
  '全市行政机关 2019 年购买服务项目 166 个，预算资金 32300 万元。',
  '全局 2019 年购买服务项目 5 个，预算资金 83 万元。',
  '初步汇总，全市购买服务项目 249 个，预算资金 42900 万元，经核减后有所减少。',
  '预算编制时，全市购买服务项目 215 个，预算资金 39200 万元。',
  '年初，全市购买服务项目 215 个，预算资金 39200 万元，年中追加 21 个。',
  '按合同统计，全市购买服务项目 251 个。',
])('%s: nothing is said to be wrong', (passage) => {
  expect(told(passage).filter((one) => /differs|doubtful/.test(one))).toEqual([]);
});

test.each([
  ['各单位共实施购买服务项目 263 个。', '263 个 differs'],
  ['全市各部门全年购买服务项目 263 个。', '263 个 differs'],
  ['1.项目数。全市共计 263 个。', '263 个 differs'],
  ['按照省厅统一口径，2019 年全市纳入购买服务预算项目 263 个。', '263 个 differs'],
])('%s is told', (passage, figure) => {
  expect(told(passage)).toEqual([figure]);
});

// A paragraph that divides goes on with the last sentence that told figures.
test('分领域看 in a paragraph of its own is of what was told', () => {
  const whole = '2019 年，全市政府购买服务项目 236 个，预算 41528.12 万元。\n';
  const right = ['236 个 agrees', '41528.12 万元 agrees'];
  const divided = '教育 3 个、预算 691.54 万元，公共安全 15 个、预算 2625.51 万元。';
  const all = [
    ...right,
    '3 个 agrees',
    '691.54 万元 differs',
    '15 个 agrees',
    '2625.51 万元 agrees',
  ];
  expect(told(`${whole}分领域看，${divided}`)).toEqual(all);
  expect(told(`${whole}（二）分服务领域情况\n${divided}`)).toEqual(all);
  const other = '全市政府采购规模 12 亿元。\n';
  expect(told(`${whole}${other}分领域看，教育预算 1.2 亿元，公共安全预算 2 亿元。`)).toEqual(right);
  // Its columns are not those of the other paragraph.
  const executed = '政府购买服务预算 41528.12 万元，执行 40790.51 万元。\n';
  const bySource = '按资金性质划分：一般公共预算 35956.49 万元。';
  expect(told(executed + bySource).at(-1)).toBe('35956.49 万元 agrees');
});
