/** What has a sentence named so far: whose figures, of which year, and is it of the tables at all? */
import type { ReportingRound } from '../forms/rounds';
import type { BudgetBlock, Measure } from '../forms/terms';
import type { NamedFigure } from './claim';
import type { Token } from './tokens';
import type { Meaning } from './words';

/** A token that is a word of the table, of one kind of meaning. */
export type WordToken<Kind extends Meaning['kind'] = Meaning['kind']> = {
  readonly start: number;
  readonly end: number;
  readonly means: Extract<Meaning, { kind: Kind }>;
};

/** The words of one kind among tokens. */
export function wordsOf<Kind extends Meaning['kind']>(
  tokens: readonly Token[],
  kind: Kind,
): readonly WordToken<Kind>[] {
  return tokens.flatMap((token) =>
    token.kind === 'word' && token.means.kind === kind
      ? [{ start: token.start, end: token.end, means: token.means as WordToken<Kind>['means'] }]
      : [],
  );
}

/** A line, or the whole of the lines. */
export type NamedLine = Pick<NamedFigure, 'form' | 'line'>;

/** Whose figures are spoken of. */
export interface Frame {
  readonly line: NamedLine | null;
  readonly block: BudgetBlock | null;
  /** The block holds for all lines that follow: 一般公共预算中，教育 …、公共安全 …. */
  readonly blockFrames: boolean;
}

/** Nothing is named. */
export const noFrame: Frame = { line: null, block: null, blockFrames: false };

/** Of when the tables are, and of when a sentence speaks. */
export class TimeFrame {
  private year: number | 'last' | 'next' | null = null;
  private period: 'wholeYear' | 'halfYear' | 'other' | null = null;

  constructor(
    /** Null where the tables do not say. */
    private readonly fiscalYear: number | null,
    private readonly round: ReportingRound,
  ) {}

  /** Takes what a token says of the time; a year begins anew. */
  take(token: Token): void {
    if (token.kind === 'year') {
      this.year = token.year;
      this.period = null;
    } else if (token.kind === 'word' && token.means.kind === 'relativeYear') {
      const { years } = token.means;
      this.year = years === 0 ? null : years < 0 ? 'last' : 'next';
      this.period = null;
    } else if (token.kind === 'word' && token.means.kind === 'period') {
      this.period = token.means.period;
    } else if (token.kind === 'word' && token.means.kind === 'reached') {
      // 由上年的 200 个增加到 236 个
      if (this.year === 'last') this.year = null;
    }
  }

  /** True where a figure of the measure is that of the tables. */
  isOfTables(measure: Measure): boolean {
    if (this.period === 'other') return false;
    if (this.period === 'halfYear' && this.round !== 'july') return false;
    const isOfLastYear = this.round === 'july' && measure === 'finalAccounts';
    if (this.year === null) return !isOfLastYear || this.period === null;
    if (this.year === 'next') return false;
    // In January the tables are about last year.
    if (this.year === 'last') return isOfLastYear || this.round === 'january';
    if (this.fiscalYear === null) return false;
    return this.year === this.fiscalYear - (isOfLastYear ? 1 : 0);
  }
}
