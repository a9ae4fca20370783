/** Opened, one figure changed, saved: does the copy hold that and what follows from it, and all else byte for byte? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import {
  cellAddress,
  isCellError,
  type Cell,
  type Grid,
  type WorkbookGrids,
} from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { Figure } from '../../../src/domain/returns/tableView';
import { tablesOfReturn, viewReturns } from '../../../src/domain/returns/unitReturn';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { readZipDirectory } from '../../../src/files/zip/directory';
import { directFiles } from '../../../src/page/book/directFiles';
import { openBook } from '../../../src/page/book/openBook';
import { valueOf } from '../../ports/openedWorkbook';
import { settings } from '../../domain/forms';
import { listSpecimens } from '../../specimens/expectation';

const folder = join(__dirname, '../../specimens');
const specimens = listSpecimens(folder);

/** The parts of a zip by name, inflated. */
function partsOf(bytes: Uint8Array): Map<string, Buffer> {
  return new Map(
    readZipDirectory(bytes).map(({ name, deflated, dataStart, storedSize }) => {
      const data = bytes.subarray(dataStart, dataStart + storedSize);
      return [name, deflated ? inflateRawSync(data) : Buffer.from(data)];
    }),
  );
}

/** The texts of a part's cells, and what stands beside them. */
function cellsAndRest(text: string): { cells: Map<string, string>; rest: string } {
  const cells = new Map<string, string>();
  const rest = text.replace(
    /<((?:\w+:)?c)(?:\s[^>]*?)?(?:\/>|>[\s\S]*?<\/\1>)/g,
    (cell: string) => {
      cells.set(/\sr="([^"]*)"/.exec(cell)?.[1] ?? String(cells.size), cell);
      return '';
    },
  );
  return { cells, rest };
}

function typedFigures(workbook: WorkbookGrids): Figure[] {
  return viewReturns(recogniseWorkbook(workbook).returns, workbook)
    .flatMap((unit) => tablesOfReturn(unit).flatMap(({ figures }) => [...figures]))
    .filter(({ cell, formula }) => typeof cell?.value === 'number' && formula === null);
}

/** What stands in a sheet, cell by cell. */
function contentsOf({ name, rows }: Grid): string[] {
  const found: string[] = [];
  rows.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (cell === undefined) return;
      found.push(`${name}!${cellAddress(row, column)} ${textOf(cell)}`);
    });
  });
  return found;
}

function textOf({ value, formula, numberFormat }: Cell): string {
  return JSON.stringify([isCellError(value) ? value.error : value, formula, numberFormat]);
}

/** Addresses at which two sheets differ. */
function differing(one: Grid | undefined, other: Grid | undefined): string[] {
  const found: string[] = [];
  const rows = Math.max(one?.rows.length ?? 0, other?.rows.length ?? 0);
  for (let row = 0; row < rows; row += 1) {
    const [was, is] = [one?.rows[row] ?? [], other?.rows[row] ?? []];
    for (let column = 0; column < Math.max(was.length, is.length); column += 1) {
      const [before, after] = [was[column], is[column]];
      if (before === after) continue;
      if (before && after && textOf(before) === textOf(after)) continue;
      found.push(cellAddress(row, column));
    }
  }
  return found;
}

/** Opens a specimen and puts one more into its first typed figure; null where that is not to be had. */
async function changed(name: string) {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const kept = bytes.slice();
  const read = await readWorkbook(bytes);
  const opened = await openBook({ name, bytes }, directFiles);
  if (!read.ok || !opened.ok) {
    expect(opened.ok ? null : opened.fault).toEqual(read.ok ? null : read.fault);
    return null;
  }
  const book = opened.value;
  const figure = typedFigures(read.value).find(
    ({ table, row, column }) =>
      book.sheets.find((sheet) => sheet.name === table.sheet)?.whyFixed(row, column) === null,
  );
  if (figure === undefined) return null;
  const place = { sheet: figure.table.sheet, cell: figure.address };
  valueOf(book.enter(place, String(Number(figure.cell?.value) + 1)));
  expect(book.changed).toBe(true);
  const copy = valueOf(await book.copy({ language: 'zh-CN' }));
  // The file itself is never written.
  expect(Buffer.compare(bytes, kept)).toBe(0);
  const again = valueOf(await readWorkbook(copy.bytes));
  const now = valueOf(await book.port.readWorkbook());
  return { book, bytes, read: read.value, now, copy, again, place };
}

