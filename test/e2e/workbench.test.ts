/**
 * Does the add-in do its work on screen: the production bundle, Microsoft's office.js, a spreadsheet,
 * mouse and keyboard, in a real browser? Pictures are left in build/e2e.
 *
 * @jest-environment node
 */
import type { Browser } from 'playwright-core';
import { cellAt } from '../../src/domain/grid';
import { readWorkbook } from '../../src/files/readWorkbook';
import { readZip, unpack } from '../../src/workbook/ooxml/zip';
import { launchBrowser } from './browser';
import type { Language, Theme } from './page';
import { WorkbenchPage } from './page';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';

/** Colours of the marks as designed. */
const warningColour = '#FFEB9C';
const culpritColour = '#E4DFEC';
const white = '#FFFFFF';

/** Whether a saved workbook holds conditional formats; that of the city has none of its own. */
async function marksIn(bytes: Uint8Array): Promise<boolean> {
  const parts = readZip(bytes).filter(({ name }) => name.startsWith('xl/worksheets/'));
  const texts = await Promise.all(parts.map(async (part) => Buffer.from(await unpack(part))));
  return texts.some((text) => text.includes('<conditionalFormatting'));
}

let server: RunningWorkbench;
let browser: Browser;

// The add-in is built first where that was not done before.
beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
});

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

    // What is in sight stays where it is under the pointer.
    const near = pane.getByRole('button', { name: /统计表1!D7/ });
    await near.evaluate((button) => {
      button.scrollIntoView({ block: 'center' });
    });
    const before = await near.boundingBox();
    await near.click();
    await workbench.landsOn('统计表1!D7');
    expect((await near.boundingBox())?.y).toBe(before?.y);
    // The other places of the same kind are folded under it.
    await pane.getByRole('button', { name: words.places(13) }).click();
    await pane.getByRole('button', { name: /统计表1!D14/ }).click();
    await workbench.landsOn('统计表1!D14');
    await workbench.view('finding');

    // The list follows what is typed; marks are made by the check, so that typing can be taken back.
    await workbench.type('C5', '3725.2964');
    await workbench.verdict(words.errors(2));
    await workbench.painted('C5', white);
    await workbench.ribbon(words.checkNow).click();
    await workbench.painted('C5', culpritColour);
    await workbench.view('broken');

    await workbench.type('C5', '3275.2964');
    await workbench.verdict(words.warnings(15));
    await workbench.ribbon(words.checkNow).click();
    await workbench.painted('C5', white);

    // Marks that came and went are no reason that typing could not be taken back.
    await page.keyboard.press('Control+z');
    await workbench.verdict(words.errors(2));
    await page.keyboard.press('Control+z');
    await workbench.verdict(words.warnings(15));
    await workbench.shows('C5', '3,275.2964');
    expect(await marksIn(await workbench.save())).toBe(true);

    await workbench.ribbon(words.clearMarks).click();
    await workbench.painted('D10', white);

    const bytes = await workbench.save();
    const read = await readWorkbook(bytes);
    if (!read.ok) throw new Error(read.fault.code);
    const [table1] = read.value.sheets;
    expect(table1 && cellAt(table1, 4, 2)?.value).toBe(3275.2964);
    expect(await marksIn(bytes)).toBe(false);
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
    // The button is in sight, before the list below it.
    const inFront = await pane.getByRole('button', { name: words.write }).evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
    expect(inFront).toBe(true);
    await pane.getByRole('button', { name: words.write }).click();
    await pane.getByText(words.written).first().waitFor();
    // The keyboard goes on from the page, where the button was.
    expect(await pane.locator(':focus').getAttribute('role')).toBe('tabpanel');
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

    // The new sheet is the official form, and is saved with everything else.
    const read = await readWorkbook(await workbench.save());
    if (!read.ok) throw new Error(read.fault.code);
    const [table1, , inserted] = read.value.sheets;
    expect(table1 && cellAt(table1, 23, 2)).toBeUndefined();
    expect(inserted && cellAt(inserted, 4, 10)?.formula).toBe('=C5+G5');
    expect(inserted && cellAt(inserted, 1, 0)?.value).toBe('填报单位：甲县财政局');
  });
});

test('a button of the ribbon pressed before the workbook is open is not lost', async () => {
  const opening = { language: 'zh-CN', theme: 'light' } as const;
  const workbench = await WorkbenchPage.load(browser, server.address, opening);
  await workbench.ribbon(workbench.words.checkNow).click();
  await workbench.verdict(workbench.words.warnings(15));
  await workbench.close();
});
