/** What does a workbook file hold? Bytes in, grids or a fault out, in the browser as in the terminal. */
import type { FileFault } from '../domain/fault';
import type { WorkbookGrids } from '../domain/grid';
import { failure, success, type Result } from '../domain/result';
import { compoundSignature } from './binary/compoundFile';
import { readBinary } from './binary/readBinary';
import { FileFaultError } from './fileFaultError';
import { fileLimits } from './limits';
import { readOoxml } from './ooxml/readOoxml';
import { otherFormatFault } from './otherFormat';

/**
 * Reads an .xlsx, .xlsm, .xls or .et by what its bytes are, whatever its name.
 *
 * The grids hold what Excel itself would report: values as stored (dates as serial numbers counted
 * from 1900, also where the workbook counts from 1904), formulas in English A1 style, number formats
 * with US English codes. Nothing is calculated, run or followed: macros, external links and
 * embedded objects are left alone; a formula that refers to another workbook keeps saying so.
 *
 * Never rejects for any bytes: what cannot be read is a {@link FileFault}. The bytes are not changed.
 *
 * @param onProgress told what part of an .xlsx is read, from 0 to 1; of old files nothing is told
 */
export async function readWorkbook(
  bytes: Uint8Array,
  onProgress?: (part: number) => void,
): Promise<Result<WorkbookGrids, FileFault>> {
  try {
    return success(await readByContent(bytes, onProgress));
  } catch (error) {
    if (error instanceof FileFaultError) return failure(error.fault);
    throw error;
  }
}

async function readByContent(
  bytes: Uint8Array,
  onProgress: ((part: number) => void) | undefined,
): Promise<WorkbookGrids> {
  if (bytes.length === 0) throw new FileFaultError({ code: 'unreadable', detail: 'empty' });
  const allowed = fileLimits.fileBytes;
  if (bytes.length > allowed) {
    const actual = bytes.length;
    throw new FileFaultError({ code: 'tooLarge', limit: 'fileBytes', allowed, actual });
  }
  if (isZip(bytes)) return readOoxml(bytes, onProgress);
  if (compoundSignature.every((byte, at) => bytes[at] === byte)) return readBinary(bytes);
  throw otherFormatFault(bytes);
}

/** A zip begins with an entry, or, when it has none, with its end record. */
export function isZip(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  return (
    first === 0x50 &&
    second === 0x4b &&
    ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
  );
}
