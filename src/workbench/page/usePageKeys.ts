// Which keys belong to the page as a whole: F6 from region to region, and the commands above the ribbon?

import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';
import type { Grid } from '../grid/grid';
import { focusFirst, nextRegion } from './regions';

export interface PageParts {
  /** Holds the ribbon, a `section`. */
  readonly top: RefObject<HTMLElement | null>;
  readonly grid: RefObject<Grid | null>;
  /** The pane's frame. */
  readonly frame: RefObject<HTMLIFrameElement | null>;
}

export interface PageCommands {
  readonly save: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

function goOn({ top, grid, frame }: PageParts, event: KeyboardEvent): void {
  const inPane = event.view !== window;
  const inTop = top.current?.contains(document.activeElement) ?? false;
  const regions = [
    () => focusFirst(top.current?.querySelector('section')),
    () => {
      window.focus();
      grid.current?.focus();
      return grid.current !== null;
    },
    () => {
      const page = frame.current?.contentDocument;
      if (!page || frame.current?.offsetParent === null) return false;
      frame.current?.focus();
      return focusFirst(page.body);
    },
  ];
  nextRegion(regions, inPane ? 2 : inTop ? 0 : 1, event.shiftKey);
}

/** What a key with Ctrl (on a Mac Command) asks of the page; the pane's own keys stay its own. */
function commandOf(event: KeyboardEvent): keyof PageCommands | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  // Saving is asked for wherever the focus is; a text field takes back its own text.
  if (key === 's') return 'save';
  const inText = event.target instanceof Element && event.target.matches('input, textarea');
  if (event.defaultPrevented || inText || event.view !== window) return null;
  if (key === 'y' || (key === 'z' && event.shiftKey)) return 'redo';
  return key === 'z' ? 'undo' : null;
}

/** Listens on the page; what is returned is to hear of the keys pressed in the pane. */
export function usePageKeys(
  parts: PageParts,
  commands: PageCommands,
): (event: KeyboardEvent) => void {
  const { top, grid, frame } = parts;
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const hear = useCallback(
    (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (event.key !== 'F6' && command === null) return;
      event.preventDefault();
      if (command === null) goOn({ top, grid, frame }, event);
      else latest.current[command]();
    },
    [top, grid, frame],
  );
  useEffect(() => {
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  }, [hear]);
  return hear;
}
