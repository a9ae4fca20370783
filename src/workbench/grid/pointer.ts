// What does pressing the mouse on the cells do to an edit: does it end it, or write an address into it?

import { rectAddress } from '../../workbook/address';
import type { CellEditor } from './editor';
import { cellUnder } from './geometry';
import { pointedRect } from './pointing';
import type { Screen } from './screen';
import type { Place } from './selection';
import type { UniverParts } from './univer';

interface PointerParts {
  /** Where Univer draws. */
  readonly element: HTMLElement;
  readonly univer: UniverParts;
  readonly screen: Screen;
  readonly editor: CellEditor;
  readonly focus: () => void;
}

/** Until the function that is answered is called. */
export function listenToPointer({ element, ...parts }: PointerParts): () => void {
  const { univer, screen, editor, focus } = parts;
  const listening = new AbortController();
  /** The cell from which an address is being drawn. */
  let from: Place | undefined;

  const point = (start: Place, to: Place): boolean => {
    const sheet = screen.current;
    if (!sheet) return false;
    return editor.point(sheet, rectAddress(pointedRect(start, to, sheet.merges())));
  };
  const down = (event: PointerEvent): void => {
    const cell = event.button === 0 ? cellUnder(univer, event.clientX, event.clientY) : undefined;
    if (cell && point(cell, cell)) {
      from = cell;
      element.setPointerCapture(event.pointerId);
      event.stopPropagation();
    } else if (!editor.commit()) {
      // What cannot be entered stays where it is typed.
      event.stopPropagation();
    }
    focus();
  };
  const move = (event: PointerEvent): void => {
    if (!from) return;
    event.stopPropagation();
    const to = cellUnder(univer, event.clientX, event.clientY);
    if (to) point(from, to);
  };
  const end = (): void => {
    from = undefined;
  };
  // The canvas must not take the keyboard away from the text area.
  const keep = (event: Event): void => {
    event.preventDefault();
    focus();
  };
  const { signal } = listening;
  element.addEventListener('pointerdown', down, { capture: true, signal });
  element.addEventListener('pointermove', move, { capture: true, signal });
  element.addEventListener('lostpointercapture', end, { signal });
  element.addEventListener('mousedown', keep, { signal });
  element.addEventListener('focusin', keep, { signal });
  return () => {
    listening.abort();
  };
}
