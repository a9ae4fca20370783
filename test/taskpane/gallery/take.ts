/**
 * `npm run pictures -- [FOLDER] [SCENE…] [--every]`: the pane in all its situations, light and dark, Chinese and
 * English, 320 px wide; in Chinese also wider, and as low as on a small screen; in build/gallery. With `--every`
 * in each width and height, language and theme. Each picture is examined for anything wider or taller than the pane, and
 * by axe (with `--every` the first of each language and theme); what is found is printed, and the exit status is 1.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../e2e/browser';
import { documentHeight, reach } from '../../e2e/inSight';
import { violations } from '../../e2e/violations';
import { startGallery } from './server';

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
  { language: 'en', theme: 'light', width: 175, height: 320 },
];
const sizes = [640, 768].flatMap((height) => [320, 350, 450].map((width) => ({ width, height })));
const everyLook: readonly Look[] = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    sizes.map((size) => ({ language, theme, ...size })),
  ),
);
const filterButton = 'button[aria-label=筛选], button[aria-label=Filter]';

async function take(
  folder: string,
  wanted: readonly string[],
  kind: 'usual' | 'every',
): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const { address, stop } = await startGallery();
  const browser = await launchBrowser();
  const tab = await browser.newPage({ deviceScaleFactor: kind === 'usual' ? 2 : 1 });
  const problems: string[] = [];
  tab.on('pageerror', (error) => problems.push(String(error)));
  tab.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${tab.url()}: ${message.text()}`);
  });
  await tab.goto(address);
  const all = await tab.evaluate<string[]>('window.sceneNames');
  let shown = '';
  for (const scene of wanted.length > 0 ? wanted : all) {
    for (const { language, theme, ...viewport } of kind === 'usual' ? looks : everyLook) {
      const size = `${viewport.width}x${viewport.height}`;
      const name = `${scene}-${language}-${theme}-${size}`;
      const page = `${address}?scene=${scene}&lang=${language}&theme=${theme}`;
      // The same page in another size is looked at as it stands.
      const isNew = kind === 'usual' || page !== shown;
      await tab.setViewportSize(viewport);
      if (isNew) {
        await tab.goto(page);
        await tab.waitForSelector('body[data-scene=ready]');
        if (scene === 'filters') await tab.click(filterButton);
        shown = page;
      }
      await tab.waitForTimeout(250);
      await tab.screenshot({ path: join(folder, `${name}.png`) });
      if (isNew) problems.push(...(await violations(tab.mainFrame(), name)));
      const reached = await tab.evaluate(reach);
      if (reached > viewport.width) problems.push(`${name}: ${reached} px wide`);
      const tall = await tab.evaluate(documentHeight);
      if (tall > viewport.height) problems.push(`${name}: ${tall} px tall`);
    }
  }
  await browser.close();
  stop();
  return problems;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'boolean', default: false } },
});
const [folder = join(root, 'build/gallery'), ...wanted] = positionals;
void take(folder, wanted, values.every ? 'every' : 'usual').then((problems) => {
  for (const problem of problems) console.error(problem);
  console.log(`${folder}: ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
});
