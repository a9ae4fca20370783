/** Whatever is edited, in whatever order: is the report of what is remembered that of a fresh check? */
import * as fc from 'fast-check';
import { CheckMemory } from '../../src/application/checkMemory';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import type { Grid } from '../../src/domain/grid';
import type { CheckSettings } from '../../src/domain/rules/settings';
import type { Content } from '../domain/forms';
import { grid, officialSheet, puyangRows, settings } from '../domain/forms';
import { difference } from '../difference';
import { dearRuns } from './runs';

const units = ['甲县', '乙县', '丙县'];
const columns = Array.from('ABCDEFGHIJKLM');

/** A sheet as its cells by address, so that it can be edited again. */
interface Sheet {
  readonly cells: Readonly<Record<string, Content>>;
  readonly grid: Grid;
}

function sheetOf(name: string, cells: Sheet['cells']): Sheet {
  return { cells, grid: grid(name, cells) };
}

const start: readonly Sheet[] = units.flatMap((unit) =>
  ([1, 2] as const).map((form) => {
    const heading = { unit: `${unit}财政局`, year: '（2019）', currency: '万元' };
    return sheetOf(`${unit}${form}`, officialSheet(form, puyangRows(form), heading));
  }),
);

type Sheets = readonly Sheet[];
type Step = (sheets: Sheets) => Sheets;

const at = fc.nat(11);
const edited = (sheets: Sheets, index: number, change: (sheet: Sheet) => Sheet): Sheets =>
  sheets.map((sheet, place) => (place === index % sheets.length ? change(sheet) : sheet));

const content: fc.Arbitrary<Content> = fc.oneof(
  fc.integer({ min: -5, max: 9_999 }),
  fc.constantFrom<Content>('', '12.5', '无', '合计', '一般公共预算', '填报单位：乙县财政局'),
  fc.constantFrom<Content>(
    { formula: '=乙县1!C7', value: null },
    { formula: '=C7+1', value: null },
  ),
);

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(at, fc.constantFrom(...columns), fc.integer({ min: 1, max: 25 }), content)
      .map(
        ([index, column, row, value]): Step =>
          (sheets) =>
            edited(sheets, index, ({ cells, grid: { name } }) =>
              sheetOf(name, { ...cells, [`${column}${row}`]: value }),
            ),
      ),
  },
  // Read again with nothing changed.
  at.map(
    (index): Step =>
      (sheets) =>
        edited(sheets, index, ({ cells, grid: { name } }) => sheetOf(name, cells)),
  ),
  at.map(
    (index): Step =>
      (sheets) =>
        sheets.length === 1 ? sheets : sheets.filter((_, place) => place !== index % sheets.length),
  ),
  fc.tuple(at, at).map(([from, to]): Step => (sheets) => {
    const moved = sheets[from % sheets.length];
    const others = sheets.filter((sheet) => sheet !== moved);
    return moved === undefined ? sheets : others.toSpliced(to % sheets.length, 0, moved);
  }),
  at.map((index): Step => (sheets) => {
    const copied = sheets[index % sheets.length];
    const name = `${copied?.grid.name ?? ''} (${sheets.length})`;
    return copied === undefined ? sheets : [...sheets, sheetOf(name, copied.cells)];
  }),
);

const differing: fc.Arbitrary<Partial<CheckSettings>> = fc.constantFrom(
  {},
  {},
  { strict: true },
  { round: 'july' },
  { lowestExecutionRate: 90 },
);

test('the report is that of a fresh check', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(steps, differing), { minLength: 1, maxLength: 6 }), (list) => {
      const memory = new CheckMemory();
      let sheets: Sheets = start;
      checkWorkbook({ sheets: sheets.map((sheet) => sheet.grid) }, settings, memory);
      for (const [step, change] of list) {
        sheets = step(sheets);
        const workbook = { sheets: sheets.map((sheet) => sheet.grid) };
        const asked = { ...settings, ...change };
        const remembered = checkWorkbook(workbook, asked, memory);
        expect(difference(remembered, checkWorkbook(workbook, asked))).toBeNull();
      }
    }),
    dearRuns(40),
  );
});
