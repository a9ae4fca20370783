/** Which signs of a report's text are read, and where do its paragraphs end? */
import { withoutHidden } from '../recognise/characters';

/** The text as it is read: half-width, without white space; line ends that end a paragraph as `\n`. */
export interface Signs {
  readonly text: string;
  /** Where each sign stands in the report's text, in UTF-16 units; one more for the end. */
  readonly offsets: readonly number[];
}

/** A line that ends so ends a sentence or announces what follows. */
const endsSentence = /[。！？!?；;：:]$/;
/** A line that begins so begins a paragraph. */
const beginsParagraph =
  /^(?:[(（]?[一二三四五六七八九十\d]+[)）、.．]|第[一二三四五六七八九十]+[章节]|附件|附表|注[：:]|[—\-*•])/;
/** A line shorter than this is not broken because the page is narrow. */
const leastBroken = 15;

/** Reads a text; `\r\n` and the like are one line end. */
export function readSigns(text: string): Signs {
  const signs: string[] = [];
  const offsets: number[] = [];
  const hard = hardLineEnds(text);
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\n' || sign === '\r' || sign === '\u2029') {
      if (!hard.has(at)) continue;
      signs.push('\n');
      offsets.push(at);
      continue;
    }
    if (sign === '\t') {
      signs.push('\t');
      offsets.push(at);
      continue;
    }
    if (/\s/u.test(sign) || withoutHidden(sign) === '') continue;
    const plain = sign.normalize('NFKC');
    signs.push(plain.length === 1 ? plain : sign);
    offsets.push(at);
  }
  return { text: signs.join(''), offsets: [...offsets, text.length] };
}

/** Line ends that end a paragraph; others only break a line, as a narrow page or its end does. */
function hardLineEnds(text: string): ReadonlySet<number> {
  const hard = new Set<number>();
  const lines = [...text.matchAll(/[^\r\n\u2029]*(?:\r\n|[\r\n\u2029]|$)/g)]
    .map((match) => ({ line: match[0], start: match.index }))
    .filter(({ line }) => line.trim() !== '');
  lines.forEach(({ line, start }, index) => {
    const next = lines[index + 1]?.line;
    const bare = line.trim();
    const isBroken =
      next !== undefined &&
      bare.length >= leastBroken &&
      !endsSentence.test(bare) &&
      !line.includes('\t') &&
      !next.includes('\t') &&
      !beginsParagraph.test(next.trim());
    if (!isBroken) hard.add(start + line.replace(/[\r\n\u2029]+$/, '').length);
  });
  return hard;
}
