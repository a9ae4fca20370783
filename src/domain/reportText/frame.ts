/** What has a sentence named so far: whose figures, of which year, and is it of the tables at all? */
import type { ReportingRound } from '../forms/rounds';
import type { BudgetBlock, Measure } from '../forms/terms';
import type { NamedFigure } from './claim';
import type { Token } from './token';
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
  /** That it does is not certain: 政府性基金预算执行 …，其中城乡社区 … may be of both budgets. */
  readonly isBlockOpen?: boolean;
}

/** Nothing is named. */
export const noFrame: Frame = { line: null, block: null, blockFrames: false };

/** Of when the tables are. */
export interface TableTime {
  /** Null where the tables do not say. */
  readonly fiscalYear: number | null;
  readonly round: ReportingRound;
}

/** What a sentence has said of the time. */
interface TimeSaid {
  readonly year: number | 'last' | 'next' | null;
  readonly period: 'wholeYear' | 'halfYear' | 'other' | null;
}

/** Of when the tables are, and of when a sentence speaks. */
export class TimeFrame {
  private said: TimeSaid = { year: null, period: null };
  /** What was said in front of a year that something is compared with, until a number follows it. */
  private beforeCompared: TimeSaid | null = null;
  /** At the last number. */
  private before: TimeSaid = this.said;

  constructor(private readonly tables: TableTime) {}

  /**
   * Takes what a token says of the time; a year begins anew.
   *
   * @param isCompared whether something is compared with it: 比 2018 年
   */
  take(token: Token, isCompared = false): void {
    if (isCompared) this.beforeCompared = this.said;
    if (token.kind === 'year') {
      this.said = { year: token.year, period: null };
      return;
    }
    if (token.kind !== 'word') return;
    const { means } = token;
    if (means.kind === 'relativeYear') {
      const { years } = means;
      this.said = { year: years === 0 ? null : years < 0 ? 'last' : 'next', period: null };
    } else if (means.kind === 'period') {
      this.said = { ...this.said, period: means.period };
    } else if (means.kind === 'reached' && this.said.year === 'last') {
      // 由上年的 200 个增加到 236 个
      this.said = { ...this.said, year: null };
    }
  }

  /** A number has been read. */
  numberEnded(): void {
    this.beforeCompared = null;
    this.before = this.said;
  }

  /** 比 2018 年有所提高，…: what follows is of the year before it again. */
  clauseEnded(): void {
    this.said = this.beforeCompared ?? this.said;
    this.beforeCompared = null;
  }

  /** What was said since the last number was only what something is compared with: 比 2018 年增长. */
  goBack(): void {
    this.said = this.before;
  }

  /** True where figures of the measures were those of the tables at the last number. */
  wasOfTables(measures: readonly Measure[]): boolean {
    return measures.every((measure) => this.isAt(this.before, measure));
  }

  /** True where a figure of the measure is that of the tables. */
  isOfTables(measure: Measure): boolean {
    return this.isAt(this.said, measure);
  }

  /** In January 上年 is the tables' year, or the one before it: which, is not certain. */
  get isOfEither(): boolean {
    return this.tables.round === 'january' && this.said.year === 'last';
  }

  private isAt({ year, period }: TimeSaid, measure: Measure): boolean {
    const { fiscalYear, round } = this.tables;
    if (period === 'other') return false;
    if (period === 'halfYear' && round !== 'july') return false;
    const isOfLastYear = round === 'july' && measure === 'finalAccounts';
    if (year === null) return !isOfLastYear || period === null;
    if (year === 'next') return false;
    if (year === 'last') return isOfLastYear || round === 'january';
    if (fiscalYear === null) return false;
    return year === fiscalYear - (isOfLastYear ? 1 : 0);
  }
}
