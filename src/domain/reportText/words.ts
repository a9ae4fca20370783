/**
 * Which words of a report's text say which figure of the tables is meant? One table; the longest
 * word that fits counts. The labels of lines come from the forms; see {@link lineWords}.
 */
import { linesOf } from '../forms/form';
import type { Form, FormSet, LineId } from '../forms/form';
import type { BudgetBlock, FormId, Measure } from '../forms/terms';

/** What a word says. */
export type Meaning =
  /** What is spoken of are the services that were bought, so that figures may be the tables'. */
  | { readonly kind: 'subject' }
  /** The tables are named, or a column by its official title: no other subject is needed. */
  | { readonly kind: 'table' }
  /** A column; several where the word leaves open which. `official`: its printed title. */
  | { readonly kind: 'measure'; readonly measures: readonly Measure[]; readonly official?: true }
  /** A figure of money, without saying which. */
  | { readonly kind: 'money' }
  | { readonly kind: 'block'; readonly block: BudgetBlock }
  | { readonly kind: 'line'; readonly form: FormId; readonly line: LineId }
  /** All lines and both budgets. */
  | { readonly kind: 'whole' }
  /** A sum of what was named before. */
  | { readonly kind: 'sum' }
  /** Parts of what was said before follow. */
  | { readonly kind: 'ofWhich' }
  /** A percentage of the budget that was executed. */
  | { readonly kind: 'rate'; readonly measure: Measure }
  /** A percentage of a whole. */
  | { readonly kind: 'share' }
  /** The figures that follow belong to the names before it, one to each. */
  | { readonly kind: 'each' }
  /**
   * The figure is a difference or a growth, or what it started from; `lastYear`: against last year;
   * `other`: not that of a figure of the tables.
   */
  | { readonly kind: 'change'; readonly says: 'up' | 'down' | 'lastYear' | 'other' }
  /** The figure behind it is the one after a change. */
  | { readonly kind: 'reached' }
  /** Years from the one that the tables are about. */
  | { readonly kind: 'relativeYear'; readonly years: number }
  | { readonly kind: 'period'; readonly period: 'wholeYear' | 'halfYear' | 'other' }
  /** How exactly the number behind it is meant. */
  | { readonly kind: 'precision'; readonly precision: Precision }
  /** Nothing: the word is here so that no shorter one in it is read. */
  | { readonly kind: 'nothing' }
  /** 除教育外: what follows is of all the others, until one of them is named. */
  | { readonly kind: 'exception'; readonly of: 'line' | 'block' }
  /** What is spoken of is something else, as far as `reach`. */
  | { readonly kind: 'aside'; readonly reach: 'clause' | 'segment' | 'sentence' };

/**
 * How a number is meant: `exact` at its digits · `about` (约) · `atLeast` (200 余万元: 200 to below
 * 300) · `over` (超过) · `under` (近, 不足: up to the number, and not far below).
 */
export type Precision = 'exact' | 'about' | 'atLeast' | 'over' | 'under';

/** One row of the table. */
export interface WordRow {
  readonly means: Meaning;
  readonly words: readonly string[];
}

/** Words parted by white space. */
export function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

/** Every prefix, or none, before every stem, with every suffix, or none. */
function composed(prefixes: string, stems: string, suffixes: string): readonly string[] {
  const [before, behind] = [prefixes, suffixes].map((words) => ['', ...list(words)]);
  return list(stems).flatMap((stem) =>
    (before ?? []).flatMap((prefix) => (behind ?? []).map((suffix) => prefix + stem + suffix)),
  );
}

const measure = (...measures: Measure[]): Meaning => ({ kind: 'measure', measures });
const official = (one: Measure): Meaning => ({ kind: 'measure', measures: [one], official: true });
const aside = (reach: 'clause' | 'segment' | 'sentence'): Meaning => ({ kind: 'aside', reach });
const precision = (how: Precision): Meaning => ({ kind: 'precision', precision: how });

/** 由 200 个增加到: a change, where {@link startsChange} fits what stands behind; 由财政安排的: none. */
export const changeStarts: readonly string[] = list('由 从');
export const startsChange =
  /^(?:(?:上年|去年|年初|原来?|原先|最初|前年|计划|过去)[^,。;:]{0,4}?)?(?:\d|[一二两三四五六七八九十百千]+[个项亿万])|^[^,。;:]*?(?:[增减升降]|提高|扩大|压缩)[^,。;:\d]{0,2}[到至为]/u;

