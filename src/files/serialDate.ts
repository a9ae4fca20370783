/** Which day number does a date have in a worksheet? */

const dayMilliseconds = 86_400_000;
/** What a 1904 workbook's numbers lack to the usual ones. */
export const daysBetweenCalendars = 1462;

/**
 * The serial number, counted from 1900, of an ISO date, time or both (`2019-12-31T08:30:00`); null
 * for other text. Days before 1900-03-01 are counted as Excel counts them, with a 29 February 1900.
 */
export function serialOfIsoDate(text: string): number | null {
  const match =
    /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?Z?$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return match[4] === undefined ? null : time;
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const days = (instant - Date.UTC(1899, 11, 30)) / dayMilliseconds;
  return (days < 61 ? days - 1 : days) + time;
}
