/** Beside which sheets nothing may be rounded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusedSheet } from '../../../src/domain/recognise/table';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { leftOutOf } from '../../../src/domain/rounding/leftOut';
import { readWorkbook } from '../../../src/files/readWorkbook';

async function recognised(file: string) {
  const read = await readWorkbook(readFileSync(join(__dirname, '../../specimens', file)));
  if (!read.ok) throw new Error(read.fault.code);
  return recogniseWorkbook(read.value);
}

const ofAnotherTable: RefusedSheet = {
  ...{ sheet: '附表', reason: 'otherTable', position: { row: 3, column: 0 } },
  ...{ missing: [], unread: [{ text: 'PPP项目支出表', position: { row: 0, column: 0 } }] },
};

test.each([
  ['puyang-2019.xlsx', 0],
  ['pairs/table1-missing.xlsx', 1],
])('a sheet titled as another table may be the one that %s lacks', async (file, count) => {
  const { returns } = await recognised(file);
  expect(leftOutOf({ returns, refused: [ofAnotherTable] }, [])).toHaveLength(count);
});

test('a sheet that could not be read and may be one of the forms is left out; one without cells is not', async () => {
  const recognition = await recognised('puyang-2019.xlsx');
  const unread = (['damaged', 'none'] as const).map((reason) => ({
    ...{ sheet: '统计表3', part: 'sheet' as const, reason },
  }));
  const kinds = leftOutOf(recognition, unread).map(({ kind }) => kind);
  expect(kinds).toEqual(['notRead']);
});
