/** The twelve files that a city's bureau might get, as the user would choose them. */
import type { ChosenFile } from '../../../src/taskpane/consolidate/GivenUnits';
import f01 from '../../sets/twelve/01 甲县财政局.xlsx';
import f02 from '../../sets/twelve/02 乙县财政局.xlsx';
import f03 from '../../sets/twelve/03 丙县财政局.xlsx';
import f04 from '../../sets/twelve/04 丁县财政局.xlsx';
import f05 from '../../sets/twelve/05 戊县财政局.xlsx';
import f06 from '../../sets/twelve/06 己县财政局.xlsx';
import f07 from '../../sets/twelve/07 庚县财政局.xlsx';
import f08 from '../../sets/twelve/08 辛县财政局.xlsx';
import f09 from '../../sets/twelve/09 辛县财政局（修改稿）.xlsx';
import f10 from '../../sets/twelve/10 壬县财政局.xls';
import f11 from '../../sets/twelve/11 癸县财政局.xlsx';
import f12 from '../../sets/twelve/12 全市汇总.xlsx';

const files: Readonly<Record<string, Uint8Array>> = {
  '01 甲县财政局.xlsx': f01,
  '02 乙县财政局.xlsx': f02,
  '03 丙县财政局.xlsx': f03,
  '04 丁县财政局.xlsx': f04,
  '05 戊县财政局.xlsx': f05,
  '06 己县财政局.xlsx': f06,
  '07 庚县财政局.xlsx': f07,
  '08 辛县财政局.xlsx': f08,
  '09 辛县财政局（修改稿）.xlsx': f09,
  '10 壬县财政局.xls': f10,
  '11 癸县财政局.xlsx': f11,
  '12 全市汇总.xlsx': f12,
};

/** Those whose names begin with one of the numbers; all where none is given. */
export function twelve(...numbers: readonly string[]): ChosenFile[] {
  return Object.entries(files)
    .filter(([name]) => numbers.length === 0 || numbers.some((number) => name.startsWith(number)))
    .map(([name, bytes]) => ({ name, size: bytes.length, bytes: () => Promise.resolve(bytes) }));
}

/** A file that is no workbook. */
export const broken: ChosenFile = {
  name: '丑县（扫描件）.xlsx',
  size: 9,
  bytes: () => Promise.resolve(new TextEncoder().encode('%PDF-1.7\n')),
};

/** A file that takes for ever. */
export const endless: ChosenFile = {
  name: '寅县.xlsx',
  size: 9,
  bytes: () => new Promise(() => undefined),
};

/** The list of units that should be there. */
export const expected = Array.from('甲乙丙丁戊己庚辛壬癸子').map((name) => `${name}县财政局`);
