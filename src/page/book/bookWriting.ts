/** How are cells of an opened workbook changed, from what is expected to stand there, and read back? */
import type { CellChange, CellStep, ChangedCells } from '../../application/cellChange';
import { decideChanges } from '../../application/cellChange';
import type { CellContent } from '../../application/cellContent';
import { sameContent } from '../../application/cellContent';
import type { HostFault } from '../../domain/fault';
import type { CellPosition } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import { findCells, sameCell } from './bookCells';
import type { BookSheet } from './BookSheet';
import type { SheetActs } from './bookSheetActs';

/** What of a workbook is changed with its sheets and cells. */
export interface BookActs extends SheetActs {
  readonly put: (
    sheet: BookSheet,
    at: CellPosition,
    content: CellContent,
    numberFormat: string,
  ) => void;
}

/** Makes the changes that can be made, the last of each cell. @param keep called with them before the first */
export function writeInto(
  book: BookActs,
  changes: readonly CellChange[],
  keep: (steps: readonly CellStep[]) => void,
): Result<ChangedCells, HostFault> {
  const last = changes.filter(
    (change, index) => !changes.slice(index + 1).some((later) => sameCell(later, change)),
  );
  const found = findCells(book.sheets, last);
  if (!found.ok) return found;
  const standing = found.value.map(({ sheet, at }) => sheet.stateAt(at));
  const { steps, left } = decideChanges(last, standing);
  const places = new Map(last.map((change, index) => [change, found.value[index]]));
  for (const { change } of steps) {
    const place = places.get(change);
    if (place?.sheet.isLocked(place.at) === true) {
      return failure({ code: 'sheetProtected', sheet: change.sheet });
    }
  }
  if (steps.length === 0) return success({ made: [], left });
  keep(steps);
  book.begin(false);
  steps.forEach(({ change, after }, index) => {
    const place = places.get(change);
    if (place === undefined || !book.goesOn(index)) return;
    book.put(place.sheet, place.at, after.content, after.numberFormat);
  });
  book.calculation.settle();
  const wrong = steps.filter(({ change, after }) => {
    const place = places.get(change);
    return !(place && sameContent(after.content, place.sheet.stateAt(place.at).content));
  });
  const [first] = wrong;
  if (first === undefined) return success({ made: steps, left });
  const { sheet } = first.change;
  const cells = wrong
    .filter(({ change }) => change.sheet === sheet)
    .map(({ change }) => change.cell);
  return failure({ code: 'notWritten', sheet, cells });
}
