/** Where does the keyboard go on once the button that was pressed is gone? */
import { useCallback, useLayoutEffect, useRef } from 'react';

/** What stands around the button that is focused next has it as `data-goes-on`. */
export type GoesOn = 'check' | 'lastRound';

/**
 * For a button that goes with what it has settled: where it was focused, the first button of that place is then.
 *
 * @returns what is to be told the button, as its `ref`
 */
export function usePassedFocus(place: GoesOn): (button: HTMLButtonElement | null) => void {
  const last = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = last.current;
    // Runs while it still stands in the page.
    return () => {
      if (own === null || document.activeElement !== own) return;
      document.querySelector<HTMLElement>(`[data-goes-on=${place}] button`)?.focus();
    };
  }, [place]);
  return useCallback((button) => {
    last.current = button;
  }, []);
}
