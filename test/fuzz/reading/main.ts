/**
 * `npx tsx test/fuzz/reading/main.ts [cases] [seed]`: reads damaged files, at least 20,000 by default, prints what
 * came of it, and ends with status 1 when reading threw or took more than two seconds.
 */
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { readCorpus } from './corpus';
import { fuzzReading } from './fuzzReading';
import { requireSoundGrids } from './soundGrids';

const settings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2020, month: 3, day: 1 },
} as const;

async function main(): Promise<void> {
  const [cases = 20_000, seed = 2019] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(cases) || !Number.isInteger(seed) || cases < 1) {
    console.error('usage: tsx test/fuzz/reading/main.ts [cases] [seed]');
    process.exitCode = 2;
    return;
  }
  const started = performance.now();
  const corpus = readCorpus();
  const report = await fuzzReading({
    seed,
    cases,
    corpus,
    checkGrids: (grids) => {
      requireSoundGrids(grids);
      checkWorkbook(grids, settings);
    },
    slowest: 2000,
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${report.cases} cases of seed ${seed} from ${corpus.length} files in ${seconds.toFixed(1)} s`,
  );
  for (const [outcome, count] of Object.entries(report.outcomes)) {
    console.log(`${String(count).padStart(8)}  ${outcome}`);
  }
  const slowest = report.slowestMilliseconds.toFixed(0);
  console.log(`slowest case: ${slowest} ms (case ${report.slowestCase})`);
  console.log(`peak memory: ${(report.peakMemory / 1024 / 1024).toFixed(0)} MB`);
  for (const failure of report.failures.slice(0, 20)) {
    console.log(`FAILED case ${failure.case} (${failure.file}): ${failure.reason}`);
  }
  if (report.failures.length > 0) process.exitCode = 1;
}

void main();
