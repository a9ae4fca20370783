/** A workbook of the page's kind as the contract sees it, in memory or opened from a file. */
import { markRules, rangesAddress } from '../../src/application/markRules';
import type { NameDefinition } from '../../src/domain/formulas/otherWorkbooks';
import { rangeAddress } from '../../src/domain/grid';
import type { BookWorkbook } from '../../src/page/book/BookWorkbook';
import { userActs } from '../memory/userActs';
import type { OpenedWorkbook, User } from './openedWorkbook';

/** What differs between the two. */
export interface BookKind {
  /** Where names are defined. */
  readonly names: NameDefinition[];
  readonly type: (sheet: string, cell: string, text: string) => void;
  readonly save: User['save'];
  readonly savesMarks: boolean;
}

/** What the user does happens at once; only the answer is a promise, as everywhere. */
const done =
  <Given extends readonly unknown[]>(work: (...given: Given) => void) =>
  (...given: Given): Promise<void> => {
    work(...given);
    return Promise.resolve();
  };

export function openedBook(workbook: BookWorkbook, kind: BookKind): OpenedWorkbook {
  return {
    port: workbook,
    user: {
      type: done(kind.type),
      format: done((sheet, address, format) => {
        userActs.format(workbook, sheet, address, format);
      }),
      protect: done((sheet, unlocked) => {
        userActs.protect(workbook, sheet, unlocked);
      }),
      protectStructure: done(() => {
        workbook.structureProtected = true;
      }),
      calculateManually: done(() => {
        workbook.calculation.mode = 'manual';
      }),
      select: done((sheet, areas) => {
        workbook.select(sheet, areas);
      }),
      merge: done((sheet, address) => {
        userActs.merge(workbook, sheet, address);
      }),
      hide: done((sheet) => {
        workbook.sheet(sheet).visibility = 'hidden';
      }),
      add: done((sheet) => {
        userActs.add(workbook, sheet);
      }),
      rename: done((sheet, name) => {
        userActs.rename(workbook, sheet, name);
      }),
      remove: done((sheet) => {
        userActs.remove(workbook, sheet);
      }),
      addRule: done((sheet) => {
        workbook.sheet(sheet).foreignRules.push('=C12>0');
      }),
      defineName: done((name, formula, sheet) => {
        kind.names.push({ name, formula, sheet, isHidden: false });
      }),
      save: kind.save,
      addCustomXml: done((xml) => {
        workbook.explanations.parts.push(xml);
      }),
    },
    customXml: () => workbook.explanations.parts,
    marks: () =>
      workbook.sheets.flatMap((sheet) => [
        ...markRules(sheet.marks)
          .reverse()
          .map(
            (rule) =>
              `${rule.kind} ${sheet.name}!${rangesAddress(rule.ranges).replaceAll(',', ' ')}`,
          ),
        ...sheet.foreignRules.map(() => `other ${sheet.name}`),
      ]),
    selection: () => workbook.selection,
    sheetNames: () => workbook.sheets.map(({ name }) => name),
    filters: () =>
      workbook.sheets.flatMap(({ name, filter }) =>
        filter === null ? [] : [`${name}!${rangeAddress(filter)}`],
      ),
    savesMarks: kind.savesMarks,
    settled: () => Promise.resolve(),
    close: () => undefined,
  };
}
