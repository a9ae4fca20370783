/** Under which names can sheets stand that are called after something? */

/** Longest name that Excel takes, in UTF-16 units. */
const longest = 31;

/** Names that Excel takes, each once, as near to the texts as it allows; `fallback` for those of nothing. */
export function sheetNamesFor(texts: readonly string[], fallback: string): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const bare = text
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
      .replace(/[:\\/?*[\]：＼／？＊［］]/g, '_')
      .trim()
      .replace(/^'+|'+$/g, '');
    const base = bare === '' || /^(?:history|历史记录)$/i.test(bare) ? `${fallback}${bare}` : bare;
    for (let time = 1; ; time += 1) {
      const ending = time === 1 ? '' : `(${time})`;
      const name = `${cut(base, longest - ending.length)}${ending}`;
      const key = name.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  });
}

/** At most so many units, without half of a character and without an apostrophe at the end. */
function cut(text: string, length: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept.replace(/'+$/, '');
}
