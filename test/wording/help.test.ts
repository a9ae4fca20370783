/** Does the help page call pages and buttons as the pane and the ribbon do? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consolidationTexts } from '../../src/wording/consolidationTexts';
import { paneTexts } from '../../src/wording/paneTexts';

const source = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');
const help = source('src/taskpane/help.html').replace(/\s+/g, ' ');
const manifest = source('manifest.xml');

/** Every text of the words; functions are asked with a number where they take one. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') {
    try {
      return textsOf((words as (count: number) => unknown)(2));
    } catch {
      return [];
    }
  }
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

/** What stands in quotation marks in the parts about units and tracing. */
function named(from: string, to: string): string[] {
  const part = help.slice(help.indexOf(`<h2>${from}</h2>`), help.indexOf(`<h2>${to}</h2>`));
  return [...part.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);
}

test.each([
  ['汇总各单位', '填充、改正和撤销', 'zh-CN'],
  ['Adding up units', 'Filling, correcting, undoing', 'en-US'],
] as const)('%s', (from, to, language) => {
  const texts = [paneTexts(language), consolidationTexts(language)].flatMap(textsOf);
  const names = named(from, to);
  expect(names.length).toBeGreaterThan(3);
  const unknown = names.filter(
    (name) => !texts.some((text) => text.startsWith(name)) && !manifest.includes(`"${name}"`),
  );
  expect(unknown).toEqual([]);
});
