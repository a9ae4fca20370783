/** Which cells of a workbook are marked after a check, and how? */
import { otherPlaceOf } from '../domain/finding';
import { parseAddress } from '../domain/grid';
import type { CellReference } from './cellContent';
import type { Mark } from './ports';
import type { WorkbookReport } from './report/report';
import { findingsOf } from './report/report';

/** What every mark in a workbook is signed with; its kind stands behind it. */
export const markSignature = 'purchase-services-statistics:mark:';

/** From the weakest to the strongest; a cell carries its strongest mark only. */
const strength: readonly Mark['kind'][] = ['notice', 'warning', 'error', 'culprit'];

/**
 * The marks of a report: errors and warnings where they stand, and the cells that most likely caused
 * failed balances, where one explanation stands out. Notices are not marked.
 */
export function marksOf(report: WorkbookReport): Mark[] {
  const kinds = new Map<string, Map<string, Mark['kind']>>();
  const put = (sheet: string, cell: string, kind: Mark['kind']) => {
    if (parseAddress(cell) === null) return;
    const cells = kinds.get(sheet) ?? new Map<string, Mark['kind']>();
    const before = cells.get(cell);
    if (before === undefined || strength.indexOf(kind) > strength.indexOf(before)) {
      cells.set(cell, kind);
    }
    kinds.set(sheet, cells);
  };
  for (const finding of findingsOf(report)) {
    if (finding.severity === 'notice') continue;
    for (const cell of finding.cells) put(finding.sheet, cell, finding.severity);
    const other = otherPlaceOf(finding);
    if (other !== null) put(other.sheet, other.cell, finding.severity);
  }
  for (const item of report.units.flatMap(({ items }) => items)) {
    if (item.kind !== 'slip' && item.kind !== 'event') continue;
    const explained = item.kind === 'slip' ? item.explanation : item.correction;
    for (const { place } of explained?.corrections ?? []) put(place.sheet, place.cell, 'culprit');
  }
  return [...kinds].flatMap(([sheet, cells]) =>
    strength.flatMap((kind): Mark[] => {
      const marked = [...cells].filter(([, own]) => own === kind).map(([cell]) => cell);
      return marked.length === 0 ? [] : [{ sheet, cells: marked, kind }];
    }),
  );
}

/** Cells that carry a mark which is not wanted any more, or not of that kind. */
export function outdatedMarks(standing: readonly Mark[], wanted: readonly Mark[]): CellReference[] {
  const keyOf = (mark: Mark, cell: string) => `${mark.kind} ${mark.sheet}!${cell}`;
  const borneOut = new Set(wanted.flatMap((mark) => mark.cells.map((cell) => keyOf(mark, cell))));
  return standing.flatMap((mark) =>
    mark.cells
      .filter((cell) => !borneOut.has(keyOf(mark, cell)))
      .map((cell) => ({ sheet: mark.sheet, cell })),
  );
}
