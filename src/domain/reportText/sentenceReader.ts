/**
 * Which figures does one sentence claim to be the tables'? Read from left to right: a number belongs to the
 * nearest words in front of it; what they do not name is taken from what the sentence named before.
 */
import type { Measure } from '../forms/terms';
import { sourceBlocks } from '../forms/terms';
import type { GrowthSaid } from './changes';
import { growthSaid, isChange, readingsOfGrowth } from './changes';
import { Understanding, countsOther } from './certainty';
import { isDividedBehind, isPartBehind, nameBehind } from './behind';
import type { Claim, NamedFigure, Reading } from './claim';
import { wholeLine } from './claim';
import type { Columns, SaidBefore } from './columns';
import type { Comparison } from './comparisons';
import { comparisonOf, readingsOfComparison, isBaseOfOther } from './comparisons';
import {
  basisOf,
  columnBehind,
  isColumnOfLast,
  isSpentNext,
  planned,
  columnOfAll,
  columnsBefore,
  columnsOfAmount,
  columnsOfItem,
  countsProjects,
  countsServices,
  doneColumns,
  isCountEnded,
  projects,
  spentOn,
} from './columns';
import type { Frame, NamedLine, TableTime, WordToken } from './frame';
import { TimeFrame, noFrame, wordsOf } from './frame';
import { Lead } from './lead';
import type { ListedItem } from './lists';
import { Listing } from './listing';
import { itemFrame } from './lists';
import type { Place, Ratio } from './percentages';
import { rateBehind, ratioOfLead, ratioSaid, readingsOfRatio } from './percentages';
import type { Quantity } from './quantities';
import {
  abstracts,
  clauseAround,
  countsBehind,
  countsNew,
  isAsideClause,
  isComparedWith,
  isElsewhere,
  isMixedIn,
  isOfAllNamed,
  isOfSome,
  isOnlyOurs,
  isOnlySpokenOf,
  isThreshold,
  isUnnamedPart,
  namesAnew,
  naming,
  subjectStart,
  topicOf,
} from './scope';
import type { Signs } from './signs';
import { clauseAt } from './signs';
import type { Token } from './token';
import { doubtfulWords } from './plainWords';
import {
  comparedRates,
  comparedWith,
  divisions,
  goesTo,
  ofMore,
  otherStages,
  reaches,
} from './words';

/** A number of which the sentence says that it is of the tables, and not which. */
export interface UnboundQuantity {
  readonly quantity: Quantity;
  /**
   * `unequalList`: more or fewer numbers than names that they are to be given to · `comparison`: a difference
   * of two figures, and it is not certain of which · `sum`: of several that were named (三项合计), or its share ·
   * `otherWhole`: a share of what is spent altogether, not only on what was bought.
   */
  readonly reason: 'unequalList' | 'comparison' | 'sum' | 'otherWhole';
}

/** Where a sentence stands. */
export interface SentencePlace {
  /** Where it begins, and where its stop stands, in signs. */
  readonly start: number;
  readonly end: number;
  /** Whose figures a heading in front of it names. */
  readonly headed: Frame;
  /** True where what stands in front of it speaks of something else: 养老服务供给不断优化。全年购买服务项目 12 个. */
  readonly isOtherTopic: boolean;
  /** True where it divides, in a paragraph of its own, what another one has told: 分领域看, …. */
  readonly isDivision: boolean;
  /** True where nothing says that it is of the tables, and it is read as if it were. */
  readonly isUnsaid: boolean;
}

/** What a number may be: at least one reading. */
interface Readings {
  readonly list: readonly Reading[];
  readonly doubt: Claim['doubt'];
  readonly isLeftOpen?: boolean;
}

/** Reads one sentence. */
export class SentenceReader {
  readonly claims: Claim[] = [];
  readonly unbound: UnboundQuantity[] = [];
  private readonly time: TimeFrame;
  private frame: Frame = noFrame;
  /** Whose figures a sentence says in front of all that it speaks of: 在教育领域，…. */
  private topic: Frame | null = null;
  private readonly outer: Frame[] = [];
  private bracketStart = 0;
  /** Where the last number ended. */
  private lastEnd = -1;
  /** Words since the last number of the segment. */
  private words: Token[] = [];
  private clauseStart = 0;
  private segmentStart = 0;
  private measures: readonly Measure[] = [];
  /** Of them, those of the last amount. */
  private amounts: readonly Measure[] = [];
  private lastKind: Quantity['kind'] | null = null;
  private hasCounted = false;
  private lastRatio: Ratio | null = null;
  /** A percentage of the last number: 占全年预算 41528.12 万元的 98%. */
  private open: Ratio | null = null;
  /** True behind a number of something else, until a column is named. */
  private isBehindOther = false;
  /** True behind a count of something else: 单一来源采购的项目 12 个，预算 …, until something is named anew. */
  private isBehindOtherCount = false;
  /** Where the last number ends that the sentence gives to nothing that is known: what follows may be of it; -1: none. */
  private unreadEnd = -1;
  /** True from a word on that says the rest of the segment is of something else. */
  private isAside = false;
  /** 除教育外: from here on, until one of the others is named. */
  private exception: WordToken<'exception'> | null = null;
  /** Behind which place all is certain again: of a word that the table does not know, until something is named anew; -1: all is. */
  private certainSince = -1;
  /** True for a number in front of all that says that its sentence is of the tables. */
  private isEarly = false;
  /** True where it goes on with a sentence that speaks of what was bought and tells no figure. */
  private isBehindMention = false;
  /** True where the sentence says behind its first numbers what they are. */
  private isNamedBehind = false;
  /** Whose figures the last segment spoke of: 教育项目 3 个；预算 691.45 万元. */
  private earlier: Frame = noFrame;
  /** True where the last number of the segment may be of that as well. */
  private wasLeftOpen = false;
  /** What the last number was given to, where it stands in a list. */
  private lastItem: ListedItem['kind'] | null = null;
  /** The column that the sentence says it goes by. */
  private readonly basis: Columns | null;
  /** The name behind a percentage that says what it is of: it says nothing of the next number. */
  private shareNamedBehind: Token | null = null;
  /** The name behind a number that has been taken for its own: it names nothing that follows. */
  private nameBehind: Token | null = null;
  /** True behind several changes that are given to several columns, until a column is named alone. */
  private isBehindListed = false;
  /** True behind a mark that was passed, until the next number. */
  private isBehindMark = false;
  /** True behind a difference, until the next number. */
  private isBehindChange = false;
  /** Columns of a figure that was compared with another; null once a column is named again. */
  private compared: readonly Measure[] | null = null;
  /** True behind a sum of several lines, until others are named: 教育和公共安全合计 …，占 …. */
  private isOfSeveral = false;
  /** Columns whose money the sentence speaks of at other stages, too. */
  private readonly staged: readonly Measure[];
  /** Whose figures a heading in front of the sentence names. */
  private readonly headed: Frame;
  private readonly understanding: Understanding;
  private readonly listing: Listing;
  private isOtherTopic = false;
  readonly isInScope: boolean;
  /** Where the sentence first says that it is of the tables. */
  private readonly subjectStart: number;

