/**
 * Does the add-in do its work on screen: the production bundle, Microsoft's office.js, a spreadsheet,
 * mouse and keyboard, in a real browser? Pictures are left in build/e2e.
 *
 * @jest-environment node
 */
import type { Browser } from 'playwright-core';
import { cellAt } from '../../src/domain/grid';
import { readWorkbook } from '../../src/files/readWorkbook';
import { launchBrowser } from './browser';
import type { Language, Theme } from './page';
import { WorkbenchPage } from './page';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';

/** Colours of the marks as designed. */
const warningColour = '#FFEB9C';
const culpritColour = '#E4DFEC';
const white = '#FFFFFF';

let server: RunningWorkbench;
let browser: Browser;

// The add-in is built first where that was not done before.
beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
}, 240_000);

jest.setTimeout(120_000);

afterAll(async () => {
  await browser.close();
  server.stop();
});

const appearances: [Language, Theme][] = [
  ['zh-CN', 'light'],
  ['en-US', 'dark'],
];

describe.each(appearances)('%s, %s', (language, theme) => {
  let workbench: WorkbenchPage;

  afterEach(async () => {
    await workbench.close();
    expect(workbench.problems).toEqual([]);
    expect(workbench.requests).toBeGreaterThan(10);
  });

  test('check, go to a finding, break a figure and correct it, take the marks off, save', async () => {
    workbench = await WorkbenchPage.open(browser, server.address, { language, theme });
    const { pane, page, words } = workbench;
    await page.getByText(words.notExcel).waitFor();
    await workbench.view('start');

    await workbench.ribbon(words.checkNow).click();
    await workbench.verdict(words.warnings(15));
    await workbench.painted('D10', warningColour);
    await workbench.view('checked');

    await pane.getByRole('button', { name: /统计表1!D14/ }).click();
    await workbench.landsOn('统计表1!D14');
    await workbench.view('finding');

    await workbench.type('C5', '3725.2964');
    await workbench.verdict(words.errors(2));
    await workbench.painted('C5', culpritColour);
    await workbench.view('broken');

    await workbench.type('C5', '3275.2964');
    await workbench.verdict(words.warnings(15));
    await workbench.painted('C5', white);

    await workbench.ribbon(words.clearMarks).click();
    await workbench.painted('D10', white);

    const bytes = await workbench.save();
    const read = await readWorkbook(bytes);
    if (!read.ok) throw new Error(read.fault.code);
    const [table1] = read.value.sheets;
    expect(table1 && cellAt(table1, 4, 2)?.value).toBe(3275.2964);
    expect(Buffer.from(bytes).includes('conditionalFormatting')).toBe(false);
  });

  test('fill the totals and take it back, insert the template', async () => {
    workbench = await WorkbenchPage.open(browser, server.address, { language, theme });
    const { pane, page, words } = workbench;
    await workbench.goTo('C24');
    await page.keyboard.press('Delete');
    await page.locator('[data-cell="C24"][data-text=""]').waitFor();

    await workbench.ribbon(words.fillTotals).click();
    await pane.getByRole('button', { name: words.write }).waitFor();
    await workbench.view('fill');
    await pane.getByRole('button', { name: words.write }).click();
    await pane.getByText(words.written).first().waitFor();
    await workbench.shows('C24', '35,956.4864');

    await workbench.ribbon(words.undoWriting).click();
    await pane.getByText(words.undone).first().waitFor();
    await workbench.shows('C24', '');

    await workbench.ribbon(words.insertTemplate).click();
    await pane.getByRole('textbox', { name: words.reportingUnit }).fill('甲县财政局');
    await workbench.view('template');
    await pane.getByRole('button', { name: words.insert }).click();
    await pane.getByText(words.inserted).first().waitFor();
    await workbench.landsOn('统计表1 (2)!A1');
    await workbench.view('inserted');
    expect(await page.getByRole('tab').allInnerTexts()).toHaveLength(4);
  });
});
