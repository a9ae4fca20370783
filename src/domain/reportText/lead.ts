/**
 * What stands in front of a number, since the number before it: which words of the table, how near to the
 * number, and whose figures do they name?
 */
import type { Frame, WordToken } from './frame';
import { noFrame, wordsOf } from './frame';
import type { Quantity } from './quantities';
import type { Signs } from './signs';
import type { Token } from './token';
import type { Meaning, Precision } from './words';
import { plainPattern } from './plainWords';
import { ofAll, sharesOf, smallWords } from './words';

/** Words that name whose figure follows, or that it is one of money. */
const anchors = [
  'line',
  'block',
  'whole',
  'sum',
  'ofWhich',
  'each',
  'rate',
  'reached',
  'money',
] as const;

/** Behind a line's name: more lines than it are meant. */
const andOthers =
  /^(?:类|领域|方面)?等(?:\d+|[一二两三四五六七八九十几多]+)?(?:个|类|项|大)?(?:服务|重点|民生)?(?:领域|方面|行业|类别|部门)/;

/** The words in front of a number. */
export class Lead {
  constructor(
    readonly signs: Signs,
    readonly tokens: readonly Token[],
    /** Where the number's clause begins, in signs. */
    readonly clauseStart: number,
  ) {}

  words<Kind extends Meaning['kind']>(kind: Kind): readonly WordToken<Kind>[] {
    return wordsOf(this.tokens, kind);
  }

  /** The first signs of the number's clause. */
  behindStart(): string {
    return this.signs.text.slice(this.clauseStart, this.clauseStart + 6);
  }

  /** Only what stands in front of a place. */
  before(place: number): Lead {
    const before = this.tokens.filter(({ end }) => end <= place);
    return new Lead(this.signs, before, this.clauseStart);
  }

  last<Kind extends Meaning['kind']>(kind: Kind): WordToken<Kind> | undefined {
    return this.words(kind).at(-1);
  }

  /** The last word that says that a percentage follows, and which. */
  lastRatio(): WordToken<'rate'> | WordToken<'share'> | undefined {
    return [...this.words('rate'), ...this.words('share')].sort((a, b) => a.end - b.end).at(-1);
  }

  /**
   * True where nothing stands between but words of the table and small ones.
   *
   * @param besides what else may stand there
   */
  isClose(from: number, until: number, besides: RegExp | null = null): boolean {
    let rest = '';
    let at = from;
    for (const token of [...this.tokens, null]) {
      const start = token?.start ?? until;
      if (start >= at) rest += this.signs.text.slice(at, start);
      at = Math.max(at, token?.end ?? until);
    }
    const bare = besides === null ? rest : rest.replace(besides, '');
    return bare.replace(plainPattern, '').replace(smallWords, '') === '';
  }

  /** True where a number follows its word closely, or alone in the clause behind it. */
  isReached(from: number, start: number): boolean {
    if (this.isClose(from, start)) return true;
    const clauses = this.signs.text.slice(from, start).split(',').length - 1;
    return clauses === 1 && from < this.clauseStart && this.isClose(this.clauseStart, start);
  }

  /**
   * The last word after a place that names whose figure follows, or that it is one of money.
   *
   * @param hasYears whether years name figures, too: 2018 年为 200 个，2019 年为 236 个
   */
  anchorAfter(place: number, hasYears: boolean): { readonly end: number } | undefined {
    const years = place < 0 && hasYears ? this.tokens.filter(({ kind }) => kind === 'year') : [];
    const named = anchors
      .flatMap((kind) => this.words(kind))
      .filter(({ start }) => start >= place)
      .filter(({ means }) => means.kind !== 'money' || place < 0);
    return [...named, ...years].sort((a, b) => a.end - b.end).at(-1);
  }

  /** How exactly the number is meant: 约 stands in front of it, 余 in it. */
  precisionOf({ start, precision }: Quantity): Precision {
    const last = this.last('precision');
    return last?.end === start ? last.means.precision : precision;
  }

