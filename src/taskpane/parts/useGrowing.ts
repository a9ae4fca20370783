/** How many entries of a long list are in the page? So many as were scrolled to: a thousand stay fast. */
import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** How many entries are added at a time, unless they are dear to draw. */
const usualStep = 60;

export interface Growing {
  readonly shown: number;
  /** How many come next, and how many are left. */
  readonly next: number;
  readonly rest: number;
  /** For the element at the end: more are added before it comes into sight. */
  readonly end: RefObject<HTMLDivElement | null>;
  readonly showMore: () => void;
  readonly showAll: () => void;
}

/**
 * @param atLeast so many are shown in any case
 * @param step how many are added at a time
 */
export function useGrowing(total: number, atLeast = 0, step = usualStep): Growing {
  const [scrolledTo, setScrolledTo] = useState(step);
  const end = useRef<HTMLDivElement>(null);
  const shown = Math.min(total, Math.max(scrolledTo, atLeast));
  useEffect(() => {
    const { current } = end;
    if (current === null || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) setScrolledTo(shown + step);
      },
      { rootMargin: '600px' },
    );
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [shown, step]);
  return {
    shown,
    next: Math.min(step, total - shown),
    rest: total - shown,
    end,
    showMore: () => {
      setScrolledTo(shown + step);
    },
    showAll: () => {
      setScrolledTo(total);
    },
  };
}
