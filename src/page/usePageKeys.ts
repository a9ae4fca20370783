/** Which keys, drops and ways of leaving does the whole page answer? */
import { useEffect } from 'react';
import type { PageControl } from './PageControl';
import { droppedFiles } from './start/droppedFiles';

export function usePageKeys(control: PageControl): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      // In a field the browser's own undo is meant; saving is meant everywhere.
      if (key === 's') control.saveCopy();
      else if (isField(event.target)) return;
      else if (key === 'z' && !event.shiftKey) control.undo();
      else if (key === 'y' || key === 'z') control.redo();
      else return;
      event.preventDefault();
    };
    // A file that is dropped anywhere is opened here, never by the browser in place of the page.
    const over = (event: DragEvent) => {
      event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer).then(control.open);
    };
    const leave = (event: BeforeUnloadEvent) => {
      if (!control.isChanged) return;
      event.preventDefault();
      // Older engines ask for this instead.
      Reflect.set(event, 'returnValue', 'unsaved');
    };
    window.addEventListener('keydown', press);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      window.removeEventListener('beforeunload', leave);
    };
  }, [control]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, [contenteditable]');
}
