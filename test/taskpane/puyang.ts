/** The Puyang pair as grids: the official template with the report's figures typed in. */
import { gridOfLayout } from '../../src/domain/template/layoutGrid';
import { standardTemplate } from '../../src/domain/template/standardTemplate';
import type { Cell, Grid, WorkbookGrids } from '../../src/domain/grid';
import { cellAt, parseAddress } from '../../src/domain/grid';

/** First figure of both tables in the template. */
const top = 4;
const left = 1;

export interface PairNames {
  readonly unit: string;
  readonly sheets: readonly [string, string];
}

/** One pair; typed totals throughout. `edits` by `sheet!cell`; null empties the cell. */
export function puyangPair(
  figures: readonly [table1: string, table2: string],
  { unit, sheets }: PairNames = { unit: '濮阳市财政局', sheets: ['统计表1', '统计表2'] },
  edits: Readonly<Record<string, number | string | null>> = {},
): Grid[] {
  const layouts = standardTemplate({
    forms: ['table1', 'table2'],
    reportingUnit: unit,
    fiscalYear: 2019,
    currencyUnit: 'tenThousandYuan',
    edition: 'form2019',
    protect: false,
  });
  return layouts.map((layout, index) => {
    const name = sheets[index] ?? layout.name;
    const grid = gridOfLayout(layout);
    const rows: (Cell | undefined)[][] = [];
    grid.rows.forEach((row, at) => (rows[at] = [...(row ?? [])]));
    const lines = (figures[index] ?? '').trim().split('\n').slice(1);
    lines.forEach((line, offset) => {
      const values = line.replace(/\r$/, '').split('\t').slice(1);
      for (let column = 0; column < 12; column += 1) {
        const text = values[column] ?? '';
        const row = (rows[top + offset] ??= []);
        row[left + column] =
          text === '' ? undefined : { value: Number(text), formula: null, numberFormat: 'General' };
      }
    });
    for (const [place, value] of Object.entries(edits)) {
      const [sheet, address = ''] = place.split('!');
      const at = parseAddress(address);
      if (sheet !== name || at === null) continue;
      (rows[at.row] ??= [])[at.column] =
        value === null ? undefined : { value, formula: null, numberFormat: 'General' };
    }
    return { ...grid, name, rows };
  });
}

/** What a cell shows. */
export function shown(workbook: WorkbookGrids, sheet: string, address: string): unknown {
  const grid = workbook.sheets.find(({ name }) => name === sheet);
  const at = parseAddress(address);
  return grid && at ? (cellAt(grid, at.row, at.column)?.value ?? null) : null;
}
