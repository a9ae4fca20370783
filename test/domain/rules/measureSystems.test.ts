/** What the diagnosis is told of a return's cells, beside their figures, decides what it proposes. */
import type { CheckReport } from '../../../src/application/checkWorkbook';
import type { ReportingRound } from '../../../src/domain/forms/rounds';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { diagnosisUnit, measureSystems } from '../../../src/domain/rules/measureSystems';
import type { Changes, Content } from '../forms';
import { changed, check, grid, officialSheet, puyang, puyangRows, settings } from '../forms';
import { emptied } from './specs';

/** Each measure's claim with the corrections of its explanations. */
function told({ diagnoses }: CheckReport): string[] {
  return diagnoses.map(({ measure, claim, explanations }) => {
    const each = explanations.map(({ corrections }) =>
      corrections
        .map(({ place, proposed, pattern }) => `${place.cell}→${proposed ?? ''} ${pattern}`)
        .join(' + '),
    );
    return [measure, claim, ...each].join(': ');
  });
}

describe('a text where a figure belongs', () => {
  test('is neither left out nor not updated: how it came about is not said', () => {
    expect(told(check(puyang({ C5: '待定', C8: 70 })))).toEqual([
      'budgeted: choices: C5→3275.2964 unexplained + C8→691.45 unexplained',
    ]);
    expect(told(check(puyang({ K5: '待定', C8: 70 })))).toEqual([
      'budgeted: culprit: K5→3275.2964 unexplained + C8→691.45 unexplained',
    ]);
  });

  test('where nothing stands instead, that is said', () => {
    expect(told(check(puyang({ C5: undefined, C8: 70 })))).toEqual([
      'budgeted: choices: C5→3275.2964 omission + C8→691.45 unexplained',
    ]);
  });
});

describe('a formula whose result cannot be told', () => {
  const formula = (text: string): Content => ({ formula: text, value: 0 });

  test('is accused by no arithmetic; what else is wrong is found all the same', () => {
    const circle = { C11: formula('=C24-SUM(C5:C10)-SUM(C12:C23)'), C24: formula('=SUM(C5:C23)') };
    expect(told(check(puyang({ ...circle, C9: 7 })))).toEqual([
      'budgeted: culprit: C9→80.6 unexplained',
    ]);
    expect(told(check(puyang({ K11: { formula: '=C11+G11', value: 7 }, K9: 9 })))).toEqual([
      'budgeted: culprit: K9→80.6 staleTotal',
    ]);
  });
});

describe('final accounts of a line with projects', () => {
  /** Two lines with projects, the first without final accounts, and their totals. */
  const form = (first: number, total: number, changes: Changes): Changes => {
    const line = (row: number, figures: readonly (number | undefined)[]): Changes =>
      Object.fromEntries(
        ['BCDE', 'JKLM'].flatMap((block) =>
          Array.from(block, (letter, at) => [`${letter}${row}`, figures[at]]),
        ),
      );
    return emptied(total - 4, {
      ...line(first, [2, 31.5, 28.25, undefined]),
      ...line(first + 1, [3, 54.75, 49.5, 47.125]),
      ...line(total, [5, 86.25, 77.75, 47.125]),
      ...changes,
    });
  };
  const workbook = puyang(form(8, 24, { E8: 12.5 }), form(6, 11, {}));
  const toldIn = (round: ReportingRound): string[] => told(check(workbook, { round }));

  test.each<ReportingRound>(['july', 'january'])(
    'may be blank in %s: a stray figure is proposed blank',
    (round) => {
      expect(toldIn(round)).toEqual(['finalAccounts: culprit: E8→ unexplained']);
    },
  );

  test('are due in the annual report: a blank is not proposed', () => {
    expect(toldIn('annual')).toEqual(['finalAccounts: unknown']);
  });
});

describe('a sub-line', () => {
  /** Table 1 with a sub-line below 教育. */
  const withSubLine = (budgeted: number, total: number, changes: Changes = {}): CheckReport => {
    const rows = puyangRows(1);
    const figures = [1, budgeted, 90, 90, '', '', '', '', 1, total, 90, 90];
    const lines = [...rows.slice(0, 4), ['其中：高等教育', ...figures], ...rows.slice(4)];
    const cells = changed(officialSheet(1, lines), changes);
    return check({
      sheets: [grid('统计表1', cells), grid('统计表2', officialSheet(2, puyangRows(2)))],
    });
  };

  test('whose own total fails is no one figure’s fault: no other equality says which', () => {
    const report = withSubLine(100, 1000);
    expect(report.findings.filter(({ cells }) => cells.includes('K9'))).not.toEqual([]);
    expect(told(report)).toEqual([]);
  });

  test('is no part of its column', () => {
    expect(told(withSubLine(100, 100, { C8: 70 }))).toEqual([
      'budgeted: culprit: C8→691.45 unexplained',
    ]);
  });
});

/** Puyang's return under this heading. */
function unitWith(heading: Changes): UnitReturn {
  const workbook = puyang(heading, heading);
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return unit;
}

test.each([
  ['annual', []],
  ['january', []],
  // Last year's.
  ['july', ['finalAccounts']],
] as const)('in %s these are held against no other amount: %j', (round, apart) => {
  const systems = measureSystems(unitWith({}), { ...settings, round });
  const alone = systems.filter(({ system }) => system.comparable === false);
  expect(alone.map(({ measure }) => measure)).toEqual(apart);
});

test('what a project usually costs is told in the money of the tables', () => {
  const sizeIn = (currency: string): number => {
    const unit = unitWith({ K2: `金额：${currency} 年份：（2019）` });
    const { typicalSize } = diagnosisUnit(unit, measureSystems(unit, settings));
    return Math.exp(typicalSize?.centre ?? 0);
  };
  expect(sizeIn('元') / sizeIn('万元')).toBeCloseTo(10_000, 6);
  expect(sizeIn('亿元') / sizeIn('万元')).toBeCloseTo(0.0001, 10);
});
