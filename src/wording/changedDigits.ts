/** Which digits of a figure change when another is put in its place? */

/** A part of a figure as written. */
export interface DigitRun {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Parts digits for the eye alone. */
const separator = ',';

/**
 * Both figures in parts: place by place where they are equally long, and otherwise what lies between
 * their common beginning and their common end. Separators of digits do not count. Where nothing stays the
 * same, nothing is picked out.
 */
export function changedDigits(
  before: string,
  after: string,
): readonly [before: readonly DigitRun[], after: readonly DigitRun[]] {
  const [was, will] = [ungrouped(before), ungrouped(after)];
  if (was.length === will.length) {
    const differs = (at: number) => was.charAt(at) !== will.charAt(at);
    return [runsOf(before, differs), runsOf(after, differs)];
  }
  const shorter = Math.min(was.length, will.length);
  let start = 0;
  while (start < shorter && was.charAt(start) === will.charAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && was.at(-1 - end) === will.at(-1 - end)) end += 1;
  const between = (text: string) => {
    const { length } = ungrouped(text);
    return runsOf(text, (at) => at >= start && at < length - end);
  };
  return [between(before), between(after)];
}

function ungrouped(text: string): string {
  return text.replaceAll(separator, '');
}

/** @param isChangedAt by the place among the signs that are no separators */
function runsOf(text: string, isChangedAt: (at: number) => boolean): DigitRun[] {
  const runs: DigitRun[] = [];
  let at = 0;
  for (const sign of text) {
    // A separator belongs to what it stands in.
    const isChanged = sign === separator ? isChangedAt(at - 1) && isChangedAt(at) : isChangedAt(at);
    if (sign !== separator) at += 1;
    const last = runs.at(-1);
    if (last?.isChanged === isChanged)
      runs[runs.length - 1] = { text: last.text + sign, isChanged };
    else runs.push({ text: sign, isChanged });
  }
  return runs.length === 1 ? [{ text, isChanged: false }] : runs;
}
