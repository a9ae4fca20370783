/** How is an official table laid out as a new sheet? Titles, lines, notes and formulas as printed. */
import type { TemplateEdition } from '../forms/templateTexts';
import { currencyAndYearText, diagonalTexts, reportingUnitText } from '../forms/templateTexts';
import type { Form } from '../forms/form';
import { editionOf } from '../forms/form';
import { formById } from '../forms/officialForms';
import type { CurrencyUnit, FormId } from '../forms/terms';
import { blockTitles, budgetBlocks, measures, measureTitles, totalLineTitle } from '../forms/terms';
import { totalFormula } from '../formulas/totalFormula';
import type { CellRange } from '../grid';
import type { LayoutCell, SheetLayout } from './layout';
import { columnWidths, formats, rowHeights, validations } from './templateLooks';
import {
  blockRow,
  figureColumn,
  firstFigureColumn,
  firstLineRow,
  headingRow,
  labelColumn,
  lastColumn,
  lastUnitColumn,
  measureRow,
  range,
  titleRow,
} from './templatePlaces';

/** What is asked before a template is laid out. */
export interface TemplateOptions {
  /** Which tables, in the order of their sheets. */
  readonly forms: readonly FormId[];
  /** Empty where it is to be filled in by hand. */
  readonly reportingUnit: string;
  /** Null where it is to be filled in by hand. */
  readonly fiscalYear: number | null;
  readonly currencyUnit: CurrencyUnit;
  readonly edition: TemplateEdition;
  /** Lock everything but the input cells, without a password. */
  readonly protect: boolean;
}

/** The sheets of a template, one per table asked for. */
export function standardTemplate(options: TemplateOptions): SheetLayout[] {
  return options.forms.map((id) => {
    const form = formById(id);
    // A form that has no list of its own in the edition prints the one it has.
    const { labels, notes } = editionOf(form, options.edition) ?? form.editions[0];
    return layOutForm(form, { labels: Object.values(labels), notes }, options);
  });
}

/** What is printed in one form's sheet besides its title and its columns. */
export interface PrintedTexts {
  /** The labels of its lines. */
  readonly labels: readonly string[];
  /** One text per row under the table. */
  readonly notes: readonly string[];
}

/** A form's sheet with the labels and notes given. */
export function layOutForm(
  form: Form,
  { labels: titles, notes }: PrintedTexts,
  options: Omit<TemplateOptions, 'forms' | 'edition'>,
): SheetLayout {
  const totalRow = firstLineRow + titles.length;
  const lastRow = totalRow + notes.length;
  return {
    name: form.sheetName,
    cells: [
      { row: titleRow, column: labelColumn, content: form.title },
      ...headingCells(options),
      ...headerCells(),
      ...titles.map((content, index) => ({
        row: firstLineRow + index,
        column: labelColumn,
        content,
      })),
      { row: totalRow, column: labelColumn, content: totalLineTitle },
      ...totalCells(totalRow),
      ...notes.map((content, index) => ({
        row: totalRow + 1 + index,
        column: labelColumn,
        content,
      })),
    ],
    merges: merges(totalRow, lastRow),
    formats: formats(totalRow, lastRow, options.currencyUnit),
    validations: validations(totalRow, options.currencyUnit),
    columnWidths: columnWidths(options.currencyUnit),
    rowHeights: rowHeights(titles, totalRow, notes, options.currencyUnit),
    print: {
      orientation: 'landscape',
      paper: 'A4',
      area: range(titleRow, labelColumn, lastRow, lastColumn),
      titleRows: { first: titleRow, last: measureRow },
      fit: 'page',
      centreHorizontally: true,
    },
    freezeAt: { row: firstLineRow, column: firstFigureColumn },
    protect: options.protect,
  };
}

function headingCells({
  reportingUnit,
  currencyUnit,
  fiscalYear,
}: Pick<TemplateOptions, 'reportingUnit' | 'currencyUnit' | 'fiscalYear'>): LayoutCell[] {
  return [
    { row: headingRow, column: labelColumn, content: reportingUnitText(reportingUnit) },
    {
      row: headingRow,
      column: lastUnitColumn + 1,
      content: currencyAndYearText(currencyUnit, fiscalYear),
    },
  ];
}

function headerCells(): LayoutCell[] {
  // As much to the right as the column takes in the form's own font; one space more would wrap.
  const diagonal = `\u3000\u3000\u3000\u3000${diagonalTexts.columns}\n${diagonalTexts.lines}`;
  return [
    { row: blockRow, column: labelColumn, content: diagonal },
    ...budgetBlocks.flatMap((block, at) => [
      { row: blockRow, column: figureColumn(at, 0), content: blockTitles[block] },
      ...measures.map((measure, within) => ({
        row: measureRow,
        column: figureColumn(at, within),
        content: measureTitles[measure],
      })),
    ]),
  ];
}

/** The total block of every line (=B5+F5) and the total line of every column (=SUM(B5:B23)). */
function totalCells(totalRow: number): LayoutCell[] {
  const cells: LayoutCell[] = [];
  const lineRows = Array.from({ length: totalRow - firstLineRow }, (_, at) => firstLineRow + at);
  for (const row of lineRows) {
    measures.forEach((_, within) => {
      const parts = [0, 1].map((block) => ({ row, column: figureColumn(block, within) }));
      cells.push({
        row,
        column: figureColumn(2, within),
        content: totalFormula(parts, 'line'),
      });
    });
  }
  for (let column = firstFigureColumn; column <= lastColumn; column += 1) {
    const parts = lineRows.map((row) => ({ row, column }));
    cells.push({ row: totalRow, column, content: totalFormula(parts, 'column') });
  }
  return cells;
}

function merges(totalRow: number, lastRow: number): CellRange[] {
  const areas = [
    range(titleRow, labelColumn, titleRow, lastColumn),
    range(headingRow, labelColumn, headingRow, lastUnitColumn),
    range(headingRow, lastUnitColumn + 1, headingRow, lastColumn),
    range(blockRow, labelColumn, measureRow, labelColumn),
    ...budgetBlocks.map((_, block) =>
      range(blockRow, figureColumn(block, 0), blockRow, figureColumn(block, measures.length - 1)),
    ),
  ];
  for (let row = totalRow + 1; row <= lastRow; row += 1) {
    areas.push(range(row, labelColumn, row, lastColumn));
  }
  return areas;
}
