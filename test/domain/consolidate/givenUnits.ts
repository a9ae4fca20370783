/** Units of a property: any projects, money unit, edition and layout, some of another year, some given twice. */
import * as fc from 'fast-check';
import { takeUnits } from '../../../src/application/takeUnits';
import type { TakenUnit } from '../../../src/domain/consolidate/takenUnit';
import type { CurrencyUnit } from '../../../src/domain/forms/terms';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { gridOfLayout } from '../../../src/domain/template/layoutGrid';
import type { Layout } from '../../properties/layouts';
import { layOut, layouts } from '../../properties/layouts';
import type { Project } from '../../properties/pairs';
import { projects, tablesOf, unitPlaces, written } from '../../properties/pairs';
import type { CountyPlan } from '../../sets/countyFigures';
import { countyLayouts } from '../../sets/countyFigures';
import { settings } from '../forms';
import { setSettings } from './sets';

export interface Given {
  readonly plan: CountyPlan;
  readonly projects: readonly Project[];
  /** What stands where a line has no project. */
  readonly empty: 0n | null;
  /** Null for the official form as it is printed. */
  readonly layout: Layout | null;
  readonly id: string;
}

/** How a unit writes its tables, apart from the figures. */
const ways = fc.record({
  currency: fc.constantFrom<CurrencyUnit>(
    'yuan',
    'thousandYuan',
    'tenThousandYuan',
    'hundredMillionYuan',
  ),
  edition: fc.constantFrom<'form2019' | 'later'>('form2019', 'later'),
  totals: fc.constantFrom<'typed' | 'formulas'>('typed', 'formulas'),
  empty: fc.constantFrom<0n | null>(0n, null),
});

const anyLayout: fc.Arbitrary<Layout | null> = fc.oneof(
  fc.constant(null),
  layouts('typed'),
  layouts('formulas'),
);

function givenOf(
  name: string,
  own: readonly Project[],
  { empty, ...way }: { readonly empty: 0n | null } & Omit<CountyPlan, 'name' | 'figures'>,
  layout: Layout | null,
  id: string,
): Given {
  const [table1 = [], table2 = []] = tablesOf(own, empty).map((table) =>
    table.slice(0, -1).map((line) => line.slice(0, 8)),
  );
  // Layouts of their own have the labels of the printed form.
  const edition = layout === null ? (way.edition ?? 'form2019') : 'form2019';
  const plan = { ...way, name, edition, figures: { table1, table2 } };
  return { plan, projects: own, empty, layout, id };
}

function unitsWith(layout: fc.Arbitrary<Layout | null>): fc.Arbitrary<readonly Given[]> {
  return fc
    .array(
      fc.record({
        projects,
        way: ways,
        layout,
        year: fc.constantFrom(2019, 2019, 2019, 2018),
        isTwice: fc.constantFrom(false, false, false, false, true),
      }),
      { minLength: 1, maxLength: 7 },
    )
    .map((list) =>
      list.flatMap(({ projects: own, way, layout: laidOut, year, isTwice }, at) => {
        const given = givenOf(`第${at + 1}县财政局`, own, { ...way, year }, laidOut, `${at}`);
        return isTwice ? [given, { ...given, id: `${at} again` }] : [given];
      }),
    );
}

/** Units whose tables stand as they are printed. */
export const printedUnits = unitsWith(fc.constant(null));

/** Units whose tables stand in any way. */
export const units = unitsWith(anyLayout);

/** What a unit may send in place of its file, whatever the unit. */
export const corrections: fc.Arbitrary<(before: Given) => Given> = fc
  .record({ projects, way: ways, layout: anyLayout })
  .map(({ projects: own, way, layout }) => ({ plan: { name, year }, id }: Given) => {
    const dated = year === undefined ? way : { ...way, year };
    return givenOf(name, own, dated, layout, id);
  });

/** Its file, read. */
export function workbookOf({ plan, projects: own, empty, layout }: Given): WorkbookGrids {
  if (layout === null) return { sheets: countyLayouts(plan).map(gridOfLayout) };
  const { name, year = 2019, currency = 'tenThousandYuan' } = plan;
  const heading = { unit: name, year, currency };
  const writing = { unit: currency, places: unitPlaces[currency], empty };
  const sheets = tablesOf(own, empty).map((table, at) => {
    const form = at === 0 ? 1 : 2;
    return layOut(form, written(table, writing), layout, heading, `表${form}`).grid;
  });
  return { sheets };
}

export function takenOf(given: Given): TakenUnit {
  const { id } = given;
  const source = { kind: 'file', file: `${id}.xlsx` } as const;
  const labels = setSettings().labels;
  const { units: found } = takeUnits(id, source, workbookOf(given), settings, labels);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error('not one unit');
  return only.unit;
}
