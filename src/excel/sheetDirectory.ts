/** Which worksheets does the workbook have, under which lasting ids? */

/** A worksheet as listed. */
export interface ListedSheet {
  /** Excel's id, which survives renaming. */
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
}

/** Queues the listing of all worksheets. */
export function loadSheets(context: Excel.RequestContext): Excel.WorksheetCollection {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  return worksheets;
}

/**
 * The listing as last seen. It may be out of date: whoever asks Excel by it must be ready for a
 * sheet that is gone.
 */
export class SheetDirectory {
  #sheets: readonly ListedSheet[] = [];
  readonly #renameListeners = new Set<() => void>();

  get sheets(): readonly ListedSheet[] {
    return this.#sheets;
  }

  /** Takes over a loaded listing. */
  update(worksheets: Excel.WorksheetCollection): readonly ListedSheet[] {
    const names = new Map(this.#sheets.map(({ id, name }) => [id, name]));
    this.#sheets = worksheets.items.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      visibility: visibilityOf(sheet.visibility),
      isProtected: sheet.protection.protected,
    }));
    if (this.#sheets.some(({ id, name }) => (names.get(id) ?? name) !== name)) {
      for (const listener of this.#renameListeners) listener();
    }
    return this.#sheets;
  }

  /** Calls back when a listing shows a known sheet under another name. */
  onRename(listener: () => void): () => void {
    this.#renameListeners.add(listener);
    return () => this.#renameListeners.delete(listener);
  }

  nameOf(id: string): string | null {
    return this.#sheets.find((sheet) => sheet.id === id)?.name ?? null;
  }
}

function visibilityOf(visibility: string): ListedSheet['visibility'] {
  switch (visibility) {
    case 'Hidden':
      return 'hidden';
    case 'VeryHidden':
      return 'veryHidden';
    default:
      return 'visible';
  }
}
