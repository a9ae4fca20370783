/** Is the workbook in memory as strict as the contract says? */
import { rangeAddress } from '../../src/domain/grid';
import { markRules, rangesAddress } from '../../src/application/markRules';
import { MemoryWorkbook } from '../memory/MemoryWorkbook';
import { workbookContract } from './contract';

/** What the user does happens at once; only the answer is a promise, as everywhere. */
const done = (work: () => void): Promise<void> => {
  work();
  return Promise.resolve();
};

workbookContract((layouts) => {
  const workbook = MemoryWorkbook.ofLayouts(layouts);
  return Promise.resolve({
    port: workbook,
    user: {
      type: (sheet, cell, text) =>
        done(() => {
          workbook.type(sheet, cell, text);
        }),
      format: (sheet, address, format) =>
        done(() => {
          workbook.format(sheet, address, format);
        }),
      protect: (sheet, unlocked) =>
        done(() => {
          workbook.protect(sheet, unlocked);
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
          workbook.merge(sheet, address);
        }),
      hide: (sheet) =>
        done(() => {
          workbook.sheet(sheet).visibility = 'hidden';
        }),
      add: (sheet) =>
        done(() => {
          workbook.add(sheet);
        }),
      rename: (sheet, name) =>
        done(() => {
          workbook.rename(sheet, name);
        }),
      remove: (sheet) =>
        done(() => {
          workbook.remove(sheet);
        }),
      addRule: (sheet) =>
        done(() => {
          workbook.sheet(sheet).foreignRules.push('=C12>0');
        }),
      defineName: (name, formula, sheet) =>
        done(() => {
          workbook.names.push({ name, formula, sheet, isHidden: false });
        }),
      save: () =>
        done(() => {
          workbook.saved = true;
        }),
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
    savesMarks: true,
    settled: () => Promise.resolve(),
    close: () => undefined,
  });
});
