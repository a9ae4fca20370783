/** What the user says of a label is followed, or refused with the reason. */
import type { LabelChoice } from '../../../src/domain/consolidate/labelMap';
import { LabelMap } from '../../../src/domain/consolidate/labelMap';
import { officialForms } from '../../../src/domain/forms/officialForms';

const mapOf = (...choices: readonly LabelChoice[]) => new LabelMap(choices, officialForms);

test('a label is mapped however it is spelled, in the form that has the line', () => {
  const labels = mapOf({ label: '民办教育', meaning: '教育支出' });
  expect(labels.faults).toEqual([]);
  expect(labels.lineOf('table1', '（一）民办　教育支出：')).toBe('education');
  expect(labels.lineOf('table2', '民办教育')).toBeNull();
  expect(labels.lineOf('table1', '__proto__')).toBeNull();
});

test('the same word in another edition is the same line, said twice the same is no contradiction', () => {
  const same = { label: '民办教育', meaning: '教育' };
  expect(mapOf({ label: '卫生健康', meaning: '医疗卫生' }, same, same).faults).toEqual([]);
});

test.each([
  ['unknownMeaning', [{ label: '民办教育', meaning: '没有的科目' }]],
  ['knownLabel', [{ label: '教育', meaning: '其他' }]],
  ['emptyLabel', [{ label: ' ：', meaning: '其他' }]],
  [
    'contradiction',
    [
      { label: '民办教育', meaning: '其他' },
      { label: '民办 教育', meaning: '教育' },
    ],
  ],
])('%s', (code, choices) => {
  expect(mapOf(...choices).faults.map((fault) => fault.code)).toEqual([code]);
});
