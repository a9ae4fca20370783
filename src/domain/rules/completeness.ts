/** Is everything there that the form and the reporting round ask for? */
import { formatAmount } from '../amount';
import type { DetailOf, FindingDraft } from '../finding';
import type { LineId } from '../forms/form';
import { editionOf, labelIn, linesOf } from '../forms/form';
import type { BudgetBlock, Measure } from '../forms/terms';
import { sourceBlocks, totalLineTitle } from '../forms/terms';
import { roundRequirements } from '../forms/rounds';
import { cellAddress } from '../grid';
import { isTotalLabel } from '../recognise/labels';
import type { RecognisedTable, TableLine } from '../recognise/table';
import { countsOtherBlocks } from '../returns/otherBlocks';
import { totalsWithSubtotals } from '../returns/subtotals';
import type { Figure, LineView, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { judged, satisfied, violated } from './outcome';
import type { CheckSettings } from './settings';

/**
 * C-010 (`missing`) and C-015 (`partlyMissing`): figures that the round requires are filled on every
 * line that has projects. In July last year's accounts may be blank for a new project: single blanks
 * are C-015, a column without any is C-010.
 */
export function checkRequired(
  unit: UnitReturn,
  columns: 'missing' | 'partlyMissing',
  settings: CheckSettings,
): Outcome[] {
  const { required, finalAccountsOfSameYear } = roundRequirements[settings.round];
  return tablesOfReturn(unit).flatMap((table) =>
    sourceBlocks.flatMap((block) =>
      required.flatMap((measure): Outcome[] => {
        const byColumn = measure === 'finalAccounts' && !finalAccountsOfSameYear;
        if (columns === 'partlyMissing' && !byColumn) return [];
        const figures = figuresOfProjects(table, block, measure);
        if (byColumn) {
          const whole = figures.length > 0 && figures.every((figure) => figure.blank);
          if (whole) return columns === 'missing' ? [violated(requiredDraft(figures, true))] : [];
          if (columns === 'missing') return [];
        }
        return figures.map((figure) =>
          judged(figure.blank ? requiredDraft([figure], false) : null),
        );
      }),
    ),
  );
}

/** A column's figures on the lines that have projects. */
function figuresOfProjects(table: TableView, block: BudgetBlock, measure: Measure): Figure[] {
  const found: Figure[] = [];
  for (const { figures } of table.summed) {
    const { amount } = figures[block].projectCount;
    if (amount !== null && amount > 0n) found.push(figures[block][measure]);
  }
  return found;
}

function requiredDraft(blanks: readonly Figure[], whole: boolean): FindingDraft {
  const [first] = blanks;
  if (first === undefined) throw new Error('no blank figure to report');
  const cells = blanks.map((figure) => figure.address);
  return {
    sheet: first.table.sheet,
    cells,
    detail: { kind: 'required', place: placeOf(first), cells, whole },
  };
}

/** C-030: every line of the sheet's own edition once, no unknown line, and a total line. */
export function checkLinesComplete(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) => [
    ...linesOf(table.table.official).flatMap((line) => formLineOutcomes(table, line)),
    ...unknownLines(table),
    judged(totalLineDraft(table)),
  ]);
}

/** The total line is there, and called so. */
function totalLineDraft(table: TableView): FindingDraft | null {
  const { total } = table;
  if (total === null) {
    return linesDraft(table, 'missingTotal', totalLineTitle, 'total', table.lines.at(-1));
  }
  return isTotalLabel(total.label)
    ? null
    : linesDraft(table, 'totalUnnamed', total.label, total.key, total);
}

/** C-035: one check for every block that is not the form's, and one where there is none. */
export function checkFormBlocks(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((view): Outcome[] => {
    const { otherBlocks } = view.table;
    if (otherBlocks.length === 0) return [satisfied];
    return otherBlocks.map(({ title, position }) =>
      violated({
        sheet: view.sheet,
        cells: [cellAddress(position.row, position.column)],
        detail: { kind: 'otherBlock', form: view.form, title, counted: countsOtherBlocks(view) },
      }),
    );
  });
}

