/**
 * 根据省财政厅《关于…的通知》要求, 经各县区汇总: a clause that says by what right, how or by whom, whatever stands in it, and not
 * which figure follows. One table of how such clauses begin and end.
 */
import type { Token } from './token';
import { remarkWords } from './plainWords';
import { WordSet } from './wordSet';
import { list } from './words';

/** A clause that begins with one word and ends with another; `closes` empty: with any. */
interface Introduction {
  readonly opens: readonly string[];
  readonly closes: readonly string[];
}

/** What may stand in front of its first word, and changes nothing: 我们严格按照 …. */
const leads =
  /^(?:我们|全市|全县|全区|我市|我县|我区|我省|我局|本局|一直|始终|严格|认真|坚持|积极|全面|切实|深入|紧紧|主动|牢牢|充分|及时|同时|并|又|也)*/;

/** The table. */
const introductions: readonly Introduction[] = [
  {
    opens: list('根据 依据 依照 按照 遵照 遵循 对照 按 执行 贯彻 贯彻落实 落实 学习贯彻'),
    closes: list(`
      精神 要求 规定 通知 部署 安排 文件 文件精神 数据 情况 原则 法规 法律 目录 职责 需要 能力 意见 办法 制度 方针 思路 程序 流程 口径
      方案 条例 精神和要求 安排部署 部署安排 统一部署 指示 批示 政策 号 和年度预算 汇总表 报表 报表数据 资料 理念 号文件 》 显示 表明 反映 数据看 需求 实际 特点
    `),
  },
  {
    opens: list('在'),
    closes: list(`
      领导下 指导下 支持下 配合下 协作下 合作下 协助下 关心下 重视下 努力下 推动下 部署下 组织下 统筹下 监督下 参与下 帮助下 关怀下 形势下 背景下
      前提下 情况下 条件下 压力下 环境下 统一安排下 基础上 统计过程中 填报过程中 审核过程中 汇总过程中 编报过程中 的同时
    `),
  },
  {
    opens: ['为', '为了'].flatMap((word) =>
      list(`
        贯彻 落实 做好 规范 深化 构建 推进 加快 加强 转变 提高 提升 确保 保证 满足 完善 健全 建立 优化 创新 改进 防范 防止 深入 进一步
        认真 切实 更好 全面 有效 充分 适应 打造 严格 杜绝 摸清 强化
      `).map((verb) => word + verb),
    ),
    closes: [],
  },
  { opens: list('随着'), closes: [] },
  {
    opens: list('鼓励 引导 支持 动员 吸引 鼓励和引导 鼓励引导'),
    closes: list('政府购买服务 购买服务 参与 承接 竞争 竞争承接 承接服务'),
  },
  {
    opens: list('以'),
    closes: list(
      '为指导 为引领 为目标 为导向 为契机 为主线 为遵循 为统领 为根本 为准绳 为原则 为宗旨 为核心 为牵引 为目的 为基础 为依据 为根本遵循',
    ),
  },
  {
    opens: list('经 经过 通过 通过对 通过对各 据'),
    closes: list(`
      汇总 审核 核实 统计 核对 复核 会审 测算 梳理 摸底 对账 确认 汇总后 审核后 统计后 汇总上报 审核汇总 汇总统计 分析 汇总分析 审核确认 汇总审核
      不完全统计 初步统计 上报数据 统计数据 填报 上报 报送 系统显示 报表显示 数据显示 统计显示
    `),
  },
  {
    opens: list('结合 围绕 紧扣 对标 立足 聚焦'),
    closes: list(
      '实际 情况 数据 需要 要求 工作 任务 目标 部署 中心工作 主线 大局 重点工作 工作实际 建设',
    ),
  },
  {
    opens: list('接 接到 收到 接省 接市'),
    closes: list('通知 文件 通知后 文件后 后'),
  },
  {
    opens: ['从'],
    closes: ['上报', '填报', '报送', '统计', '汇总'].flatMap((word) =>
      list(
        '数据看 数据来看 情况看 情况来看 的数据看 的数据来看 的情况看 的情况来看 结果看 结果来看',
      ).map((end) => word + end),
    ),
  },
  {
    opens: list('安排 组织 召开 成立 明确 布置 立即安排 立即组织 专门安排 抽调 指定'),
    closes: list(
      '统计 了统计 填报 上报 报送 汇总 审核 部署 布置 负责 落实 统计工作 安排部署 的统计',
    ),
  },
  {
    opens: list('面对'),
    closes: list('形势 压力 局面 情况 任务 挑战 矛盾 困难 环境'),
  },
  {
    opens: list('由市财政局 由县财政局 由区财政局 由财政局 由财政部门 由我局 由各 由本局'),
    closes: list(
      '牵头 负责 配合 汇总 组织 审核 填报 统筹 牵头负责 牵头组织 汇总编制 统一组织 审核汇总 如实填报 逐级审核汇总',
    ),
  },
  {
    opens: list(`
      各县区、各部门 各县区、各单位 各县区各部门 各级各部门 各级、各部门 各部门 各单位 各预算单位 各购买主体 各级购买主体 各级财政部门
      各采购单位 全市财政系统 全县财政系统 全市各级财政部门 全市上下 全县上下 全区上下 财政局 市财政局 县财政局 区财政局 各县区财政局
    `),
    closes: list(`
      响应 落实 配合 协作 填报 上报 报送 汇总 审核 重视 支持 实施购买 购买活动 职责 主体责任 认识 提高认识 部署 安排 把关 审核汇总 汇总上报
    `),
  },
];

