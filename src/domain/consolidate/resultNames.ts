/** Under which names do a result's sheets stand together, so that a workbook can hold several results? */
import { notesSheetName, workingPaperName } from '../forms/consolidationTexts';
import type { FormSet } from '../forms/form';
import type { FormId } from '../forms/terms';
import type { WorkbookGrids } from '../grid';
import type { RecognisedReturn } from '../recognise/table';
import { tablesOf } from '../recognise/table';

/** The names of one result's sheets. */
export interface ResultNames {
  /** By form: the official table. */
  readonly tables: ReadonlyMap<FormId, string>;
  /** By form: its working paper. */
  readonly papers: ReadonlyMap<FormId, string>;
  readonly notes: string;
}

/**
 * Names of which none is taken: all plain, or all with the same number behind, so that a table and its
 * working paper are known to belong together.
 *
 * @param taken names of the sheets that are there already
 */
export function resultNames(forms: FormSet, taken: readonly string[] = []): ResultNames {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const names = namesWith(forms, number === 1 ? '' : ` (${number})`);
    const all = [...names.tables.values(), ...names.papers.values(), names.notes];
    if (!all.some((name) => known.has(name.toLowerCase()))) return names;
  }
}

function namesWith({ forms }: FormSet, ending: string): ResultNames {
  return {
    tables: new Map(forms.map(({ id, sheetName }) => [id, `${sheetName}${ending}`])),
    papers: new Map(forms.map(({ id }, place) => [id, `${workingPaperName(place)}${ending}`])),
    notes: `${notesSheetName}${ending}`,
  };
}

/** The results of which a workbook holds working papers, in the order of its sheets. */
export function resultsIn({ sheets }: WorkbookGrids, forms: FormSet): ResultNames[] {
  const papers = forms.forms.map((_, place) => workingPaperName(place));
  const endings = sheets.flatMap(({ name }) => {
    const paper = papers.find((one) => name.startsWith(one));
    const ending = paper === undefined ? null : name.slice(paper.length);
    return ending !== null && /^(?: \(\d+\))?$/.test(ending) ? [ending] : [];
  });
  return [...new Set(endings)].map((ending) => namesWith(forms, ending));
}

/**
 * The result that a return is, so that it is no unit of its own: its inputs are formulas over working
 * papers of this workbook, whatever its sheets are called by now, or its sheets are called as a result's.
 */
export function resultOf(unit: RecognisedReturn, workbook: WorkbookGrids): ResultNames | null {
  const results = resultsIn(workbook, unit.forms);
  const tables = tablesOf(unit);
  const byFormula = results.find(({ papers }) =>
    tables.some(({ form, grid, range }) => {
      const paper = papers.get(form);
      return (
        paper !== undefined &&
        grid.rows
          .slice(range.top, range.bottom + 1)
          .some((row) => row?.some((cell) => refersTo(cell?.formula ?? null, paper)))
      );
    }),
  );
  const byName = results.find(({ tables: names }) =>
    tables.every(({ form, grid }) => names.get(form) === grid.name),
  );
  return byFormula ?? byName ?? null;
}

/** Excel leaves out the quotes that a name does not need. */
function refersTo(formula: string | null, sheet: string): boolean {
  if (formula === null) return false;
  const plain = formula.replaceAll("'", '');
  return [`(${sheet}!`, `,${sheet}!`].some((reference) => plain.includes(reference));
}
