/** How is a result laid out as the official sheets, with its inputs taken from the working papers? */
import type { Amount } from '../amount';
import { numberFromAmount } from '../amount';
import { editionOf } from '../forms/form';
import { budgetBlocks, measures } from '../forms/terms';
import { cellAddress, columnLetters } from '../grid';
import type { LayoutCell, SheetLayout } from '../template/layout';
import { layOutForm } from '../template/standardTemplate';
import { figureColumn, firstLineRow, labelColumn } from '../template/templatePlaces';
import type { Consolidated, ConsolidatedTable } from './consolidate';
import type { ResultNames } from './resultNames';
import { resultNames } from './resultNames';
import { resultWidths } from './resultWidths';
import { sourceColumns } from './takenUnit';

/** Columns of a working paper: 单位, 服务领域, then the figures. */
const paper = { line: 1, firstFigure: 2 } as const;

/** Of a result, what its sheets show. */
export interface LaidOutResult extends Pick<
  Consolidated,
  'forms' | 'reportingUnit' | 'fiscalYear' | 'currencyUnit' | 'tables'
> {
  readonly contributions: readonly Pick<Consolidated['contributions'][number], 'form'>[];
}

/**
 * The result's sheets, one for each table. What no unit reports stays blank.
 *
 * @param inputs formulas over the working papers, or plain values; totals are formulas
 */
export function resultLayouts(
  result: LaidOutResult,
  inputs: 'formulas' | 'values',
  names: ResultNames = resultNames(result.forms),
): SheetLayout[] {
  return result.forms.forms.flatMap((form) => {
    const table = result.tables.get(form.id);
    const [name, paperName] = [names.tables.get(form.id), names.papers.get(form.id)];
    if (table === undefined || name === undefined || paperName === undefined) return [];
    const { reportingUnit, fiscalYear, currencyUnit } = result;
    const texts = {
      labels: table.lines.map(({ label }) => label),
      notes: (editionOf(form, table.edition) ?? form.editions[0]).notes,
    };
    const options = { reportingUnit, fiscalYear, currencyUnit, protect: false };
    const layout = layOutForm(form, texts, options);
    const last = 1 + result.contributions.filter(({ form: id }) => id === form.id).length;
    const cells = inputCells(table, (at, row) =>
      inputs === 'values' ? null : sumOfPaper(paperName, at, row, last),
    );
    const columnWidths = resultWidths(layout.columnWidths, table);
    return [{ ...layout, name, columnWidths, cells: [...layout.cells, ...cells] }];
  });
}

function inputCells(
  table: ConsolidatedTable,
  formula: (at: number, row: number) => string | null,
): LayoutCell[] {
  return table.lines.flatMap(({ figures }, index) =>
    sourceColumns.flatMap(({ block, measure }, at): LayoutCell[] => {
      const amount: Amount | null = figures[block][measure];
      if (amount === null) return [];
      const row = firstLineRow + index;
      const within = measures.indexOf(measure);
      const column = figureColumn(budgetBlocks.indexOf(block), within);
      const value = numberFromAmount(amount);
      const content = formula(at, row);
      return [
        content === null
          ? { row, column, content: value }
          : { row, column, content, result: value },
      ];
    }),
  );
}

/** The paper's column, where its 服务领域 is the line's label. */
function sumOfPaper(name: string, at: number, row: number, last: number): string {
  const area = (column: number) => {
    const letters = columnLetters(column);
    return `'${name}'!$${letters}$2:$${letters}$${last}`;
  };
  const label = `$${cellAddress(row, labelColumn)}`;
  return `=SUMIFS(${area(paper.firstFigure + at)},${area(paper.line)},${label})`;
}
