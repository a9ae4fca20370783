/** A set of words, and whether a piece of text is made of nothing else. */
export class WordSet {
  private readonly words: ReadonlySet<string>;
  private readonly longest: number;

  constructor(words: Iterable<string>) {
    this.words = new Set(words);
    this.longest = Math.max(0, ...Array.from(this.words, ({ length }) => length));
  }

  /** True where a piece of text can be parted into words of the set, in whatever way. */
  makes(piece: string): boolean {
    const isReached = [true];
    for (let end = 1; end <= piece.length; end += 1) {
      isReached[end] = false;
      for (let start = Math.max(0, end - this.longest); start < end; start += 1) {
        if (isReached[start] === true && this.words.has(piece.slice(start, end)))
          isReached[end] = true;
      }
    }
    return isReached[piece.length] === true;
  }
}
