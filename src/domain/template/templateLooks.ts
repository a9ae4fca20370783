/** How does a template look and behave: fonts, lines, number formats, sizes, what may be typed where? */
import { amountMessages, projectCountMessages } from '../forms/templateTexts';
import type { CurrencyUnit } from '../forms/terms';
import { budgetBlocks, fenDecimals, measures } from '../forms/terms';
import type { CellRange } from '../grid';
import type { LayoutFormat, LayoutValidation } from './layout';
import {
  blockRow,
  figureColumn,
  firstFigureColumn,
  firstLineRow,
  headingRow,
  labelColumn,
  lastColumn,
  lastUnitColumn,
  measureRow,
  range,
  titleRow,
} from './templatePlaces';

const songTi = '宋体';
const heiTi = '黑体';

const widths = { label: 21, projectCount: 7.5 } as const;

/** Width of an amount column in characters: 99,999,999,999 yuan in each unit, to the fen. */
const amountWidths: Readonly<Record<CurrencyUnit, number>> = {
  yuan: 16.5,
  thousandYuan: 14.5,
  tenThousandYuan: 12,
  hundredMillionYuan: 12,
};

/** The number format of amounts: at least two decimals, at most to the fen; zero as a bare 0. */
export function amountFormat(currencyUnit: CurrencyUnit): string {
  const shown = `#,##0.00${'#'.repeat(fenDecimals[currencyUnit] - 2)}`;
  return `${shown};-${shown};0`;
}

/** The number format of project counts. */
export const projectCountFormat = '0';

/** The cells that are filled in: the lines' source blocks. */
function inputRanges(totalRow: number): { counts: CellRange[]; amounts: CellRange[] } {
  const blocks = [0, 1];
  return {
    counts: blocks.map((block) =>
      range(firstLineRow, figureColumn(block, 0), totalRow - 1, figureColumn(block, 0)),
    ),
    amounts: blocks.map((block) =>
      range(
        firstLineRow,
        figureColumn(block, 1),
        totalRow - 1,
        figureColumn(block, measures.length - 1),
      ),
    ),
  };
}

/** Formats of all cells, later ones over earlier ones. */
export function formats(
  totalRow: number,
  lastRow: number,
  currencyUnit: CurrencyUnit,
): LayoutFormat[] {
  const { counts, amounts } = inputRanges(totalRow);
  const open = [
    range(headingRow, labelColumn, headingRow, lastColumn),
    ...[...counts, ...amounts],
  ].map((area): LayoutFormat => ({ range: area, locked: false }));
  const figures = budgetBlocks.flatMap((_, block): LayoutFormat[] => [
    {
      range: range(firstLineRow, figureColumn(block, 0), totalRow, figureColumn(block, 0)),
      numberFormat: projectCountFormat,
    },
    {
      range: range(
        firstLineRow,
        figureColumn(block, 1),
        totalRow,
        figureColumn(block, measures.length - 1),
      ),
      numberFormat: amountFormat(currencyUnit),
    },
  ]);
  return [
    {
      range: range(titleRow, labelColumn, lastRow, lastColumn),
      fontName: songTi,
      fontSize: 10.5,
      vertical: 'center',
    },
    {
      range: range(titleRow, labelColumn, titleRow, lastColumn),
      fontName: heiTi,
      fontSize: 18,
      horizontal: 'center',
    },
    {
      range: range(headingRow, labelColumn, headingRow, lastUnitColumn),
      fontSize: 11,
      horizontal: 'left',
    },
    {
      range: range(headingRow, lastUnitColumn + 1, headingRow, lastColumn),
      fontSize: 11,
      horizontal: 'right',
    },
    { range: range(blockRow, labelColumn, totalRow, lastColumn), grid: true },
    {
      range: range(blockRow, firstFigureColumn, measureRow, lastColumn),
      horizontal: 'center',
      wrap: true,
    },
    {
      range: range(blockRow, labelColumn, measureRow, labelColumn),
      horizontal: 'left',
      wrap: true,
      diagonal: true,
    },
    {
      range: range(firstLineRow, labelColumn, totalRow, labelColumn),
      horizontal: 'center',
      wrap: true,
    },
    {
      range: range(firstLineRow, firstFigureColumn, totalRow, lastColumn),
      horizontal: 'right',
    },
    ...figures,
    {
      range: range(totalRow + 1, labelColumn, lastRow, lastColumn),
      fontSize: 10,
      horizontal: 'left',
      vertical: 'top',
      wrap: true,
    },
    ...open,
  ];
}

/** What may be typed into the input cells. */
export function validations(totalRow: number, currencyUnit: CurrencyUnit): LayoutValidation[] {
  const { counts, amounts } = inputRanges(totalRow);
  return [
    ...counts.map((area): LayoutValidation => ({
      range: area,
      type: 'wholeNumber',
      minimum: 0,
      ...projectCountMessages,
    })),
    ...amounts.map((area): LayoutValidation => ({
      range: area,
      type: 'decimal',
      minimum: 0,
      ...amountMessages(currencyUnit),
    })),
  ];
}

/** Column widths in characters. */
export function columnWidths(currencyUnit: CurrencyUnit): Map<number, number> {
  const found = new Map<number, number>([[labelColumn, widths.label]]);
  budgetBlocks.forEach((_, block) => {
    measures.forEach((measure, within) => {
      const width = measure === 'projectCount' ? widths.projectCount : amountWidths[currencyUnit];
      found.set(figureColumn(block, within), width);
    });
  });
  return found;
}

/** Rows that a text takes in a width of characters; a Chinese character is two wide. */
function textRows(text: string, width: number): number {
  return Math.max(1, Math.ceil((text.length * 2) / width));
}

/** Row heights in points. */
export function rowHeights(
  titles: readonly string[],
  totalRow: number,
  notes: readonly string[],
  currencyUnit: CurrencyUnit,
): Map<number, number> {
  const heights = new Map<number, number>([
    [titleRow, 38],
    [headingRow, 22],
    [blockRow, 22],
    [measureRow, 22],
    [totalRow, 22],
  ]);
  // Six lines leave room on the page that nineteen need.
  const lineHeight = titles.length > 10 ? 22 : 42;
  titles.forEach((title, index) => {
    const rows = textRows(title, widths.label - 1);
    heights.set(firstLineRow + index, Math.max(lineHeight, rows * 15));
  });
  if (titles.length <= 10) heights.set(totalRow, lineHeight);
  const width = [...columnWidths(currencyUnit).values()].reduce((sum, each) => sum + each, 0);
  notes.forEach((note, index) => {
    heights.set(totalRow + 1 + index, textRows(note, width) * 14 + 4);
  });
  return heights;
}
