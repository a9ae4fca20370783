// When does a click on cells write their address into the formula being typed, and where?

import type { Rect } from '../../workbook/address';
import { bounding, contains, intersect } from '../../workbook/address';
import type { Place } from './selection';
import { areaOf } from './stepping';

/** An address written by a click. */
export interface Pointed {
  readonly start: number;
  readonly address: string;
}

/** Whether a formula wants an address at the caret: after an operator, an opening bracket or a comma. */
export function wantsAddress(text: string, caret: number): boolean {
  if (!text.startsWith('=')) return false;
  const bare = text.slice(0, caret).replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '0');
  return !/["']/.test(bare) && /[=+\-*/^&<>(,;:]\s*$/.test(bare);
}

/** What of the text an address takes the place of: the one just written, or what is selected. */
export function addressPlace(
  text: string,
  start: number,
  end: number,
  last: Pointed | undefined,
): { readonly start: number; readonly end: number } | undefined {
  if (last && start === end && start === last.start + last.address.length) {
    return { start: last.start, end };
  }
  return wantsAddress(text, start) ? { start, end } : undefined;
}

/** The cells from one to another, merged areas whole; one merged area counts as its first cell. */
export function pointedRect(from: Place, to: Place, merges: readonly Rect[]): Rect {
  const [first, last] = [areaOf(from, merges), areaOf(to, merges)];
  if (intersect(first, last)) return { ...first, bottom: first.top, right: first.left };
  let rect = bounding(first, last);
  for (;;) {
    const wider = merges.filter((merge) => intersect(merge, rect)).reduce(bounding, rect);
    if (contains(rect, wider)) return rect;
    rect = wider;
  }
}