/** The table. */
export const wordRows: readonly WordRow[] = [
  // What is spoken of
  {
    means: { kind: 'subject' },
    words: [
      '政府购买',
      ...composed(
        '政府 财政 政府向社会力量 向社会力量 政府向社会 向社会 向社会组织 政府向社会组织',
        '购买服务 购买公共服务 购买社会服务 购买社会化服务 购买的服务 购买的公共服务 所购服务 所购买服务 所购买的服务',
        '类 类别 种类 类型',
      ),
      ...['向社会力量购买', '由社会力量承接'],
    ],
  },
  {
    means: { kind: 'subject' },
    words: list(
      '服务领域 服务种类 服务类别 服务类型 购买内容 购买领域 列入政府购买服务计划 纳入政府购买服务计划 列入购买服务计划 纳入购买服务计划',
    ),
  },
  { means: { kind: 'table' }, words: list('统计表 统计表1 统计表2 表1 表2 附表') },

  // Columns
  {
    means: official('projectCount'),
    words: list('项目数 项目个数 项目总数 项目数量 项目总个数 项目总量 项目总数量'),
  },
  {
    means: measure('projectCount'),
    words: list('项目 服务项目 预算项目 个项目 立项 立项项目 办了多少事'),
  },
  { means: official('budgeted'), words: list('预算数') },
  {
    means: measure('budgeted'),
    words: list(`
      预算 预算资金 预算金额 预算总额 预算总金额 预算规模 总预算 预算总数 年初预算
      年初预算安排 年度预算 全年预算 全年预算数 年度预算数 支出预算 预算安排 安排预算 安排
      预算批复 批复预算 纳入预算 编制预算 预算编制 调整预算 预算额 安排资金 批复金额 批复资金
      预算总额度 预算额度 预算总量 预算资金量 预算资金总量 预算总投入 预算投入 预算数额 落实预算 预算款 预算经费
      全口径预算 下达预算 预算下达 预算总盘子 盘子 总盘子
    `),
  },
  {
    means: measure('budgeted'),
    words: composed(
      `年初 年度 全年 当年 本年 总 批复 支出 安排 全口径 财政 资金 纳入 下达 编制 编报 投入 落实 申报 总体 财政支出
       财政资金`,
      '预算',
      `数 额 额度 资金 金额 总额 总金额 资金总额 规模 资金规模 总量 总数 数额 经费 安排 安排数 安排资金 批复数 投入
       总投入 总盘子 盘子 编制数 下达数 合计 总计`,
    ),
  },
  { means: official('executed'), words: list('执行数') },
  {
    means: measure('executed'),
    words: list(`
      执行 执行资金 执行金额 执行规模 实际执行 实际使用 实际使用资金 使用资金 实际花费 实际开支 开支 预算执行
      预算执行数 已执行 支出 支出数 实际支出 支出金额 支出总金额 支出总额 总支出 预算支出
      执行预算资金 执行预算金额 执行预算数 完成预算资金 支出预算资金 使用预算资金
      完成 完成支出 执行总额 累计支出 支付资金 实际支付 实际支付资金 支付 已支付 累计支付
      拨付 累计拨付 实际拨付 执行资金量 执行总量 执行总金额 全口径执行 资金执行 资金支出 支出资金
      支出总量 列支 实际列支 资金使用 支付金额 支付总额 支付总金额 已花 已用 用去 花去 共用 共花 花销 支用 已支 已拨 拨出 兑付 到付 已执行完 花了多少钱 花费 花了 花出 花出去 花掉 用掉 实际花出去 实际花费 实际花了 共花费 共花了
    `),
  },
  {
    means: measure('executed'),
    words: composed(
      '实际 累计 全年 已 已经 总 资金 预算 当年 本年 最终 累计已 实际已 共 财政 财政资金',
      '执行 支付 拨付 列支 支出 开支 用款 付款 兑付',
      '数 额 资金 金额 总额 总金额 规模 总量 总数 数额 合计 总计 资金总额',
    ),
  },
  { means: official('finalAccounts'), words: list('决算数') },
  {
    means: measure('finalAccounts'),
    words: list(`
      决算 决算资金 决算金额 决算支出 支出决算 决算总额 最终决算 决算额 财务决算 年终决算
      决算支出数 支出决算数 决算总金额 决算总支出 决算总量 决算数额
    `),
  },
  {
    means: measure('finalAccounts'),
    words: composed(
      '支出 年终 财务 财政 资金 最终 年度 全年 总',
      '决算',
      '数 额 资金 金额 总额 总金额 规模 总量 总数 支出 支出数 支出总额 合计 总计',
    ),
  },
  {
    means: { kind: 'money' },
    words: list(
      '资金 金额 总额 总金额 规模 投入 涉及资金 财政资金 投向 主要投向 优先投向 重点投向 集中投向 经费 拨款 财政拨款',
    ),
  },

  // Budgets, and the whole
  {
    means: { kind: 'block', block: 'generalPublic' },
    words: list(`
      一般公共预算 一般公共财政预算 公共财政预算 一般公共预算资金 一般公共预算财政拨款
      一般预算 统筹一般公共预算
    `),
  },
  {
    means: { kind: 'block', block: 'governmentManagedFund' },
    words: list(`
      基金 政府性基金预算 政府性基金 基金预算 政府性基金预算资金 政府性基金资金
      政府性基金预算财政拨款 统筹政府性基金预算 统筹政府性基金
    `),
  },
  {
    means: { kind: 'whole' },
    words: list(`
      合计 总计 全市 全县 全区 全省 全州 全旗 全镇 全乡 我市 我县 我区 我省 总体 整体 全部
      总量
    `),
  },
  {
    means: { kind: 'whole' },
    words: ['及', '和', '与'].flatMap((and) =>
      list('市本级 县本级 区本级 本级').flatMap((level) =>
        list(
          '各县区 各县(区) 各县(市、区) 各县市区 县区 所辖县区 各区县 各县 各区 各乡镇 各镇街 乡镇',
        ).map((below) => level + and + below),
      ),
    ),
  },
  {
    means: { kind: 'sum' },
    words: composed(
      '两 三 四 五 二 前两 前三 上述 以上 上述两 上述三 以上两 以上三 这两 这三',
      '项 者 类 个领域 领域 方面 部分 块 类服务 大领域 大类',
      '合计 共计 总计 之和 累计 共 加总 合起来',
    ).filter(
      (word) => /(?:计|之和|共|加总|合起来)$/.test(word) && /^[两三四五二前上以这]/.test(word),
    ),
  },
  { means: { kind: 'ofWhich' }, words: list('其中') },

  // Percentages
  {
    means: { kind: 'rate', measure: 'executed' },
    words: list(`
      执行率 预算执行率 支出执行率 资金执行率 总体执行率 预算完成率 完成率 执行进度 执行比例 支出比例
      支出进度 预算执行进度 完成预算 完成预算的 完成预算数的 完成全年预算 完成年度预算
      完成年初预算 为预算的 达到预算的 达预算的 达到年度预算的 达到全年预算的 为全年预算的
      为年度预算的 为预算数的 为年初预算的 资金支付率 支付率 支付进度 执行比率 预算执行比率
      进度 支出比率 支出完成率 资金使用率 预算资金执行率 预算支出进度 资金执行进度 完成比例 完成进度
    `),
  },
  {
    means: { kind: 'rate', measure: 'executed' },
    words: composed(
      '预算 资金 总体 总 综合 合计 预算资金 平均 整体 全年 预算总 财政资金',
      '执行 支付 拨付 完成 支出 列支',
      '率 进度 比例 比率',
    ).filter((word) => /[率度例]$/.test(word)),
  },
  {
    means: { kind: 'share' },
    words: list('占 占比 占到 比重 所占比重 占比为 比例 所占比例 相当于 承担 份额 所占份额'),
  },
  { means: { kind: 'rate', measure: 'finalAccounts' }, words: list('决算率 决算比率 决算完成率') },
  { means: { kind: 'each' }, words: list('分别 依次 各为 各') },

  // Changes
  {
    means: { kind: 'change', says: 'up' },
    words: list(`
      增加 增长 上升 提高 增幅 增速 净增 增加额 同比增长 同比增加 同比上升 增长了 增加了 增长率
    `),
  },
  {
    means: { kind: 'change', says: 'down' },
    words: list('减少 下降 降幅 同比下降 同比减少 减少额 下降了 减少了 负增长'),
  },
  {
    means: { kind: 'change', says: 'lastYear' },
    words: list(`
      同比 比上年 较上年 比去年 较去年 比上年同期 较上年同期 较上一年 比上一年 比上年度 较上年度 与上年相比
      与去年相比 同上年相比 比上年相比
    `),
  },
  {
    means: { kind: 'change', says: 'other' },
    words: list(`
      环比 结余 节余 节约 节省 少支出 超支 超出 多支出 差额 相差 核减 调减 调增 追加 压减 缩减
      审减 核增 审增 核销 收回 追减 净减少 结转 调剂 退回
      扩大 翻了 新增 增量 累计增长 年均增长 平均增长
    `),
  },
  { means: { kind: 'change', says: 'other' }, words: changeStarts },
  {
    means: { kind: 'reached' },
    words: list(`
      变为 变成 增加到 增加至 增至 增长到 增长至 减少到 减少至 减至 下降到 下降至 降至 上升到 上升至
      提高到 提高至 扩大到 扩大至
    `),
  },

  {
    means: { kind: 'nothing' },
    words: list(
      '从严 从紧 从优 从快 从实 从细 结转下年使用 结转下年度使用 结转至下年使用 结转到下年使用 结转下一年使用 结转下年继续使用 收回财政 收回国库',
    ),
  },
  {
    means: { kind: 'nothing' },
    words: list(
      '资金来源 统筹安排 预算绩效管理 全面实施预算绩效管理 实施预算绩效管理 编报了绩效目标 编制了绩效目标 编报绩效目标 在管委会的正确领导下 在管委会正确领导下 在管委会的领导下 转变为 逐步转变为 演变为 先有预算、后购买服务 先有预算后购买服务 先预算后购买 先预算、后购买 先有预算、后有购买 无预算不购买 无预算、不购买 有预算才购买 随意购买 超预算购买 无预算购买 要我买 我要买 发挥财政资金的引导作用 发挥财政资金引导作用 发挥财政资金的杠杆作用 财政资金使用效益 财政资金使用绩效 财政资金效益 资金使用效益 资金保障 全部纳入绩效目标管理 全部纳入绩效管理 均纳入绩效目标管理 全过程绩效管理 全过程预算绩效管理 预算绩效管理改革 审计确认 审计认定 审计核定 审计审定 审计关注 审计期间 会议强调 会议指出 会议认为 会议审议 会议听取 会议通报 会议要求 会议决定 会议明确 序时进度 时间进度 工程进度 建设进度 购买服务信息平台 政府购买服务信息平台 购买服务平台 购买服务管理平台 政府购买服务管理平台 购买服务信息系统 政府购买服务信息系统 全部开展绩效自评 全部开展绩效评价 全部纳入绩效自评 全部纳入绩效管理 全部实行绩效管理 全部实施绩效管理 绩效监控显示 全县上下 全市上下 全区上下 全省上下 全镇上下 平均水平 两本预算 三本预算 各本预算 预算单位 预算管理 预算绩效 支出功能 支出方向 支出责任 支出结构 支出科目 项目管理 项目建设 项目单位 执行部门 决算公开 预算公开 突破性地 突破性 未来几年 由于 理由 自由 从事 从而 从业 占地 服从 逾期 近期 附近',
    ),
  },

  // Years and parts of them
  {
    means: { kind: 'relativeYear', years: 0 },
    words: list('如今 现如今 时至今日 今年 本年 本年度 当年 今年以来'),
  },
  {
    means: { kind: 'relativeYear', years: -1 },
    words: list('上年 去年 上一年 上年度 上一年度 去年度'),
  },
  {
    means: { kind: 'relativeYear', years: 1 },
    words: list('明年 下年 下一年 下年度 下一年度 来年 次年'),
  },
  {
    means: { kind: 'period', period: 'wholeYear' },
    words: list('全年 年底 年末 整年 一年来 一年'),
  },
  { means: { kind: 'period', period: 'halfYear' }, words: list('上半年 半年') },
  {
    means: { kind: 'period', period: 'other' },
    words: list(`
      下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 当月
      本月 上月 上年同期 去年同期 近年 近年来 近两年 近三年 近五年 三年来 五年来 三年 五年
      之初 起初 最初 当初 初期 起步阶段 历年 十二五 十三五 十四五 十五五 期间
    `),
  },

  // How exactly a number is meant
  { means: precision('about'), words: list('约 大约 约为 大概 左右 约合 约计') },
  {
    means: precision('under'),
    words: list('近 将近 接近 不足 不到 近乎 低于 少于 小于 不超过 不高于'),
  },
  {
    means: precision('over'),
    words: list('超 超过 逾 突破 高于 多达 不低于 不少于 大于 多于'),
  },

  // Something else: a figure beside the tables
  {
    means: aside('clause'),
    words: list(`
      服务费 合同 中标 成交 招标 投标 磋商 单一来源 询价 协议 采购金额 采购预算 采购项目
      采购 收入 债券 补助 补贴 奖补 奖励 罚款 工资 标准 单价 人均 每人 每年 每月 每天 每个
      平均 单个 单项 最大单 最大一 投资 总产值 生产总值 产值 试点 示范 典型 重点项目 评价
      抽查 检查 核查 审计 整改 问题 续签 结转 未执行 未完成 未支付 尚未 验收 备案 清理
      剩余
      项目完成率 任务完成率 工作完成率 年度任务完成率 日均 月均 年均 季均 按月 按人均 人均计算 均值 项目均预算
      待支付 待付 待拨付 取消 退回 不合规 新开 延续 跨年 一级目录 二级目录 三级目录 承接主体 社会组织 企业
      惠及 受益 服务对象 培训 会议 文件 计划 预计 将达 将安排 目标 国有资本 保证金 尾款
      未 没有 尚有 仍有 逾期 预付 首付 借款 贷款 租金 税 自筹 社会资本 政府采购 绩效 监督 盘活 统筹 存量资金
    `),
  },
  // A part of the whole, or another unit
  {
    means: aside('segment'),
    words: list(`
      转为购买服务 转为政府购买服务 指导性目录中 目录中 从目录看 修订政府购买服务指导性目录 修订指导性目录 目录共 目录分为 目录包括 目录设
      市本级 县本级 区本级 省本级 市级 县级 区级 省级 市直 县直 区直 省直 县区 各县
      各区 县（区） 县(区) 县(市、区) 县(市区) 县市区 市县区 乡镇 镇级 乡级 街道 某 该项目 该市 该省 该州 该地 邻市 邻县 邻区 周边 外地 外市 外县 外省 兄弟市 兄弟县 兄弟县市 兄弟地市 该县 该区 该局 该镇 该单位 该公司
      该中心 财政收入 财政支出 财政总支出 财政总收入 民生支出
    `),
  },
  // Some, and one of many
  {
    means: aside('segment'),
    words: composed(
      '',
      '重点 大额 小额 部分 个别 少数 多数 大部分 绝大多数 专项 示范 典型 同类',
      '购买服务 政府购买服务 项目',
    ).filter((word) => /购买服务|项目/.test(word)),
  },
  {
    means: aside('segment'),
    words: composed(
      '',
      '最大 最多 最高 最小 最少 最低 较大 较多 较小 较少',
      '的项目 的单位 的部门 的一个 的一项 的服务项目 的购买服务项目 的政府购买服务项目 的合同',
    ).filter((word) => word.includes('的')),
  },
  // What is still to come
  {
    means: aside('segment'),
    words: list('拟 力争 争取 有望 下一步 下步 今后 未来 将在 将进一步'),
  },
  { means: aside('sentence'), words: list('为例 例如 比如 譬如 案例 典型经验') },
];

