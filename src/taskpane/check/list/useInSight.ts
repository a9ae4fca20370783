/**
 * Scrolls an entry into sight when it becomes the selected one; never because of anything else. The keyboard
 * goes along where it stands at another entry: Tab then leads to the buttons of the one selected.
 */
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** An entry that is in sight already stays where it is, under the pointer that chose it. */
export function useInSight(isSelected: boolean): RefObject<HTMLDivElement | null> {
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = entry.current;
    if (!isSelected || element === null) return undefined;
    if (document.hasFocus() && document.activeElement?.matches('[data-entry]') === true) {
      element.querySelector<HTMLElement>('[data-entry]')?.focus({ preventScroll: true });
    }
    if (!('scrollIntoView' in element)) return undefined;
    const show = () => {
      element.scrollIntoView({ block: 'nearest' });
    };
    show();
    // Entries that come into sight on the way take their own height only once they are drawn.
    let frame = requestAnimationFrame(() => {
      show();
      frame = requestAnimationFrame(show);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [isSelected]);
  return entry;
}
