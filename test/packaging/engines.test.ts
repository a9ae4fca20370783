/** Does every script that is shipped run on the oldest engines that the add-in promises, or say what is missing? */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from 'acorn';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { JSDOM } from 'jsdom';
import { build } from '../../src/workbench/server/build';

const pageScripts = ['engineCheck.js', 'quietOffice.js', 'unsupported.js'];

/** What came after WebView2 97 or Safari 15.4 and is no matter of syntax. */
const laterMembers = new Set([
  'toSorted',
  'toReversed',
  'toSpliced',
  'fromAsync',
  'withResolvers',
  'isWellFormed',
  'toWellFormed',
]);

/** What Safari 15.4 (ECMAScript 2022 but for these) cannot run, as `what at place`. */
function tooNew(source: string): string[] {
  const found: string[] = [];
  const say = (what: string, node: Node) => {
    found.push(`${what} at ${node.start}`);
  };
  const program = parse(source, { ecmaVersion: 2022, sourceType: 'module' });
  full(program, (node) => {
    if (node.type === 'StaticBlock') say('static block', node);
    if (node.type === 'MemberExpression') {
      type Named = Node & { name?: string };
      const { object, property } = node as Node & { object: Named; property: Named };
      const name = property.name ?? '';
      const grouping = name === 'groupBy' && ['Object', 'Map'].includes(object.name ?? '');
      if (laterMembers.has(name) || grouping) say(name, node);
    }
    if (node.type === 'Literal') {
      const { value, regex } = node as Node & {
        value: unknown;
        regex?: { pattern: string; flags: string };
      };
      // A pattern that a bundler moved into a string fails later, but it fails.
      const pattern = regex?.pattern ?? (typeof value === 'string' ? value : '');
      if (/\(\?<[=!]/.test(pattern)) say('lookbehind', node);
      if (regex?.flags.includes('v') === true) say('flag v', node);
    }
  });
  return found;
}

let folder: string;
beforeAll(async () => {
  ({ addin: folder } = await build(join(__dirname, '../..'), () => undefined));
});

const text = (file: string) => readFileSync(join(folder, file), 'utf8');

test('every chunk is at the level of WebView2 97 and Safari 15.4', () => {
  const chunks = readdirSync(folder).filter(
    (file) => file.endsWith('.js') && !pageScripts.includes(file),
  );
  expect(chunks.length).toBeGreaterThan(5);
  expect(chunks.flatMap((file) => tooNew(text(file)).map((what) => `${file}: ${what}`))).toEqual(
    [],
  );
});

test.each([
  ['class A { static { A.b = 1; } }', 'static block at 10'],
  ['/(?<!a)b/.test(c)', 'lookbehind at 0'],
  ['new RegExp("(?<=a)b")', 'lookbehind at 11'],
  ['[2, 1].toSorted()', 'toSorted at 0'],
  ['Object.groupBy([], String)', 'groupBy at 0'],
])('%s would be noticed', (source, noticed) => {
  expect(tooNew(source)).toEqual([noticed]);
});

test('syntax of a later year would be noticed', () => {
  expect(() => tooNew('using a = b();')).toThrow(SyntaxError);
  expect(() => tooNew('/a/v')).toThrow(SyntaxError);
});

test('what runs before the check of the engine is ECMAScript 5, the pages themselves hold no script', () => {
  for (const file of pageScripts) {
    expect(() => parse(text(file), { ecmaVersion: 5 })).not.toThrow();
  }
  for (const file of [
    'taskpane.html',
    'index.html',
    'unsupported.html',
    'oldBrowser.html',
    'help.html',
  ]) {
    expect(text(file)).not.toMatch(/<script(?![^>]*\ssrc=)/);
  }
});

test.each(['taskpane.html', 'index.html'])(
  'the engine is asked before any other script of %s',
  (page) => {
    const [first] = /<script[^>]*>/.exec(text(page)) ?? [];
    expect(first).toMatch(/src="?engineCheck\.js"?/);
    expect(first).not.toMatch(/defer|async/);
  },
);

/** Runs engineCheck.js in a page, whose engine lacks what `without` names; tells where it is led. */
function led(without: string, happens: (window: JSDOM['window']) => void = () => undefined) {
  const places: string[] = [];
  const { window } = new JSDOM('<div id="pane"></div>', { runScripts: 'outside-only' });
  const source = text('engineCheck.js').replaceAll('window.location.replace(', 'window.led(');
  expect(source).toContain('window.led(');
  Object.assign(window, { led: (to: string) => places.push(to) });
  window.eval(without);
  window.eval(source);
  happens(window);
  return places;
}

test.each([
  ['Internet Explorer 11', 'delete HTMLScriptElement.prototype.noModule'],
  ['a WebView2 before 97', 'delete Array.prototype.findLast'],
  ['a Safari before 15.4', 'delete Object.hasOwn'],
])('%s is led to the page that says what to install', (_, without) => {
  const noModule =
    'Object.defineProperty(HTMLScriptElement.prototype, "noModule", { value: true, configurable: true });';
  expect(led(noModule + without)).toEqual(['unsupported.html#engine']);
  expect(led(noModule)).toEqual([]);
});

test('the page without Excel leads to one that names browsers', () => {
  expect(text('index.html')).toMatch(/<html[^>]*data-without-engine="?oldBrowser\.html"?[ >]/);
  const own = 'document.documentElement.setAttribute("data-without-engine", "oldBrowser.html");';
  expect(led(`${own}delete HTMLScriptElement.prototype.noModule`)).toEqual(['oldBrowser.html']);
});

test('a script that cannot be read leaves no empty pane; any other error leads nowhere', () => {
  const noModule = 'HTMLScriptElement.prototype.noModule = true;';
  const fail = (name: string) => (window: JSDOM['window']) => {
    const error = Object.assign(new Error(), { name });
    window.dispatchEvent(new window.ErrorEvent('error', { error }));
  };
  expect(led(noModule, fail('SyntaxError'))).toEqual(['unsupported.html#engine']);
  expect(led(noModule, fail('TypeError'))).toEqual([]);
  const drawn = led(noModule, (window) => {
    window.document.getElementById('pane')?.append('drawn');
    fail('SyntaxError')(window);
  });
  expect(drawn).toEqual([]);
});

/** Runs unsupported.js in its page; `office` stands for office.js, null where it did not load. */
function shown(hash: string, office: string | null): string[] {
  const page = text('unsupported.html').replace(/<script[^>]*><\/script>/g, '');
  const { window } = new JSDOM(page, {
    runScripts: 'outside-only',
    url: `https://localhost/unsupported.html${hash}`,
  });
  if (office !== null) window.eval(office);
  window.eval(text('unsupported.js'));
  return ['opening', 'engine', 'unsupported'].filter(
    (id) => window.document.getElementById(id)?.className !== 'hidden',
  );
}

test('the page says what this computer lacks: an engine, or another Excel', () => {
  const old =
    'window.Office = { onReady: function (f) { f(); }, context: { requirements: { isSetSupported: function () { return false; } } } };';
  expect(shown('#engine', null)).toEqual(['engine', 'unsupported']);
  expect(shown('', null)).toEqual(['unsupported']);
  expect(shown('', old)).toEqual(['unsupported']);
});
