/** How much of a text says that a figure is the tables', and what leaves it so: names, reasons, other places, official phrases. */
import { told } from './told';

test.each([
  // A kind of service that only the tables have says so alone.
  ['技术性服务预算 6958.70 万元。', ['6958.70 万元 agrees']],
  ['技术性服务预算 6985.70 万元。', ['6985.70 万元 differs']],
  ['某公司提供技术性服务，合同金额 6985.70 万元。', []],
  // Without any such name two figures of five digits together do, and then all but nothing is said to be wrong.
  [
    '教育项目 3 个，公共安全预算 2625.51 万元，教育预算 619.45 万元。',
    ['3 个 agrees', '2625.51 万元 agrees', '619.45 万元 notCertain'],
  ],
  ['教育项目 3 个，教育预算 619.45 万元。', []],
  ['科学技术项目 2 个，预算 80.6 万元。', []],
  [
    '科学技术项目 2 个，预算 80.6 万元，执行 77.6 万元。',
    ['2 个 agrees', '80.6 万元 agrees', '77.6 万元 agrees'],
  ],
  // Where the heading says so, figures are told to be wrong as well.
  [
    '（二）分服务领域情况\n1.教育：项目 3 个，预算 691.45 万元，执行 693.92 万元。\n2.公共安全：项目 15 个，预算 2652.51 万元。',
    [
      '3 个 agrees',
      '691.45 万元 agrees',
      '693.92 万元 agrees',
      '15 个 agrees',
      '2652.51 万元 differs',
    ],
  ],
  // Another sentence of the section may be of all that is spent.
  [
    '二、购买服务情况\n教育项目 3 个，预算 691.45 万元。\n公共安全项目 15 个，预算 52652.51 万元。',
    ['3 个 agrees', '691.45 万元 agrees'],
  ],
  // A reason restricts nothing; what the money was for does.
  ['教育购买服务预算 691.54 万元，主要是部分项目跨年度实施。', ['691.54 万元 differs']],
  ['教育购买服务预算 691.54 万元，主要原因是合同签订滞后。', ['691.54 万元 differs']],
  ['教育购买服务预算 691.54 万元，主要是部分养老服务。', ['691.54 万元 notCertain']],
  ['教育购买服务预算 691.54 万元，主要是养老服务。', ['691.54 万元 notCertain']],
  // Its own place, another one.
  ['虽然濮阳市购买服务预算已达 41582.12 万元，但仍有较大的提升空间。', ['41582.12 万元 differs']],
  [
    '濮阳市不断加大购买服务力度，2019 年共安排政府购买服务预算 41528.12 万元。',
    ['41528.12 万元 agrees'],
  ],
  ['临河县上报购买服务项目 236 个。', []],
  ['临河县 2019 年购买服务项目 236 个。', []],
  // A year as an example is all of it.
  [
    '购买服务成效明显，以 2019 年为例，项目 236 个，预算 41582.12 万元。',
    ['236 个 agrees', '41582.12 万元 differs'],
  ],
  ['购买服务成效明显，以 2018 年为例，项目 236 个，预算 41582.12 万元。', []],
  // Pooled, made subject to targets: all of it; those that are: some.
  ['统筹政府性基金预算 5571.63 万元用于政府购买服务。', ['5571.63 万元 agrees']],
  ['将 236 个政府购买服务项目全部纳入绩效目标管理。', ['236 个 agrees']],
  ['纳入绩效目标管理的购买服务项目 120 个。', []],
  // What a change counts says nothing of what follows.
  [
    '购买服务项目 236 个，较上年的 106 个有所增加；预算 16252.62 万元。',
    ['236 个 agrees', '16252.62 万元 differs'],
  ],
  // Names behind their numbers.
  [
    '购买服务预算 41528.12 万元，其中 691.45 万元投向教育，2652.51 万元投向公共安全。',
    ['41528.12 万元 agrees', '691.45 万元 agrees', '2652.51 万元 differs'],
  ],
  [
    '购买服务项目中，3 个项目属于教育，预算 691.54 万元；15 个项目属于公共安全，预算 2625.51 万元。',
    ['3 个 agrees', '691.54 万元 differs', '15 个 agrees', '2625.51 万元 agrees'],
  ],
  [
    '购买服务预算中，35956.49 万元来自一般公共预算，5571.36 万元来自政府性基金预算。',
    ['35956.49 万元 agrees', '5571.36 万元 differs'],
  ],
  ['购买服务项目 236 个分布在教育、公共安全等领域。', ['236 个 agrees']],
  [
    '236 个项目、41528.12 万元预算、40970.51 万元执行，这是购买服务的总体情况。',
    ['236 个 agrees', '41528.12 万元 agrees', '40970.51 万元 differs'],
  ],
  ['仅教育一个领域购买服务预算就达 691.54 万元。', ['691.54 万元 differs']],
  // Items of a list begin alike; what begins in another way is none of them.
  [
    '购买服务预算 41528.12 万元，分项如下：\n——一般公共预算：35956.49 万元\n——政府性基金预算：5571.36 万元',
    ['41528.12 万元 agrees', '35956.49 万元 agrees', '5571.36 万元 differs'],
  ],
  [
    '购买服务预算 41528.12 万元，分项如下：\n——政府性基金预算：5571.63 万元\n（一）一般公共预算。购买服务预算 35956.49 万元。',
    ['41528.12 万元 agrees', '5571.63 万元 agrees', '35956.49 万元 agrees'],
  ],
  // A selection that names its lines.
  ['购买服务项目较多的领域有：教育 5 个，公共安全 15 个。', ['5 个 differs', '15 个 agrees']],
  ['从决算情况看，购买服务支出 40201.88 万元。', ['40201.88 万元 agrees']],
  [
    '教育购买服务预算 691.45 万元，全部项目均按程序实施，目前已执行 639.92 万元。',
    ['691.45 万元 agrees', '639.92 万元 differs'],
  ],
  // What a budget is divided into is of that budget, or perhaps of both.
  [
    '购买服务政府性基金预算执行 5739.35 万元，其中城乡社区 3647.63 万元，社会保障和就业 281.9 万元。',
    ['5739.35 万元 agrees', '3647.63 万元 agrees', '281.9 万元 agrees'],
  ],
  [
    '购买服务资金中政府性基金执行 5739.35 万元，主要是城乡社区 3674.63 万元。',
    ['5739.35 万元 agrees', '3674.63 万元 differs'],
  ],
  [
    '购买服务一般公共预算执行 35051.16 万元，其中城乡社区 9370.00 万元。',
    ['35051.16 万元 agrees', '9370.00 万元 agrees'],
  ],
  [
    '购买服务交通运输领域 3 个项目预算 60.5 万元全部执行，执行率 98%。',
    ['3 个 agrees', '60.5 万元 agrees', '98% differs'],
  ],
  // A count by the name behind it, a share of the amount in front, as many figures as names.
  ['236 个购买服务项目中，98 个属于技术性服务。', ['236 个 agrees', '98 个 differs']],
  [
    '技术性服务 89 个项目，资金 6958.70 万元，占比 16.76%。',
    ['89 个 agrees', '6958.70 万元 agrees', '16.76% agrees'],
  ],
  [
    '教育、公共安全两个领域购买服务预算达到 691.45 万元和 2652.51 万元。',
    ['691.45 万元 agrees', '2652.51 万元 differs'],
  ],
  // 22.97 % of what was spent, 21.59 % of the budget.
  ['购买服务支出中，教育占 1.7%，城乡社区占 21.59%。', ['1.7% agrees', '21.59% differs']],
  [
    '购买服务执行数 40790.51 万元，与预算数 41582.12 万元相比，执行率为 98.22%。',
    ['40790.51 万元 agrees', '41582.12 万元 differs', '98.22% agrees'],
  ],
  [
    '政府性基金预算购买服务执行 5739.35 万元，较预算超 167.72 万元。',
    ['5739.35 万元 agrees', '167.72 万元 agrees'],
  ],
  ['两个领域购买服务预算均超过 8000 万元。', ['8000 万元 notCertain']],
  // By figures of which no column is said.
  [
    '按资金性质分，一般公共预算 35956.49 万元，政府性基金预算 5571.63 万元，合计 41528.12 万元。',
    ['35956.49 万元 agrees', '5571.63 万元 agrees', '41528.12 万元 agrees'],
  ],
  // Where most of a budget goes is perhaps not whose figure follows; what is left out of all is not known.
  ['政府性基金安排的购买服务主要用于公共安全，总规模 5571.63 万元。', ['5571.63 万元 noFigure']],
  ['一般公共预算安排的购买服务主要用于教育，预算 35956.49 万元。', ['35956.49 万元 notCertain']],
  ['除乡镇外，全市购买服务预算 30000 万元。', ['30000 万元 notCertain']],
  // What is named by 如今 is of now again.
  [
    '从最初的保洁，到如今的教育、公共安全、金融等领域，购买服务项目已有 236 个。',
    ['236 个 agrees'],
  ],
  // Phrases of official letters.
  [
    '按照《政府购买服务管理办法》（财政部令第 102 号）要求，全市购买服务预算 41582.12 万元。',
    ['41582.12 万元 differs'],
  ],
  [
    '虽然存在短板，但全市购买服务执行率仍需提高，预算执行 40970.51 万元。',
    ['40970.51 万元 differs'],
  ],
  ['虽然护理存在短板，但购买服务预算执行 40970.51 万元。', ['40970.51 万元 notCertain']],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});
