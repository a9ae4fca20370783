/**
 * Does the manifest say what Excel needs, and does a build write a deployment's address into it?
 * @jest-environment jsdom
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames } from '../../src/commands/commandNames';

const root = join(__dirname, '../..');
const source = readFileSync(join(root, 'manifest.xml'), 'utf8');

interface Packaging {
  readonly manifestFor: (source: string, deployment: { origin: string; version: string }) => string;
}

function parse(text: string): Document {
  return new DOMParser().parseFromString(text, 'text/xml');
}

function values(document: Document, selector: string, attribute: string): string[] {
  return [...document.querySelectorAll(selector)].map((node) => node.getAttribute(attribute) ?? '');
}

const manifest = parse(source);

test('every resource that is referred to is there, and every one that is there is used', () => {
  const ids = values(manifest, 'Resources [id]', 'id').sort();
  const used = values(manifest, '[resid]', 'resid');
  expect([...new Set(used)].sort()).toEqual(ids);
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
});

test('texts fit: 125 characters for labels, 250 for tips, in both languages', () => {
  const lengths = (selector: string) =>
    [...manifest.querySelectorAll(`${selector} > *`)].flatMap((text) => [
      (text.getAttribute('DefaultValue') ?? '').length,
      ...values(manifest, `[id="${text.id}"] > *`, 'Value').map((value) => value.length),
    ]);
  expect(Math.max(...lengths('ShortStrings'))).toBeLessThanOrEqual(125);
  expect(Math.max(...lengths('LongStrings'))).toBeLessThanOrEqual(250);
  expect(manifest.querySelector('DefaultLocale')?.textContent).toBe('zh-CN');
  for (const text of manifest.querySelectorAll('ShortStrings > *, LongStrings > *')) {
    expect([text.id, text.querySelector('[Locale="en-US"]') !== null]).toEqual([text.id, true]);
  }
});

test('every icon comes in all eight sizes, and every picture exists', () => {
  for (const icon of manifest.querySelectorAll('Icon')) {
    const sizes = [...icon.children].map((image) => image.getAttribute('size'));
    expect(sizes).toEqual(['16', '20', '24', '32', '40', '48', '64', '80']);
  }
  const pictures = values(manifest, 'Images > *, IconUrl, HighResolutionIconUrl', 'DefaultValue');
  for (const url of pictures) {
    expect([url, existsSync(join(root, new URL(url).pathname))]).toEqual([url, true]);
  }
});

test('the ribbon is one tab of its own, its groups in the order of work, at most six', () => {
  expect(manifest.querySelectorAll('CustomTab')).toHaveLength(1);
  expect(values(manifest, 'CustomTab > Group', 'id')).toEqual([
    'FillGroup',
    'CheckGroup',
    'SubmitGroup',
    'ConsolidateGroup',
    'PaneGroup',
  ]);
  const buttons = values(manifest, 'CustomTab Control', 'id');
  expect(buttons).toEqual([
    'TemplateButton',
    'FillButton',
    'UndoButton',
    'CheckButton',
    'ClearMarksButton',
    'SubmitButton',
    'ConsolidateButton',
    'PaneButton',
  ]);
  expect(manifest.querySelectorAll('CustomTab > Group').length).toBeLessThanOrEqual(6);
  expect(manifest.querySelector('CustomTab')?.lastElementChild?.tagName).toBe('Label');
});

test('the ribbon calls exactly the commands that the add-in registers', () => {
  const called = [...manifest.querySelectorAll('FunctionName')].map((node) => node.textContent);
  expect([...new Set(called)].sort()).toEqual([...commandNames].sort());
});

test('an old Excel gets the page that says which Excel is needed', () => {
  const sets = (selector: string) =>
    [...manifest.querySelectorAll(selector)].map((set) => [
      set.getAttribute('Name'),
      set.getAttribute('MinVersion'),
    ]);
  expect(sets('OfficeApp > Requirements > Sets > Set')).toEqual([['ExcelApi', '1.1']]);
  expect(sets('VersionOverrides > Requirements > * > *')).toEqual([
    ['SharedRuntime', '1.1'],
    ['ExcelApi', '1.13'],
  ]);
  expect(values(manifest, 'DefaultSettings > SourceLocation', 'DefaultValue')).toEqual([
    'https://localhost:3000/unsupported.html',
  ]);
});

describe('a deployment', () => {
  // The packaging scripts are plain CommonJS, run by webpack.
  const { manifestFor } = jest.requireActual<Packaging>('../../src/packaging/manifest.js');

  test('gets its origin and version; the id and everything else stay', () => {
    const text = manifestFor(source, { origin: 'https://czt.example/excel/', version: '1.4.2' });
    expect(text).not.toContain('localhost');
    const deployed = parse(text);
    expect(deployed.querySelector('Version')?.textContent).toBe('1.4.2.0');
    expect(deployed.querySelector('OfficeApp > Id')?.textContent).toBe(
      manifest.querySelector('OfficeApp > Id')?.textContent,
    );
    expect(values(deployed, 'Urls > *', 'DefaultValue')).toEqual([
      'https://czt.example/excel/taskpane.html',
    ]);
    const restored = text
      .replaceAll('https://czt.example/excel', 'https://localhost:3000')
      .replace('1.4.2.0', manifest.querySelector('Version')?.textContent ?? '');
    expect(restored).toBe(source);
  });

  test.each(['http://czt.example', 'czt.example', 'https://czt.example/?a=1'])(
    'is refused at %s',
    (origin) => {
      expect(() => manifestFor(source, { origin, version: '1.0.0' })).toThrow(/origin|URL/);
    },
  );
});
