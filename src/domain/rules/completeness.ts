/** Is everything there that the form and the reporting round ask for? */
import type { FindingDraft } from '../finding';
import { formLines } from '../forms/lines';
import type { BudgetBlock, Measure } from '../forms/terms';
import { sourceBlocks, totalLineTitle } from '../forms/terms';
import { roundRequirements } from '../forms/rounds';
import { cellAddress } from '../grid';
import type { RecognisedTable, TableLine } from '../recognise/table';
import type { Rule } from './catalogue';
import type { Outcomes } from './outcomes';
import type { CheckSettings } from './settings';
import type { FigureCell, PairView, TableView } from './view';
import { placeOf, viewsOf } from './view';

const noFigures = { stated: null, computed: null, difference: null } as const;

/**
 * C-010 (`missing`) and C-015 (`partlyMissing`): figures that the round requires are filled on every
 * line that has projects. In July last year's accounts may be blank for a new project: single blanks
 * are C-015, a column without any is C-010.
 */
export function checkRequired(
  rule: Rule,
  columns: 'missing' | 'partlyMissing',
  pair: PairView,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  const { required, finalAccountsOfSameYear } = roundRequirements[settings.round];
  for (const view of viewsOf(pair)) {
    for (const block of sourceBlocks) {
      for (const measure of required) {
        const byColumn = measure === 'finalAccounts' && !finalAccountsOfSameYear;
        const figures = figuresOfProjects(view, block, measure);
        const blanks = figures.filter((figure) => figure.blank);
        const whole = byColumn && figures.length > 0 && blanks.length === figures.length;
        if (whole && columns === 'missing') {
          outcomes.violated(rule, requiredDraft(view, blanks, true));
        } else if (columns === (byColumn ? 'partlyMissing' : 'missing') && !whole) {
          for (const figure of figures) {
            outcomes.settle(rule, figure.blank ? requiredDraft(view, [figure], false) : null);
          }
        }
      }
    }
  }
}

/** A column's figures on the lines that have projects. */
function figuresOfProjects(view: TableView, block: BudgetBlock, measure: Measure): FigureCell[] {
  return view.summed
    .map((line) => line.figures[block])
    .filter(({ projectCount }) => projectCount.amount !== null && projectCount.amount > 0n)
    .map((figures) => figures[measure]);
}

function requiredDraft(
  view: TableView,
  blanks: readonly FigureCell[],
  whole: boolean,
): FindingDraft {
  const [first] = blanks;
  if (first === undefined) throw new Error('no blank figure to report');
  const cells = blanks.map((figure) => figure.address);
  return {
    sheet: view.table.grid.name,
    cells,
    ...noFigures,
    detail: { kind: 'required', place: placeOf(view, first), cells, whole },
  };
}

/** C-030: every line of the sheet's own edition once, no unknown line, and a total line. */
export function checkLinesComplete(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  for (const { table } of viewsOf(pair)) {
    const { edition, form, lines } = table;
    const draft = (
      problem: 'missing' | 'missingTotal' | 'duplicate' | 'unknown',
      label: string,
      at: TableLine | undefined,
    ): FindingDraft => ({
      sheet: table.grid.name,
      cells: [labelCell(table, at)],
      ...noFigures,
      detail: {
        kind: 'lines',
        problem,
        line: label,
        edition,
        row: at === undefined ? null : at.row + 1,
      },
    });
    const expected = formLines[form];
    expected.forEach((line, index) => {
      const title = line.titles[edition];
      const standing = lines.filter((entry) => entry.id === line.id);
      const [, ...again] = standing;
      if (standing.length === 0 && line.required && title !== null) {
        const later = new Set(expected.slice(index + 1).map((entry) => entry.id));
        const next = lines.find((entry) => entry.id !== null && later.has(entry.id));
        outcomes.violated(rule, draft('missing', title, next ?? lines.at(-1)));
      } else if (again.length > 0) {
        for (const entry of again) outcomes.violated(rule, draft('duplicate', entry.label, entry));
      } else if (standing.length === 1 || line.required) {
        outcomes.satisfied();
      }
    });
    for (const line of lines) {
      const foreign = line.id !== null && !expected.some((entry) => entry.id === line.id);
      if (line.kind === 'serviceArea' && (line.id === null || foreign)) {
        outcomes.violated(rule, draft('unknown', line.label, line));
      }
    }
    const totals = lines.filter((line) => line.kind === 'total');
    outcomes.settle(
      rule,
      totals.length > 0 ? null : draft('missingTotal', totalLineTitle, lines.at(-1)),
    );
  }
}

function labelCell(table: RecognisedTable, line: TableLine | undefined): string {
  return cellAddress(line?.row ?? table.range.top, table.labelColumn);
}

/** C-040: one check per known label. */
export function checkOneEdition(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  for (const { table } of viewsOf(pair)) {
    for (const line of table.lines) {
      if (line.id === null) continue;
      if (line.editions.includes(table.edition)) {
        outcomes.satisfied();
        continue;
      }
      const own = formLines[table.form].find((entry) => entry.id === line.id);
      outcomes.violated(rule, {
        sheet: table.grid.name,
        cells: [labelCell(table, line)],
        ...noFigures,
        detail: {
          kind: 'edition',
          line: line.label,
          editions: line.editions,
          sheetEdition: table.edition,
          ownTitle: own?.titles[table.edition] ?? null,
        },
      });
    }
  }
}

/** C-050. */
export function checkEmptyTable(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  for (const view of viewsOf(pair)) {
    const { table } = view;
    outcomes.settle(
      rule,
      view.empty
        ? {
            sheet: table.grid.name,
            cells: [cellAddress(table.range.top, table.range.left)],
            ...noFigures,
            detail: { kind: 'emptyTable', form: table.form },
          }
        : null,
    );
  }
}

/** C-060. */
export function checkTableMissing(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  const [there] = viewsOf(pair);
  if (there === undefined) return;
  const missing = pair.table1 === null ? 'table1' : pair.table2 === null ? 'table2' : null;
  outcomes.settle(
    rule,
    missing === null
      ? null
      : {
          sheet: there.table.grid.name,
          cells: [cellAddress(there.table.range.top, there.table.range.left)],
          ...noFigures,
          detail: {
            kind: 'tableMissing',
            missing,
            reportingUnit: there.table.heading.reportingUnit.value,
          },
        },
  );
}
