/** What a figure that is equal, or what stands behind, says of the others of its sentence. */
import { told } from './told';

test.each([
  // Behind the equal one.
  [
    '据鹭洲数据，购买服务预算 41528.12 万元，实际执行 40970.51 万元。',
    ['41528.12 万元 agrees', '40970.51 万元 differs'],
  ],
  ['鹭洲购买服务项目 236 个，预算 41582.12 万元。', ['236 个 agrees', '41582.12 万元 differs']],
  // In front of it.
  [
    '据鹭洲数据，购买服务预算 41582.12 万元，实际执行 40790.51 万元。',
    ['41582.12 万元 differs', '40790.51 万元 agrees'],
  ],
  [
    '购买服务项目 263 个已鹭洲，预算 41528.12 万元。',
    ['263 个 notCertain', '41528.12 万元 agrees'],
  ],
  [
    '据鹭洲数据，购买服务预算 41582.12 万元，执行率 98.22%。',
    ['41582.12 万元 differs', '98.22% agrees'],
  ],
  // What is not certain stands between.
  [
    '购买服务预算 41528.12 万元，鹭洲执行 40970.51 万元。',
    ['41528.12 万元 agrees', '40970.51 万元 notCertain'],
  ],
  // None of them is equal, or only one of few digits.
  [
    '据鹭洲数据，购买服务预算 41582.12 万元，实际执行 40970.51 万元。',
    ['41582.12 万元 notCertain', '40970.51 万元 notCertain'],
  ],
  ['鹭洲教育购买服务项目 3 个，预算 619.45 万元。', ['3 个 agrees', '619.45 万元 notCertain']],
  // The equal one is named anew, and says nothing of what stands in front.
  [
    '鹭洲购买服务预算 3000 万元，全市购买服务预算 41528.12 万元。',
    ['3000 万元 notCertain', '41528.12 万元 agrees'],
  ],
  [
    '鹭洲购买服务预算 3000 万元，其中教育 691.45 万元。',
    ['3000 万元 notCertain', '691.45 万元 agrees'],
  ],
  // One that the sentence says to be of the whole leaves the others to be of a part.
  [
    '已公开的购买服务项目 200 个，预算 35120.5 万元，占全市购买服务预算 41528.12 万元的 84.57%。',
    ['200 个 notCertain', '35120.5 万元 notCertain', '41528.12 万元 agrees'],
  ],
  [
    '未按规定验收的购买服务项目预算 1310.5 万元，执行 1250.3 万元，占 2019 年预算 41528.12 万元的 3.16%。',
    ['1250.3 万元 notCertain', '41528.12 万元 agrees', '3.16% notCertain'],
  ],
  [
    '鹭洲购买服务执行 1250.3 万元，占预算 41528.12 万元的 3.16%。',
    ['1250.3 万元 notCertain', '41528.12 万元 agrees', '3.16% notCertain'],
  ],
  [
    '鹭洲购买服务预算 3000 万元；执行 40790.51 万元。',
    ['3000 万元 notCertain', '40790.51 万元 agrees'],
  ],
  // Something unknown stands between it and what stands in front.
  [
    '鹭洲购买服务项目 263 个，养老预算 41528.12 万元。',
    ['263 个 notCertain', '41528.12 万元 agrees'],
  ],
  [
    '鹭洲文化体育与传媒购买服务预算 204 万元，执行 219.4 万元。',
    ['204 万元 agrees', '219.4 万元 notCertain'],
  ],
  ['购买服务预算 41528.12 万元，共 263 个。', ['41528.12 万元 agrees', '263 个 differs']],
  // What is left open is of the line of an equal one, if nothing is named anew and nothing is unknown.
  [
    '教育购买服务项目 3 个。预算安排 691.45 万元，2019 年实际支出 639.92 万元。',
    ['3 个 agrees', '691.45 万元 agrees', '639.92 万元 notCertain'],
  ],
  [
    '鹭洲教育购买服务项目 3 个；预算 691.45 万元，支出 639.92 万元。',
    ['3 个 agrees', '691.45 万元 agrees', '639.92 万元 notCertain'],
  ],
  // Still open behind another semicolon, and in a budget of it.
  [
    '教育购买服务项目 3 个。预算安排 691.45 万元；实际支出 639.92 万元。',
    ['3 个 agrees', '691.45 万元 agrees', '639.92 万元 notCertain'],
  ],
  [
    '教育购买服务预算 691.45 万元；执行 693.29 万元，其中一般公共预算 600 万元。',
    ['691.45 万元 agrees', '693.29 万元 notCertain', '600 万元 notCertain'],
  ],
  [
    '教育购买服务预算 691.45 万元；支出 40790.51 万元，占预算总额的 98.22%。',
    ['691.45 万元 agrees', '40790.51 万元 agrees', '98.22% agrees'],
  ],
  [
    '教育购买服务预算 691.45 万元；全市预算 41528.12 万元；执行 40970.51 万元。',
    ['691.45 万元 agrees', '41528.12 万元 agrees', '40970.51 万元 differs'],
  ],
  // Under a heading of ours one equal figure of four digits says that a sentence is of the tables.
  [
    '政府购买服务情况\n资源勘探信息项目 3 个，预算 71.77 万元，执行 73.72 万元。',
    ['3 个 agrees', '71.77 万元 agrees', '73.72 万元 differs'],
  ],
  ['政府购买服务情况\n教育项目 3 个，预算 700 万元。', []],
  // A stage that what follows may have left.
  [
    '审核通过的购买服务项目 200 个，预算 41528.12 万元。',
    ['200 个 notCertain', '41528.12 万元 agrees'],
  ],
  // What the sentence in front speaks of says more than an equal figure.
  [
    '养老服务供给不断优化。购买服务预算 41528.12 万元，执行 2074.73 万元。',
    ['41528.12 万元 agrees', '2074.73 万元 notCertain'],
  ],
])('%s', (text, verdicts) => {
  expect(told(text)).toEqual(verdicts);
});

