// How is a copy of a workbook made in which some cells hold something else?

import { attr, ensureChild, setAttr } from './ooxml/xml';
import type { CellContent } from './patchCells';
import { patchCells } from './patchCells';
import type { Sheet } from './sheet';
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
    putContents(
      workbook,
      sheet,
      contents.filter((content) => content.sheet === name),
    );
  }
  calculateOnOpening(workbook);
  return workbook.save();
}

/** Puts contents into cells of one sheet; where nothing else in it was changed, into the very text of its part. */
export function putContents(
  workbook: Workbook,
  sheet: Sheet,
  contents: readonly CellContent[],
): void {
  if (contents.length === 0) return;
  const patched = sheet.changed
    ? null
    : patchCells(workbook.files.text(sheet.part) ?? '', contents);
  if (patched === null) {
    for (const content of contents) setContent(sheet.edit(content.row, content.column), content);
    return;
  }
  workbook.files.putText(sheet.part, patched.text);
  if (patched.lostFormulas > 0) workbook.forgetOrder();
}

/** Has Excel work every formula out when it opens the file. */
export function calculateOnOpening(workbook: Workbook): void {
  const calculation = ensureChild(workbook.root, 'calcPr', WORKBOOK_ORDER);
  if (attr(calculation, 'fullCalcOnLoad') === '1') return;
  setAttr(calculation, 'fullCalcOnLoad', '1');
  workbook.touch();
}

/** Says in the file whether its formulas show results that are old, for those who read it without calculating. */
export function tellPending(workbook: Workbook, isPending: boolean): void {
  const calculation = ensureChild(workbook.root, 'calcPr', WORKBOOK_ORDER);
  const told = isPending ? '0' : undefined;
  if (attr(calculation, 'calcCompleted') === told) return;
  setAttr(calculation, 'calcCompleted', told);
  workbook.touch();
}

function setContent(cell: Cell, { value, newFormula, style, keepsFormula }: CellContent): void {
  cell.value = value;
  delete cell.shared;
  if (style !== undefined) cell.style = style;
  if (keepsFormula) return;
  delete cell.formula;
  delete cell.array;
  if (newFormula !== undefined) cell.formula = newFormula;
}
