// In which ways may an Excel be less kind than the one the host plays by default?
//
// Each is documented by Microsoft, reported of some Excel, or to be reckoned with; docs/decisions/talking-to-excel.md
// says what the add-in does about it.

export interface Manners {
  /**
   * What becomes of the list that Ctrl+Z takes back when an add-in changes a conditional format:
   * Excel 2021 and 2024 forget it, Microsoft 365 adds each change as a step of its own.
   */
  readonly undoAfterMarks: 'kept' | 'forgotten' | 'steps';
  /** A conditional format that Ctrl+Z brings back throws on every member until the file is opened again. */
  readonly broughtBackRules: 'whole' | 'damaged';
  /** Changes of conditional formats are told as changes of format. */
  readonly marksAreFormats: boolean;
  /**
   * Page setup goes through the printer's driver: it may be refused, leave out fitting to the page
   * without a word, or keep this and all later batches waiting until `Host.printerAnswers`.
   */
  readonly pageLayout: 'done' | 'refused' | 'ignored' | 'slow';
  /** Number formats come back in another spelling of the same. */
  readonly numberFormats: 'asWritten' | 'respelled';
  /**
   * Late events come after `enableEvents` is on again, so that it keeps nothing back: held ones when
   * `Host.tellEvents` is called.
   */
  readonly events: 'atOnce' | 'late' | 'held';
  /** The program of a hidden pane stops: nothing is told it until the pane is shown again. */
  readonly hiddenPane: 'runs' | 'stops';
}

export const kind: Manners = {
  undoAfterMarks: 'kept',
  broughtBackRules: 'whole',
  marksAreFormats: false,
  pageLayout: 'done',
  numberFormats: 'asWritten',
  events: 'atOnce',
  hiddenPane: 'runs',
};

/** All that does not by itself keep a command from being done. */
export const unkindest: Manners = {
  undoAfterMarks: 'steps',
  broughtBackRules: 'damaged',
  marksAreFormats: true,
  pageLayout: 'refused',
  numberFormats: 'respelled',
  events: 'late',
  hiddenPane: 'stops',
};

/** Formats with a spelling of their own: the Chinese name of General, and the system's short date elsewhere. */
const otherwise: ReadonlyMap<string, string> = new Map([
  ['General', 'G/通用格式'],
  ['yyyy/m/d', 'm/d/yyyy'],
]);

/** The same number format in another spelling: quoting, and the locale and text section of dates. */
export function respelled(numberFormat: string): string {
  const own = otherwise.get(numberFormat);
  if (own !== undefined) return own;
  const escaped = numberFormat.replace(/"([^"]*)"/g, (_, literal: string) =>
    literal.replace(/[\s\S]/gu, '\\$&'),
  );
  const isDate = /[yd]/i.test(escaped) && !/[;[\]]/.test(escaped);
  return isDate ? `[$-804]${escaped};@` : escaped;
}
