/** How does a text from a workbook or a file's name look where it must not act as anything but text? */

/**
 * Signs that show nothing, or that a terminal or the layout of a line takes for a command: control
 * and direction characters, line and paragraph separators, halves of characters, everything that
 * Unicode leaves invisible.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The pictures of the old control characters stand in their order from here: ␀ ␁ ␂ … */
const firstPicture = 0x2400;
const deletePicture = '\u2421';

/**
 * The text with a visible sign for each character that shows nothing: `␛` for an escape, `␊` for a
 * line break, `⟨U+202E⟩` for one that turns the direction. What is visible stays as it is.
 */
export function visibleText(text: string): string {
  return text.replace(invisible, visibleSign);
}

/** Lines of text, each of them made visible: none can end early or pass for another. */
export function visibleLines(lines: readonly string[]): string {
  return lines.map(visibleText).join('\n');
}

/**
 * A JSON document in which all such characters are written as JSON writes them, `\u202e`: the values
 * stay what they are. Line breaks between the values stay too.
 */
export function visibleJson(document: unknown): string {
  return JSON.stringify(document, null, 2).replace(invisible, (character) =>
    character === '\n' ? character : escaped(character),
  );
}

function visibleSign(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(firstPicture + code);
  if (code === 0x7f) return deletePicture;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Each 16-bit unit, as JSON counts them. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
}