  constructor(
    private readonly signs: Signs,
    private readonly tokens: readonly Token[],
    private readonly tableTime: TableTime & { readonly own: string },
    before: SentenceReader | null,
    private readonly place: SentencePlace,
  ) {
    this.headed = place.headed;
    this.frame = this.headed;
    this.listing = new Listing(signs, tokens);
    this.understanding = new Understanding(signs, tokens, place.start, place.end, tableTime.own);
    this.time = new TimeFrame(tableTime);
    this.basis = basisOf(signs, tokens);
    const said = signs.text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
    const stages = otherStages.filter(({ words }) => words.some((word) => said.includes(word)));
    this.staged = stages.map(({ measure }) => measure);
    this.measures = (columnOfAll(signs, tokens) ?? this.basis)?.measures ?? [];
    const continues = before !== null && this.continues(before, place);
    this.subjectStart = continues || place.isUnsaid ? -1 : subjectStart(signs, tokens);
    this.isInScope = continues || this.subjectStart < Infinity;
    this.clauseStart = place.start;
    this.segmentStart = place.start;
    this.isOtherTopic ||= place.isOtherTopic;
  }

  /** 其中 after a sentence about the tables goes on with it; so does what names nothing but columns, or divides it. */
  private continues(before: SentenceReader, place: SentencePlace): boolean {
    const { start, end } = place;
    if (!before.isInScope || !before.isOfTables()) return false;
    const [first] = this.tokens;
    const isPart = first?.kind === 'word' && first.means.kind === 'ofWhich';
    if (!isPart) {
      const said = this.signs.text.slice(start, end);
      const names = wordsOf(this.tokens, 'line').length + wordsOf(this.tokens, 'block').length;
      const isDivision = place.isDivision || divisions.test(said);
      const columns = [...wordsOf(this.tokens, 'measure'), ...wordsOf(this.tokens, 'rate')];
      const isBare = names === 0 && columns.length > 0;
      const isPlain =
        this.understanding.isKnown(start, end) &&
        wordsOf(this.tokens, 'aside').length === 0 &&
        !ofMore.test(said) &&
        before.time.isOfTables('budgeted');
      if (!isPlain || !(isDivision || isBare)) return false;
      // 各部门积极推进购买服务。项目支出预算 …: perhaps of all that is spent.
      this.isBehindMention =
        before.claims.length === 0 && wordsOf(this.tokens, 'subject').length === 0;
      if (!isDivision) this.earlier = before.frame;
    }
    if (!place.isDivision) this.measures = before.measures;
    // 县环卫一体化，购买服务预算 2292 万元。执行率 …: goes on with what is not certain.
    this.isOtherTopic =
      before.claims.length > 0 && before.claims.every(({ doubt }) => doubt === 'notCertain');
    return true;
  }

  /** It has told a figure of the tables; or it has none, and speaks of what was bought and nothing else. */
  private isOfTables(): boolean {
    if (this.claims.length > 0) return true;
    const isBare = this.tokens.every(({ kind }) => kind !== 'quantity');
    const isOther = wordsOf(this.tokens, 'aside').length > 0 || this.isOtherTopic;
    const { start, end } = this.place;
    return isBare && !isOther && this.understanding.isKnown(start, end);
  }

  read(): void {
    if (!this.isInScope || isElsewhere(this.tokens)) return;
    this.tokens.forEach((token, index) => {
      if (token.kind === 'stop') this.stop(token);
      else if (token.kind === 'bracket') this.bracket(token);
      else if (token.kind === 'quantity') this.take(token.quantity, index);
      else this.hear(token);
    });
  }

