/** What happens while the user types on: is the pair checked again at once, quietly, and only once? */
import { round } from '../../HeldClock';
import { manyPairs } from '../../excel/workbooks';
import { checkedPane, realPane, shutPanes } from '../realPane';
import type { RealPane } from '../realPane';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const withFormulas = 'puyang-2019-formulas.xlsx';
const right = { '统计表1!K12': '7580.942' };
const wrong = { '统计表1!K12': '7580.924' };

/** The pane of a user who wants marks to follow every edit. */
const follow = { preferences: { liveMarks: 'on' } } as const;

/** Milliseconds that the add-in is given to send something that it should not. */
const quietTime = 900;

/** How often figures were read and marks looked at since the log was cleared. */
function reads({ host }: RealPane): number {
  return host.log.batches.filter((batch) =>
    host.log.describe(batch).some((line) => / → .*formulas/i.test(line)),
  ).length;
}
const headingIs = (pane: RealPane, text: string | RegExp) =>
  pane.until(() => {
    expect(pane.heading()).toMatch(text);
  });
const marksAre = (pane: RealPane, marks: readonly string[]) =>
  pane.until(() => {
    expect(pane.marks()).toEqual(marks);
  });
const kindsOfMarks = (pane: RealPane) => [
  ...new Set(pane.marks().map((mark) => mark.split(' ')[0])),
];
async function structure(
  { office }: RealPane,
  change: (workbook: Excel.Workbook) => void,
): Promise<void> {
  await office.Excel.run(async (context) => {
    change(context.workbook);
    await context.sync();
  });
}

describe('an edited figure', () => {
  test('is found wrong or right after the last key, marks follow, focus stays', async () => {
    const pane = await checkedPane(puyang, {}, follow);
    const before = pane.marks();
    const item = pane.view.getByRole('button', { name: /^执行超预算 13 处/ });
    item.focus();
    await pane.host.select('统计表1', 'K12');
    for (let round = 0; round < 3; round += 1) {
      await pane.type(wrong);
      await headingIs(pane, '有错误 2');
      await marksAre(pane, ['culprit 统计表1!K12', 'error 统计表1!K24', ...before]);
      expect(pane.view.getByRole('button', { name: /^医疗卫生.*统计表1!K12$/ })).toBeTruthy();
      await pane.type(right);
      await headingIs(pane, '有提示 15');
      await marksAre(pane, before);
      expect(pane.view.queryByText(/疑为/)).toBeNull();
    }
    expect(pane.page.document.activeElement).toBe(item);
    expect(pane.selection()).toBe('统计表1!K12');
    expect(pane.announced().trim()).toBe('有提示 15');
  });

  test('only its pair is read, once; the list is not taken down meanwhile', async () => {
    const pane = await checkedPane(manyPairs(3), {}, follow);
    const verdict = pane.heading();
    pane.host.log.clear();
    const seen = new Set<string>();
    const observer = new (Reflect.get(pane.page, 'MutationObserver') as typeof MutationObserver)(
      () => {
        seen.add(pane.heading());
        if (pane.view.queryByRole('region', { name: '审核结果' }) === null) seen.add('no list');
      },
    );
    observer.observe(pane.container, { childList: true, subtree: true, characterData: true });
    await pane.type({ '单位2表1!C12': '1' });
    await headingIs(pane, /^有错误/);
    await pane.pass(quietTime);
    observer.disconnect();
    expect([...seen].filter((text) => text !== verdict && text !== pane.heading())).toEqual([]);
    expect(reads(pane)).toBe(1);
    const asked = pane.host.log.batches.flatMap((batch) => pane.host.log.describe(batch));
    const read = asked.filter((line) => / → .*formulas/i.test(line));
    expect(read).toHaveLength(2);
    // The marks of the other units' sheets are not looked at either.
    const marked = asked.filter((line) => line.endsWith('.ConditionalFormats → type'));
    expect(marked).toHaveLength(2);
  });

  test('several edits in a row are one check, after the last', async () => {
    const pane = await checkedPane(puyang, {}, follow);
    pane.host.log.clear();
    for (const text of ['7', '75', '758', '7580', '7580.9', '7580.924']) {
      await pane.type({ '统计表1!K12': text });
      await pane.pass(120);
    }
    await headingIs(pane, '有错误 2');
    await pane.pass(quietTime);
    expect(reads(pane)).toBe(1);
    expect(pane.heading()).toBe('有错误 2');
  });

  test('while a check is running is checked after it', async () => {
    const pane = await checkedPane(puyang, {}, follow);
    const before = pane.marks();
    pane.host.log.clear();
    await pane.type(wrong);
    await pane.clock.quiet();
    pane.clock.advance(quietTime);
    while (reads(pane) === 0) await round();
    await pane.type({ '统计表1!K12': '7580.942', '统计表1!K13': '1' });
    await pane.pass(quietTime);
    expect(reads(pane)).toBe(2);
    expect(pane.shown()).toContain('K13）填报 1，疑为');
    expect(pane.shown()).not.toContain('7,580.924');
    await pane.type({ '统计表1!K13': '1294.3' });
    await headingIs(pane, '有提示 15');
    await marksAre(pane, before);
  });

  test('while the very first check is running is checked after it', async () => {
    const pane = await realPane(puyang, follow);
    pane.host.log.clear();
    await pane.after(async () => {
      const checking = pane.control.check();
      while (reads(pane) === 0) await round();
      await pane.type(wrong);
      await checking;
    });
    await headingIs(pane, '有错误 2');
    expect(reads(pane)).toBe(2);
  });

  test('while it is typed in a cell is waited for: press Enter', async () => {
    const pane = await checkedPane(puyang, {}, follow);
    await pane.type(wrong);
    pane.host.enterCellEdit();
    await headingIs(pane, '数据已改动');
    expect(pane.shown()).toContain('按回车（Enter）后自动重新审核');
    pane.host.leaveCellEdit();
    await headingIs(pane, '有错误 2');
  });

  test('outside the tables changes nothing; a heading is part of the table', async () => {
    const pane = await checkedPane(puyang, {}, follow);
    const { marks, text } = pane;
    const before = [marks(), text()];
    await pane.type({ '统计表1!P40': '说明', '统计表1!B30': '12' });
    await pane.pass(quietTime);
    expect([marks(), text()]).toEqual(before);
    await pane.type({ '统计表2!A2': '填报单位：安阳市财政局' });
    await headingIs(pane, '有错误 1');
    expect(pane.shown()).toContain('填报单位一致');
  });

  test('a figure in another sheet has nothing read, a text may be a heading', async () => {
    const pane = await checkedPane(puyang, {}, follow);
    await structure(pane, ({ worksheets }) => {
      worksheets.add('底稿');
    });
    await pane.pass(quietTime);
    const before = reads(pane);
    await pane.type({ '底稿!A1': '12', '底稿!A2': '' });
    await pane.pass(quietTime);
    expect(reads(pane)).toBe(before);
    await pane.type({ '底稿!A1': '政府购买服务项目资金统计表1' });
    await pane.until(() => {
      expect(pane.shown()).toContain('未审核 1 处');
    });
    await pane.type({ '底稿!A1': '12' });
    await pane.until(() => {
      expect(pane.shown()).not.toContain('未审核');
    });
  });
});

