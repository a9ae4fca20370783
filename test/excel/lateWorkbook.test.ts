/** A workbook whose program comes later: is a failed download told, tried again, and the order kept? */
import { LateWorkbook } from '../../src/excel/LateWorkbook';
import type { CellReference } from '../../src/application/ports';
import { success } from '../../src/domain/result';
import { ExcelWorkbook } from '../../src/excel/ExcelWorkbook';

class Notebook extends ExcelWorkbook {
  readonly went: string[] = [];

  override goTo({ cell }: CellReference) {
    this.went.push(cell);
    return Promise.resolve(success(null));
  }
}

function downloadError(): Error {
  const error = new Error('Loading chunk 99 failed.');
  error.name = 'ChunkLoadError';
  return error;
}

test('a program that cannot be loaded is a fault; the next command tries again', async () => {
  const notebook = new Notebook();
  let attempts = 0;
  const late = new LateWorkbook(() => {
    attempts += 1;
    return attempts < 3 ? Promise.reject(downloadError()) : Promise.resolve(notebook);
  });
  await late.preload();
  expect(await late.goTo({ sheet: '表1', cell: 'A1' })).toEqual({
    ok: false,
    fault: { code: 'notLoaded' },
  });
  expect(await late.goTo({ sheet: '表1', cell: 'B2' })).toEqual(success(null));
  expect(await late.goTo({ sheet: '表1', cell: 'C3' })).toEqual(success(null));
  expect(notebook.went).toEqual(['B2', 'C3']);
  expect(attempts).toBe(3);
});

test('the program is loaded once, and commands that waited for it run in their order', async () => {
  const notebook = new Notebook();
  const open = jest.fn(() => Promise.resolve(notebook));
  const late = new LateWorkbook(open);
  void late.preload();
  await Promise.all(['A1', 'B2', 'C3'].map((cell) => late.goTo({ sheet: '表1', cell })));
  expect(notebook.went).toEqual(['A1', 'B2', 'C3']);
  expect(open).toHaveBeenCalledTimes(1);
});

test('a bug in the program is not taken for a failed download', async () => {
  const late = new LateWorkbook(() => Promise.reject(new TypeError('bug')));
  await expect(late.activeCell()).rejects.toThrow('bug');
});