  /** 236 个、41528.12 万元，分别是购买服务项目数和预算数: columns for the numbers that a segment begins with. */
  private namedBehind(index: number): ListedItem[] {
    const isBare = this.words.every(({ kind }) => kind === 'stop' || kind === 'year');
    if (!isBare || this.lastEnd > this.segmentStart) return [];
    const kinds = this.listing.kindsFrom(index);
    const numbers = this.tokens.slice(index).filter(({ kind }) => kind === 'quantity');
    const last = this.tokens.indexOf(numbers[kinds.length - 1] ?? this.tokens[index] ?? noToken);
    const rest = this.tokens.slice(last + 1);
    const stop = rest.findIndex((token) => token.kind === 'stop' && token.ends !== 'clause');
    const behind = stop < 0 ? rest : rest.slice(0, stop);
    const hasMore = behind.some(({ kind }) => kind === 'quantity');
    const columns = wordsOf(behind, 'measure').map(({ means }) => means.measures);
    const isAlike =
      columns.map((of) => of.includes('projectCount')).join() ===
      kinds.map((kind) => kind === 'count').join();
    const end = numbers[kinds.length - 1]?.end ?? 0;
    const said = this.signs.text.slice(end, end + 8);
    const isSaid = kinds.length > 1 || /^[,—-]*(?:这|此)?(?:就|便|即)?[是为]/.test(said);
    const names = wordsOf(behind, 'line').length + wordsOf(behind, 'block').length;
    if (hasMore || !isSaid || !isAlike || names > 0) return [];
    return columns.map((measures) => ({ kind: 'measure', measures }));
  }

  private hear(token: Token): void {
    // 一季度 …，全年支出 …
    if (wordsOf([token], 'measure').length > 0 && this.signs.text.startsWith('全年', token.start))
      this.time.take(wholeYear(token));
    const isYear = token.kind === 'year' || wordsOf([token], 'relativeYear').length > 0;
    const isCompared = isYear && isComparedWith(this.signs, token);
    this.time.take(token, isCompared);
    const isOther = token.kind === 'word' && token.means.kind === 'aside';
    if (isOther && token.means.reach === 'segment') this.isAside = true;
    this.exception = wordsOf([token], 'exception').at(0) ?? this.exception;
    const isTaken = token === this.shareNamedBehind || token === this.nameBehind;
    if (!isTaken) this.words.push(token);
  }

  private stop(stop: Extract<Token, { kind: 'stop' }>): void {
    const { ends, end } = stop;
    this.forgetAside(stop);
    this.forgetReach(stop);
    this.time.clauseEnded();
    this.clauseStart = end;
    // 指标：购买服务预算数；数值：…: a segment without a number goes on.
    const isBare = this.lastEnd < this.segmentStart && !this.isAside;
    if (this.lastEnd < 0) this.topic ??= topicOf(this.signs, this.tokens, this.place.start, end);
    if (ends === 'clause' || isBare) return;
    this.segmentStart = end;
    // 教育项目 3 个。预算 691.45 万元；实际支出 …: still of either.
    const isStillOpen = this.wasLeftOpen && this.frame.line === null;
    if (!isStillOpen) this.earlier = this.topic === null ? this.frame : noFrame;
    this.wasLeftOpen = false;
    this.frame = this.topic ?? this.headed;
    this.words = [];
    this.isAside = false;
    this.exception = null;
    this.certainSince = -1;
    this.isBehindOther = false;
    this.isBehindOtherCount = false;
    this.isOfSeveral = false;
    this.compared = null;
    this.listing.clear();
  }

  /** 12 个单位未编预算，涉及资金 …: what a clause about something else names is not what the next number is of. */
  private forgetAside(stop: Token): void {
    const own = (token: Token) => token.start >= this.clauseStart && token.end <= stop.start;
    const clause = this.tokens.filter(own);
    const { own: place } = this.tableTime;
    if (countsOther(this.signs, clause, this.clauseStart, stop, place)) this.doubt(stop.end);
    if (!isAsideClause(clause)) return;
    this.doubt(stop.end);
    this.words = this.words.filter(
      (token) => !own(token) || token.kind !== 'word' || token.means.kind !== 'measure',
    );
  }

  /** 购买服务已覆盖教育、公共安全等领域，…: where it reaches, and not whose figures follow. */
  private forgetReach(stop: Token): void {
    if (this.lastEnd >= this.clauseStart) return;
    // 教育预算 …，全部项目均已启动，目前支出 …: all of its own.
    const isAll = (token: Token) =>
      token.start >= this.clauseStart && this.signs.text.startsWith('全部', token.start);
    if (this.frame.line !== null) this.words = this.words.filter((token) => !isAll(token));
    const said = this.signs.text.slice(this.clauseStart, stop.start);
    const own = (token: Token) => token.start >= this.clauseStart;
    // 政府性基金主要用于教育，总规模 …: of either.
    if (goesTo.test(said) && wordsOf(this.words.filter(own), 'line').length === 1)
      this.doubt(stop.end);
    if (!reaches.test(said) || this.isListBehind(stop)) return;
    const isOfAll = wordsOf(this.words.filter(own), 'whole').length > 0;
    const isLine = (token: Token) => wordsOf([token], 'line').length > 0;
    this.words = this.words.filter((token) => !own(token) || !isLine(token));
    if (!isOfAll) this.doubt(stop.end);
  }

  /** …，预算分别为 …: the names are given numbers, as many as there are. */
  private isListBehind(stop: Token): boolean {
    const next = this.tokens.indexOf(stop) + 1;
    const number = this.tokens.findIndex(({ kind }, at) => at >= next && kind === 'quantity');
    if (number < 0) return false;
    const between = this.tokens.slice(next, number);
    const names = wordsOf(between, 'line').length + wordsOf(between, 'block').length;
    const lines = wordsOf(this.words, 'line').filter(({ start }) => start >= this.clauseStart);
    const isEach = wordsOf(between, 'each').length > 0 && names === 0;
    return isEach && this.listing.kindsFrom(number).length === lines.length;
  }

