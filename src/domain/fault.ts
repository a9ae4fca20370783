/** Which failures of ours are expected, and what does each need to be told to the user? */

/** A file that could not be checked. */
export type FileFault =
  /** Not a workbook, truncated or corrupt; `detail` says which. */
  | { readonly code: 'unreadable'; readonly detail: UnreadableDetail }
  | { readonly code: 'encrypted' }
  /** Over a published limit; `actual` is in the limit's own unit and may be a lower bound. */
  | {
      readonly code: 'tooLarge';
      readonly limit: FileLimit;
      readonly allowed: number;
      readonly actual: number;
    }
  /** A format that is recognised but not read: `format` is its usual name, e.g. "CSV". */
  | { readonly code: 'unsupportedFormat'; readonly format: string }
  | { readonly code: 'notFound' }
  /** Reading it did not come to an end in time, or ended the reader. */
  | { readonly code: 'notRead'; readonly why: 'tookTooLong' | 'failed' }
  /** The workbook was read, and no sheet in it is one of the official forms. */
  | { readonly code: 'noOfficialSheet' };

/** Why a file is unreadable. */
export type UnreadableDetail =
  | 'empty'
  | 'notWorkbook'
  /** Several files packed in one. */
  | 'archive'
  | 'notText'
  | 'truncated'
  | 'corrupt'
  | 'permission'
  | 'noWorkbooksInFolder';

/** The limits on files: bytes of the file, entries in the zip, inflated bytes, inflation ratio, cells, characters of a text. */
export type FileLimit =
  'fileBytes' | 'zipEntries' | 'inflatedBytes' | 'inflationRatio' | 'cells' | 'characters';

/** A fault of the host application (Excel) or of a write into it. */
export type HostFault =
  /** A cell is being edited, so that Excel takes no command. */
  | { readonly code: 'cellEditing' }
  | { readonly code: 'sheetProtected'; readonly sheet: string }
  /** Sheets that are protected, so that nothing could be marked in them; the others are marked. */
  | { readonly code: 'sheetsNotMarked'; readonly sheets: readonly string[] }
  /** The workbook's structure is protected: no sheet can be added or deleted. */
  | { readonly code: 'workbookProtected' }
  /** A place on a hidden sheet cannot be shown. */
  | { readonly code: 'sheetHidden'; readonly sheet: string }
  /** A sheet, range or object is gone that was there before. */
  | { readonly code: 'notThere'; readonly what: string }
  /** More than the host hands over; `sheet` is the sheet that is too large, null where none is to blame alone. */
  | { readonly code: 'tooMuchData'; readonly sheet: string | null }
  | { readonly code: 'busy' }
  /** Conditional formats that Excel itself cannot read or remove. */
  | { readonly code: 'rulesUnreadable'; readonly sheets: readonly string[]; readonly rules: number }
  /** Another workbook is in front, so that nothing can be shown or asked for in this one. */
  | { readonly code: 'otherWorkbookActive' }
  /** The web Excel has ended the session, or lost its connection. */
  | { readonly code: 'sessionEnded' }
  /** Excel refuses access: read-only, protected view, or rights withheld. */
  | { readonly code: 'accessDenied' }
  /** Excel did not answer in time. */
  | { readonly code: 'noAnswer' }
  /** This Excel lacks something the command needs. */
  | { readonly code: 'unsupportedHost'; readonly needs: string }
  /** A part of the add-in itself could not be loaded: its server does not answer. */
  | { readonly code: 'notLoaded' }
  /** Cells did not hold afterwards what was written. */
  | { readonly code: 'notWritten'; readonly sheet: string; readonly cells: readonly string[] }
  /** Explanations are kept in the workbook that cannot be read, so that they are not changed. */
  | { readonly code: 'explanationsUnreadable' }
  /** Explanations would be longer together than is read again, so that they are not written. */
  | { readonly code: 'explanationsTooLong' }
  /** The user ended it before it was done. */
  | { readonly code: 'cancelled' }
  /** Formulas that are not worked out here show old results: the first of them as `sheet!cell`, and how many there are. */
  | { readonly code: 'notWorkedOut'; readonly cells: readonly string[]; readonly count: number }
  /** Any other error, with the host's own code for the support desk. */
  | { readonly code: 'hostError'; readonly hostCode: string };

/** Every expected failure. */
export type Fault = FileFault | HostFault;

const fileFaults: Readonly<Record<FileFault['code'], true>> = {
  tooLarge: true,
  unreadable: true,
  encrypted: true,
  unsupportedFormat: true,
  notFound: true,
  notRead: true,
  noOfficialSheet: true,
};

/** True for what is wrong with a file, and not with the program around it. */
export function isFileFault(fault: FileFault | HostFault): fault is FileFault {
  return Object.hasOwn(fileFaults, fault.code);
}
