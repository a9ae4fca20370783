// How is a copy of a workbook made in which some cells hold something else?

import { attr, ensureChild, setAttr } from './ooxml/xml';
import type { CellContent } from './patchCells';
import { patchCells } from './patchCells';
import type { Cell } from './values';
import { WORKBOOK_ORDER, Workbook } from './workbook';

/** What a cell of a sheet is to hold. */
export interface NewContent extends CellContent {
  readonly sheet: string;
}

/**
 * The workbook's bytes with these contents; formats and everything else stay as they are. A sheet whose
 * cells stand there already keeps every byte beside them, and other parts keep all of theirs. Formulas
 * elsewhere are worked out anew when Excel opens the file.
 *
 * @throws where the bytes are no .xlsx or a sheet is missing
 */
export async function copyWithCells(
  bytes: Uint8Array,
  contents: readonly NewContent[],
): Promise<Uint8Array> {
  const workbook = await Workbook.open(bytes);
  for (const name of new Set(contents.map(({ sheet }) => sheet))) {
    const sheet = workbook.sheetNamed(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    const own = contents.filter((content) => content.sheet === name);
    const patched = patchCells(workbook.files.text(sheet.part) ?? '', own);
    if (patched === null) {
      for (const content of own) setContent(sheet.edit(content.row, content.column), content);
    } else {
      workbook.files.putText(sheet.part, patched.text);
      if (patched.lostFormulas > 0) workbook.forgetOrder();
    }
  }
  const calculation = ensureChild(workbook.root, 'calcPr', WORKBOOK_ORDER);
  if (attr(calculation, 'fullCalcOnLoad') !== '1') {
    setAttr(calculation, 'fullCalcOnLoad', '1');
    workbook.touch();
  }
  return workbook.save();
}

function setContent(cell: Cell, { value, keepsFormula }: CellContent): void {
  cell.value = value;
  delete cell.shared;
  if (keepsFormula) return;
  delete cell.formula;
  delete cell.array;
}
