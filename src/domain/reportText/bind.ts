/**
 * Which figures of a report's text claim to be the tables', and which of them? Sentence by sentence:
 * a number belongs to the nearest words in front of it that name a column, a budget, a line; what a
 * sentence does not name it takes from what it named before; a number whose sentence speaks of
 * something else, or has words between that the table does not know, is left alone.
 */
import type { ReportingRound } from '../forms/rounds';
import type { BudgetBlock, Measure } from '../forms/terms';
import { amountMeasures } from '../forms/terms';
import type { Claim, NamedFigure, Reading } from './claim';
import { wholeLine } from './claim';
import type { Frame, NamedLine, WordToken } from './frame';
import { TimeFrame, noFrame, wordsOf } from './frame';
import type { ListedItem } from './lists';
import { listedItems } from './lists';
import type { Quantity } from './quantities';
import type { Signs } from './signs';
import type { Token } from './tokens';
import type { Precision } from './words';
import { countFollowers, smallWords } from './words';

/** A number of which the sentence says that it is of the tables, and not which. */
export interface UnboundQuantity {
  readonly quantity: Quantity;
  /** More or fewer numbers than names that they are to be given to. */
  readonly reason: 'unequalList';
}

/** What a text claims. */
export interface BoundText {
  readonly claims: readonly Claim[];
  readonly unbound: readonly UnboundQuantity[];
}

/** Of when the tables are. */
export interface TableTime {
  readonly fiscalYear: number | null;
  readonly round: ReportingRound;
}

/** What has more words and numbers without a full stop is a table or a list, and no sentence. */
const longestSentence = 1000;

/** Binds the numbers of a text. */
export function bindClaims(signs: Signs, tokens: readonly Token[], time: TableTime): BoundText {
  const claims: Claim[] = [];
  const unbound: UnboundQuantity[] = [];
  let before: SentenceReader | null = null;
  let sentence: Token[] = [];
  const end = (endsParagraph: boolean): void => {
    const reader: SentenceReader = new SentenceReader(signs, sentence, time, before);
    reader.read();
    claims.push(...reader.claims);
    unbound.push(...reader.unbound);
    before = endsParagraph ? null : reader;
    sentence = [];
  };
  for (const token of tokens) {
    if (token.kind === 'stop' && (token.ends === 'sentence' || token.ends === 'paragraph')) {
      end(token.ends === 'paragraph');
    } else sentence.push(token);
  }
  end(true);
  return { claims, unbound };
}

class SentenceReader {
  readonly claims: Claim[] = [];
  readonly unbound: UnboundQuantity[] = [];
  private readonly time: TimeFrame;
  private frame: Frame = noFrame;
  private readonly outer: Frame[] = [];
  private bracketStart = 0;
  /** Where the last number ended. */
  private lastEnd = -1;
  /** Words since the last number of the segment. */
  private lead: Token[] = [];
  /** Where the clause of the next number begins, in signs. */
  private clauseStart = 0;
  /** Columns that the last amount, or count, was of. */
  private measures: readonly Measure[] = [];
  private lastKind: Quantity['kind'] | null = null;
  /** True where projects have been counted in the sentence. */
  private hasCounted = false;
  private lastRatio: Ratio | null = null;
  /** A percentage of the last number: 占全年预算 41528.12 万元的 98%. */
  private open: Ratio | null = null;
  /** True from a word on that says the rest of the segment is of something else. */
  private isAside = false;
  /** Names that the next numbers are given to, one each. */
  private queue: ListedItem[] = [];
  /** The names that the last list gave numbers to. */
  private given: readonly ListedItem[] = [];
  private readonly isInScope: boolean;

  constructor(
    private readonly signs: Signs,
    private readonly tokens: readonly Token[],
    time: TableTime,
    before: SentenceReader | null,
  ) {
    this.time = new TimeFrame(time.fiscalYear, time.round);
    this.isInScope = isOfTables(tokens) || (before !== null && this.continues(before));
    this.clauseStart = tokens[0]?.start ?? 0;
  }

