/** How does a chosen file become an open workbook? What reads it is loaded when the first is wanted. */
import { loadPart } from '../application/loadPart';
import { bytesOf } from '../background/fileBytes';
import { failure, success } from '../domain/result';
import type { OpensBooks } from './PageControl';

export function openBooks(): OpensBooks {
  return {
    async openBook(file, signal, onProgress) {
      const bytes = await bytesOf(file);
      if (!bytes.ok) return bytes;
      const part = await loadBooks();
      if (part === null) return failure({ code: 'notLoaded' });
      if (signal.aborted) return failure({ code: 'cancelled' });
      const work = part.startWork();
      signal.addEventListener('abort', work.end);
      const { name } = file;
      const opened = await part.openBook(
        { name: bareName(name), bytes: bytes.value },
        work,
        onProgress,
      );
      signal.removeEventListener('abort', work.end);
      return opened;
    },
    async newBook(name) {
      const part = await loadBooks();
      if (part === null) return failure({ code: 'notLoaded' });
      return success(part.newBook(name, part.startWork()));
    },
  };
}

/** Null where the page's server does not answer. */
export function loadBooks() {
  return loadPart(() => import('./books'));
}

/** Without the folders that it was chosen with. */
function bareName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
