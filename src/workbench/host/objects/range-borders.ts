// Which lines are drawn around and inside a range, and how does an add-in draw them?

import type { BorderLook, BorderSide } from '../../../workbook/ooxml/styleParts';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Described, HostObject } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import type { Areas } from './areas';
import { readColour, readInteger, readOneOf, restyle, uniformLook } from './areas';

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
type SideIndex = (typeof SIDES)[number];

/** Excel's line style and weight ↔ ECMA-376 ST_BorderStyle. */
const LINES: readonly (readonly [style: string, weight: string, file: string])[] = [
  ['None', 'Thin', 'none'],
  ['Continuous', 'Thin', 'thin'],
  ['Continuous', 'Hairline', 'hair'],
  ['Continuous', 'Medium', 'medium'],
  ['Continuous', 'Thick', 'thick'],
  ['Dash', 'Thin', 'dashed'],
  ['Dash', 'Medium', 'mediumDashed'],
  ['DashDot', 'Thin', 'dashDot'],
  ['DashDot', 'Medium', 'mediumDashDot'],
  ['DashDotDot', 'Thin', 'dashDotDot'],
  ['DashDotDot', 'Medium', 'mediumDashDotDot'],
  ['Dot', 'Thin', 'dotted'],
  ['Double', 'Thick', 'double'],
  ['SlantDashDot', 'Medium', 'slantDashDot'],
];
const LINE_STYLES = [...new Set(LINES.map(([style]) => style))];
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'];

interface Border {
  readonly areas: Areas;
  readonly side: SideIndex;
}

/** The cells a border of a range belongs to, and on which of their sides it lies. */
function borderCells(border: Border): { areas: Areas; side: BorderSide }[] {
  const { sheet, rects } = border.areas;
  const on = (side: BorderSide, pick: (r: (typeof rects)[number]) => (typeof rects)[number]) => ({
    areas: { sheet, rects: rects.map(pick).filter((r) => r.top <= r.bottom && r.left <= r.right) },
    side,
  });
  switch (border.side) {
    case 'EdgeTop':
      return [on('top', (r) => ({ ...r, bottom: r.top }))];
    case 'EdgeBottom':
      return [on('bottom', (r) => ({ ...r, top: r.bottom }))];
    case 'EdgeLeft':
      return [on('left', (r) => ({ ...r, right: r.left }))];
    case 'EdgeRight':
      return [on('right', (r) => ({ ...r, left: r.right }))];
    case 'InsideHorizontal':
      return [
        on('bottom', (r) => ({ ...r, bottom: r.bottom - 1 })),
        on('top', (r) => ({ ...r, top: r.top + 1 })),
      ];
    case 'InsideVertical':
      return [
        on('right', (r) => ({ ...r, right: r.right - 1 })),
        on('left', (r) => ({ ...r, left: r.left + 1 })),
      ];
    case 'DiagonalDown':
      return [on('diagonalDown', (r) => r)];
    case 'DiagonalUp':
      return [on('diagonalUp', (r) => r)];
  }
}

function readBorder<T extends Json>(
  border: Border,
  s: Session,
  pick: (look: BorderLook) => T,
): T | null {
  const [first] = borderCells(border);
  return first ? uniformLook(first.areas, s, (look) => pick(look.borders[first.side])) : null;
}

function drawBorder(border: Border, s: Session, change: { style?: string; color?: string }): void {
  for (const { areas, side } of borderCells(border)) {
    restyle(areas, s, { part: 'border', side, ...change });
  }
}

const lineOf = (file: string | null): (typeof LINES)[number] | undefined =>
  LINES.find(([, , name]) => name === file);

function lineFile(style: string, weight: string | undefined): string {
  const same = LINES.filter(([s]) => s === style);
  return (same.find(([, w]) => w === weight) ?? same[0])?.[2] ?? 'thin';
}

export const rangeBorderType: Described<Border> = describeType<Border>({
  name: 'RangeBorder',
  since: '1.1',
  identity: (b) => ({ SideIndex: b.side }),
  scalars: {
    Color: {
      read: (b, s) => readBorder(b, s, (line) => line.color),
      write: (b, value, s) => {
        drawBorder(b, s, { color: readColour(value) });
      },
    },
    SideIndex: { read: (b) => b.side },
    Style: {
      read: (b, s) => lineOf(readBorder(b, s, (line) => line.style))?.[0] ?? null,
      write: (b, value, s) => {
        const weight = lineOf(readBorder(b, s, (line) => line.style))?.[1];
        drawBorder(b, s, { style: lineFile(readOneOf(value, LINE_STYLES), weight) });
      },
    },
    Weight: {
      read: (b, s) => lineOf(readBorder(b, s, (line) => line.style))?.[1] ?? null,
      write: (b, value, s) => {
        const style = lineOf(readBorder(b, s, (line) => line.style))?.[0] ?? 'Continuous';
        const drawn = style === 'None' ? 'Continuous' : style;
        drawBorder(b, s, { style: lineFile(drawn, readOneOf(value, WEIGHTS)) });
      },
    },
  },
});

const borderAt = (areas: Areas, side: SideIndex): HostObject => rangeBorderType({ areas, side });

export const rangeBorderCollectionType: Described<Areas> = describeType<Areas>({
  name: 'RangeBorderCollection',
  since: '1.1',
  items: (a) => SIDES.map((side) => borderAt(a, side)),
  indexer: (a, key) => borderAt(a, readOneOf(key, SIDES)),
  scalars: { Count: { read: () => SIDES.length } },
  methods: {
    GetItemAt: {
      call: (a, [index]) => {
        const side = SIDES[readInteger(index)];
        return side ? borderAt(a, side) : refuse('InvalidArgument', 'no such border');
      },
    },
  },
});
