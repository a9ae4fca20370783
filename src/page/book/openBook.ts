/** How does a file become a workbook that can be worked on, and how does a new one begin? */
import type { FileFault, HostFault } from '../../domain/fault';
import { success, type Result } from '../../domain/result';
import { Book } from './Book';
import type { BookContents, BookFiles } from './bookFiles';
import { BookSheet } from './BookSheet';
import { BookWorkbook } from './BookWorkbook';
import { formatsOf } from './looks';
import type { OpenedBook } from './openedBook';

/** Reads a file; the bytes are kept for the copy, and never changed. */
export async function openBook(
  file: { readonly name: string; readonly bytes: Uint8Array },
  files: BookFiles,
  onProgress?: (percent: number) => void,
): Promise<Result<OpenedBook, FileFault | HostFault>> {
  const contents = await files.read(file.name, file.bytes, onProgress);
  if (!contents.ok) return contents;
  return success(bookOf(file.name, file.bytes, contents.value, files));
}

const nothing: BookContents = {
  kind: 'xlsx',
  grids: { sheets: [] },
  looks: null,
  ownParts: [],
  hasMacros: false,
  structureProtected: false,
};

/** A workbook without a sheet, to which some are added. */
export function newBook(name: string, files: BookFiles): OpenedBook {
  return bookOf(name, null, nothing, files);
}

function bookOf(
  name: string,
  bytes: Uint8Array | null,
  contents: BookContents,
  files: BookFiles,
): OpenedBook {
  const { grids, looks, ownParts, structureProtected } = contents;
  const sheets = grids.sheets.map((grid, index) => {
    const formats = looks === null ? null : formatsOf(looks, index);
    // Ids by which sheets are told apart; the first is 1.
    const sheet = BookSheet.ofGrid(index + 1, grid, formats);
    sheet.protection = looks?.sheets[index]?.protection ?? null;
    const file = BookSheet.ofGrid(index + 1, grid, formats);
    sheet.origin = { kind: 'file', grid, index, file };
    return sheet;
  });
  const workbook = BookWorkbook.ofFile({ grids, sheets, customXml: ownParts, structureProtected });
  return new Book(name, workbook, bytes, contents, files);
}
