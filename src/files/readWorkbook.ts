/** What does a workbook file hold? Bytes in, grids or a fault out, in the browser as in the terminal. */
import { read } from '@e965/xlsx';
import type { FileFault } from '../domain/fault';
import type { WorkbookGrids } from '../domain/grid';
import { failure, success, type Result } from '../domain/result';
import { sheetjsGrids } from './binary/sheetjsGrids';
import { FileFaultError } from './fileFaultError';
import { readOoxml } from './ooxml/readOoxml';

/** Reads the bytes of an .xlsx, .xlsm, .xls or .et file. Never rejects: what cannot be read is a fault. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<WorkbookGrids, FileFault>> {
  try {
    if (bytes.length === 0) return failure({ code: 'unreadable', detail: 'empty' });
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return success(await readOoxml(bytes));
    return success(readBinary(bytes));
  } catch (error) {
    if (error instanceof FileFaultError) return failure(error.fault);
    throw error;
  }
}

function readBinary(bytes: Uint8Array): WorkbookGrids {
  try {
    const workbook = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      cellHTML: false,
    });
    return sheetjsGrids(workbook);
  } catch (error) {
    const encrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new FileFaultError(
      encrypted ? { code: 'encrypted' } : { code: 'unreadable', detail: 'corrupt' },
    );
  }
}
