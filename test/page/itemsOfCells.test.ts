/** Does a click on a cell lead to its item, and stay in the item that is looked at where the cell is in it? */
import { reportOf } from '../../src/application/report/makeReport';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { cellsVisited, visitTo } from '../../src/page/table/itemsOfCells';
import { stopsOf } from '../../src/taskpane/check/list/stops';
import { puyang, settings } from '../domain/forms';

// D7 is a text, and more than its budget.
const report = reportOf(checkWorkbook(puyang({ K12: 7580.924, D7: '2628.37' }), settings));
const stops = report.units.flatMap(({ tables: { id }, items }) => stopsOf({ id, items }));

/** Two of a cell that is in more than one item. */
function shared() {
  for (const first of stops) {
    const { place } = first;
    const second = stops.find(
      (other) =>
        other.key !== first.key &&
        other.place?.sheet === place?.sheet &&
        other.place?.cell === place?.cell,
    );
    if (place !== null && second !== undefined) return { first, second, place };
  }
  throw new Error('no cell is in two items');
}

test('the first item of the list that has the cell, or the one that is looked at', () => {
  const { first, second, place } = shared();
  expect(visitTo(report, null, place)).toEqual(first);
  expect(visitTo(report, second, place)).toEqual(second);
  expect(visitTo(report, null, { sheet: '统计表1', cell: 'A1' })).toBeNull();
});

test('its cells are those of the sheet that is seen', () => {
  const visit = stops.find(({ place }) => place?.cell === 'K12');
  if (visit === undefined) throw new Error('no slip');
  expect([...cellsVisited(report, visit, '统计表1')]).toContain('K12');
  expect(cellsVisited(report, visit, '统计表2').size).toBe(0);
  expect(cellsVisited(report, null, '统计表1').size).toBe(0);
});