test.each([
  [
    '据各县（市、区）和市直各部门上报数据汇总，2019 年全市政府购买服务预算 41528.12 万元，执行 40970.51 万元。',
    ['41528.12 万元 agrees', '40970.51 万元 differs'],
  ],
  ['各县（市、区）购买服务预算 41528.12 万元。', []],
  ['对照邻市做法，该市购买服务规模 41528.12 万元，项目 263 个。', []],
  ['鹭洲购买服务规模 41528.12 万元，项目 263 个。', ['41528.12 万元 agrees', '263 个 notCertain']],
  [
    '关于加大教育领域购买服务投入的建议。2019 年，全市在该领域安排购买服务项目 3 个，预算 619.45 万元。',
    ['3 个 agrees', '619.45 万元 differs'],
  ],
  ['关于加大教育、金融领域购买服务投入的建议。全市在该领域安排购买服务项目 3 个。', []],
  [
    '政府购买服务预算执行情况：\n一般公共预算：预算 35956.49 万元；\n政府性基金预算：预算 5571.36 万元。',
    ['35956.49 万元 agrees', '5571.36 万元 differs'],
  ],
  [
    '教育购买服务预算 691.45 万元，占购买服务预算总额的 1.67%；支出 693.29 万元，占购买服务支出总额的 1.7%。',
    ['691.45 万元 agrees', '1.67% agrees', '693.29 万元 differs', '1.7% agrees'],
  ],
  [
    '购买服务预算 41528.12 万元，其中：一般公共预算 35956.49 万元，政府性基金 5571.63 万元；执行数 40970.51 万元，其中：一般公共预算 35303.06 万元。',
    [
      '41528.12 万元 agrees',
      '35956.49 万元 agrees',
      '5571.63 万元 agrees',
      '40970.51 万元 differs',
      '35303.06 万元 differs',
    ],
  ],
  [
    '购买服务预算中一般公共预算 35956.49 万元、项目 203 个，政府性基金预算 5571.36 万元。',
    ['35956.49 万元 agrees', '203 个 differs', '5571.36 万元 differs'],
  ],
  [
    '教育购买服务项目 3 个。预算安排 691.45 万元，实际支出 639.92 万元。',
    ['3 个 agrees', '691.45 万元 agrees', '639.92 万元 differs'],
  ],
  [
    '购买服务预算中教育 691.45 万元、公共安全 2625.51 万元，上述领域合计 3316.96 万元。',
    ['691.45 万元 agrees', '2625.51 万元 agrees', '3316.96 万元 sum'],
  ],
  ['抽取购买服务重点项目 124 个开展绩效评价，涉及资金 41528.12 万元。', []],
  ['从购买服务类别看，社会管理性服务项目 10 个。', ['10 个 differs']],
  [
    '安排购买服务项目 236 个、资金 41582.12 万元（详见附表）。',
    ['236 个 agrees', '41582.12 万元 differs'],
  ],
  ['购买服务执行率分别为：教育 100.36%、公共安全 99.91%。', ['100.36% agrees', '99.91% differs']],
  ['我市已连续 3 年编制政府购买服务预算，2019 年编入项目 263 个。', ['263 个 differs']],
])('%s', (text, verdicts) => {
  expect(told(text)).toEqual(verdicts);
});
