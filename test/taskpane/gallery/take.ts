// Takes pictures of the pane in all its situations, 320 px wide, light and dark, Chinese and English:
//   node test/taskpane/gallery/take.mjs [FOLDER] [SCENE…]      (CHROMIUM=/path/to/browser)
// Each picture is also examined by axe; what it finds is printed, and the exit status is 1.
/* global window, document */
import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const [folder = join(root, 'build/gallery'), ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const { outputFiles } = await esbuild.build({
  entryPoints: [join(root, 'test/taskpane/gallery/gallery.tsx')],
  bundle: true,
  write: false,
  format: 'iife',
  jsx: 'automatic',
  loader: { '.tsv': 'text' },
  define: { 'process.env.NODE_ENV': '"production"' },
});
const program = outputFiles[0].contents;
const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>pane</title>
<style>html,body,#pane{height:100%;margin:0}</style></head><body><div id="pane"></div>
<script src="/gallery.js"></script></body></html>`;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = join(root, pathname);
  if (pathname === '/gallery.js') response.end(program);
  else if (pathname.startsWith('/assets/') && existsSync(file)) response.end(readFileSync(file));
  else response.setHeader('content-type', 'text/html').end(page);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;

async function browserOptions() {
  const installed = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return { executablePath: found, args: ['--no-sandbox'] };
  const packed = (await import('@sparticuz/chromium')).default;
  return { executablePath: await packed.executablePath(), args: packed.args };
}

const browser = await chromium.launch(await browserOptions());
const context = await browser.newContext({
  viewport: { width: 320, height: 760 },
  deviceScaleFactor: 2,
});
const tab = await context.newPage();
const problems = [];
tab.on('pageerror', (error) => problems.push(String(error)));
tab.on('console', (message) => {
  if (message.type() === 'error') problems.push(`${tab.url()}: ${message.text()}`);
});
await tab.goto(address);
const scenes = await tab.evaluate('window.sceneNames');
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const open = 'button[aria-label=筛选], button[aria-label=Filter]';
for (const scene of wanted.length > 0 ? wanted : scenes) {
  for (const language of ['zh', 'en']) {
    for (const theme of ['light', 'dark']) {
      const name = `${scene}-${language}-${theme}`;
      await tab.goto(`${address}?scene=${scene}&lang=${language}&theme=${theme}`);
      await tab.waitForSelector('body[data-scene=ready]');
      if (scene === 'filters') await tab.click(open);
      await tab.waitForTimeout(250);
      await tab.screenshot({ path: join(folder, `${name}.png`) });
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate(() => window.axe.run());
      for (const { id, help, nodes } of violations) {
        problems.push(`${name}: ${id}: ${help}: ${nodes.map((node) => node.target).join(' | ')}`);
      }
      const width = await tab.evaluate(() =>
        Math.max(
          ...[...document.body.querySelectorAll('*')].map((element) =>
            Math.ceil(element.getBoundingClientRect().right),
          ),
        ),
      );
      if (width > 320) problems.push(`${name}: ${width} px wide`);
    }
  }
}
await browser.close();
server.close();
for (const problem of problems) console.error(problem);
console.log(`${folder}: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
