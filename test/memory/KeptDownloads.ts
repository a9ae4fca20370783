/** What the pane hands to the user to be saved, kept for a look. */
import type { SavesFiles } from '../../src/application/ports';
import type { ListLayout } from '../../src/domain/template/layout';

export class KeptDownloads implements SavesFiles {
  readonly saved: { readonly name: string; readonly lists: readonly ListLayout[] }[] = [];
  /** Where set, nothing can be saved. */
  isRefused = false;

  saveLists(name: string, lists: readonly ListLayout[]): Promise<boolean> {
    if (!this.isRefused) this.saved.push({ name, lists });
    return Promise.resolve(!this.isRefused);
  }
}
