// How do cells look, and how does an add-in change that?

import type { StyleChange } from '../../../workbook/ooxml/styles';
import { setAttr } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Described } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import { boundedTo } from '../session';
import type { Areas } from './areas';
import {
  readBoolean,
  readColour,
  readInteger,
  readNumber,
  readOneOf,
  readText,
  restyle,
  uniform,
  uniformLook,
} from './areas';
import { rangeBorderCollectionType } from './range-borders';
import { pointsOfWidth, widthOfPoints } from './sizes';

/** Excel.HorizontalAlignment ↔ ECMA-376 ST_HorizontalAlignment. */
const HORIZONTAL = {
  General: 'general',
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const;
const VERTICAL = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
  Justify: 'justify',
  Distributed: 'distributed',
} as const;
const UNDERLINE = {
  None: 'none',
  Single: 'single',
  Double: 'double',
  SingleAccountant: 'singleAccounting',
  DoubleAccountant: 'doubleAccounting',
} as const;

function fromFile(map: Readonly<Record<string, string>>, value: string | null): string | null {
  return Object.keys(map).find((key) => map[key] === value) ?? null;
}
function toFile(map: Readonly<Record<string, string>>, value: Json): string {
  return map[readOneOf(value, Object.keys(map))] ?? '';
}

const fontChange =
  (
    key: 'bold' | 'italic' | 'strikethrough' | 'underline' | 'color' | 'name' | 'size',
    read: (v: Json) => string | number | boolean,
  ) =>
  (areas: Areas, value: Json, session: Session): void => {
    restyle(areas, session, { part: 'font', key, value: read(value) });
  };

const fontSize = (value: Json): number => {
  const size = readNumber(value);
  return size >= 1 && size <= 409 ? size : refuse('InvalidArgument', `font size ${size}`);
};

export const rangeFontType: Described<Areas> = describeType<Areas>({
  name: 'RangeFont',
  since: '1.1',
  scalars: {
    Bold: {
      read: (a, s) => uniformLook(a, s, (l) => l.font.bold),
      write: fontChange('bold', readBoolean),
    },
    Color: {
      read: (a, s) => uniformLook(a, s, (l) => l.font.color),
      write: fontChange('color', readColour),
    },
    Italic: {
      read: (a, s) => uniformLook(a, s, (l) => l.font.italic),
      write: fontChange('italic', readBoolean),
    },
    Name: {
      read: (a, s) => uniformLook(a, s, (l) => l.font.name),
      write: fontChange('name', readText),
    },
    Size: {
      read: (a, s) => uniformLook(a, s, (l) => l.font.size),
      write: fontChange('size', fontSize),
    },
    Strikethrough: {
      since: '1.9',
      read: (a, s) => uniformLook(a, s, (l) => l.font.strikethrough),
      write: fontChange('strikethrough', readBoolean),
    },
    Underline: {
      read: (a, s) =>
        fromFile(
          UNDERLINE,
          uniformLook(a, s, (l) => l.font.underline),
        ),
      write: fontChange('underline', (value) => toFile(UNDERLINE, value)),
    },
  },
});

export const rangeFillType: Described<Areas> = describeType<Areas>({
  name: 'RangeFill',
  since: '1.1',
  scalars: {
    Color: {
      read: (a, s) => uniformLook(a, s, (l) => l.fill ?? '#FFFFFF'),
      write: (a, value, s) => {
        restyle(a, s, { part: 'fill', color: readColour(value) });
      },
    },
    Pattern: {
      since: '1.9',
      read: (a, s) =>
        fromFile(
          { None: 'none', Solid: 'solid', Gray125: 'gray125' },
          uniformLook(a, s, (l) => l.pattern),
        ),
    },
  },
  methods: {
    Clear: {
      call: (a, _, s) => {
        restyle(a, s, { part: 'fill', color: undefined });
        return null;
      },
    },
  },
});