/** One line of the form: there once, missing, or there again. */
function formLineOutcomes(table: TableView, line: LineId): Outcome[] {
  const { official } = table.table;
  const edition = editionOf(official, table.table.edition);
  const label = edition && labelIn(edition, line);
  const [first, ...again] = table.lines.filter((entry) => entry.line.id === line);
  if (first === undefined) {
    if (edition === null || label === null || edition.optional.includes(line)) return [];
    const order = linesOf(official);
    const later = new Set(order.slice(order.indexOf(line) + 1));
    const next = table.lines.find(({ line: { id } }) => id !== null && later.has(id));
    return [violated(linesDraft(table, 'missing', label, line, next ?? table.lines.at(-1)))];
  }
  if (again.length === 0) return [satisfied];
  return again.map((entry) =>
    violated(linesDraft(table, 'duplicate', entry.label, entry.key, entry)),
  );
}

function unknownLines(table: TableView): Outcome[] {
  const known = new Set(linesOf(table.table.official));
  return table.lines.flatMap((line) => {
    const { id } = line.line;
    const isUnknown = line.kind === 'serviceArea' && (id === null || !known.has(id));
    if (!isUnknown && line.kind !== 'subtotal') return [];
    const problem = isUnknown ? 'unknown' : 'subtotal';
    return [violated(linesDraft(table, problem, line.label, line.key, line))];
  });
}

function linesDraft(
  view: TableView,
  problem: DetailOf<'lines'>['problem'],
  label: string,
  key: string,
  at: LineView | undefined,
): FindingDraft {
  const { table, form, sheet } = view;
  const counted = problem === 'subtotal' ? [...totalsWithSubtotals(view)] : [];
  return {
    sheet,
    cells: [labelCell(table, at?.line)],
    detail: {
      kind: 'lines',
      form,
      key,
      problem,
      line: label,
      edition: table.edition,
      row: at === undefined ? null : at.line.row + 1,
      countedBy: counted.map(([figure, more]) => ({
        total: placeOf(figure),
        more: formatAmount(more),
      })),
    },
  };
}

function labelCell(table: RecognisedTable, line: TableLine | undefined): string {
  return cellAddress(line?.row ?? table.range.top, table.labelColumn);
}

/** C-040: one check per known label; a line of another form is C-030's. */
export function checkOneEdition(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap(({ table, form, sheet, lines }) => {
    const { official } = table;
    const own = editionOf(official, table.edition);
    const known = new Set(linesOf(official));
    return lines.flatMap(({ line, key }): Outcome[] => {
      if (line.id === null || !known.has(line.id)) return [];
      if (line.editions.includes(table.edition)) return [satisfied];
      return [
        violated({
          sheet,
          cells: [labelCell(table, line)],
          detail: {
            kind: 'edition',
            form,
            key,
            line: line.label,
            editions: line.editions,
            sheetEdition: table.edition,
            ownTitle: own && labelIn(own, line.id),
          },
        }),
      ];
    });
  });
}

/** C-050. */
export function checkEmptyTable(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).map(({ table, form, sheet, empty }) =>
    judged(
      empty
        ? {
            sheet,
            cells: [cellAddress(table.range.top, table.range.left)],
            detail: { kind: 'emptyTable', form },
          }
        : null,
    ),
  );
}

/** C-060: one check for every form that a return needs besides the first that is there. */
export function checkTableMissing(unit: UnitReturn): Outcome[] {
  const [there] = tablesOfReturn(unit);
  if (there === undefined) return [];
  const { range, heading } = there.table;
  return unit.forms.needed
    .filter((form) => form !== there.form)
    .map((form) =>
      judged(
        unit.tables.has(form)
          ? null
          : {
              sheet: there.sheet,
              cells: [cellAddress(range.top, range.left)],
              detail: {
                kind: 'tableMissing',
                missing: form,
                reportingUnit: heading.reportingUnit.value,
              },
            },
      ),
    );
}