describe('marks that follow only 一键校验', () => {
  const opened = () => checkedPane(puyang);

  test('stay as they are while figures are edited; the list names those no longer true', async () => {
    const pane = await opened();
    const before = pane.marks();
    await pane.type(wrong);
    await headingIs(pane, '有错误 2');
    expect(pane.shown()).not.toContain('标记已过时');
    await pane.press('重新校验');
    expect(pane.marks()).toEqual(['culprit 统计表1!K12', 'error 统计表1!K24', ...before]);
    pane.host.log.clear();
    await pane.type(right);
    await headingIs(pane, '有提示 15');
    expect(pane.shown()).toContain('表内 2 格的标记待重新校验更新：统计表1!K24、K12');
    await pane.pass(quietTime);
    expect(pane.marks()).toHaveLength(before.length + 2);
    const sent = pane.host.log.batches.flatMap((batch) => pane.host.log.describe(batch));
    expect(sent.filter((line) => line.includes('ConditionalFormats'))).toEqual([]);
    await pane.press('重新校验');
    expect(pane.marks()).toEqual(before);
    expect(pane.shown()).not.toContain('标记已过时');
  });
});

describe('another format', () => {
  test('of a figure that was a date by its format: what was advised puts it right', async () => {
    const pane = await realPane(puyang, follow);
    const format = (as: string) =>
      structure(pane, ({ worksheets }) => {
        worksheets.getItem('统计表1').getRange('C8').numberFormat = [[as]];
      });
    await format('yyyy-mm-dd');
    await pane.press('一键校验');
    expect(pane.shown()).toContain('C8）是日期格式');
    await format('0.00');
    await headingIs(pane, '有提示 15');
    expect(pane.shown()).not.toContain('是日期格式');
    // Marks are no such change, and a format elsewhere is nobody's business.
    await pane.pass(quietTime);
    const before = reads(pane);
    await structure(pane, ({ worksheets }) => {
      worksheets.add('底稿').getRange('A1').numberFormat = [['0.00']];
    });
    await pane.pass(quietTime);
    const added = reads(pane);
    expect(added - before).toBeLessThanOrEqual(1);
    await structure(pane, ({ worksheets }) => {
      worksheets.getItem('底稿').getRange('A1').numberFormat = [['0']];
    });
    await pane.pass(quietTime);
    expect(reads(pane)).toBe(added);
  });
});

