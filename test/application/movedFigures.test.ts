/** Figures that stand outside their table are moved into it as one correction, and back again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { correctFindings, previewCellCorrections } from '../../src/application/correctFindings';
import type { EventItem } from '../../src/application/report/reportItem';
import { reportOf } from '../../src/application/report/makeReport';
import { undoLast } from '../../src/application/undo';
import { readWorkbook } from '../../src/files/readWorkbook';
import { writtenContent } from '../domain/fill/filling';
import { settings } from '../domain/forms';
import { MemoryWorkbook } from '../memory/MemoryWorkbook';
import { everyCell, MemoryStore, newLog } from './fixture';

async function opened() {
  const file = join(__dirname, '../specimens/display/wrapped-total-line.xlsx');
  const read = await readWorkbook(readFileSync(file));
  if (!read.ok) throw new Error(read.fault.code);
  const workbook = MemoryWorkbook.ofGrids(read.value.sheets);
  const figures = async () => {
    const again = await workbook.readWorkbook();
    if (!again.ok) throw new Error(again.fault.code);
    return again.value;
  };
  return { workbook, figures, log: newLog(new MemoryStore()) };
}

const errorsIn = async (figures: () => ReturnType<Awaited<ReturnType<typeof opened>>['figures']>) =>
  checkWorkbook(await figures(), settings).findings.filter(({ severity }) => severity === 'error');

async function move() {
  const open = await opened();
  const report = reportOf(checkWorkbook(await open.figures(), settings));
  const [event] = report.units
    .flatMap(({ items }) => items)
    .filter((item): item is EventItem => item.kind === 'event');
  const corrections = event?.correction?.corrections ?? [];
  const plan = previewCellCorrections(await open.figures(), corrections);
  return { ...open, plan };
}

test('both cells into the table, both places outside blank; then nothing fails and nothing is outside', async () => {
  const { workbook, figures, log, plan } = await move();
  expect(
    plan.changes.map(({ place, then }) => [place.sheet, place.cell, writtenContent(then)]),
  ).toEqual([
    ['统计表2', 'L11', 40790.5084],
    ['统计表2', 'M11', 40201.8784],
    ['统计表2', 'B13', ''],
    ['统计表2', 'C13', ''],
  ]);
  expect((await errorsIn(figures)).map(({ rule }) => rule)).toContain('S-030');
  const outcome = await correctFindings(workbook, log, plan.changes);
  expect(outcome).toMatchObject({ ok: true, value: { changed: [] } });
  expect(await errorsIn(figures)).toEqual([]);
});

test('undone, every cell is as it was', async () => {
  const { workbook, log, plan } = await move();
  const cells = () => everyCell(workbook, ['统计表1', '统计表2']);
  const before = await cells();
  await correctFindings(workbook, log, plan.changes);
  expect(await cells()).not.toEqual(before);
  const undone = await undoLast(workbook, log);
  expect(undone).toMatchObject({ ok: true, value: { left: [] } });
  expect(await cells()).toEqual(before);
});

test('a figure outside that was changed since is left, and named', async () => {
  const { workbook, figures, log, plan } = await move();
  workbook.type('统计表2', 'C13', '5');
  const outcome = await correctFindings(workbook, log, plan.changes);
  expect(outcome).toMatchObject({ ok: true, value: { changed: [{ place: { cell: 'C13' } }] } });
  const sheet = (await figures()).sheets.find(({ name }) => name === '统计表2');
  expect(JSON.stringify(sheet?.rows)).toContain('5');
});
