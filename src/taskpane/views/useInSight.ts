/** Scrolls an entry into sight when it becomes the selected one; never because of anything else. */
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

export function useInSight(isSelected: boolean): RefObject<HTMLDivElement | null> {
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = entry.current;
    if (isSelected && element !== null && 'scrollIntoView' in element) {
      element.scrollIntoView({ block: 'center' });
    }
  }, [isSelected]);
  return entry;
}
