/** Which day number does a date have in a worksheet? */

const dayMilliseconds = 86_400_000;
/** What a 1904 workbook's numbers lack to the usual ones. */
export const daysBetweenCalendars = 1462;

// Some producers write more decimals than any clock has.
const isoInstant =
  /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,40})?))?)?Z?$/;
const isoDuration =
  /^(-?)P(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,40})?)S)?)?$/;

/**
 * The serial number, counted from 1900, of an ISO date, time or both (`2019-12-31T08:30:00`), or the
 * days of a duration (`PT0H11M0.000S`); null for other text. Days before 1900-03-01 are counted as Excel counts them, with a 29 February 1900.
 */
export function serialOfIsoDate(text: string): number | null {
  const match = isoInstant.exec(text);
  if (match === null) return daysOfDuration(text);
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return match[4] === undefined ? null : time;
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const days = (instant - Date.UTC(1899, 11, 30)) / dayMilliseconds;
  return (days < 61 ? days - 1 : days) + time;
}

function daysOfDuration(text: string): number | null {
  const match = isoDuration.exec(text);
  if (match === null || !/\d/.test(text)) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const value = Number(days) + time / 86_400;
  return sign === '-' ? -value : value;
}
