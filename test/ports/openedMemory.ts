/** The workbook in memory as the ports see an opened one, typed into by the tests. */
import type { MemoryWorkbook } from '../memory/MemoryWorkbook';
import { openedBook } from './openedBook';

export function openedMemory(workbook: MemoryWorkbook): ReturnType<typeof openedBook> {
  return openedBook(workbook, {
    names: workbook.names,
    type: (sheet, cell, text) => {
      workbook.type(sheet, cell, text);
    },
    save: () => {
      workbook.saved = true;
      return Promise.resolve();
    },
    savesMarks: true,
  });
}