/** Short names of lines that no edition prints. */
const shortNames: readonly {
  readonly form: FormId;
  readonly line: LineId;
  readonly words: readonly string[];
}[] = [
  { form: 'table1', line: 'culture', words: list('文化体育 文化旅游 文化旅游体育 文体传媒') },
  { form: 'table1', line: 'socialSecurity', words: list('社会保障 社保就业 社会保障就业') },
  { form: 'table1', line: 'health', words: list('卫生计生 卫生健康 医疗卫生 计划生育') },
  { form: 'table1', line: 'agriculture', words: list('农林水利') },
  { form: 'table1', line: 'industry', words: list('资源勘探 资源勘探信息 资源勘探工业信息') },
  { form: 'table1', line: 'commerce', words: list('商业服务') },
  { form: 'table1', line: 'landAndWeather', words: list('国土资源 国土资源气象 自然资源') },
  { form: 'table1', line: 'grainReserves', words: list('粮油物资 粮油储备') },
  { form: 'table1', line: 'disasterManagement', words: list('灾害防治 应急管理') },
  {
    form: 'table2',
    line: 'industryCoordination',
    words: list('行业管理与协调 行业管理与协调服务'),
  },
  {
    form: 'table2',
    line: 'governmentSupport',
    words: list('政府履职所需辅助性服务 政府履职辅助性'),
  },
  { form: 'table2', line: 'socialManagement', words: list('社会管理服务') },
  { form: 'table2', line: 'otherServices', words: list('其他适宜由社会力量承担的服务') },
];

