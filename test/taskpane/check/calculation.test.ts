/** What does the pane say of a workbook that calculates only when it is asked to? */
import { checkedPane, realPane, shutPanes } from '../realPane';
import type { RealPane } from '../realPane';

afterEach(shutPanes);

const faultless = 'clean/openpyxl-formulas.xlsx';
const withWarnings = 'puyang-2019-formulas.xlsx';
/** A day on which the years of both are as they should be. */
const options = { today: '2024-03-01' };

const calculate = ({ host }: RealPane, mode: 'Manual' | 'Automatic') =>
  host.asUser((session) => {
    session.calculationMode = mode;
  });
const headingIs = (pane: RealPane, text: string | RegExp) =>
  pane.until(() => {
    expect(pane.heading()).toMatch(text);
  });
const hasButton = ({ view }: RealPane) => view.queryByRole('button', { name: '重算' }) !== null;

async function manual(specimen: string): Promise<RealPane> {
  const pane = await realPane(specimen, options);
  await calculate(pane, 'Manual');
  return pane;
}

test.each([
  [faultless, '通过'],
  [withWarnings, '有提示 15'],
])('%s as Excel calculates it: no word of it', async (specimen, verdict) => {
  const pane = await checkedPane(specimen, {}, options);
  expect(pane.heading()).toBe(verdict);
  expect(pane.shown()).not.toContain('重算');
  expect(hasButton(pane)).toBe(false);
});

test('manual and up to date: the verdict stands, and what manual means is said', async () => {
  const pane = await manual(faultless);
  await pane.press('一键校验');
  expect(pane.heading()).toBe('通过');
  expect(pane.shown()).toContain('Excel 设为手动计算：改数后合计不会自动更新。');
  expect(hasButton(pane)).toBe(true);
});

describe('old results of formulas', () => {
  test.each([
    [faultless, '统计表1!C12', '7000', /^有错误 \d+$/],
    [withWarnings, '统计表1!C12', '7000', /^有错误 2$/],
  ])('in %s: not calculated, then what they really are', async (specimen, cell, text, due) => {
    const pane = await manual(specimen);
    await pane.type({ [cell]: text });
    await pane.press('一键校验');
    expect(pane.heading()).toBe('尚未重算');
    expect(pane.shown()).toContain('以下结果不能作准');
    await pane.press('重新校验');
    expect(pane.heading()).toBe('尚未重算');
    await pane.press('重算');
    expect(pane.heading()).toMatch(due);
    expect(pane.shown()).not.toContain('以下结果不能作准');
    expect(pane.shown()).not.toContain('公式未重算');
  });

  test('right again by an edit: 通过 comes with 重算, not before', async () => {
    const pane = await checkedPane(faultless, { '统计表1!C12': '1' }, options);
    expect(pane.heading()).toMatch(/^有错误/);
    await calculate(pane, 'Manual');
    await pane.type({ '统计表1!C12': '1280' });
    await headingIs(pane, '尚未重算');
    await pane.press('重新校验');
    expect(pane.heading()).toBe('尚未重算');
    await pane.press('重算');
    expect(pane.heading()).toBe('通过');
  });

  test('do not hide an error that calculating leaves as it is', async () => {
    const pane = await manual(faultless);
    await pane.type({ '统计表1!C12': '7000', '统计表1!C13': '约三万' });
    await pane.press('一键校验');
    expect(pane.heading()).toMatch(/^有错误/);
    expect(pane.shown()).toContain('以下结果不能作准');
    expect(hasButton(pane)).toBe(true);
  });
});

test('an Excel that does not recalculate: it is told, and the heading claims nothing', async () => {
  const pane = await manual(faultless);
  await pane.type({ '统计表1!C12': '7000' });
  await pane.press('一键校验');
  pane.host.failAt({ batch: 1, code: 'GeneralException' });
  await pane.press('重算');
  expect(pane.text()).toContain('未能重算。');
  expect(pane.heading()).toBe('尚未重算');
});
