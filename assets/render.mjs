// Draws the ribbon's pictures: assets/source/*.svg → assets/*.png. Run after changing a drawing:
//   node assets/render.mjs            (CHROMIUM=/path/to/browser where none is found)
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = ['icon', 'check', 'marks', 'fill', 'undo', 'template', 'submit', 'consolidate'];
const sizes = [16, 20, 24, 32, 40, 48, 64, 80];
/** Up to this size the drawings with fewer details are used. */
const largestSmall = 24;

async function executable() {
  const installed = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return { executablePath: found, args: [] };
  const packed = (await import('@sparticuz/chromium')).default;
  return { executablePath: await packed.executablePath(), args: packed.args };
}

const { executablePath, args } = await executable();
const browser = await chromium.launch({ executablePath, args: [...args, '--no-sandbox'] });
const page = await browser.newPage();
for (const name of names) {
  for (const size of name === 'icon' ? [...sizes, 128] : sizes) {
    const drawing = size <= largestSmall ? `${name}-small.svg` : `${name}.svg`;
    const svg = readFileSync(join(folder, 'source', drawing), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const picture = await page.screenshot({ omitBackground: true });
    writeFileSync(join(folder, `${name}-${size}.png`), picture);
  }
}
await browser.close();
