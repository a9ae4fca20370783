/** What stands in the rows between the headings and the first line: column numbers, or units? */
import type { FormSet } from '../forms/form';
import { measures } from '../forms/terms';
import type { Grid } from '../grid';
import { cellAt } from '../grid';
import { compact } from './characters';
import { namesUnits } from './currencyUnit';
import type { FoundHeader } from './headerColumns';
import type { HeadingText } from './headerColumns';
import { readLineLabel } from './labels';

/** Labels of a row that numbers the columns. */
const numberLabels = /^(?:栏次|行次|序号|编号|列次|栏号|列号|栏目|代码|计算关系|[甲乙丙丁])$/;

/** Fewest numbers in a row that make it one of column numbers whatever its label says. */
const clearlyNumbered = 2 * measures.length;

/** True for a row that numbers the columns: 甲 1 2 3 …, ① ② ③, （1）…, A B C, 栏次. */
export function isColumnNumbers(
  grid: Grid,
  row: number,
  header: FoundHeader,
  labelColumn: number,
  forms: FormSet,
): boolean {
  const label = compact(textAt(grid, row, labelColumn));
  const named = numberLabels.test(label);
  const figures = figureTexts(grid, row, header);
  if (named && figures.length === 0) return true;
  if (/^(?:栏次|行次|序号|编号|列次|栏号|计算关系|计算公式)$/.test(label)) return true;
  if (readLineLabel(label, forms).length > 0) return false;
  const isBlankOrNamed = label === '' || named;
  if (isBlankOrNamed && figures.length > 0 && figures.every(({ text }) => howComputed.test(text))) {
    return true;
  }
  const romans = figures.map(({ text }) => romanOf(text));
  const ordinals = romans.every((roman) => roman !== null)
    ? romans
    : figures.map(({ text }) => ordinalOf(text));
  const isNumbered = ordinals.every((ordinal, at) => {
    const before = at === 0 ? null : (ordinals[at - 1] ?? null);
    return ordinal !== null && (before === null || ordinal === before + 1 || ordinal === 1);
  });
  if (!isNumbered) return false;
  const first = ordinals[0] ?? null;
  const own = ordinalOf(label);
  const isStart = first === 1 || (own !== null && first === own + 1);
  if (isBlankOrNamed || own !== null) return isStart && figures.length >= 3;
  return isStart && figures.length >= clearlyNumbered;
}

/** True for a row that names the units of the columns: （个）（万元）…. */
export function isUnitsRow(
  grid: Grid,
  row: number,
  header: FoundHeader,
  labelColumn: number,
): boolean {
  const label = compact(textAt(grid, row, labelColumn));
  if (label !== '' && !/单位|服务|领域|类别|科目|项目/.test(label) && !namesUnits(label))
    return false;
  const figures = figureTexts(grid, row, header);
  return figures.length > 0 && figures.every(({ text }) => namesUnits(text));
}

/** Texts that stand in the figure columns of a row, numbers written out. */
export function figureTexts(grid: Grid, row: number, header: FoundHeader): HeadingText[] {
  const texts: HeadingText[] = [];
  for (let column = header.firstColumn; column <= header.lastColumn; column += 1) {
    const text = compact(textAt(grid, row, column));
    if (text !== '') texts.push({ text, position: { row, column } });
  }
  return texts;
}

/** A cell's text, a number written out; empty for anything else. */
export function textAt(grid: Grid, row: number, column: number): string {
  const value = cellAt(grid, row, column)?.value;
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

const chineseNumbers = '一二三四五六七八九十';
const romanNumbers = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
];

/** How one numbered column comes from others: 9=1+5, (①=⑤+⑨). */
const howComputed = /^\(?\d{1,2}\)?=[\d+\-*/×÷()]+$/;

/** The number of a Roman numeral, from 1, or null. */
function romanOf(text: string): number | null {
  const index = romanNumbers.indexOf(text.replace(/[()]/g, '').toUpperCase());
  return index < 0 ? null : index + 1;
}

/** Which number, from 1, a text is that numbers a column: 1, (1), ①, 第1栏, A, 一, 9=1+5; or null. */
function ordinalOf(text: string): number | null {
  const bare = text
    .replace(/=[\d+\-()（）]+$/, '')
    .replace(/^[([【第栏列]+|[)\]】.、栏列]+$/g, '')
    .replace(/=.*$/, '');
  if (/^\d{1,2}$/.test(bare)) return Number(bare);
  if (bare.length === 1 && chineseNumbers.includes(bare)) return chineseNumbers.indexOf(bare) + 1;
  if (/^十[一二三四五六七八九]$/.test(bare)) return 11 + chineseNumbers.indexOf(bare.slice(1));
  const roman = romanNumbers.indexOf(bare);
  if (roman > 0) return roman + 1;
  if (/^[A-Z]$/i.test(bare)) return bare.toUpperCase().charCodeAt(0) - 64;
  return null;
}
