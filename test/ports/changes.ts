/** Changes of cells as a test writes them: what is to stand there, from whatever stands there now. */
import type { CellChange } from '../../src/application/cellChange';
import type { CellContent, CellReference, CellSnapshot } from '../../src/application/cellContent';
import type { Reads } from '../../src/application/ports';

/** What is to stand in a cell; `numberFormat` null: as it is, unless it hides that it is a figure. */
export interface Wanted extends CellReference {
  readonly content: CellContent;
  readonly numberFormat: string | null;
}

/** Changes that expect what was read. */
export function changesFrom(
  before: readonly CellSnapshot[],
  wanted: readonly Wanted[],
): CellChange[] {
  return wanted.map(({ sheet, cell, content, numberFormat }, index) => {
    const stands = before[index];
    if (stands === undefined) throw new Error('one reading for each change');
    return {
      sheet,
      cell,
      expected: stands.content,
      content,
      numberFormat:
        numberFormat === null
          ? { kind: 'asFigure', instead: 'General' }
          : { kind: 'putBack', expected: stands.numberFormat, format: numberFormat },
    };
  });
}

/** Changes that expect what stands there now. */
export async function changesTo(workbook: Reads, wanted: readonly Wanted[]): Promise<CellChange[]> {
  const before = await workbook.readCells(wanted);
  if (!before.ok) throw new Error(before.fault.code);
  return changesFrom(before.value, wanted);
}
