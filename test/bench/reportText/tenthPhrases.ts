/**
 * Phrases in the manner of auditors' working notes, of counties' half-yearly letters and of a bureau's leaflet, written in one
 * go after the ninth lot had been learnt and before any of these was tried; by who knew the grammar by then. Places as in
 * phrases.ts.
 */
import { dealt } from './dealt';
import type { Phrase } from './phrases';

const said = (...texts: readonly string[]): readonly Phrase[] => texts.map((text) => ({ text }));
const saidIn = (rounds: NonNullable<Phrase['rounds']>, ...texts: readonly string[]) =>
  texts.map((text): Phrase => ({ text, rounds }));

/** Phrases that quote the tables. */
const claims: readonly Phrase[] = [
  ...said(
    '经核实，{P}{Y}年政府购买服务项目为{n}，预算为{b}，实际执行为{x}，与报表一致。',
    '{P}各单位全年通过购买服务完成事项{n}项目，花费财政资金{x}。',
    '政府购买服务：预算数{b}，执行数{x}，差额为结余。',
    '{P}把购买服务作为转变职能的抓手，安排预算{b}，推出项目{n}，带动支出{x}。',
    '据各单位上报数据，购买服务年度预算{b}，实际完成{x}，完成率{rate}。',
    '列入政府购买服务计划的项目共{n}，计划资金即预算{b}。',
    '{Y}年政府购买服务总预算{b}，总执行{x}，总执行率{rate}。',
    '政府购买服务项目{n}，其预算{b}已全部公开。',
    '政府购买服务实现项目化管理，{n}项目全部入库，对应预算{b}。',
    '购买服务支出规模达到{x}，为年度预算{b}的{rate}。',
    '从总盘子看，购买服务预算{b}；从支出看，购买服务执行{x}。',
    '一般公共预算中购买服务{G.b}，政府性基金中购买服务{F.b}。',
    '购买服务项目按资金性质分为一般公共预算项目{G.n}和政府性基金预算项目{F.n}。',
    '按资金性质分，购买服务一般公共预算支出{G.x}，执行率{G.rate}；政府性基金预算支出{F.x}，执行率{F.rate}。',
    '政府性基金仅占购买服务预算的{F.b%}，为{F.b}。',
    '在购买服务预算中，一般公共预算{G.b}，比重为{G.b%}；其余为政府性基金预算，{F.b}。',
    '购买服务领域以{A}为最，项目{A.n}，预算{A.b}。',
    '{A}、{B}两领域购买服务项目分别为{A.n}、{B.n}，预算分别为{A.b}、{B.b}。',
    '{A}购买服务预算占{A.b%}，{B}占{B.b%}，{C}占{C.b%}。',
    '购买服务预算中用于{A}的有{A.b}，用于{B}的有{B.b}。',
    '{A}领域，购买服务预算{A.b}，实际支出{A.x}；{B}领域，购买服务预算{B.b}，实际支出{B.x}。',
    '{A}领域安排购买服务项目{A.n}、资金{A.b}（预算数），执行{A.x}。',
    '（1）{A}，购买服务预算{A.b}；（2）{B}，购买服务预算{B.b}；（3）{C}，购买服务预算{C.b}。',
    '{K}占购买服务预算的{K.b%}，预算{K.b}，位居第一。',
    '购买{K}的项目{K.n}，预算{K.b}，支出{K.x}。',
    '购买服务中，{K}执行率{K.rate}，{M}执行率{M.rate}。',
    '按种类汇总购买服务：{K}{K.b}、{M}{M.b}、{N}{N.b}，以上均为预算数。',
  ),
  ...saidIn(
    ['annual'],
    '年终汇总，购买服务执行{x}，决算{f}。',
    '购买服务决算数{f}，较执行数略有差异。',
  ),
  ...saidIn(
    ['july'],
    '今年上半年购买服务实际支付{x}，支付进度{rate}，全年预算{b}。',
    '上年购买服务决算{f}；今年购买服务预算{b}，上半年执行{x}。',
  ),
];

/** Phrases whose figures have nothing to do with the tables. */
const distractors: readonly Phrase[] = [
  ...said(
    '审计发现，{##}个单位购买服务未编预算，涉及资金{-}。',
    '抽审购买服务项目{-n}，占全部项目的{-%}，审计金额{-}。',
    '全市完成一般公共预算收入{-}，为年初预算的{-%}。',
    '城镇居民人均可支配收入{-}，增长{-%}。',
    '招商引资项目{-n}，到位资金{-}。',
    '购买服务项目延期{-n}，涉及预算{-}。',
    '{A}领域购买服务中，环境整治项目预算{-}。',
    '县级购买服务项目{-n}，预算{-}，执行率{-%}。',
    '因公出国（境）费用{-}，公务接待费{-}。',
    '公开招标占购买服务项目的{-%}，竞争性谈判占{-%}。',
    '承接主体中企业{##}家、社会组织{##}家、事业单位{##}家。',
    '购买服务项目评审专家{##}名，评审费{-}。',
    '{A}、{B}、{C}合计购买服务预算{-}，占全部的{-%}。',
    '预算金额前十位的购买服务项目合计{-}。',
    '购买服务较自办节省开支{-}，节省{-%}。',
    '{Y+1}年购买服务预算编制{-}，项目{-n}。',
    '撤销购买服务项目{-n}，调减预算{-}。',
    '全年培训社工{##}人，持证率{-%}。',
    '基层治理类购买服务试点投入{-}。',
    '财政投资评审{-n}，审减{-}。',
  ),
];

/** All of it is tried at once. */
export const tenth = dealt(claims, distractors, 10);