  private bracket({ opens, start, end }: Extract<Token, { kind: 'bracket' }>): void {
    this.clauseStart = end;
    if (opens) {
      this.frame = this.lead().frameAfter(this.frame);
      this.outer.push(this.frame);
      this.bracketStart = end;
      return;
    }
    const before = this.outer.pop() ?? this.frame;
    // (一般公共预算) without a number says whose the figures behind it are.
    const isRemark = this.lastEnd < this.bracketStart;
    const remark = this.signs.text.slice(this.bracketStart, start);
    // (不含教育)
    if (isRemark && doubtfulWords.some((word) => remark.includes(word))) this.doubt(end);
    if (isRemark) {
      // 41528.12 万元（预算）: of the number in front of it.
      const isOfNumber = this.lastEnd === this.bracketStart - 1;
      if (isOfNumber) this.words = this.words.filter((word) => word.start < this.bracketStart);
      return;
    }
    this.frame = before;
    this.words = [];
  }

  private take(number: Quantity, index: number): void {
    // 三个领域 counts no projects, and parts nothing.
    const isNamedBehind = nameBehind(this.signs, this.tokens, index, this.lead()) !== null;
    if (number.kind === 'count' && !isNamedBehind && !isCountEnded(this.signs, number)) {
      // 三个领域预算 3 亿元, of which none is named: perhaps not of all.
      const named = wordsOf(this.tokens, 'line');
      const isNamed = named.length > 1 || named.some(({ end }) => end === number.start);
      const isOfSpeech = abstracts.test(this.signs.text.slice(number.end, number.end + 3));
      if (!isNamed && !isOfSpeech) this.unreadEnd = number.end;
      // 抽取项目 124 个开展评价，涉及资金 …: of these.
      if (isAsideClause(clauseAround(this.tokens, index))) {
        this.isBehindOtherCount = true;
        this.words = [];
      }
      return;
    }
    const lead = this.lead();
    if (isOfAllNamed(lead, number)) return;
    const before = this.saidBefore();
    const toldBefore = this.told();
    const namedBefore = this.nameBehind;
    this.lastItem = null;
    const isHead = this.lastEnd < this.segmentStart;
    if (isHead) this.listing.expect(this.namedBehind(index));
    this.isNamedBehind = !this.listing.isEmpty && (isHead || this.isNamedBehind);
    this.lastEnd = number.end;
    const quantity = { ...number, precision: lead.precisionOf(number) };
    const clause = clauseAround(this.tokens, index);
    const isMark = isThreshold(this.signs, this.tokens, index, quantity);
    const isAsideOfNumber = isAsideClause(clause) && !countsBehind(this.signs, clause, quantity);
    const isAsOther = this.isBehindOtherCount && !namesAnew(lead);
    const isBase = isBaseOfOther(this.signs, this.place.start, lead, quantity);
    const isOther =
      this.isAside || isAsOther || this.isOfOthers(lead) || isAsideOfNumber || isMark || isBase;
    this.isBehindOtherCount = isOther && (isAsOther || quantity.kind === 'count');
    this.isAside ||= isMark && isOfSome(this.signs, this.tokens, index);
    const isGrowth = isChange(this.signs, clause, quantity);
    const comparison = isOther ? null : comparisonOf(this.signs, clause, quantity);
    const said = this.signs.text.slice(this.clauseStart, quantity.start);
    const { before: inClause } = clauseAt(this.signs, quantity, this.place.start);
    const isCompared =
      !isGrowth && comparison === null && (comparedWith.test(said) || comparedRates.test(inClause));
    this.listen(clause, index, isOther, isCompared);
    const ratio = [...lead.words('rate'), ...lead.words('share')].at(-1);
    const opened = ratio === undefined ? null : ratioSaid(lead, ratio, this.measures);
    if (isOther || isGrowth) this.listing.clear();
    this.isBehindOther ||= isOther;
    if (comparison === null && lead.words('measure').length > 0) this.compared = null;
    const isOwn = !isOther && comparison === null;
    if (isGrowth && isOwn) this.bindGrowth(quantity, lead, before);
    this.isBehindMark = isOwn && (quantity.precision === 'over' || quantity.precision === 'under');
    this.isBehindChange = isGrowth && isOwn;
    const isNext = this.isBehindListed && !isGrowth && isOwn && lead.tokens.length === 0;
    if (isNext) this.unbound.push({ quantity, reason: 'comparison' });
    else if (!isGrowth && isOwn) this.bind(quantity, index, lead, before);
    if (!isNext && !isGrowth) this.isBehindListed = false;
    if (quantity.kind === 'amount') this.open = opened;
    if (comparison !== null) this.bindComparison(quantity, lead, comparison);
    else if (this.nameBehind === namedBefore)
      this.frame = this.isOfSeveral ? noFrame : lead.frameAfter(this.frame);
    // 由上年的 200 个增加到 236 个: the first is understood, too.
    const isNew = isGrowth && countsNew(this.signs, clause, quantity);
    this.isBehindOtherCount ||= isNew && quantity.kind === 'count';
    const isUnderstood = isGrowth && !isNew && this.understanding.isWhole(index);
    if (this.told() === toldBefore && !isUnderstood) this.unreadEnd = number.end;
    const isKept = (isOther || isGrowth) && this.isBeforeReached(index);
    this.words = isKept ? this.words : [];
    this.time.numberEnded();
    this.clauseStart = quantity.end;
  }