export const formatProtectionType: Described<Areas> = describeType<Areas>({
  name: 'FormatProtection',
  since: '1.2',
  scalars: {
    FormulaHidden: {
      read: (a, s) => uniformLook(a, s, (l) => l.formulaHidden),
      write: protect('hidden'),
    },
    Locked: { read: (a, s) => uniformLook(a, s, (l) => l.locked), write: protect('locked') },
  },
});

function protect(key: 'locked' | 'hidden') {
  return (areas: Areas, value: Json, session: Session): void => {
    if (areas.sheet.protected) refuse('AccessDenied', `${areas.sheet.name} is protected`);
    restyle(areas, session, { part: 'protection', key, value: readBoolean(value) });
  };
}

type AlignmentKey = Extract<StyleChange, { part: 'alignment' }>['key'];
const align =
  (key: AlignmentKey, read: (value: Json) => string | number | boolean) =>
  (areas: Areas, value: Json, session: Session): void => {
    restyle(areas, session, { part: 'alignment', key, value: read(value) });
  };

const indent = (value: Json): number => {
  const level = readInteger(value);
  return level >= 0 && level <= 250 ? level : refuse('InvalidArgument', `indent ${level}`);
};

export const rangeFormatType: Described<Areas> = describeType<Areas>({
  name: 'RangeFormat',
  since: '1.1',
  scalars: {
    ColumnWidth: {
      since: '1.2',
      read: (a) => uniform(a, (_, column) => pointsOfWidth(a.sheet.columnWidth(column))),
      write: (a, value, s) => {
        const points = readNumber(value);
        if (points < 0 || points > 1790) refuse('InvalidArgument', `width ${points}`);
        s.guardPermission(a.sheet, 'formatColumns');
        for (const rect of a.rects) {
          a.sheet.editColumns(rect.left, rect.right, (col) => {
            setAttr(col, 'width', widthOfPoints(points));
            setAttr(col, 'customWidth', true);
          });
        }
        s.announce({ kind: 'layout', sheet: a.sheet });
      },
    },
    HorizontalAlignment: {
      read: (a, s) =>
        fromFile(
          HORIZONTAL,
          uniformLook(a, s, (l) => l.horizontal),
        ),
      write: align('horizontal', (value) => toFile(HORIZONTAL, value)),
    },
    IndentLevel: {
      since: '1.9',
      read: (a, s) => uniformLook(a, s, (l) => l.indent),
      write: align('indent', indent),
    },
    RowHeight: {
      since: '1.2',
      read: (a) => uniform(a, (row) => a.sheet.rowHeight(row)),
      write: (a, value, s) => {
        const points = readNumber(value);
        if (points < 0 || points > 409.5) refuse('InvalidArgument', `height ${points}`);
        s.guardPermission(a.sheet, 'formatRows');
        for (const rect of a.rects) {
          const last = boundedTo(a.sheet, rect).bottom;
          for (let row = rect.top; row <= last; row++) {
            a.sheet.editRow(row).set('ht', String(points)).set('customHeight', '1');
          }
        }
        s.announce({ kind: 'layout', sheet: a.sheet });
      },
    },
    ShrinkToFit: {
      since: '1.9',
      read: (a, s) => uniformLook(a, s, (l) => l.shrinkToFit),
      write: align('shrinkToFit', readBoolean),
    },
    VerticalAlignment: {
      read: (a, s) =>
        fromFile(
          VERTICAL,
          uniformLook(a, s, (l) => l.vertical),
        ),
      write: align('vertical', (value) => toFile(VERTICAL, value)),
    },
    WrapText: {
      read: (a, s) => uniformLook(a, s, (l) => l.wrapText),
      write: align('wrapText', readBoolean),
    },
  },
  navigations: {
    Borders: { open: (a) => rangeBorderCollectionType(a) },
    Fill: { open: (a) => rangeFillType(a) },
    Font: { open: (a) => rangeFontType(a) },
    Protection: { since: '1.2', open: (a) => formatProtectionType(a) },
  },
});