/** Services, groups of people and works: a clause with one of these may say of which part the figures are. */
const domains = new RegExp(
  list(`
    养老 老年 老人 儿童 青少年 妇女 残疾 残障 孤儿 困境 救助 低保 社工 志愿 社区 矫正 就业 创业 技能 培训 人才 教育 学校 学生 幼儿 校园 医疗 卫生
    健康 疾控 防疫 疫情 疫苗 医院 环卫 保洁 清扫 清运 垃圾 污水 污染 环保 环境治理 生态 大气 绿化 园林 绿地 林业 造林 农业 农村 乡村 农田 水利
    河道 河长 防汛 抗旱 气象 地质 灾害 应急 消防 安全生产 安保 保安 治安 公安 交通 公路 道路 公交 桥梁 市政工程 市政设施 市政道路 市政养护 路灯 亮化 燃气 供水 供热 住房 棚改
    拆迁 征收补偿 土地 国土 测绘 不动产 规划编制 城市管理 城管 城乡 城镇 智慧 信息化 大数据 软件开发 运维 网络 文化 图书 博物 文物 演出 体育 赛事 旅游
    广电 电影 展览 会展 招商 科技 科学 知识产权 金融 保险 法律服务 法律顾问 法律援助 律师 公证 调解 仲裁 信访 评估 评审 审计 造价 监理 检测 检验 监测 食品 药品 物业 后勤
    食堂 车辆 租赁 印刷 档案 扶贫 脱贫 移民 退役 双拥 殡葬 民政事务 民政服务 民生实事 婚姻 户籍 劳务 辅警 协管 窗口 热线 宣传 第三方机构 公益
  `).join('|'),
);

/** A year, a date, the number of a document or of a meeting: no figure. */
const datesAndNumbers =
  /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|[(〔[【]\d{4}[)〕\]】]\d*号?|第?\d+号|\d{1,2}月(?:\d{1,2}日)?/g;

/** Such a clause has at least, and no more signs. */
const shortest = 4;
const longest = 90;

/** How the tables were drawn up: of no service. */
const compiling =
  /统计(?:工作|数据|信息|范围|口径|人员|系统|任务|时间|对象|小组|表|培训)|报表|填报|填列|报送(?:任务|工作|时间)|汇总(?:上报|编制|工作|分析)|数据(?:质量|审核|来源|核对)|上报(?:数据|工作)/;

/** Those who fill in tables are taught how. */
const trainings = /(?:专题|业务)?培训(?:班|会)?|(?:业务|财会)骨干/g;

/** Who leads the work, and the work that is done for all services alike. */
const leaders =
  /^(?:(?:为|按照|根据|接到|收到|在统计)[^,]*,|\d{4}年[^,]{0,2},?|加强组织领导,[^。]*。)?(?:省财政厅|省政府办公厅|省政府|市财政局|县财政局|区财政局|财政局|财政部门|我局|本局|各级财政部门|各购买主体|各预算单位|各部门|各县区|各单位|购买主体|此项工作)/;

