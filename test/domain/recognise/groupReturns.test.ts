/** Which tables make up a return: by unit and year, by unit, by neighbourhood, in this order. */
import type { Grid } from '../../../src/domain/grid';
import { officialForms } from '../../../src/domain/forms/officialForms';
import { recogniseSheet, recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { check } from '../forms';
import { grid, officialSheet, puyangRows } from '../forms';

/** `1甲2019`: Table 1 of 甲 and 2019; `2-` states neither. */
function sheet(name: string): Grid {
  const [, table = '', unit = '', year = ''] = /^([12])(\D)(\d*)/.exec(name) ?? [];
  const heading = {
    unit: unit === '-' ? '' : `${unit}县财政局`,
    year: year === '' ? '（\u3000\u3000）' : `（${year}）`,
    currency: '万元',
  };
  const number = table === '1' ? 1 : 2;
  return grid(name, officialSheet(number, puyangRows(number), heading));
}

function grouped(...names: readonly string[]): string[] {
  return recogniseWorkbook({ sheets: names.map(sheet) }).returns.map(({ tables }) =>
    [...tables.values()].map((table) => table.grid.name).join(' + '),
  );
}

test('the same unit and year before the same unit nearer by', () => {
  expect(grouped('1甲2019', '2甲2018', '2甲2019', '1甲2018')).toEqual([
    '1甲2019 + 2甲2019',
    '1甲2018 + 2甲2018',
  ]);
});

test('the same unit in spite of different years before a neighbour of another unit', () => {
  expect(grouped('1甲2019', '2乙2019', '1乙2019', '2甲2018')).toEqual([
    '1甲2019 + 2甲2018',
    '1乙2019 + 2乙2019',
  ]);
  expect(grouped('1甲2019', '2乙2019', '2甲2018')).toEqual(['1甲2019 + 2甲2018', '2乙2019']);
});

test('different years of one unit are one return, and the difference is an error', () => {
  const { findings } = check({ sheets: [sheet('1甲2019'), sheet('2甲2018')] });
  expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
    'X-030',
  ]);
});

test('a table without a unit goes to one of its year before one nearer by of another year', () => {
  expect(grouped('1-2019', '2甲2018', '2-2019')).toEqual(['1-2019 + 2-2019', '2甲2018']);
});

test('neighbours of different units belong together where nothing better is left', () => {
  expect(grouped('1甲2019', '2乙2018')).toEqual(['1甲2019 + 2乙2018']);
});

test('what is sure is settled for all tables before what is less sure for any', () => {
  expect(grouped('1-', '2甲2019', '1甲2019')).toEqual(['1-', '1甲2019 + 2甲2019']);
});

test('a return holds one table of each form; what is left stands alone', () => {
  expect(grouped('1甲2019', '1甲2019b', '2甲2019')).toEqual(['1甲2019 + 2甲2019', '1甲2019b']);
});

test('a return knows whether it stands in this workbook or in which file', () => {
  const workbook = { sheets: [sheet('1甲2019'), sheet('2甲2019')] };
  const source = { kind: 'file', file: '甲县.xlsx' } as const;
  const { returns } = recogniseWorkbook(workbook, recogniseSheet, officialForms, source);
  expect(viewReturns(returns, workbook).map((unit) => unit.source)).toEqual([source]);
  expect(recogniseWorkbook(workbook).returns.map((unit) => unit.source)).toEqual([
    { kind: 'thisWorkbook' },
  ]);
});
