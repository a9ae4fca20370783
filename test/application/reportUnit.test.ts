/** Which return is meant where a unit is named, and which is the year before's? */
import { earlierYears } from '../../src/application/ownLastRound';
import { chooseUnit } from '../../src/application/reportUnit';
import { recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import type { UnitReturn } from '../../src/domain/returns/unitReturn';
import { viewReturns } from '../../src/domain/returns/unitReturn';
import { grid, officialSheet, puyangRows } from '../domain/forms';

/** Puyang's figures as of each year. */
function returnsOf(...years: readonly number[]): readonly UnitReturn[] {
  const sheets = years.flatMap((year) => {
    const heading = { unit: '濮阳市财政局', year: `（${year}）`, currency: '万元' };
    return ([1, 2] as const).map((form) =>
      grid(`${year}表${form}`, officialSheet(form, puyangRows(form), heading)),
    );
  });
  const workbook = { sheets };
  return viewReturns(recogniseWorkbook(workbook).returns, workbook);
}

const yearsOf = (units: readonly (UnitReturn | null)[]) =>
  units.map((unit) => unit && ([...unit.tables.values()][0]?.table.heading.fiscalYear.value ?? 0));

test.each([
  [[2019], [2019, null]],
  [
    [2018, 2019],
    [2019, 2018],
  ],
  // What lies two years back is not last year's.
  [
    [2017, 2019],
    [2019, null],
  ],
])('of returns of %j these are meant: %j', (years, meant) => {
  const choice = chooseUnit(returnsOf(...years), null);
  if (choice.kind !== 'chosen') throw new Error(choice.kind);
  expect(yearsOf([choice.chosen.unit, choice.chosen.before])).toEqual(meant);
});

test('any year but the latest may be that of the round before, the newest first', () => {
  expect(earlierYears(returnsOf(2018, 2019, 2017))).toEqual([2018, 2017]);
  expect(earlierYears(returnsOf(2019))).toEqual([]);
});
