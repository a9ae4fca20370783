/**
 * The fourth lot of phrases: kept aside at first, tried on the grammar once, and then used to correct it. Places as in
 * phrases.ts.
 */
import type { Phrase, PhraseGroup } from './phrases';

const said = (...texts: readonly string[]): readonly Phrase[] => texts.map((text) => ({ text }));

/** Phrases that quote the tables. */
export const fourthClaims: readonly PhraseGroup[] = [
  {
    name: '总量',
    phrases: [
      ...said(
        '一年间，{P}累计开展政府购买服务项目 {n}，财政预算投入 {b}，资金支出 {x}。',
        '政府购买服务预算编制更加规范，共编制项目 {n}、预算 {b}。',
        '{P}财政共拿出 {b} 预算资金用于政府购买服务。',
        '从执行结果看，政府购买服务预算 {b} 中，实际执行了 {x}。',
        '政府购买服务项目总个数 {n}，预算总额度 {b}。',
        '已落实购买服务预算 {b}，支付资金 {x}，项目 {n}全部启动。',
        '{Y} 年，购买服务项目为 {n}，对应预算为 {b}，对应支出为 {x}。',
        '我们汇总了 {n}政府购买服务项目，其预算数合计 {b}。',
      ),
      { text: '经决算，政府购买服务资金 {f}，比预算数 {b} 略少。', rounds: ['annual'] },
    ],
  },
  {
    name: '百分比与预算',
    phrases: said(
      '购买服务预算完成情况良好，完成率为 {rate}。',
      '购买服务预算资金 {b}，支出 {x}，预算执行比率 {rate}。',
      '一般公共预算承担了购买服务预算的 {G.b%}，政府性基金预算承担了 {F.b%}。',
      '购买服务预算中属于一般公共预算的为 {G.b}，属于政府性基金预算的为 {F.b}。',
      '一般公共预算类购买服务项目 {G.n}，基金预算类购买服务项目 {F.n}。',
      '{A}占购买服务预算总额的 {A.b%}，居各领域首位。',
    ),
  },
  {
    name: '领域与种类',
    phrases: said(
      '{A}购买服务：项目 {A.n}，预算 {A.b}，执行 {A.x}。',
      '购买服务预算超千万元的领域有{A}（预算 {A.b}）和{B}（预算 {B.b}）。',
      '在各服务领域中，{A}项目数 {A.n}，{B}项目数 {B.n}。',
      '{A}领域的购买服务资金，预算为 {A.b}，支出为 {A.x}。',
      '购买服务种类以{K}为主，预算 {K.b}，占 {K.b%}。',
      '{K}、{M}两类购买服务预算分别达 {K.b} 和 {M.b}。',
    ),
  },
];

/** Phrases with figures that are none of the tables'. */
export const fourthDistractors: readonly PhraseGroup[] = [
  {
    name: '其他',
    phrases: said(
      '{P}财政收入 {#}，同比增长 {%%}，为政府购买服务提供了财力保障。',
      '通过购买服务，环卫作业面积增加到 {##} 万平方米，成本下降 {%%}。',
      '华龙区购买社会工作服务，安排 {#}，设立站点 {##} 个。',
      '购买服务预算评审项目 {##} 个，送审金额 {#}，审定金额 {#}。',
      '政府购买服务中标企业 {##} 家，其中小微企业占 {%%}。',
      '对购买服务资金 {#} 进行了专项审计。',
      '市交通运输局、市水利局购买服务支出较大，分别为 {#}、{#}。',
      '城区保洁面积 {##} 万平方米，购买服务单价 {#}。',
      '购买服务合同 {##} 份，合同金额 {#}，合同履约率 {%%}。',
      '明年购买服务预算规模将达到 {#}，增长 {%%}。',
      '其中县级购买服务预算 {#}，乡级购买服务预算 {#}。',
      '法律援助购买服务办理案件 {##} 件，支出补贴 {#}。',
      '上半年新开工购买服务项目 {##} 个，投资 {#}。',
    ),
  },
];
