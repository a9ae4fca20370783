/** What a new report leaves of what the user was looking at. */
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import type { FindingFilter } from '../../../src/application/report/listedItems';
import type { WorkbookReport } from '../../../src/application/report/report';
import { reportOf } from '../../../src/application/report/makeReport';
import { initialState } from '../../../src/taskpane/state/paneState';
import type { PaneState } from '../../../src/taskpane/state/paneState';
import { reduce } from '../../../src/taskpane/state/reducer';
import type { Changes } from '../../domain/forms';
import { puyang, settings } from '../../domain/forms';

const report = (changes: Changes): WorkbookReport =>
  reportOf(checkWorkbook(puyang(changes), settings));

/** Table 1 with a wrong figure, and without: then are left in both tables. */
const wrong = report({ K12: 7580.924 });
const right = report({});

const after = (state: Partial<PaneState>, next: WorkbookReport): PaneState =>
  reduce(reduce({ ...initialState, ...state }, { type: 'checked', report: wrong }), {
    type: 'checked',
    report: next,
  });

test('where the user is in the list is kept, whatever is left of it', () => {
  const visited = { unit: 'a', key: 'b', place: { sheet: '统计表1', cell: 'K12' }, at: 3 };
  expect(after({ visited }, right).visited).toEqual(visited);
});

test('the unit that is looked at is looked at as long as it is there', () => {
  const units = { ...initialState.units, opened: wrong.units[0]?.tables.id ?? '' };
  expect(after({ units }, right).units).toEqual(units);
  expect(after({ units }, { ...right, units: [] }).units.opened).toBeNull();
});

test.each<{ filter: Partial<FindingFilter>; left: Partial<FindingFilter> }>([
  { filter: { sheet: '统计表1', rule: 'R-010' }, left: { sheet: '统计表1', rule: 'R-010' } },
  { filter: { sheet: '统计表1', rule: 'B-010' }, left: { sheet: '统计表1', rule: null } },
  { filter: { sheet: '不在', rule: 'R-020' }, left: { sheet: null, rule: 'R-020' } },
  { filter: { hidden: ['notice'], rule: 'B-010' }, left: { hidden: ['notice'], rule: null } },
])('a filter loses what has no findings any more: $filter', ({ filter, left }) => {
  const state = { filter: { ...initialState.filter, ...filter } };
  expect(after(state, right).filter).toEqual({ ...initialState.filter, ...left });
});

test('a check is not forgotten because the next one fails', () => {
  const made = reduce(initialState, { type: 'checked', report: right });
  const fault = { code: 'noAnswer' } as const;
  expect(reduce(made, { type: 'checkFailed', task: 'recheck', fault }).check).toMatchObject({
    kind: 'failed',
    earlier: right,
  });
});
