/** Totals wait for texts that are to be numbers: may they be made numbers from where that is said? */
import { memoryPane, shutPanes } from '../memoryPane';

afterEach(shutPanes);

test('texts are made numbers, and then the total is filled', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  await pane.type({ '统计表1!C8': "'691.45", '统计表1!K8': '' });
  await pane.after(() => pane.writing.previewFill(null));
  expect(pane.shown()).toContain('K8、C24、K24 要相加的 C8 是文本格式的数字');
  await pane.press('先转换文本数字');
  expect(pane.heading()).toBe('改正');
  expect(pane.shown()).toContain('已选 1 / 1 格');
  // What stands there as a text looks like one.
  expect(pane.shown()).toContain('现为“691.45”改为691.45');
  await pane.press('写入 1 格');
  await pane.after(() => pane.writing.previewFill(null));
  expect(pane.shown()).not.toContain('不能写入');
  expect(pane.shown()).toContain('=C8+G8');
});

test('a figure in another unit: one click leads to both ways of writing it, and none is chosen', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  await pane.type({
    '统计表1!C12': '7083.02元',
    '统计表1!K12': '',
    '统计表1!C24': '',
    '统计表1!K24': '',
  });
  await pane.after(() => pane.writing.previewFill(null));
  expect(pane.shown()).toContain('K12、C24、K24 要相加的 C12 写着别的单位，请先选定写法');
  await pane.press('先选定单位的写法');
  expect(pane.heading()).toBe('改正');
  expect(pane.shown()).toContain('已选 0 / 2 格');
  expect(pane.shown()).toContain('现为“7083.02元”');
  expect(pane.shown()).toContain('改为7,083.02');
  expect(pane.shown()).toContain('改为0.708302');
});
