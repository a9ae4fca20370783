/** `npm run bench`: how long does a check take, and does memory grow, how big is the pane? Medians, with the machine named. */
import '../shippedReact';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import type { WorkbookGrids } from '../../src/domain/grid';
import type { CheckSettings } from '../../src/domain/rules/settings';
import { readWorkbook } from '../../src/files/readWorkbook';
import { browserTimes } from './browser/measure';
import { syncsOfExplaining, syncsOfSubmitting, syncsOfWriting } from '../taskpane/writing/syncs';
import { hardInputs } from './hardInputs';
import { liveTimes } from './live';
import { peers } from './peers';
import { phasesOf } from './phases';
import { buildInto, initialScriptsAim, initialSize } from '../packaging/production';

const settings: CheckSettings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2020, month: 3, day: 1 },
};

const megabyte = 1024 * 1024;

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Processor time of a run, in ms: what else the machine does meanwhile is not counted. */
async function timed(run: () => unknown, warmUp: number, runs: number): Promise<number> {
  for (let index = 0; index < warmUp; index += 1) await run();
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return median(times);
}

/** The workbook with one figure changed, so that diagnosis has work. */
function withWrongFigure(workbook: WorkbookGrids): WorkbookGrids {
  return {
    sheets: workbook.sheets.map((sheet, index) => ({
      ...sheet,
      rows: sheet.rows.map((row, at) =>
        index === 0 && at === 10
          ? row?.map((cell) =>
              cell !== undefined && typeof cell.value === 'number'
                ? { ...cell, value: cell.value + 9 }
                : cell,
            )
          : row,
      ),
    })),
  };
}

/** A ratio beside what is aimed at. */
function aim(name: string, most: number, reached: number): void {
  const verdict = reached <= most ? 'reached' : 'NOT reached';
  line(`  aim: ${name} ≤ ${most} ×`, `${reached.toFixed(2)} × (${verdict})`);
}

/** What the time goes into. */
function tellPhases(name: string, workbook: WorkbookGrids, rounds: number): void {
  const phases = [...phasesOf(workbook, settings, rounds)];
  line(
    `  of which, ${name}`,
    phases.map(([phase, took]) => `${phase} ${took.toFixed(2)} ms`).join(' · '),
  );
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / megabyte;
}

function line(name: string, value: string): void {
  console.log(`${name.padEnd(52)} ${value}`);
}

async function main(): Promise<void> {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../specimens/puyang-2019.xlsx')));
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault.code);
  const workbook = read.value;
  const wrong = withWrongFigure(workbook);

  const { model = 'unknown processor' } = cpus()[0] ?? {};
  line(
    'machine',
    `${model}, ${cpus().length} cores, ${Math.round(totalmem() / megabyte / 1024)} GB, Node ${process.version}`,
  );
  const clean = await timed(() => checkWorkbook(workbook, settings), 200, 500);
  const faulty = await timed(() => checkWorkbook(wrong, settings), 100, 200);
  const reading = await timed(() => readWorkbook(bytes), 20, 60);
  line('one pair checked, median of 500', `${clean.toFixed(2)} ms`);
  line(
    'one pair with a wrong line, checked and diagnosed',
    `${faulty.toFixed(2)} ms (${(faulty / clean).toFixed(1)} ×)`,
  );
  line(
    'one workbook read from bytes, median of 60',
    `${reading.toFixed(2)} ms (${(reading / clean).toFixed(1)} ×)`,
  );

  tellPhases('a clean check', workbook, 200);
  tellPhases('with a wrong line', wrong, 40);
  aim('a check to reading', 0.5, clean / reading);
  aim('with a wrong line to a clean check', 4, faulty / clean);
  for (const [name, input] of hardInputs(workbook)) {
    const took = await timed(() => checkWorkbook(input, settings), 1, 3);
    line(`${name} (aim: 1 s)`, `${(took / 1000).toFixed(2)} s`);
  }

  await compareWithPeers(bytes);
  await countSyncs();
  await measureLive();
  await measureBrowser();
  await measureProduction();
}

/** The same 1,000 workbooks by turns, so that a busy moment of the machine is everybody's. */
async function compareWithPeers(bytes: Uint8Array): Promise<void> {
  const own = 'read and checked';
  const work = new Map<string, (bytes: Uint8Array) => unknown>([
    ...peers,
    [
      own,
      async (content) => {
        const file = await readWorkbook(content);
        if (file.ok) checkWorkbook(file.value, settings);
      },
    ],
  ]);
  const took = new Map<string, number>();
  const heaps: number[] = [];
  let peak = 0;
  for (let file = 1; file <= 1000; file += 1) {
    for (const [name, run] of work) {
      const start = performance.now();
      await run(bytes);
      took.set(name, (took.get(name) ?? 0) + performance.now() - start);
    }
    peak = Math.max(peak, process.memoryUsage().rss / megabyte);
    if (file % 250 === 0) heaps.push(heapUsed());
  }
  const seconds = (name: string) => (took.get(name) ?? 0) / 1000;
  for (const name of peers.keys()) {
    line(`1,000 workbooks merely parsed with ${name}`, `${seconds(name).toFixed(1)} s`);
  }
  line('1,000 workbooks read and checked', `${seconds(own).toFixed(1)} s`);
  const quickest = Math.min(...[...peers.keys()].map(seconds));
  aim('read and checked to merely parsed', 1.2, seconds(own) / quickest);
  const told = heaps.map((heap) => heap.toFixed(1)).join(', ');
  line('heap after 250, 500, 750 and 1,000 of them', `${told} MB, peak ${peak.toFixed(0)} MB`);
}

