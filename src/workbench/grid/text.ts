// Which text does a cell show, and which text does its editor start with?

import type { Sheet } from '../../workbook/sheet';
import type { Cell } from '../../workbook/values';
import { isError } from '../../workbook/values';
import { readEntry } from '../../workbook/entry';
import type { Session } from '../host/session';

/** Whether a number format shows dates or times: letters of dates outside quotes, escapes and brackets. */
export function isDateFormat(format: string): boolean {
  const bare = format
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs]/i.test(bare);
}

/** 15 significant digits, as Excel keeps and edits numbers. */
const plainNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** What the editor and the formula bar hold: the formula, or the value without its format. */
export function editText(session: Session, cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.formula !== undefined) return `=${cell.formula}`;
  const { value } = cell;
  if (value === undefined) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const { numberFormat } = session.workbook.styles.look(cell.style);
  if (typeof value === 'string') {
    // What would be read as something else is entered with an apostrophe, as Excel shows it.
    const same = readEntry(value, numberFormat);
    return same.value === value && same.formula === undefined ? value : `'${value}`;
  }
  if (isDateFormat(numberFormat)) {
    const days = Math.floor(value) > 0 ? 'yyyy/m/d' : '';
    const time = value % 1 === 0 ? '' : 'h:mm:ss';
    return session.engine.format(`${days} ${time}`.trim() || 'yyyy/m/d', value);
  }
  return /%/.test(numberFormat) ? `${plainNumber(value * 100)}%` : plainNumber(value);
}

/** What the formula bar and the editor may show: nothing where a protected sheet hides its formulas. */
export function barText(session: Session, sheet: Sheet, cell: Cell | undefined): string {
  const look = session.workbook.styles.look(cell?.style ?? 0);
  return sheet.protected && look.formulaHidden ? '' : editText(session, cell);
}
