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
function list(words: string): readonly string[] {
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
      预算总额度 预算额度 预算总量 预算资金量 预算资金总量 预算总投入 预算投入 预算数额 落实预算
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
      '资金来源 统筹安排 转变为 逐步转变为 演变为 先有预算、后购买服务 先有预算后购买服务 先预算后购买 先预算、后购买 先有预算、后有购买 无预算不购买 无预算、不购买 有预算才购买 随意购买 超预算购买 无预算购买 要我买 我要买 发挥财政资金的引导作用 发挥财政资金引导作用 发挥财政资金的杠杆作用 财政资金使用效益 财政资金使用绩效 财政资金效益 资金使用效益 资金保障 全部纳入绩效目标管理 全部纳入绩效管理 均纳入绩效目标管理 全过程绩效管理 全过程预算绩效管理 预算绩效管理改革 审计确认 审计认定 审计核定 审计审定 审计关注 审计期间 会议强调 会议指出 会议认为 会议审议 会议听取 会议通报 会议要求 会议决定 会议明确 序时进度 时间进度 工程进度 建设进度 购买服务信息平台 政府购买服务信息平台 购买服务平台 购买服务管理平台 政府购买服务管理平台 购买服务信息系统 政府购买服务信息系统 全部开展绩效自评 全部开展绩效评价 全部纳入绩效自评 全部纳入绩效管理 全部实行绩效管理 全部实施绩效管理 绩效监控显示 全县上下 全市上下 全区上下 全省上下 全镇上下 平均水平 两本预算 三本预算 各本预算 预算单位 预算管理 预算绩效 支出功能 支出方向 支出责任 支出结构 支出科目 项目管理 项目建设 项目单位 执行部门 决算公开 预算公开 突破性地 突破性 未来几年 由于 理由 自由 从事 从而 从业 占地 服从 逾期 近期 附近',
    ),
  },

  // Years and parts of them
  {
    means: { kind: 'relativeYear', years: 0 },
    words: list('今年 本年 本年度 当年 今年以来'),
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
      待支付 待付 待拨付 取消 退回 不合规 新开 延续 跨年 一级目录 二级目录 三级目录 承接主体 社会组织 企业
      惠及 受益 服务对象 培训 会议 文件 计划 预计 将达 将安排 目标 国有资本 保证金 尾款
      未 没有 尚有 仍有 逾期 预付 首付 借款 贷款 租金 税 自筹 社会资本 政府采购 绩效 监督 盘活 统筹 存量资金
    `),
  },
  // A part of the whole, or another unit
  {
    means: aside('segment'),
    words: list(`
      市本级 县本级 区本级 省本级 本级 市级 县级 区级 省级 市直 县直 区直 省直 县区 各县
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
  编入 列进 报送 编报 申报 确定 立项 承办 组织开展 编列 批准 审定 筹集 拿出 汇集 梳理 归集 完成了 落地 启动 含 包含 涵盖 覆盖 与 和 及 中 内 我市 于 其 之 等 类 用 为 了 的 向 给
  按照 依照 依据 口径 两类 三类 几类 多类 实现 落实 统计的 实施的 安排的 批复的 纳入的 列入的 开展的 管理的 全部的
      实施 安排 纳入 列入 推进 推行 开展 通过 采取 采用 完成 涉及 包括 组织 加强 规范 强化
      深化 用于 批复 投入 编制 进行 支持 扩大 增加 发展 鼓励 使用 统计 反映 显示 管理 方式
      执行 上报 汇总 继续 积极 稳步 深入 主要 大力 全面 持续 不断 有序 探索 是 有 对 将 从 盘点 数说 读懂 看懂 解读 关注 公布 发布 披露 晒出 通报
      把 以 在 就 按 其 各 级 部门 单位 我们 所有 市 县 区 省 州 镇 乡 旗 各类 领域 方面
      年 期 底 来 看 分 关于 一个 多个 两个 提高 改进 做好 抓好 落实 出台
    `);

/** A heading with one of these is of one case, or of what is still to come. */
export const partHeadings = /典型|示范|试点|案例|事例|打算|展望|谋划|规划|工作思路|努力方向/;

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

/**
 * Where one of these stands it may be the table's figure or another: the budget as it was changed, what has been applied for or
 * only begun, what is somebody's own.
 */
export const doubtfulWords: readonly string[] = list(`
  向社会组织购买 超预算执行的 超预算的 超预算项目 调整预算 预算调整 调整后 变更后 追加后 到位 我局负责 本局负责 我局承办 我局牵头实施 其余领域 其余各领域 其余各类 其余项目
  其他各领域 不含 不包括 不包含 剔除 扣除 除外
  同口径 可比口径 可比因素 考虑 除去 因素
  申报 申请 拟报 上报 审核通过 通过审核 通过评审 启动 落地 推出 开工 完工 办结 局牵头 委牵头 牵头实施 牵头统计 牵头的 牵头负责 牵头开展 牵头组织 牵头购买 归口 负责实施 承接
  预拨 垫付 清算 入账 报账 应付 应支
`);

/** Lines that are selected: those of a sum that names none of them may be any. */
export const selections: readonly string[] = list(
  '前三的 前五的 前十的 前三大 前五大 前十大 前三个 前五个 前十个 靠前的 较多的领域',
);

/** A sentence with one of these speaks of the money at several stages, or by who pays: 年初预算 … 年中追加 …. */
export const otherStages: readonly {
  readonly measure: Measure;
  readonly words: readonly string[];
}[] = [
  {
    measure: 'budgeted',
    words: list('追加 追减 调增 调减 调整后 调整数 预算调整 年中 变更后 自筹 自行筹措'),
  },
  { measure: 'executed', words: list('未支付 未付 待支付 未拨付 待拨付') },
];

/** Behind these stands what a figure is held against; `1`: it is more; null where a later word says so: 比 … 少. */
export const comparers: ReadonlyMap<string, 1 | -1 | null> = new Map([
  ...list('比 较').map((word) => [word, null] as const),
  ...list('高于 大于 多于 超过 超 超出 高出 多出').map((word) => [word, 1] as const),
  ...list('低于 小于 少于').map((word) => [word, -1] as const),
]);

/**
 * Words that change nothing in what a figure is said to be, wherever they stand. Where a sentence holds any word that stands
 * neither in the table nor here, it is not certain which figure is meant, and none is said to be wrong. No word may stand here
 * that can say which part is meant: no service, no group of people, no office, no stage that not all projects reach.
 */
const plainWords: readonly string[] = [
  // What is done with all of it
  ...list(`
    实施 组织 开展 推进 推行 推动 落实 办理 编报 编制 编列 下达 批复 批准 审定 核定 确定 确认 立项 统计 汇总 归集 梳理 列入 纳入 列支
    安排 投入 拿出 筹集 统筹 用于 使用 用 投向 投放 覆盖 涵盖 涉及 包括 包含 含有 含 属于 属 对应 来自 来源 来源于 出自 得到 取得
    保障 保证 支持 服务 购买 采取 采用 通过 方式 形式 实现 达成 达到 达 形成 构成 组成 分解 细化 反映 显示 表明 体现 占据 呈现 保持
    负担 承担 分担 划分 分类 归类 分列 列示 公开 筹措 结算 负责 建立 启用 完成 做到 有所 予以 加以 进行 得以 看出 可见 可以看出
    按要求 分类别 分领域 分种类 分类型 说明 分析 计算 测算 衡量 比较 相比 对比 相较 对照 核对 核实 审核 审定后 入库
  `),
  // How all of it is done
  ...list(`
    随 一并 一同 一起 同步 逐级 逐项 逐步 全部 全都 稳步 进一步 持续 不断 积极 切实 扎实 严格 顺利 圆满 全面 实际 真正 最终 最后 仍 仍然
    目前 现 现已 当前 眼下 约 仅 仅仅 只 只有 高达 仅为 足 整 依次 分别 各自 相应 大力 有序 规范 一律 统一 均已 也已
  `),
  // Who and what
  ...list(`
    我们 家 各级 各 各地 各部门 各单位 部门 单位 预算单位 财政 财政部门 政府 所有 全口径 口径 总 总体 整体 国库 两者 二者 三者 前者 后者
    任务 目标任务 管理 工作 情况 成效 状况 数据 数字 指标 结果 内容 渠道 性质 类型 种类 类别 事项 任务数 总数 个数 数量 数 额 率 量 值
    一栏 一项 两类 各类 类 条 部分 其余 领域 方面 项 个 名义 金额 规模 结构 分布 力度 收支 资源 大类 各项 各个 每个领域 两本 三类 三大
    功能 科目 来源渠道 主渠道 份额 大盘 盘子 篇幅 表 本 该 此 这 上述 以上 下列 如下 人民币 预期 序时 进度 时间 过半
  `),
  // Small words
  ...list(`
    虽 虽然 尽管 但 但是 然而 由于 因此 所以 多措并举 发挥 坚持 遵循 围绕 紧紧围绕 紧紧 报送 拓宽 转变 提供 满足 改善 贯彻 贯彻落实 推开 全面推开 印发 转发 下发 省财政厅 财政部 上级 关于做好 关于报送 关于开展 实行 反映出 为 为了 是 的 了 着 和 与 及 以及 同 并 并且 而 且 即 也 都 均 各 其 其中 之 之和 于 以 把 将 对 给 由 向 往 从 自 在 按 按照 根据
    依据 经 据 就 至 到 截至 截止 至今 起 止 间 中 内 上 里 前 后 时 等 等等 有 已 已经 共 共有 共计 总共 累计 合计 总计 计 还 又 再 则
    地 所需 同时 首先 其次 再次 居 居首 居于 位居 排 排名 排在 位列 位于 名列 第一 第二 第三 之首 首位 次之 一是 二是 三是 四是
    情况下 条件下 前提下 基础上 所属类别 所属领域 所属 覆盖面 方向 截至年底 年终 如统计表所示 如表所示 所示 所列 详见附表 详见 详情见 见
    合计行 合计栏 总计行 行 栏 既有 关于 终 底 您 加上 计入 两部分 三部分 两块 两大块 两条 每 编入 列进 编进 报告期末 报告期 期末 报表 与
    一方面 另一方面 年 年度 本年度 当年 今年 年内 期内 全年 年初 年末 年底 月 日 调整 预 实 完成情况 执行情况 分为 分别为 具体为 分 具体
    比 为主 为辅 本次 此次 这次 其间 较为 成为 作为 视为 约为 称 经统计 总的 到位率 实效 成果 而言 来看 来说 看 来讲 角度 只是 即达
    所占 占有 过去 一年 回顾 去 花 花了 出去 问 答 钱 哪里 比例 一 二 三 四 五 多少 几何 怎样 怎么样 如何 哪些 哪里 得 贡献
    市财政局公布 县财政局公布 区财政局公布 财政局公布 市财政局发布 县财政局发布 区财政局发布 财政局发布 市财政局通报 公布 发布 披露 数说 适合 适宜 社会力量
    深化 推广 强化 优化 完善 健全 创新 探索 严控 控制 控制在 压实 促进 加快 加强 加大 认真 较好 交出 亮出 亮眼 迈上 再上 填报 掌握 全面掌握 弥补 项下 首次 为何 剩余 分配 会说话 投入产出比 积极性 两领域 三领域 各领域 我局对 本局对
    扎实推进 深入推进 稳妥推进 大力推进 有序推进 务实 持续深化 坚定 牢固 严格执行 认真落实 全力 奋力 着力 尽力 合理安排 科学安排 精心 精准 周密 统一部署 分级 分级负责 属地管理 近年 多年来
    讲 论 抓 要 拿 先 概括 进入 盯紧 紧盯 盯住 抓好 抓实 抓紧 抓牢 做好 搞好 负责人 相关负责人 有关负责人 提案 建议 关心 关注 所提 提到 统计范围 本次统计范围
    出资 支撑 补充 供给 提供 一个领域 一个 就 就达 达到了 实实在在 这一块 这块 一块 块 全县上下 全市上下 全区上下 悉数 落地 同期 随后
  `),
];

/** Words that say how much or how well: nothing of a figure, but in front of a column or of what is bought, of which. */
const degrees: readonly string[] = list(`
  理想 正常 合理 平稳 均衡 快 慢 最快 最慢 靠前 靠后 居前 居前列 前列 领先 偏慢 偏快 偏低 偏高 偏少 偏多 基本持平 持平 略有 略少 略多
  略低 略高 稍 重点 两大 三大 四大 五大 几大 两个 不均衡 不平衡 不高 不低 不快 不理想 不一 参差不齐 有快有慢 有高有低 各有高低 各有快慢 倾斜 侧重 良好 有效 主要 基本 大体 大致 相当 及时 足额 如期 按期 按时 按计划 较 很 最 更 更加 比较好 较好 较多 较大 较高 较快 较少 较低
  较小 最多 最大 最高 最少 最小 最低 显著 明显 突破性地 突破性 左右 上下 之多 大头 大多 绝大部分 大部分 部分 相差 不大 吻合 一致 差异 准确
  高效 优先 充分 扎扎实实 小 大 高 低 多 少 万 接近 匹配 大小 其余 居前三位 前三位 前三名 前五位 前两位 名 位 集中在 集中于 较集中
  集中 做大 做强 好 突出 成倍 一半 过半 三成 两成 四成 五成 六成 七成 八成 九成 一成 超过 不足 占比 小幅 大幅 有所 有的 加快 加速
`);

/**
 * Words that say nothing of a figure in a clause that has none, and behind one. Directly in front of a column or of what is
 * bought they may name a part of it: 制度建设支出.
 */
const remarks: readonly string[] = list(`
  深化 改革 深入 职能 政府职能 转变 机制 制度 体系 建设 完善 健全 态势 局面 格局 增强 获得感 满意度 幸福感 力量 社会力量 主导 作用
  引导 参与 供给 供需 效率 水平 质量 效益 提升 提高 提质 增效 扩大 扩面 拓展 广度 深度 范围 进展 成绩 原则 要求 部署 精神 贯彻 决策 高度
  重视 加大 加强 强化 优化 创新 坚持 遵循 围绕大局 过紧日子 厉行节约 节俭 勤俭 精打细算 量力而行 尽力而为 财力 紧张 困难 压力 矛盾 突出
  形势 背景 环境 发展 思想 理念 以人民为中心 人民 群众 公共服务 公共 需求 需要 满足 提供 有力 有利 有序 稳中有进 稳中有升 平稳有序
  符合 完成任务 各项 良好态势 社会 反响 群众反响 认可 好评 肯定 夯实 基础 保障 供给侧 多元 多元化 格局 抓手 举措 措施 手段 途径 有益
  探索 实践 经验 做法 模式 规则 程序 流程 依法 依规 依法依规 合规 公平 公正 竞争 市场 市场化 机关 主体 购买主体 责任 压实 明确 清单 目录
  指导性目录 精准 科学 科学化 精细化 规范化 制度化 全过程 全流程 全方位 统一 标准 领导 指导 正确 牢牢 把握 上级 有关 发挥 市委 县委 区委
  党委 党政 市政府 县政府 区政府 全市上下 全县上下 各级各部门 今年以来 一年来 以来 随着 为此 因此 从而 使得 进而 既 又 不仅 而且 更加 比较
  发生 行为 无预算 先有 后 未发生 聚焦 更趋 日益 逐年 稳定 增长 增加 上升 下降 减少 有所 圆满 收官 结束 顺利 达到预期 好于 优于 快于 慢于
  经过 努力 不懈努力 联动 上下联动 多方筹措 多方 对账 按规定 规定 询问 报送 编表 应编尽编 应纳尽纳 应买尽买 项目化 带动 撬动 量质 质量 齐升
  得到了 先有预算 后购买服务 任务推进 推进有序 社会各界 各界 总结 年报 月报 快报 通报 有关情况 相关情况 有关 相关 规模效应 惠及各个领域
  报告 汇报 总结报告 工作总结 通报 材料 公告 公示 简报 综述 汇编 自查报告 开展情况 附件 附表
  从无到有 从小到大 由小到大 由少到多 量质齐升 质效 双提升 新 台阶 新台阶 良性 循环 活力 激发 释放 动力 成本 降低 节约 集约 惠民 便民
  利民 民心 放管服 简政放权 高质量 经济 社会发展 经济社会 事业 全局 大局 中心工作 年度工作 稳定增长 已 全部公开 数据来源 报表 填报 录入 负责人 相关负责人 有关负责人 主要负责人 综合科 采购科 表示 说 公布 发布 披露 门户网站 网站 新年伊始 伊始 盘点 数说 读懂 一图读懂 一图 看懂
  绩效监控显示 急难愁盼 适合 交由 交给 越来越多 越来越 简单 不是 不在于 而是 花钱 钱花 花好 花好钱 花到哪 哪 去了 拓宽 逐步拓宽 特点 以下特点 以下 编制情况 突出保障 亮点
 
  导出 系统 财政厅 省财政厅 财政部 财政局 市财政局 县财政局 区财政局 我局 本局 记者 获悉 了解 介绍 日前 近日 据悉 会上 会议
`);

/** How speeches, news and answers speak of all of it. As {@link remarks}: no word here can say which part is meant. */
const rhetoric: readonly string[] = list(`
  最有代表性 代表性 民生导向 导向 相对 相对集中 研究采纳 认真研究 采纳 提出 提出的 重要 必要 中央 中央和省 人手 不足 双升 双增 双提升 花得其所 所值 物有所值 受到 广泛 赞誉 自评 自评汇总 围绕 紧扣 立足 着眼 着力 锚定 对标 突出 数字 背后 民生 局面 来之不易 讲 谈 论 概括 渐入佳境 审议 审议了 听取 听取了 与会人员 与会 没有 不同意见 异议 导向 盯紧 强调 指出 认为 要求 就拿 拿 来说 做法 经验 坚持 费随事转
  走在前列 走在前面 蛋糕 做大了 分好了 分好 第一 第二 第三 第四 稳中有增 有增 更加有力 明显提速 提速 刀刃上 刀刃 钱花在了 花在了 花在 简报 工作简报 紧随其后 潜力 还有潜力 薄弱 比较薄弱
  呈现 特点 多 大 快 优 强 实 小事 件件 桩桩 连着 关乎 事关 市长 县长 区长 局长 领导 讲话 算了一笔账 一笔账 算账 说明 趴在账上 趴在 账上 沉睡 回头看 前后 衔接 更大 更优 更快 更多 更高 更实 更好
  亮点 不少 抓 抓好 抓实 管起来 管好 用好 花好 名副其实 主力 主力军 总体是好的 是好的 好的 同志们 同志 各位代表 代表 委员 提案 提案中 关心 关注 关切 所提 答复如下 答复 回应 您 您在 问题 偏低 主要是
  集中度 分布 差别 差别较大 体量 居前 一致 与我局上报数一致 上报数 期间 资料 统计资料 提供 提供的 可见 由图可见 如图所示 图 扩领域 增投入 提效率 扩面 增量 优先投向 优先 也不过 不过 看到 差距 成绩 成就 可喜
  值得 肯定 肯定的是 应该说 可以说 总的来看 总体来看 总体上看 客观 不可否认 与此同时 在此基础上 应当 应该 需要 说明的是 指出的是 注意 注意的是 特别 尤其 尤为 格外 可圈可点 有目共睹 喜人 可观 不容易 不易 殊为
  真金白银 实打实 家底 账本 账 一本账 明白账 明白 晒一晒 晒 亮 亮出 交出 答卷 成绩单 风采 蓝图 初心 使命 担当 作为 奋进 砥砺 前行 攻坚 克难 克服 疫情 影响 不利 因素 减收 增支 平衡 压减 一般性 三保 底线 兜牢 兜住
  统筹兼顾 突出重点 有保有压 集中财力 办大事 过紧日子 紧日子 习惯 好日子 老百姓 百姓 市民 居民 群众需求 需求导向 问题导向 目标导向 结果导向 放管结合 优化服务 政府瘦身 瘦身 减负 花钱 买服务 养人 养事 办事 不养人
  转变观念 思路 理顺 关系 边界 厘清 政社 分开 政事 合力 协同 配合 齐抓共管 上下 左右 横向 纵向 到边 到底 全覆盖 应购尽购 能买则买 愿买 会买 敢买 买什么 怎么买 向谁买 买得好 钱从哪来 钱到哪去 去哪儿了 花哪儿了 怎么花
  一组数据 组 数据显示 来看一组 先看 再看 先说 再说 接着 然后 总之 综上 综上所述 简言之 换言之 换句话说 也就是说 具体而言 具体来讲 相对而言 整体而言 一般而言 从总量上看 从趋势看 趋势 走势 曲线 台阶 跨越 突破 新高 历史 历史新高 创
  首次 再次 连续 多年 常态 常态化 步入 迈入 快车道 正轨 轨道 起步 提档 升级 蹄疾步稳 稳步前行 稳健 健康 有条不紊 井然 顺畅 通畅 畅通 高位 推动 高位推动 主要领导 亲自 部署 调度 召开 专题 会商 研判 督促 督导 跟踪 问效
  不断扩大 不断扩展 不断提高 不断增加 不断增强 不断完善 不断优化 不断加强 逐步扩大 逐步增加 逐步提高 日趋完善 日益完善 日臻完善 初见成效 见成效 成效明显 成效显著 效果 明显 效果明显 效果显著 立竿见影
`);

/** Small words, names of documents and what is said of work of any kind. As {@link remarks}. */
const phrasing: readonly string[] = list(`
  广 窄 深 浅 严 宽 细 准 全 差 密 紧 散 乱 顺 畅 新 不广 不深 不细 不实 不严 不全 牵头 中央和省 局面 源头 源头上 从源头上 自查 经自查 强化监管 加强监管 意识 多措并举 多措 并举 坚实 坚实的 应列尽列 应报尽报 应统尽统 精心指导 主线 这一主线 取得积极进展 积极进展 共同努力 逐步转变 转变为 随意性 随意 未发现 不足之处 不小差距 还有不小差距 先进地区 先进 地区 阶段 处于 得益于 归功于 不够 够 还需 仍需 尚需 需 须 需要 须要 亟需 亟待 急需 有待 应 应当 可 可以 能 能够 会 必须 务必 必将 将会 让 使 令 之间 之下 之上 下 外 间 每年 每个 某些 一些 许多 诸多 若干 存 存在 存有 具有 拥有 有着
  有必要 不容 难以 不易 容易 便于 利于 有利于 有助于 助力 助推 旨在 致力 致力于 鉴于 基于 针对 结合 本着 依托 借助 凭借 利用 不但 何况 甚至 乃至 尤其是 特别是 即使 尽管 虽然 虽说 虽 但 但是 然而 却 倒 反而
  由于 因 因为 所以 故 由此 据此 以便 以免 以期 一旦 如果 若 只要 无论 不论 不管 与此 另外 此外 再者 除此 还要 仍要 也要 更要 都要 就要 正 正在 正是 一直 始终 一贯 历来 向来 本来 原本 总是 往往 通常 一般 大致上 基本上 总体上 整体上
  办法 意见 实施意见 指导意见 通知 规定 条例 方案 实施方案 工作方案 文件 文件精神 会议精神 讲话精神 批示 指示 决定 政策 政策措施 政策体系 制度体系 制度建设 令 号 暂行办法 管理办法 细则 实施细则 预算法 关于 印发 转发 下发 出台 制定 制订 修订 发文
  国务院 省委 省政府 市委市政府 县委县政府 区委区政府 党委政府 党中央 全会 大会 党的 十八大 十九大 二十大 以来 中国特色社会主义 新时代 新发展理念 新发展阶段 新形势 新要求 新任务 新常态 决策部署 重大决策 战略 战略部署 座谈会 例会 常务会 推进会 动员会 正确领导 坚强领导 关心支持 大力支持 关怀 支持和配合
  职责 职责分工 分工 牵头部门 任务分工 领导小组 工作领导小组 联席会议 协调机制 工作机制 长效机制 约束机制 激励机制 专班 台账 工作台账 督促指导 指导督促 沟通 沟通协调 协作 服务质量 服务水平 服务效率 服务能力 服务供给 服务方式 供给方式 购买流程 购买行为
  合同约定 约定 标准化 风险 风险防控 流程再造 操作流程 操作规范 操作规程 示范效应 引领 引领作用 牵引 导向作用 杠杆作用 撬动作用 主动性 创造性 能动性 紧迫感 责任感 使命感 责任意识 大局意识 服务意识 绩效意识 法治意识 规矩意识
  明确 督促 指导 建立健全 建章立制 动员 鼓励 促 理顺 打造 构建 营造 挖掘 摸索 提炼 借鉴 对接 融合 贯通 联系 解决 破解 化解 消除 应对 防范 杜绝 避免 防止 禁止 制止 整改 纠正 规避 精简 简化 减轻 缩短 加速 树立 增进 改善 改进 健全完善 巩固 拓展 延伸 放大 彰显 凸显 突显 体现了 反映了 说明了 取得了 取得 实现了 推动了 促进了 提高了 提升了 增强了 改善了 满足了 保障了 保证了 发挥了
  不强 不到位 不健全 不完善 不规范 不充分 不协调 不合理 不科学 不清晰 不清 不明 不明确 不及时 滞后 相对滞后 偏紧 迟缓 缓慢 缓 较缓 弱 偏弱 较弱 欠缺 缺乏 缺少 单一 较为单一 粗放 模糊 有差距 差距 一定差距 较大差距 有差异 空间 提升空间 较大空间 短板 弱项 瓶颈 难点 堵点 痛点 困境 制约 受限 影响 原因 主因 成因 主要原因 因素 难题 挑战 机遇 期望 期盼 期待 关口 关键 关键期 重中之重 生命线 压舱石 稳定器 助推器
  一定 一定的 一定程度 一定程度上 较大程度 很大程度 相当程度 初步 较快 稳定 有力地 有效地 较好地 很好地 全面地 切实地 大大 极大 极大地 进一步地 持之以恒 锲而不舍 久久为功 善作善成 真抓实干 狠抓 狠抓落实 抓落实 见实效 求实效 出实招 用实劲 下功夫 花大力气 上下功夫 做文章 花力气 迎难而上 勇于 敢于 善于 乐于 主动 主动作为 积极作为 担当作为 履职尽责 尽职尽责 恪尽职守
`);

/** Any of them, the longest that fits. */
export const attachedPattern = anyOf(plainWords);
export const plainPattern = anyOf([...plainWords, ...degrees]);
export const remarkPattern = anyOf([
  ...plainWords,
  ...degrees,
  ...remarks,
  ...rhetoric,
  ...phrasing,
]);

function anyOf(words: readonly string[]): RegExp {
  return new RegExp([...new Set(words)].sort((a, b) => b.length - a.length).join('|'), 'gu');
}

/** Behind what is bought these say that it is spoken of, and no figure of it told: 购买服务的决策部署. */
export const noFigures =
  /^(?:相关|有关)?的?(?:相关|有关)?(?:决策部署|部署|要求|通知|精神|意见|办法|工作|改革|制度|政策|机制|流程|行为|情况|方式|理念|意识|文件|规定|指导|目录|统计数据|统计工作|统计报表|管理)/;

/** 支出进度较序时进度快 25%: compared with something, whatever it is. */
export const comparedWith = /(?:^|[^占同环对相之])比(?![重例率较])|较(?![好多大高快少低小慢为强])/;

/** 购买服务已覆盖教育、公共安全等领域: an open list of where it reaches. */
export const reaches =
  /(?:购买服务[^,;:]*|^)(?:覆盖|涵盖|涉及|涉足|遍布|遍及|拓展|延伸|扩大|包括)[^,;:]*等(?:领域|方面|行业|类别|多个领域|各个领域)$/;

/** 分领域看, 按资金来源划分: what follows divides what was told before. */
export const divisions =
  /^(?:其中|(?:再)?(?:分|从|按|按照)[^,。;:]{1,10}?(?:[来上]?看|划分|分类?|统计|[,:])|具体(?:来?看|为|是))/;

/** In a sentence that does not say its subject these may be of all that is spent, and not only on what was bought. */
export const ofMore = /部门|财政|政府(?!性基金|购买)|单位|预算支出|全口径/;

/** A clause behind a figure that begins so may say of which part it was: 均为养老服务. */
export const restrictingStarts =
  /^(?:[均都皆即系属由]|全部|全都|主要|用于|面向|涉及|集中|分布|投向|为[^此]|是)/;

/** A clause behind a figure that says why it is as it is, or what for, says nothing of which part: 主要是部分项目跨年度实施. */
export const reasons =
  /^(?:主要)?(?:原因是?|是?(?:由于|因为?|受|(?:部分|个别|少数|一些|不少|多数)项目)|得益于|归功于)|^主要是[^,;:。]*(?:影响|所致|导致|造成|引起|原因|较晚|滞后)|^为[^,;:。]{2,30}(?:提供|奠定|打下|作出|注入|增添|贡献)/;

/** Behind these a line's label is no line: 教育局, 金融机构, 基本公共服务均等化. */
export const noLineBefore: readonly string[] = list(`
      局 厅 委 部门 机构 系统 体系 均等化 水平 质量 能力 事业 改革 工作 培训 宣传 中心
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
  before: /^的?(?:政府购买|购买|项目|预算|资金|支出|执行|决算|服务|总)/,
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
  /类|领域|方面|支出|项目|资金|金额|(?:[一二两三四五六七八九十\d]+个)?(?:服务)?领域|的|等|部分|预算/g;

/** A text that begins with the name of such an office speaks of that office: 教育局购买…. */
export const officeEndings: readonly string[] = list('局 厅 委 公司 学校 医院 中心 社区');
/** What may stand in front of a place's name: 据市财政局 names none. */
export const placeLeads =
  /^(?:上半年|全年|今年|去年|年初|年末|年底|目前|日前|近日|近期|截至目前|记者|据|从|由|经|在|与|向|对|和|及|是|为|即|占)+/;

/** Words that end alike and are no other office. */
export const noOffices: readonly string[] = list(`
      财政局 财政厅 我局 本局 我厅 本厅 我委 本委 我中心 本中心 我院 本院 我校 本校 格局 布局 大局 全局 结局 为中心 中心工作 中心任务 中心环节 政府购买服务中心工作 市委 县委 省委 区委 党委 委托 委员 城乡社区
    `);

/** A clause that begins with the name of such a place speaks of that place, unless it is the unit's own. */
export const placeEndings: readonly string[] = list('县 区 市 镇 乡 旗 州 街道');
/** 全县, 我区: the unit's own; 城市, 地区: no place. */
export const noPlaces =
  /^[省市县区州旗镇乡]?$|^(?:全|我|本|各|整个|各级各|城|地|社|辖|园|片|山|小|都|超|上)[县区市镇乡旗州]$|^(?:在|是|为|即|这是|就是|对|从)?(?:全|我|本)[省市县区州旗镇乡]$|城市$|地区$|社区$|园区$|辖区$/;

/** What may stand between a name and its figure: 预算资金共计 …, 执行数达到了 …. */
export const smallWords =
  /为主|为辅|总盘子|总数|总量|总计|为|是|有|最大|最多|最高|最低|较大|较多|居首|第一|共计|累计|总计|合计|共|计|达到|达|已|了|的|也|则|只|仅|均|数|额|资金|金额|总额|规模|人民币|方面|部分|领域|类|项目|等|中|内|上|全年|年度|实际|财政|政府购买服务|购买服务|比重|比例|口径|来看|看|到|至|[:,;、?()[\]〔〕【】{}"“”《》'和及与以]/g;

/** Behind a count these say that it counts projects, or that nothing else is counted. */
export const countFollowers: readonly string[] = list(`
  之多 中
      项目 政府购买服务项目 购买服务项目 悉数 有所 略有 略 明显 大幅 小幅 居 位居 排 列 分布 涉及 来自 来源 由 用于 进入 纳入 列入 得到 覆盖 实现 已 均 都 全部 和 及 与 占 增 减 的项目 采取 采用
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

/** Every spelling of a line, 等 and 事务 at its end left off too: 国土资源气象. */
function labelsOf({ editions, alsoWritten }: Form, line: LineId): readonly string[] {
  const labels = [
    ...editions.flatMap((edition) => edition.labels[line] ?? []),
    ...alsoWritten.filter((each) => each.line === line).map(({ label }) => label),
  ];
  const spelled = labels.flatMap((label) => [
    label,
    label.replace(/等(?:事务)?$|事务$/, ''),
    label.replaceAll('与', '和'),
    label.replaceAll('和', '与'),
  ]);
  return [...new Set(spelled)];
}
