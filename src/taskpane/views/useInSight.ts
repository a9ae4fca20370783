/** Scrolls an entry into sight when it becomes the selected one; never because of anything else. */
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** An entry that is in sight already stays where it is, under the pointer that chose it. */
export function useInSight(isSelected: boolean): RefObject<HTMLDivElement | null> {
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = entry.current;
    if (isSelected && element !== null && 'scrollIntoView' in element) {
      element.scrollIntoView({ block: 'nearest' });
    }
  }, [isSelected]);
  return entry;
}
