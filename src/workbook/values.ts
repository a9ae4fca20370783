// What can stand in a cell?

/** An error value such as #DIV/0!. */
export interface CellError {
  readonly error: string;
}
/** undefined: nothing. */
export type CellValue = number | string | boolean | CellError | undefined;

export interface Cell {
  /** Style index into the workbook's cell formats. */
  style: number;
  value: CellValue;
  /** Without its `=`. */
  formula?: string;
  /** The range of an array formula entered here. */
  array?: string;
  /** Index of the shared string the value was read from; kept so that rich text survives. */
  shared?: number;
}

export const isError = (value: CellValue): value is CellError => typeof value === 'object';

const ERRORS = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
]);
export const isErrorText = (text: string): boolean => ERRORS.has(text);

/** Two values are the same to the user. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  return isError(a) ? isError(b) && a.error === b.error : a === b;
}
