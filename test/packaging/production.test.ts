/** What comes out of a production build: are the pane and the page small enough, and can they be served as they are? */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { markLooks } from '../../src/application/markRules';
import { build } from '../../src/workbench/server/build';
import { initialScripts, initialScriptsAim, initialSize } from './production';

/** Other tests may keep both processors busy meanwhile. */

let folder: string;
beforeAll(async () => {
  // What the workbench serves is what `npm run build` makes; nothing is done where it is up to date.
  ({ addin: folder } = await build(join(__dirname, '../..'), () => undefined));
});

const named = (page: string) =>
  initialScripts(folder, page).map(({ file }) => file.replace(/\.[0-9a-f]{12}\./, '.'));

test('the pane is first seen after no more than 152 kB of scripts, office.js apart', () => {
  expect(named('taskpane.html')).toEqual([
    'engineCheck.js',
    'quietOffice.js',
    'shared.js',
    'base.js',
    'pane.js',
  ]);
  expect(initialSize(folder)).toBeGreaterThan(50_000);
  expect(initialSize(folder)).toBeLessThanOrEqual(initialScriptsAim);
});

test('the page without Excel is first seen after no more than the pane, and knows nothing of Office', () => {
  expect(named('index.html')).toEqual(['engineCheck.js', 'shared.js', 'page.js']);
  expect(initialSize(folder, 'index.html')).toBeGreaterThan(30_000);
  expect(initialSize(folder, 'index.html')).toBeLessThanOrEqual(initialSize(folder));
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(page).not.toMatch(/office/i);
  for (const { file } of initialScripts(folder, 'index.html')) {
    expect([file, readFileSync(join(folder, file), 'utf8').includes('Office.')]).toEqual([
      file,
      false,
    ]);
  }
});

test('files are read by workers whose scripts are asked for only when there is one to read', () => {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const workers = scripts.filter((name) => /^\w*[wW]orker\.[0-9a-f]{12}\.js$/.test(name));
  expect(workers.map((name) => name.replace(/\..*/, '')).sort()).toEqual(['bookWorker', 'worker']);
  const naming = scripts.filter((name) =>
    readFileSync(join(folder, name), 'utf8').includes('new Worker('),
  );
  expect(naming.length).toBeGreaterThan(0);
  const begins = ['taskpane.html', 'index.html'].flatMap((page) => initialScripts(folder, page));
  const early = begins
    .map(({ file }) => file)
    .filter((file) => [...naming, ...workers].includes(file));
  expect(early).toEqual([]);
});

test('no script needs what the Content-Security-Policy forbids', () => {
  for (const name of ['taskpane.html', 'index.html', 'oldBrowser.html']) {
    const page = readFileSync(join(folder, name), 'utf8');
    expect(page).toMatch(/Content-Security-Policy[^>]*script-src 'self';/);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    expect([file, /\beval\(/.test(readFileSync(join(folder, file), 'utf8'))]).toEqual([
      file,
      false,
    ]);
  }
});

test('the help shows marks as they look in the sheet', () => {
  expect(readFileSync(join(folder, 'help.html'), 'utf8')).not.toContain('<script');
  const page = readFileSync(join(__dirname, '../../src/taskpane/help.html'), 'utf8');
  for (const kind of ['error', 'warning', 'culprit'] as const) {
    const { fill, fontColor } = markLooks[kind];
    const style = new RegExp(`\\.${kind} \\{([^}]*)\\}`).exec(page)?.[1] ?? '';
    expect(style).toContain(`background: ${fill.toLowerCase()}`);
    expect(style).toContain(`color: ${fontColor.toLowerCase()}`);
  }
});

test('office.js, its terms, icons, manifest and notices lie beside the pages', () => {
  const wanted = [
    'officejs/office.js',
    'officejs/LICENSE.md',
    'assets/icon-32.png',
    'manifest.xml',
    'LICENSE.txt',
    'unsupported.html',
    'oldBrowser.html',
    'engineCheck.js',
    'unsupported.js',
    'help.html',
  ];
  expect(wanted.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['react-dom', '@fluentui/react-button', '@microsoft/office-js-helpers']) {
    expect(notices).toContain(`\n${name} `);
  }
});
