/** How are our marks put on an opened workbook's sheets, and taken off again? */
import { marksAlready, markRules, rangesAddress } from '../../application/markRules';
import type { Mark } from '../../application/ports';
import { sameSheetName } from '../../domain/sheetName';
import type { BookSheet } from './BookSheet';

/** What came of it. */
export interface ReplacedMarks {
  /** Rules that stood there and were taken off. */
  readonly removed: number;
  /** Names of the sheets that do not let formats be changed. */
  readonly locked: readonly string[];
  readonly isChanged: boolean;
}

/** Puts marks in place of those that stand on the sheets; what stands as wanted is left alone. */
export function replaceMarks(
  sheets: readonly BookSheet[],
  marks: readonly Mark[],
  isLocked: (sheet: BookSheet) => boolean,
): ReplacedMarks {
  let removed = 0;
  let isChanged = false;
  const locked: string[] = [];
  for (const sheet of sheets) {
    const own = marks.filter((mark) => sameSheetName(mark.sheet, sheet.name));
    const standing = markRules(sheet.marks).map(({ kind, ranges }) => ({
      kind,
      address: rangesAddress(ranges),
    }));
    if (!sheet.isMarkedInFile && marksAlready(standing, markRules(own))) continue;
    if (isLocked(sheet)) {
      locked.push(sheet.name);
      continue;
    }
    isChanged = true;
    removed += standing.length + (sheet.isMarkedInFile ? 1 : 0);
    sheet.isMarkedInFile = false;
    sheet.marks = own;
  }
  return { removed, locked, isChanged };
}
