/** How much of what is selected is read? What Excel answers of very many cells no workbook of a test holds. */
import type { ExcelHost } from '../../src/excel/excelHost';
import { readSelection } from '../../src/excel/selection';
import { success } from '../../src/domain/result';
import { faultOf } from './openedExcel';

test.each([-1, 20_001])('of %i cells none is read, which is said', async (cellCount) => {
  const batches: unknown[] = [];
  const host: Pick<ExcelHost, 'batch'> = {
    batch: (prepare) => {
      batches.push(prepare);
      return Promise.resolve(success({ isNullObject: false, cellCount } as never));
    },
  };
  expect(faultOf(await readSelection(host as ExcelHost))).toEqual({
    code: 'tooMuchData',
    sheet: null,
  });
  expect(batches).toHaveLength(1);
});
