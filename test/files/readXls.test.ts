import { utils, write } from '@e965/xlsx';
import type { Grid } from '../../src/domain/grid';
import { changedBook, compound, record, workbookStream } from './binaryRecords';
import { specimen } from './specimenBytes';
import { at, faultOf, formulasAt, readGrids, valuesAt } from './workbookParts';

const corrupt = { code: 'unreadable', detail: 'corrupt' };
const truncated = { code: 'unreadable', detail: 'truncated' };
const notWorkbook = { code: 'unreadable', detail: 'notWorkbook' };

/** A stream with each record's type and offset. */
function recordsOf(stream: Uint8Array): { type: number; offset: number; size: number }[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records = [];
  for (let offset = 0; offset + 4 <= stream.length;) {
    const size = view.getUint16(offset + 2, true);
    records.push({ type: view.getUint16(offset, true), offset, size });
    offset += 4 + size;
  }
  return records;
}

/** A workbook stream of small.xls with the first record of a type changed. */
function changed(type: number, change: (record: DataView) => void): Uint8Array {
  const stream = workbookStream('small.xls');
  const record = recordsOf(stream).find((one) => one.type === type);
  if (record === undefined) throw new Error('no such record');
  change(new DataView(stream.buffer, stream.byteOffset + record.offset, record.size + 4));
  return compound({ Workbook: stream });
}

/** All cells of a sheet as `address value formula format`. */
function cellsOf(grid: Grid | undefined): string[] {
  const cells: string[] = [];
  grid?.rows.forEach((row, rowIndex) => {
    row?.forEach((cell, column) => {
      if (cell === undefined) return;
      cells.push(JSON.stringify([rowIndex, column, cell]));
    });
  });
  return cells;
}

describe('.xls and .et as LibreOffice writes them', () => {
  test('hold the same as the .xlsx of the same cells', async () => {
    const binary = await readGrids(specimen('features-libreoffice.xls'));
    const zipped = await readGrids(specimen('features-libreoffice.xlsx'));
    expect(binary.sheets.map(({ name }) => name)).toEqual(zipped.sheets.map(({ name }) => name));
    expect(binary.sheets.map(({ visibility }) => visibility)).toEqual(
      zipped.sheets.map(({ visibility }) => visibility),
    );
    // What the two formats or LibreOffice itself write differently.
    const different = new Set(['D1', 'A5', 'A6', 'A7', 'H5', 'J3', 'J4', 'J5', 'J6']);
    const same = (grid: Grid | undefined): string[] =>
      cellsOf(grid).filter((cell) => {
        const [row, column] = JSON.parse(cell) as [number, number];
        return !different.has('ABCDEFGHIJ'.charAt(column) + String(row + 1));
      });
    expect(same(binary.sheets[0])).toEqual(same(zipped.sheets[0]));
    expect(same(binary.sheets[0]).length).toBeGreaterThan(35);
    expect(binary.sheets[0]?.merges).toEqual(zipped.sheets[0]?.merges);
    expect(binary.sheets[0]?.hiddenRows).toEqual(zipped.sheets[0]?.hiddenRows);
    expect(binary.sheets[0]?.hiddenColumns).toEqual(zipped.sheets[0]?.hiddenColumns);
  });

  test('truth values, array formulas and other workbooks', async () => {
    const [cells] = (await readGrids(specimen('features-libreoffice.xls'))).sheets;
    expect(valuesAt(cells, ['A5', 'A6', 'A7', 'H4'])).toEqual([
      true,
      false,
      { error: '#REF!' },
      '',
    ]);
    expect(formulasAt(cells, ['A5', 'C1', 'C3', 'D1', 'H5'])).toEqual([
      '=TRUE',
      '=A1:A3*2',
      '=A1:A3*2',
      "='[1]#REF'!A1",
      '=IF(A1>0,TRUE,FALSE)',
    ]);
  });

  test('an .et is read by what it is', async () => {
    const { sheets } = await readGrids(specimen('small.et'));
    expect(valuesAt(sheets[0], ['A1', 'B1', 'A2', 'B2'])).toEqual(['合计', 12.5, '教育', 25]);
    expect(at(sheets[0], 'B2')?.formula).toBe('=B1*2');
  });

  test('number formats do not leak from one file into the next', async () => {
    const before = await readGrids(specimen('small.xls'));
    await readGrids(specimen('features-libreoffice.xls'));
    expect(await readGrids(specimen('small.xls'))).toEqual(before);
  });

  test('names and texts that mean something to JavaScript', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([['__proto__', 'constructor', 1]]),
      '__proto__',
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet([['toString']]), 'constructor');
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
    const { sheets } = await readGrids(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(valuesAt(sheets[0], ['A1', 'B1', 'C1'])).toEqual(['__proto__', 'constructor', 1]);
  });
});

