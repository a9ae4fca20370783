/** Where does the focus go when what had it is gone: a preview that was written, a notice that was closed? */
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Keeps the focus in an element whose focused part has gone, so that the keyboard goes on from there.
 * It is never taken from anything else, nor from Excel. To be used where the part is rendered.
 *
 * @returns for the element, which takes the focus (`tabIndex` −1)
 */
export function useKeptFocus(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const { current } = element;
    const remember = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null;
    };
    current?.addEventListener('focusin', remember);
    return () => {
      current?.removeEventListener('focusin', remember);
    };
  }, []);
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    const { activeElement, body } = document;
    if (document.hasFocus() && (activeElement === null || activeElement === body)) {
      element.current?.focus({ preventScroll: true });
    }
  });
  return element;
}
