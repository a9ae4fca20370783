/** Invented counties that balance: the public pair made smaller, each line's figures on another line. */
import { layOutForm } from '../../src/domain/template/standardTemplate';
import { firstFigureColumn, firstLineRow } from '../../src/domain/template/templatePlaces';
import type { LayoutCell, SheetLayout } from '../../src/domain/template/layout';
import { formById } from '../../src/domain/forms/officialForms';
import { editionOf } from '../../src/domain/forms/form';
import type { CurrencyUnit, FormId } from '../../src/domain/forms/terms';
import { unitPower } from '../../src/domain/forms/terms';
import { puyangFigures } from '../specimens/puyangFigures';

/** Eight figures of each line: projects, and money in 分; null is blank. */
export type SourceFigures = readonly (readonly (bigint | null)[])[];

/** Both tables of a unit. */
export interface CountyFigures {
  readonly table1: SourceFigures;
  readonly table2: SourceFigures;
}

const isCount = (column: number): boolean => column % 4 === 0;

/** The public pair's filled-in figures. */
function publicFigures(form: FormId): (bigint | null)[][] {
  return puyangFigures(form)
    .slice(0, -1)
    .map((line) =>
      line.slice(0, 8).map((figure, column) => {
        if (figure === null) return null;
        return isCount(column) ? BigInt(figure) : BigInt(Math.round(figure * 10_000)) * 100n;
      }),
    );
}

/**
 * The county of a number: no two are multiples of one another.
 *
 * @param seed from 0
 */
export function countyFigures(seed: number): CountyFigures {
  const share = BigInt(3 + ((seed * 7) % 17));
  const smaller = (figures: readonly (bigint | null)[][], turn: number) => {
    const scaled = figures.map((line) =>
      line.map((figure, column) => {
        if (figure === null || figure === 0n) return figure;
        // Whole 元 times a hundredth of a share stays exact in 分.
        if (!isCount(column)) return (figure / 100n) * share;
        const count = (figure * share) / 100n;
        return count === 0n ? 1n : count;
      }),
    );
    return scaled.map((_, at) => scaled[(at + turn) % scaled.length] ?? []);
  };
  const table1 = smaller(publicFigures('table1'), seed % 19);
  const table2 = smaller(publicFigures('table2'), seed % 6);
  for (const column of [0, 4]) evenCounts(table1, table2, column);
  return { table1, table2 };
}

/** Raises single counts until both tables have as many projects. */
function evenCounts(one: (bigint | null)[][], other: (bigint | null)[][], column: number): void {
  const total = (figures: readonly (readonly (bigint | null)[])[]) =>
    figures.reduce((sum, line) => sum + (line[column] ?? 0n), 0n);
  const off = total(one) - total(other);
  const short = off < 0n ? one : other;
  const line = short.find((figures) => (figures[column] ?? 0n) > 0n);
  if (line !== undefined) line[column] = (line[column] ?? 0n) + (off < 0n ? -off : off);
}

/** The sum of counties, blank where all are. */
export function sumOfCounties(counties: readonly CountyFigures[]): CountyFigures {
  const sum = (form: FormId) => {
    const tables = counties.map((county) => county[form === 'table1' ? 'table1' : 'table2']);
    return (tables[0] ?? []).map((line, at) =>
      line.map((_, column) =>
        tables.reduce<bigint | null>((so, table) => {
          const figure = table[at]?.[column] ?? null;
          return figure === null ? so : (so ?? 0n) + figure;
        }, null),
      ),
    );
  };
  return { table1: sum('table1'), table2: sum('table2') };
}

/** How a county's sheets are made. */
export interface CountyPlan {
  readonly name: string;
  readonly figures: CountyFigures;
  readonly year?: number;
  readonly currency?: CurrencyUnit;
  readonly edition?: 'form2019' | 'later';
  readonly totals?: 'typed' | 'formulas';
  /** Figures of lines that only later editions print, by line. */
  readonly laterLines?: Readonly<Record<string, readonly (bigint | null)[]>>;
}

/** The two sheets in the official layout. */
export function countyLayouts(plan: CountyPlan): SheetLayout[] {
  return (['table1', 'table2'] as const).map((id) => {
    const form = formById(id);
    const edition = editionOf(form, plan.edition ?? 'form2019') ?? form.editions[0];
    const currencyUnit = plan.currency ?? 'tenThousandYuan';
    const layout = layOutForm(
      form,
      { labels: Object.values(edition.labels), notes: edition.notes },
      {
        reportingUnit: plan.name,
        fiscalYear: plan.year ?? 2019,
        currencyUnit,
        protect: false,
      },
    );
    const figures = [...plan.figures[id]];
    const lines = Object.keys(edition.labels).map((line) => {
      const later = plan.laterLines?.[line];
      const isLater = line === 'disasterManagement' || line === 'regionalAid';
      return isLater ? (later ?? new Array<null>(8).fill(null)) : (figures.shift() ?? []);
    });
    return withSources(layout, lines, currencyUnit, plan.totals ?? 'formulas');
  });
}

/** A number of 分 in a money unit, as a cell holds it. */
export function inCell(figure: bigint, column: number, unit: CurrencyUnit): number {
  return isCount(column) ? Number(figure) : Number(`${figure}e-${unitPower[unit] + 2}`);
}

function withSources(
  layout: SheetLayout,
  lines: SourceFigures,
  unit: CurrencyUnit,
  totals: 'typed' | 'formulas',
): SheetLayout {
  const cells: LayoutCell[] = layout.cells.filter(
    ({ content }) => totals === 'formulas' || !String(content).startsWith('='),
  );
  const put = (line: number, column: number, figure: bigint | null) => {
    if (figure === null) return;
    cells.push({
      row: firstLineRow + line,
      column: firstFigureColumn + column,
      content: inCell(figure, column, unit),
    });
  };
  lines.forEach((line, at) => {
    line.forEach((figure, column) => {
      put(at, column, figure);
    });
  });
  if (totals === 'typed') {
    const all = lines.map((line) => [
      ...line,
      ...[0, 1, 2, 3].map((at) => (line[at] ?? 0n) + (line[at + 4] ?? 0n)),
    ]);
    all.forEach((line, at) => {
      for (let column = 8; column < 12; column += 1) put(at, column, line[column] ?? 0n);
    });
    for (let column = 0; column < 12; column += 1) {
      put(
        lines.length,
        column,
        all.reduce((sum, line) => sum + (line[column] ?? 0n), 0n),
      );
    }
  }
  return { ...layout, cells };
}
