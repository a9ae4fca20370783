/** The page for those without Excel, in English. */
import { groupDigits } from './language';
import type { PageTexts } from './page';

const counted = (cells: number) =>
  `${groupDigits(String(cells))} ${cells === 1 ? 'formula' : 'formulas'}`;

const andMore = (cells: number) => (cells > 1 ? ` and others (${String(cells)} cells) are` : ' is');

export const pageInEnglish: PageTexts = {
  title: 'Service Purchases',
  otherLanguage: '中文',
  help: 'Help',
  start: {
    title: 'Service purchase tables: check, correct, fill in, add up',
    lead: 'Open the tables in the browser; Excel is not needed. Files of WPS and Excel are read.',
    openFiles: 'Open files',
    openFolder: 'Open a folder',
    dropHint: 'or drop files or a folder here (.xlsx, .xlsm, .xls, .et)',
    ways: [
      'One file: check, correct, fill in, submit',
      'Several files or a folder: add up the units',
    ],
    template: 'New standard template',
    templateHint: 'Choose edition and year; fill it in here, or save it blank',
    privacy:
      'Files are opened in this browser only and nothing leaves the machine. The original is never changed; what you correct is saved as a copy.',
  },
  opening: (file) => `Opening “${file}”…`,
  cancel: 'Cancel',
  close: 'Close',
  notOpened: (file) => `“${file}” was not opened.`,
  emptyFolder: 'There is no workbook (.xlsx, .xlsm, .xls, .et) in this folder. Check the folder.',
  noWorkbook: (file) => `“${file}” is no workbook. Choose an .xlsx, .xlsm, .xls or .et file.`,
  bar: {
    label: 'File',
    home: 'Start',
    open: 'Open',
    undo: 'Undo (Ctrl+Z)',
    redo: 'Redo (Ctrl+Y)',
    saveCopy: 'Save a copy',
    unsaved: 'Changes not saved',
  },
  saved: (file) => `Handed to the browser to be saved: ${file}. The original is as it was.`,
  notSaved: 'The copy was not saved; every change is still here. Try again, or use Edge or Chrome.',
  copy: {
    title: 'Before the copy is saved',
    lead: (file) => `The copy will be “${file}”:`,
    save: 'Save the copy',
    madeFromCells: (from, macros) =>
      `The file is an .${from}, the copy an .xlsx: contents, formulas, number formats, merged and hidden cells are the same; fonts, borders, sizes, print setup, drawings, comments, sheet protection${macros ? ', macros' : ''} and the like stay behind. Look at it before you send it on.`,
    formulasWait: (cells) =>
      `${counted(cells)} could not be worked out here; WPS or Excel does when the copy is opened.`,
    formulasAsValues: (cells) =>
      `${counted(cells)} could not be read; the copy holds the results as values.`,
  },
  leaving: {
    title: 'There are changes that are not saved',
    question: (file) => `The changes to “${file}” have not been saved as a copy.`,
    save: 'Save a copy',
    drop: 'Don’t save',
    stay: 'Cancel',
  },
  newTemplate: 'Tables.xlsx',
  newSet: 'Sum.xlsx',
  table: {
    sheets: 'Sheets',
    grid: (sheet) => `Sheet “${sheet}”`,
    content: (cell) => `Content of ${cell}`,
    keys: 'Arrow keys move; type, double-click or press F2 to edit, Enter confirms, Esc gives up; blocks copied in Excel or WPS can be pasted',
    emptyNew: 'There is no table yet. Choose year and edition in the pane and insert the template.',
    marks: { error: 'error', warning: 'warning', notice: 'notice', culprit: 'likely wrong' },
    marked: (kind, cells) => `${kind}: ${groupDigits(String(cells))}`,
    notEntered: 'Nothing was written.',
    locked:
      'The sheet is protected and this cell is locked. To change it, unprotect the sheet in WPS or Excel, save it, and open it here again.',
    notPasted: {
      locked: (cell, cells) =>
        `Nothing was pasted: the sheet is protected, and ${cell}${andMore(cells)} locked. Paste beside, or unprotect the sheet in WPS or Excel, save it, and open it here again.`,
      merged: (cell, cells) =>
        `Nothing was pasted: ${cell}${andMore(cells)} inside a merged area. Fill in cell by cell, or copy an area of the same shape.`,
      formula: (cell, cells) =>
        `Nothing was pasted: the formula for ${cell}${andMore(cells)} not complete.`,
      tooLarge: () =>
        'Nothing was pasted: more than 50,000 cells were copied. Copy only what is to be filled in, not whole columns.',
      outside: () => 'Nothing was pasted: it does not fit into this sheet from here.',
    },
    notWorkedOut: (cell) =>
      `The formula in ${cell} was written, but cannot be worked out here. Save a copy, open and save it in WPS or Excel, then open it here again.`,
  },
};
