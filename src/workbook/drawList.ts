// How does a flat list become a sheet of a workbook?

import type { ListLayout } from '../domain/template/layout';
import { listRowHeights } from '../domain/template/listHeights';
import { listRows } from '../domain/template/listRows';
import { quoteSheetName, rectAddress } from './address';
import { freeze, setHeight, setUpPage, setWidth } from './drawLayout';
import { setAttr } from './ooxml/xml';
import type { StyleChange } from './ooxml/styles';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

const heading: readonly StyleChange[] = [
  { part: 'font', key: 'name', value: '黑体' },
  { part: 'font', key: 'size', value: 10.5 },
  { part: 'alignment', key: 'horizontal', value: 'center' },
  { part: 'alignment', key: 'vertical', value: 'center' },
  { part: 'alignment', key: 'wrapText', value: true },
  { part: 'border', side: 'left', style: 'thin' },
  { part: 'border', side: 'right', style: 'thin' },
  { part: 'border', side: 'top', style: 'thin' },
  { part: 'border', side: 'bottom', style: 'thin' },
];

/** Draws a list into an empty sheet: headings that stay in view, rows, widths, a filter, paper. */
export function drawList(workbook: Workbook, sheet: Sheet, list: ListLayout): void {
  const rows = listRows(list);
  const styled = (changes: readonly StyleChange[]) =>
    changes.reduce((style, change) => workbook.styles.restyle(style, change), 0);
  const headingStyle = styled(heading);
  const styles = list.columns.map(({ numberFormat }) =>
    styled([
      { part: 'alignment', key: 'vertical', value: 'center' },
      numberFormat === null
        ? { part: 'alignment', key: 'wrapText', value: true }
        : { part: 'numberFormat', value: numberFormat },
    ]),
  );
  list.columns.forEach(({ title, width }, column) => {
    const cell = sheet.edit(0, column);
    cell.value = title;
    cell.style = headingStyle;
    setWidth(sheet, column, width);
  });
  rows.forEach((values, at) => {
    values.forEach((value, column) => {
      if (value === null || value === '') return;
      const cell = sheet.edit(at + 1, column);
      cell.value = value;
      cell.style = styles[column] ?? 0;
    });
  });
  for (const [row, height] of listRowHeights({ ...list, rows })) setHeight(sheet, row, height);
  freeze(sheet, 1, 0);
  setUpPage(sheet, { orientation: 'landscape', fitsHeight: false, centreHorizontally: false });
  const own = quoteSheetName(sheet.name);
  workbook.setName('_xlnm.Print_Titles', `${own}!$1:$1`, sheet);
  if (!list.hasFilter) return;
  const area = {
    top: 0,
    left: 0,
    bottom: rows.length,
    right: Math.max(0, list.columns.length - 1),
  };
  setAttr(sheet.editSection('autoFilter'), 'ref', rectAddress(area));
  const absolute = rectAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  workbook.setName('_xlnm._FilterDatabase', `${own}!${absolute}`, sheet, true);
}