/** Offices, documents and means of the work, which say nothing of a service where only the work is spoken of. */
const official = list(`
  党组 党委 党中央 中央 国务院 编办 人大 政协 省厅 市厅 综合处 综合科 采购科 政府采购科 采购办 国库科 业务科室 相关科室 科室 办公室 领导小组
  监督管理科 监督管理办公室 采购监督管理科 采购监督管理办公室 财政厅 财政局 财政部门 财政系统 财政所 财政 县区 各县区 市直各 县直各 区直各 省直各 直属 所辖 市本级 县本级 区本级
  乡镇 预算单位 购买主体 主管部门 部门 单位 文件 会议 常务会议 工作会议 全会 习近平 新时代 十九届 二十届 四中 三中 二中 五中 六中 法律 法规 政府采购
  采购 采购管理 信息 信息报送 各单位 预算 部门预算 预算管理 预算执行 执行 支出 项目 资金 国库 支付 凭证 信息平台 平台 系统 统计系统 信息统计 体制 财税
  服务型 减税降费 收入 增速 放缓 债务 承受 响应 通力 密切 大胆 深入人心 履行 活动 汇总表 不完全 逐一 逐户 多层次 多方式 县 市 省 区
  政府购买服务 购买服务 政府向社会力量购买服务 政府购买 统计 填报 上报 报送 编制 录入 核实 核对 汇总 审核 接到 收到 转发 召开 布置 组织 动员 协调 配合 协作
  承接主体 履约 监管 全过程 绩效 信息公开 公开 公告 采购网 政府采购网 责任 主体责任 压实 分管领导 分管 领导 经办 经办人员 人员 专人 业务 业务骨干 骨干
  专题 培训班 指标 含义 讲解 真实 完整 准确 可靠 及时 实事求是 把关 表表相符 账表相符 勾稽 关系 无误 存疑 退回 重报 副局长 局长 组长 成员 成员单位
  企业 社会组织 事业单位 行业协会 行业协会商会 商会 承接 参与 竞争 局党组 局党委 局领导班子 股室 各股室 各科室 各业务股室
  培育 规范 购买结果 购买活动 方案 名单 时限 口径 到人 贵厅 贵局 贵处 调研 论证 公众 宣传 引导 编制 国家 认识 下发后 行动 迅速 本地 实际 财政部 民政部 市场监管总局 督查 督导 各市 市县 两级 国办发 市委市政府 市政府 县政府 区政府 县委县政府 能力 需要 职能 政府职能 转变 提升 公共服务 目标 这一 统一思想 提高认识 上下 过 编制情况 部门职责 职责 数据 资料 台账 清册 花钱 问效 层层 自查 自核 审核人 我市 我县 我区 全市 全县 全区 编 办
`);

/** What a principle, a document or a date says is no part of the clause. */
const passed =
  /《[^》]*(?:购买|采购法|预算法|目录|统计|会计法)[^》]*》(?:\([^()]*\))?|“[^”]*”(?=的?(?:原则|要求|思路|理念|方针|总要求|目标|部署|建设|工作思路))|\p{Script=Han}{2,6}[〔[(]\d{4}[〕\])]\d+号|\([^()\d]*[〔[]\d{4}[〕\]]\d+号\)/gu;

/** True where every word of a clause or a sentence is one of the work as such. */
function isOfWork(said: string): boolean {
  // 经县区汇总: of these alone.
  const isOfBelow = /县区|乡镇|区县|街道/.test(said) && !/部门|单位|市直|县直|财政/.test(said);
  const isOfBearers = bearers.test(said) && !encouraged.test(said);
  if (domainsInTitle(said) || isOfBelow || isOfBearers) return false;
  const rest = said.replace(passed, ' ').replace(datesAndNumbers, ' ');
  return (rest.match(/[\p{Script=Han}A-Za-z\d]+/gu) ?? []).every((piece) => known.makes(piece));
}

/** 根据事业单位上报数据 is of these; 鼓励社会组织参与 of nobody. */
const bearers = /企业|社会组织|事业单位|协会|商会/;
const encouraged = /^(?:鼓励|引导|支持|动员|吸引)/;

