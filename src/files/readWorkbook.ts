/** What does a workbook file hold? Bytes in, grids or a fault out, in the browser as in the terminal. */
import { read } from '@e965/xlsx';
import type { FileFault } from '../domain/fault';
import type { WorkbookGrids } from '../domain/grid';
import { failure, success, type Result } from '../domain/result';
import { sheetjsGrids } from './sheetjsGrids';

/** Reads the bytes of an .xlsx, .xlsm, .xls or .et file. Never rejects: what cannot be read is a fault. */
export function readWorkbook(bytes: Uint8Array): Promise<Result<WorkbookGrids, FileFault>> {
  if (bytes.length === 0) {
    return Promise.resolve(failure({ code: 'unreadable', detail: 'empty' }));
  }
  try {
    const workbook = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      cellHTML: false,
    });
    return Promise.resolve(success(sheetjsGrids(workbook)));
  } catch (error) {
    const encrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    return Promise.resolve(
      failure(encrypted ? { code: 'encrypted' } : { code: 'unreadable', detail: 'corrupt' }),
    );
  }
}
