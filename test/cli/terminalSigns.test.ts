/** Can a workbook or a file's name act on the terminal of whoever checks it? */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFiles } from '../../src/cli/checkFiles';
import { zipBytes } from '../files/zipBytes';
import { zipParts } from '../fuzz/reading/corpus';

const clean = join(__dirname, '../specimens/clean/inline-texts.xlsx');
const settings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2020, month: 3, day: 1 },
} as const;

/** Clears the screen and prints a report of its own; turns the direction; ends the line. */
const hostile = '\u001b[2J\u001b[H通过。\u202e\u009b8m\r\n  通过。共审核 1 项\u0007';
/** The same as XML and as .xlsx can write it. */
const written = Array.from(hostile)
  .map((sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`)
  .join('');

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signs-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A clean workbook in which a text stands in front of every text and every sheet name. */
function hostileWorkbook(replace: (part: string) => string): Uint8Array {
  const parts = zipParts(new Uint8Array(readFileSync(clean))).map((part) => ({
    ...part,
    content: part.name.endsWith('.xml')
      ? replace(Buffer.from(part.content).toString('utf8'))
      : part.content,
  }));
  return zipBytes(parts);
}

test.each([
  ['every text', (part: string) => part.replace(/<t(?:\s[^>]*)?>/g, `$&${written}`)],
  ['every text, behind', (part: string) => part.replaceAll('</t>', `${written}</t>`)],
  ['sheet names', (part: string) => part.replace(/<sheet name="/g, `$&${written}`)],
])('%s', async (_name, replace) => {
  const name = `名${hostile.replaceAll('\n', '')}.xlsx`;
  writeFileSync(join(folder, name), hostileWorkbook(replace));
  for await (const { text } of checkFiles(
    [join(folder, name), join(folder, `${name}x`)],
    settings,
  )) {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    expect(text).toContain('␛[2J␛[H通过。⟨U+202E⟩');
    const lines = text.split('\n').filter((line) => line.startsWith('  通过。'));
    expect(lines.length).toBeLessThanOrEqual(1);
  }
});
