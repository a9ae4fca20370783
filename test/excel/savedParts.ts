/** What is in a saved workbook, part by part, so that two can be compared? */
import { read } from '@e965/xlsx';
import { readZip, unpack } from '../../src/workbook/ooxml/zip';

/** Text of every part of an .xlsx by its path. */
export async function parts(bytes: Uint8Array): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of readZip(bytes)) {
    found.set(entry.name, new TextDecoder().decode(await unpack(entry)));
  }
  return found;
}

/** Paths of the parts that differ, apart from the time of saving and the line after the XML declaration. */
export function partsChanged(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => plain(before.get(path)) !== plain(after.get(path)));
}

function plain(text: string | undefined): string | undefined {
  return text?.replace(/<dcterms:modified[^>]*>[^<]*</, '<').replace(/\?>\s+</, '?><');
}

/** A conditional format with a formula. */
export interface SavedCondition {
  readonly sheet: string;
  readonly range: string;
  readonly formula: string;
}

/** Conditional formats with a formula, in the order of sheets and priority. */
export async function conditions(bytes: Uint8Array): Promise<SavedCondition[]> {
  const book = read(bytes, { type: 'array', bookSheets: true });
  const all = await parts(bytes);
  return book.SheetNames.flatMap((sheet, index) =>
    rulesOf(all.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '')
      .sort((one, other) => one.priority - other.priority)
      .map(({ range, formula }) => ({ sheet, range, formula })),
  );
}

function rulesOf(xml: string): { priority: number; range: string; formula: string }[] {
  const blocks = /<conditionalFormatting[^>]*sqref="([^"]*)"[^>]*>(.*?)<\/conditionalFormatting>/gs;
  const rule = /<cfRule[^>]*priority="(\d+)"[^>]*>\s*<formula>(.*?)<\/formula>/gs;
  return [...xml.matchAll(blocks)].flatMap(([, range = '', rules = '']) =>
    [...rules.matchAll(rule)].map(([, priority = '', formula = '']) => ({
      priority: Number(priority),
      range,
      formula: unescaped(formula),
    })),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
