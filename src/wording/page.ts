/** Which words stand on the page for those without Excel, around the pane? */

/** Every text of the page itself; what stands in the pane is the pane's. */
export interface PageTexts {
  /** The page's title, before or without a file's name. */
  readonly title: string;
  /** Name of the language that the switch leads to, in that language. */
  readonly otherLanguage: string;
  readonly help: string;
  readonly start: {
    readonly title: string;
    readonly lead: string;
    readonly openFiles: string;
    readonly openFolder: string;
    readonly dropHint: string;
    /** What one file, and what several lead to. */
    readonly ways: readonly string[];
    readonly template: string;
    readonly templateHint: string;
    readonly privacy: string;
  };
  readonly opening: (file: string) => string;
  readonly cancel: string;
  readonly close: string;
  readonly notOpened: (file: string) => string;
  readonly emptyFolder: string;
  /** A file that is no workbook by its name. */
  readonly noWorkbook: (file: string) => string;
  readonly bar: {
    readonly label: string;
    readonly home: string;
    readonly open: string;
    readonly undo: string;
    readonly redo: string;
    readonly saveCopy: string;
    readonly unsaved: string;
  };
  readonly saved: (file: string) => string;
  readonly notSaved: string;
  /** Asked before a copy of another format is saved. */
  readonly copy: {
    readonly title: string;
    readonly lead: (file: string) => string;
    readonly save: string;
    readonly madeFromCells: (from: 'xls' | 'et', macros: boolean) => string;
    readonly formulasWait: (cells: number) => string;
    readonly formulasAsValues: (cells: number) => string;
  };
  readonly leaving: {
    readonly title: string;
    readonly question: (file: string) => string;
    readonly save: string;
    readonly drop: string;
    readonly stay: string;
  };
  /** Names of workbooks that are made here. */
  readonly newTemplate: string;
  readonly newSet: string;
  readonly table: {
    readonly sheets: string;
    readonly grid: (sheet: string) => string;
    readonly content: (cell: string) => string;
    readonly keys: string;
    readonly emptyNew: string;
    /** What is said of a cell that is marked. */
    readonly marks: Readonly<Record<'error' | 'warning' | 'notice' | 'culprit', string>>;
    /** Marks of one kind on a sheet, said with its tab. */
    readonly marked: (kind: string, cells: number) => string;
    readonly notEntered: string;
    readonly locked: string;
    /** Why a block was not pasted: the first of the cells, and how many there are. */
    readonly notPasted: Readonly<
      Record<'locked' | 'merged' | 'formula', (cell: string, cells: number) => string> &
        Record<'tooLarge' | 'outside', () => string>
    >;
    /** Of a formula that was typed. */
    readonly notWorkedOut: (cell: string) => string;
  };
}
