/** A figure was edited: which sheets must be read again, and what does the workbook look like then? */
import { takeFromOtherSheets } from '../domain/formulas/otherSheets';
import { tablesOf } from '../domain/recognise/table';
import type { Recognition, RecognisedReturn } from '../domain/recognise/table';
import type { Grid, WorkbookGrids } from '../domain/grid';
import type { WorkbookChange } from './ports';

/** What a set of changes asks for: nothing, some sheets to be read again, or the whole workbook. */
export type Rereading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sheets'; readonly names: readonly string[] }
  | { readonly kind: 'workbook' };

/**
 * The sheets of the pairs that the changes touch. A text put anywhere else is read as well (it may
 * have completed a heading); a figure, a recalculation or another format elsewhere is not, unless a
 * table there was refused or a table's formulas take something from other sheets.
 */
export function rereadingFor(
  changes: readonly WorkbookChange[],
  recognition: Recognition,
): Rereading {
  const names = new Set<string>();
  for (const { sheet, kind, isFigure } of changes) {
    if (kind === 'structure' || sheet === null) return { kind: 'workbook' };
    const touched = recognition.returns
      .map((pair) => tablesOf(pair).map((table) => table.grid.name))
      .filter((sheets) => sheets.includes(sheet))
      .flat();
    const isRefused = recognition.refused.some((refused) => refused.sheet === sheet);
    if (kind === 'edited' && (isFigure !== true || isRefused)) names.add(sheet);
    for (const name of touched) names.add(name);
    if (kind === 'formatted' || touched.length > 0) continue;
    const fed = recognition.returns.map(sheetsOf).filter(takeFromOtherSheets).flat();
    // What was edited there may reach the tables through further sheets.
    if (kind === 'edited' && fed.length > 0) return { kind: 'workbook' };
    for (const { name } of fed) names.add(name).add(sheet);
  }
  return names.size === 0 ? { kind: 'nothing' } : { kind: 'sheets', names: [...names] };
}

function sheetsOf(pair: RecognisedReturn): readonly Grid[] {
  return tablesOf(pair).map(({ grid }) => grid);
}

/**
 * The workbook with some sheets as they are now. Null when one of them is gone: then the whole
 * workbook must be read.
 */
export function withSheets(
  workbook: WorkbookGrids,
  fresh: WorkbookGrids,
  names: readonly string[],
): WorkbookGrids | null {
  const byName = new Map(fresh.sheets.map((grid) => [grid.name, grid]));
  const known = new Set(workbook.sheets.map((grid) => grid.name));
  if (names.some((name) => !byName.has(name) || !known.has(name))) return null;
  const sheets = workbook.sheets.map((grid) => byName.get(grid.name) ?? grid);
  return { ...workbook, ...fresh, sheets };
}
