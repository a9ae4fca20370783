/** Which characters of a cell's text say something, and which are only there? */
import { remembered } from './remembered';

/**
 * Characters that show nothing, by their Unicode properties: controls, format and direction signs,
 * variation selectors, fillers, the blank Braille pattern; white space apart.
 */
const hidden = /(?!\p{White_Space})[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const whiteSpace = /\p{White_Space}/gu;

/** A colon and what Unicode lists as confusable with it (UTS #39), the proportion sign included. */
const colons =
  /[:\uff1a\u2236\ufe30\ufe13\ufe55\ua789\u02d0\u02f8\u205a\u0589\u05c3\u0703\u0704\u16ec\u1803\u1804\u1809\ua4fd\u2237]|\u0903|\u0a83/g;

/** Nothing but what stands for itself: ASCII and the common Chinese characters. */
const plain = /^[ -~\u4e00-\u9fff]*$/;

/** Half-width, every colon a plain one, without what shows nothing; white space as it stands. */
export function plainText(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(colons, ':').normalize('NFKC').replace(hidden, '');
}

/** Half-width, without any white space or invisible character: `１．其 他：` → `1.其他:`. */
export const compact = remembered((text) => plainText(text).replace(whiteSpace, ''));

/** As it is written, without what shows nothing; white space as it stands. */
export function withoutHidden(text: string): string {
  return text.replace(hidden, '');
}

/** The invisible characters of a text by name, each once: `U+0007`, `U+200B`; white space is none. */
export function hiddenCharacters(text: string): string[] {
  const found = new Set<string>();
  for (const sign of text.match(hidden) ?? []) {
    const code = sign.codePointAt(0) ?? 0;
    found.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
  }
  return [...found];
}
