/** Follows the lists of a sentence: which of the names that were given does its next number stand for? */
import type { Frame } from './frame';
import { wordsOf } from './frame';
import type { Lead } from './lead';
import type { ListedItem } from './lists';
import { listedItems } from './lists';
import type { Quantity } from './quantities';
import type { Signs } from './signs';
import type { Token } from './token';

/** No list in a sentence gives more numbers. */
const mostListed = 40;

/** What became of a list that begins: `unequal`: it has more names than numbers, or fewer · `open`: of which names it is not certain. */
export type ListBegun = 'given' | 'unequal' | 'open' | 'none';

export class Listing {
  /** Names for the next numbers. */
  private queue: ListedItem[] = [];
  /** Names that were given numbers, for a later 分别. */
  private given: readonly ListedItem[] = [];
  /** Columns since the last name, for 公共安全分别为 …. */
  private columns: readonly { readonly kind: Quantity['kind']; readonly item: ListedItem }[] = [];
  private isBehindList = false;

  constructor(
    private readonly signs: Signs,
    private readonly tokens: readonly Token[],
  ) {}

  get isEmpty(): boolean {
    return this.queue.length === 0;
  }

  /** The names so far. */
  get names(): readonly ListedItem[] {
    return this.given;
  }

  /** The name that the next number stands for. */
  next(): ListedItem | undefined {
    return this.queue.shift();
  }

  /** The next numbers stand for these names. */
  expect(items: readonly ListedItem[]): void {
    this.queue = [...items];
  }

  clear(): void {
    this.queue = [];
  }

  /** A line or a budget was named anew. */
  forgetColumns(): void {
    this.columns = [];
  }

  /** The names and columns so far, and back to them. */
  kept(): () => void {
    const { given, columns } = this;
    return () => {
      this.given = given;
      this.columns = columns;
    };
  }

  /**
   * A list with 分别.
   *
   * @param words in front of the number
   * @param index of the number among the tokens
   */
  begin(words: readonly Token[], each: { readonly start: number }, index: number): ListBegun {
    const listed = listedItems(this.signs, words, each);
    const isMixed = listed.some(
      (item) => item.kind === 'measure' && item.measures.includes('projectCount'),
    );
    const count = this.runLength(index, isMixed);
    const isNamed = wordsOf(words, 'line').length + wordsOf(words, 'block').length > 0;
    if (listed.length < 2 && isNamed) {
      this.queue = this.asBefore(index);
      return this.queue.length === 0 ? 'open' : 'given';
    }
    const items = listed.length > 1 ? listed : this.given.slice(-count);
    if (items.length !== count) return listed.length > 1 ? 'unequal' : 'none';
    this.give(items);
    return 'given';
  }

  /** 教育、公共安全两个领域预算达到 691.45 万元和 2625.51 万元: one to each, as many as there are names. */
  beginPlain(words: readonly Token[], index: number, lead: Lead): void {
    const start = this.tokens[index]?.start ?? 0;
    const said = this.signs.text.slice(lead.last('line')?.end ?? start, start);
    if (!lead.namesSeveral() || /[合总共累]计|共|总/.test(said)) return;
    const count = this.runLength(index, false);
    const items = listedItems(this.signs, words, { start });
    if (count > 1 && items.length === count && items[0]?.kind === 'line') this.give(items);
  }

  /** 教育、公共安全分别为 …，占 1.67% 和 6.32%: one to each again; where they are not as many, it is not certain of which. */
  goOn({ kind }: Quantity, index: number, lead: Lead): ListBegun {
    const count = this.runLength(index, false);
    const names = lead.words('line').length + lead.words('block').length;
    if (kind !== 'percent' || count < 2 || names > 0) return 'none';
    const items = this.given.slice(-count);
    if (!this.isBehindList || items.length !== count) return 'open';
    this.queue = [...items];
    return 'given';
  }

  giveColumn({ kind }: Quantity, item: ListedItem): void {
    if (this.columns.length < mostListed) this.columns = [...this.columns, { kind, item }];
  }

  /** Names that a later 分别 may refer to. */
  remember({ line, block }: Frame): void {
    const item: ListedItem =
      line !== null ? { kind: 'line', line, block } : { kind: 'block', block: block ?? 'total' };
    this.given = [...this.given, item];
  }

  /** Kinds of the numbers that follow, parted by nothing but 、 和. */
  kindsFrom(index: number): readonly Quantity['kind'][] {
    const kinds: Quantity['kind'][] = [];
    let end: number | null = null;
    for (const token of this.tokens.slice(index, index + mostListed)) {
      if (token.kind === 'stop' && token.ends === 'clause') continue;
      if (token.kind === 'word' && token.means.kind === 'precision') continue;
      if (token.kind !== 'quantity') break;
      const between = this.signs.text.slice(end ?? token.start, token.start);
      if (!/^[、和及与以,近约超过]*$/.test(between)) break;
      kinds.push(token.quantity.kind);
      ({ end } = token);
    }
    return kinds;
  }

  private give(items: readonly ListedItem[]): void {
    this.queue = [...items];
    this.given = items;
    this.isBehindList = true;
  }

  /** How many numbers follow, of the same kind unless `isMixed`. */
  private runLength(index: number, isMixed: boolean): number {
    const kinds = this.kindsFrom(index);
    const other = isMixed ? -1 : kinds.findIndex((kind) => kind !== kinds[0]);
    return other < 0 ? kinds.length : other;
  }

  /** 教育预算 …、执行 …、执行率 …，公共安全分别为 …: columns as of the name before, where the numbers are of the same kinds. */
  private asBefore(index: number): ListedItem[] {
    const kinds = this.kindsFrom(index);
    const isAlike =
      kinds.length > 1 && kinds.join() === this.columns.map(({ kind }) => kind).join();
    return isAlike ? this.columns.map(({ item }) => item) : [];
  }
}
