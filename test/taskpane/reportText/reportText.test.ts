/** 报告文字 in the pane: sentences are copied, a report is compared, and a wrong figure leads to its cell. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportTextOf } from '../../../src/taskpane/reportText/ReportTextControl';
import { submissionOf } from '../../../src/taskpane/submit/useSubmission';
import { checkedPane, shutPanes } from '../memoryPane';
import { realPane } from '../realPane';
import type { Edits, MemoryPaneOptions, MemoryPane } from '../memoryPane';

afterEach(shutPanes);

const report = readFileSync(
  join(__dirname, '../../specimens/figures/puyang-2019-report.txt'),
  'utf8',
);

async function opened(edits: Edits = {}, options: MemoryPaneOptions = {}): Promise<MemoryPane> {
  const pane = await checkedPane('puyang-2019.xlsx', edits, options);
  await pane.after(() => {
    pane.control.store.send({ type: 'pageOpened', page: 'submit' });
    return Promise.resolve();
  });
  await pane.press(options.language === 'en-US' ? 'Report text' : '报告文字');
  return pane;
}

async function compare(pane: MemoryPane, text: string): Promise<void> {
  await pane.after(async () => {
    const field = pane.view.getByLabelText('报告文字', { selector: 'textarea' });
    await pane.user.click(field);
    await pane.user.paste(text);
  });
  await pane.press('核对');
}

/** The file is handed over as the browser's own dialogue does. */
const choose = (pane: MemoryPane, name: string, bytes: Uint8Array): Promise<void> =>
  pane.after(() =>
    reportTextOf(pane.control).readFile({
      name,
      size: bytes.length,
      bytes: () => Promise.resolve(bytes),
    }),
  );

/** What was copied last. */
function copiedBy(pane: MemoryPane): () => string {
  let copied = '';
  Object.defineProperty(pane.page.navigator, 'clipboard', {
    value: {
      writeText: (text: string) => {
        copied = text;
        return Promise.resolve();
      },
    },
    configurable: true,
  });
  return () => copied;
}

test('the sentences are those of the tables, and one click copies one', async () => {
  const pane = await opened();
  const copied = copiedBy(pane);
  const totals =
    '2019 年全年累计纳入购买服务预算项目 236 个，预算资金 41528.12 万元，执行资金 40790.51 万元，决算资金 40201.88 万元。';
  expect(pane.shown()).toContain(totals);
  await pane.press(`复制：${totals}`);
  expect(copied()).toBe(totals);
  expect(pane.shown()).toContain('已复制。');
});

test('the city’s own report agrees in four figures, which are folded', async () => {
  const pane = await opened();
  await compare(pane, report);
  expect(pane.shown()).toContain('引用统计表的数 4 个');
  expect(pane.container.querySelectorAll('mark')).toHaveLength(0);
  await pane.press('相符 4 个');
  expect([...pane.container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    '236 个',
    '41528.12 万元',
    '40790.51 万元',
    '40201.88 万元',
  ]);
});

test('of a changed report that figure is shown, leads to its cell, and its sentence is copied right', async () => {
  const pane = await opened();
  const copied = copiedBy(pane);
  await compare(pane, report.replace('40790.51', '40970.51'));
  expect([...pane.container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    '40970.51 万元',
  ]);
  expect(pane.shown()).toContain(
    '不符 表中为 40790.51 万元：统计表1·合计行·合计栏·执行数（L24）。',
  );
  await pane.press('统计表1!L24');
  expect(pane.selection()).toBe('统计表1!L24');
  await pane.press('复制改正后的句子');
  expect(report.replace(/\s*[\r\n]+\s*/g, '')).toContain(copied());
  expect(copied()).toContain('执行资金 40790.51 万元');
});

