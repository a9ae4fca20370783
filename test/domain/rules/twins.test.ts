/** Excesses by the same difference in both tables: when are they said to be one project? */
import type { Changes } from '../forms';
import { check, puyang } from '../forms';
import { emptied } from './specs';

/** Cells of R-010's findings, each with the twin's. */
function twins(table1: Changes, table2: Changes): unknown[] {
  return check(puyang(emptied(20, table1), emptied(7, table2))).findings.flatMap(
    ({ rule, cells, detail }) =>
      rule === 'R-010' && detail.kind === 'comparison'
        ? [[cells[0], detail.twin?.form ?? null, detail.twin?.cell ?? null]]
        : [],
  );
}

/** A line-block with 10 budgeted and more executed. */
function excess(row: number, by: number, block: 'C' | 'G' = 'C'): Changes {
  const executed = block === 'C' ? 'D' : 'H';
  return { [`${block}${row}`]: 10, [`${executed}${row}`]: 10 + by };
}

test('one in each table: each is the twin of the other', () => {
  expect(twins(excess(8, 5), excess(6, 5))).toEqual([
    ['D8', 'table2', 'D6'],
    ['D6', 'table1', 'D8'],
  ]);
});

test('by another difference, or in another block: none', () => {
  expect(twins(excess(8, 5), excess(6, 6))).toEqual([
    ['D8', null, null],
    ['D6', null, null],
  ]);
  expect(twins(excess(8, 5), excess(6, 5, 'G'))).toEqual([
    ['D8', null, null],
    ['H6', null, null],
  ]);
});

test('two in one table could each be the one in the other: none is said to be', () => {
  expect(twins({ ...excess(8, 5), ...excess(9, 5) }, excess(6, 5))).toEqual([
    ['D8', null, null],
    ['D9', null, null],
    ['D6', null, null],
  ]);
  expect(twins(excess(8, 5), { ...excess(6, 5), ...excess(7, 5) })).toEqual([
    ['D8', null, null],
    ['D6', null, null],
    ['D7', null, null],
  ]);
});

test('two in one table are no twins of each other', () => {
  expect(twins({ ...excess(8, 5), ...excess(9, 5) }, {})).toEqual([
    ['D8', null, null],
    ['D9', null, null],
  ]);
});