/**
 * What may stand directly in front of 购买服务 or 项目 without saying that only a part is meant:
 * 实施政府购买服务项目, 各级购买服务; 智慧养老购买服务 and 垃圾处理项目 are parts.
 */
export const subjectLeads: readonly string[] = list(`
  财政部 财政厅 财政局 国务院 上级 关于 借 假借 打着 利用 严禁 防止 杜绝 避免 编入 列进 报送 编报 申报 确定 立项 承办 组织开展 编列 批准 审定 筹集 拿出 汇集 梳理 归集 完成了 落地 启动 含 包含 涵盖 覆盖 与 和 及 中 内 我市 于 其 之 等 类 用 为 了 的 向 给
  按照 依照 依据 口径 两类 三类 几类 多类 实现 落实 统计的 实施的 安排的 批复的 纳入的 列入的 开展的 管理的 全部的
      实施 安排 纳入 列入 推进 推行 开展 通过 采取 采用 完成 涉及 包括 组织 加强 规范 强化
      深化 用于 批复 投入 编制 进行 支持 扩大 增加 发展 鼓励 使用 统计 反映 显示 管理 方式
      执行 上报 汇总 继续 积极 稳步 深入 主要 大力 全面 持续 不断 有序 探索 是 有 对 将 从 盘点 数说 读懂 看懂 解读 关注 公布 发布 披露 晒出 通报
      把 以 在 就 按 其 各 级 部门 单位 我们 所有 市 县 区 省 州 镇 乡 旗 各类 领域 方面
      年 期 底 来 看 分 关于 一个 多个 两个 提高 改进 做好 抓好 落实 出台
    `);