  /** Is it still certain what is spoken of? A clause that names it itself makes it so again. */
  private listen(
    clause: readonly Token[],
    index: number,
    isOther: boolean,
    isCompared: boolean,
  ): void {
    const names = (['table', 'line', 'block', 'whole'] as const).some(
      (kind) => wordsOf(clause, kind).length > 0,
    );
    const isNamed = nameBehind(this.signs, this.tokens, index, this.lead()) !== null;
    const isPart = !isNamed && isUnnamedPart(this.lead(), quantityKind(this.tokens[index]));
    const isOfItself =
      isOther ||
      this.isOtherTopic ||
      isCompared ||
      isPart ||
      isMixedIn(clause, this.lead(), this.tokens[index]) ||
      wordsOf(clause, 'aside').length > 0;
    // 公共安全支出 12.3 亿元，其中购买服务 …: the first may be of more than what was bought.
    // 技术性服务 89 个，购买服务 …: a name that only the tables have.
    const isOfForm = wordsOf(clause, 'line').some(({ means }) => isOnlyOurs(means));
    const isEarly = !this.isNamedBehind && this.subjectStart > (clause.at(-1)?.end ?? 0);
    this.isEarly = !isOfForm && (isEarly || this.isBehindMention || this.isOfAllSpent(clause));
    const before = names ? -1 : Math.min(this.certainSince, this.clauseStart);
    this.certainSince = isOfItself
      ? Infinity
      : Math.max(before, this.unreadEnd, this.understanding.knownSince(index));
  }

  /** 大力推进政府购买服务，教育支出 …: a line's, or a budget's, of what is bought or of all that is spent. */
  private isOfAllSpent(clause: readonly Token[]): boolean {
    const { line, block } = this.lead().frameAfter(this.frame);
    const isPart = line !== null || block !== null;
    if (!isPart || wordsOf(clause, 'subject').length > 0) return false;
    return isOnlySpokenOf(this.signs, this.tokens, this.clauseStart);
  }

  /** What stands in front of a place is not certain. */
  private doubt(place: number): void {
    this.certainSince = Math.max(this.certainSince, place);
  }

  /** 除教育外，…: of all the others, and none of the tables' unless one of them is named. */
  private isOfOthers(lead: Lead): boolean {
    const { exception } = this;
    if (exception === null) return false;
    // 其他领域 names none of them.
    const names = lead
      .words(exception.means.of)
      .some(
        ({ start, means }) =>
          start >= exception.end && !(means.kind === 'line' && means.line === 'other'),
      );
    if (names) this.exception = null;
    return !names;
  }

  /** So many numbers have been given to something, or named. */
  private told(): number {
    return this.claims.length + this.unbound.length;
  }

  private lead(): Lead {
    return new Lead(this.signs, this.words, this.clauseStart);
  }

  private saidBefore(): SaidBefore {
    const { measures, amounts, lastKind, hasCounted } = this;
    return {
      ...{ measures, amounts, lastKind, hasCounted },
      isInBrackets: this.outer.length > 0,
      isBehindNumber: this.lastEnd >= 0,
      isBehindMark: this.isBehindMark,
      isBehindChange: this.isBehindChange,
    };
  }

  /** 由 200 个增加到: what the next number is of has been named already. */
  private isBeforeReached(index: number): boolean {
    const next = this.tokens[index + 1];
    return next?.kind === 'word' && next.means.kind === 'reached';
  }

  /** 比上年增加 1528.12 万元, 增长 3.8%. */
  private bindGrowth(quantity: Quantity, lead: Lead, before: SaidBefore): void {
    // 预算、执行分别比上年增长 25%、下降 9%: which is of which is not told apart.
    const named = new Set(lead.words('measure').flatMap(({ means }) => means.measures));
    const isListed = lead.words('each').length > 0 || named.size > 1;
    this.isBehindListed = isListed || (this.isBehindListed && named.size === 0);
    if (this.isBehindListed) {
      this.unbound.push({ quantity, reason: 'comparison' });
      return;
    }
    const said = growthSaid(lead, quantity, before, this.tableTime.fiscalYear);
    if (said === null || lead.namesSeveral()) return;
    this.measures = said.measures;
    const isThisYear = said.namesLastYear
      ? this.time.wasOfTables(said.measures)
      : said.measures.every((measure) => this.time.isOfTables(measure));
    if (!isThisYear) return;
    this.claim(quantity, growthReadings(lead.frameAfter(this.frame), quantity, said));
    if (said.namesLastYear) this.time.goBack();
  }

  /** 执行数比预算数少 737.61 万元; what follows is of the first again. */
  private bindComparison(quantity: Quantity, lead: Lead, comparison: Comparison): void {
    this.listing.clear();
    const first = lead.before(comparison.start);
    const frame = first.frameAfter(this.frame);
    const isLeft = this.isLeftOpen(frame, first) || (frame !== noFrame && frame === this.headed);
    const known = this.compared ?? this.measures;
    const said = readingsOfComparison(lead, comparison, quantity, this.frame, known);
    const isOfTables = said.list.every((reading) =>
      figuresOf(reading).every(({ measure }) => this.time.isOfTables(measure)),
    );
    this.compared = null;
    if (said.list.length === 0 || this.isOfSeveral) {
      this.unbound.push({ quantity, reason: 'comparison' });
    } else if (isOfTables) {
      const doubt = said.isCertain && !isLeft ? null : 'notCertain';
      this.claim(quantity, { list: said.list, doubt });
    }
    this.compared = said.measures;
    this.frame = frame;
  }

