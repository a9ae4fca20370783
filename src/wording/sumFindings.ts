/** Which sentence does a finding about sums among the units of a set become (U-020)? */
import type { DifferingFigure } from '../domain/consolidate/compareSet';
import type { SetJudgement } from '../domain/consolidate/judgeSet';
import type { SetFinding } from '../domain/consolidate/setFinding';
import { sourceColumns } from '../domain/consolidate/takenUnit';
import type { Amount } from '../domain/amount';
import { formatAmount } from '../domain/amount';
import { labelIn } from '../domain/forms/form';
import { formById } from '../domain/forms/officialForms';
import { unitPower } from '../domain/forms/terms';
import type { Language } from './language';
import type { Door } from './door';
import { groupDigits } from './language';
import { blockName, formName, measuredIn, measureName } from './terms';
import { visibleText } from './visibleText';

/** What is said of sums. */
export type SumDetail = Extract<
  SetFinding['detail'],
  { kind: 'sumOfOthers' | 'sumsUnclear' | 'sumsUnexamined' | 'earlierResult' | 'resultsOverlap' }
>;

/** What a sentence is made of besides the detail. */
export interface SumSentence {
  readonly judgement: SetJudgement;
  readonly door: Door;
  /** The finding's units, as a sentence names them. */
  readonly names: readonly string[];
  /** The name of a unit by number, as a sentence names it. */
  readonly nameOf: (number: number) => string;
  /** Names that are not in the set, or shared: short, on one line. */
  readonly others: readonly string[];
}

/** So many figures that differ are told in a sentence. */
const figuresTold = 3;

/** So many sums are told in a sentence of the pane. */
const sumsTold = 4;

export function sumInChinese(detail: SumDetail, sentence: SumSentence): string {
  const { names, door, nameOf } = sentence;
  const [first = '', ...parts] = names;
  const choose = {
    pane: '请核对后选择是否计入。',
    terminal: '请核对后指明是否计入（--count 单位 计入，--leave 单位 不计入）。',
    notes: '请核对。',
  }[door];
  switch (detail.kind) {
    case 'sumOfOthers': {
      const is = sumIsInChinese(detail, first, parts.join('、'), sentence);
      if (detail.said === 'counts') return `${is}。按您的选择仍计入。`;
      if (detail.said === 'left') return `${is}。按您的选择没有计入。`;
      if (detail.sureness === 'certain') return `${is}，是汇总数，没有计入，以免重复。`;
      return `${is}。${detail.sureness === 'probable' ? '没有计入' : '暂已计入'}，${choose}`;
    }
    case 'sumsUnclear': {
      const told = door === 'pane' ? detail.sums.slice(0, sumsTold) : detail.sums;
      const sums = told.map(
        ([total = 0, ...of]) => `${nameOf(total)}＝${of.map(nameOf).join('＋')}`,
      );
      const more = detail.sums.length > told.length ? `等 ${detail.sums.length} 个` : '';
      const end =
        detail.open.length === 0 ? '已按您的选择处理。' : `没有另外选择的暂都计入，${choose}`;
      return `有的单位填的数少，正好等于别的单位之和：${sums.join('；')}${more}。可能是汇总数，也可能是巧合，只凭数字不能判定。${end}`;
    }
    case 'sumsUnexamined': {
      const end =
        detail.open.length === 0 ? '已按您的选择处理。' : `没有另外选择的暂都计入，${choose}`;
      return `只能部分核查：${names.join('、')}是不是别的单位之和没有查完（可能的组合太多）。请看它们是否含下级单位的数。${end}`;
    }
    case 'earlierResult': {
      const absent = sentence.others.join('、');
      const lacking = absent === '' ? '' : `底稿中的${absent}不在本次所给之中，请补上。`;
      const is = `${first}是以前的汇总结果，其汇总底稿已含${parts.join('、')}`;
      if (detail.said === 'counts') return `${is}。按您的选择仍计入，会重复，请核对。`;
      return `${is}，没有计入，以免重复。${lacking}`;
    }
    case 'resultsOverlap': {
      const is = `${names.join('、')}都是以前的汇总结果，都含${sentence.others.join('、')}`;
      return detail.open.length === 0
        ? `${is}。已按您的选择处理。`
        : `${is}，一起计入会重复，都没有计入。${choose}`;
    }
  }
}

function sumIsInChinese(
  {
    basis,
    sureness,
    differing,
    differingCount,
    compared,
  }: Extract<SumDetail, { kind: 'sumOfOthers' }>,
  first: string,
  parts: string,
  { judgement }: SumSentence,
): string {
  const figures = differing
    .slice(0, figuresTold)
    .map((figure) => differingText(figure, judgement, 'zh-CN'))
    .join('；');
  switch (basis) {
    case 'exact':
      return sureness === 'certain'
        ? `${first}的各数正好是${parts}之和`
        : `${first}的各数正好是${parts}之和，像是汇总数，但填的数少或很有规律，也可能是巧合`;
    case 'rounded':
      return `${first}的各数与${parts}之和只差尾数，像是四舍五入后的汇总数（如${figures}）`;
    case 'differs':
      return `${first}像是${parts}的汇总数：${compared} 个数中只有 ${differingCount} 个不等于其和（${figures}${differingCount > figuresTold ? '…' : ''}），可能是有单位后来更正，或汇总有误`;
    case 'named':
      return `${first}从名称或数额看像是${parts}的汇总数，但各数与其和对不上，不能判定`;
  }
}