/** A heading with one of these is of one case. */
export const partHeadings = /典型|示范|试点|案例|事例/;
/** And with one of these of what is still to come, whoever is named below it. */
export const planHeadings = /下一步|打算|展望|谋划|规划|工作思路|努力方向|工作计划|工作安排/;

/** 除教育外: what follows is of all the others, which no table has a figure for. */
export const exceptions = /(除(?:了|去)?)([^,。;:]{1,48}?)((?:之|以)?外)/uy;

/** 前者, 后者: the first or the second of two that were named. */
export const referents: readonly string[] = list('前者 后者');

/** The line that was named last: 加大教育领域投入。全市在该领域 …. */
export const lineReferents: readonly string[] = list(
  '该领域 这一领域 这个领域 此领域 本领域 该类服务 这一类 这类服务 该类',
);

/** 总预算, 综合执行率: perhaps of the whole, whoever was named before. */
export const ofAll = /^(?:总|综合|总体|整体|合计|全口径)/;

/** Behind these a whole is named, and not whose figure follows: 占全部预算的. */
export const sharesOf: readonly string[] = list('占 占到 相当于');

/** A sentence with one of these speaks of the money at several stages, or by who pays: 年初预算 … 年中追加 …. */
export const otherStages: readonly {
  readonly measure: Measure;
  readonly words: readonly string[];
}[] = [
  {
    measure: 'budgeted',
    words: list(
      '审减 核减 送审 报审 审定数 追加 追减 调增 调减 调整后 调整数 预算调整 年中 变更后 自筹 自行筹措',
    ),
  },
  { measure: 'executed', words: list('未支付 未付 待支付 未拨付 待拨付 年底前 年底之前 年内将') },
];

