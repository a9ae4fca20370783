/** What was dropped on the page: files, and folders with all that is below them? */
import type { ChosenFile } from './GivenUnits';
import { chosenFile } from './FilePicker';

export interface Dropped {
  readonly files: readonly ChosenFile[];
  /** What stands in the folders, named by its path below where they stand; null where none was dropped. */
  readonly below: readonly ChosenFile[] | null;
}

/** Has to be asked while the drop is being told: afterwards the browser shows nothing any more. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Dropped> {
  const entries = [...items].flatMap((item) => entryOf(item) ?? []);
  const folders = entries.filter(isFolder);
  if (folders.length === 0) return { files: [...files].map(chosenFile), below: null };
  const unread: ChosenFile[] = [];
  const [alone, below] = await Promise.all([
    Promise.all(entries.filter(isFile).map(fileOf)),
    Promise.all(folders.map((folder) => filesBelow(folder, unread))),
  ]);
  return { files: [...alone, ...unread], below: below.flat() };
}

/** Null for a text that was dropped, and where the browser knows of no entries. */
function entryOf(item: DataTransferItem): FileSystemEntry | null {
  if (item.kind !== 'file' || !('webkitGetAsEntry' in item)) return null;
  return item.webkitGetAsEntry();
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** @param unread takes the folders that cannot be read: they are told like files, when they are read */
async function filesBelow(
  folder: FileSystemDirectoryEntry,
  unread: ChosenFile[],
): Promise<ChosenFile[]> {
  const entries = await entriesIn(folder).catch((error: unknown): FileSystemEntry[] => {
    unread.push(unreadable(folder, error));
    return [];
  });
  const files = await Promise.all(entries.filter(isFile).map(fileOf));
  const deeper = await Promise.all(
    entries.filter(isFolder).map((below) => filesBelow(below, unread)),
  );
  return [...files, ...deeper.flat()];
}

/** A folder tells what is in it a hundred at a time, and nothing at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function pathOf({ fullPath }: FileSystemEntry): string {
  return fullPath.replace(/^\//, '');
}

function unreadable(entry: FileSystemEntry, error: unknown): ChosenFile {
  const why = error instanceof Error ? error : new Error('not readable', { cause: error });
  return { name: pathOf(entry), size: 0, bytes: () => Promise.reject(why) };
}

/** One that cannot be read is told when it is read. */
function fileOf(entry: FileSystemFileEntry): Promise<ChosenFile> {
  return new Promise((resolve) => {
    entry.file(
      (file) => {
        resolve({ ...chosenFile(file), name: pathOf(entry) });
      },
      (error) => {
        resolve(unreadable(entry, error));
      },
    );
  });
}
