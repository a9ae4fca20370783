/** By which words is a finding about sums told, in each language? */
import type { Door } from './door';

/** How a sum differs from what its parts come to. */
interface SumDifference {
  /** The first figures that differ, as a sentence names them. */
  readonly figures: string;
  readonly compared: number;
  readonly count: number;
  readonly hasMore: boolean;
}

/** `is` stands for what says that one unit is the sum of others; `choose` for what to do about it. */
export interface SumWords {
  readonly listed: (names: readonly string[]) => string;
  readonly figures: (texts: readonly string[]) => string;
  readonly choose: Readonly<Record<Door, string>>;
  readonly exact: (first: string, parts: string) => string;
  readonly maybe: (first: string, parts: string) => string;
  readonly rounded: (first: string, parts: string, figures: string) => string;
  readonly differs: (first: string, parts: string, by: SumDifference) => string;
  /** Behind either, where the figures that agree are few. */
  readonly chance: string;
  readonly named: (first: string, parts: string) => string;
  readonly said: Readonly<Record<'counts' | 'left', (is: string) => string>>;
  readonly left: (is: string) => string;
  readonly probable: (is: string, sureness: 'probable' | 'unclear', choose: string) => string;
  readonly sum: (total: string, parts: readonly string[]) => string;
  readonly inAll: (count: number) => string;
  readonly end: (isOpen: boolean, choose: string) => string;
  readonly unclear: (sums: string, more: string, end: string) => string;
  readonly unexamined: (names: string, end: string) => string;
  readonly earlier: (first: string, parts: string) => string;
  readonly lacking: (others: string) => string;
  readonly earlierCounts: (is: string) => string;
  readonly earlierLeft: (is: string, lacking: string) => string;
  readonly overlap: (names: string, others: string) => string;
  readonly overlapSaid: (is: string) => string;
  readonly overlapLeft: (is: string, choose: string) => string;
}

export const sumWordsInChinese: SumWords = {
  listed: (names) => names.join('、'),
  figures: (texts) => texts.join('；'),
  choose: {
    pane: '请核对后选择是否计入。',
    terminal: '请核对后指明是否计入（--count 单位 计入，--leave 单位 不计入）。',
    notes: '请核对。',
  },
  exact: (first, parts) => `${first}的各数正好是${parts}之和`,
  maybe: (first, parts) =>
    `${first}的各数正好是${parts}之和，像是汇总数，但填的数少或很有规律，也可能是巧合`,
  chance: '；能对上的数少，也可能是巧合',
  rounded: (first, parts, figures) =>
    `${first}的各数与${parts}之和只差尾数，像是四舍五入后的汇总数（如${figures}）`,
  differs: (first, parts, { figures, compared, count, hasMore }) =>
    `${first}像是${parts}的汇总数：${compared} 个数中只有 ${count} 个不等于其和（${figures}${hasMore ? '…' : ''}），可能是有单位后来更正，或汇总有误`,
  named: (first, parts) =>
    `${first}从名称或数额看像是${parts}的汇总数，但各数与其和对不上，不能判定`,
  said: {
    counts: (is) => `${is}。按您的选择仍计入。`,
    left: (is) => `${is}。按您的选择没有计入。`,
  },
  left: (is) => `${is}，是汇总数，没有计入，以免重复。`,
  probable: (is, sureness, choose) =>
    `${is}。${sureness === 'probable' ? '没有计入' : '暂已计入'}，${choose}`,
  sum: (total, parts) => `${total}＝${parts.join('＋')}`,
  inAll: (count) => `等 ${count} 个`,
  end: (isOpen, choose) => (isOpen ? `没有另外选择的暂都计入，${choose}` : '已按您的选择处理。'),
  unclear: (sums, more, end) =>
    `有的单位填的数少，正好等于别的单位之和：${sums}${more}。可能是汇总数，也可能是巧合，只凭数字不能判定。${end}`,
  unexamined: (names, end) =>
    `只能部分核查：${names}是不是别的单位之和没有查完（可能的组合太多）。请看它们是否含下级单位的数。${end}`,
  earlier: (first, parts) => `${first}是以前的汇总结果，其汇总底稿已含${parts}`,
  lacking: (others) => `底稿中的${others}不在本次所给之中，请补上。`,
  earlierCounts: (is) => `${is}。按您的选择仍计入，会重复，请核对。`,
  earlierLeft: (is, lacking) => `${is}，没有计入，以免重复。${lacking}`,
  overlap: (names, others) => `${names}都是以前的汇总结果，都含${others}`,
  overlapSaid: (is) => `${is}。已按您的选择处理。`,
  overlapLeft: (is, choose) => `${is}，一起计入会重复，都没有计入。${choose}`,
};

export const sumWordsInEnglish: SumWords = {
  listed: (names) => names.join(', '),
  figures: (texts) => texts.join('; '),
  choose: {
    pane: 'Look at it and say whether it counts.',
    terminal: 'Look at it and say whether it counts (--count UNIT, --leave UNIT).',
    notes: 'Look at it.',
  },
  exact: (first, parts) => `${first} is the sum of ${parts}`,
  maybe: (first, parts) =>
    `${first} is the sum of ${parts}; with figures so few or so regular it may be coincidence`,
  chance: '; by figures so few it may be coincidence',
  rounded: (first, parts, figures) =>
    `${first} is the sum of ${parts} but for rounding (${figures})`,
  differs: (first, parts, { figures, compared, count }) =>
    `${first} looks like the sum of ${parts}: of ${compared} figures ${count} differ (${figures})`,
  named: (first, parts) =>
    `${first} looks like the sum of ${parts} by its name or size, but its figures are not their sum`,
  said: {
    counts: (is) => `${is}. It counts, as you said.`,
    left: (is) => `${is}. It does not count, as you said.`,
  },
  left: (is) => `${is} and does not count; its parts do.`,
  probable: (is, sureness, choose) =>
    `${is}. ${sureness === 'probable' ? 'It does not count.' : 'It counts for now.'} ${choose}`,
  sum: (total, parts) => `${total} = ${parts.join(' + ')}`,
  inAll: (count) => ` (${count} in all)`,
  end: (isOpen, choose) => (isOpen ? `They count for now. ${choose}` : 'Done as you said.'),
  unclear: (sums, more, end) =>
    `Units with few figures equal others together: ${sums}${more}. They may be sums, or it is coincidence; figures alone do not tell. ${end}`,
  unexamined: (names, end) =>
    `Examined only in part: whether ${names} are sums of other units was not found out, as there are too many combinations. See whether they contain units below them. ${end}`,
  earlier: (first, parts) => `${first} is an earlier result whose working papers contain ${parts}`,
  lacking: (others) => ` Of its papers ${others} are not given here; add them.`,
  earlierCounts: (is) => `${is}. It counts, as you said, and its units twice.`,
  earlierLeft: (is, lacking) => `${is}; it does not count.${lacking}`,
  overlap: (names, others) => `${names} are earlier results that all contain ${others}`,
  overlapSaid: (is) => `${is}. Done as you said.`,
  overlapLeft: (is, choose) => `${is}; none of them counts. ${choose}`,
};
