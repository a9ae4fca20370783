/**
 * `npm run bench:consolidate`: what do many units cost, beside merely parsing the same files with the
 * quickest library? Units as files, and many units in one workbook; in processor time.
 */
import '../shippedReact';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { takeUnits } from '../../src/application/takeUnits';
import type { Consolidated } from '../../src/domain/consolidate/consolidate';
import { consolidate } from '../../src/domain/consolidate/consolidate';
import { judgeSet } from '../../src/domain/consolidate/judgeSet';
import { LabelMap } from '../../src/domain/consolidate/labelMap';
import { resultLayouts } from '../../src/domain/consolidate/resultLayouts';
import type { TakenUnit } from '../../src/domain/consolidate/takenUnit';
import { workingPapers } from '../../src/domain/consolidate/workingPaper';
import { officialForms } from '../../src/domain/forms/officialForms';
import type { CheckSettings } from '../../src/domain/rules/settings';
import { readWorkbookFile } from '../../src/files/nodeFiles';
import { writeSheets } from '../../src/files/writeSheets';
import { openedExcel } from '../excel/openedExcel';
import { readingTimes } from './browser/reading';
import { countyFigures, countyLayouts } from '../sets/countyFigures';

const settings: CheckSettings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2020, month: 3, day: 1 },
};

const megabyte = 1024 * 1024;

/** Processor time of the whole process so far, in milliseconds: whatever else the machine does. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function line(name: string, value: string): void {
  console.log(`${name.padEnd(56)} ${value}`);
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** A label that no form has. */
const ownLabel = '其他（含民办教育补助）支出事项';

/** Writes a unit's file; its path. */
async function writeUnit(
  folder: string,
  name: string,
  unit: number,
  other = '其他',
): Promise<string> {
  const plan = {
    name: `第${unit + 1}县财政局`,
    figures: countyFigures(unit),
    totals: 'typed',
  } as const;
  const layouts = countyLayouts(plan).map((layout) => ({
    ...layout,
    cells: layout.cells.map((cell) =>
      cell.content === '其他' && cell.column === 0 ? { ...cell, content: other } : cell,
    ),
  }));
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, await writeSheets(layouts));
  return file;
}

async function writeUnits(folder: string, count: number): Promise<string[]> {
  const files: string[] = [];
  for (let unit = 0; unit < count; unit += 1) {
    files.push(await writeUnit(folder, `${unit + 1}`, unit));
  }
  return files;
}

interface Measured {
  readonly parsed: number;
  readonly taken: number;
  readonly judged: number;
  readonly result: Consolidated;
}

/** Puts a result into the workbench's Excel, as large as Excel on the web takes requests. */
async function measureInserting(result: Consolidated, name: string): Promise<void> {
  const excel = await openedExcel({ level: '1.13', webLimits: true });
  const sheets = [...resultLayouts(result, 'formulas'), ...workingPapers(result)];
  const start = performance.now();
  const inserted = await excel.workbook.insertSheets(sheets);
  const time = (performance.now() - start) / 1000;
  if (!inserted.ok) throw new Error(inserted.fault.code);
  const sent = excel.host.log.batches.map((batch) => batch.sent);
  const largest = `the largest ${(Math.max(...sent) / 1024).toFixed(0)} kB of 5,120`;
  line(
    `${name}: put into the open workbook`,
    `${sent.length} requests, ${largest}, ${time.toFixed(1)} s with the host`,
  );
  excel.close();
}

/** So many files are parsed, then taken, in turn: whatever else the machine does slows both. */
const inTurn = 20;

