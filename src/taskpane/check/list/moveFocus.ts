/** Which entry of a list does a key lead to? */
import type { KeyboardEvent } from 'react';

/** Up, down, home and end move among the entries; Enter (a click) goes to the cell. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  if (at < 0) return;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, entries.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: entries.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  entries[target]?.focus();
}

/** Whether a key leads beyond the entries that are in the page. */
export function leadsBeyond({ key, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  if (key === 'End') return true;
  const entries = currentTarget.querySelectorAll('[data-entry]');
  return key === 'ArrowDown' && entries[entries.length - 1] === document.activeElement;
}
