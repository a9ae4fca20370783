/**
 * How are the twelve files made that a city's bureau might get, with the usual troubles, and the one
 * workbook with all of them as sheets? Run `npx tsx test/sets/make/twelveUnits.ts`; tests, the workbench
 * and the README use the committed files. Units and figures are invented: the public pair made smaller.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { cellAddress, parseAddress } from '../../../src/domain/grid';
import type { SheetLayout } from '../../../src/domain/template/layout';
import { writeSheets } from '../../../src/files/writeSheets';
import type { CountyPlan } from '../countyFigures';
import { countyFigures, countyLayouts, sumOfCounties } from '../countyFigures';

const folder = join(__dirname, '../twelve');

type Contents = Readonly<Record<string, string | number>>;

function changed(layouts: readonly SheetLayout[], first: Contents): SheetLayout[] {
  return layouts.map((layout, index) => {
    if (index > 0) return layout;
    const cells = new Map(layout.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
    for (const [address, content] of Object.entries(first)) {
      const place = parseAddress(address);
      if (place === null) throw new Error(address);
      cells.set(address, { ...place, content });
    }
    return { ...layout, cells: [...cells.values()] };
  });
}

/** The sheets of all files, called after them. */
const inOne: SheetLayout[] = [];

async function make(file: string, layouts: readonly SheetLayout[]): Promise<void> {
  const called = file.replace(/^\d+ |财政局|\.xlsx?$/g, '').replace('（修改稿）', '改');
  layouts.forEach((layout, index) => {
    inOne.push({ ...layout, name: `${called}表${index + 1}` });
  });
  const bytes = await writeSheets(layouts);
  const isOld = file.endsWith('.xls');
  const old = () =>
    new Uint8Array(write(read(bytes), { bookType: 'biff8', type: 'array' }) as ArrayBuffer);
  writeFileSync(join(folder, file), isOld ? old() : bytes);
}

async function makeAll(): Promise<void> {
  const typed = (name: string, seed: number, more: Partial<CountyPlan> = {}) =>
    countyLayouts({ name, figures: countyFigures(seed), totals: 'typed', ...more });
  const valueOf = (layouts: readonly SheetLayout[], address: string): number => {
    const place = parseAddress(address);
    const cell = layouts[0]?.cells.find(
      ({ row, column }) => row === place?.row && column === place.column,
    );
    return Number(cell?.content);
  };
  await make('01 甲县财政局.xlsx', typed('甲县财政局', 1, { totals: 'formulas' }));
  await make('02 乙县财政局.xlsx', typed('乙县财政局', 2, { currency: 'yuan' }));
  await make('03 丙县财政局.xlsx', typed('丙县财政局', 3, { edition: 'later' }));
  // A total of which two digits were exchanged.
  const wrong = typed('丁县财政局', 4);
  const digits = String(valueOf(wrong, 'K12')).split('');
  const at = digits.findIndex((digit, index) => {
    const next = digits[index + 1];
    return next !== undefined && /\d/.test(digit) && /\d/.test(next) && digit !== next;
  });
  [digits[at], digits[at + 1]] = [digits[at + 1] ?? '', digits[at] ?? ''];
  await make('04 丁县财政局.xlsx', changed(wrong, { K12: Number(digits.join('')) }));
  // A label of the county's own.
  await make(
    '05 戊县财政局.xlsx',
    changed(typed('戊县财政局', 5), { A23: '其他（含民办教育补助）支出事项' }),
  );
  // Table 2 was forgotten.
  await make('06 己县财政局.xlsx', typed('己县财政局', 6).slice(0, 1));
  // Last year's tables.
  await make('07 庚县财政局.xlsx', typed('庚县财政局', 7, { year: 2018 }));
  // Two versions of one unit.
  await make('08 辛县财政局.xlsx', typed('辛县财政局', 8));
  await make('09 辛县财政局（修改稿）.xlsx', typed('辛县财政局', 9));
  await make('10 壬县财政局.xls', typed('壬县财政局', 10));
  // Figures kept as text.
  const texts = typed('癸县财政局', 11);
  const text = Object.fromEntries(
    ['C5', 'C6', 'D6'].flatMap((address) =>
      Number.isNaN(valueOf(texts, address)) ? [] : [[address, String(valueOf(texts, address))]],
    ),
  );
  await make('11 癸县财政局.xlsx', changed(texts, text));
  // The city's own sum of some of them, sent along.
  const parts = [1, 2, 3, 10].map(countyFigures);
  await make('12 全市汇总.xlsx', typed('某市财政局', 0, { figures: sumOfCounties(parts) }));
  writeFileSync(join(folder, '../twelve.xlsx'), await writeSheets(inOne));
  writeFileSync(
    join(folder, '名单.txt'),
    Array.from('甲乙丙丁戊己庚辛壬癸子')
      .map((name) => `${name}县财政局\n`)
      .join(''),
  );
}

void makeAll();
