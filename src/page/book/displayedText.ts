/** What is shown of a cell's value under its number format, in a cell that is wide enough? */
import { amountFromNumber } from '../../domain/amount';
import { NumberDisplay } from '../../domain/formulas/displayedFigure';
import { parseNumberFormat, sectionFor } from '../../domain/formulas/numberFormat';
import { isCellError, isDateFormat, type Cell } from '../../domain/grid';

const displays = new Map<string, NumberDisplay>();

/** Number formats of one file are few; of hostile ones not all are kept. */
const mostDisplays = 2_000;

export function displayedText(cell: Cell | undefined): string {
  const value = cell?.value ?? null;
  if (cell === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isCellError(value)) return value.error;
  if (typeof value === 'string') return value;
  return displayedNumber(value, cell.numberFormat);
}

/** A number as it is typed: in plain digits, none of them lost. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return Number(text) === value || !Number.isInteger(value) ? text : String(value);
}

function displayedNumber(value: number, numberFormat: string): string {
  if (!Number.isFinite(value)) return String(value);
  if (/^General$/i.test(numberFormat)) return generalText(value);
  if (isDateFormat(numberFormat)) return dateText(value, numberFormat) ?? generalText(value);
  // Beyond this the exact arithmetic of figures does not go.
  if (Math.abs(value) >= 1e18) return generalText(value);
  const shown = displayOf(numberFormat).of(amountFromNumber(value));
  if (shown !== null) return /General|@/i.test(numberFormat) ? generalText(value) : shown.text;
  return literalText(value, numberFormat) ?? generalText(value);
}

function displayOf(numberFormat: string): NumberDisplay {
  let display = displays.get(numberFormat);
  if (display === undefined) {
    display = new NumberDisplay(numberFormat);
    if (displays.size < mostDisplays) displays.set(numberFormat, display);
  }
  return display;
}

/** A section that shows no digit: a dash for nothing, or nothing at all. */
function literalText(value: number, numberFormat: string): string | null {
  const section = sectionFor(parseNumberFormat(numberFormat), amountFromNumber(value));
  if (section === null) return null;
  const texts = section.tokens.map((token) => (token.kind === 'literal' ? token.text : null));
  return texts.includes(null) ? null : texts.join('').trim();
}

/** At most eleven signs, as Excel shows a number without a format of its own. */
function generalText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    const [digits = '', power = ''] = value.toExponential(5).split('e');
    return `${String(Number(digits))}E${power.replace(/^([+-])(\d)$/, '$10$2')}`;
  }
  const whole = Math.trunc(size).toString().length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

const datePiece = /"[^"]*"|\\.|\[[^\]]*\]|y+|m+|d+|h+|s+|AM\/PM|[\s\S]/gi;

/** A day of the calendar that counts from 1900, or a time of it; null for what is neither. */
function dateText(serial: number, numberFormat: string): string | null {
  if (serial < 0 || serial >= 2_958_466 || /\[[hms]+\]|AM\/PM|[ap]\/p|\.0/i.test(numberFormat)) {
    return null;
  }
  // Excel counts a day that never was, 29 February 1900.
  const days = serial < 60 ? serial + 1 : serial;
  const moment = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  const pieces = (numberFormat.split(';')[0] ?? '').match(datePiece) ?? [];
  let afterHours = false;
  const text = pieces.map((piece, at) => {
    const pad = (number: number) => String(number).padStart(piece.length > 1 ? 2 : 1, '0');
    if (piece.startsWith('"')) return piece.slice(1, -1);
    if (piece.startsWith('\\')) return piece.slice(1);
    if (piece.startsWith('[')) return '';
    switch (piece[0]?.toLowerCase()) {
      case 'y':
        return piece.length > 2
          ? String(moment.getUTCFullYear())
          : String(moment.getUTCFullYear()).slice(-2);
      case 'd':
        return piece.length > 2 ? null : pad(moment.getUTCDate());
      case 'h':
        afterHours = true;
        return pad(moment.getUTCHours());
      case 's':
        return pad(moment.getUTCSeconds());
      case 'm': {
        const isMinutes = afterHours || pieces.slice(at + 1, at + 3).some((one) => /^s/i.test(one));
        afterHours = false;
        if (isMinutes) return pad(moment.getUTCMinutes());
        return piece.length > 2 ? null : pad(moment.getUTCMonth() + 1);
      }
      default:
        return piece;
    }
  });
  return text.includes(null) ? null : text.join('').trim();
}