/** Specimens that hold no figure to be changed are passed over; these were not. */
let compared = 0;
/** Findings in copies of clean workbooks in which one figure is another one. */
let found = 0;

afterAll(() => {
  expect(compared).toBeGreaterThan(150);
  expect(found).toBeGreaterThan(5);
});

const workbooks = specimens.filter((name) => /\.xls[xm]$/.test(name));

test('there are many workbooks to open', () => {
  expect(workbooks.length).toBeGreaterThan(100);
});

test.each(workbooks)(
  '%s: the figure and what is added up of it, and nothing else',
  async (name) => {
    const made = await changed(name);
    if (made === null) return;
    const { bytes, read, now, copy, again, place } = made;
    expect(again.sheets.map(contentsOf)).toEqual(now.sheets.map(contentsOf));

    const [before, after] = [partsOf(bytes), partsOf(copy.bytes)];
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const others = [...before.keys()].filter((part) => {
      const other = after.get(part);
      return other === undefined || Buffer.compare(before.get(part) ?? other, other) !== 0;
    });
    const expected = read.sheets.flatMap((sheet) =>
      differing(
        sheet,
        now.sheets.find((one) => one.name === sheet.name),
      ),
    );
    expect(expected).toContain(place.cell);
    const changes: string[] = [];
    for (const part of others.filter((one) => !one.endsWith('workbook.xml'))) {
      const was = cellsAndRest(String(before.get(part)));
      const is = cellsAndRest(String(after.get(part)));
      expect(is.rest).toBe(was.rest);
      for (const [address, text] of is.cells) {
        if (was.cells.get(address) !== text) changes.push(address);
      }
    }
    expect(changes.sort()).toEqual(expected.sort());
    compared += 1;
  },
);

const clean = specimens.filter((name) => /^clean\/.*\.xls[xm]?$/.test(name));

test.each(clean)('%s: the copy is found to be what the workbook was found to be', async (name) => {
  const made = await changed(name);
  if (made === null) return;
  const { now, again } = made;
  const told = (workbook: WorkbookGrids) => {
    const { calculation } = now;
    const sheets = { ...workbook, ...(calculation !== undefined && { calculation }) };
    return checkWorkbook(sheets, settings).findings.map(({ id, sheet, cells }) => [
      id,
      sheet,
      cells,
    ]);
  };
  expect(told(again)).toEqual(told(now));
  found += told(again).length;
});

const old = specimens.filter((name) => /\.(?:xls|et)$/.test(name));

test.each(old)('%s: the cells, merged areas and hidden rows are in the .xlsx', async (name) => {
  const made = await changed(name);
  if (made === null) return;
  const { now, again, copy, book } = made;
  expect(copy.name).toMatch(/（修改稿）\.xlsx$/);
  expect(copy.notes[0]).toMatchObject({ kind: 'madeFromCells', from: book.kind });
  const known = (grid: Grid) => contentsOf(grid).map((text) => text.replace('"=?"', 'null'));
  expect(again.sheets.map(known)).toEqual(now.sheets.map(known));
  const shape = ({ name: sheet, visibility, hiddenRows }: Grid) => [
    sheet,
    visibility,
    [...hiddenRows].sort((a, b) => a - b),
  ];
  expect(again.sheets.map(shape)).toEqual(now.sheets.map(shape));
  const merges = (all: readonly { merges: Grid['merges'] }[]) =>
    all.map((one) => [...(one.merges ?? [])].map(({ top, left }) => cellAddress(top, left)).sort());
  expect(merges(again.sheets)).toEqual(merges(book.sheets));
});
