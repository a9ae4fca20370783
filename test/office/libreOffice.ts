/** What does LibreOffice read in workbooks? It opens each without a window, works every formula out anew, and saves it. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { CellValue, Grid, WorkbookGrids } from '../../src/domain/grid';
import { cellAddress, isCellError } from '../../src/domain/grid';
import { readWorkbook } from '../../src/files/readWorkbook';

/** What the program is called where `npm run test:office` found it. */
const program = process.env['SOFFICE'] ?? 'soffice';

/** A user's settings, in which stored results of files are never believed. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** The workbooks as LibreOffice saves them, by the names under which they were given. */
export async function readByLibreOffice(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, WorkbookGrids>> {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const user = join(folder, 'profile', 'user');
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, 'registrymodifications.xcu'), settings);
    const given = [...files].map(([name, bytes], at) => {
      const file = `${String(at)}.${name.slice(name.lastIndexOf('.') + 1)}`;
      writeFileSync(join(folder, file), bytes);
      return file;
    });
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const options = [`-env:UserInstallation=${profile}`, '--headless', '--norestore'];
    const target = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', 'read'];
    await promisify(execFile)(program, [...options, ...target, ...given], { cwd: folder });
    const read = await Promise.all(
      [...files.keys()].map(async (name, at) => {
        const bytes = new Uint8Array(readFileSync(join(folder, 'read', `${String(at)}.xlsx`)));
        const grids = await readWorkbook(bytes);
        if (!grids.ok) throw new Error(`${name}: ${grids.fault.code}`);
        return [name, grids.value] as const;
      }),
    );
    return new Map(read);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the cells of a workbook show, by sheet and address. */
export function valuesOf({ sheets }: WorkbookGrids): Map<string, string> {
  return new Map(sheets.flatMap(cellsOf));
}

function cellsOf({ name, rows }: Grid): [string, string][] {
  const found: [string, string][] = [];
  rows.forEach((line, row) => {
    line?.forEach((cell, column) => {
      const text = shownValue(cell?.value ?? null);
      if (text !== '') found.push([`${name}!${cellAddress(row, column)}`, text]);
    });
  });
  return found;
}

/** Numbers at the digits that both programs keep; line ends as both write them. */
function shownValue(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  return isCellError(value) ? value.error : String(value).replaceAll('\r\n', '\n');
}

/** Where two workbooks differ in what they show, with what either does. */
export function differences(own: WorkbookGrids, other: WorkbookGrids): string[] {
  const [expected, found] = [valuesOf(own), valuesOf(other)];
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((place) => expected.get(place) !== found.get(place))
    .map((place) => `${place}: ${expected.get(place) ?? ''} / ${found.get(place) ?? ''}`);
}
