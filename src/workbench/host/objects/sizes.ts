// How wide and high are columns and rows, in points, and what fits their contents?

import { setAttr } from '../../../workbook/ooxml/xml';
import type { Argument } from '../protocol/members';
import type { Session } from '../session';
import { boundedTo } from '../session';
import type { Areas } from './areas';
import { shownText } from './cells';

/** Pixels of a digit of the default font at 11 points. */
const DIGIT = 7;

/** A column's width in the file (characters, padding included) → points on screen. */
export const pointsOfWidth = (width: number): number => Math.trunc(width * DIGIT + 0.5) * 0.75;
export const widthOfPoints = (points: number): number => points / 0.75 / DIGIT;

/** Width of a text in digits: East Asian characters count twice. */
const digitsOf = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);

/** Makes columns as wide as what they show; an estimate, since there is no screen to measure on. */
export function autofitColumns(areas: Areas, _: readonly Argument[], session: Session): null {
  const { sheet } = areas;
  session.guardPermission(sheet, 'formatColumns');
  for (const area of areas.rects) {
    const rect = boundedTo(sheet, area);
    const widths = new Map<number, number>();
    sheet.each(rect, (cell, row, column) => {
      if (session.workbook.styles.look(cell.style).wrapText) return;
      const lines = shownText(session, sheet.cell(row, column)).split('\n');
      widths.set(column, Math.max(widths.get(column) ?? 0, ...lines.map(digitsOf)));
    });
    for (const [column, digits] of widths) {
      if (digits === 0) continue;
      sheet.editColumns(column, column, (col) => {
        setAttr(col, 'width', digits + 5 / DIGIT);
        setAttr(col, 'bestFit', true);
        setAttr(col, 'customWidth', true);
      });
    }
  }
  session.announce({ kind: 'layout', sheet });
  return null;
}

/** Takes set heights away, so that Excel finds them anew when it shows the sheet. */
export function autofitRows(areas: Areas, _: readonly Argument[], session: Session): null {
  const { sheet } = areas;
  session.guardPermission(sheet, 'formatRows');
  for (const area of areas.rects) {
    for (let row = area.top; row <= boundedTo(sheet, area).bottom; row++) {
      if (!sheet.rows.has(row)) continue;
      const attributes = sheet.editRow(row);
      attributes.delete('ht');
      attributes.delete('customHeight');
    }
  }
  session.announce({ kind: 'layout', sheet });
  return null;
}
