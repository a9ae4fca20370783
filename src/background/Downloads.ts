/** How does a new workbook get from the page to the user? As a download, which the browser saves. */
import type { SavesFiles } from '../application/ports';
import { loadPart } from '../application/loadPart';
import type { ListLayout } from '../domain/template/layout';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How long the browser may take to fetch what it saves, in milliseconds. */
const fetchedWithin = 60_000;

export class Downloads implements SavesFiles {
  async saveLists(name: string, lists: readonly ListLayout[]): Promise<boolean> {
    const part = await loadPart(() => import('../files/writeSheets'));
    if (part === null) return false;
    const bytes = await part.writeSheets([], lists);
    const link = document.createElement('a');
    if (!('download' in link)) return false;
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, fetchedWithin);
    return true;
  }
}