/** What a click that writes sends to Excel, counted: marks left alone, and marks that follow. */
async function countSyncs(): Promise<void> {
  const [usual, following] = [await syncsOfWriting('off'), await syncsOfWriting('on')];
  line(
    'batches of 采用 with its check (aim: 5)',
    `${usual.adopting}, with live marks ${following.adopting}`,
  );
  line(
    'batches of 撤销 with its check (aim: 4)',
    `${usual.undoing}, with live marks ${following.undoing}`,
  );
  const { writing, confirming, removing, checking } = await syncsOfExplaining();
  line('batches of 保存, 确认, 删除 of explanations', [writing, confirming, removing].join(', '));
  line('batches of 一键校验 with explanations, and without', checking.join(', '));
  const submit = await syncsOfSubmitting();
  line('batches of 提交前检查, the first time and again', submit.checking.join(', '));
  line('batches of 生成审核报告, and in its place, the check included', submit.making.join(', '));
  line('batches of 撤销 and 删除 of a report', `${submit.undoing}, ${submit.removing}`);
  line('batches of 与上期比较, and 不再比较', `${submit.comparing}, ${submit.leavingOff}`);
}

/** How soon the pane answers an edit, after its pause of 300 ms in which the next key is waited for. */
async function measureLive(): Promise<void> {
  const { verdict, marks } = await liveTimes(10);
  const worst = Math.max(...verdict);
  line(
    'after the pause for the next key: verdict (longest)',
    `${median(verdict).toFixed(0)} ms (${worst.toFixed(0)} ms)`,
  );
  line('after the pause for the next key: marks', `${median(marks).toFixed(0)} ms`);
  const pairs = 50;
  const many = await liveTimes(5, pairs);
  line(
    `the same in a workbook of ${pairs} pairs: verdict, marks`,
    `${beside(many.verdict, verdict)}, ${beside(many.marks, marks)}`,
  );
}

function beside(times: readonly number[], reference: readonly number[]): string {
  const [one, other] = [median(times), median(reference)];
  return `${one.toFixed(0)} ms (${(one / other).toFixed(1)} ×)`;
}

/** In a real browser, beside an empty Fluent page in the same run. */
async function measureBrowser(): Promise<void> {
  const pairs = 60;
  const runs = 5;
  const { version, empty, workbench, large, units, pane } = await browserTimes(runs, pairs);
  line('browser', `Chromium ${version}, medians of ${runs}; × empty Fluent page`);
  const beside = (name: string, times: readonly number[], reference: readonly number[]) => {
    const [one, other] = [median(times), median(reference)];
    const ratio = other === 0 ? '' : ` (${(one / other).toFixed(1)} ×)`;
    line(name, `${one.toFixed(0)} ms${ratio}`);
  };
  const longest = (name: string, times: readonly number[]) => {
    const one = median(times);
    line(name, one === 0 ? 'under 50 ms' : `${one.toFixed(0)} ms`);
  };
  line('empty Fluent page: first useful paint', `${median(empty.paint).toFixed(0)} ms`);
  line('empty Fluent page: click to its effect', `${median(empty.click).toFixed(0)} ms`);
  beside('pane: first useful paint', pane.paint, empty.paint);
  beside('workbench: first useful paint', workbench.paint, empty.paint);
  beside('click to marks, the city’s workbook', workbench.click, empty.click);
  line('  of which the host answers', `${median(workbench.host).toFixed(0)} ms`);
  line('  and the spreadsheet paints the marks', `${median(workbench.painting).toFixed(0)} ms`);
  aim('click to marks to an empty click', 8, median(workbench.click) / median(empty.click));
  beside(`click to marks, ${pairs} pairs`, large.click, empty.click);
  beside(`back to the list of ${pairs} units`, units.click, empty.click);
  longest('longest task: empty Fluent page starting', empty.starting);
  longest('longest task: empty Fluent page after the click', empty.working);
  longest('longest task: pane starting', pane.starting);
  longest('longest task: workbench starting', workbench.starting);
  longest('longest task: check, host included', workbench.working);
  longest(`longest task: check of ${pairs} pairs, host included`, large.working);
}

/** What the pane's first sight costs on a slow line. */
async function measureProduction(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const start = performance.now();
    await buildInto(folder);
    line('production build', `${((performance.now() - start) / 1000).toFixed(1)} s`);
    const size = initialSize(folder).toLocaleString('en-US');
    const aim = initialScriptsAim.toLocaleString('en-US');
    line('scripts before the pane is first seen, gzipped', `${size} bytes (aim: ${aim})`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