  /** 其中 after a sentence about the tables goes on with it. */
  private continues(before: SentenceReader): boolean {
    const [first] = this.tokens;
    const isPart = first?.kind === 'word' && first.means.kind === 'ofWhich';
    if (!isPart || !before.isInScope || before.claims.length === 0) return false;
    this.measures = before.measures;
    return true;
  }

  read(): void {
    const speaksOfOther = wordsOf(this.tokens, 'aside').some(
      ({ means }) => means.reach === 'sentence',
    );
    if (!this.isInScope || speaksOfOther || this.tokens.length > longestSentence) return;
    this.tokens.forEach((token, index) => {
      this.time.take(token);
      if (token.kind === 'stop') this.stop(token);
      else if (token.kind === 'bracket') this.bracket(token);
      else if (token.kind === 'quantity') this.take(token.quantity, index);
      else {
        if (
          token.kind === 'word' &&
          token.means.kind === 'aside' &&
          token.means.reach === 'segment'
        ) {
          this.isAside = true;
        }
        this.lead.push(token);
      }
    });
  }

  private stop(token: Extract<Token, { kind: 'stop' }>): void {
    this.clauseStart = token.end;
    if (token.ends === 'clause') return;
    this.frame = noFrame;
    this.lead = [];
    this.isAside = false;
    this.queue = [];
  }

  private bracket({ opens, end }: Extract<Token, { kind: 'bracket' }>): void {
    this.clauseStart = end;
    if (opens) {
      this.frame = this.nextFrame();
      this.outer.push(this.frame);
      this.bracketStart = end;
    } else {
      const before = this.outer.pop() ?? this.frame;
      // (一般公共预算) without a number says whose the figures behind it are.
      const isRemark = this.lastEnd < this.bracketStart;
      if (!isRemark) this.frame = before;
      if (!isRemark) this.lead = [];
    }
  }

  private take(quantity: Quantity, index: number): void {
    // 三个领域 counts no projects, and parts nothing.
    if (quantity.kind === 'count' && !isCountEnded(this.signs, quantity)) return;
    this.lastEnd = quantity.end;
    const exact = { ...quantity, precision: this.precisionOf(quantity) };
    const clause = this.clauseAround(index);
    const isOther =
      this.isAside ||
      wordsOf(clause, 'aside').some(({ means }) => means.reach === 'clause') ||
      isChange(clause, quantity) ||
      this.isThreshold(exact, index);
    const ratio = [...wordsOf(this.lead, 'rate'), ...wordsOf(this.lead, 'share')].at(-1);
    const opened = ratio === undefined ? null : this.ratioOf(ratio);
    if (isOther) this.queue = [];
    else this.bind(exact, index);
    if (quantity.kind === 'amount') this.open = opened;
    this.frame = this.nextFrame();
    this.lead = isOther && this.isBeforeReached(index) ? this.lead : [];
    this.clauseStart = quantity.end;
  }

  /** 预算超过 1000 万元的领域: a mark that other figures pass. */
  private isThreshold({ precision, end }: Quantity, index: number): boolean {
    if (precision !== 'over' && precision !== 'under') return false;
    const next = this.tokens[index + 1];
    const isColumn =
      next?.kind === 'word' && next.means.kind === 'measure' && next.start <= end + 1;
    return this.signs.text.startsWith('的', end) && !isColumn;
  }

  /** 由 200 个增加到: what the next number is of has been named already. */
  private isBeforeReached(index: number): boolean {
    const next = this.tokens[index + 1];
    return next?.kind === 'word' && next.means.kind === 'reached';
  }

  /** All tokens of the clause that a token stands in. */
  private clauseAround(index: number): readonly Token[] {
    const parts = (token: Token | undefined) =>
      token === undefined || token.kind === 'stop' || token.kind === 'bracket';
    let from = index;
    let until = index;
    while (!parts(this.tokens[from - 1])) from -= 1;
    while (!parts(this.tokens[until + 1])) until += 1;
    return this.tokens.slice(from, until + 1);
  }

  private precisionOf(quantity: Quantity): Precision {
    const last = wordsOf(this.lead, 'precision').at(-1);
    return last?.end === quantity.start ? last.means.precision : quantity.precision;
  }

  // Whose figure

