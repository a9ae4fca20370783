/** Which commands would be run on each computer to make the add-in known to Excel, and to forget it? */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { perform } from '../../src/sideload/perform';
import type { SideloadedAddin, Step } from '../../src/sideload/registration';
import {
  manifestId,
  platformOf,
  registrationSteps,
  removalSteps,
} from '../../src/sideload/registration';

const windows: SideloadedAddin = {
  id: '5b0a2c1e-7d4f-4f6a-9c53-2e8b61d0a947',
  manifest: String.raw`D:\统计 工具\dist\manifest.xml`,
  workbook: String.raw`D:\统计 工具\it's.xlsx`,
  home: String.raw`C:\Users\张三`,
};
const key = String.raw`HKCU\Software\Microsoft\Office\16.0\WEF\Developer`;

const commands = (steps: readonly Step[]) =>
  steps.map((step) => (step.kind === 'run' ? [step.program, ...step.args] : [step.kind, step.why]));

test('Windows: a value of the developer key, and it goes again; nothing passes through a shell', () => {
  expect(commands(registrationSteps('windows', windows))).toEqual([
    ['reg.exe', 'add', key, '/v', windows.id, '/t', 'REG_SZ', '/d', windows.manifest, '/f'],
    [
      'powershell.exe',
      '-NoProfile',
      '-Command',
      String.raw`Start-Process excel -ArgumentList '"D:\统计 工具\it''s.xlsx"'`,
    ],
  ]);
  expect(commands(removalSteps('windows', windows))).toEqual([
    ['reg.exe', 'delete', key, '/v', windows.id, '/f'],
    ['tell', 'restartExcel'],
  ]);
});

test('elsewhere nothing is run: it is said how to upload the manifest', () => {
  expect(commands(registrationSteps('other', windows))).toEqual([['tell', 'uploadToWeb']]);
  expect(commands(removalSteps('other', windows))).toEqual([['tell', 'removeFromWeb']]);
});

test.each([
  ['win32', 'windows'],
  ['darwin', 'mac'],
  ['linux', 'other'],
] as const)('%s is %s', (name, platform) => {
  expect(platformOf(name)).toBe(platform);
});

test("the id is the manifest's; a text without one is refused", () => {
  const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
  expect(manifestId(manifest)).toBe(windows.id);
  expect(() => manifestId('<OfficeApp/>')).toThrow('no Id');
});

describe('Mac', () => {
  let home: string;
  let addin: SideloadedAddin;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
    writeFileSync(join(home, 'manifest.xml'), '<Id/>');
    addin = { ...windows, home, manifest: join(home, 'manifest.xml'), workbook: '/样例.xlsx' };
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
  });
  const documents = 'Library/Containers/com.microsoft.Excel/Data/Documents';
  const copied = () => join(home, documents, 'wef', `${addin.id}.manifest.xml`);

  test('the manifest lies in the folder that Excel reads, and is gone after the removal', async () => {
    mkdirSync(join(home, documents), { recursive: true });
    const [copy, open] = registrationSteps('mac', addin);
    expect(await perform(copy as Step)).toEqual({ kind: 'done' });
    expect(readFileSync(copied(), 'utf8')).toBe('<Id/>');
    expect(commands([open as Step])).toEqual([['open', '-a', 'Microsoft Excel', '/样例.xlsx']]);
    for (const step of removalSteps('mac', addin)) {
      expect(await perform(step)).toEqual({ kind: 'done' });
    }
    expect(existsSync(copied())).toBe(false);
  });

  test('where Excel was never started nothing is made, and it is said', async () => {
    const [copy] = registrationSteps('mac', addin);
    const folder = join(home, documents);
    expect(await perform(copy as Step)).toEqual({ kind: 'excelNeverStarted', folder });
    expect(existsSync(folder)).toBe(false);
  });
});

test('a program that is not there, or fails, is told with what it said', async () => {
  const run = (program: string, args: readonly string[]) =>
    perform({ kind: 'run', why: 'register', program, args });
  expect(await run('no-such-program', [])).toMatchObject({ kind: 'failed', said: /ENOENT/ });
  const fails = ['-e', 'console.error("ERROR: Access is denied."); process.exit(5)'];
  expect(await run(process.execPath, fails)).toEqual({
    kind: 'failed',
    said: 'ERROR: Access is denied.',
  });
  expect(await run(process.execPath, ['-e', ''])).toEqual({ kind: 'done' });
});
