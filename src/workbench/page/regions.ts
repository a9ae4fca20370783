// How does F6 go from ribbon to grid to pane, as in Office?

/** A part of the page that F6 stops at; false where there is nothing to focus now. */
export type Region = () => boolean;

const focusable =
  'button:not([disabled], [tabindex="-1"]), a[href], input, select, textarea, [tabindex="0"]';

/** Focuses the first thing in an element that takes the focus. */
export function focusFirst(parent: ParentNode | null | undefined): boolean {
  const element = parent?.querySelector<HTMLElement>(focusable);
  element?.focus();
  return element?.ownerDocument.activeElement === element && element !== undefined;
}

/**
 * Goes to the next region (backwards with Shift).
 *
 * @param at the region that has the focus, -1 for none
 */
export function nextRegion(regions: readonly Region[], at: number, backwards: boolean): void {
  const step = backwards ? -1 : 1;
  for (let n = 1; n <= regions.length; n += 1) {
    const index = (at + step * n + 2 * regions.length) % regions.length;
    if (regions[index]?.()) return;
  }
}