  /** The frame after what the lead names. */
  private nextFrame(): Frame {
    const lines = wordsOf(this.lead, 'line');
    const blocks = wordsOf(this.lead, 'block');
    // 占全部预算的: the whole of a share is not whose figure follows.
    const share = wordsOf(this.lead, 'share').at(-1);
    const whole = wordsOf(this.lead, 'whole')
      .filter(({ start }) => share === undefined || start < share.start)
      .at(-1);
    const line = lines.at(-1);
    const block = blocks.at(-1);
    if (line !== undefined) {
      const frames = block !== undefined && block.start < line.start;
      const kept = block === undefined && this.frame.blockFrames ? this.frame.block : null;
      const { form, line: id } = line.means;
      return {
        line: { form, line: id },
        block: block?.means.block ?? kept,
        blockFrames: frames || (block === undefined && this.frame.blockFrames),
      };
    }
    if (block !== undefined) {
      const isOfLine = this.frame.line !== null && !this.frame.blockFrames && whole === undefined;
      return {
        line: isOfLine ? this.frame.line : null,
        block: block.means.block,
        blockFrames: false,
      };
    }
    return whole === undefined ? this.frame : noFrame;
  }

  /** The measures named in the lead, the nearest; the ones before where only lines or budgets are. */
  private measuresFor(
    quantity: Quantity,
  ): { readonly measures: readonly Measure[]; readonly isFirm: boolean } | null {
    const named = wordsOf(this.lead, 'measure').filter(
      ({ means }) => !means.measures.includes('projectCount'),
    );
    const nearest = named.at(-1);
    const anchor = this.anchorAfter(nearest?.end ?? -1);
    const from = anchor?.end ?? nearest?.end;
    if (from === undefined || !this.isReached(from, quantity.start)) {
      // 教育 3 个、691.45 万元; (691.45 万元)
      const isDirect = this.lead.length === 0 && this.isClose(this.clauseStart, quantity.start);
      const follows = this.outer.length > 0 || this.lastKind === 'count';
      return nearest === undefined && isDirect && follows ? this.inherited() : null;
    }
    if (nearest === undefined) return this.ofRate() ?? this.inherited();
    const { measures } = nearest.means;
    // 教育支出, 一般公共预算支出: the label's own 支出, or the column.
    const isLabelled =
      this.signs.text.slice(nearest.start, nearest.end) === '支出' &&
      [...wordsOf(this.lead, 'line'), ...wordsOf(this.lead, 'block')].some(
        ({ end }) => end === nearest.start,
      );
    if (isLabelled && this.amounts().length > 0) {
      return { measures: [...new Set([...this.amounts(), ...measures])], isFirm: true };
    }
    return { measures, isFirm: true };
  }

  /** 完成年度预算 41528.12 万元的 98%: the number is the budget. */
  private ofRate(): { readonly measures: readonly Measure[]; readonly isFirm: boolean } | null {
    const rate = wordsOf(this.lead, 'rate').at(-1);
    const text = this.signs.text.slice(rate?.start ?? 0, rate?.end ?? 0);
    return /预算(?:数|的)?$/.test(text) ? { measures: ['budgeted'], isFirm: true } : null;
  }

  private amounts(): readonly Measure[] {
    return this.measures.filter((measure) => measure !== 'projectCount');
  }

  private inherited(): { readonly measures: readonly Measure[]; readonly isFirm: boolean } {
    const measures = this.amounts();
    return measures.length > 0
      ? { measures, isFirm: true }
      : { measures: amountMeasures, isFirm: false };
  }

  /** The last word after a place that names whose figure follows, or that it is one of money. */
  private anchorAfter(place: number): { readonly end: number } | undefined {
    const kinds = [
      'line',
      'block',
      'whole',
      'ofWhich',
      'each',
      'rate',
      'reached',
      'money',
    ] as const;
    // 2018 年为 200 个，2019 年为 236 个
    const years =
      place < 0 && this.lastEnd >= 0 && this.measures.length > 0
        ? this.lead.filter(({ kind }) => kind === 'year')
        : [];
    const words = kinds.flatMap((kind) => wordsOf(this.lead, kind));
    const named = words
      .filter(({ start }) => start >= place)
      .filter(({ means }) => means.kind !== 'money' || place < 0);
    return [...named, ...years].sort((a, b) => a.end - b.end).at(-1);
  }

