/** How do the cells of a workbook look, and which are locked? Read once, when it is opened. */
import type { Grid } from '../../domain/grid';
import { attr, child, childrenNamed, flag, numberAttr } from '../../workbook/ooxml/xml';
import type { CellLook as StyleLook } from '../../workbook/ooxml/styles';
import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import type { BookLooks, LookStyle, SheetLooks } from './bookFiles';

/** @param grids the sheets whose looks are asked for, in this order */
export function readLooks(workbook: Workbook, grids: readonly Grid[]): BookLooks {
  const numbers = new Map<number, number>();
  const styles: LookStyle[] = [];
  const numberOf = (index: number): number => {
    let number = numbers.get(index);
    if (number === undefined) {
      number = styles.push(lookStyle(workbook.styles.look(index))) - 1;
      numbers.set(index, number);
    }
    return number;
  };
  // Style 0 is that of cells of which nothing is said.
  numberOf(0);
  return {
    styles,
    sheets: grids.map(({ name }) => {
      const sheet = workbook.sheetNamed(name);
      return sheet === undefined ? nothing : sheetLooks(sheet, numberOf);
    }),
  };
}

const nothing: SheetLooks = {
  cells: [],
  rowStyles: new Map(),
  columns: [],
  defaultWidth: 8.43,
  rowHeights: new Map(),
  protection: null,
};

function sheetLooks(sheet: Sheet, numberOf: (index: number) => number): SheetLooks {
  const cells: (number | undefined)[][] = [];
  for (const [row, line] of sheet.cells) {
    const numbers: (number | undefined)[] = [];
    for (const [column, { style }] of line) numbers[column] = numberOf(style);
    cells[row] = numbers;
  }
  const rowStyles = new Map<number, number>();
  const rowHeights = new Map<number, number>();
  for (const [row, attributes] of sheet.rows) {
    const [style, height] = [Number(attributes.get('s') ?? 0), Number(attributes.get('ht'))];
    if (attributes.get('customFormat') === '1') rowStyles.set(row, numberOf(style));
    if (height > 0) rowHeights.set(row, height);
  }
  const columns = childrenNamed(child(sheet.root, 'cols') ?? sheet.root, 'col').map((node) => {
    const style = numberAttr(node, 'style');
    return {
      first: (numberAttr(node, 'min') ?? 1) - 1,
      last: (numberAttr(node, 'max') ?? 1) - 1,
      style: style === undefined ? null : numberOf(style),
      width: numberAttr(node, 'width') ?? null,
    };
  });
  const protection = child(sheet.root, 'sheetProtection');
  return {
    cells,
    rowStyles,
    columns,
    defaultWidth: sheet.defaultColumnWidth(),
    rowHeights,
    protection:
      protection !== undefined && sheet.protected
        ? // The attribute says what is forbidden.
          {
            allowsFormats:
              attr(protection, 'formatCells') !== undefined &&
              !flag(protection, 'formatCells', true),
          }
        : null,
  };
}

function lookStyle(look: StyleLook): LookStyle {
  const { font, borders } = look;
  const hasLine = (side: keyof typeof borders) => borders[side].style !== 'none';
  return {
    bold: font.bold,
    italic: font.italic,
    fontSize: font.size,
    color: font.color === '#000000' ? null : font.color,
    fill: look.fill ?? null,
    horizontal: horizontalOf(look.horizontal),
    vertical: look.vertical === 'top' ? 'top' : look.vertical === 'bottom' ? 'bottom' : 'center',
    wraps: look.wrapText,
    lines: {
      top: hasLine('top'),
      right: hasLine('right'),
      bottom: hasLine('bottom'),
      left: hasLine('left'),
      diagonal: hasLine('diagonalDown'),
    },
    numberFormat: look.numberFormat,
    locked: look.locked,
  };
}

function horizontalOf(horizontal: string): LookStyle['horizontal'] {
  switch (horizontal) {
    case 'left':
    case 'fill':
    case 'justify':
      return 'left';
    case 'right':
      return 'right';
    case 'center':
    case 'centerContinuous':
    case 'distributed':
      return 'center';
    default:
      return 'general';
  }
}
