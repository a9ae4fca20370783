/** The archive for the IT department: whole, the same every time, its guide for the address given. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive, filesBelow } from '../../src/release/archive';
import { installationGuide } from '../../src/release/guide';
import { releaseTexts } from '../../src/wording/release';
import { readZip, unpack } from '../../src/workbook/ooxml/zip';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'taskpane.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', '图标.png'), Buffer.from([1, 2, 3]));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function contents(bytes: Uint8Array): Promise<Map<string, string>> {
  const entries = readZip(bytes);
  const texts = await Promise.all(
    entries.map(async (entry) => Buffer.from(await unpack(entry)).toString('latin1')),
  );
  return new Map(entries.map(({ name }, at) => [name, texts[at] ?? '']));
}

test('every file is there, and the checksums are those of the files', async () => {
  const files = await filesBelow(folder, 'dist/');
  const packed = await contents(await archive('甲-1.0', files));
  expect([...packed.keys()]).toEqual([
    '甲-1.0/dist/assets/图标.png',
    '甲-1.0/dist/taskpane.html',
    '甲-1.0/SHA256.txt',
  ]);
  const sums = Buffer.from(packed.get('甲-1.0/SHA256.txt') ?? '', 'latin1').toString('utf8');
  const lines = sums.trim().split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    const [sum, name = ''] = line.split('  ');
    const content = Buffer.from(packed.get(`甲-1.0/${name}`) ?? '', 'latin1');
    expect(createHash('sha256').update(content).digest('hex')).toBe(sum);
  }
});

test('the same files give the same bytes, in whatever order they are found', async () => {
  const files = await filesBelow(folder, 'dist/');
  const [one, other] = [await archive('a', files), await archive('a', [...files].reverse())];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

describe('the installation guide', () => {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const guide = installationGuide(readme, { origin: 'https://nei.example/tj/', version: '1.2.3' });

  test('is for the address and version given, and holds README’s part for those who install', () => {
    expect(guide).toContain(releaseTexts.title('1.2.3'));
    expect(guide).toContain('<code>https://nei.example/tj/taskpane.html</code>');
    expect(guide.match(/<table>/g)).toHaveLength(2);
    expect(guide).toContain('X-Frame-Options');
  });

  test('says nothing that needs this repository', () => {
    expect(guide).not.toMatch(/npm run|docs\//);
  });

  test('without such a part in README nothing is made', () => {
    expect(() => installationGuide('# x', { origin: 'https://a', version: '1' })).toThrow(
      'README.md',
    );
  });
});
