/**
 * Is the storage that gets into the bundle the one that the package offers, and nothing else?
 * @jest-environment jsdom
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as whole from '@microsoft/office-js-helpers';

const narrowHelpers = jest.requireActual<(source: string) => string>(
  '../../src/packaging/narrowHelpers.js',
);
const source = readFileSync(
  join(__dirname, '../../node_modules/@microsoft/office-js-helpers/dist/office.helpers.js'),
  'utf8',
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'narrow-'));
  writeFileSync(join(folder, 'narrow.js'), narrowHelpers(source));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const narrowed = () => jest.requireActual<typeof whole>(join(folder, 'narrow.js'));

test('sign-in, dialogs and message bars are left out', () => {
  expect(Object.keys(narrowed()).sort()).toEqual(['Storage', 'StorageType']);
  expect(narrowHelpers(source)).not.toMatch(/authenticator|message-banner|displayDialogAsync/i);
});

test('what one stores the other reads, and both refuse alike', () => {
  const { Storage } = narrowed();
  const [narrow, full] = [new Storage<string>('bureau'), new whole.Storage<string>('bureau')];
  narrow.set('round', '{"round":"july"}');
  expect(full.get('round')).toBe('{"round":"july"}');
  full.set('undo', '一般公共预算');
  expect(narrow.get('undo')).toBe('一般公共预算');
  expect(narrow.keys()).toEqual(full.keys());
  narrow.delete('undo');
  expect(full.get('undo')).toBeNull();
  for (const storage of [narrow, full]) {
    expect(() => storage.set('', 'text')).toThrow('Key needs to be a string');
  }
});

test('a package that is built in another way is not taken for the same', () => {
  expect(() => narrowHelpers(source.replaceAll('helpers/storage.ts', 'storage.ts'))).toThrow(
    'built in another way',
  );
  expect(() => narrowHelpers('export class Storage {}')).toThrow('built in another way');
});
