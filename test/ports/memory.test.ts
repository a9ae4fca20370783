/** Is the workbook in memory as strict as the contract says? */
import { MemoryWorkbook } from '../memory/MemoryWorkbook';
import { workbookContract } from './contract';
import { openedBook } from './openedBook';

workbookContract((layouts) => {
  const workbook = MemoryWorkbook.ofLayouts(layouts);
  const opened = openedBook(workbook, {
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
  return Promise.resolve(opened);
});
