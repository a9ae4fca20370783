/** Which files below a folder are read, which are only told, and what do programs leave beside them? */

/** What becomes of a file in a folder, by its name. */
export type FolderEntry =
  /** May hold a return: it is read, or it is told why it cannot be. */
  | 'read'
  /** Its name does not tell; its beginning does ({@link beginsAsWorkbook}). */
  | 'look'
  /** Holds something else: it is listed. */
  | 'other'
  /** Left by Excel, WPS or the system, and nobody's. */
  | 'silent';

/** What is opened by itself; other files are looked at (or refused) only when named. */
const workbookName = /\.(?:xlsx|xlsm|xls|et)$/i;

/** Other spreadsheets, texts that hold tables, and packed files: somebody's return may lie in them. */
const tableName =
  /\.(?:xlsb|xlt|xltx|xltm|xlw|ett|wps|ods|ots|fods|numbers|uos|uof|csv|tsv|slk|dif|htm|html|mht|mhtml|xml|zip|rar|7z|tar|gz|tgz|bz2|xz)$/i;

/** Documents, pictures, programs, and what is kept of older versions. */
const otherName =
  /\.(?:docx?|docm|dotx?|rtf|odt|pptx?|ppsx?|pdf|ofd|txt|md|log|ini|json|js|css|jpe?g|png|gif|bmp|tiff?|webp|heic|svg|mp[34]|avi|mov|wav|wma|m4a|exe|msi|dll|bat|cmd|ps1|lnk|url|eml|msg|tmp|temp|bak|db|dat|py|sh)$/i;

/** Lock files that Excel and WPS leave beside an open workbook, and what macOS keeps beside any file. */
const companionName = /^(?:~\$|\.~|\._)/;

/** What systems keep in folders for themselves. */
const systemName = /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store)$/i;

/** True for the name of a file, without its folder. */
export function isWorkbookName(name: string): boolean {
  return workbookName.test(name) && !companionName.test(name);
}

/** @param name without its folder */
export function folderEntry(name: string): FolderEntry {
  if (companionName.test(name) || systemName.test(name)) return 'silent';
  if (workbookName.test(name) || tableName.test(name)) return 'read';
  return otherName.test(name) || name.startsWith('.') ? 'other' : 'look';
}

/** Folders that the user does not see: nothing of them is read, and they are listed. */
export function isHiddenFolder(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX';
}

/** How many bytes {@link beginsAsWorkbook} looks at. */
export const beginningLength = 4;

/** True where a file begins as .xlsx and .xls do; documents of other programs do as well. */
export function beginsAsWorkbook(bytes: Uint8Array): boolean {
  return beginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}

const beginnings = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Larger files are not looked at for their beginning alone; in bytes. */
const largestLookedAt = 32 * 1024 * 1024;

/** A file below a chosen folder. */
interface FolderFile {
  /** A path below the chosen folder, `/` between its parts. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

/** The files below a chosen folder that are read, and the names of those that are only told, in order. */
export async function sortFolder<File extends FolderFile>(
  files: readonly File[],
): Promise<{ readonly read: readonly File[]; readonly others: readonly string[] }> {
  const read: File[] = [];
  const others = new Set<string>();
  for (const file of files) {
    const parts = file.name.split('/');
    const hidden = parts.findIndex(
      (part, at) => at > 0 && at < parts.length - 1 && isHiddenFolder(part),
    );
    const entry = folderEntry(parts.at(-1) ?? '');
    if (hidden > 0) others.add(`${parts.slice(0, hidden + 1).join('/')}/`);
    else if (entry === 'read' || (entry === 'look' && (await mayBeWorkbook(file)))) read.push(file);
    else if (entry !== 'silent') others.add(file.name);
  }
  return { read, others: [...others].sort() };
}

/** Also where it cannot be read: then reading it tells so. */
async function mayBeWorkbook(file: FolderFile): Promise<boolean> {
  if (file.size > largestLookedAt) return false;
  try {
    return beginsAsWorkbook(await file.bytes());
  } catch {
    // Moved, changed, or held by another program.
    return true;
  }
}
