/** Does F8 lead through every cell of an act over hundreds of cells, forward and back? */
import { checkWorkbook } from '../../../../src/application/checkWorkbook';
import { placesOf } from '../../../../src/application/report/itemPlaces';
import { reportOf } from '../../../../src/application/report/makeReport';
import { nextStop, stopsOf } from '../../../../src/taskpane/check/list/stops';
import type { Visit } from '../../../../src/taskpane/state/paneState';
import { cellAddress } from '../../../../src/domain/grid';
import { puyang, settings } from '../../../domain/forms';

/** All amounts of a table as if typed in 元. */
function inYuan(): Record<string, number> {
  const [first] = puyang().sheets;
  const cells = (first?.rows ?? []).flatMap((row, at) =>
    (row ?? []).map((cell, column) => [cellAddress(at, column), cell?.value, at, column] as const),
  );
  return Object.fromEntries(
    cells.flatMap(([cell, value, at, column]) =>
      at > 3 && column > 0 && column % 4 !== 1 && typeof value === 'number'
        ? [[cell, Math.round(value * 10_000)]]
        : [],
    ),
  );
}

test('an act over a whole table is gone through cell by cell, and back again', () => {
  const { units } = reportOf(checkWorkbook(puyang(inYuan()), settings));
  const [unit] = units;
  const act = unit?.items.find(({ kind }) => kind === 'event');
  if (unit === undefined || act === undefined) throw new Error('no act');
  const places = placesOf(act);
  expect(places.length).toBeGreaterThan(100);
  const listed = [{ id: unit.tables.id, items: unit.items }];
  const walk = (from: Visit | null, by: 1 | -1) => {
    const visits: Visit[] = [];
    for (let at: Visit | null = from; visits.length < places.length;) {
      at = nextStop(listed, 0, at, by);
      if (at === null) throw new Error('nothing is next');
      visits.push(at);
    }
    return visits;
  };
  const forward = walk(null, 1);
  expect(forward.map(({ place }) => place)).toEqual(places);
  const last = forward.at(-1) ?? null;
  const after = nextStop(listed, 0, last, 1);
  expect([last?.key, after?.key === act.key]).toEqual([act.key, false]);
  expect(walk(after, -1).map(({ place }) => place)).toEqual([...places].reverse());
});

test('back from no unit, and from a cell that was put right, leads to the one before', () => {
  const [unit] = reportOf(checkWorkbook(puyang(), settings)).units;
  const items = unit?.items ?? [];
  const listed = ['甲', '乙', '丙'].map((id) => ({ id, items }));
  expect(nextStop(listed, -1, null, -1)?.unit).toBe('丙');
  expect(nextStop(listed, -1, null, 1)?.unit).toBe('甲');
  const [first, second, third] = stopsOf({ id: '甲', items });
  if (second === undefined) throw new Error('one cell only');
  const gone: Visit = { ...second, place: { sheet: '统计表1', cell: 'Z99' } };
  expect([nextStop(listed, 0, gone, -1), nextStop(listed, 0, gone, 1)]).toEqual([first, second]);
  expect(third).toBeDefined();
});
