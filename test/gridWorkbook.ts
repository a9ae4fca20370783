/** The bytes of an .xlsx with the cells of grids: their values as stored, whatever their formulas come to. */
import type { Cell, Grid, WorkbookGrids, WorkbookName } from '../src/domain/grid';
import { cellAddress } from '../src/domain/grid';
import { emptyWorkbookParts } from '../src/workbook/emptyWorkbook';
import { OfficePackage } from '../src/workbook/ooxml/package';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const worksheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Names stand for a cell of another workbook, as far as they lead there. */
export function gridWorkbook({ sheets, names }: WorkbookGrids): Promise<Uint8Array> {
  const file = OfficePackage.ofTexts(emptyWorkbookParts(''));
  const listed = sheets.map((grid, at) => {
    const part = `xl/worksheets/sheet${at + 1}.xml`;
    file.putText(part, sheetXml(grid), worksheetType);
    const id = at === 0 ? 'rId1' : file.relate('xl/workbook.xml', `${office}/worksheet`, part);
    return `<sheet name="${escaped(grid.name)}" sheetId="${at + 1}" state="${grid.visibility}" r:id="${id}"/>`;
  });
  file.putText(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets>${namesXml(names ?? [], sheets)}</workbook>`,
  );
  return file.save();
}

function namesXml(names: readonly WorkbookName[], sheets: readonly Grid[]): string {
  if (names.length === 0) return '';
  const defined = names.map(({ name, sheet, isHidden, leads }) => {
    const at = sheets.findIndex((one) => one.name === sheet);
    const scope = at < 0 ? '' : ` localSheetId="${at}"`;
    const formula = leads === 'nowhere' ? '0' : '[1]年初!$C$5';
    return `<definedName name="${escaped(name)}"${scope}${isHidden ? ' hidden="1"' : ''}>${formula}</definedName>`;
  });
  return `<definedNames>${defined.join('')}</definedNames>`;
}

function sheetXml({ rows, hiddenRows, hiddenColumns }: Grid): string {
  const columns = [...hiddenColumns].map(
    (at) => `<col min="${at + 1}" max="${at + 1}" width="0" hidden="1" customWidth="1"/>`,
  );
  const lines = rows.map((row, at) => {
    const cells = (row ?? []).map((cell, column) =>
      cell === undefined ? '' : cellXml(cellAddress(at, column), cell),
    );
    return `<row r="${at + 1}"${hiddenRows.has(at) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${main}">${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(address: string, { value, formula }: Cell): string {
  const calculated = formula === null ? '' : `<f>${escaped(formula.slice(1))}</f>`;
  switch (typeof value) {
    case 'number':
      return `<c r="${address}">${calculated}<v>${value}</v></c>`;
    case 'string':
      return formula === null
        ? `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
        : `<c r="${address}" t="str">${calculated}<v>${escaped(value)}</v></c>`;
    default:
      throw new Error(`${address}: neither a number nor a text`);
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
