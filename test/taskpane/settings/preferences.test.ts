/** What was kept of the choices is taken as it is; what is damaged, missing or out of bounds begins anew. */
import type { Preferences } from '../../../src/taskpane/state/paneState';
import { initialPreferences } from '../../../src/taskpane/state/paneState';
import {
  keepPreferences,
  preferencesKey,
  readPreferences,
} from '../../../src/taskpane/settings/preferences';
import { MemoryStore } from '../../application/fixture';

function readFrom(kept: string | null, round: string | null = null): Preferences {
  const local = new MemoryStore();
  local.write(preferencesKey, kept);
  return readPreferences(local, { read: () => round, write: () => Promise.reject(new Error()) });
}

const chosen: Preferences = {
  round: 'july',
  strict: true,
  lowestExecutionRate: 80,
  live: 'off',
  marks: 'off',
  liveMarks: 'on',
  fillMode: 'values',
};

test('what was chosen is read as it was kept', () => {
  const local = new MemoryStore();
  keepPreferences(local, chosen);
  expect(readFrom(local.read(preferencesKey))).toEqual(chosen);
});

test.each([null, '', '{', '7', 'null', '[]', '{}'])('of %j nothing is kept', (kept) => {
  expect(readFrom(kept)).toEqual(initialPreferences);
});

test('what is of another kind begins anew, each by itself', () => {
  const odd = { round: 'june', strict: 1, live: 'never', marks: 0, liveMarks: true, fillMode: '' };
  expect(readFrom(JSON.stringify({ ...odd, lowestExecutionRate: 80 }))).toEqual({
    ...initialPreferences,
    lowestExecutionRate: 80,
  });
});

test.each([
  [0, 0],
  [100, 100],
  [100.1, null],
  [-0.1, null],
  ['80', null],
])('a threshold of %j is %j', (kept, read) => {
  const { lowestExecutionRate } = readFrom(JSON.stringify({ lowestExecutionRate: kept }));
  expect(lowestExecutionRate).toBe(read);
});

test.each([
  ['"january"', 'january'],
  ['"june"', 'july'],
  ['january', 'july'],
])('the workbook’s round %s comes first, where it is one', (inWorkbook, round) => {
  expect(readFrom(JSON.stringify(chosen), inWorkbook).round).toBe(round);
});
