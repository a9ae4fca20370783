/** What a new report leaves of what the user was looking at. */
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import type { WorkbookReport } from '../../../src/application/report/report';
import { reportOf } from '../../../src/application/report/report';
import { initialState } from '../../../src/taskpane/state/paneState';
import type { Filter, PaneState } from '../../../src/taskpane/state/paneState';
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

test('what was selected stays selected as long as it is there', () => {
  const [slip, other] = wrong.units.flatMap(({ items }) => items);
  if (slip === undefined || other === undefined) throw new Error('two items');
  expect(slip.kind).toBe('slip');
  expect(after({ selected: slip.key }, wrong).selected).toBe(slip.key);
  expect(after({ selected: slip.key }, right).selected).toBeNull();
  expect(after({ selected: other.key }, right).selected).toBe(other.key);
});

test.each<{ filter: Partial<Filter>; left: Partial<Filter> }>([
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