  private bind(quantity: Quantity, index: number, lead: Lead, before: SaidBefore): void {
    const each = lead.listWord();
    if (this.listing.isEmpty) this.beginList(each, quantity, index, lead);
    const item = this.listing.next();
    this.lastItem = item?.kind ?? null;
    if (item === undefined && each !== undefined) return;
    if (item?.kind === 'year') this.time.take(item.token);
    if (item === undefined && this.isSum(lead, quantity)) {
      if (this.namesSum(lead, quantity)) this.unbound.push({ quantity, reason: 'sum' });
      return;
    }
    const isNamedAnew = lead.words('line').length + lead.words('block').length > 0;
    if (isNamedAnew && item === undefined) this.listing.forgetColumns();
    const isOfOther = lead.isShareOfOther(this.frame !== noFrame && this.frame !== this.headed);
    if (item === undefined && quantity.kind === 'percent' && isOfOther) {
      this.unbound.push({ quantity, reason: 'otherWhole' });
      return;
    }
    if (
      this.isLeftOpen(lead.frameAfter(this.frame), lead) &&
      isPartBehind(this.tokens, index, lead)
    ) {
      this.frame = this.earlier;
      this.earlier = noFrame;
    }
    const behind = item === undefined ? nameBehind(this.signs, this.tokens, index, lead) : null;
    if (behind !== null) {
      this.nameBehind = behind.name;
      this.frame = behind.frame;
    }
    const own = behind?.frame ?? lead.frameAfter(this.frame);
    const frame = item === undefined ? own : itemFrame(item, own);
    const readingsIn = (place: Frame) =>
      quantity.kind === 'percent'
        ? this.percentReadings(quantity, place, item, index, lead)
        : this.figureReadings(quantity, place, item, index, lead, before);
    const earlier = this.earlierWith(frame);
    const isLeft =
      this.isLeftOpen(frame, lead) && !isDividedBehind(this.tokens, index, this.earlier);
    this.wasLeftOpen = isLeft;
    const inEarlier = isLeft ? this.tried(() => readingsIn(earlier)) : null;
    // Under a heading the whole may be meant as well.
    const saysAll = lead.saysAll(frame, this.frame);
    // 一般公共预算执行率 96.8%，购买服务执行率 …: of what was bought from it, or of all.
    const isNamedAgain = frame === this.frame && lead.words('subject').length > 0;
    const isOpenToAll =
      frame !== noFrame && item === undefined && (frame === this.headed || saysAll || isNamedAgain);
    const inWhole = isOpenToAll ? (this.tried(() => readingsIn(noFrame))?.list ?? []) : [];
    const ofBoth = frame.isBlockOpen === true && item === undefined;
    const inBoth = ofBoth
      ? (this.tried(() => readingsIn({ ...frame, block: null }))?.list ?? [])
      : [];
    const named = readingsIn(frame);
    if (named === null) return;
    const both = saysAll ? [...inWhole, ...named.list] : [...named.list, ...inWhole, ...inBoth];
    const readings = { ...named, list: both };
    const isOpen = inEarlier !== null && inEarlier.list.length * readings.list.length > 0;
    const list = [...(inEarlier?.list ?? []), ...readings.list].filter((reading) =>
      figuresOf(reading).every(({ measure }) => this.time.isOfTables(measure)),
    );
    this.claim(quantity, { list, doubt: readings.doubt, isLeftOpen: isOpen });
  }

  /** The names of a list for the numbers from here on, where there are any. */
  private beginList(
    each: WordToken<'each'> | undefined,
    quantity: Quantity,
    index: number,
    lead: Lead,
  ): void {
    if (each === undefined) this.listing.beginPlain(this.words, index, lead);
    if (!this.listing.isEmpty) return;
    const begun =
      each === undefined
        ? this.listing.goOn(quantity, index, lead)
        : this.listing.begin(this.words, each, index);
    if (begun === 'open') this.doubt(Infinity);
    if (begun === 'unequal') this.unbound.push({ quantity, reason: 'unequalList' });
  }

  /** A sum of several lines, or a figure that goes on with it, is none of the tables'. */
  private isSum(lead: Lead, { kind }: Quantity): boolean {
    const share = kind === 'percent' ? (lead.last('share')?.start ?? Infinity) : Infinity;
    const names = (['line', 'block', 'whole', 'subject', 'table'] as const).some((named) =>
      lead.words(named).some(({ start }) => start < share),
    );
    const isSum = lead.namesSeveral() || this.isSumOfNamed(lead);
    this.isOfSeveral = isSum || (this.isOfSeveral && !names);
    return this.isOfSeveral;
  }

  /** 三项合计 …，占 …; 教育、公共安全、金融三个领域，共 12 个: a column is named, or the sum before. */
  private namesSum(lead: Lead, { kind }: Quantity): boolean {
    if (lead.words('sum').length > 0) return true;
    if (kind === 'percent') return lead.lastRatio() !== undefined;
    const ofKind = (measure: Measure) => (measure === 'projectCount') === (kind === 'count');
    const named = lead.words('measure').some(({ means }) => means.measures.some(ofKind));
    return named || (kind === 'count' && lead.namesSeveral());
  }

  /** 两项合计: of both budgets it is the whole, of lines it is not. */
  private isSumOfNamed(lead: Lead): boolean {
    if (lead.words('sum').length === 0) return false;
    const hasLines = this.listing.names.some(({ kind }) => kind === 'line');
    const blocks = new Set(
      this.listing.names.map((item) => (item.kind === 'block' ? item.block : null)),
    );
    const isWhole = !hasLines && sourceBlocks.every((block) => blocks.has(block));
    if (isWhole) this.frame = noFrame;
    return !isWhole;
  }

  /** Behind a semicolon nothing is named: the whole may be meant, or what was named in front of it. */
  private isLeftOpen(frame: Frame, lead: Lead): boolean {
    // 教育预算 …；执行 …，其中一般公共预算 …: of the same line, or of the whole.
    const isOfOpen = this.wasLeftOpen && this.earlier.line !== null;
    const isBare =
      frame.line === null && (frame.block === null || isOfOpen) && this.earlier !== noFrame;
    const names = (['subject', 'table', 'whole'] as const).some(
      (kind) => lead.words(kind).length > 0,
    );
    return isBare && !names;
  }

  /** What was named in front, with the budget that is named now. */
  private earlierWith({ block }: Frame): Frame {
    return block === null ? this.earlier : { ...this.earlier, block };
  }

