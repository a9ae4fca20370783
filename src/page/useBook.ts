/** What of the open workbook is drawn; told again whenever it may be different. */
import { useCallback, useSyncExternalStore } from 'react';
import type { OpenedBook } from './book/openedBook';

/** @param read gives the same value as long as nothing has changed */
export function useBook<T>(book: OpenedBook, read: (book: OpenedBook) => T): T {
  const subscribe = useCallback((listener: () => void) => book.onChange(listener), [book]);
  return useSyncExternalStore(subscribe, () => read(book));
}
