/** Whole workbooks, by several programs: does the check say of each exactly what is written beside it? */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkCommand } from '../src/cli/checkCommand';
import { checkFiles } from '../src/cli/checkFiles';
import { readArguments } from '../src/cli/arguments';
import { catalogue } from '../src/domain/rules/catalogue';
import { runHere } from './cli/runHere';
import type { Expectation } from './specimens/expectation';
import {
  comparedRows,
  listExpectations,
  listSpecimens,
  rowsOfOutcome,
} from './specimens/expectation';

const folder = join(__dirname, 'specimens');
const expectations = listExpectations(folder);

test('every specimen has its expectation, and every expectation its specimen', () => {
  const expected = new Set(expectations.map((entry) => entry.workbook));
  const specimens = listSpecimens(folder);
  expect(specimens.filter((name) => !expected.has(name))).toEqual([]);
  expect([...expected].filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  expect(specimens.length).toBeGreaterThanOrEqual(60);
});

test('every rule of the catalogue is violated in at least one specimen', () => {
  const found = new Set(
    expectations.flatMap((entry) =>
      entry.rows.filter((row) => row.startsWith('问题')).map((row) => row.split('\t')[1]),
    ),
  );
  // Rules about a set of units, and about the round before, are no single workbook's.
  const others = ['ofSet', 'sameAsLastRound', 'unlikelyChange', 'newOrGone', 'scaleOfLastRound'];
  const ofReturns = catalogue.filter(({ check }) => !others.includes(check.kind));
  expect(ofReturns.map((rule) => rule.id).filter((id) => !found.has(id))).toEqual([]);
});

async function outcomeRows(expectation: Expectation): Promise<string[]> {
  const path = join(folder, expectation.workbook);
  const read = readArguments([...expectation.args, path]);
  if (!read.ok || read.value.today === null) {
    throw new Error(`${expectation.file}: ${read.ok ? 'no day' : read.fault.message}`);
  }
  const { round, strict, lowestExecutionRate, today, files } = read.value;
  const rows: string[] = [];
  for await (const outcome of checkFiles(files, { round, strict, lowestExecutionRate, today })) {
    rows.push(...rowsOfOutcome(outcome));
  }
  return rows.sort();
}

test.each(expectations.map((entry) => [entry.file, entry] as const))('%s', async (_, entry) => {
  expect(comparedRows(entry, await outcomeRows(entry))).toEqual(entry.rows);
});

describe('exit status from the terminal', () => {
  const status = async (...names: readonly string[]): Promise<number> =>
    (await runHere(checkCommand, ['--today', '2024-03-01', ...names], folder)).status;

  test('a clean workbook: 0', async () => {
    expect(await status('clean/openpyxl.xlsx')).toBe(0);
  });

  test('a clean and a wrong one: 1', async () => {
    expect(await status('mixed/a-clean.xlsx', 'mixed/b-wrong.xlsx')).toBe(1);
  });

  test('a folder in which some files cannot be checked: 2, although others have errors', async () => {
    expect(await status('mixed')).toBe(2);
  });
});
