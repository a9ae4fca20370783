/** Where are preferences and undo snapshots kept on this machine? */
import type { LocalStorePort } from '../application/ports';
import type { ScopedStorage } from './officeJsHelpers';

/**
 * The browser's local storage. Where it is blocked or full, what is written is still there until the
 * pane is closed, and the writer is told that it will not last.
 */
export class LocalStore implements LocalStorePort {
  readonly #unsaved = new Map<string, string | null>();

  /**
   * @param storage null where the browser lets nobody store anything
   * @param partition browsers that keep stores of sites apart give each embedding site a key of its own
   */
  constructor(
    private readonly storage: ScopedStorage | null,
    private readonly partition = '',
  ) {}

  read(key: string): string | null {
    const scoped = this.partition + key;
    const unsaved = this.#unsaved.get(scoped);
    if (unsaved !== undefined) return unsaved;
    try {
      return this.storage?.get(scoped) ?? null;
    } catch {
      // Blocked since it was opened: as if nothing had ever been stored.
      return null;
    }
  }

  write(key: string, value: string | null): boolean {
    const scoped = this.partition + key;
    try {
      if (this.storage === null) throw new Error('no store');
      if (value === null) this.storage.delete(scoped);
      else this.storage.set(scoped, value);
      this.#unsaved.delete(scoped);
      return true;
    } catch {
      // Whatever the reason, the caller is told by the answer.
      this.#unsaved.set(scoped, value);
      return false;
    }
  }
}
