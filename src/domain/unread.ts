/** What of a file could not be read although the rest was, and may it have held one of the tables? */

/** A sheet, or a part that sheets refer to. */
export interface Unread {
  /** The sheet that was not read; null where all sheets were read without a part they refer to. */
  readonly sheet: string | null;
  /** `texts`: the sheet's cells refer to texts that are not there. `styles`: number formats are not known. */
  readonly part: 'sheet' | 'texts' | 'styles';
  /** `none`: the file names no part for the sheet, so that nothing of it is lost. */
  readonly reason: 'none' | 'missing' | 'damaged';
}

/**
 * True where one of the official tables may stand in what was not read, or where damaged formats leave
 * unknown what its figures are shown as: nothing has passed then.
 */
export function mayHoldTable({ sheet, part, reason }: Unread): boolean {
  if (part === 'styles') return reason === 'damaged';
  return sheet !== null && reason !== 'none';
}
