/** What did the city of Puyang report for 2019? Its figures, and sheets of the official layout with them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormId } from '../../src/domain/forms/terms';
import type { LayoutCell, SheetLayout } from '../../src/domain/template/layout';
import { standardTemplate } from '../../src/domain/template/standardTemplate';
import { firstFigureColumn, firstLineRow } from '../../src/domain/template/templatePlaces';

/** Figures by line (the total line last) and official column; null where nothing was reported. */
export type ReportedFigures = readonly (readonly (number | null)[])[];

/** The figures as printed, from the .tsv files beside. */
export function puyangFigures(form: FormId): ReportedFigures {
  const file = join(__dirname, 'figures', `puyang-2019-${form}.tsv`);
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .split('\t')
        .slice(1)
        .map((text) => (text === '' ? null : Number(text))),
    );
}

/** The pair in the official layout, with totals as typed or as formulas. */
export function puyangLayouts(totals: 'typed' | 'formulas'): SheetLayout[] {
  const layouts = standardTemplate({
    forms: ['table1', 'table2'],
    reportingUnit: '濮阳市财政局',
    fiscalYear: 2019,
    currencyUnit: 'tenThousandYuan',
    edition: 'form2019',
    protect: false,
  });
  return layouts.map((layout, index) =>
    withFigures(layout, puyangFigures(index === 0 ? 'table1' : 'table2'), totals),
  );
}

/** A template's layout with figures typed in: everywhere, or only where it has no total formula. */
export function withFigures(
  layout: SheetLayout,
  figures: ReportedFigures,
  totals: 'typed' | 'formulas',
): SheetLayout {
  const cells = new Map<string, LayoutCell>();
  for (const cell of layout.cells) {
    const isFormula = typeof cell.content === 'string' && cell.content.startsWith('=');
    if (totals === 'formulas' || !isFormula) cells.set(`${cell.row},${cell.column}`, cell);
  }
  figures.forEach((line, at) => {
    line.forEach((content, within) => {
      const [row, column] = [firstLineRow + at, firstFigureColumn + within];
      const key = `${row},${column}`;
      if (content !== null && !cells.has(key)) cells.set(key, { row, column, content });
    });
  });
  return { ...layout, cells: [...cells.values()] };
}
