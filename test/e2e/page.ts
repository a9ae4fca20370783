/** The workbench on screen, as a test uses it: by what is seen, by mouse and keyboard. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type {
  Browser,
  ConsoleMessage,
  FrameLocator,
  Locator,
  Page,
  Request,
} from 'playwright-core';
import type { Words } from './words';
import { wordsFor } from './words';
import { violations } from './violations';

export const pictures = join(__dirname, '../../build/e2e');

/** Milliseconds after which what does not come is missing, on however slow a machine. */
const patience = 600_000;

export type Language = 'zh-CN' | 'en-US';
export type Theme = 'light' | 'dark';

export interface Opening {
  readonly language: Language;
  readonly theme: Theme;
  readonly sample?: 'puyang' | 'mistakes' | 'template';
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether transitions have ended and tooltips are gone; runs in the page. */
function isStill(): boolean {
  const moves = document.getAnimations().some(({ playState }) => playState === 'running');
  const tooltips = [...document.querySelectorAll('[role=tooltip]')];
  return !moves && !tooltips.some((tooltip) => tooltip.checkVisibility());
}

const viewport = { width: 1366, height: 768 };

/** Tabs that were closed, by the browser and its language: what their process has compiled is at hand for the next page. */
const freeTabs = new Map<Browser, Map<Language, Page>>();

/** A tab as a new one: nothing is open in it, and nothing is kept for any page. */
async function newTab(browser: Browser, language: Language): Promise<Page> {
  const free = freeTabs.get(browser)?.get(language);
  if (free !== undefined) {
    freeTabs.get(browser)?.delete(language);
    await free.setViewportSize(viewport);
    return free;
  }
  const context = await browser.newContext({
    viewport,
    acceptDownloads: true,
    locale: language,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  return page;
}

/** Leaves the tab to the next page, and takes away what this one has kept. */
async function freeTab(browser: Browser, language: Language, page: Page): Promise<void> {
  const context = page.context();
  const { origin } = new URL(page.url());
  // A page without a program; after one of another place nothing compiled would be at hand.
  await page.goto(`${origin}/samples/index.json`);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
  await context.clearCookies();
  const free = freeTabs.get(browser) ?? new Map<Language, Page>();
  freeTabs.set(browser, free);
  if (free.has(language)) await context.close();
  else free.set(language, page);
}

export class WorkbenchPage {
  /** Whatever must not happen: console errors, exceptions, requests to other origins. */
  readonly problems: string[] = [];
  requests = 0;
  readonly pane: FrameLocator;
  readonly words: Words;

  readonly #unhear: readonly (() => void)[];

  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    readonly opening: Opening,
    address: string,
  ) {
    this.words = wordsFor(opening.language);
    this.pane = page.frameLocator('iframe');
    const own = [address, 'data:', `blob:${address}`];
    const onConsole = (message: ConsoleMessage) => {
      if (['error', 'warning'].includes(message.type())) this.problems.push(message.text());
    };
    const onError = (error: Error) => this.problems.push(String(error));
    const onRequest = (request: Request) => {
      this.requests += 1;
      if (!own.some((start) => request.url().startsWith(start))) {
        this.problems.push(`request to ${request.url()}`);
      }
    };
    const onFailure = (request: Request) => this.problems.push(`failed: ${request.url()}`);
    page.on('console', onConsole);
    page.on('pageerror', onError);
    page.on('request', onRequest);
    page.on('requestfailed', onFailure);
    this.#unhear = [
      () => page.off('console', onConsole),
      () => page.off('pageerror', onError),
      () => page.off('request', onRequest),
      () => page.off('requestfailed', onFailure),
    ];
  }

  static async open(browser: Browser, address: string, opening: Opening): Promise<WorkbenchPage> {
    const workbench = await WorkbenchPage.load(browser, address, opening);
    await workbench.ready();
    return workbench;
  }

  /** Opens the page without waiting for what is on it. */
  static async load(browser: Browser, address: string, opening: Opening): Promise<WorkbenchPage> {
    const page = await newTab(browser, opening.language);
    const workbench = new WorkbenchPage(page, browser, opening, address);
    const { language, theme, sample = 'puyang' } = opening;
    const url = `${address}?lang=${language}&theme=${theme}&sample=${sample}`;
    await page.goto(url, { waitUntil: 'commit' });
    return workbench;
  }

  /** Waits until cells and pane are there. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(
      () => performance.getEntriesByName('workbench-ready').length > 0,
    );
    await this.pane.getByRole('tab').first().waitFor();
  }

  async close(): Promise<void> {
    for (const unhear of this.#unhear) unhear();
    await freeTab(this.browser, this.opening.language, this.page);
  }

  /** A button of the ribbon. */
  ribbon(name: string): Locator {
    return this.page
      .getByRole('region', { name: this.words.ribbon })
      .getByRole('button', { name, exact: true });
  }

  /** A button above the ribbon. */
  command(name: string): Locator {
    return this.page.getByRole('banner').getByRole('button', { name });
  }

  /** Waits until the active cell is the one named. */
  async landsOn(cell: string): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const place = document.querySelector<HTMLElement>('[data-cell]')?.dataset;
      return `${place?.['sheet'] ?? ''}!${place?.['cell'] ?? ''}` === wanted;
    }, cell);
  }

  async goTo(cell: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: this.words.nameBox });
    await box.fill(cell);
    await box.press('Enter');
    await this.page.locator(`[data-cell="${cell}"]`).waitFor();
  }

  /** Goes to a cell and waits until it shows a text. */
  async shows(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    const shown = this.page.locator('[data-cell]');
    const until = Date.now() + patience;
    for (;;) {
      const seen = (await shown.getAttribute('data-text')) ?? '';
      if (seen === text) return;
      if (Date.now() > until) throw new Error(`${cell} shows ${seen}, not ${text}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Types into the cell that is clicked, and presses Enter. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    const { x, y, width, height } = await this.box(cell);
    await this.page.mouse.click(x + width / 2, y + height / 2);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Where a cell of the sheet in front is on screen. */
  async box(cell: string): Promise<Box> {
    const box = await this.page.waitForFunction((address) => {
      const workbench = Reflect.get(window, 'workbench') as
        { grid: { cellBox: (cell: string) => Box | null } } | undefined;
      return workbench?.grid.cellBox(address) ?? null;
    }, cell);
    return (await box.jsonValue()) as Box;
  }

  /** The colour of a cell's ground as painted, `#RRGGBB`: a point near its upper left corner, away from text. */
  async colour(cell: string): Promise<string> {
    const { x, y } = await this.box(cell);
    const clip = { x: Math.round(x + 4), y: Math.round(y + 4), width: 1, height: 1 };
    const png = (await this.page.screenshot({ clip })).toString('base64');
    return this.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(1, 1);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const point = context?.getImageData(0, 0, 1, 1).data ?? [];
      const hex = [...point].slice(0, 3).map((part) => part.toString(16).padStart(2, '0'));
      return `#${hex.join('').toUpperCase()}`;
    }, png);
  }

  /** Waits until a cell is painted in a colour. */
  async painted(cell: string, colour: string): Promise<void> {
    const until = Date.now() + patience;
    for (;;) {
      const seen = await this.colour(cell);
      if (seen === colour) return;
      if (Date.now() > until) throw new Error(`${cell} is ${seen}, not ${colour}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Saves the workbook and gives the bytes of the download. */
  async save(): Promise<Uint8Array> {
    const download = this.page.waitForEvent('download');
    await this.command(this.words.save).click();
    const stream = await (await download).createReadStream();
    return new Uint8Array(await buffer(stream));
  }

  /** The verdict as the pane says it. */
  async verdict(text: string): Promise<void> {
    await this.pane.getByText(text, { exact: true }).first().waitFor();
  }

  /** Takes a picture and has axe examine the page and the pane. */
  async view(name: string): Promise<void> {
    const { language, theme } = this.opening;
    const what = `${name}-${language.slice(0, 2)}-${theme}`;
    mkdirSync(pictures, { recursive: true });
    await this.page.mouse.move(683, 4);
    for (const frame of this.page.frames()) await frame.waitForFunction(isStill);
    await this.page.screenshot({ path: join(pictures, `${what}.png`) });
    this.problems.push(...(await violations(this.page.mainFrame(), what)));
    const frame = this.page.frames().find((one) => one.url().includes('/addin/'));
    if (frame) this.problems.push(...(await violations(frame, `pane ${what}`)));
  }
}
