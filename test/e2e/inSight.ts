/** How far to the right anything reaches, in pixels; texts for screen readers alone count, too. Runs in the page. */
export function reach(): number {
  const all = [...document.body.querySelectorAll('*')];
  return Math.max(...all.map((element) => Math.ceil(element.getBoundingClientRect().right)));
}

/** How tall the document is, in pixels: no taller than its window, since the pane scrolls within itself. Runs in the page. */
export function documentHeight(): number {
  return document.documentElement.scrollHeight;
}

/** Which items of a list are wholly in sight in the pane, their buttons included? Runs in the page. */
export function itemsInSight(): { readonly whole: number; readonly all: number } {
  const items = [...document.querySelectorAll('[data-entry]')].map((entry) => entry.closest('li'));
  const isSeen = (element: Element): boolean => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const middle = (left + right) / 2;
    // Near its edges and in the middle nothing lies over it.
    return (
      top >= 0 &&
      bottom <= innerHeight &&
      left >= 0 &&
      right <= innerWidth &&
      [top + 3, (top + bottom) / 2, bottom - 3].every((y) =>
        element.contains(document.elementFromPoint(middle, y)),
      )
    );
  };
  const whole = items.filter(
    (item) =>
      item !== null &&
      isSeen(item) &&
      [...item.querySelectorAll('button:not([data-entry])')].every(isSeen),
  );
  return { whole: whole.length, all: items.length };
}