  /** Reads a number as one of something that may be meant as well: of the sentence nothing is told by it. */
  private tried<Result>(read: () => Result): Result {
    const back = this.listing.kept();
    const { open, lastKind, lastRatio, measures, amounts } = this;
    const { hasCounted, isBehindOther, shareNamedBehind } = this;
    const result = read();
    back();
    Object.assign(this, { open, lastKind, lastRatio, measures, amounts });
    Object.assign(this, { hasCounted, isBehindOther, shareNamedBehind });
    return result;
  }

  private claim(quantity: Quantity, { list, doubt, isLeftOpen = false }: Readings): void {
    const [first, ...others] = list;
    if (first === undefined) return;
    const isStage = list.some((reading) =>
      figuresOf(reading).some(({ measure }) => this.staged.includes(measure)),
    );
    const isOpen = this.compared !== null || isStage || this.time.isOfEither;
    // 其他领域: the line, or all that are not named.
    const isOfRest = list.some((reading) =>
      figuresOf(reading).some(({ line }) => line === 'other'),
    );
    const isUncertain = isOpen || isOfRest || doubt === 'notCertain';
    const certainSince = isUncertain ? Infinity : this.certainSince;
    this.claims.push({
      quantity,
      readings: [first, ...others],
      doubt: doubt ?? (certainSince < 0 && !isLeftOpen ? null : 'notCertain'),
      needsSupport: this.isEarly,
      certainSince,
      isLeftOpen,
      isOfStage: this.understanding.isDoubtful(quantity.start),
      namedAt: this.namedAt(),
    });
  }

  /** Where the words in front of a number last name whose figure it is; -1 where none does. */
  private namedAt(): number {
    if (this.lastItem === 'line' || this.lastItem === 'block') return this.lastEnd;
    const lead = this.lead();
    const named = [...naming, 'share' as const].flatMap((kind) =>
      lead.words(kind).map(({ start }) => start),
    );
    const years = lead.tokens.filter(({ kind }) => kind === 'year').map(({ start }) => start);
    const segment = this.segmentStart > this.place.start ? this.segmentStart : -1;
    return Math.max(-1, segment, ...named, ...years);
  }

  // Figures and percentages

  private figureReadings(
    quantity: Quantity,
    frame: Frame,
    item: ListedItem | undefined,
    index: number,
    lead: Lead,
    before: SaidBefore,
  ): Readings | null {
    const found =
      item?.kind === 'measure'
        ? columnsOfItem(item, quantity)
        : quantity.kind === 'count'
          ? this.countColumns(quantity, item !== undefined, index, lead, before)
          : this.amountColumns(quantity, item, index, lead, before);
    // 绩效评价项目 206 个，涉及金额 8338 万元: of the same something else.
    if (found === null && quantity.kind === 'count') this.isBehindOther = true;
    if (found === null || (!found.isFirm && this.isBehindOther)) return null;
    if (found.isFirm) this.isBehindOther = false;
    if (found.isFirm) this.measures = found.measures;
    const done = doneColumns(lead);
    if (found.isFirm && quantity.kind === 'amount') this.amounts = found.measures;
    else if (quantity.kind === 'count') this.amounts = done ?? this.amounts;
    this.lastKind = quantity.kind;
    this.hasCounted ||= quantity.kind === 'count';
    if (item === undefined) this.listing.remember(frame);
    this.listing.giveColumn(quantity, { kind: 'measure', measures: found.measures });
    const place = placeIn(frame);
    const list = found.measures.map((measure): Reading => ({
      kind: 'figure',
      figure: { ...place, measure },
    }));
    return { list, doubt: found.isFirm ? null : 'noColumn' };
  }

  private countColumns(
    quantity: Quantity,
    isListed: boolean,
    index: number,
    lead: Lead,
    before: SaidBefore,
  ): Columns | null {
    if (countsProjects(lead, quantity, isListed, before)) return projects;
    // 236 个项目中，89 个属于技术性服务
    const isOfName = nameBehind(this.signs, this.tokens, index, lead) !== null;
    if (isOfName && before.hasCounted) return projects;
    return countsServices(lead, quantity) ? { ...projects, isFirm: false } : null;
  }

  private amountColumns(
    quantity: Quantity,
    item: ListedItem | undefined,
    index: number,
    lead: Lead,
    before: SaidBefore,
  ): Columns | null {
    if (item !== undefined && lead.words('measure').length === 0) return columnsBefore(before);
    const isNamed = lead.words('line').length + lead.words('block').length > 0;
    // 执行 …，其中一般公共预算 …，政府性基金预算 …，执行率 …: of what the segment has named.
    const isFirst = !this.tokens
      .slice(0, index)
      .some(({ kind, start }) => kind === 'quantity' && start >= this.segmentStart);
    if (
      isNamed &&
      (isFirst || before.amounts.length === 0) &&
      !lead.words('measure').some(({ start }) => start >= lead.clauseStart) &&
      isSpentNext(this.tokens, index)
    )
      return columnsOfAmount(lead, quantity, before) === null ? null : planned;
    const named = columnsOfAmount(lead, quantity, before);
    const behind = columnBehind(this.signs, this.tokens, index);
    if (behind !== null && isColumnOfLast(this.tokens, index, lead)) return behind;
    if (named?.isFirm === true && lead.words('measure').length > 0) {
      // 完成了 41528.12 万元的预算: either is meant.
      return behind?.isJoined === true
        ? { isFirm: true, measures: [...new Set([...behind.measures, ...named.measures])] }
        : spentOn(lead, this.basis, named);
    }
    // 规模达到 41528.12 万元 (预算数): what is named behind is plainer.
    return (
      behind ??
      named ??
      (nameBehind(this.signs, this.tokens, index, lead) === null ? null : columnsBefore(before))
    );
  }

