/** Scrolls something that was asked for into sight, where it is not. */

/** No further than needed; at once where the user wants nothing to move. */
export function bringInSight(element: Element | null): void {
  if (element === null || !('scrollIntoView' in element)) return;
  const view = element.ownerDocument.defaultView;
  const isStill =
    view === null ||
    !('matchMedia' in view) ||
    view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'nearest', behavior: isStill ? 'auto' : 'smooth' });
}
