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
import { type SumWords, sumWordsInChinese, sumWordsInEnglish } from './sumWords';
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

/** The sentence of a finding about sums. */
export function sumMessage(detail: SumDetail, sentence: SumSentence, language: Language): string {
  const words = language === 'zh-CN' ? sumWordsInChinese : sumWordsInEnglish;
  const { names, door, nameOf, others } = sentence;
  const [first = '', ...rest] = names;
  const parts = words.listed(rest);
  const choose = words.choose[door];
  switch (detail.kind) {
    case 'sumOfOthers': {
      const is = sumIs(detail, { first, parts, words, language, ...sentence });
      if (detail.said !== null) return words.said[detail.said](is);
      return detail.sureness === 'certain'
        ? words.left(is)
        : words.probable(is, detail.sureness, choose);
    }
    case 'sumsUnclear': {
      const told = door === 'pane' ? detail.sums.slice(0, sumsTold) : detail.sums;
      const sums = told.map(([total = 0, ...of]) => words.sum(nameOf(total), of.map(nameOf)));
      const count = detail.sums.length;
      const more = count > told.length ? words.inAll(count) : '';
      return words.unclear(words.figures(sums), more, words.end(detail.open.length > 0, choose));
    }
    case 'sumsUnexamined':
      return words.unexamined(words.listed(names), words.end(detail.open.length > 0, choose));
    case 'earlierResult': {
      const is = words.earlier(first, parts);
      const lacking = others.length === 0 ? '' : words.lacking(words.listed(others));
      return detail.said === 'counts' ? words.earlierCounts(is) : words.earlierLeft(is, lacking);
    }
    case 'resultsOverlap': {
      const is = words.overlap(words.listed(names), words.listed(others));
      return detail.open.length === 0 ? words.overlapSaid(is) : words.overlapLeft(is, choose);
    }
  }
}

/** What of a sentence says that one unit is, or seems to be, the sum of others. */
function sumIs(
  detail: Extract<SumDetail, { kind: 'sumOfOthers' }>,
  {
    first,
    parts,
    words,
    language,
    judgement,
  }: Pick<SumSentence, 'judgement'> & {
    readonly first: string;
    readonly parts: string;
    readonly words: SumWords;
    readonly language: Language;
  },
): string {
  const { basis, sureness, differing, differingCount, compared } = detail;
  const figures = words.figures(
    differing.slice(0, figuresTold).map((figure) => differingText(figure, judgement, language)),
  );
  const chance = sureness === 'unclear' ? words.chance : '';
  switch (basis) {
    case 'exact':
      return sureness === 'certain' ? words.exact(first, parts) : words.maybe(first, parts);
    case 'rounded':
      return words.rounded(first, parts, figures) + chance;
    case 'differs':
      return words
        .differs(first, parts, {
          figures,
          compared,
          count: differingCount,
          hasMore: differingCount > figuresTold,
        })
        .concat(chance);
    case 'named':
      return words.named(first, parts);
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
