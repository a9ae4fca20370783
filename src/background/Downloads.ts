/** How does a new workbook get from the page to the user? As a download, which the browser saves. */
import type { SavesFiles } from '../application/ports';
import { loadPart } from '../application/loadPart';
import type { ListLayout } from '../domain/template/layout';
import { saveBytes } from './saveBytes';

export class Downloads implements SavesFiles {
  async saveLists(name: string, lists: readonly ListLayout[]): Promise<boolean> {
    const part = await loadPart(() => import('../files/writeSheets'));
    if (part === null) return false;
    const bytes = await part.writeSheets([], lists);
    return saveBytes(name, bytes);
  }
}
