/** Workbooks read and copied in this very program; in a worker, this runs there. */
import type { FileFault, HostFault } from '../../domain/fault';
import type { Grid } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import { explanationNamespace } from '../../domain/submission/explanationPart';
import { readWorkbook } from '../../files/readWorkbook';
import { zipWithin } from '../../files/zipWithin';
import { customXmlParts, customXmlText } from '../../workbook/customXml';
import { child, flag } from '../../workbook/ooxml/xml';
import { Workbook } from '../../workbook/workbook';
import type { BookChanges, BookContents, BookFiles } from './bookFiles';
import { makeCopy } from './makeCopy';
import { readLooks } from './readLooks';

/** Cells with content that a workbook may have to be worked on in a browser; the terminal reads more. */
const mostCells = 1_000_000;

/** Of opening, reading the cells takes so many percent; the rest is reading how they look. */
const cellsPercent = 70;

export const directFiles: BookFiles = { read: readBook, copy };

async function readBook(
  name: string,
  bytes: Uint8Array,
  onProgress: (percent: number) => void = () => undefined,
): Promise<Result<BookContents, FileFault | HostFault>> {
  let told = 0;
  const read = await readWorkbook(bytes, (part) => {
    const percent = Math.floor(part * cellsPercent);
    if (percent > told) onProgress((told = percent));
  });
  if (!read.ok) return read;
  const grids = read.value;
  const cells = cellsOf(grids.sheets);
  if (cells > mostCells) {
    return failure({ code: 'tooLarge', limit: 'cells', allowed: mostCells, actual: cells });
  }
  const zip = await zipWithin(bytes);
  if (zip === null) {
    return success({
      kind: /\.ett?$/i.test(name) ? 'et' : 'xls',
      grids,
      looks: null,
      ownParts: [],
      hasMacros: holdsMacros(bytes),
      structureProtected: false,
    });
  }
  const workbook = await openedPackage(zip);
  if (workbook === null) return failure({ code: 'unreadable', detail: 'corrupt' });
  const { root, files, part } = workbook;
  const hasMacros = files.contentType(part)?.includes('macroEnabled') ?? false;
  return success({
    kind: hasMacros ? 'xlsm' : 'xlsx',
    grids,
    looks: readLooks(workbook, grids.sheets),
    ownParts: customXmlParts(workbook)
      .filter(({ namespace }) => namespace === explanationNamespace)
      .map((one) => customXmlText(workbook, one)),
    hasMacros,
    structureProtected: flag(child(root, 'workbookProtection'), 'lockStructure', false),
  });
}

/** Null where parts of it contradict each other, so that none can be kept in a copy. */
async function openedPackage(bytes: Uint8Array): Promise<Workbook | null> {
  try {
    return await Workbook.open(bytes);
  } catch {
    return null;
  }
}

async function copy(
  bytes: Uint8Array | null,
  changes: BookChanges,
): Promise<Result<Uint8Array<ArrayBuffer>, FileFault | HostFault>> {
  return success(await makeCopy(bytes === null ? null : await zipWithin(bytes), changes));
}

function cellsOf(sheets: readonly Grid[]): number {
  let cells = 0;
  for (const { rows } of sheets) {
    rows.forEach((line) => line?.forEach((cell) => (cells += cell === undefined ? 0 : 1)));
  }
  return cells;
}

/** The storage in which an old file keeps its macros, by its name in UTF-16. */
function holdsMacros(bytes: Uint8Array): boolean {
  const name = Array.from('_VBA_PROJECT', (sign) => [sign.charCodeAt(0), 0]).flat();
  for (let at = 0; at + name.length <= bytes.length; at += 2) {
    if (bytes[at] === name[0] && name.every((byte, index) => bytes[at + index] === byte))
      return true;
  }
  return false;
}