describe('sheets whose names are exchanged', () => {
  test('in an Excel that does not tell: the next edit has all read again', async () => {
    const pane = await checkedPane(
      manyPairs(2),
      { '单位1表1!C12': '1' },
      { ...follow, level: '1.14' },
    );
    const verdict = pane.heading();
    await structure(pane, ({ worksheets }) => {
      const [one, two] = [worksheets.getItem('单位1表1'), worksheets.getItem('单位2表1')];
      one.name = '暂';
      two.name = '单位1表1';
    });
    await structure(pane, ({ worksheets }) => {
      worksheets.getItem('暂').name = '单位2表1';
    });
    await pane.type({ '单位2表2!P40': '说明' });
    await pane.until(() => {
      expect(pane.marks().filter((mark) => /^(culprit|error) 单位2表1/.test(mark))).not.toEqual([]);
    });
    await pane.pass(quietTime);
    const live = [pane.heading(), pane.marks(), pane.shown()];
    expect(pane.heading()).toBe(verdict);
    await pane.press('重新校验');
    expect([pane.heading(), pane.marks(), pane.shown()]).toEqual(live);
  });
});

describe('a recalculation', () => {
  const sources = async () => {
    const pane = await checkedPane(withFormulas, {}, follow);
    await structure(pane, ({ worksheets }) => {
      worksheets.add('底稿').getRange('A1').values = [[691.45]];
      worksheets.getItem('统计表1').getRange('C8').formulas = [['=底稿!A1']];
    });
    await pane.pass(quietTime);
    expect(pane.heading()).toBe('有提示 15');
    return pane;
  };

  test('from a sheet outside the tables is checked', async () => {
    const pane = await sources();
    await pane.type({ '底稿!A1': '6914.5' });
    await headingIs(pane, /^有错误/);
  });

  test('is not missed right after our own marks', async () => {
    const pane = await sources();
    pane.host.log.clear();
    await pane.type({ '底稿!A1': '6914.5' });
    await headingIs(pane, /^有错误/);
    await pane.until(() => {
      expect(kindsOfMarks(pane)).toContain('error');
    });
    // The marks have just been written: what is recalculated now is not put down to them.
    await pane.type({ '底稿!A1': '691.45' });
    await headingIs(pane, '有提示 15');
  });
});

describe('sheets and rows', () => {
  test('a row inserted in a table: cells and marks are those after it', async () => {
    const pane = await checkedPane(withFormulas, {}, follow);
    await structure(pane, ({ worksheets }) => {
      worksheets.getItem('统计表1').getRange('7:7').insert('Down');
    });
    await pane.until(() => {
      expect(pane.view.getByRole('button', { name: /统计表1!D8/ })).toBeTruthy();
      expect(pane.view.queryByRole('button', { name: /统计表1!D7/ })).toBeNull();
      expect(pane.marks()).toContain('warning 统计表1!D8:D9 D11 D13 D15 H15 D18 E19 D24 H24');
    });
  });

  test.each(['1.13', '1.17'] as const)('a renamed sheet, in Excel %s', async (level) => {
    const pane = await checkedPane(puyang, {}, { ...follow, level });
    await structure(pane, ({ worksheets }) => {
      worksheets.getItem('统计表1').name = '表一';
    });
    if (level === '1.13') await pane.type({ '表一!K12': '7580.924' });
    await pane.until(() => {
      expect(pane.view.queryAllByText(/统计表1!/)).toEqual([]);
      expect(pane.view.getByRole('button', { name: /表一!D7/ })).toBeTruthy();
    });
    await pane.press(/表一!D7/);
    expect(pane.selection()).toBe('表一!D7');
  });

  test('a deleted sheet: the unit lacks a table', async () => {
    const pane = await checkedPane(puyang, {}, follow);
    await structure(pane, ({ worksheets }) => {
      worksheets.getItem('统计表2').delete();
    });
    await headingIs(pane, '有错误 1');
    expect(pane.shown()).toContain('缺统计表2');
  });

  test('both deleted: nothing is left to check, and that is no 通过', async () => {
    const pane = await checkedPane(puyang, {}, follow);
    await structure(pane, ({ worksheets }) => {
      worksheets.add('空表');
      worksheets.getItem('统计表1').delete();
      worksheets.getItem('统计表2').delete();
    });
    await headingIs(pane, '未能校验');
  });
});

test('what the add-in writes itself is checked once and sets off nothing more', async () => {
  const pane = await checkedPane(withFormulas, { '统计表1!D7': '262837' }, follow);
  await pane.pass(quietTime);
  pane.host.log.clear();
  await pane.press(/^采用/);
  const planned = reads(pane);
  await pane.press('写入 1 格');
  const done = reads(pane);
  const sent = pane.host.log.totals.batches;
  await pane.pass(quietTime);
  // What is proposed is planned from the figures that were checked.
  expect(planned).toBe(0);
  expect(reads(pane)).toBe(done);
  expect(kindsOfMarks(pane)).toEqual(['warning']);
  expect(pane.host.log.totals.batches).toBe(sent);
});