/** Behind these stands what a figure is held against; `1`: it is more; null where a later word says so: 比 … 少. */
export const comparers: ReadonlyMap<string, 1 | -1 | null> = new Map([
  ...list('比 较').map((word) => [word, null] as const),
  ...list('高于 大于 多于 超过 超 超出 高出 多出').map((word) => [word, 1] as const),
  ...list('低于 小于 少于').map((word) => [word, -1] as const),
]);

/** What stands in front of what is bought, or behind, where it is done or furthered and not counted. */
export const spokenOf = {
  before:
    /(?:推进|推行|推广|推动|开展|实施|随着|深化|规范|做好|加大|扩大|通过|出台|印发|制定|制订|修订|发布|下发|转发|建立|健全|完善|加强|强化|改进)(?:了)?$|同时$/,
  behind:
    /^(?:指导性?)?(?:目录|管理|办法|意见|实施|方案|条例|细则|通知|规定|监管|信息|平台|系统|绩效|培训|宣传)|^(?:工作|改革|范围|规模|质量|水平|制度|机制|力度)?的?(?:还|仍|较|偏|不|同时|深入|不断|持续|稳步|逐步|有序|有力|进一步|推进|促进|提升|扩大|深化)|^工作(?:推进|开展)?中?$/,
};

/** 支出进度较序时进度快 25%: compared with something, whatever it is. */
export const comparedWith = /(?:^|[^占同环对相之])比(?![重例率较])|较(?![好多大高快少低小慢为强])/;
/** 执行率高于一般公共预算执行率 96.8%: the others are held against it. */
export const comparedRates = /(?:高于|低于|快于|慢于|好于|优于)(?!约?\d)[^,;:。]*(?:率|进度)/;