test('a file is read and compared at once; one that is none is told', async () => {
  const pane = await opened();
  await choose(pane, '报告.txt', new TextEncoder().encode(report));
  expect(pane.shown()).toContain('文件：报告.txt');
  expect(pane.shown()).toContain('引用统计表的数 4 个');
  await choose(pane, '报告.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]));
  expect(pane.shown()).toContain('报告文件');
  expect(pane.shown()).not.toContain('引用统计表的数');
});

test.each([
  ['blanks', '  \n\u3000\r\n\t'],
  ['what is not seen', '\u200B\uFEFF\n'],
])('of a file of %s it is said that no text is in it', async (_, text) => {
  const pane = await opened();
  await choose(pane, 'space.txt', new TextEncoder().encode(text));
  expect(pane.shown()).toContain('文件：space.txt');
  expect(pane.view.getByRole('alert').textContent).toContain('文件里没有文字，未核对。');
  expect(pane.view.getByRole('button', { name: '核对' }).ariaDisabled).toBe('true');
  await pane.press('清除');
  expect(pane.view.queryByRole('alert')).toBeNull();
  expect(pane.view.getByLabelText('报告文字', { selector: 'textarea' })).toBeTruthy();
});

test('a text without a figure of the tables is not said to agree', async () => {
  const pane = await opened();
  await compare(pane, '各单位积极开展工作，取得良好成效。');
  expect(pane.shown()).toContain('不能视为相符');
});

test('where the tables have errors nothing is corrected by a click, and that is said', async () => {
  const pane = await opened({ '统计表1!L24': '40970.51' });
  expect(pane.shown()).toContain('注意：统计表本身审核有');
  await compare(pane, report);
  expect(pane.shown()).toContain('不符');
  expect(pane.view.queryByRole('button', { name: '复制改正后的句子' })).toBeNull();
});

/** What is scrolled into sight, and how, while something is done. */
async function broughtInSight(
  pane: MemoryPane,
  motion: 'reduced' | 'usual',
  work: () => Promise<void>,
): Promise<[string, unknown][]> {
  const seen: [string, unknown][] = [];
  const kind = Object.getPrototypeOf(pane.page.document.createElement('div')) as object;
  Reflect.set(kind, 'scrollIntoView', function (this: Element, how: unknown) {
    seen.push([this.textContent, how]);
  });
  Reflect.set(pane.page, 'matchMedia', () => ({ matches: motion === 'reduced' }));
  try {
    await work();
  } finally {
    Reflect.deleteProperty(kind, 'scrollIntoView');
    Reflect.deleteProperty(pane.page, 'matchMedia');
  }
  return seen;
}

test('what became of a text is brought into sight when it was asked for, and only then', async () => {
  const pane = await opened();
  const found = '引用统计表的数 4 个';
  const gently = { block: 'nearest', behavior: 'smooth' };
  const atOnce = { block: 'nearest', behavior: 'auto' };
  expect(await broughtInSight(pane, 'usual', () => compare(pane, report))).toEqual([
    [found, gently],
  ]);
  expect(pane.page.document.activeElement?.textContent).toBe('核对');
  expect(await broughtInSight(pane, 'reduced', () => pane.press('核对'))).toEqual([
    [found, atOnce],
  ]);

  // Coming back to it moves nothing.
  const again = await broughtInSight(pane, 'usual', async () => {
    for (const page of ['check', 'submit'] as const) {
      await pane.after(() => {
        pane.control.store.send({ type: 'pageOpened', page });
        return Promise.resolve();
      });
    }
    await pane.press('报告文字');
  });
  expect(pane.shown()).toContain(found);
  expect(again).toEqual([]);
});

test.each([
  ['no report', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), '报告文件'],
  ['a report', new TextEncoder().encode(report), '引用统计表的数 4 个'],
  ['no text', new TextEncoder().encode(' \n'), '文件里没有文字'],
])('nor does it go unseen that a file is %s', async (_, bytes, said) => {
  const pane = await opened();
  const { File: PageFile } = pane.page as unknown as typeof globalThis;
  const file = new PageFile([bytes], '报告.txt');
  Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.resolve(bytes.buffer) });
  const input = pane.view.getByLabelText('选择文件', { selector: 'input' });
  const seen = await broughtInSight(pane, 'reduced', () =>
    pane.after(() => pane.user.upload(input, file)),
  );
  expect(seen.map(([text]) => text)).toEqual([expect.stringContaining(said)]);
});

