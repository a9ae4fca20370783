/**
 * Can a workbook be taken the whole way on screen: errors corrected, warnings explained, 可以提交, saved; and is
 * a figure that is changed elsewhere noticed when it is opened again? Pictures are left in build/e2e.
 *
 * @jest-environment node
 */
import type { Browser, Locator } from 'playwright-core';
import { copyWithCells } from '../../src/workbook/copyWithCells';
import { launchBrowser } from './browser';
import { WorkbenchPage } from './page';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';

const opening = { language: 'zh-CN', theme: 'light' } as const;

let server: RunningWorkbench;
let browser: Browser;
let workbench: WorkbenchPage;

beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  server.stop();
});

beforeEach(async () => {
  workbench = await WorkbenchPage.open(browser, server.address, opening);
});

afterEach(async () => {
  await workbench.close();
  expect(workbench.problems).toEqual([]);
});

const button = (name: string | RegExp): Locator => workbench.pane.getByRole('button', { name });
const tab = (name: string) => workbench.pane.getByRole('tab', { name, exact: true }).click();
const title = (name: string) => workbench.pane.getByRole('heading', { name, exact: true });

/** Answers all findings of a rule with a usual reason. */
async function explain(rule: RegExp, count: number): Promise<void> {
  const { pane } = workbench;
  await button(rule).click();
  const reason = pane.getByRole('button', { name: '据实结算', exact: true });
  await reason.click();
  await button(`保存（${count} 处）`).click();
  await reason.waitFor({ state: 'detached' });
}

test('errors corrected, warnings explained, 可以提交, saved; changed elsewhere: 需重新确认', async () => {
  const { page, pane } = workbench;
  await workbench.type('K12', '7580.924');
  await button('一键校验').first().click();
  await workbench.verdict('有错误 2');
  await tab('报送');
  await button('提交前检查').click();
  await title('还不能提交').waitFor();
  await title('错误').waitFor();
  await workbench.view('submission-in-the-way');

  // To the item, and its correction.
  await tab('校验');
  await button(/^采用/).first().click();
  await button('写入 1 格').click();
  await workbench.verdict('有提示 15');

  await explain(/^填写说明：执行超预算/, 13);
  await explain(/^填写说明：决算超执行/, 2);

  await tab('报送');
  await button('重新检查').click();
  await title('校验标记未清除').waitFor();
  await button('清除标记').click();
  await title('校验标记未清除').waitFor({ state: 'detached' });
  await title('尚未保存').waitFor();
  const saved = await workbench.save();
  await button('重新检查').click();
  await title('可以提交').waitFor();
  await workbench.view('submission-ready');

  // 执行数 of 文化体育与传媒.
  const contents = { sheet: '统计表1', row: 9, column: 3, value: 211.4, keepsFormula: false };
  const changed = await copyWithCells(saved, [contents]);
  const opened = page.waitForEvent('filechooser');
  await workbench.command('打开…').click();
  const file = { name: '改过.xlsx', mimeType: '', buffer: Buffer.from(changed) };
  await (await opened).setFiles(file);
  await page.getByText('已打开“改过.xlsx”。').waitFor();
  await workbench.ready();
  await tab('报送');
  await button('提交前检查').click();
  await title('审核说明需重新确认').waitFor();
  await pane.getByText('有 1 项审核说明填写后数字又改过。', { exact: false }).waitFor();
  await workbench.view('submission-to-reconfirm');
});