const known = new WordSet([...official, ...remarkWords]);

/** 《关于推进养老服务的意见》 is of one service. */
function domainsInTitle(said: string): boolean {
  return (said.match(/《[^》]*》/g) ?? []).some((title) => domains.test(title));
}

/** True where a sentence without a figure says how the tables were drawn up, or how all the work is led, and nothing of a service. */
export function isOfProcedure(said: string): boolean {
  if (/\d/.test(said.replace(datesAndNumbers, ''))) return false;
  if (leaders.test(said) && isOfWork(said)) return true;
  return compiling.test(said) && !domains.test(said.replace(trainings, ''));
}

/**
 * Where such a clause ends that begins at a place; null where none does.
 *
 * @param own what names the reporting unit's own place
 */
export function introductionEnd(text: string, start: number, own: string): number | null {
  const said = clauseFrom(text, start);
  if (said === null || said.length < shortest) return null;
  const lead = leadOf(said, own);
  const fits = introductions.some(({ opens, closes }) => {
    const isOpened = (word: string, from: number) =>
      said.startsWith(word, from) && said.length > from + word.length;
    return (
      opens.some((word) => isOpened(word, 0) || isOpened(word, lead)) &&
      (closes.length === 0 || closes.some((word) => said.endsWith(word)))
    );
  });
  // 按照预算数据: by which column.
  if (!fits || /(?:预算|执行|决算|支出)(?:数|情况|统计|口径)/.test(said)) return null;
  return isOfWork(withoutOwn(said.slice(lead), own)) ? start + said.length : null;
}

/** Signs in front of its first word: 我们, or the own place. */
function leadOf(said: string, own: string): number {
  const place = /^\p{Script=Han}{2,6}?[省市县区州旗](?=财政局)/u.exec(said)?.[0];
  if (place !== undefined && own.includes(place)) return place.length;
  return leads.exec(said)?.[0].length ?? 0;
}

/** 根据濮阳市 … 安排 in its own report. */
function withoutOwn(said: string, own: string): string {
  const place = /^\p{Script=Han}{2,6}?[省市县区州旗]/u.exec(own)?.[0];
  return place === undefined ? said : said.replaceAll(place, ' ');
}

/** Up to its comma; what stands in 《》 and in “” is of it. */
function clauseFrom(text: string, start: number): string | null {
  let open = 0;
  for (let at = start; at < Math.min(text.length, start + longest); at += 1) {
    const sign = text[at] ?? '';
    if ('《“('.includes(sign)) open += 1;
    else if ('》”)'.includes(sign)) open -= 1;
    else if (sign === '\n' || '。;:!?'.includes(sign)) return null;
    else if (sign === ',' && open <= 0) return text.slice(start, at);
  }
  return null;
}

/** What of such a clause is still heard: that it speaks of what was bought, of all of it, and of when. */
const heard: ReadonlySet<string> = new Set(['subject', 'table', 'whole', 'relativeYear', 'period']);

/** The tokens of such a clause, all else in it being understood as saying nothing. */
export function tokensOfIntroduction(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): readonly Token[] {
  const titles = [...text.slice(start, end).matchAll(/《[^》]*》/g)];
  const isInTitle = ({ start: at }: Token) =>
    titles.some(({ 0: title, index }) => at >= start + index && at < start + index + title.length);
  const kept = tokens.flatMap((token): Token[] => {
    if (token.kind === 'year') return isInTitle(token) ? [] : [token];
    if (token.kind !== 'word') return [];
    const isTime = token.means.kind === 'relativeYear' || token.means.kind === 'period';
    if (heard.has(token.means.kind)) return isTime && isInTitle(token) ? [] : [token];
    const isBought = /购买(?:服务|公共服务)/.test(text.slice(token.start, token.end));
    return isBought ? [{ ...token, means: { kind: 'subject' } }] : [];
  });
  const filled: Token[] = [];
  let at = start;
  for (const token of kept) {
    if (token.start > at) filled.push(nothing(at, token.start));
    filled.push(token);
    at = token.end;
  }
  if (at < end) filled.push(nothing(at, end));
  return filled;
}

function nothing(start: number, end: number): Token {
  return { kind: 'word', means: { kind: 'nothing' }, start, end };
}
