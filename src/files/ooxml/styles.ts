/** Which number format does each cell style of an .xlsx have? */
import { showsCalendarDay } from '../../domain/grid';
import { builtinFormat } from '../../domain/builtinFormats';
import { corrupt } from '../fileFaultError';
import { unescapeText } from './cellText';
import type { WorkbookPackage } from './workbookPackage';

/** A cell style, as far as it is read. */
export interface CellStyle {
  readonly numberFormat: string;
  /** Numbers are days of the calendar. */
  readonly isDay: boolean;
}

/** The style of cells that name none. */
export const plainStyle: CellStyle = { numberFormat: 'General', isDay: false };

/** The cell styles in their order; equal number formats are one string. */
export async function readStyles(
  parts: WorkbookPackage,
  name: string,
): Promise<readonly CellStyle[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let section = '';
  await parts.readXml(name, {
    open: (element, depth, tag) => {
      if (depth === 1 && element !== 'styleSheet') throw corrupt();
      if (depth === 2) section = element;
      if (depth !== 3) return false;
      if (section === 'numFmts' && element === 'numFmt') {
        const id = tag.wholeNumber('numFmtId');
        const code = tag.attribute('formatCode');
        if (id !== null && code !== null && code !== '') codes.set(id, unescapeText(code));
      } else if (section === 'cellXfs' && element === 'xf') {
        ids.push(tag.wholeNumber('numFmtId') ?? 0);
      }
      return false;
    },
    close: () => undefined,
  });
  const styles = new Map<number, CellStyle>();
  return ids.map((id) => {
    const known = styles.get(id);
    if (known !== undefined) return known;
    const numberFormat = codes.get(id) ?? builtinFormat(id);
    const style = { numberFormat, isDay: showsCalendarDay(numberFormat) };
    styles.set(id, style);
    return style;
  });
}
