/** Which files were dropped? Those of dropped folders too, with the folders in their names. */
import type { ChosenFile } from '../../taskpane/consolidate/GivenUnits';

/** What was dropped or chosen. */
export interface GivenFiles {
  readonly files: readonly ChosenFile[];
  /** Whether they came in a folder, in which others may lie that are no workbooks. */
  readonly fromFolder: boolean;
}

/** A file as it is given to what opens it. */
function chosenFile(file: File, name = file.name): ChosenFile {
  return { name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}

/** To be called while the event is told; entries are gone afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFiles> {
  const entries = [...transfer.items].flatMap((item) => entryOf(item) ?? []);
  if (!entries.some((entry) => entry.isDirectory)) {
    return { files: [...transfer.files].map((file) => chosenFile(file)), fromFolder: false };
  }
  const files: ChosenFile[] = [];
  for (const entry of entries) await collect(entry, '', files);
  return { files, fromFolder: true };
}

function entryOf(item: DataTransferItem): FileSystemEntry | null {
  return 'webkitGetAsEntry' in item ? item.webkitGetAsEntry() : null;
}

async function collect(entry: FileSystemEntry, above: string, files: ChosenFile[]): Promise<void> {
  const path = above + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => {
      (entry as FileSystemFileEntry).file(resolve, () => {
        resolve(null);
      });
    });
    // What cannot be read is told when its bytes are asked for, like any other.
    if (file !== null) files.push(chosenFile(file, path));
    else files.push({ name: path, size: 0, bytes: () => Promise.reject(new Error(path)) });
    return;
  }
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) {
    await collect(child, `${path}/`, files);
  }
}

/** Browsers tell a folder's entries in parts, until one is empty. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (part.length === 0) return all;
    all.push(...part);
  }
}