  /** The frame after what is named here. */
  frameAfter(frame: Frame): Frame {
    const line = this.last('line');
    // 占全部预算的, 占一般公共预算的: the whole of a share is not whose figure follows.
    const share = this.last('share');
    const takes = this.words('share').find((word) => this.takesWhole(word));
    const block = this.words('block')
      .filter(({ start }) => takes === undefined || start < takes.start)
      .at(-1);
    const whole = this.words('whole')
      .filter(({ start }) => share === undefined || start < share.start)
      .at(-1);
    if (line !== undefined) {
      const isFramed = block !== undefined && block.start < line.start;
      const isDivided = frame.line === null && frame.block !== null && this.divides();
      const isKept = block === undefined && (frame.blockFrames || isDivided);
      return {
        line: { form: line.means.form, line: line.means.line },
        block: block?.means.block ?? (isKept ? frame.block : null),
        blockFrames: isFramed || isKept,
        isBlockOpen: isKept && (frame.isBlockOpen ?? !frame.blockFrames),
      };
    }
    if (block !== undefined) {
      const isOfLine = frame.line !== null && !frame.blockFrames && whole === undefined;
      return {
        line: isOfLine ? frame.line : null,
        block: block.means.block,
        blockFrames: false,
      };
    }
    return whole === undefined ? frame : noFrame;
  }

  /** 其中, 主要是, 用于: what follows is of what was told in front. */
  private divides(): boolean {
    return /^(?:其中|主要|用于|投向)/.test(this.signs.text.slice(this.clauseStart));
  }

  /** 总预算, 综合执行率 behind a figure of one line: of the whole, or of that line. */
  saysAll(frame: Frame, before: Frame): boolean {
    if (frame !== before) return false;
    const named = [...this.words('measure'), ...this.words('rate')];
    return named.some(({ start, end }) => ofAll.test(this.signs.text.slice(start, end)));
  }

  /** 占 is followed by the whole, 占比 is not. */
  takesWhole({ start, end }: { readonly start: number; readonly end: number }): boolean {
    return sharesOf.includes(this.signs.text.slice(start, end));
  }

  /**
   * 政府购买服务占教育支出的 5%, 教育支出中政府购买服务占 5%: a share of what is spent altogether, of which the tables have none.
   *
   * @param isNamedBefore whether a line or a budget was named in front of the lead
   */
  isShareOfOther(isNamedBefore: boolean): boolean {
    const share = this.words('share').at(0);
    if (share === undefined || this.words('rate').length > 0) return false;
    const names = [...this.words('line'), ...this.words('block')];
    const inFront = names.filter(({ end }) => end <= share.start).sort((a, b) => a.end - b.end);
    const subjects = this.words('subject');
    // 技术性服务 …，在各类购买服务中占比 …
    if (amongBought.test(this.signs.text.slice(Math.max(0, share.start - 16), share.start)))
      return false;
    const bought = subjects.filter(({ end }) => end <= share.start).at(-1);
    const last = inFront.at(-1);
    // 占比最高的是教育: whose it is, and not what it is of.
    const isBehind = this.takesWhole(share) && names.some(({ start }) => start >= share.end);
    // 教育购买服务预算 …，占教育支出的 …
    const isLine = this.words('line').some(({ start }) => start >= share.end);
    if (isLine && this.takesWhole(share) && !subjects.some(({ start }) => start >= share.end))
      return true;
    if (bought === undefined) return false;
    if (last === undefined) {
      const isOfOurs = subjects.some(({ start }) => start >= share.end);
      const isOwnClause = bought.start >= this.clauseStart;
      return (isBehind && !isOfOurs) || (isNamedBefore && isOwnClause);
    }
    // 一般公共预算支出中政府购买服务占 …
    const between = this.signs.text.slice(last.end, bought.start);
    return (
      last.end <= bought.start &&
      /^(?:支出|总支出|预算)?[^,;:]*(?:支出|中|里)[^,;:]*$/.test(between)
    );
  }

  /** 分别, unless names follow it that bring their own numbers: 依次为教育 (…)、公共安全 (…). */
  listWord(): WordToken<'each'> | undefined {
    const each = this.last('each');
    const named = [...this.words('line'), ...this.words('block')];
    return named.some(({ start }) => start > (each?.end ?? Infinity)) ? undefined : each;
  }

  /** 教育、公共安全共 …, 教育等三个领域 …: a sum of some lines is no figure of the tables. */
  namesSeveral(): boolean {
    const lines = this.words('line');
    const [last, before] = [lines.at(-1), lines.at(-2)];
    if (last === undefined) return false;
    if (andOthers.test(this.signs.text.slice(last.end, last.end + 12))) return true;
    if (before === undefined) return false;
    const between = this.signs.text.slice(before.end, last.start);
    return /^(?:类|领域|方面|支出)?[、和及与]$/.test(between);
  }
}

const amongBought = /购买服务(?:项目|预算|资金|支出|总额|总量)*[中里]的?$/;
