/**
 * What of Microsoft's office-js-helpers is used, and how is it kept from doing more?
 *
 * Only its scoped storage. Two habits of it are worked around here: it turns stored texts that look
 * like a date into Date objects (so texts are stored with a prefix), and it throws where the browser
 * blocks or has filled up its store.
 */
import { Storage } from '@microsoft/office-js-helpers';

/** Texts under keys in the browser's local storage, all under one container of ours. */
export interface ScopedStorage {
  /** Null where nothing is stored. */
  get(key: string): string | null;
  /** Throws where the store refuses. */
  set(key: string, text: string): void;
  delete(key: string): void;
}

const prefix = 'text:';

/** Opens the container; null where the browser lets nobody store anything. */
export function openScopedStorage(container: string): ScopedStorage | null {
  try {
    const storage = new Storage<unknown>(container);
    return {
      get(key) {
        const stored = storage.get(key);
        return typeof stored === 'string' && stored.startsWith(prefix)
          ? stored.slice(prefix.length)
          : null;
      },
      set(key, text) {
        storage.set(key, prefix + text);
      },
      delete(key) {
        storage.delete(key);
      },
    };
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** True for what a browser throws whose store is blocked or full, also as wrapped by the library. */
function isRefusal(error: unknown): boolean {
  // The library's wrapper is no Error of this page's making where the page is a frame.
  return typeof error === 'object' && error !== null && 'message' in error;
}
