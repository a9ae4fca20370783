/** Is a workbook that the page opened from a file as strict as the contract says? */
import { markRules, rangesAddress } from '../../src/application/markRules';
import { rangeAddress } from '../../src/domain/grid';
import { namesLeadingOut, type NameDefinition } from '../../src/domain/formulas/otherWorkbooks';
import { writeSheets } from '../../src/files/writeSheets';
import { BookWorkbook } from '../../src/page/book/BookWorkbook';
import { directFiles } from '../../src/page/book/directFiles';
import { openBook } from '../../src/page/book/openBook';
import { userActs } from '../memory/userActs';
import { workbookContract } from './contract';
import { valueOf } from './openedWorkbook';

/** What the user does happens at once; only the answer is a promise, as everywhere. */
const done = (work: () => void): Promise<void> => {
  work();
  return Promise.resolve();
};

workbookContract(async (layouts) => {
  const bytes = await writeSheets(layouts);
  const book = valueOf(await openBook({ name: '统计表.xlsx', bytes }, directFiles));
  const workbook = book.port;
  if (!(workbook instanceof BookWorkbook)) throw new Error('another workbook');
  const names: NameDefinition[] = [];
  Object.defineProperty(workbook, 'definedNames', { get: () => namesLeadingOut(names) });
  return {
    port: workbook,
    user: {
      type: (sheet, cell, text) => done(() => valueOf(book.enter({ sheet, cell }, text))),
      format: (sheet, address, format) =>
        done(() => {
          userActs.format(workbook, sheet, address, format);
        }),
      protect: (sheet, unlocked) =>
        done(() => {
          userActs.protect(workbook, sheet, unlocked);
        }),
      protectStructure: () =>
        done(() => {
          workbook.structureProtected = true;
        }),
      calculateManually: () =>
        done(() => {
          workbook.calculationMode = 'manual';
        }),
      select: (sheet, areas) =>
        done(() => {
          workbook.select(sheet, areas);
        }),
      merge: (sheet, address) =>
        done(() => {
          userActs.merge(workbook, sheet, address);
        }),
      hide: (sheet) =>
        done(() => {
          workbook.sheet(sheet).visibility = 'hidden';
        }),
      add: (sheet) =>
        done(() => {
          userActs.add(workbook, sheet);
        }),
      rename: (sheet, name) =>
        done(() => {
          userActs.rename(workbook, sheet, name);
        }),
      remove: (sheet) =>
        done(() => {
          userActs.remove(workbook, sheet);
        }),
      addRule: (sheet) =>
        done(() => {
          workbook.sheet(sheet).foreignRules.push('=C12>0');
        }),
      defineName: (name, formula, sheet) =>
        done(() => {
          names.push({ name, formula, sheet, isHidden: false });
        }),
      save: async () => {
        const copy = valueOf(await book.copy({ language: 'zh-CN' }));
        book.noteSaved(copy);
      },
      addCustomXml: (xml) =>
        done(() => {
          workbook.customXml.push(xml);
        }),
    },
    customXml: () => workbook.customXml,
    marks: () =>
      workbook.sheets.flatMap((sheet) => [
        ...markRules(sheet.marks)
          .reverse()
          .map(
            ({ kind, ranges }) =>
              `${kind} ${sheet.name}!${rangesAddress(ranges).replaceAll(',', ' ')}`,
          ),
        ...sheet.foreignRules.map(() => `other ${sheet.name}`),
      ]),
    selection: () => workbook.selection,
    sheetNames: () => workbook.sheets.map(({ name }) => name),
    filters: () =>
      workbook.sheets.flatMap(({ name, filter }) =>
        filter === null ? [] : [`${name}!${rangeAddress(filter)}`],
      ),
    savesMarks: false,
    settled: () => Promise.resolve(),
    close: () => undefined,
  };
});
