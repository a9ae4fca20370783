/**
 * How long does reading take, and how much memory?
 *
 *     npx tsx test/files/bench/main.ts make large.xlsx      one official pair among 50 large other sheets
 *     /usr/bin/time -v npx tsx test/files/bench/main.ts read large.xlsx
 *     npx tsx test/files/bench/main.ts read test/specimens/puyang-2019.xlsx 1000
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { columnLetters } from '../../../src/domain/grid';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { readZipDirectory } from '../../../src/files/zip/directory';
import { SeededRandom } from '../../fuzz/reading/random';
import { zipBytes, type EntryPlan } from '../zipBytes';

const pair = join(__dirname, '../../specimens/puyang-2019.xlsx');
const sheetCount = 50;
const rowCount = 1310;
const columnCount = 40;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook just below the limit on file size: the pair last, large sheets of figures and names before it. */
function largeWorkbook(): Uint8Array {
  const bytes = new Uint8Array(readFileSync(pair));
  const random = new SeededRandom(1);
  const names = Array.from({ length: 20_000 }, (_, index) => `单位${index}局`);
  const parts = readZipDirectory(bytes).map(({ name, dataStart, storedSize, deflated }) => {
    const data = bytes.subarray(dataStart, dataStart + storedSize);
    const text = Buffer.from(deflated ? inflateRawSync(data) : data).toString('utf8');
    return { name, content: extended(name, text, names) };
  });
  const strings = parts.find(({ name }) => name === 'xl/sharedstrings.xml')?.content ?? '';
  const ours = strings.split('<si>').length - 1 - names.length;
  const large = Array.from({ length: sheetCount }, (_, index): EntryPlan => {
    const content = sheetXml(ours, names.length, random);
    return { name: `xl/worksheets/large${index}.xml`, content };
  });
  return zipBytes([...parts, ...large]);
}

function extended(name: string, text: string, names: readonly string[]): string {
  const all = Array.from({ length: sheetCount }, (_, index) => index);
  if (name === 'xl/workbook.xml') {
    const listed = all.map(
      (index) =>
        `<sheet xmlns:q="${office}" name="其他统计${index}" sheetId="${index + 100}" q:id="large${index}"/>`,
    );
    return text.replace('<sheets>', `<sheets>${listed.join('')}`);
  }
  if (name === 'xl/_rels/workbook.xml.rels') {
    const links = all.map(
      (index) =>
        `<Relationship Id="large${index}" Type="${office}/worksheet" Target="worksheets/large${index}.xml"/>`,
    );
    return text.replace('</Relationships>', `${links.join('')}</Relationships>`);
  }
  if (name === 'xl/sharedstrings.xml') {
    return text.replace('</sst>', `${names.map((one) => `<si><t>${one}</t></si>`).join('')}</sst>`);
  }
  return text;
}

function sheetXml(ours: number, names: number, random: SeededRandom): string {
  const rows: string[] = [];
  for (let row = 1; row <= rowCount; row += 1) {
    const cells: string[] = [];
    for (let column = 0; column < columnCount; column += 1) {
      const address = columnLetters(column) + String(row);
      cells.push(
        column % 4 === 0
          ? `<c r="${address}" t="s"><v>${ours + random.below(names)}</v></c>`
          : `<c r="${address}"><v>${random.below(100_000_000) / 100}</v></c>`,
      );
    }
    rows.push(`<row r="${row}">${cells.join('')}</row>`);
  }
  const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return `<worksheet xmlns="${space}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

async function measure(file: string, times: number): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const started = performance.now();
  const before = process.cpuUsage();
  let cells = 0;
  for (let time = 0; time < times; time += 1) {
    const outcome = await readWorkbook(bytes);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
    cells = 0;
    for (const sheet of outcome.value.sheets) {
      sheet.rows.forEach((row) => row?.forEach(() => (cells += 1)));
    }
  }
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${file}: ${(bytes.length / 1024 / 1024).toFixed(2)} MB, ${cells} cells, ${times} times`,
  );
  console.log(`elapsed    ${((performance.now() - started) / 1000).toFixed(2)} s`);
  console.log(`processor  ${((user + system) / 1e6).toFixed(2)} s`);
  console.log(`peak       ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

async function main(): Promise<void> {
  const [command, file, times = '1'] = process.argv.slice(2);
  if (command === 'make' && file !== undefined) writeFileSync(file, largeWorkbook());
  else if (command === 'read' && file !== undefined) await measure(file, Number(times));
  else console.error('usage: main.ts make FILE | read FILE [TIMES]');
}

void main();
