/** What does a text say that was read before? Sheets of one form repeat their labels, thousands of them. */

/** Texts that are remembered at most; they may keep the text alive that they were cut from. */
const mostTexts = 500;
/** Longer ones are no labels, characters. */
const longestText = 200;

/** The same reading, which looks at a short text only once while it is remembered. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longestText) return read(text);
    const found = known.get(text);
    // A reading that says nothing is made anew.
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size >= mostTexts) known.clear();
    known.set(text, value);
    return value;
  };
}