  private percentReadings(
    quantity: Quantity,
    frame: Frame,
    item: ListedItem | undefined,
    index: number,
    lead: Lead,
  ): Readings | null {
    const isBehindPercent = this.lastKind === 'percent';
    const ratio =
      (item?.kind === 'ratio' ? item.ratio : null) ??
      ratioOfLead(lead, quantity.start, this.open, this.measuresOfLast(), isBehindPercent) ??
      this.repeatedRatio(item, lead) ??
      rateBehind(this.signs, this.tokens, index) ??
      this.ratioBehind(quantity, index, lead) ??
      this.restatedRatio(lead, quantity.start);
    this.open = null;
    if (ratio === null) return null;
    this.lastRatio = ratio;
    this.listing.giveColumn(quantity, { kind: 'ratio', ratio });
    const isCertain = ratio.isCertain !== false;
    const list = readingsOfRatio(placeIn(frame), ratio);
    // 预算 41528.12 万元，已用 40790.51 万元，占 98.22%: most likely of the budget.
    const isOfSpent = ratio.kind === 'share' && ratio.whole.length === 0 && this.isBehindSpent();
    if (list.length === 0 && isOfSpent) {
      const rate: Ratio = { kind: 'rate', part: 'executed' };
      return { list: readingsOfRatio(placeIn(frame), rate), doubt: 'notCertain' };
    }
    this.lastKind = 'percent';
    return { list, doubt: isCertain ? null : 'notCertain' };
  }

  /** 资金 6958.70 万元，占比 …: of any column that the amount may be of. */
  private measuresOfLast(): readonly Measure[] {
    const { lastRatio } = this;
    // 购买服务支出中，教育占 1.7%，公共安全占 …
    const isShare = this.lastKind === 'percent' && lastRatio?.kind === 'share';
    if (isShare && this.measures.length === 0) return lastRatio.part;
    const last = this.claims.at(-1);
    if (this.lastKind !== 'amount' || last?.doubt !== 'noColumn') return this.measures;
    return [...new Set(last.readings.flatMap(figuresOf).map(({ measure }) => measure))];
  }

  /** 购买服务预算的 86.58% 由一般公共预算安排: a share of what is named in front, by what is named behind. */
  private ratioBehind(quantity: Quantity, index: number, lead: Lead): Ratio | null {
    const named = lead.last('measure');
    if (nameBehind(this.signs, this.tokens, index, lead) === null) return null;
    this.shareNamedBehind = this.tokens[index + 1] ?? null;
    const isOf = this.signs.text.slice(named?.end ?? 0, quantity.start) === '的';
    if (named !== undefined && isOf) {
      const part = named.means.measures;
      return { kind: 'share', part, whole: [], block: null, isCertain: true };
    }
    // …，13.42% 由政府性基金预算安排
    return this.lastKind === 'percent' ? this.lastRatio : null;
  }

  /** 执行 40790.51 万元，即 98.22%; 预算 41528.12 万元，完成 98.22%: most likely of the budget. */
  private restatedRatio(lead: Lead, start: number): Ratio | null {
    const executed = lead.last('measure');
    const isExecuted =
      executed?.means.measures.join() === 'executed' && executed.start >= lead.clauseStart;
    const hasBudget =
      this.measures.length > 0 ||
      lead.words('measure').some(({ means }) => means.measures.includes('budgeted'));
    if (isExecuted && hasBudget && lead.isClose(executed.end, start))
      return { kind: 'rate', part: 'executed', isCertain: false };
    const said = lead.signs.text.slice(lead.clauseStart, lead.clauseStart + 4);
    // 支出 40790.51 万元，为预算 41528.12 万元的 98.22%
    if (said.startsWith('的') && this.lastKind === 'amount' && this.measures.join() === 'budgeted')
      return { kind: 'rate', part: 'executed', isCertain: false };
    const isRestated = lead.tokens.length === 0 && /^(?:即|也就是|约?\d|折合)/.test(said);
    return isRestated && this.isBehindSpent()
      ? { kind: 'rate', part: 'executed', isCertain: false }
      : null;
  }

  private isBehindSpent(): boolean {
    return this.lastKind === 'amount' && this.measures.join() === 'executed';
  }

  /** 教育 98%、公共安全 97%: of the kind of the percentage before. */
  private repeatedRatio(item: ListedItem | undefined, lead: Lead): Ratio | null {
    const hasYears = this.lastEnd >= 0 && this.measures.length > 0;
    // 执行率超过 95%，达到 98.22%
    const isReached = /^(?:[高现已]|最终)?(?:达|为[\d百])/.test(lead.behindStart());
    const isNamed = item !== undefined || isReached || lead.anchorAfter(-1, hasYears) !== undefined;
    return isNamed && this.lastKind === 'percent' ? this.lastRatio : null;
  }
}

function quantityKind(token: Token | undefined): Quantity['kind'] | null {
  return token?.kind === 'quantity' ? token.quantity.kind : null;
}

/** Nothing stands there. */
const noToken: Token = { kind: 'stop', ends: 'clause', start: -1, end: -1 };

function wholeYear({ start, end }: Token): Token {
  return { kind: 'word', means: { kind: 'period', period: 'wholeYear' }, start, end };
}

/** Where a frame's figures stand: a budget named without a line of it, or with the line before. */
function placeIn({ line, block }: Frame): Place {
  const named: NamedLine = line ?? wholeLine;
  return { ...named, block: block ?? 'total' };
}

function growthReadings(frame: Frame, quantity: Quantity, said: GrowthSaid): Readings {
  return { list: readingsOfGrowth(placeIn(frame), quantity, said), doubt: null };
}

function figuresOf(reading: Reading): readonly NamedFigure[] {
  return reading.kind === 'figure' ? [reading.figure] : [reading.part, reading.whole];
}
