/** Are a set's units compared once, and anew as soon as something is different that matters? */
import type { ComparedSet } from '../../../src/domain/consolidate/compareSet';
import { compareInSteps, compareSet } from '../../../src/domain/consolidate/compareSet';
import { LabelMap } from '../../../src/domain/consolidate/labelMap';
import { officialForms } from '../../../src/domain/forms/officialForms';
import { takenUnits } from './sets';

const nothingSaid = () => new LabelMap([], officialForms);
const sumsOf = ({ sums }: ComparedSet) =>
  sums.map(({ basis, members }) => [basis, ...members].join(' '));

/** 丙县 is the sum of the two others once its own label is a line. */
const units = takenUnits([
  { name: '甲县', times: 3 },
  { name: '乙县', times: 5 },
  { name: '丙县', times: 8, table1: { A23: '丙县自定' } },
]);

test('the same units under the same labels are compared once', () => {
  const compared = compareSet(units, nothingSaid());
  expect(compareSet([...units], nothingSaid())).toBe(compared);
});

test('fewer units, another order, another meaning of a label: compared anew', () => {
  expect(sumsOf(compareSet(units, nothingSaid()))).toEqual(['differs 2 0 1']);
  const mapped = new LabelMap([{ label: '丙县自定', meaning: '其他' }], officialForms);
  expect(sumsOf(compareSet(units, mapped))).toEqual(['exact 2 0 1']);
  expect(sumsOf(compareSet(units, nothingSaid()))).toEqual(['differs 2 0 1']);
  expect(sumsOf(compareSet([...units].reverse(), mapped))).toEqual(['exact 0 1 2']);
  expect(compareSet(units.slice(0, 2), mapped).names).toEqual(['甲县', '乙县']);
  expect(compareSet([], mapped)).toEqual({
    names: [],
    keys: [],
    sums: [],
    nearlySame: [],
    unexamined: [],
  });
});

test('in steps it comes to the same, and the steps are many', () => {
  const many = takenUnits(
    Array.from({ length: 8 }, (_, at) => ({ times: at + 2, name: `${at}县` })),
  );
  const expected = compareSet([...many.slice(1), ...many.slice(0, 1)], nothingSaid());
  const steps = compareInSteps(many, nothingSaid());
  let count = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count += 1;
  expect(count).toBeGreaterThan(2 * many.length);
  expect([...step.value.keys].sort()).toEqual([...expected.keys].sort());
  expect(compareSet(many, nothingSaid())).toBe(step.value);
});
