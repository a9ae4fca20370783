/** No single wrong figure passes, and beyond the rounding interval it is an error. */
import * as fc from 'fast-check';
import { comparedFigures } from '../../src/application/report/comparedFigures';
import type { WorkbookGrids } from '../../src/domain/grid';
import { cellAddress } from '../../src/domain/grid';
import { recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../src/domain/returns/unitReturn';
import { checkReturn } from '../../src/domain/rules/checkReturn';
import type { Changes, Content } from '../domain/forms';
import { puyang, puyangRows, settings } from '../domain/forms';
import { dearRuns, runs } from './runs';

interface FigureOfPair {
  readonly table: 1 | 2;
  readonly address: string;
  readonly isCount: boolean;
  /** What is typed there; '' is blank. */
  readonly value: number | '';
}

const figures: readonly FigureOfPair[] = ([1, 2] as const).flatMap((table) =>
  puyangRows(table).flatMap((row, line) =>
    row.slice(1).map((value, at): FigureOfPair => ({
      table,
      address: cellAddress(line + 4, at + 1),
      isCount: at % 4 === 0,
      value: typeof value === 'number' ? value : '',
    })),
  ),
);

const base = new Set(rowsOf(puyang()));

/** All findings; what diagnosis makes of them is tested where it stands. */
function rowsOf(workbook: WorkbookGrids): string[] {
  return viewReturns(recogniseWorkbook(workbook).returns, workbook)
    .flatMap((unit) => checkReturn(unit, settings).findings)
    .map((finding) => {
      const { severity, rule, sheet, cells } = finding;
      const { stated, standard } = comparedFigures(finding);
      return [severity, rule, sheet, cells.join(' '), stated, standard].join(' ');
    });
}

/** The findings that the unchanged pair does not have. */
function newFindings(figure: FigureOfPair, content: Content | undefined): string[] {
  const change: Changes = { [figure.address]: content };
  const workbook = figure.table === 1 ? puyang(change) : puyang({}, change);
  return rowsOf(workbook).filter((row) => !base.has(row));
}

/** Half a unit in the fourth decimal, which is what the city's figures use, for total and two parts. */
const lineInterval = 0.000_15;

test('all 324 figures: another number is found, and beyond the interval is an error', () => {
  expect(figures).toHaveLength(324);
  const amount = fc.oneof(
    fc.integer({ min: -9_999_999, max: 99_999_999 }).map((value) => value / 10_000),
    fc.integer({ min: 1, max: 30 }).map((value) => value / 10_000),
    fc.constantFrom(0, 1, 10_000, 1e9),
  );
  fc.assert(
    fc.property(
      fc.array(amount, {
        minLength: 324,
        maxLength: 324,
      }),
      fc.boolean(),
      (values, relative) => {
        for (const [at, figure] of figures.entries()) {
          const drawn = values[at] ?? 0;
          const number = figure.isCount ? Math.round(drawn) : drawn;
          const old = figure.value === '' ? 0 : figure.value;
          const value = relative ? Number((old + number).toFixed(4)) : number;
          if (value === old) continue;
          const found = newFindings(figure, value);
          const isError = found.some((row) => row.startsWith('error'));
          const isRounding = !figure.isCount && Math.abs(value - old) < lineInterval + 1e-9;
          expect([figure.address, value, found.length > 0, isError || isRounding]).toEqual([
            figure.address,
            value,
            true,
            true,
          ]);
        }
      },
    ),
    runs(1),
  );
});

test('all 324 figures: slips of the hand are errors', () => {
  for (const [at, figure] of figures.entries()) {
    if (figure.value === '' || figure.value === 0) continue;
    const { value } = figure;
    const digits = String(value);
    const slips = [
      value * 10,
      Number((value / 10).toFixed(6)),
      -value,
      Number(digits.slice(0, -1) || '0'),
      Number(digits + '5'),
      Number(digits.replace(/(\d)(\d)/, '$2$1')),
    ];
    // Two of the six for each figure, so that every kind meets every column.
    for (const slip of [slips[at % 5], slips[5]]) {
      if (slip === undefined || Math.abs(slip - value) <= lineInterval) continue;
      const found = newFindings(figure, slip);
      expect([figure.address, slip, found.some((row) => row.startsWith('error'))]).toEqual([
        figure.address,
        slip,
        true,
      ]);
    }
  }
});

test('all 324 figures: what is no number, or is missing, is found', () => {
  const contents: (Content | undefined)[] = [
    undefined,
    '约五百',
    { error: '#REF!' },
    true,
    { value: 45_000, numberFormat: 'yyyy-mm-dd' },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...figures), fc.constantFrom(...contents), (figure, content) => {
      const isMissing = content === undefined;
      if (isMissing && (figure.value === '' || figure.value === 0)) return;
      expect(newFindings(figure, content).some((row) => row.startsWith('error'))).toBe(true);
    }),
    dearRuns(150),
  );
});
