/** 前者, 后者, 该领域: which of the names in front of it does a word mean? */
import type { Token } from './token';
import type { Meaning } from './words';
import { lineReferents, referents } from './words';

/** The word at a place that means what was named before, or something else where it is not certain what. */
export function referentAt(text: string, start: number, before: readonly Token[]): Token | null {
  const one = lineReferents.find((word) => text.startsWith(word, start));
  const which = referents.findIndex((word) => text.startsWith(word, start));
  const word = one ?? referents[which];
  if (word === undefined) return null;
  // 教育购买服务执行 …，占该领域预算的 98%: of its own, which is spoken of anyway.
  const isOwn =
    one !== undefined &&
    /占(?:到)?$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^(?:购买服务|政府购买服务)?(?:年度|全年|年初)?预算/.test(
      text.slice(start + word.length, start + word.length + 12),
    );
  if (isOwn) return { kind: 'word', means: { kind: 'nothing' }, start, end: start + word.length };
  const named = one === undefined ? namedPair(before)?.[which] : namedLine(before);
  const means = named ?? { kind: 'aside' as const, reach: 'segment' as const };
  return { kind: 'word', means, start, end: start + word.length };
}

/** The one line that the sentence has named, or the one before it; null where there are several. */
function namedLine(before: readonly Token[]): Meaning | null {
  for (const said of lastSentences(before)) {
    const [line, ...others] = namesOf(said, 'line');
    if (line !== undefined) return others.length === 0 ? line : null;
  }
  return null;
}

/** The two lines, budgets or columns that the sentence has named, or the one before it; null where there are more. */
function namedPair(before: readonly Token[]): readonly [Meaning, Meaning] | null {
  for (const said of lastSentences(before)) {
    for (const kind of ['line', 'block', 'measure'] as const) {
      const [first, second, ...others] = namesOf(said, kind);
      if (second === undefined || first === undefined) continue;
      return others.length === 0 ? [first, second] : null;
    }
  }
  return null;
}

/** What one kind of words names among tokens, each once. */
function namesOf(said: readonly Token[], kind: Meaning['kind']): readonly Meaning[] {
  const named = new Map(
    said.flatMap((token) =>
      token.kind === 'word' && token.means.kind === kind
        ? [[JSON.stringify(token.means), token.means] as const]
        : [],
    ),
  );
  return [...named.values()];
}

/** What a sentence has said so far, and the one before it in the paragraph. */
function lastSentences(before: readonly Token[]): readonly (readonly Token[])[] {
  const last = before.findLastIndex(endsSentence);
  const said = before.slice(last + 1);
  const stop = before[last];
  if (stop?.kind !== 'stop' || stop.ends === 'paragraph') return [said];
  const earlier = before.findLastIndex((token, at) => at < last && endsSentence(token));
  return [said, before.slice(earlier + 1, last)];
}

function endsSentence(token: Token): boolean {
  return token.kind === 'stop' && (token.ends === 'sentence' || token.ends === 'paragraph');
}