  /** True where a number follows its word closely, or alone in the clause behind it. */
  private isReached(from: number, start: number): boolean {
    if (this.isClose(from, start)) return true;
    const clauses = this.signs.text.slice(from, start).split(',').length - 1;
    return clauses === 1 && from < this.clauseStart && this.isClose(this.clauseStart, start);
  }

  /** True where nothing stands between but words of the table and small ones. */
  private isClose(from: number, until: number): boolean {
    let rest = '';
    let at = from;
    for (const token of [...this.lead, null]) {
      const start = token?.start ?? until;
      if (start >= at) rest += this.signs.text.slice(at, start);
      at = Math.max(at, token?.end ?? until);
    }
    return rest.replace(smallWords, '') === '';
  }

  // One number

  private bind(quantity: Quantity, index: number): void {
    const each = this.listWord();
    if (each !== undefined && this.queue.length === 0) this.startList(each, quantity, index);
    const item = this.queue.shift();
    if (item === undefined && each !== undefined) return;
    if (item?.kind === 'year') this.time.take(item.token);
    const frame = item === undefined ? this.nextFrame() : itemFrame(item, this.nextFrame());
    if (item === undefined && this.namesSeveral()) return;
    const readings =
      quantity.kind === 'percent'
        ? this.percentReadings(quantity, frame, item)
        : this.figureReadings(quantity, frame, item, index);
    if (readings === null) return;
    const inTime = readings.list.filter((reading) =>
      figuresOf(reading).every(({ measure }) => this.time.isOfTables(measure)),
    );
    const [first, ...others] = inTime;
    if (first === undefined) return;
    this.claims.push({ quantity, readings: [first, ...others], isFirm: readings.isFirm });
  }

  /** 分别, unless names follow it that bring their own numbers: 依次为教育 (…)、公共安全 (…). */
  private listWord(): WordToken<'each'> | undefined {
    const each = wordsOf(this.lead, 'each').at(-1);
    const named = [...wordsOf(this.lead, 'line'), ...wordsOf(this.lead, 'block')];
    return named.some(({ start }) => start > (each?.end ?? Infinity)) ? undefined : each;
  }

  /** 教育、公共安全共 …: a sum of some lines is no figure of the tables. */
  private namesSeveral(): boolean {
    const lines = wordsOf(this.lead, 'line');
    const [last, before] = [lines.at(-1), lines.at(-2)];
    if (last === undefined || before === undefined) return false;
    const between = this.signs.text.slice(before.end, last.start);
    return /^(?:类|领域|方面|支出)?[、和及与]$/.test(between);
  }

  private startList(each: WordToken<'each'>, quantity: Quantity, index: number): void {
    const count = this.runLength(index);
    const listed = listedItems(this.signs, this.lead, each);
    const items = listed.length > 1 ? listed : this.given.slice(-count);
    if (items.length !== count) {
      if (listed.length > 1) this.unbound.push({ quantity, reason: 'unequalList' });
      return;
    }
    this.queue = [...items];
    this.given = items;
  }

  /** How many numbers of the same kind follow, parted by nothing but 、 和. */
  private runLength(index: number): number {
    const first = this.tokens[index];
    if (first?.kind !== 'quantity') return 0;
    let length = 1;
    let { end } = first;
    for (const token of this.tokens.slice(index + 1)) {
      if (token.kind === 'stop' && token.ends === 'clause') continue;
      if (token.kind === 'word' && token.means.kind === 'precision') continue;
      if (token.kind !== 'quantity' || token.quantity.kind !== first.quantity.kind) break;
      const between = this.signs.text.slice(end, token.start);
      if (!/^[、和及与以,近约超过]*$/.test(between)) break;
      length += 1;
      end = token.end;
    }
    return length;
  }

