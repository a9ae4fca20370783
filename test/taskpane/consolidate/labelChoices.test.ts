/** What the user said of labels is remembered, the newest of them; what is damaged is passed over. */
import { keepLabels, readLabels, withLabel } from '../../../src/taskpane/consolidate/labelChoices';
import { MemoryStore } from '../../application/fixture';

const said = { label: '其他支出', meaning: 'other' };

test('a label means what was said last, however it is spelled', () => {
  const first = withLabel([], ' 其他 支出', 'education');
  expect(withLabel(first, said.label, said.meaning)).toEqual([said]);
  expect(withLabel([said], '其他　支出', null)).toEqual([]);
});

test('of more labels than are remembered the oldest give way', () => {
  const all = Array.from({ length: 501 }, (_, at) => at).reduce<ReturnType<typeof withLabel>>(
    (labels, at) => withLabel(labels, `事项${at}`, 'other'),
    [],
  );
  expect([all.length, all[0]?.label, all.at(-1)?.label]).toEqual([500, '事项1', '事项500']);
});

test('what was kept is read again, and nothing is kept of nothing', () => {
  const store = new MemoryStore();
  keepLabels(store, [said]);
  expect(readLabels(store)).toEqual([said]);
  keepLabels(store, []);
  expect([store.items.size, readLabels(store)]).toEqual([0, []]);
});

test.each([
  ['{', []],
  ['{}', []],
  ['[null, 1, {"label": "甲"}, {"label": "其他支出", "meaning": "other"}]', [said]],
])('of %s what is sound is read', (kept, read) => {
  const store = new MemoryStore();
  keepLabels(store, [said]);
  const [key = ''] = store.items.keys();
  store.write(key, kept);
  expect(readLabels(store)).toEqual(read);
});
