/** Totals wait for texts that are to be numbers: may they be made numbers from where that is said? */
import { realPane, shutPanes } from '../realPane';

afterEach(shutPanes);

test('texts are made numbers, and then the total is filled', async () => {
  const pane = await realPane('puyang-2019.xlsx');
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