export function sumInEnglish(detail: SumDetail, sentence: SumSentence): string {
  const { names, door, nameOf, others } = sentence;
  const [first = '', ...parts] = names;
  const choose = {
    pane: 'Look at it and say whether it counts.',
    terminal: 'Look at it and say whether it counts (--count UNIT, --leave UNIT).',
    notes: 'Look at it.',
  }[door];
  switch (detail.kind) {
    case 'sumOfOthers': {
      const is = sumIsInEnglish(detail, first, parts.join(', '), sentence);
      if (detail.said === 'counts') return `${is}. It counts, as you said.`;
      if (detail.said === 'left') return `${is}. It does not count, as you said.`;
      if (detail.sureness === 'certain') return `${is} and does not count; its parts do.`;
      const now = detail.sureness === 'probable' ? 'It does not count.' : 'It counts for now.';
      return `${is}. ${now} ${choose}`;
    }
    case 'sumsUnclear': {
      const told = door === 'pane' ? detail.sums.slice(0, sumsTold) : detail.sums;
      const sums = told.map(
        ([total = 0, ...of]) => `${nameOf(total)} = ${of.map(nameOf).join(' + ')}`,
      );
      const more = detail.sums.length > told.length ? ` (${detail.sums.length} in all)` : '';
      const end = detail.open.length === 0 ? 'Done as you said.' : `They count for now. ${choose}`;
      return `Units with few figures equal others together: ${sums.join('; ')}${more}. They may be sums, or it is coincidence; figures alone do not tell. ${end}`;
    }
    case 'sumsUnexamined': {
      const end = detail.open.length === 0 ? 'Done as you said.' : `They count for now. ${choose}`;
      return `Examined only in part: whether ${names.join(', ')} are sums of other units was not found out, as there are too many combinations. See whether they contain units below them. ${end}`;
    }
    case 'earlierResult': {
      const lacking =
        others.length === 0
          ? ''
          : ` Of its papers ${others.join(', ')} are not given here; add them.`;
      const is = `${first} is an earlier result whose working papers contain ${parts.join(', ')}`;
      return detail.said === 'counts'
        ? `${is}. It counts, as you said, and its units twice.`
        : `${is}; it does not count.${lacking}`;
    }
    case 'resultsOverlap': {
      const is = `${names.join(', ')} are earlier results that all contain ${others.join(', ')}`;
      return detail.open.length === 0
        ? `${is}. Done as you said.`
        : `${is}; none of them counts. ${choose}`;
    }
  }
}

function sumIsInEnglish(
  {
    basis,
    sureness,
    differing,
    differingCount,
    compared,
  }: Extract<SumDetail, { kind: 'sumOfOthers' }>,
  first: string,
  parts: string,
  { judgement }: SumSentence,
): string {
  const figures = differing
    .slice(0, figuresTold)
    .map((figure) => differingText(figure, judgement, 'en-US'))
    .join('; ');
  switch (basis) {
    case 'exact':
      return sureness === 'certain'
        ? `${first} is the sum of ${parts}`
        : `${first} is the sum of ${parts}; with figures so few or so regular it may be coincidence`;
    case 'rounded':
      return `${first} is the sum of ${parts} but for rounding (${figures})`;
    case 'differs':
      return `${first} looks like the sum of ${parts}: of ${compared} figures ${differingCount} differ (${figures})`;
    case 'named':
      return `${first} looks like the sum of ${parts} by its name or size, but its figures are not their sum`;
  }
}

/** 表1“教育”一般公共预算·执行数 12.34，合计为 12.3。 */
function differingText(
  { form, line, label, column, stated, summed }: DifferingFigure,
  { currencyUnit }: SetJudgement,
  language: Language,
): string {
  const { block, measure } = sourceColumns[column] ?? { block: 'total', measure: 'budgeted' };
  const isCount = measure === 'projectCount';
  const shown = (amount: Amount) => {
    const own = isCount ? amount : amount / 10n ** BigInt(unitPower[currencyUnit]);
    return groupDigits(formatAmount(own));
  };
  const last = measuredIn(shown(summed), isCount ? 'project' : currencyUnit, language);
  const where = `${formName(form, language)}“${lineLabel(form, line) ?? visibleText(label)}”${blockName(block, language)}·${measureName(measure, language)}`;
  return language === 'zh-CN'
    ? `${where} ${shown(stated)}，其和为 ${last}`
    : `${where} ${shown(stated)}, the sum ${last}`;
}

/** As the newest edition that has the line prints it. */
function lineLabel(form: DifferingFigure['form'], line: DifferingFigure['line']): string | null {
  if (line === null) return null;
  const editions = [...formById(form).editions].reverse();
  return editions.flatMap((edition) => labelIn(edition, line) ?? [])[0] ?? line;
}
