/** Which part of a long sheet is in sight? Told again when it is scrolled, or its room changes. */
import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** In pixels, from the sheet's upper left corner. */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Before it is measured: enough for a first sight. */
const unknown: Viewport = { left: 0, top: 0, width: 1000, height: 700 };

export function useViewport(): {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly viewport: Viewport;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState(unknown);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let frame = 0;
    const measure = () => {
      frame = 0;
      setViewport({
        left: element.scrollLeft,
        top: element.scrollTop,
        width: element.clientWidth,
        height: element.clientHeight,
      });
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    element.addEventListener('scroll', later, { passive: true });
    const sizes = new ResizeObserver(later);
    sizes.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', later);
      sizes.disconnect();
    };
  }, []);
  return { scroller, viewport };
}
