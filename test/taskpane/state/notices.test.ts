/** How long is a notice shown? */
import { initialState, isRemark } from '../../../src/taskpane/state/paneState';
import type { PaneEvent, PaneState, Task } from '../../../src/taskpane/state/paneState';
import { reduce } from '../../../src/taskpane/state/reducer';

const after = (...events: PaneEvent[]): PaneState['notice'] =>
  events.reduce(reduce, initialState).notice;
const done: PaneEvent = { type: 'done', deed: { kind: 'nothingToFill' } };
const failed = (task: Task): PaneEvent => ({ type: 'failed', task, fault: { code: 'busy' } });
const began = (task: Task): PaneEvent => ({ type: 'began', task });

test.each<[string, PaneEvent]>([
  ['a task', began('check')],
  ['another page', { type: 'pageOpened', page: 'settings' }],
  ['another filter', { type: 'filtered', change: {} }],
])('what was done gives way to %s', (_, event) => {
  expect(after(done)).not.toBeNull();
  expect(after(done, event)).toBeNull();
});

test('what failed stays through tasks and pages that it has nothing to do with', () => {
  const fault = { kind: 'failed', task: 'fill' };
  expect(after(failed('fill'), began('check'), { type: 'ended' })).toMatchObject(fault);
  expect(after(failed('fill'), { type: 'pageOpened', page: 'check' })).toMatchObject(fault);
  expect(after(failed('fill'), { type: 'filtered', change: {} })).toMatchObject(fault);
});

test.each<[Task, Task]>([
  ['fill', 'fill'],
  ['mark', 'check'],
  ['listen', 'check'],
  ['recheck', 'recalculate'],
  ['correct', 'undo'],
])('a failure of %s is settled by %s', (task, next) => {
  expect(after(failed(task), began(next))).toBeNull();
});

test('the user can close it, and something done takes its place', () => {
  expect(after(failed('fill'), { type: 'noticeClosed' })).toBeNull();
  expect(after(failed('fill'), done)).toEqual({ kind: 'done', deed: { kind: 'nothingToFill' } });
});

test('sheets that are protected against marks are a remark, which gives way to any task', () => {
  const fault = { code: 'sheetsNotMarked', sheets: ['统计表1'] } as const;
  const remark: PaneEvent = { type: 'failed', task: 'mark', fault };
  const notice = after(remark);
  expect(notice !== null && isRemark(notice)).toBe(true);
  expect(after(remark, began('fill'))).toBeNull();
});
