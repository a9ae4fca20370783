/**
 * Does an 审核说明 travel with the file? Written beside an item, saved, opened again as a copy, and to be
 * confirmed again where a figure was changed, and only there.
 *
 * @jest-environment node
 */
import type { Browser } from 'playwright-core';
import { readWorkbook } from '../../src/files/readWorkbook';
import { launchBrowser } from './browser';
import { WorkbenchPage } from './page';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';

let server: RunningWorkbench;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  server.stop();
});

/** The workbench with the city's own report. */
async function open(): Promise<WorkbenchPage> {
  return WorkbenchPage.open(browser, server.address, { language: 'zh-CN', theme: 'light' });
}

test('written, saved, opened as a copy, one figure changed: to be confirmed again exactly there', async () => {
  const first = await open();
  await first.pane.getByRole('button', { name: '一键校验' }).click();
  await first.pane.getByRole('button', { name: /^填写说明：执行超预算/ }).click();
  await first.pane.getByRole('button', { name: '年中追加预算' }).click();
  await first.page.keyboard.press('End');
  await first.page.keyboard.type('，财预12号');
  await first.pane.getByRole('button', { name: '保存（13 处）' }).click();
  await first.pane.getByText('已说明 13 处：年中追加预算，财预12号').waitFor();
  const saved = await first.save();
  expect(first.problems).toEqual([]);
  await first.close();
  const read = await readWorkbook(saved);
  const kept = read.ok ? read.value.explanations : undefined;
  expect(kept?.kind === 'read' && kept.explanations.length).toBe(13);

  const copy = await open();
  const chooser = copy.page.waitForEvent('filechooser');
  await copy.command('打开…').click();
  await (await chooser).setFiles({ name: '副本.xlsx', mimeType: '', buffer: Buffer.from(saved) });
  await copy.page.getByText('已打开“副本.xlsx”。').waitFor();
  await copy.ready();
  await copy.pane.getByRole('button', { name: '一键校验' }).click();
  await copy.pane.getByText('已说明 13 处：年中追加预算，财预12号').waitFor();
  await copy.type('D7', '2700');
  await copy.pane.getByText(/^需重新确认（数字已改，原说明）：年中追加预算，财预12号$/).waitFor();
  await copy.pane.getByText('已说明 12 处：年中追加预算，财预12号').waitFor();
  await copy.pane.getByRole('button', { name: /^确认：/ }).click();
  await copy.pane.getByText('已说明 13 处：年中追加预算，财预12号').waitFor();
  expect(copy.problems).toEqual([]);
  await copy.close();
});