/** 购买服务已覆盖教育、公共安全等领域: an open list of where it reaches. */
export const reaches =
  /(?:购买服务[^,;:]*|^)(?:到(?:如今|现在|目前|今天)的|覆盖|涵盖|涉及|涉足|遍布|遍及|拓展|延伸|扩大|包括)[^,;:]*等(?:领域|方面|行业|类别|多个领域|各个领域)$/;

/** 主要用于教育: where most of it goes, and perhaps not whose figures follow. */
export const goesTo = /(?:主要|重点|集中)(?:用于|投向|投入|用在|在|于)[^,;:]*$/;

/** 分领域看, 按资金来源划分: what follows divides what was told before. */
export const divisions =
  /^(?:其中|(?:再)?(?:分|从|按|按照)[^,。;:]{1,10}?(?:[来上]?看|划分|分类?|统计|[,:])|具体(?:来?看|为|是))/;

/** In a sentence that does not say its subject these may be of all that is spent, and not only on what was bought. */
export const ofMore = /部门|财政|政府(?!性基金|购买)|单位|预算支出|全口径/;

/** Behind these a line's label is no line: 教育局, 金融机构, 基本公共服务均等化. */
export const noLineBefore: readonly string[] = list(`
      局 厅 委 部门 机构 系统 体系 均等化 需求 供给 标准 清单 保障 普惠 可及 短板 设施 网络 资源 水平 质量 能力 事业 改革 工作 培训 宣传 中心
      公司 集团 学院 单位 人员 网 设施 目录 主管 基金 资金管理 平台 基地
    `);

