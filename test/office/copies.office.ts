/**
 * Are copies that the page saves read by LibreOffice as they are by our own check? Files of every kind, with a
 * figure changed, totals filled and words kept; LibreOffice works every formula out for itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import type { WorkbookGrids } from '../../src/domain/grid';
import { recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import { tablesOfReturn, viewReturns } from '../../src/domain/returns/unitReturn';
import { canBeExplained } from '../../src/domain/submission/explainable';
import { explain } from '../../src/domain/submission/explanation';
import { readWorkbook } from '../../src/files/readWorkbook';
import { directFiles } from '../../src/page/book/directFiles';
import { openBook } from '../../src/page/book/openBook';
import { settings } from '../domain/forms';
import { valueOf } from '../ports/openedWorkbook';
import { differences, readByLibreOffice, valuesOf } from './libreOffice';

const folder = join(__dirname, '../specimens');

const specimens = [
  'puyang-2019.xlsx',
  'puyang-2019-formulas.xlsx',
  'puyang-2019-libreoffice.xlsx',
  'clean/libreoffice.xlsm',
  'clean/libreoffice.xls',
  'clean/wps.et',
  'wrong/typical-mistakes.xlsx',
];

/** A copy that the page saves of a specimen, of which one figure was changed and every warning explained. */
async function copyOf(name: string) {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const book = valueOf(await openBook({ name: name.split('/').at(-1) ?? '', bytes }, directFiles));
  const [figure] = viewReturns(
    recogniseWorkbook(valueOf(await readWorkbook(bytes))).returns,
    valueOf(await readWorkbook(bytes)),
  )
    .flatMap((unit) => tablesOfReturn(unit).flatMap(({ figures }) => figures))
    .filter(({ cell, formula }) => typeof cell?.value === 'number' && formula === null);
  if (figure === undefined) throw new Error(`${name} holds no figure`);
  const place = { sheet: figure.table.sheet, cell: figure.address };
  const typed = Number(figure.cell?.value) + 1;
  valueOf(book.enter(place, String(typed)));
  const { views, findings } = checkWorkbook(valueOf(await book.port.readWorkbook()), settings);
  const kept = findings.filter(canBeExplained).flatMap((finding) => {
    const unit = views.find(({ number }) => number === finding.pair);
    return unit === undefined ? [] : [explain(finding, unit, settings.round, '据实结算')];
  });
  if (kept.length > 0) valueOf(await book.port.changeExplanations(() => kept));
  const copy = valueOf(await book.copy({ language: 'zh-CN' }));
  return { name: copy.name, bytes: copy.bytes, place, typed, kept: kept.length };
}

type Copy = Awaited<ReturnType<typeof copyOf>>;

let copies: ReadonlyMap<string, Copy>;
let read: ReadonlyMap<string, WorkbookGrids>;

beforeAll(async () => {
  copies = new Map(
    await Promise.all(specimens.map(async (name) => [name, await copyOf(name)] as const)),
  );
  // Each under a name that tells its kind, and no two alike.
  const files = [...copies].map(([name, copy]) => [`${name}·${copy.name}`, copy.bytes] as const);
  const answers = [...(await readByLibreOffice(new Map(files))).values()];
  read = new Map(
    specimens.flatMap((name, at) => {
      const answer = answers[at];
      return answer === undefined ? [] : [[name, answer] as const];
    }),
  );
});

test.each(specimens)('%s: every cell is what our own check reads', async (name) => {
  const [copy, theirs] = [copies.get(name), read.get(name)];
  if (copy === undefined || theirs === undefined) throw new Error('no copy');
  const own = valueOf(await readWorkbook(copy.bytes));
  const found = valuesOf(theirs);
  expect(found.size).toBeGreaterThan(200);
  expect(found.get(`${copy.place.sheet}!${copy.place.cell}`)).toBe(String(copy.typed));
  expect(differences(own, theirs)).toEqual([]);
});

test.each(specimens)(
  '%s: both are found to be the same, and the words are in the copy',
  async (name) => {
    const [copy, theirs] = [copies.get(name), read.get(name)];
    if (copy === undefined || theirs === undefined) throw new Error('no copy');
    const own = valueOf(await readWorkbook(copy.bytes));
    const findings = (workbook: WorkbookGrids) =>
      checkWorkbook({ sheets: workbook.sheets }, settings).findings.map(({ id }) => id);
    expect(findings(theirs)).toEqual(findings(own));
    const { explanations } = own;
    expect(explanations?.kind === 'read' ? explanations.explanations.length : 0).toBe(copy.kept);
  },
);

test('one copy is an .xlsm, several have formulas, and words were kept', async () => {
  const all = [...copies.values()];
  expect(all.some(({ name }) => name.endsWith('.xlsm'))).toBe(true);
  expect(all.filter(({ kept }) => kept > 0).length).toBeGreaterThan(3);
  const own = valueOf(
    await readWorkbook(copies.get('puyang-2019-formulas.xlsx')?.bytes ?? new Uint8Array()),
  );
  const formulas = own.sheets.flatMap(({ rows }) => rows.flatMap((line) => line ?? []));
  expect(formulas.filter((cell) => (cell?.formula ?? null) !== null).length).toBeGreaterThan(50);
});
