/** Does reading ever throw, hang or swallow memory, whatever bytes come in? And checking what was read? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { readWorkbook } from '../../src/files/readWorkbook';
import { damaged, seededRandom } from './damage';

/** What a run came to. */
export interface FuzzFigures {
  readonly cases: number;
  /** How often each fault came, `read` for files that could be read. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly slowestMilliseconds: number;
  /** One line for each case that threw or took too long. */
  readonly failures: readonly string[];
}

const longestMilliseconds = 2000;

/** Real files to be damaged: small ones of every format that is read. */
export function realFiles(): Uint8Array[] {
  const folders = ['../specimens', '../files/specimens'].map((folder) => join(__dirname, folder));
  return folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /\.(?:xlsx|xls|et)$/.test(path))
    .map((path) => new Uint8Array(readFileSync(path)))
    .filter((bytes) => bytes.length > 0 && bytes.length < 100_000);
}

/** Reads and checks `cases` damaged files. */
export async function fuzz(cases: number, seed: number): Promise<FuzzFigures> {
  const files = realFiles();
  const random = seededRandom(seed);
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  let slowest = 0;
  for (let index = 0; index < cases; index += 1) {
    const bytes = damaged(files, random);
    const start = performance.now();
    const outcome = await outcomeOf(bytes).catch((error: unknown) => {
      failures.push(`case ${index} (seed ${seed}): ${String(error)}`);
      return 'threw';
    });
    const took = performance.now() - start;
    if (took > longestMilliseconds)
      failures.push(`case ${index} (seed ${seed}): ${took.toFixed(0)} ms`);
    slowest = Math.max(slowest, took);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return { cases, outcomes, slowestMilliseconds: slowest, failures };
}

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes);
  if (!read.ok) return read.fault.code;
  checkWorkbook(read.value, {
    round: 'annual',
    strict: false,
    lowestExecutionRate: null,
    today: { year: 2020, month: 3, day: 1 },
  });
  return 'read';
}
