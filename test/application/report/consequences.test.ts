/** What follows from an act or a wrong cell stands with it, and nothing else does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { reportOf } from '../../../src/application/report/makeReport';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { puyang, settings } from '../../domain/forms';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { itemLines } from '../../../src/wording/itemText';

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

describe('what follows from a cell that is only possibly wrong', () => {
  // 科学技术 holds a digit too many; 社会保障和就业 less than its accounts, in a way that no slip explains.
  const report = reportOf(checkWorkbook(puyang({ D9: 277.6, D11: 1005.48 }), settings));
  const items = report.units.flatMap((unit) => unit.items);
  const choice = items.find((item) => item.kind === 'choice');
  if (choice?.kind !== 'choice') throw new Error('no choice');

  test('stands with the choice, which counts it; every finding is told once', () => {
    expect(choice.findings.map(({ rule, cells }) => `${rule} ${cells.join()}`)).toEqual([
      'B-010 L11',
      'B-020 D24',
      'R-020 E11',
    ]);
    const follows = choice.findings[2]?.id ?? '';
    expect(choice.choices.map(({ findings }) => findings.includes(follows))).toEqual([true]);
    const told = items.flatMap(({ findings }) => findings.map(({ id }) => id)).sort();
    expect(told).toEqual(report.units.flatMap((unit) => unit.findings.map(({ id }) => id)).sort());
  });

  test('is told with the way that settles it where the others do not', () => {
    const [way] = choice.choices;
    if (way === undefined) throw new Error('no way');
    const [cell] = way.corrections;
    if (cell === undefined) throw new Error('no cell');
    const total = { ...cell, place: { ...cell.place, cell: 'L11' } };
    const other = { corrections: [total], findings: choice.findings.slice(0, 2).map((f) => f.id) };
    const lines = itemLines({ ...choice, choices: [way, other] }, 1, '', 'zh-CN');
    const remarked = lines.filter((line) => line.includes('随之解决'));
    expect(remarked).toHaveLength(1);
    expect(remarked[0]).toMatch(/E11.*（若 D11 改为 1,107\.12，随之解决；否则仍在）$/);
    expect(itemLines(choice, 1, '', 'zh-CN').join()).not.toContain('随之解决');
  });
});
