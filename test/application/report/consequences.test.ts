/** What follows from an act or a wrong cell stands with it, and nothing else does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { reportOf } from '../../../src/application/report/makeReport';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { puyang, settings } from '../../domain/forms';
import type { WorkbookGrids } from '../../../src/domain/grid';

/** Kinds of the items that explain others, with the rules that each tells. */
function causes(workbook: WorkbookGrids) {
  const report = reportOf(checkWorkbook(workbook, settings));
  return report.units
    .flatMap(({ items }) => items)
    .filter(({ kind }) => kind !== 'finding' && kind !== 'alike')
    .map(({ kind, findings }) => [kind, [...new Set(findings.map(({ rule }) => rule))].join(' ')]);
}

async function specimen(name: string): Promise<WorkbookGrids> {
  const read = await readWorkbook(readFileSync(join(__dirname, '../../specimens/causes', name)));
  if (!read.ok) throw new Error(read.fault.code);
  return read.value;
}

test('figures outside the table, and a doubted unit, belong to the act', async () => {
  expect(causes(await specimen('two-totals-below.xlsx'))).toEqual([
    ['event', 'B-010 B-020 X-010 S-030'],
  ]);
  expect(causes(await specimen('table2-in-yuan.xlsx'))).toEqual([['event', 'X-010 R-040']]);
});

test('a figure over its budget belongs to the slip that made it so; every slip is its own item', async () => {
  expect(causes(await specimen('four-slips.xlsx'))).toEqual([
    ['slip', 'B-010 B-020'],
    ['slip', 'B-010 B-020'],
    ['slip', 'B-010 B-020'],
    ['slip', 'B-010 B-020 R-010'],
  ]);
});

test('a stray number of projects takes with it that amounts are asked for beside it', () => {
  // 外交 has nothing in the city's Table 1.
  expect(causes(puyang({ B6: 3 }))).toEqual([['slip', 'B-010 B-020 L-040 C-010']]);
});
