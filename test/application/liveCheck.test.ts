/** Which sheets are read again after an edit elsewhere, where the tables take figures from there? */
import { rereadingFor, withSheets } from '../../src/application/liveCheck';
import { recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import { grid, officialSheet, puyangRows } from '../domain/forms';

function recognition(formula: string | null) {
  const table = grid('统计表1', officialSheet(1, puyangRows(1)));
  const rows = table.rows.map((row) => [...(row ?? [])]);
  const c7 = rows[6]?.[2];
  if (c7 === undefined) throw new Error('C7 is blank');
  rows[6]?.splice(2, 1, { ...c7, formula });
  const sheets = [{ ...table, rows }, grid('统计表2', officialSheet(2, puyangRows(2)))];
  return recogniseWorkbook({ sheets: [...sheets, grid('底稿', { A1: 1 })] });
}
const edited = { sheet: '底稿', address: 'A1', kind: 'edited', isFigure: true } as const;

test.each([
  ['=底稿!A1', 'workbook'],
  ["='底 稿'!A1+'统计表2'!B5", 'workbook'],
  ['=统计表2!B5', 'nothing'],
  ["='统计表1'!C8*1", 'nothing'],
  [null, 'nothing'],
])('a figure elsewhere, where a table holds %s: %s', (formula, kind) => {
  expect(rereadingFor([edited], recognition(formula)).kind).toBe(kind);
});

test('what was calculated elsewhere is read again with the tables that it feeds', () => {
  const calculated = { ...edited, kind: 'calculated' } as const;
  const names = ['统计表1', '统计表2', '底稿'];
  const wanted = rereadingFor([calculated], recognition('=底稿!A1'));
  expect(wanted).toEqual({ kind: 'sheets', names: expect.any(Array) as unknown });
  expect(wanted.kind === 'sheets' && [...wanted.names].sort()).toEqual([...names].sort());
  expect(rereadingFor([calculated], recognition(null)).kind).toBe('nothing');
});

describe('sheets that were read again', () => {
  const [one, two, anew] = [grid('甲', { A1: 1 }), grid('乙', { A1: 2 }), grid('乙', { A1: 3 })];
  const workbook = { sheets: [one, two] };

  test('take the place of what they were', () => {
    expect(withSheets(workbook, { sheets: [anew] }, ['乙'])?.sheets).toEqual([one, anew]);
  });

  test.each([
    ['is gone', [], ['乙']],
    ['was not there before', [grid('丙', { A1: 4 })], ['丙']],
  ])('are no workbook where one %s: all of it is to be read', (_, sheets, names) => {
    expect(withSheets(workbook, { sheets }, names)).toBeNull();
  });
});
