// How is a copy of a workbook made in which some cells hold something else?

import { attr, ensureChild, setAttr } from './ooxml/xml';
import type { Cell } from './values';
import { WORKBOOK_ORDER, Workbook } from './workbook';

/** What a cell is to hold, zero-based. */
export interface NewContent {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string;
  /** True where the formula that stands there stays and shows the value. */
  readonly keepsFormula: boolean;
}

/**
 * The workbook's bytes with these contents; formats and everything else stay as they are. Formulas
 * elsewhere are worked out anew when Excel opens the file.
 *
 * @throws where the bytes are no .xlsx or a sheet is missing
 */
export async function copyWithCells(
  bytes: Uint8Array,
  contents: readonly NewContent[],
): Promise<Uint8Array> {
  const workbook = await Workbook.open(bytes);
  for (const { sheet: name, row, column, value, keepsFormula } of contents) {
    const sheet = workbook.sheetNamed(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    setContent(sheet.edit(row, column), value, keepsFormula);
  }
  const calculation = ensureChild(workbook.root, 'calcPr', WORKBOOK_ORDER);
  if (attr(calculation, 'fullCalcOnLoad') !== '1') {
    setAttr(calculation, 'fullCalcOnLoad', '1');
    workbook.touch();
  }
  return workbook.save();
}

function setContent(cell: Cell, value: number | string, keepsFormula: boolean): void {
  cell.value = value;
  delete cell.shared;
  if (keepsFormula) return;
  delete cell.formula;
  delete cell.array;
}