  private figureReadings(
    quantity: Quantity,
    frame: Frame,
    item: ListedItem | undefined,
    index: number,
  ): { readonly list: readonly Reading[]; readonly isFirm: boolean } | null {
    let found: { readonly measures: readonly Measure[]; readonly isFirm: boolean } | null;
    if (quantity.kind === 'count') {
      found = this.countsProjects(quantity, item)
        ? { measures: ['projectCount'], isFirm: true }
        : null;
    } else if (item?.kind === 'measure') found = { measures: item.measures, isFirm: true };
    else if (item !== undefined && wordsOf(this.lead, 'measure').length === 0)
      found = this.inherited();
    else found = this.measuresFor(quantity) ?? this.measureBehind(quantity, index);
    if (found === null) return null;
    this.measures = found.isFirm ? found.measures : this.measures;
    this.lastKind = quantity.kind;
    this.hasCounted ||= quantity.kind === 'count';
    if (item === undefined) this.remember(frame);
    const list = found.measures.flatMap((measure) =>
      placesIn(frame).map((place): Reading => ({ kind: 'figure', figure: { ...place, measure } })),
    );
    return { list, isFirm: found.isFirm };
  }

  /** 41528.12 万元的预算: the column is named behind. */
  private measureBehind({ end }: Quantity, index: number) {
    const next = this.tokens[index + 1];
    if (next?.kind !== 'word' || next.means.kind !== 'measure') return null;
    const between = this.signs.text.slice(end, next.start);
    const isAmount = !next.means.measures.includes('projectCount');
    return isAmount && (between === '' || between === '的')
      ? { measures: next.means.measures, isFirm: true }
      : null;
  }

  private countsProjects(quantity: Quantity, item: ListedItem | undefined): boolean {
    const rest = this.signs.text.slice(quantity.end, quantity.end + 10);
    if (/^(?:政府购买服务|购买服务)?项目/.test(rest)) return true;
    const counted = wordsOf(this.lead, 'measure').filter(({ means }) =>
      means.measures.includes('projectCount'),
    );
    const nearest = counted.at(-1);
    const named = this.anchorAfter(nearest?.end ?? -1);
    const from = named?.end ?? nearest?.end;
    if (item !== undefined) return nearest !== undefined || this.measures.includes('projectCount');
    if (from === undefined || !this.isReached(from, quantity.start)) return false;
    if (nearest !== undefined || this.hasCounted) return true;
    return wordsOf(this.lead, 'subject').length > 0 && wordsOf(this.lead, 'line').length > 0;
  }

  /** Names that a later 分别 may refer to. */
  private remember({ line, block }: Frame): void {
    const item: ListedItem =
      line !== null ? { kind: 'line', line, block } : { kind: 'block', block: block ?? 'total' };
    this.given = [...this.given, item];
  }

  // Percentages

  private percentReadings(
    quantity: Quantity,
    frame: Frame,
    item: ListedItem | undefined,
  ): { readonly list: readonly Reading[]; readonly isFirm: boolean } | null {
    const ratio = this.ratioIn(quantity) ?? this.repeatedRatio(item);
    this.open = null;
    if (ratio === null) return null;
    this.lastRatio = ratio;
    this.lastKind = 'percent';
    const list = placesIn(frame).flatMap((place) =>
      ratio.kind === 'rate' ? [rateOf(place, ratio.part)] : sharesOf(place, ratio),
    );
    return list.length === 0 ? null : { list, isFirm: true };
  }

  /** What percentage the lead says it is; the number may stand behind the whole itself. */
  private ratioIn({ start }: Quantity): Ratio | null {
    const last = [...wordsOf(this.lead, 'rate'), ...wordsOf(this.lead, 'share')]
      .sort((a, b) => a.end - b.end)
      .at(-1);
    if (last === undefined) {
      return this.open !== null && this.signs.text.slice(this.clauseStart, start) === '的'
        ? this.open
        : null;
    }
    const anchor = wordsOf(this.lead, 'measure').at(-1)?.end ?? 0;
    return this.isClose(Math.max(last.end, anchor), start) ? this.ratioOf(last) : null;
  }