test('in English, too', async () => {
  const pane = await opened({}, { language: 'en-US' });
  expect(pane.shown()).toContain('Sentences from the tables');
  await pane.after(async () => {
    const field = pane.view.getByLabelText('Text of the report', { selector: 'textarea' });
    await pane.user.click(field);
    await pane.user.paste(report.replace('236 个', '263 个'));
  });
  await pane.press('Compare');
  expect(pane.shown()).toContain(
    'differs The table has 236 projects: Table 1, total line · both budgets · project count (J24).',
  );
});

/** Last year's workbook, as its user saved it: 40,000 万元 for 200 projects. */
async function lastYears(edits: Edits = {}): Promise<Uint8Array> {
  const pane = await realPane('puyang-2019.xlsx');
  await pane.type({
    '统计表1!J24': '200',
    '统计表1!K24': '40000',
    ...edits,
  });
  const bytes = await pane.host.save();
  await pane.shut();
  return bytes;
}

const lastYearHeading = {
  '统计表1!H2': '金额：万元 年份：（2018）',
  '统计表2!H2': '金额：万元 年份：（2018）',
};

const setBeside = (pane: MemoryPane, name: string, bytes: Uint8Array): Promise<void> =>
  pane.after(() =>
    reportTextOf(pane.control).readLastYear({
      name,
      size: bytes.length,
      bytes: () => Promise.resolve(bytes),
    }),
  );

const grown =
  '2019 年购买服务预算 41528.12 万元，比上年增长 3.82%。购买服务项目 236 个，比上年增加 66 个。';

test('what has grown is compared with last year’s file that is chosen, and with none any more', async () => {
  const bytes = await lastYears(lastYearHeading);
  const pane = await opened();
  await compare(pane, grown);
  expect(pane.shown()).toContain('引用统计表的数 2 个，另有 2 个未核对');
  expect(pane.shown()).toContain('增减要有同口径的上年统计表才能核对');

  await setBeside(pane, '上年.xlsx', bytes);
  expect(pane.shown()).toContain('上年：上年.xlsx');
  expect(pane.shown()).toContain('引用统计表的数 4 个');
  expect(pane.shown()).not.toContain('未核对');
  const [wrong] = pane.container.querySelectorAll('mark');
  expect(wrong?.textContent).toBe('66 个');
  expect(pane.shown()).toContain('表中为 36 个：2019 统计表1');
  // Last year's cells are not in this workbook: one way leads to this year's.
  const ways = [...pane.container.querySelectorAll('[title^="转到"]')];
  expect(ways.map(({ textContent }) => textContent)).toEqual(['统计表1!J24']);
  expect(pane.shown()).toContain('2018 年购买服务项目 200 个');

  await pane.press('不再比较');
  expect(pane.shown()).toContain('另有 2 个未核对');
});

test('a file that cannot be compared is said to be so, and is not used', async () => {
  const bytes = await lastYears();
  const pane = await opened();
  await compare(pane, grown);
  await setBeside(pane, '同年.xlsx', bytes);
  expect(pane.shown()).toContain('里面没有上一年度、同口径的表，未用。');
  expect(pane.shown()).toContain('另有 2 个未核对');
  await setBeside(pane, '说明.xlsx', new TextEncoder().encode('no workbook'));
  expect(pane.view.getByRole('alert').textContent).toContain('上期的“说明.xlsx”未能读取：');
});

test('what the check is made beside serves here as well', async () => {
  const bytes = await lastYears(lastYearHeading);
  const pane = await opened();
  await pane.after(() =>
    submissionOf(pane.control, pane.writing).compareWithFile({
      name: '上期.xlsx',
      size: bytes.length,
      bytes: () => Promise.resolve(bytes),
    }),
  );
  await compare(pane, grown);
  expect(pane.shown()).toContain('上年：上期.xlsx');
  expect(pane.shown()).toContain('引用统计表的数 4 个');
});
