/** Is a workbook that the page opened from a file as strict as the contract says? */
import { namesLeadingOut, type NameDefinition } from '../../src/domain/formulas/otherWorkbooks';
import { writeSheets } from '../../src/files/writeSheets';
import { BookWorkbook } from '../../src/page/book/BookWorkbook';
import { directFiles } from '../../src/page/book/directFiles';
import { openBook } from '../../src/page/book/openBook';
import { workbookContract } from './contract';
import { openedBook } from './openedBook';
import { valueOf } from './openedWorkbook';

workbookContract(async (layouts) => {
  const bytes = await writeSheets(layouts);
  const book = valueOf(await openBook({ name: '统计表.xlsx', bytes }, directFiles));
  const workbook = book.port;
  if (!(workbook instanceof BookWorkbook)) throw new Error('another workbook');
  const names: NameDefinition[] = [];
  Object.defineProperty(workbook, 'definedNames', { get: () => namesLeadingOut(names) });
  return openedBook(workbook, {
    names,
    type: (sheet, cell, text) => valueOf(book.enter({ sheet, cell }, text)),
    save: async () => {
      book.noteSaved(valueOf(await book.copy({ language: 'zh-CN' })));
    },
    savesMarks: false,
  });
});
