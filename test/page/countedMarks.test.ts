/** Is the strongest mark of a sheet told first, and how many cells have each? */
import { countedMarks } from '../../src/page/table/countedMarks';

test('the strongest first; a sheet with warnings only has no error', () => {
  const marks = new Map([
    ['C6', 'notice'],
    ['C7', 'warning'],
    ['C8', 'warning'],
  ] as const);
  expect(countedMarks(marks)).toEqual([
    { kind: 'warning', cells: 2 },
    { kind: 'notice', cells: 1 },
  ]);
  expect(countedMarks(new Map([...marks, ['K6', 'error'], ['K7', 'culprit']] as const))).toEqual([
    { kind: 'culprit', cells: 1 },
    { kind: 'error', cells: 1 },
    { kind: 'warning', cells: 2 },
    { kind: 'notice', cells: 1 },
  ]);
  expect(countedMarks(new Map())).toEqual([]);
});
