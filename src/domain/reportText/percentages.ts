/** What is a percentage said to be of? An execution rate, a share of a whole, or the one before again. */
import type { BudgetBlock, Measure } from '../forms/terms';
import { amountMeasures } from '../forms/terms';
import type { NamedFigure, Reading } from './claim';
import { wholeLine } from './claim';
import type { WordToken } from './frame';
import type { Lead } from './lead';
import type { Signs } from './signs';
import type { Token } from './token';
import { plainPattern } from './plainWords';

/** Whose figure: a line in a budget. */
export type Place = Omit<NamedFigure, 'measure'>;

/** What a percentage is said to be. */
export type Ratio =
  | { readonly kind: 'rate'; readonly part: Measure; readonly isCertain?: false }
  | {
      readonly kind: 'share';
      readonly part: readonly Measure[];
      /** The column of the whole, where it is named. */
      readonly whole: readonly Measure[];
      /** The budget of the whole, where it is named. */
      readonly block: BudgetBlock | null;
      /** False for 占一般公共预算支出: of what is spent altogether, or of what was bought. */
      readonly isCertain: boolean;
    };

/**
 * What the lead of a percentage says that it is.
 *
 * @param open what a number before began: 占全年预算 41528.12 万元的 98%
 * @param measures the columns spoken of before
 * @param isBehindPercent whether the number before was a percentage, too
 */
export function ratioOfLead(
  lead: Lead,
  start: number,
  open: Ratio | null,
  measures: readonly Measure[],
  isBehindPercent: boolean,
): Ratio | null {
  const last = lead.lastRatio();
  if (last === undefined) {
    return open !== null && lead.signs.text.slice(lead.clauseStart, start) === '的' ? open : null;
  }
  const anchor = lead.last('measure')?.end ?? 0;
  // 执行进度不均衡，教育为 98%: whose it is stands in a clause of its own.
  const named = [...lead.words('line'), ...lead.words('block')]
    .filter((word) => word.start >= Math.max(lead.clauseStart, last.end, anchor))
    .at(-1);
  return lead.isClose(Math.max(last.end, anchor, named?.end ?? 0), start)
    ? ratioSaid(lead, last, measures, isBehindPercent)
    : null;
}

/** What a word for a percentage says, with the columns around it. */
export function ratioSaid(
  lead: Lead,
  last: WordToken<'rate'> | WordToken<'share'>,
  measures: readonly Measure[],
  isBehindPercent = false,
): Ratio {
  const { means } = last;
  // 占预算的比重: what stands behind 占 is the whole.
  const shares = lead.words('share').filter(({ start: at }) => at >= lead.clauseStart);
  const { start, end } = means.kind === 'share' ? (shares[0] ?? last) : last;
  const named = lead.words('measure');
  const before = named.filter((word) => word.end <= start).at(-1)?.means.measures;
  const behind = named.filter((word) => word.start >= end).at(-1)?.means.measures ?? [];
  const takesWhole = means.kind === 'share' && lead.takesWhole({ start, end });
  const isBehind = (word: { readonly start: number }) => takesWhole && word.start >= end;
  const block = lead.words('block').find(isBehind)?.means.block ?? null;
  const isCertain = block === null || lead.words('subject').some(isBehind);
  if (means.kind === 'rate') {
    const isFinal = means.measure === 'finalAccounts' || before?.includes('finalAccounts') === true;
    const part = isFinal ? 'finalAccounts' : 'executed';
    // 决算率: of the budget, or of what was executed.
    return means.measure === 'finalAccounts'
      ? { kind: 'rate', part, isCertain: false }
      : { kind: 'rate', part };
  }
  // 一般公共预算占预算的 86%、占执行的 87%: of the same column as the whole.
  const isNamed = [...lead.words('line'), ...lead.words('block')].some(
    (word) => word.start >= lead.clauseStart && word.end <= start,
  );
  const isOfName = before === undefined && behind.length > 0 && (isBehindPercent || isNamed);
  const part = before ?? (isOfName ? behind : measures);
  return { kind: 'share', part, whole: behind, block, isCertain };
}

/** A percentage in a place, by each reading of which column is meant. */
export function readingsOfRatio(place: Place, ratio: Ratio): Reading[] {
  return ratio.kind === 'rate' ? [rateOf(place, ratio.part)] : sharesOf(place, ratio);
}

function sharesOf(place: Place, { part, whole, block }: Extract<Ratio, { kind: 'share' }>) {
  const [of] = whole;
  const parts = part.length > 0 ? part : of === undefined ? amountMeasures : [of];
  return parts.flatMap((measure): Reading[] => {
    // 支出占预算的 98%
    if (of !== undefined && of !== measure) {
      const rates = [rateOf(place, measure, of)];
      // 教育执行 693.92 万元，占预算的 …: of its own, or of all.
      const ofAll: NamedFigure = { ...wholeLine, block: 'total', measure: of };
      if (place.line !== 'total' || place.block !== 'total')
        rates.push(
          { kind: 'executionRate', part: { ...place, measure }, whole: ofAll },
          { kind: 'share', part: { ...place, measure: of }, whole: ofAll },
        );
      return rates;
    }
    if (place.line === 'total' && (place.block === 'total' || block !== null)) return [];
    const figure = { ...place, block: block ?? place.block, measure };
    const blocks: BudgetBlock[] = [block ?? 'total'];
    if (block === null && place.line !== 'total' && place.block !== 'total')
      blocks.push(place.block);
    return blocks.map((inBlock) => ({
      kind: 'share' as const,
      part: place.line === 'total' ? { ...place, measure } : figure,
      whole: { ...figure, line: 'total', block: place.line === 'total' ? 'total' : inBlock },
    }));
  });
}

function rateOf(
  place: Place,
  measure: Measure,
  of: Measure = 'budgeted',
): Extract<Reading, { kind: 'executionRate' | 'share' }> {
  return {
    kind: 'executionRate',
    part: { ...place, measure },
    whole: { ...place, measure: of },
  };
}

/** 98.22% 的购买服务预算执行率. */
export function rateBehind({ text }: Signs, tokens: readonly Token[], index: number): Ratio | null {
  let at = tokens[index]?.end ?? 0;
  if (text[at] !== '的') return null;
  for (const token of tokens.slice(index + 1)) {
    if (token.kind !== 'word' || text.slice(at, token.start).replace(plainPattern, '') !== '')
      return null;
    const { means } = token;
    if (means.kind === 'rate') return { kind: 'rate', part: means.measure };
    if (!['subject', 'measure', 'whole'].includes(means.kind)) return null;
    at = token.end;
  }
  return null;
}