  private ratioOf(last: WordToken<'rate'> | WordToken<'share'>): Ratio {
    const { means } = last;
    // 占预算的比重: what stands behind 占 is the whole.
    const shares = wordsOf(this.lead, 'share').filter(({ start: at }) => at >= this.clauseStart);
    const { start, end } = means.kind === 'share' ? (shares[0] ?? last) : last;
    const named = wordsOf(this.lead, 'measure');
    const before = named.filter((word) => word.end <= start).at(-1)?.means.measures;
    const behind = named.filter((word) => word.start >= end).at(-1)?.means.measures ?? [];
    const block =
      wordsOf(this.lead, 'block').find((word) => word.start >= end)?.means.block ?? null;
    const part = before ?? this.measures;
    if (means.kind === 'rate') {
      return {
        kind: 'rate',
        part: before?.includes('finalAccounts') ? 'finalAccounts' : 'executed',
      };
    }
    return { kind: 'share', part, whole: behind, block };
  }

  /** 教育 98%、公共安全 97%: of the kind of the percentage before. */
  private repeatedRatio(item: ListedItem | undefined): Ratio | null {
    const isNamed = item !== undefined || this.anchorAfter(-1) !== undefined;
    return isNamed && this.lastKind === 'percent' ? this.lastRatio : null;
  }
}

/** What a percentage is said to be. */
type Ratio =
  | { readonly kind: 'rate'; readonly part: Measure }
  | {
      readonly kind: 'share';
      readonly part: readonly Measure[];
      /** The column of the whole, where it is named. */
      readonly whole: readonly Measure[];
      /** The budget of the whole, where it is named. */
      readonly block: BudgetBlock | null;
    };

/** A place's shares, by each reading of which column is meant. */
function sharesOf(
  place: Omit<NamedFigure, 'measure'>,
  { part, whole, block }: Extract<Ratio, { kind: 'share' }>,
): Reading[] {
  const [of] = whole;
  const parts = part.length > 0 ? part : of === undefined ? amountMeasures : [of];
  return parts.flatMap((measure): Reading[] => {
    // 支出占预算的 98%
    if (of !== undefined && of !== measure) return [rateOf(place, measure, of)];
    if (place.line === 'total' && place.block === 'total') return [];
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

/** True where nothing else than projects is counted by what follows. */
function isCountEnded({ text }: Signs, { end }: Quantity): boolean {
  const rest = text.slice(end, end + 10);
  return (
    /^(?:[,。;、:)(\n\t!?]|$)/.test(rest) || countFollowers.some((word) => rest.startsWith(word))
  );
}

/** True for a sentence about the services bought, or about the tables. */
function isOfTables(tokens: readonly Token[]): boolean {
  const isOfficial = wordsOf(tokens, 'measure').some(({ means }) => means.official === true);
  return isOfficial || wordsOf(tokens, 'subject').length > 0 || wordsOf(tokens, 'table').length > 0;
}

/** True where the clause says that the number is a difference, or what it was before. */
function isChange(clause: readonly Token[], { start }: Quantity): boolean {
  const before = clause.filter((token) => token.end <= start);
  const last = before.findLastIndex((token) => token.kind === 'quantity');
  const own = before.slice(last + 1);
  const change = wordsOf(own, 'change').at(-1);
  const reached = wordsOf(own, 'reached').at(-1);
  return change !== undefined && (reached === undefined || reached.start < change.start);
}

/** Where a frame's figures may stand: a budget named without a line of it, or with the line before. */
function placesIn({ line, block }: Frame): readonly Omit<NamedFigure, 'measure'>[] {
  const named: NamedLine = line ?? wholeLine;
  return [{ ...named, block: block ?? 'total' }];
}

function itemFrame(item: ListedItem, frame: Frame): Frame {
  if (item.kind === 'line')
    return {
      ...frame,
      line: item.line,
      block: item.block ?? (frame.blockFrames ? frame.block : null),
    };
  if (item.kind === 'block') return { ...frame, line: frame.line, block: item.block };
  return frame;
}

function rateOf(
  place: Omit<NamedFigure, 'measure'>,
  measure: Measure,
  of: Measure = 'budgeted',
): Reading {
  return {
    kind: 'executionRate',
    part: { ...place, measure },
    whole: { ...place, measure: of },
  };
}

function figuresOf(reading: Reading): readonly NamedFigure[] {
  return reading.kind === 'figure' ? [reading.figure] : [reading.part, reading.whole];
}
