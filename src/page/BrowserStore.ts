/** Where are preferences kept on this machine? In the browser's store, apart from the add-in's. */
import type { LocalStorePort } from '../application/ports';
import { preferencesKey } from '../taskpane/settings/preferences';

const prefix = 'purchase-services-statistics/page/';

/**
 * What undo needs is about the open workbook, which is gone with the page: it is kept as long, and no
 * figure stays on the machine.
 */
const whileOpenOnly: ReadonlySet<string> = new Set(['undo']);

/**
 * The browser's local storage. Where it is blocked or full, what is written is there until the page is
 * closed, and the writer is told that it will not last.
 */
export class BrowserStore implements LocalStorePort {
  readonly #whileOpen = new Map<string, string | null>();

  /**
   * @param storage null where the browser lets nobody store anything
   * @param initial what is read where nothing was kept
   */
  constructor(
    private readonly storage: Storage | null,
    private readonly initial: Readonly<Record<string, string>> = {},
  ) {}

  read(key: string): string | null {
    return this.#kept(key) ?? this.initial[key] ?? null;
  }

  #kept(key: string): string | null {
    const held = this.#whileOpen.get(key);
    if (held !== undefined) return held;
    try {
      return this.storage?.getItem(prefix + key) ?? null;
    } catch {
      return null;
    }
  }

  write(key: string, value: string | null): boolean {
    if (whileOpenOnly.has(key)) {
      this.#whileOpen.set(key, value);
      return true;
    }
    try {
      if (this.storage === null) throw new Error('no store');
      if (value === null) this.storage.removeItem(prefix + key);
      else this.storage.setItem(prefix + key, value);
      this.#whileOpen.delete(key);
      return true;
    } catch {
      // Whatever the reason, the caller is told by the answer.
      this.#whileOpen.set(key, value);
      return false;
    }
  }
}

/** The store of a page; some browsers refuse to name it at all. */
export function browserStore(page: Window): BrowserStore {
  try {
    return new BrowserStore(page.localStorage, initial);
  } catch {
    return new BrowserStore(null, initial);
  }
}

/** Marks follow every edit: here that costs nothing that could be undone. */
const initial = { [preferencesKey]: JSON.stringify({ liveMarks: 'on' }) };
