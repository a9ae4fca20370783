/**
 * `npm run pictures -- [FOLDER] [SCENE…]`: the pane in all its situations, light and dark, Chinese and
 * English, 320 px wide; in Chinese also wider, and as low as on a small screen; in build/gallery. Each picture is examined by axe, and for anything wider than
 * the pane; what is found is printed, and the exit status is 1.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../e2e/browser';
import { violations } from '../../e2e/violations';

const root = join(__dirname, '../../..');

interface Look {
  readonly language: 'zh' | 'en';
  readonly theme: 'light' | 'dark' | 'highContrast';
  readonly width: number;
  readonly height: number;
}

const narrow = { width: 320, height: 640 } as const;
const looks: readonly Look[] = [
  { language: 'zh', theme: 'light', ...narrow },
  { language: 'zh', theme: 'dark', ...narrow },
  { language: 'zh', theme: 'highContrast', ...narrow },
  { language: 'en', theme: 'light', ...narrow },
  { language: 'en', theme: 'dark', ...narrow },
  // What Excel leaves of a screen of 1366 × 768 and of 1920 × 1080.
  { language: 'zh', theme: 'light', width: 350, height: 500 },
  { language: 'zh', theme: 'light', width: 450, height: 768 },
  // 200 %.
  { language: 'zh', theme: 'light', width: 175, height: 320 },
];
const filterButton = 'button[aria-label=筛选], button[aria-label=Filter]';

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>pane</title>
<style>html,body,#pane{height:100%;margin:0}</style></head><body><div id="pane"></div>
<script src="/gallery.js"></script></body></html>`;

async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(__dirname, 'gallery.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    loader: { '.tsv': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [program] = outputFiles;
  if (program === undefined) throw new Error('nothing was bundled');
  return program.contents;
}

function serve(program: Uint8Array): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(root, pathname);
    if (pathname === '/gallery.js') response.end(program);
    else if (pathname.startsWith('/assets/') && existsSync(file)) response.end(readFileSync(file));
    else response.setHeader('content-type', 'text/html').end(page);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

/** How far to the right anything reaches, in pixels. */
const width = (tab: Page): Promise<number> =>
  tab.evaluate(() =>
    Math.max(
      ...[...document.body.querySelectorAll('*')].map((element) =>
        Math.ceil(element.getBoundingClientRect().right),
      ),
    ),
  );

async function take(folder: string, wanted: readonly string[]): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const server = await serve(await bundle());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launchBrowser();
  const tab = await browser.newPage({ deviceScaleFactor: 2 });
  const problems: string[] = [];
  tab.on('pageerror', (error) => problems.push(String(error)));
  tab.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${tab.url()}: ${message.text()}`);
  });
  await tab.goto(address);
  const all = await tab.evaluate<string[]>('window.sceneNames');
  for (const scene of wanted.length > 0 ? wanted : all) {
    for (const { language, theme, ...viewport } of looks) {
      const size = `${viewport.width}x${viewport.height}`;
      const name = `${scene}-${language}-${theme}-${size}`;
      await tab.setViewportSize(viewport);
      await tab.goto(`${address}?scene=${scene}&lang=${language}&theme=${theme}`);
      await tab.waitForSelector('body[data-scene=ready]');
      if (scene === 'filters') await tab.click(filterButton);
      await tab.waitForTimeout(250);
      await tab.screenshot({ path: join(folder, `${name}.png`) });
      problems.push(...(await violations(tab.mainFrame(), name)));
      const reached = await width(tab);
      if (reached > viewport.width) problems.push(`${name}: ${reached} px wide`);
    }
  }
  await browser.close();
  server.close();
  return problems;
}

const [folder = join(root, 'build/gallery'), ...wanted] = process.argv.slice(2);
void take(folder, wanted).then((problems) => {
  for (const problem of problems) console.error(problem);
  console.log(`${folder}: ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
});
