/** Which digits of a figure change when another is put in its place? */

/** A part of a figure as written. */
export interface DigitRun {
  readonly text: string;
  readonly isChanged: boolean;
}

/**
 * Both figures in parts: place by place where they are equally long, and otherwise what lies between
 * their common beginning and their common end. Where nothing stays the same, nothing is picked out.
 */
export function changedDigits(
  before: string,
  after: string,
): readonly [before: readonly DigitRun[], after: readonly DigitRun[]] {
  if (before.length === after.length) {
    const differs = (at: number) => before.charAt(at) !== after.charAt(at);
    return [runsOf(before, differs), runsOf(after, differs)];
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charAt(start) === after.charAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const between = (text: string) => runsOf(text, (at) => at >= start && at < text.length - end);
  return [between(before), between(after)];
}

function runsOf(text: string, isChangedAt: (at: number) => boolean): DigitRun[] {
  const runs: DigitRun[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const [sign, isChanged] = [text.charAt(at), isChangedAt(at)];
    const last = runs.at(-1);
    if (last?.isChanged === isChanged)
      runs[runs.length - 1] = { text: last.text + sign, isChanged };
    else runs.push({ text: sign, isChanged });
  }
  return runs.length === 1 ? [{ text, isChanged: false }] : runs;
}
