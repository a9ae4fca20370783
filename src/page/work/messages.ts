/** What do the page and the worker that reads and copies its workbook say to each other? Plain data that can be cloned. */
import type { FileFault, HostFault } from '../../domain/fault';
import type { Result } from '../../domain/result';
import type { BookChanges, BookContents } from '../book/bookFiles';

export type BookTask =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'copy'; readonly bytes: Uint8Array | null; readonly changes: BookChanges };

/** What came of it. */
export type BookOutcome =
  | { readonly kind: 'read'; readonly contents: Result<BookContents, FileFault | HostFault> }
  | {
      readonly kind: 'copied';
      readonly bytes: Result<Uint8Array<ArrayBuffer>, FileFault | HostFault>;
    };

/** What the worker says: that it is there, how far it is, what came of the task, or that the program failed on it. */
export type BookMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly outcome: BookOutcome }
  | { readonly kind: 'failed' };
