/**
 * How are the workbooks of the city's pair made? Run `npx tsx test/specimens/make/puyangWorkbooks.ts`
 * with LibreOffice installed; the tests use the committed files.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeSheets } from '../../../src/files/writeSheets';
import { puyangLayouts } from '../puyangFigures';

const folder = join(__dirname, '..');

/** Opens a workbook in LibreOffice and saves it again, with its formulas calculated. */
function resave(from: string, to: string): void {
  const work = mkdtempSync(join(tmpdir(), 'specimen-'));
  const source = join(work, basename(from));
  copyFileSync(from, source);
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
  const target = join(work, 'out');
  execFileSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    target,
    source,
  ]);
  copyFileSync(join(target, basename(from)), to);
  rmSync(work, { recursive: true });
}

async function make(): Promise<void> {
  const typed = join(folder, 'puyang-2019.xlsx');
  const formulas = join(folder, 'puyang-2019-formulas.xlsx');
  writeFileSync(typed, await writeSheets(puyangLayouts('typed')));
  resave(typed, join(folder, 'puyang-2019-libreoffice.xlsx'));
  writeFileSync(formulas, await writeSheets(puyangLayouts('formulas')));
  resave(formulas, formulas);
}

void make();