describe('compound files', () => {
  test('encrypted workbooks of both kinds', async () => {
    expect(await faultOf(specimen('encrypted.xls'))).toEqual({ code: 'encrypted' });
    expect(await faultOf(specimen('encrypted.xlsx'))).toEqual({ code: 'encrypted' });
  });

  test('documents of other programs are no workbooks', async () => {
    const content = new Uint8Array(5000);
    expect(await faultOf(compound({ WordDocument: content }))).toEqual(notWorkbook);
    expect(await faultOf(compound({ 'PowerPoint Document': content }))).toEqual(notWorkbook);
    // A workbook embedded in a document does not make it one.
    const embedded = compound({ '/ObjectPool/_1/Workbook': workbookStream('small.xls') });
    expect(await faultOf(embedded)).toEqual(notWorkbook);
  });

  test('workbooks older than Excel 97 are named', async () => {
    for (const minor of [0, 0x80]) {
      const begin = Uint8Array.of(9, 8, 8, 0, minor, 5, 5, 0, 0, 0, 0, 0);
      expect(await faultOf(compound({ Book: begin }))).toEqual({
        code: 'unsupportedFormat',
        format: 'Excel 5.0/95',
      });
    }
    expect(await faultOf(Uint8Array.of(9, 4, 6, 0, 0, 0, 16, 0, 0, 0))).toEqual({
      code: 'unsupportedFormat',
      format: 'Excel 2.0–4.0',
    });
  });

  test('cut files are truncated or corrupt, unless nothing of the workbook is cut off', async () => {
    const whole = specimen('features-libreoffice.xls');
    const grids = await readGrids(whole);
    let read = 0;
    for (let length = 1; length < whole.length; length += 211) {
      const cut = whole.subarray(0, length);
      const fault = await faultOf(cut);
      if (fault === 'read') {
        expect(await readGrids(cut)).toEqual(grids);
        read += 1;
      } else expect([corrupt, truncated]).toContainEqual(fault);
    }
    expect(read).toBeLessThan(10);
  });

  test('the last sector of the file may be short where the workbook is whole', async () => {
    const whole = compound({ Workbook: workbookStream('small.xls').slice() });
    const grids = await readGrids(whole);
    // The directory moves to the end of the file, where its last entry is cut.
    const view = new DataView(whole.buffer);
    const from = (view.getUint32(48, true) + 1) * 512;
    const moved = new Uint8Array(whole.length + 3 * 128 + 10);
    moved.set(whole);
    moved.set(whole.subarray(from, from + 3 * 128 + 10), whole.length);
    const copy = new DataView(moved.buffer);
    const sector = whole.length / 512 - 1;
    copy.setUint32(48, sector, true);
    copy.setUint32((copy.getUint32(76, true) + 1) * 512 + sector * 4, 0xfffffffe, true);
    expect(await readGrids(moved)).toEqual(grids);
  });

  test('tables that loop or lead nowhere end', async () => {
    const whole = specimen('features-libreoffice.xls');
    const view = new DataView(whole.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let entry = 0; entry < 16; entry += 1) {
      for (const next of [entry, 0, 0xfffffffc, 500]) {
        const copy = whole.slice();
        new DataView(copy.buffer).setUint32(table + entry * 4, next, true);
        const fault = await faultOf(copy);
        if (fault !== 'read') expect([corrupt, truncated, notWorkbook]).toContainEqual(fault);
      }
    }
    // A list of table sectors that names itself.
    const copy = whole.slice();
    copy.fill(0xff, 512 * 4, 512 * 5);
    new DataView(copy.buffer).setUint32(68, 3, true);
    new DataView(copy.buffer).setUint32(512 * 5 - 4, 3, true);
    expect(await faultOf(copy)).toEqual(corrupt);
  });
});

describe('records', () => {
  test.each<[string, number, (record: DataView) => void]>([
    [
      'a record longer than the stream',
      0x809,
      (record) => {
        record.setUint16(2, 60_000, true);
      },
    ],
    [
      'a sheet that is elsewhere',
      0x85,
      (record) => {
        record.setUint32(4, 7, true);
      },
    ],
    [
      'a cell beyond column IV',
      0x27e,
      (record) => {
        record.setUint16(6, 300, true);
      },
    ],
    [
      'a formula longer than its record',
      0x06,
      (record) => {
        record.setUint16(24, 1700, true);
      },
    ],
  ])('%s', async (_name, type, change) => {
    expect(await faultOf(changed(type, change))).toEqual(corrupt);
  });

  test('a stream that ends in the head of a part', async () => {
    const stream = workbookStream('small.xls');
    const begins = recordsOf(stream).filter(({ type }) => type === 0x809);
    for (let more = 4; more < 20; more += 1) {
      const cut = stream.slice(0, (begins.at(-1)?.offset ?? 0) + more);
      expect(await faultOf(compound({ Workbook: cut }))).toEqual(corrupt);
    }
  });

  test('manual calculation, and formulas that waited for it when the file was saved', async () => {
    const calculation = async (bytes: Uint8Array) => (await readGrids(bytes)).calculation;
    expect(await calculation(specimen('small.xls'))).toEqual({
      mode: 'automatic',
      isPending: false,
      fullOnLoad: false,
    });
    const withRecord = (type: number, words: readonly number[]): Uint8Array =>
      changedBook('small.xls', ([, sheet]) => sheet?.splice(1, 0, record(type, words)));
    expect(await calculation(withRecord(0x0d, [0]))).toMatchObject({ mode: 'manual' });
    expect(await calculation(withRecord(0x0d, [0xffff]))).toMatchObject({ mode: 'automatic' });
    expect(await calculation(withRecord(0x5e, [0]))).toMatchObject({ isPending: true });
  });

  test('the unchanged stream is read', async () => {
    expect(await faultOf(compound({ Workbook: workbookStream('small.xls') }))).toBe('read');
  });
});