/** 基金 alone is a budget only at the beginning of what names it: 一般公共预算 …、基金 …; 养老基金, 基金会 are none. */
export const bareFund = {
  word: '基金',
  after: /(?:^|[,;:、(。和及与由从\n]|其中|来自|其余为)$/,
  notBefore: /^(?:会|管理|公司|投|收|结|运|项目库)/,
};

/** 全部 is the whole only in front of these; 全部通过购买服务方式实施 names nothing. */
export const bareAll = {
  word: '全部',
  before: /^的?(?:政府购买|购买|项目|预算|资金|(?:支出|执行)(?!完|到位|[,;。]|$)|决算|服务|总)/,
};

/** 各 parts figures among names only in front of these: 各占 …, 各有 …. */
export const bareEach = { word: '各', before: /^[占有达](?:约|近)?[\d百]/ };

/** 进度 is a rate only in front of one. */
export const bareRate = { word: '进度', before: /^(?:为|达|达到|是|:)?(?:约|近)?\d+(?:\.\d+)?%/ };

/** Labels too common to be a line where nothing says so: they need one of these behind them. */
export const commonLines: ReadonlySet<LineId> = new Set(['other']);
export const lineMarks: readonly string[] = list('类 领域 方面 支出 项目 服务 (');

/** Signs and words that part the names of a list. */
export const listSeparators: readonly string[] = ['、', '和', '及', '与', '以及', ',', ''];
/** What may stand behind a name in a list: 教育类、公共安全领域. */
export const listFillers =
  /为主|为辅|为补充|为补|类|领域|方面|支出|项目|资金|金额|(?:[一二两三四五六七八九十\d]+个)?(?:服务)?领域|的|等|部分|预算/g;

/** A text that begins with the name of such an office speaks of that office: 教育局购买…. */
export const officeEndings: readonly string[] = list('局 厅 委 公司 学校 医院 中心 社区');
/** What may stand in front of a place's name: 据市财政局 names none. */
export const placeLeads =
  /^(?:上半年|全年|今年|去年|年初|年末|年底|目前|日前|近日|近期|截至目前|记者|根据|依据|按照|遵照|依照|按|据|从|由|经|在|与|向|对|和|及|是|为|即|占|贯彻|落实|围绕|结合|收到|接到|接|报|报经|受|会同|配合|紧扣|认真|积极|全面|深入|严格)+/;

/** Words that end alike and are no other office. */
export const noOffices: readonly string[] = list(`
      省厅 市厅 财政局 财政厅 我局 本局 我厅 本厅 我委 本委 我中心 本中心 我院 本院 我校 本校 格局 布局 大局 全局 结局 为中心 局党组 局党委 局领导 局务会 中心工作 中心任务 中心环节 政府购买服务中心工作 市委 县委 省委 区委 党委 委托 委员 城乡社区
    `);

/** A clause that begins with the name of such a place speaks of that place, unless it is the unit's own. */
export const placeEndings: readonly string[] = list('县 区 市 镇 乡 旗 州 街道');
/** 全县, 我区: the unit's own; 城市, 地区: no place. */
export const noPlaces =
  /^[省市县区州旗镇乡]{0,3}$|^(?:全|我|本|各|整个|各级各|城|地|社|辖|园|片|山|小|都|超|上)[县区市镇乡旗州]$|^(?:在|是|为|即|这是|就是|对|从)?(?:全|我|本)[省市县区州旗镇乡]$|城市$|地区$|社区$|园区$|辖区$|[由于为和及与经在向对各据到至的][省市县区州旗镇乡]$/;

/** What may stand between a name and its figure: 预算资金共计 …, 执行数达到了 …. */
export const smallWords =
  /为主|为辅|总盘子|总数|总量|总计|为|是|有|最大|最多|最高|最低|较大|较多|居首|第一|共计|累计|总计|合计|共|计|达到|达|已|了|的|也|则|只|仅|均|数|额|资金|金额|总额|规模|人民币|方面|部分|领域|类|项目|等|中|内|上|全年|年度|实际|财政|政府购买服务|购买服务|比重|比例|口径|来看|看|到|至|[:,;、?()[\]〔〕【】{}"“”《》'和及与以]/g;

/** Behind a count these say that it counts projects, or that nothing else is counted. */
export const countFollowers: readonly string[] = list(`
  之多 中
      服务项目 编报 编入 使用 项目 政府购买服务项目 购买服务项目 悉数 有所 略有 略 明显 大幅 小幅 居 位居 排 列 分布 涉及 来自 来源 由 用于 进入 纳入 列入 得到 覆盖 实现 已 均 都 全部 和 及 与 占 增 减 的项目 采取 采用
    `);

/** Words by what they say, the labels of a set of forms among them. */
export function lineWords({ forms }: FormSet): readonly WordRow[] {
  return forms.flatMap((form) => {
    const labels = linesOf(form).map((line) => ({ line, words: labelsOf(form, line) }));
    const short = shortNames.filter((row) => row.form === form.id);
    return [...labels, ...short].map(({ line, words }) => ({
      means: { kind: 'line' as const, form: form.id, line },
      words,
    }));
  });
}

/** 国土资源气象等事务 without its end; 一般 is said of anything. */
function shortened(label: string): string {
  const short = label.replace(/等(?:事务)?$|事务$/, '');
  return short.length > 2 ? short : label;
}

/** Every spelling of a line, 等 and 事务 at its end left off too: 国土资源气象. */
function labelsOf({ editions, alsoWritten }: Form, line: LineId): readonly string[] {
  const labels = [
    ...editions.flatMap((edition) => edition.labels[line] ?? []),
    ...alsoWritten.filter((each) => each.line === line).map(({ label }) => label),
  ];
  const spelled = labels.flatMap((label) => [
    label,
    shortened(label),
    label.replaceAll('与', '和'),
    label.replaceAll('和', '与'),
  ]);
  return [...new Set(spelled)];
}