async function measure(files: readonly string[], name: string): Promise<Measured> {
  const labels = new LabelMap([], officialForms);
  const before = heapUsed();
  const units: TakenUnit[] = [];
  let [parsed, taken] = [0, 0];
  for (let from = 0; from < files.length; from += inTurn) {
    const some = files.slice(from, from + inTurn);
    const parsing = processorTime();
    for (const file of some) await readXlsx(new Uint8Array(readFileSync(file)));
    const taking = processorTime();
    parsed += taking - parsing;
    for (const [index, file] of some.entries()) {
      const workbook = await readWorkbookFile(file);
      if (!workbook.ok) throw new Error(workbook.fault.code);
      const source = { kind: 'file', file } as const;
      const key = `${from + index + 1}`;
      const found = takeUnits(key, source, workbook.value, settings, labels);
      for (const { unit } of found.units) units.push(unit);
    }
    taken += processorTime() - taking;
  }
  const kept = heapUsed() - before;
  const judging = processorTime();
  const judgement = judgeSet(units, {
    fiscalYear: null,
    currencyUnit: null,
    includeErrors: 'all',
    chosenVersions: new Set(),
    countChoices: new Map(),
    labels,
    expectedUnits: null,
  });
  const result = consolidate(judgement, '汇总');
  const judged = processorTime() - judging;
  if (result === null) throw new Error('nothing counts');
  const writing = performance.now();
  const bytes = await writeSheets(resultLayouts(result, 'formulas'), workingPapers(result));
  const wrote = performance.now() - writing;
  const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
  line(`${name}: merely parsed with hucre`, seconds(parsed));
  line(`${name}: read, checked and taken`, `${seconds(taken)} (${(taken / parsed).toFixed(2)} ×)`);
  line(`${name}: judged as a set and added up`, `${seconds(judged)}, ${result.units.length} count`);
  line('  aim at 200: all of it ≤ 1.5 ×', `${((taken + judged) / parsed).toFixed(2)} ×`);
  line(`${name}: result written`, `${seconds(wrote)}, ${(bytes.length / megabyte).toFixed(1)} MB`);
  line(`${name}: memory kept per unit`, `${(kept / units.length / 1024).toFixed(1)} kB`);
  return { parsed, taken, judged, result };
}

async function main(): Promise<void> {
  const { model = 'unknown processor' } = cpus()[0] ?? {};
  const memory = Math.round(totalmem() / megabyte / 1024);
  line('machine', `${model}, ${cpus().length} cores, ${memory} GB, Node ${process.version}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-units-'));
  try {
    const files = await writeUnits(folder, 3000);
    // The first files of a process pay for its start.
    await measure(files.slice(0, 40), 'warming up, 40 files');
    const few = await measure(files.slice(0, 200), '200 files');
    await measure(files.slice(0, 1000), '1,000 files');
    const many = await measure(files, '3,000 files');
    const ratio = ({ parsed, taken, judged }: Measured) => (taken + judged) / parsed;
    line(
      '  aim: linear to 3,000, time of a unit against 200',
      `${(ratio(many) / ratio(few)).toFixed(2)} ×`,
    );
    await measureInserting(few.result, '200 units');
    await measureInserting(many.result, '3,000 units');
    const withOwnLabel = await writeUnit(folder, 'own', 3000, ownLabel);
    const pane = await readingTimes([...files.slice(0, 199), withOwnLabel], ownLabel);
    line(
      `200 files in the pane, Chromium ${pane.version}: read and judged`,
      `${(pane.all / 1000).toFixed(2)} s`,
    );
    for (const [act, time] of pane.longest) {
      line(`  aim < 50 ms of processor time: longest task, ${act}`, `${time.toFixed(0)} ms`);
    }
    const layouts = Array.from({ length: 200 }, (_, unit) =>
      countyLayouts({
        name: `第${unit + 1}县财政局`,
        figures: countyFigures(unit),
        totals: 'typed',
      }).map((layout) => ({ ...layout, name: `${unit + 1}-${layout.name}` })),
    ).flat();
    const book = join(folder, 'all.xlsx');
    writeFileSync(book, await writeSheets(layouts));
    await measure([book], '200 units in one workbook');
    line('most memory of the process', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
